//! Price books: complete sets of prices, each valid until the next one of the same owner.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::id::{BookId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, StoreError, Tx, bulk, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO price_book (site_id, valid_from, note, actor, created_at) VALUES ($1, $2, $3, $4, $5) RETURNING id");
    PRICES = bulk!(
        "INSERT INTO price (book_id, channel, unit_minor) SELECT $2, r.c, r.u FROM",
        rows(c text, u int),
        "WHERE true");
    /// The book in force: a site's own, or else everybody's.
    IN_FORCE = Sql::same(
        "SELECT * FROM price_book WHERE site_id IN ($1, 0) AND valid_from <= $2
         ORDER BY CASE site_id WHEN 0 THEN 1 ELSE 0 END, valid_from DESC LIMIT 1");
    /// When another book comes into force: one of the site's own, or one of everybody's where it has none.
    NEXT_AFTER = Sql::same(
        "SELECT MIN(valid_from) FROM price_book WHERE valid_from > $2 AND (site_id = $1 OR (site_id = 0
         AND NOT EXISTS (SELECT 1 FROM price_book o WHERE o.site_id = $1 AND o.valid_from <= $2)))");
    BY_ID = Sql::same("SELECT * FROM price_book WHERE id = $1");
    OF_BOOK = Sql::same("SELECT channel, unit_minor FROM price WHERE book_id = $1");
    LIST = Sql::same("SELECT * FROM price_book ORDER BY site_id, valid_from");
    /// The latest moment at which a price of this owner was fixed for something.
    LAST_USE = Sql::same(
        "SELECT MAX(h.created_at) FROM hold h WHERE $1 = 0 OR h.site_id = $1");
}

/// A price book as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BookRow {
    /// Its id.
    pub id: BookId,
    /// Whose; 0: everybody's.
    pub site_id: SiteId,
    /// From when on.
    pub valid_from: Micros,
    /// What it is.
    pub note: Option<String>,
    /// Who wrote it.
    pub actor: String,
    /// When.
    pub created_at: Micros,
}

#[derive(Serialize)]
struct PriceRow<'a> {
    c: &'a str,
    u: i64,
}

/// Adds a book of a site, or of everybody (0).
///
/// # Errors
/// `Duplicate` when the owner has a book from that moment on.
pub async fn insert(
    tx: &mut Tx,
    site: SiteId,
    valid_from: Micros,
    prices: &[(&str, Minor)],
    note: Option<&str>,
    actor: &str,
    now: Micros,
) -> Result<BookId> {
    let id: BookId = on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(site)
        .bind(valid_from)
        .bind(note)
        .bind(actor)
        .bind(now)
        .fetch_one(c)
        .await)?;
    let rows: Vec<PriceRow<'_>> = prices.iter().map(|(c, u)| PriceRow { c, u: u.0 }).collect();
    let json = serde_json::to_string(&rows).map_err(StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(PRICES.on(e)).bind(&json).bind(id).execute(c).await.map(|_| ()))?;
    Ok(id)
}

/// The book in force for a site at a moment; `None`: there is none.
pub async fn in_force(c: &mut impl Reads, site: SiteId, at: Micros) -> Result<Option<BookRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(IN_FORCE.on(e)).bind(site).bind(at).fetch_optional(c).await)?)
}

/// When other prices will hold for a site than at a moment; `None`: nothing is known of that.
pub async fn next_after(c: &mut impl Reads, site: SiteId, at: Micros) -> Result<Option<Micros>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(NEXT_AFTER.on(e)).bind(site).bind(at).fetch_one(c).await)?)
}

/// The book with that id.
pub async fn by_id(c: &mut impl Reads, id: BookId) -> Result<Option<BookRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// The prices of a book by channel word.
pub async fn of_book(c: &mut impl Reads, id: BookId) -> Result<BTreeMap<String, Minor>> {
    let rows: Vec<(String, Minor)> = on!(c, |c, e| sqlx::query_as(OF_BOOK.on(e)).bind(id).fetch_all(c).await)?;
    Ok(rows.into_iter().collect())
}

/// All books, by owner and time.
pub async fn list(c: &mut impl Reads) -> Result<Vec<BookRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LIST.on(e)).fetch_all(c).await)?)
}

/// When prices of this owner were last fixed for something; a book may not begin before.
pub async fn last_use(c: &mut impl Reads, site: SiteId) -> Result<Option<Micros>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LAST_USE.on(e)).bind(site).fetch_one(c).await)?)
}
