//! Holds and what was charged out of them.

use serde::Serialize;

use crate::domain::id::{BookId, CampaignId, HoldId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::dialect::LOCK_HOLDS;
use super::period::Booked;
use super::{Reads, Result, Sql, StoreError, Tx, bulk, int_rows, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO hold (site_id, campaign_id, seq, book_id, authorized_minor, state, created_at)
         VALUES ($1, $2, (SELECT COALESCE(MAX(seq), 0) + 1 FROM hold WHERE campaign_id = $2), $3, $4, 'open', $5)
         RETURNING id");
    /// The open hold of a campaign gives up what was captured and released; it closes when nothing is left of it.
    TAKE = Sql::same(
        "UPDATE hold SET captured_minor = captured_minor + $2, released_minor = released_minor + $3,
         state = CASE WHEN captured_minor + released_minor + $2 + $3 = authorized_minor THEN 'closed' ELSE state END,
         ended_at = CASE WHEN captured_minor + released_minor + $2 + $3 = authorized_minor THEN $4 ELSE ended_at END
         WHERE campaign_id = $1 AND state = 'open' AND captured_minor + released_minor + $2 + $3 <= authorized_minor
         RETURNING id");
    /// The rest of a hold is released.
    END = Sql::same(
        "UPDATE hold SET released_minor = authorized_minor - captured_minor, state = $2, ended_at = $3
         WHERE id = $1 AND state = 'open' AND released_minor = $4 RETURNING authorized_minor - captured_minor - $4");
    /// The open hold of a campaign sets more aside.
    EXTEND = Sql::same(
        "UPDATE hold SET authorized_minor = authorized_minor + $2 WHERE campaign_id = $1 AND state = 'open' RETURNING id");
    ANY = Sql::same("SELECT COUNT(*) FROM hold WHERE campaign_id = $1");
    /// Open holds of campaigns of which nothing waits to be handed over, and of which nothing that is still awaited was
    /// handed over after `$1`; calls are dated `$4` behind the calendar.
    FORGOTTEN = Sql::same(
        "SELECT h.* FROM hold h WHERE h.state = 'open' AND h.created_at <= $1 AND ($3 = 0 OR h.site_id = $3)
         AND EXISTS (SELECT 1 FROM campaign c WHERE c.id = h.campaign_id AND c.state NOT IN ('planning', 'awaiting'))
         AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.campaign_id = h.campaign_id AND q.state = 'queued')
         AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.campaign_id = h.campaign_id AND b.open > 0
         AND (b.state IN ('planned', 'sending') OR b.claimed_at + $4 > $1))
         ORDER BY h.id LIMIT $2");
    LATE = Sql::same(
        "UPDATE hold SET late_minor = late_minor + $2 WHERE id = (SELECT MAX(id) FROM hold WHERE campaign_id = $1) RETURNING id");
    OF_CAMPAIGN = Sql::same("SELECT * FROM hold WHERE campaign_id = $1 ORDER BY seq");
    BY_ID = Sql::same("SELECT * FROM hold WHERE id = $1");
    PAGE = Sql::same(
        "SELECT * FROM hold WHERE ($1 = 0 OR site_id = $1) AND ($2 = '' OR state = $2) AND ($3 = 0 OR id < $3)
         ORDER BY id DESC LIMIT $4");
    CHARGE = bulk!(
        "INSERT INTO usage_charge (site_id, campaign_id, hold_id, channel, unit_minor, period, origin_period, late,
         quantity, total_minor)
         SELECT $2, $3, $4, r.c, r.u, $5, $6, $7, r.n, r.n * r.u FROM",
        rows(c text, u int, n int),
        "WHERE true ON CONFLICT (hold_id, channel, unit_minor, period, origin_period, late)
         DO UPDATE SET quantity = usage_charge.quantity + excluded.quantity,
         total_minor = usage_charge.total_minor + excluded.total_minor");
}

/// A hold as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HoldRow {
    /// Its id.
    pub id: HoldId,
    /// Whose credits.
    pub site_id: SiteId,
    /// For which campaign.
    pub campaign_id: CampaignId,
    /// The first of the campaign, the second, …
    pub seq: i64,
    /// The prices; `None`: those of the configuration file.
    pub book_id: Option<BookId>,
    /// What was set aside.
    pub authorized_minor: Minor,
    /// Charged.
    pub captured_minor: Minor,
    /// Given free.
    pub released_minor: Minor,
    /// Charged after it had ended.
    pub late_minor: Minor,
    /// `open`, `closed` or `expired`.
    pub state: String,
    /// When it was made.
    pub created_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
}

impl HoldRow {
    /// What is still set aside.
    pub fn open_minor(&self) -> Minor {
        Minor(self.authorized_minor.0 - self.captured_minor.0 - self.released_minor.0)
    }
}

/// Messages of a channel at a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Charged<'a> {
    /// The channel.
    #[serde(rename = "c")]
    pub channel: &'a str,
    /// Won for each.
    #[serde(rename = "u")]
    pub unit: Minor,
    /// How many.
    #[serde(rename = "n")]
    pub quantity: i64,
}

/// Makes a hold of a campaign; its place among the campaign's holds is the next one.
///
/// # Errors
/// `Duplicate` when the campaign has an open one.
pub async fn insert(
    tx: &mut Tx,
    site: SiteId,
    campaign: CampaignId,
    book: Option<BookId>,
    authorized: Minor,
    now: Micros,
) -> Result<HoldId> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(site)
        .bind(campaign)
        .bind(book)
        .bind(authorized)
        .bind(now)
        .fetch_one(c)
        .await)?)
}

/// Takes out of the open hold of a campaign; `None` where there is none, or not as much in it.
pub async fn take(
    tx: &mut Tx,
    campaign: CampaignId,
    captured: Minor,
    released: Minor,
    now: Micros,
) -> Result<Option<HoldId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(TAKE.on(e))
        .bind(campaign)
        .bind(captured)
        .bind(released)
        .bind(now)
        .fetch_optional(c)
        .await)?)
}

/// Sets more aside in the open hold of a campaign; `None` where it has none.
pub async fn extend(tx: &mut Tx, campaign: CampaignId, more: Minor) -> Result<Option<HoldId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(EXTEND.on(e)).bind(campaign).bind(more).fetch_optional(c).await)?)
}

/// Whether anything was ever set aside for a campaign.
pub async fn any(c: &mut impl Reads, campaign: CampaignId) -> Result<bool> {
    let n: i64 = on!(c, |c, e| sqlx::query_scalar(ANY.on(e)).bind(campaign).fetch_one(c).await)?;
    Ok(n > 0)
}

/// Holds the open holds of campaigns, in the order of their ids, until the end of the transaction.
pub async fn lock(tx: &mut Tx, campaigns: impl IntoIterator<Item = CampaignId>) -> Result<()> {
    let json = int_rows(campaigns.into_iter().map(|c| c.0));
    on!(tx, |c, e| sqlx::query(LOCK_HOLDS.on(e)).bind(&json).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Open holds, of one site or of all, of campaigns of which nothing waits to be handed over, and of which nothing that is
/// still awaited was handed over since `before` by the calendar; calls are dated by the wall, `ahead_us` behind it.
pub async fn forgotten(
    c: &mut impl Reads,
    before: Micros,
    ahead_us: i64,
    site: Option<SiteId>,
    limit: i64,
) -> Result<Vec<HoldRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(FORGOTTEN.on(e))
        .bind(before)
        .bind(limit)
        .bind(site.map_or(0, |s| s.0))
        .bind(ahead_us)
        .fetch_all(c)
        .await)?)
}

/// Ends an open hold as `closed` or `expired`; what was released by that. `None` where it moved since it was read.
pub async fn end(tx: &mut Tx, hold: &HoldRow, state: &str, now: Micros) -> Result<Option<Minor>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(END.on(e))
        .bind(hold.id)
        .bind(state)
        .bind(now)
        .bind(hold.released_minor)
        .fetch_optional(c)
        .await)?)
}

/// Notes what is charged after the last hold of a campaign has ended; `None` where it never had one.
pub async fn late(tx: &mut Tx, campaign: CampaignId, amount: Minor) -> Result<Option<HoldId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(LATE.on(e)).bind(campaign).bind(amount).fetch_optional(c).await)?)
}

/// The holds of a campaign in order.
pub async fn of_campaign(c: &mut impl Reads, campaign: CampaignId) -> Result<Vec<HoldRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_CAMPAIGN.on(e)).bind(campaign).fetch_all(c).await)?)
}

/// The hold with that id.
pub async fn by_id(c: &mut impl Reads, id: HoldId) -> Result<Option<HoldRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// Holds, the newest first: of one site or of all (0), in one state or in any (empty), before one id (0: from the end).
pub async fn page(
    c: &mut impl Reads,
    site: Option<SiteId>,
    state: &str,
    before: Option<HoldId>,
    limit: i64,
) -> Result<Vec<HoldRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e))
        .bind(site.map_or(0, |s| s.0))
        .bind(state)
        .bind(before.map_or(0, |h| h.0))
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// Notes what messages were charged.
pub async fn charge(
    tx: &mut Tx,
    site: SiteId,
    campaign: CampaignId,
    hold: HoldId,
    booked: Booked,
    late: bool,
    charged: &[Charged<'_>],
) -> Result<()> {
    if charged.is_empty() {
        return Ok(());
    }
    let json = serde_json::to_string(charged).map_err(StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(CHARGE.on(e))
        .bind(&json)
        .bind(site)
        .bind(campaign)
        .bind(hold)
        .bind(booked.period)
        .bind(booked.origin)
        .bind(i64::from(late))
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
