//! Histories: what may happen next, so that most of it can be done, and all of it happens now and then.

use proptest::prelude::{BoxedStrategy, Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest_state_machine::ReferenceStateMachine;

use super::model::{Body, Campaign, HOUR, Model, Step, Way};

fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![select(vec![1, 99, 100, 1_050, 10_989, 99_999]), 1_i64..30_000]
}

/// An amount, or just what a limit allows, or 0.01 won more.
fn around(limit: i64) -> impl Strategy<Value = i64> {
    prop_oneof![1 => amount(), 1 => Just(limit.max(1)), 1 => Just(limit.max(0) + 1)]
}

/// What may be asked for; most of it can be done, and some of it cannot.
fn body(m: &Model) -> BoxedStrategy<Body> {
    let site = 0..m.sites.len();
    let each = |limit: fn(&Model, usize) -> i64| {
        let limits: Vec<i64> = (0..m.sites.len()).map(|s| limit(m, s)).collect();
        (0..limits.len()).prop_flat_map(move |site| (Just(site), around(limits[site])))
    };
    let spent = each(|m, s| m.sites[s].available + m.sites[s].limit);
    let gateway = proptest::option::weighted(0.5, 0_u8..3);
    let paid = prop_oneof![1 => amount(), 3 => 20_000_i64..80_000];
    let topup = (site.clone(), paid, any::<bool>(), gateway).prop_map(|(site, amount, gross, gateway)| Body::Topup {
        site,
        amount,
        gross,
        gateway,
    });
    let mut all: Vec<(u32, BoxedStrategy<Body>)> = vec![
        (4, topup.boxed()),
        (2, (site.clone(), amount()).prop_map(|(site, amount)| Body::Bonus { site, amount }).boxed()),
        (2, spent.prop_map(|(site, n)| Body::Adjust { site, amount: -n }).boxed()),
        (1, (site.clone(), amount()).prop_map(|(site, amount)| Body::Adjust { site, amount }).boxed()),
        (4, each(Model::cashable).prop_map(|(site, amount)| Body::Cashout { site, amount }).boxed()),
        (4, (site, 2_usize..5).prop_map(|(site, people)| Body::Send { site, people }).boxed()),
    ];
    if !m.payments.is_empty() {
        all.push((2, (0..m.payments.len()).prop_map(|payment| Body::Chargeback { payment }).boxed()));
    }
    if !m.campaigns.is_empty() {
        let way = proptest::option::of(select(vec![Way::Alimtalk, Way::Sms]));
        let left = |c: &Campaign| c.charges.iter().map(|r| r.total - r.refunded).sum();
        let lefts: Vec<i64> = m.campaigns.iter().map(left).collect();
        let of = (0..lefts.len()).prop_flat_map(move |c| (Just(c), proptest::option::of(around(lefts[c]))));
        let refund = (of, way).prop_map(|((campaign, amount), way)| Body::Refund { campaign, way, amount });
        all.push((4, refund.boxed()));
    }
    proptest::strategy::Union::new_weighted(all).boxed()
}

impl ReferenceStateMachine for Model {
    type State = Self;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Self> {
        Just(Self::new()).boxed()
    }

    fn transitions(m: &Self) -> BoxedStrategy<Step> {
        let wait = prop_oneof![
            2 => 1_i64..HOUR,
            3 => 20 * HOUR..90 * HOUR,
            3 => 300 * HOUR..800 * HOUR,
        ];
        let price = (0_i64..=20).prop_flat_map(|n| (Just(n * 150), select(vec![1_850_i64, 2_000, 0])));
        let owner = proptest::option::of(0..m.sites.len());
        let mut all: Vec<(u32, BoxedStrategy<Step>)> = vec![
            (18, body(m).prop_map(Step::Do).boxed()),
            (5, wait.prop_map(Step::Wait).boxed()),
            (3, Just(Step::Sweep).boxed()),
            (2, Just(Step::Close).boxed()),
            (1, amount().prop_map(Step::Crash).boxed()),
            (1, (owner, price).prop_map(|(site, prices)| Step::Price { site, prices }).boxed()),
        ];
        let credits = body(m).prop_filter("a send is no single operation", |b| !matches!(b, Body::Send { .. }));
        all.push((1, credits.prop_map(Step::CutOff).boxed()));
        if m.sites.len() < 2 {
            all.push((1, select(vec![0, 5_000]).prop_map(|limit| Step::AddSite { limit }).boxed()));
        }
        if !m.asked.is_empty() {
            all.push((2, (0..m.asked.len()).prop_map(Step::Again).boxed()));
            all.push((1, (0..m.asked.len()).prop_map(Step::Other).boxed()));
        }
        let n = m.campaigns.len();
        if n > 0 {
            // the newest ones are those of which most is open
            let which = (0..n.min(2)).prop_map(move |back| n - 1 - back);
            let words = proptest::collection::vec((0_usize..4, proptest::bool::weighted(0.6)), 1..4);
            let report = (which.clone(), words, any::<bool>()).prop_map(|(campaign, words, repeat)| Step::Report {
                campaign,
                words,
                repeat,
            });
            all.push((10, which.prop_map(Step::HandOver).boxed()));
            all.push((12, report.boxed()));
        }
        proptest::strategy::Union::new_weighted(all).boxed()
    }

    fn preconditions(m: &Self, step: &Step) -> bool {
        m.is_possible(step)
    }

    fn apply(mut m: Self, step: &Step) -> Self {
        m.expect = m.step(step);
        m
    }
}
