//! Suppressions: who must not be written to.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rand::CryptoRng;

use super::import::{self, ImportError, NumberFile};
use super::site::{self, SiteError};
use crate::domain::id::SiteId;
use crate::domain::phone::Mobile;
use crate::domain::seal::{Context, KeyRing, SealError};
use crate::domain::time::Micros;
use crate::store::suppression::{self, NewSuppression, Scope, SuppressionRow};
use crate::store::{Store, StoreError, retrying, rotation};

/// Numbers in one transaction.
const CHUNK: usize = 2_000;

/// Why suppressions were not changed or shown.
#[derive(Debug, thiserror::Error)]
pub enum SuppressError {
    /// The site.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// A reason that is none.
    #[error("a reason is 1 to 40 letters, digits, `-` and `_`")]
    BadReason,
    /// A record does not open.
    #[error("the record of number {id} does not open")]
    Sealed {
        /// Which.
        id: i64,
        /// Why.
        #[source]
        source: SealError,
    },
    /// A file of numbers.
    #[error(transparent)]
    File(#[from] ImportError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] super::keys::KeysError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What changed.
#[derive(Debug, Clone, Copy, Default, serde::Serialize)]
pub struct Changed {
    /// Numbers named, each as often as it was.
    pub numbers: u64,
    /// Suppressions added or removed.
    pub changed: u64,
    /// Numbers for which there was nothing to do.
    pub unchanged: u64,
}

/// A suppression as shown.
#[derive(Debug, Clone, serde::Serialize)]
pub struct SuppressionView {
    /// Its number in the order of entry.
    pub id: i64,
    /// The phone number, masked unless revealed; `None` once the person was erased.
    pub phone: Option<String>,
    /// What it covers.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// Since when.
    pub created_at: Micros,
}

/// A row for [`suppression::add_many`].
pub fn sealed(
    ring: &KeyRing,
    site: SiteId,
    number: &Mobile,
    scope: Scope,
    reason: &str,
    rng: &mut impl CryptoRng,
) -> NewSuppression {
    let phone_ix = ring.phone_ix(number);
    let context = Context::new(rotation::Sealed::Suppressions.word(), site, &phone_ix);
    let sealed = ring.seal_bytes(&context, number.as_str().as_bytes(), rng);
    NewSuppression { phone_ix, scope, reason: reason.to_owned(), sealed }
}

/// A word that says why: `manual`, `opt-out`, `bounce`, or the operator's own.
pub fn reason(text: &str) -> Result<&str, SuppressError> {
    let good =
        (1..=40).contains(&text.chars().count()) && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    if good { Ok(text) } else { Err(SuppressError::BadReason) }
}

/// Adds suppressions, some thousand in a transaction.
#[expect(clippy::too_many_arguments, reason = "what, why, when and how")]
pub async fn add(
    store: &Store,
    ring: &KeyRing,
    site: SiteId,
    numbers: &[Mobile],
    scope: Scope,
    why: &str,
    now: Micros,
    rng: &mut impl CryptoRng,
    rehearse: bool,
) -> Result<Changed, SuppressError> {
    let why = reason(why)?;
    let mut tx = store.write().await?;
    super::keys::claim(&mut tx, ring).await?;
    tx.finish(rehearse).await?;
    let mut all = Changed::default();
    for some in numbers.chunks(CHUNK) {
        let rows: Vec<NewSuppression> = some.iter().map(|n| sealed(ring, site, n, scope, why, rng)).collect();
        let added = retrying(|| async {
            let mut tx = store.write().await?;
            let added = suppression::add_many(&mut tx, site, ring.active(), &rows, now).await?;
            tx.finish(rehearse).await?;
            Ok(added)
        })
        .await?;
        all.numbers += some.len() as u64;
        all.changed += added;
    }
    all.unchanged = all.numbers.saturating_sub(all.changed);
    Ok(all)
}

/// What came of a file of numbers. `read = added + already + duplicates + rejected`, always.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Imported {
    /// Rows.
    pub read: u64,
    /// New suppressions.
    pub added: u64,
    /// Numbers that were suppressed already.
    pub already: u64,
    /// Rows whose number came before.
    pub duplicates: u64,
    /// Rows that were refused.
    pub rejected: u64,
    /// Where they are.
    pub rejects_file: Option<String>,
    /// What the file is written in.
    pub encoding: &'static str,
    /// It was asked to stop before the end.
    #[serde(skip)]
    pub stopped: bool,
}

/// What a file of numbers is to become.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The site.
    pub site: SiteId,
    /// What is closed.
    pub scope: Scope,
    /// Why.
    pub reason: String,
    /// The time.
    pub now: Micros,
    /// Take everything back.
    pub rehearse: bool,
}

/// Adds the numbers of a file, some thousand in a transaction. With `stop` set, what was read is added
/// and the rest left: the same again goes on.
pub async fn import(
    store: &Store,
    ring: &KeyRing,
    file: NumberFile,
    wish: &Wish,
    rng: &mut impl CryptoRng,
    stop: Arc<AtomicBool>,
    mut progress: impl FnMut(u64),
) -> Result<Imported, SuppressError> {
    reason(&wish.reason)?;
    let (to, mut batches) = tokio::sync::mpsc::channel::<Vec<Mobile>>(2);
    let reading =
        std::thread::spawn(move || import::read_numbers(file, CHUNK, &stop, |some| to.blocking_send(some).is_ok()));
    let mut changed = Changed::default();
    while let Some(some) = batches.recv().await {
        let (site, scope, now) = (wish.site, wish.scope, wish.now);
        let done = add(store, ring, site, &some, scope, &wish.reason, now, rng, wish.rehearse).await?;
        changed.changed += done.changed;
        changed.unchanged += done.unchanged;
        progress(changed.changed + changed.unchanged);
    }
    // it has hung up, so it is at its end
    let counts = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    Ok(Imported {
        read: counts.read,
        added: changed.changed,
        already: changed.unchanged,
        duplicates: counts.duplicates,
        rejected: counts.rejected,
        rejects_file: counts.rejects_file.map(|p| p.display().to_string()),
        encoding: counts.encoding,
        stopped: counts.stopped,
    })
}

/// Removes suppressions, of one scope or of all.
pub async fn remove(
    store: &Store,
    ring: &KeyRing,
    site: &str,
    numbers: &[Mobile],
    scope: Option<Scope>,
    rehearse: bool,
) -> Result<Changed, SuppressError> {
    let site = site::get(&mut store.read().await?, site).await?;
    let ixs: Vec<_> = numbers.iter().map(|n| ring.phone_ix(n)).collect();
    let removed = retrying(|| async {
        let mut tx = store.write().await?;
        let removed = suppression::remove(&mut tx, site.id, &ixs, scope).await?;
        tx.finish(rehearse).await?;
        Ok(removed)
    })
    .await?;
    let unchanged = ixs.iter().filter(|ix| !removed.contains(ix)).count() as u64;
    Ok(Changed { numbers: ixs.len() as u64, changed: removed.len() as u64, unchanged })
}

/// The next suppressions of a site behind `after`.
pub async fn page(
    store: &Store,
    ring: &KeyRing,
    site: SiteId,
    after: i64,
    scope: Option<Scope>,
    limit: u32,
    reveal: bool,
) -> Result<Vec<SuppressionView>, SuppressError> {
    let rows = suppression::page(&mut store.read().await?, site, after, scope, i64::from(limit)).await?;
    rows.into_iter()
        .map(|r| {
            let phone = open(ring, site, &r).map_err(|source| SuppressError::Sealed { id: r.id, source })?;
            let phone = phone.map(|n| if reveal { n.hyphenated() } else { n.masked() });
            Ok(SuppressionView { id: r.id, phone, scope: r.scope, reason: r.reason, created_at: r.created_at })
        })
        .collect()
}

fn open(ring: &KeyRing, site: SiteId, r: &SuppressionRow) -> Result<Option<Mobile>, SealError> {
    if r.sealed.is_empty() {
        return Ok(None);
    }
    let context = Context::new(rotation::Sealed::Suppressions.word(), site, &r.phone_ix);
    let plain = ring.open_bytes(r.key_id, &context, &r.sealed)?;
    let number = std::str::from_utf8(&plain).ok().and_then(|t| t.parse().ok());
    number.map(Some).ok_or(SealError::Malformed)
}
