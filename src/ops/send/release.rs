//! Messages that nobody will get no longer count against their people.

use crate::domain::id::{CampaignId, SiteId};
use crate::domain::state::CampaignState;
use crate::store::campaign::{self, CampaignRow};
use crate::store::{Result, Store, Tx, frequency, retrying};

use super::{Sending, plan};

/// Message ids looked at in one transaction.
const SOME: i64 = 10_000;

/// Forgets what a campaign marked and counted, which is about to be deleted with its messages.
pub(super) async fn all(tx: &mut Tx, id: CampaignId) -> Result<()> {
    let Some(row) = campaign::by_id(tx, id).await? else { return Ok(()) };
    let Some((mut after, last)) = span(&row) else { return Ok(()) };
    while after < last {
        let upto = last.min(after + SOME);
        some(tx, &row, (after, upto), false).await?;
        after = upto;
    }
    Ok(())
}

/// Takes plans of a site away whose process died over them: nothing of them was sent, and their marks would keep people
/// from what they never got. Whoever writes a plan holds its lock from before the first message.
pub(super) async fn abandoned(cx: &Sending, site: SiteId) -> Result<()> {
    for id in campaign::half_planned(&mut cx.store.read().await?, site).await? {
        if let Some(_lock) = cx.store.try_lock(&id.to_string()).await? {
            let row = campaign::by_id(&mut cx.store.read().await?, id).await?;
            if row.is_some_and(|r| r.state == CampaignState::Planning.word()) {
                plan::discard(&cx.store, id).await?;
                tracing::warn!(campaign = %id, "an interrupted plan was taken away");
            }
        }
    }
    Ok(())
}

/// Forgets what a cancelled campaign marked and counted of the messages that were taken back. Goes on where it was
/// interrupted, and releases nothing twice.
pub(in crate::ops) async fn cancelled(store: &Store, id: CampaignId) -> Result<()> {
    let Some(row) = campaign::by_id(&mut store.read().await?, id).await? else { return Ok(()) };
    let Some((first, last)) = span(&row) else { return Ok(()) };
    let mut after = first.max(row.released_to.unwrap_or(0));
    while after < last {
        let upto = last.min(after + SOME);
        retrying(|| async {
            let mut tx = store.write().await?;
            if frequency::released(&mut tx, id, upto).await? {
                some(&mut tx, &row, (after, upto), true).await?;
            }
            tx.commit().await
        })
        .await?;
        after = upto;
    }
    Ok(())
}

async fn some(tx: &mut Tx, row: &CampaignRow, ids: (i64, i64), cancelled: bool) -> Result<()> {
    let people = frequency::recipients(tx, row.id, ids, cancelled).await?;
    if people.is_empty() {
        return Ok(());
    }
    if row.marks_until.is_some() {
        frequency::unmark(tx, row.id, &people).await?;
    }
    if let Some(day) = &row.counted_on {
        frequency::uncount(tx, row.site_id, day, &people).await?;
    }
    Ok(())
}

/// Behind which message, and up to which, its messages lie; `None` where nothing was marked or counted of them.
fn span(row: &CampaignRow) -> Option<(i64, i64)> {
    if row.marks_until.is_none() && row.counted_on.is_none() {
        return None;
    }
    Some((row.first_id? - 1, row.last_id?))
}
