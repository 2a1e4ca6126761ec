//! Locks between processes that die with the process that holds them.
//!
//! SQLite: a locked file in a folder beside the database. PostgreSQL: an advisory lock of a session
//! of its own. Neither survives a `kill -9`, so nobody ever has to break one.

use std::fs::{File, TryLockError};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::PathBuf;

use sqlx::{Connection as _, PgConnection};

use super::dialect::{IS_LOCKED, TRY_LOCK};
use super::{Engine, Pools, Result, Store, StoreError, Target};

/// A held lock; dropping it lets go.
#[derive(Debug)]
pub struct Lock {
    held: Held,
}

#[derive(Debug)]
enum Held {
    File { path: PathBuf, _file: File },
    Session { _conn: Box<PgConnection> },
}

impl Store {
    /// Takes the lock of that name, or `None` if another process holds it.
    pub async fn try_lock(&self, name: &str) -> Result<Option<Lock>> {
        match self.target() {
            Target::Sqlite(db) => {
                let mut folder = db.as_os_str().to_owned();
                folder.push(".locks");
                lock_file(PathBuf::from(folder), name)
            }
            Target::Postgres(options) => {
                let mut conn = PgConnection::connect_with(options).await?;
                let key = advisory_key(name);
                let got: bool =
                    sqlx::query_scalar(TRY_LOCK.on(Engine::Postgres)).bind(key).fetch_one(&mut conn).await?;
                Ok(got.then(|| Lock { held: Held::Session { _conn: Box::new(conn) } }))
            }
        }
    }

    /// Whether somebody holds that lock on a server: a cheap question for whoever tries again and again, since a lock
    /// costs a connection there. Always false for a file, where trying costs nothing.
    pub async fn is_locked(&self, name: &str) -> Result<bool> {
        match &self.pools {
            Pools::Sqlite { .. } => Ok(false),
            Pools::Postgres(pool) => {
                let key = advisory_key(name);
                Ok(sqlx::query_scalar(IS_LOCKED.on(Engine::Postgres)).bind(key).fetch_one(pool).await?)
            }
        }
    }
}

fn advisory_key(name: &str) -> i64 {
    // SipHash with fixed keys: the same on every machine that runs the same build
    let mut h = DefaultHasher::new();
    ("msgctl", name).hash(&mut h);
    h.finish().cast_signed()
}

fn lock_file(folder: PathBuf, name: &str) -> Result<Option<Lock>> {
    let failed = |e: std::io::Error| StoreError::from(sqlx::Error::Io(e));
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let path = folder.join(name);
    loop {
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(e)) => return Err(failed(e)),
        }
        // whoever held it may have removed the file between our open and our lock
        let same =
            std::fs::metadata(&path).is_ok_and(|there| file.metadata().is_ok_and(|ours| ours.ino() == there.ino()));
        if same {
            return Ok(Some(Lock { held: Held::File { path, _file: file } }));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Held::File { path, .. } = &self.held {
            let _ = std::fs::remove_file(path);
        }
    }
}
