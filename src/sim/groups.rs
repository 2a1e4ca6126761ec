//! Groups: made, filled, sent now or later, cancelled, listed.

use super::engine::{Ask, Engine, Inner, Reply};
use super::ids::Of;
use super::intake::{Destination, Taken, parse_time, returned};
use super::json::Json;
use super::kind::Kind;
use super::query::Query;
use super::store::{DELETED, GROUPED, Group, Message, REJECTED, REPLACED, Store, View, ms_of};
use super::wire;
use crate::domain::money::Minor;

/// What a group's messages come to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Totals {
    total: u32,
    refused: u32,
    delivered: u32,
    failed: u32,
    replaced: u32,
    requested: i64,
    extra: i64,
    refunded: i64,
    by_kind: [u32; Kind::COUNT],
    updated: Option<i64>,
}

impl Totals {
    /// At the moment of intake.
    pub fn of_intake(store: &Store, taken: &[Taken], prices: &[i64; Kind::COUNT]) -> Self {
        let mut out = Self::default();
        for m in taken.iter().filter_map(|t| store.get(t.n)) {
            out.add_intake(m, prices);
        }
        out
    }

    fn of_group(store: &Store, g: &Group, now: i64, prices: &[i64; Kind::COUNT]) -> Self {
        let mut out = Self::default();
        for m in messages(store, g).map(|(_, m)| m) {
            out.add_intake(m, prices);
            if m.is(REJECTED) {
                continue;
            }
            let state = store.state(m, now, View::Direct);
            out.updated = out.updated.max(Some(state.updated));
            if state.done.is_none() {
                continue;
            }
            if state.code == 4_000 {
                out.delivered += 1;
            } else {
                out.failed += 1;
            }
            if g.cancelled.is_some() {
                out.refunded += prices[m.kind.index()];
                continue;
            }
            if m.is(REPLACED) {
                out.replaced += 1;
                out.refunded += prices[m.kind.index()];
                out.extra += prices[m.kind.index()] - returned(prices, m);
            } else {
                out.refunded += returned(prices, m);
            }
        }
        out
    }

    fn add_intake(&mut self, m: &Message, prices: &[i64; Kind::COUNT]) {
        self.total += 1;
        if m.is(REJECTED) {
            self.refused += 1;
        } else {
            self.by_kind[m.kind.index()] += 1;
            self.requested += prices[m.kind.index()];
        }
    }

    const fn accepted(&self) -> u32 {
        self.total - self.refused
    }

    const fn pending(&self) -> u32 {
        self.accepted() - self.delivered - self.failed
    }
}

/// Messages of a group that were not taken out of it.
fn messages<'a>(store: &'a Store, g: &'a Group) -> impl Iterator<Item = (u32, &'a Message)> {
    let all = g.ranges.iter().flat_map(|(from, to)| *from..*to);
    all.filter_map(|n| Some((n, store.get(n)?))).filter(|(_, m)| !m.is(DELETED))
}

impl Engine {
    /// Everything under `/messages/v4/groups` but the list of a group's messages.
    pub fn groups(&self, ask: Ask<'_>, rest: &[&str], call: u64, early: bool) -> Reply {
        let body = || -> Result<wire::GroupBody, Reply> {
            if ask.body.is_empty() {
                return Ok(wire::GroupBody::default());
            }
            serde_json::from_slice(ask.body).map_err(|e| Reply::invalid(&e.to_string()))
        };
        let done = match (ask.method, rest) {
            ("POST", []) => body().map(|b| self.create_group(b.allow_duplicates == Some(true))),
            ("GET", []) => Query::parse(ask.query).map(|q| self.list_groups(&q)).map_err(|e| Reply::invalid(&e)),
            ("GET", [id]) => self.with_group(id, |_, _| Ok(())),
            ("DELETE", [id]) => self.with_group(id, |inner, n| {
                if let Some(g) = inner.store.groups.get_mut(n as usize).filter(|g| g.sent.is_none()) {
                    g.deleted = true;
                    return Ok(());
                }
                Err(Reply::error(400, "GroupAlreadySent", "a group that was sent stays"))
            }),
            ("PUT", [id, "messages"]) => self.add_messages(id, ask.body, call, early),
            ("DELETE", [id, "messages"]) => body().and_then(|b| self.delete_messages(id, &b.message_ids)),
            ("POST", [id, "send"]) => self.with_group(id, |inner, n| self.send_group(inner, n, None)),
            ("POST", [id, "schedule"]) => body().and_then(|b| {
                let date = b.scheduled_date.ok_or_else(|| Reply::invalid("scheduledDate is missing"))?;
                let at = parse_time(&date).map_err(|e| Reply::invalid(&e))?;
                self.with_group(id, |inner, n| self.send_group(inner, n, Some(at)))
            }),
            ("DELETE", [id, "schedule"]) => self.with_group(id, |inner, n| self.cancel_group(inner, n)),
            _ => Err(Reply::error(404, "NotFound", "no such path")),
        };
        done.unwrap_or_else(|reply| reply)
    }

    /// Does something to a group and shows it.
    fn with_group(&self, id: &str, change: impl FnOnce(&mut Inner, u32) -> Result<(), Reply>) -> Result<Reply, Reply> {
        let mut inner = self.lock();
        let n = inner.find_group(id).ok_or_else(|| Reply::not_found("group"))?;
        change(&mut inner, n)?;
        let now = ms_of(self.now());
        Ok(Reply::ok(self.group_now(&inner, n, now)))
    }

    fn group_now(&self, inner: &Inner, n: u32, now: i64) -> Json {
        let g = inner.store.groups.get(n as usize);
        let totals = g.map_or(Totals::default(), |g| Totals::of_group(&inner.store, g, now, &self.prices));
        self.group_json(inner, n, &totals, now)
    }

    fn create_group(&self, duplicates: bool) -> Reply {
        let mut inner = self.lock();
        let at = self.now();
        let n = inner.open_group(at, duplicates);
        Reply::ok(self.group_json(&inner, n, &Totals::default(), ms_of(at)))
    }

    fn list_groups(&self, q: &Query) -> Reply {
        let inner = self.lock();
        let now = ms_of(self.now());
        let ids = match q.criterion("groupId") {
            Some(id) => inner.find_group(id).into_iter().collect(),
            None => (0..u32::try_from(inner.store.groups.len()).unwrap_or(u32::MAX)).rev().collect::<Vec<_>>(),
        };
        let start = q.start_key.as_deref().and_then(|key| inner.find_group(key));
        let (mut out, mut first, mut next, mut shown) = (Json::default(), true, None, 0);
        out.raw("{\"startKey\":").optional(q.start_key.as_deref());
        out.raw(",\"limit\":").number(i64::from(q.limit)).raw(",\"groupList\":{");
        for n in ids.into_iter().filter(|n| start.is_none_or(|s| *n <= s)) {
            let Some(g) = inner.store.groups.get(n as usize).filter(|g| !g.deleted) else { continue };
            let at = ms_of(g.at);
            if q.start.is_some_and(|s| at < s) || q.end.is_some_and(|e| at > e) {
                continue;
            }
            let id = inner.ids.make(Of::Group, n, g.at);
            if shown == q.limit {
                next = Some(id);
                break;
            }
            shown += 1;
            let group = self.group_now(&inner, n, now);
            out.comma(&mut first).string(&id).raw(":").0.extend_from_slice(&group.0);
        }
        out.raw("},\"nextKey\":").optional(next.as_deref()).raw("}");
        Reply::ok(out)
    }

    fn add_messages(&self, id: &str, body: &[u8], call: u64, early: bool) -> Result<Reply, Reply> {
        let send: wire::Send<'_> = serde_json::from_slice(body).map_err(|e| Reply::invalid(&e.to_string()))?;
        let batch = self.check(&send.messages)?;
        let mut inner = self.lock();
        let group = inner.find_group(id).ok_or_else(|| Reply::not_found("group"))?;
        let at = inner.store.moment(self.now());
        let Some(g) = inner.store.groups.get(group as usize).filter(|g| g.sent.is_none()) else {
            return Err(Reply::error(400, "GroupAlreadySent", "messages come before sending"));
        };
        let duplicates = g.duplicates;
        if let Err(seconds) = inner.limits.take(&batch.counts, at) {
            inner.incidents.http_429 += 1;
            return Err(self.too_many(seconds));
        }
        inner.taken += 1;
        let to = Destination { group, call, at, grouped: true, charged: false, early, duplicates };
        let taken = inner.take_in(self, &batch, to);
        let first = inner.message_id(0, at);
        drop(inner);
        let errors = taken.iter().filter(|t| t.code != 2_000).count();
        let (mut out, mut first_one) = (Json::with_capacity(64 + taken.len() * 250), true);
        out.raw("{\"errorCount\":").string(&errors.to_string()).raw(",\"resultList\":[");
        for t in &taken {
            self.result_json(out.comma(&mut first_one), &first.numbered(t.n), t, &batch);
        }
        out.raw("]}");
        Ok(Reply::ok(out))
    }

    fn delete_messages(&self, id: &str, ids: &[String]) -> Result<Reply, Reply> {
        let mut inner = self.lock();
        let group = inner.find_group(id).ok_or_else(|| Reply::not_found("group"))?;
        if inner.store.groups.get(group as usize).is_none_or(|g| g.sent.is_some()) {
            return Err(Reply::error(400, "GroupAlreadySent", "messages that were sent stay"));
        }
        let (mut list, mut first, mut errors) = (Json::default(), true, 0_u32);
        for message in ids {
            let n = inner.find_message(message);
            let found = n.and_then(|n| inner.store.get_mut(n)).filter(|m| m.group == group && !m.is(DELETED));
            let code = if let Some(m) = found {
                m.flags |= DELETED;
                "2000"
            } else {
                errors += 1;
                "1021"
            };
            list.comma(&mut first).raw("{\"messageId\":").string(message).raw(",\"resultCode\":").string(code).raw("}");
        }
        let mut out = Json::default();
        out.raw("{\"groupId\":").string(id).raw(",\"errorCount\":").number(errors).raw(",\"resultList\":[");
        out.0.extend_from_slice(&list.0);
        out.raw("]}");
        Ok(Reply::ok(out))
    }

    /// Sends a group, now or at `when`.
    fn send_group(&self, inner: &mut Inner, n: u32, when: Option<i64>) -> Result<(), Reply> {
        let now = ms_of(self.now());
        let Some(g) = inner.store.groups.get(n as usize).filter(|g| g.sent.is_none()) else {
            return Err(Reply::error(400, "GroupAlreadySent", "a group is sent once"));
        };
        let members: Vec<u32> = messages(&inner.store, g).filter(|(_, m)| !m.is(REJECTED)).map(|(n, _)| n).collect();
        if members.is_empty() {
            return Err(Reply::error(400, "MessagesNotFound", "the group is empty"));
        }
        let price = |n: &u32| inner.store.get(*n).map_or(0, |m| self.prices[m.kind.index()]);
        let sum = members.iter().map(price).sum();
        if !inner.ledger.charge(sum, now) {
            return Err(Reply::error(400, "NotEnoughBalance", "not enough balance"));
        }
        if let Some(g) = inner.store.groups.get_mut(n as usize) {
            g.sent = Some(when.filter(|ms| *ms > now).unwrap_or(now));
            g.scheduled = when.is_some();
        }
        for m in members {
            inner.store.schedule(m);
            if let Some(m) = inner.store.get(m).copied() {
                inner.settle(self, &m);
            }
        }
        Ok(())
    }

    /// Cancels a reservation: the group and all its messages fail, the money comes back.
    fn cancel_group(&self, inner: &mut Inner, n: u32) -> Result<(), Reply> {
        let now = ms_of(self.now());
        let reserved = |g: &&mut Group| g.cancelled.is_none() && g.sent.is_some_and(|at| at > now);
        let Some(g) = inner.store.groups.get_mut(n as usize).filter(reserved) else {
            return Err(Reply::error(400, "NotScheduled", "the group is not reserved"));
        };
        g.cancelled = Some(now);
        let g = g.clone();
        let members: Vec<(u32, Message)> = messages(&inner.store, &g).map(|(n, m)| (n, *m)).collect();
        for (number, m) in members.into_iter().filter(|(_, m)| m.is(GROUPED) && !m.is(REJECTED)) {
            inner.store.updated.note(now, number);
            let base = g.sent.unwrap_or(now);
            inner.ledger.give_back(-returned(&self.prices, &m), base + i64::from(m.delay));
            inner.ledger.give_back(self.prices[m.kind.index()], now);
        }
        Ok(())
    }

    /// A group as the provider shows it.
    pub fn group_json(&self, inner: &Inner, n: u32, totals: &Totals, now: i64) -> Json {
        let mut out = Json::with_capacity(2_048);
        let Some(g) = inner.store.groups.get(n as usize) else { return out };
        let sent = g.sent.filter(|at| *at <= now && g.cancelled.is_none());
        let complete = sent.is_some() && totals.pending() == 0;
        let status = match (g.cancelled, g.sent) {
            (Some(_), _) => "FAILED",
            (None, None) => "PENDING",
            (None, Some(at)) if at > now => "SCHEDULED",
            _ if complete => "COMPLETE",
            _ => "SENDING",
        };
        let made = ms_of(g.at);
        let updated = [Some(made), sent, g.cancelled, totals.updated].into_iter().flatten().max();
        let t = totals;
        let sent_total = if sent.is_some() { t.accepted() } else { 0 };
        let pending = if sent.is_some() { t.pending() } else { 0 };
        out.raw("{\"groupId\":").string(&inner.ids.make(Of::Group, n, g.at)).raw(",\"count\":{");
        for (i, (name, value)) in [
            ("total", t.total),
            ("sentTotal", sent_total),
            ("sentFailed", t.failed),
            ("sentSuccess", t.delivered),
            ("sentPending", pending),
            ("sentReplacement", t.replaced),
            ("refund", t.failed),
            ("registeredFailed", t.refused),
            ("registeredSuccess", t.accepted()),
        ]
        .into_iter()
        .enumerate()
        {
            out.raw(if i > 0 { ",\"" } else { "\"" }).raw(name).raw("\":").number(value);
        }
        out.raw("},\"countForCharge\":{");
        let mut first = true;
        for kind in Kind::all() {
            out.comma(&mut first).raw("\"").raw(kind.key()).raw("\":{");
            let count = t.by_kind[kind.index()];
            if count > 0 {
                out.raw("\"82\":").number(count);
            }
            out.raw("}");
        }
        out.raw("},\"balance\":{\"requested\":").won(Minor(t.requested));
        out.raw(",\"replacement\":").won(Minor(t.extra)).raw(",\"refund\":").won(Minor(t.refunded));
        out.raw(",\"sum\":").won(Minor(t.requested + t.extra - t.refunded));
        out.raw("},\"point\":{\"requested\":0,\"replacement\":0,\"refund\":0,\"sum\":0},\"app\":{\"profit\":");
        by_kind(&mut out, |_| Minor::ZERO);
        out.raw(",\"appId\":null},\"log\":[{\"message\":\"created\",\"createAt\":").time(made).raw("}");
        out.raw("],\"status\":\"").raw(status).raw("\",\"allowDuplicates\":").raw(yes(g.duplicates));
        out.raw(",\"isRefunded\":").raw(yes(complete && t.failed > 0));
        out.raw(",\"accountId\":").string(&self.settings.account_id);
        out.raw(",\"masterAccountId\":null,\"apiVersion\":\"4\",\"sdkVersion\":null,\"osPlatform\":null");
        out.raw(",\"price\":{\"82\":");
        by_kind(&mut out, |k| Minor(self.prices[k.index()]));
        out.raw("},\"dateCreated\":").time(made).raw(",\"dateUpdated\":").optional_time(updated);
        out.raw(",\"scheduledDate\":").optional_time(g.sent.filter(|_| g.scheduled));
        out.raw(",\"dateSent\":").optional_time(sent);
        out.raw(",\"dateCompleted\":").optional_time(updated.filter(|_| complete)).raw("}");
        out
    }
}

/// An object with an amount for each type.
pub fn by_kind(out: &mut Json, amount: impl Fn(Kind) -> Minor) {
    let mut first = true;
    out.raw("{");
    for kind in Kind::all() {
        out.comma(&mut first).raw("\"").raw(kind.key()).raw("\":").won(amount(kind));
    }
    out.raw("}");
}

const fn yes(b: bool) -> &'static str {
    if b { "true" } else { "false" }
}
