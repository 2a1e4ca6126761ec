//! What each kind of row means for what is on record: new, changed, the same, or refused and why.

mod catalog;
mod facts;
mod history;
mod late;
mod people;

use std::cmp::Ordering;

use rand::rngs::StdRng;

use crate::domain::line::{Code, Day, Fault, Refusal, Sheet};
use crate::domain::period::Period;
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::store::line::bulk::{self, SLICE};
use crate::store::{StoreError, Tx};

pub use people::{SealedCustomer, context};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was not there.
    New,
    /// It was there with other content.
    Changed,
    /// It was there.
    Same,
    /// It stays out.
    Refused(Refusal),
}

/// What rows are made with, on the side that reads.
#[derive(Debug)]
pub struct Prep {
    /// Seals personal data.
    pub ring: KeyRing,
    /// Makes IVs.
    pub rng: StdRng,
}

/// The transaction that rows are written in, which holds the lines.
#[derive(Debug)]
pub struct Writing<'a> {
    /// The transaction.
    pub tx: &'a mut Tx,
    /// The time.
    pub now: Micros,
    /// The first month that is not closed, where one is.
    first_open: Option<Period>,
}

impl<'a> Writing<'a> {
    /// Holds the lines.
    pub async fn begin(tx: &'a mut Tx, now: Micros) -> Result<Self, StoreError> {
        bulk::hold(tx).await?;
        let first_open = bulk::first_open(tx).await?;
        Ok(Self { tx, now, first_open })
    }

    /// The first month that is not closed, where one is.
    pub const fn first_open(&self) -> Option<Period> {
        self.first_open
    }

    /// The first day that may still change.
    pub fn open_from(&self) -> Day {
        self.first_open.map_or(Day(i64::MIN), |p| Day::from(p.first_day()))
    }

    /// The month that something of `month` is billed in.
    pub fn billed_in(&self, month: Period) -> Period {
        self.first_open.map_or(month, |open| month.max(open))
    }

    /// The month is closed.
    pub fn is_closed(&self, month: Period) -> bool {
        self.first_open.is_some_and(|open| month < open)
    }
}

/// A kind of row and its rules.
pub(super) trait Kind: Sized + Send + 'static {
    /// The file it comes from.
    type Sheet: Sheet;

    /// Its group is the line that it belongs to, and no bill but that line's depends on it.
    const OF_LINE: bool = false;

    /// Makes it of a row of the file.
    fn of(sheet: Self::Sheet, prep: &mut Prep) -> Self;

    /// Rows of a group that stand together are written together.
    fn group(&self) -> &str;

    /// The order in which rows are written. Of equal ones only the last counts.
    fn order(&self, other: &Self) -> Ordering;

    /// Writes rows in their order, none of which equals another; says what became of each.
    async fn write(w: &mut Writing<'_>, rows: &[&Self]) -> Result<Vec<Fate>, StoreError>;
}

/// Rows of one transaction up to which it is noted which lines they touch. With more it may be all of them.
const NOTED: usize = 1000;

/// Writes rows in a transaction that holds the lines from here on, as [`Kind::write`] does.
pub(super) async fn write<K: Kind>(tx: &mut Tx, now: Micros, rows: &[&K]) -> Result<Vec<Fate>, StoreError> {
    let fates = K::write(&mut Writing::begin(tx, now).await?, rows).await?;
    let written = |f: &Fate| matches!(f, Fate::New | Fate::Changed);
    let n = fates.iter().filter(|f| written(f)).count();
    if n == 0 || (K::OF_LINE && n <= NOTED) {
        let mut codes: Vec<&str> =
            rows.iter().zip(&fates).filter(|(_, f)| written(f)).map(|(r, _)| r.group()).collect();
        codes.sort_unstable();
        codes.dedup();
        bulk::touches(tx, &texts(codes.into_iter())).await?;
    }
    Ok(fates)
}

/// A line on record.
#[derive(Debug, Clone, Copy)]
struct Known {
    id: i64,
    customer: i64,
    from: Day,
    /// Its last day, or [`Day::OPEN`].
    last: Day,
}

impl Known {
    fn life(self) -> crate::domain::line::Life {
        crate::domain::line::Life::new(self.from, self.last.closed())
    }
}

/// The lines of those codes, which are in order: equal ones stand side by side and are asked for once.
async fn lines(w: &mut Writing<'_>, codes: &[&Code]) -> Result<Vec<Option<Known>>, StoreError> {
    let mut firsts: Vec<usize> = Vec::with_capacity(codes.len());
    for (i, code) in codes.iter().enumerate() {
        if i == 0 || codes[i - 1] != *code {
            firsts.push(i);
        }
    }
    let mut found: Vec<Option<Known>> = vec![None; codes.len()];
    let base = bulk::base(w.tx);
    for slice in firsts.chunks(SLICE) {
        let asked = texts(slice.iter().map(|i| codes[*i].as_str()));
        let said = bulk::said(w.tx, bulk::LINES, &asked).await?;
        for record in bulk::numbers::<5>(&said) {
            let [ord, id, customer, from, last] = record?;
            let known = Known { id, customer, from: Day(from), last: Day(last) };
            let mut i = *place(ord, base, slice)?;
            let code = codes[i];
            while i < codes.len() && codes[i] == code {
                found[i] = Some(known);
                i += 1;
            }
        }
    }
    Ok(found)
}

/// The element that the engine means with a place.
fn place<T>(ord: i64, base: i64, slice: &[T]) -> Result<&T, StoreError> {
    let at = usize::try_from(ord - base).ok().and_then(|i| slice.get(i));
    at.ok_or_else(|| StoreError::corrupt("a row that nobody asked for"))
}

/// A JSON array of codes, which have no character that JSON escapes.
pub(super) fn texts<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut json = String::from("[");
    for code in codes {
        if json.len() > 1 {
            json.push(',');
        }
        json.push('"');
        json.push_str(code);
        json.push('"');
    }
    json.push(']');
    json
}

/// Rows as JSON, a slice at a time.
struct Rows {
    json: String,
    len: usize,
    slices: Vec<String>,
}

impl Rows {
    fn new() -> Self {
        Self { json: String::from("["), len: 0, slices: Vec::new() }
    }

    fn add(&mut self, object: std::fmt::Arguments<'_>) {
        use std::fmt::Write as _;
        if self.len == SLICE {
            self.cut();
        }
        if self.len > 0 {
            self.json.push(',');
        }
        // writing to memory does not fail
        let _ = self.json.write_fmt(object);
        self.len += 1;
    }

    fn cut(&mut self) {
        if self.len > 0 {
            self.json.push(']');
            self.slices.push(std::mem::replace(&mut self.json, String::from("[")));
            self.len = 0;
        }
    }

    fn slices(mut self) -> Vec<String> {
        self.cut();
        self.slices
    }

    async fn put(self, w: &mut Writing<'_>, sql: crate::store::Sql) -> Result<(), StoreError> {
        for slice in self.slices() {
            bulk::put(w.tx, sql, &slice).await?;
        }
        Ok(())
    }

    async fn put_at(self, w: &mut Writing<'_>, sql: crate::store::Sql) -> Result<(), StoreError> {
        for slice in self.slices() {
            bulk::put_at(w.tx, sql, &slice, w.now.0).await?;
        }
        Ok(())
    }
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A row is refused.
const fn refused(column: &'static str, fault: Fault) -> Fate {
    Fate::Refused(Refusal::new(column, fault))
}
