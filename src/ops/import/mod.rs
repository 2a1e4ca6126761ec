//! Importing people: a file or stream becomes sealed rows, each number once, run after run the same.
//!
//! Two sides work at the same time: `source` reads, checks and seals on a thread; `writer` puts chunks
//! into the database, each in a transaction of its own, so that a run that was killed is simply run
//! again. [`Intake`] and [`Writer`] serve any other origin of people as well.

mod columns;
mod guests;
mod intake;
mod numbers;
pub(crate) mod records;
pub(crate) mod rejects;
mod seen;
pub(crate) mod sniff;
pub(crate) mod source;
mod writer;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use crate::domain::id::SiteId;
use crate::domain::person::Column;
use crate::domain::seal::{KeyRing, SealError};
use crate::domain::time::Micros;
use crate::ops::keys::KeysError;
use crate::store::{Store, StoreError, recipient};

pub use columns::HeaderError;
pub use guests::{Reading, guests};
pub use intake::{Chunk, Given, Intake, Raw, Refusal};
pub use numbers::{NumberCounts, NumberFile, read_numbers};
pub use records::{Broken, RECORD_MOST};
pub use sniff::Encoding;
pub use source::Source;
pub use writer::{Manner, Tally, Writer};

use source::{Counts, Event};

/// People in one transaction.
pub const CHUNK: usize = 50_000;

/// What to do with a number that is there already, in the site or earlier in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OnDuplicate {
    /// The later row wins.
    #[default]
    Update,
    /// What is there stays.
    Skip,
}

/// What an operator wants imported.
#[derive(Debug)]
pub struct Request {
    /// Name of the site, for the result.
    pub site_name: String,
    /// The site.
    pub site: SiteId,
    /// The list that everybody is put on.
    pub list: Option<String>,
    /// Fields and the headers they stand under, before any guess.
    pub map: Vec<(Column, String)>,
    /// What the input is written in.
    pub encoding: Encoding,
    /// Where refused rows are written.
    pub rejects: Option<PathBuf>,
    /// Numbers that are there already.
    pub on_duplicate: OnDuplicate,
    /// When consent was given where a row names no day.
    pub consent_at: Micros,
    /// The time.
    pub now: Micros,
    /// Do all of it and take it back.
    pub rehearse: bool,
    /// People in one transaction, at most; [`CHUNK`] unless there is a reason.
    pub chunk: usize,
}

/// What the reading side works by.
struct Order {
    site: SiteId,
    ring: KeyRing,
    map: Vec<(Column, String)>,
    encoding: Encoding,
    rejects: Option<PathBuf>,
    on_duplicate: OnDuplicate,
    now: Micros,
    chunk: usize,
}

/// What came of an import. `read = imported + updated + unchanged + duplicates + rejected`, always.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Outcome {
    /// The site.
    pub site: String,
    /// The list.
    pub list: Option<String>,
    /// Rows behind the header.
    pub read: u64,
    /// New people.
    pub imported: u64,
    /// People on record who have changed.
    pub updated: u64,
    /// People on record as they are.
    pub unchanged: u64,
    /// Rows whose number another row of the file has.
    pub duplicates: u64,
    /// Rows that were refused.
    pub rejected: u64,
    /// Where they are.
    pub rejects_file: Option<String>,
    /// What the input is written in.
    pub encoding: String,
    /// Fields, and the headers they were found under.
    pub columns: serde_json::Map<String, serde_json::Value>,
    /// How long it took.
    pub elapsed_s: f64,
    /// Headers that are no field.
    #[serde(skip)]
    pub ignored: Vec<String>,
    /// It was asked to stop before the end.
    #[serde(skip)]
    pub stopped: bool,
}

/// What is happening, for a progress bar.
#[derive(Debug, Clone, Copy)]
pub enum Progress {
    /// First reading: so many rows were checked.
    Checked(u64),
    /// So many rows will be read.
    Total(u64),
    /// So many rows are in (or refused).
    Done(u64),
}

/// Why an import ended early.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be opened.
    #[error("cannot read {path}")]
    Unreadable {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The header does not do.
    #[error(transparent)]
    Header(#[from] HeaderError),
    /// The input breaks the form so that nothing behind can be trusted.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// As [`ImportError::Broken`], in a stream of which a part is in already.
    #[error("{broken}")]
    BrokenOff {
        /// What is wrong and where.
        broken: Broken,
        /// What came of the rows before.
        done: Box<Outcome>,
    },
    /// The rejects file cannot be written.
    #[error("cannot write the rejects file {path}")]
    Rejects {
        /// Where.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// Somebody on record could not be opened.
    #[error("somebody on record cannot be read")]
    Seal(#[from] SealError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The writing side has failed; its error is the one to tell.
    #[error("the import was abandoned")]
    Abandoned,
}

/// The field that a header is taken for.
pub fn field_of(header: &str) -> Option<Column> {
    columns::guess(header).map(|(column, _)| column)
}

/// Imports people. With `stop` set, what was read is written and the rest left: the same again goes on.
pub async fn run(
    store: &Store,
    ring: &KeyRing,
    source: Source,
    request: Request,
    stop: Arc<AtomicBool>,
    mut progress: impl FnMut(Progress),
) -> Result<Outcome, ImportError> {
    let begun_at = Instant::now();
    let populated = recipient::any(&mut store.read().await?, request.site).await?;
    let order = Order {
        site: request.site,
        ring: ring.clone(),
        map: request.map,
        encoding: request.encoding,
        rejects: request.rejects,
        on_duplicate: request.on_duplicate,
        now: request.now,
        chunk: request.chunk.max(1),
    };
    let (to, mut events) = tokio::sync::mpsc::channel(1);
    // a thread of its own, not the runtime's: at the end nobody waits for one that hangs on its input
    let outlet = source::Outlet { to, runtime: tokio::runtime::Handle::current() };
    let reading = std::thread::spawn(move || source::read(source, &order, &stop, &outlet));

    let mut outcome = Outcome { site: request.site_name, list: request.list.clone(), ..Outcome::default() };
    let mut writer = None;
    while let Some(event) = events.recv().await {
        match event {
            Event::Checked { rows } => progress(Progress::Checked(rows)),
            Event::Begun(begun) => {
                if let Some(rows) = begun.rows {
                    progress(Progress::Total(rows));
                }
                begun.encoding.clone_into(&mut outcome.encoding);
                for (name, taken) in begun.columns.names.iter().zip(&begun.columns.taken) {
                    match taken {
                        Some(c) => drop(outcome.columns.insert(c.word().to_owned(), name.as_str().into())),
                        None => outcome.ignored.push(name.clone()),
                    }
                }
                let manner = Manner {
                    site: request.site,
                    list: request.list.clone(),
                    consent_at: request.consent_at,
                    now: request.now,
                    update: request.on_duplicate == OnDuplicate::Update,
                    populated,
                    given: begun.given,
                    rehearse: request.rehearse,
                };
                writer = Some(Writer::new(store, ring, manner));
            }
            Event::Chunk(chunk, counts) => {
                if let Some(writer) = &mut writer {
                    writer.write(*chunk).await?;
                    outcome.count(counts, writer.tally());
                }
                progress(Progress::Done(counts.read));
            }
            Event::Ended { counts, rejects, stopped } => {
                outcome.count(counts, writer.as_ref().map(Writer::tally).unwrap_or_default());
                outcome.rejects_file = rejects.map(|p| p.display().to_string());
                outcome.stopped = stopped;
            }
        }
    }
    if let Some(writer) = writer {
        writer.finish().await?;
    }
    outcome.elapsed_s = (begun_at.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
    // it has hung up, so it is at its end
    match reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)) {
        Ok(()) => Ok(outcome),
        Err(ImportError::Broken(broken)) if outcome.read > 0 && !request.rehearse => {
            Err(ImportError::BrokenOff { broken, done: Box::new(outcome) })
        }
        Err(e) => Err(e),
    }
}

impl Outcome {
    fn count(&mut self, counts: Counts, tally: Tally) {
        (self.read, self.duplicates, self.rejected) = (counts.read, counts.duplicates, counts.rejected);
        (self.imported, self.updated, self.unchanged) = (tally.imported, tally.updated, tally.unchanged);
    }
}
