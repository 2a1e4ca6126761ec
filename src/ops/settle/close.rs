//! The end of a month: nothing changes in it any more.

use super::{JOB, SettleError, Wish, begin, key};
use crate::domain::clock::Clock;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::store::line::bulk;
use crate::store::settle::job;
use crate::store::{Store, Tx, period, retrying};

/// Closes the month, in one transaction, or says everything that is in the way.
pub(super) async fn close(store: &Store, clock: &Clock, wish: Wish) -> Result<(), SettleError> {
    let now = clock.now();
    let blocked = retrying(|| async {
        let mut tx = store.write().await?;
        // nothing is booked into the month from here on, and nothing about lines changes
        period::lock(&mut tx, wish.period).await?;
        period::hold_lines(&mut tx).await?;
        let (draft, why) = blockers(&mut tx, wish, now).await?;
        if !why.is_empty() {
            tx.rollback().await?;
            return Ok(why);
        }
        period::ensure(&mut tx, wish.period.next()).await?;
        if !period::close(&mut tx, wish.period, draft, now).await? {
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

async fn blockers(tx: &mut Tx, wish: Wish, now: Micros) -> crate::store::Result<(i64, Vec<String>)> {
    let mut why = Vec::new();
    let grace = i64::try_from(wish.grace.as_micros()).unwrap_or(i64::MAX);
    let from = Micros(wish.period.end().0.saturating_add(grace));
    if now < from {
        why.push(format!("what is late is taken in until {from}"));
    }
    if let Some(open) = period::open_before(tx, wish.period).await? {
        why.push(format!("{open} is not closed"));
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
    let last = job::executions(tx, instance, 1).await?.pop();
    let made_of = last.filter(|x| x.draft == draft).map(|x| x.fingerprint);
    if made_of != Some(begin::fingerprint(tx, wish.period).await?) {
        why.push(format!("something has changed since draft {draft}"));
    }
    Ok((draft, why))
}
