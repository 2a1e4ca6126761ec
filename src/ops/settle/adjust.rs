//! Corrections: what is wrong in a closed month is put right in the first one that is open.

use super::SettleError;
use crate::domain::bill::MOST;
use crate::domain::clock::Clock;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::store::line::bulk;
use crate::store::settle::adjust::{self as rows, AdjustmentRow, New};
use crate::store::{Store, period, retrying, settle};

/// What begins the keys that are made for late use.
pub const LATE_USE: &str = "late-use:";

/// What an operator asks for.
#[derive(Debug, Clone)]
pub struct Adjustment {
    /// Which line.
    pub line: String,
    /// How much, before tax: whole won; negative gives something back.
    pub amount: Minor,
    /// Why; it stands on the bill.
    pub reason: String,
    /// The month that it is about; `None`: the present one.
    pub month: Option<Period>,
    /// It is done once for this.
    pub key: String,
    /// Who.
    pub actor: String,
    /// Do it, and take it back.
    pub rehearse: bool,
}

/// A correction as it stands on a bill.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Adjusted {
    /// Number of the document: month, line, and its place.
    pub number: String,
    /// Which line.
    pub line: String,
    /// The month that it is about.
    pub month: Period,
    /// The month whose bill has it.
    pub billed_in: Period,
    /// How much, before tax.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// It was done once for this.
    pub key: String,
    /// It had been done before.
    #[serde(skip)]
    pub repeated: bool,
}

/// Number of the document about a month of a line.
pub fn number(month: Period, line: &str, place: i64) -> String {
    format!("{}-{line}-A{place}", month.ym())
}

/// Puts a correction on the bill of the month that it is about, or of the first one after it that is not closed; once for
/// its key.
pub async fn adjust(store: &Store, clock: &Clock, a: &Adjustment) -> Result<Adjusted, SettleError> {
    let (won, most) = (a.amount.0 % 100 == 0, a.amount.0.unsigned_abs() <= MOST.unsigned_abs());
    if a.amount == Minor::ZERO || !won || !most {
        return Err(SettleError::Amount(a.amount));
    }
    let present = Period::of(clock.now());
    if let Some(ahead) = a.month.filter(|m| *m > present) {
        return Err(SettleError::Ahead(ahead));
    }
    let (origin, now) = (a.month.unwrap_or(present), clock.now());
    retrying(|| async {
        let mut tx = store.write().await?;
        bulk::hold(&mut tx).await?;
        if let Some(there) = rows::by_key(&mut tx, &a.key).await? {
            let about = a.month.is_none_or(|m| m == there.origin_period);
            let same = about && there.line == a.line && there.amount_minor == a.amount.0 && there.reason == a.reason;
            let answer = if same { Ok(shown(there, true)) } else { Err(SettleError::KeyTaken(a.key.clone())) };
            tx.rollback().await?;
            return Ok(answer);
        }
        let Some(line) = settle::line_id(&mut tx, &a.line).await? else {
            return Ok(Err(SettleError::NoLine(a.line.clone())));
        };
        let open = bulk::first_open(&mut tx).await?;
        let billed_in = open.map_or(origin, |open| origin.max(open));
        period::ensure(&mut tx, billed_in).await?;
        let new = New {
            line,
            period: billed_in,
            origin,
            amount_minor: a.amount.0,
            reason: &a.reason,
            used_bytes: None,
            key: &a.key,
            actor: &a.actor,
            now,
        };
        rows::add(&mut tx, new).await?;
        bulk::touches(&mut tx, &serde_json::json!([a.line]).to_string()).await?;
        let there = rows::by_key(&mut tx, &a.key).await?;
        let there = there.ok_or_else(|| crate::store::StoreError::corrupt("an adjustment that is not there"))?;
        tx.finish(a.rehearse).await?;
        Ok(Ok(shown(there, false)))
    })
    .await?
}

fn shown(row: AdjustmentRow, repeated: bool) -> Adjusted {
    Adjusted {
        number: number(row.origin_period, &row.line, row.place),
        line: row.line,
        month: row.origin_period,
        billed_in: row.period,
        amount_minor: row.amount_minor,
        reason: row.reason,
        key: row.key,
        repeated,
    }
}
