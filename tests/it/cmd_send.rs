//! Sending, from the command line to the simulator's own log: everybody once, whatever happens.

use std::time::{Duration, Instant};

use crate::support::{Platform, failing, millis, on_each_engine};
use msgctl::sim::Settings;
use msgctl::sim::settings::{Share, Trigger};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

/// `total = Σ`, everybody once, and the provider's log says the same.
fn everybody_once(p: &Platform, out: &serde_json::Value, n: u64) {
    let r = &out["results"];
    let count = |k: &str| r[k].as_u64().expect("a count");
    let parts = ["alimtalk", "sms", "lms", "mms", "rcs", "email", "push", "failed", "unknown", "cancelled"];
    assert_eq!(count("total"), parts.iter().map(|k| count(k)).sum::<u64>(), "{out}");
    assert_eq!((count("total"), count("queued"), count("in_flight"), count("unknown")), (n, 0, 0, 0), "{out}");
    let s = p.sim.summary();
    assert_eq!((s.repeats.references, s.repeats.messages), (0, 0), "{s:?}");
    assert_eq!(s.unique_to, n, "{s:?}");
    let delivered = |t: &str| s.by_type.get(t).map_or(0, |x| x.delivered);
    assert_eq!(
        (count("alimtalk"), count("sms") + count("lms")),
        (delivered("ATA"), delivered("SMS") + delivered("LMS")),
        "{out} {s:?}"
    );
}

on_each_engine! {
    async fn a_send_falls_back_per_person_and_adds_up(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(1500);
        let plan = p.room.sh(&format!("{SEND} --dry-run")).ok().json();
        assert_eq!(plan["recipients"]["sendable"], 1500);
        assert_eq!(plan["kinds"]["alimtalk"], 1500);
        assert_eq!(plan["cost"]["max_minor"], 1500 * 2000);
        assert_eq!(p.sim.summary().calls, 0);
        let hash = plan["plan_hash"].as_str().expect("a hash");
        p.room.sh(&format!("{SEND} --plan 0000")).fails(3, &["plan", "--dry-run"]);
        assert_eq!(p.sim.summary().calls, 0);
        let out = p.room.sh(&format!("{SEND} --plan {hash} --key k")).ok().json();
        everybody_once(&p, &out, 1500);
        assert_eq!(out["state"], "done");
        let sms = out["results"]["sms"].as_u64().expect("a count");
        assert!((150..300).contains(&sms), "{sms} of 1500 fell back at 15 %");
        assert_eq!(out["cost"]["captured_minor"], (1500 - sms) * 900 + sms * 2000);
        // the same key and request: the same answer, and no call
        let calls = p.sim.summary().calls;
        let again = p.room.sh(&format!("{SEND} --key k")).ok().json();
        assert_eq!((&again["campaign"], &again["results"]), (&out["campaign"], &out["results"]));
        assert_eq!(p.sim.summary().calls, calls);
        p.room.sh("send --site shop --list all --template order --var order=B2 --key k").fails(4, &["`k`"]);
    }

    async fn a_killed_send_goes_on_and_nobody_is_written_to_twice(db: TestDb) {
        let mut s = failing();
        s.latency = millis(20, 60);
        let p = Platform::new(&db, s, "500/1s").await;
        p.people(3000);
        let send = format!("{SEND} --key night");
        for pause in [700, 1300, 900] {
            let mut child = p.room.command(send.split_whitespace()).spawn().expect("starts");
            std::thread::sleep(Duration::from_millis(pause));
            child.kill().expect("killed");
            child.wait().expect("reaped");
        }
        assert!(p.sim.summary().recipients < 3000, "the kills came too late to prove anything");
        let out = p.room.sh(&send).ok().json();
        everybody_once(&p, &out, 3000);
    }

    async fn a_lost_answer_is_asked_about_and_never_sent_again(db: TestDb) {
        let mut s = failing();
        s.faults.hang = Trigger::calls([2]);
        s.faults.reset_after = Trigger::calls([4]);
        s.faults.reset_before = Trigger::calls([6]);
        s.faults.http_429 = Trigger::calls([8]);
        s.faults.http_503 = Trigger::calls([9]);
        s.faults.early = Trigger::calls([3]);
        s.reports.lost = Share::percent(3);
        s.reports.repeated = Share::percent(5);
        let p = Platform::new(&db, s, "unlimited").await;
        p.configure("unlimited", "[send]\nask_after = \"2s\"\nretry_pause = \"100ms\"\n");
        p.people(1200);
        let out = p.room.sh(SEND).ok().json();
        everybody_once(&p, &out, 1200);
        let incidents = p.sim.summary().incidents;
        assert!(incidents.hung > 0 && incidents.reset_after > 0 && incidents.reset_before > 0, "{incidents:?}");
    }

    async fn no_window_holds_more_than_the_limit(db: TestDb) {
        let p = Platform::new(&db, failing(), "200/1s").await;
        p.people(1000);
        let begun = Instant::now();
        let out = p.room.sh(SEND).ok().json();
        everybody_once(&p, &out, 1000);
        assert!(begun.elapsed() > Duration::from_secs(4), "1000 at 200/s take four windows after the first");
        assert!(begun.elapsed() < Duration::from_secs(8), "the limit is used");
        let s = p.sim.summary_of(1000);
        assert!(s.by_type["ATA"].busiest_window <= 200, "{s:?}");
        let s = p.room.sh("send --site shop --to 01099999999 --message 안녕 --strategy sms-only --format json").ok().json();
        assert_eq!(s["results"]["sms"], 1);
    }

    async fn the_text_decides_per_person_and_is_refused_with_a_proposal(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(10, 10), ..Settings::default() }, "unlimited").await;
        p.room.write("three.csv", "이름,휴대폰\n홍길동,01000000001\n남궁민수,01000000002\n김철,01000000003\n");
        p.room.sh("recipients import three.csv --site shop --list three").ok();
        // 83 bytes beside the name: 89, 91 and 87 with it
        let text = format!("#{{이름}}{}abc", "가".repeat(40));
        let send = ["send", "--site", "shop", "--list", "three", "--strategy", "sms-only", "--format", "json", "--message"];
        let out = p.room.run([&send[..], &[&text]].concat()).ok().json();
        assert_eq!((&out["results"]["sms"], &out["results"]["lms"]), (&2.into(), &1.into()), "{out}");
        assert_eq!(out["cost"]["captured_minor"], 9000);
        p.room.run([&send[..], &["5,000₩ 할인"]].concat()).fails(3, &["₩", "￦"]);
        p.room.run([&send[..], &["축하합니다 🎉"]].concat()).fails(3, &["🎉"]);
        p.room.run([&send[..], &["#{coupon} 도착"]].concat()).fails(3, &["coupon", "--var coupon="]);
        assert_eq!(p.sim.summary().recipients, 3);
    }

    async fn wrong_credentials_stop_the_route_and_resume_goes_on(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(300);
        let mut wrong = p.room.command(SEND.split_whitespace());
        let out = wrong.env("SIM_SECRET", "WRONG").output().expect("runs");
        assert_eq!(out.status.code(), Some(78), "{}", String::from_utf8_lossy(&out.stderr));
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(said.contains("SignatureDoesNotMatch") && said.contains("campaign resume cmp_1"), "{said}");
        assert_eq!(p.sim.summary().recipients, 0);
    }

    async fn an_unreachable_provider_ends_with_try_later_and_loses_nothing(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(100);
        let text = std::fs::read_to_string(p.room.path().join("msgctl.toml")).expect("read");
        p.room.write("msgctl.toml", text.replace(&p.sim.url(), "http://127.0.0.1:9") + "\n[send]\ngive_up_after = \"1s\"\n");
        p.room.sh(&format!("{SEND} --key k")).fails(75, &["main", "--key"]);
        p.room.write("msgctl.toml", text);
        let out = p.room.sh(&format!("{SEND} --key k")).ok().json();
        everybody_once(&p, &out, 100);
    }

    async fn suppressed_people_are_left_out_at_plan_and_at_dispatch(db: TestDb) {
        let p = Platform::new(&db, failing(), "100/1s").await;
        p.people(400);
        p.room.sh("suppress add 01000000000 01000000001 --site shop").ok();
        let mut child = p.room.command(format!("{SEND} --key k").split_whitespace()).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(600));
        // the last one of the queue opts out while the campaign runs
        let last = p.room.sh("message list cmp_1 --after msg_397 --reveal --format json").ok().json();
        p.room.sh(&format!("suppress add {} --site shop", last[0]["phone"].as_str().expect("a number"))).ok();
        assert!(child.wait().expect("ends").success());
        let out = p.room.sh(&format!("{SEND} --key k")).ok().json();
        assert_eq!(out["recipients"]["suppressed"], 2);
        assert_eq!((&out["results"]["total"], p.sim.summary().unique_to), (&398.into(), 397), "{out}");
        assert!(out["results"]["failed"].as_u64() >= Some(1));
    }

    async fn people_of_a_file_and_of_an_age_group_are_written_to_once(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(10, 10), ..Settings::default() }, "unlimited").await;
        p.room.write("guests.csv", "이름,휴대폰\n홍길동,010-0000-0001\n김철,02-123-4567\n홍길순,01000000001\n남궁민수,1000000002\n");
        let send = "send --site shop --csv guests.csv --template order --var order=A1 --format json";
        let plan = p.room.sh(&format!("{send} --dry-run")).ok().json();
        let counts = serde_json::json!({"requested": 4, "sendable": 2, "invalid": 1, "duplicate": 1, "suppressed": 0, "no_consent": 0,
            "repeated": 0, "capped": 0, "not_allowed": 0, "skipped_insufficient": 0});
        assert_eq!(plan["recipients"], counts);
        let hash = plan["plan_hash"].as_str().expect("a hash").to_owned();
        let out = p.room.sh(&format!("{send} --plan {hash}")).ok().json();
        assert_eq!(out["results"]["alimtalk"], 2);
        assert_eq!(p.room.sh("recipients list --site shop --format json").ok().json(), serde_json::json!([]));

        let members = p.room.path().join("members.db");
        let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}?mode=rwc", members.display())).await.expect("made");
        let sql = "CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT, phone TEXT, birth_date TEXT);
            INSERT INTO members VALUES (1, '하나', '010-0000-0011', '2006-11-21'), (2, '두리', '010-0000-0012', '2006-11-22'),
            (3, '세나', '010-0000-0013', '1996-11-22'), (4, '네오', '010-0000-0014', '1996-11-21');";
        sqlx::raw_sql(sql).execute(&pool).await.expect("filled");
        pool.close().await;
        let text = std::fs::read_to_string(p.room.path().join("msgctl.toml")).expect("read");
        let query = "select id, name, phone, birth_date from members where birth_date between :from and :to";
        let source = format!("\n[source.members]\nurl = \"sqlite:{}\"\nquery = \"{query}\"\n", members.display());
        p.room.write("msgctl.toml", text + &source);
        // on the 21st of November 2026 the first turns 20, the fourth 30
        let now = "--now 2026-11-21T10:00:00+09:00";
        let send = format!("send --site shop --age-group TWENTIES --template order --var order=A1 --format json {now}");
        assert_eq!(p.room.sh(&format!("{send} --dry-run")).ok().json()["recipients"]["sendable"], 2);
        let out = p.room.sh(&send).ok().json();
        assert_eq!(out["results"]["alimtalk"], 2, "{out}");
        assert_eq!(p.sim.summary().unique_to, 4);
    }
}
