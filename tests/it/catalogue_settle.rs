//! What went wrong with month-end runs elsewhere (F14 to F22 of the failure catalogue), and does not here.

use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::settle::{clock, day, master, october, settle, three, touch, wish};
use crate::support::{Room, Shop, TestDb, on_each_engine};
use msgctl::domain::period::Period;
use msgctl::domain::time::Micros;
use msgctl::ops::settle::{self, SettleError, Wish};

const LATER: &str = "--now 2026-11-04T10:00:00+09:00 --format json settle --month 2026-10";

fn room(db: &TestDb) -> Room {
    Room::with_database(&db.url)
}

/// Lines `1..=n` with plan A.
async fn lines(db: &TestDb, ids: impl Iterator<Item = i64>) {
    let (mut lines, mut plans) = (Vec::new(), Vec::new());
    for id in ids {
        lines.push(format!("({id}, 'L{id}', 1, 20000, 0, 0)"));
        plans.push(format!("({id}, 20000, 0, 1, 2932896)"));
    }
    db.run(format!(
        "INSERT INTO line (id, code, customer_id, activated_on, created_at, updated_at) VALUES {};
         INSERT INTO line_plan (line_id, from_day, seq, plan_id, to_day) VALUES {}",
        lines.join(", "),
        plans.join(", ")
    ))
    .await;
}

on_each_engine! {
    /// F14, a clock that starts the same run again while the first one waits: of several at once each works or is told to
    /// come later, and there is one draft.
    async fn f14_the_same_run_started_many_times_is_one(db: TestDb) {
        three(&db).await;
        let room = room(&db);
        let start = |_| {
            let mut c = room.command(LATER.split(' '));
            c.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts")
        };
        let runs: Vec<_> = (0..5).map(start).collect();
        let codes: Vec<_> = runs.into_iter().map(|mut c| c.wait().expect("ends").code().expect("a code")).collect();
        assert!(codes.contains(&0) && codes.iter().all(|c| matches!(c, 0 | 75)), "{codes:?}");
        assert_eq!(db.number("SELECT COUNT(*) FROM bill").await, 3);
        assert_eq!(db.number("SELECT draft FROM period WHERE ym = 202610").await, 1);
        assert_eq!(db.number("SELECT COUNT(*) FROM batch_execution").await, 1);
    }

    /// F15, refreshing a draft made the invoice a second time: a bill is a row of its month and line, whatever the draft.
    async fn f15_a_draft_made_anew_is_the_same_rows(db: TestDb) {
        three(&db).await;
        for draft in 1..=3 {
            let report = settle(&db, Wish { recompute: true, ..wish() }).await.expect("settles");
            assert_eq!((report.draft, report.sums.bills), (draft, 3));
        }
        assert_eq!(db.number("SELECT COUNT(*) FROM bill").await, 3);
        // what did not change was not written
        assert_eq!(db.number("SELECT MAX(draft) FROM bill").await, 1);
        assert_eq!(settle::diff(&db.store, october(), 10).await.expect("reads").bills, 0);
    }

    /// F16, two meanings of "month": the last moment of October and the first of November, in Korea, are told apart by the
    /// books, by payments and by the run, and by no other clock.
    async fn f16_a_month_is_one_thing_everywhere(db: TestDb) {
        let shop = Shop::new(db);
        three(&shop.db).await;
        let room = &shop.room;
        room.write("p.csv", "line,ref,approved_at,amount,kind\ns1,A,2026-10-31T14:59:59.999Z,100,approve\ns1,B,2026-10-31T15:00:00.000Z,1000,approve\n");
        room.sh("line import-payments p.csv").ok();
        room.sh("--now 2026-10-31T22:00:00+09:00 credits topup --site shop --amount 1 --key a").ok();
        room.sh("--now 2026-10-31T15:00:00Z credits topup --site shop --amount 10 --key b").ok();
        room.sh("--now 2026-10-31T22:00:00+09:00 settle --month 2026-10").fails(2, &["2026-10 is not over"]);
        for zone in ["UTC", "America/New_York", "Pacific/Kiritimati"] {
            let mut run = room.command(LATER.split(' '));
            let out = run.env("TZ", zone).output().expect("runs");
            let v: Value = serde_json::from_slice(&out.stdout).expect("JSON");
            assert_eq!((v["micro_minor"].as_i64(), v["sites"][0]["topups_minor"].as_i64()), (Some(10_000), Some(100)), "{zone}");
        }
        assert_eq!(shop.number("SELECT MIN(end_at) FROM period WHERE ym = 202610").await, 1_793_458_800_000_000);
    }

    /// F17, one waiting time in two settings: what holds wait for is what the month waits for.
    async fn f17_one_setting_says_how_long_is_late(db: TestDb) {
        three(&db).await;
        let room = room(&db);
        room.write("msgctl.toml", "[credits]\nhold_ttl = \"10h\"\n");
        let close = |at: &str| room.sh(&format!("--now {at} --format json settle --month 2026-10 --close"));
        close("2026-11-01T09:59:59+09:00").fails(4, &["what is late is taken in until 2026-11-01T10:00:00"]);
        assert_eq!(close("2026-11-01T10:00:00+09:00").ok().json()["state"], "closed");
    }

    /// F18, a killed run that stays "running" for ever: the lock died with it, the next one takes over and says so.
    async fn f18_a_dead_run_is_taken_over(db: TestDb) {
        three(&db).await;
        let room = room(&db);
        for point in ["settle-planned", "settle-chunk-committed", "settle-before-totals"] {
            let mut run = room.command(format!("{LATER} --recompute").split(' '));
            let out = run.env("MSGCTL_FAILPOINT", point).output().expect("runs");
            assert_eq!(out.status.code(), None, "{point}: killed");
            assert_eq!(db.number("SELECT COUNT(*) FROM batch_execution WHERE state = 'running'").await, 1, "{point}");
        }
        let report = room.sh(LATER).ok().json();
        assert_eq!((report["bills"].as_i64(), report["total_minor"].as_i64()), (Some(3), Some(13_526_000)));
        assert_eq!(db.number("SELECT COUNT(*) FROM batch_execution WHERE state = 'running'").await, 0);
        assert_eq!(db.number("SELECT COUNT(*) FROM batch_execution WHERE state = 'abandoned'").await, 3);
    }

    /// F19, check and then create: a second running execution of the same job is impossible, not merely looked for.
    async fn f19_no_two_executions_run(db: TestDb) {
        three(&db).await;
        settle(&db, wish()).await.expect("settles");
        let again = "INSERT INTO batch_execution (instance_id, fence, draft, state, owner, fingerprint, started_at)
                     SELECT id, fence + $1, 9, 'running', 'x', '', 0 FROM batch_instance";
        let insert = |n: i64| {
            let (url, sql) = (db.url.clone(), sqlx::AssertSqlSafe(again.replace("$1", &n.to_string())));
            async move {
                if url.starts_with("sqlite:") {
                    sqlx::query(sql).execute(&sqlx::SqlitePool::connect(&url).await.expect("opens")).await.map(drop)
                } else {
                    sqlx::query(sql).execute(&sqlx::PgPool::connect(&url).await.expect("opens")).await.map(drop)
                }
            }
        };
        insert(1).await.expect("one");
        assert!(insert(2).await.is_err(), "a second one is refused by the database");
    }

    /// F20, parts that are cut anew on restart: they are written with the plan, and stay; lines that come later are one
    /// part more.
    async fn f20_parts_stay_what_they_were(db: TestDb) {
        master(&db).await;
        lines(&db, 1..=8).await;
        let stop = Arc::new(AtomicBool::new(false));
        let tell = |done: i64, _: i64| stop.store(done >= 1, Ordering::Relaxed);
        let broken = settle::run(&db.store, &clock(), Wish { chunk: 1, ..wish() }, Arc::clone(&stop), &tell).await;
        assert!(matches!(broken, Err(SettleError::Stopped { .. })), "{broken:?}");
        let bounds = "SELECT CAST(SUM(lo * 1000000 + hi * 1000 + part) AS BIGINT) FROM batch_partition WHERE part < 2";
        let (parts, before) = (db.number("SELECT COUNT(*) FROM batch_partition").await, db.number(bounds).await);
        // other workers would cut otherwise
        let report = settle(&db, Wish { chunk: 1, workers: 7, ..wish() }).await.expect("goes on");
        assert_eq!((report.sums.bills, report.resumed), (8, 1));
        assert_eq!((db.number("SELECT COUNT(*) FROM batch_partition").await, db.number(bounds).await), (parts, before));
        lines(&db, 9..=11).await;
        touch(&db, "").await;
        assert_eq!(settle(&db, wish()).await.expect("settles").sums.bills, 11);
        assert_eq!((db.number("SELECT COUNT(*) FROM batch_partition").await, db.number(bounds).await), (parts + 1, before));
    }

    /// F21, rows lost or read for ever because places were counted: wide gaps between keys and every size of chunk come to
    /// the same bills, each line once.
    async fn f21_no_line_is_lost_or_read_twice(db: TestDb) {
        master(&db).await;
        let ids: Vec<i64> = (0..40).map(|i| 1 + i * i * 1_000_003 + i % 3).collect();
        lines(&db, ids.iter().copied()).await;
        let mut hashes = Vec::new();
        for (chunk, workers) in [(1, 1), (3, 2), (7, 5), (40, 1), (1000, 3)] {
            let report = settle(&db, Wish { recompute: true, chunk, workers, ..wish() }).await.expect("settles");
            assert_eq!((report.sums.bills, report.parked), (40, 0), "{chunk} {workers}");
            assert_eq!(db.number("SELECT CAST(SUM(read_n) AS BIGINT) FROM batch_partition").await, 40);
            hashes.push(report.control_hash);
        }
        hashes.dedup();
        assert_eq!(hashes.len(), 1, "{hashes:?}");
    }

    /// F22, blocks that were dropped as doubles, and views that counted them: use is kept by line and month, so a file that
    /// comes again, whole, in part or in another order, is counted once.
    async fn f22_what_comes_twice_is_billed_once(db: TestDb) {
        let shop = Shop::new(db);
        three(&shop.db).await;
        let before = shop.room.sh(LATER).ok().json();
        let rows = ["s1,2026-10,2147483648", "s2,2026-10,5368709120", "s6,2026-10,3758096384"];
        for file in [vec![rows[0], rows[1], rows[2]], vec![rows[2], rows[0]], vec![rows[1], rows[1], rows[1]]] {
            shop.room.write("u.csv", format!("line,month,bytes\n{}\n", file.join("\n")));
            let out = shop.room.sh("--format json line import-usage u.csv").ok().json();
            assert_eq!((out["imported"].as_i64(), out["updated"].as_i64()), (Some(0), Some(0)), "{out}");
        }
        let after = shop.room.sh(&format!("{LATER} --recompute")).ok().json();
        assert_eq!((&after["control_hash"], &after["total_minor"]), (&before["control_hash"], &before["total_minor"]));
        let sum = "SELECT CAST(SUM(bytes) AS BIGINT) FROM line_usage WHERE period = 202610";
        assert_eq!(shop.number(sum).await, 2_147_483_648 + 5_368_709_120 + 3_758_096_384);
    }
}

/// The days of the goldens are what the calendar says.
#[test]
fn f16_days_are_days_of_korea() {
    let october: Period = october();
    assert_eq!(Micros(october.end().0 - 1).kst_date().to_string(), "2026-10-31");
    assert_eq!(msgctl::domain::bill::Month::of(october).from, day(1));
}
