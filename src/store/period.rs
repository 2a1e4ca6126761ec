//! Months: where something may be booked.

use crate::domain::id::SiteId;
use crate::domain::period::Period;
use crate::domain::time::Micros;

use super::dialect::{LOCK_PERIOD, SHARE_PERIODS};
use super::{Reads, Result, Sql, StoreError, Tx, on, statements};

statements! {
    ENSURE = Sql::same(
        "INSERT INTO period (ym, start_at, end_at, days, state) VALUES ($1, $2, $3, $4, 'open') ON CONFLICT (ym) DO NOTHING");
    GET = Sql::same("SELECT * FROM period WHERE ym = $1");
    LIST = Sql::same("SELECT * FROM period ORDER BY ym");
    DRAFTED = Sql::same(
        "UPDATE period SET state = 'draft', draft = $2, control_hash = $3 WHERE ym = $1 AND state <> 'closed'");
    /// Behind the last closed one: what lies before that stays as it is.
    OPEN_BEFORE = Sql::same(
        "SELECT MIN(ym) FROM period WHERE ym < $1 AND state <> 'closed'
         AND ym > COALESCE((SELECT MAX(c.ym) FROM period AS c WHERE c.ym < $1 AND c.state = 'closed'), 0)");
    CLOSED_AFTER = Sql::same("SELECT MIN(ym) FROM period WHERE ym > $1 AND state = 'closed'");
    /// The first month with something to be billed before one, as long as no month is closed: from then on what is late goes
    /// to an open month.
    BILLABLE_BEFORE = Sql::same(
        "SELECT MIN(t.ym) FROM (SELECT MIN(period) AS ym FROM micro_payment WHERE period < $1
         UNION ALL SELECT MIN(period) FROM line_usage WHERE period < $1) AS t
         WHERE NOT EXISTS (SELECT 1 FROM period WHERE state = 'closed')");
    /// What was booked in a month, as it is when it is closed.
    FREEZE = Sql::same(
        "INSERT INTO closing (period, site_id, kind, account_id, amount_minor)
         SELECT j.period, j.site_id, j.kind, e.account_id, CAST(SUM(e.amount_minor) AS BIGINT)
         FROM journal j JOIN entry e ON e.journal_id = j.id WHERE j.period = $1
         GROUP BY j.period, j.site_id, j.kind, e.account_id");
    CLOSINGS = Sql::same(
        "SELECT c.period, c.site_id, c.kind, c.account_id, c.amount_minor FROM closing c WHERE $1 = 0 OR c.site_id = $1
         ORDER BY c.period, c.site_id, c.kind, c.account_id");
    HOLD_LINES = Sql::same("UPDATE master SET n = n WHERE name = 'lines'");
    CLOSE = Sql::same(
        "UPDATE period SET state = 'closed', closed_at = $2, control_hash = $4, close_journal = (SELECT COALESCE(MAX(id), 0) FROM journal)
         WHERE ym = $1 AND state = 'draft' AND draft = $3");
}

/// A month as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PeriodRow {
    /// Which.
    pub ym: Period,
    /// Its first moment.
    pub start_at: Micros,
    /// The first moment after it.
    pub end_at: Micros,
    /// How many days.
    pub days: i64,
    /// `open`, `draft` (settled, and may still change) or `closed`.
    pub state: String,
    /// The number of its last draft.
    pub draft: i64,
    /// When it was closed.
    pub closed_at: Option<Micros>,
    /// The last journal that may be booked into it.
    pub close_journal: Option<i64>,
    /// What its figures come to.
    pub control_hash: Option<String>,
}

/// Where something is booked, and where it happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booked {
    /// The month it is booked into.
    pub period: Period,
    /// The month it happened in.
    pub origin: Period,
}

/// A month's row.
pub async fn get(c: &mut impl Reads, period: Period) -> Result<Option<PeriodRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(GET.on(e)).bind(period).fetch_optional(c).await)?)
}

/// All months there are, in order.
pub async fn list(c: &mut impl Reads) -> Result<Vec<PeriodRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LIST.on(e)).fetch_all(c).await)?)
}

/// Makes a month's row, unless there is one.
pub async fn ensure(tx: &mut Tx, period: Period) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ENSURE.on(e))
        .bind(period)
        .bind(period.start())
        .bind(period.end())
        .bind(period.days())
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Where something that happened at that moment is booked: in its own month, or else, where that is closed or a later one
/// is, in the first one that is behind all of those. The month cannot be closed until the transaction ends.
pub async fn book(tx: &mut Tx, at: Micros) -> Result<Booked> {
    const AHEAD: usize = 1200;
    let origin = Period::of(at);
    let mut period = origin;
    for _ in 0..AHEAD {
        let first: Option<(Period, String)> =
            on!(tx, |c, e| sqlx::query_as(SHARE_PERIODS.on(e)).bind(period).fetch_optional(c).await)?;
        match first {
            Some((ym, state)) if state == "closed" => period = ym.next(),
            Some((ym, _)) if ym == period => return Ok(Booked { period, origin }),
            _ => ensure(tx, period).await?,
        }
    }
    Err(StoreError::corrupt(format_args!("every month after {origin} is closed")))
}

/// Holds a month until the end of the transaction: who has booked into it is done, nobody else begins.
pub async fn lock(tx: &mut Tx, period: Period) -> Result<()> {
    on!(tx, |c, e| sqlx::query(LOCK_PERIOD.on(e)).bind(period).execute(c).await.map(drop))?;
    Ok(())
}

/// The first month before one that is still to be closed.
pub async fn open_before(c: &mut impl Reads, period: Period) -> Result<Option<Period>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(OPEN_BEFORE.on(e)).bind(period).fetch_one(c).await)?)
}

/// The first month behind one that is closed.
pub async fn closed_after(c: &mut impl Reads, period: Period) -> Result<Option<Period>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(CLOSED_AFTER.on(e)).bind(period).fetch_one(c).await)?)
}

/// The first month before one in which lines paid or used something, where no month was ever closed.
pub async fn billable_before(c: &mut impl Reads, period: Period) -> Result<Option<Period>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(BILLABLE_BEFORE.on(e)).bind(period).fetch_one(c).await)?)
}

/// Notes that a draft of the month's figures is complete. False where the month is closed.
pub async fn drafted(tx: &mut Tx, period: Period, draft: i64, control_hash: &str) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(DRAFTED.on(e))
        .bind(period)
        .bind(draft)
        .bind(control_hash)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Closes a month with the figures of a draft, and writes down what was booked in it. False where it is closed, or that is
/// not its last draft.
pub async fn close(tx: &mut Tx, period: Period, draft: i64, now: Micros, control_hash: &str) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(CLOSE.on(e))
        .bind(period)
        .bind(now)
        .bind(draft)
        .bind(control_hash)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    if n == 1 {
        on!(tx, |c, e| sqlx::query(FREEZE.on(e)).bind(period).execute(c).await.map(drop))?;
    }
    Ok(n == 1)
}

/// What journals of a kind did to an account of a site, or by a site to one of the platform, in a month that is closed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct ClosingRow {
    /// The month.
    pub period: i64,
    /// The site.
    pub site_id: SiteId,
    /// A `Kind`.
    pub kind: String,
    /// The account.
    pub account_id: i64,
    /// The sum.
    pub amount_minor: i64,
}

/// What was booked in months that are closed, as it was then: of one site or of all.
pub async fn closings(c: &mut impl Reads, only: Option<SiteId>) -> Result<Vec<ClosingRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(CLOSINGS.on(e)).bind(only.map_or(0, |s| s.0)).fetch_all(c).await)?)
}

/// Keeps everything about lines from being changed until the transaction ends.
pub async fn hold_lines(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(HOLD_LINES.on(e)).execute(c).await.map(drop))?;
    Ok(())
}
