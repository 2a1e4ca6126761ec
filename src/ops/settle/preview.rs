//! What a month would come to: everything is computed, nothing is written.

use super::sites::Sites;
use super::{CHUNK, Report, SettleError, control_hash, seconds};
use crate::domain::bill::{self, Month};
use crate::domain::clock::Clock;
use crate::domain::period::Period;
use crate::store::settle::bill::Sums;
use crate::store::settle::job::Parked;
use crate::store::settle::{self, Range};
use crate::store::{Store, verify};

/// Computes all bills of a month, which need not be over, from one state of the database.
pub async fn preview(
    store: &Store,
    clock: &Clock,
    period: Period,
    tell: &(dyn Fn(i64, i64) + Sync),
) -> Result<Report, SettleError> {
    const SHOWN: usize = 20;
    let begun_at = clock.since_boot();
    let mut tx = store.look().await?;
    verify::snapshot(&mut tx).await?;
    let (prices, month) = (settle::prices(&mut tx).await?, Month::of(period));
    let (total, last) = (settle::line_count(&mut tx).await?, settle::line_last(&mut tx).await?);
    let (mut at, mut done, mut sums, mut parks, mut parked) = (0, 0, Sums::default(), Vec::new(), 0);
    while let Some(hi) = settle::line_step(&mut tx, Range { lo: at, hi: last }, CHUNK).await? {
        for mut line in settle::facts(&mut tx, period, month, Range { lo: at, hi }).await? {
            done += 1;
            match bill::bill(month, &prices, &mut line.facts) {
                Ok(None) => {}
                Ok(Some(bill)) => sums.add(&bill, super::chunk::digest(&line.code, &bill)),
                Err(fault) => {
                    parked += 1;
                    if parks.len() < SHOWN {
                        let (code, detail) = (fault.word().to_owned(), fault.reason().to_owned());
                        parks.push(Parked { id: line.id, line: line.code.into(), code, detail });
                    }
                }
            }
        }
        at = hi;
        tell(done, total);
    }
    let sites = Sites::read(&mut tx, period).await?;
    tx.rollback().await?;
    Ok(Report {
        month: period,
        state: "preview".to_owned(),
        draft: 0,
        sums,
        parked,
        control_hash: Some(control_hash(period, &sums, sites.statements(), &[])?),
        sites: sites.statements().cloned().collect(),
        resumed: 0,
        up_to_date: false,
        parks,
        elapsed_s: seconds(begun_at, clock),
    })
}
