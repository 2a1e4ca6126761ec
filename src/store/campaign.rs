//! Campaigns: one row a bulk send, its texts pinned.

use crate::domain::id::{CampaignId, SiteId, TemplateId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, bulk, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO campaign (site_id, key, request_hash, plan_hash, state, note, lane, strategy, template_id,
         template_version, content, plan, total, created_at, test, planned_by, counted_on,
         marks_until, begins_at)
         VALUES ($1, $2, $3, NULL, 'planning', NULL, $4, $5, $6, $7, $8, '{}', 0, $9, $10, $11, $12, $13, $14) RETURNING id");
    BY_ID = Sql::same("SELECT * FROM campaign WHERE id = $1");
    BY_KEY = Sql::same("SELECT * FROM campaign WHERE site_id = $1 AND key = $2");
    PLANNED = Sql::same(
        "UPDATE campaign SET plan_hash = $2, plan = $3, total = $4, state = $6, started_at = $5
         WHERE id = $1 AND state = 'planning'");
    APPROVE = Sql::same(
        "UPDATE campaign SET state = 'running', note = NULL, approved_by = $2, approved_at = $3 WHERE id = $1 AND state = 'awaiting'");
    MOVE = Sql::same("UPDATE campaign SET state = $3, note = $4 WHERE id = $1 AND state = $2");
    FINISH = Sql::same(
        "UPDATE campaign SET state = CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'done' END, finished_at = $2
         WHERE id = $1 AND finished_at IS NULL AND state IN ('running', 'paused', 'cancelled')
         AND NOT EXISTS (SELECT 1 FROM queue WHERE campaign_id = $1 AND state = 'queued')
         AND NOT EXISTS (SELECT 1 FROM batch WHERE campaign_id = $1 AND open > 0)");
    REOPEN = Sql::same("UPDATE campaign SET state = 'running', finished_at = NULL, note = NULL WHERE id = $1 AND state = 'done'");
    SPAN = Sql::same("UPDATE campaign SET first_id = COALESCE(first_id, $2), last_id = $3 WHERE id = $1");
    DROP_MESSAGES = Sql::same(
        "DELETE FROM message WHERE campaign_id = $1 AND id >= (SELECT first_id FROM campaign WHERE id = $1)
         AND id <= (SELECT last_id FROM campaign WHERE id = $1)");
    DROP_BATCHES = Sql::same("DELETE FROM batch WHERE campaign_id = $1 AND state = 'planned'");
    DROP = Sql::same("DELETE FROM campaign WHERE id = $1 AND state = 'planning'");
    LIST = Sql::same(
        "SELECT * FROM campaign WHERE ($1 = 0 OR site_id = $1) AND ($2 = 0 OR id < $2) AND ($4 = '' OR state = $4)
         ORDER BY id DESC LIMIT $3");
    PARTS = bulk!(
        "SELECT t.campaign_id, t.state, CAST(SUM(t.n) AS BIGINT) AS n, CAST(SUM(t.price_minor) AS BIGINT) AS price_minor FROM",
        rows(i int),
        "JOIN tally AS t ON t.campaign_id = r.i GROUP BY t.campaign_id, t.state");
    HALF_PLANNED = Sql::same(
        "SELECT id FROM campaign WHERE site_id = $1 AND state = 'planning' AND finished_at IS NULL AND first_id IS NOT NULL");
    BACKLOG = Sql::same(
        "SELECT CAST(COALESCE(SUM(c.total - COALESCE((SELECT SUM(t.n) FROM tally t WHERE t.campaign_id = c.id), 0)), 0) AS BIGINT)
         FROM campaign c WHERE c.finished_at IS NULL");
    ADMIT = Sql::same("UPDATE sequence SET next = next WHERE name = 'message'");
    DUE = Sql::same(
        "SELECT c.id FROM campaign c WHERE c.finished_at IS NULL AND c.state = 'running' AND (
         EXISTS (SELECT 1 FROM batch b WHERE b.campaign_id = c.id AND b.state = 'planned' AND b.due_at <= $1)
         OR EXISTS (SELECT 1 FROM queue q WHERE q.campaign_id = c.id AND q.state = 'queued' AND q.due_at <= $1)) ORDER BY c.id");
    RUNNING = Sql::same(
        "SELECT id FROM campaign WHERE finished_at IS NULL AND state IN ('running', 'paused', 'cancelled') ORDER BY
         CASE lane WHEN 'auth' THEN 0 WHEN 'realtime' THEN 1 WHEN 'bulk' THEN 2 ELSE 3 END, id");
    PRESSING = Sql::same(
        "SELECT id FROM campaign WHERE finished_at IS NULL AND state = 'running' AND lane IN ('auth', 'realtime') ORDER BY id");
    OPEN_IDS = Sql::same("SELECT id FROM campaign WHERE finished_at IS NULL AND state <> 'planning' ORDER BY id");
    TALLY = Sql::same(
        "SELECT channel, state, code, CAST(SUM(n) AS BIGINT) AS n, CAST(SUM(price_minor) AS BIGINT) AS price_minor
         FROM tally WHERE campaign_id = $1 GROUP BY channel, state, code");
}

/// A campaign as it is kept. `content` and `plan` are JSON that only `ops` reads.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct CampaignRow {
    /// Its id.
    pub id: CampaignId,
    /// Whose it is.
    pub site_id: SiteId,
    /// The operator's idempotency key.
    pub key: Option<String>,
    /// What was asked for; the same key with another hash is a conflict.
    pub request_hash: String,
    /// What was planned.
    pub plan_hash: Option<String>,
    /// A `CampaignState`.
    pub state: String,
    /// Why it is paused.
    pub note: Option<String>,
    /// A `Lane`.
    pub lane: String,
    /// A `Strategy`.
    pub strategy: String,
    /// The template, if one was used.
    pub template_id: Option<TemplateId>,
    /// Its pinned version.
    pub template_version: Option<i64>,
    /// What its messages are made of.
    pub content: String,
    /// What the plan found.
    pub plan: String,
    /// Messages.
    pub total: i64,
    /// No message of it has a lower id.
    pub first_id: Option<i64>,
    /// Nor a higher one.
    pub last_id: Option<i64>,
    /// When it was asked for.
    pub created_at: Micros,
    /// When its plan was complete.
    pub started_at: Option<Micros>,
    /// When its last message reached a final state.
    pub finished_at: Option<Micros>,
    /// 1: a test of a text, left out of statistics.
    pub test: i64,
    /// Who asked for it.
    pub planned_by: Option<String>,
    /// Who approved it, where a second person had to.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Micros>,
    /// The Korean day on which its people were counted, if they were.
    pub counted_on: Option<String>,
    /// Its marks in `sent_content` hold at most until then, if there are any.
    pub marks_until: Option<Micros>,
    /// Up to this message, what was taken back no longer counts.
    pub released_to: Option<i64>,
    /// Nothing of it is sent before, by the calendar.
    pub begins_at: Option<Micros>,
}

/// A campaign that is about to be planned.
#[derive(Debug, Clone)]
pub struct NewCampaign<'a> {
    /// Whose it is.
    pub site_id: SiteId,
    /// The operator's idempotency key.
    pub key: Option<&'a str>,
    /// What was asked for.
    pub request_hash: &'a str,
    /// A `Lane`.
    pub lane: &'a str,
    /// A `Strategy`.
    pub strategy: &'a str,
    /// The template, if one was used.
    pub template: Option<(TemplateId, i64)>,
    /// What its messages are made of (JSON).
    pub content: &'a str,
    /// When it was asked for.
    pub created_at: Micros,
    /// A test of a text, left out of statistics.
    pub test: bool,
    /// Who asks for it.
    pub planned_by: &'a str,
    /// The Korean day on which its people are counted, if they are.
    pub counted_on: Option<&'a str>,
    /// When its marks in `sent_content` hold no longer, if it makes any.
    pub marks_until: Option<Micros>,
    /// Nothing of it is sent before, by the calendar.
    pub begins_at: Option<Micros>,
}

/// One group of final results of a campaign.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct TallyRow {
    /// The channel that brought the result.
    pub channel: String,
    /// A final state.
    pub state: String,
    /// The provider's code, or ours.
    pub code: String,
    /// Messages.
    pub n: i64,
    /// What they cost.
    pub price_minor: i64,
}

/// Writes a campaign down in state `planning`.
///
/// # Errors
/// `Duplicate` when the site already has that key.
pub async fn insert(tx: &mut Tx, c: &NewCampaign<'_>) -> Result<CampaignId> {
    Ok(on!(tx, |conn, e| sqlx::query_scalar(INSERT.on(e))
        .bind(c.site_id)
        .bind(c.key)
        .bind(c.request_hash)
        .bind(c.lane)
        .bind(c.strategy)
        .bind(c.template.map(|t| t.0))
        .bind(c.template.map(|t| t.1))
        .bind(c.content)
        .bind(c.created_at)
        .bind(i64::from(c.test))
        .bind(c.planned_by)
        .bind(c.counted_on)
        .bind(c.marks_until)
        .bind(c.begins_at)
        .fetch_one(conn)
        .await)?)
}

/// The campaign with that id.
pub async fn by_id(c: &mut impl Reads, id: CampaignId) -> Result<Option<CampaignRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(conn).await)?)
}

/// The campaign of a site with that key.
pub async fn by_key(c: &mut impl Reads, site: SiteId, key: &str) -> Result<Option<CampaignRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(BY_KEY.on(e)).bind(site).bind(key).fetch_optional(conn).await)?)
}

/// Every message is written down: from now on it is in `state`. False if it was no longer planning.
pub async fn planned(
    tx: &mut Tx,
    id: CampaignId,
    hash: &str,
    plan: &str,
    total: i64,
    now: Micros,
    state: &str,
) -> Result<bool> {
    let n = on!(tx, |conn, e| sqlx::query(PLANNED.on(e))
        .bind(id)
        .bind(hash)
        .bind(plan)
        .bind(total)
        .bind(now)
        .bind(state)
        .execute(conn)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// A campaign that awaits approval has it: its messages may be sent. False if it does not await any.
pub async fn approve(tx: &mut Tx, id: CampaignId, by: &str, now: Micros) -> Result<bool> {
    let n = on!(tx, |conn, e| sqlx::query(APPROVE.on(e))
        .bind(id)
        .bind(by)
        .bind(now)
        .execute(conn)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// From one state to another. False if it was not in the first.
pub async fn shift(tx: &mut Tx, id: CampaignId, from: &str, to: &str, note: Option<&str>) -> Result<bool> {
    let n = on!(tx, |conn, e| sqlx::query(MOVE.on(e))
        .bind(id)
        .bind(from)
        .bind(to)
        .bind(note)
        .execute(conn)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Marks a campaign as finished if nothing of it is open. True when it was done just now.
pub async fn finish(tx: &mut Tx, id: CampaignId, now: Micros) -> Result<bool> {
    let n =
        on!(tx, |conn, e| sqlx::query(FINISH.on(e)).bind(id).bind(now).execute(conn).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// A finished campaign runs again (some of its messages were queued once more).
pub async fn reopen(tx: &mut Tx, id: CampaignId) -> Result<()> {
    on!(tx, |conn, e| sqlx::query(REOPEN.on(e)).bind(id).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Takes an unfinished plan away with its messages.
pub async fn discard(tx: &mut Tx, id: CampaignId) -> Result<()> {
    on!(tx, |conn, e| sqlx::query(DROP_BATCHES.on(e)).bind(id).execute(conn).await.map(|_| ()))?;
    on!(tx, |conn, e| sqlx::query(DROP_MESSAGES.on(e)).bind(id).execute(conn).await.map(|_| ()))?;
    on!(tx, |conn, e| sqlx::query(DROP.on(e)).bind(id).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Messages `first` to `last` are written down for it: where to look for them later.
pub async fn span(tx: &mut Tx, id: CampaignId, first: i64, last: i64) -> Result<()> {
    on!(tx, |conn, e| sqlx::query(SPAN.on(e)).bind(id).bind(first).bind(last).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Campaigns, newest first, of one site or all (`SiteId(0)`), in one state or (empty) any, before `before`
/// (0: from the newest).
pub async fn list(
    c: &mut impl Reads,
    site: SiteId,
    state: &str,
    before: CampaignId,
    limit: i64,
) -> Result<Vec<CampaignRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LIST.on(e))
        .bind(site)
        .bind(before)
        .bind(limit)
        .bind(state)
        .fetch_all(conn)
        .await)?)
}

/// How many messages of a campaign ended in a state, and what they cost.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PartRow {
    /// The campaign.
    pub campaign_id: CampaignId,
    /// A final state.
    pub state: String,
    /// Messages.
    pub n: i64,
    /// What they cost.
    pub price_minor: i64,
}

/// Final results of several campaigns, by state.
pub async fn parts(c: &mut impl Reads, ids: &[CampaignId]) -> Result<Vec<PartRow>> {
    let json = ids.iter().map(|i| serde_json::json!({ "i": i.0 })).collect::<serde_json::Value>().to_string();
    Ok(on!(c, |conn, e| sqlx::query_as(PARTS.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// Campaigns of a site whose plan has begun to be written down, and is not complete.
pub async fn half_planned(c: &mut impl Reads, site: SiteId) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(HALF_PLANNED.on(e)).bind(site).fetch_all(conn).await)?)
}

/// Messages of open campaigns that are not in a final state.
pub async fn backlog(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(BACKLOG.on(e)).fetch_one(conn).await)?)
}

/// Lets one plan after the other be admitted until the end of the transaction: what one counts, the next one sees.
pub async fn admit(tx: &mut Tx) -> Result<()> {
    on!(tx, |conn, e| sqlx::query(ADMIT.on(e)).execute(conn).await.map(|_| ()))?;
    Ok(())
}

/// Running campaigns with messages that are due.
pub async fn due(c: &mut impl Reads, now: Micros) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(DUE.on(e)).bind(now).fetch_all(conn).await)?)
}

/// Campaigns that may have something open.
pub async fn open_ids(c: &mut impl Reads) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(OPEN_IDS.on(e)).fetch_all(conn).await)?)
}

/// Campaigns that may have something to send or to ask, in the order of their lanes.
pub async fn running(c: &mut impl Reads) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(RUNNING.on(e)).fetch_all(conn).await)?)
}

/// Running campaigns that somebody waits for.
pub async fn pressing(c: &mut impl Reads) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(PRESSING.on(e)).fetch_all(conn).await)?)
}

/// Final results of a campaign.
pub async fn tally(c: &mut impl Reads, id: CampaignId) -> Result<Vec<TallyRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(TALLY.on(e)).bind(id).fetch_all(conn).await)?)
}
