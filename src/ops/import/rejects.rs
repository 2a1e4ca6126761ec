//! The file of refused rows: each with its line, its column, why, and as it was.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

/// Made when the first row is refused, readable by its owner only: it holds personal data.
#[derive(Debug)]
pub(crate) struct Rejects {
    path: Option<PathBuf>,
    bom: bool,
    file: Option<csv::Writer<BufWriter<File>>>,
    pub count: u64,
}

impl Rejects {
    /// `path`: where, if anywhere. `bom`: a spreadsheet will read it.
    pub fn new(path: Option<PathBuf>, bom: bool) -> Self {
        Self { path, bom, file: None, count: 0 }
    }

    /// Where they are, if there are any.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref().filter(|_| self.count > 0)
    }

    /// Adds a row.
    pub fn add(&mut self, line: u64, column: &str, code: &str, reason: &str, raw: &str) -> io::Result<()> {
        self.count += 1;
        let Some(path) = &self.path else { return Ok(()) };
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(create(path, self.bom)?),
        };
        let line = line.to_string();
        let record = [line.as_str(), column, code, reason, raw];
        file.write_record(record).map_err(io::Error::from)
    }

    /// Writes the rest out. Without refused rows, a file that an earlier run left is taken away.
    pub fn finish(&mut self) -> io::Result<()> {
        if let Some(mut file) = self.file.take() {
            return file.flush();
        }
        match &self.path {
            Some(path) if self.count == 0 && is_ours(path) => std::fs::remove_file(path),
            _ => Ok(()),
        }
    }
}

const HEAD: [&str; 5] = ["line", "column", "code", "reason", "row"];
const BOM: &[u8] = b"\xEF\xBB\xBF";

fn create(path: &Path, bom: bool) -> io::Result<csv::Writer<BufWriter<File>>> {
    // a file that is there may be open to others: a new one is not
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = BufWriter::new(options.open(path)?);
    if bom {
        out.write_all(BOM)?;
    }
    let mut file = csv::Writer::from_writer(out);
    file.write_record(HEAD)?;
    Ok(file)
}

/// The file begins as ours do.
fn is_ours(path: &Path) -> bool {
    use io::Read as _;
    let mut head = Vec::new();
    let read = File::open(path).and_then(|f| f.take(64).read_to_end(&mut head));
    let text = head.strip_prefix(BOM).unwrap_or(&head);
    read.is_ok() && text.starts_with(HEAD.join(",").as_bytes())
}
