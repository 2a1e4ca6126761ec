//! The side that reads: decodes, splits, checks, seals. It runs on a thread of its own and hands over
//! chunks, so that the database and the cipher work at the same time.
//!
//! A file is read twice. The first reading finds whatever would stop the second one before anything
//! is written, counts the rows, and learns which numbers come more than once and where they come last.
//! A stream can be read only once: a number that comes again is written again.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use tokio::sync::mpsc::Sender;

use super::columns::{Columns, HeaderError};
use super::intake::{Checked, Chunk, Given, Intake, Raw, Refusal, check};
use super::records::{Broken, Records};
use super::rejects::Rejects;
use super::seen::{Seen, place};
use super::{Encoding, ImportError, OnDuplicate, Order, sniff};
use crate::domain::person::Column;

/// Numbers that come more than once, at most, whose last row is remembered: 40 MB. Of a file with more
/// of them the rest is treated as in a stream.
const REPEATS_MOST: usize = 2_000_000;

/// Where people come from.
pub enum Source {
    /// A file, or anything else that has a path.
    Path(PathBuf),
    /// A stream.
    Stream(Box<dyn Read + Send>),
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            Self::Stream(_) => f.write_str("Stream"),
        }
    }
}

/// What the reading side says.
pub(super) enum Event {
    /// First reading: so many rows so far.
    Checked { rows: u64 },
    /// What the second reading will work on.
    Begun(Box<Begun>),
    /// People to be written; rows read up to here.
    Chunk(Box<Chunk>, Counts),
    /// The end.
    Ended { counts: Counts, rejects: Option<PathBuf>, stopped: bool },
}

/// What is known once the header is.
pub(super) struct Begun {
    pub encoding: &'static str,
    pub columns: Columns,
    /// Rows in all, where they were counted.
    pub rows: Option<u64>,
    pub given: Given,
}

/// Rows by what became of them, as far as the reading side knows.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub read: u64,
    pub duplicates: u64,
    pub rejected: u64,
}

/// The last rows of numbers that come more than once.
#[derive(Default)]
struct Repeats {
    last: HashMap<u32, u64>,
    /// There were too many to remember.
    overflow: bool,
}

/// Reads all of `source`. Whatever goes wrong is returned; what was sent before it stays valid.
pub(super) fn read(source: Source, order: &Order, stop: &AtomicBool, to: &Outlet) -> Result<(), ImportError> {
    match source {
        Source::Stream(stream) => second(stream, order, None, stop, to),
        Source::Path(path) => {
            let unreadable = |source| ImportError::Unreadable { path: path.display().to_string(), source };
            let file = File::open(&path).map_err(unreadable)?;
            let kind = file.metadata().map_err(unreadable)?;
            if kind.is_dir() {
                return Err(unreadable(io::Error::from(io::ErrorKind::IsADirectory)));
            }
            if !kind.is_file() {
                return second(file, order, None, stop, to);
            }
            let Some(plan) = first(file, order, stop, to)? else {
                return send(to, Event::Ended { counts: Counts::default(), rejects: None, stopped: true });
            };
            second(File::open(&path).map_err(unreadable)?, order, Some(plan), stop, to)
        }
    }
}

struct Opened<R> {
    records: Records<R>,
    columns: Columns,
    found: sniff::Found,
}

/// The first line of an input.
pub(crate) struct Header<R> {
    pub records: Records<R>,
    pub found: sniff::Found,
    pub line: u64,
    pub names: Vec<String>,
}

/// Reads the first line: how it is encoded, what separates its fields, which they are.
pub(crate) fn header<R: Read>(input: R, encoding: Encoding) -> Result<Header<R>, ImportError> {
    let (mut records, found) = Records::open(input, encoding)?;
    let mut delimiter = None;
    let mut line = records.peek_line()?.ok_or(HeaderError::Empty)?;
    // the hint that Excel writes for itself
    if let Some(sep) = line.trim_matches('"').strip_prefix("sep=").filter(|s| s.len() == 1) {
        delimiter = Some(sep.as_bytes()[0]);
        records.next()?;
        line = records.peek_line()?.ok_or(HeaderError::Empty)?;
    }
    let delimiter = delimiter.unwrap_or_else(|| sniff::delimiter(line));
    records.set_delimiter(delimiter);
    let fault = records.next()?.ok_or(HeaderError::Empty)?;
    let line = records.line();
    if let Some(fault) = fault {
        let what = match Refusal::from(fault) {
            Refusal::Quote => "a quote stands where none may be",
            _ => "bytes that are no text in the file's encoding",
        };
        return Err(HeaderError::Unreadable { line, what }.into());
    }
    let names = (0..records.len()).map(|i| records.field(i).to_owned()).collect();
    Ok(Header { records, found, line, names })
}

fn open<R: Read>(input: R, order: &Order) -> Result<Opened<R>, ImportError> {
    let Header { records, found, line, names } = header(input, order.encoding)?;
    let columns = Columns::of(line, names, &order.map)?;
    Ok(Opened { records, columns, found })
}

impl<R: Read> Opened<R> {
    /// The current record as a row of the header's columns.
    fn raw(&self) -> Result<Raw<'_>, Refusal> {
        let (found, expected) = (self.records.len(), self.columns.names.len());
        // delimiters at the end of a line are a habit of spreadsheets
        if found < expected || (found > expected && (expected..found).any(|i| !self.records.field(i).is_empty())) {
            return Err(Refusal::Width { found, expected });
        }
        let field = |column| self.columns.at(column).map(|i| self.records.field(i));
        Ok(Raw {
            phone: field(Column::Phone).unwrap_or_default(),
            name: field(Column::Name),
            email: field(Column::Email),
            birth_date: field(Column::BirthDate),
            ad_consent: field(Column::AdConsent),
            night_consent: field(Column::NightConsent),
        })
    }

    /// The next row, checked; `None` at the end.
    fn next(&mut self, order: &Order) -> Result<Option<Result<Checked<'_>, Refusal>>, Broken> {
        let Some(fault) = self.records.next()? else { return Ok(None) };
        if let Some(fault) = fault {
            return Ok(Some(Err(fault.into())));
        }
        Ok(Some(self.raw().and_then(|raw| check(&raw, order.now, order.now.kst_date()))))
    }
}

/// First reading. `None` when stopped.
fn first(file: File, order: &Order, stop: &AtomicBool, to: &Outlet) -> Result<Option<(u64, Repeats)>, ImportError> {
    let mut opened = open(file, order)?;
    let (mut seen, mut repeats, mut rows) = (Seen::default(), Repeats::default(), 0_u64);
    while let Some(row) = opened.next(order)? {
        rows += 1;
        if let Ok(row) = row
            && !seen.add(&row.mobile)
        {
            let place = place(&row.mobile);
            if repeats.last.len() < REPEATS_MOST || repeats.last.contains_key(&place) {
                repeats.last.insert(place, rows);
            } else {
                repeats.overflow = true;
            }
        }
        if rows.is_multiple_of(1 << 14) {
            if stop.load(Ordering::Relaxed) {
                return Ok(None);
            }
            send(to, Event::Checked { rows })?;
        }
    }
    Ok(Some((rows, repeats)))
}

/// The reading that counts.
fn second<R: Read>(
    input: R,
    order: &Order,
    plan: Option<(u64, Repeats)>,
    stop: &AtomicBool,
    to: &Outlet,
) -> Result<(), ImportError> {
    let mut opened = open(input, order)?;
    let given = Given {
        name: opened.columns.at(Column::Name).is_some(),
        email: opened.columns.at(Column::Email).is_some(),
        birth_date: opened.columns.at(Column::BirthDate).is_some(),
    };
    let (rows, repeats) = plan.map_or((None, None), |(rows, repeats)| (Some(rows), Some(repeats)));
    let begun = Begun { encoding: opened.found.name(), columns: opened.columns.clone(), rows, given };
    send(to, Event::Begun(Box::new(begun)))?;

    let mut intake = Intake::new(order.ring.clone(), order.site, order.now, given, StdRng::from_rng(&mut rand::rng()));
    let mut rejects = Rejects::new(order.rejects.clone(), opened.found.is_of_spreadsheet());
    let unwritable = |source| ImportError::Rejects {
        path: order.rejects.as_ref().map(|p| p.display().to_string()).unwrap_or_default(),
        source,
    };
    let mut counts = Counts::default();
    let last_wins = order.on_duplicate == OnDuplicate::Update;
    // with the plan of a file every number is written once; otherwise what was seen decides
    let planned = repeats.as_ref().filter(|r| last_wins && !r.overflow);
    let mut seen = Seen::default();
    let mut stopped = false;
    let ended = loop {
        match opened.next(order) {
            Err(broken) => break Err(broken),
            Ok(None) => break Ok(()),
            Ok(Some(row)) => {
                counts.read += 1;
                match row {
                    Err(refusal) => {
                        let column = refusal.column().map_or("", |c| opened.columns.name(c));
                        rejects
                            .add(
                                opened.records.line(),
                                column,
                                &refusal.code(),
                                &refusal.reason(),
                                opened.records.raw(),
                            )
                            .map_err(unwritable)?;
                    }
                    Ok(row) => match planned {
                        Some(plan) => match plan.last.get(&place(&row.mobile)) {
                            Some(last) if *last != counts.read => counts.duplicates += 1,
                            _ => intake.put(&row, true),
                        },
                        None => {
                            let fresh = seen.add(&row.mobile);
                            counts.duplicates += u64::from(!fresh);
                            if fresh || last_wins {
                                intake.put(&row, fresh);
                            }
                        }
                    },
                }
            }
        }
        if intake.len() == order.chunk {
            counts.rejected = rejects.count;
            send_chunk(to, &mut intake, counts)?;
        }
        if counts.read.is_multiple_of(1024) && stop.load(Ordering::Relaxed) {
            stopped = true;
            break Ok(());
        }
    };
    counts.rejected = rejects.count;
    if !intake.is_empty() {
        send_chunk(to, &mut intake, counts)?;
    }
    rejects.finish().map_err(unwritable)?;
    send(to, Event::Ended { counts, rejects: rejects.path().map(ToOwned::to_owned), stopped })?;
    Ok(ended?)
}

/// Where events go, from a thread that is not the runtime's.
pub(super) struct Outlet {
    pub to: Sender<Event>,
    pub runtime: tokio::runtime::Handle,
}

/// The other side only goes away when it failed, and then its error is the one to tell.
fn send(outlet: &Outlet, event: Event) -> Result<(), ImportError> {
    outlet.to.blocking_send(event).map_err(|_| ImportError::Abandoned)
}

/// As [`send`], but a chunk is only made once there is room for it: each takes megabytes.
fn send_chunk(outlet: &Outlet, intake: &mut Intake, counts: Counts) -> Result<(), ImportError> {
    let room = outlet.runtime.block_on(outlet.to.reserve()).map_err(|_| ImportError::Abandoned)?;
    room.send(Event::Chunk(Box::new(intake.finish()), counts));
    Ok(())
}
