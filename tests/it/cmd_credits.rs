//! Operators and other people's money: top-ups, refunds, prices, statements, to the last won.

use std::process::Stdio;

use serde_json::{Value, json};

use crate::support::{Room, TestDb, on_each_engine};

/// A moment in October 2026.
const OCTOBER: &str = "2026-10-05T09:00:00+09:00";

fn shop(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url).env("MSGCTL_NOW", OCTOBER).env("MSGCTL_FORMAT", "json");
    room.sh("site add shop --sender 0212345678").ok();
    room
}

fn has(room: &Room) -> (i64, i64, i64) {
    let b = room.sh("credits balance --site shop").ok().json();
    let n = |name: &str| b[name].as_i64().expect("a number");
    assert_eq!(n("balance_minor"), n("available_minor") + n("held_minor") + n("receivable_minor"));
    (n("available_minor"), n("held_minor"), n("receivable_minor"))
}

/// Two charges of a campaign, as if they had been captured: 85 × 9 and 10 × 20 won.
async fn charged(db: &TestDb) {
    db.run(
        "INSERT INTO hold (id, site_id, campaign_id, seq, authorized_minor, captured_minor, released_minor, state, created_at)
         VALUES (1, 1, 1, 1, 200000, 96500, 103500, 'closed', 0);
         INSERT INTO usage_charge (id, site_id, campaign_id, hold_id, channel, unit_minor, period, origin_period, late, quantity, total_minor)
         VALUES (1, 1, 1, 1, 'alimtalk', 900, 202610, 202610, 0, 85, 76500), (2, 1, 1, 1, 'sms', 2000, 202610, 202610, 0, 10, 20000)",
    )
    .await;
}

on_each_engine! {
    async fn c01_a_top_up_is_booked_once(db: TestDb) {
        let room = shop(&db);
        let first = room.sh("credits topup --site shop --amount 100000 --key a").ok().json();
        for (name, minor) in [("net_minor", 10_000_000), ("vat_minor", 1_000_000), ("gross_minor", 11_000_000), ("available_minor", 10_000_000)] {
            assert_eq!(first[name], minor, "{name}");
        }
        // entries: cash −110,000, available +100,000, VAT +10,000
        for (account, minor) in [(10, -11_000_000), (1004, 10_000_000), (1, 1_000_000)] {
            let sql = format!("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM entry WHERE account_id = {account}");
            assert_eq!(db.number(&sql).await, minor, "{account}");
        }
        let again = room.sh("credits topup --site shop --amount 100000 --key a").ok();
        assert_eq!(again.json(), first);
        assert!(again.stderr.contains("nothing was done now"), "{}", again.stderr);
        room.sh("credits topup --site shop --amount 100001 --key a").fails(4, &["`a` was used for another request"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM journal").await, 1);

        let gross = room.sh("credits topup --site shop --amount 50000 --gross --method card --gateway-tx T1 --key b").ok().json();
        assert_eq!((&gross["net_minor"], &gross["vat_minor"]), (&json!(4_545_500), &json!(454_500)));
        let same = room.sh("credits topup --site shop --amount 50000 --gross --method card --gateway-tx T1 --key c").ok().json();
        assert_eq!((&same["payment"], &same["journal"]), (&gross["payment"], &gross["journal"]));
        assert_eq!(db.number("SELECT COUNT(*) FROM journal").await, 2);
        room.sh("credits topup --site shop --amount 60000 --gross --method card --gateway-tx T1 --key d")
            .fails(3, &["another site or amount"]);
        assert_eq!(has(&room), (14_545_500, 0, 0));
    }

    async fn a_rehearsal_changes_nothing(db: TestDb) {
        let room = shop(&db);
        let shown = room.sh("credits topup --site shop --amount 0.01 --dry-run").ok().json();
        assert_eq!((&shown["net_minor"], &shown["vat_minor"], &shown["available_minor"]), (&json!(1), &json!(0), &json!(1)));
        assert_eq!(db.number("SELECT COUNT(*) FROM journal").await + db.number("SELECT COUNT(*) FROM op").await, 0);
        room.sh("credits balance --site shop").fails(3, &["does not pay from credits", "credits topup"]);
        room.sh("credits topup --site nobody --amount 5").fails(2, &["there is no site `nobody`"]);
    }

    async fn what_was_cut_off_is_done_by_its_key(db: TestDb) {
        let room = shop(&db);
        for (point, journals) in [("money-intended", 0), ("money-before-commit", 0), ("money-committed", 1)] {
            let key = format!("k-{point}");
            let mut topup = room.command(["credits", "topup", "--site", "shop", "--amount", "100", "--key", &key]);
            let died = topup.env("MSGCTL_FAILPOINT", point).output().expect("runs");
            assert!(!died.status.success(), "{point}");
            let known = format!("SELECT COUNT(*) FROM journal WHERE op_key = '{key}'");
            assert_eq!(db.number(&known).await, journals, "{point}");
            let open = room.sh("credits retry").ok().json();
            assert_eq!(open.as_array().map(Vec::len), Some(1 - usize::try_from(journals).expect("small")), "{point}: {open}");
            let done = room.run(["credits", "retry", &key, "--site", "shop"]).ok().json();
            assert_eq!(done["net_minor"], 10_000, "{point}");
            assert_eq!(db.number(&known).await, 1, "{point}");
        }
        assert_eq!(has(&room), (30_000, 0, 0));
        room.sh("credits retry unheard-of --site shop").fails(2, &["unheard-of"]);
    }

    async fn c07_no_more_is_given_back_than_was_charged(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 9035 --key in").ok();
        charged(&db).await;
        let refund = |amount: &str, key: &str| {
            let mut args = vec!["credits", "refund", "--site", "shop", "--campaign", "cmp_1", "--reason", "r", "--key", key];
            if !amount.is_empty() {
                args.extend(["--amount", amount]);
            }
            room.run(args)
        };
        let part = refund("100", "one").ok().json();
        assert_eq!((&part["available_minor"], &part["remaining_minor"]), (&json!(913_500), &json!(86_500)));
        assert_eq!(refund("100", "one").ok().json(), part);
        let rest = refund("", "two").ok().json();
        assert_eq!((&rest["amount_minor"], &rest["available_minor"], &rest["remaining_minor"]), (&json!(86_500), &json!(1_000_000), &json!(0)));
        refund("0.01", "three").fails(3, &["₩0 can still be given back", "₩0.01"]);
        refund("0.01", "three").fails(3, &["refused under the key `three`"]);
        assert_eq!(has(&room), (1_000_000, 0, 0));
    }

    async fn c07_one_charge_alone_gives_back_its_own(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 9035 --key in").ok();
        charged(&db).await;
        room.sh("credits refund --site shop --usage usg_2 --amount 200.01 --reason r").fails(3, &["₩200 can still"]);
        room.sh("credits refund --site shop --campaign cmp_1 --channel sms --reason r").ok();
        room.sh("credits refund --site shop --usage usg_2 --reason r").fails(3, &["₩0 can still"]);
        room.sh("credits refund --site shop --usage usg_9 --reason r").fails(2, &["usg_9"]);
        let rows = room.sh("credits usage --site shop").ok().json();
        assert_eq!((&rows[0]["refunded_minor"], &rows[1]["refunded_minor"]), (&json!(20_000), &json!(0)));
    }

    async fn c07_of_two_at_once_one_is_refused(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 9035 --key in").ok();
        charged(&db).await;
        let started: Vec<_> = ["x", "y"]
            .iter()
            .map(|key| {
                let args = ["credits", "refund", "--site", "shop", "--campaign", "cmp_1", "--amount", "600", "--reason", "r", "--key", key];
                room.command(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts")
            })
            .collect();
        let mut codes: Vec<i32> = started.into_iter().map(|c| c.wait_with_output().expect("ends").status.code().unwrap_or(-1)).collect();
        codes.sort_unstable();
        assert_eq!(codes, [0, 3]);
        assert_eq!(db.number("SELECT CAST(SUM(refunded_minor) AS BIGINT) FROM usage_charge").await, 60_000);
        assert_eq!(has(&room).0, 963_500);
    }

    async fn only_what_was_paid_and_not_used_is_paid_out(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 1000 --key in").ok();
        room.sh("credits bonus --site shop --amount 500 --reason welcome --key b").ok();
        charged(&db).await;
        room.sh("credits adjust --site shop --amount=-965 --reason usage --key u").ok();
        // used 965: the bonus of 500 first, so 465 of what was paid; 535 are left
        room.sh("credits cashout --site shop --amount 535.01 --reason bye").fails(3, &["at most ₩535 can be paid out"]);
        let out = room.sh("credits cashout --site shop --amount 535 --reason bye --key o").ok().json();
        assert_eq!((&out["vat_minor"], &out["gross_minor"], &out["available_minor"]), (&json!(5_300), &json!(58_800), &json!(0)));
        room.sh("credits cashout --site shop --amount 0.01 --reason bye").fails(3, &["at most ₩0"]);
        room.sh("credits adjust --site shop --amount=-0.01 --reason r").fails(3, &["₩0.01 are missing"]);
    }

    async fn a_credit_limit_lets_a_site_go_below_zero(db: TestDb) {
        let room = shop(&db);
        room.sh("site set shop --billing prepaid --credit-limit 100").ok();
        room.sh("credits adjust --site shop --amount=-100 --reason r").ok();
        room.sh("credits adjust --site shop --amount=-0.01 --reason r").fails(3, &["₩0.01 are missing"]);
        room.sh("site set shop --credit-limit 50").fails(2, &["credit limit"]);
        assert_eq!(room.sh("site show shop").ok().json()["credit_limit_minor"], 10_000);
    }

    async fn c09_prices_change_at_midnight(db: TestDb) {
        let room = shop(&db);
        let prices = room.write("pb1.csv", "channel,price\nalimtalk,9\nsms,20\nlms,50\nmms,200\n");
        room.run(["price", "import", &prices.display().to_string(), "--from", "2026-01-01"]).ok();
        let set = "price set alimtalk=8.4 sms=18.5 lms=45 mms=180 --site shop --from 2026-11-01";
        let shown = room.sh(&format!("{set} --dry-run")).ok().json();
        assert_eq!((&shown["book"], &shown["changed_minor"]["sms"]), (&Value::Null, &json!(-150)));
        room.sh(set).ok();
        room.sh(set).fails(3, &["there is a book from"]);
        let books = room.sh("price list --site shop").ok().json();
        assert_eq!(books.as_array().map(Vec::len), Some(2));
        assert_eq!((&books[0]["prices_minor"]["mms"], &books[1]["prices_minor"]["mms"]), (&json!(20_000), &json!(18_000)));
        db.run("INSERT INTO hold (site_id, campaign_id, seq, authorized_minor, state, created_at) VALUES (1, 1, 1, 5, 'open', 1793458800000000)").await;
        room.sh("price set sms=1 --site shop --from 2026-10-31").fails(3, &["would change what was priced"]);
    }

    async fn s14_a_statement_leads_from_opening_to_closing(db: TestDb) {
        let room = shop(&db);
        let at = |now: &str, line: &str| room.sh(&format!("{line} --now {now}")).ok();
        at("2026-09-30T23:59:59+09:00", "credits topup --site shop --amount 10000 --key september");
        at(OCTOBER, "credits topup --site shop --amount 100000 --key october");
        at(OCTOBER, "credits bonus --site shop --amount 5000 --reason welcome --key bonus");
        charged(&db).await;
        at(OCTOBER, "credits refund --site shop --campaign cmp_1 --amount 100 --reason r --key refund");
        let s = room.sh("credits statement --site shop --month 2026-10").ok().json();
        for (name, minor) in [
            ("opening_minor", 1_000_000),
            ("topups_minor", 10_000_000),
            ("topup_vat_minor", 1_000_000),
            ("bonus_minor", 500_000),
            ("refunds_minor", 10_000),
            ("closing_minor", 11_510_000),
        ] {
            assert_eq!(s[name], minor, "{name}");
        }
        assert_eq!(s["lines"][0], json!({"channel": "alimtalk", "unit_minor": 900, "quantity": 85, "total_minor": 76_500}));
        let september = room.sh("credits statement --site shop --month 2026-09").ok().json();
        assert_eq!(september["closing_minor"], s["opening_minor"]);
    }

    async fn history_begins_with_the_newest(db: TestDb) {
        let room = shop(&db);
        for i in 1..=5 {
            room.sh(&format!("credits topup --site shop --amount {i} --key k{i}")).ok();
        }
        let page = room.sh("credits history --site shop --limit 2").ok();
        let rows = page.json();
        assert_eq!((&rows[0]["amount_minor"], &rows[0]["available_minor"], &rows[0]["about"]), (&json!(500), &json!(1500), &json!("pay_5")));
        let before = rows[1]["journal"].as_str().expect("an id").to_owned();
        assert!(page.stderr.contains(&before), "{}", page.stderr);
        let next = room.run(["credits", "history", "--site", "shop", "--before", &before]).ok().json();
        assert_eq!(next.as_array().map(Vec::len), Some(3));
    }

    async fn a_payment_that_the_bank_took_back_is_not_booked_again(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 100 --gateway-tx T1 --key a").ok();
        let same = room.sh("credits topup --site shop --amount 100 --gateway-tx T1 --key b").ok();
        assert!(same.stderr.contains("booked before, as pay_1; nothing was booked now"), "{}", same.stderr);
        room.sh("credits chargeback --site shop --payment pay_1 --reason x --key c").ok();
        room.sh("credits topup --site shop --amount 100 --gateway-tx T1 --key d").fails(3, &["pay_1, which the bank took back"]);
        room.run(["credits", "topup", "--site", "shop", "--amount", "100", "--gateway-tx", " "]).fails(2, &["it is empty"]);
        room.run(["credits", "bonus", "--site", "shop", "--amount", "100", "--reason", " "]).fails(2, &["it is empty"]);
        room.sh("credits verify --full").ok();
    }

    async fn no_more_tax_is_paid_back_than_came_in(db: TestDb) {
        let room = shop(&db);
        // the tax of nine won is less than a won
        for i in 0..10 {
            let paid = room.sh(&format!("credits topup --site shop --amount 9 --key t{i}")).ok().json();
            assert_eq!(paid["vat_minor"], 0);
        }
        room.sh("credits topup --site shop --amount 40 --key u").ok();
        let out = room.sh("credits cashout --site shop --amount 90 --reason x --key v").ok().json();
        assert_eq!((&out["vat_minor"], &out["gross_minor"]), (&json!(400), &json!(9_400)));
        let rest = room.sh("credits cashout --site shop --amount 40 --reason x --key w").ok().json();
        assert_eq!(rest["vat_minor"], 0);
        room.sh("credits verify --full").ok();
    }
}
