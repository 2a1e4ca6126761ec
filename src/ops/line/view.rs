//! Looking at plans, services, customers and lines.

use std::collections::HashMap;

use serde_json::json;

use super::{LineError, life};
use crate::domain::line::{Day, PaymentKind};
use crate::domain::mask;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::person::Person;
use crate::domain::phone::Mobile;
use crate::domain::seal::{KeyRing, SealError};
use crate::domain::time::Micros;
use crate::ops::audit::{self, Action, By};
use crate::store::line::{self, CustomerRow, LineRow, bulk, number};
use crate::store::{Store, StoreError};

/// A version of a plan.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PlanView {
    /// Its code.
    pub plan: String,
    /// From which day on.
    pub valid_from: Day,
    /// What people call it.
    pub name: String,
    /// Fee of a whole month.
    pub fee_minor: Minor,
    /// Bytes of a whole month; `None`: as many as one likes.
    pub allowance_bytes: Option<i64>,
    /// Bytes of a unit beyond them.
    pub unit_bytes: i64,
    /// Won for a unit.
    pub rate: String,
    /// Most for what is beyond; zero: no limit.
    pub cap_minor: Minor,
}

/// A version of a service.
#[derive(Debug, Clone, serde::Serialize)]
pub struct VasView {
    /// Its code.
    pub vas: String,
    /// From which day on.
    pub valid_from: Day,
    /// What people call it.
    pub name: String,
    /// Fee of a whole month.
    pub fee_minor: Minor,
    /// A part of a month costs a part of it.
    pub proratable: bool,
}

/// A customer; personal fields are masked unless they were revealed.
#[derive(Debug, Clone, serde::Serialize)]
pub struct CustomerView {
    /// Its code.
    pub customer: String,
    /// Name.
    pub name: String,
    /// Number.
    pub phone: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Totals are cut to multiples of so many won.
    pub round_unit: i64,
    /// How many lines it has.
    pub lines: i64,
}

/// A customer and the first of its lines.
#[derive(Debug, Clone, serde::Serialize)]
pub struct CustomerDetail {
    /// The customer.
    #[serde(flatten)]
    pub customer: CustomerView,
    /// Codes of its first lines.
    pub codes: Vec<String>,
}

/// A line.
#[derive(Debug, Clone, serde::Serialize)]
pub struct LineView {
    /// Its code.
    pub line: String,
    /// Whose it is.
    pub customer: String,
    /// First day.
    pub activated_on: Day,
    /// Last day.
    pub terminated_on: Option<Day>,
    /// Since when it is suspended.
    pub suspended_on: Option<Day>,
}

/// A plan or a service of a line.
#[derive(Debug, Clone, serde::Serialize)]
pub struct SpellView {
    /// Its code.
    pub code: String,
    /// First day.
    pub from_day: Day,
    /// The day behind the last.
    pub to_day: Option<Day>,
}

/// A discount of a line.
#[derive(Debug, Clone, serde::Serialize)]
pub struct DiscountView {
    /// Its code.
    pub code: String,
    /// What it takes from.
    pub target: String,
    /// `rate`: the value is in basis points; `fixed`: in 1/100 won.
    pub kind: String,
    /// How much.
    pub value: i64,
    /// Lower ones come first.
    pub priority: i64,
    /// A part of a month gives a part of it.
    pub proratable: bool,
    /// First day.
    pub from_day: Day,
    /// The day behind the last.
    pub to_day: Option<Day>,
}

/// A micro payment of a line.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PaymentView {
    /// What the gateway calls it.
    #[serde(rename = "ref")]
    pub reference: String,
    /// `approve` or `cancel`.
    pub kind: String,
    /// When.
    pub approved_at: Micros,
    /// How much.
    pub amount_minor: Minor,
    /// The month it is billed in.
    pub month: Option<Period>,
}

/// Use of a month.
#[derive(Debug, Clone, serde::Serialize)]
pub struct UsageView {
    /// Which.
    pub month: Option<Period>,
    /// How much.
    pub bytes: i64,
}

/// A line with all that hangs on it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct LineDetail {
    /// The line.
    #[serde(flatten)]
    pub line: LineView,
    /// Its number, masked unless it was revealed.
    pub number: Option<String>,
    /// Its plans, the first one first; those without a day were changed again on the same day.
    pub plans: Vec<SpellView>,
    /// Its services.
    pub vas: Vec<SpellView>,
    /// Its discounts.
    pub discounts: Vec<DiscountView>,
    /// Its latest payments, fifty at most.
    pub payments: Vec<PaymentView>,
    /// Its use in the last twelve months, the latest first.
    pub usage: Vec<UsageView>,
}

/// A number of the pool.
#[derive(Debug, Clone, serde::Serialize)]
pub struct NumberView {
    /// Its place in the pool.
    pub id: i64,
    /// The number, masked unless it was revealed.
    pub number: String,
    /// `free`, `kept` for who had it last, or `in-use`.
    pub state: &'static str,
    /// Up to which day it is kept.
    pub kept_until: Option<Day>,
}

/// Leaves an entry in the audit trail before whole values are shown.
pub(super) async fn revealed(store: &Store, by: Option<&By>, subject: &str) -> Result<(), StoreError> {
    match by {
        Some(by) => audit::record_now(store, by, Action::Reveal, subject, json!({})).await.map(drop),
        None => Ok(()),
    }
}

/// All versions of all plans, by code and day.
pub async fn plans(store: &Store) -> Result<Vec<PlanView>, StoreError> {
    let mut c = store.read().await?;
    let codes: HashMap<i64, String> = bulk::codes(&mut c, bulk::ALL_PLANS).await?.into_iter().collect();
    let mut all: Vec<PlanView> = bulk::plan_versions(&mut c)
        .await?
        .into_iter()
        .map(|v| PlanView {
            plan: codes.get(&v.plan_id).cloned().unwrap_or_default(),
            valid_from: v.valid_from,
            name: v.name,
            fee_minor: Minor(v.fee_minor),
            allowance_bytes: v.allowance_bytes,
            unit_bytes: v.unit_bytes,
            rate: micro_won(v.rate_micro),
            cap_minor: Minor(v.cap_minor),
        })
        .collect();
    all.sort_by(|a, b| (&a.plan, a.valid_from).cmp(&(&b.plan, b.valid_from)));
    Ok(all)
}

/// Millionths of a won as won.
fn micro_won(n: i64) -> String {
    let text = format!("{}.{:06}", n / 1_000_000, n % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// All versions of all services, by code and day.
pub async fn services(store: &Store) -> Result<Vec<VasView>, StoreError> {
    let mut c = store.read().await?;
    let codes: HashMap<i64, String> = bulk::codes(&mut c, bulk::ALL_SERVICES).await?.into_iter().collect();
    let mut all: Vec<VasView> = bulk::vas_versions(&mut c)
        .await?
        .into_iter()
        .map(|v| VasView {
            vas: codes.get(&v.vas_id).cloned().unwrap_or_default(),
            valid_from: v.valid_from,
            name: v.name,
            fee_minor: Minor(v.fee_minor),
            proratable: v.proratable == 1,
        })
        .collect();
    all.sort_by(|a, b| (&a.vas, a.valid_from).cmp(&(&b.vas, b.valid_from)));
    Ok(all)
}

fn customer_view(ring: &KeyRing, row: CustomerRow, reveal: bool) -> Result<CustomerView, SealError> {
    let plain = ring.open_bytes(row.key_id, &super::kinds::context(&row.phone_ix), &row.sealed)?;
    let person = Person::decode(&plain).ok_or(SealError::Malformed)?;
    let (name, phone, email) = if reveal {
        (person.name, person.mobile.hyphenated(), person.email)
    } else {
        (mask::name(&person.name), person.mobile.masked(), person.email.as_deref().map(mask::email))
    };
    Ok(CustomerView { customer: row.code, name, phone, email, round_unit: row.round_unit, lines: row.lines })
}

/// The next customers behind a code.
pub async fn customers(
    store: &Store,
    ring: &KeyRing,
    after: &str,
    limit: u32,
    reveal: Option<&By>,
) -> Result<Vec<CustomerView>, LineError> {
    revealed(store, reveal, "customers").await?;
    let rows = line::customers(&mut store.read().await?, after, i64::from(limit)).await?;
    rows.into_iter().map(|row| Ok(customer_view(ring, row, reveal.is_some())?)).collect()
}

/// A customer by code or by number.
pub async fn customer(
    store: &Store,
    ring: &KeyRing,
    who: &str,
    reveal: Option<&By>,
) -> Result<CustomerDetail, LineError> {
    let mut c = store.read().await?;
    let row = match (line::customer(&mut c, who).await?, who.parse::<Mobile>()) {
        (Some(row), _) => Some(row),
        (None, Ok(mobile)) => line::customer_by_phone(&mut c, &ring.phone_ix(&mobile)).await?,
        (None, Err(_)) => None,
    };
    // what was asked for may be a number: it is not repeated
    let row = row.ok_or(LineError::NotFound { what: "customer", name: shown(who) })?;
    let codes = line::codes_of(&mut c, row.id, 100).await?;
    drop(c);
    revealed(store, reveal, &format!("customer {}", row.code)).await?;
    Ok(CustomerDetail { customer: customer_view(ring, row, reveal.is_some())?, codes })
}

/// A code as it is, a number masked.
fn shown(who: &str) -> String {
    who.parse::<Mobile>().map_or_else(|_| who.to_owned(), |m| m.masked())
}

impl From<LineRow> for LineView {
    fn from(row: LineRow) -> Self {
        Self {
            line: row.code,
            customer: row.customer,
            activated_on: row.activated_on,
            terminated_on: row.terminated_on,
            suspended_on: row.suspended_on,
        }
    }
}

/// The next lines behind a code.
pub async fn lines(store: &Store, after: &str, limit: u32) -> Result<Vec<LineView>, StoreError> {
    let rows = line::lines(&mut store.read().await?, after, i64::from(limit)).await?;
    Ok(rows.into_iter().map(LineView::from).collect())
}

/// When a payment of a line was made, if it is on record.
pub async fn paid_at(
    store: &Store,
    line: &str,
    reference: &str,
    kind: PaymentKind,
) -> Result<Option<Micros>, StoreError> {
    line::paid_at(&mut store.read().await?, line, reference, kind.word()).await
}

/// A line with all that hangs on it.
pub async fn line(
    store: &Store,
    ring: &KeyRing,
    code: &str,
    now: Micros,
    reveal: Option<&By>,
) -> Result<LineDetail, LineError> {
    let mut c = store.read().await?;
    let missing = || LineError::NotFound { what: "line", name: code.to_owned() };
    let row = line::line(&mut c, code).await?.ok_or_else(missing)?;
    let spell = |s: line::Spell| SpellView { code: s.code, from_day: s.from_day, to_day: s.to_day.closed() };
    let year_ago = Period::of(now).ym() - 100;
    let number = number::of_line(&mut c, row.id).await?;
    let detail = LineDetail {
        plans: line::plans_of(&mut c, row.id).await?.into_iter().map(spell).collect(),
        vas: line::services_of(&mut c, row.id).await?.into_iter().map(spell).collect(),
        discounts: line::discounts_of(&mut c, row.id).await?.into_iter().map(discount).collect(),
        payments: line::payments_of(&mut c, row.id, 50).await?.into_iter().map(payment).collect(),
        usage: line::usage_of(&mut c, row.id, year_ago)
            .await?
            .into_iter()
            .map(|(ym, bytes)| UsageView { month: Period::of_ym(ym), bytes })
            .collect(),
        number: match number {
            Some(row) => {
                let mobile = life::open(ring, &row)?;
                Some(if reveal.is_some() { mobile.hyphenated() } else { mobile.masked() })
            }
            None => None,
        },
        line: row.into(),
    };
    drop(c);
    revealed(store, reveal, &format!("line {code}")).await?;
    Ok(detail)
}

fn discount(d: line::Discount) -> DiscountView {
    DiscountView {
        code: d.code,
        target: d.target,
        kind: d.kind,
        value: d.value,
        priority: d.priority,
        proratable: d.proratable == 1,
        from_day: d.from_day,
        to_day: d.to_day.closed(),
    }
}

fn payment(p: line::Payment) -> PaymentView {
    PaymentView {
        reference: p.reference,
        kind: p.kind,
        approved_at: p.approved_at,
        amount_minor: Minor(p.amount_minor),
        month: Period::of_ym(p.period),
    }
}
