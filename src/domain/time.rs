//! Time as the database keeps it, and the calendar of the operators.

use std::fmt;
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;

/// A moment: microseconds since 1970-01-01T00:00:00Z.
///
/// Both engines keep it as a 64-bit integer, so that it comes back equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, sqlx::Type)]
#[sqlx(transparent)]
pub struct Micros(pub i64);

impl Micros {
    /// This moment, later by `d`.
    #[must_use]
    pub fn plus(self, d: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(d.as_micros()).unwrap_or(i64::MAX)))
    }

    /// This moment, earlier by `d`.
    #[must_use]
    pub fn minus(self, d: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(d.as_micros()).unwrap_or(i64::MAX)))
    }

    /// How long from `earlier` to this moment; zero when `earlier` is later.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// As a timestamp of the calendar library.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or_default()
    }

    /// The day on a Korean calendar.
    pub fn kst_date(self) -> Date {
        self.timestamp().to_zoned(kst()).date()
    }
}

impl From<jiff::Timestamp> for Micros {
    fn from(t: jiff::Timestamp) -> Self {
        Self(t.as_microsecond())
    }
}

/// RFC 3339 with Korea's offset, to the second.
impl fmt::Display for Micros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let z = self.timestamp().to_zoned(kst());
        write!(f, "{}+09:00", z.strftime("%Y-%m-%dT%H:%M:%S"))
    }
}

impl serde::Serialize for Micros {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// Korean Standard Time: UTC+9 all year, no daylight saving.
pub fn kst() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_korean_wall_time() {
        let t: jiff::Timestamp = "2026-11-20T15:00:00Z".parse().expect("a timestamp");
        let m = Micros::from(t);
        assert_eq!(m.to_string(), "2026-11-21T00:00:00+09:00");
        assert_eq!(m.kst_date().to_string(), "2026-11-21");
    }
}
