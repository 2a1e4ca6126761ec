//! What a table shows: cells with a side and a meaning.

use crate::domain::money::{Minor, group_thousands};
use crate::domain::time::Micros;

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// Done, delivered, fine.
    Good,
    /// Look here.
    Warn,
    /// Failed.
    Bad,
    /// Of little weight.
    Dim,
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What it says; control characters are already escaped.
    pub text: String,
    /// Numbers stand on the right.
    pub right: bool,
    /// Its colour.
    pub tone: Tone,
}

impl Cell {
    /// Text from anywhere: control characters are shown, not obeyed.
    pub fn text(text: impl std::fmt::Display) -> Self {
        let text = text.to_string();
        let text = if text.chars().any(is_hostile) {
            text.chars().map(|c| if is_hostile(c) { c.escape_unicode().to_string() } else { c.to_string() }).collect()
        } else {
            text
        };
        Self { text, right: false, tone: Tone::Plain }
    }

    /// A count, with thousands separators.
    pub fn count(n: impl TryInto<i64>) -> Self {
        let n = n.try_into().unwrap_or(i64::MAX);
        let sign = if n < 0 { "-" } else { "" };
        Self { text: format!("{sign}{}", group_thousands(n.unsigned_abs())), right: true, tone: Tone::Plain }
    }

    /// Won.
    pub fn money(m: Minor) -> Self {
        Self { text: format!("₩{m}"), right: true, tone: Tone::Plain }
    }

    /// A moment, on the Korean clock.
    pub fn time(t: Micros) -> Self {
        let shown = t.timestamp().to_zoned(crate::domain::time::kst()).strftime("%Y-%m-%d %H:%M:%S").to_string();
        Self { text: shown, right: false, tone: Tone::Plain }
    }

    /// A value, or a dash.
    pub fn maybe(text: Option<impl std::fmt::Display>) -> Self {
        text.map_or_else(|| Self::text("-").tone(Tone::Dim), Self::text)
    }

    /// The same on the right.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }

    /// The same in another tone.
    #[must_use]
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

/// Control characters and the marks that turn the direction of text around.
fn is_hostile(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// One row of a list: the same value makes the table, the JSON and the CSV.
pub trait Row: serde::Serialize {
    /// Column heads, in capitals.
    const HEAD: &'static [&'static str];

    /// As many as there are heads.
    fn cells(&self) -> Vec<Cell>;
}

/// One result: labels and cells for people, the serialised value for programs.
pub trait Record: serde::Serialize {
    /// What a person sees, line by line.
    fn lines(&self) -> Vec<(String, Cell)>;
}
