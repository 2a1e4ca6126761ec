//! Messages: written down by a plan, claimed a batch at a time, moved by results.
//!
//! Every move is guarded by the state (and the batch) it starts from, so that a result that comes
//! twice, late or out of order moves nothing.

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId, MessageId, RecipientId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, bulk, on, statements};

statements! {
    BLOCK = Sql::same("UPDATE sequence SET next = next + $1 WHERE name = 'message' RETURNING next - $1");
    ENQUEUE = bulk!(
        "INSERT INTO message (id, campaign_id, recipient_id, phone_ix, sealed, key_id, route, step, channel, state,
         batch_id, tries, due_at, price_minor, code, updated_at)
         SELECT r.i, $2, r.p, r.x, r.s, $3, r.w, 0, r.c, 'queued', NULL, 0, $4, NULL, NULL, $4 FROM",
        rows(i int, p int, x bytes, s bytes, w text, c text),
        "ORDER BY r.ord");
    CLAIMED = Sql::same(
        "UPDATE message SET state = 'sending', batch_id = $1, tries = tries + 1, updated_at = $2
         WHERE id IN (SELECT message_id FROM attempt WHERE batch_id = $1) AND state = 'queued'
         RETURNING id, phone_ix, sealed, key_id, route, step, tries");
    MOVE = bulk!(
        "UPDATE message SET state = r.s, step = COALESCE(r.t, step), channel = COALESCE(r.c, channel),
         tries = COALESCE(r.n, tries), due_at = COALESCE(r.d, due_at), code = r.k, price_minor = r.p, updated_at = $2 FROM",
        rows(m int, b int, s text, t int, c text, n int, d int, k text, p int),
        "WHERE message.id = r.m AND message.batch_id = r.b AND message.state IN ('sending', 'accepted', 'unknown')
         RETURNING message.id");
    STANDING = bulk!(
        "SELECT m.id, m.phone_ix, m.sealed, m.key_id, m.route, m.step, m.tries FROM",
        rows(m int),
        "JOIN message AS m ON m.id = r.m");
    CANCEL_QUEUED = Sql::same(
        "UPDATE message SET state = 'cancelled', code = 'CANCELLED', updated_at = $2
         WHERE campaign_id = $1 AND state = 'queued' RETURNING channel");
    NEXT_DUE = Sql::same(
        "SELECT MIN(due_at) FROM message WHERE campaign_id = $1 AND channel = $2 AND state = 'queued'");
    QUEUED = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1 AND state = 'queued'");
    LAST_IN_CAMPAIGN = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1");
    BY_ID = Sql::same("SELECT * FROM message WHERE id = $1");
    PAGE = Sql::same(
        "SELECT * FROM message WHERE campaign_id = $1 AND id > $2 AND ($3 = '' OR state = $3) ORDER BY id LIMIT $4");
    OF_PERSON = Sql::same("SELECT * FROM message WHERE phone_ix = $1 ORDER BY id DESC LIMIT $2");
    RETRY_FAILED = Sql::same(
        "UPDATE message SET state = 'queued', step = 0, channel = $2, route = $3, tries = 0, due_at = $4, updated_at = $4,
         code = NULL, price_minor = NULL
         WHERE campaign_id = $1 AND state = 'failed' AND route = $3 RETURNING id");
    FAILED_ROUTES = Sql::same("SELECT DISTINCT route FROM message WHERE campaign_id = $1 AND state = 'failed'");
    RECOUNT = Sql::same(
        "SELECT channel, state, COALESCE(code, '') AS code, COUNT(*) AS n, CAST(COALESCE(SUM(price_minor), 0) AS BIGINT) AS price_minor
         FROM message WHERE campaign_id = $1 GROUP BY channel, state, COALESCE(code, '')");
}

/// A message to be written down.
#[derive(Debug, Serialize)]
pub struct NewMessage<'a> {
    /// Its id, from a block ([`block`]).
    #[serde(rename = "i")]
    pub id: i64,
    /// The recipient, if it is one of the site's people.
    #[serde(rename = "p")]
    pub recipient: Option<i64>,
    /// Blind index of the number, hex.
    #[serde(rename = "x")]
    pub phone_ix: &'a str,
    /// The sealed snapshot, hex.
    #[serde(rename = "s")]
    pub sealed: &'a str,
    /// Its way.
    #[serde(rename = "w")]
    pub route: &'a str,
    /// The first channel of it.
    #[serde(rename = "c")]
    pub channel: &'a str,
}

/// A message in hand: what it takes to send it or to judge its result.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct InHand {
    /// Its id.
    pub id: MessageId,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed snapshot; `None` once the person was erased.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: i64,
    /// Its way.
    pub route: String,
    /// Where it stands on it.
    pub step: i64,
    /// Attempts on the present channel.
    pub tries: i64,
}

/// A guarded move of a message. `None` leaves a column as it is.
#[derive(Debug, Clone, Serialize)]
pub struct MessageMove<'a> {
    /// The message.
    #[serde(rename = "m")]
    pub message: MessageNo,
    /// The batch of the attempt that brought the result.
    #[serde(rename = "b")]
    pub batch: i64,
    /// The new state.
    #[serde(rename = "s")]
    pub state: &'a str,
    /// Place on the way.
    #[serde(rename = "t")]
    pub step: Option<u8>,
    /// Channel at that place.
    #[serde(rename = "c")]
    pub channel: Option<&'a str>,
    /// Attempts on the channel.
    #[serde(rename = "n")]
    pub tries: Option<i64>,
    /// Not before.
    #[serde(rename = "d")]
    pub due_at: Option<i64>,
    /// The code that decided.
    #[serde(rename = "k")]
    pub code: Option<&'a str>,
    /// What it cost.
    #[serde(rename = "p")]
    pub price_minor: Option<i64>,
}

/// A message id as a JSON number.
pub type MessageNo = i64;

/// A message as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MessageRow {
    /// Its id.
    pub id: MessageId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// The recipient, if it is one of the site's people.
    pub recipient_id: Option<RecipientId>,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed snapshot.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: i64,
    /// Its way.
    pub route: String,
    /// Where it stands on it.
    pub step: i64,
    /// The channel there.
    pub channel: String,
    /// A `MessageState`.
    pub state: String,
    /// The batch of the latest attempt.
    pub batch_id: Option<BatchId>,
    /// Attempts on the present channel.
    pub tries: i64,
    /// Not before.
    pub due_at: Micros,
    /// What it cost.
    pub price_minor: Option<i64>,
    /// The code that decided last.
    pub code: Option<String>,
    /// When it last moved.
    pub updated_at: Micros,
}

/// The first of `n` fresh message ids.
pub async fn block(tx: &mut Tx, n: i64) -> Result<i64> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(BLOCK.on(e)).bind(n).fetch_one(c).await)?)
}

/// Writes messages down in state `queued`, due at `now`.
pub async fn enqueue(
    tx: &mut Tx,
    campaign: CampaignId,
    key_id: i64,
    rows: &[NewMessage<'_>],
    now: Micros,
) -> Result<()> {
    let json = serde_json::to_string(rows).map_err(super::StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(ENQUEUE.on(e))
        .bind(&json)
        .bind(campaign)
        .bind(key_id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Moves the messages of a fresh batch to `sending` and hands them out.
pub async fn claimed(tx: &mut Tx, batch: BatchId, now: Micros) -> Result<Vec<InHand>> {
    Ok(on!(tx, |c, e| sqlx::query_as(CLAIMED.on(e)).bind(batch).bind(now).fetch_all(c).await)?)
}

/// Moves messages; returns those that did move.
pub async fn shift(tx: &mut Tx, moves: &[MessageMove<'_>], now: Micros) -> Result<Vec<MessageId>> {
    if moves.is_empty() {
        return Ok(Vec::new());
    }
    let json = serde_json::to_string(moves).map_err(super::StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query_scalar(MOVE.on(e)).bind(&json).bind(now).fetch_all(c).await)?)
}

/// Where messages stand.
pub async fn standing(c: &mut impl Reads, ids: &[MessageNo]) -> Result<Vec<InHand>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<serde_json::Value> = ids.iter().map(|m| serde_json::json!({ "m": m })).collect();
    let json = serde_json::Value::from(rows).to_string();
    Ok(on!(c, |conn, e| sqlx::query_as(STANDING.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// Takes back what waits in the queue; returns the channel of each.
pub async fn cancel_queued(tx: &mut Tx, campaign: CampaignId, now: Micros) -> Result<Vec<String>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(CANCEL_QUEUED.on(e)).bind(campaign).bind(now).fetch_all(c).await)?)
}

/// When the next message of a channel is due, if one is queued.
pub async fn next_due(c: &mut impl Reads, campaign: CampaignId, channel: &str) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(NEXT_DUE.on(e)).bind(campaign).bind(channel).fetch_one(conn).await)?)
}

/// Messages in the queue of a campaign.
pub async fn queued(c: &mut impl Reads, campaign: CampaignId) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(QUEUED.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// Messages of a campaign that are written down.
pub async fn count(c: &mut impl Reads, campaign: CampaignId) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(LAST_IN_CAMPAIGN.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// The message with that id.
pub async fn by_id(c: &mut impl Reads, id: MessageId) -> Result<Option<MessageRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(conn).await)?)
}

/// A page of a campaign's messages after `after`, in one state or (empty) any.
pub async fn page(
    c: &mut impl Reads,
    campaign: CampaignId,
    after: MessageId,
    state: &str,
    limit: i64,
) -> Result<Vec<MessageRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(PAGE.on(e))
        .bind(campaign)
        .bind(after)
        .bind(state)
        .bind(limit)
        .fetch_all(conn)
        .await)?)
}

/// The latest messages to a person, newest first, over all campaigns.
pub async fn of_person(c: &mut impl Reads, phone_ix: &[u8], limit: i64) -> Result<Vec<MessageRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OF_PERSON.on(e)).bind(phone_ix).bind(limit).fetch_all(conn).await)?)
}

/// The routes of a campaign's failed messages.
pub async fn failed_routes(c: &mut impl Reads, campaign: CampaignId) -> Result<Vec<String>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(FAILED_ROUTES.on(e)).bind(campaign).fetch_all(conn).await)?)
}

/// Queues the failed messages of one route once more, from its first channel; returns them.
pub async fn retry_failed(
    tx: &mut Tx,
    campaign: CampaignId,
    route: &str,
    channel: &str,
    now: Micros,
) -> Result<Vec<MessageId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(RETRY_FAILED.on(e))
        .bind(campaign)
        .bind(channel)
        .bind(route)
        .bind(now)
        .fetch_all(c)
        .await)?)
}

/// Counts a campaign's messages one by one: what the tally must equal. Slow on purpose.
pub async fn recount(c: &mut impl Reads, campaign: CampaignId) -> Result<Vec<super::campaign::TallyRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(RECOUNT.on(e)).bind(campaign).fetch_all(conn).await)?)
}
