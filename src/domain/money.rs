//! Money: integers in 1/100 won.

use std::fmt;
use std::str::FromStr;

/// An amount in 1/100 won (`_minor` in JSON). No floats anywhere near it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, sqlx::Type, serde::Serialize, serde::Deserialize,
)]
#[sqlx(transparent)]
#[serde(transparent)]
pub struct Minor(pub i64);

/// Why a text is not an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected won with at most two decimals, like `13.05`, found `{0}`")]
pub struct ParseMoneyError(String);

impl Minor {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum, or `None` past what 64 bits hold.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// This price for `n` pieces, or `None` past what 64 bits hold.
    pub fn checked_times(self, n: i64) -> Option<Self> {
        self.0.checked_mul(n).map(Self)
    }
}

impl FromStr for Minor {
    type Err = ParseMoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || ParseMoneyError(text.to_owned());
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (won, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if won.is_empty() || part.len() > 2 || !all_digits(won) || !all_digits(part) || digits.ends_with('.') {
            return Err(bad());
        }
        let won: i64 = won.parse().map_err(|_| bad())?;
        let part: i64 = format!("{part:0<2}").parse().map_err(|_| bad())?;
        won.checked_mul(100).and_then(|w| w.checked_add(part)).map(|m| Self(sign * m)).ok_or_else(bad)
    }
}

/// Won with thousands separators; decimals only where there are any.
impl fmt::Display for Minor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let abs = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}", group_thousands(abs / 100))?;
        if !abs.is_multiple_of(100) {
            write!(f, ".{:02}", abs % 100)?;
        }
        Ok(())
    }
}

/// `1234567` as `1,234,567`.
pub fn group_thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_and_shows_won() {
        for (text, minor, shown) in [
            ("13.05", 1305, "13.05"),
            ("20", 2000, "20"),
            ("1234567.5", 123_456_750, "1,234,567.50"),
            ("-3.1", -310, "-3.10"),
        ] {
            assert_eq!(text.parse(), Ok(Minor(minor)));
            assert_eq!(Minor(minor).to_string(), shown);
        }
        for bad in ["", ".5", "1.", "1.234", "1e3", "+1", "１", "92233720368547758.08"] {
            assert!(bad.parse::<Minor>().is_err(), "{bad}");
        }
    }
}
