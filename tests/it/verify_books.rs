//! The proof of the books: sound ones are found sound, and a changed byte is found and named.

use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::Posting;
use msgctl::domain::money::Minor;
use msgctl::ops::ledger::{Note, post};
use serde_json::{Value, json};

use crate::support::{Output, Room, TestDb, campaign_done, on_each_engine};

const OCTOBER: &str = "2026-10-05T09:00:00+09:00";

/// A site with a history in every table that has money in it.
async fn books(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url).env("MSGCTL_NOW", OCTOBER).env("MSGCTL_FORMAT", "json");
    room.sh("site add shop --sender 0212345678").ok();
    room.sh("credits topup --site shop --amount 10000 --key in").ok();
    room.sh("credits bonus --site shop --amount 500 --reason b --key bonus").ok();
    // a campaign of two messages: one was delivered for 9 won, of 20 that were set aside for each
    campaign_done(db, SiteId(1), CampaignId(1), &[(Channel::Alimtalk, 900, 1)], 1, 2_000).await;
    room.sh("credits refund --site shop --campaign cmp_1 --amount 1 --reason r --key refund").ok();
    room
}

/// Runs statements that the triggers of an append-only table would refuse.
async fn tamper(db: &TestDb, sql: &str) {
    if db.url.starts_with("sqlite:") {
        db.run("DROP TRIGGER IF EXISTS journal_kept; DROP TRIGGER IF EXISTS journal_stays; DROP TRIGGER IF EXISTS entry_kept; DROP TRIGGER IF EXISTS entry_stays").await;
        db.run(format!("PRAGMA ignore_check_constraints = ON; {sql}")).await;
    } else {
        let unchecked =
            "DO $$ DECLARE c record; BEGIN FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
             WHERE contype = 'c' AND connamespace = current_schema()::regnamespace
             LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP; END $$";
        db.run(format!("SET session_replication_role = replica; {unchecked}; {sql}")).await;
    }
}

fn broken(v: &Value) -> Vec<String> {
    let of = |c: &Value| format!("{} {}", c["id"].as_str().unwrap_or(""), c["counterexample"].as_str().unwrap_or(""));
    v["checks"].as_array().expect("checks").iter().filter(|c| c["violations"] != 0).map(of).collect()
}

on_each_engine! {
    async fn sound_books_are_proven(db: TestDb) {
        let room = books(&db).await;
        let full = room.sh("credits verify --full").ok().json();
        assert_eq!((&full["proven"], &full["journals"], &broken(&full)), (&json!(true), &json!(5), &Vec::<String>::new()));
        // from then on only what is new is read
        let next = room.sh("credits verify").ok().json();
        assert_eq!((&next["journals"], &next["since"]), (&json!(0), &json!("jnl_5")));
        room.sh("credits topup --site shop --amount 5 --key more").ok();
        let next = room.sh("credits verify").ok().json();
        assert_eq!((&next["journals"], &next["entries"], &next["proven"]), (&json!(1), &json!(2), &json!(true)));
    }

    async fn whatever_is_changed_is_found(db: TestDb) {
        let room = books(&db).await;
        room.sh("credits verify --full").ok();
        for (change, back, check, says) in [
            ("UPDATE entry SET amount_minor = amount_minor + 1 WHERE journal_id = 2 AND account_id = 2", "UPDATE entry SET amount_minor = amount_minor - 1 WHERE journal_id = 2 AND account_id = 2", "V1", "jnl_2"),
            ("UPDATE entry SET balance_minor = balance_minor + 256 WHERE journal_id = 2 AND acct_seq IS NOT NULL", "UPDATE entry SET balance_minor = balance_minor - 256 WHERE journal_id = 2 AND acct_seq IS NOT NULL", "V2", "jnl_2"),
            ("UPDATE journal SET kind = 'adjust' WHERE id = 2", "UPDATE journal SET kind = 'bonus' WHERE id = 2", "V1", "jnl_2"),
            ("UPDATE entry SET journal_id = 99 WHERE journal_id = 2 AND n = 2", "UPDATE entry SET journal_id = 2 WHERE journal_id = 99", "V1", "jnl_99 is not there"),
            ("UPDATE account SET balance_minor = balance_minor - 1 WHERE code = 'site_1:available'", "UPDATE account SET balance_minor = balance_minor + 1 WHERE code = 'site_1:available'", "V2", "site_1:available of `shop`"),
            ("UPDATE account SET balance_minor = 5 WHERE code = 'site_1:held'", "UPDATE account SET balance_minor = 0 WHERE code = 'site_1:held'", "V5", "`shop` holds ₩0.05"),
            ("UPDATE hold SET captured_minor = captured_minor + 1, released_minor = released_minor - 1", "UPDATE hold SET captured_minor = captured_minor - 1, released_minor = released_minor + 1", "V6", "hld_1"),
            ("UPDATE usage_charge SET total_minor = total_minor + 1", "UPDATE usage_charge SET total_minor = total_minor - 1", "V6", "hld_1"),
            ("UPDATE usage_charge SET refunded_minor = refunded_minor + 1", "UPDATE usage_charge SET refunded_minor = refunded_minor - 1", "V7", "refund:alimtalk"),
            ("UPDATE result SET price_minor = 901 WHERE message_id = 1", "UPDATE result SET price_minor = 900 WHERE message_id = 1", "V6", "cmp_1 was charged ₩9, its messages cost ₩9.01"),
            ("UPDATE tally SET price_minor = 901 WHERE price_minor = 900", "UPDATE tally SET price_minor = 900 WHERE price_minor = 901", "V6", "its results cost ₩9.01"),
            ("UPDATE tally SET n = 2 WHERE state = 'failed'", "UPDATE tally SET n = 1 WHERE state = 'failed'", "V13", "cmp_1"),
            ("UPDATE payment SET net_minor = net_minor - 100, gross_minor = gross_minor - 100", "UPDATE payment SET net_minor = net_minor + 100, gross_minor = gross_minor + 100", "V8", "pay_1"),
            ("UPDATE hold SET authorized_minor = authorized_minor + 1, released_minor = released_minor + 1", "UPDATE hold SET authorized_minor = authorized_minor - 1, released_minor = released_minor - 1", "V6", "cmp_1 has other holds"),
            ("CREATE TABLE aside AS SELECT * FROM hold; DELETE FROM hold", "INSERT INTO hold SELECT * FROM aside; DROP TABLE aside", "V6", "cmp_1 has other holds"),
            ("UPDATE result SET channel = 'sms' WHERE message_id = 1", "UPDATE result SET channel = 'alimtalk' WHERE message_id = 1", "V6", "cmp_1 was charged 1 alimtalk at ₩9, 0 ended like that"),
            ("UPDATE result SET price_minor = 450", "UPDATE result SET price_minor = CASE message_id WHEN 1 THEN 900 ELSE 0 END", "V6", "cmp_1 was charged 0 alimtalk at ₩4.50, 1 ended like that"),
            ("UPDATE usage_charge SET period = 202611", "UPDATE usage_charge SET period = 202610", "V7", "revenue:alimtalk in 202610 of 202610: booked ₩9, by its charges ₩0"),
            ("UPDATE usage_charge SET origin_period = 202609", "UPDATE usage_charge SET origin_period = 202610", "V7", "in 202610 of 202609: booked ₩0, by its charges ₩9"),
            ("UPDATE usage_charge SET late = 1; UPDATE hold SET late_minor = captured_minor, released_minor = authorized_minor, captured_minor = 0", "UPDATE usage_charge SET late = 0; UPDATE hold SET captured_minor = late_minor, released_minor = authorized_minor - late_minor, late_minor = 0", "V7", "in 202610 of 202610: booked ₩9, by its charges ₩0"),
            ("UPDATE journal SET ref_id = 2 WHERE kind = 'refund'", "UPDATE journal SET ref_id = 1 WHERE kind = 'refund'", "V7", "cmp_1 was given back something else"),
            ("UPDATE op SET result = REPLACE(result, '\"amount_minor\":1000000', '\"amount_minor\":1000100')", "UPDATE op SET result = REPLACE(result, '\"amount_minor\":1000100', '\"amount_minor\":1000000')", "V10", "`in` of `shop` was answered an amount of ₩10,001, and ₩10,000 is booked"),
            ("UPDATE op SET result = REPLACE(result, '\"net_minor\":1000000,\"vat_minor\":100000', '\"net_minor\":1000100,\"vat_minor\":99900')", "UPDATE op SET result = REPLACE(result, '\"net_minor\":1000100,\"vat_minor\":99900', '\"net_minor\":1000000,\"vat_minor\":100000')", "V10", "`in` of `shop` was answered VAT of ₩999"),
            ("UPDATE op SET result = REPLACE(result, '\"gross_minor\":1100000', '\"gross_minor\":1100100')", "UPDATE op SET result = REPLACE(result, '\"gross_minor\":1100100', '\"gross_minor\":1100000')", "V10", "`in` of `shop` was answered a gross amount of ₩11,001"),
            ("UPDATE op SET result = REPLACE(result, '\"available_minor\":1000000', '\"available_minor\":2000000')", "UPDATE op SET result = REPLACE(result, '\"available_minor\":2000000', '\"available_minor\":1000000')", "V10", "`in` of `shop` was answered a credit of ₩20,000"),
            ("UPDATE op SET result = '5' WHERE key = 'bonus'", "UPDATE op SET result = '{\"journal\":\"jnl_2\",\"site\":\"shop\",\"verb\":\"bonus\",\"amount_minor\":50000,\"available_minor\":1050000,\"key\":\"bonus\"}' WHERE key = 'bonus'", "V10", "cannot be read"),
            ("UPDATE hold SET site_id = 2", "UPDATE hold SET site_id = 1", "V6", "hld_1 is not of the site"),
            ("UPDATE hold SET id = 7", "UPDATE hold SET id = 1", "V6", "hld_7"),
            ("UPDATE payment SET vat_minor = vat_minor - 100, gross_minor = gross_minor - 100", "UPDATE payment SET vat_minor = vat_minor + 100, gross_minor = gross_minor + 100", "V8", "pay_1"),
            ("UPDATE payment SET method = 'card'", "UPDATE payment SET method = 'bank'", "V8", "pay_1"),
            ("UPDATE payment SET state = 'failed'", "UPDATE payment SET state = 'paid'", "V8", "jnl_1 is a top-up"),
            ("UPDATE op SET request = '{}' WHERE key = 'bonus'", "UPDATE op SET request = '{\"bonus\":{\"amount\":50000,\"reason\":\"b\"}}' WHERE key = 'bonus'", "V10", "`bonus` of `shop` is not what was asked"),
            ("UPDATE journal SET origin_period = 202609 WHERE id = 2", "UPDATE journal SET origin_period = 202610 WHERE id = 2", "V1", "jnl_2"),
            ("UPDATE journal SET period = 202609 WHERE id = 2", "UPDATE journal SET period = 202610 WHERE id = 2", "V1", "jnl_2"),
            ("UPDATE result SET message_id = 9 WHERE message_id = 2", "UPDATE result SET message_id = 2 WHERE message_id = 9", "V6", "1 of its 2 messages have a result"),
            ("UPDATE op SET state = 'rejected' WHERE key = 'bonus'", "UPDATE op SET state = 'ok' WHERE key = 'bonus'", "V10", "jnl_2"),
            ("UPDATE period SET state = 'closed', close_journal = 4", "UPDATE period SET state = 'open', close_journal = NULL", "V9", "jnl_5"),
        ] {
            tamper(&db, change).await;
            let out = room.sh("credits verify --full").fails(5, &["broken"]);
            let found = broken(&out.json());
            assert!(found.iter().any(|f| f.starts_with(check) && f.contains(says)), "{change}: {found:?}");
            tamper(&db, back).await;
            room.sh("credits verify --full").ok();
        }
    }

    /// Also without `--full`, from where the last proof ended.
    async fn sums_by_channel_go_on_from_the_last_proof(db: TestDb) {
        let room = books(&db).await;
        room.sh("credits verify").ok();
        room.sh("credits refund --site shop --campaign cmp_1 --amount 2 --reason r --key more").ok();
        let next = room.sh("credits verify").ok().json();
        assert_eq!((&next["journals"], &next["full"]), (&json!(1), &json!(false)));
        tamper(&db, "UPDATE usage_charge SET refunded_minor = refunded_minor + 1").await;
        let found = broken(&room.sh("credits verify").fails(5, &[]).json());
        assert!(found.iter().any(|f| f.contains("refund:alimtalk: booked ₩-3, by its charges ₩-3.01")), "{found:?}");
    }

    /// A refund that is said to be of another charge.
    async fn a_refund_belongs_to_its_charge(db: TestDb) {
        let room = books(&db).await;
        campaign_done(&db, SiteId(1), CampaignId(2), &[(Channel::Alimtalk, 900, 2), (Channel::Sms, 2_000, 1)], 0, 2_000).await;
        room.sh("credits refund --site shop --usage usg_2 --amount 3 --reason r").ok();
        room.sh("credits verify --full").ok();
        tamper(&db, "UPDATE journal SET ref_id = 3 WHERE ref_kind = 'usage'").await;
        let found = broken(&room.sh("credits verify --full").fails(5, &[]).json());
        assert_eq!(found, ["V7 usg_3 was given back less than is booked for it, or something else"]);
    }

    async fn one_site_is_proven_by_itself(db: TestDb) {
        let room = books(&db).await;
        room.sh("site add other --sender 0212345678").ok();
        room.sh("credits topup --site other --amount 70 --key in").ok();
        room.sh("credits bonus --site other --amount 5 --reason r --key b").ok();
        let of = |site: &str| room.sh(&format!("credits verify --full --site {site}"));
        let (shop, other) = (of("shop").ok().json(), of("other").ok().json());
        assert_eq!((&shop["journals"], &other["journals"], &other["entries"]), (&json!(5), &json!(2), &json!(5)));
        tamper(&db, "UPDATE account SET balance_minor = balance_minor + 1 WHERE code = 'site_2:available';
            UPDATE payment SET method = 'card' WHERE site_id = 2; UPDATE op SET request = '{}' WHERE site_id = 2 AND key = 'b'").await;
        of("shop").ok();
        let found = broken(&of("other").fails(5, &["3 promises are broken"]).json());
        for what in ["V2 site_2:available of `other`", "V8 pay_2", "V10 `b` of `other`"] {
            assert!(found.iter().any(|f| f.starts_with(what)), "{what}: {found:?}");
        }
        // what was proven of one is not proven of all: the next one begins where the last one of all ended
        assert_eq!(room.sh("credits verify").fails(5, &[]).json()["since"], "jnl_0");
        of("nobody").fails(2, &["there is no site `nobody`"]);
    }

    async fn a_closed_month_is_as_it_was_closed(db: TestDb) {
        let room = books(&db).await;
        room.sh("--now 2026-11-10T00:00:00+09:00 settle --month 2026-10 --close").ok();
        room.sh("--now 2026-11-10T00:00:00+09:00 credits topup --site shop --amount 5 --key november").ok();
        room.sh("credits verify --full").ok();
        for (change, back, check, says) in [
            ("UPDATE closing SET amount_minor = amount_minor + 100 WHERE kind = 'topup' AND account_id = 1004", "UPDATE closing SET amount_minor = amount_minor - 100 WHERE kind = 'topup' AND account_id = 1004", "V12", "`shop` in 202610: topup on site_1:available was ₩10,001 when it was closed, and is ₩10,000"),
            ("DELETE FROM closing WHERE kind = 'bonus' AND account_id = 2", "INSERT INTO closing VALUES (202610, 1, 'bonus', 2, -50000)", "V12", "bonus on platform:promo was ₩0"),
            ("UPDATE period SET control_hash = 'x' WHERE ym = 202610", "UPDATE period SET control_hash = (SELECT n FROM kept_hash)", "V12", "the bills of 2026-10 are not those"),
            // a journal that is dated back behind everybody's back
            ("UPDATE journal SET period = 202609, origin_period = 202609, effective_at = 1788360000000000 WHERE id = 6; INSERT INTO period (ym, start_at, end_at, days, state) VALUES (202609, 1788188400000000, 1790780400000000, 30, 'open')", "UPDATE journal SET period = 202611, origin_period = 202611, effective_at = 1794236400000000 WHERE id = 6; DELETE FROM period WHERE ym = 202609", "V9", "jnl_6 is in a month that was closed before"),
            ("UPDATE journal SET period = 202609, origin_period = 202609, effective_at = 1788360000000000 WHERE id = 6", "UPDATE journal SET period = 202611, origin_period = 202611, effective_at = 1794236400000000 WHERE id = 6", "V12", "`shop` had ₩0 when 202609 was closed, and the month after it begins with ₩5"),
        ] {
            db.run("DROP TABLE IF EXISTS kept_hash; CREATE TABLE kept_hash AS SELECT control_hash AS n FROM period WHERE ym = 202610").await;
            tamper(&db, change).await;
            let found = broken(&room.sh("credits verify --full").fails(5, &["broken"]).json());
            assert!(found.iter().any(|f| f.starts_with(check) && f.contains(says)), "{change}: {found:?}");
            tamper(&db, back).await;
            room.sh("credits verify --full").ok();
        }
    }

    /// The smallest example is told, and where a booking can mend it, the command that does.
    async fn what_a_booking_can_mend_is_mended_by_what_is_proposed(db: TestDb) {
        let room = books(&db).await;
        tamper(&db, "UPDATE account SET floor_minor = 1060000 WHERE code = 'site_1:available'").await;
        let mend = |out: &Output| {
            let v = out.json();
            let check = v["checks"].as_array().expect("checks").iter().find(|c| c["mend"] != Value::Null).cloned();
            check.and_then(|c| c["mend"].as_str().map(ToOwned::to_owned)).expect("a proposal")
        };
        let out = room.sh("credits verify --full").fails(5, &["site_1:available of `shop` has ₩10,492", "Once it is known why"]);
        let command = mend(&out);
        assert_eq!(command, "msgctl credits adjust --site shop --amount=108.00 --reason 'verify: below its floor'");
        room.run(["credits", "adjust", "--site", "shop", "--amount=108.00", "--reason", "verify: below its floor"]).ok();
        room.sh("credits verify --full").ok();
        // of several examples the first one is told
        tamper(&db, "UPDATE entry SET balance_minor = balance_minor + 1 WHERE acct_seq IS NOT NULL").await;
        let found = broken(&room.sh("credits verify --full").fails(5, &[]).json());
        assert!(found.iter().any(|f| f.starts_with("V2 jnl_1:")), "{found:?}");
        tamper(&db, "UPDATE entry SET balance_minor = balance_minor - 1 WHERE acct_seq IS NOT NULL").await;
        for (price, proposed) in [
            (901, "msgctl credits adjust --site shop --amount=-0.01 --reason 'verify: cmp_1 was charged too little'"),
            (800, "msgctl credits refund --site shop --campaign cmp_1 --amount=1.00 --reason 'verify: charged too much'"),
        ] {
            tamper(&db, &format!("UPDATE result SET price_minor = {price} WHERE message_id = 1")).await;
            assert_eq!(mend(&room.sh("credits verify --full").fails(5, &[])), proposed);
        }
    }

    async fn a_seal_tells_that_history_was_written_anew(db: TestDb) {
        let room = books(&db).await;
        let first = room.sh("credits verify --seal").ok().json();
        room.sh("credits topup --site shop --amount 5 --key more").ok();
        let second = room.sh("credits verify --seal").ok().json();
        assert_ne!(first["seal"], second["seal"]);
        // both sides of a journal, its chain, the balance and the answers: nothing but the seal can tell
        tamper(&db, "UPDATE entry SET amount_minor = amount_minor + 100, balance_minor = balance_minor + 100 WHERE journal_id = 2 AND acct_seq IS NOT NULL;
            UPDATE entry SET amount_minor = amount_minor - 100 WHERE journal_id = 2 AND acct_seq IS NULL;
            UPDATE entry SET balance_minor = balance_minor + 100 WHERE journal_id > 2 AND account_id = 1004;
            UPDATE account SET balance_minor = balance_minor + 100 WHERE id = 1004;
            UPDATE op SET result = REPLACE(result, '\"amount_minor\":50000', '\"amount_minor\":50100');
            UPDATE op SET result = REPLACE(result, '\"available_minor\":1050000', '\"available_minor\":1050100');
            UPDATE op SET result = REPLACE(result, '\"available_minor\":1049700', '\"available_minor\":1049800');
            UPDATE op SET result = REPLACE(result, '\"available_minor\":1049200', '\"available_minor\":1049300')").await;
        room.sh("credits verify --full").ok();
        let out = room.sh("credits verify --seal").fails(5, &["broken"]);
        assert!(broken(&out.json()).iter().any(|f| f.starts_with("V14") && f.contains("sealed on")), "{}", out.stdout);
    }
}

/// Its number is drawn first, it is committed last, and the books were proven in between.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_committed_behind_a_proof_is_read_by_the_next_one() {
    let Some(db) = TestDb::postgres().await else { return };
    let room = Room::with_database(&db.url).env("MSGCTL_FORMAT", "json");
    for site in ["slow", "quick"] {
        room.sh(&format!("site add {site} --sender 0212345678")).ok();
        room.sh(&format!("credits topup --site {site} --amount 1000 --key in")).ok();
    }
    let mut tx = db.store.write().await.expect("a transaction");
    let (site, now) = (SiteId(1), msgctl::domain::time::Micros(1_790_000_000_000_000));
    let posting = Posting::bonus(site, Minor(500)).expect("balances");
    let note =
        Note { site, effective_at: now, now, op_key: None, about: None, reverses: None, actor: "test", memo: None };
    post(&mut tx, &posting, note).await.expect("is booked");
    room.sh("credits topup --site quick --amount 70 --key more").ok();
    assert_eq!(room.sh("credits verify").ok().json()["journals"], 3);
    tx.commit().await.expect("commits");
    let next = room.sh("credits verify").ok().json();
    assert_eq!(
        (&next["proven"], &next["journals"], &next["since"]),
        (&json!(true), &json!(4), &json!("jnl_0")),
        "{next}"
    );
    assert_eq!(room.sh("credits verify").ok().json()["journals"], 0);
}
