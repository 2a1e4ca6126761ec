//! Messages: written down by a plan, claimed a batch at a time, moved by results.
//!
//! Every move is guarded by the state (and the batch) it starts from, so that a result that comes
//! twice, late or out of order moves nothing.

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId, MessageId, RecipientId, SiteId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, bulk, on, statements};

/// The state as people see it: a batch that was taken whole says so itself, for all its messages.
macro_rules! state_seen {
    () => {
        "CASE WHEN m.state = 'sending' AND b.state = 'answered' THEN 'accepted' ELSE m.state END"
    };
}

macro_rules! seen {
    () => {
        concat!(
            "SELECT m.id, m.campaign_id, m.recipient_id, m.phone_ix, m.sealed, m.key_id, m.route, m.step, m.channel, ",
            state_seen!(),
            " AS state, m.batch_id, m.tries, m.due_at, m.price_minor, m.code, m.updated_at
             FROM message m LEFT JOIN batch b ON b.id = m.batch_id "
        )
    };
}

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
    SETTLE = bulk!(
        "UPDATE message SET state = $2, code = $3, price_minor = $4, updated_at = $5 FROM",
        rows(m int, b int),
        "WHERE message.id = r.m AND message.batch_id = r.b AND message.state IN ('sending', 'accepted', 'unknown')");
    STANDING = bulk!(
        "SELECT m.id, m.phone_ix, m.sealed, m.key_id, m.route, m.step, m.tries FROM",
        rows(m int),
        "JOIN message AS m ON m.id = r.m");
    CANCEL_QUEUED = Sql::same(
        "UPDATE message SET state = 'cancelled', code = 'CANCELLED', updated_at = $2
         WHERE id IN (SELECT id FROM message WHERE campaign_id = $1 AND state = 'queued' LIMIT $3) AND state = 'queued'
         RETURNING channel");
    NEXT_DUE = Sql::same(
        "SELECT MIN(due_at) FROM message WHERE campaign_id = $1 AND channel = $2 AND state = 'queued'");
    QUEUED = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1 AND state = 'queued'");
    LAST_IN_CAMPAIGN = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1");
    BY_ID = Sql::same(concat!(seen!(), "WHERE m.id = $1"));
    PAGE = Sql::same(concat!(
        seen!(), "WHERE m.campaign_id = $1 AND m.id > $2 AND m.id <= $5 AND ($3 = '' OR ", state_seen!(), " = $3) ORDER BY m.id LIMIT $4"));
    OF_PERSON = Sql::same(concat!(
        seen!(), "WHERE m.phone_ix = $1 AND ($3 = '' OR ", state_seen!(), " = $3)
         AND EXISTS (SELECT 1 FROM campaign c WHERE c.id = m.campaign_id AND c.site_id = $4) ORDER BY m.id DESC LIMIT $2"));
    RETRY_FAILED = Sql::same(
        "UPDATE message SET state = 'queued', step = 0, channel = $8, tries = 0, due_at = $9, updated_at = $9, code = NULL,
         price_minor = NULL
         WHERE campaign_id = $1 AND id BETWEEN $2 AND $3 AND state = 'failed' AND route = $4 AND channel = $5
         AND COALESCE(code, '') = $6 AND COALESCE((SELECT a.class FROM attempt a WHERE a.batch_id = message.batch_id
         AND a.message_id = message.id), '') = $7");
    FAILED = Sql::same(
        "SELECT m.route, m.channel, COALESCE(m.code, '') AS code, COALESCE(a.class, '') AS class, COUNT(*) AS n
         FROM message m LEFT JOIN attempt a ON a.batch_id = m.batch_id AND a.message_id = m.id
         WHERE m.campaign_id = $1 AND m.id BETWEEN $2 AND $3 AND m.state = 'failed'
         GROUP BY m.route, m.channel, COALESCE(m.code, ''), COALESCE(a.class, '') ORDER BY 2, 3, 4, 1");
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

/// A message by the attempt that decided.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Settled {
    /// The message.
    #[serde(rename = "m")]
    pub message: MessageNo,
    /// The batch of the attempt.
    #[serde(rename = "b")]
    pub batch: i64,
}

/// A guarded move of a message back into a queue. `None` leaves a column as it is.
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

/// Moves messages of one fate to a state in which they do not wait in a queue; returns how many did move.
pub async fn settle(
    tx: &mut Tx,
    state: &str,
    code: &str,
    price_minor: Option<i64>,
    messages: &[Settled],
    now: Micros,
) -> Result<u64> {
    let json = serde_json::to_string(messages).map_err(super::StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query(SETTLE.on(e))
        .bind(&json)
        .bind(state)
        .bind(code)
        .bind(price_minor)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?)
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

/// Takes back up to `most` of what waits in the queue; returns the channel of each.
pub async fn cancel_queued(tx: &mut Tx, campaign: CampaignId, now: Micros, most: i64) -> Result<Vec<String>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(CANCEL_QUEUED.on(e)).bind(campaign).bind(now).bind(most).fetch_all(c).await)?)
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

/// A page of a campaign's messages after `after` and up to `last`, in one state or (empty) any.
pub async fn page(
    c: &mut impl Reads,
    campaign: CampaignId,
    (after, last): (MessageId, MessageId),
    state: &str,
    limit: i64,
) -> Result<Vec<MessageRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(PAGE.on(e))
        .bind(campaign)
        .bind(after)
        .bind(state)
        .bind(limit)
        .bind(last)
        .fetch_all(conn)
        .await)?)
}

/// The latest messages of a site to a person, newest first, in one state or (empty) any.
pub async fn of_person(
    c: &mut impl Reads,
    phone_ix: &[u8],
    site: SiteId,
    state: &str,
    limit: i64,
) -> Result<Vec<MessageRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OF_PERSON.on(e))
        .bind(phone_ix)
        .bind(limit)
        .bind(state)
        .bind(site)
        .fetch_all(conn)
        .await)?)
}

/// Failed messages of a campaign that have way, channel, code and class in common.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FailedRow {
    /// Their way.
    pub route: String,
    /// Where they failed.
    pub channel: String,
    /// With what; empty: nothing was said.
    pub code: String,
    /// Its class when it came.
    pub class: String,
    /// How many.
    pub n: i64,
}

/// A campaign's failed messages with ids from `.0` to `.1`, in groups.
pub async fn failed(c: &mut impl Reads, campaign: CampaignId, ids: (i64, i64)) -> Result<Vec<FailedRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(FAILED.on(e)).bind(campaign).bind(ids.0).bind(ids.1).fetch_all(conn).await)?)
}

/// Queues the failed messages of one group with ids from `.0` to `.1` once more, from `first`, the first channel of
/// their way. Returns how many.
pub async fn retry_failed(
    tx: &mut Tx,
    campaign: CampaignId,
    ids: (i64, i64),
    group: &FailedRow,
    first: &str,
    now: Micros,
) -> Result<i64> {
    let n = on!(tx, |c, e| sqlx::query(RETRY_FAILED.on(e))
        .bind(campaign)
        .bind(ids.0)
        .bind(ids.1)
        .bind(&group.route)
        .bind(&group.channel)
        .bind(&group.code)
        .bind(&group.class)
        .bind(first)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(i64::try_from(n).unwrap_or(i64::MAX))
}
