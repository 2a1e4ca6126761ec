//! Setting a folder up: files that are never overwritten, a key, a database.

use std::io::{self, Write as _};
use std::path::Path;

use rand::CryptoRng;

use crate::ops::keys::{self, KeysError};
use crate::store::{Opening, Store, StoreError, Target};

/// Whether something was made, or was there before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// By this run.
    Made,
    /// Left as it was.
    There,
}

/// Why a folder was not set up.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The file system.
    #[error("cannot write {path}")]
    Write {
        /// Where.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The database was filled with a key whose file is not there.
    #[error("the key file {path} is missing, and the database holds people who were sealed with it")]
    KeyLost {
        /// Where it should be.
        path: String,
    },
    /// The key file.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes a folder and those above it.
pub fn folder(path: &Path) -> Result<Found, SetupError> {
    if path.is_dir() {
        return Ok(Found::There);
    }
    std::fs::create_dir_all(path).map_err(|source| failed(path, source))?;
    Ok(Found::Made)
}

/// Writes a file unless there is one. A `secret` can only be read by its owner.
pub fn file(path: &Path, text: &str, secret: bool) -> Result<Found, SetupError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if secret { 0o600 } else { 0o644 });
    let written = options.open(path).and_then(|mut f| {
        f.write_all(text.as_bytes())?;
        f.sync_all()
    });
    match written {
        Ok(()) => Ok(Found::Made),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(Found::There),
        Err(source) => Err(failed(path, source)),
    }
}

/// Makes a database or brings one to this version's schema; also how many migrations ran.
pub async fn database(target: Target) -> Result<(Store, Found, usize), SetupError> {
    let missing = |store: Store| async move {
        let missing = store.migrations().await?.iter().filter(|m| !m.applied).count();
        store.close().await;
        Ok::<_, StoreError>(missing)
    };
    let before = match &target {
        Target::Sqlite(path) if !path.exists() => {
            if let Some(parent) = path.parent() {
                folder(parent)?;
            }
            None
        }
        _ => Some(missing(Store::open_unchecked(target.clone()).await?).await?),
    };
    let store = Store::open(target, Opening::Create).await?;
    let all = store.migrations().await?.len();
    Ok(match before {
        Some(missing) if missing < all => (store, Found::There, missing),
        _ => (store, Found::Made, all),
    })
}

/// Makes a key file unless there is one.
///
/// # Errors
/// `KeyLost` when the database was filled with another: a new key would open nothing of it.
pub async fn key(store: &Store, path: &Path, rng: &mut impl CryptoRng) -> Result<Found, SetupError> {
    if path.exists() {
        return Ok(Found::There);
    }
    if keys::claimed(&mut store.read().await?).await? {
        return Err(SetupError::KeyLost { path: path.display().to_string() });
    }
    keys::generate(path, rng)?;
    Ok(Found::Made)
}

fn failed(path: &Path, source: io::Error) -> SetupError {
    SetupError::Write { path: path.display().to_string(), source }
}
