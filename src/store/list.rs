//! Lists: named sets of a site's people.

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    ENSURE = Sql::same(
        "INSERT INTO list (site_id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (site_id, name) DO NOTHING");
    BY_NAME = Sql::same("SELECT id FROM list WHERE site_id = $1 AND name = $2");
    ALL_WITH_COUNTS = Sql::same(
        "SELECT l.id, l.name, l.created_at, (SELECT COUNT(*) FROM list_member AS m WHERE m.list_id = l.id) AS people
         FROM list AS l WHERE l.site_id = $1 ORDER BY l.name");
    COUNT = Sql::same("SELECT COUNT(*) FROM list_member WHERE list_id = $1");
    OF_PERSON = Sql::same(
        "SELECT l.name FROM list AS l WHERE l.site_id = $1
         AND EXISTS (SELECT 1 FROM list_member AS m WHERE m.list_id = l.id AND m.recipient_id = $2) ORDER BY l.name");
}

/// A list and how many people are on it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListRow {
    /// Its id.
    pub id: ListId,
    /// Its name, unique in the site.
    pub name: String,
    /// When it was made.
    pub created_at: Micros,
    /// People on it.
    pub people: i64,
}

/// The list of that name, made if it is not there.
pub async fn ensure(tx: &mut Tx, site: SiteId, name: &str, now: Micros) -> Result<ListId> {
    on!(tx, |c, e| sqlx::query(ENSURE.on(e)).bind(site).bind(name).bind(now).execute(c).await.map(|_| ()))?;
    by_name(tx, site, name).await?.ok_or_else(|| super::StoreError::corrupt("a list that was just made is not there"))
}

/// The list of that name.
pub async fn by_name(c: &mut impl Reads, site: SiteId, name: &str) -> Result<Option<ListId>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(BY_NAME.on(e)).bind(site).bind(name).fetch_optional(c).await)?)
}

/// The lists of a site, by name.
pub async fn all(c: &mut impl Reads, site: SiteId) -> Result<Vec<ListRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(ALL_WITH_COUNTS.on(e)).bind(site).fetch_all(c).await)?)
}

/// How many people are on a list.
pub async fn count(c: &mut impl Reads, list: ListId) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(COUNT.on(e)).bind(list).fetch_one(c).await)?)
}

/// The names of the lists that a person is on.
pub async fn of_person(c: &mut impl Reads, site: SiteId, person: RecipientId) -> Result<Vec<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(OF_PERSON.on(e)).bind(site).bind(person).fetch_all(c).await)?)
}
