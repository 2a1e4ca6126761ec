//! Keys in use, and records sealed anew with the active one.

use rand::CryptoRng;

use crate::domain::seal::{Context, KeyRing, SealError};
use crate::store::rotation::{self, Sealed};
use crate::store::{Store, StoreError, retrying};

/// Records in one transaction.
const CHUNK: i64 = 2_000;

/// What one key sealed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct KeyUse {
    /// Its number; 0 is plaintext.
    pub key: i64,
    /// It seals what is written now.
    pub active: bool,
    /// It is in the key file.
    pub present: bool,
    /// People.
    pub recipients: i64,
    /// Suppressed numbers.
    pub suppressions: i64,
    /// Receivers of sites in trial.
    pub allowed: i64,
    /// Messages.
    pub messages: i64,
    /// Customers of lines.
    pub customers: i64,
    /// Numbers of the pool.
    pub numbers: i64,
}

impl KeyUse {
    /// Records in all.
    pub fn records(&self) -> i64 {
        self.recipients + self.suppressions + self.allowed + self.messages + self.customers + self.numbers
    }
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Resealed {
    /// People.
    pub recipients: u64,
    /// Suppressed numbers.
    pub suppressions: u64,
    /// Receivers of sites in trial.
    pub allowed: u64,
    /// Messages.
    pub messages: u64,
    /// Customers of lines.
    pub customers: u64,
    /// Numbers of the pool.
    pub numbers: u64,
    /// Records that do not open: changed, or their key is missing. They stay as they are.
    pub unreadable: u64,
}

impl Resealed {
    /// Records in all.
    pub fn done(&self) -> u64 {
        self.recipients + self.suppressions + self.allowed + self.messages + self.customers + self.numbers
    }
}

/// The keys of the ring and of the database, by number.
pub async fn status(store: &Store, ring: &KeyRing) -> Result<Vec<KeyUse>, StoreError> {
    let blank = |key, present| KeyUse {
        key,
        active: key == ring.active(),
        present,
        recipients: 0,
        suppressions: 0,
        allowed: 0,
        messages: 0,
        customers: 0,
        numbers: 0,
    };
    let mut keys: Vec<KeyUse> = ring.ids().map(|id| blank(id, true)).collect();
    if ring.is_plaintext() {
        keys.push(blank(0, true));
    }
    for (table, key, n) in rotation::counts(&mut store.read().await?).await? {
        if !keys.iter().any(|k| k.key == key) {
            keys.push(blank(key, false));
        }
        let Some(k) = keys.iter_mut().find(|k| k.key == key) else { continue };
        match table {
            Sealed::Recipients => k.recipients = n,
            Sealed::Suppressions => k.suppressions = n,
            Sealed::Allowed => k.allowed = n,
            Sealed::Messages => k.messages = n,
            Sealed::Customers => k.customers = n,
            Sealed::Numbers => k.numbers = n,
        }
    }
    keys.sort_by_key(|k| k.key);
    Ok(keys)
}

/// Seals every record of other keys with the active one, chunk by chunk. `go_on` is told how many
/// records were gone through and says whether to go on; what is done stays done.
pub async fn reseal(
    store: &Store,
    ring: &KeyRing,
    rng: &mut impl CryptoRng,
    mut go_on: impl FnMut(u64) -> bool,
) -> Result<Resealed, StoreError> {
    let mut all = Resealed::default();
    let mut seen = 0;
    for table in Sealed::ALL {
        let mut after = 0;
        loop {
            let rows = rotation::stale(&mut store.read().await?, table, after, ring.active(), CHUNK).await?;
            let Some(last) = rows.last() else { break };
            after = last.id;
            let mut fresh = Vec::with_capacity(rows.len());
            for r in &rows {
                let context = Context::new(table.word(), r.site_id, &r.phone_ix);
                match ring.open_bytes(r.key_id, &context, &r.sealed) {
                    Ok(plain) => fresh.push((r.id, r.sealed.clone(), ring.seal_bytes(&context, &plain, rng))),
                    Err(e) => {
                        unreadable(table, r.id, &e);
                        all.unreadable += 1;
                    }
                }
            }
            let n = retrying(|| async {
                let mut tx = store.write().await?;
                let n = rotation::reseal(&mut tx, table, &fresh, ring.active()).await?;
                tx.commit().await?;
                Ok(n)
            })
            .await?;
            match table {
                Sealed::Recipients => all.recipients += n,
                Sealed::Suppressions => all.suppressions += n,
                Sealed::Allowed => all.allowed += n,
                Sealed::Messages => all.messages += n,
                Sealed::Customers => all.customers += n,
                Sealed::Numbers => all.numbers += n,
            }
            seen += rows.len() as u64;
            if !go_on(seen) {
                return Ok(all);
            }
        }
    }
    Ok(all)
}

fn unreadable(table: Sealed, id: i64, e: &SealError) {
    tracing::error!(table = table.word(), id, error = %e, "a sealed record does not open");
}
