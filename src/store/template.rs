//! Templates and their versions. A version is never changed.

use crate::domain::id::{SiteId, TemplateId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

/// The columns of a [`VersionRow`], and which rows.
macro_rules! versions {
    ($which:literal) => {
        concat!(
            "SELECT t.id, t.site_id, s.name AS site, t.name, v.version, v.channel, v.subject, v.body, v.fallback,
                    v.provider_code, v.variables, v.note, v.created_at
             FROM template t JOIN site s ON s.id = t.site_id JOIN template_version v ON v.template_id = t.id ",
            $which
        )
    };
}

statements! {
    INSERT = Sql::same("INSERT INTO template (site_id, name, created_at) VALUES ($1, $2, $3) RETURNING id");
    INSERT_VERSION = Sql::same(
        "INSERT INTO template_version
           (template_id, version, channel, subject, body, fallback, provider_code, variables, note, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)");
    FIND = Sql::same(versions!(
        "WHERE t.site_id = $1 AND t.name = $2
           AND v.version = coalesce($3, (SELECT max(n.version) FROM template_version n WHERE n.template_id = t.id))"));
    BY_VERSION = Sql::same(versions!(
        "WHERE t.id = $1 AND v.version = $2"));
    LIST = Sql::same(versions!(
        "WHERE v.version = (SELECT max(n.version) FROM template_version n WHERE n.template_id = t.id)
         ORDER BY s.name, t.name"));
    VERSIONS = Sql::same(versions!(
        "WHERE t.id = $1 ORDER BY v.version"));
    SITES_OF = Sql::same("SELECT site_id FROM template WHERE name = $1 ORDER BY site_id");
}

/// One version as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct VersionRow {
    /// The template.
    pub id: TemplateId,
    /// Whose it is.
    pub site_id: SiteId,
    /// The site's name.
    pub site: String,
    /// Its name, unique in the site.
    pub name: String,
    /// From 1.
    pub version: i64,
    /// The channel it is written for.
    pub channel: String,
    /// For LMS.
    pub subject: Option<String>,
    /// The text.
    pub body: String,
    /// The text where the first channel cannot reach a person; `None`: the body.
    pub fallback: Option<String>,
    /// The approved template's id at the provider (Alimtalk).
    pub provider_code: Option<String>,
    /// Names of the variables, a JSON array.
    pub variables: String,
    /// What the editor said about it.
    pub note: Option<String>,
    /// When it was written.
    pub created_at: Micros,
}

/// Adds a template without versions.
///
/// # Errors
/// `Duplicate` when the site has one of that name.
pub async fn insert(tx: &mut Tx, site: SiteId, name: &str, now: Micros) -> Result<TemplateId> {
    let id = on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e)).bind(site).bind(name).bind(now).fetch_one(c).await)?;
    Ok(id)
}

/// Adds a version (its `site_id`, `site` and `name` are ignored).
///
/// # Errors
/// `Duplicate` when somebody else has just written that version.
pub async fn insert_version(tx: &mut Tx, v: &VersionRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(INSERT_VERSION.on(e))
        .bind(v.id)
        .bind(v.version)
        .bind(&v.channel)
        .bind(&v.subject)
        .bind(&v.body)
        .bind(&v.fallback)
        .bind(&v.provider_code)
        .bind(&v.variables)
        .bind(&v.note)
        .bind(v.created_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// A version by name; the newest without a number.
pub async fn find(c: &mut impl Reads, site: SiteId, name: &str, version: Option<i64>) -> Result<Option<VersionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(FIND.on(e)).bind(site).bind(name).bind(version).fetch_optional(c).await)?)
}

/// The version that a campaign has pinned.
pub async fn by_version(c: &mut impl Reads, id: TemplateId, version: i64) -> Result<Option<VersionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_VERSION.on(e)).bind(id).bind(version).fetch_optional(c).await)?)
}

/// The newest version of every template, by site and name.
pub async fn list(c: &mut impl Reads) -> Result<Vec<VersionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LIST.on(e)).fetch_all(c).await)?)
}

/// Every version of one template, oldest first.
pub async fn versions(c: &mut impl Reads, id: TemplateId) -> Result<Vec<VersionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(VERSIONS.on(e)).bind(id).fetch_all(c).await)?)
}

/// The sites that have a template of that name.
pub async fn sites_of(c: &mut impl Reads, name: &str) -> Result<Vec<SiteId>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(SITES_OF.on(e)).bind(name).fetch_all(c).await)?)
}
