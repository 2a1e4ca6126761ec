//! Closing a month: what is in the way of it, providers' statements, and the run from its first draft to its end.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use serde_json::{Value, json};

use crate::settle::{clock, october, settle, three, touch, wish};
use crate::support::{Room, Shop, TestDb, on_each_engine};
use msgctl::ops::settle::{self, SettleError, Wish};
use msgctl::store::line::bulk;

/// 31 October 2026, 20:00 in Korea.
const OCTOBER_31: i64 = 1_793_444_400_000_000;

/// A moment of October as the wall clock has it while the calendar is moved to that of [`LATER`]: calls are dated by the
/// wall.
#[expect(clippy::disallowed_methods, reason = "what a rehearsal moves the calendar from")]
fn wall(at: i64) -> i64 {
    let later = "2026-11-04T10:00:00+09:00".parse::<jiff::Timestamp>().expect("a moment").as_microsecond();
    at - (later - jiff::Timestamp::now().as_microsecond())
}

const LATER: &str = "--now 2026-11-04T10:00:00+09:00 --format json";

fn shop(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url);
    room.sh("site add shop --sender 0212345678").ok();
    room
}

/// A customer with a line of 33,001 won a month since September.
fn one_line(room: &Room) {
    for order in [
        "customer add C1 --name 홍길동 --phone 010-1234-5678",
        "plan add A --name LTE --fee 33001 --from 2026-01-01",
        "number pool add 010-7000-0001",
        "line activate L1 --customer C1 --plan A --on 2026-09-01",
    ] {
        room.sh(order).ok();
    }
}

/// Messages 1 to 98: 85 by Alimtalk, 12 by SMS, one by LMS, all delivered.
async fn delivered(db: &TestDb) {
    let batch = |id: i64, channel: &str, first: i64, last: i64| {
        format!(
            "({id}, 1, 1, '{channel}', 0, 0, {first}, {last}, {}, 0, 'answered', 0, 1, 'main', {}, 0)",
            last - first + 1,
            wall(OCTOBER_31)
        )
    };
    let results: Vec<String> = (1..=98)
        .map(|m| {
            let (channel, price) = if m <= 85 {
                ("alimtalk", 900)
            } else if m <= 97 {
                ("sms", 2_000)
            } else {
                ("lms", 5_000)
            };
            format!("({m}, NULL, '{channel}', 'delivered', '', {price}, 0)")
        })
        .collect();
    db.run(format!(
        "INSERT INTO batch (id, campaign_id, site_id, channel, step, night, first_id, last_id, size, open, state, due_at, tries, provider, claimed_at, asked)
         VALUES {}, {}, {}; INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, at) VALUES {}",
        batch(1, "alimtalk", 1, 85), batch(2, "sms", 86, 97), batch(3, "lms", 98, 98), results.join(", ")
    ))
    .await;
}

async fn blocked(db: &TestDb) -> Vec<String> {
    match settle(db, Wish { close: true, ..wish() }).await {
        Err(SettleError::Blocked { why, .. }) => why,
        other => panic!("was not refused: {other:?}"),
    }
}

on_each_engine! {
    async fn everything_that_is_in_the_way_is_named(db: TestDb) {
        let room = shop(&db);
        three(&db).await;
        room.sh("--now 2026-10-05T10:00:00+09:00 credits topup --site shop --amount 1000 --key in").ok();
        db.run(format!(
            "INSERT INTO line (id, code, customer_id, activated_on, created_at, updated_at) VALUES (4, 'bare', 1, 20000, 0, 0);
             INSERT INTO period (ym, start_at, end_at, days, state) VALUES (202609, 0, 0, 30, 'open');
             INSERT INTO hold (id, site_id, campaign_id, seq, authorized_minor, state, created_at) VALUES (1, 1, 1, 1, 200, 'open', 0);
             INSERT INTO batch (id, campaign_id, site_id, channel, step, night, first_id, last_id, size, open, state, due_at, tries, provider, claimed_at, asked)
             VALUES (1, 1, 1, 'sms', 0, 0, 1, 2, 2, 2, 'answered', 0, 1, 'main', {OCTOBER_31}, 0),
             (2, 1, 1, 'sms', 0, 0, 3, 3, 1, 1, 'answered', 0, 1, 'main', {}, 0);
             INSERT INTO statement_difference (period, provider, kind, channel, n, amount_minor, examples)
             VALUES (202610, 'main', 'only_theirs', 'sms', 1, 2000, '[]');
             UPDATE account SET balance_minor = balance_minor + 1 WHERE id = 1004",
            OCTOBER_31 + 5 * 3_600_000_000
        ))
        .await;
        let why = blocked(&db).await;
        for (part, n) in [
            ("2026-09 is not closed", 1),
            ("2 messages of 1 campaigns, handed over before its end, have no result", 1),
            ("1 lines are parked", 1),
            ("the books: V2", 1),
            ("the books: V5", 1),
            ("main says otherwise: only_theirs:sms:1 (20 won)", 1),
        ] {
            assert_eq!(why.iter().filter(|w| w.contains(part)).count(), n, "{part} in {why:?}");
        }
        assert_eq!(why.len(), 6, "{why:?}");
        let out = room.sh("--now 2026-11-03T23:59:59+09:00 settle --month 2026-10 --close");
        out.fails(4, &["what is late is taken in until", "1 lines are parked", "V5"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM period WHERE state = 'closed'").await, 0);
        db.run("UPDATE account SET balance_minor = balance_minor - 1 WHERE id = 1004; DELETE FROM batch; DELETE FROM hold;
                DELETE FROM statement_difference; DELETE FROM period WHERE ym = 202609; INSERT INTO line_plan VALUES (4, 20000, 0, 1, 2932896);
                UPDATE bill SET total_minor = total_minor - 100, round_minor = round_minor - 100 WHERE line_id = 1").await;
        touch(&db, "").await;
        settle(&db, wish()).await.expect("makes a draft with all lines");
        db.run("UPDATE bill SET digest = digest + 1 WHERE line_id = 2").await;
        assert_eq!(blocked(&db).await, ["bills or statements on record are not those of draft 2"]);
    }

    /// A part that is not done, and a run that was broken off.
    async fn a_broken_off_run_is_no_draft_to_close(db: TestDb) {
        three(&db).await;
        settle(&db, wish()).await.expect("settles");
        db.run("UPDATE batch_partition SET cursor = lo WHERE part = 0").await;
        assert_eq!(blocked(&db).await, ["1 of 1 parts of the lines are not done"]);
    }

    /// What somebody is changing at that moment is waited for, and seen.
    async fn nothing_slips_in_while_a_month_is_closed(db: TestDb) {
        three(&db).await;
        settle(&db, wish()).await.expect("settles");
        let mut tx = db.store.write().await.expect("begins");
        bulk::hold(&mut tx).await.expect("holds the lines");
        let store = db.store.clone();
        let closing = tokio::spawn(async move {
            let stop = Arc::new(AtomicBool::new(false));
            settle::run(&store, &clock(), Wish { close: true, ..wish() }, stop, &|_, _| {}).await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!closing.is_finished(), "it waits");
        tx.commit().await.expect("commits");
        match closing.await.expect("ends") {
            // the change was seen before or while the month was to be closed
            Ok(report) => assert_eq!((report.draft, report.state.as_str()), (2, "closed")),
            Err(SettleError::Blocked { why, .. }) => assert_eq!(why, ["something has changed since draft 1"]),
            other => panic!("{other:?}"),
        }
    }

    /// What is booked at that moment is waited for, too.
    async fn nothing_is_booked_while_a_month_is_closed(db: TestDb) {
        three(&db).await;
        settle(&db, wish()).await.expect("settles");
        let mut tx = db.store.write().await.expect("begins");
        let booked = msgctl::store::period::book(&mut tx, october().start()).await.expect("books");
        assert_eq!(booked.period, october());
        let store = db.store.clone();
        let closing = tokio::spawn(async move {
            let stop = Arc::new(AtomicBool::new(false));
            settle::run(&store, &clock(), Wish { close: true, ..wish() }, stop, &|_, _| {}).await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(!closing.is_finished(), "it waits");
        tx.rollback().await.expect("takes it back");
        assert_eq!(closing.await.expect("ends").expect("closes").state, "closed");
        let mut tx = db.store.write().await.expect("begins");
        let booked = msgctl::store::period::book(&mut tx, october().start()).await.expect("books");
        assert_eq!((booked.period, booked.origin), (october().next(), october()));
    }

    /// S15: one SMS that only the provider has.
    async fn s15_a_difference_is_explained_or_the_month_stays_open(db: TestDb) {
        let room = shop(&db);
        three(&db).await;
        delivered(&db).await;
        room.write("p.csv", "day,channel,delivered,failed,amount\n2026-10-31,alimtalk,85,,\n2026-10-31,ATA,0,0,\n2026-10-31,SMS,13,,\n2026-10-31,lms,1,,\n");
        let run = |args: &str| room.sh(&format!("{LATER} settle {args} --month 2026-10"));
        let draft = run("").ok().json();
        run("reconcile --file p.csv --dry-run").fails(6, &["only_theirs:sms:1"]);
        assert_eq!(run("reconcile").ok().json()["differences"], json!([]), "a rehearsal keeps nothing");
        let found = run("reconcile --file p.csv");
        let found = found.fails(6, &["1 difference not accepted", "only_theirs:sms:1"]).json();
        assert_eq!((&found["providers"][0]["agreed"], &found["difference_minor"]), (&json!(98), &json!(2_000)));
        assert_eq!(found["differences"][0]["examples"], json!(["2026-10-31"]));
        run("--close").fails(4, &["main says otherwise: only_theirs:sms:1 (20 won)"]);
        run("--close --accept only_theirs:sms:2 --reason x").fails(3, &["there is no difference `only_theirs:sms:2`, but 1"]);
        let reason = "시험 발송 한 건";
        let accept = ["settle", "reconcile", "--month", "2026-10", "--accept", "only_theirs:sms:1", "--reason", reason];
        let accepted = room.run(LATER.split(' ').chain(accept)).ok().json();
        assert_eq!(accepted["differences"][0]["accepted"], reason);
        // the same file again finds the same, which is accepted
        run("reconcile --file p.csv").ok();
        let closed = run("--close --accept only_theirs:sms:1 --reason again").ok().json();
        assert_eq!((&closed["state"], &closed["draft"]), (&json!("closed"), &json!(1)));
        assert_ne!(closed["control_hash"], draft["control_hash"], "what was accepted is part of it");
        assert_eq!(run("").ok().json()["control_hash"], closed["control_hash"]);
        run("reconcile --file p.csv").fails(4, &["2026-10 is closed"]);
        room.run(LATER.split(' ').chain(accept)).fails(4, &["2026-10 is closed"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM statement_difference WHERE reason IS NOT NULL AND actor IS NOT NULL").await, 1);
    }

    /// By the provider's ids: each message is found again, whichever attempt decided.
    async fn messages_are_matched_by_the_providers_ids(db: TestDb) {
        let room = shop(&db);
        db.run(format!(
            "INSERT INTO batch (id, campaign_id, site_id, channel, step, night, first_id, last_id, size, open, state, due_at, tries, provider, claimed_at, asked, provider_ids)
             VALUES (1, 1, 1, 'alimtalk', 0, 0, 1, 3, 3, 0, 'answered', 0, 1, 'main', {0}, 0, 'A1 A2 A3'),
             (2, 1, 1, 'sms', 1, 0, NULL, NULL, 1, 0, 'answered', 0, 1, 'main', {0}, 0, NULL);
             INSERT INTO attempt (batch_id, message_id, state, provider_id) VALUES (1, 3, 'failed', 'A3'), (2, 3, 'delivered', 'S3');
             INSERT INTO result (message_id, batch_id, channel, state, code, price_minor, at) VALUES
             (1, NULL, 'alimtalk', 'delivered', '', 900, 0), (2, NULL, 'alimtalk', 'delivered', '', 900, 0), (3, 2, 'sms', 'delivered', '', 2000, 0)",
            wall(OCTOBER_31)
        ))
        .await;
        let run = |csv: &str, args: &str| {
            room.write("p.csv", csv);
            room.sh(&format!("{LATER} settle reconcile --month 2026-10 --file p.csv {args}"))
        };
        let all = "전문번호,채널,결과,단가\nA1,알림톡,성공,9\nA2,알림톡,성공,9\nA3,알림톡,실패,\nS3,SMS,성공,20\n";
        let same = run(all, "--map id=전문번호").ok().json();
        assert_eq!((&same["differences"], &same["providers"][0]["agreed"]), (&json!([]), &json!(3)));
        let other = "id,channel,status,price\nA1,ATA,delivered,9.5\nA3,ATA,delivered,9\nS3,SMS,failed,\nX9,LMS,delivered,50\n";
        let found = run(other, "").fails(6, &["5 differences not accepted"]).json();
        let list: Vec<Value> = found["differences"].as_array().expect("a list").iter()
            .map(|d| json!([d["kind"], d["channel"], d["count"], d["amount_minor"], d["examples"][0]])).collect();
        let expected = json!([
            ["only_ours", "alimtalk", 1, -900, "A2"],
            ["only_theirs", "lms", 1, 5_000, "X9"],
            ["price_differs", "alimtalk", 1, 50, "A1"],
            ["status_differs", "alimtalk", 1, 900, "A3"],
            ["status_differs", "sms", 1, -2_000, "S3"],
        ]);
        assert_eq!(Value::Array(list), expected);
        run(all, "--provider other --map id=전문번호").fails(6, &["only_theirs"]);
        room.sh(&format!("{LATER} settle reconcile --month 2026-10 --accept only_theirs:alimtalk:2 --reason x")).fails(6, &["difference"]);
        run("id,channel\n", "").fails(2, &["lacks `status`"]);
        run("id,channel,status\nA,sms,?\n", "").fails(2, &["line 2", "no status"]);
    }

    /// S16: three lines, killed after the first chunk of one line; a service more; closed; and a refund after that.
    async fn s16_killed_and_run_again_to_the_end(db: TestDb) {
        let shop = Shop::new(db);
        three(&shop.db).await;
        let run = |args: &str| shop.room.sh(&format!("{LATER} settle --month 2026-10 --chunk 1 --workers 1 {args}"));
        let mut killed = shop.room.command(format!("{LATER} settle --month 2026-10 --chunk 1 --workers 1").split(' '));
        let killed = killed.env("MSGCTL_FAILPOINT", "settle-chunk-committed").output().expect("runs");
        assert_eq!(killed.status.code(), None, "killed");
        assert_eq!(shop.number("SELECT COUNT(*) FROM bill").await, 1);
        let first = run("").ok();
        assert!(first.stderr.contains("Went on behind 1 line "), "{}", first.stderr);
        let first = first.json();
        let sums = |v: &Value| ["bills", "supply_minor", "vat_minor", "total_minor"].map(|k| v[k].as_i64().expect("a number"));
        assert_eq!(sums(&first), [3, 12_296_800, 1_229_600, 13_526_000]);
        assert_eq!(shop.number("SELECT CAST(SUM(commit_n) AS BIGINT) FROM batch_partition").await, 3);
        assert_eq!(shop.number("SELECT COUNT(*) FROM bill").await, 3, "no duplicate");
        shop.run("UPDATE batch_partition SET fence = fence").await;
        let whole = run("--recompute").ok().json();
        assert_eq!(whole["control_hash"], first["control_hash"], "as if it had never been killed");
        touch(&shop.db, "INSERT INTO line_vas VALUES (1, 1, 20727, 2932896)").await;
        let out = run("").ok();
        assert!(out.stderr.contains("1 bill and 0 sites changed, 6,050 won"), "{}", out.stderr);
        assert_eq!(out.json()["total_minor"], 14_131_000);
        let diff = shop.room.sh("--format json settle diff --month 2026-10").ok().json();
        assert_eq!(diff, json!([{ "line": "s1", "before_minor": 3_630_000, "after_minor": 4_235_000, "difference_minor": 605_000 }]));
        let closed = run("--close").ok().json();
        let again = run("").ok();
        assert!(again.stderr.contains("2026-10 is closed; nothing was changed."), "{}", again.stderr);
        assert_eq!(again.json()["control_hash"], closed["control_hash"]);
        run("--recompute").fails(4, &["2026-10 is closed"]);
        shop.run(
            "INSERT INTO hold (id, site_id, campaign_id, seq, authorized_minor, captured_minor, released_minor, state, created_at)
             VALUES (1, 1, 1, 1, 2000, 2000, 0, 'closed', 0);
             INSERT INTO usage_charge (id, site_id, campaign_id, hold_id, channel, unit_minor, period, origin_period, late, quantity, total_minor)
             VALUES (1, 1, 1, 1, 'sms', 2000, 202610, 202610, 0, 1, 2000)",
        )
        .await;
        let late = "--now 2026-10-31T20:00:00+09:00";
        shop.room.sh(&format!("{late} credits topup --site shop --amount 10 --key t")).ok();
        shop.room.sh(&format!("{late} credits refund --site shop --campaign cmp_1 --amount 20 --reason r --key r")).ok();
        assert_eq!(shop.number("SELECT COUNT(*) FROM journal WHERE kind = 'refund' AND period = 202611 AND origin_period = 202610").await, 1);
        assert_eq!(run("").ok().json()["control_hash"], closed["control_hash"]);
    }

    async fn months_are_closed_one_after_the_other(db: TestDb) {
        let shop = Shop::new(db);
        let room = &shop.room;
        one_line(room);
        room.sh("line micro-payment L1 --ref G1 --amount 100000 --kind cancel --at 2026-09-10T00:00:00+09:00").ok();
        let early = room.sh(&format!("{LATER} settle show --month 2026-10 --line L1")).ok();
        assert!(early.stderr.contains("2026-10 has not been settled"), "{}", early.stderr);
        let close = |month: &str| room.sh(&format!("{LATER} settle --month {month} --close"));
        close("2026-10").fails(4, &["2026-09 is not closed, and lines have payments or use in it"]);
        let september = close("2026-09").ok().json();
        assert_eq!(september["total_minor"], 0);
        let october = close("2026-10").ok().json();
        assert_eq!(october["carry_minor"], -6_369_900, "what was given back and not used up");
        assert_eq!(october["total_minor"], 0);
        // before the first closed month nothing is closed any more: what it carried out would go nowhere
        close("2026-08").fails(4, &["2026-09, behind it, is closed"]);
        // and its draft is in nobody's way
        room.sh("--now 2026-12-04T10:00:00+09:00 settle --month 2026-11 --close").ok();
        room.sh("settle verify --month 2026-09").ok();
    }

    async fn a_closed_month_keeps_the_unit_that_it_was_cut_to(db: TestDb) {
        let shop = Shop::new(db);
        let room = &shop.room;
        one_line(room);
        let total = |month: &str| room.sh(&format!("{LATER} settle --month {month} --close")).ok().json()["total_minor"].clone();
        let unit = |n: u8| room.sh(&format!("customer add C1 --name 홍길동 --phone 010-1234-5678 --round-unit {n}")).ok();
        assert_eq!(total("2026-09"), 3_630_000);
        unit(1);
        assert_eq!(total("2026-10"), 3_630_100);
        unit(10);
        for month in ["2026-09", "2026-10"] {
            room.sh(&format!("settle verify --month {month}")).ok();
            room.sh(&format!("settle show --month {month} --line L1")).ok();
        }
        let preview = room.sh("--now 2026-12-04T10:00:00+09:00 --format json settle --month 2026-11 --preview").ok().json();
        assert_eq!(preview["total_minor"], 3_630_000);
    }
}
