//! Lines: files and single rows go the same way, by the rules of `kinds`.

pub mod import;
mod kinds;
pub mod life;
mod single;
pub mod view;

pub use kinds::{Fate, Prep};
pub use single::{Done, put};

use crate::domain::line::Refusal;
use crate::domain::seal::SealError;
use crate::ops::keys::KeysError;
use crate::store::StoreError;

/// Why something about lines was not done.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    /// A field, or what it would lead to.
    #[error("{}{}{}", .0.column, if .0.column.is_empty() { "" } else { ": " }, .0.reason())]
    Refused(Refusal),
    /// No such thing.
    #[error("there is no {what} `{name}`")]
    NotFound {
        /// Kind of thing.
        what: &'static str,
        /// Its code.
        name: String,
    },
    /// A rule or what is on record forbids it.
    #[error("{message}")]
    Forbidden {
        /// What is wrong.
        message: String,
        /// What to do.
        hint: String,
    },
    /// It is there already.
    #[error("there already is a {what} `{name}`")]
    Taken {
        /// Kind of thing.
        what: &'static str,
        /// Its code.
        name: String,
    },
    /// A record does not open.
    #[error("a sealed record cannot be read")]
    Sealed(#[from] SealError),
    /// Keys.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}
