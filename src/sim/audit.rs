//! What arrived, for whoever checks a run: `/__sim/…`.

use std::collections::hash_map::{DefaultHasher, Entry};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{Hash, Hasher};

use super::engine::{Ask, Engine, Incidents, Inner, Reply};
use super::ids::Of;
use super::json::Json;
use super::kind::Kind;
use super::store::{DELETED, Message, REJECTED, Store, View, ms_of};

/// The window that carriers and operators speak of.
const MINUTE_MS: u64 = 60_000;

/// What arrived so far, counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Submissions by somebody known, those included that went wrong by a fault.
    pub calls: u64,
    /// Submissions whose messages were taken.
    pub taken: u64,
    /// Recipients of these.
    pub recipients: u64,
    /// Not refused at intake.
    pub accepted: u64,
    /// Refused at intake.
    pub rejected: u64,
    /// Different numbers.
    pub unique_to: u64,
    /// By message type as it was asked for.
    pub by_type: BTreeMap<&'static str, TypeSummary>,
    /// Messages by the code that they have now.
    pub codes: BTreeMap<u16, u64>,
    /// What came more than once.
    pub repeats: Repeats,
    /// Most recipients in any 60 seconds.
    pub busiest_60s: u64,
    /// The other window asked for, milliseconds.
    pub window_ms: u64,
    /// Most recipients in any such window.
    pub busiest_window: u64,
    /// Calls that did not simply pass.
    pub incidents: Incidents,
}

/// What a watcher asks for every few milliseconds.
#[derive(serde::Serialize)]
struct Counted {
    calls: u64,
    taken: u64,
    recipients: u64,
    unique_to: u64,
}

/// Of one message type.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct TypeSummary {
    /// Arrived.
    pub recipients: u64,
    /// Not refused at intake.
    pub accepted: u64,
    /// Refused at intake.
    pub rejected: u64,
    /// Final, 4000; after a replacement too.
    pub delivered: u64,
    /// Final, anything else.
    pub failed: u64,
    /// Not final yet.
    pub pending: u64,
    /// Accepted once more with the same number, type and reference.
    pub repeats: u64,
    /// Most recipients in any 60 seconds.
    pub busiest_60s: u64,
    /// Most recipients in any of the windows asked for.
    pub busiest_window: u64,
}

/// What came more than once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Repeats {
    /// People who get more than one message of the same campaign; without the campaign field, of none.
    pub people: u64,
    /// References that were accepted more than once.
    pub references: u64,
    /// References that, but for what follows their last hyphen, are delivered more than once.
    pub messages: u64,
}

impl Engine {
    /// Everything under `/__sim/`.
    pub fn control(&self, ask: Ask<'_>, rest: &str) -> Reply {
        let pairs: HashMap<_, _> = url::form_urlencoded::parse(ask.query.as_bytes()).collect();
        let number =
            |name: &str, default: u64| pairs.get(name).map_or(Ok(default), |v| v.parse().map_err(|_| name.to_owned()));
        match (ask.method, rest) {
            ("GET", "summary") => match number("window_ms", 1_000) {
                Ok(window) => json_of(&self.summary(window)),
                Err(name) => Reply::invalid(&format!("{name} is not a number")),
            },
            ("GET", "messages") => match (number("after", 0), number("limit", 1_000)) {
                (Ok(after), Ok(limit)) => self.log(after, limit.min(100_000)),
                (Err(name), _) | (_, Err(name)) => Reply::invalid(&format!("{name} is not a number")),
            },
            ("GET", "payments") => self.payments_log(),
            ("GET", "count") => json_of(&self.counted()),
            ("POST", "reset") => {
                self.reset();
                let mut out = Json::default();
                out.raw("{}");
                Reply::ok(out)
            }
            _ => Reply::error(404, "NotFound", "messages, payments, summary, count or reset"),
        }
    }

    /// How much arrived so far, without looking at any of it.
    fn counted(&self) -> Counted {
        let inner = self.lock();
        Counted {
            calls: inner.sends,
            taken: inner.taken,
            recipients: u64::from(inner.store.len()),
            unique_to: inner.store.numbers() as u64,
        }
    }

    /// What arrived so far, with the busiest window of this length.
    pub fn summary(&self, window_ms: u64) -> Summary {
        let inner = self.lock();
        let now = ms_of(inner.store.moment(self.now()));
        let mut out = Summary {
            calls: inner.sends,
            taken: inner.taken,
            recipients: u64::from(inner.store.len()),
            unique_to: inner.store.numbers() as u64,
            window_ms,
            incidents: inner.incidents,
            ..Summary::default()
        };
        count(&inner.store, now, &mut out);
        self.count_repeats(&inner.store, &mut out);
        let (all, by_kind) = busiest(&inner.store, MINUTE_MS);
        let (all_other, by_kind_other) = busiest(&inner.store, window_ms);
        (out.busiest_60s, out.busiest_window) = (all, all_other);
        for kind in Kind::all() {
            if let Some(t) = out.by_type.get_mut(kind.name()) {
                (t.busiest_60s, t.busiest_window) = (by_kind[kind.index()], by_kind_other[kind.index()]);
            }
        }
        out
    }

    fn count_repeats(&self, store: &Store, out: &mut Summary) {
        let (mut references, mut stems, mut people) = (Seen::default(), Seen::default(), Seen::default());
        let mut seen = HashSet::new();
        for m in all(store).filter(|m| !m.is(REJECTED) && !m.is(DELETED)) {
            let reference = store.custom(m, &self.settings.reference_field);
            if !seen.insert(hash(&(m.to, m.kind, reference)))
                && let Some(t) = out.by_type.get_mut(m.kind.name())
            {
                t.repeats += 1;
            }
            references.note(reference.map(|r| hash(&r)));
            if m.code == 4_000 && store.base(m).is_some() && !is_cancelled(store, m) {
                stems.note(reference.map(|r| hash(&r.rsplit_once('-').map_or(r, |(stem, _)| stem))));
                people.note(Some(hash(&(m.to, store.custom(m, &self.settings.campaign_field)))));
            }
        }
        out.repeats = Repeats { people: people.twice, references: references.twice, messages: stems.twice };
    }

    /// Lines of JSON, one a message, in order of arrival.
    fn log(&self, after: u64, limit: u64) -> Reply {
        let inner = self.lock();
        let now = ms_of(inner.store.moment(self.now()));
        let mut out = Json::default();
        for n in (after..after.saturating_add(limit)).map_while(|n| u32::try_from(n).ok()) {
            let Some(m) = inner.store.get(n) else { break };
            self.line(&mut out, &inner, (n, m), now);
        }
        Reply { lines: true, ..Reply::ok(out) }
    }

    fn line(&self, out: &mut Json, inner: &Inner, (n, m): (u32, &Message), now: i64) {
        let store = &inner.store;
        let words = store.words(m);
        let state = store.state(m, now, View::Direct);
        let group = store.groups.get(m.group as usize).map(|g| inner.ids.make(Of::Group, m.group, g.at));
        out.raw("{\"seq\":")
            .number(i64::from(n) + 1)
            .raw(",\"at_us\":")
            .number(m.at.0)
            .raw(",\"call\":")
            .number(m.call);
        out.raw(",\"group\":").optional(group.as_deref());
        out.raw(",\"message_id\":").string(&inner.message_id(n, m.at));
        out.raw(",\"type\":").string(m.kind.name()).raw(",\"to\":").string(&store.number_text(m.to));
        out.raw(",\"from\":").string(store.interned(m.from)).raw(",\"accepted\":");
        out.raw(if m.is(REJECTED) { "false" } else { "true" }).raw(",\"status\":").string(&state.code.to_string());
        out.raw(",\"final_type\":").string(m.final_kind.name()).raw(",\"subject\":").optional(words.subject);
        out.raw(",\"text\":").optional(words.text).raw(",\"custom_fields\":").pairs(&words.custom).raw("}\n");
        debug_assert!(self.settings.keep_text || words.text.is_none());
    }
}

#[derive(Default)]
struct Seen {
    times: HashMap<u64, bool>,
    twice: u64,
}

impl Seen {
    /// Counts what comes a second time, once.
    fn note(&mut self, key: Option<u64>) {
        let Some(key) = key else { return };
        match self.times.entry(key) {
            Entry::Vacant(e) => {
                e.insert(false);
            }
            Entry::Occupied(mut e) => self.twice += u64::from(!e.insert(true)),
        }
    }
}

fn hash(what: &impl Hash) -> u64 {
    let mut h = DefaultHasher::new();
    what.hash(&mut h);
    h.finish()
}

fn all(store: &Store) -> impl Iterator<Item = &Message> {
    (0..store.len()).map_while(|n| store.get(n))
}

fn is_cancelled(store: &Store, m: &Message) -> bool {
    store.groups.get(m.group as usize).is_some_and(|g| g.cancelled.is_some())
}

fn count(store: &Store, now: i64, out: &mut Summary) {
    let mut types = [TypeSummary::default(); Kind::COUNT];
    for m in all(store) {
        let state = store.state(m, now, View::Direct);
        let t = &mut types[m.kind.index()];
        t.recipients += 1;
        *out.codes.entry(state.code).or_default() += 1;
        if m.is(REJECTED) {
            t.rejected += 1;
            continue;
        }
        t.accepted += 1;
        match (state.done, state.code) {
            (None, _) => t.pending += 1,
            (Some(_), 4_000) => t.delivered += 1,
            _ => t.failed += 1,
        }
    }
    for kind in Kind::all().filter(|k| types[k.index()].recipients > 0) {
        let t = types[kind.index()];
        out.accepted += t.accepted;
        out.rejected += t.rejected;
        out.by_type.insert(kind.name(), t);
    }
}

/// Most arrivals in any window of this length, of all types and of each.
fn busiest(store: &Store, window_ms: u64) -> (u64, [u64; Kind::COUNT]) {
    let window = i64::try_from(window_ms).unwrap_or(i64::MAX).saturating_mul(1_000);
    let (mut now, mut most) = ([0_u64; Kind::COUNT], [0; Kind::COUNT]);
    let (mut tail, mut open, mut most_open) = (0, 0_u64, 0);
    for m in all(store) {
        while let Some(old) = store.get(tail).filter(|old| old.at.0 <= m.at.0.saturating_sub(window)) {
            now[old.kind.index()] -= 1;
            open -= 1;
            tail += 1;
        }
        let i = m.kind.index();
        now[i] += 1;
        open += 1;
        most[i] = most[i].max(now[i]);
        most_open = most_open.max(open);
    }
    (most_open, most)
}

fn json_of(what: &impl serde::Serialize) -> Reply {
    match serde_json::to_vec(what) {
        Ok(body) => Reply { body, ..Reply::ok(Json::default()) },
        Err(e) => Reply::error(500, "InternalError", &e.to_string()),
    }
}
