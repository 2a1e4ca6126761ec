//! What comes after a month was closed: late use, corrections, the next month, and what is deleted.

use serde_json::{Value, json};

use crate::settle::three;
use crate::support::{Shop, on_each_engine};

const NOVEMBER: &str = "--now 2026-11-05T10:00:00+09:00 --format json";
const DECEMBER: &str = "--now 2026-12-04T10:00:00+09:00 --format json";

/// Three lines, October closed.
async fn closed(db: crate::support::TestDb) -> Shop {
    let shop = Shop::new(db);
    three(&shop.db).await;
    shop.room.sh(&format!("{NOVEMBER} settle --month 2026-10 --close")).ok();
    shop
}

fn bill(shop: &Shop, line: &str) -> Vec<i64> {
    let v = shop.room.sh(&format!("{DECEMBER} settle show --month 2026-11 --line {line}")).ok().json();
    ["adjust_minor", "supply_minor", "vat_minor", "round_minor", "total_minor"]
        .map(|k| v[k].as_i64().expect(k) / 100)
        .to_vec()
}

fn fates(v: &Value) -> [u64; 4] {
    ["imported", "updated", "unchanged", "rejected"].map(|k| v[k].as_u64().expect(k))
}

on_each_engine! {
    /// S11: 256 MiB of October become known in November. S12: a credit note for October.
    async fn s11_and_s12_go_to_the_first_open_month(db: TestDb) {
        let shop = closed(db).await;
        let room = &shop.room;
        let october = room.sh("--format json settle show --month 2026-10 --line s6").ok().json();
        // 3.75 GiB: a quarter more than was billed
        room.write("late.csv", "line,month,bytes\ns6,2026-10,4026531840\n");
        let import = || fates(&room.sh(&format!("{NOVEMBER} line import-usage late.csv")).ok().json());
        assert_eq!(import(), [1, 0, 0, 0]);
        assert_eq!(import(), [0, 0, 1, 0], "once");
        let note = "settle adjust --line s1 --month 2026-10 --amount=-8250 --reason outage --key cn-1";
        let rehearsed = room.sh(&format!("{NOVEMBER} {note} --dry-run")).ok().json();
        assert_eq!(rehearsed["number"], "202610-s1-A1");
        let first = room.sh(&format!("{NOVEMBER} {note}")).ok().json();
        let expected = json!({
            "number": "202610-s1-A1", "line": "s1", "month": "2026-10", "billed_in": "2026-11",
            "amount_minor": -825_000, "reason": "outage", "key": "cn-1"
        });
        assert_eq!(first, expected);
        let again = room.sh(&format!("{DECEMBER} {note}")).ok();
        assert!(again.stderr.contains("nothing was done now"), "{}", again.stderr);
        assert_eq!(again.json(), expected);
        room.sh(&format!("{NOVEMBER} {}", note.replace("8250", "8260"))).fails(4, &["`cn-1` was used for another request"]);
        assert_eq!(shop.number("SELECT COUNT(*) FROM bill_adjustment").await, 2);
        let report = room.sh(&format!("{DECEMBER} settle --month 2026-11")).ok().json();
        assert_eq!(report["bills"], 3);
        assert_eq!(bill(&shop, "s6"), [5_243, 38_243, 3_824, -7, 42_060]);
        assert_eq!(bill(&shop, "s1"), [-8_250, 24_750, 2_475, -5, 27_220]);
        // formula, database and record agree in both months; the closed one is what it was
        room.sh("settle verify --month 2026-11").ok();
        room.sh("settle verify --month 2026-10").ok();
        assert_eq!(room.sh("--format json settle show --month 2026-10 --line s6").ok().json(), october);
        // less, then as much as before: what was billed so far is what counts
        room.write("late.csv", "line,month,bytes\ns6,2026-10,3758096384\n");
        assert_eq!(import(), [1, 0, 0, 0]);
        assert_eq!(shop.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM bill_adjustment WHERE line_id = 3").await, 0);
        // within what is included: known, and nothing to bill
        room.write("late.csv", "line,month,bytes\ns1,2026-10,5\nnobody,2026-10,5\n");
        assert_eq!(import(), [1, 0, 0, 1]);
        assert_eq!(import(), [0, 0, 1, 1]);
    }

    async fn a_correction_is_of_a_line_and_in_whole_won(db: TestDb) {
        let shop = closed(db).await;
        let adjust = |args: &str| shop.room.sh(&format!("{NOVEMBER} settle adjust --reason r {args}"));
        adjust("--line s9 --amount 1").fails(2, &["there is no line `s9`"]);
        for bad in ["0", "0.5", "20000000"] {
            adjust(&format!("--line s1 --amount {bad}")).fails(2, &["whole won"]);
        }
        adjust("--line s1 --amount 1 --month 2026-12").fails(2, &["2026-12 has not begun"]);
        adjust("--line s1 --amount 1 --key late-use:1").fails(2, &["late-use"]);
        let now = adjust("--line s1 --amount 1 --key k").ok().json();
        assert_eq!((&now["month"], &now["billed_in"]), (&json!("2026-11"), &json!("2026-11")));
        let two = adjust("--line s1 --amount 2 --month 2026-11 --key l").ok().json();
        assert_eq!(two["number"], "202611-s1-A2");
    }

    async fn rollover_makes_the_next_month_ready_and_deletes_what_is_old(db: TestDb) {
        let shop = Shop::new(db);
        three(&shop.db).await;
        let room = &shop.room;
        room.sh(&format!("{NOVEMBER} settle rollover --month 2026-10")).fails(3, &["2026-10 has not been settled"]);
        // September: closed, with use, and a line that is owed something
        shop.run(
            "INSERT INTO period (ym, start_at, end_at, days, state, draft, closed_at, close_journal, control_hash)
             VALUES (202609, 0, 0, 30, 'closed', 1, 0, 0, 'x');
             INSERT INTO line_usage VALUES (202609, 1, 5), (202609, 2, 6);
             INSERT INTO bill VALUES (202609, 1, 0, 0, 0, 0, 0, 0, 0, -1500, 0, 0, 0, 1500, 8, 1)",
        )
        .await;
        room.sh("--now 2026-10-05T10:00:00+09:00 credits topup --site shop --amount 1000 --key in").ok();
        room.sh(&format!("{NOVEMBER} settle --month 2026-10")).ok();
        room.sh(&format!("{NOVEMBER} settle rollover --month 2026-10")).fails(3, &["2026-10 is not closed"]);
        room.sh(&format!("{NOVEMBER} settle --month 2026-10 --close")).ok();
        let sept = room.sh(&format!("{NOVEMBER} settle rollover --month 2026-09")).ok().json();
        assert_eq!((&sept["carried"], &sept["carried_minor"], &sept["next_state"]), (&json!(1), &json!(1_500), &json!("closed")));
        let run = |args: &str| room.sh(&format!("{NOVEMBER} settle rollover --month 2026-10 {args}")).ok().json();
        let kept = run("");
        let expected = json!({
            "month": "2026-10", "next": "2026-11", "next_state": "open", "sites": 1, "opening_minor": 100_000,
            "carried": 0, "carried_minor": 0, "pruned": []
        });
        assert_eq!(kept, expected, "two months are kept");
        let gone = json!([{ "month": "2026-09", "what": "usage", "rows": 2, "sum": 11 }]);
        assert_eq!(run("--keep-months 1 --dry-run")["pruned"], gone);
        assert_eq!(shop.number("SELECT COUNT(*) FROM line_usage WHERE period = 202609").await, 2);
        assert_eq!(run("--keep-months 1")["pruned"], gone);
        assert_eq!(run("--keep-months 1")["pruned"], json!([]), "again: nothing");
        assert_eq!(shop.number("SELECT COUNT(*) FROM line_usage").await, 3, "October's is there");
        assert_eq!(shop.number("SELECT rows_n * 100 + sum_n FROM pruned WHERE period = 202609").await, 211);
        room.sh("settle verify --month 2026-09").fails(3, &["the use of 2026-09 was deleted"]);
        let shown = room.sh("--format json settle show --month 2026-09 --line s1").ok();
        assert!(shown.stderr.contains("was deleted"), "{}", shown.stderr);
        assert_eq!((&shown.json()["carry_out_minor"], &shown.json()["steps"]), (&json!(1_500), &json!([])));
        room.write("late.csv", "line,month,bytes\ns1,2026-09,7\n");
        assert_eq!(fates(&room.sh(&format!("{NOVEMBER} line import-usage late.csv")).ok().json()), [0, 0, 0, 1]);
    }
}
