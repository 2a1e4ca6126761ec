//! Advertising: the text as the law wants it, whose consent holds, what waits for the morning, and the proof of it.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::support::{Platform, millis, on_each_engine};
use msgctl::sim::Settings;

const DAY: &str = "--now 2026-11-21T10:00:00+09:00";

async fn platform(db: &crate::support::TestDb, rate: &str) -> Platform {
    let p = Platform::new(db, Settings { report_delay: millis(10, 10), ..Settings::default() }, rate).await;
    p.room.run(["site", "set", "shop", "--title", "한빛가게", "--contact", "1588-0000", "--optout", "0800000000"]).ok();
    p
}

/// People with a consent each, an empty one for none: name, number, advertising, night.
fn import(p: &Platform, file: &str, rows: &[(&str, &str, &str, &str)]) {
    let rows: String = rows.iter().map(|(n, t, ad, night)| format!("{n},{t},{ad},{night}\n")).collect();
    p.room.write(file, format!("이름,휴대폰,광고수신동의,야간수신동의\n{rows}"));
    p.room.sh(&format!("recipients import {file} --site shop --list all {DAY} --format json")).ok();
}

/// `n` people who consented, every `night`th to the night as well.
fn crowd(p: &Platform, n: usize, night: usize) {
    let numbers: Vec<String> = (0..n).map(|i| format!("0100{i:07}")).collect();
    let rows: Vec<_> = numbers
        .iter()
        .enumerate()
        .map(|(i, t)| ("홍길동", t.as_str(), "2026-01-02", if i % night == 0 { "2026-01-02" } else { "" }))
        .collect();
    import(p, "crowd.csv", &rows);
}

fn ad(p: &Platform, message: &str, more: &str) -> crate::support::Output {
    ad_to(p, "--list all", message, more)
}

/// A list is in no order that a test could know, numbers are.
fn ad_to(p: &Platform, whom: &str, message: &str, more: &str) -> crate::support::Output {
    let send = format!("send --site shop {whom} --ad --format json {more}");
    let mut args: Vec<&str> = send.split_whitespace().collect();
    args.extend(["--message", message]);
    p.room.run(args)
}

fn files(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let entry = |e: std::io::Result<std::fs::DirEntry>| {
        let e = e.expect("an entry");
        (e.file_name().into_string().expect("text"), std::fs::read(e.path()).expect("read"))
    };
    std::fs::read_dir(dir).expect("a folder").map(entry).collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).expect("text")
}

/// Every file but the manifest is in the manifest, with its checksum.
fn proven(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = files(dir);
    let manifest: Value = serde_json::from_slice(&all["manifest.json"]).expect("JSON");
    let listed: BTreeMap<&str, &Value> =
        manifest["files"].as_array().expect("files").iter().map(|f| (f["name"].as_str().expect("a name"), f)).collect();
    let names = |n: &[&str]| n.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        all.keys().cloned().collect::<Vec<_>>(),
        names(&["consents.csv", "manifest.json", "plan.json", "receipts.csv", "text.txt"])
    );
    assert_eq!(listed.len(), 4);
    for (name, f) in listed {
        assert_eq!(f["sha256"], hex::encode(Sha256::digest(&all[name])), "{name}");
        assert_eq!(f["bytes"], all[name].len(), "{name}");
    }
    all
}

on_each_engine! {
    async fn the_text_is_completed_counted_and_sent(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        import(&p, "p.csv", &[("홍길동", "01000000001", "2026-01-02", ""), ("남궁민수", "01000000002", "2026-01-02", "")]);
        // 54 bytes are added: with the name, 89 and 91 bytes
        let message = format!("#{{이름}}{}", "a".repeat(29));
        let plan = ad(&p, &message, &format!("{DAY} --dry-run")).ok().json();
        assert_eq!((&plan["kinds"]["sms"], &plan["kinds"]["lms"]), (&1.into(), &1.into()), "{plan}");
        assert_eq!((&plan["held_for_night"], &plan["resumes_at"]), (&0.into(), &Value::Null));
        let out = ad_to(&p, "--to 01000000001 --to 01000000002", &message, DAY).ok().json();
        assert_eq!((&out["results"]["sms"], &out["results"]["lms"]), (&1.into(), &1.into()), "{out}");
        // messages that go the same way lie side by side: the LMS first
        let sent = p.room.sh("message show msg_2 --reveal --format json").ok().json();
        let expected = format!("(광고)한빛가게\n홍길동{}\n문의 1588-0000\n무료수신거부 0800000000", "a".repeat(29));
        assert_eq!(sent["text"], expected);
        // one byte less for the longer name, and it is an SMS of 90 bytes
        let plan = ad(&p, &format!("#{{이름}}{}", "a".repeat(28)), &format!("{DAY} --dry-run")).ok().json();
        assert_eq!(plan["kinds"]["sms"], 2, "{plan}");
        // written in the right form already: nothing is added
        let plan_of = |m: &str| ad(&p, m, &format!("{DAY} --dry-run")).ok().json()["plan_hash"].clone();
        assert_eq!(plan_of(&message), plan_of(&expected.replace("홍길동", "#{이름}")));
        // a subject is labelled, too
        ad(&p, &message, &format!("{DAY} --subject 봄맞이")).ok();
        assert_eq!(p.room.sh("message show msg_3 --format json").ok().json()["subject"], "(광고)봄맞이");
    }

    async fn what_the_law_forbids_is_refused_with_its_mend(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        crowd(&p, 2, 1);
        for wrong in ["[광고] 세일", "(광 고)세일", "< 광고 > 세일", " (광고)세일"] {
            ad(&p, wrong, DAY).fails(3, &["(광고)세일"]);
        }
        ad(&p, "세일", &format!("{DAY} --subject [광고]세일")).fails(3, &["(광고)세일"]);
        ad(&p, "세일 무료거부 080-999-9999", DAY).fails(3, &["무료수신거부 0800000000"]);
        ad(&p, "세일", &format!("{DAY} --strategy alimtalk-first")).fails(3, &["Alimtalk", "--strategy"]);
        p.room.run(["site", "set", "shop", "--optout", "02-123-4567"]).fails(2, &["080"]);
        p.room.run(["site", "set", "shop", "--contact", ""]).ok();
        ad(&p, "세일", DAY).fails(3, &["msgctl site set shop --contact"]);
        p.room.run(["site", "set", "shop", "--contact", "1588-0000", "--optout", ""]).ok();
        ad(&p, "세일", &format!("{DAY} --dry-run")).fails(3, &["msgctl site set shop --optout"]);
        assert_eq!(p.sim.summary().calls, 0);
    }

    async fn advertising_never_goes_as_alimtalk(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        crowd(&p, 3, 1);
        // the template is approved, and Alimtalk first is what the site does
        let send = format!("send --site shop --list all --template order --var order=A1 --ad {DAY} --format json");
        let plan = p.room.sh(&format!("{send} --dry-run")).ok().json();
        assert_eq!(plan["kinds"], serde_json::json!({"sms": 3}), "{plan}");
        assert_eq!(plan["fallbacks"], serde_json::json!({}));
        let out = p.room.sh(&send).ok().json();
        assert_eq!((&out["results"]["sms"], &out["results"]["alimtalk"]), (&3.into(), &0.into()), "{out}");
        assert!(!p.sim.summary().by_type.contains_key("ATA"));
    }

    async fn consents_are_counted_at_the_planned_time(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        import(&p, "p.csv", &[
            ("하나", "01000000001", "2026-01-02", ""),
            ("두리", "01000000002", "", ""),
            ("세나", "01000000003", "2024-11-22", ""),
            ("네오", "01000000004", "2024-11-21", ""),
            ("다섯", "01000000005", "2020-02-29", ""),
            // to the night alone is not to advertising
            ("여섯", "01000000006", "", "2026-01-02"),
        ]);
        let out = ad(&p, "세일", &format!("{DAY} --dry-run")).ok();
        let plan = out.json();
        assert_eq!((&plan["recipients"]["sendable"], &plan["recipients"]["no_consent"]), (&2.into(), &4.into()), "{plan}");
        assert!(out.stderr.contains("2 left out: the consent is older than two years"), "{}", out.stderr);
        // a day later one more is over; a day before the first consent, it is still to come
        let plan = ad(&p, "세일", "--dry-run --now 2026-11-22T10:00:00+09:00").ok().json();
        assert_eq!(plan["recipients"]["no_consent"], 5);
        let plan = ad(&p, "세일", "--dry-run --now 2026-01-01T10:00:00+09:00").ok().json();
        assert_eq!(plan["recipients"]["no_consent"], 4, "{plan}");
        assert!(plan["warnings"].to_string().contains("still to come"), "{plan}");
        // the same people about something else
        let plan = p.room.sh("send --site shop --list all --template order --var order=A1 --dry-run --format json").ok().json();
        assert_eq!(plan["recipients"]["sendable"], 6);
        let out = p.room.sh("send --site shop --list all --message (광고)세일 --strategy sms-only --dry-run").ok();
        assert!(out.stderr.contains("without `--ad`"), "{}", out.stderr);
        // people of a file bring their own
        p.room.write("guests.csv", "이름,휴대폰,광고수신동의\n손님,01000000007,2026-03-01\n남,01000000008,N\n두리,01000000002,2026-03-01\n");
        let send = format!("send --site shop --csv guests.csv --ad --message 세일 {DAY} --format json");
        let out = p.room.sh(&send).ok().json();
        assert_eq!((&out["recipients"]["sendable"], &out["recipients"]["no_consent"]), (&2.into(), &1.into()), "{out}");
        p.room.sh("campaign evidence cmp_1 --dir e").ok();
        let consents = text(&proven(&p.room.path().join("e")), "consents.csv");
        assert_eq!(consents.matches(",2026-03-01T00:00:00+09:00,,no,csv ").count(), 2, "{consents}");
    }

    async fn what_falls_into_the_night_is_foreseen(db: TestDb) {
        let p = platform(&db, "100/min").await;
        crowd(&p, 400, 4);
        let all: String = (0..400).map(|i| format!("--to 0100{i:07} ")).collect();
        let plan_at = |at: &str| ad_to(&p, &all, "세일", &format!("--dry-run --now 2026-11-21T{at}+09:00")).ok().json();
        // 100 at once; then 75 who agreed to the night, 225 in the morning
        let plan = plan_at("20:59:30");
        assert_eq!(plan["held_for_night"], 225, "{plan}");
        assert_eq!(plan["resumes_at"], "2026-11-22T08:00:00+09:00");
        assert_eq!(plan["finishes_at"], "2026-11-22T08:02:00+09:00");
        // the clock of a rehearsal goes on
        let takes = plan["duration_s"].as_u64().expect("seconds");
        assert!((39_720..=39_750).contains(&takes), "eleven hours, two minutes and a half: {takes}");
        assert!(plan["warnings"].to_string().contains("225 fall into the night and wait until 2026-11-22T08:00:00"), "{plan}");
        for (at, held, resumes, finishes) in [
            ("12:00:00", 0, Value::Null, "2026-11-21T12:03"),
            // the last hundred has its turn at 20:59
            ("20:56:10", 0, Value::Null, "2026-11-21T20:59"),
            ("20:57:00", 75, "2026-11-22T08:00:00+09:00".into(), "2026-11-22T08:00"),
            ("21:00:00", 300, "2026-11-22T08:00:00+09:00".into(), "2026-11-22T08:02"),
            ("07:57:10", 300, "2026-11-21T08:00:00+09:00".into(), "2026-11-21T08:02"),
            ("08:00:00", 0, Value::Null, "2026-11-21T08:03"),
        ] {
            let plan = plan_at(at);
            assert_eq!((&plan["held_for_night"], &plan["resumes_at"]), (&held.into(), &resumes), "{at}: {plan}");
            assert!(plan["finishes_at"].as_str().expect("a time").starts_with(finishes), "{at}: {plan}");
        }
        // the same people are sent to, whenever it is
        assert_eq!(plan_at("12:00:00")["plan_hash"], plan_at("23:00:00")["plan_hash"]);
        // an operator's own hours come on top
        let file = std::fs::read_to_string(p.room.path().join("msgctl.toml")).expect("read");
        p.room.write("msgctl.toml", format!("{file}\n[send]\nquiet_hours_ad = \"11:00-13:00\"\n"));
        assert_eq!(plan_at("12:00:00")["resumes_at"], "2026-11-21T13:00:00+09:00");
        assert_eq!(plan_at("22:00:00")["resumes_at"], "2026-11-22T08:00:00+09:00");
    }

    async fn what_must_not_go_at_night_waits_for_the_morning(db: TestDb) {
        // a hundred people a second, the provider answers within a second: the last call may begin at 20:59:59
        let p = platform(&db, "100/1s").await;
        crowd(&p, 600, 10);
        let evening = "--now 2026-11-21T20:59:56.500+09:00";
        let out = ad(&p, "오늘만 20% 할인", &format!("{evening} --key spring")).fails(6, &["must not go at night", "2026-11-22T08:00:00"]);
        let r = out.json()["results"].clone();
        let (sent, waits) = (r["sms"].as_u64().expect("a count"), r["queued"].as_u64().expect("a count"));
        assert_eq!(sent + waits, 600, "{r}");
        // three windows before nine, and the sixty who agreed to the night
        assert!((200..=460).contains(&sent), "{r}");
        let night = db.number("SELECT COUNT(*) FROM message_consent c JOIN result r ON r.message_id = c.message_id WHERE c.night = 1").await;
        assert_eq!(night, 60, "whoever agreed to the night is not held");
        // still night: nothing more goes, whatever is tried
        p.room.sh("campaign resume cmp_1 --now 2026-11-22T07:59:50+09:00").fails(6, &["must not go at night"]);
        p.room.sh("reports poll --now 2026-11-22T02:00:00+09:00").fails(6, &["waiting"]);
        assert_eq!(p.sim.summary().recipients, sent);
        // the morning
        let r = p.room.sh("campaign resume cmp_1 --now 2026-11-22T08:00:00+09:00 --format json").ok().json()["results"].clone();
        assert_eq!((&r["sms"], p.sim.summary().unique_to), (&600.into(), 600), "{r}");
    }

    async fn evidence_is_whole_repeatable_and_outlives_changes(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        import(&p, "p.csv", &[
            ("홍길동", "01000000001", "2026-01-02", "2026-02-03"),
            ("김철", "01000000002", "2026-01-02", "2023-02-03"),
            ("두리", "01000000003", "", ""),
        ]);
        let whom = "--to 01000000001 --to 01000000002 --to 01000000003";
        ad_to(&p, whom, "#{이름}님께만", &format!("{DAY} --key spring")).ok();
        let first = p.room.sh("campaign evidence cmp_1 --format json").ok().json();
        let dir = p.room.path().join("evidence-cmp_1");
        let all = proven(&dir);
        assert_eq!((&first["unchanged"], &first["complete"], &first["messages"]), (&false.into(), &true.into(), &2.into()));
        assert_eq!(first["manifest_sha256"], hex::encode(Sha256::digest(&all["manifest.json"])));
        // what is in it
        let consents = text(&all, "consents.csv");
        let lines: Vec<Vec<&str>> = consents.lines().map(|l| l.split(',').collect()).collect();
        assert_eq!(lines[0], ["message", "phone", "phone_index", "ad_consent_at", "night_consent_at", "may_go_at_night", "source"]);
        // whoever must not be written to at night comes first
        assert_eq!(lines[1][..2], ["msg_1", "010-****-0002"]);
        assert_eq!(lines[1][2].len(), 32);
        assert_eq!(lines[1][3..], ["2026-01-02T00:00:00+09:00", "2023-02-03T00:00:00+09:00", "no", "record"]);
        assert_eq!(lines[2][3..], ["2026-01-02T00:00:00+09:00", "2026-02-03T00:00:00+09:00", "yes", "record"]);
        assert_eq!(lines.len(), 3);
        let receipts = text(&all, "receipts.csv");
        let line: Vec<&str> = receipts.lines().nth(1).expect("a line").split(',').collect();
        assert_eq!(line[..4], ["msg_1", "010-****-0002", "sms", "delivered"]);
        assert_eq!(line[5], "main");
        assert!(line.iter().skip(6).all(|cell| !cell.is_empty()), "{receipts}");
        let said = text(&all, "text.txt");
        let sample = "(광고)한빛가게\n김*님께만\n문의 1588-0000\n무료수신거부 0800000000\n";
        assert!(said.contains(sample) && said.contains("===== sms: msg_1 to 010-****-0002, "), "{said}");
        assert!(said.contains("64 bytes in EUC-KR"), "{said}");
        let plan: Value = serde_json::from_slice(&all["plan.json"]).expect("JSON");
        assert_eq!((&plan["plan_hash"], &plan["key"]), (&plan["plan"]["plan_hash"], &"spring".into()));
        assert_eq!(plan["plan"]["recipients"]["no_consent"], 1);
        for (name, bytes) in &all {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains("01000000001") && !text.contains("홍길동"), "{name}");
        }
        // again: the same bytes, here and elsewhere, and nothing left over
        assert_eq!(p.room.sh("campaign evidence cmp_1 --format json").ok().json()["unchanged"], true);
        // what the people change later does not change what was seen
        import(&p, "p.csv", &[("홍길동", "01000000001", "", ""), ("김철", "01000000002", "2026-11-20", "2026-11-20")]);
        p.room.sh("campaign evidence cmp_1 --dir a/b").ok();
        assert_eq!(proven(&p.room.path().join("a/b")), all);
        // whoever was erased is nobody, and the consent is still there
        p.room.sh("recipients erase 01000000001 --site shop --yes").ok();
        p.room.sh("campaign evidence cmp_1").fails(4, &["consents.csv", "--dir"]);
        assert_eq!(files(&dir), all);
        p.room.sh("campaign evidence cmp_1 --dir c").ok();
        let consents = text(&proven(&p.room.path().join("c")), "consents.csv");
        assert!(consents.contains("msg_2,,,2026-01-02T00:00:00+09:00,2026-02-03T00:00:00+09:00,yes,record"), "{consents}");
        // a folder of somebody else
        std::fs::create_dir(p.room.path().join("mine")).expect("made");
        p.room.sh("campaign evidence cmp_1 --dir mine").ok();
        assert_eq!(proven(&p.room.path().join("mine")), proven(&p.room.path().join("c")));
        p.room.write("mine/note", "");
        p.room.sh("campaign evidence cmp_1 --dir mine").fails(4, &["note"]);
        p.room.sh("campaign evidence cmp_1 --dir p.csv").fails(1, &["p.csv"]);
        p.room.sh("campaign evidence cmp_2").fails(2, &["cmp_2"]);
        // a plan that is taken back leaves no consents behind
        ad_to(&p, "--to 01000000002", "#{이름}님께만", &format!("{DAY} --plan 0000")).fails(3, &["plan"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM message_consent").await, 2);
        let left: Vec<String> = std::fs::read_dir(p.room.path()).expect("a folder")
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|n| n.contains(".part")).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    async fn evidence_with_whole_numbers_is_audited(db: TestDb) {
        let p = platform(&db, "unlimited").await;
        crowd(&p, 2500, 2);
        ad(&p, "#{이름}님", DAY).ok();
        p.room.sh("campaign evidence cmp_1 --dir whole --reveal --reason inquiry").ok();
        let all = proven(&p.room.path().join("whole"));
        let receipts = text(&all, "receipts.csv");
        assert_eq!(receipts.lines().count(), 2501);
        assert!(receipts.contains(",010-0000-2499,sms,delivered,") && !receipts.contains('*'), "{}", &receipts[..300]);
        assert_eq!(text(&all, "consents.csv").matches(",yes,record").count(), 1250);
        assert!(text(&all, "text.txt").contains("홍길동님"));
        let trail = p.room.sh("audit list --format json").ok().json();
        assert_eq!((&trail[0]["action"], &trail[0]["subject"]), (&"export".into(), &"cmp_1".into()), "{trail}");
        assert_eq!(trail[0]["detail"]["reason"], "inquiry");
        // masked and whole are not the same folder
        p.room.sh("campaign evidence cmp_1 --dir whole").fails(4, &["differs"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |n: &str| std::fs::metadata(p.room.path().join(n)).expect("there").permissions().mode() & 0o777;
            assert_eq!((mode("whole"), mode("whole/receipts.csv")), (0o700, 0o600));
        }
    }
}
