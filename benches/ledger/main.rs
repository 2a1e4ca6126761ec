//! What the books cost: charging for batches of a hundred messages, all on one site, with each commit on the disk; and
//! proving and reading books of millions of entries. Beside each, in the same run, its floor: the same rows by hand; one
//! sum over the entries; a process that does nothing.
//!
//! `cargo bench --bench ledger` measures SQLite; with `MSGCTL_TEST_POSTGRES` set, PostgreSQL too.
//! `ENTRIES=10000000` makes the books larger (they are read at a tenth of that, too), `CAPTURES=2000 WORKERS=8` are the
//! batches and the connections of PostgreSQL. `ONLY=captures` or `ONLY=verify` does one half, `ENGINE=sqlite` or
//! `ENGINE=postgresql` one engine.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::type_complexity,
    clippy::zombie_processes,
    reason = "a bench: figures go to stdout, settings come from the environment"
)]
#![expect(clippy::cast_precision_loss, reason = "a bench: rates to read")]

#[path = "../support/mod.rs"]
mod support;

mod books;
mod captures;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use books::{Books, Db, SITES, entries_each};
use msgctl::store::{Opening, Store, Target};
use support::{binary, configure, fresh_schema, run, var};

/// Whatever waits for the machine only is the better of several.
const TURNS: usize = 3;

fn number(name: &str, default: i64) -> i64 {
    var(name).and_then(|n| n.parse().ok()).unwrap_or(default)
}

fn main() {
    let rt = tokio::runtime::Runtime::new().expect("a runtime");
    let dir = tempfile::tempdir().expect("a folder");
    let only = |name: &str, what: &str| var(name).is_none_or(|v| v == what);
    let postgres = var("MSGCTL_TEST_POSTGRES");
    for engine in ["SQLite", "PostgreSQL"] {
        if !only("ENGINE", &engine.to_lowercase()) || (engine == "PostgreSQL" && postgres.is_none()) {
            continue;
        }
        let fresh = |name: &str| match &postgres {
            Some(base) if engine == "PostgreSQL" => rt.block_on(fresh_schema(base)),
            _ => format!("sqlite:{}", dir.path().join(format!("{name}.db")).display()),
        };
        if only("ONLY", "captures") {
            charge(engine, &rt, &fresh);
        }
        if only("ONLY", "verify") {
            prove(engine, &rt, dir.path(), &fresh("books"));
        }
    }
}

/// Batches of a hundred that end, on one site and of one campaign.
fn charge(engine: &str, rt: &tokio::runtime::Runtime, fresh: &impl Fn(&str) -> String) {
    let n = number("CAPTURES", 2_000);
    let workers = if engine == "SQLite" { 1 } else { usize::try_from(number("WORKERS", 8)).expect("few") };
    let mut best = [0.0_f64; 2];
    for turn in 0..TURNS {
        for (who, best) in best.iter_mut().enumerate() {
            let url = fresh(&format!("captures-{turn}-{who}"));
            let took = rt.block_on(async {
                let store = captures::prepare(&url, n).await;
                let took = if who == 0 {
                    captures::ours(&store, n, workers).await
                } else {
                    captures::by_hand(&url, n, workers).await
                };
                store.close().await;
                captures::check(&url, n).await;
                took
            });
            *best = best.max(n as f64 / took.as_secs_f64());
        }
    }
    let [ours, floor] = best;
    println!(
        "{engine:<10} capture    {ours:>7.0}/s batches of 100 messages, {workers} at a time; floor, the same rows by hand: {floor:.0}/s; {:.2} of it",
        ours / floor
    );
}

/// Books of many entries are proven and read.
fn prove(engine: &str, rt: &tokio::runtime::Runtime, dir: &Path, url: &str) {
    let entries = number("ENTRIES", 1_000_000);
    let begun = Instant::now();
    let mut books = rt.block_on(async {
        Store::open(Target::parse(url, dir).expect("a URL"), Opening::Create).await.expect("opens").close().await;
        Books::begin(url, entries).await
    });
    let config = configure(dir, url, 1, 1);
    let key = dir.join("key");
    if !key.exists() {
        let mut rng: rand::rngs::StdRng = rand::make_rng();
        msgctl::ops::keys::generate(&key, &mut rng).expect("a key");
    }
    for size in [entries / 10, entries] {
        let n = rt.block_on(books.grow(size));
        println!(
            "{engine:<10} {n} entries, {} of a campaign, {SITES} sites, made after {:.0} s",
            entries_each(),
            begun.elapsed().as_secs_f64()
        );
        let mut sum = f64::MAX;
        let mut each = f64::MAX;
        for _ in 0..2 {
            let timed = Instant::now();
            let sums =
                rt.block_on(books.db.ask("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM entry GROUP BY account_id"));
            assert_eq!(sums.iter().sum::<i64>(), 0);
            sum = sum.min(timed.elapsed().as_secs_f64());
            let timed = Instant::now();
            let rows = rt.block_on(books.db.read(
                "SELECT journal_id, n, account_id, amount_minor, acct_seq, balance_minor FROM entry ORDER BY journal_id, n",
            ));
            assert_eq!(rows, n);
            each = each.min(timed.elapsed().as_secs_f64());
        }
        println!(
            "{engine:<10} floor      {sum:>7.2} s one sum over all entries by account; {each:.2} s all of them fetched in order"
        );
        for args in [&["--full"][..], &["--seal"], &["--full"]] {
            let r = run(&config, &[&["credits", "verify"], args].concat());
            let v: serde_json::Value = serde_json::from_str(&r.out).expect("a report");
            assert_eq!((&v["proven"], v["entries"].as_u64()), (&true.into(), Some(n)), "{}", r.out);
            let took = r.took.as_secs_f64();
            println!(
                "{engine:<10} verify {:<6} {took:>5.2} s: {:>9.0} entries/s, {:.1} times the sum; {} MB, processor {:.1} s",
                args[0],
                n as f64 / took,
                took / sum,
                r.mb,
                r.cpu
            );
        }
    }
    let site = "site1";
    let alone = best(|| {
        let begun = Instant::now();
        let out = Command::new(binary()).arg("--version").stdout(Stdio::null()).status().expect("runs");
        assert!(out.success());
        begun.elapsed()
    });
    let floor = best(|| {
        let begun = Instant::now();
        let rows = rt.block_on(async {
            Db::open(url).await.ask("SELECT balance_minor FROM account WHERE site_id = 1 ORDER BY id").await
        });
        assert_eq!(rows.len(), 3);
        begun.elapsed()
    });
    let balance = best(|| run(&config, &["credits", "balance", "--site", site]).took);
    let all = best(|| run(&config, &["credits", "balance"]).took);
    let history = best(|| run(&config, &["credits", "history", "--site", site]).took);
    println!(
        "{engine:<10} process    balance --site {balance:.1} ms, balance of all {all:.1} ms, history {history:.1} ms; floors: a process \
         that says its version {alone:.1} ms, a connection and a statement {floor:.1} ms"
    );
}

/// Milliseconds, the best of several.
fn best(work: impl Fn() -> Duration) -> f64 {
    (0..9).map(|_| work().as_secs_f64() * 1000.0).fold(f64::MAX, f64::min)
}
