//! The proof of the books: sound ones are found sound, and a changed byte is found and named.

use serde_json::{Value, json};

use crate::support::{Room, TestDb, on_each_engine};

const OCTOBER: &str = "2026-10-05T09:00:00+09:00";

/// A site with a history in every table that has money in it.
async fn books(db: &TestDb) -> Room {
    let room = Room::with_database(&db.url).env("MSGCTL_NOW", OCTOBER).env("MSGCTL_FORMAT", "json");
    room.sh("site add shop --sender 0212345678").ok();
    room.sh("credits topup --site shop --amount 10000 --key in").ok();
    room.sh("credits bonus --site shop --amount 500 --reason b --key bonus").ok();
    // a campaign of two messages: one was delivered for 9 won, of 20 that were set aside for each
    let none = if db.url.starts_with("sqlite:") { "x''" } else { "''" };
    db.run(format!(
        "INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, first_id, last_id, created_at, finished_at)
         VALUES (1, 1, '', 'done', 'bulk', 'alimtalk-first', '{{}}', '{{}}', 2, 1, 2, 0, 0);
         INSERT INTO message (id, campaign_id, phone_ix, key_id, route, created_at) VALUES (1, 1, {none}, 1, 'alimtalk sms', 0), (2, 1, {none}, 1, 'alimtalk sms', 0);
         INSERT INTO result (message_id, channel, state, code, price_minor, at) VALUES (1, 'alimtalk', 'delivered', '', 900, 0), (2, 'sms', 'failed', '', 0, 0);
         INSERT INTO tally (campaign_id, day, channel, state, code, n, price_minor)
         VALUES (1, '2026-10-05', 'alimtalk', 'delivered', '', 1, 900), (1, '2026-10-05', 'sms', 'failed', '', 1, 0);"
    ))
    .await;
    use msgctl::domain::{
        channel::Channel,
        id::{CampaignId, SiteId},
        money::Minor,
        time::Micros,
    };
    use msgctl::ops::ledger::{Hold, Taking, hold, take};
    let (site, campaign, now) = (SiteId(1), CampaignId(1), Micros(1_791_158_400_000_000));
    let mut tx = db.store.write().await.expect("a transaction");
    hold(&mut tx, Hold { site, campaign, book: None, most: Minor(4_000), actor: "t", now }).await.expect("held");
    let delivered = vec![(Channel::Alimtalk, Minor(900), 1)];
    let taking =
        Taking { site, campaign, delivered, reserved: Minor(4_000), effective_at: now, late: false, actor: "t", now };
    take(&mut tx, &taking).await.expect("taken");
    tx.commit().await.expect("commits");
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

    async fn a_seal_tells_that_history_was_written_anew(db: TestDb) {
        let room = books(&db).await;
        let first = room.sh("credits verify --seal").ok().json();
        room.sh("credits topup --site shop --amount 5 --key more").ok();
        let second = room.sh("credits verify --seal").ok().json();
        assert_ne!(first["seal"], second["seal"]);
        // both sides of a journal, its chain, the balance and the payment: nothing but the seal can tell
        tamper(&db, "UPDATE entry SET amount_minor = amount_minor + 100, balance_minor = balance_minor + 100 WHERE journal_id = 2 AND acct_seq IS NOT NULL;
            UPDATE entry SET amount_minor = amount_minor - 100 WHERE journal_id = 2 AND acct_seq IS NULL;
            UPDATE entry SET balance_minor = balance_minor + 100 WHERE journal_id > 2 AND account_id = 1004;
            UPDATE account SET balance_minor = balance_minor + 100 WHERE id = 1004").await;
        room.sh("credits verify --full").ok();
        let out = room.sh("credits verify --seal").fails(5, &["broken"]);
        assert!(broken(&out.json()).iter().any(|f| f.starts_with("V14") && f.contains("sealed on")), "{}", out.stdout);
    }
}
