//! The fields of one row as text, read one by one into what they mean.

use std::borrow::Cow;

use super::{Code, Day, Days, Fault};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::person::{self, FieldFault, trim};
use crate::domain::phone::{self, Mobile};
use crate::domain::time::{Micros, kst};

/// Most won of one amount: a hundred thousand million, so that no sum of a bill leaves 64 bits.
const WON_MOST: i64 = 100_000_000_000;
/// Most bytes of a month's use or allowance: a tebibyte times 1,024, so that bytes times days stay in 64 bits.
const BYTES_MOST: i64 = 1 << 50;

/// Why a field, or the row, is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// By the rules of this file.
    Line(Fault),
    /// As a telephone number.
    Phone(phone::Fault),
    /// As a name or an address.
    Person(FieldFault),
}

/// A refused row: the column and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Header of the column; empty where the row as a whole is meant.
    pub column: &'static str,
    /// Why.
    pub why: Why,
}

impl Refusal {
    /// A refusal by the rules of lines.
    pub const fn new(column: &'static str, fault: Fault) -> Self {
        Self { column, why: Why::Line(fault) }
    }

    /// A stable word.
    pub fn code(self) -> Cow<'static, str> {
        match self.why {
            Why::Line(fault) => Cow::Borrowed(fault.word()),
            Why::Phone(fault) => Cow::Owned(format!("phone-{fault}")),
            Why::Person(fault) => Cow::Borrowed(fault.word()),
        }
    }

    /// What an operator should know.
    pub const fn reason(self) -> &'static str {
        match self.why {
            Why::Line(fault) => fault.reason(),
            Why::Phone(fault) => fault.reason(),
            Why::Person(fault) => fault.reason(),
        }
    }
}

/// The fields of a row in the order of the columns of its kind.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'a> {
    /// Headers.
    pub columns: &'static [&'static str],
    /// Fields, as many.
    pub fields: &'a [&'a str],
}

impl<'a> Cells<'a> {
    fn text(&self, i: usize) -> &'a str {
        trim(self.fields.get(i).copied().unwrap_or_default())
    }

    fn given(&self, i: usize) -> Result<&'a str, Refusal> {
        let text = self.text(i);
        if text.is_empty() { Err(self.bad(i, Fault::Empty)) } else { Ok(text) }
    }

    /// A refusal of the field.
    pub fn bad(&self, i: usize, fault: Fault) -> Refusal {
        Refusal::new(self.columns[i], fault)
    }

    /// A code.
    pub fn code(&self, i: usize) -> Result<Code, Refusal> {
        self.given(i)?.parse().map_err(|fault| self.bad(i, fault))
    }

    /// A text that people call something by.
    pub fn title(&self, i: usize) -> Result<Box<str>, Refusal> {
        let text = self.given(i)?;
        if text.chars().count() > 100 { Err(self.bad(i, Fault::TooLong)) } else { Ok(text.into()) }
    }

    /// A day.
    pub fn day(&self, i: usize) -> Result<Day, Refusal> {
        self.given(i)?.parse().map_err(|_| self.bad(i, Fault::NotADay))
    }

    /// A day, or nothing.
    pub fn day_or_open(&self, i: usize) -> Result<Option<Day>, Refusal> {
        if self.text(i).is_empty() { Ok(None) } else { self.day(i).map(Some) }
    }

    /// A range of days in two fields; the second may be empty.
    pub fn days(&self, from: usize, to: usize) -> Result<Days, Refusal> {
        let days = Days { from: self.day(from)?, to: self.day_or_open(to)?.unwrap_or(Day::OPEN) };
        if days.to < days.from { Err(self.bad(to, Fault::Turned)) } else { Ok(days) }
    }

    /// A month.
    pub fn month(&self, i: usize) -> Result<Period, Refusal> {
        self.given(i)?.parse().map_err(|_| self.bad(i, Fault::NotAMonth))
    }

    /// A moment: a day and a time on the Korean clock, or with the offset of another one.
    pub fn time(&self, i: usize) -> Result<Micros, Refusal> {
        let text = self.given(i)?;
        if let Ok(t) = text.parse::<jiff::Timestamp>() {
            return Ok(Micros::from(t));
        }
        let moment = person::moment(text).and_then(|(day, time)| day.to_datetime(time).to_zoned(kst()).ok());
        moment.map(|z| Micros::from(z.timestamp())).ok_or_else(|| self.bad(i, Fault::NotATime))
    }

    fn integer(&self, i: usize, most: i64, fault: Fault) -> Result<i64, Refusal> {
        let text = self.given(i)?;
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(self.bad(i, fault));
        }
        text.parse().ok().filter(|n| *n <= most).ok_or_else(|| self.bad(i, Fault::TooLarge))
    }

    /// Whole won.
    pub fn won(&self, i: usize) -> Result<Minor, Refusal> {
        self.integer(i, WON_MOST, Fault::NotAnAmount).map(|won| Minor(won * 100))
    }

    /// Bytes.
    pub fn bytes(&self, i: usize) -> Result<i64, Refusal> {
        self.integer(i, BYTES_MOST, Fault::NotANumber)
    }

    /// Bytes, or nothing: as many as one likes.
    pub fn bytes_or_unlimited(&self, i: usize) -> Result<Option<i64>, Refusal> {
        if self.text(i).is_empty() { Ok(None) } else { self.bytes(i).map(Some) }
    }

    /// A whole number up to `most`.
    pub fn number(&self, i: usize, most: i64) -> Result<i64, Refusal> {
        self.integer(i, most, Fault::NotANumber)
    }

    /// Won with up to six decimals, in millionths of a won.
    pub fn rate(&self, i: usize) -> Result<i64, Refusal> {
        let text = self.given(i)?;
        micro_won(text).map_err(|fault| self.bad(i, fault))
    }

    /// Yes or no.
    pub fn yes(&self, i: usize) -> Result<bool, Refusal> {
        let text = self.given(i)?;
        let is = |words: &[&str]| words.iter().any(|w| text.eq_ignore_ascii_case(w));
        if is(&["1", "true", "yes", "y", "예"]) {
            Ok(true)
        } else if is(&["0", "false", "no", "n", "아니오"]) {
            Ok(false)
        } else {
            Err(self.bad(i, Fault::NotYesNo))
        }
    }

    /// One of a set of words.
    pub fn word<T: std::str::FromStr>(&self, i: usize) -> Result<T, Refusal> {
        self.given(i)?.parse().map_err(|_| self.bad(i, Fault::NotAWord))
    }

    /// A mobile number.
    pub fn phone(&self, i: usize) -> Result<Mobile, Refusal> {
        self.text(i).parse().map_err(|e: phone::PhoneError| Refusal { column: self.columns[i], why: Why::Phone(e.0) })
    }

    /// Name of a person.
    pub fn name(&self, i: usize) -> Result<Cow<'a, str>, Refusal> {
        let text = self.fields.get(i).copied().unwrap_or_default();
        person::name(text).map_err(|fault| Refusal { column: self.columns[i], why: Why::Person(fault) })
    }

    /// Address of a person, or nothing.
    pub fn email(&self, i: usize) -> Result<&'a str, Refusal> {
        let text = self.fields.get(i).copied().unwrap_or_default();
        person::email(text).map_err(|fault| Refusal { column: self.columns[i], why: Why::Person(fault) })
    }
}

/// `0.01` is 10,000 millionths.
fn micro_won(text: &str) -> Result<i64, Fault> {
    let (won, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if won.is_empty() || part.len() > 6 || !digits(won) || !digits(part) || text.ends_with('.') {
        return Err(Fault::NotARate);
    }
    let won: i64 = won.parse().map_err(|_| Fault::TooLarge)?;
    let part = part.bytes().chain(std::iter::repeat(b'0')).take(6).fold(0, |n, d| n * 10 + i64::from(d - b'0'));
    if won > 1_000_000 { Err(Fault::TooLarge) } else { Ok(won * 1_000_000 + part) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_millionths_of_a_won() {
        for (text, micro) in
            [("0.01", 10_000), ("1", 1_000_000), ("0.000001", 1), ("12.5", 12_500_000), ("0", 0), ("0.123456", 123_456)]
        {
            assert_eq!(micro_won(text), Ok(micro), "{text}");
        }
        for bad in ["", ".5", "1.", "-1", "0.0000001", "1e3", "1,000"] {
            assert_eq!(micro_won(bad), Err(Fault::NotARate), "{bad}");
        }
        assert_eq!(micro_won("1000001"), Err(Fault::TooLarge));
    }

    #[test]
    fn fields_say_what_is_wrong_with_them() {
        const COLUMNS: &[&str] = &["a", "b"];
        let of = |a: &'static str, b: &'static str| -> [&'static str; 2] { [a, b] };
        let read = |fields: &[&'static str; 2], f: &dyn Fn(&Cells<'_>) -> Result<(), Refusal>| {
            f(&Cells { columns: COLUMNS, fields }).map_err(|r| (r.column, r.code().into_owned()))
        };
        let days = |c: &Cells<'_>| c.days(0, 1).map(drop);
        assert_eq!(read(&of("2026-10-13", ""), &days), Ok(()));
        assert_eq!(read(&of("2026-10-13", "2026-10-13"), &days), Ok(()), "history of a change that was changed again");
        assert_eq!(read(&of("2026-10-13", "2026-10-12"), &days), Err(("b", "ends-before-it-begins".into())));
        assert_eq!(read(&of("", "2026-10-12"), &days), Err(("a", "empty".into())));
        assert_eq!(read(&of("13.10.2026", ""), &days), Err(("a", "not-a-day".into())));
        assert_eq!(read(&of("1.5", ""), &|c| c.won(0).map(drop)), Err(("a", "not-an-amount".into())));
        assert_eq!(read(&of("-5", ""), &|c| c.won(0).map(drop)), Err(("a", "not-an-amount".into())));
        assert_eq!(read(&of("100000000001", ""), &|c| c.won(0).map(drop)), Err(("a", "too-large".into())));
        assert_eq!(read(&of("02-123-4567", ""), &|c| c.phone(0).map(drop)), Err(("a", "phone-landline".into())));
        assert_eq!(read(&of("maybe", ""), &|c| c.yes(0).map(drop)), Err(("a", "not-yes-or-no".into())));
    }

    #[test]
    fn moments_without_an_offset_are_korean() {
        const COLUMNS: &[&str] = &["at"];
        let at = |text: &str| Cells { columns: COLUMNS, fields: &[text] }.time(0);
        let expected: jiff::Timestamp = "2026-10-31T15:00:00Z".parse().expect("a time");
        for text in ["2026-11-01", "2026-11-01 00:00:00", "2026-11-01T00:00:00+09:00", "2026-10-31T15:00:00Z"] {
            assert_eq!(at(text), Ok(Micros::from(expected)), "{text}");
        }
        assert!(at("yesterday").is_err());
    }
}
