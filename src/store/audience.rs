//! Who a campaign goes to: pages of a list, and what is known of single numbers.

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, bulk, on, statements};

statements! {
    LIST_PAGE = Sql::same(
        "SELECT r.id, r.phone_ix, r.sealed, r.key_id, r.ad_consent_at, r.night_consent_at, r.dead_at,
         (SELECT string_agg(s.scope, ' ') FROM suppression s WHERE s.site_id = r.site_id AND s.phone_ix = r.phone_ix) AS scopes
         FROM list_member l JOIN recipient r ON r.id = l.recipient_id
         WHERE l.list_id = $1 AND l.recipient_id > $2 ORDER BY l.recipient_id LIMIT $3");
    KNOWN = bulk!(
        "SELECT r.x AS phone_ix, p.id, p.sealed, p.key_id, p.ad_consent_at, p.night_consent_at, p.dead_at,
         (SELECT string_agg(s.scope, ' ') FROM suppression s WHERE s.site_id = $2 AND s.phone_ix = r.x) AS scopes FROM",
        rows(x bytes),
        "LEFT JOIN recipient AS p ON p.site_id = $2 AND p.phone_ix = r.x ORDER BY r.ord");
}

/// A member of a list with what decides whether and how one may write.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Member {
    /// The recipient.
    pub id: RecipientId,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed record.
    pub sealed: Vec<u8>,
    /// The key it was sealed with.
    pub key_id: i64,
    /// When consent to advertising was given.
    pub ad_consent_at: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night_consent_at: Option<Micros>,
    /// Since when the number is known to be wrong.
    pub dead_at: Option<Micros>,
    /// Scopes of suppressions, blanks between them.
    pub scopes: Option<String>,
}

/// What is known of a number, whether or not it belongs to a recipient.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Known {
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The recipient, if there is one.
    pub id: Option<RecipientId>,
    /// The sealed record.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: Option<i64>,
    /// When consent to advertising was given.
    pub ad_consent_at: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night_consent_at: Option<Micros>,
    /// Since when the number is known to be wrong.
    pub dead_at: Option<Micros>,
    /// Scopes of suppressions, blanks between them.
    pub scopes: Option<String>,
}

/// The next members of a list after `after`, by id.
pub async fn list_page(c: &mut impl Reads, list: ListId, after: RecipientId, limit: i64) -> Result<Vec<Member>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LIST_PAGE.on(e)).bind(list).bind(after).bind(limit).fetch_all(conn).await)?)
}

/// What is known of numbers (blind indexes in hex), in their order.
pub async fn known(c: &mut impl Reads, site: SiteId, numbers: &[String]) -> Result<Vec<Known>> {
    let rows: Vec<serde_json::Value> = numbers.iter().map(|x| serde_json::json!({ "x": x })).collect();
    let json = serde_json::Value::from(rows).to_string();
    Ok(on!(c, |conn, e| sqlx::query_as(KNOWN.on(e)).bind(&json).bind(site).fetch_all(conn).await)?)
}
