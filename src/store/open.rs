//! Finding, opening, creating and migrating a database.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection as _};

use super::{Engine, Pools, Result, Store, StoreError, setting};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// Where a database is: `sqlite:FILE` or `postgres://…`.
#[derive(Clone)]
pub enum Target {
    /// A file.
    Sqlite(PathBuf),
    /// A server.
    Postgres(Box<PgConnectOptions>),
}

/// Never shows a password.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(o) => {
                let place = o.get_socket().map_or_else(|| o.get_host().to_owned(), |s| s.display().to_string());
                write!(f, "postgres://{}@{place}:{}/{}", o.get_username(), o.get_port(), o.get_database().unwrap_or(""))
            }
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Target {
    /// Reads a URL; a relative SQLite file is meant relative to `base`.
    pub fn parse(url: &str, base: &Path) -> Result<Self> {
        if let Some(rest) = url.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            if path.is_empty() || path.contains(":memory:") || path.contains('?') {
                return Err(StoreError::BadUrl("a SQLite URL names a file, like `sqlite:msgctl.db`".to_owned()));
            }
            return Ok(Self::Sqlite(base.join(path)));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let options = PgConnectOptions::from_str(url)
                // the library's message may quote the URL, and with it the password
                .map_err(|_| StoreError::BadUrl("the PostgreSQL URL cannot be read".to_owned()))?;
            return Ok(Self::Postgres(Box::new(options.application_name("msgctl").disable_statement_logging())));
        }
        let scheme: String = url.chars().take_while(char::is_ascii_alphanumeric).take(16).collect();
        Err(StoreError::BadUrl(format!(
            "a database URL begins with `sqlite:` or `postgres://`, this one with `{scheme}`"
        )))
    }

    /// The engine it names.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }
}

/// How to open a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// It must be there, at this version's schema.
    Existing,
    /// Make it if it is missing, bring it to this version's schema.
    Create,
}

/// One migration and whether it has run.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Migration {
    /// Its number.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// It has run here.
    pub applied: bool,
}

impl Store {
    /// Opens a database.
    ///
    /// # Errors
    /// `Missing` when there is none, `Schema` when it was made by another version.
    pub async fn open(target: Target, opening: Opening) -> Result<Self> {
        let pools = match &target {
            Target::Sqlite(path) => open_sqlite(path, opening).await?,
            Target::Postgres(options) => open_postgres(options).await?,
        };
        let store = Self { pools, target };
        match opening {
            Opening::Create => store.migrate().await?,
            Opening::Existing => store.check_schema().await?,
        }
        Ok(store)
    }

    /// Opens an existing database whatever its schema is, to look at it or to migrate it.
    pub async fn open_unchecked(target: Target) -> Result<Self> {
        let pools = match &target {
            Target::Sqlite(path) => open_sqlite(path, Opening::Existing).await?,
            Target::Postgres(options) => open_postgres(options).await?,
        };
        Ok(Self { pools, target })
    }

    /// Brings the schema to this version. Runs that overlap wait for each other.
    pub async fn migrate(&self) -> Result<()> {
        match &self.pools {
            Pools::Sqlite { write, .. } => SQLITE.run(write).await,
            Pools::Postgres(pool) => POSTGRES.run(pool).await,
        }
        .map_err(migrate_error)?;
        let mut tx = self.write().await?;
        let installation: String =
            std::iter::repeat_with(|| char::from(rand::random_range(b'a'..=b'z'))).take(10).collect();
        setting::add(&mut tx, "installation", &installation).await?;
        tx.commit().await
    }

    /// A random word that tells this database from every other at a provider.
    pub async fn installation(&self) -> Result<String> {
        let word = setting::get(&mut self.read().await?, "installation").await?;
        word.ok_or_else(|| {
            StoreError::Schema("the database has no installation name; run `msgctl db migrate`".to_owned())
        })
    }

    /// The migrations this version knows, and which of them have run.
    pub async fn migrations(&self) -> Result<Vec<Migration>> {
        let (known, applied) = match &self.pools {
            Pools::Sqlite { read, .. } => (&SQLITE, applied(&mut *read.acquire().await?).await?),
            Pools::Postgres(pool) => (&POSTGRES, applied(&mut *pool.acquire().await?).await?),
        };
        Ok(known
            .iter()
            .map(|m| Migration {
                version: m.version,
                name: m.description.to_string(),
                applied: applied.contains(&m.version),
            })
            .chain(applied.iter().filter(|v| !known.version_exists(**v)).map(|v| Migration {
                version: *v,
                name: "(of a newer msgctl)".to_owned(),
                applied: true,
            }))
            .collect())
    }

    async fn check_schema(&self) -> Result<()> {
        let all = self.migrations().await?;
        if let Some(newer) = all.iter().find(|m| m.name.starts_with('(')) {
            return Err(StoreError::Schema(format!(
                "the database was made by a newer msgctl (migration {})",
                newer.version
            )));
        }
        let missing = all.iter().filter(|m| !m.applied).count();
        if missing > 0 {
            return Err(StoreError::Schema(format!("the database lacks {missing} of {} migrations", all.len())));
        }
        Ok(())
    }
}

async fn applied<C: sqlx::migrate::Migrate>(conn: &mut C) -> Result<Vec<i64>> {
    match conn.list_applied_migrations("_sqlx_migrations").await {
        Ok(list) => Ok(list.into_iter().map(|m| m.version).collect()),
        // no table yet: nothing has run
        Err(MigrateError::Execute(sqlx::Error::Database(_))) => Ok(Vec::new()),
        Err(MigrateError::Execute(e)) => Err(e.into()),
        Err(e) => Err(migrate_error(e)),
    }
}

fn migrate_error(e: MigrateError) -> StoreError {
    match e {
        MigrateError::Execute(e) | MigrateError::ExecuteMigration(e, _) => match StoreError::from(e) {
            StoreError::Driver(e) => StoreError::Migrate(MigrateError::Execute(e)),
            known => known,
        },
        MigrateError::VersionMissing(v) => {
            StoreError::Schema(format!("the database was made by a newer msgctl (migration {v})"))
        }
        other => StoreError::Migrate(other),
    }
}

async fn open_sqlite(path: &Path, opening: Opening) -> Result<Pools> {
    if opening == Opening::Existing && !path.exists() {
        return Err(StoreError::Missing(format!("sqlite:{}", path.display())));
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(opening == Opening::Create)
        .journal_mode(SqliteJournalMode::Wal)
        // FULL: a commit that was reported survives a power cut
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(256)
        // rows go from thread to thread: not in so small portions that both wait for each other
        .row_buffer_size(1000)
        .pragma("wal_autocheckpoint", "10000")
        .pragma("temp_store", "memory")
        .disable_statement_logging();
    let write = clean_pool()
        .max_connections(1)
        .acquire_timeout(Duration::from_mins(1))
        .connect_with(options.clone().pragma("cache_size", "-65536"))
        .await?;
    let read = clean_pool()
        .max_connections(4)
        .connect_lazy_with(options.create_if_missing(false).pragma("cache_size", "-8192").pragma("query_only", "on"));
    Ok(Pools::Sqlite { write, read })
}

/// Where a disk is full SQLite rolls back by itself, and the driver goes on thinking of a transaction: such a connection is
/// not used again.
fn clean_pool() -> SqlitePoolOptions {
    SqlitePoolOptions::new().before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
}

async fn open_postgres(options: &PgConnectOptions) -> Result<Pools> {
    let pool = PgPoolOptions::new()
        .max_connections(16)
        .acquire_timeout(Duration::from_secs(10))
        // tables grow from nothing to millions of rows within one run: a plan made for the empty ones must not scan;
        // nor are processes begun for a few thousand rows
        .connect_with(options.clone().options([
            ("enable_seqscan", "off"),
            ("enable_hashjoin", "off"),
            ("jit", "off"),
            ("max_parallel_workers_per_gather", "0"),
        ]))
        .await?;
    Ok(Pools::Postgres(pool))
}
