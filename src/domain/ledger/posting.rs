//! Postings: the legs of each kind of journal, always zero in sum.

use super::{Account, Amounts, Method};
use crate::domain::channel::{Channel, words};
use crate::domain::id::SiteId;
use crate::domain::money::Minor;

words! {
    /// What a journal is.
    Kind ("kind of journal") {
        /// Money came in.
        Topup = "topup",
        /// Credits as a present.
        Bonus = "bonus",
        /// Set aside for a campaign.
        Hold = "hold",
        /// Messages ended: what was delivered is charged, the rest of their share released.
        Capture = "capture",
        /// What a hold still had is released: it expired, or its messages were taken back.
        Release = "release",
        /// Delivered after its hold had ended.
        LateCapture = "late-capture",
        /// Given back after it was charged.
        Refund = "refund",
        /// Paid out.
        Cashout = "cashout",
        /// A payment was reversed by the bank.
        Chargeback = "chargeback",
        /// What was owed is paid from a top-up.
        Clear = "clear",
        /// Credits expired.
        Expire = "expire",
        /// A correction by hand.
        Adjust = "adjust",
    }
}

/// One side of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Where.
    pub account: Account,
    /// How much; never zero.
    pub amount: Minor,
}

/// A journal to be: at least two legs, zero in sum, in the order of their accounts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    kind: Kind,
    legs: Vec<Leg>,
}

/// Why legs are no posting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unbalanced {
    /// They do not add up to nothing.
    #[error("the legs of a {0} add up to {1}, not to nothing")]
    Sum(Kind, i128),
    /// Fewer than two of them move anything.
    #[error("a {0} moves nothing")]
    Empty(Kind),
    /// An account, or a direction, that this kind does not have.
    #[error("a {0} does not book {2} to {1}")]
    Forbidden(Kind, Account, Minor),
}

impl Posting {
    /// Checks legs; those of the same account are one, those of nothing are left out.
    ///
    /// # Errors
    /// They do not add up, or are none of this kind's.
    pub fn new(kind: Kind, legs: impl IntoIterator<Item = (Account, Minor)>) -> Result<Self, Unbalanced> {
        let mut all: Vec<Leg> = Vec::new();
        for (account, amount) in legs {
            match all.iter_mut().find(|l| l.account == account) {
                Some(leg) => leg.amount = Minor(leg.amount.0.saturating_add(amount.0)),
                None => all.push(Leg { account, amount }),
            }
        }
        all.retain(|l| l.amount != Minor::ZERO);
        all.sort_by_key(|l| l.account.id());
        let sum: i128 = all.iter().map(|l| i128::from(l.amount.0)).sum();
        if sum != 0 {
            return Err(Unbalanced::Sum(kind, sum));
        }
        if all.len() < 2 {
            return Err(Unbalanced::Empty(kind));
        }
        if let Some(bad) = all.iter().find(|l| !kind.permits(l.account, l.amount)) {
            return Err(Unbalanced::Forbidden(kind, bad.account, bad.amount));
        }
        Ok(Self { kind, legs: all })
    }

    /// What it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Its legs, in the order of their accounts' ids: the order in which accounts are locked everywhere.
    pub fn legs(&self) -> &[Leg] {
        &self.legs
    }

    /// Money came in.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn topup(site: SiteId, method: Method, a: Amounts) -> Result<Self, Unbalanced> {
        Self::new(
            Kind::Topup,
            [(Account::Available(site), a.net), (Account::Vat, a.vat), (Account::Cash(method), minus(a.gross))],
        )
    }

    /// Credits as a present.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn bonus(site: SiteId, amount: Minor) -> Result<Self, Unbalanced> {
        Self::new(Kind::Bonus, [(Account::Available(site), amount), (Account::Promo, minus(amount))])
    }

    /// Set aside for a campaign.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn hold(site: SiteId, amount: Minor) -> Result<Self, Unbalanced> {
        Self::new(Kind::Hold, [(Account::Available(site), minus(amount)), (Account::Held(site), amount)])
    }

    /// Messages ended: what they cost by channel, and what is released of their share.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn capture(site: SiteId, costs: &[(Channel, Minor)], released: Minor) -> Result<Self, Unbalanced> {
        let cost: i64 = costs.iter().map(|c| c.1.0).sum();
        let kind = if cost == 0 { Kind::Release } else { Kind::Capture };
        let revenue = costs.iter().map(|(c, amount)| (Account::Revenue(*c), *amount));
        let own = [(Account::Held(site), Minor(-cost - released.0)), (Account::Available(site), released)];
        Self::new(kind, own.into_iter().chain(revenue))
    }

    /// Delivered after its hold had ended: from what is available above the floor, the rest is owed.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn late(site: SiteId, costs: &[(Channel, Minor)], above_floor: Minor) -> Result<Self, Unbalanced> {
        let cost: i64 = costs.iter().map(|c| c.1.0).sum();
        let paid = cost.min(above_floor.0.max(0));
        let revenue = costs.iter().map(|(c, amount)| (Account::Revenue(*c), *amount));
        let own = [(Account::Available(site), Minor(-paid)), (Account::Receivable(site), Minor(paid - cost))];
        Self::new(Kind::LateCapture, own.into_iter().chain(revenue))
    }

    /// Given back after it was charged.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn refund(site: SiteId, parts: &[(Channel, Minor)]) -> Result<Self, Unbalanced> {
        let all: i64 = parts.iter().map(|c| c.1.0).sum();
        let from = parts.iter().map(|(c, amount)| (Account::Refund(*c), minus(*amount)));
        Self::new(Kind::Refund, from.chain([(Account::Available(site), Minor(all))]))
    }

    /// Paid out, with the VAT that was taken for it.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn cashout(site: SiteId, a: Amounts) -> Result<Self, Unbalanced> {
        Self::new(
            Kind::Cashout,
            [(Account::Available(site), minus(a.net)), (Account::Vat, minus(a.vat)), (Account::Payout, a.gross)],
        )
    }

    /// A payment was reversed: from what is available above the floor, the rest is owed.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn chargeback(site: SiteId, method: Method, a: Amounts, above_floor: Minor) -> Result<Self, Unbalanced> {
        let paid = a.net.0.min(above_floor.0.max(0));
        Self::new(
            Kind::Chargeback,
            [
                (Account::Available(site), Minor(-paid)),
                (Account::Receivable(site), Minor(paid - a.net.0)),
                (Account::Vat, minus(a.vat)),
                (Account::Cash(method), a.gross),
            ],
        )
    }

    /// What was owed is paid.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn clear(site: SiteId, amount: Minor) -> Result<Self, Unbalanced> {
        Self::new(Kind::Clear, [(Account::Available(site), minus(amount)), (Account::Receivable(site), amount)])
    }

    /// Credits expired.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn expire(site: SiteId, amount: Minor) -> Result<Self, Unbalanced> {
        Self::new(Kind::Expire, [(Account::Available(site), minus(amount)), (Account::Breakage, amount)])
    }

    /// A correction by hand, either way.
    ///
    /// # Errors
    /// Nothing is moved.
    pub fn adjust(site: SiteId, amount: Minor) -> Result<Self, Unbalanced> {
        Self::new(Kind::Adjust, [(Account::Available(site), amount), (Account::Adjust, minus(amount))])
    }
}

const fn minus(m: Minor) -> Minor {
    Minor(-m.0)
}

impl Kind {
    /// Whether a journal of this kind may book that amount to that account.
    pub const fn permits(self, account: Account, amount: Minor) -> bool {
        use Account as A;
        let plus = amount.0 > 0;
        let (gains, loses) = match self {
            Self::Topup => (matches!(account, A::Available(_) | A::Vat), matches!(account, A::Cash(_))),
            Self::Bonus => (matches!(account, A::Available(_)), matches!(account, A::Promo)),
            Self::Hold => (matches!(account, A::Held(_)), matches!(account, A::Available(_))),
            Self::Capture => (matches!(account, A::Available(_) | A::Revenue(_)), matches!(account, A::Held(_))),
            Self::Release => (matches!(account, A::Available(_)), matches!(account, A::Held(_))),
            Self::LateCapture => {
                (matches!(account, A::Revenue(_)), matches!(account, A::Available(_) | A::Receivable(_)))
            }
            Self::Refund => (matches!(account, A::Available(_)), matches!(account, A::Refund(_))),
            Self::Cashout => (matches!(account, A::Payout), matches!(account, A::Available(_) | A::Vat)),
            Self::Chargeback => {
                (matches!(account, A::Cash(_)), matches!(account, A::Available(_) | A::Receivable(_) | A::Vat))
            }
            Self::Clear => (matches!(account, A::Receivable(_)), matches!(account, A::Available(_))),
            Self::Expire => (matches!(account, A::Breakage), matches!(account, A::Available(_))),
            Self::Adjust => {
                let either = matches!(account, A::Available(_) | A::Adjust);
                (either, either)
            }
        };
        if plus { gains } else { loses }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ledger::vat_of_net;
    use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

    const SHOP: SiteId = SiteId(3);

    fn legs(p: &Posting) -> Vec<(String, i64)> {
        p.legs().iter().map(|l| (l.account.to_string(), l.amount.0)).collect()
    }

    #[test]
    fn a_batch_is_one_journal() {
        let costs = [(Channel::Alimtalk, Minor(76_500)), (Channel::Sms, Minor(20_000))];
        let p = Posting::capture(SHOP, &costs, Minor(103_500)).expect("balances");
        let said = |a: &str, n: i64| (a.to_owned(), n);
        assert_eq!(
            legs(&p),
            [
                said("revenue:alimtalk", 76_500),
                said("revenue:sms", 20_000),
                said("site_3:available", 103_500),
                said("site_3:held", -200_000)
            ]
        );
        assert_eq!(Posting::capture(SHOP, &[], Minor(5)).map(|p| p.kind()), Ok(Kind::Release));
        assert_eq!(Posting::capture(SHOP, &[], Minor(0)), Err(Unbalanced::Empty(Kind::Release)));
    }

    #[test]
    fn what_cannot_be_paid_is_owed() {
        let costs = [(Channel::Sms, Minor(2000))];
        let p = Posting::late(SHOP, &costs, Minor(500)).expect("balances");
        assert_eq!(p.legs()[1], Leg { account: Account::Available(SHOP), amount: Minor(-500) });
        assert_eq!(p.legs()[2], Leg { account: Account::Receivable(SHOP), amount: Minor(-1500) });
        assert_eq!(Posting::late(SHOP, &costs, Minor(-7)).expect("balances").legs().len(), 2);
    }

    #[test]
    fn what_does_not_add_up_is_no_posting() {
        let lost = [(Account::Available(SHOP), Minor(5)), (Account::Promo, Minor(-4))];
        assert_eq!(Posting::new(Kind::Bonus, lost), Err(Unbalanced::Sum(Kind::Bonus, 1)));
        let odd = [(Account::Available(SHOP), Minor(5)), (Account::Vat, Minor(-5))];
        assert!(matches!(Posting::new(Kind::Bonus, odd), Err(Unbalanced::Forbidden(..))));
    }

    fn any_posting() -> impl Strategy<Value = Result<Posting, Unbalanced>> {
        let amount = 1_i64..1_000_000_000;
        let costs = proptest::collection::vec((proptest::sample::select(Channel::ALL), 0_i64..1_000_000), 0..5)
            .prop_map(|v| v.into_iter().map(|(c, n)| (c, Minor(n))).collect::<Vec<_>>());
        let made = (amount, costs, any::<i32>(), proptest::sample::select(Method::ALL));
        prop_oneof![
            made.prop_flat_map(|(n, costs, floor, method)| {
                let a = vat_of_net(Minor(n)).expect("fits");
                let floor = Minor(i64::from(floor));
                proptest::sample::select(vec![
                    Posting::topup(SHOP, method, a),
                    Posting::bonus(SHOP, Minor(n)),
                    Posting::hold(SHOP, Minor(n)),
                    Posting::capture(SHOP, &costs, Minor(n)),
                    Posting::late(SHOP, &costs, floor),
                    Posting::refund(SHOP, &costs),
                    Posting::cashout(SHOP, a),
                    Posting::chargeback(SHOP, method, a, floor),
                    Posting::clear(SHOP, Minor(n)),
                    Posting::expire(SHOP, Minor(n)),
                    Posting::adjust(SHOP, Minor(n)),
                    Posting::adjust(SHOP, Minor(-n)),
                ])
            }),
            Just(Posting::bonus(SHOP, Minor(1))),
        ]
    }

    proptest! {
        /// Whatever is booked adds up to nothing, and only a kind's own accounts move.
        #[test]
        fn every_posting_is_zero_in_sum(p in any_posting()) {
            match p {
                Ok(p) => {
                    prop_assert_eq!(p.legs().iter().map(|l| l.amount.0).sum::<i64>(), 0);
                    prop_assert!(p.legs().iter().all(|l| p.kind().permits(l.account, l.amount)));
                    prop_assert!(p.legs().is_sorted_by_key(|l| l.account.id()));
                }
                Err(e) => prop_assert!(matches!(e, Unbalanced::Empty(_)), "{}", e),
            }
        }
    }
}
