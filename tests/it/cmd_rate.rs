//! The audit of the limits.

use crate::support::{Platform, failing, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

on_each_engine! {
    async fn limits_are_audited_from_the_calls(db: TestDb) {
        let p = Platform::new(&db, failing(), "150/1s").await;
        let none = p.room.sh("rate audit --format json").ok();
        assert!(none.stderr.contains("first send") && none.stdout == "[]\n", "{none:?}");
        p.people(400);
        p.room.sh(SEND).ok();
        let all = p.room.sh("rate audit --format json").ok().json();
        assert_eq!(all.as_array().map(Vec::len), Some(2), "{all}");
        let talk = p.room.sh("rate audit --channel alimtalk --format json").ok().json();
        assert_eq!((&talk[0]["group"], &talk[0]["limit"], &talk[0]["window_s"]), (&"alimtalk".into(), &150.into(), &1.0.into()));
        let busiest = talk[0]["busiest"].as_i64().expect("a count");
        assert_eq!((talk[0]["messages"].as_i64(), talk[0]["kept"].as_bool()), (Some(400), Some(true)), "{talk}");
        assert!((100..=150).contains(&busiest) && talk[0]["busiest_at"].is_string(), "{talk}");
        assert!(u64::try_from(busiest).expect("a count") >= p.sim.summary().by_type["ATA"].busiest_window, "never less than the provider saw");
        assert!(p.room.sh("rate audit --group sms").ok().stdout.contains("150"));
        // one call that took longer reaches into the next windows
        db.run("UPDATE batch SET left_at = left_at + 3000000 WHERE id = 1").await;
        p.room.sh("rate audit --channel alimtalk").fails(5, &["window of `alimtalk`", "150"]);
        // a limit that was lowered since holds for what came since
        p.configure("120/1s", "");
        p.room.sh("send --site shop --to 01099990000 --template order --var order=A1 --var 이름=김철 --strategy alimtalk-first").ok();
        let now = p.room.sh("rate audit --channel alimtalk --format json").ok().json();
        assert_eq!((&now[0]["limit"], &now[0]["messages"]), (&120.into(), &1.into()), "{now}");
        p.configure("unlimited", "");
        p.room.sh("rate audit --channel sms").fails(2, &["has no limit"]);
        p.room.sh("rate audit --channel push").fails(2, &["not configured"]);
        p.room.sh("rate audit --group nope").fails(2, &["there is no limit `nope`"]);
    }
}
