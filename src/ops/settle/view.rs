//! What is on record of settlements.

use super::detail::{Names, Step, steps};
use super::sites::{self, SiteChange};
use super::{JOB, SettleError, key};
use crate::domain::bill::{self, Bill, Fault, Month};
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::ops::credits::statement::{Statement, statement};
use crate::ops::ledger::LedgerError;
use crate::ops::site;
use crate::store::settle::job::{self, Execution};
use crate::store::settle::{self, Range, adjust, bill as bills, prune};
use crate::store::verify::snapshot;
use crate::store::{Reads, Store, period};

/// Where a settlement stands.
#[derive(Debug, Clone)]
pub struct Status {
    /// The month.
    pub period: Period,
    /// `open`, `draft` or `closed`.
    pub state: String,
    /// The last complete draft; 0: none.
    pub draft: i64,
    /// The last run.
    pub last: Option<Execution>,
    /// Lines done by it.
    pub done: i64,
    /// Of so many.
    pub total: i64,
    /// Lines that are parked.
    pub parked: i64,
}

/// Host and process of the run that has the lock, and how far it is in percent.
pub(super) async fn running(c: &mut impl Reads, period: Period) -> Result<(String, i64), SettleError> {
    let Some(instance) = job::instance(c, JOB, &key(period)).await? else { return Ok((String::from("?"), 0)) };
    let owner = job::executions(c, instance, 1).await?.pop().map_or_else(|| "?".to_owned(), |x| x.owner);
    let done: i64 = job::partitions(c, instance).await?.iter().map(|p| p.read_n).sum();
    let total = settle::line_count(c).await?.max(1);
    Ok((owner, (done * 100 / total).min(100)))
}

/// Where the settlement of a month stands.
pub async fn status(store: &Store, period: Period) -> Result<Status, SettleError> {
    let mut c = store.read().await?;
    let row = period::get(&mut c, period).await?;
    let (state, draft) = row.map_or_else(|| ("open".to_owned(), 0), |p| (p.state, p.draft));
    let total = settle::line_count(&mut c).await?;
    let mut status = Status { period, state, draft, last: None, done: 0, total, parked: 0 };
    if let Some(instance) = job::instance(&mut c, JOB, &key(period)).await? {
        status.last = job::executions(&mut c, instance, 1).await?.pop();
        status.done = job::partitions(&mut c, instance).await?.iter().map(|p| p.read_n).sum();
        status.parked = job::parked_count(&mut c, instance).await?;
    }
    Ok(status)
}

/// All runs of a month, the latest first.
pub async fn history(store: &Store, period: Period) -> Result<Vec<Execution>, SettleError> {
    let mut c = store.read().await?;
    let instance = job::instance(&mut c, JOB, &key(period)).await?.ok_or(SettleError::NotSettled(period))?;
    Ok(job::executions(&mut c, instance, 1000).await?)
}

/// What a draft changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differences {
    /// The draft.
    pub draft: i64,
    /// Bills that are not what they were.
    pub bills: i64,
    /// What they differ by in all, 1/100 won.
    pub difference: i64,
    /// The first of them: line, what it came to, what it comes to (`None`: no bill).
    pub lines: Vec<(String, Option<i64>, Option<i64>)>,
    /// Sites of which it says something else.
    pub sites: Vec<SiteChange>,
}

/// What the last draft of a month changed against the one before it.
pub async fn diff(store: &Store, period: Period, most: i64) -> Result<Differences, SettleError> {
    let mut c = store.read().await?;
    let row = period::get(&mut c, period).await?.filter(|p| p.draft > 0).ok_or(SettleError::NotSettled(period))?;
    let (bills, difference) = bills::diff_sums(&mut c, period, row.draft).await?;
    let lines = bills::diff(&mut c, period, row.draft, most).await?;
    let sites = if row.draft > 1 { sites::changed(&mut c, period, row.draft).await? } else { Vec::new() };
    Ok(Differences { draft: row.draft, bills, difference, lines, sites })
}

/// A line's bill and how it is computed.
#[derive(Debug, Clone)]
pub struct Line {
    /// The line's code.
    pub code: String,
    /// The month has a draft, or is closed.
    pub settled: bool,
    /// The bill on record.
    pub stored: Option<Bill>,
    /// As it is computed of what is on record now, and how.
    pub computed: Result<(Option<Bill>, Vec<Step>), Fault>,
    /// Since when the use of the month is deleted: then nothing is computed, and there are no steps.
    pub gone: Option<Micros>,
}

/// The bill of a line and every step that leads to it.
pub async fn show(store: &Store, period: Period, code: &str) -> Result<Line, SettleError> {
    let mut c = store.read().await?;
    let id = settle::line_id(&mut c, code).await?.ok_or_else(|| SettleError::NoLine(code.to_owned()))?;
    let gone = prune::usage_gone(&mut c, period).await?;
    let (range, month) = (Range { lo: id - 1, hi: id }, Month::of(period));
    let prices = settle::prices(&mut c).await?;
    let line = settle::facts(&mut c, period, month, range).await?.pop();
    let mut facts = line.map(|l| l.facts).ok_or_else(|| SettleError::NoLine(code.to_owned()))?;
    let stored = bills::page(&mut c, period, range).await?.pop().map(|b| b.1);
    let computed = if gone.is_some() {
        Ok((stored, Vec::new()))
    } else {
        let (names, adjusted) = (Names::read(&mut c).await?, adjust::of_range(&mut c, period, range).await?);
        bill::explain(month, &prices, &mut facts)
            .map(|(bill, parts)| (bill, steps(&names, month.to - 1, &parts, &facts.discounts, &adjusted)))
    };
    let settled = period::get(&mut c, period).await?.is_some_and(|row| row.draft > 0);
    Ok(Line { code: code.to_owned(), settled, stored, computed, gone })
}

/// A site's month: as the last draft has it, and as it is computed now.
#[derive(Debug, Clone)]
pub struct SiteMonth {
    /// As kept; `None`: there is no draft, or the site came after it.
    pub kept: Option<Statement>,
    /// By the books as they are.
    pub computed: Statement,
}

/// What a month of a site came to.
pub async fn show_site(store: &Store, period: Period, name: &str) -> Result<SiteMonth, SettleError> {
    let mut tx = store.look().await?;
    snapshot(&mut tx).await?;
    let site = site::get(&mut tx, name).await.map_err(LedgerError::from)?;
    let computed = statement(&mut tx, site.id, &site.name, period).await?;
    let kept = match period::get(&mut tx, period).await? {
        Some(row) if row.draft > 0 => sites::one(&mut tx, period, row.draft, name).await?,
        _ => None,
    };
    tx.rollback().await?;
    Ok(SiteMonth { kept, computed })
}
