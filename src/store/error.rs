//! What can go wrong between us and a database, by what one can do about it.

/// Short for a result of the store.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// A failed statement, connection or migration. Display does not repeat the source.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Somebody else holds the lock, or transactions collided: the same again may work.
    #[error("the database is busy")]
    Busy(#[source] sqlx::Error),
    /// The server does not answer, or the connection was cut.
    #[error("the database cannot be reached")]
    Unreachable(#[source] sqlx::Error),
    /// No room left on the device.
    #[error("the disk of the database is full")]
    Full(#[source] sqlx::Error),
    /// It may not be written.
    #[error("the database is read-only")]
    ReadOnly(#[source] sqlx::Error),
    /// A unique key is taken.
    #[error("that already exists")]
    Duplicate(#[source] sqlx::Error),
    /// Something moved between our look and our step.
    #[error("{what} is no longer {expected}")]
    Conflict {
        /// What moved.
        what: &'static str,
        /// What we had seen.
        expected: &'static str,
    },
    /// A value that our own rules exclude.
    #[error("the database holds something it must not: {0}")]
    Corrupt(String),
    /// There is no database there.
    #[error("there is no database at {0}")]
    Missing(String),
    /// Not a database URL of ours.
    #[error("{0}")]
    BadUrl(String),
    /// Made by an older or a newer msgctl.
    #[error("{0}")]
    Schema(String),
    /// A migration failed.
    #[error("a migration failed")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// Anything else.
    #[error("a statement failed")]
    Driver(#[source] sqlx::Error),
}

impl StoreError {
    /// Whether the same transaction may succeed if tried again now.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy(_))
    }

    /// Whether the database takes what was to be written for what it may not hold: without that row the rest may go in.
    pub fn is_of_a_row(&self) -> bool {
        let (Self::Duplicate(e) | Self::Driver(e)) = self else { return false };
        let Some(db) = e.as_database_error() else { return false };
        let code = db.code().unwrap_or_default();
        // PostgreSQL: data exceptions and broken constraints; SQLite: too large, broken constraints, wrong type
        matches!(code.len(), 5 if code.starts_with("22") || code.starts_with("23"))
            || code.parse::<u32>().is_ok_and(|n| code.len() < 5 && matches!(n & 255, 18..=20))
    }

    /// Whether the same may succeed once somebody has brought the server back, or made room.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Busy(_) | Self::Unreachable(_) | Self::Full(_))
    }

    /// A word of ours that the database should not hold, as an error.
    pub fn corrupt(e: impl std::fmt::Display) -> Self {
        Self::Corrupt(e.to_string())
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(e: sqlx::Error) -> Self {
        match &e {
            sqlx::Error::Database(db) => {
                let code = db.code().unwrap_or_default();
                match code.as_ref() {
                    // SQLITE_BUSY and its extended codes; SQLITE_LOCKED; serialisation failure, deadlock, lock timeout
                    "5" | "261" | "517" | "773" | "6" | "262" | "40001" | "40P01" | "55P03" => Self::Busy(e),
                    // SQLITE_FULL; SQLITE_IOERR_WRITE and _FSYNC when the device refuses; disk_full
                    "13" | "778" | "1034" | "53100" => Self::Full(e),
                    // SQLITE_READONLY and extended codes; read_only_sql_transaction
                    "8" | "264" | "520" | "776" | "1032" | "1288" | "1544" | "25006" => Self::ReadOnly(e),
                    // SQLITE_CANTOPEN; connection exceptions, shutdowns, too many connections
                    "14" | "57P01" | "57P02" | "57P03" | "53300" => Self::Unreachable(e),
                    c if c.starts_with("08") => Self::Unreachable(e),
                    _ if db.is_unique_violation() => Self::Duplicate(e),
                    _ => Self::Driver(e),
                }
            }
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                Self::Unreachable(e)
            }
            sqlx::Error::PoolTimedOut => Self::Busy(e),
            _ => Self::Driver(e),
        }
    }
}
