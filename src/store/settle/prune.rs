//! What is deleted of months that were closed long ago, and what is left behind of it.

use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::{Reads, Result, Sql, Tx, on, statements};

statements! {
    /// Closed months before `$1` that have something to delete.
    MONTHS = Sql::same(
        "SELECT p.ym FROM period AS p WHERE p.state = 'closed' AND p.ym < $1
         AND (EXISTS (SELECT 1 FROM line_usage AS u WHERE u.period = p.ym)
         OR EXISTS (SELECT 1 FROM bill_change AS b WHERE b.period = p.ym)) ORDER BY p.ym");
    /// The last line, how many, and the bytes of the first `$2` rows of a month's use.
    USAGE_STEP = Sql::same(
        "SELECT MAX(x.line_id), COUNT(*), CAST(COALESCE(SUM(x.bytes), 0) AS BIGINT)
         FROM (SELECT line_id, bytes FROM line_usage WHERE period = $1 ORDER BY line_id LIMIT $2) AS x");
    USAGE = Sql::same("DELETE FROM line_usage WHERE period = $1 AND line_id <= $2");
    CHANGES_STEP = Sql::same(
        "SELECT MAX(x.line_id), COUNT(*), CAST(COALESCE(SUM(x.d), 0) AS BIGINT)
         FROM (SELECT line_id, COALESCE(after_minor, 0) - COALESCE(before_minor, 0) AS d FROM bill_change
         WHERE period = $1 AND draft = (SELECT MIN(draft) FROM bill_change WHERE period = $1) ORDER BY line_id LIMIT $2) AS x");
    CHANGES = Sql::same(
        "DELETE FROM bill_change WHERE period = $1 AND draft = (SELECT MIN(draft) FROM bill_change WHERE period = $1)
         AND line_id <= $2");
    NOTE = Sql::same(
        "INSERT INTO pruned (period, what, rows_n, sum_n, pruned_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (period, what) DO UPDATE SET rows_n = pruned.rows_n + excluded.rows_n,
         sum_n = pruned.sum_n + excluded.sum_n, pruned_at = excluded.pruned_at");
    OF_MONTH = Sql::same("SELECT pruned_at FROM pruned WHERE period = $1 AND what = 'usage'");
    LEFT_OVER = Sql::same(
        "SELECT COUNT(*), CAST(COALESCE(SUM(carry_out_minor), 0) AS BIGINT) FROM bill WHERE period = $1 AND carry_out_minor > 0");
}

/// What can be deleted of a closed month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Bytes by line: the bills have what they came to.
    Usage,
    /// What drafts had changed.
    Changes,
}

impl What {
    /// A stable word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::Changes => "draft-changes",
        }
    }
}

/// Closed months before one that have something to delete.
pub async fn months(c: &mut impl Reads, before: Period) -> Result<Vec<Period>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(MONTHS.on(e)).bind(before).fetch_all(c).await)?)
}

/// Deletes some rows of a month, and notes it: how many, and what they came to. (0, 0): there are none.
pub async fn some(tx: &mut Tx, what: What, period: Period, most: i64, now: Micros) -> Result<(i64, i64)> {
    let (step, delete) = match what {
        What::Usage => (USAGE_STEP, USAGE),
        What::Changes => (CHANGES_STEP, CHANGES),
    };
    let found: (Option<i64>, i64, i64) =
        on!(tx, |c, e| sqlx::query_as(step.on(e)).bind(period).bind(most).fetch_one(c).await)?;
    let (Some(last), rows, sum) = found else { return Ok((0, 0)) };
    on!(tx, |c, e| sqlx::query(delete.on(e)).bind(period).bind(last).execute(c).await.map(drop))?;
    on!(tx, |c, e| sqlx::query(NOTE.on(e))
        .bind(period)
        .bind(what.word())
        .bind(rows)
        .bind(sum)
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    Ok((rows, sum))
}

/// Since when the use of a month is gone; `None`: it is there.
pub async fn usage_gone(c: &mut impl Reads, period: Period) -> Result<Option<Micros>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(OF_MONTH.on(e)).bind(period).fetch_optional(c).await)?)
}

/// How many bills of a month leave something for the next one, and how much.
pub async fn left_over(c: &mut impl Reads, period: Period) -> Result<(i64, i64)> {
    Ok(on!(c, |c, e| sqlx::query_as(LEFT_OVER.on(e)).bind(period).fetch_one(c).await)?)
}
