//! Requests in, replies out: the simulator without its sockets.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::auth::{Denied, Gate, Used};
use super::chance::{About, Chance, mix, wait_ms};
use super::checks::Rules;
use super::ids::{Id, Ids, Of};
use super::json::Json;
use super::kind::Kind;
use super::ledger::{self, Ledger};
use super::limits::Limits;
use super::settings::{On, Outcomes, Settings, Trigger};
use super::store::Store;
use crate::domain::clock::Clock;
use crate::domain::time::Micros;

/// A request, taken apart.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    /// `GET`, `POST`, …
    pub method: &'a str,
    /// Without the query.
    pub path: &'a str,
    /// After the question mark.
    pub query: &'a str,
    /// The `Authorization` header.
    pub authorization: Option<&'a str>,
    /// The `Idempotency-Key` header.
    pub idempotency_key: Option<&'a str>,
    /// The body.
    pub body: &'a [u8],
}

/// What becomes of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The reply is sent.
    Answer,
    /// Nothing is ever sent.
    Hang,
    /// The connection is reset.
    Reset,
}

/// A reply, and how it is to be delivered.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// JSON, or lines of it.
    pub body: Vec<u8>,
    /// Lines of JSON instead of one document.
    pub lines: bool,
    /// Seconds of `Retry-After`.
    pub retry_after: Option<u32>,
    /// To be waited before it is sent.
    pub wait: Duration,
    /// Whether it is sent at all.
    pub fate: Fate,
}

impl Reply {
    /// 200 with a document.
    pub fn ok(json: Json) -> Self {
        Self { status: 200, body: json.0, lines: false, retry_after: None, wait: Duration::ZERO, fate: Fate::Answer }
    }

    /// `{"errorCode", "errorMessage"}`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        let mut json = Json::default();
        json.raw("{\"errorCode\":").string(code).raw(",\"errorMessage\":").string(message).raw("}");
        Self { status, ..Self::ok(json) }
    }

    /// The connection is reset.
    pub fn reset() -> Self {
        Self { fate: Fate::Reset, ..Self::ok(Json::default()) }
    }

    /// What the request asks for is not there.
    pub fn not_found(what: &str) -> Self {
        Self::error(404, "ResourceNotFound", &format!("{what} not found"))
    }

    /// The request cannot be read.
    pub fn invalid(why: &str) -> Self {
        Self::error(400, "ValidationError", why)
    }
}

/// What happened to calls that did not simply pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Incidents {
    /// Turned away with 403.
    pub denied: u64,
    /// Answered 429 by a fault or a rate limit.
    pub http_429: u64,
    /// Answered 503.
    pub http_503: u64,
    /// Taken and never answered.
    pub hung: u64,
    /// Taken, then reset.
    pub reset_after: u64,
    /// Reset without being taken.
    pub reset_before: u64,
    /// Reported before they were answered.
    pub early: u64,
}

/// What changes with every request.
pub struct Inner {
    /// Messages.
    pub store: Store,
    /// Money.
    pub ledger: Ledger,
    /// What was charged.
    pub till: super::payments::Till,
    /// Enforced rates.
    pub limits: Limits,
    /// Ids of this run.
    pub ids: Ids,
    /// Submissions that passed the door, faulty ones included.
    pub sends: u64,
    /// Submissions that were taken.
    pub taken: u64,
    /// Questions.
    lists: u64,
    /// What went wrong.
    pub incidents: Incidents,
    used: Used,
    generation: u64,
}

/// The simulator without its sockets.
pub struct Engine {
    /// As it was told to be.
    pub settings: Settings,
    /// Lists to check against.
    pub rules: Rules,
    /// The seeded source.
    pub chance: Chance,
    /// 1/100 won a message.
    pub prices: [i64; Kind::COUNT],
    /// Result codes by type.
    pub outcomes: [Option<Outcomes>; Kind::COUNT],
    gate: Gate,
    clock: Clock,
    inner: Mutex<Inner>,
}

/// A fault that was drawn for a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Answer 429.
    TooMany,
    /// Answer 503.
    Unavailable,
    /// Reset, nothing taken.
    ResetBefore,
    /// Take it, never answer.
    Hang,
    /// Take it, then reset.
    ResetAfter,
    /// Take it, report at once, answer late.
    Early,
}

impl Engine {
    /// A fresh simulator.
    pub fn new(settings: Settings, clock: Clock) -> Self {
        let mut outcomes = [const { None }; Kind::COUNT];
        for (kind, table) in &settings.outcomes {
            outcomes[kind.index()] = Some(table.clone());
        }
        Self {
            rules: Rules::new(&settings),
            chance: Chance::new(settings.seed),
            prices: ledger::prices(&settings),
            outcomes,
            gate: Gate::new(&settings.api_key, &settings.api_secret.0),
            inner: Mutex::new(Inner::new(&settings, 0, clock.wall())),
            clock,
            settings,
        }
    }

    /// What time it is.
    pub fn now(&self) -> Micros {
        self.clock.wall()
    }

    /// The moving parts.
    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything that arrived.
    pub fn reset(&self) {
        let now = self.now();
        let mut inner = self.lock();
        *inner = Inner::new(&self.settings, inner.generation + 1, now);
    }

    /// Answers a request.
    pub fn answer(&self, ask: Ask<'_>) -> Reply {
        if let Some(rest) = ask.path.strip_prefix("/__sim/") {
            return self.control(ask, rest);
        }
        if let Some(rest) = ask.path.strip_prefix("/payments") {
            return self.payments(ask, rest.trim_start_matches('/'));
        }
        let draw = |inner: &Inner| self.chance.call(About::Latency, inner.sends << 32 | inner.lists);
        let (mut reply, draw) = if (ask.method, ask.path) == ("GET", "/pricing/v1/messaging/default") {
            (self.pricing(ask, true), draw(&self.lock()))
        } else {
            match self.admit(ask) {
                Err(denied) => (Reply::error(403, &denied.to_string(), "request not authorised"), 0),
                Ok((number, fault)) => (self.faulty(ask, number, fault), draw(&self.lock())),
            }
        };
        let s = &self.settings;
        let latency = s.read_latency.as_ref().filter(|_| ask.method == "GET").unwrap_or(&s.latency);
        reply.wait += Duration::from_millis(wait_ms(latency, draw));
        reply
    }

    /// Who it is, which call it is, and whether it is to go wrong.
    fn admit(&self, ask: Ask<'_>) -> Result<(u64, Option<Fault>), Denied> {
        let now = self.now();
        let signature = self.gate.verify(ask.authorization, now);
        let mut inner = self.lock();
        let noted = signature.and_then(|s| inner.used.note(s, now));
        if let Err(denied) = noted {
            inner.incidents.denied += 1;
            return Err(denied);
        }
        let (on, number) = match ask.method {
            "GET" => {
                inner.lists += 1;
                (On::List, inner.lists)
            }
            _ if is_submission(ask) => {
                inner.sends += 1;
                (On::Send, inner.sends)
            }
            _ => return Ok((0, None)),
        };
        let fault = self.fault(on, number);
        match fault {
            Some(Fault::TooMany) => inner.incidents.http_429 += 1,
            Some(Fault::Unavailable) => inner.incidents.http_503 += 1,
            Some(Fault::ResetBefore) => inner.incidents.reset_before += 1,
            Some(Fault::Hang) => inner.incidents.hung += 1,
            Some(Fault::ResetAfter) => inner.incidents.reset_after += 1,
            Some(Fault::Early) => inner.incidents.early += 1,
            None => {}
        }
        Ok((number, fault))
    }

    /// The first fault that hits this call.
    fn fault(&self, on: On, number: u64) -> Option<Fault> {
        let f = &self.settings.faults;
        let all: [(Fault, &Trigger); 6] = [
            (Fault::ResetBefore, &f.reset_before),
            (Fault::TooMany, &f.http_429),
            (Fault::Unavailable, &f.http_503),
            (Fault::Hang, &f.hang),
            (Fault::ResetAfter, &f.reset_after),
            (Fault::Early, &f.early),
        ];
        all.iter()
            .zip(1_u64..)
            .find(|((_, trigger), kind)| {
                trigger.on == on
                    && (trigger.calls.contains(&number)
                        || trigger.share.takes(self.chance.call(About::Fault, kind << 40 | number)))
            })
            .map(|((fault, _), _)| *fault)
    }

    fn faulty(&self, ask: Ask<'_>, number: u64, fault: Option<Fault>) -> Reply {
        match fault {
            None => self.route(ask, number, false),
            Some(Fault::ResetBefore) => Reply::reset(),
            Some(Fault::TooMany) => self.too_many(self.settings.faults.retry_after.0),
            Some(Fault::Unavailable) => Reply::error(503, "ServiceUnavailable", "try again later"),
            Some(Fault::Hang) => Reply { fate: Fate::Hang, ..self.route(ask, number, false) },
            Some(Fault::ResetAfter) => Reply { fate: Fate::Reset, ..self.route(ask, number, false) },
            Some(Fault::Early) => {
                let hold = self.settings.faults.early_hold.0;
                let wait = wait_ms(&hold, self.chance.call(About::Latency, number));
                Reply { wait: Duration::from_millis(wait), ..self.route(ask, number, true) }
            }
        }
    }

    /// 429.
    #[expect(clippy::unused_self, reason = "reads as what the simulator does")]
    pub fn too_many(&self, seconds: u32) -> Reply {
        let reply = Reply::error(429, "TooManyRequests", "slow down");
        Reply { retry_after: Some(seconds), ..reply }
    }

    fn route(&self, ask: Ask<'_>, number: u64, early: bool) -> Reply {
        let parts: Vec<&str> = ask.path.trim_matches('/').split('/').collect();
        match (ask.method, parts.as_slice()) {
            ("POST", ["messages", "v4", "send-many", "detail"]) => self.send_many(ask.body, number, early),
            // The Python SDK asks the older path.
            ("GET", ["messages", "v4", "list" | "list-old"]) => self.list(ask.query, None),
            ("GET", ["messages", "v4", "groups", id, "messages"]) => self.list(ask.query, Some(id)),
            ("GET", ["messages", "v4", "statistics"]) => self.statistics(ask.query),
            (_, ["messages", "v4", "groups", rest @ ..]) => self.groups(ask, rest, number, early),
            ("GET", ["cash", "v1", "balance"]) => self.balance(),
            ("GET", ["pricing", "v1", "messaging"]) => self.pricing(ask, false),
            ("GET", ["kakao", "v2", rest @ ..]) => self.kakao(rest),
            _ => Reply::error(404, "NotFound", "no such path"),
        }
    }
}

/// Whether messages come with it.
fn is_submission(ask: Ask<'_>) -> bool {
    (ask.method == "POST" && ask.path == "/messages/v4/send-many/detail")
        || (ask.method == "PUT" && ask.path.ends_with("/messages"))
}

impl Inner {
    fn new(settings: &Settings, generation: u64, now: Micros) -> Self {
        let repeat_after = wait_ms(&settings.reports.repeat_after, 0);
        Self {
            store: Store::new(i64::try_from(repeat_after).unwrap_or(i64::MAX)),
            ledger: Ledger::new(settings),
            till: super::payments::Till::default(),
            limits: Limits::new(&settings.rate_limit),
            ids: Ids::new(mix(settings.seed ^ mix(now.0.unsigned_abs()) ^ generation)),
            sends: 0,
            taken: 0,
            lists: 0,
            incidents: Incidents::default(),
            used: Used::default(),
            generation,
        }
    }

    /// The id of a message that is there.
    pub fn message_id(&self, n: u32, at: Micros) -> Id {
        self.ids.make(Of::Message, n, at)
    }

    /// The message with this id.
    pub fn find_message(&self, id: &str) -> Option<u32> {
        let n = self.ids.read(Of::Message, id)?;
        let m = self.store.get(n)?;
        (*self.message_id(n, m.at) == *id).then_some(n)
    }

    /// The group with this id.
    pub fn find_group(&self, id: &str) -> Option<u32> {
        let n = self.ids.read(Of::Group, id)?;
        let g = self.store.groups.get(n as usize).filter(|g| !g.deleted)?;
        (*self.ids.make(Of::Group, n, g.at) == *id).then_some(n)
    }
}
