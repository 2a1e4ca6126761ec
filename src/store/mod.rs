//! SQL and nothing else: one text for SQLite and PostgreSQL, transactions that can be seen.
//!
//! - A [`Store`] is opened once. [`Store::write`] yields a [`Tx`], and every function that
//!   changes something takes `&mut Tx`; functions that only read take any [`Reads`].
//! - What differs between the engines stands side by side in `dialect.rs`; bulk statements take
//!   their rows as one JSON parameter (`rows(…)` in `sql.rs`).
//! - To add a statement: declare it with `statements!` in the file of its table, so that the test
//!   which prepares every statement on both engines sees it, and give its function a test under
//!   `on_each_engine!`.

mod dialect;
mod error;
mod lock;
mod open;
mod sql;

pub mod account;
pub mod allowed;
pub mod audience;
pub mod audit;
pub mod autocharge;
pub mod batch;
pub mod campaign;
pub mod consent;
pub mod doubt;
pub mod erasure;
pub mod frequency;
pub mod gauge;
pub mod health;
pub mod hold;
pub mod journal;
pub mod line;
pub mod list;
pub mod message;
pub mod notice;
pub mod op;
pub mod payment;
pub mod period;
pub mod price;
pub mod queue;
pub mod rate;
pub mod receipt;
pub mod recipient;
pub mod result;
pub mod rotation;
pub mod route;
pub mod schedule;
pub mod scratch;
pub mod sender;
pub mod setting;
pub mod settle;
pub mod site;
pub mod source;
pub mod stats;
pub mod suppression;
pub mod template;
pub mod usage;
pub mod verify;

use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

pub use error::{Result, StoreError};
pub use lock::Lock;
pub use open::{Migration, Opening, Target};
pub use sql::{Engine, Sql, hex};
pub(crate) use sql::{bulk, int_rows, ints, on, statements};

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    pools: Pools,
    target: Target,
}

#[derive(Clone, Debug)]
enum Pools {
    /// One writer, since SQLite has one; readers beside it see the last commit.
    Sqlite { write: SqlitePool, read: SqlitePool },
    /// Any number of both.
    Postgres(PgPool),
}

/// An open transaction that may write. Dropped without [`Tx::commit`], it is rolled back.
#[derive(Debug)]
pub enum Tx {
    /// Begun with `BEGIN IMMEDIATE`: the only writer.
    Sqlite(Transaction<'static, Sqlite>),
    /// READ COMMITTED.
    Postgres(Transaction<'static, Postgres>),
}

/// A connection for reading outside a transaction.
#[derive(Debug)]
pub enum Reader {
    /// From the pool of readers.
    Sqlite(PoolConnection<Sqlite>),
    /// From the common pool.
    Postgres(PoolConnection<Postgres>),
}

/// A borrowed connection, whichever engine it belongs to.
#[derive(Debug)]
pub enum Conn<'a> {
    /// SQLite.
    Sqlite(&'a mut SqliteConnection),
    /// PostgreSQL.
    Postgres(&'a mut PgConnection),
}

/// What statements that only read can run on: a [`Reader`] or a [`Tx`].
pub trait Reads: Send {
    /// The connection.
    fn conn(&mut self) -> Conn<'_>;
}

impl Reads for Tx {
    fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(t) => Conn::Sqlite(&mut *t),
            Self::Postgres(t) => Conn::Postgres(&mut *t),
        }
    }
}

impl Reads for Reader {
    fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(c) => Conn::Sqlite(&mut *c),
            Self::Postgres(c) => Conn::Postgres(&mut *c),
        }
    }
}

impl Tx {
    /// Makes what was written durable and visible.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(t) => t.commit().await?,
            Self::Postgres(t) => t.commit().await?,
        }
        Ok(())
    }

    /// Takes everything back now, rather than when the value is dropped.
    pub async fn rollback(self) -> Result<()> {
        match self {
            Self::Sqlite(t) => t.rollback().await?,
            Self::Postgres(t) => t.rollback().await?,
        }
        Ok(())
    }

    /// Marks a place that [`Tx::back_to_mark`] goes back to. A later mark hides it.
    pub async fn mark(&mut self) -> Result<()> {
        self.raw("SAVEPOINT mark").await
    }

    /// Takes back what was done since the last mark, which is gone then, too.
    pub async fn back_to_mark(&mut self) -> Result<()> {
        self.raw("ROLLBACK TO SAVEPOINT mark").await?;
        self.unmark().await
    }

    /// Takes the last mark away.
    pub async fn unmark(&mut self) -> Result<()> {
        self.raw("RELEASE SAVEPOINT mark").await
    }

    async fn raw(&mut self, sql: &'static str) -> Result<()> {
        on!(self, |c, _e| sqlx::raw_sql(sql).execute(c).await.map(|_| ()))?;
        Ok(())
    }

    /// Commits, or takes everything back when the work was only rehearsed.
    pub async fn finish(self, rehearsal: bool) -> Result<()> {
        if rehearsal { self.rollback().await } else { self.commit().await }
    }
}

impl Store {
    /// Begins a transaction that may write.
    pub async fn write(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { write, .. } => Tx::Sqlite(write.begin_with("BEGIN IMMEDIATE").await?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Begins a transaction that only reads and sees one state of the database throughout; nobody waits for it.
    /// Take its snapshot with [`verify::snapshot`] before anything else.
    pub async fn look(&self) -> Result<Tx> {
        Ok(match &self.pools {
            Pools::Sqlite { read, .. } => Tx::Sqlite(read.begin().await?),
            Pools::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// A connection that only reads.
    pub async fn read(&self) -> Result<Reader> {
        Ok(match &self.pools {
            Pools::Sqlite { read, .. } => Reader::Sqlite(read.acquire().await?),
            Pools::Postgres(pool) => Reader::Postgres(pool.acquire().await?),
        })
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        match &self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Where it is, without its password.
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Closes every connection; SQLite folds its log back into the file.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { write, read } => {
                read.close().await;
                write.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Runs `work`, a whole transaction without outside effects, again while it fails for a passing
/// reason (busy, serialisation failure, deadlock): ten times at most, with growing pauses.
pub async fn retrying<T, F>(mut work: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<T>>,
{
    const TRIES: u32 = 10;
    let mut tried = 0;
    loop {
        match work().await {
            Err(e) if e.is_passing() && tried + 1 < TRIES => {
                tried += 1;
                let ceiling = 5_u64 << tried.min(7);
                let pause = rand::random_range(ceiling / 2..=ceiling);
                tracing::debug!(tried, pause_ms = pause, "transaction tried again");
                tokio::time::sleep(Duration::from_millis(pause)).await;
            }
            other => return other,
        }
    }
}

/// Every statement of the store with its name, for the test that prepares them.
pub fn catalogue() -> Vec<(&'static str, Sql)> {
    let mut all = Vec::new();
    all.extend_from_slice(account::ALL);
    all.extend_from_slice(allowed::ALL);
    all.extend_from_slice(audience::ALL);
    all.extend_from_slice(audit::ALL);
    all.extend_from_slice(autocharge::ALL);
    all.extend_from_slice(batch::ALL);
    all.extend_from_slice(campaign::ALL);
    all.extend_from_slice(consent::ALL);
    all.extend_from_slice(dialect::ALL);
    all.extend_from_slice(doubt::ALL);
    all.extend_from_slice(erasure::ALL);
    all.extend_from_slice(frequency::ALL);
    all.extend_from_slice(gauge::ALL);
    all.extend_from_slice(health::ALL);
    all.extend_from_slice(hold::ALL);
    all.extend_from_slice(journal::ALL);
    all.extend_from_slice(line::ALL);
    all.extend_from_slice(line::bulk::ALL);
    all.extend_from_slice(line::export::ALL);
    all.extend_from_slice(line::number::ALL);
    all.extend_from_slice(list::ALL);
    all.extend_from_slice(message::ALL);
    all.extend_from_slice(notice::ALL);
    all.extend_from_slice(op::ALL);
    all.extend_from_slice(payment::ALL);
    all.extend_from_slice(period::ALL);
    all.extend_from_slice(price::ALL);
    all.extend_from_slice(queue::ALL);
    all.extend_from_slice(rate::ALL);
    all.extend_from_slice(receipt::ALL);
    all.extend_from_slice(recipient::ALL);
    all.extend_from_slice(result::ALL);
    all.extend_from_slice(rotation::ALL);
    all.extend_from_slice(route::ALL);
    all.extend_from_slice(schedule::ALL);
    all.extend_from_slice(sender::ALL);
    all.extend_from_slice(recipient::bundle::ALL);
    all.extend_from_slice(setting::ALL);
    all.extend_from_slice(settle::ALL);
    all.extend_from_slice(settle::adjust::ALL);
    all.extend_from_slice(settle::bill::ALL);
    all.extend_from_slice(settle::job::ALL);
    all.extend_from_slice(settle::provider::ALL);
    all.extend_from_slice(settle::prune::ALL);
    all.extend_from_slice(settle::site::ALL);
    all.extend_from_slice(site::ALL);
    all.extend_from_slice(stats::ALL);
    all.extend_from_slice(suppression::ALL);
    all.extend_from_slice(template::ALL);
    all.extend_from_slice(usage::ALL);
    all.extend_from_slice(verify::ALL);
    all
}
