//! What happened on lines: micro payments and use.

use std::cmp::Ordering;

use super::history::ids;
use super::late::Late;
use super::{Fate, Kind, Known, Prep, Rows, Writing, lines, place, refused};
use crate::domain::line::{Code, Fault, PaymentRow, UsageRow};
use crate::domain::period::Period;
use crate::store::StoreError;
use crate::store::line::bulk::{self, SLICE};

impl Kind for PaymentRow {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.line.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.line, &self.reference, self.kind).cmp(&(&other.line, &other.reference, other.kind))
    }

    /// A payment of a closed month that comes late is billed in the first month that is not closed; one that was billed
    /// in a closed month stays as it is.
    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let codes: Vec<&Code> = rows.iter().map(|r| &r.line).collect();
        let known = lines(w, &codes).await?;
        let there = payments(w, &known).await?;
        let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
        for (r, line) in rows.iter().zip(&known) {
            let Some(line) = line else {
                fates.push(refused("line", Fault::NoLine));
                continue;
            };
            let period = w.billed_in(Period::of(r.at));
            let key = (line.id, r.reference.as_str(), r.kind.word());
            let was = there.binary_search_by(|p| (p.line, p.reference.as_str(), p.kind.as_str()).cmp(&key));
            let fate = match was.ok().map(|at| &there[at]) {
                None => Fate::New,
                Some(p) if (p.at, p.amount) == (r.at.0, r.amount.0) => Fate::Same,
                Some(p) if Period::of_ym(p.period).is_some_and(|p| w.is_closed(p)) => {
                    refused("ref", Fault::ClosedMonth)
                }
                Some(_) => Fate::Changed,
            };
            if matches!(fate, Fate::New | Fate::Changed) {
                put.add(format_args!(
                    r#"{{"l":{},"c":"{}","k":"{}","a":{},"m":{},"p":{}}}"#,
                    line.id,
                    r.reference,
                    r.kind,
                    r.at.0,
                    r.amount.0,
                    period.ym()
                ));
            }
            fates.push(fate);
        }
        put.put(w, bulk::PUT_PAYMENTS).await?;
        Ok(fates)
    }
}

/// A payment on record.
struct Payment {
    line: i64,
    reference: String,
    kind: String,
    at: i64,
    amount: i64,
    period: i64,
}

async fn payments(w: &mut Writing<'_>, known: &[Option<Known>]) -> Result<Vec<Payment>, StoreError> {
    let bad = || StoreError::corrupt("a payment without its form");
    let mut all = Vec::new();
    for slice in ids(known).chunks(SLICE) {
        if !bulk::any(w.tx, bulk::ANY_PAYMENT, slice[0], slice[slice.len() - 1]).await? {
            continue;
        }
        let said = bulk::said_of(w.tx, bulk::PAYMENTS_OF, slice).await?;
        for record in said.split(';').filter(|r| !r.is_empty()) {
            let mut fields = record.split(' ');
            let mut next = || fields.next().ok_or_else(bad);
            let number = |text: &str| text.parse::<i64>().map_err(|_| bad());
            all.push(Payment {
                line: number(next()?)?,
                reference: next()?.to_owned(),
                kind: next()?.to_owned(),
                at: number(next()?)?,
                amount: number(next()?)?,
                period: number(next()?)?,
            });
        }
    }
    all.sort_unstable_by(|a, b| (a.line, &a.reference, &a.kind).cmp(&(b.line, &b.reference, &b.kind)));
    Ok(all)
}

impl Kind for UsageRow {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.line.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        (self.month, &self.line).cmp(&(other.month, &other.line))
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let mut fates = Vec::with_capacity(rows.len());
        // months one after the other, so that the codes of each are in order
        for rows in rows.chunk_by(|a, b| a.month == b.month) {
            fates.extend(of_month(w, rows).await?);
        }
        Ok(fates)
    }
}

async fn of_month(w: &mut Writing<'_>, rows: &[&UsageRow]) -> Result<Vec<Fate>, StoreError> {
    let month = rows[0].month;
    let codes: Vec<&Code> = rows.iter().map(|r| &r.line).collect();
    let known = lines(w, &codes).await?;
    let mut was: Vec<Option<i64>> = vec![None; rows.len()];
    let at: Vec<usize> = (0..rows.len()).filter(|i| known[*i].is_some()).collect();
    let base = bulk::base(w.tx);
    for slice in at.chunks(SLICE) {
        let mut asked = Rows::new();
        for i in slice {
            asked.add(format_args!(r#"{{"m":{},"l":{}}}"#, month.ym(), known[*i].map_or(0, |k| k.id)));
        }
        for asked in asked.slices() {
            let said = bulk::said(w.tx, bulk::USAGE_AS, &asked).await?;
            for record in bulk::numbers::<2>(&said) {
                let [ord, bytes] = record?;
                was[*place(ord, base, slice)?] = Some(bytes);
            }
        }
    }
    let late = if w.is_closed(month) { Some(Late::of(w, month, &ids(&known)).await?) } else { None };
    let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
    for (i, r) in rows.iter().enumerate() {
        if let (Some(late), Some(line)) = (&late, known[i]) {
            fates.push(late.row(w, line, r, was[i]).await?);
            continue;
        }
        let fate = match (known[i], was[i]) {
            (None, _) => refused("line", Fault::NoLine),
            (_, Some(bytes)) if bytes == r.bytes => Fate::Same,
            (_, Some(_)) => Fate::Changed,
            _ => Fate::New,
        };
        if let (Some(line), Fate::New | Fate::Changed) = (known[i], fate) {
            put.add(format_args!(r#"{{"m":{},"l":{},"b":{}}}"#, month.ym(), line.id, r.bytes));
        }
        fates.push(fate);
    }
    put.put(w, bulk::PUT_USAGE).await?;
    Ok(fates)
}
