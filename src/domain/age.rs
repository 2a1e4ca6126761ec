//! Age groups by full age on a Korean day.
//!
//! Since 2023-06-28 age in Korea is full years with the day of birth counted in (Civil Act, art. 158), so it
//! rises at midnight as the birthday begins. A year that began on 29 February ends in a common year with the last
//! day of February, because the corresponding day is missing (art. 160 (3)): age then rises on 1 March.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::channel::words;

words! {
    /// A decade of life. Also read in other spellings: `TWENTIES`, `SIXTIES_PLUS`.
    AgeGroup ("age group") {
        /// 10 to 19.
        Teens = "teens",
        /// 20 to 29.
        Twenties = "twenties",
        /// 30 to 39.
        Thirties = "thirties",
        /// 40 to 49.
        Forties = "forties",
        /// 50 to 59.
        Fifties = "fifties",
        /// 60 and above.
        SixtiesPlus = "sixties-plus",
    }
}

/// Nobody alive was born before; member tables keep unknown birth dates down there.
const EARLIEST: Date = date(1900, 1, 1);

impl AgeGroup {
    /// Youngest and, but for the last group, oldest full age.
    pub const fn ages(self) -> (i16, Option<i16>) {
        match self {
            Self::Teens => (10, Some(19)),
            Self::Twenties => (20, Some(29)),
            Self::Thirties => (30, Some(39)),
            Self::Forties => (40, Some(49)),
            Self::Fifties => (50, Some(59)),
            Self::SixtiesPlus => (60, None),
        }
    }

    /// The group of somebody born on `birth`, on day `on`; `None` below ten and before 1900.
    pub fn of(birth: Date, on: Date) -> Option<Self> {
        let age = full_age(birth, on)?;
        let fits = |g: &Self| g.ages().0 <= age && g.ages().1.is_none_or(|oldest| age <= oldest);
        Self::ALL.iter().copied().find(fits).filter(|_| birth >= EARLIEST)
    }
}

/// Full age on day `on`; `None` before birth.
pub fn full_age(birth: Date, on: Date) -> Option<i16> {
    let years = on.year() - birth.year();
    // 29 February compares above 28 February and below 1 March: that is art. 160 (3).
    let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
    Some(if had_birthday { years } else { years - 1 }).filter(|age| *age >= 0)
}

/// First and last birth date of those whose full age on day `on` is in the group; both inclusive.
pub fn birth_range(group: AgeGroup, on: Date) -> (Date, Date) {
    let (youngest, oldest) = group.ages();
    let from =
        oldest.map_or(EARLIEST, |oldest| latest_with_age(oldest + 1, on).tomorrow().unwrap_or(Date::MAX).max(EARLIEST));
    (from, latest_with_age(youngest, on))
}

/// The latest birth date with which somebody is at least `age` on day `on`.
///
/// Going back from 29 February into a common year ends on the 28th: who was born on 1 March is a year younger.
fn latest_with_age(age: i16, on: Date) -> Date {
    on.checked_sub(i64::from(age).years()).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birthdays_count_from_midnight() {
        for (birth, on, age) in [
            ((1996, 11, 21), (2026, 11, 20), 29),
            ((1996, 11, 21), (2026, 11, 21), 30),
            ((2006, 1, 1), (2025, 12, 31), 19),
            ((2006, 1, 1), (2026, 1, 1), 20),
            ((2004, 2, 29), (2024, 2, 28), 19),
            ((2004, 2, 29), (2024, 2, 29), 20),
            ((2004, 2, 29), (2025, 2, 28), 20),
            ((2004, 2, 29), (2025, 3, 1), 21),
        ] {
            let day = |(y, m, d)| date(y, m, d);
            assert_eq!(full_age(day(birth), day(on)), Some(age), "{birth:?} on {on:?}");
        }
        assert_eq!(full_age(date(2026, 1, 2), date(2026, 1, 1)), None);
    }

    #[test]
    fn ranges_are_inclusive_at_both_ends() {
        let on = date(2026, 11, 21);
        for (group, from, to) in [
            (AgeGroup::Teens, date(2006, 11, 22), date(2016, 11, 21)),
            (AgeGroup::Twenties, date(1996, 11, 22), date(2006, 11, 21)),
            (AgeGroup::Fifties, date(1966, 11, 22), date(1976, 11, 21)),
            (AgeGroup::SixtiesPlus, EARLIEST, date(1966, 11, 21)),
        ] {
            assert_eq!(birth_range(group, on), (from, to), "{group}");
        }
        // Leap day: on 28 February 2025 those of 29 February 2004 are 20, a day later 21 with everybody of the 29th.
        assert_eq!(birth_range(AgeGroup::Twenties, date(2024, 2, 29)), (date(1994, 3, 1), date(2004, 2, 29)));
        assert_eq!(birth_range(AgeGroup::Twenties, date(2024, 2, 28)), (date(1994, 3, 1), date(2004, 2, 28)));
        assert_eq!(birth_range(AgeGroup::Twenties, date(2026, 2, 28)), (date(1996, 2, 29), date(2006, 2, 28)));
        assert_eq!(birth_range(AgeGroup::Twenties, date(2026, 3, 1)), (date(1996, 3, 2), date(2006, 3, 1)));
    }

    #[test]
    fn range_and_age_agree_on_every_birth_date() {
        for on in [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 28), date(2025, 3, 1)] {
            let mut birth = EARLIEST;
            while birth <= on {
                let by_range = AgeGroup::ALL.iter().copied().filter(|g| {
                    let (from, to) = birth_range(*g, on);
                    (from..=to).contains(&birth)
                });
                let of: Vec<_> = AgeGroup::of(birth, on).into_iter().collect();
                assert_eq!(by_range.collect::<Vec<_>>(), of, "{birth} on {on}");
                birth = birth.tomorrow().expect("a day");
            }
        }
    }

    #[test]
    fn other_spellings_are_read() {
        for (text, group) in [
            ("twenties", AgeGroup::Twenties),
            ("TWENTIES", AgeGroup::Twenties),
            ("SIXTIES_PLUS", AgeGroup::SixtiesPlus),
            ("Sixties-Plus", AgeGroup::SixtiesPlus),
        ] {
            assert_eq!(text.parse(), Ok(group));
        }
        assert!("twenty".parse::<AgeGroup>().is_err());
    }
}
