//! Files of which only the numbers are wanted: opt-outs, bounces.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use super::columns::{Columns, HeaderError};
use super::intake::Refusal;
use super::rejects::Rejects;
use super::seen::Seen;
use super::source::{Header, Source, header};
use super::{Encoding, ImportError};
use crate::domain::person::Column;
use crate::domain::phone::Mobile;

/// A file of numbers, and how to read it.
#[derive(Debug)]
pub struct NumberFile {
    /// Where it is.
    pub source: Source,
    /// The header of its numbers, where it is not recognised.
    pub column: Option<String>,
    /// What it is written in.
    pub encoding: Encoding,
    /// Where refused rows are written.
    pub rejects: Option<PathBuf>,
}

/// What was in a file of numbers. `read = numbers + duplicates + rejected`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberCounts {
    /// Rows.
    pub read: u64,
    /// Numbers, each once.
    pub numbers: u64,
    /// Rows whose number came before.
    pub duplicates: u64,
    /// Rows that were refused.
    pub rejected: u64,
    /// Where they are.
    pub rejects_file: Option<PathBuf>,
    /// What it is written in.
    pub encoding: &'static str,
    /// It was asked to stop before the end.
    pub stopped: bool,
}

/// Reads the numbers of a file, each once, and hands them on `size` at a time, as long as `each` says so.
/// A file without a header, as providers of 080 numbers deliver it, is read by the column that holds a number.
pub fn read_numbers(
    file: NumberFile,
    size: usize,
    stop: &AtomicBool,
    each: impl FnMut(Vec<Mobile>) -> bool,
) -> Result<NumberCounts, ImportError> {
    let NumberFile { source, column, encoding, rejects } = file;
    let map: Vec<(Column, String)> = column.into_iter().map(|name| (Column::Phone, name)).collect();
    let input: Box<dyn Read> = match source {
        Source::Stream(stream) => stream,
        Source::Path(path) => {
            let unreadable = |source| ImportError::Unreadable { path: path.display().to_string(), source };
            let file = File::open(&path).map_err(unreadable)?;
            if file.metadata().map_err(unreadable)?.is_dir() {
                return Err(unreadable(std::io::Error::from(std::io::ErrorKind::IsADirectory)));
            }
            Box::new(file)
        }
    };
    read(header(input, encoding)?, &map, rejects, size, stop, each)
}

fn read(
    header: Header<Box<dyn Read>>,
    map: &[(Column, String)],
    rejects: Option<PathBuf>,
    size: usize,
    stop: &AtomicBool,
    mut each: impl FnMut(Vec<Mobile>) -> bool,
) -> Result<NumberCounts, ImportError> {
    let Header { mut records, found, line, names } = header;
    let number = |text: &str| text.parse::<Mobile>();
    let mut pending = false;
    let (at, name) = match Columns::of(line, names.clone(), map) {
        Ok(columns) => (columns.at(Column::Phone).unwrap_or_default(), columns.name(Column::Phone).to_owned()),
        Err(HeaderError::NoPhone { headless: true, .. }) => {
            // the line that was taken is a row
            pending = true;
            (names.iter().position(|n| number(n).is_ok()).unwrap_or_default(), String::new())
        }
        Err(e) => return Err(e.into()),
    };
    let path = rejects.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
    let unwritable = |source| ImportError::Rejects { path: path.clone(), source };
    let mut rejects = Rejects::new(rejects, found.is_of_spreadsheet());
    let mut counts = NumberCounts { encoding: found.name(), ..NumberCounts::default() };
    let (mut seen, mut batch) = (Seen::default(), Vec::with_capacity(size));
    loop {
        let fault = if std::mem::take(&mut pending) {
            None
        } else {
            match records.next()? {
                None => break,
                Some(fault) => fault,
            }
        };
        counts.read += 1;
        let row = match fault {
            Some(fault) => Err(Refusal::from(fault)),
            None if at >= records.len() => Err(Refusal::Width { found: records.len(), expected: at + 1 }),
            None => number(records.field(at)).map_err(|e| Refusal::Phone(e.0)),
        };
        match row {
            Err(refusal) => rejects
                .add(records.line(), &name, &refusal.code(), &refusal.reason(), records.raw())
                .map_err(unwritable)?,
            Ok(mobile) if seen.add(&mobile) => batch.push(mobile),
            Ok(_) => counts.duplicates += 1,
        }
        if batch.len() == size {
            counts.numbers += size as u64;
            if !each(std::mem::take(&mut batch)) || stop.load(Ordering::Relaxed) {
                counts.stopped = true;
                break;
            }
        }
    }
    if !batch.is_empty() {
        counts.numbers += batch.len() as u64;
        each(batch);
    }
    rejects.finish().map_err(unwritable)?;
    (counts.rejected, counts.rejects_file) = (rejects.count, rejects.path().map(ToOwned::to_owned));
    Ok(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &'static str) -> Result<(Vec<String>, NumberCounts), ImportError> {
        let mut all = Vec::new();
        let file = NumberFile {
            source: Source::Stream(Box::new(text.as_bytes())),
            column: None,
            encoding: Encoding::Auto,
            rejects: None,
        };
        let counts = read_numbers(file, 2, &AtomicBool::new(false), |some| {
            all.extend(some.iter().map(Mobile::to_string));
            true
        })?;
        Ok((all, counts))
    }

    #[test]
    fn with_and_without_a_header() {
        for text in [
            "번호\n010-1111-2222\n1011112223\n없음\n01011112222\n010-1111-2224\n",
            "010-1111-2222\n1011112223\n없음\n01011112222\n010-1111-2224",
            "거부일,수신번호\n2026-01-01,010-1111-2222\n,1011112223\n,없음\n,01011112222\n,010-1111-2224\n",
            "2026-01-01;010-1111-2222\n2026-01-01;1011112223\n;없음\n;01011112222\n;010-1111-2224\n",
        ] {
            let (all, counts) = numbers(text).expect(text);
            assert_eq!(all, ["01011112222", "01011112223", "01011112224"], "{text}");
            let found = (counts.read, counts.numbers, counts.duplicates, counts.rejected);
            assert_eq!(found, (5, 3, 1, 1), "{text}");
        }
        assert!(matches!(numbers("이름\n홍길동\n"), Err(ImportError::Header(_))));
        assert!(matches!(numbers(""), Err(ImportError::Header(HeaderError::Empty))));
    }
}
