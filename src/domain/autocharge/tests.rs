//! The golden case of auto-charge row by row, and its bounds under clocks and gateways of any kind.

use proptest::prelude::*;

use super::*;

fn at(text: &str) -> Micros {
    text.parse::<jiff::Timestamp>().expect("a time").into()
}

fn won(n: i64) -> Minor {
    Minor(n * 100)
}

fn rule() -> Rule {
    Rule {
        enabled: true,
        threshold: won(10_000),
        amount: won(50_000),
        mode: Mode::Fixed,
        cooldown: Duration::from_hours(1),
        max_per_day: 3,
        max_month: won(200_000),
        max_declines: 3,
    }
}

/// A site as the books would keep it.
#[derive(Debug, Clone)]
struct Site {
    rule: Rule,
    available: Minor,
    low: bool,
    wanted: bool,
    flight: Option<(Micros, Minor)>,
    done: Vec<(Micros, Minor)>,
    declined: Vec<Micros>,
    declines: u32,
    blocked: u32,
    blocked_said: bool,
}

impl Site {
    fn new(available: Minor) -> Self {
        Self {
            rule: rule(),
            available,
            low: false,
            wanted: false,
            flight: None,
            done: vec![],
            declined: vec![],
            declines: 0,
            blocked: 0,
            blocked_said: false,
        }
    }

    fn moved(&mut self, by: Minor) {
        self.available = Minor(self.available.0 + by.0);
        let coming = self.flight.map_or(0, |f| f.1.0);
        match edge(Minor(self.available.0 + coming), self.rule.threshold, self.low) {
            Edge::Fell => (self.low, self.wanted) = (true, true),
            Edge::Rose => (self.low, self.wanted) = (false, false),
            Edge::None => {}
        }
    }

    fn past(&self, now: Micros) -> Past {
        Past {
            in_flight: self.flight.is_some(),
            last_success: self.done.iter().map(|d| d.0).max(),
            last_decline: self.declined.iter().copied().max(),
            declines: self.declines,
            today: u32::try_from(self.done.iter().filter(|d| d.0.kst_date() == now.kst_date()).count()).expect("few"),
            month: Minor(self.done.iter().filter(|d| Period::of(d.0) == Period::of(now)).map(|d| d.1.0).sum()),
        }
    }

    fn sweep(&mut self, now: Micros) -> Option<Decision> {
        if !self.wanted {
            return None;
        }
        let decision = decide(&self.rule, &self.past(now), None, now);
        match decision {
            Decision::Charge(net) => {
                self.flight = Some((now, net));
                self.blocked_said = false;
            }
            Decision::Not(why, _) if why.blocks() && !self.blocked_said => {
                self.blocked_said = true;
                self.blocked += 1;
            }
            Decision::Not(..) => {}
        }
        Some(decision)
    }

    fn succeeded(&mut self, now: Micros) {
        let (asked, net) = self.flight.take().expect("one is under way");
        self.done.push((now.max(asked), net));
        self.declines = 0;
        self.wanted = false;
        self.moved(net);
    }

    fn declined(&mut self, now: Micros) {
        let (asked, _) = self.flight.take().expect("one is under way");
        self.declined.push(now.max(asked));
        self.declines += 1;
        if self.declines >= self.rule.max_declines {
            self.rule.enabled = false;
        }
    }
}

#[test]
fn c06_auto_charge_row_by_row() {
    let kst = |time: &str| at(&format!("2026-10-05T{time}+09:00"));
    let mut s = Site::new(won(12_000));
    s.moved(won(-3_000));
    assert_eq!((s.available, s.wanted), (won(9_000), true));
    assert_eq!(s.sweep(kst("09:00:00")), Some(Decision::Charge(won(50_000))));
    assert_eq!(super::super::ledger::vat_of_net(won(50_000)).expect("a sum").gross, won(55_000));
    s.succeeded(kst("09:00:02"));
    assert_eq!((s.available, s.wanted), (won(59_000), false));

    s.moved(won(-52_000));
    assert_eq!(s.sweep(kst("09:20:00")), Some(Decision::Not(Why::Cooldown, Some(kst("10:00:02")))));
    assert_eq!(s.sweep(kst("10:00:01")), Some(Decision::Not(Why::Cooldown, Some(kst("10:00:02")))));
    assert_eq!((s.available, s.wanted), (won(7_000), true), "remembered");
    assert_eq!(s.sweep(kst("10:00:02")), Some(Decision::Charge(won(50_000))));
    s.succeeded(kst("10:00:02"));
    assert_eq!(s.available, won(57_000));

    s.moved(won(-50_000));
    assert_eq!(s.sweep(kst("10:30:00")), Some(Decision::Not(Why::Cooldown, Some(kst("11:00:02")))));
    assert_eq!(s.sweep(kst("11:00:02")), Some(Decision::Charge(won(50_000))));
    s.declined(kst("11:00:02"));
    assert_eq!((s.available, s.wanted), (won(7_000), true));
    assert_eq!(s.sweep(kst("12:00:01")), Some(Decision::Not(Why::BackOff, Some(kst("12:00:02")))));
    assert_eq!(s.sweep(kst("12:00:05")), Some(Decision::Charge(won(50_000))));
    s.succeeded(kst("12:00:05"));
    assert_eq!(s.available, won(57_000));

    s.moved(won(-50_000));
    let midnight = at("2026-10-06T00:00:00+09:00");
    assert_eq!(s.sweep(kst("13:00:00")), Some(Decision::Not(Why::Day, Some(midnight))));
    assert_eq!(s.sweep(kst("13:00:10")), Some(Decision::Not(Why::Day, Some(midnight))));
    assert_eq!(s.sweep(kst("23:59:59")), Some(Decision::Not(Why::Day, Some(midnight))));
    assert_eq!((s.available, s.blocked), (won(7_000), 1), "told once");
    assert_eq!(s.past(kst("13:00:10")).month, won(150_000));
    // remembered over midnight; the fourth of the month fits, a fifth does not
    assert_eq!(s.sweep(midnight), Some(Decision::Charge(won(50_000))));
    s.succeeded(midnight);
    s.moved(won(-50_000));
    let november = at("2026-11-01T00:00:00+09:00");
    assert_eq!(s.sweep(at("2026-10-06T05:00:00+09:00")), Some(Decision::Not(Why::Month, Some(november))));
    assert_eq!(s.sweep(november), Some(Decision::Charge(won(50_000))));
}

#[test]
fn c06_a_send_that_one_charge_cannot_pay_for_charges_nothing() {
    let short = Some(Minor(won(130_000).0 - won(12_000).0));
    let now = at("2026-10-05T09:00:00+09:00");
    let fixed = rule();
    assert_eq!(decide(&fixed, &Past::default(), short, now), Decision::Not(Why::TooLittle, None));
    let cover = Rule { mode: Mode::CoverShortfall, ..rule() };
    assert_eq!(decide(&cover, &Past::default(), short, now), Decision::Charge(won(150_000)));
    assert_eq!(sum(&cover, Some(won(50_000))), Some(won(50_000)));
    assert_eq!(sum(&cover, Some(Minor(won(50_000).0 + 1))), Some(won(100_000)));
    assert_eq!(sum(&cover, None), Some(won(50_000)));
    let dear = Some(won(200_001));
    assert!(matches!(decide(&cover, &Past::default(), dear, now), Decision::Not(Why::Month, _)), "250,000 is too much");
}

#[test]
fn three_declines_switch_it_off() {
    let mut s = Site::new(won(9_999));
    s.moved(Minor::ZERO);
    let mut now = at("2026-10-05T09:00:00+09:00");
    for hours in [1, 6] {
        assert!(matches!(s.sweep(now), Some(Decision::Charge(_))));
        s.declined(now);
        now = now.plus(Duration::from_hours(hours));
        assert!(matches!(s.sweep(Micros(now.0 - 1)), Some(Decision::Not(Why::BackOff, _))));
    }
    assert!(matches!(s.sweep(now), Some(Decision::Charge(_))));
    s.declined(now);
    assert_eq!(s.sweep(now.plus(Duration::from_hours(240))), Some(Decision::Not(Why::Off, None)));
}

#[test]
fn a_rule_that_cannot_work_is_refused() {
    assert_eq!(rule().check(), Ok(()));
    assert!(matches!(Rule { amount: won(10_000), ..rule() }.check(), Err(BadRule::Amount { .. })));
    assert!(matches!(Rule { max_month: won(49_999), ..rule() }.check(), Err(BadRule::Month(_))));
    assert!(Rule { max_per_day: 0, ..rule() }.check().is_err());
    assert!(Rule { max_declines: 0, ..rule() }.check().is_err());
}

#[test]
fn what_has_ended_stays_ended() {
    for ended in [State::Succeeded, State::Declined, State::Cancelled] {
        assert!(!ended.in_flight() && State::ALL.iter().all(|next| !ended.may_become(*next)));
    }
    assert!(!State::Requested.may_become(State::Succeeded), "nothing is paid that was not asked for");
}

/// What comes next in a life.
#[derive(Debug, Clone)]
enum Step {
    /// The clock moves, forwards or back.
    Time(i64),
    /// Credits are spent.
    Spend(i64),
    /// Somebody tops up by hand.
    Topup(i64),
    /// A sweep; how the gateway answers what it asks.
    Sweep(Answer),
}

#[derive(Debug, Clone, Copy)]
enum Answer {
    Ok,
    Decline,
    TimeoutThenOk,
    TimeoutThenDecline,
}

fn step() -> impl Strategy<Value = Step> {
    let answer = prop_oneof![
        Just(Answer::Ok),
        Just(Answer::Decline),
        Just(Answer::TimeoutThenOk),
        Just(Answer::TimeoutThenDecline)
    ];
    prop_oneof![
        3 => (-7_200_i64..14_400).prop_map(|s| Step::Time(s * 1_000_000)),
        3 => (1_i64..80_000).prop_map(Step::Spend),
        1 => (1_i64..80_000).prop_map(Step::Topup),
        4 => answer.prop_map(Step::Sweep),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// At most one under way; successes of a day and a month within bounds; far enough from each other: whatever the
    /// clock does and the gateway says.
    #[test]
    fn p08_auto_charge_stays_within_its_bounds(steps in prop::collection::vec(step(), 1..120)) {
        let mut s = Site::new(won(12_000));
        let mut now = at("2026-10-05T09:00:00+09:00");
        // what the gateway took, by our name for it
        let mut taken: std::collections::BTreeMap<usize, bool> = std::collections::BTreeMap::new();
        let (mut name, mut lost) = (0, None);
        for step in steps {
            match step {
                Step::Time(us) => now = Micros(now.0 + us),
                Step::Spend(n) => s.moved(Minor(-won(n).0.min(s.available.0))),
                Step::Topup(n) => s.moved(won(n)),
                Step::Sweep(answer) => {
                    if let Some(known) = lost.take() {
                        // asked under the same name: the gateway says what it did
                        let paid = *taken.get(&known).expect("the gateway knows the name");
                        if paid { s.succeeded(now) } else { s.declined(now) }
                        continue;
                    }
                    let before = s.flight;
                    if let Some(Decision::Charge(_)) = s.sweep(now) {
                        prop_assert!(before.is_none());
                        name += 1;
                        let paid = matches!(answer, Answer::Ok | Answer::TimeoutThenOk);
                        prop_assert!(taken.insert(name, paid).is_none(), "never twice under one name");
                        match answer {
                            Answer::Ok => s.succeeded(now),
                            Answer::Decline => s.declined(now),
                            Answer::TimeoutThenOk | Answer::TimeoutThenDecline => lost = Some(name),
                        }
                    }
                }
            }
        }
        let mut done = s.done.clone();
        done.sort();
        for pair in done.windows(2) {
            prop_assert!(pair[1].0.since(pair[0].0) >= s.rule.cooldown, "{done:?}");
        }
        for of in done.chunk_by(|a, b| a.0.kst_date() == b.0.kst_date()) {
            prop_assert!(of.len() <= 3, "{done:?}");
        }
        for of in done.chunk_by(|a, b| Period::of(a.0) == Period::of(b.0)) {
            prop_assert!(of.iter().map(|d| d.1.0).sum::<i64>() <= s.rule.max_month.0, "{done:?}");
        }
        let paid = taken.values().filter(|p| **p).count();
        let waits = usize::from(lost.is_some_and(|n| taken[&n]));
        prop_assert_eq!(paid, s.done.len() + waits, "what the gateway took is booked, once");
    }
}
