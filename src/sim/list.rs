//! `GET /messages/v4/list` and the messages of a group.

use std::fmt::Write as _;

use super::codes;
use super::engine::{Engine, Inner, Reply};
use super::ids::{Id, Of};
use super::json::Json;
use super::query::Query;
use super::store::{DELETED, Message, REJECTED, REPLACED, State, Store, View, ms_of};
use super::updated::{Met, Position, Updated};

/// A page under way.
struct Page<'a> {
    q: &'a Query,
    kind: Option<super::kind::Kind>,
    code: Option<u16>,
    now: i64,
    found: Vec<(u32, State)>,
    next: Option<Position>,
}

impl Engine {
    /// Lists messages, of a group or by the filters of the query.
    pub fn list(&self, query: &str, group: Option<&str>) -> Reply {
        let mut q = match Query::parse(query) {
            Ok(q) => q,
            Err(why) => return Reply::invalid(&why),
        };
        if let Some(id) = group {
            q.group_id = Some(id.to_owned());
        }
        let mut inner = self.lock();
        let inner = &mut *inner;
        if group.is_some_and(|id| inner.find_group(id).is_none()) {
            return Reply::not_found("group");
        }
        let mut page = Page {
            q: &q,
            kind: q.kind.as_deref().and_then(|k| k.parse().ok()),
            code: q.status_code.as_deref().and_then(|c| c.parse().ok()),
            now: ms_of(inner.store.moment(self.now())),
            found: Vec::new(),
            next: None,
        };
        let start = match q.start_key.as_deref().map(|key| inner.position(key)) {
            Some(None) => return Reply::invalid("startKey is not a key of this list"),
            Some(Some(at)) => at,
            None => Position { ms: i64::MIN, message: 0 },
        };
        let impossible = (q.kind.is_some() && page.kind.is_none()) || (q.status_code.is_some() && page.code.is_none());
        if !impossible {
            page.fill(inner, start);
        }
        Reply::ok(self.page_json(inner, &page))
    }

    fn page_json(&self, inner: &Inner, page: &Page<'_>) -> Json {
        let mut out = Json::with_capacity(256 + page.found.len() * 1_100);
        out.raw("{\"startKey\":").optional(page.q.start_key.as_deref());
        out.raw(",\"limit\":").number(page.q.limit).raw(",\"messageList\":{");
        let mut first = true;
        let mut ids = Cached { last: None };
        for (n, state) in &page.found {
            let Some(m) = inner.store.get(*n) else { continue };
            let id = ids.message(inner, *n, m);
            out.comma(&mut first).string(&id).raw(":");
            self.message_json(&mut out, inner, (&id, m), *state);
        }
        let next = page.next.and_then(|at| inner.key(at, page.by_time()));
        out.raw("},\"nextKey\":").optional(next.as_deref()).raw("}");
        out
    }

    /// A message as the provider stores it. Flags are numbers and unknown values null, as there.
    fn message_json(&self, out: &mut Json, inner: &Inner, (id, m): (&Id, &Message), state: State) {
        let store = &inner.store;
        let words = store.words(m);
        let replaced = m.is(REPLACED) && state.done.is_some();
        let kind = if replaced { m.final_kind } else { m.kind };
        let code = state.code.to_string();
        let status = match state.done {
            _ if m.is(REJECTED) => "FAILED",
            Some(_) => "COMPLETE",
            None if state.code == 3_000 => "SENDING",
            None => "PENDING",
        };
        let group = store.groups.get(m.group as usize).map(|g| inner.ids.make(Of::Group, m.group, g.at));
        let from = store.interned(m.from);
        out.raw("{\"messageId\":").string(id);
        out.raw(",\"groupId\":").optional(group.as_deref());
        out.raw(",\"accountId\":").string(&self.settings.account_id);
        out.raw(",\"type\":").string(kind.name()).raw(",\"country\":\"82\"");
        out.raw(",\"to\":").string(&store.number_text(m.to));
        out.raw(",\"from\":").optional(Some(from).filter(|f| !f.is_empty()));
        out.raw(",\"text\":").optional(words.text).raw(",\"subject\":").optional(words.subject);
        out.raw(",\"imageId\":null,\"status\":\"").raw(status).raw("\",\"statusCode\":").string(&code);
        out.raw(",\"reason\":").string(codes::text(state.code));
        out.raw(",\"networkName\":").raw(if state.handed.is_some() && kind.is_text() { "\"SKT\"" } else { "null" });
        out.raw(",\"networkCode\":null,\"customFields\":").pairs(&words.custom);
        out.raw(",\"autoTypeDetect\":1,\"replacement\":").raw(if replaced { "1" } else { "0" });
        out.raw(",\"resendCount\":0,\"dateCreated\":").time(ms_of(m.at));
        out.raw(",\"dateUpdated\":").time(state.updated);
        out.raw(",\"dateProcessed\":").optional_time(state.handed);
        out.raw(",\"dateReported\":").optional_time(state.done);
        out.raw(",\"dateReceived\":").optional_time(state.done.filter(|_| state.code == 4_000));
        out.raw(",\"kakaoOptions\":");
        match store.interned(m.kakao).split_once('\n') {
            None => out.raw("null"),
            Some((head, template)) => {
                let (disabled, channel) = head.split_at(1);
                let some = |text| Some(text).filter(|t: &&str| !t.is_empty());
                out.raw("{\"pfId\":").optional(some(channel)).raw(",\"templateId\":").optional(some(template));
                out.raw(",\"disableSms\":").raw(disabled).raw(",\"variables\":").pairs(&words.variables);
                out.raw(",\"imageId\":null,\"buttons\":[]}")
            }
        };
        out.raw(",\"rcsOptions\":null,\"naverOptions\":null,\"log\":[]}");
    }
}

/// The last id: messages of a batch share all but the number.
struct Cached {
    last: Option<(crate::domain::time::Micros, Id)>,
}

impl Cached {
    fn message(&mut self, inner: &Inner, n: u32, m: &Message) -> Id {
        let id = match self.last {
            Some((at, id)) if at == m.at => id.numbered(n),
            _ => inner.message_id(n, m.at),
        };
        self.last = Some((m.at, id));
        id
    }
}

fn sorted(mut numbers: Vec<u32>) -> impl Iterator<Item = u32> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter()
}

impl Page<'_> {
    /// Ordered by update, as only a query with a range of it is.
    const fn by_time(&self) -> bool {
        self.q.by_update && (self.q.start.is_some() || self.q.end.is_some())
    }

    fn fill(&mut self, inner: &mut Inner, start: Position) {
        let q = self.q;
        if let Some(ids) = &q.message_ids {
            self.pick(inner, sorted(ids.iter().filter_map(|id| inner.find_message(id)).collect()), start);
        } else if let Some(to) = &q.to {
            let number = inner.store.find_number(to);
            let all = number.map_or(Vec::new(), |to| inner.store.to_number(to).map(|(n, _)| n).collect());
            self.pick(inner, sorted(all), start);
        } else if let Some(group) = &q.group_id {
            let g = inner.find_group(group).and_then(|n| inner.store.groups.get(n as usize));
            let ranges = g.map_or(&[][..], |g| &g.ranges);
            let first = if self.by_time() { 0 } else { start.message };
            self.pick(inner, ranges.iter().flat_map(|(from, to)| first.max(*from)..*to), start);
        } else if self.by_time() {
            self.walk(&mut inner.store, start);
        } else {
            self.scan(&inner.store, start);
        }
    }

    /// Candidates in order of number.
    fn pick(&mut self, inner: &Inner, candidates: impl Iterator<Item = u32>, start: Position) {
        let group = self.q.group_id.as_deref().map(|id| inner.find_group(id));
        let by_time = self.by_time();
        let mut found: Vec<(Position, State)> = Vec::new();
        for n in candidates {
            let Some(m) = inner.store.get(n) else { continue };
            let state = inner.store.state(m, self.now, View::Direct);
            let at = Position { ms: if by_time { state.updated } else { i64::MIN }, message: n };
            let in_group = group.is_none_or(|g| g == Some(m.group));
            if at >= start && in_group && self.in_range(m, state) && self.passes(&inner.store, m, state) {
                found.push((at, state));
                // In order of number, one more than a page says all.
                if !by_time && found.len() > self.q.limit as usize {
                    break;
                }
            }
        }
        found.sort_unstable_by_key(|(at, _)| *at);
        self.next = found.get(self.q.limit as usize).map(|(at, _)| *at);
        self.found = found.into_iter().take(self.q.limit as usize).map(|(at, s)| (at.message, s)).collect();
    }

    /// Everything by time of creation.
    fn scan(&mut self, store: &Store, start: Position) {
        let from = self.q.start.filter(|_| !self.q.by_update).map_or(0, |ms| store.first_at(ms));
        for n in from.max(start.message)..store.len() {
            let Some(m) = store.get(n) else { break };
            let state = store.state(m, self.now, View::Direct);
            if self.q.end.is_some_and(|end| ms_of(m.at) > end) {
                break;
            }
            if !self.passes(store, m, state) {
                continue;
            }
            if self.found.len() == self.q.limit as usize {
                self.next = Some(Position { ms: i64::MIN, message: n });
                break;
            }
            self.found.push((n, state));
        }
    }

    /// Everything by time of update.
    fn walk(&mut self, store: &mut Store, start: Position) {
        let from = start.max(Position { ms: self.q.start.unwrap_or(i64::MIN), message: 0 });
        let until = self.q.end.unwrap_or(i64::MAX).min(self.now);
        let mut index = std::mem::take::<Updated>(&mut store.updated);
        index.walk(from, until, |at| {
            let Some(m) = store.get(at.message) else { return Met::Stale };
            let state = store.state(m, self.now, View::Polled);
            if state.updated != at.ms || m.is(DELETED) {
                return Met::Stale;
            }
            if !self.passes(store, m, state) {
                return Met::Next;
            }
            if self.found.len() == self.q.limit as usize {
                self.next = Some(at);
                return Met::Stop;
            }
            self.found.push((at.message, state));
            Met::Next
        });
        store.updated = index;
    }

    fn in_range(&self, m: &Message, state: State) -> bool {
        let at = if self.q.by_update { state.updated } else { ms_of(m.at) };
        self.q.start.is_none_or(|s| at >= s) && self.q.end.is_none_or(|e| at <= e)
    }

    fn passes(&self, store: &Store, m: &Message, state: State) -> bool {
        let kind = if m.is(REPLACED) && state.done.is_some() { m.final_kind } else { m.kind };
        !m.is(DELETED)
            && self.kind.is_none_or(|k| k == kind)
            && self.code.is_none_or(|c| c == state.code)
            && self.q.from.as_deref().is_none_or(|from| store.interned(m.from) == from)
            && self.q.to.as_deref().is_none_or(|to| store.find_number(to) == Some(m.to))
    }
}

impl Inner {
    /// Where the next page begins: the message's id, and the time in lists by update.
    fn key(&self, at: Position, by_time: bool) -> Option<String> {
        let m = self.store.get(at.message)?;
        let mut key = self.message_id(at.message, m.at).to_string();
        if by_time {
            // Writing to memory does not fail.
            let _ = write!(key, "-{}", at.ms);
        }
        Some(key)
    }

    fn position(&self, key: &str) -> Option<Position> {
        let (id, ms) = key.split_once('-').unwrap_or((key, ""));
        let ms = if ms.is_empty() { i64::MIN } else { ms.parse().ok()? };
        Some(Position { ms, message: self.find_message(id)? })
    }
}
