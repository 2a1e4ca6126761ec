//! Keys: counted, rotated, resumed.

use crate::support::{Shop, on_each_engine};

on_each_engine! {
    async fn a_rotation_seals_everything_anew(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(4_100).await;
        shop.message(1, 0, "delivered").await;
        shop.message(2, 1, "queued").await;
        shop.room.sh("suppress add 010-1000-0003 010-1000-0004 --site shop").ok();
        shop.run("UPDATE message SET sealed = NULL WHERE id = 1").await;
        let status = |shop: &Shop| shop.room.sh("crypto status --format json").ok().json();
        let before = status(&shop);
        assert_eq!((before[0]["key"].as_i64(), before[0]["active"].as_bool(), before[0]["recipients"].as_i64()), (Some(1), Some(true), Some(4_100)));
        assert_eq!((before[0]["suppressions"].as_i64(), before[0]["messages"].as_i64()), (Some(2), Some(1)));
        let key = shop.room.path().join("key");
        let old = std::fs::read_to_string(&key).expect("reads");
        let dry = shop.room.sh("crypto rotate --dry-run --format json").ok().json();
        assert_eq!((dry["key"].as_i64(), dry["added"].as_bool(), dry["remaining"].as_i64()), (Some(2), Some(true), Some(4_103)));
        assert_eq!(std::fs::read_to_string(&key).expect("reads"), old);
        // the key first, the records later: no second key is added
        let first = shop.room.sh("crypto rotate --add-only --format json").ok().json();
        assert_eq!((first["key"].as_i64(), first["added"].as_bool(), first["remaining"].as_i64()), (Some(2), Some(true), Some(4_103)));
        shop.room.sh("suppress add 010-1000-0005 --site shop").ok();
        shop.room.sh("recipients show 010-1000-0000 --site shop").ok();
        let out = shop.room.sh("crypto rotate --format json").ok();
        let done = out.json();
        for (field, n) in [("key", 2), ("recipients", 4_100), ("suppressions", 2), ("messages", 1), ("unreadable", 0), ("remaining", 0)] {
            assert_eq!(done[field], n, "{field}: {done}");
        }
        assert_eq!(done["added"], false);
        assert!(out.stderr.contains("Nothing is sealed with key 1"), "{}", out.stderr);
        let new = std::fs::read_to_string(&key).expect("reads");
        assert!(new.starts_with(&old) && new.len() > old.len());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&key).expect("there").permissions().mode() & 0o777, 0o600);
        }
        let after = status(&shop);
        assert_eq!((after[0]["recipients"].as_i64(), after[1]["recipients"].as_i64(), after[1]["suppressions"].as_i64()), (Some(0), Some(4_100), Some(3)));
        // the old line can go
        let kept = new.lines().filter(|l| !l.starts_with("1:")).collect::<Vec<_>>().join("\n");
        std::fs::write(&key, kept).expect("written");
        let last = shop.room.sh("recipients show rcp_4100 --reveal --format json").ok().json();
        assert_eq!(last["phone"], "010-1000-4099");
        assert_eq!(shop.room.sh("suppress list --site shop --reveal --format json").ok().json()[0]["phone"], "010-1000-0003");
        let trail = shop.room.sh("audit list --action rotate --format json").ok().json();
        assert_eq!((trail.as_array().map(Vec::len), trail[0]["subject"].as_str()), (Some(1), Some("key 2")));
    }

    async fn what_does_not_open_stays_and_is_told(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(3).await;
        // a record moved to another row, and one of a key that is gone
        shop.run("UPDATE recipient SET sealed = (SELECT sealed FROM recipient WHERE id = 1) WHERE id = 2").await;
        shop.run("UPDATE recipient SET key_id = 7 WHERE id = 3").await;
        shop.room.sh("crypto status").fails(78, &["key 7 is not in the key file", "1 record"]);
        let out = shop.room.sh("crypto rotate --new-key --format json");
        assert_eq!(out.code, 5, "{}", out.stderr);
        let done = out.json();
        assert_eq!((done["recipients"].as_i64(), done["unreadable"].as_i64(), done["remaining"].as_i64()), (Some(1), Some(2), Some(2)));
        shop.room.sh("recipients show rcp_2").fails(5, &["rcp_2", "does not fit"]);
        shop.room.sh("recipients show rcp_1").ok();
    }

    async fn keys_in_the_environment_are_not_changed(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.people(2).await;
        let text = std::fs::read_to_string(shop.room.path().join("key")).expect("reads");
        shop.room.write("msgctl.toml", "[crypto]\nkey = \"env:KEYS\"\n");
        let room = std::mem::replace(&mut shop.room, crate::support::Room::new()).env("KEYS", &text);
        room.sh("crypto rotate").fails(78, &["environment variable", "NUMBER:HEX"]);
        let (more, id) = msgctl::domain::seal::with_new_key(&text, &mut shop.rng).expect("a key");
        let room = room.env("KEYS", &more);
        let done = room.sh("crypto rotate --format json").ok().json();
        assert_eq!((done["key"].as_i64(), done["added"].as_bool(), done["recipients"].as_i64()), (Some(id), Some(false), Some(2)));
        room.write("msgctl.toml", "[crypto]\nmode = \"plaintext\"\n");
        room.sh("crypto rotate").fails(78, &["plaintext"]);
    }

    async fn a_rotation_at_work_stops_another(db: TestDb) {
        let shop = Shop::new(db);
        shop.room.write("key.new", "");
        shop.room.sh("crypto rotate").fails(4, &["key.new"]);
        std::fs::remove_file(shop.room.path().join("key.new")).expect("removed");
        shop.room.sh("crypto rotate").ok();
    }
}
