//! Importing whatever lines are made of: one engine for every kind of file.
//!
//! As with people (`ops::import`), two sides work at the same time. One reads on a thread of its own: it checks the form
//! of the whole file, then reads it again, checks each row and puts chunks into the order of their keys. The other writes
//! a chunk in one transaction, by the rules of `kinds`; rows that these refuse go to the rejects file beside those that
//! could not be read. A run that was killed is simply run again.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use tokio::sync::mpsc::Sender;

use super::kinds::{self, Fate, Kind, Prep};
use crate::domain::channel::words;
use crate::domain::line::{Cells, Fault, Refusal, Sheet};
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::ops::import::records::{Records, RowFault};
use crate::ops::import::rejects::Rejects;
use crate::ops::import::source::{Header, header};
use crate::ops::import::{Encoding, ImportError, Source};
use crate::ops::keys::{self, KeysError};
use crate::store::{Store, StoreError, Tx, retrying};

/// Rows in one transaction, unless the rows of one line would be torn apart.
pub const CHUNK: usize = 50_000;

words! {
    /// A kind of file.
    What ("kind of file") {
        /// Versions of plans.
        Plans = "plan",
        /// Versions of services.
        Services = "vas",
        /// Customers.
        Customers = "customer",
        /// Lines.
        Lines = "line",
        /// Which plan a line had when.
        LinePlans = "line-plans",
        /// Which services a line had when.
        LineServices = "line-vas",
        /// Which discounts a line had when.
        LineDiscounts = "line-discounts",
        /// Micro payments.
        Payments = "line-payments",
        /// Bytes of a month.
        Usage = "line-usage",
    }
}

/// Runs `body` with `$k` as the kind of row that `what` means.
macro_rules! each_kind {
    ($what:expr, $k:ident => $body:expr) => {{
        use $crate::domain::line as rows;
        use $crate::ops::line::import::What;
        macro_rules! with {
            ($t:ty) => {{
                type $k = $t;
                $body
            }};
        }
        match $what {
            What::Plans => with!(rows::PlanRow),
            What::Services => with!(rows::VasRow),
            What::Customers => with!($crate::ops::line::kinds::SealedCustomer),
            What::Lines => with!(rows::LineRow),
            What::LinePlans => with!(rows::HistoryRow),
            What::LineServices => with!(rows::VasRowOfLine),
            What::LineDiscounts => with!(rows::DiscountRow),
            What::Payments => with!(rows::PaymentRow),
            What::Usage => with!(rows::UsageRow),
        }
    }};
}
pub(super) use each_kind;

impl What {
    /// The headers that its files must have.
    pub fn columns(self) -> &'static [&'static str] {
        each_kind!(self, K => <K as Kind>::Sheet::COLUMNS)
    }
}

/// What an operator wants imported.
#[derive(Debug)]
pub struct Request {
    /// The kind of file.
    pub what: What,
    /// What it is written in.
    pub encoding: Encoding,
    /// Where refused rows are written.
    pub rejects: Option<PathBuf>,
    /// The time.
    pub now: Micros,
    /// Do all of it and take it back.
    pub rehearse: bool,
    /// Rows in one transaction; [`CHUNK`] unless there is a reason.
    pub chunk: usize,
}

/// What came of an import. `read = imported + updated + unchanged + duplicates + rejected`, always.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Outcome {
    /// Rows behind the header.
    pub read: u64,
    /// Rows that were not on record.
    pub imported: u64,
    /// Rows that were on record with other content.
    pub updated: u64,
    /// Rows that were on record.
    pub unchanged: u64,
    /// Rows whose key another row of the same chunk has, behind it.
    pub duplicates: u64,
    /// Rows that were refused.
    pub rejected: u64,
    /// Where they are.
    pub rejects_file: Option<String>,
    /// How long it took.
    pub elapsed_s: f64,
    /// Headers that are no column.
    #[serde(skip)]
    pub ignored: Vec<String>,
    /// It was asked to stop before the end.
    #[serde(skip)]
    pub stopped: bool,
}

/// Why an import ended early.
#[derive(Debug, thiserror::Error)]
pub enum LineImportError {
    /// The header lacks columns.
    #[error("line {line}: the header lacks {}", .missing.join(", "))]
    Header {
        /// The line.
        line: u64,
        /// What it lacks.
        missing: Vec<&'static str>,
    },
    /// A header stands twice.
    #[error("line {line}: the header has `{column}` twice")]
    Doubled {
        /// The line.
        line: u64,
        /// Which.
        column: &'static str,
    },
    /// Reading, as with people.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is happening, for a progress bar.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// So many rows will be read.
    Total(u64),
    /// So many rows are in (or refused).
    Done(u64),
}

/// Rows that are written together.
struct Chunk<K> {
    /// Good rows in their order, and the line and text that each comes from.
    rows: Vec<(K, Place)>,
    /// Bad ones in the order of their lines.
    bad: Vec<(Refusal, Place)>,
    /// The text of all of them.
    heap: String,
    /// Rows that a later one of the chunk replaces.
    duplicates: u64,
    read: u64,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    line: u64,
    from: u32,
    to: u32,
}

enum Event<K> {
    Begun { rows: Option<u64>, spreadsheet: bool, ignored: Vec<String> },
    Chunk(Chunk<K>),
    Ended { stopped: bool },
}

/// Imports a file. With `stop` set, what was read is written and the rest left: the same again goes on.
pub async fn run(
    store: &Store,
    ring: &KeyRing,
    source: Source,
    request: Request,
    stop: Arc<AtomicBool>,
    progress: impl FnMut(Progress),
) -> Result<Outcome, LineImportError> {
    each_kind!(request.what, K => of_kind::<K>(store, ring, source, request, stop, progress).await)
}

async fn of_kind<K: Kind>(
    store: &Store,
    ring: &KeyRing,
    source: Source,
    request: Request,
    stop: Arc<AtomicBool>,
    mut progress: impl FnMut(Progress),
) -> Result<Outcome, LineImportError> {
    let begun_at = Instant::now();
    let (to, mut events) = tokio::sync::mpsc::channel::<Event<K>>(1);
    let prep = Prep { ring: ring.clone(), rng: StdRng::from_rng(&mut rand::rng()) };
    let reader = Reader { to, prep, encoding: request.encoding, chunk: request.chunk.max(1), stop };
    let reading = std::thread::spawn(move || reader.read(source));

    let mut outcome = Outcome::default();
    let mut rejects = Rejects::new(None, false);
    let mut rehearsal = None;
    let unwritable = |source| ImportError::Rejects {
        path: request.rejects.as_ref().map(|p| p.display().to_string()).unwrap_or_default(),
        source,
    };
    while let Some(event) = events.recv().await {
        match event {
            Event::Begun { rows, spreadsheet, ignored } => {
                rejects = Rejects::new(request.rejects.clone(), spreadsheet);
                outcome.ignored = ignored;
                if let Some(rows) = rows {
                    progress(Progress::Total(rows));
                }
            }
            Event::Chunk(chunk) => {
                let fates = if request.rehearse {
                    let mut tx = match rehearsal.take() {
                        Some(tx) => tx,
                        None => store.write().await?,
                    };
                    // it is to be kept, so that nothing in it may fail
                    let fates = write(&mut tx, ring, &chunk, request.now, true).await??;
                    rehearsal = Some(tx);
                    fates
                } else {
                    commit(store, ring, &chunk, request.now).await?
                };
                outcome.count(&chunk, &fates);
                refuse(&mut rejects, &chunk, &fates).map_err(unwritable)?;
                outcome.rejected = rejects.count;
                progress(Progress::Done(outcome.read));
            }
            Event::Ended { stopped } => outcome.stopped = stopped,
        }
    }
    if let Some(tx) = rehearsal {
        tx.rollback().await?;
    }
    rejects.finish().map_err(unwritable)?;
    outcome.rejects_file = rejects.path().map(|p| p.display().to_string());
    outcome.elapsed_s = (begun_at.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
    reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
    Ok(outcome)
}

async fn commit<K: Kind>(
    store: &Store,
    ring: &KeyRing,
    chunk: &Chunk<K>,
    now: Micros,
) -> Result<Vec<Fate>, LineImportError> {
    let attempt = |sifted: bool| {
        retrying(move || async move {
            let mut tx = store.write().await?;
            let fates = write(&mut tx, ring, chunk, now, sifted).await?;
            if fates.is_ok() {
                tx.commit().await?;
            }
            Ok(fates)
        })
    };
    let fates = match attempt(false).await {
        Err(e) if e.is_of_a_row() => attempt(true).await,
        other => other,
    };
    Ok(fates??)
}

/// Writes a chunk; `sifted`: rows that the database does not take are found and left out.
async fn write<K: Kind>(
    tx: &mut Tx,
    ring: &KeyRing,
    chunk: &Chunk<K>,
    now: Micros,
    sifted: bool,
) -> Result<Result<Vec<Fate>, KeysError>, StoreError> {
    match keys::claim(tx, ring).await {
        Ok(()) => {}
        Err(KeysError::Store(e)) => return Err(e),
        Err(e) => return Ok(Err(e)),
    }
    let rows: Vec<&K> = chunk.rows.iter().map(|(row, _)| row).collect();
    if rows.is_empty() {
        return Ok(Ok(Vec::new()));
    }
    let fates = if sifted { sift(tx, &rows, now).await? } else { kinds::write::<K>(tx, now, &rows).await? };
    if fates.len() == rows.len() { Ok(Ok(fates)) } else { Err(StoreError::corrupt("rows without a fate")) }
}

/// Writes rows; those of a part that the database does not take are halved until each that it refuses stands alone.
async fn sift<K: Kind>(tx: &mut Tx, rows: &[&K], now: Micros) -> Result<Vec<Fate>, StoreError> {
    let mut fates = Vec::with_capacity(rows.len());
    let mut parts = vec![rows];
    while let Some(part) = parts.pop() {
        tx.mark().await?;
        match kinds::write::<K>(tx, now, part).await {
            Ok(some) => {
                tx.unmark().await?;
                fates.extend(some);
            }
            Err(e) if e.is_of_a_row() => {
                tx.back_to_mark().await?;
                match halves(part) {
                    Some((first, second)) => parts.extend([second, first]),
                    None => fates.extend(part.iter().map(|_| Fate::Refused(Refusal::new("", Fault::Unstorable)))),
                }
            }
            Err(e) => return Err(e),
        }
    }
    Ok(fates)
}

/// Two parts of rows, between groups if there are any: half of a group may be refused for what it lacks.
fn halves<'a, 'k, K: Kind>(rows: &'a [&'k K]) -> Option<(&'a [&'k K], &'a [&'k K])> {
    let middle = rows.len() / 2;
    let begins = |i: &usize| rows[*i - 1].group() != rows[*i].group();
    let cut = (middle..rows.len()).filter(|i| *i > 0).find(begins).or_else(|| (1..middle).rev().find(begins));
    match cut {
        Some(cut) => Some(rows.split_at(cut)),
        None => (middle > 0).then(|| rows.split_at(middle)),
    }
}

impl Outcome {
    fn count<K>(&mut self, chunk: &Chunk<K>, fates: &[Fate]) {
        self.read = chunk.read;
        self.duplicates += chunk.duplicates;
        for fate in fates {
            match fate {
                Fate::New => self.imported += 1,
                Fate::Changed => self.updated += 1,
                Fate::Same => self.unchanged += 1,
                Fate::Refused(_) => {}
            }
        }
    }
}

/// Writes the refused rows of a chunk in the order of their lines.
fn refuse<K>(rejects: &mut Rejects, chunk: &Chunk<K>, fates: &[Fate]) -> std::io::Result<()> {
    let mut refused = chunk.bad.clone();
    refused.extend(chunk.rows.iter().zip(fates).filter_map(|((_, place), fate)| match fate {
        Fate::Refused(why) => Some((*why, *place)),
        _ => None,
    }));
    refused.sort_unstable_by_key(|(_, place)| place.line);
    for (why, place) in refused {
        let raw = &chunk.heap[place.from as usize..place.to as usize];
        rejects.add(place.line, why.column, &why.code(), why.reason(), raw)?;
    }
    Ok(())
}

/// The side that reads.
struct Reader<K> {
    to: Sender<Event<K>>,
    prep: Prep,
    encoding: Encoding,
    chunk: usize,
    stop: Arc<AtomicBool>,
}

/// Where the columns stand in a file.
struct Layout {
    /// For each column its field.
    at: Vec<usize>,
    width: usize,
}

impl<K: Kind> Reader<K> {
    fn read(mut self, source: Source) -> Result<(), LineImportError> {
        match source {
            Source::Stream(stream) => self.second(stream, None),
            Source::Path(path) => {
                let unreadable = |source| ImportError::Unreadable { path: path.display().to_string(), source };
                let file = File::open(&path).map_err(unreadable)?;
                let kind = file.metadata().map_err(unreadable)?;
                if kind.is_dir() {
                    return Err(unreadable(std::io::Error::from(std::io::ErrorKind::IsADirectory)).into());
                }
                if !kind.is_file() {
                    return self.second(file, None);
                }
                // whatever breaks the file as a whole is found before anything is written
                let mut opened = header(file, self.encoding)?;
                layout::<K>(&opened)?;
                let mut rows = 0;
                while opened.records.next().map_err(ImportError::from)?.is_some() {
                    rows += 1;
                }
                self.second(File::open(&path).map_err(unreadable)?, Some(rows))
            }
        }
    }

    fn send(&self, event: Event<K>) -> Result<(), LineImportError> {
        // the other side only goes away when it failed, and then its error is the one to tell
        self.to.blocking_send(event).map_err(|_| ImportError::Abandoned.into())
    }

    fn second<R: Read>(&mut self, input: R, rows: Option<u64>) -> Result<(), LineImportError> {
        let mut opened = header(input, self.encoding)?;
        let (layout, ignored) = layout::<K>(&opened)?;
        self.send(Event::Begun { rows, spreadsheet: opened.found.is_of_spreadsheet(), ignored })?;
        let mut chunk = Chunk::new(0, self.chunk);
        let mut stopped = false;
        let ended = loop {
            let fault = match opened.records.next() {
                Err(broken) => break Err(broken),
                Ok(None) => break Ok(()),
                Ok(Some(fault)) => fault,
            };
            let row = sheet::<K>(&opened.records, fault, &layout).map(|sheet| K::of(sheet, &mut self.prep));
            // rows of one line are only torn apart where they fill a chunk twice
            let full = chunk.len() >= self.chunk;
            let torn = full && chunk.len() < 2 * self.chunk && row.as_ref().is_ok_and(|r| chunk.ends_with(r));
            if full && !torn {
                let next = Chunk::new(chunk.read, self.chunk);
                self.send(Event::Chunk(std::mem::replace(&mut chunk, next).sorted()))?;
            }
            chunk.add(row, opened.records.line(), opened.records.raw());
            if chunk.read.is_multiple_of(1024) && self.stop.load(Ordering::Relaxed) {
                stopped = true;
                break Ok(());
            }
        };
        self.send(Event::Chunk(chunk.sorted()))?;
        self.send(Event::Ended { stopped })?;
        Ok(ended.map_err(ImportError::from)?)
    }
}

impl<K: Kind> Chunk<K> {
    fn new(read: u64, room: usize) -> Self {
        let heap = String::with_capacity(room.min(CHUNK) * 48);
        Self { rows: Vec::with_capacity(room.min(CHUNK)), bad: Vec::new(), heap, duplicates: 0, read }
    }

    fn len(&self) -> usize {
        self.rows.len() + self.bad.len()
    }

    fn ends_with(&self, row: &K) -> bool {
        self.rows.last().is_some_and(|(last, _)| last.group() == row.group())
    }

    fn add(&mut self, row: Result<K, Refusal>, line: u64, raw: &str) {
        let end = |heap: &String| u32::try_from(heap.len()).unwrap_or(u32::MAX);
        let from = end(&self.heap);
        self.heap.push_str(raw);
        let place = Place { line, from, to: end(&self.heap) };
        self.read += 1;
        match row {
            Ok(row) => self.rows.push((row, place)),
            Err(why) => self.bad.push((why, place)),
        }
    }

    /// In the order of writing, of equal rows only the last.
    fn sorted(mut self) -> Self {
        let before = self.rows.len();
        if !self.rows.is_sorted_by(|(a, _), (b, _)| a.order(b).is_lt()) {
            self.rows.sort_by(|(a, p), (b, q)| a.order(b).then(q.line.cmp(&p.line)));
            self.rows.dedup_by(|(a, _), (b, _)| a.order(b).is_eq());
        }
        self.duplicates = u64::try_from(before - self.rows.len()).unwrap_or(u64::MAX);
        self
    }
}

fn layout<K: Kind>(opened: &Header<impl Read>) -> Result<(Layout, Vec<String>), LineImportError> {
    let (columns, line) = (K::Sheet::COLUMNS, opened.line);
    let plain = |name: &String| name.trim().to_ascii_lowercase();
    let names: Vec<String> = opened.names.iter().map(plain).collect();
    let (mut at, mut missing) = (Vec::new(), Vec::new());
    for column in columns {
        let mut found = names.iter().enumerate().filter(|(_, n)| n == column).map(|(i, _)| i);
        match (found.next(), found.next()) {
            (Some(i), None) => at.push(i),
            (None, _) => missing.push(*column),
            (Some(_), Some(_)) => return Err(LineImportError::Doubled { line, column }),
        }
    }
    if !missing.is_empty() {
        return Err(LineImportError::Header { line, missing });
    }
    let ignored = names.iter().filter(|n| !n.is_empty() && !columns.contains(&n.as_str())).cloned().collect();
    Ok((Layout { at, width: names.len() }, ignored))
}

/// Reads the current record.
fn sheet<K: Kind>(records: &Records<impl Read>, fault: Option<RowFault>, layout: &Layout) -> Result<K::Sheet, Refusal> {
    match fault {
        Some(RowFault::Quote) => return Err(Refusal::new("", Fault::Quote)),
        Some(RowFault::Encoding) => return Err(Refusal::new("", Fault::Encoding)),
        None => {}
    }
    let found = records.len();
    // delimiters at the end of a line are a habit of spreadsheets
    if found < layout.width || (layout.width..found).any(|i| !records.field(i).is_empty()) {
        return Err(Refusal::new("", Fault::Columns));
    }
    let mut fields = [""; 9];
    for (slot, at) in fields.iter_mut().zip(&layout.at) {
        *slot = records.field(*at);
    }
    let columns = K::Sheet::COLUMNS;
    K::Sheet::read(&Cells { columns, fields: &fields[..columns.len()] })
}
