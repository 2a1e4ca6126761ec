//! The system as operators use it, beside the model: the same operations, each held against what the model expects.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use msgctl::domain::breaker::Temper;
use msgctl::domain::channel::{Channel, Granularity, Lane, Strategy};
use msgctl::domain::clock::Clock;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::{Billing, Method, Posting, vat_of_net};
use msgctl::domain::money::Minor;
use msgctl::domain::period::Period;
use msgctl::domain::route::Patience;
use msgctl::domain::seal::{KeyRing, new_key_file};
use msgctl::domain::template::TemplateRef;
use msgctl::domain::text::Charset;
use msgctl::domain::time::Micros;
use msgctl::ops::credits::price::{self, NewBook};
use msgctl::ops::credits::statement::{Statement, statement};
use msgctl::ops::credits::verify::{self, Scope};
use msgctl::ops::credits::{self, By, Receipt, Refunded, Request};
use msgctl::ops::ledger::{LedgerError, Note, Once, post, request_hash};
use msgctl::ops::send::request::{Audience, Body as Content, Request as SendRequest};
use msgctl::ops::send::steady::Steady;
use msgctl::ops::send::{ChannelRule, Line, Rules, SendError, Sending, poll, run};
use msgctl::ops::settle::{self, SettleError, Wish};
use msgctl::ops::site::{self, BillingChange, Site};
use msgctl::ops::template;
use msgctl::providers::Report;
use msgctl::store::op::{self, NewOp};
use msgctl::store::{Opening, Store, Target, account, hold, usage};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use tokio::sync::watch;

use super::courier::Courier;
use super::model::{BEGIN, Body, CONFIGURED, Expect, HOLD_TTL, HoldState, Model, Step, Way, month};
use super::probe::{Dump, Probe};
use crate::support::TestDb;

const YEARS: Duration = Duration::from_hours(100_000);

pub struct Bank {
    db: TestDb,
    probe: Probe,
    cx: Arc<Sending>,
    wall: Arc<AtomicI64>,
    courier: Arc<Courier>,
    never: watch::Sender<bool>,
    sites: Vec<SiteId>,
    payments: Vec<i64>,
    campaigns: Vec<CampaignId>,
    /// The keys that they were asked for with.
    keys: Vec<usize>,
    /// All that was said of each campaign.
    said: Vec<Vec<Report>>,
    receipts: BTreeMap<usize, Receipt>,
    /// Statements of closed months, as they were when the month was closed.
    closed: BTreeMap<(usize, i64), Statement>,
}

fn channel(way: Way) -> Channel {
    match way {
        Way::Alimtalk => Channel::Alimtalk,
        Way::Sms => Channel::Sms,
    }
}

fn name(site: usize) -> String {
    format!("s{site}")
}

/// The number of a message of a campaign.
fn number(campaign: usize, message: usize) -> String {
    format!("010{campaign:04}{message:04}")
}

fn key(i: usize) -> String {
    format!("k{i}")
}

async fn open(url: &str) -> Store {
    let target = Target::parse(url, std::path::Path::new("/")).expect("a URL");
    Store::open(target, Opening::Existing).await.expect("opens")
}

fn rules() -> Rules {
    let rule = |c: Channel| ChannelRule {
        provider: "courier".to_owned(),
        failover: Vec::new(),
        limit: None,
        rate_group: c.word().to_owned(),
        group_limit: None,
    };
    let never = Duration::from_hours(1_000);
    Rules {
        batch_size: 100,
        queue_capacity: 1_000,
        max_backlog: 1_000_000,
        patience: Patience { retries: 0, pause: Duration::from_secs(1) },
        ask_after: never,
        give_up_after: Duration::from_mins(1),
        lease: Duration::from_mins(10),
        temper: Temper { failures: 1_000_000, pause: Duration::ZERO, longest: Duration::ZERO },
        channel_down_after: None,
        report_deadline: [(Channel::Alimtalk, YEARS), (Channel::Sms, YEARS)].into(),
        auth_share: 0,
        channels: [Channel::Alimtalk, Channel::Sms, Channel::Lms].map(|c| (c, rule(c))).into(),
        prices: [(Channel::Alimtalk, CONFIGURED.0), (Channel::Sms, CONFIGURED.1), (Channel::Lms, 5_000)]
            .map(|(c, won)| (c, Minor(won)))
            .into(),
        charset: Charset::Cp949,
        replace: false,
        quiet_hours_ad: (jiff::civil::time(21, 0, 0, 0), jiff::civil::time(8, 0, 0, 0)),
        dedupe_window: None,
        daily_cap: 0,
        trial: false,
        hold_ttl: Duration::from_hours(u64::try_from(HOLD_TTL).expect("positive")),
    }
}

impl Bank {
    pub async fn new(db: TestDb) -> Self {
        let wall = Arc::new(AtomicI64::new(BEGIN));
        let (shown, begun) = (Arc::clone(&wall), Instant::now());
        let clock = Clock::new(move || Micros(shown.load(Ordering::SeqCst)))
            .with_boot("boot", move || Micros(1 + i64::try_from(begun.elapsed().as_micros()).expect("fits")));
        let courier = Arc::new(Courier::default());
        let line = Line {
            provider: Arc::clone(&courier) as Arc<dyn msgctl::providers::Provider>,
            max_in_flight: 4,
            timeout: Duration::from_secs(5),
        };
        let keys = KeyRing::parse(&new_key_file(&mut StdRng::seed_from_u64(7))).expect("a ring");
        let steady = Steady::open(&db.store, &clock).await.expect("a clock");
        let cx = Sending {
            store: db.store.clone(),
            keys,
            rules: rules(),
            lines: [("courier".to_owned(), line)].into(),
            clock,
            steady,
            kind: "send",
            actor: "test".to_owned(),
            charger: None,
        };
        let mut bank = Self {
            probe: Probe::new(&db.url).await,
            db,
            cx: Arc::new(cx),
            wall,
            courier,
            never: watch::channel(false).0,
            sites: Vec::new(),
            payments: Vec::new(),
            campaigns: Vec::new(),
            keys: Vec::new(),
            said: Vec::new(),
            receipts: BTreeMap::new(),
            closed: BTreeMap::new(),
        };
        bank.add_site(0).await;
        bank
    }

    fn store(&self) -> &Store {
        &self.cx.store
    }

    async fn add_site(&mut self, limit: i64) {
        let name = name(self.sites.len());
        let billing = BillingChange {
            billing: (limit > 0).then_some(Billing::Prepaid),
            credit_limit: (limit > 0).then_some(Minor(limit)),
            low_balance: None,
        };
        let change = site::Change {
            senders: Some(vec!["0212345678".to_owned()]),
            sender_key: Some("KA01PF000000000000".to_owned()),
            billing,
            ..site::Change::default()
        };
        let now = self.cx.clock.now();
        let added = site::add(self.store(), &name, change, now, false).await.expect("a site");
        let change = template::Change {
            channel: Some(Channel::Alimtalk),
            body: Some("주문 #{order}이 접수되었습니다.".to_owned()),
            provider_code: Some("KA01TP000000000000".to_owned()),
            ..template::Change::default()
        };
        template::add(self.store(), &name, "order", &change, Charset::Cp949, now, false).await.expect("a template");
        self.sites.push(added.id);
    }

    async fn site(&self, site: usize) -> Site {
        site::get(&mut self.store().read().await.expect("reads"), &name(site)).await.expect("a site")
    }

    fn request(&self, body: &Body, m: &Model) -> (usize, Request) {
        let reason = "r".to_owned();
        match *body {
            Body::Topup { site, amount, gross, gateway } => {
                let gateway_tx = gateway.map(|g| format!("T{g}"));
                (site, Request::Topup { amount: Minor(amount), gross, method: Method::Card, gateway_tx })
            }
            Body::Bonus { site, amount } => (site, Request::Bonus { amount: Minor(amount), reason }),
            Body::Adjust { site, amount } => (site, Request::Adjust { amount: Minor(amount), reason }),
            Body::Cashout { site, amount } => (site, Request::Cashout { amount: Minor(amount), reason }),
            Body::Chargeback { payment } => {
                (m.payments[payment].site, Request::Chargeback { payment: self.payments[payment], reason })
            }
            Body::Refund { campaign, way, amount } => {
                let of = Refunded::Campaign(self.campaigns[campaign].0, way.map(channel));
                (m.campaigns[campaign].site, Request::Refund { of, amount: amount.map(Minor), reason })
            }
            Body::Send { .. } => unreachable!("a send is no single operation"),
        }
    }

    async fn credits(
        &mut self,
        i: usize,
        body: &Body,
        m: &Model,
        by_retry: bool,
    ) -> Result<Once<Receipt>, LedgerError> {
        let (site, request) = self.request(body, m);
        let (site, key) = (self.site(site).await, key(i));
        let by = By { actor: "test", key: &key, rehearse: false };
        let done = if by_retry {
            credits::retry(self.store(), &self.cx.clock, &site, by).await
        } else {
            credits::execute(self.store(), &self.cx.clock, &site, &request, by).await
        };
        if let Ok(done) = &done {
            if done.repeated {
                assert_eq!(self.receipts.get(&i), Some(&done.answer), "{key} has another answer than before");
            }
            if m.payments.len() > self.payments.len() {
                let id = done.answer.payment.as_deref().and_then(|p| p.strip_prefix("pay_")).expect("a payment");
                self.payments.push(id.parse().expect("a number"));
            }
            self.receipts.insert(i, done.answer.clone());
        }
        done
    }

    async fn send(&self, i: usize, site: usize, people: usize) -> Result<run::Outcome, SendError> {
        // the numbers tell campaigns apart, by the key that they were first asked for with
        let phones = (0..people).map(|p| number(i, p).parse().expect("a mobile")).collect();
        let request = SendRequest {
            site: name(site),
            audience: Audience::Phones(phones),
            body: Content::Template(TemplateRef { name: "order".to_owned(), version: None }),
            subject: None,
            fallback: Some("주문이 접수되었습니다".to_owned()),
            vars: [("order".to_owned(), "A1".to_owned())].into(),
            strategy: Some(Strategy::AlimtalkFirst),
            granularity: Granularity::Campaign,
            lane: Lane::Bulk,
            ad: false,
            key: Some(key(i)),
            test: false,
            allow_repeat: true,
            begins: None,
            wrapper: None,
            wait_for_room: false,
            partial: false,
        };
        run::detach(&self.cx, request, None, self.never.subscribe(), |_| ()).await
    }

    /// Does what a key stands for, and holds it against what is expected.
    async fn ask(&mut self, i: usize, m: &Model, by_retry: bool) {
        let body = m.asked[i].0.clone();
        if let Body::Send { site, people } = body {
            let done = self.send(i, site, people).await;
            let known = self.campaigns.len() == m.campaigns.len();
            match (&m.expect, done) {
                (Expect::Done, Ok(sent)) if !known => {
                    self.campaigns.push(sent.campaign);
                    self.keys.push(i);
                    self.said.push(Vec::new());
                }
                (Expect::Repeated, Ok(sent)) => assert!(self.campaigns.contains(&sent.campaign)),
                (Expect::Refused("INSUFFICIENT"), Err(SendError::Insufficient { .. } | SendError::Refused { .. })) => {}
                (expect, done) => panic!("{}: {body:?}: {expect:?}, not {done:?}", key(i)),
            }
            return;
        }
        match (&m.expect, self.credits(i, &body, m, by_retry).await) {
            (Expect::Done, Ok(Once { repeated: false, .. }))
            | (Expect::Repeated, Ok(Once { repeated: true, .. }))
            | (Expect::Missing, Err(LedgerError::NotFound { .. })) => {}
            (Expect::Refused(code), Err(LedgerError::Refused { code: is, .. })) if *code == is => {}
            (expect, done) => panic!("{}: {body:?}: {expect:?}, not {done:?}", key(i)),
        }
    }

    /// The key for something else.
    async fn other(&mut self, i: usize, m: &Model) {
        if let Body::Send { site, people } = m.asked[i].0 {
            let done = self.send(i, site, people + 1).await;
            assert!(matches!(done, Err(SendError::KeyTaken(_))), "{done:?}");
            return;
        }
        let (site, _) = self.request(&m.asked[i].0, m);
        let (site, key) = (self.site(site).await, key(i));
        let other = Request::Bonus { amount: Minor(77_777_777), reason: "other".to_owned() };
        let by = By { actor: "test", key: &key, rehearse: false };
        let done = credits::execute(self.store(), &self.cx.clock, &site, &other, by).await;
        assert!(matches!(done, Err(LedgerError::KeyTaken(_))), "{done:?}");
    }

    /// What was asked for is written down, and nobody is left to do it.
    async fn cut_off(&self, i: usize, m: &Model) {
        let (site, request) = self.request(&m.asked[i].0, m);
        let (text, key) = (serde_json::to_string(&request).expect("JSON"), key(i));
        let request_hash = request_hash(request.verb(), &text);
        let (site, verb, now) = (self.sites[site], request.verb(), self.cx.clock.now());
        let new = NewOp { site, key: &key, verb, request: &text, request_hash: &request_hash, actor: "test", now };
        let mut tx = self.store().write().await.expect("a transaction");
        assert!(op::intend(&mut tx, &new).await.expect("is written down"));
        tx.commit().await.expect("commits");
    }

    async fn price(&self, owner: Option<usize>, (alimtalk, sms): (i64, i64), expect: &Expect) {
        let site = match owner {
            Some(s) => Some(self.site(s).await),
            None => None,
        };
        let now = self.cx.clock.now();
        let new = NewBook {
            site: site.as_ref(),
            valid_from: now,
            prices: [(Channel::Alimtalk, Minor(alimtalk)), (Channel::Sms, Minor(sms))].into(),
            note: None,
            actor: "test",
            configured: &self.cx.rules.prices,
        };
        match (expect, price::add(self.store(), &new, now, false).await) {
            (Expect::Done, Ok(_)) => {}
            (Expect::Refused(code), Err(LedgerError::Refused { code: is, .. })) if *code == is => {}
            (expect, done) => panic!("{expect:?}, not {done:?}"),
        }
    }

    async fn hand_over(&self, campaign: usize) {
        let done = run::hand_over(&self.cx, self.campaigns[campaign], self.never.subscribe()).await;
        assert!(done.expect("is handed over").is_some(), "somebody else sends it");
    }

    async fn report(&mut self, m: &Model, campaign: usize, words: &[(usize, bool)], repeat: bool) {
        if repeat {
            self.courier.say(self.said[campaign].clone());
        }
        let i = self.keys[campaign];
        let Body::Send { people, .. } = m.asked[i].0 else { unreachable!("a campaign is asked for by a send") };
        let now = self.cx.clock.now();
        let reports: Vec<Report> = words
            .iter()
            .filter_map(|(w, delivered)| self.courier.report(&number(i, w % people), *delivered, now))
            .collect();
        self.said[campaign].extend(reports.iter().cloned());
        self.courier.say(reports);
        self.fetch().await;
    }

    async fn fetch(&self) {
        let fetched = poll::fetch(&self.cx, "courier", &self.cx.lines["courier"], &mut self.never.subscribe()).await;
        let fetched = fetched.expect("is fetched");
        assert!(fetched.failed.is_none() && fetched.strangers == 0, "{fetched:?}");
    }

    async fn sweep(&self) {
        msgctl::ops::send::credits::sweep(&self.cx, None, false).await.expect("is swept");
    }

    async fn close(&mut self, m: &Model) {
        let ym = if matches!(m.expect, Expect::NotOver | Expect::Awaited) {
            m.closes()
        } else {
            m.closed.expect("was closed")
        };
        let wish = Wish {
            period: Period::of_ym(ym).expect("a month"),
            recompute: false,
            close: true,
            grace: Duration::ZERO,
            wait: false,
            workers: 1,
            chunk: 100,
        };
        let done = settle::run(self.store(), &self.cx.clock, wish, Arc::new(AtomicBool::new(false)), &|_, _| ()).await;
        match (&m.expect, done) {
            (Expect::NotOver, Err(SettleError::NotOver(_))) => {}
            (Expect::Awaited, Err(SettleError::Blocked { why, .. })) => {
                assert!(why.iter().all(|w| w.contains("have no result")), "{why:?}");
            }
            (Expect::Done, Ok(report)) => {
                assert_eq!(report.state, "closed");
                for site in 0..self.sites.len() {
                    let s = self.statement(site, ym).await;
                    self.closed.insert((site, ym), s);
                }
            }
            (expect, done) => panic!("{expect:?}, not {done:?}"),
        }
    }

    /// Work that is lost with its process; whoever comes next finds the database as it was before.
    async fn crash(&mut self, amount: i64) {
        let mut tx = self.store().write().await.expect("a transaction");
        let (site, now) = (self.sites[0], self.cx.clock.now());
        account::open(&mut tx, site).await.expect("opens");
        let posting = Posting::topup(site, Method::Bank, vat_of_net(Minor(amount)).expect("fits")).expect("balances");
        let note =
            Note { site, effective_at: now, now, op_key: None, about: None, reverses: None, actor: "test", memo: None };
        post(&mut tx, &posting, note).await.expect("is booked");
        drop(tx);
        self.store().close().await;
        let store = open(&self.db.url).await;
        self.cx = Arc::new(Sending { store, ..(*self.cx).clone() });
    }

    pub async fn apply(&mut self, step: &Step, m: &Model) {
        self.wall.store(m.now, Ordering::SeqCst);
        let before = self.probe.dump().await;
        match step {
            Step::AddSite { limit } => self.add_site(*limit).await,
            Step::Do(_) => self.ask(m.asked.len() - 1, m, false).await,
            Step::CutOff(_) => self.cut_off(m.asked.len() - 1, m).await,
            Step::Again(_) | Step::Other(_) if m.expect == Expect::Nothing => {}
            Step::Again(i) => self.ask(*i, m, !matches!(m.asked[*i].0, Body::Send { .. })).await,
            Step::Other(i) => self.other(*i, m).await,
            Step::Price { site, prices } => self.price(*site, *prices, &m.expect).await,
            Step::HandOver(c) => self.hand_over(*c).await,
            Step::Report { campaign, words, repeat } => self.report(m, *campaign, words, *repeat).await,
            Step::Sweep => self.sweep().await,
            Step::Wait(_) => {}
            Step::Close => self.close(m).await,
            Step::Crash(amount) => self.crash(*amount).await,
        }
        self.unchanged(step, m, before).await;
    }

    /// What was refused, answered before or lost has changed nothing but, when it was decided, its own key.
    async fn unchanged(&self, step: &Step, m: &Model, before: Dump) {
        let after = self.probe.dump().await;
        let nothing = match (step, &m.expect) {
            (Step::CutOff(_), _) => true,
            (Step::Crash(_) | Step::Wait(_), _) => true,
            (_, Expect::Done) => false,
            _ => true,
        };
        if !nothing {
            return;
        }
        // a close that is refused leaves the draft that it made
        let draft = m.expect == Expect::Awaited;
        let books = |d: &Dump| d.books.iter().filter(|(t, _)| !draft || t != "period").cloned().collect::<Vec<_>>();
        assert_eq!(books(&after), books(&before), "{step:?} has changed something");
        let decided = match (step, &m.expect) {
            (Step::Do(_), Expect::Refused(_)) | (Step::CutOff(_), _) => Some(m.asked.len() - 1),
            (Step::Again(i), Expect::Refused(_) | Expect::Missing) => Some(*i),
            _ => None,
        };
        let without = |mut d: Dump| {
            if let Some(i) = decided {
                d.ops.remove(&key(i));
            }
            d.ops
        };
        assert_eq!(without(after), without(before), "{step:?} has changed another key");
    }

    async fn statement(&self, site: usize, ym: i64) -> Statement {
        let row = self.site(site).await;
        let mut c = self.store().read().await.expect("reads");
        statement(&mut c, row.id, &row.name, Period::of_ym(ym).expect("a month")).await.expect("a statement")
    }

    pub async fn check(&self, m: &Model) {
        let mut c = self.store().read().await.expect("reads");
        for (i, should) in m.sites.iter().enumerate() {
            let is = account::balances(&mut c, self.sites[i]).await.expect("reads").unwrap_or_default();
            let is = (is.available.0, is.held.0, is.receivable.0);
            assert_eq!(is, (should.available, should.held, should.receivable), "balances of {}", name(i));
        }
        for (i, campaign) in m.campaigns.iter().enumerate() {
            let holds = hold::of_campaign(&mut c, self.campaigns[i]).await.expect("reads");
            let is: Vec<_> = holds
                .iter()
                .map(|h| {
                    (h.authorized_minor.0, h.captured_minor.0, h.released_minor.0, h.late_minor.0, h.state.as_str())
                })
                .collect();
            let state = |s| match s {
                HoldState::Open => "open",
                HoldState::Closed => "closed",
                HoldState::Expired => "expired",
            };
            let should = campaign.hold.as_ref().map(|h| (h.authorized, h.captured, h.released, h.late, state(h.state)));
            assert_eq!(is, should.into_iter().collect::<Vec<_>>(), "the hold of campaign {i}");
            assert!(holds.iter().all(|h| h.captured_minor.0 <= h.authorized_minor.0));
            let rows = usage::of_campaign(&mut c, self.campaigns[i]).await.expect("reads");
            let is: Vec<_> = rows
                .iter()
                .map(|r| {
                    (
                        r.channel.clone(),
                        r.period.ym(),
                        r.origin_period.ym(),
                        r.late != 0,
                        r.total_minor.0,
                        r.refunded_minor.0,
                    )
                })
                .collect();
            let row = |r: &super::model::Charge| {
                (channel(r.way).word().to_owned(), r.period, r.origin, r.late, r.total, r.refunded)
            };
            assert_eq!(is, campaign.charges.iter().map(row).collect::<Vec<_>>(), "the charges of campaign {i}");
        }
        drop(c);
        self.months(m).await;
        self.probe.sums_are_zero().await;
        self.proven(m).await;
    }

    /// Each month begins with what the one before it ended with; what is closed stays as it was.
    async fn months(&self, m: &Model) {
        for site in 0..m.sites.len() {
            let mut before = 0;
            let mut ym = Period::of_ym(month(BEGIN)).expect("a month");
            while ym.ym() <= month(m.now).max(m.closes()) {
                let s = self.statement(site, ym.ym()).await;
                assert!(s.adds_up(), "{s:?}");
                assert_eq!((s.opening_minor, s.closing_minor), (before, m.closing(site, ym.ym())), "{ym} of {site}");
                if let Some(closed) = self.closed.get(&(site, ym.ym())) {
                    assert_eq!(&s, closed, "{ym} was closed");
                }
                before = s.closing_minor;
                ym = ym.next();
            }
        }
    }

    async fn proven(&self, m: &Model) {
        let scope = Scope { full: true, hold_ttl: YEARS, ..Scope::default() };
        let report = verify::run(self.store(), &self.cx.clock, scope, &|_, _, _| ()).await.expect("a proof");
        let broken: Vec<_> = report.checks.iter().filter(|c| c.violations > 0).collect();
        assert!(report.proven && broken.is_empty(), "{broken:?} after {:?}", m.expect);
    }

    /// Everything ends: then each hold has given back what it did not need.
    pub async fn finish(mut self, m: Model) {
        for round in 0..2 {
            for campaign in 0..self.campaigns.len() {
                self.hand_over(campaign).await;
                self.report(&m, campaign, &[(0, false), (1, true), (2, round == 0), (3, false)], true).await;
            }
        }
        self.wall.fetch_add((HOLD_TTL + 1) * super::model::HOUR, Ordering::SeqCst);
        self.sweep().await;
        let mut c = self.store().read().await.expect("reads");
        for id in &self.campaigns {
            for h in hold::of_campaign(&mut c, *id).await.expect("reads") {
                assert_ne!(h.state, "open", "{h:?}");
                assert_eq!(h.captured_minor.0 + h.released_minor.0, h.authorized_minor.0, "{h:?}");
            }
        }
        for (i, site) in self.sites.iter().enumerate() {
            let has = account::balances(&mut c, *site).await.expect("reads").unwrap_or_default();
            assert_eq!(has.held, Minor::ZERO, "{} has nothing set aside", name(i));
        }
        drop(c);
        self.probe.sums_are_zero().await;
        self.proven(&m).await;
        self.probe.close().await;
        self.store().close().await;
    }
}
