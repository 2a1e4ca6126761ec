//! The contract of every command: streams, formats, exit codes, configuration.

use crate::support::{Room, on_each_engine};

#[test]
fn help_and_version_are_results() {
    let room = Room::new();
    assert!(room.sh("--version").ok().stdout.starts_with("msgctl "));
    assert!(room.sh("site add --help").ok().stdout.contains("Examples:"));
    assert!(room.sh("no-such-verb").fails(2, &["no-such-verb"]).stdout.is_empty());
}

#[test]
fn an_error_is_one_json_object_on_stderr() {
    let room = Room::new();
    for (args, code, kind) in [
        ("--format json site list", 78, "config"),
        ("--format json site lisst", 2, "usage"),
        ("--format json --database nonsense: site list", 78, "config"),
    ] {
        let out = room.sh(args);
        assert_eq!(out.code, code, "{args}: {}", out.stderr);
        assert!(out.stdout.is_empty());
        let e: serde_json::Value = serde_json::from_str(&out.stderr).expect("one object");
        assert_eq!(e["error"]["kind"], kind, "{args}");
        assert!(e["error"]["message"].as_str().is_some_and(|m| !m.is_empty()));
    }
}

#[test]
fn a_missing_database_names_the_command_that_makes_one() {
    let room = Room::new();
    room.sh("site list").fails(78, &["there is no database", "msgctl init"]);
    assert!(!room.path().join("msgctl.db").exists());
}

#[test]
fn flag_beats_environment_beats_file_beats_default() {
    let room = Room::new();
    room.write("msgctl.toml", "[database]\nurl = \"sqlite:file.db\"\n");
    let origin = |room: &Room, args: &str| {
        let rows = room.sh(args).ok().json();
        let row = rows.as_array().expect("rows").iter().find(|r| r["key"] == "database.url").expect("the key").clone();
        (row["value"].as_str().expect("text").to_owned(), row["origin"].as_str().expect("text").to_owned())
    };
    let (value, from) = origin(&room, "--format json config show");
    assert_eq!(value, "sqlite:file.db");
    assert!(from.ends_with("msgctl.toml:2"), "{from}");
    let room = room.env("MSGCTL_DATABASE_URL", "sqlite:env.db");
    assert_eq!(origin(&room, "--format json config show"), ("sqlite:env.db".into(), "$MSGCTL_DATABASE_URL".into()));
    let (value, from) = origin(&room, "--format json --database sqlite:flag.db config show");
    assert_eq!((value.as_str(), from.as_str()), ("sqlite:flag.db", "--database"));
}

#[test]
fn an_unknown_key_names_file_line_and_nearest() {
    let room = Room::new();
    room.write("msgctl.toml", "[send]\nbatch_sise = 3\n");
    room.sh("config check").fails(78, &["msgctl.toml:2", "send.batch_sise", "send.batch_size"]);
}

on_each_engine! {
    async fn a_site_is_added_shown_and_changed(db: TestDb) {
        let room = Room::with_database(&db.url);
        let dry = room.sh("site add shop --sender 02-1234-5678 --dry-run --format json").ok().json();
        assert_eq!(dry["senders"][0], "0212345678");
        assert_eq!(room.sh("--format json site list").ok().json().as_array().map(Vec::len), Some(0));
        room.sh("site add shop --sender 02-1234-5678").ok();
        room.sh("site add shop").fails(4, &["already", "site set shop"]);
        room.sh("site set shop --strategy sms-only --contact 02-1-2").ok();
        let site = room.sh("site show shop --format json").ok().json();
        assert_eq!((site["strategy"].as_str(), site["title"].as_str()), (Some("sms-only"), Some("shop")));
        room.sh("site show shep").fails(2, &["no site `shep`", "site list"]);
        let csv = room.sh("site list --format csv").ok().stdout;
        assert!(csv.starts_with("id,site,title,senders,"), "{csv}");
    }
}
