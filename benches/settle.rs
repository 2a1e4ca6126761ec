//! What the settlement of a month costs, end to end: a million lines with a history of plans, services, discounts,
//! micro payments and usage. Beside it, in the same run, the floor: the same bills computed by the database alone (the
//! statement of `settle verify`), written into the same table of a copy.
//!
//! `cargo bench --bench settle` measures SQLite; with `MSGCTL_TEST_POSTGRES` set, PostgreSQL too, and that both engines
//! come to the same control hash. `LINES=50000` makes it shorter.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::zombie_processes,
    reason = "a bench: figures go to stdout, settings come from the environment"
)]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msgctl::domain::bill::Month;
use msgctl::domain::period::Period;
use msgctl::store::{Opening, Store, Target};
use serde_json::Value;
use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};
use support::{Ran, binary, cpu, fresh_schema, run, var};

/// As the product sets them.
const SETTINGS: &str =
    "SET enable_seqscan = off; SET enable_hashjoin = off; SET jit = off; SET max_parallel_workers_per_gather = 0";

/// Over on every machine's calendar.
const MONTH: &str = "2025-10";

fn main() {
    let lines: i64 = var("LINES").and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let rt = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
    println!("settle: {lines} lines, one month; process start to end");
    let dir = tempfile::tempdir().expect("a folder");
    let mut hashes = Vec::new();
    {
        let bench = Bench::new(dir.path(), format!("sqlite:{}", dir.path().join("bench.db").display()), lines);
        hashes.push(bench.measure("SQLite", &rt));
    }
    if let Some(base) = var("MSGCTL_TEST_POSTGRES") {
        let url = rt.block_on(fresh_schema(&base));
        hashes.push(Bench::new(dir.path(), url.clone(), lines).measure("PostgreSQL", &rt));
        rt.block_on(drop_schema(&url));
    }
    assert!(hashes.iter().all(|h| *h == hashes[0]), "the engines do not agree: {hashes:?}");
}

struct Bench {
    dir: PathBuf,
    url: String,
    config: PathBuf,
    lines: i64,
}

impl Bench {
    fn new(dir: &Path, url: String, lines: i64) -> Self {
        let key = dir.join("key");
        if !key.exists() {
            msgctl::ops::keys::generate(&key, &mut rand::make_rng::<rand::rngs::StdRng>()).expect("a key");
        }
        let mut bench = Self { dir: dir.to_owned(), url, config: dir.join("msgctl.toml"), lines };
        bench.configure(&bench.url.clone());
        bench
    }

    fn configure(&mut self, url: &str) {
        url.clone_into(&mut self.url);
        let key = self.dir.join("key").display().to_string();
        let text = format!("[database]\nurl = \"{url}\"\n[crypto]\nkey = \"file:{key}\"\n");
        std::fs::write(&self.config, text).expect("written");
    }

    /// Everything once; the control hash of the first run.
    fn measure(mut self, engine: &str, rt: &tokio::runtime::Runtime) -> String {
        println!("{engine}");
        let begun = Instant::now();
        rt.block_on(self.fill());
        self.say("loaded by set-based SQL", begun.elapsed(), "");
        let floor = rt.block_on(self.floor());
        self.say("floor: bills by the database alone, 1 connection", floor, "");
        let settle = ["settle", "--month", MONTH, "--workers", "2"];

        let spare = rt.block_on(self.spare());
        let first = run(&self.config, &settle);
        let said: Value = serde_json::from_str(&first.out).expect("a result");
        assert_eq!((&said["bills"], &said["parked"]), (&Value::from(self.lines), &Value::from(0)), "{said}");
        let of_floor = format!("{:.2} of the floor", first.took.as_secs_f64() / floor.as_secs_f64());
        self.ran("settle --month, first run", &first, &of_floor);
        let hash = said["control_hash"].as_str().expect("a hash").to_owned();

        let again = run(&self.config, &settle);
        self.ran("nothing changed", &again, "");
        let line = format!("L{:07}", self.lines / 2);
        run(&self.config, &["line", "add-vas", &line, "RING2", "--on", "2025-10-01"]);
        let one = run(&self.config, &settle);
        let part = format!("{:.0} % of the first run", 100.0 * one.took.as_secs_f64() / first.took.as_secs_f64());
        self.ran("one line changed", &one, &part);
        let diff: Value =
            serde_json::from_str(&run(&self.config, &["settle", "diff", "--month", MONTH]).out).expect("rows");
        assert_eq!(diff.as_array().map(Vec::len), Some(1), "{diff}");
        assert_eq!(diff[0]["line"], line, "{diff}");

        let out = self.dir.join(format!("out-{engine}"));
        let dir = out.display().to_string();
        let export = run(&self.config, &["settle", "export", "--month", MONTH, "--dir", &dir]);
        let bytes = std::fs::metadata(out.join("lines.csv")).expect("a file").len();
        self.ran("settle export", &export, &format!("{} MB", bytes >> 20));

        self.configure(&spare);
        let (killed, at) = rt.block_on(self.killed(&settle));
        let rest = run(&self.config, &settle);
        let said: Value = serde_json::from_str(&rest.out).expect("a result");
        assert_eq!(said["control_hash"], hash, "a killed run comes to something else");
        let both = |f: fn(&Ran) -> f64| (f(&killed) + f(&rest)) / f(&first);
        println!(
            "    {:<50} {:>7.2} s + {:.2} s: {:.2} of the first run, processor {:.2} of it",
            format!("killed at {at:.0} %, run again"),
            killed.took.as_secs_f64(),
            rest.took.as_secs_f64(),
            both(|r| r.took.as_secs_f64()),
            both(|r| r.cpu),
        );
        if !self.url.starts_with("sqlite:") {
            rt.block_on(drop_schema(&self.url));
        }
        hash
    }

    fn say(&self, what: &str, took: Duration, more: &str) {
        let s = took.as_secs_f64();
        println!("    {what:<50} {s:>7.2} s {:>9.0} lines/s {more}", self.lines as f64 / s);
    }

    fn ran(&self, what: &str, r: &Ran, more: &str) {
        self.say(what, r.took, &format!("{:>4} MB, processor {:.1} s {more}", r.mb, r.cpu));
    }

    /// Another database that holds the same.
    async fn spare(&self) -> String {
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let copy = format!("{path}.spare");
            std::fs::copy(path, &copy).expect("copied");
            return format!("sqlite:{copy}");
        }
        let base = var("MSGCTL_TEST_POSTGRES").expect("is set");
        let url = fresh_schema(&base).await;
        let spare = Self { url, dir: self.dir.clone(), config: self.config.clone(), lines: self.lines };
        spare.fill().await;
        spare.url
    }

    /// Lines straight into the tables.
    async fn fill(&self) {
        let target = Target::parse(&self.url, &self.dir).expect("a URL");
        Store::open(target, Opening::Create).await.expect("opens").close().await;
        let sql = load(self.lines, self.url.starts_with("sqlite:"));
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let mut c = SqliteConnection::connect(path).await.expect("opens");
            c.execute(sqlx::raw_sql(AssertSqlSafe(format!("BEGIN; {sql}; COMMIT; PRAGMA wal_checkpoint(TRUNCATE)"))))
                .await
                .expect("filled");
            c.close().await.expect("closes");
        } else {
            let mut c = PgConnection::connect(&self.url).await.expect("opens");
            c.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await.expect("filled");
            for table in ["customer", "line", "line_plan", "line_vas", "line_discount", "micro_payment", "line_usage"] {
                c.execute(sqlx::raw_sql(AssertSqlSafe(format!("VACUUM ANALYZE {table}")))).await.expect("analysed");
            }
        }
    }

    /// The statement of `settle verify`, its rows written into the table of bills, 10,000 lines a transaction.
    async fn floor(&self) -> Duration {
        let month: Period = MONTH.parse().expect("a month");
        let days = Month::of(month);
        let (_, sql) =
            msgctl::store::catalogue().into_iter().find(|(n, _)| n.ends_with("BILLS_BY_SQL")).expect("is there");
        let head = "INSERT INTO bill (period, line_id, plan_minor, vas_minor, overage_minor, discount_minor, adjust_minor,
            supply_minor, vat_minor, micro_minor, carry_in_minor, round_minor, total_minor, carry_out_minor, digest, draft) ";
        let of = |text: &str, max: &str| {
            let (with, _) = text.split_once("SELECT COALESCE(string_agg(id").expect("its last part");
            format!(
                "{head}{with} SELECT $5, id, pf, vf, ov, di, ad, su, va, mi, ci, -cut, {max}(op, 0) - cut, {max}(-op, 0), 0, 0
                 FROM z ORDER BY id"
            )
        };
        macro_rules! chunks {
            ($c:expr, $sql:expr, $begin:expr) => {{
                let begun = Instant::now();
                let mut lo = 0;
                while lo < self.lines {
                    let hi = (lo + 10_000).min(self.lines);
                    $c.execute($begin).await.expect("begins");
                    sqlx::query(AssertSqlSafe($sql.clone()))
                        .bind(lo)
                        .bind(hi)
                        .bind(days.from)
                        .bind(days.to)
                        .bind(month)
                        .bind(month.previous())
                        .execute(&mut $c)
                        .await
                        .expect("computed");
                    $c.execute("COMMIT").await.expect("commits");
                    lo = hi;
                }
                begun.elapsed()
            }};
        }
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let copy = format!("{path}.floor");
            std::fs::copy(path, &copy).expect("copied");
            let mut c = SqliteConnection::connect(&copy).await.expect("opens");
            let pragmas = "PRAGMA journal_mode = wal; PRAGMA synchronous = full; PRAGMA cache_size = -65536;
                PRAGMA temp_store = memory; PRAGMA wal_autocheckpoint = 10000";
            c.execute(sqlx::raw_sql(pragmas)).await.expect("set");
            let took = chunks!(c, of(sql.sqlite, "max"), "BEGIN IMMEDIATE");
            c.close().await.expect("closes");
            std::fs::remove_file(copy).expect("removed");
            took
        } else {
            let mut c = PgConnection::connect(&self.url).await.expect("opens");
            c.execute(sqlx::raw_sql(SETTINGS)).await.expect("set");
            let took = chunks!(c, of(sql.postgres, "GREATEST"), "BEGIN");
            c.execute("TRUNCATE bill").await.expect("emptied");
            took
        }
    }

    /// Runs the command and kills it when half of the lines are done.
    async fn killed(&self, args: &[&str]) -> (Ran, f64) {
        let begun = Instant::now();
        let mut child = Command::new(binary())
            .arg("-C")
            .arg(&self.config)
            .args(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starts");
        loop {
            assert!(child.try_wait().expect("asked").is_none(), "it ended before it was killed");
            let done = self.done().await;
            if done * 2 >= self.lines {
                let used = cpu(child.id());
                child.kill().expect("killed");
                child.wait().expect("ends");
                let at = 100.0 * self.done().await as f64 / self.lines as f64;
                return (Ran { took: begun.elapsed(), out: String::new(), mb: 0, cpu: used }, at);
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    async fn done(&self) -> i64 {
        const DONE: &str = "SELECT CAST(COALESCE(SUM(read_n), 0) AS BIGINT) FROM batch_partition";
        if let Some(path) = self.url.strip_prefix("sqlite:") {
            let mut c = SqliteConnection::connect(path).await.expect("opens");
            // the log must not be folded by whoever only looks
            c.execute("PRAGMA busy_timeout = 10000").await.expect("set");
            sqlx::query_scalar(DONE).fetch_one(&mut c).await.expect("read")
        } else {
            let mut c = PgConnection::connect(&self.url).await.expect("opens");
            sqlx::query_scalar(DONE).fetch_one(&mut c).await.expect("read")
        }
    }
}

async fn drop_schema(url: &str) {
    let schema = url.rsplit("%3D").next().expect("a schema");
    let mut c = PgConnection::connect(url).await.expect("opens");
    c.execute(AssertSqlSafe(format!("DROP SCHEMA {schema} CASCADE"))).await.expect("dropped");
}

/// Statements that make `n` lines: one of ten changes its plan within the month, half of them have a service, a third a
/// discount, a fifth a micro payment; one of fifty ends.
fn load(n: i64, sqlite: bool) -> String {
    let month: Period = MONTH.parse().expect("a month");
    let first = Month::of(month).from;
    let noon = month.start().0 + 4 * 86_400_000_000;
    let ym = month.ym();
    let (bytes, nothing) =
        if sqlite { ("zeroblob(16)", "x''") } else { ("decode(repeat('00', 16), 'hex')", "decode('', 'hex')") };
    let code = if sqlite { "printf('L%07d', i)" } else { "'L' || lpad(i::text, 7, '0')" };
    let g = format!("WITH RECURSIVE g(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM g WHERE i < {n})");
    let into = |table: &str, select: &str| {
        // a statement with rows from a CTE begins with it on neither engine alike
        format!("INSERT INTO {table} {g} SELECT {select};")
    };
    let mut sql = String::new();
    for p in 1..=40_i64 {
        sql.push_str(&format!("INSERT INTO plan (id, code) VALUES ({p}, 'P{p:02}');"));
        let allowance = if p % 8 == 0 { "NULL".to_owned() } else { ((1 + p % 10) << 30).to_string() };
        sql.push_str(&format!(
            "INSERT INTO plan_version VALUES ({p}, 0, 'plan {p}', {}, {allowance}, 512, 10000, 1800000);",
            2_500_000 + p * 110_000
        ));
    }
    sql.push_str(
        "INSERT INTO vas (id, code) VALUES (1, 'RING'), (2, 'RING2');
         INSERT INTO vas_version VALUES (1, 0, 'ring', 110000, 1), (2, 0, 'ring 2', 220000, 1);",
    );
    sql.push_str(&into(
        "customer (id, code, phone_ix, content_ix, sealed, key_id, round_unit, created_at, updated_at)",
        &format!("i, 'C' || i, {bytes}, {bytes}, {nothing}, 1, CASE WHEN i % 2 = 0 THEN 1 ELSE 10 END, 0, 0 FROM g"),
    ));
    sql.push_str(&into(
        "line (id, code, customer_id, activated_on, terminated_on, created_at, updated_at)",
        &format!(
            "i, {code}, i, {first} - 400 + i % 410, CASE WHEN i % 50 = 0 THEN {first} + 10 + i % 20 END, 0, 0 FROM g"
        ),
    ));
    sql.push_str(&into(
        "line_plan (line_id, from_day, seq, plan_id, to_day)",
        &format!(
            "i, CASE k WHEN 0 THEN {first} - 400 + i % 410 ELSE {first} + 12 END, k, 1 + (i + k) % 40,
             CASE WHEN k = 0 AND i % 10 = 9 THEN {first} + 12 ELSE 2932896 END
             FROM g CROSS JOIN (SELECT 0 AS k UNION ALL SELECT 1) AS h WHERE k = 0 OR i % 10 = 9 ORDER BY i, k"
        ),
    ));
    sql.push_str(&into(
        "line_vas (line_id, vas_id, from_day, to_day)",
        &format!("i, 1, {first} - 50 + i % 70, CASE WHEN i % 20 = 0 THEN {first} + 20 ELSE 2932896 END FROM g WHERE i % 2 = 0"),
    ));
    sql.push_str(&into(
        "line_discount (line_id, code, from_day, to_day, target, kind, value, priority, proratable)",
        &format!(
            "i, 'LOYAL', {first} - 50 + i % 60, 2932896, CASE WHEN i % 4 = 0 THEN 'all' ELSE 'plan' END,
             CASE WHEN i % 2 = 0 THEN 'rate' ELSE 'fixed' END, CASE WHEN i % 2 = 0 THEN 2500 ELSE 300000 END, 1, i % 2
             FROM g WHERE i % 3 = 0"
        ),
    ));
    sql.push_str(&into(
        "micro_payment (line_id, ref, kind, approved_at, amount_minor, period)",
        &format!("i, 'PG' || i, 'approve', {noon} + i, 990000, {ym} FROM g WHERE i % 5 = 0"),
    ));
    sql.push_str(&into("line_usage (period, line_id, bytes)", &format!("{ym}, i, i * 7919 % 8000000000 FROM g")));
    sql
}
