//! What campaigns were charged, and what was given back of it.

use crate::domain::id::{CampaignId, HoldId, SiteId, UsageId};
use crate::domain::money::Minor;
use crate::domain::period::Period;

use super::dialect::LOCK_USAGE;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    OF_CAMPAIGN = Sql::same("SELECT * FROM usage_charge WHERE campaign_id = $1 ORDER BY id");
    PAGE = Sql::same(
        "SELECT * FROM usage_charge WHERE site_id = $1 AND ($2 = 0 OR campaign_id = $2) AND ($3 = 0 OR id < $3)
         ORDER BY id DESC LIMIT $4");
    OF_PERIOD = Sql::same("SELECT * FROM usage_charge WHERE site_id = $1 AND period = $2 ORDER BY id");
    /// One row where that much is left of it.
    REFUND = Sql::same(
        "UPDATE usage_charge SET refunded_minor = refunded_minor + $2 WHERE id = $1 AND refunded_minor + $2 <= total_minor");
}

/// What a campaign was charged for a channel at a price in a month.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct UsageRow {
    /// Its id.
    pub id: UsageId,
    /// Whose.
    pub site_id: SiteId,
    /// Of which campaign.
    pub campaign_id: CampaignId,
    /// Out of which hold.
    pub hold_id: HoldId,
    /// The channel.
    pub channel: String,
    /// Won for each.
    pub unit_minor: Minor,
    /// The month it is booked in.
    pub period: Period,
    /// The month the messages were handed over in.
    pub origin_period: Period,
    /// 1: charged after the hold had ended.
    pub late: i64,
    /// Messages.
    pub quantity: i64,
    /// What they cost.
    pub total_minor: Minor,
    /// What was given back.
    pub refunded_minor: Minor,
}

impl UsageRow {
    /// What can still be given back.
    pub fn left(&self) -> Minor {
        Minor(self.total_minor.0 - self.refunded_minor.0)
    }
}

/// What a campaign was charged, in the order in which it was.
pub async fn of_campaign(c: &mut impl Reads, campaign: CampaignId) -> Result<Vec<UsageRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_CAMPAIGN.on(e)).bind(campaign).fetch_all(c).await)?)
}

/// What a site was charged, the newest first: of one campaign or of all, before one id or from the end.
pub async fn page(
    c: &mut impl Reads,
    site: SiteId,
    campaign: Option<CampaignId>,
    before: Option<UsageId>,
    limit: i64,
) -> Result<Vec<UsageRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e))
        .bind(site)
        .bind(campaign.map_or(0, |c| c.0))
        .bind(before.map_or(0, |u| u.0))
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// What a site was charged in a month.
pub async fn of_period(c: &mut impl Reads, site: SiteId, period: Period) -> Result<Vec<UsageRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_PERIOD.on(e)).bind(site).bind(period).fetch_all(c).await)?)
}

/// Rows of a campaign, or one row (`usage`), held until the end of the transaction, in the order of their ids.
pub async fn lock(tx: &mut Tx, usage: Option<UsageId>, campaign: Option<CampaignId>) -> Result<Vec<UsageRow>> {
    Ok(on!(tx, |c, e| sqlx::query_as(LOCK_USAGE.on(e))
        .bind(usage.map_or(0, |u| u.0))
        .bind(campaign.map_or(0, |c| c.0))
        .fetch_all(c)
        .await)?)
}

/// Notes that something was given back. False where not that much is left.
pub async fn refund(tx: &mut Tx, id: UsageId, amount: Minor) -> Result<bool> {
    let n =
        on!(tx, |c, e| sqlx::query(REFUND.on(e)).bind(id).bind(amount).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}
