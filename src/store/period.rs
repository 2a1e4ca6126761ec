//! Months: where something may be booked.

use crate::domain::period::Period;
use crate::domain::time::Micros;

use super::dialect::SHARE_PERIODS;
use super::{Reads, Result, Sql, StoreError, Tx, on, statements};

statements! {
    ENSURE = Sql::same(
        "INSERT INTO period (ym, start_at, end_at, days, state) VALUES ($1, $2, $3, $4, 'open') ON CONFLICT (ym) DO NOTHING");
    GET = Sql::same("SELECT * FROM period WHERE ym = $1");
    LIST = Sql::same("SELECT * FROM period ORDER BY ym");
    DRAFTED = Sql::same(
        "UPDATE period SET state = 'draft', draft = $2, control_hash = $3 WHERE ym = $1 AND state <> 'closed'");
    HOLD_LINES = Sql::same("UPDATE master SET n = n WHERE name = 'lines'");
    HOLD = Sql::same("UPDATE period SET draft = draft WHERE ym = $1");
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

/// Where something that happened at that moment is booked: in its own month, or else, where that is closed, in the
/// first one after it that is not. The month cannot be closed until the transaction ends.
pub async fn book(tx: &mut Tx, at: Micros) -> Result<Booked> {
    const AHEAD: usize = 1200;
    let origin = Period::of(at);
    let mut period = origin;
    for _ in 0..AHEAD {
        let state: Option<String> =
            on!(tx, |c, e| sqlx::query_scalar(SHARE_PERIODS.on(e)).bind(period).fetch_optional(c).await)?;
        match state.as_deref() {
            None => ensure(tx, period).await?,
            Some("closed") => period = period.next(),
            Some(_) => return Ok(Booked { period, origin }),
        }
    }
    Err(StoreError::corrupt(format_args!("every month after {origin} is closed")))
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

/// Keeps anything from being booked into a month until the transaction ends.
pub async fn hold(tx: &mut Tx, period: Period) -> Result<()> {
    on!(tx, |c, e| sqlx::query(HOLD.on(e)).bind(period).execute(c).await.map(drop))?;
    Ok(())
}

/// Closes a month with the figures of a draft. False where it is closed, or that is not its last draft.
pub async fn close(tx: &mut Tx, period: Period, draft: i64, now: Micros, control_hash: &str) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(CLOSE.on(e))
        .bind(period)
        .bind(now)
        .bind(draft)
        .bind(control_hash)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Keeps everything about lines from being changed until the transaction ends.
pub async fn hold_lines(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(HOLD_LINES.on(e)).execute(c).await.map(drop))?;
    Ok(())
}
