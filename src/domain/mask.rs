//! Personal data as it may be shown, and customer text as it may be printed.

use std::borrow::Cow;
use std::fmt::Write as _;

use jiff::civil::Date;

/// A name with its middle hidden: `김*`, `홍*동`, `남**수`.
pub fn name(name: &str) -> String {
    let name = name.trim();
    let n = name.chars().count();
    name.chars().enumerate().map(|(i, c)| if (i == 0 && n > 1) || (i + 1 == n && n > 2) { c } else { '*' }).collect()
}

/// An e-mail address with its local part hidden, length and all: `u***@example.com`.
pub fn email(address: &str) -> String {
    match address.trim().rsplit_once('@') {
        Some((local, domain)) => {
            let first = local.chars().next().filter(|_| local.chars().nth(1).is_some());
            first.into_iter().chain("***@".chars()).chain(domain.chars()).collect()
        }
        None => "***".to_owned(),
    }
}

/// A birth date of which the year remains: `1990-**-**`.
pub fn birth_date(date: Date) -> String {
    format!("{:04}-**-**", date.year())
}

/// Text that cannot move the cursor, colour the terminal or turn the reading direction: controls and
/// direction marks stand as `\n`, `\t`, `\u{1b}`. For table cells and single lines.
pub fn escape_controls(text: &str) -> Cow<'_, str> {
    escape(text, |_| false)
}

/// As [`escape_controls`], but newlines and tabs stay. For whole message texts.
pub fn escape_body(text: &str) -> Cow<'_, str> {
    escape(text, |c| matches!(c, '\n' | '\t'))
}

/// A cell of CSV that a spreadsheet would run as a formula gets an apostrophe in front.
pub fn defuse(cell: &str) -> Cow<'_, str> {
    let number =
        cell.parse::<f64>().is_ok() || cell.strip_prefix('+').is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()));
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs && !number { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn escape(text: &str, keep: impl Fn(char) -> bool) -> Cow<'_, str> {
    let harmful = |c: char| is_harmful(c) && !keep(c);
    if !text.contains(harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            c if !harmful(c) => out.push(c),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => {
                // Writing to a String does not fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
        }
    }
    Cow::Owned(out)
}

fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
            | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_ends() {
        for (full, masked) in [
            ("", ""),
            ("김", "*"),
            ("김철", "김*"),
            ("홍길동", "홍*동"),
            ("남궁민수", "남**수"),
            (" 홍길동 ", "홍*동"),
            ("John Smith", "J********h"),
        ] {
            assert_eq!(name(full), masked);
        }
    }

    #[test]
    fn addresses_keep_their_domain() {
        for (full, masked) in [
            ("user0@example.com", "u***@example.com"),
            ("u@example.com", "***@example.com"),
            ("\"a@b\"@example.com", "\"***@example.com"),
            ("not an address", "***"),
            ("", "***"),
        ] {
            assert_eq!(email(full), masked);
        }
    }

    #[test]
    fn birth_dates_keep_their_year() {
        assert_eq!(birth_date(jiff::civil::date(1990, 2, 28)), "1990-**-**");
    }

    #[test]
    fn formulas_are_only_text() {
        for (raw, cell) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("-2+3", "'-2+3"),
            ("\t=1", "'\t=1"),
            ("-5.5", "-5.5"),
            ("+821012345678", "+821012345678"),
            ("010-1234-5678", "010-1234-5678"),
            ("", ""),
        ] {
            assert_eq!(defuse(raw), cell);
        }
    }

    #[test]
    fn controls_are_shown_not_obeyed() {
        for (raw, shown) in [
            ("a\u{1b}[31mb", "a\\u{1b}[31mb"),
            ("a\u{9b}31mb", "a\\u{9b}31mb"),
            ("줄\n끝\r\n\t", "줄\\n끝\\r\\n\\t"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a\\u{202e}b\\u{2066}c\\u{200f}"),
            ("\0\u{7f}", "\\u{0}\\u{7f}"),
        ] {
            assert_eq!(escape_controls(raw), shown);
        }
        assert!(matches!(escape_controls("홍길동 👨‍👩‍👧 ok"), Cow::Borrowed(_)));
        assert_eq!(escape_body("줄\n\t끝\u{1b}\r"), "줄\n\t끝\\u{1b}\\r");
    }
}
