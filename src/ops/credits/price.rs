//! Which prices hold for a site.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::channel::Channel;
use crate::domain::id::{BookId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::ops::ledger::LedgerError;
use crate::ops::site::Site;
use crate::store::{Reads, Store, StoreError, price, retrying};

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

/// A price book as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Book {
    /// Its id; `None`: it was only rehearsed.
    pub book: Option<String>,
    /// Whose; `None`: everybody's who has no book of their own.
    pub site: Option<String>,
    /// From when on.
    pub valid_from: Micros,
    /// Until when: the next book of the same owner.
    pub valid_until: Option<Micros>,
    /// 1/100 won for one delivered message, by channel.
    pub prices_minor: BTreeMap<Channel, i64>,
    /// What is different from the book before it, by channel.
    pub changed_minor: BTreeMap<Channel, i64>,
    /// What it is.
    pub note: Option<String>,
    /// Who wrote it.
    pub actor: String,
}

/// A book to be.
#[derive(Debug, Clone)]
pub struct NewBook<'a> {
    /// Whose; `None`: everybody's.
    pub site: Option<&'a Site>,
    /// From when on.
    pub valid_from: Micros,
    /// Prices that are named; the others stay as they are.
    pub prices: BTreeMap<Channel, Minor>,
    /// What it is.
    pub note: Option<&'a str>,
    /// Who writes it.
    pub actor: &'a str,
    /// The prices of the configuration file, where there is no book yet.
    pub configured: &'a BTreeMap<Channel, Minor>,
}

/// The owner of everybody's books.
const EVERYBODY: SiteId = SiteId(0);

/// Adds a book: a complete set, made of what is named and what holds at its beginning.
///
/// # Errors
/// It begins before prices of that owner were last fixed for something; the owner has a book from that moment on.
pub async fn add(store: &Store, new: &NewBook<'_>, now: Micros, rehearse: bool) -> Result<Book, LedgerError> {
    let owner = new.site.map_or(EVERYBODY, |s| s.id);
    let added = retrying(async || {
        let mut tx = store.write().await?;
        if let Some(last) = price::last_use(&mut tx, owner).await?.filter(|last| *last >= new.valid_from) {
            return Ok(Err(last));
        }
        let before = in_force(&mut tx, owner, new.valid_from, new.configured).await?.prices;
        let mut prices = before.clone();
        prices.extend(new.prices.iter().map(|(c, p)| (*c, *p)));
        let rows: Vec<(&str, Minor)> = prices.iter().map(|(c, p)| (c.word(), *p)).collect();
        let id = price::insert(&mut tx, owner, new.valid_from, &rows, new.note, new.actor, now).await?;
        tx.finish(rehearse).await?;
        Ok(Ok((id, before, prices)))
    })
    .await;
    let (id, before, prices) = match added {
        Ok(Ok(done)) => done,
        Ok(Err(last)) => {
            return Err(LedgerError::refused(
                "BACK_DATED",
                format!("prices from {} on would change what was priced on {last}", new.valid_from),
                "Let the book begin later; what was set aside keeps its prices.",
            ));
        }
        Err(StoreError::Duplicate(_)) => {
            return Err(LedgerError::refused(
                "BOOK_EXISTS",
                format!("there is a book from {} on", new.valid_from),
                "Books are not changed: let the new one begin at another moment. `msgctl price list` shows them.",
            ));
        }
        Err(e) => return Err(e.into()),
    };
    Ok(Book {
        book: (!rehearse).then(|| id.to_string()),
        site: new.site.map(|s| s.name.clone()),
        valid_from: new.valid_from,
        valid_until: None,
        changed_minor: difference(&before, &prices),
        prices_minor: minor(&prices),
        note: new.note.map(ToOwned::to_owned),
        actor: new.actor.to_owned(),
    })
}

/// All books, or those that one site can come upon, by owner and time.
///
/// # Errors
/// What the database says.
pub async fn list(store: &Store, only: Option<&Site>) -> Result<Vec<Book>, LedgerError> {
    let mut c = store.read().await?;
    let names: BTreeMap<SiteId, String> =
        crate::store::site::list(&mut c).await?.into_iter().map(|s| (s.id, s.name)).collect();
    let mut books: Vec<Book> = Vec::new();
    let mut last: Option<(SiteId, BTreeMap<Channel, Minor>)> = None;
    for row in price::list(&mut c).await? {
        if only.is_some_and(|s| row.site_id != s.id && row.site_id != EVERYBODY) {
            continue;
        }
        let prices = of_book(&mut c, row.id).await?;
        let before = last.take().filter(|(owner, _)| *owner == row.site_id).map(|(_, p)| p);
        if before.is_some()
            && let Some(b) = books.last_mut()
        {
            b.valid_until = Some(row.valid_from);
        }
        books.push(Book {
            book: Some(row.id.to_string()),
            site: names.get(&row.site_id).cloned(),
            valid_from: row.valid_from,
            valid_until: None,
            changed_minor: before.map_or_else(BTreeMap::new, |b| difference(&b, &prices)),
            prices_minor: minor(&prices),
            note: row.note,
            actor: row.actor,
        });
        last = Some((row.site_id, prices));
    }
    Ok(books)
}

fn minor(prices: &BTreeMap<Channel, Minor>) -> BTreeMap<Channel, i64> {
    prices.iter().map(|(c, p)| (*c, p.0)).collect()
}

/// Prices of `now` that are not those of `before`, less those.
fn difference(before: &BTreeMap<Channel, Minor>, now: &BTreeMap<Channel, Minor>) -> BTreeMap<Channel, i64> {
    let by = |(c, p): (&Channel, &Minor)| (*c, p.0 - before.get(c).map_or(0, |b| b.0));
    now.iter().map(by).filter(|(_, d)| *d != 0).collect()
}
