//! What providers say they did, held against what we have.

use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::{Reads, Result, Sql, Tx, on, statements};

statements! {
    /// Who was called between two moments.
    PROVIDERS = Sql::same(
        "SELECT DISTINCT provider FROM batch WHERE claimed_at >= $1 AND claimed_at < $2 AND provider IS NOT NULL ORDER BY provider");
    /// Calls to a provider between two moments, in the order of their ids.
    CALLS = Sql::same(
        "SELECT id, channel, claimed_at, first_id, last_id, provider_ids FROM batch
         WHERE provider = $1 AND claimed_at >= $2 AND claimed_at < $3 AND id > $4 ORDER BY id LIMIT $5");
    /// What was delivered of a range: message, what it cost.
    DELIVERED_OF_RANGE = Sql::same(
        "SELECT message_id, price_minor FROM result WHERE message_id BETWEEN $2 AND $3 AND state = 'delivered'
         AND (batch_id IS NULL OR batch_id = $1) ORDER BY message_id");
    /// Attempts of a call: message, the provider's id, whether it failed, and what the message cost if it was delivered by it.
    ATTEMPTS = Sql::same(
        "SELECT a.message_id, a.provider_id, CAST(CASE a.state WHEN 'failed' THEN 1 ELSE 0 END AS BIGINT) AS failed, r.price_minor
         FROM attempt AS a LEFT JOIN result AS r ON r.message_id = a.message_id AND r.batch_id = a.batch_id AND r.state = 'delivered'
         WHERE a.batch_id = $1 ORDER BY a.message_id");
    PUT = Sql::same(
        "INSERT INTO provider_statement (period, provider, sha256, body, actor, compared_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (period, provider) DO UPDATE SET sha256 = excluded.sha256, body = excluded.body, actor = excluded.actor,
         compared_at = excluded.compared_at");
    STATEMENTS = Sql::same("SELECT provider, body FROM provider_statement WHERE period = $1 ORDER BY provider");
    DIFFERENCES = Sql::same("SELECT * FROM statement_difference WHERE period = $1 ORDER BY provider, kind, channel");
    FORGET = Sql::same("DELETE FROM statement_difference WHERE period = $1 AND provider = $2");
    DIFFER = Sql::same(
        "INSERT INTO statement_difference (period, provider, kind, channel, n, amount_minor, examples, reason, actor, accepted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    ACCEPT = Sql::same(
        "UPDATE statement_difference SET reason = $6, actor = $7, accepted_at = $8
         WHERE period = $1 AND provider = $2 AND kind = $3 AND channel = $4 AND n = $5");
}

/// A call to a provider.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Call {
    /// Its id.
    pub id: i64,
    /// The channel.
    pub channel: String,
    /// When it was made, by the wall clock.
    pub claimed_at: Micros,
    /// Its messages, where they are a range.
    pub first_id: Option<i64>,
    /// The last of them.
    pub last_id: Option<i64>,
    /// The provider's ids of those that it took.
    pub provider_ids: Option<String>,
}

/// What became of a message in a call, where more is on record than that it was delivered.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AttemptRow {
    /// The message.
    pub message_id: i64,
    /// The provider's id.
    pub provider_id: Option<String>,
    /// 1: it failed.
    pub failed: i64,
    /// What it cost, where it was delivered by this call.
    pub price_minor: Option<i64>,
}

/// A difference as kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct DifferenceRow {
    /// The month.
    pub period: Period,
    /// The provider.
    pub provider: String,
    /// `only_ours`, `only_theirs`, `status_differs`, `price_differs`.
    pub kind: String,
    /// The channel.
    pub channel: String,
    /// Messages.
    pub n: i64,
    /// Theirs less ours.
    pub amount_minor: i64,
    /// The first of them (JSON).
    pub examples: String,
    /// Why it is right all the same; `None`: nobody has said so.
    pub reason: Option<String>,
    /// Who has.
    pub actor: Option<String>,
    /// When.
    pub accepted_at: Option<Micros>,
}

/// Who was called between two moments of the wall clock.
pub async fn providers(c: &mut impl Reads, from: Micros, to: Micros) -> Result<Vec<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(PROVIDERS.on(e)).bind(from).bind(to).fetch_all(c).await)?)
}

/// The next calls behind one.
pub async fn calls(
    c: &mut impl Reads,
    provider: &str,
    (from, to): (Micros, Micros),
    after: i64,
    limit: i64,
) -> Result<Vec<Call>> {
    Ok(on!(c, |c, e| sqlx::query_as(CALLS.on(e))
        .bind(provider)
        .bind(from)
        .bind(to)
        .bind(after)
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// Messages of a range that were delivered by its call, and what they cost.
pub async fn delivered(c: &mut impl Reads, call: i64, first: i64, last: i64) -> Result<Vec<(i64, i64)>> {
    Ok(on!(c, |c, e| sqlx::query_as(DELIVERED_OF_RANGE.on(e)).bind(call).bind(first).bind(last).fetch_all(c).await)?)
}

/// What is on record of single messages of a call.
pub async fn attempts(c: &mut impl Reads, call: i64) -> Result<Vec<AttemptRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(ATTEMPTS.on(e)).bind(call).fetch_all(c).await)?)
}

/// Keeps what came of a comparison, in place of the one before.
pub async fn put(
    tx: &mut Tx,
    (period, provider): (Period, &str),
    (sha256, body): (&str, &str),
    actor: &str,
    now: Micros,
    differences: &[DifferenceRow],
) -> Result<()> {
    on!(tx, |c, e| sqlx::query(PUT.on(e))
        .bind(period)
        .bind(provider)
        .bind(sha256)
        .bind(body)
        .bind(actor)
        .bind(now)
        .execute(c)
        .await
        .map(drop))?;
    on!(tx, |c, e| sqlx::query(FORGET.on(e)).bind(period).bind(provider).execute(c).await.map(drop))?;
    for d in differences {
        on!(tx, |c, e| sqlx::query(DIFFER.on(e))
            .bind(d.period)
            .bind(&d.provider)
            .bind(&d.kind)
            .bind(&d.channel)
            .bind(d.n)
            .bind(d.amount_minor)
            .bind(&d.examples)
            .bind(&d.reason)
            .bind(&d.actor)
            .bind(d.accepted_at)
            .execute(c)
            .await
            .map(drop))?;
    }
    Ok(())
}

/// Comparisons of a month: provider, what came out (JSON).
pub async fn statements(c: &mut impl Reads, period: Period) -> Result<Vec<(String, String)>> {
    Ok(on!(c, |c, e| sqlx::query_as(STATEMENTS.on(e)).bind(period).fetch_all(c).await)?)
}

/// All differences of a month.
pub async fn differences(c: &mut impl Reads, period: Period) -> Result<Vec<DifferenceRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(DIFFERENCES.on(e)).bind(period).fetch_all(c).await)?)
}

/// Notes why a difference is right. False where it is not there in that number.
pub async fn accept(tx: &mut Tx, d: &DifferenceRow) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ACCEPT.on(e))
        .bind(d.period)
        .bind(&d.provider)
        .bind(&d.kind)
        .bind(&d.channel)
        .bind(d.n)
        .bind(&d.reason)
        .bind(&d.actor)
        .bind(d.accepted_at)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}
