//! Plans and services: few, so that all of them are read at once.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Fate, Kind, Prep, Rows, Writing, quoted, refused, texts};
use crate::domain::line::{Day, Fault, PlanRow, VasRow};
use crate::store::line::bulk::{self, PlanVersion, VasVersion};
use crate::store::{Sql, StoreError};

/// The ids of codes; those that are not there are made.
async fn ensure<'a>(
    w: &mut Writing<'_>,
    all: Sql,
    add: Sql,
    codes: impl Iterator<Item = &'a str>,
) -> Result<HashMap<String, i64>, StoreError> {
    let known = ids(w, all).await?;
    let mut fresh: Vec<&str> = codes.filter(|c| !known.contains_key(*c)).collect();
    fresh.dedup();
    if fresh.is_empty() {
        return Ok(known);
    }
    bulk::put(w.tx, add, &texts(fresh.into_iter())).await?;
    ids(w, all).await
}

/// Ids by code.
pub(super) async fn ids(w: &mut Writing<'_>, all: Sql) -> Result<HashMap<String, i64>, StoreError> {
    Ok(bulk::codes(w.tx, all).await?.into_iter().map(|(id, code)| (code, id)).collect())
}

/// What becomes of a version, where `first` is the first day of its kind: a version may not change what a closed month
/// was billed by.
fn fate(w: &Writing<'_>, there: Option<bool>, from: Day, first: Option<Day>) -> Fate {
    let closed = from < w.open_from() && first.is_some();
    match there {
        Some(true) => Fate::Same,
        _ if closed => refused("valid_from", Fault::ClosedMonth),
        Some(false) => Fate::Changed,
        None => Fate::New,
    }
}

impl Kind for PlanRow {
    type Sheet = Self;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.code.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.code, self.valid_from).cmp(&(&other.code, other.valid_from))
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let codes = rows.iter().map(|r| r.code.as_str());
        let ids = ensure(w, bulk::ALL_PLANS, bulk::ADD_PLANS, codes).await?;
        let all: HashMap<(i64, Day), PlanVersion> =
            bulk::plan_versions(w.tx).await?.into_iter().map(|v| ((v.plan_id, v.valid_from), v)).collect();
        let firsts = firsts(all.keys().copied());
        let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
        for r in rows {
            let id = ids.get(r.code.as_str()).copied().unwrap_or_default();
            let there = all.get(&(id, r.valid_from)).map(|v| {
                (v.name.as_str(), v.fee_minor, v.allowance_bytes, v.unit_bytes, v.rate_micro, v.cap_minor)
                    == (&*r.name, r.fee.0, r.allowance, r.unit, r.rate, r.cap.0)
            });
            let fate = fate(w, there, r.valid_from, firsts.get(&id).copied());
            if matches!(fate, Fate::New | Fate::Changed) {
                let allowance = r.allowance.map_or_else(|| "null".to_owned(), |n| n.to_string());
                put.add(format_args!(
                    r#"{{"p":{id},"f":{},"n":{},"m":{},"a":{allowance},"u":{},"r":{},"c":{}}}"#,
                    r.valid_from.0,
                    quoted(&r.name),
                    r.fee.0,
                    r.unit,
                    r.rate,
                    r.cap.0
                ));
            }
            fates.push(fate);
        }
        put.put(w, bulk::PUT_PLAN_VERSIONS).await?;
        Ok(fates)
    }
}

impl Kind for VasRow {
    type Sheet = Self;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.code.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.code, self.valid_from).cmp(&(&other.code, other.valid_from))
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let codes = rows.iter().map(|r| r.code.as_str());
        let ids = ensure(w, bulk::ALL_SERVICES, bulk::ADD_SERVICES, codes).await?;
        let all: HashMap<(i64, Day), VasVersion> =
            bulk::vas_versions(w.tx).await?.into_iter().map(|v| ((v.vas_id, v.valid_from), v)).collect();
        let firsts = firsts(all.keys().copied());
        let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
        for r in rows {
            let id = ids.get(r.code.as_str()).copied().unwrap_or_default();
            let there = all
                .get(&(id, r.valid_from))
                .map(|v| (v.name.as_str(), v.fee_minor, v.proratable) == (&*r.name, r.fee.0, i64::from(r.proratable)));
            let fate = fate(w, there, r.valid_from, firsts.get(&id).copied());
            if matches!(fate, Fate::New | Fate::Changed) {
                put.add(format_args!(
                    r#"{{"p":{id},"f":{},"n":{},"m":{},"y":{}}}"#,
                    r.valid_from.0,
                    quoted(&r.name),
                    r.fee.0,
                    i64::from(r.proratable)
                ));
            }
            fates.push(fate);
        }
        put.put(w, bulk::PUT_SERVICE_VERSIONS).await?;
        Ok(fates)
    }
}

/// The first day of each.
pub(super) fn firsts(versions: impl Iterator<Item = (i64, Day)>) -> HashMap<i64, Day> {
    let mut first = HashMap::new();
    for (id, day) in versions {
        first.entry(id).and_modify(|d: &mut Day| *d = day.min(*d)).or_insert(day);
    }
    first
}
