//! Reports where no sender runs.

use std::time::Duration;

use crate::support::{Platform, failing, millis, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

on_each_engine! {
    async fn polling_from_cron_finishes_what_a_send_left(db: TestDb) {
        let mut sim = failing();
        sim.report_delay = millis(1500, 200);
        let p = Platform::new(&db, sim, "unlimited").await;
        let idle = p.room.sh("reports poll --format json").ok().json();
        assert_eq!((&idle["reports"], &idle["outstanding"], &idle["providers"][0]["provider"]), (&0.into(), &0.into(), &"main".into()));
        p.people(300);
        p.room.sh(&format!("{SEND} --report-wait 0s")).fails(6, &["reports poll"]);
        let early = p.room.sh("reports poll --format json").fails(6, &["300 messages without a final report"]).json();
        assert_eq!((&early["reports"], &early["outstanding"], &early["finished_campaigns"]), (&0.into(), &300.into(), &0.into()));
        std::thread::sleep(Duration::from_millis(1800));
        let first = p.room.sh("reports poll --once --format json").fails(6, &["without a final report"]).json();
        let fell = first["handed_over"].as_u64().expect("a count");
        assert_eq!((first["reports"].as_u64(), first["outstanding"].as_u64()), (Some(300), Some(fell)), "{first}");
        assert!((20..80).contains(&fell), "{first}");
        std::thread::sleep(Duration::from_millis(1800));
        let second = p.room.sh("reports poll --format json").ok().json();
        assert_eq!((second["reports"].as_u64(), &second["finished_campaigns"], &second["outstanding"]), (Some(fell), &1.into(), &0.into()), "{second}");
        let shown = p.room.sh("campaign show cmp_1 --format json").ok().json();
        assert_eq!((&shown["state"], shown["results"]["sms"].as_u64(), &shown["results"]["total"]), (&"done".into(), Some(fell), &300.into()));
        let s = p.sim.summary();
        assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (300, 0, 0));
        assert_eq!(p.room.sh("stats --recount --format json").ok().json()["differences"].as_array().map(Vec::len), Some(0));
        let calls = p.sim.summary().calls;
        assert_eq!(p.room.sh("reports poll --format json").ok().json()["reports"], 0);
        assert_eq!(p.sim.summary().calls, calls);
    }

    async fn polling_goes_on_with_a_killed_send(db: TestDb) {
        let mut sim = failing();
        sim.latency = millis(30, 30);
        let p = Platform::new(&db, sim, "1000/1s").await;
        p.configure("1000/1s", "[send]\nqueue_capacity = 100\n");
        p.people(2000);
        let mut child = p.room.command(SEND.split_whitespace()).spawn().expect("starts");
        while p.sim.summary().recipients < 300 {
            std::thread::sleep(Duration::from_millis(20));
        }
        child.kill().expect("killed");
        child.wait().expect("reaped");
        assert!(p.sim.summary().recipients < 1900, "the kill came too late");
        for _ in 0..40 {
            let out = p.room.sh("reports poll --format json");
            if out.code == 0 {
                break;
            }
            assert_eq!(out.code, 6, "{out:?}");
            std::thread::sleep(Duration::from_millis(300));
        }
        let shown = p.room.sh("campaign show cmp_1 --format json").ok().json();
        assert_eq!((&shown["state"], &shown["results"]["total"], &shown["results"]["unknown"]), (&"done".into(), &2000.into(), &0.into()), "{shown}");
        let s = p.sim.summary();
        assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (2000, 0, 0));
        p.room.sh("stats --recount").ok();
        p.room.sh("rate audit").ok();
    }

    async fn a_campaign_that_is_being_sent_is_left_to_its_sender(db: TestDb) {
        let mut sim = failing();
        sim.report_delay = millis(200, 0);
        let p = Platform::new(&db, sim, "100/1s").await;
        p.people(400);
        let child = p.room.command(SEND.split_whitespace()).stdout(std::process::Stdio::piped()).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(1400));
        let polled = p.room.sh("reports poll --format json").json();
        assert_eq!((&polled["handed_over"], &polled["queued"]), (&0.into(), &0.into()), "{polled}");
        p.room.sh("stats --recount").ok();
        let out = child.wait_with_output().expect("ends");
        assert_eq!(out.status.code(), Some(0));
        let out: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
        assert_eq!((&out["state"], &out["results"]["total"]), (&"done".into(), &400.into()), "{out}");
        p.room.sh("stats --recount").ok();
    }

    async fn trouble_is_named(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        let held = db.store.try_lock("reports").await.expect("asked").expect("free");
        p.room.sh("reports poll").fails(75, &["another process is polling"]);
        drop(held);
        p.room.sh("reports poll --provider mian").fails(2, &["mian", "There are: main"]);
        p.people(10);
        p.room.sh(&format!("{SEND} --report-wait 0s")).fails(6, &[]);
        let out = p.room.command(["reports", "poll"]).env("SIM_SECRET", "WRONG").output().expect("runs");
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.code() == Some(78) && said.contains("SignatureDoesNotMatch"), "{said}");
        let text = std::fs::read_to_string(p.room.path().join("msgctl.toml")).expect("read");
        p.room.write("msgctl.toml", text.replace(&p.sim.url(), "http://127.0.0.1:9"));
        p.room.sh("reports poll --format json").fails(75, &["could not be polled", "try-later"]);
        p.room.write("msgctl.toml", text);
        p.room.sh("reports poll");
        std::thread::sleep(Duration::from_millis(400));
        p.room.sh("reports poll").ok();
    }
}
