//! Some thousand lines: read, computed, written. The next ones are read while these are written.

use std::sync::atomic::Ordering;

use sha2::{Digest as _, Sha256};

use super::{Job, SettleError};
use crate::domain::bill::{self, Bill, Fault};
use crate::fault::failpoint;
use crate::store::settle::bill::{BillRow, Change, changed, drop_bills, keep, known};
use crate::store::settle::job::{self, Done, Partition};
use crate::store::settle::{Range, facts, line_step};
use crate::store::{Result, StoreError, Tx, retrying};

/// What is to be written of a range.
struct Computed {
    range: Range,
    read: i64,
    bills: Vec<BillRow>,
    gone: Vec<i64>,
    changes: Vec<Change>,
    parks: Vec<(i64, Fault)>,
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
                to: now.range.hi,
                read: now.read,
                written: now.bills.len().try_into().unwrap_or(i64::MAX),
                parked: now.parks.len().try_into().unwrap_or(i64::MAX),
            };
            at = now.range.hi;
            let (written, read) = tokio::join!(self.write(&now, Some(done)), self.next(p, at));
            if !written? {
                return Err(SettleError::Fenced(self.period));
            }
            failpoint!("settle-chunk-committed");
            next = read?;
            (self.tell)(self.done.fetch_add(now.read, Ordering::Relaxed) + now.read, self.total);
            let parked = self.parked.fetch_add(done.parked, Ordering::Relaxed) + done.parked;
            if parked > (self.total / 1000).max(1000) {
                return Err(SettleError::TooManyParked(parked));
            }
        }
        Ok(())
    }

    /// The next lines of a partition behind `at`.
    async fn next(&self, p: Partition, at: i64) -> Result<Option<Computed>, SettleError> {
        if at >= p.hi {
            return Ok(None);
        }
        let rest = Range { lo: at, hi: p.hi };
        let hi = line_step(&mut self.store.read().await?, rest, self.chunk).await?.unwrap_or(p.hi);
        Ok(Some(self.compute(Range { lo: at, hi }).await?))
    }

    /// Reads and computes; nothing is written.
    async fn compute(&self, range: Range) -> Result<Computed> {
        let mut c = self.store.read().await?;
        let mut lines = facts(&mut c, self.period, self.month, range).await?;
        let known = known(&mut c, self.period, range).await?;
        let mut out = Computed {
            range,
            read: lines.len().try_into().unwrap_or(i64::MAX),
            bills: Vec::with_capacity(lines.len()),
            gone: Vec::new(),
            changes: Vec::new(),
            parks: Vec::new(),
        };
        let mut known = known.into_iter().peekable();
        for line in &mut lines {
            while known.next_if(|k| k.line < line.id).is_some() {}
            let before = known.next_if(|k| k.line == line.id);
            let bill = match bill::bill(self.month, &self.prices, &mut line.facts) {
                Ok(bill) => bill,
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
            match after {
                Some(row) => out.bills.push(row),
                None => out.gone.push(line.id),
            }
        }
        Ok(out)
    }

    /// Writes what was computed, and the place behind it, together. False where another run has taken over.
    async fn write(&self, c: &Computed, done: Option<Done>) -> Result<bool> {
        retrying(|| async {
            let mut tx = self.store.write().await?;
            self.write_bills(&mut tx, c).await?;
            failpoint!("settle-before-cursor");
            if let Some(done) = done
                && !job::advance(&mut tx, self.instance, self.fence, done).await?
            {
                tx.rollback().await?;
                return Ok(false);
            }
            tx.commit().await?;
            Ok(true)
        })
        .await
    }

    async fn write_bills(&self, tx: &mut Tx, c: &Computed) -> Result<(), StoreError> {
        keep(tx, self.period, self.draft, &c.bills).await?;
        drop_bills(tx, self.period, &c.gone).await?;
        if self.draft > 1 {
            changed(tx, self.period, self.draft, &c.changes).await?;
        }
        let parks: Vec<_> = c.parks.iter().map(|(id, fault)| (*id, fault.word(), fault.reason())).collect();
        job::park(tx, self.instance, &parks).await
    }

    /// Computes one line that was parked.
    pub(super) async fn again(&self, id: i64) -> Result<(), SettleError> {
        let computed = self.compute(Range { lo: id - 1, hi: id }).await?;
        if computed.parks.is_empty() {
            retrying(|| async {
                let mut tx = self.store.write().await?;
                self.write_bills(&mut tx, &computed).await?;
                job::unpark(&mut tx, self.instance, &[id]).await?;
                tx.commit().await
            })
            .await?;
        }
        Ok(())
    }
}
