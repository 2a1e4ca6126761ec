//! What went wrong with other people's money, elsewhere, and does not here: one test for each failure of the catalogue.

use std::process::Stdio;
use std::time::Duration;

use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::{Posting, vat_of_net};
use msgctl::domain::money::Minor;
use msgctl::ops::ledger::{Ask, LedgerError, Note, once, post};
use msgctl::sim::settings::PaymentFaults;
use msgctl::store::{Conn, Reads as _, StoreError, Tx, account, op, payment};
use serde_json::{Value, json};

use crate::autocharge::Bank;
use crate::support::{Output, Room, TestDb, campaign_c2, campaign_done, on_each_engine};

const OCTOBER: &str = "2026-10-05T09:00:00+09:00";
const SHOP: SiteId = SiteId(1);

fn shop(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url).env("MSGCTL_NOW", OCTOBER).env("MSGCTL_FORMAT", "json");
    room.sh("site add shop --sender 0212345678").ok();
    room
}

fn topup(room: &Room, won: i64) {
    room.sh(&format!("credits topup --site shop --amount {won} --key in")).ok();
}

fn has(room: &Room) -> (i64, i64, i64) {
    let b = room.sh("credits balance --site shop").ok().json();
    let n = |name: &str| b[name].as_i64().expect("a number");
    (n("available_minor"), n("held_minor"), n("receivable_minor"))
}

fn codes(outs: &[Output]) -> Vec<i32> {
    let mut codes: Vec<i32> = outs.iter().map(|o| o.code).collect();
    codes.sort_unstable();
    codes
}

fn note<'a>() -> Note<'a> {
    let at = crate::support::OCTOBER;
    Note { site: SHOP, effective_at: at, now: at, op_key: None, about: None, reverses: None, actor: "test", memo: None }
}

on_each_engine! {
    /// A payment was credited twice: whether it was still pending was looked up outside of the lock.
    async fn f01_a_payment_is_credited_twice(db: TestDb) {
        let room = shop(&db);
        let outs = room.at_once(["credits topup --site shop --amount 100 --key wh_1"; 6]);
        assert_eq!(codes(&outs), [0; 6]);
        assert_eq!((has(&room), db.number("SELECT COUNT(*) FROM journal").await), ((10_000, 0, 0), 1));
        // the write itself asks: of two that saw it pending one moves it
        let mut tx = db.store.write().await.expect("a transaction");
        let a = vat_of_net(Minor(100)).expect("fits");
        let id = payment::insert(&mut tx, SHOP, "card", a, Some("T"), crate::support::OCTOBER).await.expect("inserts").expect("is new");
        let journal = post(&mut tx, &Posting::bonus(SHOP, Minor(1)).expect("balances"), note()).await.expect("books");
        assert!(payment::paid(&mut tx, id, journal, crate::support::OCTOBER).await.expect("moves"));
        assert!(!payment::paid(&mut tx, id, journal, crate::support::OCTOBER).await.expect("stays"));
    }

    /// Two settlements within milliseconds: one was lost, the balance had been read and written back.
    async fn f02_one_of_two_movements_is_lost(db: TestDb) {
        let room = shop(&db);
        let outs = room.at_once((0..8).map(|i| format!("credits topup --site shop --amount 100 --key k{i}")));
        assert_eq!(codes(&outs), [0; 8]);
        assert_eq!(has(&room), (80_000, 0, 0));
    }

    /// A poll and a webhook found no payment of that name, and each inserted one.
    async fn f03_found_nothing_then_inserted(db: TestDb) {
        let room = shop(&db);
        let outs = room.at_once((0..8).map(|i| format!("credits topup --site shop --amount 100 --method card --gateway-tx T1 --key k{i}")));
        assert_eq!(codes(&outs), [0; 8], "{outs:?}");
        let payments: Vec<Value> = outs.iter().map(|o| o.json()["payment"].clone()).collect();
        assert!(payments.iter().all(|p| *p == json!("pay_1")), "{payments:?}");
        assert_eq!((has(&room), db.number("SELECT COUNT(*) FROM payment").await), ((10_000, 0, 0), 1));
        room.sh("credits verify --full").ok();
    }

    /// Deductions at once were lost without an error: each locked what was the latest row when it looked.
    async fn f04_a_moving_target_is_locked(db: TestDb) {
        let room = shop(&db);
        topup(&room, 500);
        let outs = room.at_once((0..8).map(|i| format!("credits adjust --site shop --amount=-100 --reason r --key k{i}")));
        assert_eq!(codes(&outs), [0, 0, 0, 0, 0, 3, 3, 3], "{outs:?}");
        assert_eq!(has(&room), (0, 0, 0));
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE kind = 'adjust'").await, 5);
    }

    /// Balances were sums over postings, and the platform's accounts rows for which everybody waits.
    async fn f05_every_booking_waits_for_one_row(db: TestDb) {
        let room = shop(&db);
        topup(&room, 100);
        room.sh("site add other --sender 0212345678").ok();
        let stored = "SELECT COUNT(*) FROM account WHERE site_id IS NULL AND (balance_minor IS NOT NULL OR seq <> 0)";
        assert_eq!(db.number(stored).await, 0);
        assert_eq!(db.number("SELECT balance_minor FROM account WHERE code = 'site_1:available'").await, 10_000);
        if db.url.starts_with("postgres") {
            // the same accounts of the platform, at the same time
            let mut tx = db.store.write().await.expect("a transaction");
            post(&mut tx, &Posting::bonus(SHOP, Minor(1)).expect("balances"), note()).await.expect("books");
            room.sh("credits bonus --site other --amount 5 --reason r").ok();
            tx.commit().await.expect("commits");
        }
        room.sh("credits verify --full").ok();
    }

    /// A collision of transactions was reported as \"insufficient funds\".
    async fn f06_a_collision_is_told_as_a_refusal(db: TestDb) {
        let room = shop(&db);
        topup(&room, 1);
        let ask = Ask {
            site: SHOP, key: "k", verb: "cashout", request: "1".into(), actor: "test", now: crate::support::OCTOBER, rehearse: false,
        };
        let busy = || LedgerError::Store(StoreError::Busy(sqlx::Error::PoolTimedOut));
        let always = async |_: &mut Tx| -> Result<i64, LedgerError> { Err(busy()) };
        let answer = once(&db.store, &ask, always).await;
        assert!(matches!(answer, Err(LedgerError::Store(StoreError::Busy(_)))), "{answer:?}");
        let row = op::get(&mut db.store.read().await.expect("reads"), SHOP, "k").await.expect("reads").expect("is there");
        assert_eq!(row.state, "intent", "nothing is decided by that");
        let tries = std::cell::Cell::new(0);
        let twice = async |_: &mut Tx| -> Result<i64, LedgerError> {
            tries.set(tries.get() + 1);
            if tries.get() < 3 { Err(busy()) } else { Ok(1) }
        };
        assert_eq!(once(&db.store, &ask, twice).await.expect("is done").answer, 1);
        assert_eq!(tries.get(), 3);
    }

    /// Two reversals of one entry were booked: the entry first, its state after.
    async fn f07_an_entry_is_reversed_twice(db: TestDb) {
        let room = shop(&db);
        topup(&room, 1_000);
        let outs = room.at_once((0..4).map(|i| format!("credits chargeback --site shop --payment pay_1 --reason bank --key k{i}")));
        assert_eq!(codes(&outs), [0, 3, 3, 3], "{outs:?}");
        assert_eq!((has(&room), db.number("SELECT COUNT(*) FROM journal WHERE reverses = 1").await), ((0, 0, 0), 1));
    }

    /// Two writers read the same end of a chain, in transactions that were not yet writing.
    async fn f08_two_writers_see_the_same_end_of_the_chain(db: TestDb) {
        let room = shop(&db);
        let outs = room.at_once((0..8).map(|i| format!("credits bonus --site shop --amount 1 --reason r --key k{i}")));
        assert_eq!(codes(&outs), [0; 8]);
        let chain = "SELECT COUNT(DISTINCT balance_minor) * 100 + MAX(acct_seq) * 10 + MIN(acct_seq) FROM entry WHERE account_id = 1004";
        assert_eq!(db.number(chain).await, 881, "eight links, one behind the other");
        room.sh("credits verify --full").ok();
    }

    /// A writer gave up after milliseconds because it had begun as a reader.
    async fn f09_a_writer_does_not_wait_for_its_turn(db: TestDb) {
        let room = shop(&db);
        topup(&room, 100);
        let mut tx = db.store.write().await.expect("a transaction");
        account::lock(&mut tx, SHOP).await.expect("is held");
        let mut waits = room.command("credits adjust --site shop --amount=-1 --reason r --key k".split(' '));
        let mut waits = waits.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        tokio::time::sleep(Duration::from_millis(1_500)).await;
        assert!(waits.try_wait().expect("is asked").is_none(), "it waits");
        tx.commit().await.expect("commits");
        assert_eq!(waits.wait().expect("ends").code(), Some(0));
        assert_eq!(has(&room), (9_900, 0, 0));
    }

    /// 14.28444999 credits were taken back: 14.28 in the movement, 85.71 left.
    async fn f10_an_amount_is_rounded_twice(db: TestDb) {
        let room = shop(&db);
        topup(&room, 100);
        for bad in ["8.405", "14.28444999", "0", "-5", "1e3", "1,000", "NaN", "0x10", "92233720368547758.08"] {
            for verb in ["topup", "bonus --reason r", "cashout --reason r", "refund --campaign cmp_1 --reason r"] {
                let line = format!("credits {verb} --site shop --amount={bad}");
                room.sh(&line).fails(2, &[]);
            }
        }
        assert_eq!(has(&room), (10_000, 0, 0));
        let text = db.url.starts_with("sqlite:").then_some("SELECT COUNT(*) FROM entry WHERE typeof(amount_minor) <> 'integer'");
        assert_eq!(db.number(text.unwrap_or("SELECT COUNT(*) FROM information_schema.columns WHERE column_name LIKE '%_minor' AND table_schema = current_schema() AND data_type <> 'bigint'")).await, 0);
    }

    /// The refund of 7.50 became 8.00: it was computed again, and rounded the other way.
    async fn f11_a_refund_is_computed_anew(db: TestDb) {
        let room = shop(&db);
        topup(&room, 100);
        campaign_done(&db, SHOP, CampaignId(1), &[(Channel::Alimtalk, 750, 1), (Channel::Sms, 1_999, 3)], 0, 1_999).await;
        let all = room.sh("credits refund --site shop --campaign cmp_1 --channel alimtalk --reason r").ok().json();
        assert_eq!(all["amount_minor"], 750);
        room.sh("credits refund --site shop --campaign cmp_1 --amount 0.01 --reason r").ok();
        let rest = room.sh("credits refund --site shop --campaign cmp_1 --reason r").ok().json();
        assert_eq!((&rest["amount_minor"], &rest["remaining_minor"]), (&json!(5_996), &json!(0)));
        assert_eq!(has(&room), (10_000, 0, 0));
        let s = room.sh("credits statement --site shop").ok().json();
        assert_eq!((&s["usage_minor"], &s["refunds_minor"]), (&s["refunds_minor"], &json!(6_747)));
    }

    /// Refunds by line came to more than the order.
    async fn f12_refunds_exceed_what_was_paid(db: TestDb) {
        let room = shop(&db);
        topup(&room, 10_000);
        campaign_c2(&db).await;
        let refund = |what: &str| room.sh(&format!("credits refund --site shop --reason r {what}"));
        refund("--usage usg_1 --amount 764.99").ok();
        refund("--usage usg_2").ok();
        refund("--usage usg_2 --amount 0.01").fails(3, &["₩0 can still"]);
        refund("--campaign cmp_1 --channel sms").fails(3, &["₩0 can still"]);
        refund("--campaign cmp_1 --amount 0.02").fails(3, &["₩0.01 can still"]);
        refund("--campaign cmp_1").ok();
        assert_eq!(has(&room), (1_000_000, 0, 0));
        room.sh("credits verify --full").ok();
    }

    /// A recharge fired six times in ten minutes.
    async fn f13_auto_charge_fires_again_and_again(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults::default()).await;
        // a gateway that is slow because the machine is busy is no fault
        let file = std::fs::read_to_string(b.room.path().join("msgctl.toml")).expect("a configuration");
        b.room.write("msgctl.toml", file.replace("400ms", "30s"));
        b.spend("09:00:00", 5_000);
        for minute in ["09:00", "09:03", "09:06", "09:10"] {
            let at_once: Vec<_> = (0..4)
                .map(|_| {
                    let mut c = b.room.command(["credits", "auto", "run"]);
                    c.env("MSGCTL_NOW", format!("2026-10-05T{minute}:00+09:00"));
                    c.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("runs")
                })
                .collect();
            for mut child in at_once {
                child.wait().expect("ends");
            }
            b.spend(&format!("{minute}:30"), 1_000);
        }
        let log = b.log().await;
        assert_eq!((&log["calls"], log["payments"].as_array().map(Vec::len)), (&json!(1), Some(1)), "{log}");
        assert_eq!(b.available(), 53_000);
        // opt-in: nothing without a rule that was switched on
        b.room.sh("credits auto set --site shop --off").ok();
        b.spend("18:00:00", 50_000);
        assert_eq!(b.run("18:00:01"), Value::Null);
        assert_eq!(b.log().await["calls"], 1);
    }

    /// \"Told\" was written down, and then nobody was told; or the other way round.
    async fn f25_what_is_told_and_what_is_so_are_two_writes(db: TestDb) {
        let room = shop(&db);
        room.sh("site set shop --low-balance 100").ok();
        topup(&room, 150);
        let notices = "SELECT COUNT(*) FROM notice WHERE kind = 'low-balance'";
        let spend = ["credits", "adjust", "--site", "shop", "--amount=-100", "--reason", "r", "--key", "k"];
        let died = room.command(spend).env("MSGCTL_FAILPOINT", "money-before-commit").output().expect("runs");
        assert!(!died.status.success());
        assert_eq!((has(&room).0, db.number(notices).await), (15_000, 0), "neither of the two");
        room.sh("credits retry k --site shop").ok();
        let told = db.number(notices).await;
        assert!(told > 0, "both");
        room.run(spend).ok();
        assert_eq!((has(&room).0, db.number(notices).await), (5_000, told), "once");
    }

    /// A dispute took more than there was, through the path of refunds.
    async fn f26_a_dispute_larger_than_what_is_left(db: TestDb) {
        let room = shop(&db);
        let paid = room.sh("credits topup --site shop --amount 1000 --method card --gateway-tx T9 --key in").ok().json();
        room.sh("credits adjust --site shop --amount=-985 --reason spent --key s").ok();
        let id = paid["payment"].as_str().expect("an id").to_owned();
        let back = |key: &str| room.run(["credits", "chargeback", "--site", "shop", "--payment", &id, "--reason", "bank", "--key", key]);
        back("k").ok();
        back("l").fails(3, &["is reversed"]);
        assert_eq!(has(&room), (0, 0, -98_500));
        let next = room.sh("credits topup --site shop --amount 2000 --key again").ok().json();
        assert_eq!((&next["cleared_minor"], &next["available_minor"]), (&json!(98_500), &json!(101_500)));
        assert_eq!(has(&room), (101_500, 0, 0));
        let s = room.sh("credits statement --site shop --month 2026-10").ok().json();
        assert_eq!((&s["chargebacks_minor"], &s["closing_minor"]), (&json!(100_000), &json!(101_500)));
    }

    /// A monthly refill set the balance, and took from those who had more.
    async fn f27_a_refill_sets_the_balance(db: TestDb) {
        let room = shop(&db);
        topup(&room, 5_000);
        for month in ["2026-11-01", "2026-12-01"] {
            room.sh(&format!("--now {month}T00:00:00+09:00 credits bonus --site shop --amount 1000 --reason refill --key {month}")).ok();
            room.sh(&format!("--now {month}T00:00:01+09:00 credits bonus --site shop --amount 1000 --reason refill --key {month}")).ok();
        }
        assert_eq!(has(&room), (700_000, 0, 0));
        assert_eq!(db.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM entry WHERE account_id = 1004").await, 700_000);
    }

    /// What was committed was gone after a power cut; or two files that belong together were not of the same moment.
    async fn f28_a_commit_is_not_on_the_disk(db: TestDb) {
        let mut tx = db.store.write().await.expect("a transaction");
        match tx.conn() {
            Conn::Sqlite(c) => {
                let full: i64 = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *c).await.expect("reads");
                let files: Vec<(i64, String, String)> =
                    sqlx::query_as("PRAGMA database_list").fetch_all(c).await.expect("reads");
                assert_eq!((full, files.len()), (2, 1), "{files:?}");
            }
            Conn::Postgres(c) => {
                let waits: String = sqlx::query_scalar("SHOW synchronous_commit").fetch_one(&mut *c).await.expect("reads");
                let own: String = sqlx::query_scalar("SELECT reset_val FROM pg_settings WHERE name = 'synchronous_commit'")
                    .fetch_one(c).await.expect("reads");
                assert_eq!(waits, own, "it is the server's matter, and we do not loosen it");
            }
        }
    }
}
