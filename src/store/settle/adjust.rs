//! What is added to bills of open months, or taken from them, for a reason.

use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::{Reads, Result, Sql, Tx, int_rows, ints, on, statements};

statements! {
    ADD = Sql::same(
        "INSERT INTO bill_adjustment (line_id, period, origin_period, amount_minor, reason, used_bytes, key, actor, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id");
    BY_KEY = Sql::same(
        "SELECT x.id, x.line_id, l.code AS line, x.period, x.origin_period, x.amount_minor, x.reason, x.key,
         (SELECT COUNT(*) FROM bill_adjustment AS y WHERE y.origin_period = x.origin_period AND y.line_id = x.line_id
         AND y.id <= x.id) AS place
         FROM bill_adjustment AS x JOIN line AS l ON l.id = x.line_id WHERE x.key = $1");
    OF_RANGE = Sql::same(
        "SELECT x.id, x.line_id, l.code AS line, x.period, x.origin_period, x.amount_minor, x.reason, x.key,
         (SELECT COUNT(*) FROM bill_adjustment AS y WHERE y.origin_period = x.origin_period AND y.line_id = x.line_id
         AND y.id <= x.id) AS place
         FROM bill_adjustment AS x JOIN line AS l ON l.id = x.line_id
         WHERE x.period = $1 AND x.line_id > $2 AND x.line_id <= $3 AND x.amount_minor <> 0 ORDER BY x.line_id, x.id");
    /// What became known of a month after it was closed. Each: line, its bytes, id.
    LATE_USE = ints!(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.used_bytes || ' ' || x.id, ';'), '') FROM",
        "CROSS JOIN bill_adjustment AS x WHERE x.line_id = r.v AND x.origin_period = $2 AND x.used_bytes IS NOT NULL");
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct AdjustmentRow {
    /// Its id.
    pub id: i64,
    /// Of which line.
    pub line_id: i64,
    /// The line's code.
    pub line: String,
    /// The month whose bill has it.
    pub period: Period,
    /// The month that it is about.
    pub origin_period: Period,
    /// How much; before tax.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// The operator's name for it.
    pub key: String,
    /// Its place among those of the line that are about that month, from 1 on.
    pub place: i64,
}

/// One to be added.
#[derive(Debug, Clone, Copy)]
pub struct New<'a> {
    /// To which line.
    pub line: i64,
    /// The month whose bill gets it.
    pub period: Period,
    /// The month that it is about.
    pub origin: Period,
    /// How much; before tax.
    pub amount_minor: i64,
    /// Why.
    pub reason: &'a str,
    /// Late use: all bytes of the month that it is about.
    pub used_bytes: Option<i64>,
    /// It is added once for this.
    pub key: &'a str,
    /// Who.
    pub actor: &'a str,
    /// Now.
    pub now: Micros,
}

/// Adds one; whoever does holds the lines.
pub async fn add(tx: &mut Tx, n: New<'_>) -> Result<i64> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(ADD.on(e))
        .bind(n.line)
        .bind(n.period)
        .bind(n.origin)
        .bind(n.amount_minor)
        .bind(n.reason)
        .bind(n.used_bytes)
        .bind(n.key)
        .bind(n.actor)
        .bind(n.now)
        .fetch_one(c)
        .await)?)
}

/// The one with that key.
pub async fn by_key(c: &mut impl Reads, key: &str) -> Result<Option<AdjustmentRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_KEY.on(e)).bind(key).fetch_optional(c).await)?)
}

/// Those that bills of a month have, of lines of a range.
pub async fn of_range(c: &mut impl Reads, period: Period, range: super::Range) -> Result<Vec<AdjustmentRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_RANGE.on(e)).bind(period).bind(range.lo).bind(range.hi).fetch_all(c).await)?)
}

/// What became known of a closed month since: line, its bytes, and the adjustment that says so; the last of each line.
pub async fn late_use(c: &mut impl Reads, origin: Period, lines: &[i64]) -> Result<Vec<(i64, i64, i64)>> {
    let rows = int_rows(lines.iter().copied());
    let all: String = on!(c, |c, e| sqlx::query_scalar(LATE_USE.on(e)).bind(rows).bind(origin).fetch_one(c).await)?;
    let mut found: Vec<(i64, i64, i64)> = Vec::new();
    for mut f in super::rows(&all) {
        found.push((f.number()?, f.number()?, f.number()?));
    }
    found.sort_unstable_by_key(|(line, _, id)| (*line, -*id));
    found.dedup_by_key(|f| f.0);
    Ok(found)
}
