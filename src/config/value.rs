//! Values with a form of their own: durations, rates, hours, references to secrets.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use jiff::civil::Time;

/// `500ms`, `10s`, `10m`, `25h`, `2d`.
///
/// # Errors
/// What was expected.
pub fn duration(text: &str) -> Result<Duration, String> {
    let bad = || format!("a duration like `10s`, `500ms`, `10m` or `25h`, not `{text}`");
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let n: u64 = number.parse().map_err(|_| bad())?;
    let ms_per = match unit.trim() {
        "ms" => 1,
        "s" => 1_000,
        "m" | "min" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => return Err(bad()),
    };
    n.checked_mul(ms_per).filter(|ms| *ms <= 366 * 86_400_000).map(Duration::from_millis).ok_or_else(bad)
}

/// As [`duration`]; `None` for `off` and for no time at all.
///
/// # Errors
/// What was expected.
pub fn duration_or_off(text: &str) -> Result<Option<Duration>, String> {
    if text == "off" {
        return Ok(None);
    }
    let d = duration(text).map_err(|_| format!("a duration like `10m` or `24h`, or `off`, not `{text}`"))?;
    Ok(Some(d).filter(|d| !d.is_zero()))
}

/// Most messages in any window of a length, or no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// No limit.
    Unlimited,
    /// At most `limit` in any half-open window of this length.
    Limited {
        /// How many.
        limit: u32,
        /// The length.
        window: Duration,
    },
}

/// `100/min`, `50/s`, `1000/h`, `20/5s`, `unlimited`.
impl FromStr for Rate {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "unlimited" {
            return Ok(Self::Unlimited);
        }
        let bad = || format!("a rate like `100/min`, `50/s`, `20/5s` or `unlimited`, not `{text}`");
        let (n, per) = text.split_once('/').ok_or_else(bad)?;
        let limit: u32 = n.trim().parse().ok().filter(|n| *n > 0).ok_or_else(bad)?;
        let window = match per.trim() {
            "s" => Duration::from_secs(1),
            "m" | "min" => Duration::from_mins(1),
            "h" => Duration::from_hours(1),
            other => duration(other).ok().filter(|d| !d.is_zero()).ok_or_else(bad)?,
        };
        Ok(Self::Limited { limit, window })
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unlimited => f.write_str("unlimited"),
            Self::Limited { limit, window } => match window.as_millis() {
                1_000 => write!(f, "{limit}/s"),
                60_000 => write!(f, "{limit}/min"),
                3_600_000 => write!(f, "{limit}/h"),
                ms if ms % 1_000 == 0 => write!(f, "{limit}/{}s", ms / 1_000),
                ms => write!(f, "{limit}/{ms}ms"),
            },
        }
    }
}

/// `21:00-08:00`: from and to, wall time.
///
/// # Errors
/// What was expected.
pub fn hours(text: &str) -> Result<(Time, Time), String> {
    let bad = || format!("hours like `21:00-08:00`, not `{text}`");
    let time = |t: &str| Time::strptime("%H:%M", t.trim()).map_err(|_| bad());
    let (from, to) = text.split_once('-').ok_or_else(bad)?;
    Ok((time(from)?, time(to)?))
}

/// Where a secret stands. The configuration never holds the secret itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// An environment variable.
    Env(String),
    /// A file, by its absolute path.
    File(PathBuf),
}

impl Reference {
    /// Reads `env:NAME` or `file:/abs/path`.
    ///
    /// # Errors
    /// What was expected, without the text: it may be a secret put there by mistake.
    pub fn parse(text: &str) -> Result<Self, String> {
        if let Some(name) = text.strip_prefix("env:")
            && !name.is_empty()
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        {
            return Ok(Self::Env(name.to_owned()));
        }
        if let Some(path) = text.strip_prefix("file:")
            && path.starts_with('/')
        {
            return Ok(Self::File(PathBuf::from(path)));
        }
        Err("a reference to the secret, `env:NAME` or `file:/abs/path`, not the secret itself".to_owned())
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Env(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{}", path.display()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_and_durations() {
        assert_eq!("100/min".parse(), Ok(Rate::Limited { limit: 100, window: Duration::from_mins(1) }));
        assert_eq!("20/5s".parse(), Ok(Rate::Limited { limit: 20, window: Duration::from_secs(5) }));
        for text in ["100/min", "7/s", "9/h", "20/5s", "3/250ms", "unlimited"] {
            assert_eq!(text.parse::<Rate>().map(|r| r.to_string()), Ok(text.to_owned()));
        }
        for bad in ["", "100", "0/s", "1/0s", "-1/s", "1/x", "99999999999/s"] {
            assert!(bad.parse::<Rate>().is_err(), "{bad}");
        }
        assert_eq!(duration("25h"), Ok(Duration::from_hours(25)));
        assert_eq!(duration_or_off("24h"), Ok(Some(Duration::from_hours(24))));
        assert_eq!((duration_or_off("off"), duration_or_off("0s")), (Ok(None), Ok(None)));
        assert!(duration_or_off("never").is_err_and(|e| e.contains("`off`")));
        assert!(duration("10").is_err() && duration("s").is_err() && duration("1000d").is_err());
    }

    #[test]
    fn references_never_echo_what_may_be_a_secret() {
        assert!(Reference::parse("env:SOLAPI_API_KEY").is_ok());
        let said = Reference::parse("NCSAYU7YDBXYORXC").expect_err("a bare secret");
        assert!(!said.contains("NCSA"));
        assert!(Reference::parse("file:relative").is_err());
    }
}
