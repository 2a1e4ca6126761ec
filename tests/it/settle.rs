//! Months of lines: drafts, resumption, what is parked, closing.

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::support::{TestDb, on_each_engine};
use msgctl::domain::clock::Clock;
use msgctl::domain::period::Period;
use msgctl::domain::time::Micros;
use msgctl::ops::settle::{self, Report, SettleError, Wish};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

pub(crate) const GIB: i64 = 1 << 30;

pub(crate) fn october() -> Period {
    "2026-10".parse().expect("a month")
}

pub(crate) fn wish() -> Wish {
    Wish {
        period: october(),
        recompute: false,
        close: false,
        grace: Duration::from_hours(72),
        wait: false,
        workers: 1,
        chunk: 5000,
    }
}

/// Four days after the end of October.
pub(crate) fn clock() -> Clock {
    let now = Micros(october().end().0 + 4 * 86_400_000_000);
    Clock::new(move || now)
}

/// Day of October 2026.
pub(crate) fn day(d: i64) -> i64 {
    20_726 + d
}

/// Customer, plans A (1) and B (2), service (1).
pub(crate) async fn master(db: &TestDb) {
    db.run(
        "INSERT INTO customer (id, code, phone_ix, content_ix, sealed, key_id, round_unit, created_at, updated_at)
         VALUES (1, 'c', '0123456789abcdef', '0123456789abcdef', '', 0, 10, 0, 0)"
            .replace(
                "'0123456789abcdef'",
                if db.url.starts_with("sqlite") {
                    "x'00112233445566778899aabbccddeeff'"
                } else {
                    "'\\x00112233445566778899aabbccddeeff'"
                },
            )
            .replace("''", if db.url.starts_with("sqlite") { "x''" } else { "''" }),
    )
    .await;
    db.run(format!(
        "INSERT INTO plan (id, code) VALUES (1, 'A'), (2, 'B');
         INSERT INTO plan_version VALUES (1, 0, 'A', 3300000, {}, 512, 10000, 1800000), (2, 0, 'B', 5500000, {}, 512, 10000, 1800000);
         INSERT INTO plan (id, code) VALUES (3, 'C');
         INSERT INTO plan_version VALUES (3, 0, 'C', 123400, {}, 1000, 12345, 0), (3, {}, 'C', 5600000, NULL, 512, 0, 0);
         INSERT INTO vas (id, code) VALUES (1, 'V'), (2, 'W');
         INSERT INTO vas_version VALUES (1, 0, 'V', 550000, 0), (2, 0, 'W', 100500, 1), (2, {}, 'W', 200500, 1)",
        3 * GIB,
        10 * GIB,
        GIB,
        day(10),
        day(20)
    ))
    .await;
}

/// S1, S2 and S6 of the goldens as lines 1, 2 and 3.
pub(crate) async fn three(db: &TestDb) {
    master(db).await;
    db.run(format!(
        "INSERT INTO line (id, code, customer_id, activated_on, created_at, updated_at) VALUES
         (1, 's1', 1, 20000, 0, 0), (2, 's2', 1, 20000, 0, 0), (3, 's6', 1, 20000, 0, 0);
         INSERT INTO line_plan (line_id, from_day, seq, plan_id, to_day) VALUES
         (1, 20000, 0, 1, 2932896), (2, 20000, 0, 1, {0}), (2, {0}, 0, 2, 2932896), (3, 20000, 0, 1, 2932896);
         INSERT INTO line_usage (period, line_id, bytes) VALUES (202610, 1, {1}), (202610, 2, {2}), (202610, 3, {3})",
        day(13),
        2 * GIB,
        5 * GIB,
        7 * GIB / 2
    ))
    .await;
}

/// Lines with one or two plans, services, discounts, payments and usage.
pub fn random_lines(rng: &mut StdRng, ids: RangeInclusive<i64>) -> String {
    let mut tables: [Vec<String>; 6] = Default::default();
    for id in ids {
        let from = day(rng.random_range(-40..32));
        let last = if rng.random_bool(0.2) { (from + rng.random_range(0..50)).to_string() } else { "NULL".to_owned() };
        let cut = from + rng.random_range(0..45);
        tables[0].push(format!("({id}, 'L{id}', 1, {from}, {last}, 0, 0)"));
        let (a, b) = (rng.random_range(1..=3), rng.random_range(1..=3));
        tables[1].push(format!("({id}, {from}, 0, {a}, {cut})"));
        tables[1].push(format!("({id}, {cut}, 1, {b}, 2932896)"));
        for vas in 1..=2 {
            if rng.random_bool(0.4) {
                let begin = day(rng.random_range(-5..32));
                tables[2].push(format!("({id}, {vas}, {begin}, {})", begin + rng.random_range(0..40)));
            }
        }
        for k in 0..rng.random_range(0..4) {
            let begin = day(rng.random_range(-5..32));
            let target = ["plan", "vas", "overage", "all"][rng.random_range(0..4)];
            let (kind, most) = if rng.random_bool(0.5) { ("rate", 11_000) } else { ("fixed", 3_000_000) };
            tables[3].push(format!(
                "({id}, 'd{k}', {begin}, {}, '{target}', '{kind}', {}, {}, {})",
                begin + rng.random_range(0..40),
                rng.random_range(0..most),
                rng.random_range(0..3),
                rng.random_range(0..2)
            ));
        }
        if rng.random_bool(0.3) {
            let kind = if rng.random_bool(0.7) { "approve" } else { "cancel" };
            tables[4].push(format!("({id}, 'r', '{kind}', 0, {}, 202610)", rng.random_range(0..5_000_000)));
        }
        tables[5].push(format!("(202610, {id}, {})", rng.random_range(0..20 * GIB)));
    }
    let heads = [
        "line (id, code, customer_id, activated_on, terminated_on, created_at, updated_at)",
        "line_plan (line_id, from_day, seq, plan_id, to_day)",
        "line_vas (line_id, vas_id, from_day, to_day)",
        "line_discount (line_id, code, from_day, to_day, target, kind, value, priority, proratable)",
        "micro_payment (line_id, ref, kind, approved_at, amount_minor, period)",
        "line_usage (period, line_id, bytes)",
    ];
    let insert = |(head, rows): (&str, Vec<String>)| format!("INSERT INTO {head} VALUES {};", rows.join(", "));
    heads.into_iter().zip(tables).map(insert).collect()
}

#[expect(clippy::disallowed_methods, reason = "tests have no Host")]
fn size() -> i64 {
    std::env::var("SETTLE_LINES").ok().and_then(|n| n.parse().ok()).unwrap_or(5000)
}

pub(crate) async fn touch(db: &TestDb, sql: &str) {
    db.run(format!("UPDATE master SET n = n + 1; {sql}")).await;
}

pub(crate) async fn settle(db: &TestDb, wish: Wish) -> Result<Report, SettleError> {
    settle::run(&db.store, &clock(), wish, Arc::new(AtomicBool::new(false)), &|_, _| {}).await
}

on_each_engine! {
    /// Draft, nothing changed, one line changed, closed.
    async fn s16_a_month_from_its_first_draft_to_its_end(db: TestDb) {
        three(&db).await;
        let first = settle(&db, wish()).await.expect("settles");
        assert_eq!((first.draft, first.sums.bills, first.parked, first.up_to_date), (1, 3, 0, false));
        assert_eq!(
            (first.sums.supply_minor, first.sums.vat_minor, first.sums.total_minor),
            (12_296_800, 1_229_600, 13_526_000)
        );
        let again = settle(&db, wish()).await.expect("settles");
        assert!(again.up_to_date && again.control_hash == first.control_hash && again.draft == 1);
        touch(&db, &format!("INSERT INTO line_vas VALUES (1, 1, {}, 2932896)", day(1))).await;
        let second = settle(&db, wish()).await.expect("settles");
        assert_eq!((second.draft, second.sums.total_minor), (2, 14_131_000));
        let diff = settle::diff(&db.store, october(), 10).await.expect("reads");
        assert_eq!((diff.bills, diff.difference), (1, 605_000));
        assert_eq!(diff.lines, [("s1".to_owned(), Some(3_630_000), Some(4_235_000))]);
        let closed = settle(&db, Wish { close: true, ..wish() }).await.expect("closes");
        assert_eq!((closed.state.as_str(), closed.draft), ("closed", 2));
        let after = settle(&db, wish()).await.expect("says what it was");
        assert!(after.up_to_date && after.control_hash == second.control_hash);
        assert!(matches!(settle(&db, Wish { recompute: true, ..wish() }).await, Err(SettleError::Closed(_))));
    }

    /// Stopped after any number of chunks and run again, whatever the workers and chunks: the same figures.
    async fn p18_interruptions_workers_and_chunks_change_nothing(db: TestDb) {
        three(&db).await;
        let whole = settle(&db, wish()).await.expect("settles");
        for (stops, chunk, workers) in [(1, 1, 1), (2, 1, 1), (2, 2, 2), (0, 1, 2)] {
            let wish = Wish { recompute: true, chunk, workers, ..wish() };
            let stop = Arc::new(AtomicBool::new(false));
            let tell = |done: i64, _: i64| stop.store(done >= stops, Ordering::Relaxed);
            let broken = settle::run(&db.store, &clock(), wish, Arc::clone(&stop), &tell).await;
            assert!(matches!(broken, Err(SettleError::Stopped { .. })), "{broken:?}");
            let rest = settle(&db, Wish { recompute: false, ..wish }).await.expect("goes on");
            assert_eq!(rest.resumed, stops.min(1) * stops.max(chunk), "what was done is not done again");
            assert_eq!(rest.control_hash, whole.control_hash, "{stops} {chunk} {workers}");
            assert_eq!(rest.sums, whole.sums);
        }
    }

    /// A line that cannot be computed does not hold the others up, keeps the month open, and is done once it is mended.
    async fn what_cannot_be_computed_is_parked(db: TestDb) {
        three(&db).await;
        db.run("INSERT INTO line (id, code, customer_id, activated_on, created_at, updated_at) VALUES (4, 'bare', 1, 20000, 0, 0)").await;
        let report = settle(&db, wish()).await.expect("settles");
        assert_eq!((report.sums.bills, report.parked), (3, 1));
        assert_eq!((report.parks[0].line.as_str(), report.parks[0].code.as_str()), ("bare", "no-plan"));
        let Err(SettleError::Blocked { why, .. }) = settle(&db, Wish { close: true, ..wish() }).await else {
            panic!("was closed");
        };
        assert_eq!(why, ["1 lines are parked"]);
        touch(&db, "INSERT INTO line_plan VALUES (4, 20000, 0, 1, 2932896)").await;
        let report = settle::retry_parked(&db.store, &clock(), wish()).await.expect("settles");
        assert_eq!((report.sums.bills, report.parked, report.draft), (4, 0, 2));
        assert_eq!(report.sums.total_minor, 13_526_000 + 3_630_000);
    }

    /// P14: lines at random: formula, database and record agree, and so do preview and draft. `SETTLE_LINES` says how many.
    async fn p14_formula_and_database_agree(db: TestDb) {
        master(&db).await;
        let mut rng = StdRng::seed_from_u64(14);
        let lines = size();
        for first in (1..=lines).step_by(5000) {
            db.run(random_lines(&mut rng, first..=lines.min(first + 4999))).await;
        }
        let preview = settle::preview(&db.store, &clock(), october(), &|_, _| {}).await.expect("computes");
        let report = settle(&db, Wish { chunk: 700, workers: 2, ..wish() }).await.expect("settles");
        assert_eq!((report.sums, &report.control_hash), (preview.sums, &preview.control_hash));
        assert!(report.sums.bills > lines * 3 / 5, "{report:?}");
        let v = settle::verify(&db.store, october(), &|_, _| {}).await.expect("compares");
        assert_eq!((v.lines, v.differ), (lines, 0), "{:?}", v.examples);
        touch(&db, "UPDATE bill SET total_minor = total_minor + 100, round_minor = round_minor + 100 WHERE line_id = (SELECT MIN(line_id) FROM bill WHERE total_minor > 0)").await;
        let v = settle::verify(&db.store, october(), &|_, _| {}).await.expect("compares");
        assert_eq!(v.differ, 1, "only what was changed");
    }

    /// What is left over is carried into the next month.
    async fn s10b_a_negative_bill_is_carried(db: TestDb) {
        three(&db).await;
        touch(&db, "UPDATE line SET terminated_on = 20001 WHERE id = 1;
                    UPDATE line_plan SET to_day = 20002 WHERE line_id = 1;
                    INSERT INTO micro_payment VALUES (1, 'r', 'cancel', 1791000000000000, 1500000, 202610)").await;
        settle(&db, wish()).await.expect("settles");
        let line = settle::show(&db.store, october(), "s1").await.expect("shows");
        let bill = line.stored.expect("a bill");
        assert_eq!((bill.total, bill.carry_out), (0, 1_500_000));
        assert_eq!(line.computed.expect("can be computed").0, Some(bill));
        let november = Wish { period: october().next(), ..wish() };
        let late = Clock::new(move || Micros(october().next().end().0 + 4 * 86_400_000_000));
        let stop = Arc::new(AtomicBool::new(false));
        let report = settle::run(&db.store, &late, november, stop, &|_, _| {}).await.expect("settles");
        assert_eq!(report.sums.carry_minor, -1_500_000);
    }

    /// F14: two at once, and a month that is not over.
    async fn f14_one_at_a_time(db: TestDb) {
        three(&db).await;
        let held = db.store.try_lock("settle-202610").await.expect("locks").expect("is free");
        assert!(matches!(settle(&db, wish()).await, Err(SettleError::Busy { .. })));
        drop(held);
        let early = Clock::new(|| Micros(october().end().0 - 1));
        let stop = Arc::new(AtomicBool::new(false));
        let refused = settle::run(&db.store, &early, wish(), stop, &|_, _| {}).await;
        assert!(matches!(refused, Err(SettleError::NotOver(_))));
        let soon = Clock::new(|| october().end());
        let stop = Arc::new(AtomicBool::new(false));
        let refused = settle::run(&db.store, &soon, Wish { close: true, ..wish() }, stop, &|_, _| {}).await;
        assert!(matches!(refused, Err(SettleError::Blocked { why, .. }) if why.len() == 1 && why[0].contains("late")));
    }
}

/// The engine does not matter.
#[tokio::test]
async fn both_engines_come_to_the_same_control_hash() {
    let Some(pg) = TestDb::postgres().await else { return };
    let lite = TestDb::sqlite().await;
    three(&pg).await;
    three(&lite).await;
    let (a, b) = (settle(&pg, wish()).await.expect("settles"), settle(&lite, wish()).await.expect("settles"));
    assert_eq!((a.control_hash, a.sums), (b.control_hash, b.sums));
}
