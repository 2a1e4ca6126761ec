//! The gateway side: charges by reference, faults on demand, a log of what was charged (`/__sim/payments`).

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::engine::{Ask, Engine, Fate, Reply};
use super::json::Json;
use super::settings::Trigger;

/// What goes wrong with payments. Calls that charge are counted from 1.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PaymentFaults {
    /// Said no to.
    pub decline: Trigger,
    /// 500, nothing booked.
    pub error_before: Trigger,
    /// Booked, then 500.
    pub error_after: Trigger,
    /// Never answered, nothing booked.
    pub hang_before: Trigger,
    /// Booked, never answered.
    pub hang_after: Trigger,
    /// Answered twice: `pending` first, the outcome when asked again.
    pub twice: Trigger,
}

/// One payment as it was booked.
#[derive(Debug, Clone, Serialize)]
pub struct Payment {
    /// The caller's name for it.
    reference: String,
    /// The gateway's.
    id: String,
    /// `paid` or `declined`.
    status: &'static str,
    amount_minor: i64,
    /// How many calls came under its name.
    calls: u64,
    #[serde(skip)]
    body: Vec<u8>,
    #[serde(skip)]
    pending: bool,
}

/// What was charged, in order.
#[derive(Debug, Default)]
pub struct Till {
    payments: Vec<Payment>,
    calls: u64,
}

#[derive(Deserialize)]
struct Order {
    reference: String,
    token: String,
    amount_minor: i64,
    net_minor: i64,
    vat_minor: i64,
    currency: String,
}

impl Engine {
    /// `POST /payments` and `GET /payments/{reference}`.
    pub(super) fn payments(&self, ask: Ask<'_>, rest: &str) -> Reply {
        let secret = ask.authorization.and_then(|a| a.strip_prefix("Bearer "));
        if secret != Some(&self.settings.api_secret.0) {
            return said(401, &json!({ "code": "unauthorised", "message": "who are you?" }));
        }
        match (ask.method, rest) {
            ("POST", "") => self.charge(ask),
            ("GET", name) if !name.is_empty() => {
                let name = url::form_urlencoded::parse(format!("r={name}").as_bytes())
                    .next()
                    .map_or_else(String::new, |(_, v)| v.into_owned());
                let mut inner = self.lock();
                match inner.till.payments.iter_mut().find(|p| p.reference == name) {
                    Some(p) => {
                        p.pending = false;
                        answer(200, p)
                    }
                    None => said(404, &json!({ "code": "unknown-reference", "message": "never seen" })),
                }
            }
            _ => said(405, &json!({ "code": "method", "message": "POST /payments, GET /payments/{reference}" })),
        }
    }

    fn charge(&self, ask: Ask<'_>) -> Reply {
        let bad = |why: &str| said(422, &json!({ "code": "bad-request", "message": why }));
        let order: Order = match serde_json::from_slice(ask.body) {
            Ok(order) => order,
            Err(e) => return bad(&e.to_string()),
        };
        if ask.idempotency_key != Some(order.reference.as_str()) {
            return bad("the header idempotency-key must be the reference");
        }
        if order.currency != "KRW" || order.amount_minor <= 0 || order.net_minor + order.vat_minor != order.amount_minor
        {
            return bad("the amount is none");
        }
        let mut inner = self.lock();
        inner.till.calls += 1;
        let call = inner.till.calls;
        let hit = |t: &Trigger, kind: u64| {
            t.calls.contains(&call) || t.share.takes(self.chance.call(super::chance::About::Fault, kind << 40 | call))
        };
        let f = &self.settings.payments;
        if let Some(known) = inner.till.payments.iter_mut().find(|p| p.reference == order.reference) {
            if known.body != ask.body {
                return said(
                    409,
                    &json!({ "code": "reference-taken", "message": "another payment has this reference" }),
                );
            }
            known.calls += 1;
            known.pending = false;
            return answer(200, known);
        }
        if hit(&f.hang_before, 11) {
            return Reply { fate: Fate::Hang, ..Reply::ok(Json::default()) };
        }
        if hit(&f.error_before, 12) {
            return said(500, &json!({ "code": "internal", "message": "nothing was booked" }));
        }
        let status = if order.token.starts_with("bad") || hit(&f.decline, 13) { "declined" } else { "paid" };
        let id = format!("SIM-{}", order.reference);
        let payment = Payment {
            reference: order.reference,
            id,
            status,
            amount_minor: order.amount_minor,
            calls: 1,
            body: ask.body.to_vec(),
            pending: hit(&f.twice, 14),
        };
        let reply = answer(if status == "paid" { 201 } else { 402 }, &payment);
        inner.till.payments.push(payment);
        if hit(&f.hang_after, 15) {
            return Reply { fate: Fate::Hang, ..reply };
        }
        if hit(&f.error_after, 16) {
            return said(500, &json!({ "code": "internal", "message": "it was booked" }));
        }
        reply
    }

    /// Everything that was charged.
    pub(super) fn payments_log(&self) -> Reply {
        let inner = self.lock();
        said(200, &json!({ "calls": inner.till.calls, "payments": inner.till.payments }))
    }
}

fn answer(status: u16, p: &Payment) -> Reply {
    if p.pending {
        return said(202, &json!({ "reference": p.reference, "status": "pending" }));
    }
    let body = match p.status {
        "paid" => json!({
            "reference": p.reference, "status": "paid", "id": p.id, "amount_minor": p.amount_minor
        }),
        _ => json!({
            "reference": p.reference, "status": "declined", "code": "CARD_DECLINED", "message": "the card was declined"
        }),
    };
    said(status, &body)
}

fn said(status: u16, body: &serde_json::Value) -> Reply {
    Reply { status, ..Reply::ok(Json(body.to_string().into_bytes())) }
}
