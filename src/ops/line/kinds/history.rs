//! What a line is subscribed to, day by day: plans without a gap, services and discounts without an overlap.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ops::Range;

use super::{Fate, Kind, Known, Prep, Rows, Writing, catalog, lines, refused};
use crate::domain::line::{Code, Day, Days, DiscountRow, Fault, HistoryRow, VasRowOfLine, apart, seamless};
use crate::store::line::bulk::{self, SLICE};
use crate::store::{Sql, StoreError};

/// A row on record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Existing {
    pub line: i64,
    pub item: i64,
    pub days: Days,
    pub seq: i64,
}

/// What is on record of lines that are in the order of their codes, by line and day.
pub(super) async fn existing(
    w: &mut Writing<'_>,
    any: Sql,
    of: Sql,
    known: &[Option<Known>],
) -> Result<Vec<Existing>, StoreError> {
    let mut all = Vec::new();
    for slice in ids(known).chunks(SLICE) {
        if !bulk::any(w.tx, any, slice[0], slice[slice.len() - 1]).await? {
            continue;
        }
        let said = bulk::said_of(w.tx, of, slice).await?;
        for record in bulk::numbers::<5>(&said) {
            let [line, item, from, seq, to] = record?;
            all.push(Existing { line, item, days: Days { from: Day(from), to: Day(to) }, seq });
        }
    }
    all.sort_unstable_by_key(|e| (e.line, e.days.from, e.seq));
    Ok(all)
}

/// Each id once, in order.
pub(super) fn ids(known: &[Option<Known>]) -> Vec<i64> {
    let mut ids: Vec<i64> = known.iter().flatten().map(|k| k.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Rows of `sorted` that belong to a line.
fn of_line<T>(sorted: &[T], id: i64, line: impl Fn(&T) -> i64) -> &[T] {
    let from = sorted.partition_point(|t| line(t) < id);
    let len = sorted[from..].partition_point(|t| line(t) == id);
    &sorted[from..from + len]
}

/// Runs of rows with the same line.
fn groups<'a>(codes: &'a [&'a Code]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let code = codes.get(from)?;
        let len = codes[from..].iter().take_while(|c| *c == code).count();
        from += len;
        Some(from - len..from)
    })
}

/// One row in a history as it would be.
#[derive(Clone, Copy)]
struct Entry {
    days: Days,
    seq: i64,
    item: i64,
    /// The row of the file that it comes from.
    row: Option<usize>,
}

/// Whether a change from `was` to `is` touches days of the line's life before `end`.
fn touches(life: Days, was: Option<(i64, Days)>, is: (i64, Days), end: Day) -> bool {
    let within = |d: Days| Days { from: d.from.max(life.from), to: d.to.min(life.to) };
    let none = Days { from: life.from, to: life.from };
    match was {
        Some((item, days)) if item == is.0 => within(days).differ_before(within(is.1), end),
        Some((_, days)) => within(days).differ_before(none, end) || within(is.1).differ_before(none, end),
        None => within(is.1).differ_before(none, end),
    }
}

/// The rows of one line against what is on record of it.
fn settle(
    rows: &[&HistoryRow],
    items: &HashMap<String, i64>,
    firsts: &HashMap<i64, Day>,
    there: &[Existing],
    known: Known,
    open_from: Day,
    whole: bool,
) -> (Vec<Fate>, Vec<Entry>) {
    let (column, missing) = if whole { ("plan", Fault::NoPlan) } else { ("vas", Fault::NoVas) };
    let mut all: Vec<Entry> =
        there.iter().map(|e| Entry { days: e.days, seq: e.seq, item: e.item, row: None }).collect();
    let mut fates = vec![Fate::Same; rows.len()];
    for (i, r) in rows.iter().enumerate() {
        let Some(item) =
            items.get(r.item.as_str()).copied().filter(|id| firsts.get(id).is_some_and(|f| *f <= r.days.from))
        else {
            fates[i] = refused(column, missing);
            continue;
        };
        let at = all.iter().position(|e| {
            let same_item = e.item == item;
            let alike = e.days.is_empty() == r.days.is_empty() && (same_item || !r.days.is_empty());
            e.days.from == r.days.from && if whole { alike } else { same_item }
        });
        match at {
            Some(at) if all[at].item == item && all[at].days == r.days => {}
            Some(at) => {
                let is = (item, r.days);
                let closed = touches(known.life().0, Some((all[at].item, all[at].days)), is, open_from);
                fates[i] = if closed { refused("from_day", Fault::ClosedMonth) } else { Fate::Changed };
                all[at] = Entry { days: r.days, item, row: Some(i), ..all[at] };
            }
            None => {
                let closed = touches(known.life().0, None, (item, r.days), open_from);
                fates[i] = if closed { refused("from_day", Fault::ClosedMonth) } else { Fate::New };
                let same_day = all.iter().filter(|e| e.days.from == r.days.from && (whole || e.item == item));
                let seq = same_day.map(|e| e.seq + 1).max().unwrap_or(0);
                all.push(Entry { days: r.days, seq, item, row: Some(i) });
            }
        }
    }
    // a plan's rows stand or fall together: half of them would be another history
    if whole {
        all.sort_by_key(|e| (e.days.from, e.seq));
        let verdict = fates.iter().find(|f| matches!(f, Fate::Refused(_))).copied();
        let verdict = verdict.or_else(|| {
            let broken = seamless(known.life(), all.iter().map(|e| e.days)).err();
            broken.map(|(at, fault)| {
                let overlap_of_old = fault == Fault::Overlap && all[at].row.is_none();
                refused(if overlap_of_old { "to_day" } else { "from_day" }, fault)
            })
        });
        if let Some(verdict) = verdict.filter(|_| fates.iter().any(|f| *f != Fate::Same)) {
            fates.iter_mut().filter(|f| matches!(f, Fate::New | Fate::Changed)).for_each(|f| *f = verdict);
            return (fates, Vec::new());
        }
    } else {
        all.sort_by_key(|e| (e.item, e.days.from));
        for of_item in all.chunk_by(|a, b| a.item == b.item) {
            if apart(of_item.iter().map(|e| e.days)).is_err() {
                for i in of_item.iter().filter_map(|e| e.row) {
                    fates[i] = refused("from_day", Fault::Overlap);
                }
            }
        }
    }
    let good = |e: &Entry| e.row.is_some_and(|i| matches!(fates[i], Fate::New | Fate::Changed));
    let put = all.into_iter().filter(good).collect();
    (fates, put)
}

/// Rows of plans (`whole`: without a gap) or of services.
async fn write(w: &mut Writing<'_>, rows: &[&HistoryRow], whole: bool) -> Result<Vec<Fate>, StoreError> {
    let (any, of, sql) = if whole {
        (bulk::ANY_PLAN, bulk::PLANS_OF, bulk::PUT_PLANS)
    } else {
        (bulk::ANY_VAS, bulk::SERVICES_OF, bulk::PUT_SERVICES)
    };
    let (items, firsts) = if whole {
        let versions = bulk::plan_versions(w.tx).await?;
        (catalog::ids(w, bulk::ALL_PLANS).await?, catalog::firsts(versions.iter().map(|v| (v.plan_id, v.valid_from))))
    } else {
        let versions = bulk::vas_versions(w.tx).await?;
        (catalog::ids(w, bulk::ALL_SERVICES).await?, catalog::firsts(versions.iter().map(|v| (v.vas_id, v.valid_from))))
    };
    let codes: Vec<&Code> = rows.iter().map(|r| &r.line).collect();
    let known = lines(w, &codes).await?;
    let there = existing(w, any, of, &known).await?;
    let (mut fates, mut put) = (Vec::with_capacity(rows.len()), Rows::new());
    for range in groups(&codes) {
        let Some(line) = known[range.start] else {
            fates.extend(range.map(|_| refused("line", Fault::NoLine)));
            continue;
        };
        let there = of_line(&there, line.id, |e| e.line);
        let (settled, entries) = settle(&rows[range], &items, &firsts, there, line, w.open_from(), whole);
        fates.extend(settled);
        for e in entries {
            put.add(format_args!(
                r#"{{"l":{},"f":{},"s":{},"p":{},"t":{}}}"#,
                line.id, e.days.from.0, e.seq, e.item, e.days.to.0
            ));
        }
    }
    put.put(w, sql).await?;
    Ok(fates)
}

impl Kind for HistoryRow {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.line.as_str()
    }

    /// Rows without a day are kept beside the one that counts.
    fn order(&self, other: &Self) -> Ordering {
        let key = |r: &Self| (r.days.from, !r.days.is_empty());
        self.line
            .cmp(&other.line)
            .then(key(self).cmp(&key(other)))
            .then_with(|| if self.days.is_empty() { self.item.cmp(&other.item) } else { Ordering::Equal })
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        write(w, rows, true).await
    }
}

impl Kind for VasRowOfLine {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.0.line.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        let key = |r: &HistoryRow| r.days.from;
        let (a, b) = (&self.0, &other.0);
        (&a.line, &a.item, key(a)).cmp(&(&b.line, &b.item, key(b)))
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let rows: Vec<&HistoryRow> = rows.iter().map(|r| &r.0).collect();
        write(w, &rows, false).await
    }
}

impl Kind for DiscountRow {
    type Sheet = Self;
    const OF_LINE: bool = true;

    fn of(sheet: Self, _: &mut Prep) -> Self {
        sheet
    }

    fn group(&self) -> &str {
        self.line.as_str()
    }

    fn order(&self, other: &Self) -> Ordering {
        (&self.line, &self.code, self.days.from).cmp(&(&other.line, &other.code, other.days.from))
    }

    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError> {
        let codes: Vec<&Code> = rows.iter().map(|r| &r.line).collect();
        let known = lines(w, &codes).await?;
        let there = discounts(w, &known).await?;
        let open_from = w.open_from();
        let (mut fates, mut put) = (vec![Fate::Same; rows.len()], Rows::new());
        for range in groups(&codes) {
            let Some(line) = known[range.start] else {
                fates[range].fill(refused("line", Fault::NoLine));
                continue;
            };
            let there = of_line(&there, line.id, |d| d.line);
            let mut at = range.start;
            for of_code in rows[range].chunk_by(|a, b| a.code == b.code) {
                let slots = &mut fates[at..at + of_code.len()];
                at += of_code.len();
                settle_discounts(of_code, there, line.life().0, open_from, slots);
                for (r, _) in of_code.iter().zip(slots).filter(|(_, f)| matches!(f, Fate::New | Fate::Changed)) {
                    put.add(format_args!(
                        r#"{{"l":{},"c":"{}","f":{},"t":{},"g":"{}","k":"{}","v":{},"p":{},"y":{}}}"#,
                        line.id,
                        r.code,
                        r.days.from.0,
                        r.days.to.0,
                        r.target,
                        r.kind,
                        r.value,
                        r.priority,
                        i64::from(r.proratable)
                    ));
                }
            }
        }
        put.put(w, bulk::PUT_DISCOUNTS).await?;
        Ok(fates)
    }
}

/// A discount on record.
struct Discount {
    line: i64,
    code: String,
    days: Days,
    /// Target, kind, value, priority, proratable, as the statement says them.
    rest: String,
}

async fn discounts(w: &mut Writing<'_>, known: &[Option<Known>]) -> Result<Vec<Discount>, StoreError> {
    let bad = || StoreError::corrupt("a discount without its form");
    let mut all = Vec::new();
    for slice in ids(known).chunks(SLICE) {
        if !bulk::any(w.tx, bulk::ANY_DISCOUNT, slice[0], slice[slice.len() - 1]).await? {
            continue;
        }
        let said = bulk::said_of(w.tx, bulk::DISCOUNTS_OF, slice).await?;
        for record in said.split(';').filter(|r| !r.is_empty()) {
            let mut fields = record.splitn(5, ' ');
            let mut next = || fields.next().ok_or_else(bad);
            let number = |text: &str| text.parse::<i64>().map_err(|_| bad());
            let (line, code) = (number(next()?)?, next()?.to_owned());
            let days = Days { from: Day(number(next()?)?), to: Day(number(next()?)?) };
            all.push(Discount { line, code, days, rest: next()?.to_owned() });
        }
    }
    all.sort_unstable_by_key(|d| (d.line, d.days.from));
    Ok(all)
}

/// Rows of one discount of one line against what is on record of the line.
fn settle_discounts(rows: &[&DiscountRow], there: &[Discount], life: Days, open_from: Day, fates: &mut [Fate]) {
    let code = rows[0].code.as_str();
    let mut all: Vec<Days> = rows.iter().map(|r| r.days).collect();
    all.extend(
        there.iter().filter(|d| d.code == code && rows.iter().all(|r| r.days.from != d.days.from)).map(|d| d.days),
    );
    all.sort_unstable();
    let overlap = apart(all).is_err();
    for (r, fate) in rows.iter().zip(fates) {
        let rest = format!("{} {} {} {} {}", r.target, r.kind, r.value, r.priority, i64::from(r.proratable));
        let was = there.iter().find(|d| d.code == code && d.days.from == r.days.from);
        // other content is another discount: its days are touched as a whole
        let before = was.map(|d| (i64::from(d.rest != rest), d.days));
        *fate = match was {
            Some(d) if d.days == r.days && d.rest == rest => Fate::Same,
            _ if overlap => refused("from_day", Fault::Overlap),
            _ if touches(life, before, (0, r.days), open_from) => refused("from_day", Fault::ClosedMonth),
            Some(_) => Fate::Changed,
            None => Fate::New,
        };
    }
}
