//! A provider's file: what it says of each message, or of each day.

use std::collections::BTreeMap;
use std::io::Read;

use jiff::civil::Date;

use crate::domain::channel::{Channel, words};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::import::source::{Header, header};
use crate::ops::import::{Encoding, ImportError};

words! {
    /// A column of a provider's file.
    Field ("column") {
        /// The provider's id of a message.
        Id = "id",
        /// The day, `2026-10-31`.
        Day = "day",
        /// What it was sent by.
        Channel = "channel",
        /// Whether it was delivered.
        Status = "status",
        /// What a message costs, won.
        Price = "price",
        /// How many were delivered.
        Delivered = "delivered",
        /// How many failed.
        Failed = "failed",
        /// What they cost together, won.
        Amount = "amount",
    }
}

impl Field {
    /// Headers that mean it without being told.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Id => &["id", "message_id", "messageid", "메시지id", "메시지 id"],
            Self::Day => &["day", "date", "일자", "날짜", "발송일"],
            Self::Channel => &["channel", "type", "채널", "유형"],
            Self::Status => &["status", "state", "상태", "결과"],
            Self::Price => &["price", "unit_price", "단가"],
            Self::Delivered => &["delivered", "success", "성공", "성공건수"],
            Self::Failed => &["failed", "fail", "실패", "실패건수"],
            Self::Amount => &["amount", "total", "금액", "합계"],
        }
    }
}

/// A message as the provider has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Theirs {
    pub channel: Channel,
    pub delivered: bool,
    pub price: Option<i64>,
}

/// A day of a channel as the provider has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum {
    pub delivered: i64,
    pub failed: Option<i64>,
    pub amount: Option<i64>,
}

/// What a file says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// Of each message, by the provider's id.
    Messages(BTreeMap<String, Theirs>),
    /// Of each day and channel.
    Days(BTreeMap<(Date, Channel), Sum>),
}

/// Why a file cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file as such.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The header lacks columns.
    #[error("line {line}: the header lacks `{missing}`")]
    Header {
        /// The line.
        line: u64,
        /// What it lacks.
        missing: &'static str,
    },
    /// A column was said to be there.
    #[error("line {line}: there is no column `{name}`")]
    NoColumn {
        /// The line.
        line: u64,
        /// Its header.
        name: String,
    },
    /// A row.
    #[error("line {line}: {what}")]
    Row {
        /// The line.
        line: u64,
        /// What is wrong with it.
        what: String,
    },
}

/// Reads a whole file; `map` tells headers that are not known.
pub(super) fn read(input: impl Read, month: Period, map: &[(Field, String)]) -> Result<(Said, u64), FileError> {
    let Header { mut records, line, names, .. } = header(input, Encoding::Auto)?;
    let plain = |name: &str| name.trim().to_lowercase();
    let mut at = BTreeMap::new();
    for field in Field::ALL {
        let told = map.iter().find(|(f, _)| f == field).map(|(_, name)| name);
        let place = match told {
            Some(name) => {
                let place = names.iter().position(|n| plain(n) == plain(name));
                Some(place.ok_or_else(|| FileError::NoColumn { line, name: name.clone() })?)
            }
            None => names.iter().position(|n| field.names().contains(&plain(n).as_str())),
        };
        if let Some(place) = place {
            at.insert(field.word(), place);
        }
    }
    let by_message = at.contains_key("id");
    let needed: &[&'static str] =
        if by_message { &["id", "channel", "status"] } else { &["day", "channel", "delivered"] };
    if let Some(missing) = needed.iter().find(|n| !at.contains_key(*n)) {
        return Err(FileError::Header { line, missing });
    }
    let (mut messages, mut days, mut rows) = (BTreeMap::new(), BTreeMap::<(Date, Channel), Sum>::new(), 0);
    while let Some(fault) = records.next().map_err(ImportError::from)? {
        let line = records.line();
        let bad = |what: String| FileError::Row { line, what };
        if fault.is_some() {
            return Err(bad("it cannot be read as text".to_owned()));
        }
        rows += 1;
        let cell = |name: &str| at.get(name).map(|i| records.field(*i).trim()).filter(|c| !c.is_empty());
        let channel = channel(cell("channel").unwrap_or_default()).map_err(bad)?;
        let day = cell("day").map(|d| day(d, month)).transpose().map_err(bad)?;
        let won = |name: &str| cell(name).map(won).transpose().map_err(bad);
        if by_message {
            let id = cell("id").ok_or_else(|| bad("it has no id".to_owned()))?;
            let delivered = delivered(cell("status").unwrap_or_default()).map_err(bad)?;
            let theirs = Theirs { channel, delivered, price: won("price")? };
            if messages.insert(id.to_owned(), theirs).is_some() {
                return Err(bad(format!("`{id}` comes twice")));
            }
            continue;
        }
        let count = |name: &str| cell(name).map(count).transpose().map_err(bad);
        let day = day.ok_or_else(|| bad("it has no day".to_owned()))?;
        let sum = days.entry((day, channel)).or_default();
        let more = |a: Option<i64>, b: Option<i64>| match (a, b) {
            (None, None) => None,
            (a, b) => Some(a.unwrap_or(0).saturating_add(b.unwrap_or(0))),
        };
        sum.delivered = sum.delivered.saturating_add(count("delivered")?.unwrap_or(0));
        sum.failed = more(sum.failed, count("failed")?);
        sum.amount = more(sum.amount, won("amount")?);
    }
    Ok((if by_message { Said::Messages(messages) } else { Said::Days(days) }, rows))
}

/// Our word, or the one that SOLAPI and its like use.
fn channel(text: &str) -> Result<Channel, String> {
    match text.to_ascii_uppercase().as_str() {
        "ATA" | "알림톡" => Ok(Channel::Alimtalk),
        "단문" => Ok(Channel::Sms),
        "장문" => Ok(Channel::Lms),
        _ => text.parse().map_err(|e| format!("{e}")),
    }
}

fn day(text: &str, month: Period) -> Result<Date, String> {
    let head = text.get(..10).unwrap_or(text).replace(['.', '/'], "-");
    let day: Date = head.parse().map_err(|_| format!("`{text}` is no day like `2026-10-31`"))?;
    let inside = day >= month.first_day() && day < month.next().first_day();
    if inside { Ok(day) } else { Err(format!("`{text}` is not in {month}")) }
}

fn delivered(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "delivered" | "success" | "ok" | "성공" | "전송성공" | "발송성공" => Ok(true),
        "failed" | "failure" | "fail" | "실패" | "전송실패" | "발송실패" => Ok(false),
        _ => Err(format!("`{text}` is no status; `delivered` (`성공`) and `failed` (`실패`) are")),
    }
}

fn won(text: &str) -> Result<i64, String> {
    text.replace(',', "").parse::<Minor>().map(|m| m.0).map_err(|e| format!("{e}"))
}

fn count(text: &str) -> Result<i64, String> {
    let n = text.replace(',', "").parse::<i64>().ok().filter(|n| *n >= 0);
    n.ok_or_else(|| format!("`{text}` is no count"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, map: &[(Field, String)]) -> Result<Said, String> {
        let october = "2026-10".parse().expect("a month");
        read(text.as_bytes(), october, map).map(|s| s.0).map_err(|e| e.to_string())
    }

    #[test]
    fn both_kinds_of_files_and_headers_of_ones_own() {
        let by_day =
            said("일자,유형,성공,실패,금액\n2026-10-31,SMS,\"1,000\",2,\"20,000\"\n2026-10-31,SMS,1,,20\n", &[]);
        let Ok(Said::Days(days)) = by_day else { panic!("{by_day:?}") };
        let sum = Sum { delivered: 1001, failed: Some(2), amount: Some(2_002_000) };
        assert_eq!(days.into_values().collect::<Vec<_>>(), [sum]);
        let map = [(Field::Id, "전문번호".to_owned())];
        let each = said("전문번호,채널,상태,단가\nM1,알림톡,성공,9\nM2,lms,실패,\n", &map);
        let Ok(Said::Messages(each)) = each else { panic!("{each:?}") };
        assert_eq!(each["M1"], Theirs { channel: Channel::Alimtalk, delivered: true, price: Some(900) });
        assert_eq!(each["M2"], Theirs { channel: Channel::Lms, delivered: false, price: None });
    }

    #[test]
    fn a_row_that_cannot_be_read_refuses_the_file() {
        for (text, says) in [
            ("day,channel\n2026-10-01,sms\n", "lacks `delivered`"),
            ("id,channel,status\n", ""),
            ("id,channel,status\nA,sms,성공\nA,sms,성공\n", "line 3: `A` comes twice"),
            ("id,channel,status\nA,fax,성공\n", "line 2: `fax` is not a channel"),
            ("id,channel,status\nA,sms,?\n", "line 2: `?` is no status"),
            ("day,channel,delivered\n2026-11-01,sms,1\n", "line 2: `2026-11-01` is not in 2026-10"),
            ("day,channel,delivered\n2026-10-01,sms,-1\n", "line 2: `-1` is no count"),
        ] {
            match said(text, &[]) {
                Ok(_) => assert!(says.is_empty(), "{text}"),
                Err(e) => assert!(!says.is_empty() && e.contains(says), "{e}"),
            }
        }
        let missing = said("id,channel,status\n", &[(Field::Id, "nr".to_owned())]);
        assert!(missing.is_err_and(|e| e.contains("no column `nr`")));
    }
}
