//! Decisions drawn from the seed: the same question, the same answer, in any order of asking.

use super::kind::Kind;
use super::settings::Wait;

/// What is decided; each question has its own stream of draws.
#[derive(Debug, Clone, Copy)]
pub enum About {
    /// Result code of a message.
    Outcome = 1,
    /// Its report's delay.
    Delay = 2,
    /// Whether the report is lost.
    Lost = 3,
    /// Whether the report is repeated.
    Repeated = 4,
    /// The code of a provider-side replacement.
    Replacement = 5,
    /// An answer's delay.
    Latency = 6,
    /// A fault of a call; the fault's own number is added to the call's.
    Fault = 7,
}

/// One message: who, by what, for which time.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The recipient, packed.
    pub to: u64,
    /// The message type.
    pub kind: Kind,
    /// How many of this type this recipient was sent before.
    pub ordinal: u16,
}

/// The seeded source.
#[derive(Debug, Clone, Copy)]
pub struct Chance(u64);

impl Chance {
    /// Of a seed.
    pub const fn new(seed: u64) -> Self {
        Self(mix(seed ^ 0x6D73_6763_746C_5331))
    }

    /// An even draw of 32 bits about a message.
    pub fn message(self, about: About, s: Subject) -> u32 {
        let ordinal = u64::from(s.ordinal) << 8 | s.kind.index() as u64;
        self.draw(about, mix(s.to ^ mix(ordinal)))
    }

    /// An even draw of 32 bits about a call, or anything with a number.
    pub fn call(self, about: About, number: u64) -> u32 {
        self.draw(about, number)
    }

    fn draw(self, about: About, what: u64) -> u32 {
        (mix(self.0 ^ mix(what ^ ((about as u64) << 56))) >> 32) as u32
    }
}

/// The wait in milliseconds for an even draw.
pub fn wait_ms(wait: &Wait, draw: u32) -> u64 {
    let ms = |d: std::time::Duration| u64::try_from(d.as_millis()).unwrap_or(u64::MAX / 4).min(u64::MAX / 4);
    let jitter = (u128::from(ms(wait.jitter) + 1) * u128::from(draw)) >> 32;
    ms(wait.fixed) + u64::try_from(jitter).unwrap_or(0)
}

/// The finaliser of `SplitMix64` (Steele, Lea, Flood 2014).
pub const fn mix(x: u64) -> u64 {
    let x = x.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::sim::settings::Share;

    fn subject(to: u64) -> Subject {
        Subject { to, kind: Kind::ATA, ordinal: 0 }
    }

    #[test]
    fn draws_are_even_and_depend_on_everything_named() {
        let c = Chance::new(1);
        let hits = (0..100_000).filter(|n| Share::percent(15).takes(c.message(About::Outcome, subject(*n)))).count();
        assert!((14_500..15_500).contains(&hits), "{hits}");
        let base = c.message(About::Outcome, subject(5));
        assert_eq!(base, Chance::new(1).message(About::Outcome, subject(5)));
        assert_ne!(base, Chance::new(2).message(About::Outcome, subject(5)));
        assert_ne!(base, c.message(About::Delay, subject(5)));
        assert_ne!(base, c.message(About::Outcome, Subject { ordinal: 1, ..subject(5) }));
        assert_ne!(base, c.message(About::Outcome, Subject { kind: Kind::SMS, ..subject(5) }));
    }

    #[test]
    fn jitter_spans_its_range() {
        let wait = Wait { fixed: Duration::from_millis(50), jitter: Duration::from_millis(20) };
        assert_eq!(wait_ms(&wait, 0), 50);
        assert_eq!(wait_ms(&wait, u32::MAX), 70);
        assert_eq!(wait_ms(&Wait::default(), u32::MAX), 0);
    }
}
