//! Campaigns held, taken back and tried again, while a sender is at it and after.

use std::time::{Duration, Instant};

use crate::support::{Platform, failing, millis, on_each_engine};
use msgctl::sim::settings::Share;
use msgctl::sim::{Kind, Settings, Sim};
use serde_json::Value;

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

/// Every message in exactly one place, by `campaign show`, by statistics and by count.
fn adds_up(p: &Platform, id: &str, n: u64) -> Value {
    let shown = p.room.sh(&format!("campaign show {id} --format json")).ok().json();
    let r = &shown["results"];
    let count = |k: &str| r[k].as_u64().expect("a count");
    let parts = ["alimtalk", "sms", "lms", "failed", "unknown", "cancelled"];
    assert_eq!(count("total"), parts.iter().map(|k| count(k)).sum::<u64>(), "{shown}");
    assert_eq!(count("total") + count("queued") + count("in_flight"), n, "{shown}");
    let proof = p.room.sh("stats --recount --format json").ok().json();
    assert_eq!(proof["differences"].as_array().map(Vec::len), Some(0), "{proof}");
    shown
}

/// A simulator that delivers everything, in the place of the one so far.
async fn mend(p: &mut Platform) {
    p.sim = Sim::start(Settings { report_delay: millis(10, 10), ..Settings::default() }).await.expect("a port");
    p.configure("unlimited", "");
}

on_each_engine! {
    async fn a_pause_ends_a_sender_elsewhere_and_resume_goes_on(db: TestDb) {
        let p = Platform::new(&db, failing(), "100/1s").await;
        p.people(600);
        let child = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::piped()).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(1500));
        let running = p.room.sh("campaign list --state running --format json").ok().json();
        assert_eq!(running[0]["campaign"], "cmp_1", "{running}");
        let rehearsed = p.room.sh("campaign pause cmp_1 --dry-run --format json").ok().json();
        assert_eq!(rehearsed["state"], "paused");
        assert_eq!(p.room.sh("campaign show cmp_1 --format json").ok().json()["state"], "running");
        let paused = p.room.run(["campaign", "pause", "cmp_1", "--reason", "wrong coupon", "--format", "json"]).ok();
        assert!(paused.stderr.contains("campaign resume cmp_1"));
        let (begun, sent) = (Instant::now(), p.sim.summary().recipients);
        let out = child.wait_with_output().expect("ends");
        assert!(begun.elapsed() < Duration::from_millis(1800), "{:?}", begun.elapsed());
        assert_eq!(out.status.code(), Some(6));
        assert!(String::from_utf8_lossy(&out.stderr).contains("campaign resume cmp_1"));
        std::thread::sleep(Duration::from_millis(300));
        assert!(p.sim.summary().recipients <= sent + 100 && sent < 600, "{sent}");
        let again = p.room.sh("campaign pause cmp_1 --format json").ok();
        assert_eq!(again.json()["changed"], false);
        let shown = adds_up(&p, "cmp_1", 600);
        assert_eq!((&shown["state"], &shown["note"]), (&"paused".into(), &"wrong coupon".into()));
        // polling from cron records what came, and hands nothing over
        let sent = p.sim.summary().recipients;
        p.room.sh("reports poll -q");
        assert_eq!(p.sim.summary().recipients, sent);
        let listed = p.room.sh("campaign list --site shop").ok().stdout;
        assert!(listed.contains("paused") && listed.contains("wrong coupon") && listed.contains("order@1"), "{listed}");
        let out = p.room.sh("campaign resume cmp_1 --report-wait 1m --format json").ok().json();
        assert_eq!((&out["state"], &out["results"]["total"]), (&"done".into(), &600.into()), "{out}");
        let s = p.sim.summary();
        assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (600, 0, 0));
        adds_up(&p, "cmp_1", 600);
        assert_eq!(p.room.sh("campaign resume cmp_1 --format json").ok().json()["results"], out["results"]);
        p.room.sh("campaign pause cmp_1").fails(3, &["done", "nothing to pause"]);
        p.room.sh("campaign cancel cmp_1 --yes").fails(3, &["done"]);
        p.room.sh("campaign pause cmp_9").fails(2, &["no campaign `cmp_9`", "campaign list"]);
        p.room.sh("rate audit").ok();
    }

    async fn a_cancel_takes_back_the_queue_and_keeps_what_is_with_the_provider(db: TestDb) {
        let mut s = failing();
        s.report_delay = millis(2500, 0);
        let p = Platform::new(&db, s, "100/1s").await;
        p.people(800);
        let child = p.room.command(SEND.split_whitespace()).stderr(std::process::Stdio::piped()).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(1500));
        p.room.sh("campaign cancel cmp_1").fails(2, &["--yes"]);
        let rehearsed = p.room.sh("campaign cancel cmp_1 --dry-run --format json").ok().json();
        assert!(rehearsed["cancelled"].as_u64() >= Some(500), "{rehearsed}");
        assert_eq!(p.room.sh("campaign show cmp_1 --format json").ok().json()["state"], "running");
        let done = p.room.sh("campaign cancel cmp_1 --yes --format json").ok().json();
        assert!(done["cancelled"].as_u64() >= Some(500) && done["outstanding"].as_u64() >= Some(100), "{done}");
        let begun = Instant::now();
        let out = child.wait_with_output().expect("ends");
        assert!(begun.elapsed() < Duration::from_millis(1800), "{:?}", begun.elapsed());
        assert_eq!(out.status.code(), Some(6), "{}", String::from_utf8_lossy(&out.stderr));
        assert!(String::from_utf8_lossy(&out.stderr).contains("reports poll"));
        let again = p.room.sh("campaign cancel cmp_1 --yes --format json").ok().json();
        assert_eq!((&again["changed"], &again["cancelled"]), (&false.into(), &0.into()));
        p.room.sh("campaign resume cmp_1").fails(3, &["cancelled", "message list cmp_1 --state cancelled"]);
        p.room.sh("campaign retry-failed cmp_1").fails(3, &["cancelled"]);
        let shown = adds_up(&p, "cmp_1", 800);
        assert_eq!(shown["finished_at"], Value::Null);
        p.room.sh("reports poll --once").fails(6, &["without a final report"]);
        std::thread::sleep(Duration::from_millis(2600));
        let polled = p.room.sh("reports poll --format json").ok().json();
        assert_eq!((&polled["finished_campaigns"], &polled["handed_over"]), (&1.into(), &0.into()), "{polled}");
        let shown = adds_up(&p, "cmp_1", 800);
        assert!(shown["finished_at"].is_string() && shown["state"] == "cancelled");
        let s = p.sim.summary();
        assert_eq!(s.by_type.get("SMS").map_or(0, |t| t.recipients), 0, "a cancelled campaign does not fall back");
        assert_eq!(shown["results"]["alimtalk"].as_u64(), Some(s.by_type["ATA"].delivered));
        assert_eq!(shown["results"]["total"], 800);
        let n = p.room.sh("message list cmp_1 --state cancelled --limit 1000 --format json").ok().json();
        assert_eq!(n.as_array().map(|a| a.len() as u64), shown["results"]["cancelled"].as_u64());
    }

    async fn what_failed_is_tried_again_and_the_books_stay_right(db: TestDb) {
        let mut s = Settings { report_delay: millis(10, 10), ..Settings::default() };
        s.outcomes.entry(Kind::ATA).or_default().set("3104".parse().expect("a code"), Share::ALL).expect("a share");
        for (code, percent) in [("3024", 30), ("3041", 20), ("3050", 10)] {
            s.outcomes.entry(Kind::SMS).or_default().set(code.parse().expect("a code"), Share::percent(percent)).expect("a share");
        }
        let mut p = Platform::new(&db, s, "unlimited").await;
        p.configure("unlimited", "[send]\nretries = 0\n");
        p.people(500);
        let first = p.room.sh(SEND).ok();
        let out = first.json();
        let failed = out["results"]["failed"].as_u64().expect("a count");
        assert!((200..400).contains(&failed), "{out}");
        let dry = p.room.sh("campaign retry-failed cmp_1 --dry-run --format json").ok().json();
        let group = |code: &str| -> Value {
            let groups = dry["groups"].as_array().expect("groups");
            groups.iter().find(|g| g["code"] == code).unwrap_or_else(|| panic!("{code} in {dry}")).clone()
        };
        let n = |code: &str| group(code)["messages"].as_u64().expect("a count");
        assert_eq!(
            ["3024", "3041", "3050"].map(|c| group(c)["retried"].as_bool()),
            [Some(true), Some(false), Some(false)],
            "{dry}"
        );
        assert_eq!((dry["requeued"].as_u64(), dry["left"].as_u64()), (Some(n("3024")), Some(n("3041") + n("3050"))));
        let before = adds_up(&p, "cmp_1", 500);
        assert_eq!((&before["state"], before["results"]["failed"].as_u64()), (&"done".into(), Some(failed)));

        mend(&mut p).await;
        let done = p.room.sh("campaign retry-failed cmp_1 --format json").ok();
        assert!(done.stderr.contains("campaign resume cmp_1"));
        assert_eq!(done.json()["requeued"], dry["requeued"]);
        let mid = adds_up(&p, "cmp_1", 500);
        assert_eq!((&mid["state"], &mid["finished_at"]), (&"running".into(), &Value::Null));
        assert_eq!(mid["results"]["queued"], dry["requeued"]);
        assert_eq!(p.room.sh("campaign retry-failed cmp_1 --format json").ok().json()["requeued"], 0);
        let out = p.room.sh("campaign resume cmp_1 --format json").ok().json();
        assert_eq!(
            (out["results"]["alimtalk"].as_u64(), out["results"]["failed"].as_u64()),
            (Some(n("3024")), Some(n("3041") + n("3050"))),
            "{out}"
        );
        adds_up(&p, "cmp_1", 500);
        // by name, whatever the class
        let named = p.room.sh("campaign retry-failed cmp_1 --code 3041 --format json").ok().json();
        assert_eq!(named["requeued"].as_u64(), Some(n("3041")));
        let held = db.store.try_lock("cmp_1").await.expect("asked").expect("free");
        p.room.sh("campaign retry-failed cmp_1").fails(75, &["another process"]);
        drop(held);
        let out = p.room.sh("campaign resume cmp_1 --format json").ok().json();
        assert_eq!(out["results"]["failed"].as_u64(), Some(n("3050")), "{out}");
        let shown = adds_up(&p, "cmp_1", 500);
        assert_eq!(shown["state"], "done");
        assert_eq!(db.number("SELECT COUNT(*) FROM tally WHERE n <= 0").await, 0);
        // the story of one that was tried again knows who did it
        let id = db.number("SELECT MIN(a.message_id) FROM attempt a WHERE a.code = '3024'").await;
        let story = p.room.sh(&format!("message explain msg_{id} --format json")).ok().json();
        let then: Vec<&str> = story["attempts"].as_array().expect("some").iter().filter_map(|a| a["then"].as_str()).collect();
        assert_eq!(then, ["fall-back", "again", "deliver"], "{story}");
    }

    async fn campaigns_are_listed_page_by_page(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(5, 0), ..Settings::default() }, "unlimited").await;
        p.room.sh("campaign list").ok();
        for i in 0..3 {
            p.room.sh(&format!("send --site shop --to 0109999000{i} --message 안내 --strategy sms-only")).ok();
        }
        let page = p.room.sh("campaign list --limit 2 --format json").ok();
        assert!(page.stderr.contains("--before cmp_2"), "{}", page.stderr);
        assert_eq!((page.json()[0]["campaign"].as_str(), page.json()[1]["template"].as_str()), (Some("cmp_3"), None));
        let rest = p.room.sh("campaign list --before cmp_2 --format csv").ok().stdout;
        assert!(rest.starts_with("campaign,site,state,") && rest.lines().count() == 2, "{rest}");
        let one = &p.room.sh("campaign list --state done --format ndjson").ok().stdout;
        assert_eq!(one.lines().count(), 3);
        p.room.sh("campaign list --site nowhere").fails(2, &["no site `nowhere`"]);
        p.room.sh("campaign show 1").fails(2, &["cmp_12"]);
    }

    async fn an_interrupted_plan_can_be_taken_away(db: TestDb) {
        let p = Platform::new(&db, Settings::default(), "unlimited").await;
        let blank = if db.url.starts_with("sqlite:") { "x''" } else { "''" };
        db.run(format!(
            "INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, first_id, last_id, created_at)
             VALUES (1, 1, '', 'planning', 'bulk', 'sms-only', '{{}}', '{{}}', 0, 1, 1, 0);
             INSERT INTO message (id, campaign_id, phone_ix, key_id, route, created_at) VALUES (1, 1, {blank}, 1, 'sms', 0);
             INSERT INTO batch (campaign_id, site_id, channel, step, night, first_id, last_id, size, open, state, due_at, tries, asked)
             VALUES (1, 1, 'sms', 0, 0, 1, 1, 1, 1, 'planned', 0, 0, 0)"
        ))
        .await;
        p.room.sh("campaign resume cmp_1").fails(3, &["interrupted while it was being planned", "campaign cancel cmp_1"]);
        p.room.sh("campaign pause cmp_1").fails(3, &["planned"]);
        p.room.sh("campaign cancel cmp_1 --dry-run").ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM message").await, 1);
        p.room.sh("campaign cancel cmp_1 --yes").ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM message").await + db.number("SELECT COUNT(*) FROM campaign").await, 0);
        assert_eq!(db.number("SELECT COUNT(*) FROM batch").await, 0);
    }
}
