//! What protects recipients and operators from mistakes: repeats, a daily cap, tests of a text, trials, approval.

use std::process::{Child, Stdio};

use crate::support::{Platform, TestDb, millis, on_each_engine};
use msgctl::sim::Settings;
use serde_json::Value;

const SMS: &str = "--strategy sms-only --format json";

async fn quick(db: &TestDb) -> Platform {
    Platform::new(db, Settings { report_delay: millis(5, 5), ..Settings::default() }, "unlimited").await
}

/// Everybody who was asked for is in exactly one place.
fn adds_up(recipients: &Value) -> u64 {
    let count = |k: &str| recipients[k].as_u64().unwrap_or_else(|| panic!("`{k}` in {recipients}"));
    let parts = ["sendable", "invalid", "duplicate", "suppressed", "no_consent", "repeated", "capped", "not_allowed"];
    assert_eq!(count("requested"), parts.iter().map(|k| count(k)).sum::<u64>(), "{recipients}");
    count("sendable")
}

/// Starts all of them at once and waits for each; what each says.
fn together(children: Vec<std::process::Command>) -> Vec<Value> {
    let started: Vec<Child> = children
        .into_iter()
        .map(|mut c| c.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts"))
        .collect();
    let ended = started.into_iter().map(|c| c.wait_with_output().expect("ends"));
    ended
        .map(|out| {
            assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
            serde_json::from_slice(&out.stdout).expect("JSON")
        })
        .collect()
}

on_each_engine! {
    async fn the_same_text_goes_to_a_person_once_within_the_window(db: TestDb) {
        let p = quick(&db).await;
        p.people(250);
        let send = format!("send --site shop --list all --message 점검안내 {SMS}");
        let first = p.room.sh(&send).ok().json();
        assert_eq!(adds_up(&first["recipients"]), 250);
        // the plan says so, with a hash that holds
        let plan = p.room.sh(&format!("{send} --dry-run")).ok();
        assert!(plan.stderr.contains("250 had the same text") && plan.stderr.contains("--allow-repeat"), "{}", plan.stderr);
        let plan = plan.json();
        assert_eq!((adds_up(&plan["recipients"]), &plan["recipients"]["repeated"]), (0, &250.into()));
        assert_eq!((&plan["kinds"], &plan["cost"]["max_minor"]), (&serde_json::json!({}), &0.into()), "{plan}");
        let hash = plan["plan_hash"].as_str().expect("a hash");
        let again = p.room.sh(&format!("{send} --plan {hash}")).ok().json();
        assert_eq!((&again["recipients"], &again["state"]), (&plan["recipients"], &"done".into()));
        assert_eq!(p.sim.summary().recipients, 250);
        // one of them in another command is left out, a new one is not, another text goes to all
        let mixed = "send --site shop --to 01000000001 --to 01099998888 --message 점검안내";
        let mixed_plan = p.room.sh(&format!("{mixed} {SMS} --dry-run")).ok().json();
        assert_eq!((adds_up(&mixed_plan["recipients"]), &mixed_plan["recipients"]["repeated"]), (1, &1.into()));
        assert_eq!((&mixed_plan["kinds"]["sms"], &mixed_plan["cost"]["min_minor"]), (&1.into(), &2000.into()));
        let hash = mixed_plan["plan_hash"].as_str().expect("a hash");
        let out = p.room.sh(&format!("{mixed} {SMS} --plan {hash}")).ok().json();
        assert_eq!((&out["recipients"]["repeated"], &out["results"]["sms"]), (&1.into(), &1.into()), "{out}");
        p.room.sh(&format!("{mixed} {SMS} --plan {hash}")).fails(3, &["plan"]);
        let other = p.room.sh(&format!("send --site shop --list all --message 점검완료 {SMS}")).ok().json();
        assert_eq!(adds_up(&other["recipients"]), 250);
        // on purpose, on the lane of one-time passwords, and where a site says off
        let table = p.room.sh("send --site shop --to 01000000001 --message 점검안내 --strategy sms-only").ok().stdout;
        assert!(table.contains("repeated"), "{table}");
        let before = p.sim.summary().recipients;
        p.room.sh(&format!("{mixed} {SMS} --allow-repeat")).ok();
        p.room.sh(&format!("{mixed} {SMS} --lane auth")).ok();
        p.room.sh(&format!("{mixed} {SMS}")).ok();
        assert_eq!(p.sim.summary().recipients, before + 4);
        p.room.sh("site set shop --dedupe off").ok();
        p.room.sh(&format!("{mixed} {SMS}")).ok();
        assert_eq!(p.sim.summary().recipients, before + 6);
    }

    async fn a_repeat_of_advertising_keeps_no_consent_and_no_place_in_the_morning(db: TestDb) {
        let p = quick(&db).await;
        p.people(40);
        p.room.sh("site set shop --contact 02-1234-5678 --optout 080-123-4567").ok();
        db.run("UPDATE recipient SET ad_consent_at = 1793000000000000").await;
        let send = |to: &str, at: &str| {
            format!("send --site shop {to} --ad --message 할인 --now 2026-11-21T{at}:00+09:00 --format json")
        };
        let few = "--to 01000000000 --to 01000000001 --to 01000000002";
        assert_eq!(p.room.sh(&send(few, "12:00")).ok().json()["results"]["sms"], 3);
        let plan = p.room.sh(&format!("{} --dry-run", send("--list all", "22:00"))).ok().json();
        assert_eq!((adds_up(&plan["recipients"]), &plan["held_for_night"]), (37, &37.into()), "{plan}");
        let hash = plan["plan_hash"].as_str().expect("a hash");
        let out = p.room.sh(&format!("{} --plan {hash}", send("--list all", "12:00"))).ok().json();
        assert_eq!((&out["results"]["sms"], &out["recipients"]["repeated"]), (&37.into(), &3.into()), "{out}");
        assert_eq!(db.number("SELECT COUNT(*) FROM message_consent").await, 40);
        assert_eq!(db.number("SELECT COUNT(*) FROM message_consent c JOIN message m ON m.id = c.message_id").await, 40);
        let plan = p.room.sh(&format!("{} --dry-run", send("--list all", "22:00"))).ok().json();
        assert_eq!((&plan["held_for_night"], &plan["resumes_at"]), (&0.into(), &Value::Null), "{plan}");
    }

    async fn a_name_makes_another_text_and_time_makes_it_new(db: TestDb) {
        let p = quick(&db).await;
        p.room.sh("site set shop --dedupe 1h").ok();
        assert_eq!(p.room.sh("site show shop --format json").ok().json()["dedupe_s"], 3600.0);
        let send = |name: &str| format!("send --site shop --to 01000000001 --message #{{이름}}님 --var 이름={name} {SMS}");
        assert_eq!(p.room.sh(&send("가")).ok().json()["recipients"]["repeated"], 0);
        assert_eq!(p.room.sh(&send("나")).ok().json()["recipients"]["repeated"], 0);
        assert_eq!(p.room.sh(&send("가")).ok().json()["recipients"]["repeated"], 1);
        db.run("UPDATE sent_content SET until_at = until_at - 3600000000").await;
        // a rehearsed day does not move the window
        assert_eq!(p.room.sh(&format!("{} --now 2027-01-01T10:00:00+09:00", send("가"))).ok().json()["recipients"]["repeated"], 0);
        db.run("UPDATE sent_content SET until_at = until_at - 3600000000").await;
        assert_eq!(p.room.sh(&send("가")).ok().json()["recipients"]["repeated"], 0);
        // the configuration's window where a site has none of its own
        p.room.run(["site", "set", "shop", "--dedupe", ""]).ok();
        assert_eq!(p.room.sh(&send("가")).ok().json()["recipients"]["repeated"], 1);
        p.configure("unlimited", "[send]\ndedupe_window = \"off\"\n");
        assert_eq!(p.room.sh(&send("가")).ok().json()["recipients"]["repeated"], 0);
        p.room.sh("site set shop --dedupe never").fails(2, &["off"]);
    }

    async fn a_key_goes_on_and_what_was_taken_back_may_be_sent_again(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(5, 5), ..Settings::default() }, "100/1s").await;
        p.configure("100/1s", "[send]\ndaily_cap = 1\n");
        p.people(400);
        let send = format!("send --site shop --list all --message 안내 {SMS}");
        let mut child = p.room.command(format!("{send} --key k").split_whitespace()).spawn().expect("starts");
        std::thread::sleep(std::time::Duration::from_millis(1200));
        p.room.sh("campaign pause cmp_1").ok();
        assert_eq!(child.wait().expect("ends").code(), Some(6));
        let sent = p.sim.summary().recipients;
        assert!((1..400).contains(&sent), "{sent}");
        p.room.sh("campaign cancel cmp_1 --yes").ok();
        p.room.sh("campaign cancel cmp_1 --yes").ok();
        // who got it or may have got it is left alone, everybody else is written to
        let cancelled = p.room.sh("campaign show cmp_1 --format json").ok().json()["results"]["cancelled"].as_u64().expect("n");
        assert!(cancelled > 0 && cancelled < 400, "{cancelled}");
        let out = p.room.sh(&format!("{send} --key l")).ok().json();
        assert_eq!((adds_up(&out["recipients"]), &out["recipients"]["repeated"]), (cancelled, &(400 - cancelled).into()), "{out}");
        let again = p.room.sh(&format!("{send} --key l")).ok().json();
        assert_eq!((&again["campaign"], &again["results"]), (&out["campaign"], &out["results"]));
        assert_eq!((p.sim.summary().unique_to, p.sim.summary().repeats.people), (400, 0));
        assert_eq!(db.number("SELECT MAX(n) FROM sent_count").await, 1);
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_count WHERE n = 1").await, 400);
    }

    async fn an_interrupted_plan_leaves_no_marks(db: TestDb) {
        let p = quick(&db).await;
        p.configure("unlimited", "[send]\ndaily_cap = 5\n");
        p.people(30);
        let send = format!("send --site shop --list all --message 안내 {SMS}");
        p.room.sh(&format!("{send} --plan 0000")).fails(3, &["plan"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, 0);
        assert_eq!(db.number("SELECT COALESCE(MAX(n), 0) FROM sent_count").await, 0);
        assert_eq!(p.room.sh(&send).ok().json()["recipients"]["sendable"], 30);
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, 30);
        // neither does one whose process was killed over it
        p.room.sh("site set shop --approval-above 0").ok();
        let other = send.replace("안내", "다음");
        p.room.sh(&other).fails(6, &["cmp_3"]);
        db.run("UPDATE campaign SET state = 'planning' WHERE id = 3").await;
        let held = db.store.try_lock("cmp_3").await.expect("asked").expect("free");
        assert_eq!(p.room.sh(&other).ok().json()["recipients"]["repeated"], 30);
        drop(held);
        p.room.sh("site set shop --approval-above off").ok();
        assert_eq!(p.room.sh(&other).ok().json()["recipients"]["sendable"], 30);
        p.room.sh("campaign show cmp_3").fails(2, &["cmp_3"]);
        assert_eq!(db.number("SELECT MAX(n) * 100 + MIN(n) FROM sent_count").await, 202);
        // a person who is erased leaves no mark
        p.room.sh("recipients erase --site shop --list all --yes").ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, 0);
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_count").await, 0);
    }

    async fn of_two_sends_at_once_one_has_each_person(db: TestDb) {
        let p = quick(&db).await;
        p.people(25_000);
        let send = format!("send --site shop --list all --message 동시에 {SMS} --dry-run");
        p.room.sh(&send).ok();
        let send = send.replace(" --dry-run", "");
        let both = together((0..3).map(|_| p.room.command(send.split_whitespace())).collect());
        let sent: u64 = both.iter().map(|o| adds_up(&o["recipients"])).sum();
        let repeated: u64 = both.iter().map(|o| o["recipients"]["repeated"].as_u64().expect("a count")).sum();
        assert_eq!((sent, repeated), (25_000, 50_000), "{both:?}");
        for out in &both {
            assert_eq!(out["results"]["total"], out["recipients"]["sendable"], "{out}");
        }
        let s = p.sim.summary();
        assert_eq!((s.unique_to, s.repeats.people, s.recipients), (25_000, 0, 25_000), "{s:?}");
        let proof = p.room.sh("stats --recount --format json").ok().json();
        assert_eq!(proof["differences"], serde_json::json!([]), "{proof}");
    }

    async fn a_day_brings_no_more_than_the_cap_whoever_sends(db: TestDb) {
        let p = quick(&db).await;
        p.people(12_000);
        p.room.sh("site set shop --daily-cap 2").ok();
        let send = |text: &str| format!("send --site shop --list all --message {text} {SMS}");
        p.room.sh(&send("하나")).ok();
        let texts = ["둘", "셋", "넷"].map(&send);
        let all = together(texts.iter().map(|t| p.room.command(t.split_whitespace())).collect());
        let sent: u64 = all.iter().map(|o| adds_up(&o["recipients"])).sum();
        let capped: u64 = all.iter().map(|o| o["recipients"]["capped"].as_u64().expect("a count")).sum();
        assert_eq!((sent, capped), (12_000, 24_000), "{all:?}");
        assert_eq!(p.sim.summary().recipients, 24_000);
        assert_eq!(db.number("SELECT MIN(n) * 10 + MAX(n) FROM sent_count").await, 22);
        // a text that was not sent is no repeat
        let plan = p.room.sh(&format!("{} --dry-run", send("다섯"))).ok();
        assert!(plan.stderr.contains("12,000 have had 2 of 2 messages"), "{}", plan.stderr);
        assert_eq!(plan.json()["recipients"]["capped"], 12_000);
        assert_eq!(p.room.sh(&send("다섯")).ok().json()["recipients"]["capped"], 12_000);
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, 24_000);
        // one-time passwords pass, another day begins anew, off is off
        let one = "send --site shop --to 01000000001";
        assert_eq!(p.room.sh(&format!("{one} --message 1234 --lane auth {SMS}")).ok().json()["results"]["sms"], 1);
        assert_eq!(p.room.sh(&format!("{one} --message 내일 {SMS} --now 2030-01-02T10:00:00+09:00")).ok().json()["results"]["sms"], 1);
        assert_eq!(p.room.sh(&format!("{one} --message 오늘 {SMS}")).ok().json()["recipients"]["capped"], 1);
        p.room.sh("site set shop --daily-cap off").ok();
        assert_eq!(p.room.sh(&format!("{one} --message 오늘 {SMS}")).ok().json()["results"]["sms"], 1);
    }

    async fn what_holds_no_longer_is_swept(db: TestDb) {
        let p = quick(&db).await;
        p.people(2_000);
        p.configure("unlimited", "[send]\ndedupe_window = \"1ms\"\ndaily_cap = 100\n");
        p.room.sh(&format!("send --site shop --list all --message 안내 {SMS}")).ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, 2_000);
        db.run("UPDATE sent_count SET day = '2001-01-01'").await;
        for i in 0..40 {
            p.room.sh(&format!("send --site shop --to 01000000001 --message {i} {SMS}")).ok();
        }
        let left = db.number("SELECT COUNT(*) FROM sent_content").await;
        assert!(left < 2_000, "{left} of 2,000 marks are left after forty sends that sweep one 256th each");
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_count").await, 1);
    }

    async fn a_test_is_marked_priced_and_out_of_statistics(db: TestDb) {
        let p = quick(&db).await;
        p.people(20);
        p.room.sh("suppress add 01000000002 --site shop").ok();
        // 86 bytes; the mark makes it 95, and an LMS
        let text = "가".repeat(43);
        let send = ["send", "--site", "shop", "--list", "all", "--key", "k", "--message", &text, "--strategy", "sms-only"];
        let test = [&send[..], &["--test", "010-0000-0001", "01000000002", "01099998888", "--format", "json"]].concat();
        let plan = p.room.run([&test[..], &["--dry-run"]].concat()).ok().json();
        assert_eq!((&plan["kinds"], &plan["cost"]["min_minor"]), (&serde_json::json!({"lms": 2}), &10_000.into()), "{plan}");
        let out = p.room.run(&test).ok().json();
        assert_eq!((adds_up(&out["recipients"]), &out["recipients"]["suppressed"]), (2, &1.into()), "{out}");
        assert_eq!((&out["results"]["lms"], &out["cost"]["captured_minor"]), (&2.into(), &10_000.into()));
        let shown = p.room.sh("message show msg_1 --reveal --format json").ok().json();
        assert!(shown["text"].as_str().is_some_and(|t| t.starts_with("[테스트] 가")), "{shown}");
        // again and again, and then the real thing with the same command
        p.room.run(&test).ok();
        let out = p.room.run([&send[..], &["--format", "json"]].concat()).ok().json();
        assert_eq!((adds_up(&out["recipients"]), &out["results"]["sms"]), (19, &19.into()), "{out}");
        let stats = |more: &str| p.room.sh(&format!("stats --format json {more}")).ok().json();
        assert_eq!((stats("")["totalAttempts"].as_u64(), stats("--include-tests")["totalAttempts"].as_u64()), (Some(19), Some(23)));
        assert_eq!(stats("--by campaign")["rows"].as_array().map(Vec::len), Some(1));
        let shown = p.room.sh("campaign show cmp_1 --format json").ok().json();
        assert_eq!((&shown["test"], &shown["key"]), (&true.into(), &Value::Null), "{shown}");
        assert_eq!(p.room.sh("campaign show cmp_3 --format json").ok().json()["test"], false);
        assert!(p.room.sh("campaign list").ok().stdout.contains("test"));
        p.room.sh("site set shop --contact 02-1234-5678 --optout 080-123-4567").ok();
        db.run("UPDATE recipient SET ad_consent_at = 1793000000000000").await;
        let noon = "--now 2026-11-21T12:00:00+09:00";
        let ad = format!("send --site shop --list all --ad --message 할인 --test 01000000001 {noon} --format json");
        let out = p.room.sh(&ad).ok().json();
        assert_eq!(out["recipients"]["sendable"], 1, "{out}");
        let shown = p.room.sh("message list cmp_4 --reveal --format json").ok().json();
        let id = shown[0]["message"].as_str().or(shown[0]["id"].as_str()).expect("an id").to_owned();
        let shown = p.room.sh(&format!("message show {id} --reveal --format json")).ok().json();
        assert!(shown["text"].as_str().is_some_and(|t| t.starts_with("(광고)[테스트] ")), "{shown}");
        let talk = "send --site shop --template order --var order=A1 --var 이름=홍길동 --test 01000000001 --dry-run";
        p.room.sh(talk).ok().fails(0, &["as its template was approved", "[테스트]"]);
        p.room.sh("send --site shop --message 안내").fails(2, &["--to", "--test"]);
    }

    async fn a_trial_writes_to_its_allow_list_only(db: TestDb) {
        let p = quick(&db).await;
        p.people(50);
        p.room.sh("site set shop --trial on").ok().fails(0, &["site allow add PHONE --site shop"]);
        let send = format!("send --site shop --list all --message 안내 {SMS}");
        p.room.sh(&send).fails(3, &["trial", "50", "site allow add", "--trial off"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 0);
        let rehearsed = p.room.sh("site allow add 010-0000-0001 --site shop --dry-run --format json").ok().json();
        assert_eq!((&rehearsed["changed"], db.number("SELECT COUNT(*) FROM allowed").await), (&1.into(), 0));
        let added = p.room.sh("site allow add 010-0000-0001 01000000002 01000000001 --site shop --format json").ok().json();
        assert_eq!((&added["changed"], &added["unchanged"]), (&2.into(), &1.into()));
        let listed = p.room.sh("site allow list --site shop").ok().stdout;
        assert!(listed.contains("010-****-0001") && !listed.contains("0000-0001"), "{listed}");
        assert!(p.room.sh("site allow list --site shop --reveal").ok().stdout.contains("010-0000-0001"));
        assert_eq!(p.room.sh("audit list --action reveal --format json").ok().json()[0]["detail"]["what"], "allow-list");
        let plan = p.room.sh(&format!("{send} --dry-run")).ok();
        assert!(plan.stderr.contains("48 are not on its allow-list"), "{}", plan.stderr);
        let out = p.room.sh(&send).ok().json();
        assert_eq!((adds_up(&out["recipients"]), &out["recipients"]["not_allowed"]), (2, &48.into()), "{out}");
        p.room.sh(&format!("send --site shop --message 안내 --test 01099998888 {SMS}")).fails(3, &["trial"]);
        assert_eq!(p.sim.summary().unique_to, 2);
        // the numbers outlive a new key, and go with their person
        p.room.sh("crypto rotate").ok();
        assert!(p.room.sh("site allow list --site shop --reveal").ok().stdout.contains("010-0000-0001"));
        assert_eq!(db.number("SELECT MIN(key_id) FROM allowed").await, 2);
        p.room.sh("recipients erase 01000000001 --site shop --yes").ok();
        let removed = p.room.sh("site allow remove 01000000001 01000000002 --site shop --format json").ok().json();
        assert_eq!((&removed["changed"], &removed["unchanged"]), (&1.into(), &1.into()));
        p.room.sh("site set shop --trial off").ok();
        assert_eq!(p.room.sh(&format!("{send} --dry-run")).ok().json()["recipients"]["not_allowed"], 0);
        p.configure("unlimited", "[send]\ntrial = true\n");
        p.room.sh(&send).fails(3, &["trial", "send.trial"]);
        p.room.sh("site set shop --trial perhaps").fails(2, &["on"]);
    }

    async fn a_large_campaign_awaits_a_second_person(db: TestDb) {
        let p = quick(&db).await;
        p.people(120);
        p.room.sh("site set shop --approval-above 100").ok();
        let kim = |line: &str| p.run_as("kim", line);
        let lee = |line: &str| p.run_as("lee", line);
        let send = format!("send --site shop --list all --message 안내 {SMS}");
        let out = kim(&format!("{send} --key k")).fails(6, &["cmp_1 awaits approval", "msgctl campaign approve cmp_1"]);
        assert_eq!((&out.json()["state"], &out.json()["results"]["queued"]), (&"awaiting".into(), &120.into()));
        let again = kim(&format!("{send} --key k")).fails(6, &["campaign approve cmp_1"]);
        assert_eq!(again.json()["campaign"], "cmp_1");
        kim("campaign resume cmp_1").fails(3, &["not approved", "campaign approve cmp_1", "campaign cancel cmp_1"]);
        kim("campaign pause cmp_1").fails(3, &["awaiting"]);
        kim("reports poll -q").ok();
        kim("campaign approve cmp_1").fails(3, &["kim planned cmp_1", "--as NAME"]);
        kim("campaign approve cmp_1 --as KIM").fails(3, &["kim planned cmp_1"]);
        assert_eq!(lee("campaign approve cmp_1 --dry-run --format json").ok().json()["state"], "running");
        assert_eq!((lee("campaign show cmp_1 --format json").ok().json()["state"].as_str(), p.sim.summary().calls), (Some("awaiting"), 0));
        let approved = lee("campaign approve cmp_1 --reason checked --format json").ok().json();
        assert_eq!((&approved["planned_by"], &approved["approved_by"]), (&"kim".into(), &"lee".into()));
        assert_eq!(lee("campaign approve cmp_1 --format json").ok().json()["changed"], false);
        let trail = lee("audit list --action approve --format json").ok().json();
        assert_eq!(
            (&trail[0]["actor"], &trail[0]["subject"], &trail[0]["detail"]["planned_by"], &trail[0]["detail"]["reason"]),
            (&"lee".into(), &"cmp_1".into(), &"kim".into(), &"checked".into())
        );
        assert_eq!(trail.as_array().map(Vec::len), Some(1), "{trail}");
        let out = kim(&format!("{send} --key k")).ok().json();
        assert_eq!((&out["state"], &out["results"]["sms"]), (&"done".into(), &120.into()), "{out}");
        let shown = lee("campaign show cmp_1 --format json").ok().json();
        assert_eq!((&shown["planned_by"], &shown["approved_by"]), (&"kim".into(), &"lee".into()));
        // refused: nobody got it, and the same text may be planned anew
        let send = format!("send --site shop --list all --message 다음 {SMS}");
        kim(&send).fails(6, &["cmp_2"]);
        assert_eq!(lee("campaign cancel cmp_2 --yes --format json").ok().json()["cancelled"], 120);
        lee("campaign approve cmp_2").fails(3, &["cancelled", "no approval"]);
        lee("campaign resume cmp_2").fails(3, &["cancelled"]);
        kim(&send).fails(6, &["cmp_3"]);
        lee("campaign approve cmp_3 --as park").ok();
        assert_eq!(kim("campaign resume cmp_3 --format json").ok().json()["results"]["sms"], 120);
        // at the limit, a test, and without a rule: nobody is asked
        p.room.sh("site set shop --approval-above 120").ok();
        kim(&format!("send --site shop --list all --message 셋 {SMS}")).ok();
        p.room.sh("site set shop --approval-above 0").ok();
        kim(&format!("send --site shop --message 넷 --test 01000000001 {SMS}")).ok();
        kim(&format!("send --site shop --to 01000000001 --message 넷 {SMS}")).fails(6, &["approve"]);
        p.room.sh("site set shop --approval-above off").ok();
        kim(&format!("send --site shop --to 01000000001 --message 다섯 {SMS}")).ok();
        kim("campaign approve cmp_4").fails(3, &["done", "no approval"]);
        kim("campaign approve cmp_99").fails(2, &["cmp_99"]);
    }
}

impl Platform {
    /// As [`crate::support::Room::sh`], by somebody.
    fn run_as(&self, user: &str, line: &str) -> crate::support::Output {
        let out = self.room.command(line.split_whitespace()).env("USER", user).output().expect("runs");
        crate::support::Output {
            code: out.status.code().unwrap_or(-1),
            stdout: String::from_utf8(out.stdout).expect("UTF-8"),
            stderr: String::from_utf8(out.stderr).expect("UTF-8"),
        }
    }
}
