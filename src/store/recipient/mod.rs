//! Recipients: people of a site, sealed.

pub mod bundle;

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::seal::Ix;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, on, statements};

statements! {
    BY_PHONE = Sql::same("SELECT * FROM recipient WHERE site_id = $1 AND phone_ix = $2");
    BY_ID = Sql::same("SELECT * FROM recipient WHERE id = $1");
    PAGE = Sql::same("SELECT * FROM recipient WHERE site_id = $1 AND id > $2 ORDER BY id LIMIT $3");
    PAGE_OF_LIST = Sql::same(
        "SELECT r.* FROM list_member AS m JOIN recipient AS r ON r.id = m.recipient_id
         WHERE m.list_id = $1 AND m.recipient_id > $2 ORDER BY m.recipient_id LIMIT $3");
    COUNT = Sql::same("SELECT COUNT(*) FROM recipient WHERE site_id = $1");
    ANY = Sql::same("SELECT EXISTS (SELECT 1 FROM recipient WHERE site_id = $1)");
}

/// A person as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RecipientRow {
    /// Its id.
    pub id: RecipientId,
    /// Whose it is.
    pub site_id: SiteId,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// Keyed digest of the content.
    #[sqlx(try_from = "Vec<u8>")]
    pub content_ix: Ix,
    /// The sealed record: [`crate::domain::person::Person::open`].
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
    /// When consent to advertising was given.
    pub ad_consent_at: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night_consent_at: Option<Micros>,
    /// When a provider said that the number is dead.
    pub dead_at: Option<Micros>,
    /// What it said.
    pub dead_code: Option<String>,
    /// When it was added.
    pub created_at: Micros,
    /// When it last changed.
    pub updated_at: Micros,
}

/// The person of a site with that number.
pub async fn by_phone(c: &mut impl Reads, site: SiteId, ix: &Ix) -> Result<Option<RecipientRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_PHONE.on(e)).bind(site).bind(ix.as_slice()).fetch_optional(c).await)?)
}

/// The person with that id.
pub async fn by_id(c: &mut impl Reads, id: RecipientId) -> Result<Option<RecipientRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// The next people of a site behind `after`, by id.
pub async fn page(c: &mut impl Reads, site: SiteId, after: RecipientId, limit: i64) -> Result<Vec<RecipientRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e)).bind(site).bind(after).bind(limit).fetch_all(c).await)?)
}

/// The next people of a list behind `after`, by id.
pub async fn page_of_list(
    c: &mut impl Reads,
    list: ListId,
    after: RecipientId,
    limit: i64,
) -> Result<Vec<RecipientRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE_OF_LIST.on(e)).bind(list).bind(after).bind(limit).fetch_all(c).await)?)
}

/// How many people a site has.
pub async fn count(c: &mut impl Reads, site: SiteId) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(COUNT.on(e)).bind(site).fetch_one(c).await)?)
}

/// Whether a site has anybody.
pub async fn any(c: &mut impl Reads, site: SiteId) -> Result<bool> {
    Ok(on!(c, |c, e| sqlx::query_scalar(ANY.on(e)).bind(site).fetch_one(c).await)?)
}
