//! Statistics that add up, and the proof of them.

use crate::support::{Platform, TestDb, failing, on_each_engine};
use msgctl::sim::Kind;
use msgctl::sim::settings::Share;
use serde_json::Value;

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

fn total(s: &Value) -> u64 {
    ["totalAttempts", "cancelled", "queued", "inFlight", "unknown"]
        .iter()
        .map(|k| s[k].as_u64().expect("a count"))
        .sum()
}

async fn platform(db: &TestDb) -> Platform {
    let mut sim = failing();
    sim.outcomes
        .entry(Kind::SMS)
        .or_default()
        .set("3041".parse().expect("a code"), Share::percent(20))
        .expect("a share");
    let p = Platform::new(db, sim, "unlimited").await;
    let none = p.room.sh("stats --format json").ok().json();
    assert_eq!((total(&none), none["rows"].as_array().map(Vec::len)), (0, Some(0)));
    p.people(400);
    p.room.sh(SEND).ok();
    p.room.sh("site add market --sender 0212345678").ok();
    p.room.sh("send --site market --to 01099990000 --to 01099990001 --message 안내 --strategy sms-only").ok();
    p
}

/// However many messages there are: neither they nor the calls that carried them are walked through.
#[tokio::test]
async fn statistics_read_the_tally_and_what_is_open() {
    let db = TestDb::sqlite().await;
    let (_, figures) =
        msgctl::store::catalogue().into_iter().find(|(name, _)| name.ends_with("stats::FIGURES")).expect("a statement");
    let pool = sqlx::SqlitePool::connect(&db.url).await.expect("opens");
    let plan: Vec<(i64, i64, i64, String)> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", figures.sqlite)))
            .fetch_all(&pool)
            .await
            .expect("explains");
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    for index in ["campaign_open", "batch_open (campaign_id=?)", "queue_doubt (campaign_id=?)"] {
        assert!(steps.iter().any(|s| s.contains(index)), "{index} in {steps:?}");
    }
    assert!(!steps.iter().any(|s| s.starts_with("SCAN m") || s.starts_with("SCAN b")), "{steps:?}");
}

on_each_engine! {
    async fn the_figures_add_up_however_they_are_grouped(db: TestDb) {
        let p = platform(&db).await;
        let all = p.room.sh("stats --format json").ok().json();
        let n = |k: &str| all[k].as_u64().expect("a count");
        assert_eq!(n("totalAttempts"), n("kakaoSuccessCount") + n("smsSuccessCount") + n("otherSuccessCount") + n("failureCount"));
        assert_eq!((n("totalAttempts"), total(&all)), (402, 402), "{all}");
        let s = p.sim.summary();
        assert_eq!((n("kakaoSuccessCount"), n("smsSuccessCount")), (s.by_type["ATA"].delivered, s.by_type["SMS"].delivered));
        assert!(n("failureCount") > 0);
        assert_eq!(all["cost_minor"].as_u64(), Some(n("kakaoSuccessCount") * 900 + n("smsSuccessCount") * 2000));
        for by in ["channel", "site", "day", "campaign", "template", "code"] {
            let s = p.room.sh(&format!("stats --by {by} --format json")).ok().json();
            let rows = s["rows"].as_array().expect("rows");
            for (head, part) in [("failureCount", "failed"), ("cancelled", "cancelled"), ("cost_minor", "cost_minor")] {
                assert_eq!(s[head], rows.iter().map(|r| r[part].as_u64().expect("a count")).sum::<u64>(), "{by}: {s}");
            }
            assert_eq!(
                n("totalAttempts"),
                rows.iter().map(|r| r["delivered"].as_u64().unwrap_or(0) + r["failed"].as_u64().unwrap_or(0)).sum::<u64>(),
                "{by}: {s}"
            );
            assert_eq!((&s["totalAttempts"], s["by"].as_str()), (&all["totalAttempts"], Some(by)));
            let table = p.room.sh(&format!("stats --by {by}")).ok().stdout;
            assert!(table.starts_with(&by.to_uppercase()) && table.contains("total") && table.contains("402") == (n("failureCount") == 0), "{table}");
            let csv = p.room.sh(&format!("stats --by {by} --format csv")).ok().stdout;
            assert_eq!(csv.lines().count(), rows.len() + 1, "{csv}");
        }
        let by = |by: &str| p.room.sh(&format!("stats --by {by} --format json")).ok().json()["rows"].clone();
        assert_eq!((by("site")[0]["key"].as_str(), by("site")[1]["key"].as_str()), (Some("shop"), Some("market")));
        assert_eq!((by("campaign")[0]["key"].as_str(), by("template")[0]["key"].as_str(), by("template")[1]["key"].as_str()), (Some("cmp_2"), Some("order@1"), Some("(text)")));
        let codes = by("code");
        let late = codes.as_array().expect("rows").iter().find(|r| r["key"] == "3041").expect("a row");
        assert_eq!((late["class"].as_str(), late["channel"].as_str(), late["failed"].as_u64()), (Some("late"), Some("sms"), Some(n("failureCount"))));
        assert!(late["meaning"].is_string());
        assert_eq!(p.room.sh("stats --site market --format json").ok().json()["totalAttempts"], 2);
    }

    async fn a_period_is_made_of_korean_days(db: TestDb) {
        let p = platform(&db).await;
        let day = p.room.sh("stats --by day --format json").ok().json()["rows"][0]["key"].as_str().expect("a day").to_owned();
        let stats = |flags: &str| p.room.sh(&format!("stats {flags} --format json")).ok().json();
        assert_eq!(stats(&format!("--since {day} --until {day}"))["totalAttempts"], 402);
        assert_eq!(stats("--until 2020-01-01")["totalAttempts"], 0);
        assert_eq!(stats("--since 2999-01-01")["totalAttempts"], 0);
        p.room.sh("stats --since 2026-02-02 --until 2026-02-01").fails(2, &["is before"]);
        p.room.sh("stats --since 2026-02-30").fails(2, &["--since"]);
        p.room.sh("stats --by weather").fails(2, &["channel, site, day"]);
    }

    async fn what_is_open_is_told_apart(db: TestDb) {
        let mut sim = failing();
        sim.report_delay = crate::support::millis(600_000, 0);
        let p = Platform::new(&db, sim, "150/1h").await;
        p.people(400);
        let mut child = p.room.command(SEND.split_whitespace()).spawn().expect("starts");
        while p.sim.summary().recipients < 150 {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        p.room.sh("campaign pause cmp_1").ok();
        assert_eq!(child.wait().expect("ends").code(), Some(6));
        let s = p.room.sh("stats --by campaign --format json").ok().json();
        assert_eq!((&s["queued"], &s["inFlight"], &s["unknown"], &s["totalAttempts"]), (&250.into(), &150.into(), &0.into(), &0.into()), "{s}");
        assert_eq!((&s["rows"][0]["queued"], &s["rows"][0]["inFlight"]), (&250.into(), &150.into()), "{s}");
        assert_eq!(p.room.sh("stats --until 2020-01-01 --format json").ok().json()["queued"], 0);
        db.run("INSERT INTO queue (message_id, campaign_id, channel, step, night, state, batch_id, tries, due_at, code, updated_at)
                SELECT first_id, 1, channel, 0, 0, 'unknown', id, 1, 0, '', 0 FROM batch WHERE first_id = 1").await;
        let s = p.room.sh("stats --format json").ok().json();
        assert_eq!((&s["inFlight"], &s["unknown"], total(&s)), (&149.into(), &1.into(), 400), "{s}");
        let table = p.room.sh("stats").ok();
        assert!(table.stdout.contains("250") && table.stderr.contains("reports poll"), "{}", table.stdout);
    }

    async fn a_recount_finds_what_does_not_agree(db: TestDb) {
        let p = platform(&db).await;
        let fine = p.room.sh("stats --recount --format json").ok().json();
        assert_eq!((&fine["campaigns"], &fine["messages"]), (&2.into(), &402.into()));
        assert!(p.room.sh("stats --recount").ok().stdout.contains("402"));
        db.run("UPDATE tally SET n = n + 1, price_minor = price_minor - 5 WHERE campaign_id = 1 AND channel = 'alimtalk' AND state = 'delivered'").await;
        let bad = p.room.sh("stats --recount --format json").fails(5, &["integrity", "1 sum"]);
        let d = &bad.json()["differences"][0];
        assert_eq!((&d["campaign"], &d["channel"], &d["state"], &d["code"]), (&"cmp_1".into(), &"alimtalk".into(), &"delivered".into(), &"4000".into()));
        let gap = |a: &str, b: &str| d[a].as_i64().expect("a count") - d[b].as_i64().expect("a count");
        assert_eq!((gap("tally", "counted"), gap("tally_minor", "counted_minor")), (1, -5));
        p.room.sh("stats --recount --site market").ok();
        p.room.sh("stats --recount").fails(5, &[]);
        // a message that is lost is seen in the total too
        db.run("DELETE FROM message WHERE id = (SELECT MIN(id) FROM message WHERE campaign_id = 2)").await;
        let bad = p.room.sh("stats --recount --site market --format json").fails(5, &[]);
        assert!(bad.json()["differences"].as_array().expect("rows").iter().any(|d| d["state"] == "total"), "{}", bad.stdout);
    }
}
