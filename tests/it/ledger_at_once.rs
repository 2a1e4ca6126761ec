//! Several processes on one site's credits at the same time: it is as if they had come one after the other.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use msgctl::domain::channel::Channel;
use msgctl::domain::clock::Clock;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::{Method, Posting};
use msgctl::domain::money::Minor;
use msgctl::domain::period::Period;
use msgctl::domain::time::Micros;
use msgctl::ops::credits::{self, By, Refunded, Request};
use msgctl::ops::ledger::{LedgerError, Note, post};
use msgctl::ops::settle::{self, SettleError, Wish};
use msgctl::ops::site;
use msgctl::store::account;

use msgctl::sim::Settings;

use crate::support::{Output, Platform, Room, TestDb, campaign_c2, campaign_done, millis, on_each_engine};

const OCTOBER: &str = "2026-10-05T09:00:00+09:00";

fn room(db: &TestDb) -> Room {
    Room::with_database(&db.url).env("MSGCTL_NOW", OCTOBER).env("MSGCTL_FORMAT", "json")
}

fn shop(db: &TestDb) -> Room {
    let room = room(db);
    room.sh("site add shop --sender 0212345678").ok();
    room
}

fn codes(outs: &[Output]) -> BTreeMap<i32, usize> {
    let mut by = BTreeMap::new();
    outs.iter().for_each(|o| *by.entry(o.code).or_default() += 1);
    by
}

async fn has(db: &TestDb, site: i64) -> (i64, i64, i64) {
    let mut c = db.store.read().await.expect("reads");
    let b = account::balances(&mut c, SiteId(site)).await.expect("reads").expect("accounts");
    (b.available.0, b.held.0, b.receivable.0)
}

/// What is done to a site that has 400 won, one payment of 1,000 won and a campaign that cost 600.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Topup,
    Cashout,
    Adjust,
    Refund,
    Chargeback,
}

const ACTS: [Act; 5] = [Act::Topup, Act::Cashout, Act::Adjust, Act::Refund, Act::Chargeback];

/// What came of it: what it did to the credit and what was left, or the exit code.
type Came = Result<(i64, i64), i32>;

impl Act {
    fn line(self, site: i64, key: &str) -> String {
        let what = match self {
            Self::Topup => "topup --amount 50".to_owned(),
            Self::Cashout => "cashout --amount 300 --reason r".to_owned(),
            Self::Adjust => "adjust --amount=-300 --reason r".to_owned(),
            Self::Refund => format!("refund --campaign cmp_{site} --amount 400 --reason r"),
            Self::Chargeback => format!("chargeback --payment pay_{site} --reason r"),
        };
        format!("credits {what} --site s{site} --key {key}")
    }

    fn request(self, site: i64) -> Request {
        let reason = "r".to_owned();
        match self {
            Self::Topup => {
                Request::Topup { amount: Minor(5_000), gross: false, method: Method::Bank, gateway_tx: None }
            }
            Self::Cashout => Request::Cashout { amount: Minor(30_000), reason },
            Self::Adjust => Request::Adjust { amount: Minor(-30_000), reason },
            Self::Refund => Request::Refund { of: Refunded::Campaign(site, None), amount: Some(Minor(40_000)), reason },
            Self::Chargeback => Request::Chargeback { payment: site, reason },
        }
    }

    async fn alone(self, db: &TestDb, clock: &Clock, site: i64, key: &str) -> Came {
        let row = site::get(&mut db.store.read().await.expect("reads"), &format!("s{site}")).await.expect("a site");
        let by = By { actor: "test", key, rehearse: false };
        match credits::execute(&db.store, clock, &row, &self.request(site), by).await {
            Ok(done) => Ok((done.answer.amount_minor, done.answer.available_minor)),
            Err(LedgerError::Refused { .. }) => Err(3),
            Err(e) => panic!("{self:?}: {e}"),
        }
    }
}

fn came(out: &Output) -> Came {
    if out.code != 0 {
        return Err(out.code);
    }
    let json = out.json();
    let n = |name: &str| json[name].as_i64().expect("a number");
    Ok((n("amount_minor"), n("available_minor")))
}

/// Sites 1 to `n`, whose payments and campaigns have their numbers.
async fn sites(db: &TestDb, clock: &Clock, n: i64) {
    for site in 1..=n {
        let name = format!("s{site}");
        let change = site::Change { senders: Some(vec!["0212345678".to_owned()]), ..site::Change::default() };
        let row = site::add(&db.store, &name, change, clock.now(), false).await.expect("a site");
        let request = Request::Topup { amount: Minor(100_000), gross: false, method: Method::Bank, gateway_tx: None };
        let by = By { actor: "test", key: "in", rehearse: false };
        let done = credits::execute(&db.store, clock, &row, &request, by).await.expect("is paid in");
        assert_eq!(done.answer.payment, Some(format!("pay_{site}")));
        campaign_done(db, SiteId(site), CampaignId(site), &[(Channel::Sms, 2_000, 30)], 0, 2_000).await;
    }
}

fn october() -> Clock {
    let now: Micros = OCTOBER.parse::<jiff::Timestamp>().expect("a time").into();
    Clock::new(move || now)
}

on_each_engine! {
    /// Each pair of operations, as two processes on one site, four sites at the same time: they answer, and leave the
    /// site, as in one of the two orders.
    async fn two_at_once_are_one_after_the_other(db: TestDb) {
        let clock = october();
        let mut pairs = Vec::new();
        for (i, a) in ACTS.into_iter().enumerate() {
            pairs.extend(ACTS[i..].iter().map(|b| (a, *b)));
        }
        let n = i64::try_from(pairs.len()).expect("few");
        // for each pair a site of its own, and two for the two orders
        sites(&db, &clock, 3 * n).await;
        let room = room(&db);
        for (first, some) in (1..).step_by(4).zip(pairs.chunks(4)) {
            let sites: Vec<_> = (first..).zip(some).collect();
            let lines: Vec<String> = sites.iter().flat_map(|(s, (a, b))| [a.line(*s, "a"), b.line(*s, "b")]).collect();
            let outs = room.at_once(&lines);
            for ((site, (a, b)), two) in sites.into_iter().zip(outs.chunks(2)) {
                let is = (came(&two[0]), came(&two[1]), has(&db, site).await);
                let (ab, ba) = (site + n, site + 2 * n);
                let forth = (a.alone(&db, &clock, ab, "a").await, b.alone(&db, &clock, ab, "b").await, has(&db, ab).await);
                let (second, one) = (b.alone(&db, &clock, ba, "b").await, a.alone(&db, &clock, ba, "a").await);
                let back = (one, second, has(&db, ba).await);
                assert!(is == forth || is == back, "{a:?} and {b:?}: {is:?}, neither {forth:?} nor {back:?}");
            }
        }
        room.sh("credits verify --full").ok();
    }

    /// Whoever asks under one key at the same moment: it is done once, and all of them hear the same.
    async fn one_key_is_done_once(db: TestDb) {
        let room = shop(&db);
        let outs = room.at_once(["credits topup --site shop --amount 100 --key k"; 8]);
        assert_eq!(codes(&outs), [(0, 8)].into());
        assert!(outs.iter().all(|o| o.json() == outs[0].json()), "{outs:?}");
        assert_eq!((has(&db, 1).await, db.number("SELECT COUNT(*) FROM journal").await), ((10_000, 0, 0), 1));
        // a refusal is an answer, too
        let outs = room.at_once(["credits cashout --site shop --amount 101 --reason r --key c"; 6]);
        assert_eq!(codes(&outs), [(3, 6)].into(), "{outs:?}");
        // of two requests under one key one is done
        let outs = room.at_once([1, 2, 3, 4].map(|n| format!("credits bonus --site shop --amount {n} --reason r --key b")));
        assert_eq!(codes(&outs), [(0, 1), (4, 3)].into(), "{outs:?}");
        assert_eq!(db.number("SELECT COUNT(*) FROM journal").await, 2);
        room.sh("credits verify --full").ok();
    }

    /// Exactly as many succeed as fit.
    async fn sixteen_refunds_at_once(db: TestDb) {
        let room = shop(&db);
        room.sh("credits topup --site shop --amount 10000 --key in").ok();
        campaign_c2(&db).await;
        let refund = |amount: &str, key: usize| {
            format!("credits refund --site shop --campaign cmp_1 --amount {amount} --reason r --key r{key}")
        };
        let outs = room.at_once((0..16).map(|i| refund("100", i)));
        assert_eq!(codes(&outs), [(0, 9), (3, 7)].into(), "{outs:?}");
        assert_eq!(db.number("SELECT CAST(SUM(refunded_minor) AS BIGINT) FROM usage_charge").await, 90_000);
        assert_eq!(has(&db, 1).await, (993_500, 0, 0));
        // of others none is refused that would still fit when all is over
        let amounts: Vec<i64> = (1..=16).map(|i| 300 + i * 97).collect();
        let outs = room.at_once((16..).zip(&amounts).map(|(i, a)| refund(&format!("{}.{:02}", a / 100, a % 100), i)));
        let left = 6_500 - outs.iter().zip(&amounts).filter(|(o, _)| o.code == 0).map(|(_, a)| a).sum::<i64>();
        assert!((0..6_500).contains(&left), "{left}");
        for (out, amount) in outs.iter().zip(&amounts) {
            assert!(out.code == 0 || (out.code == 3 && *amount > left), "{amount} of {left}: {out:?}");
        }
        assert_eq!(db.number("SELECT CAST(SUM(refunded_minor) AS BIGINT) FROM usage_charge").await, 96_500 - left);
        room.sh("credits verify --full").ok();
    }

    /// What is booked while a month is closed is in it as it was closed, or in the next one.
    async fn bookings_while_the_month_is_closed(db: TestDb) {
        let room = shop(&db);
        let late = |i: usize| format!("--now 2026-10-31T23:59:00+09:00 credits bonus --site shop --amount 1 --reason r --key b{i}");
        room.sh(&late(0)).ok();
        let close = "--now 2026-11-10T00:00:00+09:00 settle --month 2026-10 --close";
        let mut lines: Vec<String> = (1..=6).map(late).collect();
        lines.push(close.to_owned());
        lines.extend((7..=12).map(late));
        let outs = room.at_once(&lines);
        let (closing, others): (Vec<_>, Vec<_>) = outs.into_iter().zip(&lines).partition(|(_, l)| *l == close);
        assert!(others.iter().all(|(o, _)| o.code == 0), "{others:?}");
        if closing[0].0.code != 0 {
            // something came between the draft and the end
            assert!(closing[0].0.stderr.contains("changed since draft"), "{closing:?}");
            room.sh(close).ok();
        }
        room.sh(&late(13)).ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE period = 202610 AND id > (SELECT close_journal FROM period WHERE ym = 202610)").await, 0);
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE origin_period = 202610").await, 14);
        assert!(db.number("SELECT COUNT(*) FROM journal WHERE period = 202611").await >= 1);
        assert_eq!(has(&db, 1).await, (1_400, 0, 0));
        room.sh("credits verify --full").ok();
    }

    /// The same with what messages cost: reports come in while the month in which they were sent is closed.
    async fn charges_while_the_month_is_closed(db: TestDb) {
        let sim = Settings { report_delay: millis(10, 10), ..Settings::default() };
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(20);
        let at = |line: &str| format!("--now 2026-10-31T23:50:00+09:00 {line}");
        p.room.sh(&at("credits topup --site shop --amount 10000")).ok();
        let text = "--strategy sms-only --allow-repeat --detach --message";
        for i in 0..4 {
            p.room.sh(&at(&format!("send --site shop --list all {text} 안녕{i}"))).ok();
        }
        assert_eq!(has(&db, 1).await, (840_000, 160_000, 0));
        let close = "--now 2026-11-10T00:00:00+09:00 settle --month 2026-10 --close";
        p.room.sh("--now 2026-11-10T00:00:00+09:00 settle --month 2026-10").ok();
        let outs = p.room.at_once([at("reports poll").as_str(), close]);
        assert!(outs[0].code == 0 || outs[0].code == 6, "{outs:?}");
        if outs[1].code != 0 {
            assert!(outs[1].stderr.contains("changed since draft"), "{outs:?}");
            p.room.sh(close).ok();
        }
        for _ in 0..100 {
            if has(&db, 1).await.1 == 0 {
                break;
            }
            p.room.sh(&at("reports poll"));
        }
        assert_eq!(has(&db, 1).await, (840_000, 0, 0));
        let captured = |of: &str| format!("SELECT COUNT(*) FROM journal WHERE kind = 'capture' AND {of}");
        let right = "origin_period = 202610 AND (period = 202611 OR (period = 202610 AND id <= (SELECT close_journal FROM period WHERE ym = 202610)))";
        assert_eq!(db.number(&captured(right)).await, db.number(&captured("1 = 1")).await);
        assert_eq!(db.number("SELECT CAST(SUM(total_minor) AS BIGINT) FROM usage_charge WHERE origin_period = 202610").await, 160_000);
        p.room.sh("credits verify --full").ok();
    }

    /// A booking that is under way when the month is to be closed is waited for, and is no news after the end.
    async fn a_booking_under_way_keeps_the_month_open(db: TestDb) {
        shop(&db).sh("credits bonus --site shop --amount 1 --reason r").ok();
        let period: Period = "2026-10".parse().expect("a month");
        let in_november = Micros(period.end().0 + 10 * 86_400_000_000);
        let clock = Clock::new(move || in_november);
        let wish = Wish {
            period,
            recompute: false,
            close: false,
            grace: Duration::ZERO,
            wait: false,
            workers: 1,
            chunk: 100,
        };
        let run = |close: bool| {
            let (store, clock) = (db.store.clone(), clock.clone());
            async move {
                let stop = Arc::new(AtomicBool::new(false));
                settle::run(&store, &clock, Wish { close, ..wish }, stop, &|_, _| ()).await
            }
        };
        run(false).await.expect("a draft");
        let mut tx = db.store.write().await.expect("a transaction");
        let at = Micros(period.end().0 - 1);
        let note = Note { site: SiteId(1), effective_at: at, now: at, op_key: None, about: None, reverses: None, actor: "test", memo: None };
        post(&mut tx, &Posting::adjust(SiteId(1), Minor(5)).expect("balances"), note).await.expect("is booked");
        let closing = tokio::spawn(run(true));
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert!(!closing.is_finished(), "it waits");
        tx.commit().await.expect("commits");
        match closing.await.expect("ends") {
            // it had not begun
            Ok(report) => assert_eq!((report.state.as_str(), report.draft), ("closed", 2)),
            Err(SettleError::Blocked { why, .. }) => assert!(why[0].contains("changed since draft 1"), "{why:?}"),
            Err(e) => panic!("{e}"),
        }
        // the run before may still be putting its lock away
        let wish = Wish { wait: true, ..wish };
        let stop = Arc::new(AtomicBool::new(false));
        let done = settle::run(&db.store, &clock, Wish { close: true, ..wish }, stop, &|_, _| ()).await.expect("closes");
        assert_eq!(done.state, "closed");
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE period = 202610 AND id > (SELECT close_journal FROM period WHERE ym = 202610)").await, 0);
        room(&db).sh("credits verify --full").ok();
    }

    /// A month before one that is closed takes nothing either, whatever the clock says: it would change what the closed
    /// one began with.
    async fn nothing_is_booked_before_a_closed_month(db: TestDb) {
        let room = shop(&db);
        room.sh("credits bonus --site shop --amount 10 --reason r").ok();
        room.sh("--now 2026-11-10T00:00:00+09:00 settle --month 2026-10 --close").ok();
        let before = room.sh("credits statement --site shop --month 2026-10").ok().json();
        room.sh("--now 2026-08-15T00:00:00+09:00 credits topup --site shop --amount 5 --key august").ok();
        assert_eq!(room.sh("credits statement --site shop --month 2026-10").ok().json(), before);
        assert_eq!(db.number("SELECT COUNT(*) FROM journal WHERE period = 202611 AND origin_period = 202608").await, 1);
        // nor is a month closed while an earlier one is open
        room.sh("--now 2027-01-20T00:00:00+09:00 settle --month 2026-12 --close").fails(4, &["2026-11 is not closed"]);
        room.sh("credits verify --full").ok();
    }
}
