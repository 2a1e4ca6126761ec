//! Writing answers.

use std::borrow::Cow;

use crate::domain::money::Minor;

/// JSON under construction. Callers see to the commas.
#[derive(Default)]
pub struct Json(pub Vec<u8>);

impl Json {
    /// With room for so many bytes.
    pub fn with_capacity(bytes: usize) -> Self {
        Self(Vec::with_capacity(bytes))
    }

    /// As it is.
    pub fn raw(&mut self, text: &str) -> &mut Self {
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    /// A quoted text.
    pub fn string(&mut self, text: &str) -> &mut Self {
        self.0.push(b'"');
        let bytes = text.as_bytes();
        let mut clean = 0;
        for (i, b) in bytes.iter().enumerate() {
            let escape: &[u8] = match b {
                b'"' => b"\\\"",
                b'\\' => b"\\\\",
                b'\n' => b"\\n",
                b'\r' => b"\\r",
                b'\t' => b"\\t",
                0..=0x1F => b"",
                _ => continue,
            };
            self.0.extend_from_slice(&bytes[clean..i]);
            if escape.is_empty() {
                self.0.extend_from_slice(format!("\\u{b:04x}").as_bytes());
            } else {
                self.0.extend_from_slice(escape);
            }
            clean = i + 1;
        }
        self.0.extend_from_slice(&bytes[clean..]);
        self.0.push(b'"');
        self
    }

    /// A text, or null.
    pub fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.string(text),
            None => self.raw("null"),
        }
    }

    /// A whole number.
    pub fn number(&mut self, n: impl Into<i64>) -> &mut Self {
        let text = n.into().to_string();
        self.raw(&text)
    }

    /// Won, with decimals where there are any.
    pub fn won(&mut self, amount: Minor) -> &mut Self {
        let (sign, abs) = (if amount.0 < 0 { "-" } else { "" }, amount.0.unsigned_abs());
        let text = if abs % 100 == 0 {
            format!("{sign}{}", abs / 100)
        } else {
            format!("{sign}{}.{:02}", abs / 100, abs % 100)
        };
        self.raw(&text)
    }

    /// `2026-01-15T00:30:00.123Z`.
    pub fn time(&mut self, ms: i64) -> &mut Self {
        const PRINTER: jiff::fmt::temporal::DateTimePrinter =
            jiff::fmt::temporal::DateTimePrinter::new().precision(Some(3));
        self.0.push(b'"');
        let at = jiff::Timestamp::from_millisecond(ms).unwrap_or_default();
        // Writing to memory does not fail.
        let _ = PRINTER.print_timestamp(&at, &mut self.0);
        self.0.push(b'"');
        self
    }

    /// A time, or null.
    pub fn optional_time(&mut self, ms: Option<i64>) -> &mut Self {
        match ms {
            Some(ms) => self.time(ms),
            None => self.raw("null"),
        }
    }

    /// An object of texts.
    pub fn pairs(&mut self, pairs: &[(Cow<'_, str>, Cow<'_, str>)]) -> &mut Self {
        self.0.push(b'{');
        for (i, (key, value)) in pairs.iter().enumerate() {
            if i > 0 {
                self.0.push(b',');
            }
            self.string(key).raw(":").string(value);
        }
        self.0.push(b'}');
        self
    }

    /// A comma unless `first`, which is then over.
    pub fn comma(&mut self, first: &mut bool) -> &mut Self {
        if !std::mem::take(first) {
            self.0.push(b',');
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_a_round_trip() {
        for text in ["", "가\"나\\다", "line\nbreak\r\t\u{1}\u{1f}\u{7f}", "😀"] {
            let mut out = Json::default();
            out.string(text);
            assert_eq!(serde_json::from_slice::<String>(&out.0).expect("JSON"), text);
        }
    }

    #[test]
    fn times_and_money() {
        let mut out = Json::default();
        out.time(1_768_437_000_120).raw(" ").won(Minor(-1_305)).raw(" ").won(Minor(2_000)).raw(" ").number(-5);
        assert_eq!(String::from_utf8(out.0).expect("text"), "\"2026-01-15T00:30:00.120Z\" -13.05 20 -5");
    }
}
