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

    async fn of_two_sends_of_one_campaign_one_works_and_the_other_says_so(db: TestDb) {
        let sim = Settings { latency: millis(50, 20), ..failing() };
        let p = Platform::new(&db, sim, "300/1s").await;
        p.people(900);
        let mut first = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::null())
            .stdout(std::process::Stdio::null()).spawn().expect("starts");
        until("the first calls", || p.sim.summary().recipients >= 100);
        p.room.sh(SEND).fails(75, &["another process is sending cmp_1"]);
        p.room.sh("campaign resume cmp_1").fails(75, &["another process is sending cmp_1"]);
        assert_eq!(first.wait().expect("ends").code(), Some(0));
        everybody_once(&p, 900);
        // afterwards the same command repeats the answer
        assert_eq!(p.room.sh(SEND).ok().json()["campaign"], "cmp_1");
    }

    async fn what_the_dry_run_shows_is_what_is_sent(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(700);
        p.room.sh("suppress add 01000000003 --site shop").ok();
        let shown = p.room.sh(&format!("{SEND} --dry-run")).ok().json();
        assert_eq!(p.room.sh(&format!("{SEND} --dry-run")).ok().json()["plan_hash"], shown["plan_hash"]);
        assert_eq!(db.number("SELECT (SELECT COUNT(*) FROM campaign) + (SELECT COUNT(*) FROM message)").await, 0, "it wrote nothing");
        let hash = shown["plan_hash"].as_str().expect("a hash");
        p.room.sh(&format!("{SEND} --plan {hash}")).ok();
        let done = everybody_once(&p, 699);
        assert_eq!((&done["plan_hash"], &done["recipients"]), (&shown["plan_hash"], &shown["recipients"]));
        let s = p.sim.summary();
        assert_eq!(shown["kinds"]["alimtalk"].as_u64(), s.by_type.get("ATA").map(|t| t.recipients));
        assert_eq!(done["cost"]["held_minor"], shown["cost"]["max_minor"]);
        let other = SEND.replace("--key night", "--key other --allow-repeat --plan 0123");
        p.room.sh(&other).fails(3, &["the plan is now"]);
    }

    async fn an_error_is_an_exit_code_and_words_on_stderr_and_nobody_is_asked_without_a_terminal(db: TestDb) {
        let mut sim = failing();
        sim.faults.http_503 = Trigger::share(Share::ALL);
        let p = Platform::new(&db, sim, "unlimited").await;
        p.configure("unlimited", "[send]\ngive_up_after = \"1s\"\n");
        p.people(200);
        let out = p.room.sh(SEND);
        assert_eq!(out.code, 75, "{out:?}");
        assert_eq!(out.json()["results"]["queued"], 200, "stdout is one document all the same");
        let last = out.stderr.lines().last().expect("words");
        let error: Value = serde_json::from_str(last).unwrap_or_else(|e| panic!("{e}: {last}"));
        assert_eq!(error["error"]["kind"], "try-later", "{last}");
        for asks in ["recipients erase 01000000001 --site shop", "message doubt resolve msg_1 --as failed --reason x"] {
            p.room.sh(asks).fails(2, &["no terminal", "--yes"]);
        }
    }

    async fn more_than_ten_thousand_go_in_calls_of_a_hundred_and_a_bad_call_spoils_no_other(db: TestDb) {
        let mut sim = Settings { report_delay: millis(10, 10), ..Settings::default() };
        sim.faults.http_503 = Trigger::calls([3, 50]);
        sim.faults.reset_before = Trigger::calls([20]);
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(10_250);
        p.room.sh(SEND).ok();
        let s = p.sim.summary();
        assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (10_250, 0, 0), "{s:?}");
        assert_eq!(db.number("SELECT MAX(size) FROM batch").await, 100, "no call is larger");
        assert!(db.number("SELECT COUNT(*) FROM batch WHERE claimed_at IS NOT NULL").await >= 103);
        let shown = p.room.sh("campaign show cmp_1 --format json").ok().json();
        assert_eq!((&shown["state"], &shown["results"]["alimtalk"]), (&"done".into(), &10_250.into()), "{shown}");
        p.room.sh("stats --recount").ok();
    }

    async fn a_scheduled_send_keeps_the_text_of_its_day(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(50);
        let plan = ["send", "--site", "shop", "--list", "all", "--template", "order", "--var", "order=A1"];
        p.room.run(plan.iter().chain(&["--schedule", "2099-01-01 09:00"])).ok();
        p.room.run(["template", "edit", "order", "--site", "shop", "--body", "#{이름}님, 새 글입니다. #{order}"]).ok();
        p.room.run(["suppress", "add", "01000000007", "--site", "shop"]).ok();
        // its day has come
        db.run("UPDATE batch SET due_at = 1; UPDATE campaign SET begins_at = 1").await;
        p.room.sh("worker --once").ok();
        until("its end", || {
            p.room.sh("worker --once").ok();
            p.room.sh("campaign show cmp_1 --format json").ok().json()["state"] == "done"
        });
        assert!(p.room.sh("message show msg_1").ok().stdout.contains("접수되었습니다"), "the text that was planned");
        assert_eq!(p.sim.summary().unique_to, 49, "who opted out meanwhile gets nothing");
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
