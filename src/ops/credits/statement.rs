//! A site's statement of a month: every term from the entries that are booked in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::channel::Channel;
use crate::domain::id::SiteId;
use crate::domain::ledger::{Account, Kind};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::ledger::LedgerError;
use crate::store::{Reads, StoreError, journal, usage};

/// What messages of a channel cost at a price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The channel.
    pub channel: Channel,
    /// Won for each.
    pub unit_minor: i64,
    /// Messages.
    pub quantity: i64,
    /// What they cost.
    pub total_minor: i64,
    /// The month they were handed over in, where it is an earlier one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<String>,
}

/// What is taxed, whole won, and the tax on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Taxed {
    /// Net of the tax.
    pub base_minor: i64,
    /// The tax.
    pub vat_minor: i64,
}

/// The tax base of a month, by when credits are taxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tax {
    /// When they are used: net usage cut to whole won, and a tenth of it.
    pub usage: Taxed,
    /// When they are bought: as it was charged.
    pub topup: Taxed,
}

/// A month of a site: `opening + topups + bonus − usage − late usage + refunds − cash-outs − chargebacks − expired ±
/// adjustments = closing`. What is set aside belongs to the balance: it is not spent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Whose.
    pub site: String,
    /// Which month.
    pub month: String,
    /// What it had before.
    pub opening_minor: i64,
    /// Paid in, VAT excluded.
    pub topups_minor: i64,
    /// VAT on that.
    pub topup_vat_minor: i64,
    /// Presents.
    pub bonus_minor: i64,
    /// Charged for messages.
    pub usage_minor: i64,
    /// Charged after its hold had ended.
    pub late_usage_minor: i64,
    /// Given back.
    pub refunds_minor: i64,
    /// The part of that which is of messages of earlier months.
    pub refunds_prior_minor: i64,
    /// Paid out.
    pub cashouts_minor: i64,
    /// Payments taken back.
    pub chargebacks_minor: i64,
    /// Expired.
    pub expired_minor: i64,
    /// Corrections, either way.
    pub adjustments_minor: i64,
    /// What it has after.
    pub closing_minor: i64,
    /// Usage less refunds: what the site was served with.
    pub net_usage_minor: i64,
    /// What is taxed of it.
    pub tax: Tax,
    /// By channel and price.
    pub lines: Vec<Line>,
}

impl Statement {
    /// Nothing was booked up to its end.
    pub fn is_blank(&self) -> bool {
        let terms = [
            self.opening_minor,
            self.topups_minor,
            self.bonus_minor,
            self.usage_minor,
            self.late_usage_minor,
            self.refunds_minor,
            self.cashouts_minor,
            self.chargebacks_minor,
            self.expired_minor,
            self.adjustments_minor,
        ];
        terms.iter().all(|t| *t == 0) && self.lines.is_empty()
    }

    /// Whether its terms lead from opening to closing.
    pub fn adds_up(&self) -> bool {
        let inward = self.topups_minor + self.bonus_minor + self.refunds_minor + self.adjustments_minor;
        let outward = self.usage_minor
            + self.late_usage_minor
            + self.cashouts_minor
            + self.chargebacks_minor
            + self.expired_minor;
        self.opening_minor + inward - outward == self.closing_minor
    }
}

/// The statement of a month. Terms come from what was booked in it, whenever it happened.
///
/// # Errors
/// What the database says.
pub async fn statement(c: &mut impl Reads, site: SiteId, name: &str, month: Period) -> Result<Statement, LedgerError> {
    let mut own: BTreeMap<Kind, i64> = BTreeMap::new();
    let (mut vat, mut refunds_prior_minor) = (0, 0);
    for (kind, account, prior, amount) in journal::of_period(c, site, month).await? {
        let kind: Kind = kind.parse().map_err(StoreError::corrupt)?;
        match Account::of_id(account) {
            Some(a) if a.site().is_some() => {
                *own.entry(kind).or_default() += amount.0;
                refunds_prior_minor += if kind == Kind::Refund && prior == 1 { amount.0 } else { 0 };
            }
            Some(Account::Vat) if kind == Kind::Topup => vat += amount.0,
            _ => {}
        }
    }
    let of = |kind: Kind| own.get(&kind).copied().unwrap_or(0);
    let usage_minor = -of(Kind::Capture);
    let late_usage_minor = -of(Kind::LateCapture);
    let refunds_minor = of(Kind::Refund);
    let net_usage_minor = usage_minor + late_usage_minor - refunds_minor;
    Ok(Statement {
        site: name.to_owned(),
        month: month.to_string(),
        opening_minor: journal::closing(c, site, month.previous()).await?.0,
        topups_minor: of(Kind::Topup),
        topup_vat_minor: vat,
        bonus_minor: of(Kind::Bonus),
        usage_minor,
        late_usage_minor,
        refunds_minor,
        refunds_prior_minor,
        cashouts_minor: -of(Kind::Cashout),
        chargebacks_minor: -of(Kind::Chargeback),
        expired_minor: -of(Kind::Expire),
        adjustments_minor: of(Kind::Adjust),
        closing_minor: journal::closing(c, site, month).await?.0,
        net_usage_minor,
        tax: Tax { usage: on_usage(net_usage_minor), topup: Taxed { base_minor: of(Kind::Topup), vat_minor: vat } },
        lines: lines(c, site, month).await?,
    })
}

/// Both are cut to whole won, toward zero.
const fn on_usage(net_minor: i64) -> Taxed {
    let base_minor = net_minor / 100 * 100;
    Taxed { base_minor, vat_minor: base_minor / 1000 * 100 }
}

async fn lines(c: &mut impl Reads, site: SiteId, month: Period) -> Result<Vec<Line>, LedgerError> {
    let mut by: BTreeMap<(Option<Period>, Channel, Minor), (i64, i64)> = BTreeMap::new();
    for r in usage::of_period(c, site, month).await? {
        let channel: Channel = r.channel.parse().map_err(StoreError::corrupt)?;
        let prior = Some(r.origin_period).filter(|o| *o != month);
        let sum = by.entry((prior, channel, r.unit_minor)).or_default();
        *sum = (sum.0 + r.quantity, sum.1 + r.total_minor.0);
    }
    let line = |((prior, channel, unit), (quantity, total)): ((Option<Period>, Channel, Minor), (i64, i64))| Line {
        channel,
        unit_minor: unit.0,
        quantity,
        total_minor: total,
        prior: prior.map(|p| p.to_string()),
    };
    Ok(by.into_iter().map(line).collect())
}
