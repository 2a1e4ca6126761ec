//! The allow-list of a site: whom it may write to while it is only tried out.

use rand::CryptoRng;

use super::site;
use super::suppress::{Changed, SuppressError};
use crate::domain::id::SiteId;
use crate::domain::phone::Mobile;
use crate::domain::seal::{Context, Ix, KeyRing, SealError};
use crate::domain::time::Micros;
use crate::store::allowed::{self, AllowedRow};
use crate::store::rotation::Sealed;
use crate::store::{Store, retrying};

/// A receiver as shown.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Receiver {
    /// Its number in the order of entry.
    pub id: i64,
    /// The phone number, masked unless revealed.
    pub phone: String,
    /// Since when.
    pub created_at: Micros,
}

fn context(site: SiteId, ix: &Ix) -> Context {
    Context::new(Sealed::Allowed.word(), site, ix)
}

/// Adds receivers; those that are there stay as they are.
pub async fn add(
    store: &Store,
    ring: &KeyRing,
    site: &str,
    numbers: &[Mobile],
    now: Micros,
    rng: &mut impl CryptoRng,
    rehearse: bool,
) -> Result<Changed, SuppressError> {
    let site = site::get(&mut store.read().await?, site).await?.id;
    let mut tx = store.write().await?;
    super::keys::claim(&mut tx, ring).await?;
    tx.finish(rehearse).await?;
    let seal = |n: &Mobile| {
        let ix = ring.phone_ix(n);
        (ix, ring.seal_bytes(&context(site, &ix), n.as_str().as_bytes(), rng))
    };
    let rows: Vec<(Ix, Vec<u8>)> = numbers.iter().map(seal).collect();
    let changed = retrying(|| async {
        let mut tx = store.write().await?;
        let added = allowed::add(&mut tx, site, ring.active(), &rows, now).await?;
        tx.finish(rehearse).await?;
        Ok(added)
    })
    .await?;
    Ok(counted(numbers, changed))
}

/// Takes receivers off the list.
pub async fn remove(
    store: &Store,
    ring: &KeyRing,
    site: &str,
    numbers: &[Mobile],
    rehearse: bool,
) -> Result<Changed, SuppressError> {
    let site = site::get(&mut store.read().await?, site).await?.id;
    let ixs: Vec<Ix> = numbers.iter().map(|n| ring.phone_ix(n)).collect();
    let changed = retrying(|| async {
        let mut tx = store.write().await?;
        let removed = allowed::remove(&mut tx, site, &ixs).await?;
        tx.finish(rehearse).await?;
        Ok(removed)
    })
    .await?;
    Ok(counted(numbers, changed))
}

fn counted(numbers: &[Mobile], changed: u64) -> Changed {
    let numbers = numbers.len() as u64;
    Changed { numbers, changed, unchanged: numbers.saturating_sub(changed) }
}

/// The next receivers of a site behind `after`.
pub async fn page(
    store: &Store,
    ring: &KeyRing,
    site: SiteId,
    after: i64,
    limit: u32,
    reveal: bool,
) -> Result<Vec<Receiver>, SuppressError> {
    let rows = allowed::page(&mut store.read().await?, site, after, i64::from(limit)).await?;
    rows.into_iter()
        .map(|r| {
            let phone = open(ring, site, &r).map_err(|source| SuppressError::Sealed { id: r.id, source })?;
            let phone = if reveal { phone.hyphenated() } else { phone.masked() };
            Ok(Receiver { id: r.id, phone, created_at: r.created_at })
        })
        .collect()
}

fn open(ring: &KeyRing, site: SiteId, r: &AllowedRow) -> Result<Mobile, SealError> {
    let plain = ring.open_bytes(r.key_id, &context(site, &r.phone_ix), &r.sealed)?;
    std::str::from_utf8(&plain).ok().and_then(|t| t.parse().ok()).ok_or(SealError::Malformed)
}
