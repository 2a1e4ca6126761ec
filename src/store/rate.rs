//! Limits: what counts against them, and their locks.
//!
//! Times here are those of the steady clock.

use crate::domain::id::{BatchId, SiteId};
use crate::domain::time::Micros;

use super::dialect::LOCK_RATE_GROUP;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    RATE_GROUP = Sql::same(
        "INSERT INTO rate_group (name, limit_n, window_us, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (name) DO UPDATE SET limit_n = excluded.limit_n, window_us = excluded.window_us, since = excluded.since
         WHERE rate_group.limit_n <> excluded.limit_n OR rate_group.window_us <> excluded.window_us");
    RATE_GROUPS = Sql::same("SELECT name, limit_n, window_us, since FROM rate_group ORDER BY name");
    /// One statement, one moment: a call that ends meanwhile is counted as the one or the other.
    USAGE = Sql::same(
        "SELECT CAST(COALESCE(SUM(q.ended), 0) AS BIGINT), CAST(COALESCE(SUM(q.going), 0) AS BIGINT), MIN(q.left_at) FROM
         (SELECT size AS ended, 0 AS going, left_at FROM batch
         WHERE rate_group = $1 AND left_at > $2 AND ($3 = '' OR channel = $3) AND ($4 = 0 OR site_id = $4)
         UNION ALL SELECT 0, size, left_at FROM batch
         WHERE rate_group = $1 AND left_at IS NULL AND ($3 = '' OR channel = $3) AND ($4 = 0 OR site_id = $4)) AS q");
    TIMELINE = Sql::same(
        "SELECT id, size, entered_at, left_at, claimed_at FROM batch
         WHERE rate_group = $1 AND (entered_at, id) > ($2, $3) AND size > 0 AND ($5 = '' OR channel = $5)
         AND ($6 = 0 OR site_id = $6) ORDER BY entered_at, id LIMIT $4");
    SITE_RATES = Sql::same("SELECT site_id, channel, limit_n, window_us FROM site_rate ORDER BY site_id, channel");
    SET_SITE_RATE = Sql::same(
        "INSERT INTO site_rate (site_id, channel, limit_n, window_us) VALUES ($1, $2, $3, $4)
         ON CONFLICT (site_id, channel) DO UPDATE SET limit_n = excluded.limit_n, window_us = excluded.window_us");
    DROP_SITE_RATE = Sql::same("DELETE FROM site_rate WHERE site_id = $1 AND channel = $2");
}

/// Which batches a limit counts.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// Those of a group of channels,
    pub group: &'a str,
    /// of one channel in it (empty: of all),
    pub channel: &'a str,
    /// of one site (`SiteId(0)`: of all).
    pub site: SiteId,
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

/// A limit as it was applied.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RateGroup {
    /// Its name: what is counted, as [`name_of`] writes it.
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
    pub entered_at: Micros,
    /// It cannot have arrived after; `None`: under way.
    pub left_at: Option<Micros>,
    /// The same beginning on the calendar.
    pub claimed_at: Micros,
}

/// A site's own limit inside a channel.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SiteRate {
    /// The site.
    pub site_id: SiteId,
    /// The channel.
    pub channel: String,
    /// Most messages in a window.
    pub limit_n: i64,
    /// The window's length in microseconds.
    pub window_us: i64,
}

/// `text`, `text/sms` for a channel in a group, `text/sms/3` for a site in that.
pub fn name_of(c: &Counted<'_>) -> String {
    match (c.channel, c.site.0) {
        ("", 0) => c.group.to_owned(),
        (channel, 0) => format!("{}/{channel}", c.group),
        (channel, site) => format!("{}/{channel}/{site}", c.group),
    }
}

/// What a name of [`name_of`] counts.
pub fn counted(name: &str) -> Counted<'_> {
    let mut parts = name.split('/');
    let group = parts.next().unwrap_or("");
    let channel = parts.next().unwrap_or("");
    let site = parts.next().and_then(|s| s.parse().ok()).unwrap_or(0);
    Counted { group, channel, site: SiteId(site) }
}

/// Makes a limit known, and locks it until the end of the transaction: reservations of one group
/// happen one after the other. A limit that is not as it was is in force since `now`.
pub async fn lock(tx: &mut Tx, name: &str, limit: i64, window_us: i64, now: Micros) -> Result<()> {
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
pub async fn groups(c: &mut impl Reads) -> Result<Vec<RateGroup>> {
    Ok(on!(c, |conn, e| sqlx::query_as(RATE_GROUPS.on(e)).fetch_all(conn).await)?)
}

/// What a limit counts of calls that ended after `since` or are under way.
pub async fn usage(c: &mut impl Reads, counted: &Counted<'_>, since: Micros) -> Result<Usage> {
    let (ended, under_way, oldest_end) = on!(c, |conn, e| sqlx::query_as(USAGE.on(e))
        .bind(counted.group)
        .bind(since)
        .bind(counted.channel)
        .bind(counted.site)
        .fetch_one(conn)
        .await)?;
    Ok(Usage { ended, under_way, oldest_end })
}

/// A page of what a limit has counted, in the order of the claims, behind the batch `after` that was claimed at `.0`.
pub async fn timeline(
    c: &mut impl Reads,
    counted: &Counted<'_>,
    after: (Micros, BatchId),
    limit: i64,
) -> Result<Vec<TimelineRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(TIMELINE.on(e))
        .bind(counted.group)
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .bind(counted.channel)
        .bind(counted.site)
        .fetch_all(conn)
        .await)?)
}

/// The sites' own limits.
pub async fn of_sites(c: &mut impl Reads) -> Result<Vec<SiteRate>> {
    Ok(on!(c, |conn, e| sqlx::query_as(SITE_RATES.on(e)).fetch_all(conn).await)?)
}

/// Gives a site a limit of its own inside a channel, or (`None`) takes it away.
pub async fn set_of_site(tx: &mut Tx, site: SiteId, channel: &str, limit: Option<(i64, i64)>) -> Result<()> {
    match limit {
        Some((n, window_us)) => on!(tx, |c, e| sqlx::query(SET_SITE_RATE.on(e))
            .bind(site)
            .bind(channel)
            .bind(n)
            .bind(window_us)
            .execute(c)
            .await
            .map(|_| ()))?,
        None => {
            on!(tx, |c, e| sqlx::query(DROP_SITE_RATE.on(e)).bind(site).bind(channel).execute(c).await.map(|_| ()))?;
        }
    }
    Ok(())
}
