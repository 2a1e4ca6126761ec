//! How messages ended: one row each, written once, and the roll-up of them that statistics read.

use serde::Serialize;

use crate::domain::time::Micros;

use super::message::MessageNo;
use super::{Result, Sql, StoreError, Tx, bulk, int_rows, ints, on, statements};

statements! {
    /// A message may end through its planned batch as long as it is in no queue, and otherwise through the
    /// batch of its latest attempt only.
    END = bulk!(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT r.m, r.b, $2, $3, $4, $5, r.t, $6 FROM",
        rows(m int, b int, t int, f int),
        "LEFT JOIN queue AS q ON q.message_id = r.m
         WHERE (q.message_id IS NULL AND r.f = 1) OR (q.batch_id = r.b AND q.state <> 'queued')
         ON CONFLICT (message_id) DO NOTHING");
    END_TELLING = bulk!(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT r.m, r.b, $2, $3, $4, $5, r.t, $6 FROM",
        rows(m int, b int, t int, f int),
        "LEFT JOIN queue AS q ON q.message_id = r.m
         WHERE (q.message_id IS NULL AND r.f = 1) OR (q.batch_id = r.b AND q.state <> 'queued')
         ON CONFLICT (message_id) DO NOTHING RETURNING message_id");
    /// Deliveries by first attempts, each one integer: the message, and in the lowest 24 bits the seconds from `$7` to
    /// the moment that the provider names (all set: it names none). The batch is the one the message was planned for.
    FIRST = ints!(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT r.v >> 24, NULL, $2, $3, $4, $5,
         CASE r.v & 16777215 WHEN 16777215 THEN NULL ELSE $7 + (r.v & 16777215) * 1000000 END, $6 FROM",
        "LEFT JOIN queue AS q ON q.message_id = r.v >> 24 WHERE q.message_id IS NULL
         ON CONFLICT (message_id) DO NOTHING");
    FIRST_TELLING = ints!(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT r.v >> 24, NULL, $2, $3, $4, $5,
         CASE r.v & 16777215 WHEN 16777215 THEN NULL ELSE $7 + (r.v & 16777215) * 1000000 END, $6 FROM",
        "LEFT JOIN queue AS q ON q.message_id = r.v >> 24 WHERE q.message_id IS NULL
         ON CONFLICT (message_id) DO NOTHING RETURNING message_id");
    /// What the rule had decided for want of a report, and a report says otherwise after all.
    CORRECT = bulk!(
        "UPDATE result SET state = 'delivered', channel = $2, code = $3, price_minor = $4, reported_at = r.t, at = $5 FROM",
        rows(m int, b int, t int, f int),
        "WHERE result.message_id = r.m AND result.batch_id = r.b AND result.state = 'failed' AND result.code = $6
         RETURNING result.message_id");
    SAVE = Sql::same("SAVEPOINT ends");
    BACK = Sql::same("ROLLBACK TO SAVEPOINT ends");
    RELEASE = Sql::same("RELEASE SAVEPOINT ends");
    CANCEL_RANGE = Sql::same(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT m.id, NULL, $3, 'cancelled', $4, 0, NULL, $5 FROM message m WHERE m.id BETWEEN $1 AND $2");
    CANCEL_EACH = bulk!(
        "INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, reported_at, at)
         SELECT r.m, r.b, r.c, 'cancelled', $2, 0, NULL, $3 FROM",
        rows(m int, b int, c text),
        "WHERE true ON CONFLICT (message_id) DO NOTHING");
    TALLY = bulk!(
        "INSERT INTO tally (campaign_id, day, channel, state, code, n, price_minor)
         SELECT r.g, r.d, r.c, r.s, r.k, r.n, r.p FROM",
        rows(g int, d text, c text, s text, k text, n int, p int),
        "WHERE true ON CONFLICT (campaign_id, day, channel, state, code)
         DO UPDATE SET n = tally.n + excluded.n, price_minor = tally.price_minor + excluded.price_minor");
}

/// One end among several that have everything else in common.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct End {
    /// The message.
    #[serde(rename = "m")]
    pub message: MessageNo,
    /// The batch of the attempt that decided.
    #[serde(rename = "b")]
    pub batch: i64,
    /// When, by the provider's word, it happened.
    #[serde(rename = "t")]
    pub at: Option<i64>,
    /// 1: the message lies in that batch's range.
    #[serde(rename = "f")]
    pub first: u8,
}

/// What several ends have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fate<'a> {
    /// The channel that brought it.
    pub channel: &'a str,
    /// A final state.
    pub state: &'a str,
    /// The code.
    pub code: &'a str,
    /// What each cost.
    pub price_minor: i64,
}

/// A change of the tally.
#[derive(Debug, Clone, Serialize)]
pub struct TallyDelta<'a> {
    /// The campaign.
    #[serde(rename = "g")]
    pub campaign: i64,
    /// The Korean day, `2026-11-21`.
    #[serde(rename = "d")]
    pub day: &'a str,
    /// The channel.
    #[serde(rename = "c")]
    pub channel: &'a str,
    /// A final state.
    #[serde(rename = "s")]
    pub state: &'a str,
    /// The code.
    #[serde(rename = "k")]
    pub code: &'a str,
    /// Messages.
    #[serde(rename = "n")]
    pub n: i64,
    /// What they cost.
    #[serde(rename = "p")]
    pub price_minor: i64,
}

/// Which of some ends were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Every one of them.
    All,
    /// Only these messages'; the others had ended before, or have gone on to another attempt.
    Some(Vec<MessageNo>),
}

/// Writes ends of one fate.
pub async fn end(tx: &mut Tx, fate: Fate<'_>, ends: &[End], now: Micros) -> Result<Written> {
    if ends.is_empty() {
        return Ok(Written::All);
    }
    let json = serde_json::to_string(ends).map_err(StoreError::corrupt)?;
    write(tx, (END, END_TELLING), (&json, ends.len()), fate, now, None).await
}

/// Writes deliveries by first attempts: (message, when by the provider's word). Messages in the queue are passed over.
pub async fn first(tx: &mut Tx, fate: Fate<'_>, ends: &[(MessageNo, Option<i64>)], now: Micros) -> Result<Written> {
    const UNTOLD: i64 = 0xFF_FFFF;
    if ends.is_empty() {
        return Ok(Written::All);
    }
    let base = ends.iter().filter_map(|e| e.1).min().unwrap_or(0);
    let packed = |(message, at): &(MessageNo, Option<i64>)| {
        let seconds = at.map_or(UNTOLD, |t| ((t - base) / 1_000_000).min(UNTOLD - 1));
        (message << 24) | seconds
    };
    let json = int_rows(ends.iter().map(packed));
    write(tx, (FIRST, FIRST_TELLING), (&json, ends.len()), fate, now, Some(base)).await
}

/// Writes `n` rows by the first of two statements; where not all of them are news, by the second one, which tells which
/// were. As a rule every report is news, and telling would cost as much as writing.
async fn write(
    tx: &mut Tx,
    (all, telling): (Sql, Sql),
    (json, n): (&str, usize),
    fate: Fate<'_>,
    now: Micros,
    base: Option<i64>,
) -> Result<Written> {
    plain(tx, SAVE).await?;
    let written = on!(tx, |c, e| {
        let q = sqlx::query(all.on(e)).bind(json).bind(fate.channel).bind(fate.state);
        let q = q.bind(fate.code).bind(fate.price_minor).bind(now);
        let q = if let Some(base) = base { q.bind(base) } else { q };
        q.execute(c).await.map(|r| r.rows_affected())
    })?;
    if written == n as u64 {
        plain(tx, RELEASE).await?;
        return Ok(Written::All);
    }
    plain(tx, BACK).await?;
    let told = on!(tx, |c, e| {
        let q = sqlx::query_scalar(telling.on(e)).bind(json).bind(fate.channel).bind(fate.state);
        let q = q.bind(fate.code).bind(fate.price_minor).bind(now);
        let q = if let Some(base) = base { q.bind(base) } else { q };
        q.fetch_all(c).await
    })?;
    plain(tx, RELEASE).await?;
    Ok(Written::Some(told))
}

/// Messages that had failed with `code`, by rule, turn out to have been delivered by the attempt that it was said of;
/// returns those whose result was changed.
pub async fn correct(tx: &mut Tx, fate: Fate<'_>, code: &str, ends: &[End], now: Micros) -> Result<Vec<MessageNo>> {
    let json = serde_json::to_string(ends).map_err(StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query_scalar(CORRECT.on(e))
        .bind(&json)
        .bind(fate.channel)
        .bind(fate.code)
        .bind(fate.price_minor)
        .bind(now)
        .bind(code)
        .fetch_all(c)
        .await)?)
}

async fn plain(tx: &mut Tx, sql: Sql) -> Result<()> {
    on!(tx, |c, e| sqlx::query(sql.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The messages with ids from `first` to `last` are taken back before their first attempt; returns how many.
pub async fn cancel_range(
    tx: &mut Tx,
    (first, last): (i64, i64),
    channel: &str,
    code: &str,
    now: Micros,
) -> Result<i64> {
    let n = on!(tx, |c, e| sqlx::query(CANCEL_RANGE.on(e))
        .bind(first)
        .bind(last)
        .bind(channel)
        .bind(code)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Messages that were taken out of the queue are taken back.
pub async fn cancel_each(tx: &mut Tx, taken: &[super::queue::Taken], code: &str, now: Micros) -> Result<()> {
    let rows: Vec<serde_json::Value> = taken
        .iter()
        .map(|t| serde_json::json!({ "m": t.message_id, "b": t.batch_id.map(|b| b.0), "c": t.channel }))
        .collect();
    let json = serde_json::Value::from(rows).to_string();
    on!(tx, |c, e| sqlx::query(CANCEL_EACH.on(e)).bind(&json).bind(code).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Adds final results to the tally.
pub async fn tally(tx: &mut Tx, deltas: &[TallyDelta<'_>]) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let rows = serde_json::to_string(deltas).map_err(StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(TALLY.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
}
