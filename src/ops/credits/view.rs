//! What sites have, and what happened to it.

use serde::Serialize;

use crate::domain::id::{CampaignId, HoldId, JournalId, UsageId};
use crate::domain::time::Micros;
use crate::ops::ledger::LedgerError;
use crate::ops::site::{self, Site};
use crate::store::hold::{self, HoldRow};
use crate::store::journal::{self, HistoryRow};
use crate::store::usage::{self, UsageRow};
use crate::store::{Reads, Store, account};

/// What a site has.
#[derive(Debug, Clone, Serialize)]
pub struct Balance {
    /// Whose.
    pub site: String,
    /// May be spent.
    pub available_minor: i64,
    /// Set aside for messages under way.
    pub held_minor: i64,
    /// Owed (negative).
    pub receivable_minor: i64,
    /// All of it together: what is set aside is not spent.
    pub balance_minor: i64,
    /// How far it may go below zero.
    pub credit_limit_minor: i64,
}

/// What one site has, or each that pays from credits.
///
/// # Errors
/// No such site, or it has no credits.
pub async fn balances(store: &Store, only: Option<&str>) -> Result<Vec<Balance>, LedgerError> {
    let mut c = store.read().await?;
    let shown = |name: String, b: account::Balances| Balance {
        site: name,
        available_minor: b.available.0,
        held_minor: b.held.0,
        receivable_minor: b.receivable.0,
        balance_minor: b.balance().0,
        credit_limit_minor: -b.floor.0,
    };
    if let Some(name) = only {
        let site = site::get(&mut c, name).await?;
        let id = super::prepaid(&site)?;
        let has = account::balances(&mut c, id).await?.unwrap_or_default();
        return Ok(vec![shown(site.name, has)]);
    }
    let all = account::all(&mut c).await?;
    let sites = crate::store::site::list(&mut c).await?;
    let of = |id| all.iter().find(|(s, _)| *s == id).map(|(_, b)| *b);
    Ok(sites.into_iter().filter_map(|s| of(s.id).map(|b| shown(s.name, b))).collect())
}

/// A journal as its site sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Movement {
    /// Its id.
    pub journal: JournalId,
    /// When it was booked.
    pub at: Micros,
    /// What it was.
    pub kind: String,
    /// What it did to the available credit.
    pub amount_minor: i64,
    /// What was available after it, where it did something.
    pub available_minor: Option<i64>,
    /// What it is about, `cmp_12`, `pay_3`.
    pub about: Option<String>,
    /// The month it is booked into.
    pub period: String,
    /// The month it happened in.
    pub origin_period: String,
    /// Who.
    pub actor: String,
    /// Why.
    pub memo: Option<String>,
}

/// What happened to a site's credit, the newest first.
///
/// # Errors
/// What the database says.
pub async fn history(
    c: &mut impl Reads,
    site: &Site,
    before: Option<JournalId>,
    limit: u32,
) -> Result<Vec<Movement>, LedgerError> {
    let rows = journal::history(c, site.id, before, i64::from(limit)).await?;
    Ok(rows.into_iter().map(movement).collect())
}

fn movement(r: HistoryRow) -> Movement {
    let tag = match r.ref_kind.as_deref() {
        Some("campaign") => "cmp",
        Some("payment") => "pay",
        Some("usage") => "usg",
        Some("hold") => "hld",
        _ => "ref",
    };
    Movement {
        journal: r.id,
        at: r.posted_at,
        kind: r.kind,
        amount_minor: r.amount_minor.unwrap_or_default().0,
        available_minor: r.balance_minor.map(|b| b.0),
        about: r.ref_id.map(|id| format!("{tag}_{id}")),
        period: r.period.to_string(),
        origin_period: r.origin_period.to_string(),
        actor: r.actor,
        memo: r.memo,
    }
}

/// What a campaign has set aside.
#[derive(Debug, Clone, Serialize)]
pub struct Hold {
    /// Its id.
    pub hold: HoldId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// `open`, `closed`, `expired`.
    pub state: String,
    /// What was set aside.
    pub authorized_minor: i64,
    /// Charged out of it.
    pub captured_minor: i64,
    /// Given free.
    pub released_minor: i64,
    /// Still set aside.
    pub open_minor: i64,
    /// Charged after it had ended.
    pub late_minor: i64,
    /// The price book, or the configuration file.
    pub price_book: Option<String>,
    /// When it was made.
    pub created_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
}

/// Holds of a site, the newest first.
///
/// # Errors
/// What the database says.
pub async fn holds(
    c: &mut impl Reads,
    site: &Site,
    state: &str,
    before: Option<HoldId>,
    limit: u32,
) -> Result<Vec<Hold>, LedgerError> {
    let rows = hold::page(c, Some(site.id), state, before, i64::from(limit)).await?;
    Ok(rows.into_iter().map(shown).collect())
}

fn shown(h: HoldRow) -> Hold {
    Hold {
        hold: h.id,
        campaign: h.campaign_id,
        open_minor: h.open_minor().0,
        state: h.state,
        authorized_minor: h.authorized_minor.0,
        captured_minor: h.captured_minor.0,
        released_minor: h.released_minor.0,
        late_minor: h.late_minor.0,
        price_book: h.book_id.map(|b| b.to_string()),
        created_at: h.created_at,
        ended_at: h.ended_at,
    }
}

/// What a campaign was charged for a channel at a price in a month.
#[derive(Debug, Clone, Serialize)]
pub struct Usage {
    /// Its id: what `credits refund --usage` takes.
    pub usage: UsageId,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The channel.
    pub channel: String,
    /// Messages.
    pub quantity: i64,
    /// Won for each.
    pub unit_minor: i64,
    /// What they cost.
    pub total_minor: i64,
    /// What was given back.
    pub refunded_minor: i64,
    /// The month it is booked in.
    pub period: String,
    /// The month the messages were handed over in.
    pub origin_period: String,
    /// Charged after the hold had ended.
    pub late: bool,
}

/// What a site was charged, the newest first.
///
/// # Errors
/// What the database says.
pub async fn usage(
    c: &mut impl Reads,
    site: &Site,
    campaign: Option<CampaignId>,
    before: Option<UsageId>,
    limit: u32,
) -> Result<Vec<Usage>, LedgerError> {
    let rows = usage::page(c, site.id, campaign, before, i64::from(limit)).await?;
    Ok(rows.into_iter().map(charge).collect())
}

fn charge(r: UsageRow) -> Usage {
    Usage {
        usage: r.id,
        campaign: r.campaign_id,
        channel: r.channel,
        quantity: r.quantity,
        unit_minor: r.unit_minor.0,
        total_minor: r.total_minor.0,
        refunded_minor: r.refunded_minor.0,
        period: r.period.to_string(),
        origin_period: r.origin_period.to_string(),
        late: r.late != 0,
    }
}
