//! Operations that operators asked for, by key: done once, refused once, answered the same for ever.

use crate::domain::id::SiteId;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    /// One row where the key is new.
    INTEND = Sql::same(
        "INSERT INTO op (site_id, key, verb, request, request_hash, state, actor, created_at)
         VALUES ($1, $2, $3, $4, $5, 'intent', $6, $7) ON CONFLICT (site_id, key) DO NOTHING");
    GET = Sql::same("SELECT * FROM op WHERE site_id = $1 AND key = $2");
    /// One row where nothing had been decided yet.
    DECIDE = Sql::same(
        "UPDATE op SET state = $4, code = $5, result = $6
         WHERE site_id = $1 AND key = $2 AND request_hash = $3 AND state = 'intent'");
    /// What was asked for is as if it had not been.
    FORGET = Sql::same("DELETE FROM op WHERE site_id = $1 AND key = $2 AND request_hash = $3 AND state = 'intent'");
    UNDECIDED = Sql::same("SELECT * FROM op WHERE state = 'intent' ORDER BY created_at, site_id, key LIMIT $1");
}

/// An operation as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpRow {
    /// Whose.
    pub site_id: SiteId,
    /// Its key.
    pub key: String,
    /// What was asked for: `topup`, `refund`, …
    pub verb: String,
    /// The request (JSON), for it to be done later.
    pub request: String,
    /// What the key stands for.
    pub request_hash: String,
    /// `intent`, `ok` or `rejected`.
    pub state: String,
    /// Why it was refused.
    pub code: Option<String>,
    /// The answer (JSON).
    pub result: Option<String>,
    /// Who asked.
    pub actor: String,
    /// When.
    pub created_at: Micros,
}

/// An operation that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct NewOp<'a> {
    /// Whose.
    pub site: SiteId,
    /// Its key.
    pub key: &'a str,
    /// What is asked for.
    pub verb: &'a str,
    /// The request (JSON).
    pub request: &'a str,
    /// What the key stands for.
    pub request_hash: &'a str,
    /// Who asks.
    pub actor: &'a str,
    /// Now.
    pub now: Micros,
}

/// Notes that an operation is asked for. False where the key is known.
pub async fn intend(tx: &mut Tx, op: &NewOp<'_>) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(INTEND.on(e))
        .bind(op.site)
        .bind(op.key)
        .bind(op.verb)
        .bind(op.request)
        .bind(op.request_hash)
        .bind(op.actor)
        .bind(op.now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The operation of a key.
pub async fn get(c: &mut impl Reads, site: SiteId, key: &str) -> Result<Option<OpRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(GET.on(e)).bind(site).bind(key).fetch_optional(c).await)?)
}

/// Decides an operation: `ok` or `rejected`, with its answer. False where it had been decided.
pub async fn decide(
    tx: &mut Tx,
    site: SiteId,
    (key, request_hash): (&str, &str),
    state: &str,
    code: Option<&str>,
    result: &str,
) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(DECIDE.on(e))
        .bind(site)
        .bind(key)
        .bind(request_hash)
        .bind(state)
        .bind(code)
        .bind(result)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Forgets an operation that can never be done, unless it was decided.
pub async fn forget(tx: &mut Tx, site: SiteId, key: &str, request_hash: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(FORGET.on(e)).bind(site).bind(key).bind(request_hash).execute(c).await.map(drop))?;
    Ok(())
}

/// Operations that were asked for and never decided: whoever asked died in between.
pub async fn undecided(c: &mut impl Reads, limit: i64) -> Result<Vec<OpRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(UNDECIDED.on(e)).bind(limit).fetch_all(c).await)?)
}
