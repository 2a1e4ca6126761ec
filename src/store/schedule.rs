//! Sends that come again and again.

use crate::domain::id::{CampaignId, ScheduleId, SiteId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO schedule (site_id, key, request, cron, state, next_at, created_at, created_by)
         VALUES ($1, $2, $3, $4, 'active', $5, $6, $7) RETURNING id");
    BY_ID = Sql::same("SELECT * FROM schedule WHERE id = $1");
    BY_KEY = Sql::same("SELECT * FROM schedule WHERE site_id = $1 AND key = $2");
    LIST = Sql::same("SELECT * FROM schedule WHERE state <> 'removed' AND ($1 = 0 OR site_id = $1) ORDER BY id");
    DUE = Sql::same("SELECT * FROM schedule WHERE state = 'active' AND next_at <= $1 ORDER BY next_at, id");
    ADVANCE = Sql::same(
        "UPDATE schedule SET next_at = $3, last_at = $4, last_campaign_id = COALESCE($5, last_campaign_id), note = $6
         WHERE id = $1 AND next_at = $2");
    NOTE = Sql::same("UPDATE schedule SET note = $2 WHERE id = $1");
    SHIFT = Sql::same("UPDATE schedule SET state = $2, next_at = $3, note = NULL WHERE id = $1 AND state IN ('active', 'paused')");
}

/// A schedule as it is kept. `request` is JSON that only `ops` reads.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ScheduleRow {
    /// Its id.
    pub id: ScheduleId,
    /// Whose it is.
    pub site_id: SiteId,
    /// The operator's idempotency key.
    pub key: Option<String>,
    /// What is sent, to whom.
    pub request: String,
    /// When, five fields in Korean time.
    pub cron: String,
    /// `active`, `paused` or `removed`.
    pub state: String,
    /// The next time.
    pub next_at: Micros,
    /// The last time that has passed.
    pub last_at: Option<Micros>,
    /// The last campaign that came of it.
    pub last_campaign_id: Option<CampaignId>,
    /// What became of the last time, where nothing was sent.
    pub note: Option<String>,
    /// Since when.
    pub created_at: Micros,
    /// Who made it.
    pub created_by: String,
}

/// A schedule to be.
#[derive(Debug, Clone, Copy)]
pub struct NewSchedule<'a> {
    /// Whose it is.
    pub site: SiteId,
    /// The operator's idempotency key.
    pub key: Option<&'a str>,
    /// What is sent, to whom (JSON).
    pub request: &'a str,
    /// When.
    pub cron: &'a str,
    /// The first time.
    pub next_at: Micros,
    /// Now.
    pub at: Micros,
    /// Who makes it.
    pub by: &'a str,
}

/// Writes a schedule down.
///
/// # Errors
/// `Duplicate` when the site already has that key.
pub async fn insert(tx: &mut Tx, s: &NewSchedule<'_>) -> Result<ScheduleId> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(s.site)
        .bind(s.key)
        .bind(s.request)
        .bind(s.cron)
        .bind(s.next_at)
        .bind(s.at)
        .bind(s.by)
        .fetch_one(c)
        .await)?)
}

/// The schedule with that id.
pub async fn by_id(c: &mut impl Reads, id: ScheduleId) -> Result<Option<ScheduleRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(conn).await)?)
}

/// The schedule of a site with that key.
pub async fn by_key(c: &mut impl Reads, site: SiteId, key: &str) -> Result<Option<ScheduleRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(BY_KEY.on(e)).bind(site).bind(key).fetch_optional(conn).await)?)
}

/// Schedules of one site or all (`SiteId(0)`), without those that were removed.
pub async fn list(c: &mut impl Reads, site: SiteId) -> Result<Vec<ScheduleRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LIST.on(e)).bind(site).fetch_all(conn).await)?)
}

/// Schedules whose time has come.
pub async fn due(c: &mut impl Reads, now: Micros) -> Result<Vec<ScheduleRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(DUE.on(e)).bind(now).fetch_all(conn).await)?)
}

/// The time `s.next_at` has passed, with or without a campaign; the next one is `next`. False: another process was
/// first.
pub async fn advance(
    tx: &mut Tx,
    s: &ScheduleRow,
    next: Micros,
    campaign: Option<CampaignId>,
    note: Option<&str>,
) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ADVANCE.on(e))
        .bind(s.id)
        .bind(s.next_at)
        .bind(next)
        .bind(s.next_at)
        .bind(campaign)
        .bind(note)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Why its time has not been planned yet.
pub async fn note(tx: &mut Tx, id: ScheduleId, note: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(NOTE.on(e)).bind(id).bind(note).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Paused, active again, removed. False where there is none to change.
pub async fn shift(tx: &mut Tx, id: ScheduleId, state: &str, next: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(SHIFT.on(e))
        .bind(id)
        .bind(state)
        .bind(next)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}
