//! After a month was closed: the next one is made ready, and what is no longer needed of old ones is deleted.

use super::SettleError;
use super::sites::of_draft;
use crate::domain::clock::Clock;
use crate::domain::period::Period;
use crate::store::settle::prune::{self, What};
use crate::store::{Store, journal, period, retrying, site};

/// Rows in a transaction.
const CHUNK: i64 = 20_000;

/// What was deleted of a month.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Pruned {
    /// Which.
    pub month: Period,
    /// `usage` or `draft-changes`.
    pub what: &'static str,
    /// Rows.
    pub rows: i64,
    /// What they came to: bytes, or 1/100 won.
    pub sum: i64,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rolled {
    /// The month that is over.
    pub month: Period,
    /// The one that follows.
    pub next: Period,
    /// Its state.
    pub next_state: String,
    /// Sites, and what they have to begin it with.
    pub sites: usize,
    /// In 1/100 won.
    pub opening_minor: i64,
    /// Bills that leave something for it.
    pub carried: i64,
    /// So much.
    pub carried_minor: i64,
    /// What was deleted.
    pub pruned: Vec<Pruned>,
}

/// Makes the month behind a closed one ready, and deletes what closed months before the last `keep` of them no longer
/// need: never bills, journals, adjustments or payments. Does the same again where it was broken off, and nothing where
/// it was done.
pub async fn rollover(
    store: &Store,
    clock: &Clock,
    month: Period,
    keep: u32,
    rehearse: bool,
) -> Result<Rolled, SettleError> {
    let row = period::get(&mut store.read().await?, month).await?.ok_or(SettleError::NotSettled(month))?;
    if row.state != "closed" {
        return Err(SettleError::StillOpen(month));
    }
    let next = month.next();
    retrying(|| async {
        let mut tx = store.write().await?;
        period::ensure(&mut tx, next).await?;
        tx.finish(rehearse).await
    })
    .await?;
    let mut c = store.read().await?;
    let next_state = period::get(&mut c, next).await?.map_or_else(|| "open".to_owned(), |p| p.state);
    let statements = of_draft(&mut c, month, row.draft).await?;
    // what a month ended with is what the next begins with, by the entries themselves
    for s in &statements {
        let Some(site) = site::by_name(&mut c, &s.site).await? else { continue };
        if journal::closing(&mut c, site.id, month).await?.0 != s.closing_minor {
            return Err(SettleError::Unsound(s.site.clone()));
        }
    }
    let (carried, carried_minor) = prune::left_over(&mut c, month).await?;
    let first_kept = (1..keep).fold(month, |m, _| m.previous());
    let months = prune::months(&mut c, first_kept).await?;
    drop(c);
    let mut pruned = Vec::new();
    for old in months {
        for what in [What::Usage, What::Changes] {
            let (rows, sum) = prune_all(store, clock, what, old, rehearse).await?;
            if rows > 0 {
                pruned.push(Pruned { month: old, what: what.word(), rows, sum });
            }
        }
    }
    Ok(Rolled {
        month,
        next,
        next_state,
        sites: statements.len(),
        opening_minor: statements.iter().map(|s| s.closing_minor).sum(),
        carried,
        carried_minor,
        pruned,
    })
}

async fn prune_all(
    store: &Store,
    clock: &Clock,
    what: What,
    month: Period,
    rehearse: bool,
) -> Result<(i64, i64), SettleError> {
    let mut all = (0, 0);
    let mut rehearsal = if rehearse { Some(store.write().await?) } else { None };
    loop {
        let some = match &mut rehearsal {
            Some(tx) => prune::some(tx, what, month, CHUNK, clock.now()).await?,
            None => {
                retrying(|| async {
                    let mut tx = store.write().await?;
                    let some = prune::some(&mut tx, what, month, CHUNK, clock.now()).await?;
                    tx.commit().await?;
                    Ok(some)
                })
                .await?
            }
        };
        if some.0 == 0 {
            break;
        }
        all = (all.0 + some.0, all.1 + some.1);
    }
    if let Some(tx) = rehearsal {
        tx.rollback().await?;
    }
    Ok(all)
}
