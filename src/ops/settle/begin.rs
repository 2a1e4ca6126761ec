//! What there is to do: nothing, the rest of what was broken off, or a new draft.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64};

use super::{JOB, Job, SettleError, Wish, key};
use crate::domain::bill::Month;
use crate::domain::clock::Clock;
use crate::domain::period::Period;
use crate::fault::failpoint;
use crate::store::line::bulk;
use crate::store::settle::job::{self, Execution, Partition};
use crate::store::settle::{self, Range};
use crate::store::{Result, Store, Tx, period, retrying};

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
    Work(Work),
}

/// What there is to compute.
pub(super) struct Work {
    pub instance: i64,
    pub fence: i64,
    pub draft: i64,
    pub partitions: Vec<Partition>,
    pub total: i64,
    /// Where lines may have another bill than before.
    pub touched: Touched,
    /// Lines that have no bill because it could not be computed.
    pub was_parked: HashSet<i64>,
}

/// Lines between two ranges that cost less to compute than the statements for a range of its own.
const NEAR: i64 = 64;

/// Ranges of lines, in order and apart.
pub(super) struct Touched(Vec<Range>);

impl Touched {
    /// All lines.
    pub(super) fn all() -> Self {
        Self(vec![Range { lo: 0, hi: i64::MAX }])
    }

    /// Those of ranges, and single ones.
    fn of(ranges: Vec<[i64; 2]>, lines: &[i64]) -> Self {
        let mut ranges: Vec<[i64; 2]> = ranges.into_iter().chain(lines.iter().map(|id| [id - 1, *id])).collect();
        ranges.sort_unstable();
        let mut all: Vec<Range> = Vec::new();
        for [lo, hi] in ranges {
            match all.last_mut() {
                Some(last) if lo <= last.hi.saturating_add(NEAR) => last.hi = last.hi.max(hi),
                _ => all.push(Range { lo, hi }),
            }
        }
        Self(all)
    }

    /// What there is of them behind a line; behind the last one, an empty range at the end.
    pub(super) fn behind(&self, at: i64) -> Range {
        let next = self.0.get(self.0.partition_point(|r| r.hi <= at));
        next.map_or(Range { lo: i64::MAX, hi: i64::MAX }, |r| Range { lo: r.lo.max(at), hi: r.hi })
    }
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
        let was_parked = job::parked_items(&mut tx, instance).await?;
        let touched = touched(&mut tx, instance, row.draft, &x, wish.recompute, &was_parked).await?;
        job::adopt(&mut tx, instance, fence, !resumes).await?;
        let total = settle::line_count(&mut tx).await?;
        plan(&mut tx, instance, fence, total, wish).await?;
        let partitions = job::partitions(&mut tx, instance).await?;
        failpoint!("settle-before-plan-commit");
        tx.commit().await?;
        let was_parked = was_parked.into_iter().collect();
        Ok(Begun::Work(Work { instance, fence, draft, partitions, total, touched, was_parked }))
    })
    .await?)
}

/// Which lines may have another bill than in the last complete draft: what has touched lines since then says which. All of
/// them, where anything else has changed, or not everything said so.
async fn touched(
    tx: &mut Tx,
    instance: i64,
    draft: i64,
    now: &Execution,
    all: bool,
    parked: &[i64],
) -> Result<Touched> {
    let complete = |x: &Execution| matches!(x.state.as_str(), "done" | "parked") && x.draft == draft;
    let before = job::executions(tx, instance, 1000).await?.into_iter().find(complete);
    let span = before.filter(|_| !all).and_then(|x| span(&x.fingerprint, &now.fingerprint));
    let Some((base, now)) = span else { return Ok(Touched::all()) };
    let ranges = bulk::touched(tx, base, now).await?;
    Ok(ranges.map_or_else(Touched::all, |ranges| Touched::of(ranges, parked)))
}

/// The numbers of changes in two fingerprints that differ in nothing else that lines are billed by. Equal ones tell
/// nothing: a run that was to compute everything was broken off.
fn span(before: &str, now: &str) -> Option<(i64, i64)> {
    let parts = |text: &str| -> Option<(i64, [String; 2])> {
        let mut fields = text.splitn(4, ' ');
        let version = fields.next()?.to_owned();
        let n = fields.next()?.parse().ok()?;
        Some((n, [version, fields.nth(1)?.to_owned()]))
    };
    let ((base, a), (now, b)) = (parts(before)?, parts(now)?);
    (a == b && base < now).then_some((base, now))
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
        let rest = Range { lo, hi: last };
        let hi = if part + 1 < parts { settle::line_step(tx, rest, each).await?.unwrap_or(last) } else { last };
        job::add_partition(tx, instance, part, lo, hi, fence).await?;
        failpoint!("settle-part-planned");
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
        touched: Touched::all(),
        was_parked: ids.iter().copied().collect(),
        tell: &|_, _| {},
    };
    Ok(Some((job, ids)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_are_near_are_one() {
        let t = Touched::of(vec![[500, 600], [0, 0], [90, 100], [10, 20]], &[101, 800]);
        let range = |lo, hi| Range { lo, hi };
        assert_eq!(t.0, [range(0, 20), range(90, 101), range(500, 600), range(799, 800)]);
        assert_eq!((t.behind(0), t.behind(20)), (range(0, 20), range(90, 101)));
        assert_eq!((t.behind(550), t.behind(600)), (range(550, 600), range(799, 800)));
        assert_eq!(t.behind(800), range(i64::MAX, i64::MAX));
        assert_eq!(Touched::all().behind(7), range(7, i64::MAX));
    }

    #[test]
    fn only_changes_of_lines_may_lie_between_two_fingerprints() {
        assert_eq!(span("1 5 0 abc", "1 9 7 abc"), Some((5, 9)));
        for (before, now) in [
            ("1 5 0 abc", "1 9 0 abd"),
            ("1 5 0 ", "2 9 0 "),
            ("1 5 0 ", "1 5 0 "),
            ("1 9 0 ", "1 5 0 "),
            ("", "1 5 0 "),
        ] {
            assert_eq!(span(before, now), None, "{before} {now}");
        }
    }
}
