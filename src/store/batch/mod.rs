//! Batches and attempts: what is planned for a provider, what was handed to it, what it said.

mod rows;

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId, MessageId, SiteId};
use crate::domain::time::Micros;

use super::dialect::{LOCK_BATCHES, PLANNED_PICK};
use super::{Reads, Result, Sql, StoreError, Tx, bulk, int_rows, ints, on, statements};

pub use rows::{
    About, AttemptRow, BatchEnd, BatchMeta, Call, ClaimedBatch, DueBatch, OpenAttempt, PlannedBatch, ReturnedBatch,
    Said, Unclaimed,
};

statements! {
    PLAN = bulk!(
        "INSERT INTO batch (campaign_id, site_id, channel, step, route, night, first_id, last_id, size, open, state, due_at, tries, asked)
         SELECT $2, $3, r.c, 0, r.w, r.h, r.f, r.l, r.l - r.f + 1, r.l - r.f + 1, 'planned', $4, 0, 0 FROM",
        rows(c text, w text, h int, f int, l int),
        "ORDER BY r.ord");
    NEXT_DUE = Sql::same(
        "SELECT MIN(due_at) FROM batch WHERE campaign_id = $1 AND channel = $2 AND state = 'planned' AND night >= $3");
    SPLIT_REST = Sql::same(
        "INSERT INTO batch (campaign_id, site_id, channel, step, route, night, first_id, last_id, size, open, state, due_at, tries, asked)
         SELECT campaign_id, site_id, channel, step, route, night, first_id + $2, last_id, size - $2, size - $2, 'planned', due_at, tries, 0
         FROM batch WHERE id = $1");
    SPLIT = Sql::same("UPDATE batch SET last_id = first_id + $2 - 1, size = $2, open = $2 WHERE id = $1");
    GATHERED = ints!(
        "INSERT INTO batch (campaign_id, site_id, channel, step, night, size, open, state, due_at, tries, provider, rate_group,
         owner, claimed_at, entered_at, asked)
         SELECT $2, $3, $4, 0, $5, r.v, r.v, 'sending', $6, 1, $7, $8, $9, $6, $10, 0 FROM",
        "WHERE true RETURNING id, size");
    SHRINK = Sql::same("UPDATE batch SET size = size - $2 WHERE id = $1");
    ANY_SUPPRESSED = Sql::same("SELECT COUNT(*) FROM (SELECT 1 FROM suppression WHERE site_id = $1 LIMIT 1) AS q");
    SUPPRESSED_IN_RANGE = Sql::same(
        "SELECT m.id FROM message m WHERE m.id BETWEEN $1 AND $2 AND EXISTS (SELECT 1 FROM suppression s
         WHERE s.site_id = $3 AND s.phone_ix = m.phone_ix AND (s.scope IN ('all', $4)
         OR (s.scope IN ('sms', 'lms', 'mms') AND $4 IN ('sms', 'lms', 'mms'))))");
    SUPPRESSED_LISTED = Sql::same(
        "SELECT m.id FROM attempt a JOIN message m ON m.id = a.message_id
         WHERE a.batch_id = $1 AND EXISTS (SELECT 1 FROM suppression s
         WHERE s.site_id = $2 AND s.phone_ix = m.phone_ix AND (s.scope IN ('all', $3)
         OR (s.scope IN ('sms', 'lms', 'mms') AND $3 IN ('sms', 'lms', 'mms'))))");
    ENDED = bulk!(
        "UPDATE batch SET state = r.s, ended_at = r.w, left_at = r.e, proof_at = r.p, ask_at = r.a, error = COALESCE(r.x, error),
         size = CASE r.z WHEN 0 THEN 0 ELSE size END, provider_ids = r.i FROM",
        rows(b int, s text, w int, e int, p int, a int, x text, z int, i text),
        "WHERE batch.id = r.b AND batch.owner = $2 AND batch.state IN ('sending', 'doubt')");
    RETURNED = bulk!(
        "UPDATE batch SET state = 'planned', owner = NULL, rate_group = NULL, entered_at = NULL, left_at = NULL, proof_at = NULL,
         ask_at = NULL, due_at = r.d, error = r.x FROM",
        rows(b int, d int, x text),
        "WHERE batch.id = r.b AND batch.owner = $2 AND batch.state = 'sending'");
    SAY = bulk!(
        "INSERT INTO attempt (batch_id, message_id, prev_batch_id, state, provider_id, class, code, detail, reported_at)
         SELECT r.b, r.m, NULL, $2, r.p, $3, $4, $5, r.t FROM",
        rows(b int, m int, p text, t int),
        "WHERE true ON CONFLICT (batch_id, message_id) DO UPDATE SET state = excluded.state, class = excluded.class, code = excluded.code,
         detail = excluded.detail, provider_id = COALESCE(excluded.provider_id, attempt.provider_id),
         reported_at = COALESCE(excluded.reported_at, attempt.reported_at)");
    CLOSE = bulk!("UPDATE batch SET open = open - r.n FROM", rows(b int, n int), "WHERE batch.id = r.b");
    META = bulk!(
        "SELECT q.id, q.campaign_id, q.channel, q.provider, q.step, q.route, q.night, q.first_id, q.last_id, q.claimed_at FROM",
        rows(b int),
        "JOIN batch AS q ON q.id = r.b WHERE q.provider IS NOT NULL");
    DOUBT = Sql::same(
        "UPDATE batch SET state = 'doubt', ended_at = $2, left_at = $6, ask_at = $3, proof_at = $4, error = $5
         WHERE owner = $1 AND state = 'sending' RETURNING id");
    SURRENDER = Sql::same(
        "UPDATE batch SET proof_at = $3, left_at = CASE WHEN left_at > $2 THEN $2 ELSE left_at END
         WHERE owner = $1 AND state = 'doubt' AND proof_at > $3");
    DUE = Sql::same(
        "SELECT id, campaign_id, channel, provider, state, claimed_at, proof_at, asked, first_id, last_id, provider_ids FROM batch
         WHERE campaign_id = $1 AND open > 0 AND ask_at <= $2 ORDER BY ask_at LIMIT $3");
    CLEARED = Sql::same(
        "UPDATE batch SET state = 'answered', ask_at = $2, error = NULL, left_at = CASE WHEN left_at > $3 THEN $3 ELSE left_at END
         WHERE id = $1 AND state = 'doubt'");
    ASKED = Sql::same("UPDATE batch SET ask_at = $2, asked = asked + 1 WHERE id = $1");
    NEXT_ASK = Sql::same("SELECT MIN(ask_at) FROM batch WHERE campaign_id = $1 AND open > 0");
    OPEN_IN_RANGE = Sql::same(
        "SELECT m.id AS message_id, a.provider_id, m.phone_ix, m.sealed, m.key_id,
         CAST(CASE WHEN b.state = 'doubt' OR q.state = 'unknown' THEN 1 ELSE 0 END AS BIGINT) AS doubted
         FROM batch b JOIN message m ON m.id BETWEEN b.first_id AND b.last_id
         LEFT JOIN queue q ON q.message_id = m.id LEFT JOIN attempt a ON a.batch_id = b.id AND a.message_id = m.id
         WHERE b.id = $1 AND NOT EXISTS (SELECT 1 FROM result r WHERE r.message_id = m.id)
         AND (q.message_id IS NULL OR (q.batch_id = b.id AND q.state <> 'queued')) ORDER BY m.id");
    OPEN_LISTED = Sql::same(
        "SELECT m.id AS message_id, a.provider_id, m.phone_ix, m.sealed, m.key_id,
         CAST(CASE WHEN b.state = 'doubt' OR q.state = 'unknown' THEN 1 ELSE 0 END AS BIGINT) AS doubted
         FROM batch b JOIN attempt a ON a.batch_id = b.id JOIN message m ON m.id = a.message_id
         JOIN queue q ON q.message_id = m.id AND q.batch_id = b.id AND q.state <> 'queued'
         WHERE b.id = $1 ORDER BY m.id");
    ATTEMPT = Sql::same(
        "SELECT b.id AS batch_id, a.prev_batch_id,
         CASE WHEN a.state <> 'sending' THEN a.state WHEN r.state IN ('delivered', 'failed') THEN r.state
         WHEN b.state = 'answered' THEN 'accepted' WHEN b.state = 'doubt' THEN 'unknown' ELSE 'sending' END AS state,
         a.provider_id, COALESCE(a.class, CASE r.state WHEN 'delivered' THEN 'delivered' END) AS class,
         COALESCE(a.code, r.code) AS code, a.detail, COALESCE(a.reported_at, r.reported_at) AS reported_at,
         b.channel, b.provider, b.claimed_at, b.ended_at, b.error, b.provider_ids, b.first_id, b.tries
         FROM batch b LEFT JOIN attempt a ON a.batch_id = b.id AND a.message_id = $2
         LEFT JOIN result r ON r.message_id = $2 AND (r.batch_id = b.id OR (r.batch_id IS NULL AND r.state = 'delivered'
         AND b.first_id <= $2 AND b.last_id >= $2))
         WHERE b.id = $1 AND b.claimed_at IS NOT NULL AND b.provider IS NOT NULL");
    PLANNED = Sql::same(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM batch WHERE campaign_id = $1 AND state = 'planned'");
    IN_DOUBT = Sql::same(
        "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM batch WHERE campaign_id = $1 AND open > 0 AND state = 'doubt'");
    IN_FLIGHT = Sql::same(
        "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM batch
         WHERE campaign_id = $1 AND open > 0 AND state IN ('sending', 'answered', 'doubt')");
    ANY_OPEN = Sql::same(
        "SELECT COUNT(*) FROM (SELECT 1 FROM batch WHERE open > 0 AND state IN ('sending', 'answered', 'doubt') LIMIT 1) AS q");
    OPEN_OF = Sql::same(
        "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT), MIN(claimed_at) FROM batch
         WHERE open > 0 AND state IN ('sending', 'answered', 'doubt') AND provider = $1");
    OPEN_OF_ALL = Sql::same(
        "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM batch WHERE open > 0 AND state IN ('sending', 'answered', 'doubt')");
    OVERDUE = Sql::same(
        "SELECT id, campaign_id, channel, provider, state, claimed_at, proof_at, asked, first_id, last_id, provider_ids FROM batch
         WHERE campaign_id = $1 AND open > 0 AND state IN ('answered', 'doubt') AND channel = $2 AND left_at <= $3
         ORDER BY id LIMIT $4");
    SOME_PLANNED = Sql::same(
        "SELECT id, first_id, last_id, size, step, channel, route FROM batch WHERE campaign_id = $1 AND state = 'planned' ORDER BY id LIMIT $2");
    RECALL = Sql::same("UPDATE batch SET state = 'recalled', open = 0, size = 0 WHERE id = $1 AND state = 'planned'");
    NEXT_STEP = Sql::same(
        "UPDATE batch SET step = $2, channel = $3, due_at = $4 WHERE id = $1 AND state = 'planned'");
    MARK_DEAD = bulk!(
        "UPDATE recipient SET dead_at = $3, dead_code = r.k FROM",
        rows(x bytes, k text),
        "WHERE recipient.site_id = $2 AND recipient.phone_ix = r.x AND recipient.dead_at IS NULL");
}

/// The provider's ids of a batch's messages (in the order of their ids) as one text: of a range, each in its place
/// with blanks between; otherwise, or where an id has a blank, a JSON object by message.
pub fn provider_ids(first: Option<i64>, ids: &[(i64, &str)]) -> Option<String> {
    let plain = |id: &str| !id.is_empty() && !id.starts_with('{') && !id.contains(char::is_whitespace);
    if ids.is_empty() {
        return None;
    }
    let Some(first) = first.filter(|_| ids.iter().all(|(_, id)| plain(id))) else {
        let map: serde_json::Map<String, serde_json::Value> =
            ids.iter().map(|(m, id)| (m.to_string(), (*id).into())).collect();
        return Some(serde_json::Value::Object(map).to_string());
    };
    let mut text = String::with_capacity(ids.len() * 36);
    let mut place = first;
    for (message, id) in ids {
        for _ in place..*message {
            text.push(' ');
        }
        text.push_str(id);
        place = *message;
    }
    Some(text)
}

/// The provider's id of a message in a text of [`provider_ids`].
pub fn provider_id(text: &str, first: Option<i64>, message: i64) -> Option<String> {
    if text.starts_with('{') {
        let map: serde_json::Value = serde_json::from_str(text).ok()?;
        return Some(map.get(message.to_string())?.as_str()?.to_owned());
    }
    let place = usize::try_from(message - first?).ok()?;
    text.split(' ').nth(place).filter(|id| !id.is_empty()).map(ToOwned::to_owned)
}

fn json<T: Serialize>(rows: &[T]) -> Result<String> {
    serde_json::to_string(rows).map_err(StoreError::corrupt)
}

fn ids(batches: impl IntoIterator<Item = i64>) -> String {
    serde_json::Value::from_iter(batches.into_iter().map(|b| serde_json::json!({ "b": b }))).to_string()
}

/// Writes ranges of a plan down as batches that wait.
pub async fn plan(
    tx: &mut Tx,
    campaign: CampaignId,
    site: SiteId,
    rows: &[PlannedBatch<'_>],
    due: Micros,
) -> Result<()> {
    let rows = json(rows)?;
    on!(tx, |c, e| sqlx::query(PLAN.on(e))
        .bind(&rows)
        .bind(campaign)
        .bind(site)
        .bind(due)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// When the next planned batch of a channel is due (only of people who may be written to at night, where `night`).
pub async fn next_due(c: &mut impl Reads, campaign: CampaignId, channel: &str, night: bool) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(NEXT_DUE.on(e))
        .bind(campaign)
        .bind(channel)
        .bind(i64::from(night))
        .fetch_one(conn)
        .await)?)
}

/// Claims up to `most` planned batches, the first due first; those that another sender is claiming at this moment are
/// passed over.
pub async fn claim(tx: &mut Tx, call: &Call<'_>, most: i64) -> Result<Vec<ClaimedBatch>> {
    let mut got: Vec<ClaimedBatch> = on!(tx, |c, e| sqlx::query_as(PLANNED_PICK.on(e))
        .bind(call.campaign)
        .bind(call.channel)
        .bind(call.now)
        .bind(most)
        .bind(call.owner)
        .bind(call.provider)
        .bind(call.rate_group)
        .bind(call.steady)
        .bind(i64::from(call.night))
        .fetch_all(c)
        .await)?;
    got.sort_by_key(|b| b.id);
    Ok(got)
}

/// Cuts a batch that this transaction has claimed after `keep` messages; the rest waits as a planned batch of its own.
pub async fn split(tx: &mut Tx, batch: BatchId, keep: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SPLIT_REST.on(e)).bind(batch).bind(keep).execute(c).await.map(|_| ()))?;
    on!(tx, |c, e| sqlx::query(SPLIT.on(e)).bind(batch).bind(keep).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Batches of these sizes for messages from the queue: id and size of each.
pub async fn gathered(tx: &mut Tx, call: &Call<'_>, sizes: impl Iterator<Item = i64>) -> Result<Vec<(BatchId, i64)>> {
    let json = int_rows(sizes);
    Ok(on!(tx, |c, e| sqlx::query_as(GATHERED.on(e))
        .bind(&json)
        .bind(call.campaign)
        .bind(call.site)
        .bind(call.channel)
        .bind(i64::from(call.night))
        .bind(call.now)
        .bind(call.provider)
        .bind(call.rate_group)
        .bind(call.owner)
        .bind(call.steady)
        .fetch_all(c)
        .await)?)
}

/// `n` messages of a batch are not handed over: the limit does not count them.
pub async fn shrink(tx: &mut Tx, batch: BatchId, n: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SHRINK.on(e)).bind(batch).bind(n).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Whether a site has any suppressions at all.
pub async fn any_suppression(c: &mut impl Reads, site: SiteId) -> Result<bool> {
    let n: i64 = on!(c, |conn, e| sqlx::query_scalar(ANY_SUPPRESSED.on(e)).bind(site).fetch_one(conn).await)?;
    Ok(n > 0)
}

/// Messages of a batch whose person must not be written to on this channel (any more).
pub async fn suppressed(c: &mut impl Reads, b: &ClaimedBatch, site: SiteId, channel: &str) -> Result<Vec<i64>> {
    Ok(match (b.first_id, b.last_id) {
        (Some(first), Some(last)) => on!(c, |conn, e| sqlx::query_scalar(SUPPRESSED_IN_RANGE.on(e))
            .bind(first)
            .bind(last)
            .bind(site)
            .bind(channel)
            .fetch_all(conn)
            .await)?,
        _ => on!(c, |conn, e| sqlx::query_scalar(SUPPRESSED_LISTED.on(e))
            .bind(b.id)
            .bind(site)
            .bind(channel)
            .fetch_all(conn)
            .await)?,
    })
}

/// Holds batches until the end of the transaction: whatever moves their messages happens one after the other.
pub async fn lock(tx: &mut Tx, batches: impl IntoIterator<Item = i64>) -> Result<()> {
    if matches!(tx, Tx::Sqlite(_)) {
        return Ok(());
    }
    let rows = ids(batches);
    on!(tx, |c, e| sqlx::query(LOCK_BATCHES.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Records that calls of `owner` have ended.
pub async fn ended(tx: &mut Tx, owner: i64, ends: &[BatchEnd<'_>]) -> Result<()> {
    if ends.is_empty() {
        return Ok(());
    }
    let rows = json(ends)?;
    on!(tx, |c, e| sqlx::query(ENDED.on(e)).bind(&rows).bind(owner).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Planned batches of `owner` that nobody took wait again.
pub async fn returned(tx: &mut Tx, owner: i64, back: &[ReturnedBatch<'_>]) -> Result<()> {
    if back.is_empty() {
        return Ok(());
    }
    let rows = json(back)?;
    on!(tx, |c, e| sqlx::query(RETURNED.on(e)).bind(&rows).bind(owner).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Records what was said of single attempts.
pub async fn say(tx: &mut Tx, said: Said<'_>, about: &[About<'_>]) -> Result<()> {
    let rows = json(about)?;
    on!(tx, |c, e| sqlx::query(SAY.on(e))
        .bind(&rows)
        .bind(said.state)
        .bind(said.class)
        .bind(said.code)
        .bind(said.detail)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes messages that now have a final word off their batches: (batch, how many).
pub async fn close(tx: &mut Tx, closed: &[(i64, i64)]) -> Result<()> {
    if closed.is_empty() {
        return Ok(());
    }
    let rows: Vec<serde_json::Value> = closed.iter().map(|(b, n)| serde_json::json!({ "b": b, "n": n })).collect();
    let rows = json(&rows)?;
    on!(tx, |c, e| sqlx::query(CLOSE.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What must be known of batches to judge results of their messages.
pub async fn meta(c: &mut impl Reads, batches: &[i64]) -> Result<Vec<BatchMeta>> {
    let rows = ids(batches.iter().copied());
    Ok(on!(c, |conn, e| sqlx::query_as(META.on(e)).bind(&rows).fetch_all(conn).await)?)
}

/// Everything that a sender has under way is in doubt; returns the batches. By the steady clock: it is `asked` about from
/// now on, can arrive until it has `left`, and from `proof` on an empty look-up proves absence.
pub async fn doubt(
    tx: &mut Tx,
    owner: i64,
    wall: Micros,
    (asked, left, proof): (Micros, Micros, Micros),
    why: &str,
) -> Result<Vec<BatchId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(DOUBT.on(e))
        .bind(owner)
        .bind(wall)
        .bind(asked)
        .bind(proof)
        .bind(why)
        .bind(left)
        .fetch_all(c)
        .await)?)
}

/// No call of a fenced sender can begin any more: what it left in doubt has left by `now`, and an empty look-up proves
/// absence from `proof` on (steady clock).
pub async fn surrender(tx: &mut Tx, owner: i64, now: Micros, proof: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SURRENDER.on(e)).bind(owner).bind(now).bind(proof).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Batches with something open about which the provider is to be asked by now (steady clock).
pub async fn due(c: &mut impl Reads, campaign: CampaignId, now: Micros, limit: i64) -> Result<Vec<DueBatch>> {
    Ok(on!(c, |conn, e| sqlx::query_as(DUE.on(e)).bind(campaign).bind(now).bind(limit).fetch_all(conn).await)?)
}

/// Batches of a channel with something open whose call ended before `left` (steady clock).
pub async fn overdue(
    c: &mut impl Reads,
    campaign: CampaignId,
    channel: &str,
    left: Micros,
    limit: i64,
) -> Result<Vec<DueBatch>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OVERDUE.on(e))
        .bind(campaign)
        .bind(channel)
        .bind(left)
        .bind(limit)
        .fetch_all(conn)
        .await)?)
}

/// When the provider is asked again about a batch (steady clock).
pub async fn asked(tx: &mut Tx, batch: BatchId, next: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ASKED.on(e)).bind(batch).bind(next).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// When the provider is to be asked next about anything of a campaign (steady clock).
pub async fn next_ask(c: &mut impl Reads, campaign: CampaignId) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(NEXT_ASK.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// A batch in doubt turned out by `now` (steady clock) to be with the provider.
pub async fn cleared(tx: &mut Tx, batch: BatchId, ask_at: Micros, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(CLEARED.on(e)).bind(batch).bind(ask_at).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Attempts of a batch without a final word.
pub async fn open_attempts(c: &mut impl Reads, b: &DueBatch) -> Result<Vec<OpenAttempt>> {
    let sql = if b.first_id.is_some() { OPEN_IN_RANGE } else { OPEN_LISTED };
    Ok(on!(c, |conn, e| sqlx::query_as(sql.on(e)).bind(b.id).fetch_all(conn).await)?)
}

/// One attempt of a message; `None` while its batch was never handed over.
pub async fn attempt(c: &mut impl Reads, batch: BatchId, message: MessageId) -> Result<Option<AttemptRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(ATTEMPT.on(e)).bind(batch).bind(message).fetch_optional(conn).await)?)
}

/// Messages of a campaign that wait for their first attempt.
pub async fn planned(c: &mut impl Reads, campaign: CampaignId) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(PLANNED.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// Messages of a campaign in doubt, and with a provider altogether.
pub async fn in_doubt_and_flight(c: &mut impl Reads, campaign: CampaignId) -> Result<(i64, i64)> {
    let whole: i64 = on!(c, |conn, e| sqlx::query_scalar(IN_DOUBT.on(e)).bind(campaign).fetch_one(conn).await)?;
    let single = super::queue::in_doubt(c, campaign).await?;
    let flight = on!(c, |conn, e| sqlx::query_scalar(IN_FLIGHT.on(e)).bind(campaign).fetch_one(conn).await)?;
    Ok((whole + single, flight))
}

/// Whether anything at all is with a provider.
pub async fn any_open(c: &mut impl Reads) -> Result<bool> {
    let n: i64 = on!(c, |conn, e| sqlx::query_scalar(ANY_OPEN.on(e)).fetch_one(conn).await)?;
    Ok(n > 0)
}

/// Messages of which a provider still owes a final word, and the beginning of the first call among them.
pub async fn open_of(c: &mut impl Reads, provider: &str) -> Result<(i64, Option<Micros>)> {
    Ok(on!(c, |conn, e| sqlx::query_as(OPEN_OF.on(e)).bind(provider).fetch_one(conn).await)?)
}

/// Messages of which any provider still owes a final word.
pub async fn open_of_all(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(OPEN_OF_ALL.on(e)).fetch_one(conn).await)?)
}

/// The first planned batches of a campaign.
pub async fn unclaimed(c: &mut impl Reads, campaign: CampaignId, limit: i64) -> Result<Vec<Unclaimed>> {
    Ok(on!(c, |conn, e| sqlx::query_as(SOME_PLANNED.on(e)).bind(campaign).bind(limit).fetch_all(conn).await)?)
}

/// Takes a planned batch back; false if it was claimed meanwhile.
pub async fn recall(tx: &mut Tx, batch: BatchId) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(RECALL.on(e)).bind(batch).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Moves a planned batch to the next channel of its way; false if it was claimed meanwhile.
pub async fn next_step(tx: &mut Tx, batch: BatchId, step: i64, channel: &str, due: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(NEXT_STEP.on(e))
        .bind(batch)
        .bind(step)
        .bind(channel)
        .bind(due)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Marks numbers of a site as wrong or unassigned: (blind index in hex, code).
pub async fn mark_dead(tx: &mut Tx, site: SiteId, numbers: &[(String, String)], now: Micros) -> Result<()> {
    let rows: Vec<serde_json::Value> = numbers.iter().map(|(x, k)| serde_json::json!({ "x": x, "k": k })).collect();
    let rows = json(&rows)?;
    on!(tx, |c, e| sqlx::query(MARK_DEAD.on(e)).bind(&rows).bind(site).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_again_wherever_they_stand() {
        for (first, ids) in [
            (Some(5), vec![(5, "a"), (6, "b"), (9, "c")]),
            (Some(5), vec![(7, "a")]),
            (Some(5), vec![(5, "with blank"), (6, "b")]),
            (None, vec![(5, "a"), (900, "{b")]),
        ] {
            let text = provider_ids(first, &ids).expect("some");
            for message in 5..12 {
                let known = ids.iter().find(|(m, _)| *m == message).map(|(_, id)| (*id).to_owned());
                assert_eq!(provider_id(&text, first, message), known, "{text} {message}");
            }
        }
        assert_eq!(provider_ids(Some(1), &[]), None);
    }
}
