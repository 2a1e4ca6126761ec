//! What imports of lines cost, beside what SQLite's own tool needs for the same files without a rule.
//!
//! `cargo bench --bench lines [-- LINES]`. The floor is `sqlite3`'s `.import` into a table with the same key; with rules
//! come the look-up of every line, the history of it, and a rejects file.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints its figures, and ends where it fails")]
#![expect(clippy::cast_precision_loss, reason = "a bench: rates to read")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msgctl::domain::seal::new_key_file;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

/// A file: the verb that takes it, its name, header, primary key, and the rows of a line.
struct Sheet {
    verb: &'static [&'static str],
    name: &'static str,
    head: &'static str,
    key: &'static str,
    rows: fn(u64) -> String,
}

const SHEETS: &[Sheet] = &[
    Sheet {
        verb: &["customer", "import"],
        name: "customers",
        head: "customer,name,phone,email,round_unit",
        key: "customer",
        rows: |i| {
            format!(
                "C{i:07},홍길동,010-{:04}-{:04},user{i}@example.com,{}\n",
                i / 10_000,
                i % 10_000,
                if i % 2 == 0 { 1 } else { 10 }
            )
        },
    },
    Sheet {
        verb: &["line", "import"],
        name: "lines",
        head: "line,customer,activated_on,terminated_on",
        key: "line",
        rows: |i| {
            let last = if i % 50 == 0 { "2026-10-10" } else { "" };
            format!("L{i:07},C{i:07},2026-{:02}-01,{last}\n", i % 10 + 1)
        },
    },
    Sheet {
        verb: &["line", "import-plans"],
        name: "line-plans",
        head: "line,plan,from_day,to_day",
        key: "line, from_day",
        rows: |i| {
            let from = i % 10 + 1;
            if i % 10 == 9 {
                format!("L{i:07},A,2026-{from:02}-01,2026-10-13\nL{i:07},B,2026-10-13,\n")
            } else {
                format!("L{i:07},P{:02},2026-{from:02}-01,\n", i % 40)
            }
        },
    },
    Sheet {
        verb: &["line", "import-vas"],
        name: "line-vas",
        head: "line,vas,from_day,to_day",
        key: "line, vas, from_day",
        rows: |i| if i % 2 == 0 { format!("L{i:07},RING,2026-10-01,\n") } else { String::new() },
    },
    Sheet {
        verb: &["line", "import-discounts"],
        name: "line-discounts",
        head: "line,code,target,kind,value,priority,proratable,from_day,to_day",
        key: "line, code, from_day",
        rows: |i| if i % 3 == 0 { format!("L{i:07},LOYAL,plan,rate,2500,1,0,2026-10-01,\n") } else { String::new() },
    },
    Sheet {
        verb: &["line", "import-payments"],
        name: "line-payments",
        head: "line,ref,approved_at,amount,kind",
        key: "line, ref, kind",
        rows: |i| {
            if i % 5 == 0 { format!("L{i:07},PG{i},2026-10-05T12:00:00+09:00,9900,approve\n") } else { String::new() }
        },
    },
    Sheet {
        verb: &["line", "import-usage"],
        name: "line-usage",
        head: "line,month,bytes",
        key: "month, line",
        rows: |i| format!("L{i:07},2026-10,{}\n", i * 7919 % 8_000_000_000),
    },
];

fn main() {
    let lines = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(1_000_000);
    let dir = tempfile::tempdir().expect("a folder");
    let dir = dir.path();
    prepare(dir);
    println!("{lines} lines; rows/s of the whole run, process start to end\n");
    for sheet in SHEETS {
        let file = dir.join(format!("{}.csv", sheet.name));
        let mut out = std::io::BufWriter::new(std::fs::File::create(&file).expect("a file"));
        writeln!(out, "{}", sheet.head).expect("written");
        let mut rows = 0;
        for i in 0..lines {
            let text = (sheet.rows)(i);
            rows += text.lines().count() as u64;
            out.write_all(text.as_bytes()).expect("written");
        }
        drop(out);
        let path = file.display().to_string();
        for turn in ["new", "again"] {
            let begun = Instant::now();
            let out = msgctl(dir, &[sheet.verb, &[path.as_str()]].concat());
            let took = begun.elapsed();
            let result: serde_json::Value = serde_json::from_str(&out).expect("a result");
            let expected = if turn == "new" { "imported" } else { "unchanged" };
            assert_eq!(result[expected], rows, "{}: {result}", sheet.name);
            say(&format!("{}, {turn}", sheet.name), rows, took);
        }
        if let Some(took) = floor(dir, sheet, &path) {
            say("    sqlite3 .import, same key, no rule", rows, took);
        }
    }
}

fn prepare(dir: &Path) {
    let key = dir.join("key");
    std::fs::write(&key, &*new_key_file(&mut StdRng::seed_from_u64(2))).expect("written");
    let url = format!("sqlite:{}", dir.join("ours.db").display());
    let config = format!("[database]\nurl = \"{url}\"\n[crypto]\nkey = \"file:{}\"\n", key.display());
    std::fs::write(dir.join("msgctl.toml"), config).expect("written");
    msgctl(dir, &["db", "migrate"]);
    let mut plans =
        "code,name,monthly_fee,allowance_bytes,overage_unit_bytes,overage_rate,overage_cap,valid_from\n".to_owned();
    for code in (0..40).map(|i| format!("P{i:02}")).chain(["A".to_owned(), "B".to_owned()]) {
        plans.push_str(&format!("{code},plan {code},33000,3221225472,512,0.01,18000,2020-01-01\n"));
    }
    std::fs::write(dir.join("plans.csv"), plans).expect("written");
    msgctl(dir, &["plan", "import", "plans.csv"]);
    msgctl(dir, &["vas", "add", "RING", "--name", "ring", "--fee", "1100", "--from", "2020-01-01"]);
}

fn msgctl(dir: &Path, args: &[&str]) -> String {
    let mut c = Command::new(env!("CARGO_BIN_EXE_msgctl"));
    let out = c.args(["--format", "json", "-q"]).args(args).current_dir(dir).output().expect("runs");
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).expect("text")
}

fn floor(dir: &Path, sheet: &Sheet, path: &str) -> Option<Duration> {
    let script = format!(
        "pragma journal_mode=wal; pragma synchronous=full;\ncreate table t ({}, primary key ({})) without rowid;\n\
         .import --csv --skip 1 {path} t\n",
        sheet.head, sheet.key
    );
    let mut c = Command::new("sqlite3");
    c.arg(dir.join(format!("floor-{}.db", sheet.name))).stdin(Stdio::piped()).stdout(Stdio::null());
    let begun = Instant::now();
    let mut child = c.spawn().ok()?;
    child.stdin.take()?.write_all(script.as_bytes()).ok()?;
    child.wait().ok()?.success().then(|| begun.elapsed())
}

fn say(what: &str, rows: u64, took: Duration) {
    println!(
        "{what:<44} {rows:>9} rows {:>6.2} s {:>9.0} rows/s",
        took.as_secs_f64(),
        rows as f64 / took.as_secs_f64()
    );
}
