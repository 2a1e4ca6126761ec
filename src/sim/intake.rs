//! Taking messages in: checks, fate, money, log.

use std::borrow::Cow;

use super::arena::Words;
use super::chance::{About, Subject, wait_ms};
use super::checks::{Checked, Memo, Number, number};
use super::codes;
use super::engine::{Engine, Inner, Reply};
use super::groups::Totals;
use super::ids::Of;
use super::json::Json;
use super::kind::Kind;
use super::store::{DELETED, GROUPED, Group, LOST, Message, REJECTED, REPEATED, REPLACED, ms_of};
use super::wire;
use crate::domain::time::Micros;

/// Most recipients of a request.
const MOST_RECIPIENTS: usize = 10_000;
/// A refused message's text is not kept beyond this.
const MOST_KEPT_OF_REFUSED: usize = 4_096;

/// Where messages go.
#[derive(Clone, Copy)]
pub struct Destination {
    /// The group.
    pub group: u32,
    /// The call that brings them.
    pub call: u64,
    /// When.
    pub at: Micros,
    /// Their clock is the group's.
    pub grouped: bool,
    /// They are paid now.
    pub charged: bool,
    /// Their reports are there at once.
    pub early: bool,
    /// The same number may come twice.
    pub duplicates: bool,
}

/// A recipient that was dealt with.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// Number of the message.
    pub n: u32,
    /// 2000, or why not.
    pub code: u16,
    /// Which entry of the request.
    pub entry: usize,
    /// Which of its numbers.
    pub which: usize,
}

/// A request's messages, checked.
pub struct Batch<'a> {
    /// As they came.
    pub messages: &'a [wire::Message<'a>],
    /// What was found.
    pub checked: Vec<Checked<'a>>,
    /// Recipients by type.
    pub counts: [u64; Kind::COUNT],
}

impl Engine {
    /// `POST /messages/v4/send-many/detail`.
    pub fn send_many(&self, body: &[u8], call: u64, early: bool) -> Reply {
        let send: wire::Send<'_> = match serde_json::from_slice(body) {
            Ok(send) => send,
            Err(e) => return Reply::invalid(&e.to_string()),
        };
        let batch = match self.check(&send.messages) {
            Ok(batch) => batch,
            Err(reply) => return reply,
        };
        let scheduled = match send.scheduled_date.as_deref().map(parse_time).transpose() {
            Ok(at) => at,
            Err(why) => return Reply::invalid(&why),
        };
        let duplicates = send.allow_duplicates == Some(true);
        let mut inner = self.lock();
        let at = inner.store.moment(self.now());
        if let Err(seconds) = inner.limits.take(&batch.counts, at) {
            inner.incidents.http_429 += 1;
            return self.too_many(seconds);
        }
        inner.taken += 1;
        // A time that has passed means now.
        let later = scheduled.filter(|ms| *ms > ms_of(at));
        let group = inner.open_group(at, duplicates);
        if let Some(g) = inner.store.groups.get_mut(group as usize) {
            g.sent = Some(later.unwrap_or(ms_of(at)));
            g.scheduled = later.is_some();
        }
        let to = Destination { group, call, at, grouped: later.is_some(), charged: true, early, duplicates };
        let taken = inner.take_in(self, &batch, to);
        let totals = Totals::of_intake(&inner.store, &taken, &self.prices);
        let first = inner.ids.make(Of::Message, 0, at);
        let group_json = self.group_json(&inner, group, &totals, ms_of(at));
        drop(inner);

        let mut out = Json::with_capacity(2_048 + taken.len() * 200);
        out.raw("{\"failedMessageList\":[");
        let mut first_one = true;
        for t in taken.iter().filter(|t| t.code != 2000) {
            out.comma(&mut first_one);
            self.result_json(&mut out, &first.numbered(t.n), t, &batch);
        }
        out.raw("],\"groupInfo\":");
        out.0.extend_from_slice(&group_json.0);
        if send.show_message_list == Some(true) {
            out.raw(",\"messageList\":[");
            let mut first_one = true;
            for t in &taken {
                let code = t.code.to_string();
                out.comma(&mut first_one).raw("{\"messageId\":\"").raw(&first.numbered(t.n));
                out.raw("\",\"statusCode\":\"").raw(&code).raw("\",\"statusMessage\":\"").raw(codes::text(t.code));
                out.raw("\",\"customFields\":").pairs(fields(&batch.messages[t.entry])).raw("}");
            }
            out.raw("]");
        }
        out.raw("}");
        Reply::ok(out)
    }

    /// Looks at all messages of a request, before the lock.
    pub fn check<'a>(&self, messages: &'a [wire::Message<'a>]) -> Result<Batch<'a>, Reply> {
        let mut memo = Memo::default();
        let mut counts = [0; Kind::COUNT];
        let mut recipients = 0;
        let checked: Vec<_> = messages
            .iter()
            .map(|m| {
                let found = self.rules.check(m, &mut memo);
                let n = numbers(m).len();
                counts[found.kind.index()] += n as u64;
                recipients += n;
                found
            })
            .collect();
        match recipients {
            0 => Err(Reply::invalid("messages: at least one recipient")),
            1..=MOST_RECIPIENTS => Ok(Batch { messages, checked, counts }),
            _ => Err(Reply::invalid("messages: at most 10,000 recipients")),
        }
    }

    /// An entry of `failedMessageList` and `resultList`.
    pub fn result_json(&self, out: &mut Json, id: &str, t: &Taken, batch: &Batch<'_>) {
        let m = &batch.messages[t.entry];
        let code = t.code.to_string();
        out.raw("{\"to\":").string(numbers(m).get(t.which).map_or("", |to| to));
        out.raw(",\"from\":").string(m.from.as_deref().unwrap_or_default());
        out.raw(",\"type\":").string(batch.checked[t.entry].kind.name());
        out.raw(",\"country\":").string(m.country.as_deref().unwrap_or("82"));
        out.raw(",\"messageId\":").string(id);
        out.raw(",\"statusCode\":").string(&code);
        out.raw(",\"statusMessage\":").string(codes::text(t.code));
        out.raw(",\"accountId\":").string(&self.settings.account_id);
        out.raw(",\"customFields\":").pairs(fields(m)).raw("}");
    }

    /// What becomes of an accepted message: code, and the type it ends as.
    fn fate(&self, subject: Subject, to: &str, found: &Checked<'_>, number: Number) -> (u16, Kind) {
        let pick = |kind: Kind, about: About| {
            let table = self.outcomes[kind.index()].as_ref();
            table.map_or(4000, |t| t.pick(self.chance.message(about, subject)))
        };
        let scripted = self.settings.scripted(to, found.kind);
        let code = match number {
            Number::NotMobile => return (3010, found.kind),
            _ => scripted.unwrap_or_else(|| pick(found.kind, About::Outcome)),
        };
        match found.replacement {
            Some(kind) if code >= 2_000 && code != 4_000 => (pick(kind, About::Replacement).max(2_000), kind),
            _ => (code, found.kind),
        }
    }
}

impl Inner {
    /// A new group; it is sent when its `sent` says so.
    pub fn open_group(&mut self, at: Micros, duplicates: bool) -> u32 {
        let n = u32::try_from(self.store.groups.len()).unwrap_or(u32::MAX);
        self.store.groups.push(Group {
            at,
            sent: None,
            cancelled: None,
            scheduled: false,
            duplicates,
            deleted: false,
            ranges: Vec::new(),
        });
        n
    }

    /// Logs a checked batch.
    pub fn take_in(&mut self, engine: &Engine, batch: &Batch<'_>, to: Destination) -> Vec<Taken> {
        let start = self.store.len();
        let ranges = self.store.groups.get(to.group as usize).map(|g| g.ranges.as_slice());
        let since = ranges.and_then(<[_]>::first).map_or(start, |(first, _)| *first);
        let mut taken = Vec::with_capacity(batch.messages.len());
        for (entry, (m, found)) in batch.messages.iter().zip(&batch.checked).enumerate() {
            for (which, number) in numbers(m).iter().enumerate() {
                let (n, code) = self.take_one(engine, (m, found), number, to, since);
                taken.push(Taken { n, code, entry, which });
            }
        }
        let end = self.store.len();
        if let Some(g) = self.store.groups.get_mut(to.group as usize) {
            g.ranges.push((start, end));
        }
        taken
    }

    fn take_one(
        &mut self,
        engine: &Engine,
        (m, found): (&wire::Message<'_>, &Checked<'_>),
        to: &str,
        dest: Destination,
        since: u32,
    ) -> (u32, u16) {
        let packed = self.store.pack_any(to);
        let kind = found.kind;
        let subject = Subject { to: packed, kind, ordinal: self.store.ordinal(packed, kind) };
        let looks = number(to, m.country.as_deref());
        let (mut code, final_kind) = engine.fate(subject, to, found, looks);
        let refused = match (looks, found.refused) {
            (Number::Refused(code), _) | (_, Some(code)) => Some(code),
            _ if !dest.duplicates && self.is_duplicate(packed, dest.group, since) => Some(1026),
            _ if code < 2_000 => Some(code),
            _ => None,
        };
        let now = ms_of(dest.at);
        let refused = refused.or_else(|| {
            let paid = !dest.charged || self.ledger.charge(engine.prices[kind.index()], now);
            (!paid).then_some(1030)
        });

        let delay = if dest.early { 0 } else { delay_of(engine, subject) };
        let draws = |about, share: super::settings::Share| share.takes(engine.chance.message(about, subject));
        let mut flags = if dest.grouped { GROUPED } else { 0 };
        if let Some(refusal) = refused {
            code = refusal;
            flags |= REJECTED;
        } else {
            flags |= if draws(About::Lost, engine.settings.reports.lost) { LOST } else { 0 };
            flags |= if draws(About::Repeated, engine.settings.reports.repeated) { REPEATED } else { 0 };
            flags |= if final_kind == kind { 0 } else { REPLACED };
        }
        let record = Message {
            at: dest.at,
            to: packed,
            words: 0,
            before: 0,
            call: u32::try_from(dest.call).unwrap_or(u32::MAX),
            group: dest.group,
            delay,
            from: self.store.intern(m.from.as_deref().unwrap_or_default()),
            kakao: self.intern_kakao(m.kakao_options.as_ref()),
            code,
            ordinal: subject.ordinal,
            kind,
            final_kind: if refused.is_some() { kind } else { final_kind },
            flags,
        };
        let n = self.store.push(record, &words(m, found, refused, engine.settings.keep_text));
        self.store.schedule(n);
        if dest.charged
            && let Some(m) = self.store.get(n).copied()
        {
            self.settle(engine, &m);
        }
        (n, refused.unwrap_or(2_000))
    }

    /// Notes what comes back for a message that was paid, when its report comes.
    pub fn settle(&mut self, engine: &Engine, m: &Message) {
        if let (false, Some(base)) = (m.is(REJECTED), self.store.base(m)) {
            self.ledger.give_back(returned(&engine.prices, m), base + i64::from(m.delay));
        }
    }

    /// Another message to this number that was not refused is in the same group, which began at `since`.
    fn is_duplicate(&self, to: u64, group: u32, since: u32) -> bool {
        self.store
            .to_number(to)
            .take_while(|(n, _)| *n >= since)
            .any(|(_, m)| m.group == group && !m.is(REJECTED) && !m.is(DELETED))
    }

    fn intern_kakao(&mut self, options: Option<&wire::Kakao<'_>>) -> u32 {
        let Some(k) = options else { return 0 };
        let (pf, template) = (k.pf_id.as_deref().unwrap_or_default(), k.template_id.as_deref().unwrap_or_default());
        let disabled = if k.disable_sms == Some(true) { '1' } else { '0' };
        self.store.intern(&format!("{disabled}{pf}\n{template}"))
    }
}

/// What comes back of a message's price in the end, in 1/100 won; negative when a replacement costs more.
pub fn returned(prices: &[i64; Kind::COUNT], m: &Message) -> i64 {
    let kept = if m.code == 4_000 { prices[m.final_kind.index()] } else { 0 };
    prices[m.kind.index()] - kept
}

fn delay_of(engine: &Engine, subject: Subject) -> u32 {
    let wait = &engine.settings.report_delay;
    if wait.is_zero() {
        return 0;
    }
    u32::try_from(wait_ms(wait, engine.chance.message(About::Delay, subject))).unwrap_or(u32::MAX)
}

/// What is kept of a message's words.
fn words<'a>(m: &'a wire::Message<'a>, found: &'a Checked<'a>, refused: Option<u16>, keep: bool) -> Words<'a> {
    let small = |text: &&str| refused.is_none() || text.len() <= MOST_KEPT_OF_REFUSED;
    let custom = if refused == Some(1032) { &[][..] } else { fields(m) };
    let borrowed = |pairs: &'a [(Cow<'a, str>, Cow<'a, str>)]| {
        pairs.iter().map(|(k, v)| (Cow::Borrowed(&**k), Cow::Borrowed(&**v))).collect()
    };
    Words {
        custom: borrowed(custom),
        subject: m.subject.as_deref().filter(|_| keep).filter(small),
        text: found.text.as_deref().filter(|_| keep).filter(small),
        variables: m.kakao_options.as_ref().filter(|_| keep).map_or(Vec::new(), |k| borrowed(&k.variables.pairs)),
    }
}

/// The numbers of an entry; none is one empty number, so that it is answered.
pub fn numbers<'a>(m: &'a wire::Message<'a>) -> &'a [wire::Text<'a>] {
    const NONE: &[wire::Text<'static>] = &[wire::Text(Cow::Borrowed(""))];
    m.to.as_ref().map_or(NONE, wire::To::numbers)
}

fn fields<'a>(m: &'a wire::Message<'a>) -> &'a [(Cow<'a, str>, Cow<'a, str>)] {
    m.custom_fields.as_ref().map_or(&[], |c| &c.pairs)
}

/// Milliseconds of a date with an offset, or of Korean wall time.
pub fn parse_time(text: &str) -> Result<i64, String> {
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Ok(at.as_millisecond());
    }
    let wall: jiff::civil::DateTime = text.parse().map_err(|_| format!("`{text}` is not a date"))?;
    jiff::tz::offset(9).to_timestamp(wall).map(jiff::Timestamp::as_millisecond).map_err(|e| e.to_string())
}
