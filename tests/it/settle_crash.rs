//! Settlements that are killed, stopped and doubled: with the real binary, on both engines.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use msgctl::fault::{POINTS, Reached};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{RngExt as _, SeedableRng as _};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::settle::{master, random_lines};
use crate::support::{Output, Room, TestDb, on_each_engine};

const LINES: i64 = 600;

const RUN: &str = "settle --month 2026-10 --format json";

/// A database with lines at random, and a room to settle them in.
struct House {
    room: Room,
    db: TestDb,
}

impl House {
    async fn new(db: TestDb) -> Self {
        master(&db).await;
        db.run(random_lines(&mut StdRng::seed_from_u64(5), 1..=LINES)).await;
        Self { room: Room::with_database(&db.url).env("USER", "tester"), db }
    }

    /// As if the month had never been settled.
    async fn anew(&self) {
        self.db
            .run(
                "DELETE FROM bill; DELETE FROM bill_change; DELETE FROM batch_park; DELETE FROM batch_partition;
                 DELETE FROM batch_execution; DELETE FROM batch_instance; DELETE FROM period",
            )
            .await;
    }

    fn settle(&self, more: &str) -> Output {
        self.room.sh(&format!("{RUN} {more}"))
    }

    /// Bills, and what they come to, of an undisturbed run by one worker.
    fn whole(&self) -> (i64, String) {
        figures(&self.settle("--workers 1").ok().json())
    }

    /// Runs a command that ends where the failpoint says so. False: it never came there.
    fn dies(&self, point: &str, line: &str) -> bool {
        let mut c = self.room.command(line.split_whitespace());
        let status = c.env("MSGCTL_FAILPOINT", point).output().expect("runs").status;
        let killed = status.signal() == Some(Signal::KILL.as_raw());
        assert!(killed || status.success(), "{point}: {status}");
        killed
    }

    /// Starts a command that stops at a point, and waits until it has.
    fn stops(&self, point: &str, line: &str) -> Running {
        let mut c = self.room.command(line.split_whitespace());
        c.env("MSGCTL_FAILPOINT", format!("{point}=stop")).stdout(Stdio::piped()).stderr(Stdio::piped());
        let run = Running(c.spawn().expect("starts"));
        let stat = format!("/proc/{}/stat", run.0.id());
        until("it stops", || std::fs::read_to_string(&stat).is_ok_and(|s| s.contains(") T ")));
        run
    }

    /// Every bill, the park and the month, without anything that names a run.
    async fn content(&self) -> i64 {
        self.db
            .number(
                "SELECT CAST(COALESCE(SUM(line_id * 7 + digest % 1000003 + total_minor * 13), 0) AS BIGINT)
                 + (SELECT COUNT(*) * 1000000007 FROM batch_park) FROM bill WHERE period = 202610",
            )
            .await
    }
}

fn figures(report: &Value) -> (i64, String) {
    let hash = report["control_hash"].as_str().unwrap_or_else(|| panic!("no hash in {report}"));
    (report["bills"].as_i64().expect("a count"), hash.to_owned())
}

/// A process; killed if the test ends before it.
struct Running(Child);

impl Running {
    fn goes_on(&self) {
        let pid = Pid::from_raw(self.0.id().cast_signed()).expect("a process");
        kill_process(pid, Signal::CONT).expect("sent");
    }

    fn ends(mut self) -> Output {
        use std::io::Read as _;
        let (mut stdout, mut stderr) = (String::new(), String::new());
        self.0.stdout.take().expect("piped").read_to_string(&mut stdout).expect("read");
        self.0.stderr.take().expect("piped").read_to_string(&mut stderr).expect("read");
        Output { code: self.0.wait().expect("ends").code().unwrap_or(-1), stdout, stderr }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}: not within a minute");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Names and checksums of the files of an export.
fn sums(out: &Output) -> BTreeMap<String, String> {
    let text = |v: &Value| v.as_str().expect("a text").to_owned();
    let report = out.json();
    let files = report["files"].as_array().expect("a list").iter();
    files.map(|f| (text(&f["name"]), text(&f["sha256"]))).collect()
}

on_each_engine! {
    async fn killed_at_every_named_point_a_settlement_comes_to_the_same(db: TestDb) {
        let house = House::new(db).await;
        let whole = house.whole();
        let content = house.content().await;
        house.anew().await;
        for point in POINTS.iter().filter(|p| p.by == Reached::Settling) {
            if point.name.contains("export") || point.name.contains("clos") {
                continue;
            }
            // the first time, and once in the midst of it where it comes there again
            for hit in [1, 3] {
                let at = format!("{}:{hit}", point.name);
                let killed = house.dies(&at, &format!("{RUN} --chunk 100"));
                assert!(killed || hit > 1, "{at} was never reached");
                if killed {
                    let rest = house.settle("--chunk 70 --workers 3").ok();
                    let report = rest.json();
                    assert_eq!(figures(&report), whole, "after a kill at {at}");
                    assert_eq!(report["draft"], 1, "after a kill at {at}");
                    assert_eq!(house.content().await, content, "after a kill at {at}");
                    let read = "SELECT CAST(SUM(read_n) AS BIGINT) FROM batch_partition";
                    assert_eq!(house.db.number(read).await, LINES, "each line once, after a kill at {at}");
                }
                house.anew().await;
            }
        }
        // nothing of a close that was cut off is seen, and one that was committed is for good
        let state = || house.room.sh("settle status --month 2026-10 --format json").ok().json()["state"].clone();
        assert!(house.dies("settle-before-close", &format!("{RUN} --close")));
        assert_eq!(state(), "draft");
        assert!(house.dies("settle-closed", &format!("{RUN} --close")));
        assert_eq!(state(), "closed");
        assert_eq!(figures(&house.settle("--close").ok().json()), whole);
        // a folder that was cut off is not there, and the next one is whole
        let export = |dir: &str| format!("settle export --month 2026-10 --format json --dir {dir}");
        assert!(house.dies("export-half-written", &export("out")));
        assert!(!house.room.path().join("out").exists());
        let again = house.room.sh(&export("out")).ok();
        assert_eq!(sums(&again), sums(&house.room.sh(&export("other")).ok()));
        assert!(again.json()["files"].as_array().is_some_and(|f| f.len() >= 4), "{again:?}");
    }

    async fn of_two_at_once_one_works(db: TestDb) {
        let house = House::new(db).await;
        let whole = house.whole();
        house.anew().await;
        let first = house.stops("settle-chunk-committed:2", &format!("{RUN} --chunk 100"));
        let busy = house.settle("").fails(75, &["2026-10 is being settled by", "process", "--wait"]);
        assert!(busy.stderr.contains(" % done"), "{}", busy.stderr);
        let mut c = house.room.command(format!("{RUN} --wait").split_whitespace());
        let mut patient = Running(c.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts"));
        std::thread::sleep(Duration::from_millis(600));
        assert!(patient.0.try_wait().expect("asked").is_none(), "it did not wait");
        first.goes_on();
        assert_eq!(figures(&first.ends().ok().json()), whole);
        let waited = patient.ends().ok();
        assert_eq!(figures(&waited.json()), whole);
        assert_eq!(waited.json()["draft"], 1, "{waited:?}");
    }

    /// F16: the calendar is Korea's wherever the machine stands.
    async fn the_time_zone_of_the_machine_changes_nothing(db: TestDb) {
        let house = House::new(db).await;
        let here = house.whole();
        let export = |dir: &str| format!("settle export --month 2026-10 --invoice L1 --format json --dir {dir}");
        let files = sums(&house.room.sh(&export("here")).ok());
        for (i, zone) in ["America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC"].into_iter().enumerate() {
            house.anew().await;
            let away = |line: &str| {
                let mut c = house.room.command(line.split_whitespace());
                let out = c.env("TZ", zone).output().expect("runs");
                assert!(out.status.success(), "{zone}: {out:?}");
                let text = |bytes| String::from_utf8(bytes).expect("text");
                Output { code: 0, stdout: text(out.stdout), stderr: text(out.stderr) }
            };
            assert_eq!(figures(&away(RUN).json()), here, "{zone}");
            assert_eq!(sums(&away(&export(&format!("away{i}")))), files, "{zone}");
        }
    }
}

/// A worker that was stopped until somebody else took its place: it finds that out, and has written nothing.
async fn a_stopped_worker_is_fenced(db: TestDb, take_lock: impl AsyncFn(&TestDb)) {
    let house = House::new(db).await;
    let whole = house.whole();
    let content = house.content().await;
    for point in ["settle-chunk-committed:2", "settle-partition-done", "settle-before-totals"] {
        house.anew().await;
        let stopped = house.stops(point, &format!("{RUN} --chunk 100 --workers 1"));
        house.settle("").fails(75, &["is being settled"]);
        take_lock(&house.db).await;
        let other = house.settle("--chunk 100");
        assert_eq!(figures(&other.ok().json()), whole, "{point}");
        stopped.goes_on();
        let fenced = stopped.ends();
        fenced.fails(75, &["another run has taken over"]);
        assert_eq!(house.content().await, content, "{point}");
        let after = house.settle("").ok().json();
        assert_eq!((figures(&after), &after["draft"]), (whole.clone(), &Value::from(1)), "{point}");
        let runs = house.room.sh("settle history --month 2026-10 --format json").ok().json();
        let states: Vec<_> =
            runs.as_array().expect("rows").iter().map(|r| r["state"].as_str().expect("a word")).collect();
        let ended = if states[0] == "parked" { "parked" } else { "done" };
        assert_eq!(states, [ended, "abandoned"], "{point}");
    }
}

/// The lock of a file is lost when the file is: as with a copy of the folder, or a file system that forgets.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_worker_is_fenced_sqlite() {
    a_stopped_worker_is_fenced(TestDb::sqlite().await, async |db| {
        let file = db.url.trim_start_matches("sqlite:");
        std::fs::remove_file(format!("{file}.locks/settle-202610")).expect("the lock");
    })
    .await;
}

/// The server ends the session that holds the lock, as it does when it hears nothing of the machine any more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stopped_worker_is_fenced_postgres() {
    let Some(db) = TestDb::postgres_alone().await else { return };
    a_stopped_worker_is_fenced(db, async |db| {
        let cut = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        assert!(db.number(cut).await > 0, "nobody had the lock");
        // the session is gone a moment later
        for _ in 0..500 {
            let left = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND granted
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
            if db.number(left).await == 0 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the session does not go");
    })
    .await;
}

/// P18: killed anywhere any number of times, with any number of workers and size of chunks, on either engine: what one
/// worker comes to without a disturbance. `SETTLE_ROUNDS` makes it longer.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn p18_random_kills_change_nothing() {
    let rounds = rounds();
    let mut houses = vec![House::new(TestDb::sqlite().await).await];
    if let Some(db) = TestDb::postgres().await {
        houses.push(House::new(db).await);
    }
    let whole = houses[0].whole();
    let points: Vec<&str> = POINTS
        .iter()
        .filter(|p| p.by == Reached::Settling && !p.name.contains("export") && !p.name.contains("clos"))
        .map(|p| p.name)
        .collect();
    let seed = rand::random::<u64>();
    let mut rng = StdRng::seed_from_u64(seed);
    for house in &houses {
        for round in 0..rounds {
            house.anew().await;
            let mut killed = 0;
            while killed < 4 {
                let point = format!("{}:{}", points.choose(&mut rng).expect("a point"), rng.random_range(1..6));
                let (workers, chunk) = (rng.random_range(1..5), rng.random_range(10..300));
                if !house.dies(&point, &format!("{RUN} --workers {workers} --chunk {chunk}")) {
                    break;
                }
                killed += 1;
            }
            let report = house.settle("").ok().json();
            assert_eq!(figures(&report), whole, "seed {seed}, {}, round {round}, {killed} kills", house.db.url);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "tests have no Host")]
fn rounds() -> usize {
    std::env::var("SETTLE_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(5)
}
