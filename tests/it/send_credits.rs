//! Sending from credits: what is set aside, charged and released, to the last 1/100 won.

use std::process::Stdio;
use std::time::{Duration, Instant};

use msgctl::domain::id::SiteId;
use msgctl::domain::ledger::{Method, Posting, vat_of_net};
use msgctl::domain::money::Minor;
use msgctl::domain::time::Micros;
use msgctl::ops::ledger::{Note, post};
use msgctl::sim::Settings;
use msgctl::store::account;
use serde_json::Value;

use crate::support::{Platform, TestDb, millis, on_each_engine};

const SHOP: SiteId = SiteId(1);
/// 35 Hangul: 70 bytes.
const FALLBACK: &str = "주문이접수되었습니다준비되는대로보내드리겠습니다잠시만기다려주십시오감사합";
const ALIMTALK: &str = "send --site shop --list all --template order --var order=A1 --format json";

/// The simulator answers at once and reports soon.
fn quick() -> Settings {
    Settings { report_delay: millis(20, 20), ..Settings::default() }
}

/// The site is prepaid and has so many won.
async fn prepaid(db: &TestDb, won: i64) {
    db.run("UPDATE site SET billing = 'prepaid' WHERE id = 1").await;
    let mut tx = db.store.write().await.expect("a transaction");
    account::open(&mut tx, SHOP).await.expect("opens");
    tx.commit().await.expect("commits");
    topup(db, won).await;
}

async fn topup(db: &TestDb, won: i64) {
    let posting = Posting::topup(SHOP, Method::Bank, vat_of_net(Minor(won * 100)).expect("fits")).expect("balances");
    let now = now();
    let note = Note {
        site: SHOP,
        effective_at: now,
        now,
        op_key: None,
        about: None,
        reverses: None,
        actor: "test",
        memo: None,
    };
    let mut tx = db.store.write().await.expect("a transaction");
    post(&mut tx, &posting, note).await.expect("books");
    tx.commit().await.expect("commits");
}

fn now() -> Micros {
    #[expect(clippy::disallowed_methods, reason = "tests stand in for the process that has a clock")]
    jiff::Timestamp::now().into()
}

/// Available, held, receivable.
async fn has(db: &TestDb) -> (i64, i64, i64) {
    let b =
        account::balances(&mut db.store.read().await.expect("reads"), SHOP).await.expect("reads").expect("accounts");
    (b.available.0, b.held.0, b.receivable.0)
}

/// Balances are the sums of their entries, what is held is what open holds have left, and ended holds have nothing.
async fn is_clean(db: &TestDb) {
    let drift = "SELECT COUNT(*) FROM account a WHERE a.site_id IS NOT NULL AND a.balance_minor <>
        (SELECT CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) FROM entry e WHERE e.account_id = a.id)";
    assert_eq!(db.number(drift).await, 0, "a balance is not the sum of its entries");
    let open = db
        .number(
            "SELECT CAST(COALESCE(SUM(authorized_minor - captured_minor - released_minor), 0) AS BIGINT) FROM hold WHERE state = 'open'",
        )
        .await;
    assert_eq!(has(db).await.1, open, "what is held is what open holds have left");
    let charged = "SELECT COUNT(*) FROM hold h WHERE h.captured_minor + h.late_minor <>
        (SELECT CAST(COALESCE(SUM(u.total_minor), 0) AS BIGINT) FROM usage_charge u WHERE u.hold_id = h.id)";
    assert_eq!(db.number(charged).await, 0, "a hold is not what was charged of it");
    let results = db.number("SELECT CAST(COALESCE(SUM(price_minor), 0) AS BIGINT) FROM result").await;
    let usage = db.number("SELECT CAST(COALESCE(SUM(total_minor), 0) AS BIGINT) FROM usage_charge").await;
    let tally = db.number("SELECT CAST(COALESCE(SUM(price_minor), 0) AS BIGINT) FROM tally").await;
    assert_eq!((results, tally), (usage, usage), "messages, statistics and charges are one sum");
}

async fn all_closed(db: &TestDb) {
    assert_eq!(db.number("SELECT COUNT(*) FROM hold WHERE state = 'open'").await, 0, "every hold is closed");
}

/// Numbers that end in these have this fate.
fn fate(s: &mut Settings, numbers: impl IntoIterator<Item = usize>, kind: &str, code: &str) {
    for i in numbers {
        s.recipients.insert(format!("0100{i:07} {kind}"), code.parse().expect("a code"));
    }
}

fn cost(out: &Value) -> (i64, i64, i64) {
    let part = |k: &str| out["cost"][k].as_i64().expect("an amount");
    (part("held_minor"), part("captured_minor"), part("released_minor"))
}

on_each_engine! {
    /// 85 by Alimtalk, 10 by SMS, 5 not at all: 965 of the 2,000 won that were held are charged.
    async fn c2_fallback_costs_what_was_delivered(db: TestDb) {
        let mut s = quick();
        fate(&mut s, 0..15, "ATA", "3104");
        // the texts of five of them fail, too
        fate(&mut s, 10..15, "SMS", "3043");
        let p = Platform::new(&db, s, "unlimited").await;
        p.people(100);
        prepaid(&db, 10_000).await;
        let plan = p.room.run(ALIMTALK.split(' ').chain(["--fallback-message", FALLBACK, "--dry-run"])).ok().json();
        assert_eq!(plan["cost"]["max_minor"], 200_000, "{plan}");
        assert_eq!(plan["cost"]["available_minor"], 1_000_000, "{plan}");
        assert_eq!(plan["cost"]["shortfall_minor"], 0, "{plan}");
        assert_eq!(plan["cost"]["expected_minor"], Value::Null, "nothing was measured yet");
        assert_eq!(has(&db).await, (1_000_000, 0, 0), "looking costs nothing");
        let out = p.room.run(ALIMTALK.split(' ').chain(["--fallback-message", FALLBACK])).ok().json();
        assert_eq!((&out["results"]["alimtalk"], &out["results"]["sms"], &out["results"]["failed"]), (&85.into(), &10.into(), &5.into()), "{out}");
        assert_eq!(cost(&out), (200_000, 96_500, 103_500), "{out}");
        assert_eq!(has(&db).await, (903_500, 0, 0));
        is_clean(&db).await;
        all_closed(&db).await;
    }
}
