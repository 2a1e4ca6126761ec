//! An operator's member table in each engine that `recipients pull` reads.

use std::fmt::Write as _;

use sqlx::{AssertSqlSafe, Executor as _};

use super::db::{postgres_url, server_url};

/// One member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: i64,
    pub name: String,
    pub phone: String,
    pub birth: jiff::civil::Date,
}

/// `n` members born from 1940 to 2015, the same ones each time, every phone number another.
pub fn members(n: u32) -> Vec<Member> {
    let (family, given) = (["김", "이", "박", "최", "남궁"], ["민서", "지우", "하은", "도윤", "우"]);
    let mut state = 7_u64;
    let mut draw = |below: u32| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(state >> 33).unwrap_or_default() % below
    };
    let first = jiff::civil::date(1940, 1, 1);
    (1..=n)
        .map(|i| Member {
            id: i64::from(i),
            name: format!("{}{}", family[draw(5) as usize], given[draw(5) as usize]),
            phone: format!("010-{:04}-{:04}", i / 10_000, i % 10_000),
            birth: first + jiff::Span::new().days(draw(27_500)),
        })
        .collect()
}

/// A database of an operator, gone with the test.
pub struct MemberDb {
    pub engine: &'static str,
    pub url: String,
    _dir: Option<tempfile::TempDir>,
}

impl MemberDb {
    /// One of each engine: SQLite always, the servers where the environment names them.
    pub async fn each() -> Vec<Self> {
        let mut all = vec![Self::sqlite()];
        all.extend(Self::postgres().await);
        all.extend(Self::mysql().await);
        all
    }

    /// One of each engine with these members in the table `members`.
    pub async fn each_with(members: &[Member]) -> Vec<Self> {
        let all = Self::each().await;
        for db in &all {
            db.fill(members).await;
        }
        all
    }

    pub fn sqlite() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", dir.path().join("members.db").display());
        Self { engine: "sqlite", url, _dir: Some(dir) }
    }

    async fn postgres() -> Option<Self> {
        let base = postgres_url()?;
        let schema = format!("m_{:016x}", rand::random::<u64>());
        let pool = sqlx::PgPool::connect(&base).await.expect("the PostgreSQL test server answers");
        pool.execute(AssertSqlSafe(format!("CREATE SCHEMA {schema}"))).await.expect("a schema");
        pool.close().await;
        let joint = if base.contains('?') { '&' } else { '?' };
        Some(Self { engine: "postgres", url: format!("{base}{joint}options=-csearch_path%3D{schema}"), _dir: None })
    }

    async fn mysql() -> Option<Self> {
        let base = server_url("MSGCTL_TEST_MYSQL", "MariaDB")?;
        let schema = format!("m_{:016x}", rand::random::<u64>());
        let pool = sqlx::MySqlPool::connect(&base).await.expect("the MariaDB test server answers");
        pool.execute(AssertSqlSafe(format!("CREATE DATABASE {schema} CHARACTER SET utf8mb4")))
            .await
            .expect("a database");
        pool.close().await;
        Some(Self { engine: "mysql", url: format!("{base}/{schema}"), _dir: None })
    }

    /// Runs statements of a test.
    pub async fn run(&self, sql: impl Into<String>) {
        let sql = AssertSqlSafe(sql.into());
        match self.engine {
            "sqlite" => {
                let options: sqlx::sqlite::SqliteConnectOptions = self.url.parse().expect("a URL");
                let pool = sqlx::SqlitePool::connect_with(options.create_if_missing(true)).await.expect("opens");
                sqlx::raw_sql(sql).execute(&pool).await.expect("runs");
                pool.close().await;
            }
            "postgres" => {
                let pool = sqlx::PgPool::connect(&self.url).await.expect("opens");
                sqlx::raw_sql(sql).execute(&pool).await.expect("runs");
                pool.close().await;
            }
            _ => {
                let pool = sqlx::MySqlPool::connect(&self.url).await.expect("opens");
                sqlx::raw_sql(sql).execute(&pool).await.expect("runs");
                pool.close().await;
            }
        }
    }

    /// Makes the table `members` and fills it.
    pub async fn fill(&self, members: &[Member]) {
        let mut sql = String::from(
            "create table members (id integer primary key, name varchar(40) not null, phone varchar(20), birth_date date not null, grade varchar(10));\n",
        );
        for some in members.chunks(500) {
            let rows: Vec<String> =
                some.iter().map(|m| format!("({}, '{}', '{}', '{}', 'VIP')", m.id, m.name, m.phone, m.birth)).collect();
            let _ = writeln!(sql, "insert into members values {};", rows.join(","));
        }
        self.run(sql).await;
    }
}
