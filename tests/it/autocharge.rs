//! Topping up by itself through a gateway that declines, hangs, answers twice and dies; with processes that are killed.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use msgctl::domain::autocharge::Why;
use msgctl::domain::clock::Clock;
use msgctl::domain::id::SiteId;
use msgctl::domain::money::Minor;
use msgctl::domain::secret::Secret;
use msgctl::domain::time::Micros;
use msgctl::ops::autocharge::{Charger, Outcome, would_cover};
use msgctl::providers::payment::{self, Gateway, GatewayError, GatewaySettings, Order, Paid};
use msgctl::sim::settings::{PaymentFaults, Share, Trigger};
use msgctl::sim::{Settings, Sim};
use serde_json::{Value, json};

use crate::support::{Output, Platform, Room, TestDb, millis, on_each_engine};

/// A site with a rule of auto-charge, and its gateway.
pub(crate) struct Bank {
    pub(crate) room: Room,
    sim: Sim,
}

impl Bank {
    pub(crate) async fn new(db: &TestDb, payments: PaymentFaults) -> Self {
        let settings = Settings { payments, ..Settings::default() };
        let secret = settings.api_secret.0.clone();
        let sim = Sim::start(settings).await.expect("the simulator starts");
        let room = Room::with_database(&db.url).env("MSGCTL_FORMAT", "json").env("PAY_SECRET", &secret);
        room.write(
            "msgctl.toml",
            format!(
                "[credits]\ngateway = \"g\"\n[gateway.g]\nkind = \"http\"\nbase_url = \"{}\"\nsecret = \"env:PAY_SECRET\"\n\
                 timeout = \"400ms\"\n",
                sim.url()
            ),
        );
        let bank = Self { room, sim };
        bank.at("08:00:00", "site add shop --sender 0212345678").ok();
        bank.at("08:00:00", "credits topup --site shop --amount 12000 --key in").ok();
        let set = "credits auto set --site shop --threshold 10000 --amount 50000 --max-month 200000 --token tok_1 --on";
        bank.at("08:00:00", set).ok();
        bank
    }

    /// A command at that time of 5 October 2026.
    fn at(&self, time: &str, line: &str) -> Output {
        let mut c = self.room.command(line.split_whitespace());
        let out = c.env("MSGCTL_NOW", format!("2026-10-05T{time}+09:00")).output().expect("runs");
        Output {
            code: out.status.code().unwrap_or(-1),
            stdout: String::from_utf8(out.stdout).expect("UTF-8"),
            stderr: String::from_utf8(out.stderr).expect("UTF-8"),
        }
    }

    pub(crate) fn spend(&self, time: &str, won: i64) {
        self.at(time, &format!("credits adjust --site shop --amount=-{won} --reason spent")).ok();
    }

    pub(crate) fn run(&self, time: &str) -> Value {
        let out = self.at(time, "credits auto run");
        assert!(out.code == 0 || out.code == 75, "{}", out.stderr);
        out.json()[0].clone()
    }

    pub(crate) fn available(&self) -> i64 {
        let b = self.room.sh("credits balance --site shop").ok().json();
        b["available_minor"].as_i64().expect("a number") / 100
    }

    pub(crate) async fn log(&self) -> Value {
        let client = msgctl::providers::local_client(Duration::from_secs(5)).expect("a client");
        let answer = client.get(format!("{}/__sim/payments", self.sim.url())).send().await.expect("an answer");
        serde_json::from_str(&answer.text().await.expect("text")).expect("JSON")
    }
}

async fn count(db: &TestDb, what: &str) -> i64 {
    db.number(&format!("SELECT COUNT(*) FROM {what}")).await
}

on_each_engine! {
    async fn c06_auto_charge_by_the_clock(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults { decline: Trigger::calls([3]), ..PaymentFaults::default() }).await;
        b.spend("09:00:00", 3_000);
        assert_eq!(b.available(), 9_000);
        let first = b.run("09:00:00");
        assert_eq!((&first["outcome"], &first["net_minor"]), (&json!("charged"), &json!(5_000_000)), "{first}");
        assert_eq!(b.available(), 59_000);
        assert_eq!(b.log().await["payments"][0]["amount_minor"], 5_500_000, "the card pays 55,000");
        b.spend("09:20:00", 52_000);
        let waits = b.run("09:20:01");
        assert_eq!((&waits["outcome"], &waits["why"]), (&json!("not"), &json!("cooldown")));
        assert_eq!(b.available(), 7_000);
        assert_eq!(b.run("10:00:10")["outcome"], "charged");
        assert_eq!(b.available(), 57_000);
        b.spend("10:30:00", 50_000);
        assert_eq!(b.run("10:30:00")["why"], "cooldown");
        assert_eq!(b.run("11:00:20")["outcome"], "declined");
        assert_eq!(b.run("12:00:15")["why"], "back-off");
        assert_eq!(b.run("12:00:30")["outcome"], "charged");
        assert_eq!(b.available(), 57_000);
        b.spend("13:00:00", 50_000);
        for time in ["13:00:40", "13:01:00", "23:00:00"] {
            let blocked = b.run(time);
            assert_eq!((&blocked["why"], &blocked["until"]), (&json!("day"), &json!("2026-10-06T00:00:00+09:00")), "{blocked}");
        }
        assert_eq!(b.available(), 7_000);
        assert_eq!(count(&db, "notice WHERE kind = 'auto-charge-blocked' AND target = 'log'").await, 1, "told once");
        let shown = b.at("23:00:00", "credits auto show --site shop").ok().json();
        assert_eq!((&shown["month_minor"], &shown["today"]), (&json!(15_000_000), &json!(3)), "{shown}");
        assert_eq!(count(&db, "journal WHERE kind = 'topup'").await, 4);
        b.room.sh("credits verify --full").ok();
    }

    async fn every_answer_of_a_gateway_is_booked_once(db: TestDb) {
        let one = || Trigger::calls([1]);
        let none = PaymentFaults::default;
        let cases = [
            ("hangs before", PaymentFaults { hang_before: one(), ..none() }, "charged", 2),
            ("hangs after", PaymentFaults { hang_after: one(), ..none() }, "charged", 1),
            ("500 before", PaymentFaults { error_before: one(), ..none() }, "charged", 2),
            ("500 after", PaymentFaults { error_after: one(), ..none() }, "charged", 1),
            ("answers twice", PaymentFaults { twice: one(), ..none() }, "charged", 1),
            ("declines", PaymentFaults { decline: one(), ..none() }, "declined", 1),
            ("hangs, declines", PaymentFaults { hang_after: one(), decline: one(), ..none() }, "declined", 1),
        ];
        let mut expected = 12_000;
        let mut b = Bank::new(&db, none()).await;
        b.room.sh("credits auto set --site shop --max-per-day 100 --max-declines 9 --max-month 9000000 --cooldown 1s").ok();
        for (hour, (case, faults, outcome, calls)) in (9..).step_by(2).zip(cases) {
            let settings = Settings { payments: faults, ..Settings::default() };
            b.sim = Sim::start(settings).await.expect("the simulator starts");
            b.room.write(
                "msgctl.toml",
                format!(
                    "[credits]\ngateway = \"g\"\n[gateway.g]\nbase_url = \"{}\"\nsecret = \"env:PAY_SECRET\"\ntimeout = \"400ms\"\n",
                    b.sim.url()
                ),
            );
            let spent = expected - 7_000;
            if spent > 0 {
                b.spend(&format!("{hour:02}:00:00"), spent);
            }
            let ran = b.run(&format!("{hour:02}:00:01"));
            assert_eq!(ran["outcome"], outcome, "{case}: {ran}");
            let log = b.log().await;
            assert_eq!((&log["calls"], log["payments"].as_array().map(Vec::len)), (&json!(calls), Some(1)), "{case}: {log}");
            expected = if outcome == "charged" { 57_000 } else { 7_000 };
            assert_eq!(b.available(), expected, "{case}");
        }
        let charges = db.number("SELECT COUNT(*) FROM autocharge WHERE state = 'succeeded'").await;
        assert_eq!((charges, count(&db, "payment WHERE method = 'gateway' AND state = 'paid'").await), (5, 5));
        b.room.sh("credits verify --full").ok();
    }

    async fn a_process_that_is_killed_anywhere_charges_once(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults { twice: Trigger::share(Share::ALL), ..PaymentFaults::default() }).await;
        b.room.sh("credits auto set --site shop --max-per-day 100 --max-month 9000000 --cooldown 1s").ok();
        b.spend("08:30:00", 5_000);
        let points = [
            "charge-requested", "charge-before-gateway", "charge-answered", "charge-in-doubt", "charge-before-booking",
            "charge-before-commit", "charge-booked",
        ];
        for (n, point) in (1..).zip(points) {
            let time = format!("{:02}:00:00", 8 + n);
            let mut run = b.room.command(["credits", "auto", "run"]);
            run.env("MSGCTL_FAILPOINT", point).env("MSGCTL_NOW", format!("2026-10-05T{time}+09:00"));
            let died = run.output().expect("runs");
            assert_eq!(died.status.code(), None, "{point}: {}", String::from_utf8_lossy(&died.stderr));
            // nobody else asks while the dead one might; one that was asked for anew answers twice, too
            for _ in 0..2 {
                tokio::time::sleep(Duration::from_secs(2)).await;
                let ran = b.at(&time, "credits auto run");
                assert!(ran.code == 0 || ran.code == 75, "{point}: {}", ran.stderr);
            }
            assert_eq!(b.available(), 57_000, "{point}");
            let log = b.log().await;
            assert_eq!(log["payments"].as_array().map(Vec::len), Some(n), "{point}: {log}");
            assert_eq!(count(&db, "journal WHERE op_key LIKE 'auto:%'").await, i64::try_from(n).expect("few"), "{point}");
            b.spend(&time, 50_000);
        }
        b.room.sh("credits verify --full").ok();
    }

    async fn three_declines_switch_it_off_and_say_so(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults { decline: Trigger::share(Share::ALL), ..PaymentFaults::default() }).await;
        b.spend("09:00:00", 5_000);
        for (time, outcome) in [("09:00:00", "declined"), ("10:00:05", "declined"), ("16:00:10", "declined")] {
            assert_eq!(b.run(time)["outcome"], outcome, "{time}");
        }
        assert_eq!(b.run("23:59:00"), Value::Null);
        let shown = b.room.sh("credits auto show --site shop").ok().json();
        assert_eq!((&shown["enabled"], &shown["declines"]), (&json!(false), &json!(3)));
        assert_eq!(count(&db, "notice WHERE kind = 'auto-charge-off' AND target = 'alert'").await, 1);
        assert_eq!(b.available(), 7_000);
    }

    async fn a_send_is_covered_or_nothing_is_charged(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults::default()).await;
        let base_url = b.sim.url().parse().expect("a URL");
        let now: msgctl::domain::time::Micros = "2026-10-05T00:00:00Z".parse::<jiff::Timestamp>().expect("a time").into();
        let clock = Clock::new(move || now);
        let secret = Secret::new(Settings::default().api_secret.0.clone());
        let timeout = Duration::from_secs(1);
        let settings = GatewaySettings { name: "g".into(), base_url, secret, timeout, clock: clock.clone() };
        let gateway = Some(payment::connect(settings).expect("an adapter"));
        let charger = Charger { store: db.store.clone(), clock, gateway, timeout, actor: "test".into() };
        let (site, short) = (SiteId(1), Minor(11_800_000));
        let none = charger.cover(site, short).await.expect("an answer");
        assert_eq!(none, Outcome::Not { why: Why::TooLittle, until: None });
        assert_eq!(b.log().await["calls"], 0);
        b.room.sh("credits auto set --site shop --mode cover-shortfall").ok();
        let mut c = db.store.read().await.expect("reads");
        assert_eq!(would_cover(&mut c, site, short, now).await.expect("an answer"), Ok(Minor(15_000_000)));
        drop(c);
        let done = charger.cover(site, short).await.expect("an answer");
        assert!(matches!(done, Outcome::Charged { net_minor: 15_000_000, .. }), "{done:?}");
        assert_eq!((b.available(), &b.log().await["payments"][0]["amount_minor"]), (162_000, &json!(16_500_000)));
        let again = charger.cover(site, Minor(100)).await.expect("an answer");
        assert!(matches!(again, Outcome::Not { why: Why::Cooldown, .. }), "{again:?}");
    }

    /// A gateway that gives two charges one name has charged one of them at most: the second one is booked by nobody, and
    /// asked about until somebody has looked.
    async fn two_charges_of_one_name_are_not_booked_twice(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults::default()).await;
        b.spend("09:00:00", 5_000);
        let at = |time: &str| {
            let now: Micros = format!("2026-10-05T{time}+09:00").parse::<jiff::Timestamp>().expect("a time").into();
            let gateway: Option<Arc<dyn Gateway>> = Some(Arc::new(OneName));
            let (store, timeout) = (db.store.clone(), Duration::from_secs(1));
            Charger { store, clock: Clock::new(move || now), gateway, timeout, actor: "test".into() }
        };
        let first = at("09:00:01").run(None, false).await.expect("an answer");
        assert!(matches!(first[0].outcome, Outcome::Charged { net_minor: 5_000_000, .. }), "{first:?}");
        assert_eq!(b.available(), 57_000);
        b.spend("10:30:00", 50_000);
        let second = at("10:30:01").run(None, false).await.expect("an answer");
        assert!(matches!(second[0].outcome, Outcome::Open { .. }), "{second:?}");
        assert_eq!((b.available(), count(&db, "payment WHERE method = 'gateway'").await), (7_000, 1));
        let told = "autocharge WHERE state = 'unknown' AND detail LIKE 'the gateway gave two charges one name: `T1` is pay_2 already'";
        assert_eq!(count(&db, told).await, 1);
        assert_eq!(count(&db, "op WHERE key LIKE 'auto:%'").await, 1, "nothing of the second one was kept");
        b.room.sh("credits verify --full").ok();
    }

    async fn a_rule_that_cannot_work_is_refused(db: TestDb) {
        let b = Bank::new(&db, PaymentFaults::default()).await;
        let set = |line: &str| b.room.sh(&format!("credits auto set --site shop {line}"));
        set("--threshold 50000").fails(2, &["must be above the threshold"]);
        set("--max-month 49999").fails(2, &["no room for one charge"]);
        set("--on --off").fails(2, &[]);
        assert_eq!(set("--off --dry-run").ok().json()["enabled"], false);
        assert_eq!(b.room.sh("credits auto show --site shop").ok().json()["enabled"], true);
        b.room.sh("site add other --sender 0212345678").ok();
        b.room.sh("credits auto set --site other --threshold 1 --amount 2 --max-month 9").fails(3, &["does not pay from credits"]);
        b.room.sh("credits auto show --site other").fails(2, &["no rule of auto-charge"]);
        for format in ["table", "ndjson", "csv"] {
            b.room.sh(&format!("credits auto show --site shop --format {format}")).ok();
        }
    }

    /// What a send lacks is charged first, if that is enough: looked at by the dry run, done by the send.
    async fn a_send_that_lacks_credit_is_paid_for_by_auto_charge(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(20, 20), ..Settings::default() }, "unlimited").await;
        let gateway = format!(
            "[credits]\ngateway = \"g\"\n[gateway.g]\nkind = \"http\"\nbase_url = \"{}\"\nsecret = \"env:SIM_SECRET\"\n",
            p.sim.url()
        );
        p.configure("unlimited", &gateway);
        p.people(100);
        p.room.sh("credits topup --site shop --amount 400").ok();
        let rule = "credits auto set --site shop --threshold 1 --max-month 100000 --token tok_1 --cooldown 1s --on --amount";
        let send = "send --site shop --list all --template order --var order=A1 --format json";
        let needs = p.room.sh(&format!("{send} --dry-run")).ok().json();
        assert_eq!((&needs["cost"]["shortfall_minor"], &needs["cost"]["auto_charge"]), (&json!(160_000), &json!({"not": "off"})), "{needs}");
        p.room.sh(&format!("{rule} 1500")).ok();
        let needs = p.room.sh(&format!("{send} --dry-run")).ok().json();
        assert_eq!(needs["cost"]["auto_charge"], json!({"not": "too-little"}), "{needs}");
        p.room.sh(&format!("{send} --key a")).fails(3, &["auto-charge does not cover it: too-little"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM autocharge").await, 0, "what does not suffice is not charged");
        p.room.sh(&format!("{rule} 2000")).ok();
        let needs = p.room.sh(&format!("{send} --dry-run")).ok().json();
        assert_eq!(needs["cost"]["auto_charge"], json!({"net_minor": 200_000}), "{needs}");
        assert_eq!(db.number("SELECT COUNT(*) FROM autocharge").await, 0, "looking charges nothing");
        // the refusal of a key is remembered; another one is another wish
        p.room.sh(&format!("{send} --key a")).fails(3, &[]);
        let out = p.room.sh(&format!("{send} --key b")).ok();
        assert!(out.stderr.contains("brought ₩2,000"), "{}", out.stderr);
        assert_eq!(out.json()["cost"]["captured_minor"], 90_000, "{}", out.stdout);
        let b = p.room.sh("credits balance --site shop").ok();
        assert!(b.stdout.contains("1,500"), "400 + 2,000 - 900: {}", b.stdout);
        p.room.sh("credits verify --full").ok();
    }
}

/// Charges everything, under one and the same name.
struct OneName;

impl Gateway for OneName {
    fn charge<'a>(&'a self, order: &'a Order) -> BoxFuture<'a, Result<Paid, GatewayError>> {
        let paid = Paid::Yes { gateway_tx: "T1".to_owned(), gross_minor: order.amounts.gross.0 };
        async { Ok(paid) }.boxed()
    }

    fn query<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<Option<Paid>, GatewayError>> {
        async { Ok(Some(Paid::Pending)) }.boxed()
    }
}
