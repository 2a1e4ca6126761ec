//! The failures of a day, told to each site: once, however often and however many at once ask for it.

use std::process::Stdio;

use msgctl::sim::Settings;
use serde_json::{Value, json};

use crate::notice::Mail;
use crate::support::{Platform, TestDb, millis, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";
const DAY: &str = "2026-11-20";

/// A site with a callback that sent to a hundred people on the day, twelve of them in vain.
async fn shop(db: &TestDb, mail: &Mail) -> Platform {
    let mut s = Settings { report_delay: millis(20, 20), ..Settings::default() };
    for i in 0..12 {
        let (talk, text) = if i < 10 { ("3104", "3043") } else { ("3104", "3040") };
        s.recipients.insert(format!("0100{i:07} ATA"), talk.parse().expect("a code"));
        s.recipients.insert(format!("0100{i:07} SMS"), text.parse().expect("a code"));
    }
    let url = mail.open().await;
    let mut p = Platform::new(db, s, "unlimited").await;
    p.room = p.room.env("CB", "callback-secret");
    p.configure("unlimited", "[callback]\nsecret = \"env:CB\"");
    p.room.sh(&format!("site set shop --callback {url}/cb")).ok();
    p.room.sh("site add quiet --sender 0212345679").ok();
    p.people(100);
    p.room.sh(SEND).ok();
    db.run(format!("UPDATE tally SET day = '{DAY}'")).await;
    p
}

on_each_engine! {
    /// Cron starts the report twice, at once and once more: one mail.
    async fn f20_the_daily_report_is_told_once(db: TestDb) {
        let mail = Mail::default();
        let p = shop(&db, &mail).await;
        let line = format!("report daily --day {DAY} --format json");
        let shown = p.room.sh(&format!("{line} --dry-run")).ok().json();
        let row = shown.as_array().expect("rows").iter().find(|r| r["site"] == "shop").expect("the site").clone();
        assert_eq!((&row["delivered"], &row["failed"], &row["told"]), (&json!(88), &json!(12), &json!("now")), "{row}");
        let first = &row["failures"][0];
        assert_eq!((&first["channel"], &first["code"], &first["failed"]), (&json!("sms"), &json!("3043"), &json!(10)), "{row}");
        assert!(first["meaning"].is_string() && first["class"].is_string(), "{row}");
        assert_eq!(mail.at("/cb").len(), 0, "a rehearsal tells nobody");
        let runs: Vec<_> = (0..4)
            .map(|_| p.room.command(line.split_whitespace()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts"))
            .collect();
        for run in runs {
            let out = run.wait_with_output().expect("ends");
            assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
        }
        let again = p.room.sh(&line).ok().json();
        let told = |site: &str| again.as_array().expect("rows").iter().find(|r| r["site"] == site).expect("the site")["told"].clone();
        assert_eq!((told("shop"), told("quiet")), (json!("before"), json!("nothing")));
        let posts = mail.at("/cb");
        assert_eq!(posts.len(), 1, "one mail");
        let said: Value = serde_json::from_str(&posts[0].1).expect("JSON");
        assert_eq!((&said["kind"], &said["day"], &said["failed"], &said["delivered"]), (&json!("daily-failures"), &json!(DAY), &json!(12), &json!(88)));
        assert_eq!(said["failures"], row["failures"], "what was rehearsed is what is told");
        assert!(posts[0].0.contains_key("msgctl-signature"));
    }

    async fn a_day_that_is_not_over_and_a_site_without_a_callback_are_said(db: TestDb) {
        let mail = Mail::default();
        let p = shop(&db, &mail).await;
        p.room.sh("report daily --day 2999-01-01").fails(2, &["2999-01-01 is not over in Korea"]);
        p.room.sh("report daily --site nobody").fails(2, &["there is no site `nobody`"]);
        let yesterday = p.room.sh("report daily --format json").ok().json();
        assert_eq!((&yesterday[0]["failed"], yesterday.as_array().map(Vec::len)), (&json!(0), Some(2)), "{yesterday}");
        db.run("UPDATE site SET callback = NULL").await;
        let line = format!("report daily --day {DAY} --site shop --format json");
        assert_eq!(p.room.sh(&line).ok().json()[0]["told"], "nowhere");
        // it is not forgotten for that: told when there is somewhere to tell it
        let url = mail.open().await;
        p.room.sh(&format!("site set shop --callback {url}/later")).ok();
        assert_eq!(p.room.sh(&line).ok().json()[0]["told"], "now");
        assert_eq!(mail.at("/later").len(), 1);
    }

    async fn a_callback_that_does_not_take_it_gets_it_later(db: TestDb) {
        let mail = Mail::default();
        let p = shop(&db, &mail).await;
        mail.fail(1);
        let line = format!("report daily --day {DAY} --format json");
        p.room.sh(&line).fails(75, &["not taken"]);
        db.run("UPDATE notice SET due_at = 0 WHERE state = 'ready'").await;
        p.room.sh(&line).ok();
        assert_eq!(mail.at("/cb").len(), 1);
    }
}
