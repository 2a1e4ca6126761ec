//! A folder that is complete or not there at all.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::EvidenceError;

/// A file with its checksum.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Sum {
    /// Its name in the folder.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// Its SHA-256, hex.
    pub sha256: String,
}

/// A folder being written beside its place. Dropped before it is closed it leaves nothing.
pub(crate) struct Folder {
    place: PathBuf,
    beside: PathBuf,
}

impl Folder {
    /// Begins a folder for `place`.
    pub(crate) fn open(place: &Path) -> Result<Self, EvidenceError> {
        // `.` and links have a name, too
        let place = &fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let folder = Self { place: place.clone(), beside: place.with_file_name(format!(".{name}.part")) };
        // what cannot be evidence is not looked at any further
        if !folder.is_free()? && !place.join(super::MANIFEST).is_file() {
            let mut found = names(place).map_err(failed(place))?.into_iter();
            return Err(folder.differs(&found.next().unwrap_or_default()));
        }
        if folder.beside.exists() {
            fs::remove_dir_all(&folder.beside).map_err(failed(&folder.beside))?;
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder.beside).map_err(failed(&folder.beside))?;
        Ok(folder)
    }

    fn is_free(&self) -> Result<bool, EvidenceError> {
        match fs::read_dir(&self.place) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(true),
            Err(e) => Err(failed(&self.place)(e)),
        }
    }

    fn differs(&self, file: &str) -> EvidenceError {
        EvidenceError::Differs { dir: self.place.display().to_string(), file: file.to_owned() }
    }

    /// A new file that only its owner can read.
    pub(crate) fn begin(&self, name: impl Into<String>) -> Result<Sheet, EvidenceError> {
        let name = name.into();
        let path = self.beside.join(&name);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&path).map_err(failed(&path))?;
        Ok(Sheet { name, out: BufWriter::new(file), hash: Sha256::new(), bytes: 0 })
    }

    /// A whole file.
    pub(crate) fn file(&self, name: &str, content: &[u8]) -> Result<Sum, EvidenceError> {
        let mut sheet = self.begin(name)?;
        sheet.write_all(content).map_err(failed(&self.beside.join(name)))?;
        self.end(sheet)
    }

    /// Ends a file: it is on the disk.
    pub(crate) fn end(&self, sheet: Sheet) -> Result<Sum, EvidenceError> {
        let path = self.beside.join(&sheet.name);
        sheet.close().map_err(failed(&path))
    }

    /// What went wrong with a file.
    pub(crate) fn failed(&self, name: &str, e: io::Error) -> EvidenceError {
        failed(&self.beside.join(name))(e)
    }

    /// Moves the folder to its place. True: it was there already, to the byte.
    pub(crate) fn close(self) -> Result<bool, EvidenceError> {
        if !self.place.exists() {
            fs::rename(&self.beside, &self.place).map_err(failed(&self.place))?;
            return Ok(false);
        }
        if self.is_free()? {
            // a folder of the operator stays theirs; without its manifest it is no evidence yet
            let mut names: Vec<String> = names(&self.beside).map_err(failed(&self.beside))?.into_iter().collect();
            names.sort_by_key(|n| n == super::MANIFEST);
            for name in names {
                let to = self.place.join(&name);
                fs::rename(self.beside.join(&name), &to).map_err(failed(&to))?;
            }
            return Ok(false);
        }
        let (ours, theirs) =
            (names(&self.beside).map_err(failed(&self.beside))?, names(&self.place).map_err(failed(&self.place))?);
        for name in ours.union(&theirs) {
            let same = ours.contains(name)
                && theirs.contains(name)
                && equal(&self.beside.join(name), &self.place.join(name)).map_err(failed(&self.place.join(name)))?;
            if !same {
                return Err(self.differs(name));
            }
        }
        Ok(true)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.beside);
    }
}

fn failed(path: &Path) -> impl Fn(io::Error) -> EvidenceError + '_ {
    |source| EvidenceError::Write { path: path.display().to_string(), source }
}

fn names(dir: &Path) -> io::Result<BTreeSet<String>> {
    fs::read_dir(dir)?.map(|e| Ok(e?.file_name().to_string_lossy().into_owned())).collect()
}

fn equal(a: &Path, b: &Path) -> io::Result<bool> {
    if !b.is_file() || fs::metadata(a)?.len() != fs::metadata(b)?.len() {
        return Ok(false);
    }
    Ok(digest(a)? == digest(b)?)
}

fn digest(path: &Path) -> io::Result<[u8; 32]> {
    let (mut file, mut hash, mut buffer) = (File::open(path)?, Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hash.finalize().into()),
            n => hash.update(&buffer[..n]),
        }
    }
}

/// A file that counts and hashes what is written to it.
pub(crate) struct Sheet {
    name: String,
    out: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Sheet {
    fn close(mut self) -> io::Result<Sum> {
        self.out.flush()?;
        self.out.get_ref().sync_all()?;
        Ok(Sum { name: self.name, bytes: self.bytes, sha256: hex::encode(self.hash.finalize()) })
    }
}

impl Write for Sheet {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.out.write(bytes)?;
        self.hash.update(&bytes[..n]);
        self.bytes += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
