//! Days of the Korean calendar as integers.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::domain::period::Period;

/// Why a text is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a day like 2026-10-13")]
pub struct ParseDayError;

/// A day: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct Day(pub i64);

/// Days from the first up to the second, which is not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Days {
    /// The first.
    pub from: Day,
    /// The one behind the last; [`Day::OPEN`] where there is no end yet.
    pub to: Day,
}

impl Day {
    /// Behind every day that a file may name: no end yet.
    pub const OPEN: Self = Self(2_932_896);

    /// As a date of the calendar library.
    pub fn date(self) -> Date {
        let (y, m, d) = civil(self.0);
        Date::new(y, m, d).unwrap_or(Date::MAX)
    }

    /// The next day.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// There is no end yet.
    pub const fn is_open(self) -> bool {
        self.0 >= Self::OPEN.0
    }

    /// The day, or `None` where there is no end yet.
    pub fn closed(self) -> Option<Self> {
        (!self.is_open()).then_some(self)
    }
}

impl From<Date> for Day {
    fn from(d: Date) -> Self {
        Self(days(i64::from(d.year()), i64::from(d.month()), i64::from(d.day())))
    }
}

/// `YYYY-MM-DD` and nothing else, from 1900 to 9998.
impl FromStr for Day {
    type Err = ParseDayError;

    fn from_str(text: &str) -> Result<Self, ParseDayError> {
        let bad = ParseDayError;
        let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text.as_bytes() else { return Err(bad) };
        let all = [y0, y1, y2, y3, m0, m1, d0, d1];
        if !all.iter().all(u8::is_ascii_digit) {
            return Err(bad);
        }
        let n = |digits: &[u8]| digits.iter().fold(0_i64, |n, d| n * 10 + i64::from(d - b'0'));
        let (y, m, d) = (n(&all[..4]), n(&all[4..6]), n(&all[6..]));
        if !(1900..=9998).contains(&y) || !(1..=12).contains(&m) || d < 1 || d > length(y, m) {
            return Err(bad);
        }
        Ok(Self(days(y, m, d)))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = civil(self.0);
        write!(f, "{y:04}-{m:02}-{d:02}")
    }
}

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl Days {
    /// Those of a month.
    pub fn of(month: Period) -> Self {
        Self { from: Day::from(month.first_day()), to: Day::from(month.next().first_day()) }
    }

    /// Of both, those before `end`: whether any is in one of them and not in the other.
    pub fn differ_before(self, other: Self, end: Day) -> bool {
        let cut = |d: Self| Self { from: d.from, to: d.to.min(end) };
        let (a, b) = (cut(self), cut(other));
        match (a.is_empty(), b.is_empty()) {
            (true, true) => false,
            (false, false) => a != b,
            _ => true,
        }
    }

    /// Whether there is no day in it: history of a change that was changed again on the same day.
    pub const fn is_empty(self) -> bool {
        self.to.0 <= self.from.0
    }

    /// Whether both have a day in common.
    pub const fn meets(self, other: Self) -> bool {
        !self.is_empty() && !other.is_empty() && self.from.0 < other.to.0 && other.from.0 < self.to.0
    }
}

const fn length(y: i64, m: i64) -> i64 {
    match m {
        2 if y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01: years are counted from March, so that a leap day is a year's last.
const fn days(y: i64, m: i64, d: i64) -> i64 {
    let y = if m <= 2 { y - 1 } else { y };
    let (era, of_era) = (y.div_euclid(400), y.rem_euclid(400));
    let of_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn civil(day: i64) -> (i16, i8, i8) {
    let z = day + 719_468;
    let (era, of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let d = of_year - (153 * month + 2) / 5 + 1;
    let m = if month < 10 { month + 3 } else { month - 9 };
    let y = year + era * 400 + i64::from(m <= 2);
    (i16::try_from(y).unwrap_or(i16::MAX), i8::try_from(m).unwrap_or(1), i8::try_from(d).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_is_that_of_the_calendar_library() {
        let mut date = jiff::civil::date(1900, 1, 1);
        let mut day = Day::from(date);
        while date.year() < 2300 {
            assert_eq!(Day::from(date), day);
            assert_eq!(day.date(), date);
            assert_eq!(day.to_string(), date.to_string());
            assert_eq!(date.to_string().parse(), Ok(day));
            (date, day) = (date.tomorrow().expect("a day"), day.next());
        }
        assert_eq!(Day::from(jiff::civil::date(1970, 1, 1)), Day(0));
        assert_eq!(Day::OPEN.to_string(), "9999-12-31");
    }

    #[test]
    fn days_have_one_form() {
        for bad in [
            "",
            "2026-2-1",
            "20261013",
            "2026/10/13",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-10-00",
            " 2026-10-13",
            "２０26-10-13",
            "1899-12-31",
            "9999-01-01",
        ] {
            assert!(bad.parse::<Day>().is_err(), "{bad}");
        }
        let october = Days::of("2026-10".parse().expect("a month"));
        assert_eq!((october.from.to_string(), october.to.to_string()), ("2026-10-01".into(), "2026-11-01".into()));
    }
}
