//! What an import costs, beside what the databases' own tools need for less work on the same file.
//!
//! `cargo bench --bench import [-- ROWS] [seal|sqlite|postgres]`. PostgreSQL is measured where
//! `MSGCTL_TEST_POSTGRES` names a server, the floors where `sqlite3` and `psql` are installed.

#![expect(clippy::print_stdout, clippy::expect_used, reason = "a bench prints its figures, and ends where it fails")]
#![expect(
    clippy::disallowed_methods,
    clippy::cast_precision_loss,
    clippy::many_single_char_names,
    reason = "a bench: rates to read, settings from the environment"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msgctl::domain::id::SiteId;
use msgctl::domain::person::Person;
use msgctl::domain::seal::{KeyRing, new_key_file};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let rows = args.iter().find_map(|a| a.parse().ok()).unwrap_or(1_000_000);
    let wanted = |what: &str| !args.iter().any(|a| a.parse::<u64>().is_err()) || args.iter().any(|a| a == what);
    if wanted("seal") {
        sealing();
    }
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("people.csv");
    let bytes = people(&file, rows);
    println!("\n{rows} rows, {:.1} MB, 3 % bad, every fifth number without hyphens", bytes as f64 / 1e6);
    if wanted("sqlite") {
        let url = format!("sqlite:{}", dir.path().join("ours.db").display());
        ours("msgctl, SQLite", dir.path(), &url, &file, rows);
        sqlite_floors(dir.path(), &file, rows);
    }
    if wanted("postgres") {
        match std::env::vars().find(|(k, _)| k == "MSGCTL_TEST_POSTGRES") {
            Some((_, server)) => postgres(dir.path(), &server, &file, rows),
            None => println!("MSGCTL_TEST_POSTGRES is not set: PostgreSQL is not measured"),
        }
    }
}

/// Nanoseconds of the steps that every row takes.
fn sealing() {
    const N: u32 = 500_000;
    let mut rng = StdRng::seed_from_u64(1);
    let ring = KeyRing::parse(&new_key_file(&mut rng)).expect("a ring");
    let mut person = Person {
        name: "홍길동".to_owned(),
        mobile: "01012345678".parse().expect("a mobile"),
        email: Some("user123456@example.com".to_owned()),
        birth_date: Some(jiff::civil::date(1990, 2, 28)),
    };
    per_row("blind index", N, |_| u64::from(ring.phone_ix(black_box(&person.mobile)).0[0]));
    let ix = ring.phone_ix(&person.mobile);
    let context = msgctl::domain::person::context(SiteId(1), &ix);
    let mut plain = Vec::new();
    for len in [44, 80] {
        plain.resize(len, 7_u8);
        let mut out = Vec::new();
        per_row(&format!("seal {len} bytes"), N, |_| {
            out.clear();
            ring.seal_into(&context, black_box(&plain), &mut rng, &mut out);
            out.len() as u64
        });
        let mut opened = Vec::new();
        per_row(&format!("open {len} bytes"), N, |_| {
            ring.open_into(1, &context, black_box(&out), &mut opened).map_or(0, |()| opened.len() as u64)
        });
    }
    person.name.push('님');
    let sealed = person.seal(&ring, SiteId(1), &mut rng);
    per_row("open a person", N, |_| {
        Person::open(&ring, 1, SiteId(1), &ix, black_box(&sealed)).map_or(0, |p| p.name.len() as u64)
    });
}

fn per_row(what: &str, n: u32, mut f: impl FnMut(u32) -> u64) {
    let begun = Instant::now();
    let mut sum = 0;
    for i in 0..n {
        sum += f(i);
    }
    black_box(sum);
    println!("{what:<28} {:>8.0} ns", begun.elapsed().as_secs_f64() * 1e9 / f64::from(n));
}

/// A file of made-up people. Their numbers begin 010-0 and 010-1, which nobody has.
fn people(path: &Path, rows: u64) -> u64 {
    const FAMILY: [&str; 8] = ["김", "이", "박", "최", "정", "강", "조", "윤"];
    const GIVEN: [&str; 8] = ["민", "서", "지", "우", "하", "은", "도", "준"];
    let mut rng = StdRng::seed_from_u64(7);
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).expect("a file"));
    writeln!(out, "이름,휴대폰,생년월일,등급,이메일,광고수신동의,야간수신동의").expect("written");
    let mut phone = String::new();
    for i in 0..rows {
        let pick = |rng: &mut StdRng, from: [&'static str; 8]| from[rng.random_range(0..8)];
        let (a, b, c) = (pick(&mut rng, FAMILY), pick(&mut rng, GIVEN), pick(&mut rng, GIVEN));
        phone.clear();
        let (head, tail) = (rng.random_range(0..2000), rng.random_range(0..10_000));
        let hyphen = if rng.random_bool(0.2) { "" } else { "-" };
        match rng.random_range(0..100) {
            0 => phone.push_str("없음"),
            1 => phone.push_str("02-1234-5678"),
            2 => {}
            _ => write!(phone, "010{hyphen}{head:04}{hyphen}{tail:04}").expect("written"),
        }
        let (y, m, d) = (rng.random_range(1940..2010), rng.random_range(1..=12), rng.random_range(1..=28));
        let (ad, night) = (["Y", "N"][rng.random_range(0..2)], ["Y", "N"][rng.random_range(0..2)]);
        writeln!(out, "{a}{b}{c},{phone},{y}-{m:02}-{d:02},BASIC,user{i}@example.com,{ad},{night}").expect("written");
    }
    out.flush().expect("written");
    std::fs::metadata(path).expect("there").len()
}

/// Imports twice with the real binary: once new, once with nothing to do.
fn ours(what: &str, dir: &Path, url: &str, file: &Path, rows: u64) {
    let key = dir.join("key");
    if !key.exists() {
        std::fs::write(&key, &*new_key_file(&mut StdRng::seed_from_u64(2))).expect("written");
    }
    let config = dir.join("msgctl.toml");
    std::fs::write(&config, format!("[database]\nurl = \"{url}\"\n[crypto]\nkey = \"file:{}\"\n", key.display()))
        .expect("written");
    let msgctl = |args: &[&str]| {
        let mut c = Command::new(env!("CARGO_BIN_EXE_msgctl"));
        c.arg("--config").arg(&config).args(["--format", "json"]).args(args).current_dir(dir).stdout(Stdio::piped());
        c
    };
    for args in [&["db", "migrate"][..], &["site", "add", "shop"]] {
        let out = msgctl(args).output().expect("runs");
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    }
    for (turn, list) in [("new", None), ("again", None), ("again, on a list", Some("all"))] {
        let path = file.display().to_string();
        let mut args = vec!["recipients", "import", &path, "--site", "shop", "-q"];
        if let Some(list) = list {
            args.extend(["--list", list]);
        }
        let (took, peak, cpu, out) = timed(&mut msgctl(&args));
        let result: serde_json::Value = serde_json::from_str(&out).expect("a result");
        say(&format!("{what}, {turn}"), rows, took);
        println!(
            "    {} imported, {} unchanged, {} duplicates, {} rejected; {peak} MB resident, {cpu:.2} s of CPU",
            result["imported"], result["unchanged"], result["duplicates"], result["rejected"]
        );
    }
}

/// Runs a command; how long it took, its largest resident size in MB, seconds of CPU, and what it printed.
fn timed(command: &mut Command) -> (Duration, u64, f64, String) {
    let begun = Instant::now();
    let mut child = command.spawn().expect("runs");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let stat = status.with_file_name("stat");
    let (mut peak, mut ticks) = (0, 0);
    let ended = loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let high = text.lines().find_map(|l| l.strip_prefix("VmHWM:"));
        let kb = high.and_then(|l| l.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(kb.unwrap_or(0));
        // fields 14 and 15 behind the command's name: user and system time
        let text = std::fs::read_to_string(&stat).unwrap_or_default();
        let fields = text.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace().skip(11).take(2);
        ticks = ticks.max(fields.filter_map(|f| f.parse::<u64>().ok()).sum());
        match child.try_wait().expect("waits") {
            Some(ended) => break ended,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let took = begun.elapsed();
    let out = child.wait_with_output().expect("its output");
    assert!(ended.success(), "{command:?}: {ended}");
    (took, peak / 1000, ticks as f64 / 100.0, String::from_utf8(out.stdout).expect("text"))
}

fn say(what: &str, rows: u64, took: Duration) {
    println!("{what:<52} {:>6.2} s {:>9.0} rows/s", took.as_secs_f64(), rows as f64 / took.as_secs_f64());
}

fn sqlite_floors(dir: &Path, file: &Path, rows: u64) {
    if Command::new("sqlite3").arg("--version").output().is_err() {
        println!("sqlite3 is not installed: no floor");
        return;
    }
    let columns = "name text, phone text, birth text, grade text, email text, ad text, night text";
    let run = |db: &str, script: &str| {
        let db = dir.join(db);
        let mut c = Command::new("sqlite3");
        c.arg(&db).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let begun = Instant::now();
        let mut child = c.spawn().expect("runs");
        child.stdin.take().expect("a pipe").write_all(script.as_bytes()).expect("written");
        child.wait().expect("ends");
        begun.elapsed()
    };
    let pragmas = "pragma journal_mode=wal; pragma synchronous=full;\n";
    let load = format!(".import --csv --skip 1 {} ", file.display());
    let took = run(
        "floor1.db",
        &format!("{pragmas}create table t ({columns}); create unique index u on t (phone);\n{load} t\n"),
    );
    say("sqlite3 .import, unique phone", rows, took);
    let by_hand = format!(
        "{pragmas}create table s ({columns}); create table t ({columns}); create unique index u on t (phone);\n{load} s\n
         insert or ignore into t select name, replace(replace(phone, '-', ''), ' ', ''), birth, grade, email, ad, night
         from s where length(replace(replace(phone, '-', ''), ' ', '')) = 11 and name <> '';"
    );
    say("sqlite3, staged, normalised, insert or ignore", rows, run("floor2.db", &by_hand));
}

fn postgres(dir: &Path, server: &str, file: &Path, rows: u64) {
    let psql = |script: &str| {
        let mut c = Command::new("psql");
        c.args([server, "-v", "ON_ERROR_STOP=1", "-q"]).stdin(Stdio::piped()).stdout(Stdio::null());
        let begun = Instant::now();
        let mut child = c.spawn().ok()?;
        child.stdin.take().expect("a pipe").write_all(script.as_bytes()).expect("written");
        assert!(child.wait().expect("ends").success(), "psql");
        Some(begun.elapsed())
    };
    let schema = format!("bench_{}", std::process::id());
    if psql(&format!("create schema {schema}; create schema {schema}_floor;")).is_none() {
        println!("psql is not installed: PostgreSQL is not measured");
        return;
    }
    let joint = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{joint}options=-csearch_path%3D{schema}");
    ours("msgctl, PostgreSQL", dir, &url, file, rows);
    let columns = "name text, phone text, birth text, grade text, email text, ad text, night text";
    let script = format!(
        "set search_path = {schema}_floor; create unlogged table s ({columns}); create table t ({columns});
         create unique index u on t (phone);\n\\copy s from '{}' csv header
         insert into t select name, regexp_replace(phone, '[^0-9]', '', 'g'), birth, grade, email, ad, night
         from s where length(regexp_replace(phone, '[^0-9]', '', 'g')) = 11 and name <> '' on conflict do nothing;",
        file.display()
    );
    if let Some(took) = psql(&script) {
        say("psql \\copy, staged, normalised, on conflict nothing", rows, took);
    }
    psql(&format!(
        "set client_min_messages = warning; drop schema {schema} cascade; drop schema {schema}_floor cascade;"
    ));
}
