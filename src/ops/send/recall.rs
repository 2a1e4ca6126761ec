//! Taking back what a cancelled campaign has not handed over.

use std::collections::BTreeMap;

use crate::domain::clock::Clock;
use crate::domain::id::CampaignId;
use crate::fault::failpoint;
use crate::store::result::{self, TallyDelta};
use crate::store::{Store, StoreError, batch, campaign, queue, retrying};

use super::credits::{self, Ends};

/// The code of a message that was taken back.
pub const CANCELLED: &str = "CANCELLED";
/// Who releases what they had set aside.
const ACTOR: &str = "recall";

/// Messages taken back in one transaction.
const SOME: i64 = 10_000;
/// And planned batches looked at for them.
const BATCHES: i64 = 200;

/// Cancels everything in the queue of a cancelled campaign, and marks it as finished if nothing is with a provider.
/// Returns how many were cancelled. Can be run again, and beside a sender: what has been claimed stays claimed.
pub async fn recall(store: &Store, clock: &Clock, id: CampaignId) -> Result<u64, StoreError> {
    let mut all = 0;
    loop {
        let n = retrying(|| some(store, clock, id)).await?;
        failpoint!("recall-some-committed");
        all += n.unsigned_abs();
        if n == 0 {
            return Ok(all);
        }
    }
}

async fn some(store: &Store, clock: &Clock, id: CampaignId) -> Result<i64, StoreError> {
    let day = clock.now().kst_date().to_string();
    let now = clock.wall();
    let mut tx = store.write().await?;
    let mut by: BTreeMap<String, i64> = BTreeMap::new();
    let (info, mut ends) = (credits::info(&mut tx, id).await?, Ends::default());
    let mut n = 0;
    for b in batch::unclaimed(&mut tx, id, BATCHES).await? {
        let (Some(first), Some(last)) = (b.first_id, b.last_id) else { continue };
        if n < SOME && batch::recall(&mut tx, b.id).await? {
            let some = result::cancel_range(&mut tx, (first, last), &b.channel, CANCELLED, now).await?;
            ends.of_way(&info, now, b.route.as_deref().unwrap_or_default(), some, None)?;
            *by.entry(b.channel).or_default() += some;
            n += some;
        }
    }
    if n < SOME {
        let taken = queue::cancel(&mut tx, id, SOME - n).await?;
        result::cancel_each(&mut tx, &taken, CANCELLED, now).await?;
        for t in taken {
            ends.of_message(&info, now, t.message_id, None);
            *by.entry(t.channel).or_default() += 1;
            n += 1;
        }
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
    result::tally(&mut tx, &deltas).await?;
    credits::settle(&mut tx, &mut ends, ACTOR, clock.now()).await?;
    campaign::finish(&mut tx, id, clock.now()).await?;
    tx.commit().await?;
    Ok(n)
}
