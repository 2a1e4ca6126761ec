//! The operator's own member databases: read, never written.
//!
//! A pull runs the operator's query inside transactions that the engine itself keeps read-only.
//! Where the query gives an integer column `id`, it is read by keyset pages, each in a short
//! transaction of its own: a production database is not held by one long snapshot. Without such a
//! column one snapshot is streamed. Either way memory holds a few pages.

mod engine;
mod query;

use std::path::Path;
use std::str::FromStr as _;
use std::time::Duration;

use futures_util::TryStreamExt as _;
use jiff::civil::Date;
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, PgConnection, SqliteConnection};
use tokio::sync::mpsc;

use engine::{Column, Driver, Unreadable};
pub use query::QueryFault;
use query::{Query, Side};

/// Rows of one page.
const PAGE: usize = 5_000;
/// How long a server may take to answer a connection.
const CONNECT: Duration = Duration::from_secs(10);

/// What kind of database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Engine {
    Sqlite,
    Postgres,
    MySql,
}

/// Why a source was not read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Not a database URL.
    #[error("{0}")]
    BadUrl(String),
    /// It does not answer, or is busy: later perhaps.
    #[error("the source database cannot be reached")]
    Unreachable(#[source] sqlx::Error),
    /// It does not answer in time.
    #[error("the source database does not answer within {} s", CONNECT.as_secs())]
    Silent,
    /// It does not let us in: user, password, database name, file.
    #[error("the source database does not open")]
    Closed(#[source] sqlx::Error),
    /// A query of a form that is not run.
    #[error("the query of the source is not run")]
    Query(#[from] QueryFault),
    /// The database refuses the query.
    #[error("the source database refuses the query")]
    Refused(#[source] sqlx::Error),
    /// A column whose type is not read.
    #[error("the column `{column}` of the source is of type {kind}, which is not read")]
    Type {
        /// Which.
        column: String,
        /// As the engine calls it.
        kind: String,
    },
    /// A parameter stands beside something that is neither a date nor text.
    #[error("the query compares `:from` or `:to` with {0}")]
    Comparison(String),
    /// Rows without an `id` would be missed.
    #[error("{0} rows of the source have no `id`")]
    NoId(u64),
}

/// The values of a row as text, in the order of [`Pull::columns`]; NULL is `None`.
pub type SourceRow = Vec<Option<String>>;

/// A query under way.
#[derive(Debug)]
pub struct Pull {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Rows that the query gave when it was counted.
    pub total: u64,
    /// Read by keyset pages, rather than streamed from one snapshot.
    pub paged: bool,
    pages: mpsc::Receiver<Result<Vec<SourceRow>, SourceError>>,
}

impl Pull {
    /// The next rows, in the order of the query; `None` at the end. The page after it is read meanwhile.
    pub async fn next(&mut self) -> Result<Option<Vec<SourceRow>>, SourceError> {
        self.pages.recv().await.transpose()
    }

    /// As [`Pull::next`], on a thread that may wait.
    pub fn blocking_next(&mut self) -> Result<Option<Vec<SourceRow>>, SourceError> {
        self.pages.blocking_recv().transpose()
    }
}

/// Opens the source and runs its query for a range of birth dates, both ends inclusive.
///
/// Of its columns only those that are `wanted` are read, the others come as `None`.
/// `url` is `sqlite:FILE` (relative to `base`), `postgres://…` or `mysql://…` (MariaDB too).
///
/// # Errors
/// `BadUrl`, `Closed`, `Query`, `Refused`, `Comparison`, `Type`, `NoId` are for the operator to
/// mend; `Unreachable` and `Silent` may pass. Rows may fail later, in [`Pull::next`].
pub async fn pull(
    url: &str,
    base: &Path,
    query: &str,
    range: (Date, Date),
    wanted: fn(&str) -> bool,
) -> Result<Pull, SourceError> {
    let (engine, rest) = engine_of(url)?;
    let query = Query::parse(query, engine)?;
    match engine {
        Engine::Sqlite => {
            let path = base.join(rest.strip_prefix("//").unwrap_or(rest));
            let options = SqliteConnectOptions::new()
                .filename(path)
                .read_only(true)
                .pragma("query_only", "on")
                .busy_timeout(Duration::from_secs(10))
                .disable_statement_logging();
            Reading::<SqliteConnection>::open(options.connect(), query, range, wanted).await
        }
        Engine::Postgres => {
            let options = PgConnectOptions::from_str(url).map_err(|_| unreadable_url("PostgreSQL"))?;
            let options = options.application_name("msgctl").disable_statement_logging();
            Reading::<PgConnection>::open(options.connect(), query, range, wanted).await
        }
        Engine::MySql => {
            let url = format!("mysql:{rest}");
            let options = MySqlConnectOptions::from_str(&url).map_err(|_| unreadable_url("MySQL"))?;
            let options = options.timezone("+09:00".to_owned()).disable_statement_logging();
            Reading::<MySqlConnection>::open(options.connect(), query, range, wanted).await
        }
    }
}

fn engine_of(url: &str) -> Result<(Engine, &str), SourceError> {
    let (scheme, rest) = url.split_once(':').unwrap_or((url, ""));
    let engine = match scheme {
        "sqlite" => Engine::Sqlite,
        "postgres" | "postgresql" => Engine::Postgres,
        "mysql" | "mariadb" => Engine::MySql,
        // a text without a scheme may be a password in the wrong place
        _ => {
            return Err(SourceError::BadUrl("the URL of a source begins with sqlite:, postgres: or mysql:".to_owned()));
        }
    };
    if engine == Engine::Sqlite && (rest.is_empty() || rest.contains('?') || rest.contains(":memory:")) {
        return Err(SourceError::BadUrl("a SQLite URL names a file, like `sqlite:members.db`".to_owned()));
    }
    Ok((engine, rest))
}

/// The library's message may quote the URL, and with it the password.
fn unreadable_url(engine: &str) -> SourceError {
    SourceError::BadUrl(format!("the {engine} URL of the source cannot be read"))
}

/// One connection and what is asked of it.
struct Reading<D> {
    conn: D,
    query: Query,
    from: String,
    to: String,
    columns: Vec<Column>,
    placeholders: [String; 2],
    wanted: fn(&str) -> bool,
    /// Position of `id`, where it can carry keyset pages.
    key: Option<usize>,
}

impl<D: Driver> Reading<D> {
    async fn open(
        connecting: impl Future<Output = Result<D, sqlx::Error>>,
        query: Query,
        (from, to): (Date, Date),
        wanted: fn(&str) -> bool,
    ) -> Result<Pull, SourceError> {
        let conn = match tokio::time::timeout(CONNECT, connecting).await {
            Err(_) => return Err(SourceError::Silent),
            Ok(Err(e)) => return Err(opening(e)),
            Ok(Ok(conn)) => conn,
        };
        let mut this = Self {
            conn,
            query,
            from: from.to_string(),
            to: to.to_string(),
            columns: Vec::new(),
            placeholders: [String::new(), String::new()],
            wanted,
            key: None,
        };
        D::execute(&mut this.conn, D::BEGIN).await.map_err(running)?;
        let (probe, _) = this.query.render(D::bare);
        let shape = D::shape(&mut this.conn, probe).await.map_err(running)?;
        if let Some(kind) = shape.odd {
            return Err(SourceError::Comparison(kind));
        }
        this.placeholders = shape.placeholders;
        this.key = shape.columns.iter().position(|c| c.integer && c.name.eq_ignore_ascii_case("id"));
        this.columns = shape.columns;
        let total = this.count().await?;
        D::execute(&mut this.conn, "COMMIT").await.map_err(running)?;
        let (tx, pages) = mpsc::channel(2);
        let columns = this.columns.iter().map(|c| c.name.clone()).collect();
        let paged = this.key.is_some();
        tokio::spawn(async move {
            let done = match this.key {
                Some(key) => this.by_key(key, &tx).await,
                None => this.streamed(&tx).await,
            };
            if let Err(e) = done {
                // nobody listening any more: nobody to tell
                let _ = tx.send(Err(e)).await;
            }
            let _ = this.conn.close().await;
        });
        Ok(Pull { columns, total, paged, pages })
    }

    /// The operator's query, what follows it, and the values in the order of the placeholders.
    fn wrapped(&self, before: &str, after: &str, extra: Option<String>) -> (String, Vec<String>) {
        let [from, to] = &self.placeholders;
        let (inner, order) = self.query.render(|s| if s == Side::From { from.clone() } else { to.clone() });
        let mut values = D::values(&order, &self.from, &self.to);
        values.extend(extra);
        // a line of its own: the query may end in a comment
        (format!("{before}{inner}\n{after}"), values)
    }

    async fn count(&mut self) -> Result<u64, SourceError> {
        let key = self.key.map(|i| D::quoted(&self.columns[i].name));
        let counted = key.map_or_else(|| "count(*), count(*)".to_owned(), |k| format!("count(*), count(q.{k})"));
        let (sql, values) = self.wrapped(&format!("SELECT {counted} FROM ("), ") AS q", None);
        let row: Option<D::Row> = D::rows(&mut self.conn, sql, values).try_next().await.map_err(running)?;
        let number = |i| {
            let text = row.as_ref().and_then(|r| D::text(r, i).ok()?);
            text.and_then(|t| t.parse::<u64>().ok()).unwrap_or(0)
        };
        match number(0) - number(1) {
            0 => Ok(number(0)),
            missing => Err(SourceError::NoId(missing)),
        }
    }

    /// What of the row was asked for, and the key.
    fn values(row: &D::Row, columns: &[Column], read: &[bool]) -> Result<SourceRow, SourceError> {
        let value = |(i, c): (usize, &Column)| match D::text(row, i) {
            _ if !read[i] => Ok(None),
            Ok(text) => Ok(text),
            Err(Unreadable::Kind(kind)) => Err(SourceError::Type { column: c.name.clone(), kind }),
            Err(Unreadable::Driver(e)) => Err(running(e)),
        };
        columns.iter().enumerate().map(value).collect()
    }

    fn read(&self) -> Vec<bool> {
        self.columns.iter().enumerate().map(|(i, c)| self.key == Some(i) || (self.wanted)(&c.name)).collect()
    }

    /// Pages `id > last ORDER BY id`, each in its own transaction.
    ///
    /// One row more than a page is read: if the id of the last row goes on there (a join may repeat
    /// it), all rows of that id are left to the next page.
    async fn by_key(
        &mut self,
        key: usize,
        tx: &mpsc::Sender<Result<Vec<SourceRow>, SourceError>>,
    ) -> Result<(), SourceError> {
        let id = D::quoted(&self.columns[key].name);
        let read = self.read();
        let (mut last, mut size) = (None::<i64>, PAGE);
        loop {
            let after = match last {
                None => format!(") AS q ORDER BY q.{id} LIMIT {}", size + 1),
                Some(_) => format!(") AS q WHERE q.{id} > {} ORDER BY q.{id} LIMIT {}", D::KEY, size + 1),
            };
            let (sql, values) = self.wrapped("SELECT * FROM (", &after, last.map(|n| n.to_string()));
            D::execute(&mut self.conn, D::BEGIN).await.map_err(running)?;
            let rows: Vec<D::Row> = D::rows(&mut self.conn, sql, values).try_collect().await.map_err(running)?;
            D::execute(&mut self.conn, "COMMIT").await.map_err(running)?;
            let mut page: Vec<SourceRow> =
                rows.iter().map(|r| Self::values(r, &self.columns, &read)).collect::<Result<_, _>>()?;
            drop(rows);
            let more = page.len() > size;
            if more {
                let next = page.pop().and_then(|row| row.into_iter().nth(key));
                while page.last().is_some_and(|row| Some(&row[key]) == next.as_ref()) {
                    page.pop();
                }
                if page.is_empty() {
                    // one id fills the page
                    size *= 2;
                    continue;
                }
                let text = page.last().and_then(|row| row[key].as_deref()).unwrap_or_default();
                last = Some(text.parse().map_err(|_| SourceError::Type {
                    column: self.columns[key].name.clone(),
                    kind: "no 64-bit integer".to_owned(),
                })?);
            }
            if (!page.is_empty() && tx.send(Ok(page)).await.is_err()) || !more {
                return Ok(());
            }
        }
    }

    /// The query as it stands, from one snapshot, row by row.
    async fn streamed(&mut self, tx: &mpsc::Sender<Result<Vec<SourceRow>, SourceError>>) -> Result<(), SourceError> {
        D::execute(&mut self.conn, D::BEGIN).await.map_err(running)?;
        let (sql, values) = self.wrapped("", "", None);
        let mut page = Vec::new();
        let read = self.read();
        let mut rows = D::rows(&mut self.conn, sql, values);
        while let Some(row) = rows.try_next().await.map_err(running)? {
            page.push(Self::values(&row, &self.columns, &read)?);
            if page.len() == PAGE && tx.send(Ok(std::mem::take(&mut page))).await.is_err() {
                return Ok(());
            }
        }
        if !page.is_empty() {
            let _ = tx.send(Ok(page)).await;
        }
        Ok(())
    }
}

/// An error before the query: what does not answer may later, what refuses will not.
fn opening(e: sqlx::Error) -> SourceError {
    match e {
        sqlx::Error::Database(_) if !passing(&e) => SourceError::Closed(e),
        sqlx::Error::Configuration(_) => SourceError::Closed(e),
        e => SourceError::Unreachable(e),
    }
}

fn running(e: sqlx::Error) -> SourceError {
    match e {
        sqlx::Error::Io(_) | sqlx::Error::Tls(_) | sqlx::Error::WorkerCrashed => SourceError::Unreachable(e),
        e if passing(&e) => SourceError::Unreachable(e),
        e => SourceError::Refused(e),
    }
}

/// Busy, shutting down, too many connections, deadlock: by SQLSTATE, and by SQLite's codes.
fn passing(e: &sqlx::Error) -> bool {
    let code = e.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|c| {
        matches!(c.as_ref(), "5" | "6" | "261" | "517" | "40001" | "40P01" | "53300" | "57P01" | "57P02" | "57P03")
            || (c.starts_with("08") && c.len() == 5)
    })
}
