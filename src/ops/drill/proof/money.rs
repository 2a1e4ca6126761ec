//! The proof of the money: what was charged held against the provider's log, priced by hand.

use std::collections::BTreeMap;

use super::{Books, CampaignId, Channel, Check, Trial};

/// What is known of the credits that campaigns were paid from.
#[derive(Debug, Clone, Default)]
pub struct Money {
    /// Won for one delivered message, in 1/100.
    pub prices: BTreeMap<Channel, i64>,
    /// Topped up in all, VAT excluded, in 1/100 won.
    pub paid_minor: i64,
    /// May be spent at the end.
    pub available_minor: i64,
    /// Set aside at the end.
    pub held_minor: i64,
    /// Everything that was ever set aside.
    pub holds: Vec<Held>,
    /// How often the books were proven, after each kill and at the end.
    pub proofs: u64,
    /// What those proofs found, in words.
    pub broken: Vec<String>,
}

/// A hold in our books, in 1/100 won.
#[derive(Debug, Clone)]
pub struct Held {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// `open`, `closed` or `expired`.
    pub state: String,
    /// Set aside.
    pub authorized_minor: i64,
    /// Charged, late charges with it.
    pub charged_minor: i64,
    /// Released.
    pub released_minor: i64,
}

impl Books<'_> {
    /// Every claim about money, where campaigns were paid from credits.
    pub(super) fn money(&self) -> Vec<Check> {
        let Some(money) = &self.e.money else { return Vec::new() };
        vec![sound(money), self.charged_as_delivered(money), self.closed(money), add_up(money)]
    }

    /// The provider's log, priced by hand, is what was charged, campaign by campaign.
    fn charged_as_delivered(&self, money: &Money) -> Check {
        let mut t = Trial::new("what was charged is what the provider delivered");
        let mut owed: BTreeMap<CampaignId, i64> = self.e.campaigns.iter().map(|c| (c.id, 0)).collect();
        for a in self.e.arrivals.iter().filter(|a| a.delivered()) {
            let Some((campaign, _)) = a.message.and_then(|id| self.messages.get(&id)) else { continue };
            *owed.entry(*campaign).or_default() += money.prices.get(&a.channel).copied().unwrap_or(0);
        }
        for (campaign, owed) in &owed {
            let charged: i64 = money.holds.iter().filter(|h| h.campaign == *campaign).map(|h| h.charged_minor).sum();
            if charged != *owed {
                let what = format!("{campaign} was charged {charged}, and {owed} was delivered of it (1/100 won)");
                t.against(*campaign, 0, what);
            }
        }
        t.figure("charged_minor", owed.values().sum::<i64>().unsigned_abs());
        t.end()
    }

    /// Whatever was set aside was charged or released, to the last 1/100 won.
    fn closed(&self, money: &Money) -> Check {
        let mut t = Trial::new("every hold is closed");
        for (n, h) in (0..).zip(&money.holds) {
            if h.state != "closed" || h.charged_minor + h.released_minor != h.authorized_minor {
                let what = format!(
                    "the hold of {} is {}: {} set aside, {} charged, {} released (1/100 won)",
                    h.campaign, h.state, h.authorized_minor, h.charged_minor, h.released_minor
                );
                t.against(h.campaign, n, what);
            }
        }
        for c in self.e.campaigns.iter().filter(|c| !money.holds.iter().any(|h| h.campaign == c.id)) {
            t.against(c.id, -1, format_args!("nothing was set aside for {}", c.id));
        }
        t.count("holds", money.holds.len());
        t.end()
    }
}

/// `credits verify`, after every kill and at the end.
fn sound(money: &Money) -> Check {
    let mut t = Trial::new("the books of credits were sound after every kill");
    if money.proofs == 0 {
        t.against(CampaignId(0), 0, "they were never proven");
    }
    for (n, what) in (1..).zip(&money.broken) {
        t.against(CampaignId(0), n, what);
    }
    t.figure("proofs", money.proofs);
    t.end()
}

/// What was topped up is charged, or there to be spent.
fn add_up(money: &Money) -> Check {
    let mut t = Trial::new("credits add up");
    let charged: i64 = money.holds.iter().map(|h| h.charged_minor).sum();
    if money.paid_minor - charged != money.available_minor {
        let what = format!(
            "{} was topped up and {charged} charged, and {} is available (1/100 won)",
            money.paid_minor, money.available_minor
        );
        t.against(CampaignId(0), 0, what);
    }
    if money.held_minor != 0 {
        t.against(CampaignId(0), 1, format_args!("{} is still set aside (1/100 won)", money.held_minor));
    }
    t.figure("topped_up_minor", money.paid_minor.unsigned_abs());
    t.figure("available_minor", money.available_minor.unsigned_abs());
    t.end()
}
