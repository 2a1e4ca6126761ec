//! The circuit breaker of a route: when to keep away from a provider, and how to find out that it is back.

use std::time::Duration;

use super::channel::words;
use super::time::Micros;

words! {
    /// Whether a route sends.
    BreakerState ("breaker state") {
        /// It sends.
        Closed = "closed",
        /// Nobody tries it until its pause is over.
        Open = "open",
        /// One call finds out whether it is back.
        HalfOpen = "half-open",
    }
}

/// How a breaker behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Temper {
    /// Failures in a row that open it.
    pub failures: u32,
    /// The first pause; it doubles each time that the trial fails too.
    pub pause: Duration,
    /// No pause is longer.
    pub longest: Duration,
}

/// What a call showed of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showed {
    /// The provider works, whatever it said.
    Works,
    /// No answer, or none that a working provider gives.
    Fails,
}

/// A breaker. Times are by the steady clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Breaker {
    /// Whether it lets calls through.
    pub state: BreakerState,
    /// Failures in a row.
    pub failures: u32,
    /// How often it opened in a row.
    pub opened: u32,
    /// Open: until then nobody tries.
    pub until: Micros,
}

impl Breaker {
    /// Nothing has happened yet.
    pub const CLOSED: Self = Self { state: BreakerState::Closed, failures: 0, opened: 0, until: Micros(0) };

    /// What it is after a call. `jitter` (0 to 1) shortens a pause by up to a quarter, so that many machines
    /// do not come back at one moment.
    #[must_use]
    pub fn after(self, showed: Showed, now: Micros, temper: Temper, jitter: f64) -> Self {
        match (showed, self.state) {
            (Showed::Works, _) => Self::CLOSED,
            // calls that were under way when it opened tell nothing new
            (Showed::Fails, BreakerState::Open) => self,
            (Showed::Fails, BreakerState::Closed) if self.failures + 1 < temper.failures => {
                Self { failures: self.failures + 1, ..self }
            }
            (Showed::Fails, BreakerState::Closed | BreakerState::HalfOpen) => {
                let full = temper.pause.saturating_mul(1 << self.opened.min(16)).min(temper.longest);
                Self {
                    state: BreakerState::Open,
                    failures: self.failures.saturating_add(1),
                    opened: self.opened.saturating_add(1),
                    until: now.plus(full.mul_f64(1.0 - 0.25 * jitter.clamp(0.0, 1.0))),
                }
            }
        }
    }

    /// The provider asked for a rest until then: no failure, but nobody tries before.
    #[must_use]
    pub fn resting(self, until: Micros) -> Self {
        Self { state: BreakerState::Open, until: self.until.max(until), ..self }
    }

    /// Calls may pass without asking anybody.
    pub const fn passes(self) -> bool {
        matches!(self.state, BreakerState::Closed)
    }

    /// Somebody may try it at `now`.
    pub fn may_be_tried(self, now: Micros) -> bool {
        self.state != BreakerState::Closed && self.until <= now
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    const TEMPER: Temper = Temper { failures: 3, pause: Duration::from_secs(2), longest: Duration::from_secs(10) };

    fn fails(b: Breaker, at: i64) -> Breaker {
        b.after(Showed::Fails, Micros(at), TEMPER, 0.0)
    }

    #[test]
    fn it_opens_after_failures_in_a_row_and_each_failed_trial_doubles_the_pause() {
        let mut b = Breaker::CLOSED;
        b = fails(b, 0);
        b = b.after(Showed::Works, Micros(0), TEMPER, 0.0);
        assert_eq!(b, Breaker::CLOSED);
        for _ in 0..2 {
            b = fails(b, 0);
            assert!(b.passes());
        }
        b = fails(b, 0);
        assert_eq!((b.state, b.until), (BreakerState::Open, Micros(2_000_000)));
        assert!(!b.may_be_tried(Micros(1_999_999)) && b.may_be_tried(Micros(2_000_000)));
        assert_eq!(fails(b, 1), b, "stragglers do not prolong the pause");
        for pause in [4, 8, 10, 10] {
            b = fails(Breaker { state: BreakerState::HalfOpen, ..b }, 0);
            assert_eq!(b.until, Micros(pause * 1_000_000));
        }
        assert_eq!(b.after(Showed::Works, Micros(0), TEMPER, 0.0), Breaker::CLOSED);
    }

    proptest! {
        #[test]
        fn one_success_always_closes_and_no_pause_is_too_long(calls in proptest::collection::vec((0u8..8, 0.0f64..1.0), 0..60)) {
            let mut b = Breaker::CLOSED;
            let mut now = Micros(0);
            for (call, jitter) in calls {
                now = now.plus(Duration::from_secs(1));
                if b.may_be_tried(now) {
                    b.state = BreakerState::HalfOpen;
                }
                let showed = if call == 0 { Showed::Works } else { Showed::Fails };
                b = b.after(showed, now, TEMPER, jitter);
                prop_assert!(showed == Showed::Fails || b == Breaker::CLOSED);
                prop_assert!(b.until.since(now) <= TEMPER.longest);
            }
        }
    }
}
