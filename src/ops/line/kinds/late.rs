//! Use of a month that is closed: its bill stays as it is, and what it would have come to beyond that is put on the
//! first one that is open.

use std::collections::HashMap;

use super::{Fate, Known, Writing, refused};
use crate::domain::bill::{self, Month, Prices};
use crate::domain::line::{Fault, UsageRow};
use crate::domain::period::Period;
use crate::ops::settle::LATE_USE;
use crate::store::settle::adjust::{self, New};
use crate::store::settle::{Range, facts, prices, prune};
use crate::store::{StoreError, period};

/// What is known of a closed month.
pub(super) struct Late {
    month: Period,
    prices: Prices,
    /// By line: bytes that became known since, and the adjustment that says so.
    since: HashMap<i64, (i64, i64)>,
    /// Use of the month was deleted: nothing can be computed any more.
    gone: bool,
}

impl Late {
    pub(super) async fn of(w: &mut Writing<'_>, month: Period, lines: &[i64]) -> Result<Self, StoreError> {
        let since = adjust::late_use(w.tx, month, lines).await?;
        Ok(Self {
            month,
            prices: prices(w.tx).await?,
            since: since.into_iter().map(|(line, bytes, id)| (line, (bytes, id))).collect(),
            gone: prune::usage_gone(w.tx, month).await?.is_some(),
        })
    }

    /// Bills the difference between what is known now and what was known so far.
    pub(super) async fn row(
        &self,
        w: &mut Writing<'_>,
        line: Known,
        row: &UsageRow,
        billed: Option<i64>,
    ) -> Result<Fate, StoreError> {
        let (known, before) = self.since.get(&line.id).copied().unwrap_or((billed.unwrap_or(0), 0));
        if self.gone {
            return Ok(refused("month", Fault::ClosedMonth));
        }
        if known == row.bytes && (before > 0 || billed.is_some()) {
            return Ok(Fate::Same);
        }
        let range = Range { lo: line.id - 1, hi: line.id };
        let mut all = facts(w.tx, self.month, Month::of(self.month), range).await?;
        let Some(mut line) = all.pop() else { return Ok(refused("line", Fault::NoLine)) };
        let mut supply = |used| {
            line.facts.used = used;
            let bill = bill::bill(Month::of(self.month), &self.prices, &mut line.facts);
            bill.map(|b| b.map_or(0, |b| b.supply))
        };
        let (Ok(then), Ok(now)) = (supply(known), supply(row.bytes)) else {
            return Ok(refused("month", Fault::ClosedMonth));
        };
        let billed_in = w.billed_in(self.month);
        period::ensure(w.tx, billed_in).await?;
        let new = New {
            line: line.id,
            period: billed_in,
            origin: self.month,
            amount_minor: now - then,
            reason: &format!("{} 이용량 정산: {known} → {} 바이트", self.month, row.bytes),
            used_bytes: Some(row.bytes),
            key: &format!("{LATE_USE}{}:{}:{before}", self.month.ym(), line.id),
            actor: "line import-usage",
            now: w.now,
        };
        adjust::add(w.tx, new).await?;
        Ok(Fate::New)
    }
}
