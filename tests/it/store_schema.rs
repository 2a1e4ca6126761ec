//! Both engines reach the same schema, and every statement is one that they take.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{TestDb, on_each_engine};
use msgctl::store::{Engine, catalogue};
use sqlx::{AssertSqlSafe, Executor as _, Row as _, SqlSafeStr as _};

on_each_engine! {
    async fn every_statement_prepares(db: TestDb) {
        let engine = db.store.engine();
        let statements = catalogue();
        assert!(statements.len() > 5);
        for (name, sql) in statements {
            let text = AssertSqlSafe(sql.on(engine)).into_sql_str();
            let prepared = match engine {
                Engine::Sqlite => {
                    let pool = sqlx::SqlitePool::connect(&db.url).await.expect("opens");
                    pool.prepare(text).await.map(|_| ())
                }
                Engine::Postgres => {
                    let pool = sqlx::PgPool::connect(&db.url).await.expect("opens");
                    let done = pool.prepare(text).await.map(|_| ());
                    pool.close().await;
                    done
                }
            };
            prepared.unwrap_or_else(|e| panic!("{name} on {engine:?}: {e}\n{}", sql.on(engine)));
        }
    }

    async fn migrating_twice_changes_nothing(db: TestDb) {
        let first = db.store.installation().await.expect("a name");
        db.store.migrate().await.expect("migrates again");
        assert_eq!(db.store.installation().await.expect("a name"), first);
        assert!(db.store.migrations().await.expect("listed").iter().all(|m| m.applied));
    }
}

/// Table → (column → may be null).
type Catalogue = BTreeMap<String, BTreeMap<String, bool>>;

#[tokio::test]
async fn both_engines_reach_the_same_catalogue() {
    let Some(pg) = TestDb::postgres().await else { return };
    let lite = TestDb::sqlite().await;
    let mut a: Catalogue = BTreeMap::new();
    let pool = sqlx::SqlitePool::connect(&lite.url).await.expect("opens");
    let sql = "SELECT m.name, p.name, p.\"notnull\" = 0 AND p.pk = 0 FROM sqlite_master m, pragma_table_info(m.name) p
               WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '\\_sqlx%' ESCAPE '\\'";
    for row in sqlx::query(sql).fetch_all(&pool).await.expect("reads") {
        a.entry(row.get(0)).or_default().insert(row.get(1), row.get(2));
    }
    let mut b: Catalogue = BTreeMap::new();
    let pool = sqlx::PgPool::connect(&pg.url).await.expect("opens");
    let sql = "SELECT table_name::text, column_name::text, is_nullable = 'YES' FROM information_schema.columns
               WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'";
    for row in sqlx::query(sql).fetch_all(&pool).await.expect("reads") {
        b.entry(row.get(0)).or_default().insert(row.get(1), row.get(2));
    }
    assert_eq!(a, b);
    let indexes = |names: Vec<String>| -> BTreeSet<String> {
        names.into_iter().filter(|n| !n.ends_with("_pkey") && !n.ends_with("_key")).collect()
    };
    let lite_indexes = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        .fetch_all(&sqlx::SqlitePool::connect(&lite.url).await.expect("opens"))
        .await
        .expect("reads");
    let pg_indexes = sqlx::query_scalar("SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema()")
        .fetch_all(&pool)
        .await
        .expect("reads");
    assert_eq!(indexes(lite_indexes), indexes(pg_indexes));
}

#[test]
fn migrations_have_equal_numbers_and_names() {
    let names = |engine: &str| -> BTreeSet<String> {
        std::fs::read_dir(format!("{}/migrations/{engine}", env!("CARGO_MANIFEST_DIR")))
            .expect("a folder")
            .map(|e| e.expect("an entry").file_name().into_string().expect("text"))
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
}

on_each_engine! {
    async fn a_held_lock_is_seen_without_a_session_of_ones_own(db: TestDb) {
        let on_a_server = db.url.starts_with("postgres");
        assert!(!db.store.is_locked("reports-main").await.expect("asked"));
        let held = db.store.try_lock("reports-main").await.expect("asked").expect("free");
        assert_eq!(db.store.is_locked("reports-main").await.expect("asked"), on_a_server);
        assert!(!db.store.is_locked("reports-other").await.expect("asked"));
        assert!(db.store.try_lock("reports-main").await.expect("asked").is_none());
        drop(held);
        // a server notices that a session is gone a moment later
        for _ in 0..100 {
            if !db.store.is_locked("reports-main").await.expect("asked") {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the lock stays");
    }
}
