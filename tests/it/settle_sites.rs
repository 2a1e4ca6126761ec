//! A month of sites: their statements inside a settlement, and what comes after it was closed.

use serde_json::{Value, json};

use crate::support::{Room, TestDb, on_each_engine};
use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::money::Minor;
use msgctl::domain::time::Micros;
use msgctl::ops::ledger::{Hold, Taking, hold, take};

const SHOP: SiteId = SiteId(1);
const CAMPAIGN: CampaignId = CampaignId(1);

/// 31 October, 23:00 in Korea.
const OCTOBER_31: Micros = Micros(1_793_455_200_000_000);
/// 4 November, 10:00 in Korea.
const NOVEMBER_4: Micros = Micros(1_793_754_000_000_000);

fn at(day: &str) -> String {
    format!("--now {day}T10:00:00+09:00 --format json")
}

fn shop(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url);
    room.sh("site add shop --sender 0212345678").ok();
    room
}

/// Charges messages out of a hold of twice their worth.
async fn charged(db: &TestDb, delivered: &[(Channel, i64, i64)]) {
    let delivered: Vec<_> = delivered.iter().map(|(c, won, n)| (*c, Minor(won * 100), *n)).collect();
    let most = Minor(delivered.iter().map(|d| d.1.0 * d.2 * 2).sum());
    let (site, campaign, now, actor) = (SHOP, CAMPAIGN, OCTOBER_31, "test");
    let mut tx = db.store.write().await.expect("a transaction");
    hold(&mut tx, Hold { site, campaign, book: None, most, actor, now }).await.expect("held");
    let t = Taking { site, campaign, delivered, reserved: most, effective_at: now, late: false, actor, now };
    take(&mut tx, &t).await.expect("taken");
    tx.commit().await.expect("commits");
}

/// Opening 10,000, paid in 100,000, bonus 5,000, 85 Alimtalk, 12 SMS, one LMS, 100 given back.
async fn october(db: &TestDb) -> Room {
    let room = shop(db);
    room.sh(&format!("{} credits topup --site shop --amount 10000 --key sep", at("2026-09-20"))).ok();
    room.sh(&format!("{} settle --month 2026-09 --close", at("2026-10-04"))).ok();
    room.sh(&format!("{} credits topup --site shop --amount 100000 --key oct", at("2026-10-05"))).ok();
    room.sh(&format!("{} credits bonus --site shop --amount 5000 --reason b --key bonus", at("2026-10-05"))).ok();
    charged(db, &[(Channel::Alimtalk, 9, 85), (Channel::Sms, 20, 12), (Channel::Lms, 50, 1)]).await;
    room.sh(&format!(
        "{} credits refund --site shop --campaign cmp_1 --amount 100 --reason r --key r",
        at("2026-10-31")
    ))
    .ok();
    room
}

fn settle(room: &Room, args: &str) -> Value {
    room.sh(&format!("{} settle --month 2026-10 {args}", at("2026-11-04"))).ok().json()
}

on_each_engine! {
    async fn s14_a_statement_to_the_won(db: TestDb) {
        let room = october(&db).await;
        let preview = settle(&room, "--preview");
        let draft = settle(&room, "");
        let s = &draft["sites"][0];
        assert_eq!(preview["sites"][0], *s);
        assert_eq!(preview["control_hash"], draft["control_hash"]);
        for (term, won) in [
            ("opening", 10_000),
            ("topups", 100_000),
            ("bonus", 5_000),
            ("usage", 1_055),
            ("late_usage", 0),
            ("refunds", 100),
            ("refunds_prior", 0),
            ("closing", 114_045),
            ("net_usage", 955),
        ] {
            assert_eq!(s[format!("{term}_minor")], won * 100, "{term}");
        }
        assert_eq!(s["tax"]["usage"], json!({ "base_minor": 95_500, "vat_minor": 9_500 }));
        assert_eq!(s["tax"]["topup"], json!({ "base_minor": 10_000_000, "vat_minor": 1_000_000 }));
        let lines: Vec<_> = s["lines"].as_array().expect("lines").iter()
            .map(|l| (l["channel"].as_str().expect("a channel"), l["quantity"].as_i64(), l["total_minor"].as_i64()))
            .collect();
        let expected = [("alimtalk", 85, 76_500), ("sms", 12, 24_000), ("lms", 1, 5_000)];
        for (channel, n, total) in expected {
            assert!(lines.contains(&(channel, Some(n), Some(total))), "{channel} in {lines:?}");
        }
        let shown = room.sh(&format!("{} settle show --month 2026-10 --site shop", at("2026-11-04"))).ok().json();
        assert_eq!(shown, *s);
        room.sh("settle show --month 2026-10").fails(2, &["--line"]);
        room.sh("settle show --month 2026-10 --site nobody").fails(2, &["there is no site `nobody`"]);
        room.sh("settle verify --month 2026-10").ok();
    }

    /// What is booked between two drafts makes the second one; what is in a statement is in the control hash.
    async fn a_statement_is_part_of_the_draft(db: TestDb) {
        let room = october(&db).await;
        let first = settle(&room, "");
        room.sh(&format!("{} credits bonus --site shop --amount 1 --reason b --key late", at("2026-10-31"))).ok();
        room.sh("settle show --month 2026-10 --site shop").fails(5, &["114,046 won now"]);
        room.sh("settle verify --month 2026-10").fails(5, &["the statement of site `shop`"]);
        let second = settle(&room, "");
        assert_eq!((&second["draft"], &second["sites"][0]["closing_minor"]), (&json!(2), &json!(11_404_600)));
        assert_ne!(first["control_hash"], second["control_hash"]);
        let diff = room.sh("--format json settle diff --month 2026-10").ok().json();
        let changed = json!({ "site": "shop", "before_minor": 11_404_500, "after_minor": 11_404_600, "difference_minor": 100 });
        assert_eq!(diff, json!([changed]));
        // the books of another month are no matter of this one
        room.sh(&format!("{} credits bonus --site shop --amount 1 --reason b --key nov", at("2026-11-02"))).ok();
        let third = settle(&room, "");
        assert_eq!((&third["draft"], &third["control_hash"]), (&json!(2), &second["control_hash"]));
    }

    /// C10: a report that comes after the close is booked in the next month, as of the month before.
    async fn c10_what_comes_after_the_close_goes_to_the_next_month(db: TestDb) {
        let room = october(&db).await;
        let closed = settle(&room, "--close");
        assert_eq!(closed["state"], "closed");
        let mut tx = db.store.write().await.expect("a transaction");
        let late = Taking {
            site: SHOP, campaign: CAMPAIGN, delivered: vec![(Channel::Sms, Minor(2_000), 1)], reserved: Minor(0),
            effective_at: OCTOBER_31, late: true, actor: "test", now: NOVEMBER_4,
        };
        take(&mut tx, &late).await.expect("taken");
        tx.commit().await.expect("commits");
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE kind = 'late-capture' AND period = 202611 AND origin_period = 202610").await, 1);
        room.sh(&format!("{} credits refund --site shop --campaign cmp_1 --amount 20 --reason r --key r2", at("2026-10-31"))).ok();
        let again = settle(&room, "");
        assert_eq!((&again["sites"], &again["control_hash"]), (&closed["sites"], &closed["control_hash"]));
        room.sh("settle verify --month 2026-10").ok();
        // V12: the closed month is what its entries and its hash say
        let closed_month = || {
            let out = room.sh("--format json credits verify --full").json();
            let v12 = out["checks"].as_array().expect("checks").iter().find(|c| c["id"] == "V12").cloned();
            let v12 = v12.expect("V12");
            (v12["counted"].as_i64(), v12["violations"].as_i64())
        };
        assert_eq!(closed_month(), (Some(2), Some(0)));
        db.run("UPDATE site_statement SET body = REPLACE(body, '11404500', '11404501') WHERE period = 202610").await;
        assert_eq!(closed_month(), (Some(2), Some(2)), "statement and hash");
        db.run("UPDATE site_statement SET body = REPLACE(body, '11404501', '11404500') WHERE period = 202610").await;
        let november = room.sh(&format!("{} settle --month 2026-11", at("2026-12-04"))).ok().json();
        let s = &november["sites"][0];
        assert_eq!((&s["opening_minor"], &s["closing_minor"]), (&json!(11_404_500), &json!(11_404_500)));
        assert_eq!((&s["late_usage_minor"], &s["refunds_prior_minor"]), (&json!(2_000), &json!(2_000)));
        let line = json!({ "channel": "sms", "unit_minor": 2_000, "quantity": 1, "total_minor": 2_000, "prior": "2026-10" });
        assert_eq!(s["lines"], json!([line]));
    }
}
