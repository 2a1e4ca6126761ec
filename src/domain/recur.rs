//! Times that come again and again: five cron fields on the Korean calendar.

use std::fmt;
use std::str::FromStr;

use croner::Cron;

use super::time::{Micros, kst};

/// `0 9 * * MON`: minute, hour, day, month, weekday, in Korean time (which knows no summer time).
#[derive(Debug, Clone)]
pub struct Recurrence {
    cron: Cron,
    text: String,
}

/// Why a text is not a recurrence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected five fields (minute, hour, day, month, weekday) like `0 9 * * MON`: {0}")]
pub struct ParseRecurrenceError(String);

impl Recurrence {
    /// The first time after `after`; `None`: it never comes.
    pub fn next(&self, after: Micros) -> Option<Micros> {
        let from = after.timestamp().to_zoned(kst());
        let next = self.cron.find_next_occurrence(&from, false).ok()?;
        Some(Micros::from(next.timestamp()))
    }
}

impl FromStr for Recurrence {
    type Err = ParseRecurrenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() != 5 {
            return Err(ParseRecurrenceError(format!("`{text}` has {} of them", words.len())));
        }
        let text = words.join(" ");
        let cron = Cron::from_str(&text).map_err(|e| ParseRecurrenceError(e.to_string()))?;
        Ok(Self { cron, text })
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Micros {
        text.parse::<jiff::Timestamp>().expect("a time").into()
    }

    #[test]
    fn times_are_korean() {
        let mondays: Recurrence = "0  9 * * MON".parse().expect("a recurrence");
        assert_eq!(mondays.to_string(), "0 9 * * MON");
        // 2026-11-23 is a Monday
        let first = mondays.next(at("2026-11-21T05:00:00+09:00")).expect("comes");
        assert_eq!(first.to_string(), "2026-11-23T09:00:00+09:00");
        assert_eq!(mondays.next(first).expect("comes").to_string(), "2026-11-30T09:00:00+09:00");
        let last: Recurrence = "30 18 L * *".parse().expect("a recurrence");
        assert_eq!(last.next(at("2027-02-01T00:00:00+09:00")).expect("comes").to_string(), "2027-02-28T18:30:00+09:00");
    }

    #[test]
    fn what_is_none_is_refused() {
        for bad in ["", "0 9 * *", "0 0 9 * * MON", "61 9 * * *", "0 9 * * XYZ"] {
            assert!(bad.parse::<Recurrence>().is_err(), "{bad}");
        }
        assert_eq!("0 0 30 2 *".parse::<Recurrence>().ok().and_then(|r| r.next(Micros(0))), None);
    }
}
