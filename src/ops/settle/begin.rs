//! What there is to do: nothing, the rest of what was broken off, or a new draft.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64};

use super::{JOB, Job, SettleError, Wish, key};
use crate::domain::bill::Month;
use crate::domain::clock::Clock;
use crate::domain::period::Period;
use crate::store::settle::job::{self, Execution, Partition};
use crate::store::{Result, Store, Tx, period, retrying, settle};

/// Lines in a partition, about.
const PART: i64 = 50_000;

/// Partitions at most.
const PARTS: i64 = 64;

/// What there is to do.
pub(super) enum Begun {
    /// Nothing: the month is closed.
    Closed,
    /// Nothing: the last draft was made of the same.
    UpToDate,
    /// These partitions.
    Work { instance: i64, fence: i64, draft: i64, partitions: Vec<Partition>, total: i64 },
}

/// Decides it, in one transaction. The lock is ours: whoever is said to be running is dead.
pub(super) async fn begin(store: &Store, clock: &Clock, wish: Wish) -> Result<Begun, SettleError> {
    Ok(retrying(|| async {
        let mut tx = store.write().await?;
        period::ensure(&mut tx, wish.period).await?;
        let Some(row) = period::get(&mut tx, wish.period).await? else { return Ok(Begun::Closed) };
        if row.state == "closed" {
            tx.rollback().await?;
            return Ok(Begun::Closed);
        }
        let (instance, fence) = job::enter(&mut tx, JOB, &key(wish.period)).await?;
        let fingerprint = fingerprint(&mut tx, wish.period).await?;
        let last = job::executions(&mut tx, instance, 1).await?.pop();
        let ended = |x: &Execution| matches!(x.state.as_str(), "done" | "parked");
        let same = |x: &Execution| x.fingerprint == fingerprint && !wish.recompute;
        if last.as_ref().is_some_and(|x| ended(x) && same(x) && x.draft == row.draft) {
            tx.rollback().await?;
            return Ok(Begun::UpToDate);
        }
        let draft = row.draft + 1;
        let resumes = last.as_ref().is_some_and(|x| !ended(x) && same(x) && x.draft == draft);
        job::abandon(&mut tx, instance, clock.now()).await?;
        let x = execution(clock, fence, draft, fingerprint);
        job::begin(&mut tx, instance, &x).await?;
        if !resumes {
            job::unpark_all(&mut tx, instance).await?;
        }
        job::adopt(&mut tx, instance, fence, !resumes).await?;
        let total = settle::line_count(&mut tx).await?;
        plan(&mut tx, instance, fence, total, wish).await?;
        let partitions = job::partitions(&mut tx, instance).await?;
        tx.commit().await?;
        Ok(Begun::Work { instance, fence, draft, partitions, total })
    })
    .await?)
}

fn execution(clock: &Clock, fence: i64, draft: i64, fingerprint: String) -> Execution {
    let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
    Execution {
        fence,
        draft,
        state: "running".to_owned(),
        owner: format!("{host}, process {}", std::process::id()),
        fingerprint,
        result: None,
        error: None,
        started_at: clock.now(),
        ended_at: None,
    }
}

/// What the bills of a month are made of, as far as it can change.
pub(super) async fn fingerprint(tx: &mut Tx, period: Period) -> Result<String> {
    let (master, (journals, last)) = settle::changes(tx, period).await?;
    let before = period::get(tx, period.previous()).await?;
    let before = before.and_then(|p| p.control_hash).unwrap_or_default();
    Ok(format!("1 {master} {journals}:{last} {before}"))
}

/// Parts the lines; those that are parted already stay as they are, and lines behind them are one part more.
async fn plan(tx: &mut Tx, instance: i64, fence: i64, lines: i64, wish: Wish) -> Result<()> {
    let last = settle::line_last(tx).await?;
    let there = job::partitions(tx, instance).await?;
    let mut lo = there.iter().map(|p| p.hi).max().unwrap_or(0);
    let mut part = there.len().try_into().unwrap_or(i64::MAX);
    let least = i64::try_from(wish.workers).unwrap_or(1).saturating_mul(2).min(PARTS);
    let parts = if part == 0 { (lines / PART).clamp(least, PARTS) } else { 1 };
    let each = (lines / parts).max(wish.chunk);
    while lo < last {
        let rest = settle::Range { lo, hi: last };
        let hi = if part + 1 < parts { settle::line_step(tx, rest, each).await?.unwrap_or(last) } else { last };
        job::add_partition(tx, instance, part, lo, hi, fence).await?;
        (lo, part) = (hi, part + 1);
    }
    Ok(())
}

/// An execution that computes what is parked once more; `None`: nothing is.
pub(super) async fn again<'a>(
    store: &'a Store,
    clock: &Clock,
    wish: Wish,
) -> Result<Option<(Job<'a>, Vec<i64>)>, SettleError> {
    let begun = retrying(|| async {
        let mut tx = store.write().await?;
        let row = period::get(&mut tx, wish.period).await?.filter(|p| p.draft > 0);
        let Some(row) = row else { return Ok(Err(SettleError::NotSettled(wish.period))) };
        if row.state == "closed" {
            return Ok(Err(SettleError::Closed(wish.period)));
        }
        let (instance, fence) = job::enter(&mut tx, JOB, &key(wish.period)).await?;
        let last = job::executions(&mut tx, instance, 1).await?.pop().filter(|x| x.state == "parked");
        let ids: Vec<i64> = job::parked(&mut tx, instance, i64::MAX).await?.iter().map(|p| p.id).collect();
        let Some(last) = last.filter(|_| !ids.is_empty()) else {
            tx.rollback().await?;
            return Ok(Ok(None));
        };
        // the inputs of all other lines are those of the draft before
        let x = execution(clock, fence, row.draft + 1, last.fingerprint);
        job::begin(&mut tx, instance, &x).await?;
        job::adopt(&mut tx, instance, fence, false).await?;
        tx.commit().await?;
        Ok(Ok(Some((instance, fence, x.draft, ids))))
    })
    .await??;
    let Some((instance, fence, draft, ids)) = begun else { return Ok(None) };
    let prices = Arc::new(settle::prices(&mut store.read().await?).await?);
    let job = Job {
        store,
        period: wish.period,
        month: Month::of(wish.period),
        prices,
        instance,
        fence,
        draft,
        chunk: 1,
        total: ids.len().try_into().unwrap_or(i64::MAX),
        done: AtomicI64::new(0),
        parked: AtomicI64::new(0),
        stop: Arc::new(AtomicBool::new(false)),
        tell: &|_, _| {},
    };
    Ok(Some((job, ids)))
}
