//! Suppressions: who must not be written to.

use rand::CryptoRng;

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
    #[error("the record of suppression {id} does not open")]
    Sealed {
        /// Which.
        id: i64,
        /// Why.
        #[source]
        source: SealError,
    },
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
