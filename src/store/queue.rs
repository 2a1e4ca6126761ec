//! The queue of second and later attempts.
//!
//! First attempts wait in planned batches ([`super::batch`]); only what failed once, or is in doubt by itself, has
//! a row here, until it has a result.

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId};
use crate::domain::time::Micros;

use super::batch::Call;
use super::dialect::QUEUE_PICK;
use super::message::MessageNo;
use super::{Reads, Result, Sql, Tx, bulk, int_rows, ints, on, statements};

statements! {
    PUT = bulk!(
        "INSERT INTO queue (message_id, campaign_id, channel, step, night, state, batch_id, tries, due_at, code, updated_at)
         SELECT r.m, r.g, r.c, r.t, r.h, r.s, r.b, r.n, r.d, r.k, $2 FROM",
        rows(m int, g int, c text, t int, h int, s text, b int, n int, d int, k text),
        "WHERE NOT EXISTS (SELECT 1 FROM result o WHERE o.message_id = r.m)
         ON CONFLICT (message_id) DO UPDATE SET channel = excluded.channel, step = excluded.step, state = excluded.state,
         tries = excluded.tries, due_at = excluded.due_at, code = excluded.code, updated_at = excluded.updated_at
         WHERE queue.batch_id = excluded.batch_id AND queue.state <> 'queued' RETURNING message_id");
    /// Those that have ended while the statement that put them there waited for whoever ended them: on a server it sees
    /// neither the result nor the row that is gone with it.
    DROP_OVER = ints!(
        "DELETE FROM queue WHERE message_id IN (SELECT r.v FROM",
        ") AND EXISTS (SELECT 1 FROM result o WHERE o.message_id = queue.message_id) RETURNING message_id");
    DROP = ints!("DELETE FROM queue WHERE message_id IN (SELECT r.v FROM", ")");
    LIST = bulk!(
        "INSERT INTO attempt (batch_id, message_id, prev_batch_id, state) SELECT r.b, r.m, r.p, 'sending' FROM",
        rows(b int, m int, p int),
        "WHERE true");
    /// By their keys alone: the transaction holds them already. A planner that knows nothing yet of a queue that was empty
    /// a minute ago would otherwise read all that waits.
    TAKE = bulk!(
        "UPDATE queue SET state = 'sending', batch_id = r.b, tries = tries + 1, updated_at = $2 FROM",
        rows(b int, m int),
        "WHERE queue.message_id = r.m");
    /// A batch of which nothing was taken goes apart: its messages wait as before it was gathered.
    PUT_BACK = Sql::same(
        "UPDATE queue SET state = 'queued', tries = tries - 1, due_at = $2, updated_at = $2
         WHERE message_id IN (SELECT message_id FROM attempt WHERE batch_id = $1) AND batch_id = $1 AND state = 'sending'");
    CONFIRM = bulk!(
        "UPDATE queue SET state = 'sending', updated_at = $2 FROM",
        rows(b int, m int),
        "WHERE queue.message_id = r.m AND queue.batch_id = r.b AND queue.state = 'unknown'");
    NEXT_DUE = Sql::same("SELECT MIN(due_at) FROM queue WHERE campaign_id = $1 AND channel = $2 AND state = 'queued' AND night >= $3");
    QUEUED = Sql::same("SELECT COUNT(*) FROM queue WHERE campaign_id = $1 AND state = 'queued'");
    IN_DOUBT = Sql::same(
        "SELECT COUNT(*) FROM queue q WHERE q.campaign_id = $1 AND q.state = 'unknown'
         AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = q.batch_id AND b.state = 'doubt')");
    ANY_IN_DOUBT = Sql::same("SELECT COUNT(*) FROM (SELECT 1 FROM queue WHERE state = 'unknown' LIMIT 1) AS q");
    CANCEL = Sql::same(
        "DELETE FROM queue WHERE message_id IN
         (SELECT message_id FROM queue WHERE campaign_id = $1 AND state = 'queued' LIMIT $2) AND state = 'queued'
         RETURNING message_id, channel, batch_id");
}

/// A message that waits for another attempt, or is in doubt by itself.
#[derive(Debug, Clone, Serialize)]
pub struct Waiting<'a> {
    /// The message.
    #[serde(rename = "m")]
    pub message: MessageNo,
    /// Its campaign.
    #[serde(rename = "g")]
    pub campaign: i64,
    /// The channel of the next attempt.
    #[serde(rename = "c")]
    pub channel: &'a str,
    /// Its place in the route.
    #[serde(rename = "t")]
    pub step: i64,
    /// 1: the person agreed to advertising at night.
    #[serde(rename = "h")]
    pub night: i64,
    /// `queued` or `unknown`.
    #[serde(rename = "s")]
    pub state: &'a str,
    /// The batch of the attempt that brought it here.
    #[serde(rename = "b")]
    pub batch: i64,
    /// Attempts on the channel so far.
    #[serde(rename = "n")]
    pub tries: i64,
    /// Not before.
    #[serde(rename = "d")]
    pub due_at: i64,
    /// The code that decided.
    #[serde(rename = "k")]
    pub code: &'a str,
}

/// A message that may go out.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct Due {
    /// The message.
    pub message_id: MessageNo,
    /// The batch of its latest attempt.
    pub batch_id: Option<BatchId>,
}

/// A message in a batch that is no range.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Listed {
    /// The batch.
    #[serde(rename = "b")]
    pub batch: i64,
    /// The message.
    #[serde(rename = "m")]
    pub message: MessageNo,
    /// The batch of the attempt before.
    #[serde(rename = "p")]
    pub before: Option<i64>,
}

/// What was taken back from the queue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Taken {
    /// The message.
    pub message_id: MessageNo,
    /// The channel it waited for.
    pub channel: String,
    /// The batch of its latest attempt.
    pub batch_id: Option<BatchId>,
}

/// Puts messages into the queue whose present attempt is the one named; returns those that did move.
///
/// A word about an earlier attempt may come while another process writes down how a later one ended: whoever has ended by
/// then stays out.
pub async fn put(tx: &mut Tx, rows: &[Waiting<'_>], now: Micros) -> Result<Vec<MessageNo>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let json = serde_json::to_string(rows).map_err(super::StoreError::corrupt)?;
    let mut moved: Vec<MessageNo> =
        on!(tx, |c, e| sqlx::query_scalar(PUT.on(e)).bind(&json).bind(now).fetch_all(c).await)?;
    if !moved.is_empty() {
        let json = int_rows(moved.iter().copied());
        let over: Vec<MessageNo> = on!(tx, |c, e| sqlx::query_scalar(DROP_OVER.on(e)).bind(&json).fetch_all(c).await)?;
        moved.retain(|m| !over.contains(m));
    }
    Ok(moved)
}

/// Messages in doubt by themselves turned out to be with the provider: (batch, message).
pub async fn confirm(tx: &mut Tx, pairs: &[(i64, MessageNo)], now: Micros) -> Result<()> {
    if pairs.is_empty() {
        return Ok(());
    }
    let rows: Vec<serde_json::Value> = pairs.iter().map(|(b, m)| serde_json::json!({ "b": b, "m": m })).collect();
    let json = serde_json::Value::from(rows).to_string();
    on!(tx, |c, e| sqlx::query(CONFIRM.on(e)).bind(&json).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Takes messages that have a result out of the queue.
pub async fn drop_done(tx: &mut Tx, messages: &[MessageNo]) -> Result<()> {
    if messages.is_empty() {
        return Ok(());
    }
    let json = int_rows(messages.iter().copied());
    on!(tx, |c, e| sqlx::query(DROP.on(e)).bind(&json).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Up to `most` messages that are due on a call's channel, those that are due longest first. They are held until the end
/// of the transaction.
pub async fn due(tx: &mut Tx, call: &Call<'_>, most: i64) -> Result<Vec<Due>> {
    Ok(on!(tx, |c, e| sqlx::query_as(QUEUE_PICK.on(e))
        .bind(call.campaign)
        .bind(call.channel)
        .bind(call.now)
        .bind(most)
        .bind(i64::from(call.night))
        .fetch_all(c)
        .await)?)
}

/// Moves held messages into batches.
pub async fn take(tx: &mut Tx, rows: &[Listed], now: Micros) -> Result<()> {
    let json = serde_json::to_string(rows).map_err(super::StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(LIST.on(e)).bind(&json).execute(c).await.map(|_| ()))?;
    on!(tx, |c, e| sqlx::query(TAKE.on(e)).bind(&json).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The messages of a batch of which nothing was taken wait again.
pub async fn put_back(tx: &mut Tx, batch: BatchId, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(PUT_BACK.on(e)).bind(batch).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// When the next message of a channel is due (only those that may go at night, where `night`).
pub async fn next_due(c: &mut impl Reads, campaign: CampaignId, channel: &str, night: bool) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(NEXT_DUE.on(e))
        .bind(campaign)
        .bind(channel)
        .bind(i64::from(night))
        .fetch_one(conn)
        .await)?)
}

/// Messages of a campaign that wait here.
pub async fn queued(c: &mut impl Reads, campaign: CampaignId) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(QUEUED.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// Messages of a campaign that are in doubt by themselves, their batch being answered.
pub async fn in_doubt(c: &mut impl Reads, campaign: CampaignId) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(IN_DOUBT.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// Whether any message at all is in doubt by itself.
pub async fn any_in_doubt(c: &mut impl Reads) -> Result<bool> {
    let n: i64 = on!(c, |conn, e| sqlx::query_scalar(ANY_IN_DOUBT.on(e)).fetch_one(conn).await)?;
    Ok(n > 0)
}

/// Takes up to `most` waiting messages of a campaign away.
pub async fn cancel(tx: &mut Tx, campaign: CampaignId, most: i64) -> Result<Vec<Taken>> {
    Ok(on!(tx, |c, e| sqlx::query_as(CANCEL.on(e)).bind(campaign).bind(most).fetch_all(c).await)?)
}
