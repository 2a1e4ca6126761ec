//! A fresh database of either engine for one test.

use msgctl::store::{Opening, Store, Target};
use sqlx::AssertSqlSafe;

/// An open, migrated, empty database.
pub struct TestDb {
    pub store: Store,
    pub url: String,
    _dir: Option<tempfile::TempDir>,
}

impl TestDb {
    pub async fn sqlite() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", dir.path().join("test.db").display());
        Self { store: open(&url).await, url, _dir: Some(dir) }
    }

    /// A schema of its own on the server that `MSGCTL_TEST_POSTGRES` names.
    ///
    /// Without it the test says so and passes, except in CI, where a missing engine is a failure.
    pub async fn postgres() -> Option<Self> {
        let base = postgres_url()?;
        let schema = format!("t_{:016x}", rand::random::<u64>());
        let pool = sqlx::PgPool::connect(&base).await.expect("the PostgreSQL test server answers");
        sqlx::query(AssertSqlSafe(format!("CREATE SCHEMA {schema}"))).execute(&pool).await.expect("a schema");
        pool.close().await;
        let joint = if base.contains('?') { '&' } else { '?' };
        let url = format!("{base}{joint}options=-csearch_path%3D{schema}");
        Some(Self { store: open(&url).await, url, _dir: None })
    }

    /// A whole database of its own on that server, for tests that cut its connections.
    pub async fn postgres_alone() -> Option<Self> {
        let base = postgres_url()?;
        let name = format!("alone_{:016x}", rand::random::<u64>());
        let pool = sqlx::PgPool::connect(&base).await.expect("the PostgreSQL test server answers");
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&pool).await.expect("a database");
        pool.close().await;
        let (server, _) = base.rsplit_once('/').expect("a URL with a database");
        let url = format!("{server}/{name}");
        Some(Self { store: open(&url).await, url, _dir: None })
    }

    /// Runs statements beside the product.
    pub async fn run(&self, sql: impl Into<String>) {
        let sql = AssertSqlSafe(sql.into());
        if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.expect("opens");
            sqlx::raw_sql(sql).execute(&pool).await.expect("runs");
            pool.close().await;
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.expect("opens");
            sqlx::raw_sql(sql).execute(&pool).await.expect("runs");
            pool.close().await;
        }
    }

    /// The first value of a query, as a number.
    pub async fn number(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.expect("opens");
            sqlx::query_scalar(sql).fetch_one(&pool).await.expect("reads")
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.expect("opens");
            sqlx::query_scalar(sql).fetch_one(&pool).await.expect("reads")
        }
    }
}

pub fn postgres_url() -> Option<String> {
    server_url("MSGCTL_TEST_POSTGRES", "PostgreSQL")
}

/// What a variable names. Without it the test says so and passes; in CI that is a failure.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "tests have no Host and no Ui")]
pub fn server_url(variable: &str, engine: &str) -> Option<String> {
    let url = std::env::var(variable).ok();
    if url.is_none() {
        assert!(std::env::var("CI").is_err(), "{variable} is not set: in CI every engine is tested");
        eprintln!("{variable} is not set: {engine} is not tested; `tests/run` does it");
    }
    url
}

async fn open(url: &str) -> Store {
    let target = Target::parse(url, std::path::Path::new("/")).expect("a URL");
    Store::open(target, Opening::Create).await.expect("opens and migrates")
}

/// Stamps a test on both engines: `on_each_engine! { async fn name(db: TestDb) { … } }`.
macro_rules! on_each_engine {
    ($($(#[$meta:meta])* async fn $name:ident($db:ident: TestDb) $body:block)+) => {
        $(
            $(#[$meta])*
            mod $name {
                #[allow(unused_imports, clippy::allow_attributes, reason = "each body uses what it needs")]
                use super::*;

                async fn body($db: $crate::support::TestDb) $body

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn sqlite() {
                    body($crate::support::TestDb::sqlite().await).await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn postgres() {
                    if let Some(db) = $crate::support::TestDb::postgres().await {
                        body(db).await;
                    }
                }
            }
        )+
    };
}
pub(crate) use on_each_engine;
