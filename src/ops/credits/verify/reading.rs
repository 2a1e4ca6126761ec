//! The entries, read once in the order of booking.

use std::collections::BTreeMap;

use super::{PAGE, SOME, Trial};
use crate::domain::id::{JournalId, SiteId};
use crate::domain::ledger::{Broken, Entry, Fold, Kind, Rule};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::verify::{self, EntryRow, Find, Only};
use crate::store::{StoreError, Tx};

use super::{Check, Kept};

/// The entries, read once.
pub(super) struct Reading {
    pub(super) fold: Fold,
    found: Vec<Broken>,
    count: BTreeMap<Rule, u64>,
    /// Where accounts stood is known.
    chained: bool,
    /// Seals that were kept, and what the entries hash to at the same places.
    at: Vec<(i64, String)>,
    /// The journal whose dates were looked at last, with its month and that month's bounds.
    dated: Option<(i64, (i64, Micros, Micros))>,
}

impl Reading {
    pub(super) fn new(known: Option<Kept>, seal: bool, since: i64) -> Self {
        let chained = known.is_some();
        let known = known.unwrap_or_default();
        let platform = known.platform.into_iter().map(|(site, account, sum)| ((SiteId(site), account), sum)).collect();
        let fold = Fold::from(known.accounts, platform);
        let fold = if seal && since == 0 { fold.sealing("") } else { fold };
        Self { fold, found: Vec::new(), count: BTreeMap::new(), chained, at: Vec::new(), dated: None }
    }

    pub(super) async fn entries(&mut self, tx: &mut Tx, since: i64, upto: i64, only: Only) -> Result<(), StoreError> {
        let mut stops: Vec<i64> = verify::seals(tx).await?.into_iter().map(|s| s.journal_id).collect();
        stops.dedup();
        let mut after = since;
        while after < upto {
            let stop = stops.iter().copied().find(|s| *s > after).unwrap_or(upto);
            let end = upto.min(after + PAGE).min(stop);
            for row in verify::entries(tx, after, end, only).await? {
                self.dated(&row);
                self.fold.read(&entry(row), &mut self.found);
                self.trim();
            }
            self.fold.close(&mut self.found);
            if stops.contains(&end)
                && let Some(seal) = self.fold.seal()
            {
                self.at.push((end, seal));
            }
            after = end;
        }
        self.trim();
        Ok(())
    }

    /// What happened in a month is booked there or later; a refund happened when what it gives back did.
    fn dated(&mut self, row: &EntryRow) {
        if self.dated.is_some_and(|(id, _)| id == row.id) {
            return;
        }
        let origin = match self.dated {
            Some((_, (month, start, end))) if month == row.origin_period => Some((start, end)),
            _ => Period::of_ym(row.origin_period).map(|p| (p.start(), p.end())),
        };
        let Some((start, end)) = origin else {
            self.found.push(Broken {
                rule: Rule::Journal,
                journal: row.id,
                what: format!("{} is no month", row.origin_period),
            });
            return;
        };
        self.dated = Some((row.id, (row.origin_period, start, end)));
        let happened = row.kind == Kind::Refund.word() || (start <= row.effective_at && row.effective_at < end);
        if !happened || row.period < row.origin_period {
            let what =
                format!("it happened on {}, not in {}, or is booked before that", row.effective_at, row.origin_period);
            self.found.push(Broken { rule: Rule::Journal, journal: row.id, what });
        }
    }

    fn trim(&mut self) {
        while self.found.len() > SOME {
            if let Some(b) = self.found.pop() {
                *self.count.entry(b.rule).or_default() += 1;
            }
        }
    }

    fn trial(&self, rule: Rule, mut trial: Trial) -> Check {
        for b in self.found.iter().filter(|b| b.rule == rule) {
            trial.against(format_args!("{}: {}", JournalId(b.journal), b.what));
        }
        trial.0.violations += self.count.get(&rule).copied().unwrap_or(0);
        trial.0
    }

    pub(super) async fn checks(&self, tx: &mut Tx, only: Only) -> Result<Vec<Check>, StoreError> {
        let entries = usize::try_from(self.fold.entries).unwrap_or(usize::MAX);
        let journals = usize::try_from(self.fold.journals).unwrap_or(usize::MAX);
        let orphans = verify::found(tx, Find::Orphans, only).await?;
        let one = Trial::new("V1", "each journal is zero in sum, of two entries at least, of its kind's accounts only");
        let one = one.of(journals).all(&orphans, JournalId, "is not there, and has entries");
        let mut checks = vec![self.trial(Rule::Journal, one)];
        if self.chained {
            let two = Trial::new("V2", "each balance in an account's chain is the sum of its entries so far");
            checks.push(self.trial(Rule::Chain, two.of(entries)));
        }
        let mut three = Trial::new("V3", "the entries of every month add up to nothing").of(self.fold.periods.len());
        for (month, sum) in self.fold.periods.iter().filter(|(_, sum)| **sum != 0) {
            three.against(format_args!("{month}: ₩{}", Minor(*sum)));
        }
        checks.push(three.0);
        Ok(checks)
    }

    /// Earlier seals are still what the entries hash to.
    pub(super) async fn seals(&self, tx: &mut Tx) -> Result<Check, StoreError> {
        let kept = verify::seals(tx).await?;
        let mut t = Trial::new("V14", "the entries hash to every seal that was kept of them").of(kept.len());
        for row in kept {
            let now = self.at.iter().find(|(journal, _)| *journal == row.journal_id).map(|(_, seal)| seal);
            if now.is_none_or(|n| Some(n) != row.seal.as_ref()) {
                t.against(format_args!(
                    "the books up to {} are not those that were sealed on {}",
                    JournalId(row.journal_id),
                    row.at
                ));
            }
        }
        Ok(t.0)
    }
}

fn entry(r: EntryRow) -> Entry {
    Entry {
        journal: r.id,
        kind: r.kind,
        site: r.site_id,
        period: r.period,
        origin: r.origin_period,
        account: r.account_id,
        amount: r.amount_minor.unwrap_or(0),
        chain: r.acct_seq.map(|s| (s, r.balance_minor.unwrap_or(0))),
    }
}
