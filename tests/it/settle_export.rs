//! A settled month as files: tables, papers, and the manifest that proves them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::settle::three;
use crate::support::{Shop, TestDb, on_each_engine};

const LATER: &str = "--now 2026-11-04T10:00:00+09:00 --format json";

/// Three lines; the first one with a service, a discount, a payment and a correction, the third one with a name that a
/// spreadsheet would run.
async fn month(db: TestDb) -> Shop {
    let shop = Shop::new(db);
    three(&shop.db).await;
    shop.run(
        "INSERT INTO line_vas VALUES (1, 2, 20727, 2932896);
         INSERT INTO line_discount (line_id, code, from_day, to_day, target, kind, value, priority, proratable)
         VALUES (1, '=LOYAL', 20000, 2932896, 'plan', 'rate', 2500, 1, 0);
         INSERT INTO micro_payment VALUES (1, 'r', 'approve', 1791000000000000, 990000, 202610);
         UPDATE plan_version SET name = '<5G, \"기본\">' WHERE plan_id = 2;
         UPDATE master SET n = n + 1",
    )
    .await;
    let adjust = "settle adjust --line s1 --month 2026-10 --amount=-1000 --reason 보상 --key k";
    shop.room.sh(&format!("{LATER} {adjust}")).ok();
    shop.room.sh("--now 2026-10-05T10:00:00+09:00 credits topup --site shop --amount 1000 --key in").ok();
    shop.room.sh(&format!("{LATER} settle --month 2026-10")).ok();
    shop
}

fn read(shop: &Shop, name: &str) -> String {
    std::fs::read_to_string(shop.room.path().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

on_each_engine! {
    async fn a_month_as_files_is_complete_and_the_same_each_time(db: TestDb) {
        let shop = month(db).await;
        let room = &shop.room;
        let line = format!("{LATER} settle export --month 2026-10 --dir out --invoice s1");
        let out = room.sh(&line).ok().json();
        assert_eq!((&out["bills"], &out["details"]), (&3.into(), &true.into()));
        let lines = read(&shop, "out/lines.csv");
        let head = "line,plan,vas,overage,discount,adjust,supply,vat,micro,carry_in,round,total,carry_out";
        assert_eq!(lines.lines().next(), Some(head));
        // ten days of the service at 1,005 won would be whole at 2,005 from the 20th on: 19 and 12 days
        assert_eq!(lines.lines().nth(2), Some("s2,46483,0,0,0,0,46483,4648,0,0,-1,51130,0"));
        // every step of every bill, and they come to what is to be paid
        let details = read(&shop, "out/details.csv");
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        let mut rows = csv::Reader::from_reader(details.as_bytes());
        for row in rows.records() {
            let row = row.expect("a row");
            *sums.entry(row[0].to_owned()).or_default() += row[12].parse::<i64>().expect("whole won");
        }
        let mut bills = csv::Reader::from_reader(lines.as_bytes());
        for row in bills.records() {
            let row = row.expect("a row");
            let paid = row[11].parse::<i64>().expect("won") - row[12].parse::<i64>().expect("won");
            assert_eq!(sums.remove(&row[0]), Some(paid), "{}", &row[0]);
        }
        assert!(sums.is_empty());
        for part in [
            "s2,plan,A,A,2026-10-01,2026-10-12,12,33000,,,,,12774",
            "s2,plan,B,\"<5G, \"\"기본\"\">\",2026-10-13,2026-10-31,19,55000,,,,,33709",
            "s6,overage,,,,,,,,3758096384,3221225472,1048576,10485",
            "s1,discount,'=LOYAL,,,,31,,2500,,,,-8250",
            "s1,adjustment,202610-s1-A1,보상,,,,,,,,,-1000",
            "s1,micro,,,,,,,,,,,9900",
            "s1,service,W,W,,,31,",
        ] {
            assert!(details.contains(part), "{part} in\n{details}");
        }
        assert_eq!(read(&shop, "out/sites.csv").lines().count(), 2);
        assert!(read(&shop, "out/sites.csv").contains("\nshop,0,1000,100,"));
        let invoice = read(&shop, "out/invoice-s1.html");
        for part in ["기본료 · A (2026-10-01 ~ 2026-10-31, 31일)", "할인 · =LOYAL", "조정 · 보상 (202610-s1-A1)", "<td>9,900</td>", "202610-s1", "미확정"] {
            assert!(invoice.contains(part), "{part} in {invoice}");
        }
        assert!(!invoice.contains("{{"));
        let statement = read(&shop, "out/statement-shop.html");
        for part in ["<td>충전</td><td>1,000</td>", "<td>충전 기준</td><td>1,000</td><td>100</td>", "<b>1,000 원</b>"] {
            assert!(statement.contains(part), "{part}");
        }
        let manifest: Value = serde_json::from_str(&read(&shop, "out/manifest.json")).expect("JSON");
        assert_eq!(manifest["lines"]["total_minor"], out["total_minor"]);
        assert_eq!(manifest["files"].as_array().map(Vec::len), Some(6));
        for file in manifest["files"].as_array().expect("files") {
            let name = file["name"].as_str().expect("a name");
            let content = read(&shop, &format!("out/{name}"));
            assert_eq!(file["sha256"], hex::encode(<sha2::Sha256 as sha2::Digest>::digest(content)), "{name}");
        }
        let again = room.sh(&line).ok().json();
        assert_eq!((&again["was_there"], &again["files"]), (&true.into(), &out["files"]));
        room.sh(&format!("{LATER} settle export --month 2026-10 --dir other --invoice s9")).fails(2, &["the line `s9` has no bill of 2026-10"]);
        assert!(!room.path().join("other").exists());
        room.sh(&format!("{LATER} settle export --month 2026-09 --dir other")).fails(3, &["has not been settled"]);
    }

    async fn every_line_gets_its_invoice(db: TestDb) {
        let shop = month(db).await;
        let room = &shop.room;
        room.sh(&format!("{LATER} settle export --month 2026-10 --dir out --invoices --no-details")).ok();
        let all = read(&shop, "out/invoices-00001.html");
        assert_eq!(all.matches("<article>").count(), 3);
        assert_eq!((all.matches("<html").count(), all.matches("</html>").count()), (1, 1));
        for part in ["202610-s1", "202610-s2", "202610-s6", "&lt;5G, &quot;기본&quot;&gt; (2026-10-13 ~ 2026-10-31, 19일)", "break-after: page"] {
            assert!(all.contains(part), "{part}");
        }
        assert!(!all.contains("{{") && !room.path().join("out/details.csv").exists());
        // what a draft was made of has changed since: its steps cannot be told
        shop.run("UPDATE line_usage SET bytes = bytes + 1073741824 WHERE line_id = 3").await;
        room.sh(&format!("{LATER} settle export --month 2026-10 --dir new")).fails(5, &["the bill of line `s6`"]);
        assert!(!room.path().join("new").exists());
        // without the use of the month there are bills, and no steps
        shop.run("INSERT INTO pruned (period, what, rows_n, sum_n, pruned_at) VALUES (202610, 'usage', 3, 1, 0)").await;
        let out = room.sh(&format!("{LATER} settle export --month 2026-10 --dir new --invoice s6")).ok();
        assert!(out.stderr.contains("is left out"), "{}", out.stderr);
        assert!(read(&shop, "new/invoice-s6.html").contains("<td>데이터 초과 이용료</td><td>10,485</td>"));
        shop.run("UPDATE bill SET total_minor = 5113100, round_minor = 0 WHERE line_id = 2; UPDATE period SET draft = 2 WHERE ym = 202610").await;
        room.sh(&format!("{LATER} settle export --month 2026-10 --dir new --invoice s6")).fails(4, &["differs"]);
    }
}
