//! Figures that do not count messages: sums over the tally, and the count that it must equal.

use crate::domain::id::{CampaignId, SiteId, TemplateId};

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    /// One statement, so that all of it is seen at one moment: results by part, channel and state, then what the open
    /// campaigns have, have finished, have with providers and have in doubt.
    FIGURES = Sql::same(
        "WITH o AS (SELECT c.id, c.total, CASE CAST($1 AS TEXT) WHEN 'site' THEN CAST(c.site_id AS TEXT)
         WHEN 'campaign' THEN CAST(c.id AS TEXT)
         WHEN 'template' THEN COALESCE(CAST(c.template_id AS TEXT) || '@' || CAST(c.template_version AS TEXT), '')
         ELSE '' END AS part FROM campaign c
         WHERE c.finished_at IS NULL AND c.state <> 'planning' AND ($2 = 0 OR c.site_id = $2) AND $5 = 1
         AND (c.test = 0 OR $6 = 1))
         SELECT CASE CAST($1 AS TEXT) WHEN 'channel' THEN t.channel WHEN 'day' THEN t.day WHEN 'code' THEN t.code
         WHEN 'site' THEN CAST(c.site_id AS TEXT) WHEN 'campaign' THEN CAST(c.id AS TEXT)
         WHEN 'template' THEN COALESCE(CAST(c.template_id AS TEXT) || '@' || CAST(c.template_version AS TEXT), '')
         ELSE '' END AS part, t.channel AS channel, t.state AS state,
         CAST(SUM(t.n) AS BIGINT) AS n, CAST(SUM(t.price_minor) AS BIGINT) AS price_minor
         FROM tally t JOIN campaign c ON c.id = t.campaign_id
         WHERE ($2 = 0 OR c.site_id = $2) AND (c.test = 0 OR $6 = 1) AND t.day >= $3 AND t.day <= $4 GROUP BY 1, 2, 3
         UNION ALL SELECT o.part, '', 'total', CAST(SUM(o.total) AS BIGINT), 0 FROM o GROUP BY o.part
         UNION ALL SELECT o.part, '', 'finished', CAST(SUM(t.n) AS BIGINT), 0
         FROM o CROSS JOIN tally t WHERE t.campaign_id = o.id GROUP BY o.part
         UNION ALL SELECT o.part, '', 'with-provider', CAST(SUM(b.open) AS BIGINT), 0
         FROM o CROSS JOIN batch b WHERE b.campaign_id = o.id AND b.open > 0
         AND b.state IN ('sending', 'answered', 'doubt') GROUP BY o.part
         UNION ALL SELECT o.part, '', 'unknown', CAST(SUM(b.open) AS BIGINT), 0
         FROM o CROSS JOIN batch b WHERE b.campaign_id = o.id AND b.open > 0 AND b.state = 'doubt' GROUP BY o.part
         UNION ALL SELECT o.part, '', 'unknown', COUNT(*), 0
         FROM o CROSS JOIN queue q WHERE q.campaign_id = o.id AND q.state = 'unknown'
         AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = q.batch_id AND b.state = 'doubt') GROUP BY o.part");
    /// Both sides of a campaign's books at one moment. Reads every message of it.
    RECOUNT = Sql::same(
        "WITH s AS (SELECT id, total, first_id, last_id FROM campaign WHERE id = $1)
         SELECT 'tally' AS side, t.channel AS channel, t.state AS state, t.code AS code,
         CAST(SUM(t.n) AS BIGINT) AS n, CAST(SUM(t.price_minor) AS BIGINT) AS price_minor
         FROM tally t WHERE t.campaign_id = $1 GROUP BY t.channel, t.state, t.code
         UNION ALL SELECT 'tally', '', 'total', '', s.total, 0 FROM s
         UNION ALL SELECT 'tally', '', 'with-provider', '', CAST(COALESCE(SUM(b.open), 0) AS BIGINT), 0
         FROM batch b WHERE b.campaign_id = $1 AND b.open > 0 AND b.state IN ('sending', 'answered', 'doubt')
         UNION ALL SELECT 'count', y.channel, y.state, y.code, COUNT(*), CAST(SUM(y.price_minor) AS BIGINT) FROM
         (SELECT COALESCE(r.channel, q.channel, b.channel) AS channel, COALESCE(r.code, q.code, '') AS code,
         COALESCE(r.price_minor, 0) AS price_minor,
         CASE WHEN r.state IS NOT NULL THEN r.state WHEN q.state IN ('queued', 'unknown') THEN q.state
         WHEN b.state = 'planned' THEN 'queued' WHEN b.state = 'answered' THEN 'accepted'
         WHEN b.state = 'doubt' THEN 'unknown' ELSE 'sending' END AS state
         FROM s CROSS JOIN message m LEFT JOIN result r ON r.message_id = m.id LEFT JOIN queue q ON q.message_id = m.id
         LEFT JOIN batch b ON b.id = COALESCE(r.batch_id, q.batch_id,
         (SELECT p.id FROM batch p WHERE p.first_id <= m.id ORDER BY p.first_id DESC LIMIT 1))
         WHERE m.id >= s.first_id AND m.id <= s.last_id AND m.campaign_id = s.id) AS y
         GROUP BY y.channel, y.state, y.code");
    IDS = Sql::same(
        "SELECT id FROM campaign WHERE id > $1 AND state <> 'planning' AND ($2 = 0 OR site_id = $2) ORDER BY id LIMIT $3");
    TAKE_BACK = Sql::same(
        "UPDATE tally SET n = n - $6
         WHERE campaign_id = $1 AND day = $2 AND channel = $3 AND state = $4 AND code = $5");
    DAYS = Sql::same(
        "SELECT day, n FROM tally WHERE campaign_id = $1 AND channel = $2 AND state = $3 AND code = $4 ORDER BY day DESC");
    SWEEP = Sql::same("DELETE FROM tally WHERE campaign_id = $1 AND n = 0 AND price_minor = 0");
    /// A campaign with an Alimtalk among its results sent its texts to those whom that had not reached.
    MEASURED = Sql::same(
        "SELECT t.channel, t.state, CAST(CASE WHEN EXISTS (SELECT 1 FROM tally a WHERE a.campaign_id = c.id
         AND a.channel = 'alimtalk') THEN 1 ELSE 0 END AS BIGINT) AS with_alimtalk, CAST(SUM(t.n) AS BIGINT) AS n
         FROM campaign c JOIN tally t ON t.campaign_id = c.id
         WHERE c.site_id = $1 AND c.test = 0 AND t.day >= $2 AND t.state IN ('delivered', 'failed') GROUP BY 1, 2, 3");
    HAS_CODE = Sql::same("SELECT campaign_id FROM tally WHERE code = $1 AND day >= $2 LIMIT 1");
    TEMPLATE_NAMES = Sql::same("SELECT id, name FROM template");
}

/// One sum of [`figures`].
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct FigureRow {
    /// The value of what is grouped by; empty for open figures that have none.
    pub part: String,
    /// The channel; empty for open figures.
    pub channel: String,
    /// A final state, or `total`, `finished`, `with-provider`, `unknown` of open campaigns.
    pub state: String,
    /// Messages.
    pub n: i64,
    /// What they cost.
    pub price_minor: i64,
}

/// What [`figures`] sums.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// One site, or all (`SiteId(0)`).
    pub site: SiteId,
    /// The first Korean day, `2026-11-01`.
    pub since: &'a str,
    /// The last.
    pub until: &'a str,
    /// With what is open now.
    pub open: bool,
    /// With campaigns that were tests of a text.
    pub tests: bool,
}

/// Sums of results by `part` (`channel`, `site`, `day`, `campaign`, `template`, `code`), channel and state.
pub async fn figures(c: &mut impl Reads, part: &str, scope: &Scope<'_>) -> Result<Vec<FigureRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(FIGURES.on(e))
        .bind(part)
        .bind(scope.site)
        .bind(scope.since)
        .bind(scope.until)
        .bind(i64::from(scope.open))
        .bind(i64::from(scope.tests))
        .fetch_all(conn)
        .await)?)
}

/// One sum of one side of a campaign's books.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BookRow {
    /// `tally` (what statistics read) or `count` (the messages themselves).
    pub side: String,
    /// The channel.
    pub channel: String,
    /// A state, or `total`, `with-provider`.
    pub state: String,
    /// The code.
    pub code: String,
    /// Messages.
    pub n: i64,
    /// What they cost.
    pub price_minor: i64,
}

/// The tally of a campaign beside a count of its messages.
pub async fn recount(c: &mut impl Reads, id: CampaignId) -> Result<Vec<BookRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(RECOUNT.on(e)).bind(id).fetch_all(conn).await)?)
}

/// Campaigns of a site or of all (`SiteId(0)`), in order, behind `after`.
pub async fn campaigns(c: &mut impl Reads, site: SiteId, after: CampaignId, limit: i64) -> Result<Vec<CampaignId>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(IDS.on(e)).bind(after).bind(site).bind(limit).fetch_all(conn).await)?)
}

/// Takes `n` results without a price out of a campaign's tally, the latest days first.
///
/// # Errors
/// `Corrupt` when the tally has fewer.
pub async fn take_back(tx: &mut Tx, id: CampaignId, channel: &str, state: &str, code: &str, n: i64) -> Result<()> {
    let days: Vec<(String, i64)> =
        on!(tx, |c, e| sqlx::query_as(DAYS.on(e)).bind(id).bind(channel).bind(state).bind(code).fetch_all(c).await)?;
    let mut left = n;
    for (day, there) in days {
        let some = left.min(there);
        on!(tx, |c, e| sqlx::query(TAKE_BACK.on(e))
            .bind(id)
            .bind(&day)
            .bind(channel)
            .bind(state)
            .bind(code)
            .bind(some)
            .execute(c)
            .await
            .map(|_| ()))?;
        left -= some;
        if left == 0 {
            break;
        }
    }
    if left > 0 {
        return Err(super::StoreError::corrupt(format_args!("the tally of {id} has {left} {state} {code} too few")));
    }
    on!(tx, |c, e| sqlx::query(SWEEP.on(e)).bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Results of a site's messages that have a channel, a state and the company of Alimtalks in common.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct MeasuredRow {
    /// The channel.
    pub channel: String,
    /// `delivered` or `failed`.
    pub state: String,
    /// 1: in campaigns that had Alimtalks, too.
    pub with_alimtalk: i64,
    /// How many.
    pub n: i64,
}

/// What became of a site's messages since a Korean day, tests left out.
pub async fn measured(c: &mut impl Reads, site: SiteId, since: &str) -> Result<Vec<MeasuredRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(MEASURED.on(e)).bind(site).bind(since).fetch_all(conn).await)?)
}

/// Whether messages ended with a code since a Korean day.
pub async fn has_code(c: &mut impl Reads, code: &str, since: &str) -> Result<bool> {
    let found: Option<i64> =
        on!(c, |conn, e| sqlx::query_scalar(HAS_CODE.on(e)).bind(code).bind(since).fetch_optional(conn).await)?;
    Ok(found.is_some())
}

/// Names of all templates.
pub async fn template_names(c: &mut impl Reads) -> Result<Vec<(TemplateId, String)>> {
    Ok(on!(c, |conn, e| sqlx::query_as(TEMPLATE_NAMES.on(e)).fetch_all(conn).await)?)
}
