//! The end of a month: nothing changes in it any more.

use super::reconcile::{self, Reconciled};
use super::{JOB, SettleError, Wish, begin, control_hash, key, sites};
use crate::domain::clock::Clock;
use crate::domain::money::Minor;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::ops::credits::verify;
use crate::store::line::bulk;
use crate::store::settle::job;
use crate::store::settle::{self, bill};
use crate::store::{Result, Store, Tx, period, retrying};

/// The promises of the books without which no month is closed.
const PROMISES: [&str; 5] = ["V1", "V2", "V3", "V4", "V5"];

/// Closes the month, in one transaction, or says everything that is in the way.
pub(super) async fn close(store: &Store, clock: &Clock, wish: Wish) -> std::result::Result<(), SettleError> {
    let now = clock.now();
    // this reads much, so nothing is held meanwhile; what comes after it makes the draft an old one
    let broken = broken(store, clock, wish).await?;
    let blocked = retrying(|| async {
        let mut tx = store.write().await?;
        // nothing about lines changes from here on, and nothing is booked into the month
        period::hold_lines(&mut tx).await?;
        period::lock(&mut tx, wish.period).await?;
        let compared = reconcile::kept(&mut tx, wish.period).await?;
        let (draft, mut why) = blockers(&mut tx, wish, now, clock.ahead_us()).await?;
        why.extend(broken.iter().cloned());
        why.extend(unexplained(&compared));
        let hash = recount(&mut tx, wish, &compared, &mut why).await?;
        if !why.is_empty() {
            tx.rollback().await?;
            return Ok(why);
        }
        period::ensure(&mut tx, wish.period.next()).await?;
        if !period::close(&mut tx, wish.period, draft, now, &hash).await? {
            tx.rollback().await?;
            return Ok(vec!["another run has made a draft in the meantime".to_owned()]);
        }
        // the next month's bills are all made anew
        bulk::forget_changes(&mut tx).await?;
        failpoint!("settle-before-close");
        tx.commit().await?;
        failpoint!("settle-closed");
        Ok(Vec::new())
    })
    .await?;
    if blocked.is_empty() { Ok(()) } else { Err(SettleError::Blocked { period: wish.period, why: blocked }) }
}

/// Promises of the books that do not hold.
async fn broken(store: &Store, clock: &Clock, wish: Wish) -> std::result::Result<Vec<String>, SettleError> {
    let scope = verify::Scope { hold_ttl: wish.grace, ..verify::Scope::default() };
    let proof = verify::run(store, clock, scope, &|_, _, _| ()).await?;
    let bad = proof.checks.into_iter().filter(|c| PROMISES.contains(&c.id) && c.violations > 0);
    Ok(bad.map(|c| format!("the books: {} {}", c.id, c.counterexample.unwrap_or_else(|| c.claim.to_owned()))).collect())
}

/// Differences to what providers say that nobody has accepted.
fn unexplained(r: &Reconciled) -> impl Iterator<Item = String> + '_ {
    r.open().map(|d| {
        let won = Minor(d.amount_minor);
        format!("{} says otherwise: {}:{}:{} ({won} won)", d.provider, d.kind, d.channel, d.count)
    })
}

/// Adds everything up once more: what is on record is what the draft came to. The hash that the month is closed with
/// also says what was accepted.
async fn recount(tx: &mut Tx, wish: Wish, compared: &Reconciled, why: &mut Vec<String>) -> Result<String> {
    let Some(row) = period::get(tx, wish.period).await?.filter(|p| p.draft > 0) else { return Ok(String::new()) };
    let sums = bill::sums(tx, wish.period).await?;
    let statements = sites::of_draft(tx, wish.period, row.draft).await?;
    if row.control_hash.as_ref() != Some(&control_hash(wish.period, &sums, statements.iter(), &[])?) {
        why.push(format!("bills or statements on record are not those of draft {}", row.draft));
    }
    control_hash(wish.period, &sums, statements.iter(), &compared.differences)
}

async fn blockers(tx: &mut Tx, wish: Wish, now: Micros, ahead_us: i64) -> Result<(i64, Vec<String>)> {
    let mut why = Vec::new();
    let grace = i64::try_from(wish.grace.as_micros()).unwrap_or(i64::MAX);
    let from = Micros(wish.period.end().0.saturating_add(grace));
    if now < from {
        why.push(format!("what is late is taken in until {from}"));
    }
    if let Some(open) = period::open_before(tx, wish.period).await? {
        why.push(format!("{open} is not closed"));
    } else if let Some(open) = period::billable_before(tx, wish.period).await? {
        why.push(format!("{open} is not closed, and lines have payments or use in it"));
    }
    // what it carries out has nowhere to go
    if let Some(closed) = period::closed_after(tx, wish.period).await? {
        why.push(format!("{closed}, behind it, is closed"));
    }
    // calls are dated by the wall
    let end = Micros(wish.period.end().0.saturating_sub(ahead_us));
    let (messages, campaigns) = settle::awaited(tx, end).await?;
    if messages > 0 {
        why.push(format!("{messages} messages of {campaigns} campaigns, handed over before its end, have no result"));
    }
    let row = period::get(tx, wish.period).await?;
    let draft = row.map_or(0, |p| p.draft);
    let Some(instance) = job::instance(tx, JOB, &key(wish.period)).await? else {
        why.push("there is no draft".to_owned());
        return Ok((draft, why));
    };
    let parked = job::parked_count(tx, instance).await?;
    if parked > 0 {
        why.push(format!("{parked} lines are parked"));
    }
    let parts = job::partitions(tx, instance).await?;
    let undone = parts.iter().filter(|p| p.cursor < p.hi).count();
    if undone > 0 {
        why.push(format!("{undone} of {} parts of the lines are not done", parts.len()));
    }
    let last = job::executions(tx, instance, 1).await?.pop();
    let made_of = last.filter(|x| x.draft == draft && matches!(x.state.as_str(), "done" | "parked"));
    match made_of.map(|x| x.fingerprint) {
        None => why.push("the last run was broken off".to_owned()),
        Some(f) if f != begin::fingerprint(tx, wish.period).await? => {
            why.push(format!("something has changed since draft {draft}"));
        }
        Some(_) => {}
    }
    Ok((draft, why))
}
