//! What each draft says of each site.

use crate::domain::id::SiteId;
use crate::domain::period::Period;
use crate::store::{Reads, Result, Sql, Tx, bulk, on, statements};

statements! {
    FORGET = Sql::same("DELETE FROM site_statement WHERE period = $1 AND draft = $2");
    KEEP = bulk!(
        "INSERT INTO site_statement (period, draft, site_id, body) SELECT $2, $3, r.s, r.b FROM",
        rows(s int, b text),
        "WHERE true");
    OF_DRAFT = Sql::same(
        "SELECT x.body FROM site_statement AS x JOIN site AS s ON s.id = x.site_id
         WHERE x.period = $1 AND x.draft = $2 ORDER BY s.name");
    ONE = Sql::same(
        "SELECT x.body FROM site_statement AS x JOIN site AS s ON s.id = x.site_id
         WHERE x.period = $1 AND x.draft = $2 AND s.name = $3");
    CHANGED = Sql::same(
        "SELECT s.name, b.body AS before, a.body AS after FROM site_statement AS a JOIN site AS s ON s.id = a.site_id
         LEFT JOIN site_statement AS b ON b.period = a.period AND b.draft = a.draft - 1 AND b.site_id = a.site_id
         WHERE a.period = $1 AND a.draft = $2 AND a.body IS DISTINCT FROM b.body ORDER BY s.name");
}

/// Keeps the statements of a draft, by site, instead of those that were kept of it.
pub async fn keep(tx: &mut Tx, period: Period, draft: i64, bodies: &[(SiteId, String)]) -> Result<()> {
    on!(tx, |c, e| sqlx::query(FORGET.on(e)).bind(period).bind(draft).execute(c).await.map(drop))?;
    let rows: Vec<_> = bodies.iter().map(|(s, b)| serde_json::json!({ "s": s.0, "b": b })).collect();
    let rows = serde_json::Value::Array(rows).to_string();
    on!(tx, |c, e| sqlx::query(KEEP.on(e)).bind(rows).bind(period).bind(draft).execute(c).await.map(drop))?;
    Ok(())
}

/// The statements of a draft in the order of the sites' names.
pub async fn of_draft(c: &mut impl Reads, period: Period, draft: i64) -> Result<Vec<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(OF_DRAFT.on(e)).bind(period).bind(draft).fetch_all(c).await)?)
}

/// What a draft says of one site.
pub async fn one(c: &mut impl Reads, period: Period, draft: i64, site: &str) -> Result<Option<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(ONE.on(e)).bind(period).bind(draft).bind(site).fetch_optional(c).await)?)
}

/// Sites of which a draft does not say what the one before it said: name, before, after.
pub async fn changed(c: &mut impl Reads, period: Period, draft: i64) -> Result<Vec<(String, Option<String>, String)>> {
    Ok(on!(c, |c, e| sqlx::query_as(CHANGED.on(e)).bind(period).bind(draft).fetch_all(c).await)?)
}
