//! Customers and their lines.

use std::cmp::Ordering;

use zeroize::Zeroizing;

use super::{Fate, Kind, Prep, Rows, Writing, lines, place, refused, texts};
use crate::domain::id::SiteId;
use crate::domain::line::{Code, CustomerRow, Day, Fault, Life, LineRow};
use crate::domain::person::Fields;
use crate::domain::seal::{Context, Ix};
use crate::store::line::bulk::{self, SLICE};
use crate::store::{StoreError, hex};

/// What the record of a customer is bound to.
pub fn context(ix: &Ix) -> Context {
    Context::new("customer", SiteId(0), ix)
}

/// A customer as it is kept.
#[derive(Debug)]
pub struct SealedCustomer {
    code: Code,
    phone_ix: Ix,
    content_ix: Ix,
    sealed: Vec<u8>,
    key_id: i64,
    round_unit: i64,
}

impl Kind for SealedCustomer {
    type Sheet = CustomerRow;

    fn of(sheet: CustomerRow, prep: &mut Prep) -> Self {
        let phone_ix = prep.ring.phone_ix(&sheet.phone);
        let mut canonical = Zeroizing::new(Vec::with_capacity(96));
        let fields = Fields { name: &sheet.name, mobile: sheet.phone, email: &sheet.email, birth_date: None };
        fields.encode_into(&mut canonical);
        let sealed = prep.ring.seal_bytes(&context(&phone_ix), &canonical, &mut prep.rng);
        Self {
            code: sheet.code,
            phone_ix,
            content_ix: prep.ring.content_ix(&canonical),
            sealed,
            key_id: prep.ring.active(),
            round_unit: sheet.round_unit,
        }
    }

    fn group(&self) -> &str {
        self.code.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let mut fates = vec![Fate::New; rows.len()];
        let base = bulk::base(w.tx);
        for (n, slice) in rows.chunks(SLICE).enumerate() {
            let mut asked = Rows::new();
            for r in slice {
                let ix = hex(r.content_ix.as_slice());
                asked.add(format_args!(r#"{{"c":"{}","x":"{ix}","u":{}}}"#, r.code, r.round_unit));
            }
            let numbered: Vec<usize> = (n * SLICE..n * SLICE + slice.len()).collect();
            for asked in asked.slices() {
                let said = bulk::said(w.tx, bulk::CUSTOMERS_AS, &asked).await?;
                for record in bulk::numbers::<3>(&said) {
                    let [ord, _, same] = record?;
                    fates[*place(ord, base, &numbered)?] = if same == 1 { Fate::Same } else { Fate::Changed };
                }
            }
        }
        let mut put = Rows::new();
        for (r, _) in rows.iter().zip(&fates).filter(|(_, f)| **f != Fate::Same) {
            put.add(format_args!(
                r#"{{"c":"{}","p":"{}","x":"{}","s":"{}","k":{},"u":{}}}"#,
                r.code,
                hex(r.phone_ix.as_slice()),
                hex(r.content_ix.as_slice()),
                hex(&r.sealed),
                r.key_id,
                r.round_unit
            ));
        }
        for slice in put.slices() {
            if let Some(open) = w.first_open() {
                bulk::put_at(w.tx, bulk::KEEP_UNITS, &slice, open.ym()).await?;
            }
            bulk::put_at(w.tx, bulk::PUT_CUSTOMERS, &slice, w.now.0).await?;
        }
        Ok(fates)
    }
}

impl Kind for LineRow {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.code.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let codes: Vec<&Code> = rows.iter().map(|r| &r.code).collect();
        let known = lines(w, &codes).await?;
        let customers = customers(w, rows).await?;
        let first_days = first_days(w, &known).await?;
        let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
        for (i, r) in rows.iter().enumerate() {
            let Some(customer) = customers[i] else {
                fates.push(refused("customer", Fault::NoCustomer));
                continue;
            };
            let life = Life::new(r.activated, r.terminated).0;
            let none = crate::domain::line::Days { from: Day(0), to: Day(0) };
            let was = known[i].map_or(none, |k| k.life().0);
            let last = r.terminated.unwrap_or(Day::OPEN);
            let fate = match known[i] {
                Some(k) if (k.customer, k.from, k.last) == (customer, r.activated, last) => Fate::Same,
                _ if was.differ_before(life, w.open_from()) => refused("activated_on", Fault::ClosedMonth),
                Some(k)
                    if first_days
                        .binary_search_by_key(&k.id, |(l, _)| *l)
                        .is_ok_and(|at| first_days[at].1 > r.activated) =>
                {
                    refused("activated_on", Fault::Gap)
                }
                Some(_) => Fate::Changed,
                None => Fate::New,
            };
            if matches!(fate, Fate::New | Fate::Changed) {
                let last = r.terminated.map_or_else(|| "null".to_owned(), |d| d.0.to_string());
                put.add(format_args!(r#"{{"c":"{}","k":{customer},"a":{},"t":{last}}}"#, r.code, r.activated.0));
            }
            fates.push(fate);
        }
        put.put_at(w, bulk::PUT_LINES).await?;
        Ok(fates)
    }
}

async fn customers(w: &mut Writing<'_>, rows: &[&LineRow]) -> Result<Vec<Option<i64>>, StoreError> {
    let mut found = vec![None; rows.len()];
    let base = bulk::base(w.tx);
    for (n, slice) in rows.chunks(SLICE).enumerate() {
        let said = bulk::said(w.tx, bulk::CUSTOMERS, &texts(slice.iter().map(|r| r.customer.as_str()))).await?;
        let numbered: Vec<usize> = (n * SLICE..n * SLICE + slice.len()).collect();
        for record in bulk::numbers::<2>(&said) {
            let [ord, id] = record?;
            found[*place(ord, base, &numbered)?] = Some(id);
        }
    }
    Ok(found)
}

/// The first day that a plan covers, of lines on record that have plans.
async fn first_days(w: &mut Writing<'_>, known: &[Option<super::Known>]) -> Result<Vec<(i64, Day)>, StoreError> {
    let mut first: Vec<(i64, Day)> = Vec::new();
    for record in super::history::existing(w, bulk::ANY_PLAN, bulk::PLANS_OF, known).await? {
        match first.last_mut() {
            Some((line, _)) if *line == record.line => {}
            _ => first.push((record.line, record.days.from)),
        }
    }
    Ok(first)
}
