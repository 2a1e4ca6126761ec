//! People: what is kept of one, which forms the fields may have, how a record is sealed.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::{Date, date};
use rand::CryptoRng;
use unicode_normalization::UnicodeNormalization as _;

use super::channel::words;
use super::id::SiteId;
use super::mask;
use super::phone::Mobile;
use super::seal::{Context, Ix, KeyRing, SealError};
use super::time::{Micros, kst};

/// Most characters of a name.
pub const NAME_MOST: usize = 40;
/// Most bytes of an e-mail address (RFC 5321, 4.5.3.1.3, less the angle brackets).
pub const EMAIL_MOST: usize = 254;

/// A person, opened. `Debug` shows the masked form.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Name; empty where none was ever given.
    pub name: String,
    /// Mobile number.
    pub mobile: Mobile,
    /// E-mail address.
    pub email: Option<String>,
    /// Date of birth.
    pub birth_date: Option<Date>,
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("name", &mask::name(&self.name))
            .field("mobile", &self.mobile)
            .finish_non_exhaustive()
    }
}

/// The fields of a person where they stand: what the hot path of an import works on.
#[derive(Clone, Copy)]
pub struct Fields<'a> {
    /// Name.
    pub name: &'a str,
    /// Mobile number.
    pub mobile: Mobile,
    /// E-mail address, or empty.
    pub email: &'a str,
    /// Date of birth.
    pub birth_date: Option<Date>,
}

impl Fields<'_> {
    /// Appends the canonical form: length and bytes of number, name and address, then year, month, day.
    /// It is what is sealed, and what [`KeyRing::content_ix`] is taken of.
    pub fn encode_into(&self, out: &mut Vec<u8>) {
        for text in [self.mobile.as_str(), cut(self.name), cut(self.email)] {
            out.push(u8::try_from(text.len()).unwrap_or(u8::MAX));
            out.extend_from_slice(text.as_bytes());
        }
        if let Some(d) = self.birth_date {
            out.extend_from_slice(&d.year().to_be_bytes());
            out.extend_from_slice(&[d.month().unsigned_abs(), d.day().unsigned_abs()]);
        }
    }
}

/// A length is one byte. Checked names and addresses are shorter; anything else is cut, not corrupted.
fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(usize::from(u8::MAX))]
}

impl Person {
    /// Its fields.
    pub fn fields(&self) -> Fields<'_> {
        Fields {
            name: &self.name,
            mobile: self.mobile,
            email: self.email.as_deref().unwrap_or_default(),
            birth_date: self.birth_date,
        }
    }

    /// The digest that tells an unchanged person from a changed one.
    pub fn content_ix(&self, ring: &KeyRing) -> Ix {
        let mut canonical = zeroize::Zeroizing::new(Vec::with_capacity(96));
        self.fields().encode_into(&mut canonical);
        ring.content_ix(&canonical)
    }

    /// The sealed record for the row of `site` with this number.
    pub fn seal(&self, ring: &KeyRing, site: SiteId, rng: &mut impl CryptoRng) -> Vec<u8> {
        let mut canonical = zeroize::Zeroizing::new(Vec::with_capacity(96));
        self.fields().encode_into(&mut canonical);
        ring.seal_bytes(&context(site, &ring.phone_ix(&self.mobile)), &canonical, rng)
    }

    /// Opens the record of a row.
    pub fn open(ring: &KeyRing, key_id: i64, site: SiteId, ix: &Ix, sealed: &[u8]) -> Result<Self, SealError> {
        let plain = ring.open_bytes(key_id, &context(site, ix), sealed)?;
        Self::decode(&plain).ok_or(SealError::Malformed)
    }

    /// Reads the canonical form.
    pub fn decode(canonical: &[u8]) -> Option<Self> {
        let (phone, rest) = take(canonical)?;
        let (name, rest) = take(rest)?;
        let (email, rest) = take(rest)?;
        let birth_date = match rest {
            [] => None,
            [y0, y1, m, d] => {
                let (month, day) = (i8::try_from(*m).ok()?, i8::try_from(*d).ok()?);
                Some(Date::new(i16::from_be_bytes([*y0, *y1]), month, day).ok()?)
            }
            _ => return None,
        };
        let email = (!email.is_empty()).then(|| email.to_owned());
        Some(Self { name: name.to_owned(), mobile: phone.parse().ok()?, email, birth_date })
    }
}

/// What the sealed record of a person is bound to.
pub fn context(site: SiteId, ix: &Ix) -> Context {
    Context::new("recipient", site, ix)
}

fn take(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (len, rest) = bytes.split_first()?;
    let (text, rest) = rest.split_at_checked(usize::from(*len))?;
    Some((std::str::from_utf8(text).ok()?, rest))
}

words! {
    /// What stands in a column of an import. The words are those of `--map`.
    Column ("column") {
        /// Mobile number.
        Phone = "phone",
        /// Name.
        Name = "name",
        /// E-mail address.
        Email = "email",
        /// Date of birth.
        BirthDate = "birth_date",
        /// Consent to advertising.
        AdConsent = "ad_consent",
        /// Consent to advertising at night.
        NightConsent = "night_consent",
    }
}

words! {
    /// Why a field is refused. The words are stable: rejects files carry them.
    FieldFault ("field fault") {
        /// No name where the file has a column for it.
        NameEmpty = "name-empty",
        /// More than 40 characters.
        NameTooLong = "name-too-long",
        /// Line breaks, tabs, direction marks.
        NameControl = "name-control",
        /// No address.
        EmailForm = "email-form",
        /// No date.
        DateForm = "date-form",
        /// Not yet born.
        BirthFuture = "birth-future",
        /// Before 1900.
        BirthTooEarly = "birth-too-early",
        /// Neither yes nor no nor a date.
        ConsentForm = "consent-form",
        /// Consent on a day to come.
        ConsentFuture = "consent-future",
    }
}

impl FieldFault {
    /// What an operator should know.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NameEmpty => "there is no name",
            Self::NameTooLong => "a name of more than 40 characters",
            Self::NameControl => "control characters in the name",
            Self::EmailForm => "not an e-mail address",
            Self::DateForm => "not a date like 1990-01-02",
            Self::BirthFuture => "a date of birth to come",
            Self::BirthTooEarly => "a date of birth before 1900",
            Self::ConsentForm => "neither yes nor no nor a date",
            Self::ConsentFuture => "consent on a day to come",
        }
    }
}

/// A name: trimmed, in composed form (NFC), 1 to 40 characters.
pub fn name(text: &str) -> Result<Cow<'_, str>, FieldFault> {
    let text = trim(text);
    if text.is_empty() {
        return Err(FieldFault::NameEmpty);
    }
    // Hangul syllables and ASCII are in composed form as they stand
    let plain = text.chars().all(|c| matches!(c, ' '..='~' | '가'..='힣'));
    let name = if plain { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect::<String>()) };
    if !plain && name.chars().any(|c| c.is_control() || mask::escape_controls(c.encode_utf8(&mut [0; 4])).len() > 4) {
        return Err(FieldFault::NameControl);
    }
    if name.len() > NAME_MOST && name.chars().count() > NAME_MOST {
        return Err(FieldFault::NameTooLong);
    }
    Ok(name)
}

/// An e-mail address by its shape, or empty: a local part, one `@`, a domain with a dot.
pub fn email(text: &str) -> Result<&str, FieldFault> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(text);
    }
    let shape = || {
        let (local, domain) = text.split_once('@')?;
        let local_ok = (1..=64).contains(&local.len()) && local.chars().all(|c| is_atext(c) || c == '.');
        let labels_ok = domain.split('.').all(|l| {
            !l.is_empty()
                && !l.starts_with('-')
                && !l.ends_with('-')
                && l.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        (local_ok && labels_ok && domain.contains('.') && text.len() <= EMAIL_MOST).then_some(text)
    };
    shape().ok_or(FieldFault::EmailForm)
}

/// RFC 5322 atoms, and letters of any script (RFC 6531).
fn is_atext(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '!' | '#'..='\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^'..='`' | '{'..='~')
}

/// A date of birth, or none: from 1900 to `today`.
pub fn birth_date(text: &str, today: Date) -> Result<Option<Date>, FieldFault> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    let (born, _) = moment(text).ok_or(FieldFault::DateForm)?;
    if born > today {
        Err(FieldFault::BirthFuture)
    } else if born < date(1900, 1, 1) {
        Err(FieldFault::BirthTooEarly)
    } else {
        Ok(Some(born))
    }
}

/// What a cell says of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    /// Nothing: the file has no such column. What is on record stays.
    Silent,
    /// Not given, or taken back.
    No,
    /// Given, no day named. A consent on record keeps its day.
    Yes,
    /// Given at this moment.
    At(Micros),
}

/// Reads a cell of a consent column: `Y`, `예`, `동의`, `O`, `1`, `true` and the like, their opposites,
/// an empty cell (no consent), or the day it was given.
pub fn consent(text: &str, now: Micros) -> Result<Consent, FieldFault> {
    let text = trim(text);
    Ok(match text {
        "Y" | "y" | "O" | "o" | "○" | "1" | "예" | "동의" | "수신동의" | "수신" | "네" | "동의함" => {
            Consent::Yes
        }
        "" | "N" | "n" | "X" | "x" | "×" | "0" | "-" | "아니오" | "아니요" | "거부" | "미동의" | "수신거부"
        | "비동의" | "동의안함" => Consent::No,
        _ if ["yes", "true", "t"].iter().any(|w| text.eq_ignore_ascii_case(w)) => Consent::Yes,
        _ if ["no", "false", "f"].iter().any(|w| text.eq_ignore_ascii_case(w)) => Consent::No,
        _ => {
            let (day, time) = moment(text).ok_or(FieldFault::ConsentForm)?;
            let at = day.to_datetime(time).to_zoned(kst()).map_err(|_| FieldFault::ConsentForm)?;
            let at = Micros::from(at.timestamp());
            if at > now {
                return Err(FieldFault::ConsentFuture);
            }
            Consent::At(at)
        }
    })
}

/// A day as people and spreadsheets write it, and the time behind it if there is one:
/// `1990-01-02`, `19900102`, `1990.1.2`, `1990/01/02`, `1990. 1. 2.`, `1990년 1월 2일`, `… 09:30:00`.
pub fn moment(text: &str) -> Option<(Date, jiff::civil::Time)> {
    let midnight = jiff::civil::Time::midnight();
    let b = text.as_bytes();
    if b.iter().all(u8::is_ascii_digit) {
        return match b.len() {
            8 => Some((ymd(&text[..4], &text[4..6], &text[6..])?, midnight)),
            _ => None,
        };
    }
    let digits = |s: &str| s.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = text.split_at(digits(text));
    let rest = separator(rest, &["-", ".", "/", "년"])?;
    let (month, rest) = rest.split_at(digits(rest));
    let rest = separator(rest, &["-", ".", "/", "월"])?;
    let (day, rest) = rest.split_at(digits(rest));
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
        return None;
    }
    let rest = rest.strip_prefix(['.', '일']).unwrap_or(rest);
    let time = match rest.strip_prefix(['T', ' ']).map(str::trim) {
        None if rest.is_empty() => midnight,
        Some("") => midnight,
        Some(t) => ["%H:%M:%S", "%H:%M"].iter().find_map(|f| jiff::civil::Time::strptime(f, t).ok())?,
        None => return None,
    };
    Some((ymd(year, month, day)?, time))
}

fn separator<'a>(rest: &'a str, any: &[&str]) -> Option<&'a str> {
    any.iter().find_map(|s| rest.strip_prefix(s)).map(str::trim_start)
}

fn ymd(y: &str, m: &str, d: &str) -> Option<Date> {
    Date::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?).ok()
}

/// Blanks of any width, byte order marks and zero-width characters around a field.
pub fn trim(text: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200D}' | '\u{3164}');
    let ascii = |b: Option<&u8>| b.is_none_or(u8::is_ascii_graphic);
    if ascii(text.as_bytes().first()) && ascii(text.as_bytes().last()) { text } else { text.trim_matches(is_blank) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::seal::new_key_file;
    use rand::SeedableRng as _;

    fn person() -> Person {
        Person {
            name: "홍길동".to_owned(),
            mobile: "010-1234-5678".parse().expect("a mobile"),
            email: Some("hong@example.com".to_owned()),
            birth_date: Some(date(1990, 2, 28)),
        }
    }

    #[test]
    fn a_person_is_sealed_to_its_row() {
        let mut rng = rand::rngs::StdRng::seed_from_u64(3);
        let ring = KeyRing::parse(&new_key_file(&mut rng)).expect("a ring");
        for p in [
            person(),
            Person { name: String::new(), email: None, birth_date: None, ..person() },
            Person { name: "가".repeat(40), email: Some(format!("{}@b.kr", "a".repeat(64))), ..person() },
        ] {
            let ix = ring.phone_ix(&p.mobile);
            let sealed = p.seal(&ring, SiteId(1), &mut rng);
            assert_eq!(Person::open(&ring, 1, SiteId(1), &ix, &sealed), Ok(p.clone()));
            assert_eq!(Person::open(&ring, 1, SiteId(2), &ix, &sealed), Err(SealError::Tampered));
            assert!(sealed.windows(8).all(|w| w != b"01012345"));
        }
        assert_eq!(format!("{:?}", person()), "Person { name: \"홍*동\", mobile: Mobile(010-****-5678), .. }");
    }

    #[test]
    fn the_digest_tells_every_field() {
        let ring = KeyRing::plaintext();
        let base = person().content_ix(&ring);
        assert_eq!(base, person().content_ix(&ring));
        for other in [
            Person { name: "홍길순".to_owned(), ..person() },
            Person { mobile: "01012345679".parse().expect("a mobile"), ..person() },
            Person { email: None, ..person() },
            Person { birth_date: None, ..person() },
            Person { birth_date: Some(date(1990, 3, 1)), ..person() },
        ] {
            assert_ne!(base, other.content_ix(&ring));
        }
    }

    #[test]
    fn names() {
        for (text, kept) in [
            ("홍길동", "홍길동"),
            (" 홍길동\u{3000}", "홍길동"),
            ("\u{FEFF}John Smith ", "John Smith"),
            ("\u{1112}\u{1169}\u{11BC}", "홍"),
            ("José", "José"),
        ] {
            assert_eq!(name(text).as_deref(), Ok(kept), "{text:?}");
        }
        for (text, fault) in [
            ("", FieldFault::NameEmpty),
            ("\u{200B} \u{A0}", FieldFault::NameEmpty),
            ("홍\n길동", FieldFault::NameControl),
            ("홍\u{202E}길동", FieldFault::NameControl),
            ("a\u{1b}[31m", FieldFault::NameControl),
        ] {
            assert_eq!(name(text), Err(fault), "{text:?}");
        }
        assert!(name(&"가".repeat(40)).is_ok());
        assert_eq!(name(&"가".repeat(41)), Err(FieldFault::NameTooLong));
    }

    #[test]
    fn addresses() {
        for text in ["a@b.kr", "first.last+tag@sub.example.co.kr", "홍@예시.한국", " x@y.z ", ""] {
            assert_eq!(email(text), Ok(text.trim()), "{text}");
        }
        for text in ["a", "@b.kr", "a@", "a@b", "a@b..kr", "a b@c.kr", "a@b@c.kr", "a@-b.kr", "a@b.kr,", "<a@b.kr>"] {
            assert_eq!(email(text), Err(FieldFault::EmailForm), "{text}");
        }
        assert_eq!(email(&format!("a@{}.kr", "b".repeat(260))), Err(FieldFault::EmailForm));
    }

    #[test]
    fn births() {
        let today = date(2026, 11, 21);
        for text in [
            "1990-01-02",
            "19900102",
            "1990.1.2",
            "1990/01/02",
            "1990. 1. 2.",
            "1990년 1월 2일",
            " 1990-1-2 ",
            "1990-01-02 00:00:00",
            "1990-01-02T00:00",
        ] {
            assert_eq!(birth_date(text, today), Ok(Some(date(1990, 1, 2))), "{text}");
        }
        assert_eq!(birth_date("", today), Ok(None));
        assert_eq!(birth_date("2026-11-21", today), Ok(Some(today)));
        for (text, fault) in [
            ("2026-11-22", FieldFault::BirthFuture),
            ("1899-12-31", FieldFault::BirthTooEarly),
            ("1990-02-30", FieldFault::DateForm),
            ("1990-13-01", FieldFault::DateForm),
            ("900102", FieldFault::DateForm),
            ("90-01-02", FieldFault::DateForm),
            ("1990-01-02x", FieldFault::DateForm),
            ("1990", FieldFault::DateForm),
            ("없음", FieldFault::DateForm),
            ("--", FieldFault::DateForm),
        ] {
            assert_eq!(birth_date(text, today), Err(fault), "{text}");
        }
    }

    #[test]
    fn consents() {
        let now = Micros::from("2026-11-21T12:00:00+09:00".parse::<jiff::Timestamp>().expect("a time"));
        for (text, said) in [
            ("Y", Consent::Yes),
            ("예", Consent::Yes),
            ("동의", Consent::Yes),
            ("TRUE", Consent::Yes),
            ("1", Consent::Yes),
            ("N", Consent::No),
            ("", Consent::No),
            ("거부", Consent::No),
            ("False", Consent::No),
        ] {
            assert_eq!(consent(text, now), Ok(said), "{text}");
        }
        let day = Micros::from("2026-01-02T00:00:00+09:00".parse::<jiff::Timestamp>().expect("a time"));
        assert_eq!(consent("2026.1.2", now), Ok(Consent::At(day)));
        assert_eq!(consent("2026-01-02 09:30", now), Ok(Consent::At(Micros(day.0 + 34_200_000_000))));
        assert_eq!(consent("2026-11-22", now), Err(FieldFault::ConsentFuture));
        assert_eq!(consent("maybe", now), Err(FieldFault::ConsentForm));
    }

    proptest::proptest! {
        #[test]
        fn no_field_panics(text in "\\PC{0,60}") {
            let now = Micros(1_700_000_000_000_000);
            let _ = (name(&text), email(&text), birth_date(&text, date(2026, 1, 1)), consent(&text, now));
            let _ = Person::decode(text.as_bytes());
        }
    }
}
