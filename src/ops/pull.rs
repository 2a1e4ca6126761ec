//! Pulling people of an age group out of the operator's own database.
//!
//! What the query gives goes the way of an import: the rows become lines of a stream that the import
//! reads, so that headers, checks, refused rows and repeated numbers are those of a file.

use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use super::import::{self, HeaderError, ImportError, Outcome, Progress, Request, Source, field_of};
use crate::domain::age::{self, AgeGroup};
use crate::domain::person::Column;
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::store::Store;
use crate::store::source::{self, Pull, SourceError, SourceRow};

/// Where to pull from: `[source.NAME]`.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    /// `sqlite:FILE`, `postgres://…`, `mysql://…`.
    pub url: &'a str,
    /// What a relative file is relative to.
    pub base: &'a Path,
    /// One SELECT with `:from` and `:to`.
    pub query: &'a str,
}

/// Why people were not pulled.
#[derive(Debug, thiserror::Error)]
pub enum PullError {
    /// The source, before anything was written.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// The source, on the way.
    #[error("the source broke off: {cause}")]
    BrokenOff {
        /// What happened.
        #[source]
        cause: SourceError,
        /// What came of the rows before.
        done: Box<Outcome>,
    },
    /// Nothing that names a number.
    #[error("the query gives no column of phone numbers, only {0}")]
    NoPhone(String),
    /// Two columns for one field.
    #[error("the query gives two columns for {column}: `{first}` and `{second}`")]
    Doubled {
        /// The field.
        column: Column,
        /// One.
        first: String,
        /// The other.
        second: String,
    },
    /// The writing side.
    #[error(transparent)]
    Import(ImportError),
}

impl From<ImportError> for PullError {
    fn from(e: ImportError) -> Self {
        match e {
            ImportError::Header(HeaderError::Doubled { column, first, second, .. }) => {
                Self::Doubled { column, first, second }
            }
            e => Self::Import(e),
        }
    }
}

/// Pulls the people whose full age on the Korean day of `request.now` is in `group`.
///
/// `request.encoding` and `request.map` do not matter: names of columns are those of the query.
pub async fn run(
    store: &Store,
    ring: &KeyRing,
    origin: Origin<'_>,
    group: AgeGroup,
    request: Request,
    stop: Arc<AtomicBool>,
    mut progress: impl FnMut(Progress),
) -> Result<Outcome, PullError> {
    let (lines, total, failed) = open(&origin, group, request.now).await?;
    progress(Progress::Total(total));
    let request = Request { encoding: import::Encoding::Utf8, map: Vec::new(), ..request };
    let done = import::run(store, ring, lines, request, stop, progress).await;
    let cause = failed.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (done, cause) {
        (Err(ImportError::BrokenOff { done, .. }), Some(cause)) => Err(PullError::BrokenOff { cause, done }),
        (Err(_), Some(cause)) => Err(cause.into()),
        (done, _) => Ok(done?),
    }
}

/// Where a source that broke off says why.
pub type Failed = Arc<Mutex<Option<SourceError>>>;

/// Opens a source: its rows as a stream for the import, how many there are, and where it says why it broke off.
pub async fn open(origin: &Origin<'_>, group: AgeGroup, now: Micros) -> Result<(Source, u64, Failed), PullError> {
    let range = age::birth_range(group, now.kst_date());
    let pull = source::pull(origin.url, origin.base, origin.query, range, |name| field_of(name).is_some()).await?;
    if !pull.columns.iter().any(|name| field_of(name) == Some(Column::Phone)) {
        return Err(PullError::NoPhone(pull.columns.join(", ")));
    }
    tracing::info!(rows = pull.total, paged = pull.paged, from = %range.0, to = %range.1, "source opened");
    let (total, failed) = (pull.total, Failed::default());
    Ok((Source::Stream(Box::new(Lines::new(pull, Arc::clone(&failed)))), total, failed))
}

/// Rows as lines of comma-separated values.
struct Lines {
    pull: Pull,
    /// Positions of the columns that a person has.
    read: Vec<usize>,
    buffer: Vec<u8>,
    at: usize,
    failed: Arc<Mutex<Option<SourceError>>>,
}

impl Lines {
    fn new(pull: Pull, failed: Arc<Mutex<Option<SourceError>>>) -> Self {
        let read: Vec<usize> = (0..pull.columns.len()).filter(|i| field_of(&pull.columns[*i]).is_some()).collect();
        // the first line says what separates the fields, so that nobody has to guess
        let mut buffer = b"sep=,\n".to_vec();
        line(&mut buffer, read.iter().map(|i| pull.columns[*i].as_str()));
        Self { pull, read, buffer, at: 0, failed }
    }

    fn put(&mut self, rows: &[SourceRow]) {
        self.buffer.clear();
        self.at = 0;
        for row in rows {
            line(&mut self.buffer, self.read.iter().map(|i| row[*i].as_deref().unwrap_or_default()));
        }
    }
}

impl Read for Lines {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.at == self.buffer.len() {
            match self.pull.blocking_next() {
                Ok(Some(rows)) => self.put(&rows),
                Ok(None) => return Ok(0),
                Err(e) => {
                    *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(e);
                    return Err(io::Error::other("the source broke off"));
                }
            }
        }
        let n = out.len().min(self.buffer.len() - self.at);
        out[..n].copy_from_slice(&self.buffer[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }
}

/// Every field in quotes: an empty one is a field too.
fn line<'a>(out: &mut Vec<u8>, fields: impl Iterator<Item = &'a str>) {
    for (i, field) in fields.enumerate() {
        out.extend_from_slice(if i == 0 { b"\"" } else { b",\"" });
        for b in field.bytes() {
            match b {
                b'"' => out.extend_from_slice(b"\"\""),
                // a text file cannot hold it; another control character is refused in the same row alone
                0 => out.push(1),
                b => out.push(b),
            }
        }
        out.push(b'"');
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_whatever_they_hold() {
        let mut out = Vec::new();
        line(&mut out, ["홍\"길\"동", "", "a,b\nc\0"].into_iter());
        assert_eq!(String::from_utf8(out).as_deref(), Ok("\"홍\"\"길\"\"동\",\"\",\"a,b\nc\u{1}\"\n"));
    }
}
