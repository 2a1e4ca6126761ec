//! The exact window: in no half-open window of the configured length are there more messages
//! than the limit, as the provider's clock sees them.
//!
//! A message may arrive at any moment between the commit that claims its batch and the end of its
//! call, so a batch counts from its claim until a window after its call ended. What is counted is
//! in the database: a restart or a second process does not forget it.

use std::time::Duration;

use crate::domain::time::Micros;
use crate::store::batch::Usage;

use super::Limit;

/// How many messages may be claimed now, or when to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// This many.
    Now(i64),
    /// None until this moment.
    At(Micros),
    /// None until a call that is under way ends.
    AfterAnswer,
}

/// The room that a usage leaves under a limit.
pub fn room(limit: Limit, usage: Usage) -> Room {
    let free = i64::from(limit.most) - usage.ended - usage.under_way;
    match (free, usage.oldest_end) {
        (1.., _) => Room::Now(free),
        (_, Some(end)) => Room::At(end.plus(limit.window)),
        (_, None) => Room::AfterAnswer,
    }
}

/// How long `n` messages take under a limit, the first window's worth at once.
pub fn duration_of(limit: Limit, n: u64) -> Duration {
    let windows = n.div_ceil(u64::from(limit.most)).saturating_sub(1);
    limit.window.saturating_mul(u32::try_from(windows).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Limit = Limit { most: 100, window: Duration::from_mins(1) };

    #[test]
    fn a_full_window_is_free_at_once_and_then_closed_until_it_has_passed() {
        let usage = |ended, under_way, oldest_end| Usage { ended, under_way, oldest_end };
        assert_eq!(room(LIMIT, usage(0, 0, None)), Room::Now(100));
        assert_eq!(room(LIMIT, usage(37, 0, Some(Micros(5)))), Room::Now(63));
        assert_eq!(room(LIMIT, usage(60, 40, Some(Micros(5)))), Room::At(Micros(60_000_005)));
        assert_eq!(room(LIMIT, usage(0, 100, None)), Room::AfterAnswer);
        // a lowered limit
        assert_eq!(room(LIMIT, usage(500, 0, Some(Micros(0)))), Room::At(Micros(60_000_000)));
    }

    #[test]
    fn durations() {
        for (n, secs) in [(0, 0), (100, 0), (101, 60), (200, 60), (15_000, 149 * 60)] {
            assert_eq!(duration_of(LIMIT, n).as_secs(), secs, "{n}");
        }
    }
}
