//! Key files: make one, read one, and tell whether it belongs to the database.

use std::io::Write as _;
use std::path::Path;

use rand::CryptoRng;

use crate::domain::seal::{self, KeyFileError, KeyRing};
use crate::store::{Reads, StoreError, Tx, setting};

/// The setting that remembers which index key a database was filled with.
const FINGERPRINT: &str = "index_key";

/// Why keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The key file's content.
    #[error("the key file cannot be used")]
    File(#[from] KeyFileError),
    /// There is a file already.
    #[error("{0} is already there, and a key file is never overwritten")]
    Exists(String),
    /// The file system.
    #[error("cannot write the key file {path}")]
    Write {
        /// Where.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Another key file.
    #[error("the key file is not the one that this database was filled with")]
    Mismatch {
        /// One of the two is plaintext mode.
        plaintext: bool,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads the text of a key file.
pub fn load(text: &str) -> Result<KeyRing, KeysError> {
    Ok(KeyRing::parse(text)?)
}

/// Writes a new key file that only its owner can read.
///
/// # Errors
/// `Exists` when there is one: without it, what it sealed is lost.
pub fn generate(path: &Path, rng: &mut impl CryptoRng) -> Result<(), KeysError> {
    create(path, &seal::new_key_file(rng))
}

/// Writes `text` as a new file, mode 0600, and makes it durable.
fn create(path: &Path, text: &str) -> Result<(), KeysError> {
    let shown = || path.display().to_string();
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut f| {
        f.write_all(text.as_bytes())?;
        f.sync_all()
    });
    written.map_err(|source| match source.kind() {
        std::io::ErrorKind::AlreadyExists => KeysError::Exists(shown()),
        _ => KeysError::Write { path: shown(), source },
    })
}

/// Adds a new active key to a key file; the file is replaced at once or not at all, and keeps its owner.
/// Returns the key's number.
///
/// # Errors
/// `Exists` when another run is at it, or was cut off: it is told apart by the file `….new` beside it.
pub fn add_key(path: &Path, rng: &mut impl CryptoRng) -> Result<i64, KeysError> {
    // made before the old file is read: two runs at once must not both add a key of the same number
    let beside = path.with_extension("new");
    create(&beside, "")?;
    let done = replace(path, &beside, rng);
    if done.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    done
}

fn replace(path: &Path, beside: &Path, rng: &mut impl CryptoRng) -> Result<i64, KeysError> {
    let failed = |source| KeysError::Write { path: path.display().to_string(), source };
    let old = zeroize::Zeroizing::new(std::fs::read_to_string(path).map_err(failed)?);
    let (new, id) = seal::with_new_key(&old, rng)?;
    let mut file = std::fs::OpenOptions::new().write(true).open(beside).map_err(failed)?;
    file.write_all(new.as_bytes()).and_then(|()| file.sync_all()).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let (was, is) = (std::fs::metadata(path).map_err(failed)?, file.metadata().map_err(failed)?);
        if (was.uid(), was.gid()) != (is.uid(), is.gid()) {
            chown(beside, Some(was.uid()), Some(was.gid())).map_err(failed)?;
        }
    }
    std::fs::rename(beside, path).map_err(failed)?;
    // the new name must survive a power cut before anything is sealed with the new key
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder).and_then(|d| d.sync_all()).map_err(failed)?;
    Ok(id)
}

/// Whether the database was filled with some key already.
pub async fn claimed(c: &mut impl Reads) -> Result<bool, StoreError> {
    Ok(setting::get(c, FINGERPRINT).await?.is_some())
}

/// Refuses a ring whose index key is not the one that the database was filled with.
pub async fn check(c: &mut impl Reads, ring: &KeyRing) -> Result<(), KeysError> {
    match setting::get(c, FINGERPRINT).await? {
        Some(known) if known != ring.fingerprint() => {
            let plaintext = ring.is_plaintext() || known == KeyRing::plaintext().fingerprint();
            Err(KeysError::Mismatch { plaintext })
        }
        _ => Ok(()),
    }
}

/// As [`check`], and the database remembers the ring if it is the first. Belongs into the first
/// transaction that writes personal data.
pub async fn claim(tx: &mut Tx, ring: &KeyRing) -> Result<(), KeysError> {
    setting::add(tx, FINGERPRINT, ring.fingerprint()).await?;
    check(tx, ring).await
}
