//! Korean telephone numbers: mobiles that messages go to, registered numbers that they come from.

use std::fmt;
use std::str::FromStr;

use super::channel::words;

/// Most digits of any number here: a virtual number (030, 050).
const MOST: usize = 12;

/// Up to twelve ASCII digits, inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Digits {
    bytes: [u8; MOST],
    len: u8,
}

impl Digits {
    const EMPTY: Self = Self { bytes: [0; MOST], len: 0 };

    fn push(&mut self, digit: u8) -> bool {
        let fits = self.len() < MOST;
        if fits {
            self.bytes[self.len()] = digit;
            self.len += 1;
        }
        fits
    }

    fn len(&self) -> usize {
        usize::from(self.len)
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len()]
    }

    fn as_str(&self) -> &str {
        // Only ASCII digits are ever pushed.
        std::str::from_utf8(self.bytes()).unwrap_or_default()
    }

    /// `zero` and what follows the first `skip` digits.
    fn with_zero(&self, skip: usize) -> Option<Self> {
        let mut out = Self::EMPTY;
        out.push(b'0');
        self.bytes()[skip..].iter().all(|d| out.push(*d)).then_some(out)
    }

    fn starts_with(&self, prefix: &str) -> bool {
        self.bytes().starts_with(prefix.as_bytes())
    }
}

words! {
    /// Why a text is no mobile number or no sender number. The words are stable: rejects files carry them.
    Fault ("phone fault") {
        /// Nothing there.
        Empty = "empty",
        /// Letters, or words such as 없음.
        Letters = "letters",
        /// A spreadsheet turned the number into `1.01E+10`; its digits are lost.
        Scientific = "scientific",
        /// Characters that no number has, or two numbers in one field.
        Special = "special",
        /// Fewer digits than a number of its kind has.
        TooShort = "too-short",
        /// More digits than a number of its kind has.
        TooLong = "too-long",
        /// A fixed line.
        Landline = "landline",
        /// Another country's.
        Foreign = "foreign",
        /// Korean, but no mobile: representative (1588), internet (070), virtual (050), paging (012).
        NotMobile = "not-mobile",
        /// As a sender: none of the kinds that can be registered.
        NotASender = "not-a-sender",
    }
}

impl Fault {
    /// What an operator should know.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Empty => "there is no number",
            Self::Letters => "letters stand in the number",
            Self::Scientific => "a spreadsheet has rounded the number; export the column as text",
            Self::Special => "characters that no number has, or more than one number",
            Self::TooShort => "digits are missing",
            Self::TooLong => "too many digits",
            Self::Landline => "a fixed line cannot get messages",
            Self::Foreign => "a number of another country",
            Self::NotMobile => "a Korean number, but no mobile (010, 011, 016, 017, 018, 019)",
            Self::NotASender => {
                "no number that can be registered as a sender (area code and number, 010, 070, 080, 15xx)"
            }
        }
    }
}

/// Why a number is refused. Does not repeat the number: it is personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.reason())]
pub struct PhoneError(pub Fault);

/// A Korean mobile number, digits with the leading zero.
///
/// `Display` shows all of it, `Debug` and [`Mobile::masked`] do not.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mobile(Digits);

impl Mobile {
    /// `01012345678`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// `010-****-5678`.
    pub fn masked(&self) -> String {
        let (head, _, tail) = self.groups();
        format!("{head}-{}-{tail}", "*".repeat(self.0.len() - 7))
    }

    /// `010-1234-5678`.
    pub fn hyphenated(&self) -> String {
        let (head, middle, tail) = self.groups();
        format!("{head}-{middle}-{tail}")
    }

    fn groups(&self) -> (&str, &str, &str) {
        let text = self.as_str();
        (&text[..3], &text[3..text.len() - 4], &text[text.len() - 4..])
    }
}

/// Every form that people and spreadsheets write: `010-1234-5678`, `+82 10 1234 5678`, `82 10…`, `(010) 1234.5678`,
/// full-width digits, and `1012345678` or `1012345678.0` where a spreadsheet took it for a number.
impl FromStr for Mobile {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let digits = national(text).map_err(PhoneError)?;
        mobile_fault(&digits).map_or(Ok(Self(digits)), |fault| Err(PhoneError(fault)))
    }
}

impl fmt::Display for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mobile({})", self.masked())
    }
}

/// A number that can be registered as a sender (Telecommunications Business Act, art. 84-2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sender(Digits);

impl Sender {
    /// Digits only: `0212345678`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for Sender {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        let digits = national(text).map_err(PhoneError)?;
        sender_fault(&digits).map_or(Ok(Self(digits)), |fault| Err(PhoneError(fault)))
    }
}

impl fmt::Display for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sender({self})")
    }
}

impl serde::Serialize for Sender {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

/// The digits as dialled inside Korea.
fn national(text: &str) -> Result<Digits, Fault> {
    let text = unquote(text);
    let (mut digits, mut plus, mut letters, mut special, mut overflow) = (Digits::EMPTY, false, false, false, false);
    for c in text.chars() {
        match c {
            '0'..='9' => overflow |= !digits.push(c as u8),
            // Full-width digits: the low nibble is the digit, as in ASCII.
            '\u{FF10}'..='\u{FF19}' => overflow |= !digits.push(b'0' | (u32::from(c) & 0xF) as u8),
            '+' | '\u{FF0B}' if digits.len() == 0 && !plus => plus = true,
            c if is_separator(c) => {}
            c if c.is_alphabetic() => letters = true,
            _ => special = true,
        }
    }
    if letters {
        return Err(if is_scientific(text) { Fault::Scientific } else { Fault::Letters });
    }
    if special {
        return Err(Fault::Special);
    }
    if digits.len() == 0 {
        return Err(if plus { Fault::Special } else { Fault::Empty });
    }
    let country = if plus { Some(0) } else { digits.starts_with("00").then_some(2) };
    if let Some(skip) = country {
        if !digits.bytes()[skip..].starts_with(b"82") {
            return Err(Fault::Foreign);
        }
        return local(text, skip + 2);
    }
    // No Korean number begins with 8, so this is the country code without its plus.
    if digits.starts_with("821") || digits.starts_with("8201") || (digits.starts_with("82") && digits.len() > 9) {
        return local(text, 2);
    }
    if overflow {
        return Err(Fault::TooLong);
    }
    // A spreadsheet that takes a number for a quantity loses the leading zero; representative numbers
    // (15xx, 16xx, 18xx and four digits) have none.
    let representative = digits.len() <= 8 && matches!(digits.bytes(), [_, b'5' | b'6' | b'8', ..]);
    if digits.starts_with("1") && !representative {
        return digits.with_zero(0).ok_or(Fault::TooLong);
    }
    Ok(digits)
}

/// What follows a country code of `skip` digits, with its leading zero.
fn local(text: &str, skip: usize) -> Result<Digits, Fault> {
    let mut out = Digits::EMPTY;
    out.push(b'0');
    let mut rest = text.chars().filter_map(ascii_digit).skip(skip).peekable();
    rest.next_if_eq(&b'0');
    if rest.all(|d| out.push(d)) { Ok(out) } else { Err(Fault::TooLong) }
}

fn ascii_digit(c: char) -> Option<u8> {
    let full_width = ('\u{FF10}'..='\u{FF19}').contains(&c);
    (c.is_ascii_digit() || full_width).then_some(b'0' | (u32::from(c) & 0xF) as u8)
}

/// Takes off what spreadsheets put around a text that looks like a number: `'010…`, `="010…"`, `1012345678.0`.
fn unquote(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_prefix('=').unwrap_or(text);
    let text = text.strip_prefix(['\'', '"']).unwrap_or(text);
    let text = text.strip_suffix('"').unwrap_or(text);
    match text.strip_suffix(".0") {
        Some(whole) if whole.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => text,
    }
}

fn is_scientific(text: &str) -> bool {
    text.split_once(['e', 'E']).is_some_and(|(mantissa, exponent)| {
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        digits(mantissa) && digits(exponent.trim_start_matches('+'))
    })
}

/// What people put between digits, and the invisible marks that phone books copy along.
fn is_separator(c: char) -> bool {
    matches!(c, '-' | ' ' | '.' | '(' | ')' | '\t'
        | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}'
        | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FF0D}' | '\u{FF0E}' | '\u{FF08}' | '\u{FF09}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `01[016789]` and seven or eight digits.
fn mobile_fault(d: &Digits) -> Option<Fault> {
    let prefix = d.bytes().get(..3);
    let mobile = prefix.is_some_and(|p| p[0] == b'0' && p[1] == b'1' && matches!(p[2], b'0' | b'1' | b'6'..=b'9'));
    match (mobile, d.len()) {
        (true, 10 | 11) => None,
        (true, ..10) => Some(Fault::TooShort),
        (true, _) => Some(Fault::TooLong),
        (false, _) if area_code(d).is_some() => Some(Fault::Landline),
        (false, ..8) => Some(Fault::TooShort),
        (false, _) => Some(Fault::NotMobile),
    }
}

/// Digits of the area code of a fixed line.
fn area_code(d: &Digits) -> Option<usize> {
    match d.bytes() {
        [b'0', b'2', ..] => Some(2),
        [b'0', b'3' | b'5' | b'6', b'1'..=b'5', ..] | [b'0', b'4', b'1'..=b'4', ..] => Some(3),
        _ => None,
    }
}

fn sender_fault(d: &Digits) -> Option<Fault> {
    let lengths = match d.bytes() {
        // Representative numbers: eight digits, no area code.
        [b'1', b'5' | b'6' | b'8', ..] => 8..=8,
        [b'0', b'1', b'0' | b'1' | b'6'..=b'9', ..] | [b'0', b'8', b'0', ..] => 10..=11,
        [b'0', b'7', b'0', ..] => 11..=11,
        // Virtual numbers.
        [b'0', b'3' | b'5', b'0', ..] => 11..=12,
        _ => match area_code(d) {
            Some(code) => code + 7..=code + 8,
            None if d.len() < 8 => return Some(Fault::TooShort),
            None => return Some(Fault::NotASender),
        },
    };
    match d.len() {
        n if n < *lengths.start() => Some(Fault::TooShort),
        n if n > *lengths.end() => Some(Fault::TooLong),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mobile(text: &str) -> Result<String, Fault> {
        text.parse::<Mobile>().map(|m| m.to_string()).map_err(|e| e.0)
    }

    fn sender(text: &str) -> Result<String, Fault> {
        text.parse::<Sender>().map(|m| m.to_string()).map_err(|e| e.0)
    }

    #[test]
    fn every_form_of_a_mobile_is_one_number() {
        for text in [
            "01012345678",
            "010-1234-5678",
            "010 1234 5678",
            "010.1234.5678",
            "(010) 1234-5678",
            "(010)1234–5678",
            "  010-1234-5678\t",
            "+82 10-1234-5678",
            "+821012345678",
            "+82(0)10-1234-5678",
            "+82 010 1234 5678",
            "82 10 1234 5678",
            "821012345678",
            "8201012345678",
            "0082 10 1234 5678",
            "1012345678",
            "10-1234-5678",
            "1012345678.0",
            "'01012345678",
            "=\"01012345678\"",
            "０１０－１２３４－５６７８",
            "\u{202A}010-1234-5678\u{202C}",
            "010\u{A0}1234\u{A0}5678",
        ] {
            assert_eq!(mobile(text).as_deref(), Ok("01012345678"), "{text:?}");
        }
        for (text, digits) in
            [("011-234-5678", "0112345678"), ("16-234-5678", "0162345678"), ("0191234567", "0191234567")]
        {
            assert_eq!(mobile(text).as_deref(), Ok(digits), "{text}");
        }
    }

    #[test]
    fn every_refusal_has_its_reason() {
        for (text, fault) in [
            ("", Fault::Empty),
            ("   ", Fault::Empty),
            ("--", Fault::Empty),
            ("없음", Fault::Letters),
            ("010-ABCD-5678", Fault::Letters),
            ("1.01235E+10", Fault::Scientific),
            ("1E+10", Fault::Scientific),
            ("010-1234-5678, 010-1111-2222", Fault::Special),
            ("010/1234/5678", Fault::Special),
            ("010*1234*5678", Fault::Special),
            ("+", Fault::Special),
            ("010-1234-5", Fault::TooShort),
            ("1012345", Fault::TooShort),
            ("112", Fault::TooShort),
            ("010-1234-567899", Fault::TooLong),
            ("101234567899", Fault::TooLong),
            ("+82 10 1234 56789", Fault::TooLong),
            ("01012345678901012345678", Fault::TooLong),
            ("02-1234-5678", Fault::Landline),
            ("031-123-4567", Fault::Landline),
            ("+82 2 1234 5678", Fault::Landline),
            ("+1 202 555 0100", Fault::Foreign),
            ("0081 90 1234 5678", Fault::Foreign),
            ("070-1234-5678", Fault::NotMobile),
            ("0505-123-4567", Fault::NotMobile),
            ("1588-1234", Fault::NotMobile),
            ("012-1234-5678", Fault::NotMobile),
            ("99912345678", Fault::NotMobile),
        ] {
            assert_eq!(mobile(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn mobiles_show_themselves_masked() {
        let m: Mobile = "01012345678".parse().expect("a mobile");
        assert_eq!(
            (m.masked(), m.hyphenated(), format!("{m:?}")),
            ("010-****-5678".into(), "010-1234-5678".into(), "Mobile(010-****-5678)".into())
        );
        let old: Mobile = "0112345678".parse().expect("a mobile");
        assert_eq!((old.masked(), old.hyphenated()), ("011-***-5678".into(), "011-234-5678".into()));
    }

    #[test]
    fn senders_are_of_a_kind_that_can_be_registered() {
        for (text, digits) in [
            ("02-1234-5678", "0212345678"),
            ("02-123-4567", "021234567"),
            ("031-123-4567", "0311234567"),
            ("064-1234-5678", "06412345678"),
            ("1588-1234", "15881234"),
            ("1670-0000", "16700000"),
            ("1899 9999", "18999999"),
            ("070-1234-5678", "07012345678"),
            ("080-123-4567", "0801234567"),
            ("0505-123-4567", "05051234567"),
            ("0303-1234-5678", "030312345678"),
            ("010-1234-5678", "01012345678"),
            ("+82 2 1234 5678", "0212345678"),
        ] {
            assert_eq!(sender(text).as_deref(), Ok(digits), "{text}");
        }
        for (text, fault) in [
            ("", Fault::Empty),
            ("112", Fault::TooShort),
            ("1588-123", Fault::TooShort),
            ("1588-12345", Fault::NotASender),
            ("02-1588-1234-5", Fault::TooLong),
            ("02-12345", Fault::TooShort),
            ("010-1234-56789", Fault::TooLong),
            ("010-123-456", Fault::TooShort),
            ("012-1234-5678", Fault::NotASender),
            ("036-123-4567", Fault::NotASender),
            ("1234-5678", Fault::NotASender),
            ("12345678901", Fault::NotASender),
            ("070-123-4567", Fault::TooShort),
            ("회사", Fault::Letters),
        ] {
            assert_eq!(sender(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn parsing_is_idempotent(text in "[+0-9 ()\\-.]{0,18}") {
            if let Ok(m) = text.parse::<Mobile>() {
                prop_assert_eq!(m.to_string().parse::<Mobile>(), Ok(m));
                prop_assert_eq!(m.hyphenated().parse::<Mobile>(), Ok(m));
                prop_assert_eq!(format!("+82 {}", &m.as_str()[1..]).parse::<Mobile>(), Ok(m));
            }
            if let Ok(s) = text.parse::<Sender>() {
                prop_assert_eq!(s.to_string().parse::<Sender>(), Ok(s));
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = (text.parse::<Mobile>(), text.parse::<Sender>());
        }
    }
}
