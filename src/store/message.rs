//! Messages: written down by a plan, read as people see them.
//!
//! Where a message stands is told by its row in `result`, else by its row in `queue`, else by the planned
//! batch it lies in; [`by_id`], [`page`] and [`of_person`] put that together.

use crate::domain::id::{BatchId, CampaignId, MessageId, RecipientId, SiteId};
use crate::domain::time::Micros;

use super::dialect::ENQUEUE;
use super::{Reads, Result, Sql, StoreError, Tx, int_rows, ints, on, statements};

/// The state as people see it.
macro_rules! state_seen {
    () => {
        "CASE WHEN r.state IS NOT NULL THEN r.state
         WHEN q.state IN ('queued', 'unknown') THEN q.state
         WHEN b.state = 'planned' THEN 'queued'
         WHEN b.state = 'answered' THEN 'accepted'
         WHEN b.state = 'doubt' THEN 'unknown'
         ELSE 'sending' END"
    };
}

/// A message with what tells where it stands.
macro_rules! seen_from {
    () => {
        " FROM message m LEFT JOIN result r ON r.message_id = m.id LEFT JOIN queue q ON q.message_id = m.id
         LEFT JOIN batch b ON b.id = COALESCE(r.batch_id, q.batch_id,
         (SELECT p.id FROM batch p WHERE p.first_id <= m.id ORDER BY p.first_id DESC LIMIT 1)) "
    };
}

macro_rules! seen {
    () => {
        concat!(
            "SELECT m.id, m.campaign_id, m.recipient_id, m.phone_ix, m.sealed, m.key_id, m.route,
             COALESCE(q.step, b.step, 0) AS step, COALESCE(r.channel, q.channel, b.channel) AS channel, ",
            state_seen!(),
            " AS state, b.id AS batch_id,
             CASE WHEN q.message_id IS NOT NULL THEN q.tries WHEN b.state IN ('planned', 'recalled') THEN 0 ELSE 1 END AS tries,
             COALESCE(q.due_at, b.due_at, m.created_at) AS due_at,
             CASE r.state WHEN 'delivered' THEN r.price_minor END AS price_minor, COALESCE(r.code, q.code) AS code,
             COALESCE(r.at, q.updated_at, b.claimed_at, m.created_at) AS updated_at",
            seen_from!()
        )
    };
}

statements! {
    BLOCK = Sql::same("UPDATE sequence SET next = next + $1 WHERE name = 'message' RETURNING next - $1");
    STANDING = ints!(
        "SELECT m.id, m.phone_ix, m.sealed, m.key_id, m.route, q.step, q.tries, q.batch_id, q.state AS waits,
         CAST(CASE WHEN o.message_id IS NULL THEN 0 ELSE 1 END AS BIGINT) AS over FROM",
        "JOIN message AS m ON m.id = r.v LEFT JOIN queue AS q ON q.message_id = r.v LEFT JOIN result AS o ON o.message_id = r.v");
    ROUTES = ints!("SELECT m.id, m.route FROM", "JOIN message AS m ON m.id = r.v");
    RANGE = Sql::same("SELECT id, phone_ix, sealed, key_id FROM message WHERE id BETWEEN $1 AND $2 ORDER BY id");
    LISTED = Sql::same(
        "SELECT m.id, m.phone_ix, m.sealed, m.key_id FROM attempt a JOIN message m ON m.id = a.message_id
         WHERE a.batch_id = $1 AND a.state = 'sending' ORDER BY m.id");
    LAST_IN_CAMPAIGN = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1");
    BY_ID = Sql::same(concat!(seen!(), "WHERE m.id = $1"));
    PAGE = Sql::same(concat!(
        seen!(), "WHERE m.campaign_id = $1 AND m.id > $2 AND m.id <= $5 AND ($3 = '' OR ", state_seen!(), " = $3) ORDER BY m.id LIMIT $4"));
    OF_PERSON = Sql::same(concat!(
        seen!(), "WHERE m.phone_ix = $1 AND ($3 = '' OR ", state_seen!(), " = $3)
         AND EXISTS (SELECT 1 FROM campaign c WHERE c.id = m.campaign_id AND c.site_id = $4) ORDER BY m.id DESC LIMIT $2"));
    FAILED = Sql::same(
        "SELECT m.route, r.channel, r.code, COALESCE(a.class, '') AS class, COUNT(*) AS n
         FROM result r JOIN message m ON m.id = r.message_id
         LEFT JOIN attempt a ON a.batch_id = r.batch_id AND a.message_id = r.message_id
         WHERE r.message_id BETWEEN $2 AND $3 AND r.state = 'failed' AND m.campaign_id = $1
         GROUP BY m.route, r.channel, r.code, COALESCE(a.class, '') ORDER BY 2, 3, 4, 1");
    OPEN_ROUTES = Sql::same(
        "SELECT m.route, COUNT(*) FROM campaign c JOIN message m ON m.campaign_id = c.id AND m.id >= c.first_id AND m.id <= c.last_id
         WHERE c.id = $1 AND NOT EXISTS (SELECT 1 FROM result r WHERE r.message_id = m.id) GROUP BY m.route");
    /// Into the queue first: what is gone from the results afterwards is what stands there.
    REQUEUE_FAILED = Sql::same(
        "INSERT INTO queue (message_id, campaign_id, channel, step, night, state, batch_id, tries, due_at, code, updated_at)
         SELECT r.message_id, $1, $8, 0, 0, 'queued', r.batch_id, 0, $9, r.code, $9
         FROM result r JOIN message m ON m.id = r.message_id
         LEFT JOIN attempt a ON a.batch_id = r.batch_id AND a.message_id = r.message_id
         WHERE r.message_id BETWEEN $2 AND $3 AND r.state = 'failed' AND m.campaign_id = $1 AND m.route = $4
         AND r.channel = $5 AND r.code = $6 AND COALESCE(a.class, '') = $7");
    DROP_REQUEUED = Sql::same(
        "DELETE FROM result WHERE message_id BETWEEN $2 AND $3 AND state = 'failed'
         AND message_id IN (SELECT q.message_id FROM queue q WHERE q.campaign_id = $1 AND q.state = 'queued'
         AND q.message_id BETWEEN $2 AND $3)");
}

/// A message to be written down.
#[derive(Debug)]
pub struct NewMessage<'a> {
    /// The recipient, if it is one of the site's people.
    pub recipient: Option<i64>,
    /// Blind index of the number.
    pub phone_ix: &'a [u8; 16],
    /// The sealed snapshot.
    pub sealed: &'a [u8],
    /// Its way.
    pub route: &'a str,
}

/// A message in hand: what it takes to send it.
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
}

/// What it takes to judge a result that is no plain delivery.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Judge {
    /// The message.
    #[sqlx(flatten)]
    pub hand: InHand,
    /// Its way.
    pub route: String,
    /// Where it stands on it, where that is not the first place.
    pub step: Option<i64>,
    /// Attempts on the present channel, from the second attempt on.
    pub tries: Option<i64>,
    /// The batch of its latest attempt, from the second on.
    pub batch_id: Option<BatchId>,
    /// Its state in the queue, if it is there.
    pub waits: Option<String>,
    /// 1: it has a result.
    pub over: i64,
}

/// A message id as a JSON number.
pub type MessageNo = i64;

/// A message as people see it.
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
    /// The batch of the latest attempt, or the one it is planned for.
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

/// The most that one statement's rows take.
const MOST_PACKED: usize = 4 << 20;

/// Writes messages down with the ids from `first` on; cheapest where those of one way lie side by side.
///
/// The bytes go as they are, in one value whose slots are as long as the longest row; the numbers go beside them.
pub async fn enqueue(
    tx: &mut Tx,
    campaign: CampaignId,
    key_id: i64,
    first: i64,
    rows: &[NewMessage<'_>],
    now: Micros,
) -> Result<()> {
    // rows are counted from 0 by one engine and from 1 by the other
    let base = i64::from(!matches!(tx, Tx::Sqlite(_)));
    let mut id = first;
    for run in rows.chunk_by(|a, b| a.route == b.route) {
        let longest = run.iter().map(|r| r.phone_ix.len() + r.sealed.len()).max().unwrap_or(1);
        for part in run.chunks((MOST_PACKED / longest.max(1)).max(1)) {
            let packed = Packed::of(part, longest)?;
            on!(tx, |c, e| sqlx::query(ENQUEUE.on(e))
                .bind(&packed.numbers)
                .bind(campaign)
                .bind(key_id)
                .bind(now)
                .bind(id - base)
                .bind(&packed.bytes)
                .bind(packed.slot)
                .bind(base)
                .bind(part[0].route)
                .execute(c)
                .await
                .map(|_| ()))?;
            id += i64::try_from(part.len()).map_err(StoreError::corrupt)?;
        }
    }
    Ok(())
}

/// Rows as [`ENQUEUE`] reads them.
struct Packed {
    /// Of each row: the recipient (0: none), and in the lowest 16 bits the length of what is sealed.
    numbers: String,
    /// Of each row: the blind index, 16 bytes, what is sealed, zeros.
    bytes: Vec<u8>,
    /// How long the bytes of a row are.
    slot: i64,
}

impl Packed {
    fn of(rows: &[NewMessage<'_>], slot: usize) -> Result<Self> {
        let mut bytes = Vec::with_capacity(rows.len() * slot);
        let mut numbers = Vec::with_capacity(rows.len());
        for (i, r) in rows.iter().enumerate() {
            let length = u16::try_from(r.sealed.len()).map_err(StoreError::corrupt)?;
            numbers.push((r.recipient.unwrap_or(0) << 16) | i64::from(length));
            bytes.extend_from_slice(r.phone_ix);
            bytes.extend_from_slice(r.sealed);
            bytes.resize((i + 1) * slot, 0);
        }
        Ok(Self { numbers: int_rows(numbers), bytes, slot: i64::try_from(slot).map_err(StoreError::corrupt)? })
    }
}

/// What it takes to judge results of these messages.
pub async fn standing(c: &mut impl Reads, ids: &[MessageNo]) -> Result<Vec<Judge>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let json = int_rows(ids.iter().copied());
    Ok(on!(c, |conn, e| sqlx::query_as(STANDING.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// The ways of these messages.
pub async fn routes(c: &mut impl Reads, ids: &[MessageNo]) -> Result<Vec<(MessageNo, String)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let json = int_rows(ids.iter().copied());
    Ok(on!(c, |conn, e| sqlx::query_as(ROUTES.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// The messages with ids from `first` to `last`.
pub async fn range(c: &mut impl Reads, first: i64, last: i64) -> Result<Vec<InHand>> {
    Ok(on!(c, |conn, e| sqlx::query_as(RANGE.on(e)).bind(first).bind(last).fetch_all(conn).await)?)
}

/// The messages of a batch that is no range.
pub async fn listed(c: &mut impl Reads, batch: BatchId) -> Result<Vec<InHand>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LISTED.on(e)).bind(batch).fetch_all(conn).await)?)
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

/// The ways of a campaign's messages without a result, and how many there are of each. Reads every message of it.
pub async fn open_routes(c: &mut impl Reads, campaign: CampaignId) -> Result<Vec<(String, i64)>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OPEN_ROUTES.on(e)).bind(campaign).fetch_all(conn).await)?)
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
    let n = on!(tx, |c, e| sqlx::query(REQUEUE_FAILED.on(e))
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
    on!(tx, |c, e| sqlx::query(DROP_REQUEUED.on(e))
        .bind(campaign)
        .bind(ids.0)
        .bind(ids.1)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(i64::try_from(n).unwrap_or(i64::MAX))
}
