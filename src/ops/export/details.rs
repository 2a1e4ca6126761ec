//! How each bill was computed, as rows of a table and on papers.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::{Bill, ExportError, quoted, won};
use crate::domain::bill::{self, Month, Prices};
use crate::domain::period::Period;
use crate::ops::settle::detail::{Names, Step, steps};
use crate::store::settle::{self, Range, adjust};
use crate::store::{Reads, StoreError};

/// The header of details.csv.
pub(super) const HEAD: &str =
    "line,item,code,name,from_day,to_day,days,base,rate_bp,used_bytes,included_bytes,units,amount\n";

/// Computes bills once more, to tell how.
pub(super) struct Explainer {
    month: Period,
    prices: Prices,
    names: Names,
}

impl Explainer {
    pub(super) async fn of(c: &mut impl Reads, month: Period) -> Result<Self, StoreError> {
        Ok(Self { month, prices: settle::prices(c).await?, names: Names::read(c).await? })
    }

    /// The steps of all bills of a range, by line.
    pub(super) async fn range(
        &self,
        c: &mut impl Reads,
        range: Range,
    ) -> Result<HashMap<i64, (bill::Bill, Vec<Step>)>, StoreError> {
        let days = Month::of(self.month);
        let adjusted = adjust::of_range(c, self.month, range).await?;
        let mut all = HashMap::new();
        for mut line in settle::facts(c, self.month, days, range).await? {
            let Ok((Some(bill), parts)) = bill::explain(days, &self.prices, &mut line.facts) else { continue };
            let first = adjusted.partition_point(|a| a.line_id < line.id);
            let own = adjusted[first..].partition_point(|a| a.line_id == line.id);
            let adjusted = &adjusted[first..first + own];
            all.insert(line.id, (bill, steps(&self.names, days.to - 1, &parts, &line.facts.discounts, adjusted)));
        }
        Ok(all)
    }
}

/// The steps of a bill, if they lead to what is on record.
pub(super) fn of_bill(
    all: &mut HashMap<i64, (bill::Bill, Vec<Step>)>,
    id: i64,
    kept: &Bill,
) -> Result<Vec<Step>, ExportError> {
    match all.remove(&id) {
        Some((bill, steps)) if bill.amounts() == kept.amounts => Ok(steps),
        _ => Err(ExportError::Changed(kept.line.clone())),
    }
}

/// Rows of details.csv: each step, then what is beside the tax base. Together they come to the total less what is carried
/// out.
pub(super) fn rows(kept: &Bill, steps: &[Step], out: &mut String) {
    let [.., vat, micro, carry_in, round, _, _] = kept.amounts;
    for s in steps {
        let (line, code, name) = (quoted(&kept.line), quoted(&s.code), quoted(&s.name));
        // writing to memory does not fail
        let _ = write!(out, "{line},{},{code},{name},", s.what);
        for day in [s.from, s.to] {
            let _ = day.map_or(Ok(()), |d| write!(out, "{d}"));
            out.push(',');
        }
        let _ = s.days.map_or(Ok(()), |d| write!(out, "{d}"));
        out.push(',');
        if let Some(base) = s.base_minor {
            won(base, out);
        }
        for n in [s.rate_bp, s.used_bytes, s.included_bytes, s.units] {
            out.push(',');
            let _ = n.map_or(Ok(()), |n| write!(out, "{n}"));
        }
        out.push(',');
        won(s.amount_minor, out);
        out.push('\n');
    }
    for (item, amount) in [("vat", vat), ("micro", micro), ("carry_in", carry_in), ("round", round)] {
        if amount != 0 {
            let _ = write!(out, "{},{item},,,,,,,,,,,", quoted(&kept.line));
            won(amount, out);
            out.push('\n');
        }
    }
}
