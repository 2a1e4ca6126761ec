//! What campaigns do to credits: set aside, charge, release.

use crate::domain::channel::Channel;
use crate::domain::id::{BookId, CampaignId, HoldId, SiteId};
use crate::domain::ledger::Posting;
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::store::hold::{self, Charged, HoldRow};
use crate::store::{StoreError, Tx, account, period};

use super::{LedgerError, Note, post, post_into};

/// What is to be set aside.
#[derive(Debug, Clone, Copy)]
pub struct Hold<'a> {
    /// Whose credits.
    pub site: SiteId,
    /// For which campaign.
    pub campaign: CampaignId,
    /// The prices; `None`: those of the configuration file.
    pub book: Option<BookId>,
    /// If everybody takes the dearest step of their way.
    pub most: Minor,
    /// Who.
    pub actor: &'a str,
    /// Now.
    pub now: Micros,
}

/// Sets the worst case of a campaign aside.
///
/// # Errors
/// `Floor` where the site has not that much.
pub async fn hold(tx: &mut Tx, h: Hold<'_>) -> Result<HoldId, LedgerError> {
    let booked = period::book(tx, h.now).await?;
    let id = hold::insert(tx, h.site, h.campaign, h.book, h.most, h.now).await?;
    if h.most > Minor::ZERO {
        let note = note(h.site, h.campaign, h.now, h.now, h.actor);
        post_into(tx, &Posting::hold(h.site, h.most)?, note, booked).await?;
    }
    Ok(id)
}

/// Sets more aside for a campaign: in its open hold, or in a further one where that has ended.
///
/// # Errors
/// `Floor` where the site has not that much.
pub async fn hold_more(tx: &mut Tx, h: Hold<'_>) -> Result<HoldId, LedgerError> {
    let booked = period::book(tx, h.now).await?;
    let id = match hold::extend(tx, h.campaign, h.most).await? {
        Some(id) => id,
        None => hold::insert(tx, h.site, h.campaign, h.book, h.most, h.now).await?,
    };
    let note = note(h.site, h.campaign, h.now, h.now, h.actor);
    post_into(tx, &Posting::hold(h.site, h.most)?, note, booked).await?;
    Ok(id)
}

/// What has become of messages of one campaign that were handed over in one month.
#[derive(Debug, Clone)]
pub struct Taking<'a> {
    /// Whose credits.
    pub site: SiteId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Delivered: channel, won for each, how many. Each pair of channel and price once.
    pub delivered: Vec<(Channel, Minor, i64)>,
    /// What those that ended had set aside, delivered or not; less what the delivered ones cost, it is released.
    pub reserved: Minor,
    /// When they were handed over; any moment of the month will do.
    pub effective_at: Micros,
    /// Their share was released before: what they cost is taken from what is available.
    pub late: bool,
    /// Who.
    pub actor: &'a str,
    /// Now.
    pub now: Micros,
}

/// Charges what was delivered and releases the rest of what was set aside for it, in one journal.
///
/// Whoever calls it counts each message once, by the write that ended it, in the same transaction.
///
/// # Errors
/// What the database says. A hold that does not suffice is a defect, never a refusal.
pub async fn take(tx: &mut Tx, t: &Taking<'_>) -> Result<(), LedgerError> {
    let costs: Vec<(Channel, Minor)> = by_channel(&t.delivered);
    let cost = Minor(costs.iter().map(|c| c.1.0).sum());
    let released = Minor(t.reserved.0 - cost.0);
    if cost == Minor::ZERO && (released == Minor::ZERO || t.late) && t.delivered.is_empty() {
        return Ok(());
    }
    let booked = period::book(tx, t.effective_at).await?;
    let note = note(t.site, t.campaign, t.effective_at, t.now, t.actor);
    if !t.late {
        if let Some(id) = hold::take(tx, t.campaign, cost, released, t.now).await? {
            hold::charge(tx, t.site, t.campaign, id, booked, false, &charged(&t.delivered)).await?;
            if cost != Minor::ZERO || released != Minor::ZERO {
                post_into(tx, &Posting::capture(t.site, &costs, released)?, note, booked).await?;
            }
            return Ok(());
        }
        let holds = hold::of_campaign(tx, t.campaign).await?;
        if let Some(open) = holds.iter().find(|h| h.state == "open") {
            let left = open.open_minor();
            return Err(StoreError::corrupt(format_args!(
                "{} has {left} won left, and {cost} won are to be captured and {released} released",
                open.id
            ))
            .into());
        }
    }
    // the hold expired, or has closed: what it set aside is free again
    let Some(id) = hold::late(tx, t.campaign, cost).await? else { return Ok(()) };
    hold::charge(tx, t.site, t.campaign, id, booked, true, &charged(&t.delivered)).await?;
    if cost > Minor::ZERO {
        let above = account::lock(tx, t.site).await?.unwrap_or_default().above_floor();
        post_into(tx, &Posting::late(t.site, &costs, above)?, note, booked).await?;
    }
    Ok(())
}

/// Releases what an open hold still has, and ends it. Returns how much; `None` where it moved since it was read.
///
/// # Errors
/// What the database says.
pub async fn expire(tx: &mut Tx, h: &HoldRow, actor: &str, now: Micros) -> Result<Option<Minor>, LedgerError> {
    // months come before holds in the order of locks
    period::book(tx, now).await?;
    let Some(left) = hold::end(tx, h, "expired", now).await? else { return Ok(None) };
    if left > Minor::ZERO {
        let n = Note { about: Some(("hold", h.id.0)), ..note(h.site_id, h.campaign_id, now, now, actor) };
        post(tx, &Posting::capture(h.site_id, &[], left)?, n).await?;
    }
    Ok(Some(left))
}

fn by_channel(delivered: &[(Channel, Minor, i64)]) -> Vec<(Channel, Minor)> {
    let mut costs: Vec<(Channel, Minor)> = Vec::new();
    for (channel, unit, n) in delivered {
        let cost = unit.0.saturating_mul(*n);
        match costs.iter_mut().find(|c| c.0 == *channel) {
            Some(c) => c.1.0 += cost,
            None => costs.push((*channel, Minor(cost))),
        }
    }
    costs
}

fn charged(delivered: &[(Channel, Minor, i64)]) -> Vec<Charged<'static>> {
    let some = delivered.iter().filter(|d| d.2 > 0);
    some.map(|(c, unit, n)| Charged { channel: c.word(), unit: *unit, quantity: *n }).collect()
}

fn note(site: SiteId, campaign: CampaignId, effective_at: Micros, now: Micros, actor: &str) -> Note<'_> {
    let about = Some(("campaign", campaign.0));
    Note { site, effective_at, now, op_key: None, about, reverses: None, actor, memo: None }
}
