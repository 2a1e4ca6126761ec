//! Months of the Korean calendar: by them everything with money is booked.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};

use super::time::{Micros, kst};

/// A month, `2026-10` for people and `202610` in the database. Its moments are `[start, end)`, from midnight in Korea to
/// midnight in Korea: every moment belongs to exactly one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Period(i64);

/// Why a text is not a month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a month like `2026-10`, found `{0}`")]
pub struct ParsePeriodError(String);

impl Period {
    /// The month of that year, 1 to 12; `None` outside of the years 1970 to 9999.
    pub fn new(year: i16, month: i8) -> Option<Self> {
        let good = (1970..=9999).contains(&year) && (1..=12).contains(&month);
        good.then(|| Self(i64::from(year) * 100 + i64::from(month)))
    }

    /// The month as the database keeps it, `202610`.
    pub fn of_ym(ym: i64) -> Option<Self> {
        Self::new(i16::try_from(ym / 100).ok()?, i8::try_from(ym % 100).ok()?)
    }

    /// The month of a moment.
    pub fn of(at: Micros) -> Self {
        let day = at.kst_date();
        Self(i64::from(day.year()) * 100 + i64::from(day.month()))
    }

    /// As the database keeps it, `202610`.
    pub const fn ym(self) -> i64 {
        self.0
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        let year = i16::try_from(self.0 / 100).unwrap_or(1970);
        let month = i8::try_from(self.0 % 100).unwrap_or(1);
        date(year, month, 1)
    }

    /// How many days it has, 28 to 31.
    pub fn days(self) -> i64 {
        i64::from(self.first_day().days_in_month())
    }

    /// Its first moment.
    pub fn start(self) -> Micros {
        let midnight = self.first_day().to_zoned(kst());
        midnight.map_or(Micros(0), |z| Micros::from(z.timestamp()))
    }

    /// The first moment after it.
    pub fn end(self) -> Micros {
        self.next().start()
    }

    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.0 % 100 == 12 { Self(self.0 + 89) } else { Self(self.0 + 1) }
    }

    /// The month before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.0 % 100 == 1 { Self(self.0 - 89) } else { Self(self.0 - 1) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}-{:02}", self.0 / 100, self.0 % 100))
    }
}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split_once('-').filter(|(y, m)| {
            y.len() == 4 && m.len() == 2 && [*y, *m].iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
        });
        parts
            .and_then(|(y, m)| Self::new(y.parse().ok()?, m.parse().ok()?))
            .ok_or_else(|| ParsePeriodError(text.to_owned()))
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    #[test]
    fn october_is_what_it_is() {
        let october: Period = "2026-10".parse().expect("a month");
        assert_eq!((october.ym(), october.days()), (202_610, 31));
        assert_eq!(october.start(), Micros(1_790_780_400_000_000));
        assert_eq!(october.end(), Micros(1_793_458_800_000_000));
        assert_eq!(october.next().to_string(), "2026-11");
        assert_eq!(Period::new(2026, 12).map(|p| p.next().to_string()), Some("2027-01".to_owned()));
        assert_eq!(Period::new(2027, 1).map(|p| p.previous().to_string()), Some("2026-12".to_owned()));
        for bad in ["2026-13", "2026-00", "2026-1", "26-10", "2026/10", "202610", "+026-10", "1969-12"] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
    }

    /// Consecutive months touch, and have as many days as the civil calendar says.
    #[test]
    fn months_touch_from_1990_to_2100() {
        let mut month = Period::new(1990, 1).expect("a month");
        while month.ym() < 210_101 {
            assert_eq!(month.end(), month.next().start());
            assert_eq!(month.end().0 - month.start().0, month.days() * 86_400_000_000);
            assert_eq!(month.next().previous(), month);
            let leap = |y: i64| (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
            let days = match month.ym() % 100 {
                2 if leap(month.ym() / 100) => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            assert_eq!(month.days(), days, "{month}");
            month = month.next();
        }
    }

    proptest! {
        /// Every moment belongs to exactly one month.
        #[test]
        fn each_moment_has_its_month(at in 631_119_600_000_000_i64..4_102_412_400_000_000) {
            let at = Micros(at);
            let month = Period::of(at);
            prop_assert!(month.start() <= at && at < month.end());
            prop_assert_eq!(Period::of(Micros(month.end().0 - 1)), month);
            prop_assert_eq!(Period::of(month.end()), month.next());
        }
    }
}
