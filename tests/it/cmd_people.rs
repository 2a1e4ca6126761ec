//! Looking at people and erasing them.

use msgctl::domain::seal::Ix;
use msgctl::store::suppression;

use crate::support::{Shop, on_each_engine, person};

on_each_engine! {
    async fn people_are_shown_masked_page_by_page(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(7).await;
        let all = shop.room.sh("recipients list --site shop --format json").ok();
        let rows = all.json();
        assert_eq!(rows.as_array().map(Vec::len), Some(7));
        assert_eq!(
            (rows[0]["id"].as_str(), rows[0]["name"].as_str(), rows[0]["phone"].as_str(), rows[0]["email"].as_str(), rows[0]["birth_date"].as_str()),
            (Some("rcp_1"), Some("홍*동"), Some("010-****-0000"), Some("u***@example.com"), Some("1980-**-**"))
        );
        assert!(!all.stdout.contains("길") && !all.stdout.contains("1000-"));
        let page = shop.room.sh("recipients list --site shop --limit 3 --after rcp_3 --format csv").ok();
        assert_eq!(page.stdout.lines().count(), 4);
        assert!(page.stdout.lines().nth(1).is_some_and(|l| l.starts_with("rcp_4,")) && page.stderr.contains("--after rcp_6"));
        let vip = shop.room.sh("recipients list --site shop --list vip --format ndjson").ok();
        assert_eq!(vip.stdout.lines().count(), 3);
        let table = shop.room.sh("recipients list --site shop").ok().stdout;
        assert!(table.starts_with("ID") && table.contains("홍*동"), "{table}");
        let lists = shop.room.sh("recipients lists --site shop --format json").ok().json();
        assert_eq!((lists[0]["list"].as_str(), lists[0]["people"].as_i64()), (Some("vip"), Some(3)));
        shop.room.sh("recipients list --site shop --list gold").fails(2, &["no list `gold`", "recipients lists --site shop"]);
        shop.room.sh("recipients list --site shep").fails(2, &["no site `shep`"]);
        assert_eq!(shop.room.sh("audit list --format json").ok().json().as_array().map(Vec::len), Some(0));
    }

    async fn revealing_leaves_a_trace(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(2).await;
        let shown = shop.room.sh("recipients show rcp_2 --reveal --reason call-back --format json").ok().json();
        assert_eq!(
            (shown["name"].as_str(), shown["phone"].as_str(), shown["email"].as_str(), shown["birth_date"].as_str(), shown["site"].as_str()),
            (Some("홍길순"), Some("010-1000-0001"), Some("user1@example.com"), Some("1981-02-28"), Some("shop"))
        );
        let by_number = shop.room.sh("recipients show +82-10-1000-0001 --site shop --format json").ok().json();
        assert_eq!((by_number["id"].as_str(), by_number["phone"].as_str()), (Some("rcp_2"), Some("010-****-0001")));
        shop.room.sh("recipients list --site shop --list vip --reveal").ok();
        let trail = shop.room.sh("audit list --format json").ok().json();
        assert_eq!(trail.as_array().map(Vec::len), Some(2));
        assert_eq!((trail[0]["subject"].as_str(), trail[0]["detail"]["limit"].as_i64()), (Some("shop/vip"), Some(50)));
        assert_eq!(
            (trail[1]["actor"].as_str(), trail[1]["action"].as_str(), trail[1]["subject"].as_str(), trail[1]["detail"]["reason"].as_str()),
            (Some("tester"), Some("reveal"), Some("rcp_2"), Some("call-back"))
        );
        assert_eq!(shop.room.sh("audit list --action erase --format json").ok().json().as_array().map(Vec::len), Some(0));
        let table = shop.room.sh("audit list --limit 1").ok();
        assert!(table.stdout.contains("shop/vip") && table.stderr.contains("--before 2"));
        shop.room.sh("recipients show 010-1000-0001").fails(2, &["--site"]);
        shop.room.sh("recipients show 010-9999-9999 --site shop").fails(2, &["no recipient 010-****-9999"]);
        let bad = shop.room.sh("recipients show 010-1000 --site shop").fails(2, &["neither"]);
        assert!(!bad.stderr.contains("1000"), "{}", bad.stderr);
    }

    async fn an_export_is_whole_or_not_there(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(4_500).await;
        let done = shop.room.sh("recipients export --site shop -o people.csv --format json").ok().json();
        assert_eq!((done["people"].as_i64(), done["revealed"].as_bool()), (Some(4_500), Some(false)));
        let file = shop.room.path().join("people.csv");
        let text = std::fs::read_to_string(&file).expect("written");
        assert_eq!(text.lines().count(), 4_501);
        assert!(text.starts_with("id,name,phone,") && text.lines().last().is_some_and(|l| l.starts_with("rcp_4500,")));
        assert!(!text.contains("길"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
        }
        let stream = shop.room.sh("recipients export --site shop --list vip --format json").ok().json();
        assert_eq!(stream.as_array().map(Vec::len), Some(2_250));
        let whole = shop.room.sh("recipients export --site shop -o p.ndjson --reveal -q").ok();
        assert!(whole.stderr.is_empty());
        let text = std::fs::read_to_string(shop.room.path().join("p.ndjson")).expect("written");
        assert!(text.lines().count() == 4_500 && text.contains("010-1000-4499"));
        let trail = shop.room.sh("audit list --format json").ok().json();
        assert_eq!((trail.as_array().map(Vec::len), trail[0]["action"].as_str()), (Some(1), Some("export")));
        shop.room.sh("recipients export --site shop -o no/such/dir.csv").fails(1, &["No such file"]);
        // one record that does not open: nothing half written stays
        shop.run("UPDATE recipient SET key_id = 9 WHERE id = 4000").await;
        std::fs::remove_file(&file).expect("removed");
        shop.room.sh("recipients export --site shop -o people.csv").fails(78, &["rcp_4000", "key 9", "crypto status"]);
        let left: Vec<_> = std::fs::read_dir(shop.room.path()).expect("a folder").filter_map(|e| e.ok()?.file_name().into_string().ok()).collect();
        assert!(!left.iter().any(|n| n.contains("people.csv")), "{left:?}");
    }

    async fn an_erased_person_leaves_counts_only(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(6).await;
        for (id, i) in [(1, 0), (2, 0), (3, 1)] {
            shop.message(id, i, "delivered").await;
        }
        shop.message(4, 2, "sending").await;
        shop.room.sh("suppress add 010-1000-0000 --site shop --reason opt-out").ok();
        let erase = "recipients erase --site shop 010-1000-0000 rcp_3 rcp_77 --reason asked --format json";
        shop.room.sh(erase).fails(2, &["--yes"]);
        let dry = shop.room.sh(&format!("{erase} --dry-run"));
        assert_eq!(dry.code, 6, "{}", dry.stderr);
        assert_eq!(dry.json()["people"], 1);
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 6);
        let done = shop.room.sh(&format!("{erase} --yes")).fails(6, &["under way"]);
        let done = done.json();
        for (field, n) in [("people", 1), ("messages", 2), ("suppressions_kept", 1), ("waiting", 1), ("not_found", 1)] {
            assert_eq!(done[field], n, "{field}: {done}");
        }
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 5);
        assert_eq!(shop.number("SELECT COUNT(*) FROM list_member").await, 2);
        assert_eq!(shop.number("SELECT COUNT(*) FROM message").await, 4);
        assert_eq!(shop.number("SELECT COUNT(*) FROM message WHERE sealed IS NULL AND recipient_id IS NULL").await, 2);
        // nothing leads from the number to the messages, nor from one message to the other
        let ix = shop.ring.phone_ix(&person(0).mobile);
        let mut c = shop.db.store.read().await.expect("reads");
        assert!(msgctl::store::erasure::messages(&mut c, msgctl::domain::id::SiteId(1), &[ix]).await.expect("reads").is_empty());
        assert_eq!(shop.number("SELECT COUNT(DISTINCT phone_ix) FROM message").await, 4);
        // the opt-out still holds, its number is gone
        let stops = suppression::which(&mut c, msgctl::domain::id::SiteId(1), &[ix, Ix([0; 16])]).await.expect("reads");
        assert!(stops.len() == 1 && stops[&ix].all());
        drop(c);
        let listed = shop.room.sh("suppress list --site shop --format json").ok().json();
        assert_eq!((listed[0]["phone"].is_null(), listed[0]["reason"].as_str()), (true, Some("opt-out")));
        let trail = shop.room.sh("audit list --format json").ok().json();
        assert_eq!(
            (trail[0]["action"].as_str(), trail[0]["detail"]["people"].as_i64(), trail[0]["detail"]["reason"].as_str()),
            (Some("erase"), Some(1), Some("asked"))
        );
        // again: nothing left of the first, the second still waits
        let again = shop.room.sh("recipients erase --site shop 010-1000-0000 --drop-suppressions --yes --format json").ok().json();
        assert_eq!((again["people"].as_i64(), again["suppressions_dropped"].as_i64()), (Some(0), Some(1)));
        assert_eq!(shop.room.sh("recipients erase --site shop 010-1000-0000 --yes --format json").ok().json()["not_found"], 1);
        shop.ends(4, "failed").await;
        let list = shop.room.sh("recipients erase --site shop --list vip --yes --format json").ok().json();
        assert_eq!((list["people"].as_i64(), list["messages"].as_i64()), (Some(2), Some(2)));
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 3);
    }

    async fn suppressions_are_added_once_and_removed(db: TestDb) {
        let shop = Shop::new(db);
        let run = |line: &str| shop.room.sh(&format!("{line} --site shop --format json")).ok().json();
        let counts = |v: &serde_json::Value| (v["numbers"].as_i64(), v["changed"].as_i64(), v["unchanged"].as_i64());
        assert_eq!(counts(&run("suppress add 010-1111-2222 01011112223 --dry-run")), (Some(2), Some(2), Some(0)));
        assert_eq!(counts(&run("suppress add 010-1111-2222 01011112223")), (Some(2), Some(2), Some(0)));
        assert_eq!(counts(&run("suppress add 010-1111-2222 010-1111-2222 --reason bounce")), (Some(2), Some(0), Some(2)));
        assert_eq!(counts(&run("suppress add 010-1111-2222 --scope lms")), (Some(1), Some(1), Some(0)));
        let all = run("suppress list");
        assert_eq!(all.as_array().map(Vec::len), Some(3));
        assert_eq!((all[0]["phone"].as_str(), all[0]["scope"].as_str(), all[0]["reason"].as_str()), (Some("010-****-2222"), Some("all"), Some("manual")));
        assert_eq!(run("suppress list --scope lms --reveal")[0]["phone"], "010-1111-2222");
        assert_eq!(shop.room.sh("audit list --format json").ok().json()[0]["detail"]["what"], "suppressions");
        assert_eq!(counts(&run("suppress remove 010-1111-2222 --scope lms --dry-run")), (Some(1), Some(1), Some(0)));
        assert_eq!(counts(&run("suppress remove 010-1111-2222 --scope email")), (Some(1), Some(0), Some(1)));
        assert_eq!(counts(&run("suppress remove 010-1111-2222 010-1111-2229")), (Some(2), Some(2), Some(1)));
        assert_eq!(run("suppress list").as_array().map(Vec::len), Some(1));
        shop.room.sh("suppress add 010-1111-2222 --site shop --scope fax").fails(2, &["fax", "alimtalk"]);
        shop.room.sh("suppress add 010-1111-2222 --site shop --reason a=b").fails(2, &["opt-out"]);
        let bad = shop.room.sh("suppress add 010-1111-2222 010-7777 --site shop").fails(2, &["number 2"]);
        assert!(!bad.stderr.contains("7777"), "{}", bad.stderr);
    }

    async fn a_thousand_numbers_are_asked_at_once(db: TestDb) {
        let shop = Shop::new(db);
        let site = msgctl::domain::id::SiteId(1);
        let numbers: Vec<_> = (0..3_000).map(|i| person(i).mobile).collect();
        let mut rng = shop.rng;
        let rows: Vec<_> = numbers.iter().step_by(3).enumerate().map(|(n, m)| {
            let scope = if n % 2 == 0 { suppression::Scope::All } else { suppression::Scope::Channel(msgctl::domain::channel::Channel::Sms) };
            msgctl::ops::suppress::sealed(&shop.ring, site, m, scope, "bounce", &mut rng)
        }).collect();
        let mut tx = shop.db.store.write().await.expect("begins");
        let at = msgctl::domain::time::Micros(1);
        assert_eq!(suppression::add_many(&mut tx, site, 1, &rows, at).await.expect("adds"), 1_000);
        assert_eq!(suppression::add_many(&mut tx, site, 1, &rows, at).await.expect("adds"), 0);
        tx.commit().await.expect("commits");
        let ixs: Vec<_> = numbers.iter().map(|m| shop.ring.phone_ix(m)).collect();
        let mut c = shop.db.store.read().await.expect("reads");
        let stops = suppression::which(&mut c, site, &ixs).await.expect("reads");
        assert_eq!(stops.len(), 1_000);
        for (i, ix) in ixs.iter().enumerate() {
            assert_eq!(stops.get(ix).map(|s| s.all()), (i % 3 == 0).then_some(i % 6 == 0));
        }
        assert!(suppression::which(&mut c, msgctl::domain::id::SiteId(2), &ixs).await.expect("reads").is_empty());
        assert!(suppression::which(&mut c, site, &[]).await.expect("reads").is_empty());
    }
}
