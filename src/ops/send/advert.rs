//! Advertising in a plan: whose consent holds when the turn comes, who may get it at night, and what waits.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{ChannelRule, Limit, Rules, limit};
use crate::domain::advert::{self, Consent, Hours};
use crate::domain::channel::Channel;
use crate::domain::money::group_thousands;
use crate::domain::time::Micros;

const DAY: Duration = Duration::from_hours(24);

/// What a person has agreed to, as found when the plan was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// When consent to advertising was given.
    pub ad: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night: Option<Micros>,
    /// It stood in the file or database that the send named, not in the site's own record.
    pub brought: bool,
}

impl Given {
    /// The later consents of the two.
    pub(super) fn or_known(self, known: Self) -> Self {
        let brought = self.ad > known.ad;
        Self { ad: self.ad.max(known.ad), night: self.night.max(known.night), brought }
    }
}

/// What the hours make of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outlook {
    /// Messages that wait for the morning.
    pub(super) held: u64,
    /// When the first of them may go.
    pub(super) resumes_at: Option<Micros>,
    /// From the beginning to the last message.
    pub(super) takes: Duration,
}

/// Decides about consent and hours, person by person, in the order of the queue.
#[derive(Debug)]
pub(super) struct Gate {
    now: Micros,
    begins: Micros,
    hours: Hours,
    lanes: BTreeMap<Channel, usize>,
    queues: Vec<Queue>,
    expired: u64,
    future: u64,
}

/// Messages under one limit: those that go in turn, and those that wait.
#[derive(Debug)]
struct Queue {
    limit: Option<Limit>,
    in_turn: u64,
    held: u64,
    /// When the held ones go on, and when that day's time is over.
    open: Option<(Micros, Micros)>,
    /// Messages in turn whose place is before that.
    before: u64,
}

impl Queue {
    /// When the `n`th message goes (from 0) if it begins at `from`.
    fn place(&self, from: Micros, n: u64) -> Micros {
        self.limit.map_or(from, |l| from.plus(limit::duration_of(l, n + 1)))
    }

    /// When the `n`th of the held ones goes: as many a day as its hours take.
    fn held_place(&self, (open, close): (Micros, Micros), n: u64) -> Micros {
        let Some(l) = self.limit else { return open };
        let windows = close.since(open).as_micros().div_ceil(l.window.as_micros().max(1)).max(1);
        let a_day = u64::try_from(windows).unwrap_or(u64::MAX).saturating_mul(u64::from(l.most));
        let days = u32::try_from(n / a_day).unwrap_or(u32::MAX);
        self.place(open.plus(DAY.saturating_mul(days)), n % a_day)
    }

    fn ends(&self, begins: Micros) -> Micros {
        let in_turn = self.in_turn.checked_sub(1).map(|last| self.place(begins, last));
        // what the night left of those who may get it then stands in the morning's queue, too
        let waiting = self.held + self.in_turn.saturating_sub(self.before);
        let held = self.open.zip(waiting.checked_sub(1)).map(|(open, last)| self.held_place(open, last));
        in_turn.max(held).unwrap_or(begins)
    }
}

impl Gate {
    /// A gate for what begins at `begins`, as seen `now`.
    pub(super) fn new(rules: &Rules, now: Micros, begins: Micros) -> Self {
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        let mut queues = Vec::new();
        let mut lanes = BTreeMap::new();
        for (channel, ChannelRule { limit, rate_group, .. }) in &rules.channels {
            let at = *groups.entry(rate_group).or_insert_with(|| {
                queues.push(Queue { limit: *limit, in_turn: 0, held: 0, open: None, before: 0 });
                queues.len() - 1
            });
            lanes.insert(*channel, at);
        }
        Self { now, begins, hours: rules.quiet_hours_ad, lanes, queues, expired: 0, future: 0 }
    }

    /// Whether a consent holds at a time; counts what is wrong with one that does not.
    fn holds(&mut self, given: Given, at: Micros) -> bool {
        match advert::consent(given.ad, self.now, at) {
            Consent::Valid => return true,
            Consent::Expired => self.expired += 1,
            Consent::Future => self.future += 1,
            Consent::Missing => {}
        }
        false
    }

    /// Whether there is a consent when it all begins.
    pub(super) fn consents(&mut self, given: Given) -> bool {
        self.holds(given, self.begins)
    }

    /// Takes the next place of a channel for a person. `Some(night)`: whether it may be handed over at night;
    /// `None`: the consent is over before the turn comes, and no place was taken.
    pub(super) fn place(&mut self, channel: Channel, given: Given) -> Option<bool> {
        let Some(&at) = self.lanes.get(&channel) else { return self.holds(given, self.begins).then_some(false) };
        let queue = &self.queues[at];
        let turn = queue.place(self.begins, queue.in_turn);
        let night = |t| advert::consent(given.night, self.now, t) == Consent::Valid;
        let may = night(turn);
        let Some(opens) = advert::opens_at(channel, turn, may, self.hours) else {
            if !self.holds(given, turn) {
                return None;
            }
            let queue = &mut self.queues[at];
            queue.in_turn += 1;
            if queue.open.is_none_or(|(open, _)| turn < open) {
                queue.before += 1;
            }
            return Some(may);
        };
        let open = queue.open.unwrap_or_else(|| (opens, advert::closes_at(channel, opens, self.hours)));
        let turn = queue.held_place(open, queue.held);
        if !self.holds(given, turn) {
            return None;
        }
        let queue = &mut self.queues[at];
        queue.open = Some(open);
        queue.held += 1;
        Some(false)
    }

    /// Messages that wait for the morning.
    pub(super) fn held(&self) -> u64 {
        self.queues.iter().map(|q| q.held).sum()
    }

    /// Gives a place back: the last one, whoever had it. Those behind keep what they were told.
    pub(super) fn leave(&mut self, channel: Channel, held: bool) {
        let Some(queue) = self.lanes.get(&channel).map(|at| &mut self.queues[*at]) else { return };
        if held {
            queue.held = queue.held.saturating_sub(1);
            queue.open = queue.open.filter(|_| queue.held > 0);
        } else {
            queue.in_turn = queue.in_turn.saturating_sub(1);
            queue.before = queue.before.min(queue.in_turn);
        }
    }

    /// How many wait, until when, and how long it all takes.
    pub(super) fn outlook(&self) -> Outlook {
        let ends = self.queues.iter().map(|q| q.ends(self.begins)).max().unwrap_or(self.begins);
        Outlook {
            held: self.held(),
            resumes_at: self.queues.iter().filter_map(|q| q.open).map(|(open, _)| open).min(),
            takes: ends.since(self.begins),
        }
    }

    /// What one should know.
    pub(super) fn warnings(&self) -> Vec<String> {
        let outlook = self.outlook();
        let mut said = Vec::new();
        if self.expired > 0 {
            let n = group_thousands(self.expired);
            said.push(format!("{n} left out: the consent is older than two years and must be confirmed anew"));
        }
        if self.future > 0 {
            said.push(format!("{} left out: the date of the consent is still to come", group_thousands(self.future)));
        }
        if let Some(at) = outlook.resumes_at {
            said.push(format!("{} fall into the night and wait until {at}", group_thousands(outlook.held)));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::breaker::Temper;
    use crate::domain::money::Minor;
    use crate::domain::route::Patience;
    use crate::domain::text::Charset;

    fn kst(text: &str) -> Micros {
        Micros::from(format!("2026-11-{text}+09:00").parse::<jiff::Timestamp>().expect("a timestamp"))
    }

    fn gate(most: u32, begins: Micros) -> Gate {
        let limit = (most > 0).then_some(Limit { most, window: Duration::from_mins(1) });
        let rule = || ChannelRule {
            provider: "main".into(),
            failover: Vec::new(),
            limit,
            rate_group: "text".into(),
            group_limit: None,
        };
        let rules = Rules {
            batch_size: 100,
            queue_capacity: 1000,
            max_backlog: 1000,
            patience: Patience { retries: 1, pause: Duration::ZERO },
            ask_after: Duration::ZERO,
            give_up_after: Duration::ZERO,
            lease: Duration::ZERO,
            temper: Temper { failures: 1, pause: Duration::ZERO, longest: Duration::ZERO },
            channel_down_after: None,
            report_deadline: BTreeMap::new(),
            auth_share: 0,
            dedupe_window: None,
            daily_cap: 0,
            trial: false,
            channels: BTreeMap::from([(Channel::Sms, rule()), (Channel::Lms, rule())]),
            prices: BTreeMap::from([(Channel::Sms, Minor(0))]),
            hold_ttl: Duration::from_hours(72),
            charset: Charset::Ksx1001,
            replace: false,
            quiet_hours_ad: advert::NIGHT,
        };
        Gate::new(&rules, begins, begins)
    }

    fn given(night: bool) -> Given {
        let at = Some(kst("01T00:00:00"));
        Given { ad: at, night: at.filter(|_| night), brought: false }
    }

    /// The queue of an operator who begins at 20:59:30 what takes more than half a minute.
    #[test]
    fn what_does_not_go_before_the_night_waits() {
        let begins = kst("21T20:59:30");
        let mut g = gate(100, begins);
        for _ in 0..300 {
            assert_eq!(g.place(Channel::Sms, given(false)), Some(false));
        }
        let eight = kst("22T08:00:00");
        let takes = eight.plus(Duration::from_mins(1)).since(begins);
        assert_eq!(g.outlook(), Outlook { held: 200, resumes_at: Some(eight), takes });
        assert_eq!(g.warnings(), ["200 fall into the night and wait until 2026-11-22T08:00:00+09:00"]);
    }

    #[test]
    fn whoever_agreed_to_the_night_moves_up() {
        let begins = kst("21T20:59:30");
        let mut g = gate(100, begins);
        for i in 0..400 {
            // SMS and LMS share one limit; every other person agreed to the night
            let channel = if i % 3 == 0 { Channel::Lms } else { Channel::Sms };
            assert_eq!(g.place(channel, given(i % 2 == 0)), Some(i % 2 == 0), "{i}");
        }
        // 100 at once, then 150 at night and 150 in the morning
        let eight = kst("22T08:00:00");
        let takes = eight.plus(Duration::from_mins(1)).since(begins);
        assert_eq!(g.outlook(), Outlook { held: 150, resumes_at: Some(eight), takes });
        // at night everybody who did not agree waits, from the first one on
        let mut g = gate(100, kst("21T23:00:00"));
        for i in 0..10 {
            g.place(Channel::Sms, given(i % 2 == 0));
        }
        assert_eq!((g.outlook().held, g.outlook().takes), (5, Duration::from_hours(9)));
    }

    #[test]
    fn what_takes_days_pauses_each_night() {
        // 13 hours a day at 100/min are 78,000
        let mut g = gate(100, kst("21T08:00:00"));
        for _ in 0..(78_000 * 2 + 101) {
            g.place(Channel::Sms, given(false));
        }
        let o = g.outlook();
        assert_eq!((o.held, o.resumes_at), (78_101, Some(kst("22T08:00:00"))));
        assert_eq!(kst("21T08:00:00").plus(o.takes), kst("23T08:01:00"));
    }

    #[test]
    fn by_day_or_without_a_limit_nothing_waits() {
        let mut g = gate(100, kst("21T10:00:00"));
        (0..250).for_each(|_| assert_eq!(g.place(Channel::Sms, given(false)), Some(false)));
        assert_eq!(g.outlook(), Outlook { held: 0, resumes_at: None, takes: Duration::from_mins(2) });
        let mut g = gate(0, kst("21T20:59:59"));
        (0..250).for_each(|_| assert_eq!(g.place(Channel::Sms, given(false)), Some(false)));
        assert_eq!(g.outlook(), Outlook { held: 0, resumes_at: None, takes: Duration::ZERO });
        assert!(g.warnings().is_empty());
    }

    #[test]
    fn a_consent_must_hold_when_the_turn_comes() {
        // it ends with this day: whoever waits for the morning is left out
        let last_day = Some(Micros::from("2024-11-22T12:00:00+09:00".parse::<jiff::Timestamp>().expect("a time")));
        let ending = Given { ad: last_day, ..Given::default() };
        let mut g = gate(100, kst("21T20:59:30"));
        assert!(g.consents(ending));
        let placed = (0..150).filter(|_| g.place(Channel::Sms, ending).is_some()).count();
        assert_eq!((placed, g.outlook().held), (100, 0));
        assert_eq!(g.warnings(), ["50 left out: the consent is older than two years and must be confirmed anew"]);
        // a night consent that is over does not open the night
        let old_night = Given { night: Some(kst("01T00:00:00").minus(DAY * 800)), ..given(true) };
        let mut g = gate(100, kst("21T22:00:00"));
        assert_eq!(g.place(Channel::Sms, old_night), Some(false));
        assert_eq!(g.outlook().held, 1);
        assert!(!g.consents(Given { ad: Some(kst("30T00:00:00")), ..Given::default() }));
        assert!(!g.consents(Given::default()));
        assert_eq!(g.warnings()[0], "1 left out: the date of the consent is still to come");
    }

    #[test]
    fn the_later_consent_counts() {
        let (old, new) = (Some(Micros(1)), Some(Micros(2)));
        let brought = Given { ad: new, night: None, brought: true };
        let known = Given { ad: old, night: new, brought: false };
        assert_eq!(brought.or_known(known), Given { ad: new, night: new, brought: true });
        assert_eq!(known.or_known(Given { ad: new, ..known }), Given { ad: new, night: new, brought: false });
    }
}
