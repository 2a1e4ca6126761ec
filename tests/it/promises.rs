//! What went wrong elsewhere, and must not here: campaigns that were paused, killed, half answered, reported too soon.

use std::time::{Duration, Instant};

use msgctl::sim::settings::{Share, Trigger};
use msgctl::sim::{Settings, Summary};
use serde_json::Value;

use crate::support::{Platform, failing, millis, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --key night --format json";

/// Everybody of `n` once, every message final, the books as the provider's.
fn everybody_once(p: &Platform, n: u64) -> Value {
    let shown = p.room.sh("campaign show cmp_1 --format json").ok().json();
    let count = |k: &str| shown["results"][k].as_u64().expect("a count");
    assert_eq!(
        (&shown["state"], count("total"), count("unknown"), count("queued")),
        (&"done".into(), n, 0, 0),
        "{shown}"
    );
    let s = p.sim.summary();
    assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (n, 0, 0), "{s:?}");
    let delivered = |kind: &str| s.by_type.get(kind).map_or(0, |t| t.delivered);
    assert_eq!(count("alimtalk"), delivered("ATA"), "{shown}");
    assert_eq!(count("sms") + count("lms"), delivered("SMS") + delivered("LMS"), "{shown}");
    assert_eq!(texts(&s), unreachable(&s), "a text for each whom Alimtalk could not reach");
    p.room.sh("stats --recount").ok();
    p.room.sh("rate audit").ok();
    shown
}

fn texts(s: &Summary) -> u64 {
    ["SMS", "LMS"].iter().filter_map(|k| s.by_type.get(k)).map(|t| t.accepted).sum()
}

fn unreachable(s: &Summary) -> u64 {
    s.by_type["ATA"].failed
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(30), "{what} does not come");
        std::thread::sleep(Duration::from_millis(10));
    }
}

on_each_engine! {
    async fn paused_and_resumed_again_and_again_repeats_nobody_and_skips_nobody(db: TestDb) {
        let p = Platform::new(&db, failing(), "200/500ms").await;
        p.people(1000);
        for pauses in 1..=3 {
            let mut sender = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::null())
                .stdout(std::process::Stdio::null()).spawn().expect("starts");
            let target = pauses * 200;
            until("a part of the campaign", || p.sim.summary().by_type.get("ATA").is_some_and(|t| t.recipients >= target));
            p.room.sh("campaign pause cmp_1").ok();
            assert_eq!(sender.wait().expect("ends").code(), Some(6), "a paused campaign is not finished");
            let quiet = p.sim.summary().recipients;
            std::thread::sleep(Duration::from_millis(300));
            assert_eq!(p.sim.summary().recipients, quiet, "nothing goes out while it is paused");
        }
        p.room.sh(SEND).ok();
        everybody_once(&p, 1000);
    }

    async fn a_restart_in_the_middle_of_a_window_does_not_forget_it(db: TestDb) {
        let sim = Settings { latency: millis(5, 10), report_delay: millis(20, 20), ..Settings::default() };
        let p = Platform::new(&db, sim, "300/3s").await;
        p.people(600);
        let mut sender = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::null()).stdout(std::process::Stdio::null()).spawn().expect("starts");
        until("the first window", || p.sim.summary().recipients >= 300);
        // the window is used up: what is started now must know
        sender.kill().expect("killed");
        sender.wait().expect("reaped");
        let begun = Instant::now();
        p.room.sh(SEND).ok();
        let s = p.sim.summary_of(3_000);
        assert!(s.by_type["ATA"].busiest_window <= 300, "{s:?}");
        assert!(begun.elapsed() > Duration::from_secs(2), "the second half came too soon: {:?}", begun.elapsed());
        everybody_once(&p, 600);
    }

    async fn taken_and_then_cut_off_nobody_gets_a_text_before_it_is_known(db: TestDb) {
        let mut sim = failing();
        sim.faults.reset_after = Trigger::calls([1, 2, 3]);
        sim.report_delay = millis(2_500, 0);
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(300);
        let mut sender = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::null())
            .stdout(std::process::Stdio::null()).spawn().expect("starts");
        until("everything at the provider", || p.sim.summary().recipients >= 300);
        std::thread::sleep(Duration::from_millis(1_500));
        let s = p.sim.summary();
        assert_eq!((s.incidents.reset_after, s.recipients, texts(&s)), (3, 300, 0), "in doubt means neither again nor a text");
        assert_eq!(sender.wait().expect("ends").code(), Some(0));
        let shown = everybody_once(&p, 300);
        assert!(shown["results"]["sms"].as_u64() > Some(20), "{shown}");
    }

    async fn reports_that_come_before_the_answer_and_twice_are_counted_once(db: TestDb) {
        let mut sim = failing();
        sim.faults.early = Trigger::share(Share::ALL);
        sim.reports.repeated = Share::ALL;
        sim.reports.repeat_after = millis(100, 0);
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(500);
        p.room.sh(SEND).ok();
        assert!(p.sim.summary().incidents.early >= 6);
        let before = everybody_once(&p, 500);
        // the second copies are there by now: they change nothing
        std::thread::sleep(Duration::from_millis(400));
        p.room.sh("reports poll").ok();
        let after = everybody_once(&p, 500);
        assert_eq!((&after["results"], &after["cost"]), (&before["results"], &before["cost"]));
    }
}

/// Every connection is cut three times while a campaign runs: it waits, connects anew, and loses nothing.
#[tokio::test(flavor = "multi_thread")]
async fn connections_that_are_cut_cost_nothing() {
    let Some(db) = crate::support::TestDb::postgres_alone().await else { return };
    let p = Platform::new(&db, failing(), "300/500ms").await;
    p.people(1_500);
    let mut sender = p
        .room
        .command(SEND.split_whitespace())
        .stderr(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("starts");
    for target in [300, 700, 1_100] {
        until("a part of the campaign", || p.sim.summary().recipients >= target);
        db.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        )
        .await;
    }
    assert_eq!(sender.wait().expect("ends").code(), Some(0));
    everybody_once(&p, 1_500);
}

/// Somebody else keeps the file locked for a while: the run waits.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_somebody_locks_is_waited_for() {
    use sqlx::{Connection as _, Executor as _};
    let db = crate::support::TestDb::sqlite().await;
    let p = Platform::new(&db, failing(), "200/500ms").await;
    p.people(1_000);
    let mut sender = p
        .room
        .command(SEND.split_whitespace())
        .stderr(std::process::Stdio::null())
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("starts");
    until("a part of the campaign", || p.sim.summary().recipients >= 200);
    let mut other = sqlx::SqliteConnection::connect(&db.url).await.expect("opens");
    other.execute("PRAGMA busy_timeout = 10000").await.expect("set");
    other.execute("BEGIN IMMEDIATE").await.expect("locks");
    tokio::time::sleep(Duration::from_secs(3)).await;
    other.execute("ROLLBACK").await.expect("lets go");
    assert_eq!(sender.wait().expect("ends").code(), Some(0));
    everybody_once(&p, 1_000);
}
