//! Personal data at rest: authenticated encryption, key rings with rotation, keyed blind indexes.
//!
//! What is kept of a person is one sealed record: version byte, IV, ciphertext, tag. The cipher is
//! A256CBC-HS512 of RFC 7518 (`cipher`), the keys come from a key file (`ring`), and the [`Context`]
//! of a record (its table, site and blind index) is authenticated with it, so that a record moved
//! to another row does not open.

mod cipher;
mod ring;

use std::fmt;

use crate::domain::id::SiteId;

pub use ring::{KeyFileError, KeyRing, new_key_file, with_new_key};

/// A keyed hash, 16 bytes: looks up and compares what is sealed without opening it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ix(pub [u8; 16]);

impl Ix {
    /// Its bytes.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

/// The column held something that is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a blind index has 16 bytes, this one {0}")]
pub struct IxError(usize);

impl TryFrom<Vec<u8>> for Ix {
    type Error = IxError;

    fn try_from(v: Vec<u8>) -> Result<Self, IxError> {
        <[u8; 16]>::try_from(v.as_slice()).map(Self).map_err(|_| IxError(v.len()))
    }
}

/// What a record belongs to. Authenticated, not stored: opening needs the same one.
#[derive(Clone, Copy)]
pub struct Context {
    bytes: [u8; 64],
    len: usize,
}

impl Context {
    /// A record of `table` (at most 40 bytes) of a site about the number with this index.
    pub fn new(table: &'static str, site: SiteId, ix: &Ix) -> Self {
        let name = &table.as_bytes()[..table.len().min(40)];
        let len = name.len() + 24;
        let mut bytes = [0; 64];
        bytes[..name.len()].copy_from_slice(name);
        bytes[name.len()..name.len() + 8].copy_from_slice(&site.0.to_be_bytes());
        bytes[name.len() + 8..len].copy_from_slice(&ix.0);
        Self { bytes, len }
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Context")
    }
}

/// Why a record does not open. Says nothing of what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The ring lacks the key.
    #[error("the record was sealed with key {0}, which is not in the key file")]
    NoKey(i64),
    /// Changed, moved from another row, or sealed with another key of the same number.
    #[error("the record does not fit its key or its row: it was changed, moved, or sealed with another key")]
    Tampered,
    /// Kept with `crypto.mode = "plaintext"`, and this installation seals.
    #[error("the record is not sealed, and this installation seals its records")]
    Plain,
    /// Sealed, and this installation runs in plaintext mode.
    #[error("the record is sealed with key {0}, and this installation is in plaintext mode")]
    Sealed(i64),
    /// It opened, and does not have the form of its kind.
    #[error("the record opened, but does not have its form")]
    Malformed,
    /// Written by a newer version.
    #[error("the record has the unknown version {0}")]
    Version(u8),
}
