//! Records of a delimited file as they stream by: bounded memory, line numbers, and a clear word for
//! whatever breaks the form.
//!
//! RFC 4180 with what spreadsheets make of it: LF, CRLF or CR, quoted fields with line breaks, a
//! formula `="010…"`. A fault that ends with its line is a fault of that row ([`RowFault`]); one that
//! makes it unknown where rows begin ends the reading ([`Broken`]).

use std::io::{self, Read};

use memchr::{memchr, memchr2, memchr2_iter, memmem};

use super::sniff::{self, Encoding, Found};

/// Most bytes (as UTF-8) of one record.
pub const RECORD_MOST: usize = 1 << 20;
/// Bytes read at once.
const BLOCK: usize = 256 << 10;
/// Bytes from which the encoding is found out.
const HEAD: u64 = 1 << 20;

/// What is wrong with one row; reading goes on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowFault {
    /// A quote where none may be.
    Quote,
    /// Bytes that are no text in the file's encoding.
    Encoding,
}

/// Why reading cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// Another kind of file.
    #[error("the input is no text: it is {0}")]
    NotText(&'static str),
    /// A NUL byte.
    #[error("line {0}: a NUL byte; this is no text file, or it was damaged")]
    Nul(u64),
    /// No end in sight.
    #[error("line {0}: longer than 1 MiB")]
    TooLong(u64),
    /// A quoted field that does not end.
    #[error("line {0}: the quote that opens here is never closed")]
    Unclosed(u64),
    /// A quoted field over several lines with something behind it: which lines are rows is anybody's guess.
    #[error("line {opened}: the quote that opens here is closed in line {closed}, and text follows it")]
    Spilled {
        /// Where it opens.
        opened: u64,
        /// Where it closes.
        closed: u64,
    },
    /// The source.
    #[error("line {line}: the input cannot be read further")]
    Io {
        /// The line reached.
        line: u64,
        /// Why.
        #[source]
        source: io::Error,
    },
}

/// Reads records from bytes of any encoding.
pub(crate) struct Records<R> {
    input: R,
    decoder: encoding_rs::Decoder,
    block: Vec<u8>,
    text: String,
    /// Where the next record begins in `text`.
    at: usize,
    /// Bytes of `text` before `at` that were dropped so far need no account; lines do.
    line: u64,
    ended: bool,
    /// First NUL in `text`.
    nul: Option<usize>,
    /// Replacement characters may stand in `text`.
    lossy: bool,
    delimiter: u8,
    row: Row,
}

/// Where the fields of the current record are.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Bounds in `text`, or in `scratch` for fields with doubled quotes.
    fields: Vec<(u32, u32, bool)>,
    scratch: String,
    start: usize,
    end: usize,
    line: u64,
}

/// One step of scanning: done, or more text is needed to tell.
enum Step {
    /// The next record begins here; so many lines ended before it.
    Done {
        next: usize,
        lines: u64,
        fault: Option<RowFault>,
    },
    More,
}

impl<R: Read> Records<R> {
    /// Reads the first MiB, and decides what the input is written in.
    pub fn open(mut input: R, asked: Encoding) -> Result<(Self, Found), Broken> {
        let mut head = Vec::new();
        input.by_ref().take(HEAD).read_to_end(&mut head).map_err(|source| Broken::Io { line: 1, source })?;
        if let Some(what) = sniff::not_text(&head) {
            return Err(Broken::NotText(what));
        }
        let found = sniff::encoding(&head, asked);
        let mut records = Self {
            input,
            decoder: found.charset.new_decoder_without_bom_handling(),
            block: vec![0; BLOCK],
            text: String::new(),
            at: 0,
            line: 1,
            ended: false,
            nul: None,
            lossy: false,
            delimiter: b',',
            row: Row::default(),
        };
        records.decode(&head[found.bom..], false);
        Ok((records, found))
    }

    /// Splits records here from now on.
    pub fn set_delimiter(&mut self, delimiter: u8) {
        self.delimiter = delimiter;
    }

    /// The line that comes next, without taking it.
    pub fn peek_line(&mut self) -> Result<Option<&str>, Broken> {
        loop {
            while self.text[self.at..].starts_with(['\r', '\n']) {
                self.line += 1;
                self.at += if self.text[self.at..].starts_with("\r\n") { 2 } else { 1 };
            }
            match memchr2(b'\n', b'\r', self.rest()) {
                Some(n) => return Ok(Some(&self.text[self.at..self.at + n])),
                None if self.ended && self.at == self.text.len() => return Ok(None),
                None if self.ended => return Ok(Some(&self.text[self.at..])),
                None => self.fill()?,
            }
        }
    }

    /// Takes the next record. Blank lines are no records.
    ///
    /// # Errors
    /// [`Broken`]; nothing can be read behind it.
    pub fn next(&mut self) -> Result<Option<Option<RowFault>>, Broken> {
        loop {
            if self.ended && self.at == self.text.len() {
                return Ok(None);
            }
            let step = match memchr2(b'\n', b'\r', self.rest()) {
                _ if self.at == self.text.len() => Step::More,
                Some(n) if memchr(b'"', &self.rest()[..n]).is_none() => self.plain(n),
                None if self.ended && memchr(b'"', self.rest()).is_none() => self.plain(self.rest().len()),
                None if memchr(b'"', self.rest()).is_none() => Step::More,
                _ => self.quoted()?,
            };
            let Step::Done { next, lines, fault } = step else {
                if self.text.len() - self.at > RECORD_MOST {
                    return Err(self.endless());
                }
                self.fill()?;
                continue;
            };
            if let Some(nul) = self.nul.filter(|nul| *nul < next) {
                let before = self.text.as_bytes()[self.at..nul].iter().filter(|b| **b == b'\n').count();
                return Err(Broken::Nul(self.line + before as u64));
            }
            if next - self.at > RECORD_MOST {
                return Err(Broken::TooLong(self.line));
            }
            self.row.line = self.line;
            self.line += lines;
            self.at = next;
            let blank = self.row.fields.len() <= 1 && self.raw().trim().is_empty();
            if !blank {
                let lossy = self.lossy && memmem::find(self.raw().as_bytes(), "\u{FFFD}".as_bytes()).is_some();
                return Ok(Some(if lossy { Some(RowFault::Encoding) } else { fault }));
            }
        }
    }

    /// The current record as it stands in the file.
    pub fn raw(&self) -> &str {
        &self.text[self.row.start..self.row.end]
    }

    /// The line that the current record begins in.
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// Fields of the current record.
    pub fn len(&self) -> usize {
        self.row.fields.len()
    }

    /// A field of the current record, quotes resolved; empty if there is none.
    pub fn field(&self, i: usize) -> &str {
        match self.row.fields.get(i) {
            None => "",
            Some(&(from, to, true)) => &self.row.scratch[from as usize..to as usize],
            Some(&(from, to, false)) => &self.text[from as usize..to as usize],
        }
    }

    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// A record without quotes: `n` bytes up to its end of line.
    fn plain(&mut self, n: usize) -> Step {
        let end = self.at + n;
        let Some((next, lines)) = self.behind_line_end(end) else { return Step::More };
        self.begin_row(end);
        let mut from = self.at;
        for i in memchr::memchr_iter(self.delimiter, &self.text.as_bytes()[self.at..end]) {
            self.row.fields.push(bounds(from, self.at + i, false));
            from = self.at + i + 1;
        }
        self.row.fields.push(bounds(from, end, false));
        Step::Done { next, lines, fault: None }
    }

    /// A record with quotes somewhere.
    fn quoted(&mut self) -> Result<Step, Broken> {
        self.begin_row(self.at);
        let (mut at, mut lines, mut fault) = (self.at, 0_u64, None);
        loop {
            let bytes = self.text.as_bytes();
            let mut end = at;
            if bytes.get(at) == Some(&b'"') {
                let Some((close, doubled)) = closing_quote(bytes, at + 1, self.ended) else {
                    if self.ended {
                        return Err(Broken::Unclosed(self.line + lines));
                    }
                    return Ok(Step::More);
                };
                let opened = self.line + lines;
                let inside = line_ends(&bytes[at + 1..close]);
                lines += inside;
                self.row.fields.push(bounds(at + 1, close, false));
                if doubled {
                    self.unescape();
                }
                end = close + 1;
                let bytes = self.text.as_bytes();
                let well = bytes.get(end).is_none_or(|b| [self.delimiter, b'\n', b'\r'].contains(b));
                if !well {
                    if inside > 0 {
                        return Err(Broken::Spilled { opened, closed: opened + inside });
                    }
                    fault = Some(RowFault::Quote);
                    end = plain_end(bytes, end, self.delimiter);
                }
            } else {
                end = plain_end(bytes, end, self.delimiter);
                self.row.fields.push(bounds(at, end, false));
                if bytes[at..end].contains(&b'"') && bytes[at] != b'=' {
                    fault = Some(RowFault::Quote);
                }
            }
            if end == self.text.len() && !self.ended {
                return Ok(Step::More);
            }
            if self.text.as_bytes().get(end) == Some(&self.delimiter) {
                at = end + 1;
                continue;
            }
            let Some((next, more)) = self.behind_line_end(end) else { return Ok(Step::More) };
            self.row.end = end;
            return Ok(Step::Done { next, lines: lines + more, fault });
        }
    }

    fn begin_row(&mut self, end: usize) {
        self.row.fields.clear();
        self.row.scratch.clear();
        (self.row.start, self.row.end) = (self.at, end);
    }

    /// Resolves the doubled quotes of the last field.
    fn unescape(&mut self) {
        if let Some(last) = self.row.fields.last_mut() {
            let from = self.row.scratch.len();
            let mut quotes = 0;
            for c in self.text[last.0 as usize..last.1 as usize].chars() {
                quotes = if c == '"' { quotes + 1 } else { 0 };
                if quotes % 2 == 1 || c != '"' {
                    self.row.scratch.push(c);
                }
            }
            *last = bounds(from, self.row.scratch.len(), true);
        }
    }

    /// What lies behind the end of line at `end`. `None` when a CR may yet be a CRLF.
    fn behind_line_end(&self, end: usize) -> Option<(usize, u64)> {
        match (self.text.as_bytes().get(end), self.text.as_bytes().get(end + 1)) {
            (None, _) => Some((end, 0)),
            (Some(b'\r'), Some(b'\n')) => Some((end + 2, 1)),
            (Some(b'\r'), None) if !self.ended => None,
            _ => Some((end + 1, 1)),
        }
    }

    /// The error of a record without an end.
    fn endless(&self) -> Broken {
        let rest = self.rest();
        if let Some(nul) = self.nul {
            return Broken::Nul(self.line + line_ends(&self.text.as_bytes()[self.at..nul]));
        }
        match (memchr(b'"', rest), memchr2(b'\n', b'\r', rest)) {
            (Some(quote), Some(end)) if quote < end => Broken::Unclosed(self.line),
            _ => Broken::TooLong(self.line),
        }
    }

    /// Reads and decodes another block.
    fn fill(&mut self) -> Result<(), Broken> {
        self.text.drain(..self.at);
        self.nul = self.nul.and_then(|n| n.checked_sub(self.at));
        self.at = 0;
        if self.text.is_empty() {
            self.lossy = false;
        }
        let mut block = std::mem::take(&mut self.block);
        let read = loop {
            match self.input.read(&mut block) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        let done = read.map(|n| self.decode(&block[..n], n == 0));
        self.block = block;
        done.map_err(|source| Broken::Io { line: self.line, source })
    }

    fn decode(&mut self, mut bytes: &[u8], last: bool) {
        let from = self.text.len();
        loop {
            let room = self.decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3 + 16);
            // most text is as long decoded as encoded: ask for less than the worst case first
            self.text.reserve(room.min(bytes.len() + bytes.len() / 2 + 64));
            let (result, read, _) = self.decoder.decode_to_string(bytes, &mut self.text, last);
            bytes = &bytes[read..];
            if result == encoding_rs::CoderResult::InputEmpty {
                break;
            }
            self.text.reserve(room);
        }
        self.ended = last;
        let fresh = &self.text.as_bytes()[from..];
        if self.nul.is_none() {
            self.nul = memchr(0, fresh).map(|n| from + n);
        }
        self.lossy |= memmem::find(fresh, "\u{FFFD}".as_bytes()).is_some();
    }
}

fn bounds(from: usize, to: usize, scratch: bool) -> (u32, u32, bool) {
    // a block and the longest record together are far below 4 GiB
    (u32::try_from(from).unwrap_or(u32::MAX), u32::try_from(to).unwrap_or(u32::MAX), scratch)
}

/// Where the quote that was opened before `from` closes, and whether quotes are doubled inside.
/// `None` when the text at hand cannot tell.
fn closing_quote(bytes: &[u8], from: usize, ended: bool) -> Option<(usize, bool)> {
    let (mut at, mut doubled) = (from, false);
    loop {
        let quote = at + memchr(b'"', bytes.get(at..)?)?;
        match bytes.get(quote + 1) {
            Some(b'"') => (at, doubled) = (quote + 2, true),
            None if !ended => return None,
            _ => return Some((quote, doubled)),
        }
    }
}

fn plain_end(bytes: &[u8], from: usize, delimiter: u8) -> usize {
    memchr::memchr3(delimiter, b'\n', b'\r', &bytes[from..]).map_or(bytes.len(), |n| from + n)
}

/// LF, CRLF and CR in a piece of text.
fn line_ends(bytes: &[u8]) -> u64 {
    memchr2_iter(b'\n', b'\r', bytes).filter(|i| bytes[*i] == b'\n' || bytes.get(i + 1) != Some(&b'\n')).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives `n` bytes at a time, so that every boundary falls somewhere.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.1.min(self.0.len()).min(into.len());
            into[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    type Read1 = (u64, Vec<String>, Option<RowFault>);

    fn read(bytes: &[u8], drip: usize) -> (Vec<Read1>, Option<String>) {
        let (mut records, _) = Records::open(Drip(bytes, drip), Encoding::Auto).expect("opens");
        let mut rows = Vec::new();
        loop {
            match records.next() {
                Ok(None) => return (rows, None),
                Ok(Some(fault)) => {
                    let fields = (0..records.len()).map(|i| records.field(i).to_owned()).collect();
                    rows.push((records.line(), fields, fault));
                }
                Err(e) => return (rows, Some(e.to_string())),
            }
        }
    }

    fn rows(text: &str) -> Vec<Read1> {
        let whole = read(text.as_bytes(), 1 << 20);
        assert_eq!(whole.1, None, "{text:?}");
        for drip in 1..6 {
            assert_eq!(read(text.as_bytes(), drip), whole, "{text:?} in bites of {drip}");
        }
        whole.0
    }

    fn row(line: u64, fields: &[&str]) -> Read1 {
        (line, fields.iter().map(|f| (*f).to_owned()).collect(), None)
    }

    #[test]
    fn what_a_record_is() {
        assert_eq!(rows(""), vec![]);
        assert_eq!(rows("\n\r\n \n"), vec![]);
        assert_eq!(rows("a,b"), vec![row(1, &["a", "b"])]);
        assert_eq!(rows("a,b\n"), vec![row(1, &["a", "b"])]);
        assert_eq!(rows("a,\n,b\n,\n"), vec![row(1, &["a", ""]), row(2, &["", "b"]), row(3, &["", ""])]);
        assert_eq!(rows("a\r\nb\rc\n\nd"), vec![row(1, &["a"]), row(2, &["b"]), row(3, &["c"]), row(5, &["d"])]);
        assert_eq!(rows("\"a\",\"\"\n\"b\""), vec![row(1, &["a", ""]), row(2, &["b"])]);
        assert_eq!(rows("\"a,b\",c\n"), vec![row(1, &["a,b", "c"])]);
        assert_eq!(rows("\"say \"\"hi\"\"\",c\n"), vec![row(1, &["say \"hi\"", "c"])]);
        assert_eq!(rows("\"\"\"\"\n"), vec![row(1, &["\""])]);
        assert_eq!(rows("\"줄\r\n끝\",c\r\nd,e"), vec![row(1, &["줄\r\n끝", "c"]), row(3, &["d", "e"])]);
        assert_eq!(rows("=\"010\",b\n"), vec![row(1, &["=\"010\"", "b"])]);
        assert_eq!(rows("\u{FEFF}a,b"), vec![row(1, &["a", "b"])]);
    }

    #[test]
    fn a_wrong_quote_costs_its_line_only() {
        for bad in ["a\"b,c", "\"a\"b,c", "\"a\" ,c", " \"a\",c", "\"a\"\"\"b,c"] {
            let read = rows(&format!("x,y\n{bad}\nz,w\n"));
            assert_eq!(read.len(), 3, "{bad}");
            assert_eq!((read[1].0, read[1].2), (2, Some(RowFault::Quote)), "{bad}");
            assert_eq!(read[2], row(3, &["z", "w"]), "{bad}");
        }
    }

    #[test]
    fn what_cannot_be_resumed_names_its_line() {
        for (text, said) in [
            ("a\nb\n\"c,d\ne\n".to_owned(), "line 3: the quote that opens here is never closed"),
            ("a\n\"b\nc\nd\"e,\"f\"\n".to_owned(), "line 2: the quote that opens here is closed in line 4"),
            ("a\nb\0c\n".to_owned(), "line 2: a NUL byte"),
            ("a\n\"b\nc\0\"\n".to_owned(), "line 3: a NUL byte"),
            (format!("a\n{}\nb\n", "x".repeat(RECORD_MOST + 1)), "line 2: longer than 1 MiB"),
            (format!("a\n{}", "x".repeat(10 << 20)), "line 2: longer than 1 MiB"),
            (format!("a\n\"{}\n", "x\n".repeat(5 << 20)), "line 2: the quote that opens here is never closed"),
        ] {
            let (_, error) = read(text.as_bytes(), 1 << 20);
            assert!(error.as_deref().is_some_and(|e| e.starts_with(said)), "{said}: {error:?}");
            let (_, error) = read(text.as_bytes(), 4096);
            assert!(error.as_deref().is_some_and(|e| e.starts_with(said)), "{said}: {error:?}");
        }
    }

    #[test]
    fn bytes_of_another_encoding_cost_their_row_only() {
        let text = ["이름,가나다라마바사아자차카타파하\n".as_bytes(), b"\xFF\xFE,x\n", "끝,y\n".as_bytes()].concat();
        let (rows, error) = read(&text, 1 << 20);
        assert_eq!((rows.len(), error), (3, None));
        assert_eq!(rows[1].2, Some(RowFault::Encoding));
        assert_eq!(rows[2], row(3, &["끝", "y"]));
        assert_eq!(read(&text, 1 << 20).0[0].2, None);
    }

    #[test]
    fn korean_code_page_and_utf16() {
        let cp949 = encoding_rs::EUC_KR.encode("이름,전화\r\n뷁,010\r\n").0.into_owned();
        assert_eq!(read(&cp949, 1 << 20).0, vec![row(1, &["이름", "전화"]), row(2, &["뷁", "010"])]);
        let utf16: Vec<u8> = "\u{FEFF}이름,전화\n뷁,010\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16, 1 << 20).0, vec![row(1, &["이름", "전화"]), row(2, &["뷁", "010"])]);
    }

    proptest::proptest! {
        /// The `csv` crate writes, we read: the same fields whatever is in them and wherever blocks end.
        #[test]
        fn reads_what_csv_writes(
            written in proptest::collection::vec(proptest::collection::vec("[a가\",;\r\n ]{0,6}", 2..4), 1..6),
            drip in 1_usize..40,
        ) {
            let mut w = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for r in &written {
                w.write_record(r).expect("writes");
            }
            let bytes = w.into_inner().expect("bytes");
            let (mut records, _) = Records::open(Drip(&bytes, drip), Encoding::Utf8).expect("opens");
            let mut read = Vec::new();
            while let Some(fault) = records.next().expect("no break") {
                assert_eq!(fault, None);
                read.push((0..records.len()).map(|i| records.field(i).to_owned()).collect::<Vec<_>>());
            }
            proptest::prop_assert_eq!(read, written);
        }
    }
}
