//! The way of one message: which channels it may take, and what each result makes of it.
//!
//! This is the heart of the promise "nobody twice, nobody forgotten": a step to another channel is
//! only taken on a class that proves that the person was not reached, never on silence.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::channel::{Channel, ParseWordError, Strategy};
use super::money::Minor;
use super::outcome::Class;
use super::time::Micros;

/// Channels in the order in which they are tried; one or two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Route {
    first: Channel,
    then: Option<Channel>,
}

impl Route {
    /// One channel.
    pub const fn only(first: Channel) -> Self {
        Self { first, then: None }
    }

    /// A channel, and another for those whom it cannot reach.
    pub const fn with_fallback(first: Channel, then: Channel) -> Self {
        Self { first, then: Some(then) }
    }

    /// The channel at a step, if the route is that long.
    pub const fn at(self, step: u8) -> Option<Channel> {
        match step {
            0 => Some(self.first),
            1 => self.then,
            _ => None,
        }
    }

    /// The channels in order.
    pub fn channels(self) -> impl Iterator<Item = Channel> {
        [Some(self.first), self.then].into_iter().flatten()
    }

    /// What `strategy` makes of a person whose text form is `text` (none: it cannot be sent as
    /// text), or `None` where no channel is left.
    ///
    /// `cost-optimized` compares list prices and takes Alimtalk on a tie: weighting with success
    /// rates changes nothing as long as the fallback costs what the direct text costs.
    pub fn choose(
        strategy: Strategy,
        alimtalk: bool,
        text: Option<Channel>,
        price: impl Fn(Channel) -> Minor,
    ) -> Option<Self> {
        let talk_first = match (strategy, text) {
            (Strategy::SmsOnly, _) => false,
            (Strategy::AlimtalkFirst, _) | (Strategy::CostOptimized, None) => alimtalk,
            (Strategy::CostOptimized, Some(text)) => alimtalk && price(Channel::Alimtalk) <= price(text),
        };
        match (talk_first, text) {
            (true, Some(text)) => Some(Self::with_fallback(Channel::Alimtalk, text)),
            (true, None) => Some(Self::only(Channel::Alimtalk)),
            (false, Some(text)) => Some(Self::only(text)),
            (false, None) => None,
        }
    }
}

/// Words with a blank between them, as the database keeps it.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.then {
            None => f.write_str(self.first.word()),
            Some(then) => write!(f, "{} {then}", self.first),
        }
    }
}

impl FromStr for Route {
    type Err = ParseWordError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once(' ') {
            None => Ok(Self::only(text.parse()?)),
            Some((first, then)) => Ok(Self::with_fallback(first.parse()?, then.parse()?)),
        }
    }
}

/// Where a message stands on its way when a result arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its way.
    pub route: Route,
    /// The present channel's place in it.
    pub step: u8,
    /// Attempts on the present channel, this one included.
    pub tries: u32,
}

/// Limits of trying again.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Retries on one channel.
    pub retries: u32,
    /// The first pause; it doubles with each try.
    pub pause: Duration,
}

/// What a result makes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// The provider has it: wait for the report.
    Accept,
    /// Final: delivered on this channel.
    Deliver,
    /// Final: failed.
    Fail,
    /// To the next channel of its way.
    FallBack {
        /// Its place.
        step: u8,
        /// The channel there.
        channel: Channel,
    },
    /// The same channel again, not before.
    Retry {
        /// When.
        due: Micros,
    },
    /// Back into the queue; the route itself must stop until the operator has looked.
    Hold,
    /// Not known: ask the provider.
    Doubt,
}

impl Standing {
    /// What a result of this class makes of the message.
    ///
    /// `jitter` is from 0 to 1; `asked` is how long the provider wants us to wait.
    pub fn after(self, class: Class, now: Micros, patience: Patience, jitter: f64, asked: Option<Duration>) -> Move {
        match class {
            Class::Accepted => Move::Accept,
            Class::Delivered => Move::Deliver,
            Class::Unknown => Move::Doubt,
            Class::Fallback => self.next_channel(),
            Class::Late | Class::RecipientDead | Class::Suppressed => Move::Fail,
            Class::Absent if self.tries <= ABSENCES => Move::Retry { due: now.plus(patience.pause_before(1, jitter)) },
            Class::Absent => Move::Doubt,
            Class::Retry if self.tries <= patience.retries => {
                Move::Retry { due: now.plus(patience.pause_before(self.tries, jitter).max(asked.unwrap_or_default())) }
            }
            Class::Retry => self.next_channel(),
            // the operator mends it and resumes; what still fails then is not a matter of the route
            Class::Config | Class::Money if self.tries <= patience.retries => Move::Hold,
            Class::Config | Class::Money => Move::Fail,
            Class::Window => Move::Retry { due: now.plus(asked.unwrap_or(WINDOW_PAUSE)) },
        }
    }

    fn next_channel(self) -> Move {
        let step = self.step.saturating_add(1);
        self.route.at(step).map_or(Move::Fail, |channel| Move::FallBack { step, channel })
    }
}

/// How many tries of one channel may be answered with proof of absence. The bound holds for a provider whose look-up does
/// not see what it sent; a call that never left is no reason to leave the channel, so what is beyond waits in doubt.
const ABSENCES: u32 = 32;

/// When a message outside its hours is looked at again.
const WINDOW_PAUSE: Duration = Duration::from_mins(10);

/// No pause is longer.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

impl Patience {
    /// The pause before a try: doubled each time, half of it left to chance so that many do not
    /// come back at the same moment.
    pub fn pause_before(self, tries: u32, jitter: f64) -> Duration {
        let full = self.pause.saturating_mul(1 << tries.saturating_sub(1).min(16)).min(LONGEST_PAUSE);
        full.mul_f64(0.5 + 0.5 * jitter.clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, proptest};

    const PATIENCE: Patience = Patience { retries: 2, pause: Duration::from_secs(2) };
    const WAY: Route = Route::with_fallback(Channel::Alimtalk, Channel::Sms);

    fn after(step: u8, tries: u32, class: Class) -> Move {
        Standing { route: WAY, step, tries }.after(class, Micros(0), PATIENCE, 1.0, None)
    }

    #[test]
    fn each_class_has_its_move() {
        let to_sms = Move::FallBack { step: 1, channel: Channel::Sms };
        for (class, first, last) in [
            (Class::Accepted, Move::Accept, Move::Accept),
            (Class::Delivered, Move::Deliver, Move::Deliver),
            (Class::Fallback, to_sms, Move::Fail),
            (Class::Late, Move::Fail, Move::Fail),
            (Class::RecipientDead, Move::Fail, Move::Fail),
            (Class::Suppressed, Move::Fail, Move::Fail),
            (Class::Config, Move::Hold, Move::Hold),
            (Class::Money, Move::Hold, Move::Hold),
            (Class::Unknown, Move::Doubt, Move::Doubt),
        ] {
            assert_eq!(after(0, 1, class), first, "{class}");
            assert_eq!(after(1, 1, class), last, "{class}");
        }
        let soon = Move::Retry { due: Micros(2_000_000) };
        assert_eq!((after(0, 1, Class::Absent), after(1, ABSENCES, Class::Absent)), (soon, soon));
        assert_eq!(after(0, ABSENCES + 1, Class::Absent), Move::Doubt);
        assert_eq!(after(0, 1, Class::Retry), Move::Retry { due: Micros(2_000_000) });
        assert_eq!(after(0, 2, Class::Retry), Move::Retry { due: Micros(4_000_000) });
        assert_eq!(after(0, 3, Class::Retry), to_sms);
        assert_eq!(after(1, 3, Class::Retry), Move::Fail);
    }

    #[test]
    fn strategies_choose_per_person() {
        let price = |c: Channel| match c {
            Channel::Alimtalk => Minor(3000),
            Channel::Sms => Minor(2000),
            _ => Minor(5000),
        };
        let choose = |s, a, t| Route::choose(s, a, t, price).map(|r| r.to_string());
        use Strategy::{AlimtalkFirst, CostOptimized, SmsOnly};
        let said = |t: &str| Some(t.to_owned());
        assert_eq!(choose(AlimtalkFirst, true, Some(Channel::Sms)), said("alimtalk sms"));
        assert_eq!(choose(AlimtalkFirst, true, None), said("alimtalk"));
        assert_eq!(choose(AlimtalkFirst, false, Some(Channel::Lms)), said("lms"));
        assert_eq!(choose(SmsOnly, true, Some(Channel::Lms)), said("lms"));
        assert_eq!(choose(SmsOnly, true, None), None);
        assert_eq!(choose(CostOptimized, true, Some(Channel::Sms)), said("sms"));
        assert_eq!(choose(CostOptimized, true, Some(Channel::Lms)), said("alimtalk lms"));
        assert_eq!(
            Route::choose(CostOptimized, true, Some(Channel::Sms), |_| Minor(5)).map(|r| r.to_string()),
            said("alimtalk sms")
        );
    }

    proptest! {
        /// Whatever happens, a message moves on only when the class proves that nobody was reached.
        #[test]
        fn silence_never_sends_again(step in 0u8..2, tries in 1u32..40, class in proptest::sample::select(Class::ALL)) {
            let m = after(step, tries, class);
            let sends_again = matches!(m, Move::FallBack { .. } | Move::Retry { .. } | Move::Hold);
            let proven = matches!(class, Class::Fallback | Class::Retry | Class::Absent | Class::Config | Class::Money | Class::Window);
            prop_assert!(!sends_again || proven);
            let leaves = matches!(m, Move::FallBack { .. } | Move::Fail);
            prop_assert!(!(leaves && class == Class::Absent));
            let is_final = matches!(m, Move::Deliver | Move::Fail);
            prop_assert!(!(is_final && matches!(class, Class::Unknown | Class::Accepted | Class::Window)));
        }

        /// Retries are bounded: after a bounded number of failures the message is in a final state.
        #[test]
        fn trying_ends(classes in proptest::collection::vec(
            proptest::sample::select(&[Class::Retry, Class::Fallback, Class::Config, Class::Money][..]), 20)) {
            let mut s = Standing { route: WAY, step: 0, tries: 0 };
            let mut ended = false;
            for class in classes {
                s.tries += 1;
                match s.after(class, Micros(0), PATIENCE, 0.5, None) {
                    Move::FallBack { step, .. } => s = Standing { step, tries: 0, ..s },
                    Move::Fail => { ended = true; break }
                    _ => {}
                }
            }
            prop_assert!(ended);
        }
    }
}
