//! Some thousand lines: read, computed, written. The next ones are read while these are written. Lines that nothing has
//! touched since the draft before are only counted: their bills are what they were.

use std::sync::atomic::Ordering;

use sha2::{Digest as _, Sha256};

use super::{Job, SettleError};
use crate::domain::bill::{self, Bill, Fault};
use crate::fault::failpoint;
use crate::store::settle::bill::{BillRow, Change, changed, drop_bills, keep, known};
use crate::store::settle::job::{self, Done, Partition};
use crate::store::settle::{Range, facts, line_step, lines_in};
use crate::store::{Reads, Result, StoreError, Tx, retrying};

/// What is to be written of the lines behind one and up to another.
struct Computed {
    /// The last line of them.
    to: i64,
    /// Lines there are.
    lines: i64,
    /// Those of them that were computed, not known to be as before.
    computed: i64,
    /// Of lines that had none.
    fresh: Vec<BillRow>,
    /// Of lines that had another.
    other: Vec<BillRow>,
    gone: Vec<i64>,
    changes: Vec<Change>,
    parks: Vec<(i64, Fault)>,
    /// Lines that were parked before and are not any more.
    mended: Vec<i64>,
}

impl Computed {
    fn behind(at: i64) -> Self {
        Self {
            to: at,
            lines: 0,
            computed: 0,
            fresh: Vec::new(),
            other: Vec::new(),
            gone: Vec::new(),
            changes: Vec::new(),
            parks: Vec::new(),
            mended: Vec::new(),
        }
    }
}

/// Digest of what a bill says, so that two of them can be compared without reading them.
pub(super) fn digest(code: &str, bill: &Bill) -> i64 {
    let mut h = Sha256::new();
    h.update(code.as_bytes());
    for amount in bill.amounts() {
        h.update(amount.to_be_bytes());
    }
    let hash = h.finalize();
    i64::from_be_bytes([hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]])
}

impl Job<'_> {
    /// Works through a partition from its cursor on.
    pub(super) async fn partition(&self, p: Partition) -> Result<(), SettleError> {
        let mut next = self.next(p, p.cursor).await?;
        let mut at = p.cursor;
        while let Some(now) = next {
            if self.stop.load(Ordering::Relaxed) {
                return Err(SettleError::Stopped { done: self.done.load(Ordering::Relaxed), total: self.total });
            }
            let done = Done {
                part: p.part,
                from: at,
                to: now.to,
                read: now.lines,
                written: (now.fresh.len() + now.other.len()).try_into().unwrap_or(i64::MAX),
                parked: now.parks.len().try_into().unwrap_or(i64::MAX),
            };
            at = now.to;
            let (written, read) = tokio::join!(self.write(&now, done), self.next(p, at));
            if !written? {
                return Err(SettleError::Fenced(self.period));
            }
            failpoint!("settle-chunk-committed");
            next = read?;
            (self.tell)(self.done.fetch_add(now.lines, Ordering::Relaxed) + now.lines, self.total);
            let parked = self.parked.fetch_add(done.parked, Ordering::Relaxed) + done.parked;
            if parked > (self.total / 1000).max(1000) {
                return Err(SettleError::TooManyParked(parked));
            }
        }
        failpoint!("settle-partition-done");
        Ok(())
    }

    /// The next lines of a partition behind `at`: about as many as a transaction is to have are computed, those between
    /// them that nothing has touched are only counted.
    async fn next(&self, p: Partition, at: i64) -> Result<Option<Computed>> {
        if at >= p.hi {
            return Ok(None);
        }
        let mut c = self.store.read().await?;
        let mut out = Computed::behind(at);
        while out.to < p.hi && out.computed < self.chunk {
            let touched = self.touched.behind(out.to);
            let skipped = Range { lo: out.to, hi: touched.lo.min(p.hi) };
            if skipped.lo < skipped.hi {
                out.lines += lines_in(&mut c, skipped).await?;
                out.to = skipped.hi;
                continue;
            }
            let rest = Range { lo: out.to, hi: touched.hi.min(p.hi) };
            let hi = line_step(&mut c, rest, self.chunk - out.computed).await?.unwrap_or(rest.hi);
            self.compute(&mut c, Range { lo: out.to, hi }, &mut out).await?;
        }
        Ok(Some(out))
    }

    /// Reads and computes; nothing is written.
    async fn compute(&self, c: &mut impl Reads, range: Range, out: &mut Computed) -> Result<()> {
        let mut lines = facts(c, self.period, self.month, range).await?;
        let known = known(c, self.period, range).await?;
        out.to = range.hi;
        let n = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        out.lines += n;
        out.computed += n;
        out.fresh.reserve(if known.is_empty() { lines.len() } else { 0 });
        let mut known = known.into_iter().peekable();
        for line in &mut lines {
            while known.next_if(|k| k.line < line.id).is_some() {}
            let before = known.next_if(|k| k.line == line.id);
            let bill = match bill::bill(self.month, &self.prices, &mut line.facts) {
                Ok(bill) => {
                    if self.was_parked.contains(&line.id) {
                        out.mended.push(line.id);
                    }
                    bill
                }
                Err(fault) => {
                    out.parks.push((line.id, fault));
                    None
                }
            };
            let after = bill.map(|bill| BillRow { line: line.id, bill, digest: digest(&line.code, &bill) });
            if before.map(|b| b.digest) == after.map(|a| a.digest) {
                continue;
            }
            let totals = (before.map(|b| b.total), after.map(|a| a.bill.total));
            out.changes.push(Change { line: line.id, before: totals.0, after: totals.1 });
            match (before, after) {
                (None, Some(row)) => out.fresh.push(row),
                (Some(_), Some(row)) => out.other.push(row),
                (_, None) => out.gone.push(line.id),
            }
        }
        Ok(())
    }

    /// Writes what was computed, and the place behind it, together. False where another run has taken over.
    async fn write(&self, c: &Computed, done: Done) -> Result<bool> {
        retrying(|| async {
            let mut tx = self.store.write().await?;
            // the place first: whoever is fenced writes nothing, and nobody else writes these bills
            if !job::advance(&mut tx, self.instance, self.fence, done).await? {
                tx.rollback().await?;
                return Ok(false);
            }
            self.write_bills(&mut tx, c).await?;
            failpoint!("settle-in-chunk");
            tx.commit().await?;
            Ok(true)
        })
        .await
    }

    async fn write_bills(&self, tx: &mut Tx, c: &Computed) -> Result<(), StoreError> {
        keep(tx, self.period, self.draft, &c.fresh, false).await?;
        keep(tx, self.period, self.draft, &c.other, true).await?;
        drop_bills(tx, self.period, &c.gone).await?;
        if self.draft > 1 {
            changed(tx, self.period, self.draft, &c.changes).await?;
        }
        job::unpark(tx, self.instance, &c.mended).await?;
        let parks: Vec<_> = c.parks.iter().map(|(id, fault)| (*id, fault.word(), fault.reason())).collect();
        job::park(tx, self.instance, &parks).await
    }

    /// Computes one line that was parked.
    pub(super) async fn again(&self, id: i64) -> Result<(), SettleError> {
        let mut computed = Computed::behind(id - 1);
        self.compute(&mut self.store.read().await?, Range { lo: id - 1, hi: id }, &mut computed).await?;
        if !computed.parks.is_empty() {
            return Ok(());
        }
        let ours = retrying(|| async {
            let mut tx = self.store.write().await?;
            let ours = job::holds(&mut tx, self.instance, self.fence).await?;
            if ours {
                self.write_bills(&mut tx, &computed).await?;
                tx.commit().await?;
            } else {
                tx.rollback().await?;
            }
            Ok(ours)
        })
        .await?;
        if ours { Ok(()) } else { Err(SettleError::Fenced(self.period)) }
    }
}
