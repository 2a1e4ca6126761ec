//! Every bill of a month computed twice, by the formula here and by the database, and held against the one on record.

use std::collections::BTreeMap;

use super::sites::{self, Sites};
use super::{CHUNK, SettleError};
use crate::domain::bill::{self, Bill, Month};
use crate::domain::period::Period;
use crate::ops::credits::statement::Statement;
use crate::store::settle::{self, Range, bill as bills, oracle, prune};
use crate::store::{Store, period, verify as snapshot};

/// A line of which not all three say the same; 1/100 won, `None`: no bill.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Mismatch {
    /// The line.
    pub line: String,
    /// The total on record.
    pub kept_minor: Option<i64>,
    /// The total by the formula.
    pub fold_minor: Option<i64>,
    /// The total by the database.
    pub sql_minor: Option<i64>,
}

/// What came of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Verified {
    /// Lines compared.
    pub lines: i64,
    /// Lines that cannot be computed.
    pub parked: i64,
    /// Lines of which not all say the same.
    pub differ: i64,
    /// The first of them.
    pub examples: Vec<Mismatch>,
    /// Sites of which the draft does not say what the books say now.
    pub sites: Vec<String>,
}

/// Compares all bills of a month in one state of the database; writes nothing.
pub async fn verify(store: &Store, period: Period, tell: &(dyn Fn(i64, i64) + Sync)) -> Result<Verified, SettleError> {
    const SHOWN: usize = 20;
    let mut tx = store.look().await?;
    snapshot::snapshot(&mut tx).await?;
    let row = period::get(&mut tx, period).await?.filter(|p| p.draft > 0).ok_or(SettleError::NotSettled(period))?;
    if let Some(at) = prune::usage_gone(&mut tx, period).await? {
        return Err(SettleError::Gone(period, at));
    }
    let (prices, month) = (settle::prices(&mut tx).await?, Month::of(period));
    let (total, last) = (settle::line_count(&mut tx).await?, settle::line_last(&mut tx).await?);
    let mut out = Verified { lines: 0, parked: 0, differ: 0, examples: Vec::new(), sites: Vec::new() };
    let mut at = 0;
    while let Some(hi) = settle::line_step(&mut tx, Range { lo: at, hi: last }, CHUNK).await? {
        let range = Range { lo: at, hi };
        let kept: BTreeMap<i64, Bill> = bills::page(&mut tx, period, range).await?.into_iter().collect();
        let by_sql: BTreeMap<i64, Bill> =
            oracle::bills_by_sql(&mut tx, period, month, range).await?.into_iter().collect();
        for mut line in settle::facts(&mut tx, period, month, range).await? {
            out.lines += 1;
            let kept = kept.get(&line.id).copied();
            let (fold, sql) = match bill::bill(month, &prices, &mut line.facts) {
                Ok(bill) => (bill, by_sql.get(&line.id).copied()),
                // neither of the two has a bill for it
                Err(_) => {
                    out.parked += 1;
                    (None, None)
                }
            };
            if kept == fold && fold == sql {
                continue;
            }
            out.differ += 1;
            if out.examples.len() < SHOWN {
                let total = |b: Option<Bill>| b.map(|b| b.total);
                let (kept_minor, fold_minor, sql_minor) = (total(kept), total(fold), total(sql));
                out.examples.push(Mismatch { line: line.code.into(), kept_minor, fold_minor, sql_minor });
            }
        }
        at = hi;
        tell(out.lines, total);
    }
    let kept = sites::of_draft(&mut tx, period, row.draft).await?;
    let now = Sites::read(&mut tx, period).await?;
    // a site that came after the draft, and has nothing in it, is no difference
    let came_later = |s: &&Statement| s.is_blank() && kept.iter().all(|k| k.site != s.site);
    out.sites.extend(now.statements().filter(|s| !kept.contains(s) && !came_later(s)).map(|s| s.site.clone()));
    tx.rollback().await?;
    Ok(out)
}
