//! Which prices hold for a site.

use std::collections::BTreeMap;

use crate::domain::channel::Channel;
use crate::domain::id::{BookId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::store::{Reads, StoreError, price};

/// Prices in force, and where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// The book; `None`: the configuration file.
    pub book: Option<BookId>,
    /// From when on the book holds.
    pub since: Option<Micros>,
    /// Won for one delivered message, VAT excluded.
    pub prices: BTreeMap<Channel, Minor>,
}

/// The prices of a site at a moment: of its own book, or else of everybody's, or else of the configuration file.
///
/// # Errors
/// What the database says.
pub async fn in_force(
    c: &mut impl Reads,
    site: SiteId,
    at: Micros,
    configured: &BTreeMap<Channel, Minor>,
) -> Result<InForce, StoreError> {
    let Some(book) = price::in_force(c, site, at).await? else {
        return Ok(InForce { book: None, since: None, prices: configured.clone() });
    };
    let prices = of_book(c, book.id).await?;
    Ok(InForce { book: Some(book.id), since: Some(book.valid_from), prices })
}

/// The prices of a book.
///
/// # Errors
/// What the database says.
pub async fn of_book(c: &mut impl Reads, book: BookId) -> Result<BTreeMap<Channel, Minor>, StoreError> {
    let rows = price::of_book(c, book).await?;
    rows.into_iter().map(|(c, m)| Ok((c.parse().map_err(StoreError::corrupt)?, m))).collect()
}
