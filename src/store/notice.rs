//! What operators and sites are to be told, each once for a target; leased while somebody tells it.

use crate::domain::id::{NoticeId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    ADD = Sql::same(
        "INSERT INTO notice (site_id, kind, dedupe, payload, target, state, due_at, created_at)
         VALUES ($1, $2, $3, $4, $5, 'ready', 0, $6) ON CONFLICT (dedupe) DO NOTHING");
    /// The marks of a site: below which it is told, whether it was; below which it is topped up, whether that was
    /// asked for, and what is about to come in.
    MARKS = Sql::same(
        "SELECT s.name, s.callback, s.low_balance_minor, s.low_balance_said, r.threshold_minor, r.low,
         (SELECT a.net_minor FROM autocharge a WHERE a.site_id = s.id AND a.state IN ('requested', 'processing', 'unknown')) AS coming
         FROM site s LEFT JOIN autocharge_rule r ON r.site_id = s.id AND r.enabled = 1 WHERE s.id = $1");
    DUE = Sql::same(
        "SELECT * FROM notice WHERE state IN ('ready', 'leased') AND due_at <= $1 ORDER BY due_at, id LIMIT $2");
    /// One row where it is still due.
    LEASE = Sql::same(
        "UPDATE notice SET state = 'leased', due_at = $3, attempts = attempts + 1
         WHERE id = $1 AND state IN ('ready', 'leased') AND due_at <= $2 RETURNING attempts");
    /// One row where nobody else has it.
    MARK = Sql::same(
        "UPDATE notice SET state = $3, due_at = $4, detail = $5, sent_at = CASE WHEN $3 = 'sent' THEN CAST($6 AS BIGINT) ELSE NULL END
         WHERE id = $1 AND state = 'leased' AND attempts = $2");
    PAGE = Sql::same(
        "SELECT * FROM notice WHERE ($1 = 0 OR site_id = $1) AND ($2 = '' OR state = $2) ORDER BY id DESC LIMIT $3");
    AGAIN = Sql::same("UPDATE notice SET state = 'ready', due_at = 0, attempts = 0 WHERE state IN ('dead', 'skipped')");
}

/// A notice as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NoticeRow {
    /// Its id.
    pub id: NoticeId,
    /// About which site.
    pub site_id: SiteId,
    /// `low-balance`, `auto-charge-blocked`, …
    pub kind: String,
    /// What it is about, and its target.
    pub dedupe: String,
    /// JSON.
    pub payload: String,
    /// `log`, `callback` or `alert`.
    pub target: String,
    /// `ready`, `leased`, `sent`, `skipped` or `dead`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried (again), by the wall clock.
    pub due_at: Micros,
    /// Why it could not be told.
    pub detail: Option<String>,
    /// When it happened.
    pub created_at: Micros,
    /// When it was told.
    pub sent_at: Option<Micros>,
}

/// Where a site's balance is looked at.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Marks {
    /// The site's name.
    pub name: String,
    /// Where it is told.
    pub callback: Option<String>,
    /// Below which it is told.
    pub low_balance_minor: Option<Minor>,
    /// 1: it was told.
    pub low_balance_said: i64,
    /// Below which it is topped up, where a rule holds.
    pub threshold_minor: Option<Minor>,
    /// 1: that was asked for.
    pub low: Option<i64>,
    /// What is about to come in, VAT excluded.
    pub coming: Option<Minor>,
}

/// What is to be told.
#[derive(Debug, Clone, Copy)]
pub struct NewNotice<'a> {
    /// About which site.
    pub site: SiteId,
    /// `low-balance`, …
    pub kind: &'a str,
    /// What it is about, and its target: the same is not told twice.
    pub dedupe: &'a str,
    /// JSON.
    pub payload: &'a str,
    /// `log`, `callback`, `alert`.
    pub target: &'a str,
    /// When it happened.
    pub now: Micros,
}

/// Notes what is to be told. False where it was noted before.
pub async fn add(tx: &mut Tx, n: &NewNotice<'_>) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ADD.on(e))
        .bind(n.site)
        .bind(n.kind)
        .bind(n.dedupe)
        .bind(n.payload)
        .bind(n.target)
        .bind(n.now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The marks of a site.
pub async fn marks(c: &mut impl Reads, site: SiteId) -> Result<Option<Marks>> {
    Ok(on!(c, |c, e| sqlx::query_as(MARKS.on(e)).bind(site).fetch_optional(c).await)?)
}

/// What is due at `wall`.
pub async fn due(c: &mut impl Reads, wall: Micros, limit: i64) -> Result<Vec<NoticeRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(DUE.on(e)).bind(wall).bind(limit).fetch_all(c).await)?)
}

/// Takes one to tell it: which try it is. `None`: somebody else has it.
pub async fn lease(tx: &mut Tx, id: NoticeId, wall: Micros, until: Micros) -> Result<Option<i64>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(LEASE.on(e)).bind(id).bind(wall).bind(until).fetch_optional(c).await)?)
}

/// What became of a try. False where somebody else has it by now.
pub async fn mark(
    tx: &mut Tx,
    (id, attempt): (NoticeId, i64),
    state: &str,
    due: Micros,
    detail: Option<&str>,
    now: Micros,
) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(MARK.on(e))
        .bind(id)
        .bind(attempt)
        .bind(state)
        .bind(due)
        .bind(detail)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The last ones, the newest first.
pub async fn list(c: &mut impl Reads, site: Option<SiteId>, state: &str, limit: i64) -> Result<Vec<NoticeRow>> {
    let site = site.map_or(0, |s| s.0);
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e)).bind(site).bind(state).bind(limit).fetch_all(c).await)?)
}

/// What was given up is tried once more; how many.
pub async fn again(tx: &mut Tx) -> Result<u64> {
    Ok(on!(tx, |c, e| sqlx::query(AGAIN.on(e)).execute(c).await.map(|r| r.rows_affected()))?)
}
