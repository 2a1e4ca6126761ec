//! The database looked at from beside: everything with money in it, byte by byte.

use std::collections::BTreeMap;

use sqlx::AssertSqlSafe;

/// Tables that no refused operation may touch.
const TABLES: &[&str] = &[
    "account",
    "journal",
    "entry",
    "payment",
    "hold",
    "usage_charge",
    "price_book",
    "price",
    "period",
    "site",
    "campaign",
    "message",
    "batch",
    "attempt",
    "queue",
    "result",
    "tally",
    "notice",
    "autocharge",
];

/// What is in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Dump {
    pub books: Vec<(String, String)>,
    /// Operations by their keys.
    pub ops: BTreeMap<String, String>,
}

enum Pool {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

pub struct Probe {
    pool: Pool,
    books: String,
    ops: String,
}

impl Probe {
    pub async fn new(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(url).await.expect("opens");
            let mut rows = Vec::new();
            for table in TABLES.iter().chain(&["op"]) {
                let sql = format!(
                    "SELECT group_concat('quote(' || name || ')', ' || '','' || ') FROM pragma_table_info('{table}')"
                );
                let row: String = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&pool).await.expect("columns");
                rows.push((*table, row));
            }
            let of = |(table, row): &(&str, String)| {
                format!(
                    "SELECT '{table}', COALESCE((SELECT group_concat(x, '|') FROM (SELECT {row} AS x FROM {table} ORDER BY 1)), '')"
                )
            };
            let op = rows.pop().expect("operations").1;
            let books = rows.iter().map(of).collect::<Vec<_>>().join(" UNION ALL ");
            Self { pool: Pool::Sqlite(pool), books, ops: format!("SELECT key, {op} FROM op") }
        } else {
            let pool = sqlx::PgPool::connect(url).await.expect("opens");
            let of = |table: &&str| {
                format!(
                    "SELECT '{table}'::text, COALESCE((SELECT string_agg(t::text, '|' ORDER BY t::text) FROM {table} t), '')"
                )
            };
            let books = TABLES.iter().map(of).collect::<Vec<_>>().join(" UNION ALL ");
            Self { pool: Pool::Postgres(pool), books, ops: "SELECT key, o::text FROM op o".to_owned() }
        }
    }

    async fn pairs(&self, sql: &str) -> Vec<(String, String)> {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.pool {
            Pool::Sqlite(p) => sqlx::query_as(sql).fetch_all(p).await.expect("reads"),
            Pool::Postgres(p) => sqlx::query_as(sql).fetch_all(p).await.expect("reads"),
        }
    }

    pub async fn dump(&self) -> Dump {
        Dump { books: self.pairs(&self.books).await, ops: self.pairs(&self.ops).await.into_iter().collect() }
    }

    /// Every journal, every month and everything together add up to nothing, and balances are what was booked.
    pub async fn sums_are_zero(&self) {
        let wrong =
            "SELECT 'journal', CAST(journal_id AS TEXT) FROM entry GROUP BY journal_id HAVING SUM(amount_minor) <> 0
            UNION ALL
            SELECT 'month', CAST(j.period AS TEXT) FROM entry e JOIN journal j ON j.id = e.journal_id GROUP BY j.period
            HAVING SUM(e.amount_minor) <> 0
            UNION ALL
            SELECT 'account', a.code FROM account a WHERE a.site_id IS NOT NULL AND a.balance_minor <>
            (SELECT COALESCE(SUM(e.amount_minor), 0) FROM entry e WHERE e.account_id = a.id)";
        assert_eq!(self.pairs(wrong).await, []);
    }

    pub async fn close(&self) {
        match &self.pool {
            Pool::Sqlite(p) => p.close().await,
            Pool::Postgres(p) => p.close().await,
        }
    }
}
