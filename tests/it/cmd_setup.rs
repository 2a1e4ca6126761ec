//! The first minutes: `init`, `demo`, `doctor`.

use std::os::unix::fs::PermissionsExt as _;

use crate::support::{Room, on_each_engine};

/// A row of `doctor --format json`.
fn row(rows: &serde_json::Value, check: &str) -> (String, String) {
    let row = rows.as_array().expect("rows").iter().find(|r| r["check"] == check);
    let row = row.unwrap_or_else(|| panic!("no `{check}` in {rows}"));
    (row["state"].as_str().expect("a word").to_owned(), row["detail"].as_str().expect("a text").to_owned())
}

#[test]
fn init_makes_what_is_missing_and_overwrites_nothing() {
    let room = Room::new();
    let first = room.sh("init box --format json").ok().json();
    for part in ["config", "key", "database"] {
        assert_eq!(first[part]["made"], true, "{part}");
    }
    let (key, config) = (room.path().join("box/msgctl.key"), room.path().join("box/msgctl.toml"));
    assert_eq!(std::fs::metadata(&key).expect("a key").permissions().mode() & 0o777, 0o600);
    let before = (std::fs::read(&key).expect("a key"), std::fs::read(&config).expect("a file"));
    let second = room.sh("init box --format json").ok().json();
    for part in ["config", "key", "database"] {
        assert_eq!(second[part]["made"], false, "{part}");
    }
    assert_eq!(before, (std::fs::read(&key).expect("a key"), std::fs::read(&config).expect("a file")));
    std::fs::remove_file(&key).expect("removed");
    assert_eq!(
        room.sh("init box --format json").ok().json()["key"]["made"],
        true,
        "nobody was sealed with the old one"
    );
    room.sh("-C box/msgctl.toml config check").ok();
    room.sh("-C box/msgctl.toml site add shop --sender 02-1234-5678").ok();
    room.write("a-file", "");
    room.sh("init a-file/box").fails(78, &["cannot write"]);
}

#[test]
fn a_lost_key_is_not_replaced_once_people_are_sealed_with_it() {
    let room = Room::new();
    room.sh("init").ok();
    room.sh("site add shop --sender 02-1234-5678").ok();
    room.write("one.csv", "name,phone\n홍길동,010-0000-0001\n");
    room.sh("recipients import one.csv --site shop").ok();
    std::fs::remove_file(room.path().join("msgctl.key")).expect("removed");
    room.sh("init").fails(78, &["msgctl.key is missing", "copy"]);
    assert!(!room.path().join("msgctl.key").exists());
    let rows = room.sh("doctor --offline --format json");
    assert_eq!(rows.code, 78);
    assert_eq!(row(&rows.json(), "crypto.key").0, "bad");
}

#[test]
fn people_who_do_not_exist_stay_out_of_a_real_folder() {
    let room = Room::new();
    room.sh("init").ok();
    room.sh("init --demo").fails(4, &["does not send to a simulator"]);
    room.sh("site add real --sender 02-1234-5678").ok();
    let url = format!("sqlite:{}", room.path().join("msgctl.db").display());
    let room = room.env("MSGCTL_DATABASE_URL", &url);
    room.sh("init play --demo").fails(4, &["there are sites in", "MSGCTL_DATABASE_URL"]);
    assert_eq!(room.sh("site list --format json").ok().json().as_array().map(Vec::len), Some(1));
}

#[test]
fn a_password_is_not_written_down() {
    let room = Room::new();
    let out = room.sh("--database postgres://ops:s3cret@127.0.0.1:1/x init");
    assert_eq!(out.code, 75, "{}", out.stderr);
    let config = std::fs::read_to_string(room.path().join("msgctl.toml")).expect("written");
    assert!(config.contains("url = \"env:MSGCTL_DATABASE_URL\"") && !config.contains("s3cret"));
    assert!(!out.stderr.contains("s3cret") && out.stderr.contains("MSGCTL_DATABASE_URL"));
}

#[test]
fn doctor_names_what_is_wrong_and_the_mend() {
    let room = Room::new();
    let out = room.sh("doctor --format json");
    assert_eq!(out.code, 78, "no database");
    assert_eq!(row(&out.json(), "configuration").0, "warn");
    assert!(out.json().to_string().contains("msgctl init"));

    room.sh("init").ok();
    let out = room.sh("doctor --format json");
    assert_eq!((out.code, row(&out.json(), "provider.main.api_key").0.as_str()), (78, "bad"), "secrets are missing");

    let room = room.env("SOLAPI_API_KEY", "NCSKEY").env("SOLAPI_API_SECRET", "S3CRET");
    let rows = room.sh("doctor --offline --format json").ok().json();
    assert_eq!(row(&rows, "database").0, "ok");
    assert_eq!(row(&rows, "sites").0, "warn");
    room.sh("site add shop --wrapper nothing --sender-key KA01PF1").ok();
    let rows = room.sh("doctor --offline --format json").json();
    assert!(row(&rows, "site shop").1.contains("sender number"));
    room.sh("site set shop --sender 02-1234-5678").ok();
    let out = room.sh("doctor --offline --format json");
    assert_eq!(out.code, 78);
    assert!(row(&out.json(), "site shop").1.contains("wrapper `nothing`"));
    room.run(["site", "set", "shop", "--wrapper", ""]).ok();
    room.sh("doctor --offline").ok();

    let key = room.path().join("msgctl.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("set");
    let out = room.sh("doctor --offline --format json");
    assert_eq!(out.code, 78);
    assert!(row(&out.json(), "key file").1.contains("0644"));
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).expect("set");

    let config = std::fs::read_to_string(room.path().join("msgctl.toml")).expect("a file");
    room.write("msgctl.toml", config.replace("https://api.solapi.com", "http://127.0.0.1:1"));
    let out = room.sh("doctor --format json");
    assert_eq!((out.code, row(&out.json(), "provider main").0.as_str()), (75, "bad"), "nobody listens there");
    room.write("msgctl.toml", "[send]\nbatch_sise = 1\n");
    let out = room.sh("doctor --format json");
    assert_eq!((out.code, row(&out.json(), "configuration").0.as_str()), (78, "bad"));
    assert!(!out.stdout.contains("S3CRET"));
}

on_each_engine! {
    async fn the_demo_adds_up_and_leaves_a_folder_in_order(db: TestDb) {
        let room = Room::with_database(&db.url);
        let out = room.sh("demo --people 250 --dir d --format json").ok();
        let shown = out.json();
        let n = |path: &str| shown.pointer(path).and_then(serde_json::Value::as_u64).unwrap_or_else(|| panic!("{path} in {shown}"));
        assert_eq!((n("/import/imported"), n("/import/rejected"), n("/import/duplicates")), (250, 2, 1));
        let rejects = std::fs::read_to_string(shown["import"]["rejects_file"].as_str().expect("a path")).expect("a file");
        assert_eq!(rejects.lines().count(), 3, "{rejects}");
        assert_eq!((n("/plan/recipients/sendable"), n("/plan/kinds/alimtalk")), (250, 250));
        let results: u64 = ["alimtalk", "sms", "lms", "failed"].iter().map(|k| n(&format!("/send/results/{k}"))).sum();
        assert_eq!((results, n("/send/results/total"), n("/send/results/unknown")), (250, 250, 0));
        assert!(n("/send/results/sms") + n("/send/results/lms") > 10, "some fell back: {shown}");
        assert_eq!((n("/simulator/unique_to"), n("/simulator/repeats/people")), (250, 0));
        assert!(n("/simulator/by_type/ATA/busiest_window") <= 300);
        let delivered = n("/stats/kakaoSuccessCount") + n("/stats/smsSuccessCount");
        assert_eq!((delivered + n("/stats/failureCount"), n("/stats/totalAttempts")), (250, 250));
        assert!(shown["rate"].as_array().is_some_and(|r| r.len() == 2 && r.iter().all(|g| g["kept"] == true)));
        // what was paid in is what is left and what was charged, and nothing is set aside any more
        assert_eq!((n("/send/cost/held_minor")), (n("/send/cost/captured_minor") + n("/send/cost/released_minor")));
        assert_eq!(shown["verify"]["proven"], true, "{}", shown["verify"]);
        let balance = room.sh("-C d/msgctl.toml credits balance --site shop --format json").ok().json();
        let left = n("/topup/net_minor") - n("/send/cost/captured_minor");
        assert_eq!((balance["available_minor"].as_u64(), balance["held_minor"].as_u64()), (Some(left), Some(0)));
        let attempts = shown["story"]["attempts"].as_array().expect("a list");
        assert!(attempts.iter().any(|a| a["class"] == "fallback"), "{}", shown["story"]);
        assert_eq!(attempts.last().expect("one at least")["class"], "delivered");
        room.sh("-C d/msgctl.toml config check").ok();
        let rows = room.sh("-C d/msgctl.toml doctor --offline --format json").ok().json();
        assert_eq!(row(&rows, "site shop").0, "ok");
        assert_eq!(row(&rows, "campaigns").0, "ok");
        let again = room.sh("-C d/msgctl.toml recipients import d/people.csv --site shop --format json").ok().json();
        assert_eq!((again["imported"].as_u64(), again["unchanged"].as_u64()), (Some(0), Some(250)));
        room.sh("demo --dir d").fails(4, &["not empty"]);
    }

    async fn init_with_demo_is_furnished_once(db: TestDb) {
        let room = Room::with_database(&db.url);
        for _ in 0..2 {
            let set_up = room.sh("init play --demo --format json").ok().json();
            assert_eq!(set_up["demo"]["people"], 1_000);
            assert_eq!(set_up["demo"]["templates"].as_array().map(Vec::len), Some(6));
        }
        let plan = room.sh("-C play/msgctl.toml send --site shop --list members --template greeting --var 원본메시지=안내 --dry-run --format json");
        assert_eq!(plan.ok().json()["recipients"]["sendable"], 1_000);
    }
}
