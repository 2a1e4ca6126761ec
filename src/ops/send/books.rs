//! What was looked up before: campaigns with their texts parsed, and the batches that words are about.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::advert;
use crate::domain::channel::{Channel, Lane};
use crate::domain::content::{Composer, Content};
use crate::domain::id::{CampaignId, SiteId};
use crate::domain::money::Minor;
use crate::domain::route::Route;
use crate::domain::time::Micros;
use crate::store::batch::{self, BatchMeta};
use crate::store::{Reads, StoreError, Tx, campaign, hold};

use super::Sending;

/// What must be known of a campaign to judge results of its messages.
#[derive(Debug)]
pub(super) struct Info {
    pub(super) id: CampaignId,
    pub(super) site: SiteId,
    pub(super) lane: Lane,
    pub(super) composer: Composer,
    /// Its messages are paid from credits that were set aside when it was planned.
    pub(super) held: bool,
}

impl Info {
    /// What a message of that way had set aside: the dearest of its steps.
    pub(super) fn reserve(&self, route: &str) -> Result<Minor, StoreError> {
        let route: Route = route.parse().map_err(StoreError::corrupt)?;
        Ok(route.channels().map(|c| self.composer.price(c)).max().unwrap_or_default())
    }

    /// When the hours open again in which advertising may go to everybody, where they are closed now: then only
    /// people who agreed to advertising at night are written to.
    pub(super) fn night_only(&self, cx: &Sending, channel: Channel) -> Option<Micros> {
        if !self.composer.content().ad {
            return None;
        }
        // a call that begins now may arrive as late as its timeout allows
        let takes = cx.rules.channels.get(&channel).and_then(|r| cx.lines.get(&r.provider)).map(|l| l.timeout);
        let now = cx.clock.now();
        let arrives = now.plus(takes.unwrap_or_default());
        let opens = advert::opens_at(channel, now, false, cx.rules.quiet_hours_ad)
            .or_else(|| advert::opens_at(channel, arrives, false, cx.rules.quiet_hours_ad))?;
        Some(cx.clock.wall().plus(opens.since(now)))
    }
}

/// Campaigns and batches that were looked up before.
#[derive(Debug, Default)]
pub(super) struct Books {
    campaigns: Mutex<HashMap<CampaignId, Arc<Info>>>,
    batches: Mutex<HashMap<i64, BatchMeta>>,
}

/// Batches kept in memory; past this the memory starts anew.
const BATCHES_KEPT: usize = 20_000;

impl Books {
    pub(super) fn keep(&self, info: Arc<Info>) {
        self.campaigns.lock().unwrap_or_else(PoisonError::into_inner).insert(info.id, info);
    }

    pub(super) fn keep_batch(&self, meta: BatchMeta) {
        let mut batches = self.batches.lock().unwrap_or_else(PoisonError::into_inner);
        if batches.len() >= BATCHES_KEPT {
            batches.clear();
        }
        batches.insert(meta.id.0, meta);
    }

    /// A batch was changed: what was known of it is forgotten.
    pub(super) fn forget_batch(&self, id: i64) {
        self.batches.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    pub(super) async fn campaign(&self, tx: &mut impl Reads, id: CampaignId) -> Result<Arc<Info>, StoreError> {
        if let Some(info) = self.campaigns.lock().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Ok(Arc::clone(info));
        }
        let row = campaign::by_id(tx, id).await?.ok_or_else(|| StoreError::corrupt(format_args!("{id} is missing")))?;
        let held = hold::any(tx, id).await?;
        let info = Arc::new(info_of(&row, held)?);
        self.keep(Arc::clone(&info));
        Ok(info)
    }

    /// The batches among `wanted` that exist.
    pub(super) async fn batches(
        &self,
        tx: &mut Tx,
        wanted: impl Iterator<Item = i64>,
    ) -> Result<HashMap<i64, BatchMeta>, StoreError> {
        let mut found = HashMap::new();
        let mut missing = Vec::new();
        {
            let known = self.batches.lock().unwrap_or_else(PoisonError::into_inner);
            for b in wanted {
                match known.get(&b) {
                    Some(meta) => {
                        found.insert(b, meta.clone());
                    }
                    None if !missing.contains(&b) => missing.push(b),
                    None => {}
                }
            }
        }
        if !missing.is_empty() {
            for meta in batch::meta(tx, &missing).await? {
                found.insert(meta.id.0, meta.clone());
                self.keep_batch(meta);
            }
        }
        Ok(found)
    }
}

/// Reads what a campaign row pins.
fn info_of(row: &campaign::CampaignRow, held: bool) -> Result<Info, StoreError> {
    let content: Content = serde_json::from_str(&row.content).map_err(StoreError::corrupt)?;
    let composer = Composer::new(content).map_err(StoreError::corrupt)?;
    let lane = row.lane.parse().map_err(StoreError::corrupt)?;
    Ok(Info { id: row.id, site: row.site_id, lane, composer, held })
}
