//! The entries, read once in the order of booking.

use std::collections::BTreeMap;

use super::{PAGE, SOME, Tell, Trial};
use crate::domain::id::{JournalId, SiteId};
use crate::domain::ledger::{Broken, Entry, Fold, Kind, Rule};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::store::verify::{self, Booked, EntryLine, JournalLine, Only};
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
    /// The month that was looked at last, and its bounds.
    month: Option<(i64, Micros, Micros)>,
    /// An entry without a journal.
    orphans: Vec<i64>,
}

impl Reading {
    pub(super) fn new(known: Option<Kept>, seal: bool, since: i64) -> Self {
        let chained = known.is_some();
        let known = known.unwrap_or_default();
        let platform = known.platform.into_iter().map(|(site, account, sum)| ((SiteId(site), account), sum)).collect();
        let fold = Fold::from(known.accounts, platform);
        let fold = if seal && since == 0 { fold.sealing("") } else { fold };
        Self {
            fold,
            found: Vec::new(),
            count: BTreeMap::new(),
            chained,
            at: Vec::new(),
            month: None,
            orphans: Vec::new(),
        }
    }

    pub(super) async fn entries(
        &mut self,
        tx: &mut Tx,
        (since, upto): (i64, i64),
        only: Only,
        tell: Tell<'_>,
    ) -> Result<(), StoreError> {
        let mut stops: Vec<i64> = verify::seals(tx).await?.into_iter().map(|s| s.journal_id).collect();
        stops.dedup();
        let end_after = |after: i64| {
            let stop = stops.iter().copied().find(|s| *s > after).unwrap_or(upto);
            upto.min(after + PAGE).min(stop)
        };
        let mut end = end_after(since);
        let mut page = verify::booked(tx, since, end, end == upto, only).await?;
        loop {
            let next = end_after(end);
            // the database packs the next page while this one is read
            let ahead = async {
                if end < upto { verify::booked(tx, end, next, next == upto, only).await } else { Ok(Booked::default()) }
            };
            let here = async { self.page(&page) };
            let (ahead, here) = tokio::join!(ahead, here);
            here?;
            if stops.contains(&end)
                && let Some(seal) = self.fold.seal()
            {
                self.at.push((end, seal));
            }
            tell("journals", (end - since).unsigned_abs(), (upto - since).unsigned_abs());
            if end >= upto {
                return Ok(());
            }
            (page, end) = (ahead?, next);
        }
    }

    /// Reads a page; every journal is in one page with all of its entries.
    fn page(&mut self, page: &Booked) -> Result<(), StoreError> {
        let mut entries = page.entries().peekable();
        for journal in page.journals() {
            let j = journal?;
            self.dated(&j);
            let mut lone = true;
            while let Some(e) = entries.next_if(|e| e.as_ref().map_or(true, |e| e.journal <= j.id)) {
                let e = e?;
                if e.journal == j.id {
                    lone = false;
                    self.fold.read(&entry(&j, Some(e)), &mut self.found);
                } else {
                    self.orphans.push(e.journal);
                }
            }
            if lone {
                self.fold.read(&entry(&j, None), &mut self.found);
            }
            self.trim();
        }
        for e in entries {
            self.orphans.push(e?.journal);
        }
        self.orphans.truncate(1);
        self.fold.close(&mut self.found);
        self.trim();
        Ok(())
    }

    /// What happened in a month is booked there or later; a refund happened when what it gives back did.
    fn dated(&mut self, j: &JournalLine<'_>) {
        let known = self.month.filter(|m| m.0 == j.origin_period);
        let month = known.or_else(|| Period::of_ym(j.origin_period).map(|p| (p.ym(), p.start(), p.end())));
        let Some((_, start, end)) = month else {
            let what = format!("{} is no month", j.origin_period);
            self.found.push(Broken { rule: Rule::Journal, journal: j.id, what });
            return;
        };
        self.month = month;
        let happened = j.kind == Kind::Refund.word() || (start <= j.effective_at && j.effective_at < end);
        if !happened || j.period < j.origin_period {
            let what =
                format!("it happened on {}, not in {}, or is booked before that", j.effective_at, j.origin_period);
            self.found.push(Broken { rule: Rule::Journal, journal: j.id, what });
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

    pub(super) fn checks(&self) -> Vec<Check> {
        let entries = usize::try_from(self.fold.entries).unwrap_or(usize::MAX);
        let journals = usize::try_from(self.fold.journals).unwrap_or(usize::MAX);
        let one = Trial::new("V1", "each journal is zero in sum, of two entries at least, of its kind's accounts only");
        let one = one.of(journals).all(&self.orphans, JournalId, "is not there, and has entries");
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
        checks
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

fn entry<'a>(j: &JournalLine<'a>, e: Option<EntryLine>) -> Entry<'a> {
    Entry {
        journal: j.id,
        kind: j.kind,
        site: j.site,
        period: j.period,
        origin: j.origin_period,
        account: e.map(|e| e.account),
        amount: e.map_or(0, |e| e.amount),
        chain: e.and_then(|e| e.chain),
    }
}
