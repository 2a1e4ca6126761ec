//! Double-entry bookkeeping of prepaid credits: accounts, postings that add up to nothing, VAT.
//!
//! Customers' money is positive: what a site owns stands on its own accounts, what the platform earned on `revenue`,
//! and what came in from outside is negative on `cash`. A site's statement balance is available + held + receivable,
//! so what is set aside never looks like spending.

mod fold;
mod posting;
mod vat;

pub use fold::{Broken, Cell, Entry, Fold, Rule, Standing};
pub use posting::{Kind, Leg, Posting, Unbalanced};
pub use vat::{Amounts, net_of_gross, vat_of_net};

use super::channel::{Channel, words};
use super::id::SiteId;

words! {
    /// How money came in.
    Method ("payment method") {
        /// A transfer to the platform's bank account.
        Bank = "bank",
        /// A card.
        Card = "card",
        /// A virtual account of the site's own.
        VirtualAccount = "virtual-account",
        /// A payment gateway, by itself (auto-charge).
        Gateway = "gateway",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// How a site pays for its messages.
    Billing ("way of billing") {
        /// Nothing is held or charged.
        None = "none",
        /// From credits paid for before.
        Prepaid = "prepaid",
    }
}

/// What is booked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Account {
    /// What a site may spend. Not below its floor (minus its credit limit).
    Available(SiteId),
    /// What is set aside for messages under way. Not below zero.
    Held(SiteId),
    /// What a site owes (negative): delivered, or charged back, when there was nothing left to take it from.
    Receivable(SiteId),
    /// Money from outside, by the way it came.
    Cash(Method),
    /// VAT taken with top-ups.
    Vat,
    /// Bonuses given.
    Promo,
    /// Credits that expired.
    Breakage,
    /// Paid out.
    Payout,
    /// Corrections by hand.
    Adjust,
    /// Earned, by channel.
    Revenue(Channel),
    /// Given back after it was earned, by channel.
    Refund(Channel),
}

/// The first id of sites' accounts; each site has four.
const SITES: i64 = 1000;

impl Account {
    /// Its id in the database: made from what it is, so that it need not be looked up.
    pub fn id(self) -> i64 {
        match self {
            Self::Vat => 1,
            Self::Promo => 2,
            Self::Breakage => 3,
            Self::Payout => 4,
            Self::Adjust => 5,
            Self::Cash(m) => 10 + place(Method::ALL, m),
            Self::Revenue(c) => 20 + place(Channel::ALL, c),
            Self::Refund(c) => 40 + place(Channel::ALL, c),
            Self::Available(s) => SITES + s.0 * 4,
            Self::Held(s) => SITES + s.0 * 4 + 1,
            Self::Receivable(s) => SITES + s.0 * 4 + 2,
        }
    }

    /// The account with that id.
    pub fn of_id(id: i64) -> Option<Self> {
        let at = |base: i64| usize::try_from(id - base).ok();
        match id {
            1 => Some(Self::Vat),
            2 => Some(Self::Promo),
            3 => Some(Self::Breakage),
            4 => Some(Self::Payout),
            5 => Some(Self::Adjust),
            10..20 => at(10).and_then(|i| Method::ALL.get(i)).copied().map(Self::Cash),
            20..40 => at(20).and_then(|i| Channel::ALL.get(i)).copied().map(Self::Revenue),
            40..60 => at(40).and_then(|i| Channel::ALL.get(i)).copied().map(Self::Refund),
            _ if id >= SITES + 4 => {
                let site = SiteId((id - SITES) / 4);
                match (id - SITES) % 4 {
                    0 => Some(Self::Available(site)),
                    1 => Some(Self::Held(site)),
                    2 => Some(Self::Receivable(site)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whose it is, where it is a site's.
    pub const fn site(self) -> Option<SiteId> {
        match self {
            Self::Available(s) | Self::Held(s) | Self::Receivable(s) => Some(s),
            _ => None,
        }
    }

    /// The three accounts of a site, in the order of their ids: the order in which they are locked.
    pub const fn of_site(site: SiteId) -> [Self; 3] {
        [Self::Available(site), Self::Held(site), Self::Receivable(site)]
    }
}

/// The place of `item` in a short list that holds it.
fn place<T: PartialEq + Copy>(all: &[T], item: T) -> i64 {
    let found = all.iter().position(|x| *x == item).unwrap_or(0);
    i64::try_from(found).unwrap_or(0)
}

/// `site_3:available`, `cash:card`, `revenue:sms`.
impl std::fmt::Display for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Available(s) => write!(f, "{s}:available"),
            Self::Held(s) => write!(f, "{s}:held"),
            Self::Receivable(s) => write!(f, "{s}:receivable"),
            Self::Cash(m) => write!(f, "cash:{m}"),
            Self::Vat => f.write_str("platform:vat"),
            Self::Promo => f.write_str("platform:promo"),
            Self::Breakage => f.write_str("platform:breakage"),
            Self::Payout => f.write_str("platform:payout"),
            Self::Adjust => f.write_str("platform:adjust"),
            Self::Revenue(c) => write!(f, "revenue:{c}"),
            Self::Refund(c) => write!(f, "refund:{c}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_lead_back_to_their_accounts() {
        let mut all = vec![Account::Vat, Account::Promo, Account::Breakage, Account::Payout, Account::Adjust];
        all.extend(Method::ALL.iter().map(|m| Account::Cash(*m)));
        all.extend(Channel::ALL.iter().map(|c| Account::Revenue(*c)));
        all.extend(Channel::ALL.iter().map(|c| Account::Refund(*c)));
        all.extend([1, 2, 7].iter().flat_map(|s| Account::of_site(SiteId(*s))));
        let ids: std::collections::BTreeSet<i64> = all.iter().map(|a| a.id()).collect();
        assert_eq!(ids.len(), all.len());
        for a in all {
            assert_eq!(Account::of_id(a.id()), Some(a));
        }
        for none in [0, 6, 15, 27, 47, 60, 1000, 1007] {
            assert_eq!(Account::of_id(none), None, "{none}");
        }
    }
}
