//! Taking back what a cancelled campaign has not handed over.

use std::collections::BTreeMap;

use crate::domain::clock::Clock;
use crate::domain::id::CampaignId;
use crate::store::batch::{self, TallyDelta};
use crate::store::{Store, StoreError, campaign, message, retrying};

/// The code of a message that was taken back.
pub const CANCELLED: &str = "CANCELLED";

/// Messages taken back in one transaction.
const SOME: i64 = 10_000;

/// Cancels everything in the queue of a cancelled campaign, and marks it as finished if nothing is with a provider.
/// Returns how many were cancelled. Can be run again, and beside a sender: what has been claimed stays claimed.
pub async fn recall(store: &Store, clock: &Clock, id: CampaignId) -> Result<u64, StoreError> {
    let mut all = 0;
    loop {
        let n = retrying(|| some(store, clock, id)).await?;
        all += n.unsigned_abs();
        if n < SOME {
            return Ok(all);
        }
    }
}

async fn some(store: &Store, clock: &Clock, id: CampaignId) -> Result<i64, StoreError> {
    let day = clock.now().kst_date().to_string();
    let mut tx = store.write().await?;
    let mut by: BTreeMap<String, i64> = BTreeMap::new();
    for channel in message::cancel_queued(&mut tx, id, clock.wall(), SOME).await? {
        *by.entry(channel).or_default() += 1;
    }
    let deltas: Vec<TallyDelta<'_>> = by
        .iter()
        .map(|(channel, n)| TallyDelta {
            campaign: id.0,
            day: &day,
            channel,
            state: "cancelled",
            code: CANCELLED,
            n: *n,
            price_minor: 0,
        })
        .collect();
    batch::tally(&mut tx, &deltas).await?;
    campaign::finish(&mut tx, id, clock.now()).await?;
    tx.commit().await?;
    Ok(by.values().sum())
}
