//! Customers, plans, services, lines, and the pool of numbers.

pub mod bulk;
pub mod export;
pub mod number;

use crate::domain::line::Day;
use crate::domain::seal::Ix;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    CUSTOMER_BY_CODE = Sql::same(
        "SELECT c.*, (SELECT COUNT(*) FROM line AS l WHERE l.customer_id = c.id) AS lines FROM customer AS c WHERE c.code = $1");
    CUSTOMER_BY_PHONE = Sql::same(
        "SELECT c.*, (SELECT COUNT(*) FROM line AS l WHERE l.customer_id = c.id) AS lines FROM customer AS c
         WHERE c.phone_ix = $1 ORDER BY c.id LIMIT 1");
    CUSTOMER_PAGE = Sql::same(
        "SELECT c.*, (SELECT COUNT(*) FROM line AS l WHERE l.customer_id = c.id) AS lines FROM customer AS c
         WHERE c.code > $1 ORDER BY c.code LIMIT $2");
    CODES_OF_CUSTOMER = Sql::same("SELECT code FROM line WHERE customer_id = $1 ORDER BY id LIMIT $2");
    LINE_BY_CODE = Sql::same(
        "SELECT l.*, c.code AS customer FROM line AS l JOIN customer AS c ON c.id = l.customer_id WHERE l.code = $1");
    LINE_PAGE = Sql::same(
        "SELECT l.*, c.code AS customer FROM line AS l JOIN customer AS c ON c.id = l.customer_id
         WHERE l.code > $1 ORDER BY l.code LIMIT $2");
    PLANS_OF_LINE = Sql::same(
        "SELECT p.code, x.from_day, x.to_day FROM line_plan AS x JOIN plan AS p ON p.id = x.plan_id
         WHERE x.line_id = $1 ORDER BY x.from_day, x.to_day, x.seq");
    SERVICES_OF_LINE = Sql::same(
        "SELECT v.code, x.from_day, x.to_day FROM line_vas AS x JOIN vas AS v ON v.id = x.vas_id
         WHERE x.line_id = $1 ORDER BY x.from_day, v.code");
    DISCOUNTS_OF_LINE = Sql::same(
        "SELECT code, target, kind, value, priority, proratable, from_day, to_day FROM line_discount
         WHERE line_id = $1 ORDER BY from_day, code");
    PAYMENTS_OF_LINE = Sql::same(
        "SELECT ref, kind, approved_at, amount_minor, period FROM micro_payment
         WHERE line_id = $1 ORDER BY approved_at DESC, ref, kind LIMIT $2");
    PAID_AT = Sql::same(
        "SELECT x.approved_at FROM line AS l JOIN micro_payment AS x ON x.line_id = l.id
         WHERE l.code = $1 AND x.ref = $2 AND x.kind = $3");
    USAGE_OF_LINE = Sql::same(
        "SELECT period, bytes FROM line_usage WHERE line_id = $1 AND period >= $2 ORDER BY period DESC");
    SUSPEND = Sql::same(
        "UPDATE line SET suspended_on = $2, updated_at = $3 WHERE id = $1 AND terminated_on IS NULL
         AND suspended_on IS DISTINCT FROM $2");
}

/// A customer as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CustomerRow {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// The sealed record.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
    /// Totals are cut to multiples of so many won.
    pub round_unit: i64,
    /// How many lines it has.
    pub lines: i64,
}

/// A line as kept, and whose it is.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct LineRow {
    /// Its id.
    pub id: i64,
    /// Its code.
    pub code: String,
    /// Code of the customer.
    pub customer: String,
    /// Whose it is.
    pub customer_id: i64,
    /// First day.
    pub activated_on: Day,
    /// Last day.
    pub terminated_on: Option<Day>,
    /// Since when it is suspended.
    pub suspended_on: Option<Day>,
}

/// A plan or a service of a line.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Spell {
    /// Its code.
    pub code: String,
    /// First day.
    pub from_day: Day,
    /// The day behind the last.
    pub to_day: Day,
}

/// A discount of a line.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Discount {
    /// Its code.
    pub code: String,
    /// What it takes from.
    pub target: String,
    /// `rate` or `fixed`.
    pub kind: String,
    /// Basis points, or 1/100 won.
    pub value: i64,
    /// Lower ones come first.
    pub priority: i64,
    /// 1: a part of a month gives a part of it.
    pub proratable: i64,
    /// First day.
    pub from_day: Day,
    /// The day behind the last.
    pub to_day: Day,
}

/// A micro payment of a line.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Payment {
    /// What the gateway calls it.
    #[sqlx(rename = "ref")]
    pub reference: String,
    /// `approve` or `cancel`.
    pub kind: String,
    /// When.
    pub approved_at: Micros,
    /// How much.
    pub amount_minor: i64,
    /// The month it is billed in.
    pub period: i64,
}

/// The customer with that code.
pub async fn customer(c: &mut impl Reads, code: &str) -> Result<Option<CustomerRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(CUSTOMER_BY_CODE.on(e)).bind(code).fetch_optional(c).await)?)
}

/// The first customer with that number.
pub async fn customer_by_phone(c: &mut impl Reads, ix: &Ix) -> Result<Option<CustomerRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(CUSTOMER_BY_PHONE.on(e)).bind(ix.as_slice()).fetch_optional(c).await)?)
}

/// The next customers behind a code.
pub async fn customers(c: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<CustomerRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(CUSTOMER_PAGE.on(e)).bind(after).bind(limit).fetch_all(c).await)?)
}

/// The first lines of a customer.
pub async fn codes_of(c: &mut impl Reads, customer: i64, limit: i64) -> Result<Vec<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(CODES_OF_CUSTOMER.on(e)).bind(customer).bind(limit).fetch_all(c).await)?)
}

/// The line with that code.
pub async fn line(c: &mut impl Reads, code: &str) -> Result<Option<LineRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LINE_BY_CODE.on(e)).bind(code).fetch_optional(c).await)?)
}

/// The next lines behind a code.
pub async fn lines(c: &mut impl Reads, after: &str, limit: i64) -> Result<Vec<LineRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LINE_PAGE.on(e)).bind(after).bind(limit).fetch_all(c).await)?)
}

/// The plans of a line, the first one first.
pub async fn plans_of(c: &mut impl Reads, line: i64) -> Result<Vec<Spell>> {
    Ok(on!(c, |c, e| sqlx::query_as(PLANS_OF_LINE.on(e)).bind(line).fetch_all(c).await)?)
}

/// The services of a line.
pub async fn services_of(c: &mut impl Reads, line: i64) -> Result<Vec<Spell>> {
    Ok(on!(c, |c, e| sqlx::query_as(SERVICES_OF_LINE.on(e)).bind(line).fetch_all(c).await)?)
}

/// The discounts of a line.
pub async fn discounts_of(c: &mut impl Reads, line: i64) -> Result<Vec<Discount>> {
    Ok(on!(c, |c, e| sqlx::query_as(DISCOUNTS_OF_LINE.on(e)).bind(line).fetch_all(c).await)?)
}

/// The latest payments of a line.
pub async fn payments_of(c: &mut impl Reads, line: i64, limit: i64) -> Result<Vec<Payment>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAYMENTS_OF_LINE.on(e)).bind(line).bind(limit).fetch_all(c).await)?)
}

/// When a payment of a line was made, if it is on record.
pub async fn paid_at(c: &mut impl Reads, line: &str, reference: &str, kind: &str) -> Result<Option<Micros>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(PAID_AT.on(e)).bind(line).bind(reference).bind(kind).fetch_optional(c).await)?)
}

/// Month and bytes of a line from a month on, the latest first.
pub async fn usage_of(c: &mut impl Reads, line: i64, from: i64) -> Result<Vec<(i64, i64)>> {
    Ok(on!(c, |c, e| sqlx::query_as(USAGE_OF_LINE.on(e)).bind(line).bind(from).fetch_all(c).await)?)
}

/// Suspends a living line, or takes it back; `false` where that is how it is, or it does not live.
pub async fn suspend(tx: &mut Tx, line: i64, since: Option<Day>, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(SUSPEND.on(e))
        .bind(line)
        .bind(since)
        .bind(now)
        .execute(c)
        .await
        .map(|d| d.rows_affected()))?;
    Ok(n > 0)
}
