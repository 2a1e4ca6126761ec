//! The monthly settlement of lines: one bill each, a draft that can be made anew until the month is closed.
//!
//! It is a job in parts: each chunk of lines and the place behind it are committed together, so that a run that was
//! killed goes on where it was. Whoever has the lock is the only one; a run that lost it is fenced by its number.

mod adjust;
mod begin;
mod chunk;
mod close;
pub mod detail;
mod preview;
pub mod reconcile;
mod rollover;
pub mod sites;
mod verify;
mod view;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::domain::bill::{Month, Prices};
use crate::domain::clock::Clock;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::ops::credits::statement::Statement;
use crate::ops::ledger::LedgerError;
use crate::store::settle::job::{self, Parked, Partition};
use crate::store::settle::{self, bill};
use crate::store::{Lock, Reads, Store, StoreError, hex, period, retrying};

use begin::{Begun, Touched, Work};
use sites::Sites;

pub use adjust::{Adjusted, Adjustment, LATE_USE, adjust, number};
pub use preview::preview;
pub use rollover::{Pruned, Rolled, rollover};
pub use sites::SiteChange;
pub use verify::{Mismatch, Verified, verify};
pub use view::{Differences, Line, SiteMonth, Status, diff, history, show, show_site, status};

const JOB: &str = "settle";

/// Lines in a transaction.
pub const CHUNK: i64 = 5000;

/// What is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// The month.
    pub period: Period,
    /// Make a draft even where nothing has changed.
    pub recompute: bool,
    /// Close the month.
    pub close: bool,
    /// How long after its end a month stays open for what is late.
    pub grace: Duration,
    /// Wait for another run to end.
    pub wait: bool,
    /// Parts that are worked on at the same time.
    pub workers: usize,
    /// Lines in a transaction.
    pub chunk: i64,
}

/// What a month's bills come to.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Report {
    /// The month.
    pub month: Period,
    /// `open`, `draft` or `closed`.
    pub state: String,
    /// The number of the draft.
    pub draft: i64,
    /// Sums over all bills.
    #[serde(flatten)]
    pub sums: bill::Sums,
    /// Lines without a bill because it cannot be computed.
    pub parked: i64,
    /// What the figures come to: the same whatever they were computed by.
    pub control_hash: Option<String>,
    /// Lines that an interrupted run had done before.
    #[serde(skip)]
    pub resumed: i64,
    /// Nothing had changed: nothing was computed.
    #[serde(skip)]
    pub up_to_date: bool,
    /// The first of those that are parked.
    #[serde(skip)]
    pub parks: Vec<Parked>,
    /// What it says of each site.
    pub sites: Vec<Statement>,
    /// How long it took, seconds.
    pub elapsed_s: f64,
}

/// Why a month was not settled.
#[derive(Debug, thiserror::Error)]
pub enum SettleError {
    /// It goes on.
    #[error("{0} is not over")]
    NotOver(Period),
    /// Never settled.
    #[error("{0} has not been settled")]
    NotSettled(Period),
    /// Nothing changes in it any more.
    #[error("{0} is closed")]
    Closed(Period),
    /// What keeps it from being closed.
    #[error("{period} cannot be closed yet")]
    Blocked {
        /// The month.
        period: Period,
        /// Each reason.
        why: Vec<String>,
    },
    /// Another run has the lock.
    #[error("{period} is being settled by {owner}, {percent} % done")]
    Busy {
        /// The month.
        period: Period,
        /// Host and process.
        owner: String,
        /// How far it is.
        percent: i64,
    },
    /// Another run has taken over.
    #[error("another run has taken over the settlement of {0}")]
    Fenced(Period),
    /// Asked to stop.
    #[error("stopped with {done} of {total} lines done")]
    Stopped {
        /// So many.
        done: i64,
        /// Of so many.
        total: i64,
    },
    /// Something is wrong with all of them.
    #[error("{0} lines cannot be computed: that is no matter of single lines")]
    TooManyParked(i64),
    /// Lines came while it ran.
    #[error("lines were added while {0} was settled")]
    Moved(Period),
    /// The terms of a site's statement do not lead from what it had to what it has.
    #[error("the statement of site `{0}` does not add up")]
    Unsound(String),
    /// The books of sites.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// It is not closed.
    #[error("{0} is not closed")]
    StillOpen(Period),
    /// It has not begun.
    #[error("{0} has not begun")]
    Ahead(Period),
    /// No amount for a bill.
    #[error("a bill is corrected by whole won, not zero, and not more than ten million: not by {0}")]
    Amount(Minor),
    /// The key is taken by another request.
    #[error("the key `{0}` was used for another request")]
    KeyTaken(String),
    /// Use of the month was deleted.
    #[error("the use of {0} was deleted on {1}: its bills cannot be computed any more")]
    Gone(Period, Micros),
    /// A provider's file.
    #[error("the file cannot be compared")]
    File(#[from] reconcile::FileError),
    /// It cannot be told which provider is meant.
    #[error("it cannot be told which provider is meant")]
    WhichProvider,
    /// What was accepted is not there.
    #[error("there is no difference `{what}`, but {there}")]
    NoDifference {
        /// What was accepted.
        what: String,
        /// So many are.
        there: i64,
    },
    /// No such line.
    #[error("there is no line `{0}`")]
    NoLine(String),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A run that has begun.
struct Job<'a> {
    store: &'a Store,
    period: Period,
    month: Month,
    prices: Arc<Prices>,
    instance: i64,
    fence: i64,
    draft: i64,
    chunk: i64,
    total: i64,
    done: AtomicI64,
    parked: AtomicI64,
    touched: Touched,
    was_parked: HashSet<i64>,
    stop: Arc<AtomicBool>,
    tell: &'a (dyn Fn(i64, i64) + Sync),
}

/// Settles a month, or goes on where a run was broken off. `tell` hears how many lines of how many are done.
pub async fn run(
    store: &Store,
    clock: &Clock,
    wish: Wish,
    stop: Arc<AtomicBool>,
    tell: &(dyn Fn(i64, i64) + Sync),
) -> Result<Report, SettleError> {
    let begun_at = clock.since_boot();
    if clock.now() < wish.period.end() {
        return Err(SettleError::NotOver(wish.period));
    }
    let _lock = lock(store, wish.period, wish.wait).await?;
    let mut report = match begin::begin(store, clock, wish).await? {
        Begun::Closed => {
            let mut report = report(store, wish.period).await?;
            report.up_to_date = true;
            if wish.recompute {
                return Err(SettleError::Closed(wish.period));
            }
            return Ok(report);
        }
        Begun::UpToDate => Report { up_to_date: true, ..report(store, wish.period).await? },
        Begun::Work(Work { instance, fence, draft, partitions, total, touched, was_parked }) => {
            let prices = Arc::new(settle::prices(&mut store.read().await?).await?);
            let done: i64 = partitions.iter().map(|p| p.read_n).sum();
            let job = Job {
                store,
                period: wish.period,
                month: Month::of(wish.period),
                prices,
                instance,
                fence,
                draft,
                chunk: wish.chunk.max(1),
                total,
                done: AtomicI64::new(done),
                parked: AtomicI64::new(partitions.iter().map(|p| p.park_n).sum()),
                touched,
                was_parked,
                stop,
                tell,
            };
            failpoint!("settle-planned");
            if let Err(e) = job.lines(partitions, wish.workers).await {
                job.failed(clock, &e).await?;
                return Err(e);
            }
            job.totals(clock).await?;
            Report { resumed: done, ..report(store, wish.period).await? }
        }
    };
    if wish.close {
        close::close(store, clock, wish).await?;
        report = Report { resumed: report.resumed, ..self::report(store, wish.period).await? };
    }
    report.elapsed_s = seconds(begun_at, clock);
    Ok(report)
}

/// Computes the lines that are parked once more, and makes a draft of what came out.
pub async fn retry_parked(store: &Store, clock: &Clock, wish: Wish) -> Result<Report, SettleError> {
    let begun_at = clock.since_boot();
    let _lock = lock(store, wish.period, wish.wait).await?;
    if let Some((job, ids)) = begin::again(store, clock, wish).await? {
        for id in ids {
            job.again(id).await?;
        }
        job.totals(clock).await?;
    }
    Ok(Report { elapsed_s: seconds(begun_at, clock), ..report(store, wish.period).await? })
}

#[expect(clippy::cast_precision_loss, reason = "a duration for people")]
fn seconds(since: crate::domain::time::Micros, clock: &Clock) -> f64 {
    (clock.since_boot().0 - since.0) as f64 / 1e6
}

async fn lock(store: &Store, period: Period, wait: bool) -> Result<Lock, SettleError> {
    let name = format!("settle-{}", period.ym());
    loop {
        if let Some(lock) = store.try_lock(&name).await? {
            return Ok(lock);
        }
        if !wait {
            let (owner, percent) = view::running(&mut store.read().await?, period).await?;
            return Err(SettleError::Busy { period, owner, percent });
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

impl Job<'_> {
    async fn lines(&self, partitions: Vec<Partition>, workers: usize) -> Result<(), SettleError> {
        use futures_util::{TryStreamExt as _, stream};
        (self.tell)(self.done.load(Ordering::Relaxed), self.total);
        stream::iter(partitions.into_iter().filter(|p| p.cursor < p.hi).map(Ok))
            .try_for_each_concurrent(workers.max(1), |p| self.partition(p))
            .await?;
        let count = settle::line_count(&mut self.store.read().await?).await?;
        let read: i64 =
            job::partitions(&mut self.store.read().await?, self.instance).await?.iter().map(|p| p.read_n).sum();
        // each line was read exactly once, and none was forgotten
        if count == read { Ok(()) } else { Err(SettleError::Moved(self.period)) }
    }

    /// Adds everything up, and makes the draft that of the month.
    async fn totals(&self, clock: &Clock) -> Result<(), SettleError> {
        let sites = Sites::compute(self.store, self.period).await?;
        failpoint!("settle-before-totals");
        let ended = retrying(|| async {
            let mut tx = self.store.write().await?;
            let sums = bill::sums(&mut tx, self.period).await?;
            let parked = job::parked_count(&mut tx, self.instance).await?;
            let state = if parked == 0 { "done" } else { "parked" };
            let result = serde_json::to_string(&sums).map_err(StoreError::corrupt)?;
            let said = (Some(result.as_str()), None);
            let hash = control_hash(self.period, &sums, sites.statements(), &[])?;
            let ours = job::end(&mut tx, self.instance, self.fence, state, said, clock.now()).await?
                && period::drafted(&mut tx, self.period, self.draft, &hash).await?;
            if ours {
                sites.keep(&mut tx, self.period, self.draft).await?;
                failpoint!("settle-in-totals");
                tx.commit().await?;
            } else {
                tx.rollback().await?;
            }
            Ok(ours)
        })
        .await?;
        if ended { Ok(()) } else { Err(SettleError::Fenced(self.period)) }
    }

    async fn failed(&self, clock: &Clock, why: &SettleError) -> Result<(), SettleError> {
        let why = why.to_string();
        retrying(|| async {
            let mut tx = self.store.write().await?;
            job::end(&mut tx, self.instance, self.fence, "failed", (None, Some(&why)), clock.now()).await?;
            tx.commit().await
        })
        .await?;
        Ok(())
    }
}

/// What the figures of a month come to. Neither the order nor the engine that computed them matters.
fn control_hash<'a>(
    period: Period,
    s: &bill::Sums,
    sites: impl Iterator<Item = &'a Statement>,
    differences: &[reconcile::Difference],
) -> Result<String, StoreError> {
    let mut text = format!(
        "{period} {} {} {} {} {} {} {} {} {}",
        s.bills,
        s.supply_minor,
        s.vat_minor,
        s.micro_minor,
        s.carry_minor,
        s.round_minor,
        s.total_minor,
        s.digests.0,
        s.digests.1
    );
    for site in sites {
        text.push('\n');
        text.push_str(&serde_json::to_string(site).map_err(StoreError::corrupt)?);
    }
    for d in differences.iter().filter(|d| d.accepted.is_some()) {
        text.push('\n');
        text.push_str(&serde_json::to_string(d).map_err(StoreError::corrupt)?);
    }
    Ok(hex(&Sha256::digest(text.as_bytes())))
}

/// What a closed month's figures come to, with what was accepted, as its control hash says.
pub(crate) async fn closed_hash(c: &mut impl Reads, row: &period::PeriodRow) -> Result<String, StoreError> {
    let sums = bill::sums(c, row.ym).await?;
    let statements = sites::of_draft(c, row.ym, row.draft).await?;
    let compared = reconcile::kept(c, row.ym).await?;
    control_hash(row.ym, &sums, statements.iter(), &compared.differences)
}

/// What is on record of a month.
pub async fn report(store: &Store, period: Period) -> Result<Report, SettleError> {
    let mut c = store.read().await?;
    let row = period::get(&mut c, period).await?.filter(|p| p.draft > 0).ok_or(SettleError::NotSettled(period))?;
    let (parked, parks) = parks(&mut c, period).await?;
    Ok(Report {
        month: period,
        state: row.state,
        draft: row.draft,
        sums: bill::sums(&mut c, period).await?,
        sites: sites::of_draft(&mut c, period, row.draft).await?,
        parked,
        control_hash: row.control_hash,
        resumed: 0,
        up_to_date: false,
        parks,
        elapsed_s: 0.0,
    })
}

async fn parks(c: &mut impl Reads, period: Period) -> Result<(i64, Vec<Parked>), SettleError> {
    const SHOWN: i64 = 20;
    let Some(instance) = job::instance(c, JOB, &key(period)).await? else { return Ok((0, Vec::new())) };
    Ok((job::parked_count(c, instance).await?, job::parked(c, instance, SHOWN).await?))
}

fn key(period: Period) -> String {
    period.ym().to_string()
}
