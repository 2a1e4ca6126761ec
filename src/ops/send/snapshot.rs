//! The sealed snapshot of a message: the number and the person's own values, as planned.

use crate::domain::content::Snapshot;
use crate::domain::id::SiteId;
use crate::domain::seal::{Context, Ix, KeyRing};

const TABLE: &str = "message";

/// Seals a snapshot to the end of `out`.
pub(super) fn seal_into(
    keys: &KeyRing,
    site: SiteId,
    ix: &Ix,
    snapshot: &[u8],
    rng: &mut impl rand::CryptoRng,
    out: &mut Vec<u8>,
) {
    keys.seal_into(&Context::new(TABLE, site, ix), snapshot, rng, out);
}

/// Opens a snapshot; `None` when it was erased or does not open.
pub(in crate::ops) fn open(
    keys: &KeyRing,
    site: SiteId,
    phone_ix: &[u8],
    key_id: i64,
    sealed: Option<&[u8]>,
) -> Option<Snapshot> {
    let ix = Ix(phone_ix.try_into().ok()?);
    let plain = keys.open_bytes(key_id, &Context::new(TABLE, site, &ix), sealed?).ok()?;
    serde_json::from_slice(&plain).ok()
}
