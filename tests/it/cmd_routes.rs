//! Providers that fail: breakers, failover to another one, and on to the next channel.

use crate::support::{Platform, failing, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

/// Alimtalk by `lame` (nobody listens there), the rest by the simulator.
fn configure(p: &Platform, channel: &str, send: &str) {
    let text = format!(
        "[send]\nretry_pause = \"100ms\"\nbreaker_failures = 2\nbreaker_pause = \"200ms\"\nask_after = \"1s\"\n{send}\n\
         [crypto]\nkey = \"file:{}\"\n[channel.alimtalk]\nprovider = \"lame\"\n{channel}\n[channel.sms]\nprovider = \"main\"\n\
         [channel.lms]\nprovider = \"main\"\n[provider.main]\nkind = \"solapi\"\nbase_url = \"{}\"\n\
         api_key = \"env:SIM_KEY\"\napi_secret = \"env:SIM_SECRET\"\ntimeout = \"1s\"\n[provider.lame]\nkind = \"solapi\"\n\
         base_url = \"http://127.0.0.1:9\"\napi_key = \"env:SIM_KEY\"\napi_secret = \"env:SIM_SECRET\"\ntimeout = \"1s\"\n",
        p.room.path().join("key").display(),
        p.sim.url()
    );
    p.room.write("msgctl.toml", text);
}

on_each_engine! {
    async fn another_provider_takes_over_and_nobody_is_written_to_twice(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(1_000);
        configure(&p, "failover = \"main\"", "");
        let out = p.room.sh(SEND).ok();
        let r = out.json()["results"].clone();
        assert_eq!(r["total"], 1_000, "{r}");
        assert!(r["alimtalk"].as_u64().is_some_and(|n| n > 800), "{r}");
        assert_eq!(p.sim.summary().repeats.messages, 0);
        let doctor = p.room.sh("doctor --offline");
        assert!(doctor.stdout.contains("provider `lame` has failed since"), "{}", doctor.stdout);
        let kept = db.number("SELECT COUNT(*) FROM route WHERE provider = 'lame' AND state IN ('open', 'half-open')").await;
        assert_eq!(kept, 1);
    }

    async fn a_channel_that_nobody_carries_gives_way_to_the_next_one(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(250);
        configure(&p, "", "channel_down_after = \"1s\"");
        let r = p.room.sh(SEND).ok().json()["results"].clone();
        assert_eq!((&r["total"], &r["sms"]), (&250.into(), &250.into()), "{r}");
        assert_eq!(p.sim.summary().recipients, 250);
        p.room.sh("stats --recount").ok();
    }

    async fn without_another_way_the_run_ends_and_goes_on_later(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(250);
        configure(&p, "", "channel_down_after = \"0s\"\ngive_up_after = \"1s\"");
        p.room.sh(&format!("{SEND} --key a")).fails(75, &["lame"]);
        assert_eq!(p.sim.summary().recipients, 0);
        p.configure("unlimited", "");
        let r = p.room.sh(&format!("{SEND} --key a")).ok().json()["results"].clone();
        assert_eq!(r["total"], 250, "{r}");
        assert_eq!(p.sim.summary().repeats.messages, 0);
    }

    async fn a_group_and_a_channel_in_it_keep_their_own_limits(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(300);
        let text = format!(
            "[rate_group.all]\nrate = \"120/2s\"\n[crypto]\nkey = \"file:{}\"\n[channel.alimtalk]\nprovider = \"main\"\nrate = \"100/2s\"\n\
             rate_group = \"all\"\n[channel.sms]\nprovider = \"main\"\nrate = \"40/2s\"\nrate_group = \"all\"\n[channel.lms]\nprovider = \"main\"\n\
             rate = \"40/2s\"\nrate_group = \"all\"\n[provider.main]\nkind = \"solapi\"\nbase_url = \"{}\"\napi_key = \"env:SIM_KEY\"\n\
             api_secret = \"env:SIM_SECRET\"\ntimeout = \"1s\"\n",
            p.room.path().join("key").display(),
            p.sim.url()
        );
        p.room.write("msgctl.toml", text);
        p.room.sh(SEND).ok();
        let audit = p.room.sh("rate audit --format json").ok().json();
        let rows = audit.as_array().expect("rows");
        assert!(rows.len() >= 3 && rows.iter().all(|r| r["kept"] == true), "{audit}");
        let whole = rows.iter().find(|r| r["limit"] == 120).expect("the group");
        assert!(whole["busiest"].as_i64().is_some_and(|n| n > 100 && n <= 120), "{audit}");
    }
}
