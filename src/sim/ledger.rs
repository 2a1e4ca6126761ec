//! The caller's money at the provider.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::settings::Settings;
use crate::domain::money::Minor;

/// Won a message where the settings name none: SMS, LMS, MMS, ATA, CTA, CTI; the others cost nothing here.
const LIST_PRICES: [(Kind, i64); 6] = [
    (Kind::SMS, 2_000),
    (Kind::LMS, 5_000),
    (Kind::MMS, 20_000),
    (Kind::ATA, 1_900),
    (Kind::CTA, 1_300),
    (Kind::CTI, 2_000),
];

/// Prices in 1/100 won, by type.
pub fn prices(settings: &Settings) -> [i64; Kind::COUNT] {
    let mut out = [0; Kind::COUNT];
    for (kind, price) in LIST_PRICES {
        out[kind.index()] = price;
    }
    for (kind, price) in &settings.prices {
        out[kind.index()] = price.0.0;
    }
    out
}

/// Cash and points; charges on acceptance, returns what failed when it is known to have failed.
pub struct Ledger {
    cash: i64,
    point: i64,
    charges: bool,
    /// What comes back at a millisecond, cash.
    later: BTreeMap<i64, i64>,
}

impl Ledger {
    /// As the settings say.
    pub fn new(settings: &Settings) -> Self {
        Self {
            cash: settings.balance.map_or(0, |w| w.0.0),
            point: settings.point.0.0,
            charges: settings.balance.is_some(),
            later: BTreeMap::new(),
        }
    }

    /// Takes `amount`, points first; false when there is not enough.
    pub fn charge(&mut self, amount: i64, now: i64) -> bool {
        if !self.charges {
            return true;
        }
        self.settle(now);
        if self.cash + self.point < amount {
            return false;
        }
        let points = self.point.min(amount);
        self.point -= points;
        self.cash -= amount - points;
        true
    }

    /// Gives `amount` back at `at`; a negative one takes it.
    pub fn give_back(&mut self, amount: i64, at: i64) {
        if self.charges && amount != 0 {
            *self.later.entry(at).or_default() += amount;
        }
    }

    /// Cash and points now.
    pub fn stand(&mut self, now: i64) -> (Minor, Minor) {
        self.settle(now);
        (Minor(self.cash), Minor(self.point))
    }

    fn settle(&mut self, now: i64) {
        while let Some(first) = self.later.first_entry().filter(|e| *e.key() <= now) {
            self.cash += first.remove();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::settings::Won;

    #[test]
    fn points_go_first_and_what_failed_comes_back_later() {
        let settings = Settings { balance: Some(Won(Minor(100))), point: Won(Minor(30)), ..Settings::default() };
        let mut ledger = Ledger::new(&settings);
        assert!(ledger.charge(50, 0));
        assert_eq!(ledger.stand(0), (Minor(80), Minor(0)));
        assert!(!ledger.charge(81, 0));
        ledger.give_back(20, 1_000);
        assert_eq!(ledger.stand(999).0, Minor(80));
        assert_eq!(ledger.stand(1_000).0, Minor(100));
    }

    #[test]
    fn without_a_balance_nothing_is_counted() {
        let mut ledger = Ledger::new(&Settings::default());
        assert!(ledger.charge(i64::MAX, 0));
        assert_eq!(ledger.stand(0), (Minor(0), Minor(0)));
    }

    #[test]
    fn prices_fall_back_to_the_list() {
        let settings = Settings { prices: [(Kind::SMS, Won(Minor(1_200)))].into(), ..Settings::default() };
        assert_eq!(prices(&settings)[..4], [1_200, 5_000, 20_000, 1_900]);
    }
}
