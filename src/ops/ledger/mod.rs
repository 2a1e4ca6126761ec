//! The books: the one place where journals are written, and where an operation is done once for its key.
//!
//! - [`post`] moves balances by conditional writes and writes the journal, in the caller's transaction;
//! - [`once`] does what an operator asked for once for ever: the same key again gives the same answer, also a refusal;
//! - [`take`] and [`hold`] are what campaigns do to credits.
//!
//! Locks are taken in one order everywhere: months, payments and charges, holds, usage, accounts by id.

mod campaign;
mod once;

pub use campaign::{Hold, Taking, expire, hold, hold_more, take};
pub use once::{Ask, Once, once, request_hash};

use crate::domain::id::{JournalId, SiteId};
use crate::domain::ledger::{Account, Posting, Unbalanced};
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::store::journal::{self, NewEntry, NewJournal};
use crate::store::period::{self, Booked};
use crate::store::{StoreError, Tx, account};

/// Why something was not booked.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// An account would fall below its floor.
    #[error("{account} holds {short} won less than this takes")]
    Floor {
        /// Which.
        account: Account,
        /// By how much.
        short: Minor,
    },
    /// A rule forbids it; remembered under its key.
    #[error("{message}")]
    Refused {
        /// A stable word: `INSUFFICIENT`, `REFUND_EXCEEDS`, …
        code: String,
        /// What and why.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The key is taken by another request.
    #[error("the key `{0}` was used for another request")]
    KeyTaken(String),
    /// The same request is being done at this moment, or somebody else moved what it is about.
    #[error("another process is doing the same")]
    Busy,
    /// Nothing of that kind.
    #[error("there is no {what} `{name}`")]
    NotFound {
        /// A payment, a charge.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// The legs are no posting: a defect of ours.
    #[error(transparent)]
    Unbalanced(#[from] Unbalanced),
    /// A site.
    #[error(transparent)]
    Site(#[from] crate::ops::site::SiteError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl LedgerError {
    /// A rule forbids it.
    pub fn refused(code: &str, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { code: code.to_owned(), message: message.into(), hint: hint.into() }
    }
}

/// What a journal says beside its legs.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// Whose books.
    pub site: SiteId,
    /// When it happened.
    pub effective_at: Micros,
    /// Now.
    pub now: Micros,
    /// The operation that an operator asked for.
    pub op_key: Option<&'a str>,
    /// What it is about: `campaign`, `payment`, `usage`, `hold`; and which.
    pub about: Option<(&'a str, i64)>,
    /// The journal that it takes back.
    pub reverses: Option<JournalId>,
    /// Who.
    pub actor: &'a str,
    /// Why.
    pub memo: Option<&'a str>,
}

/// Books a posting in the month in which it happened, or in the first one that is not closed.
///
/// # Errors
/// `Floor` where a balance does not suffice; the transaction must then be rolled back.
pub async fn post(tx: &mut Tx, posting: &Posting, note: Note<'_>) -> Result<JournalId, LedgerError> {
    let booked = period::book(tx, note.effective_at).await?;
    post_into(tx, posting, note, booked).await
}

/// The same, where the month was looked up before.
pub(crate) async fn post_into(
    tx: &mut Tx,
    posting: &Posting,
    note: Note<'_>,
    booked: Booked,
) -> Result<JournalId, LedgerError> {
    let mut entries = Vec::with_capacity(posting.legs().len());
    let mut moved = None;
    for (n, leg) in (1..).zip(posting.legs()) {
        let mut entry = NewEntry { n, account: leg.account.id(), amount: leg.amount.0, seq: None, balance: None };
        if let Some(site) = leg.account.site() {
            let Some((seq, balance)) = account::add(tx, leg.account, leg.amount).await? else {
                return Err(short_of(tx, site, leg.account, leg.amount).await?);
            };
            (entry.seq, entry.balance) = (Some(seq), Some(balance.0));
            if matches!(leg.account, Account::Available(_)) {
                moved = Some((site, (seq, balance)));
            }
        }
        entries.push(entry);
    }
    let new = NewJournal {
        kind: posting.kind().word(),
        site: note.site,
        booked,
        effective_at: note.effective_at,
        posted_at: note.now,
        op_key: note.op_key,
        about: note.about,
        reverses: note.reverses,
        actor: note.actor,
        memo: note.memo,
    };
    let id = journal::insert(tx, &new, &entries).await?;
    if let Some((site, now_has)) = moved {
        crate::ops::notice::after_move(tx, site, now_has, note.now).await?;
    }
    Ok(id)
}

async fn short_of(tx: &mut Tx, site: SiteId, account: Account, amount: Minor) -> Result<LedgerError, StoreError> {
    let Some(b) = account::balances(tx, site).await? else {
        return Ok(LedgerError::NotFound { what: "credit account of", name: site.to_string() });
    };
    let (has, floor) = match account {
        Account::Available(_) => (b.available, b.floor),
        Account::Held(_) => (b.held, Minor::ZERO),
        _ => (b.receivable, b.receivable),
    };
    Ok(LedgerError::Floor { account, short: Minor(floor.0 - has.0 - amount.0) })
}
