//! Batches and attempts: what was handed to a provider, and what the limits count.

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId, MessageId};
use crate::domain::time::Micros;

use super::dialect::{CLAIM, LOCK_RATE_GROUP};
use super::{Reads, Result, Sql, Tx, bulk, on, statements};

statements! {
    RATE_GROUP = Sql::same(
        "INSERT INTO rate_group (name, limit_n, window_us, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (name) DO UPDATE SET limit_n = excluded.limit_n, window_us = excluded.window_us, since = excluded.since
         WHERE rate_group.limit_n <> excluded.limit_n OR rate_group.window_us <> excluded.window_us");
    RATE_GROUPS = Sql::same("SELECT name, limit_n, window_us, since FROM rate_group ORDER BY name");
    IN_WINDOW = Sql::same(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT), MIN(ended_at) FROM batch WHERE rate_group = $1 AND ended_at > $2");
    UNDER_WAY = Sql::same(
        "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM batch WHERE rate_group = $1 AND ended_at IS NULL");
    INSERT = Sql::same(
        "INSERT INTO batch (campaign_id, channel, provider, rate_group, size, open, state, owner, claimed_at, lease_until, asked)
         VALUES ($1, $2, $3, $4, $8, $8, 'sending', $5, $6, $7, 0) RETURNING id");
    SIZE = Sql::same("UPDATE batch SET size = $2, open = $2 WHERE id = $1");
    DROP_EMPTY = Sql::same("DELETE FROM batch WHERE id = $1");
    ANY_SUPPRESSED = Sql::same("SELECT COUNT(*) FROM (SELECT 1 FROM suppression WHERE site_id = $1 LIMIT 1) AS q");
    DROP_ATTEMPTS = bulk!("DELETE FROM attempt WHERE batch_id = $2 AND message_id IN (SELECT r.m FROM", rows(m int), ")");
    SUPPRESSED = Sql::same(
        "SELECT a.message_id FROM attempt a JOIN message m ON m.id = a.message_id
         WHERE a.batch_id = $1 AND EXISTS (SELECT 1 FROM suppression s
         WHERE s.site_id = $2 AND s.phone_ix = m.phone_ix AND (s.scope IN ('all', $3)
         OR (s.scope IN ('sms', 'lms', 'mms') AND $3 IN ('sms', 'lms', 'mms'))))");
    ENDED = bulk!(
        "UPDATE batch SET state = r.s, ended_at = r.e, ask_at = r.a, error = r.x, size = COALESCE(r.z, size), provider_ids = r.i FROM",
        rows(b int, s text, e int, a int, x text, z int, i text),
        "WHERE batch.id = r.b AND batch.state = 'sending'");
    TAKEN = bulk!(
        "UPDATE attempt SET state = $2, class = $3, code = $4, detail = $5, provider_id = r.p FROM",
        rows(b int, m int, p text),
        "WHERE attempt.batch_id = r.b AND attempt.message_id = r.m AND attempt.state = 'sending'");
    ANSWER = bulk!(
        "UPDATE attempt SET state = $2, class = $3, code = $4, detail = $5, provider_id = r.p FROM",
        rows(b int, m int, p text),
        "WHERE attempt.batch_id = r.b AND attempt.message_id = r.m AND attempt.state = 'sending'
         RETURNING attempt.batch_id, attempt.message_id");
    REPORT = bulk!(
        "UPDATE attempt SET state = $2, class = $3, code = $4, detail = $5, provider_id = COALESCE(r.p, provider_id),
         reported_at = r.t FROM",
        rows(b int, m int, p text, t int),
        "WHERE attempt.batch_id = r.b AND attempt.message_id = r.m
         AND (attempt.state = 'unknown' OR (attempt.state IN ('sending', 'accepted') AND $2 <> 'accepted'))
         RETURNING attempt.batch_id, attempt.message_id");
    CLOSE = bulk!("UPDATE batch SET open = open - r.n FROM", rows(b int, n int), "WHERE batch.id = r.b");
    META = bulk!(
        "SELECT q.id, q.campaign_id, q.channel, q.provider FROM",
        rows(b int),
        "JOIN batch AS q ON q.id = r.b");
    ORPHANS = Sql::same(
        "UPDATE batch SET state = 'doubt', ended_at = $2, ask_at = $2, error = 'the sender ended before the answer came'
         WHERE campaign_id = $1 AND state = 'sending' AND owner <> $3 RETURNING id");
    ORPHAN_ATTEMPTS = Sql::same("UPDATE attempt SET state = 'unknown' WHERE batch_id = $1 AND state = 'sending'");
    ORPHAN_MESSAGES = Sql::same(
        "UPDATE message SET state = 'unknown', updated_at = $2
         WHERE id IN (SELECT message_id FROM attempt WHERE batch_id = $1) AND batch_id = $1 AND state = 'sending'");
    DUE = Sql::same(
        "SELECT id, campaign_id, channel, provider, state, claimed_at, ended_at, asked, provider_ids FROM batch
         WHERE campaign_id = $1 AND open > 0 AND ask_at <= $2 ORDER BY ask_at LIMIT $3");
    ASKED = Sql::same("UPDATE batch SET ask_at = $2, asked = asked + 1 WHERE id = $1");
    NEXT_ASK = Sql::same("SELECT MIN(ask_at) FROM batch WHERE campaign_id = $1 AND open > 0");
    OPEN_ATTEMPTS = Sql::same(
        "SELECT a.message_id, a.state, a.provider_id, m.phone_ix, m.sealed, m.key_id FROM attempt a JOIN message m ON m.id = a.message_id
         WHERE a.batch_id = $1 AND a.state IN ('sending', 'accepted', 'unknown') ORDER BY a.message_id");
    ATTEMPT = Sql::same(
        "SELECT a.batch_id, a.prev_batch_id,
         CASE WHEN a.state = 'sending' AND b.state = 'answered' THEN 'accepted' ELSE a.state END AS state, a.provider_id,
         a.class, a.code, a.detail, a.reported_at, b.channel, b.provider, b.claimed_at, b.ended_at, b.error, b.provider_ids
         FROM attempt a JOIN batch b ON b.id = a.batch_id WHERE a.batch_id = $1 AND a.message_id = $2");
    UNKNOWN = Sql::same("SELECT COUNT(*) FROM message WHERE campaign_id = $1 AND state = 'unknown'");
    IN_FLIGHT = Sql::same("SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM batch WHERE campaign_id = $1 AND open > 0");
    TALLY = bulk!(
        "INSERT INTO tally (campaign_id, day, channel, state, code, n, price_minor)
         SELECT r.g, r.d, r.c, r.s, r.k, r.n, r.p FROM",
        rows(g int, d text, c text, s text, k text, n int, p int),
        "WHERE true ON CONFLICT (campaign_id, day, channel, state, code)
         DO UPDATE SET n = tally.n + excluded.n, price_minor = tally.price_minor + excluded.price_minor");
    ANY_OPEN = Sql::same("SELECT COUNT(*) FROM (SELECT 1 FROM batch WHERE open > 0 LIMIT 1) AS q");
    OPEN_OF = Sql::same(
        "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT), MIN(claimed_at) FROM batch WHERE open > 0 AND provider = $1");
    OPEN_OF_ALL = Sql::same("SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM batch WHERE open > 0");
    CURSOR = Sql::same("SELECT cursor FROM report_cursor WHERE provider = $1");
    KEEP_CURSOR = Sql::same(
        "INSERT INTO report_cursor (provider, cursor, polled_at, strangers) VALUES ($1, $2, $3, $4)
         ON CONFLICT (provider) DO UPDATE SET cursor = excluded.cursor, polled_at = excluded.polled_at,
         strangers = report_cursor.strangers + excluded.strangers");
    STOP = Sql::same(
        "INSERT INTO route_stop (provider, channel, class, code, detail, since) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (provider, channel) DO UPDATE SET class = excluded.class, code = excluded.code, detail = excluded.detail");
    STOPS = Sql::same("SELECT provider, channel, class, code, detail, since FROM route_stop ORDER BY provider, channel");
    UNSTOP = Sql::same("DELETE FROM route_stop WHERE provider = $1 AND channel = $2");
    TIMELINE = Sql::same(
        "SELECT id, size, claimed_at, ended_at FROM batch
         WHERE rate_group = $1 AND (claimed_at, id) > ($2, $3) AND size > 0 ORDER BY claimed_at, id LIMIT $4");
    MARK_DEAD = bulk!(
        "UPDATE recipient SET dead_at = $3, dead_code = r.k FROM",
        rows(x bytes, k text),
        "WHERE recipient.site_id = $2 AND recipient.phone_ix = r.x AND recipient.dead_at IS NULL");
}

/// A call that is about to be made.
#[derive(Debug, Clone)]
pub struct NewBatch<'a> {
    /// Its campaign.
    pub campaign: CampaignId,
    /// Its channel.
    pub channel: &'a str,
    /// Who carries it.
    pub provider: &'a str,
    /// The limit that counts it.
    pub rate_group: &'a str,
    /// The process that makes the call.
    pub owner: &'a str,
    /// Now.
    pub claimed_at: Micros,
    /// When the answer can no longer be expected.
    pub lease_until: Micros,
}

/// How much a limit has counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// Messages whose call ended inside the window.
    pub ended: i64,
    /// Messages whose call is under way: they may arrive any moment.
    pub under_way: i64,
    /// When the first of the ended ones leaves the window (its end; the window is to be added).
    pub oldest_end: Option<Micros>,
}

/// What became of a call.
#[derive(Debug, Clone, Serialize)]
pub struct BatchEnd<'a> {
    /// Which.
    #[serde(rename = "b")]
    pub batch: i64,
    /// `answered` or `doubt`.
    #[serde(rename = "s")]
    pub state: &'a str,
    /// From when on it cannot arrive any more.
    #[serde(rename = "e")]
    pub ended_at: i64,
    /// When the provider is asked about what stays open.
    #[serde(rename = "a")]
    pub ask_at: i64,
    /// What went wrong.
    #[serde(rename = "x")]
    pub error: Option<&'a str>,
    /// Messages that count for the limit, where it is not all of them.
    #[serde(rename = "z")]
    pub counts: Option<i64>,
    /// The provider's ids by message (a JSON object), where it took all of them: then neither messages
    /// nor attempts are written to, and `sending` in an answered batch reads as `accepted`.
    #[serde(rename = "i")]
    pub provider_ids: Option<String>,
}

/// What a provider said about one or many attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said<'a> {
    /// The attempt's new state.
    pub state: &'a str,
    /// The class of the code.
    pub class: &'a str,
    /// The code.
    pub code: &'a str,
    /// The provider's words.
    pub detail: &'a str,
}

/// An attempt that something was said about. Few different things are said of many attempts, so
/// statements take what was said once and the attempts as rows.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct About<'a> {
    /// The batch.
    #[serde(rename = "b")]
    pub batch: i64,
    /// The message.
    #[serde(rename = "m")]
    pub message: i64,
    /// The provider's id.
    #[serde(rename = "p", skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<&'a str>,
    /// When the provider says it happened.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
}

/// Which batch, and whose.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BatchMeta {
    /// Its id.
    pub id: BatchId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// Its channel.
    pub channel: String,
    /// Who carries it.
    pub provider: String,
}

/// A batch about which the provider is to be asked.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DueBatch {
    /// Its id.
    pub id: BatchId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// Its channel.
    pub channel: String,
    /// Who carries it.
    pub provider: String,
    /// `answered` or `doubt`.
    pub state: String,
    /// When the call began.
    pub claimed_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
    /// How often was asked.
    pub asked: i64,
    /// The provider's ids by message, a JSON object.
    pub provider_ids: Option<String>,
}

/// An attempt without a final word.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenAttempt {
    /// The message.
    pub message_id: MessageId,
    /// `sending`, `accepted` or `unknown`.
    pub state: String,
    /// The provider's id, if it was told.
    pub provider_id: Option<String>,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed snapshot.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: i64,
}

/// One attempt with its batch, for the story of a message.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AttemptRow {
    /// The batch.
    pub batch_id: BatchId,
    /// The batch of the attempt before.
    pub prev_batch_id: Option<BatchId>,
    /// Where the attempt stands.
    pub state: String,
    /// The provider's id.
    pub provider_id: Option<String>,
    /// The class of the code.
    pub class: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The provider's words.
    pub detail: Option<String>,
    /// When the report says it happened.
    pub reported_at: Option<Micros>,
    /// The channel.
    pub channel: String,
    /// Who carried it.
    pub provider: String,
    /// When the call began.
    pub claimed_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
    /// What went wrong with the call.
    pub error: Option<String>,
    /// The provider's ids by message (a JSON object), where it took the whole batch.
    pub provider_ids: Option<String>,
}

/// Why a route does not send.
#[derive(Debug, Clone, sqlx::FromRow, Serialize)]
pub struct RouteStop {
    /// Who carries it.
    pub provider: String,
    /// The channel.
    pub channel: String,
    /// `config` or `money`.
    pub class: String,
    /// The code.
    pub code: String,
    /// The provider's words.
    pub detail: String,
    /// Since when.
    pub since: Micros,
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

/// A limit as it was applied.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RateGroup {
    /// Its name.
    pub name: String,
    /// Most messages in a window.
    pub limit_n: i64,
    /// The window's length in microseconds.
    pub window_us: i64,
    /// In force since.
    pub since: Micros,
}

/// One batch on the timeline of a limit.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TimelineRow {
    /// Its id.
    pub id: BatchId,
    /// Messages.
    pub size: i64,
    /// It cannot have arrived before.
    pub claimed_at: Micros,
    /// It cannot have arrived after; `None`: under way.
    pub ended_at: Option<Micros>,
}

/// Makes a limit known, and locks it until the end of the transaction: reservations of one group
/// happen one after the other. A limit that is not as it was is in force since `now`.
pub async fn lock_rate_group(tx: &mut Tx, name: &str, limit: i64, window_us: i64, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(RATE_GROUP.on(e))
        .bind(name)
        .bind(limit)
        .bind(window_us)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    on!(tx, |c, e| sqlx::query(LOCK_RATE_GROUP.on(e)).bind(name).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The limits that have been applied.
pub async fn rate_groups(c: &mut impl Reads) -> Result<Vec<RateGroup>> {
    Ok(on!(c, |conn, e| sqlx::query_as(RATE_GROUPS.on(e)).fetch_all(conn).await)?)
}

/// What a limit counts of calls that ended after `since` or are under way.
pub async fn usage(c: &mut impl Reads, rate_group: &str, since: Micros) -> Result<Usage> {
    let (ended, oldest_end): (i64, Option<Micros>) =
        on!(c, |conn, e| sqlx::query_as(IN_WINDOW.on(e)).bind(rate_group).bind(since).fetch_one(conn).await)?;
    let under_way = on!(c, |conn, e| sqlx::query_scalar(UNDER_WAY.on(e)).bind(rate_group).fetch_one(conn).await)?;
    Ok(Usage { ended, under_way, oldest_end })
}

/// Writes a batch down and moves up to `most` due messages of its channel into it as attempts.
/// Returns the batch and how many; an empty batch is taken back.
pub async fn claim(tx: &mut Tx, b: &NewBatch<'_>, most: i64) -> Result<Option<(BatchId, i64)>> {
    let id: BatchId = on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(b.campaign)
        .bind(b.channel)
        .bind(b.provider)
        .bind(b.rate_group)
        .bind(b.owner)
        .bind(b.claimed_at)
        .bind(b.lease_until)
        .bind(most)
        .fetch_one(c)
        .await)?;
    let n = on!(tx, |c, e| sqlx::query(CLAIM.on(e))
        .bind(id)
        .bind(b.campaign)
        .bind(b.channel)
        .bind(b.claimed_at)
        .bind(most)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    if n == 0 {
        on!(tx, |c, e| sqlx::query(DROP_EMPTY.on(e)).bind(id).execute(c).await.map(|_| ()))?;
        return Ok(None);
    }
    if n < most {
        resize(tx, id, n).await?;
    }
    Ok(Some((id, n)))
}

/// Sets how many messages a batch carries.
pub async fn resize(tx: &mut Tx, batch: BatchId, n: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SIZE.on(e)).bind(batch).bind(n).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Whether a site has any suppressions at all.
pub async fn any_suppression(c: &mut impl Reads, site: crate::domain::id::SiteId) -> Result<bool> {
    let n: i64 = on!(c, |conn, e| sqlx::query_scalar(ANY_SUPPRESSED.on(e)).bind(site).fetch_one(conn).await)?;
    Ok(n > 0)
}

/// Messages of a batch whose person must not be written to on this channel (any more).
pub async fn suppressed(
    c: &mut impl Reads,
    batch: BatchId,
    site: crate::domain::id::SiteId,
    channel: &str,
) -> Result<Vec<i64>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(SUPPRESSED.on(e))
        .bind(batch)
        .bind(site)
        .bind(channel)
        .fetch_all(conn)
        .await)?)
}

/// Takes messages out of a batch that has not been sent.
pub async fn drop_attempts(tx: &mut Tx, batch: BatchId, messages: &[i64]) -> Result<()> {
    let json = serde_json::Value::from_iter(messages.iter().map(|m| serde_json::json!({ "m": m }))).to_string();
    on!(tx, |c, e| sqlx::query(DROP_ATTEMPTS.on(e)).bind(&json).bind(batch).execute(c).await.map(|_| ()))?;
    Ok(())
}

fn json<T: Serialize>(rows: &[T]) -> Result<String> {
    serde_json::to_string(rows).map_err(super::StoreError::corrupt)
}

/// Records that calls have ended.
pub async fn ended(tx: &mut Tx, ends: &[BatchEnd<'_>]) -> Result<()> {
    let rows = json(ends)?;
    on!(tx, |c, e| sqlx::query(ENDED.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Records that calls were taken. An attempt whose report came first keeps what the report said.
pub async fn taken(tx: &mut Tx, said: Said<'_>, about: &[About<'_>]) -> Result<()> {
    let rows = json(about)?;
    on!(tx, |c, e| sqlx::query(TAKEN.on(e))
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

/// Records other answers to calls; returns the (batch, message) pairs whose attempt was still `sending`.
pub async fn answer(tx: &mut Tx, said: Said<'_>, about: &[About<'_>]) -> Result<Vec<(i64, i64)>> {
    tell(tx, ANSWER, said, about).await
}

/// Records reports; returns the (batch, message) pairs that learnt something new from them.
pub async fn report(tx: &mut Tx, said: Said<'_>, about: &[About<'_>]) -> Result<Vec<(i64, i64)>> {
    tell(tx, REPORT, said, about).await
}

async fn tell(tx: &mut Tx, sql: Sql, said: Said<'_>, about: &[About<'_>]) -> Result<Vec<(i64, i64)>> {
    let rows = json(about)?;
    Ok(on!(tx, |c, e| sqlx::query_as(sql.on(e))
        .bind(&rows)
        .bind(said.state)
        .bind(said.class)
        .bind(said.code)
        .bind(said.detail)
        .fetch_all(c)
        .await)?)
}

/// Takes attempts that now have a final word off their batches: (batch, how many).
pub async fn close(tx: &mut Tx, closed: &[(i64, i64)]) -> Result<()> {
    if closed.is_empty() {
        return Ok(());
    }
    let rows: Vec<serde_json::Value> = closed.iter().map(|(b, n)| serde_json::json!({ "b": b, "n": n })).collect();
    let rows = json(&rows)?;
    on!(tx, |c, e| sqlx::query(CLOSE.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Which campaign, channel and provider batches belong to.
pub async fn meta(c: &mut impl Reads, batches: &[i64]) -> Result<Vec<BatchMeta>> {
    let rows: Vec<serde_json::Value> = batches.iter().map(|b| serde_json::json!({ "b": b })).collect();
    let rows = json(&rows)?;
    Ok(on!(c, |conn, e| sqlx::query_as(META.on(e)).bind(&rows).fetch_all(conn).await)?)
}

/// Puts what another, ended process left under way into doubt. Only under the campaign's lock.
pub async fn adopt_orphans(tx: &mut Tx, campaign: CampaignId, owner: &str, now: Micros) -> Result<usize> {
    let orphans: Vec<BatchId> =
        on!(tx, |c, e| sqlx::query_scalar(ORPHANS.on(e)).bind(campaign).bind(now).bind(owner).fetch_all(c).await)?;
    for id in &orphans {
        on!(tx, |c, e| sqlx::query(ORPHAN_ATTEMPTS.on(e)).bind(id).execute(c).await.map(|_| ()))?;
        on!(tx, |c, e| sqlx::query(ORPHAN_MESSAGES.on(e)).bind(id).bind(now).execute(c).await.map(|_| ()))?;
    }
    Ok(orphans.len())
}

/// Batches with something open about which the provider is to be asked by now.
pub async fn due(c: &mut impl Reads, campaign: CampaignId, now: Micros, limit: i64) -> Result<Vec<DueBatch>> {
    Ok(on!(c, |conn, e| sqlx::query_as(DUE.on(e)).bind(campaign).bind(now).bind(limit).fetch_all(conn).await)?)
}

/// When the provider is asked again about a batch.
pub async fn asked(tx: &mut Tx, batch: BatchId, next: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ASKED.on(e)).bind(batch).bind(next).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// When the provider is to be asked next about anything of a campaign.
pub async fn next_ask(c: &mut impl Reads, campaign: CampaignId) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(NEXT_ASK.on(e)).bind(campaign).fetch_one(conn).await)?)
}

/// Attempts of a batch without a final word.
pub async fn open_attempts(c: &mut impl Reads, batch: BatchId) -> Result<Vec<OpenAttempt>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OPEN_ATTEMPTS.on(e)).bind(batch).fetch_all(conn).await)?)
}

/// One attempt of a message.
pub async fn attempt(c: &mut impl Reads, batch: BatchId, message: MessageId) -> Result<Option<AttemptRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(ATTEMPT.on(e)).bind(batch).bind(message).fetch_optional(conn).await)?)
}

/// Messages of a campaign in doubt, and with a provider altogether.
pub async fn in_doubt_and_flight(c: &mut impl Reads, campaign: CampaignId) -> Result<(i64, i64)> {
    let unknown = on!(c, |conn, e| sqlx::query_scalar(UNKNOWN.on(e)).bind(campaign).fetch_one(conn).await)?;
    let flight = on!(c, |conn, e| sqlx::query_scalar(IN_FLIGHT.on(e)).bind(campaign).fetch_one(conn).await)?;
    Ok((unknown, flight))
}

/// Adds final results to the tally.
pub async fn tally(tx: &mut Tx, deltas: &[TallyDelta<'_>]) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let rows = json(deltas)?;
    on!(tx, |c, e| sqlx::query(TALLY.on(e)).bind(&rows).execute(c).await.map(|_| ()))?;
    Ok(())
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

/// Where polling of a provider stands.
pub async fn cursor(c: &mut impl Reads, provider: &str) -> Result<Option<String>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(CURSOR.on(e)).bind(provider).fetch_optional(conn).await)?)
}

/// Keeps where polling stands, with how many reports of the page were not ours.
pub async fn keep_cursor(tx: &mut Tx, provider: &str, cursor: &str, now: Micros, strangers: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(KEEP_CURSOR.on(e))
        .bind(provider)
        .bind(cursor)
        .bind(now)
        .bind(strangers)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Stops a route until the operator resumes.
pub async fn stop_route(tx: &mut Tx, s: &RouteStop) -> Result<()> {
    on!(tx, |c, e| sqlx::query(STOP.on(e))
        .bind(&s.provider)
        .bind(&s.channel)
        .bind(&s.class)
        .bind(&s.code)
        .bind(&s.detail)
        .bind(s.since)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The stopped routes.
pub async fn route_stops(c: &mut impl Reads) -> Result<Vec<RouteStop>> {
    Ok(on!(c, |conn, e| sqlx::query_as(STOPS.on(e)).fetch_all(conn).await)?)
}

/// Lets a route send again.
pub async fn unstop_route(tx: &mut Tx, provider: &str, channel: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(UNSTOP.on(e)).bind(provider).bind(channel).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// A page of what a limit has counted, in the order of the claims, behind the batch `after` that was claimed at `.0`.
pub async fn timeline(
    c: &mut impl Reads,
    rate_group: &str,
    after: (Micros, BatchId),
    limit: i64,
) -> Result<Vec<TimelineRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(TIMELINE.on(e))
        .bind(rate_group)
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .fetch_all(conn)
        .await)?)
}

/// Marks numbers of a site as wrong or unassigned: (blind index in hex, code).
pub async fn mark_dead(
    tx: &mut Tx,
    site: crate::domain::id::SiteId,
    numbers: &[(String, String)],
    now: Micros,
) -> Result<()> {
    let rows: Vec<serde_json::Value> = numbers.iter().map(|(x, k)| serde_json::json!({ "x": x, "k": k })).collect();
    let rows = json(&rows)?;
    on!(tx, |c, e| sqlx::query(MARK_DEAD.on(e)).bind(&rows).bind(site).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}
