//! The rule of a site: what an operator sets, and what is shown of it and of what came of it.

use std::time::Duration;

use serde::Serialize;

use super::{past, rule_of};
use crate::domain::autocharge::{BadRule, Mode};
use crate::domain::id::{ChargeId, SiteId};
use crate::domain::ledger::vat_of_net;
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::ops::ledger::LedgerError;
use crate::ops::{credits, site};
use crate::store::autocharge::{self, ChargeRow, RuleRow};
use crate::store::{Reads, Store, StoreError, account};

/// What an operator changes about a rule; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Switched on or off.
    pub enabled: Option<bool>,
    /// Below which.
    pub threshold: Option<Minor>,
    /// How much.
    pub amount: Option<Minor>,
    /// In which way.
    pub mode: Option<Mode>,
    /// Between successes.
    pub cooldown: Option<Duration>,
    /// A day.
    pub max_per_day: Option<u32>,
    /// A month.
    pub max_month: Option<Minor>,
    /// Declines that switch it off.
    pub max_declines: Option<u32>,
    /// The gateway's name for the means of payment.
    pub token: Option<String>,
}

/// A rule and what came of it.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Whose.
    pub site: String,
    /// It holds.
    pub enabled: bool,
    /// A charge is wanted below it.
    pub threshold_minor: i64,
    /// VAT excluded.
    pub amount_minor: i64,
    /// What the card pays for it.
    pub gross_minor: i64,
    /// In which way.
    pub mode: Mode,
    /// Seconds between successes.
    pub cooldown_s: u64,
    /// A day.
    pub max_per_day: u32,
    /// VAT excluded, a month.
    pub max_month_minor: i64,
    /// Declines that switch it off.
    pub max_declines: u32,
    /// A means of payment is known.
    pub has_token: bool,
    /// Declines in a row.
    pub declines: u32,
    /// Successes today.
    pub today: u32,
    /// Charged this month, VAT excluded.
    pub month_minor: i64,
    /// A charge is wanted since.
    pub wanted_at: Option<Micros>,
    /// The last charges, the newest first.
    pub charges: Vec<Charge>,
}

/// A charge for people.
#[derive(Debug, Clone, Serialize)]
pub struct Charge {
    /// Its id.
    pub charge: ChargeId,
    /// Where it stands.
    pub state: String,
    /// `low` or `shortfall`.
    pub reason: String,
    /// VAT excluded.
    pub net_minor: i64,
    /// What it became.
    pub payment: Option<String>,
    /// The gateway's words.
    pub detail: Option<String>,
    /// When it was asked for.
    pub created_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
}

/// Why a rule was not set.
#[derive(Debug, thiserror::Error)]
pub enum RuleError {
    /// It could not work.
    #[error(transparent)]
    Bad(#[from] BadRule),
    /// Something is not said yet.
    #[error("{0} is not set")]
    Missing(&'static str),
    /// The books.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes the rule of a site. A new one needs a threshold, an amount and a month's bound; it is off until it is switched
/// on, which needs a token.
///
/// # Errors
/// What is wrong with it.
pub async fn set(
    store: &Store,
    site: &site::Site,
    change: Change,
    now: Micros,
    rehearse: bool,
) -> Result<Shown, RuleError> {
    credits::prepaid(site)?;
    let mut tx = store.write().await?;
    let has = account::lock(&mut tx, site.id).await?.unwrap_or_default();
    let old = autocharge::lock(&mut tx, site.id).await?;
    let row = changed(site.id, old.as_ref(), change, now)?;
    rule_of(&row)?.check()?;
    if row.enabled == 1 && row.token.is_none() {
        return Err(RuleError::Missing("the means of payment (`--token`)"));
    }
    autocharge::set(&mut tx, &row).await?;
    // a balance that is low already is asked about at once
    if row.enabled == 1 {
        if has.available < row.threshold_minor {
            autocharge::want(&mut tx, site.id, now).await?;
        } else {
            autocharge::enough(&mut tx, site.id).await?;
        }
    }
    let shown = show_row(&mut tx, site, now).await?.ok_or(RuleError::Missing("the rule"))?;
    tx.finish(rehearse).await?;
    Ok(shown)
}

fn changed(site: SiteId, old: Option<&RuleRow>, c: Change, now: Micros) -> Result<RuleRow, RuleError> {
    let need = |new: Option<Minor>, old: Option<Minor>, what| new.or(old).ok_or(RuleError::Missing(what));
    let mode = c.mode.map(|m| m.word().to_owned()).or_else(|| old.map(|o| o.mode.clone()));
    let cooldown = c.cooldown.map(|d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX));
    let count = |new: Option<u32>, old: Option<i64>| new.map(i64::from).or(old).unwrap_or(3);
    Ok(RuleRow {
        site_id: site,
        enabled: c.enabled.map(i64::from).or(old.map(|o| o.enabled)).unwrap_or(0),
        threshold_minor: need(c.threshold, old.map(|o| o.threshold_minor), "the threshold (`--threshold`)")?,
        amount_minor: need(c.amount, old.map(|o| o.amount_minor), "the amount (`--amount`)")?,
        mode: mode.unwrap_or_else(|| Mode::Fixed.word().to_owned()),
        cooldown_us: cooldown.or(old.map(|o| o.cooldown_us)).unwrap_or(3_600_000_000),
        max_per_day: count(c.max_per_day, old.map(|o| o.max_per_day)),
        max_month_minor: need(c.max_month, old.map(|o| o.max_month_minor), "the most in a month (`--max-month`)")?,
        max_declines: count(c.max_declines, old.map(|o| o.max_declines)),
        token: c.token.or_else(|| old.and_then(|o| o.token.clone())),
        declines: 0,
        wanted_at: None,
        low: 0,
        blocked_said: 0,
        updated_at: now,
    })
}

async fn show_row(c: &mut impl Reads, site: &site::Site, now: Micros) -> Result<Option<Shown>, StoreError> {
    const SOME: i64 = 10;
    let Some(row) = autocharge::rule(c, site.id).await? else { return Ok(None) };
    let (rule, past) = (rule_of(&row)?, past(c, &row, now).await?);
    let charges = autocharge::recent(c, site.id, SOME).await?;
    Ok(Some(Shown {
        site: site.name.clone(),
        enabled: rule.enabled,
        threshold_minor: rule.threshold.0,
        amount_minor: rule.amount.0,
        gross_minor: vat_of_net(rule.amount).map_or(rule.amount, |a| a.gross).0,
        mode: rule.mode,
        cooldown_s: rule.cooldown.as_secs(),
        max_per_day: rule.max_per_day,
        max_month_minor: rule.max_month.0,
        max_declines: rule.max_declines,
        has_token: row.token.is_some(),
        declines: past.declines,
        today: past.today,
        month_minor: past.month.0,
        wanted_at: row.wanted_at,
        charges: charges.into_iter().map(of_charge).collect(),
    }))
}

fn of_charge(r: ChargeRow) -> Charge {
    Charge {
        charge: r.id,
        state: r.state,
        reason: r.reason,
        net_minor: r.net_minor.0,
        payment: r.payment_id.map(|p| p.to_string()),
        detail: r.detail,
        created_at: r.created_at,
        ended_at: r.ended_at,
    }
}

/// The rule of a site, and what came of it.
///
/// # Errors
/// `NotFound` where it has none.
pub async fn show(store: &Store, site: &site::Site, now: Micros) -> Result<Shown, LedgerError> {
    let shown = show_row(&mut store.read().await?, site, now).await?;
    shown.ok_or_else(|| LedgerError::NotFound { what: "rule of auto-charge for", name: site.name.clone() })
}
