//! The books read from the beginning: what every journal and every account must be, entry by entry.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest as _, Sha256};

use super::{Account, Kind};
use crate::domain::id::SiteId;
use crate::domain::money::Minor;

/// An entry as it was read, with what must be known of its journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The journal.
    pub journal: i64,
    /// Its kind, as it was read.
    pub kind: &'a str,
    /// Whose books.
    pub site: SiteId,
    /// The month, `202610`.
    pub period: i64,
    /// The month it happened in.
    pub origin: i64,
    /// The account; `None`: the journal has no entries.
    pub account: Option<i64>,
    /// The amount, 1/100 won.
    pub amount: i64,
    /// Its place in the chain of a site's account, and the balance after it.
    pub chain: Option<(i64, i64)>,
}

/// What an account came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Standing {
    /// Entries.
    pub seq: i64,
    /// Their sum.
    pub balance: i64,
}

/// Entries that are one term of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// Whose books.
    pub site: SiteId,
    /// The month.
    pub period: i64,
    /// The month it happened in.
    pub origin: i64,
    /// The kind of journal.
    pub kind: Kind,
    /// The account.
    pub account: i64,
}

/// A promise of the books that was found broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Which promise.
    pub rule: Rule,
    /// The journal.
    pub journal: i64,
    /// What was found.
    pub what: String,
}

/// Promises about journals and accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Each journal is zero in sum, has two entries at least, and its own kind's accounts and directions.
    Journal,
    /// Each account's chain has no gap, and each balance in it is the sum so far.
    Chain,
}

/// A fold over entries in the order of booking; it grows with the accounts and months, not with the entries.
#[derive(Debug, Clone, Default)]
pub struct Fold {
    /// Journals read.
    pub journals: u64,
    /// Entries read.
    pub entries: u64,
    /// Site accounts by id.
    pub accounts: BTreeMap<i64, Standing>,
    /// What was booked in each month; always zero.
    pub periods: BTreeMap<i64, i64>,
    /// What each site's journals did to accounts of the platform: (site, account id) → sum.
    pub platform: BTreeMap<(SiteId, i64), i64>,
    /// What was booked, term by term.
    pub booked: HashMap<Cell, i64>,
    open: Option<Open>,
    seal: Option<Sha256>,
}

#[derive(Debug, Clone)]
struct Open {
    id: i64,
    kind: Option<Kind>,
    sum: i128,
    entries: u32,
}

impl Fold {
    /// Goes on from where accounts stood, and from what the platform's had come to.
    pub fn from(accounts: BTreeMap<i64, Standing>, platform: BTreeMap<(SiteId, i64), i64>) -> Self {
        Self { accounts, platform, ..Self::default() }
    }

    /// Also hashes every entry, from a seal before them on.
    #[must_use]
    pub fn sealing(mut self, before: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(before.as_bytes());
        self.seal = Some(hash);
        self
    }

    /// The hash of all entries since [`Fold::sealing`].
    pub fn seal(&self) -> Option<String> {
        self.seal.clone().map(|h| hex::encode(h.finalize()))
    }

    /// Reads one entry; what is broken goes to `found`.
    pub fn read(&mut self, e: &Entry<'_>, found: &mut Vec<Broken>) {
        if self.open.as_ref().is_none_or(|o| o.id != e.journal) {
            self.close(found);
            self.journals += 1;
            let kind: Option<Kind> = e.kind.parse().ok();
            if kind.is_none() {
                found.push(broken(Rule::Journal, e.journal, format_args!("`{}` is no kind of journal", e.kind)));
            }
            self.open = Some(Open { id: e.journal, kind, sum: 0, entries: 0 });
        }
        let Some(id) = e.account else { return };
        self.hash(e);
        self.entries += 1;
        *self.periods.entry(e.period).or_default() += e.amount;
        let Some(open) = &mut self.open else { return };
        open.sum += i128::from(e.amount);
        open.entries += 1;
        let Some(account) = Account::of_id(id) else {
            found.push(broken(Rule::Journal, e.journal, format_args!("there is no account {id}")));
            return;
        };
        if let Some(kind) = open.kind {
            let cell = Cell { site: e.site, period: e.period, origin: e.origin, kind, account: id };
            *self.booked.entry(cell).or_default() += e.amount;
        }
        if open.kind.is_some_and(|k| !k.permits(account, Minor(e.amount))) {
            let what = format_args!("a {} books ₩{} to {account}", e.kind, Minor(e.amount));
            found.push(broken(Rule::Journal, e.journal, what));
        }
        match (account.site(), e.chain) {
            (Some(site), _) if site != e.site => {
                found.push(broken(Rule::Journal, e.journal, format_args!("{account} in the books of {}", e.site)));
            }
            (Some(_), Some((seq, balance))) => self.link(e, id, account, (seq, balance), found),
            (Some(_), None) => {
                found.push(broken(Rule::Chain, e.journal, format_args!("{account} has no place in its chain")));
            }
            (None, _) => *self.platform.entry((e.site, id)).or_default() += e.amount,
        }
    }

    fn link(&mut self, e: &Entry<'_>, id: i64, account: Account, (seq, balance): (i64, i64), found: &mut Vec<Broken>) {
        let at = self.accounts.entry(id).or_default();
        let should = Standing { seq: at.seq + 1, balance: at.balance.wrapping_add(e.amount) };
        if (seq, balance) != (should.seq, should.balance) {
            let what = format_args!(
                "entry {seq} of {account} leaves ₩{}, and entry {} would leave ₩{}",
                Minor(balance),
                should.seq,
                Minor(should.balance)
            );
            found.push(broken(Rule::Chain, e.journal, what));
        }
        // the sum goes on by the amounts: one damaged balance is one finding
        *at = Standing { seq, balance: should.balance };
    }

    fn hash(&mut self, e: &Entry<'_>) {
        if let Some(h) = &mut self.seal {
            let (seq, balance) = e.chain.unwrap_or((0, 0));
            for n in [e.journal, e.site.0, e.period, e.account.unwrap_or(0), e.amount, seq, balance] {
                h.update(n.to_be_bytes());
            }
            h.update(e.kind.as_bytes());
        }
    }

    /// The last journal has been read.
    pub fn close(&mut self, found: &mut Vec<Broken>) {
        let Some(o) = self.open.take() else { return };
        if o.sum != 0 {
            let sum = Minor(i64::try_from(o.sum).unwrap_or(i64::MAX));
            found.push(broken(Rule::Journal, o.id, format_args!("its entries add up to ₩{sum}")));
        }
        if o.entries < 2 {
            found.push(broken(Rule::Journal, o.id, format_args!("it has {} entries", o.entries)));
        }
    }
}

fn broken(rule: Rule, journal: i64, what: std::fmt::Arguments<'_>) -> Broken {
    Broken { rule, journal, what: what.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHOP: SiteId = SiteId(1);

    fn entry(
        journal: i64,
        kind: &'static str,
        account: Account,
        amount: i64,
        chain: Option<(i64, i64)>,
    ) -> Entry<'static> {
        Entry {
            journal,
            kind,
            site: SHOP,
            period: 202_610,
            origin: 202_610,
            account: Some(account.id()),
            amount,
            chain,
        }
    }

    fn books() -> Vec<Entry<'static>> {
        vec![
            entry(1, "bonus", Account::Promo, -500, None),
            entry(1, "bonus", Account::Available(SHOP), 500, Some((1, 500))),
            entry(2, "hold", Account::Available(SHOP), -200, Some((2, 300))),
            entry(2, "hold", Account::Held(SHOP), 200, Some((1, 200))),
        ]
    }

    fn read(entries: &[Entry<'_>]) -> (Fold, Vec<Broken>) {
        let (mut fold, mut found) = (Fold::default().sealing(""), Vec::new());
        entries.iter().for_each(|e| fold.read(e, &mut found));
        fold.close(&mut found);
        (fold, found)
    }

    #[test]
    fn sound_books_are_sound() {
        let (fold, found) = read(&books());
        assert_eq!(found, []);
        assert_eq!((fold.journals, fold.entries), (2, 4));
        assert_eq!(fold.accounts[&Account::Available(SHOP).id()], Standing { seq: 2, balance: 300 });
        assert_eq!(fold.platform[&(SHOP, Account::Promo.id())], -500);
        assert!(fold.periods.values().all(|sum| *sum == 0));
        assert_eq!((fold.booked.len(), fold.booked.values().sum::<i64>()), (4, 0));
    }

    /// Whatever is changed in whatever entry: it is found, and the seal differs.
    #[test]
    fn any_change_is_found() {
        let (clean, _) = read(&books());
        for i in 0..4 {
            let changes: [fn(&mut Entry<'_>); 5] = [
                |e| e.amount += 1,
                |e| e.account = Some(Account::Breakage.id()),
                |e| e.kind = "expire",
                |e| e.chain = e.chain.map_or(Some((1, 1)), |(s, b)| Some((s, b + 1))),
                |e| e.chain = e.chain.map_or(Some((1, 1)), |(s, b)| Some((s + 1, b))),
            ];
            for (n, change) in changes.iter().enumerate() {
                let mut books = books();
                change(&mut books[i]);
                let (fold, found) = read(&books);
                assert_ne!(fold.seal(), clean.seal(), "change {n} of entry {i}");
                // a chain on an account of the platform says nothing
                let silent = i == 0 && n > 2;
                // one of two entries that changes its kind is read by the kind of the first
                assert!(silent || !found.is_empty() || (n == 2 && i % 2 == 1), "change {n} of entry {i}");
            }
        }
        let (_, found) = read(&books()[..3]);
        assert!(found.iter().any(|b| b.what.contains("1 entries")), "{found:?}");
    }
}
