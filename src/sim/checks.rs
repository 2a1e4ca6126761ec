//! What the provider looks at before it takes a message.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::kind::Kind;
use super::settings::{Settings, Template};
use super::wire::{Message, Pairs};
use crate::domain::text::{ALIMTALK_CHARS, Charset, LMS_BYTES, Measure, SMS_BYTES, SUBJECT_BYTES, measure};

/// Most characters of `FriendTalk` with an image.
const CTI_CHARS: usize = 400;
/// Most characters of a custom field's name and value.
const FIELD_CHARS: (usize, usize) = (30, 100);

/// The lists that messages are checked against.
pub struct Rules {
    senders: HashSet<String>,
    channels: HashSet<String>,
    templates: HashMap<String, Template>,
}

/// What was found out about a message, whoever gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked<'a> {
    /// Its type, given or found.
    pub kind: Kind,
    /// Why it is refused.
    pub refused: Option<u16>,
    /// The text as it will be delivered.
    pub text: Option<Cow<'a, str>>,
    /// As what it is sent again when Kakao cannot deliver.
    pub replacement: Option<Kind>,
}

/// The last text that was measured: campaigns repeat theirs.
#[derive(Default)]
pub struct Memo<'a> {
    last: Option<(&'a str, Measure)>,
}

impl<'a> Memo<'a> {
    fn measure(&mut self, text: &'a str) -> Measure {
        match self.last {
            Some((same, result)) if same == text => result,
            _ => self.last.insert((text, weigh(text))).1,
        }
    }
}

/// Measures a text as it came: a carriage return is a byte like any other.
fn weigh(text: &str) -> Measure {
    let returns = memchr::memchr_iter(b'\r', text.as_bytes()).count();
    if returns == 0 {
        return measure(text, Charset::Ksx1001);
    }
    let m = measure(&text.replace('\r', ""), Charset::Ksx1001);
    Measure { bytes: m.bytes + returns, chars: m.chars + returns, ..m }
}

impl Rules {
    /// From the settings.
    pub fn new(settings: &Settings) -> Self {
        Self {
            senders: settings.senders.iter().cloned().collect(),
            channels: settings.channels.iter().cloned().collect(),
            templates: settings.templates.iter().map(|t| (t.id.clone(), t.clone())).collect(),
        }
    }

    /// Checks everything that does not depend on the recipient.
    pub fn check<'a>(&self, m: &'a Message<'a>, memo: &mut Memo<'a>) -> Checked<'a> {
        let mut found = Checked { kind: Kind::SMS, refused: None, text: None, replacement: None };
        found.refused = self.refusal(m, memo, &mut found).err();
        found
    }

    fn refusal<'a>(&self, m: &'a Message<'a>, memo: &mut Memo<'a>, found: &mut Checked<'a>) -> Result<(), u16> {
        let text = m.text.as_deref();
        found.text = text.map(Cow::Borrowed);
        let size = text.map_or(Measure::EMPTY, |t| memo.measure(t));
        found.kind = kind_of(m, size.bytes)?;
        let kind = found.kind;
        if m.kakao_options.is_some() && !kind.is_kakao() {
            return Err(1033);
        }
        if m.custom_fields.as_ref().is_some_and(too_large) {
            return Err(1032);
        }
        if kind.is_text() {
            self.sender(m)?;
            text_message(m, kind, size, memo)?;
        }
        if kind == Kind::ATA {
            self.alimtalk(m, found)?;
        }
        if kind.is_kakao() {
            self.kakao(m, found)?;
        }
        Ok(())
    }

    /// A registered sender, in the form of one.
    fn sender(&self, m: &Message<'_>) -> Result<(), u16> {
        let from = m.from.as_deref().filter(|f| !f.is_empty()).ok_or(1010_u16)?;
        if !(7..=12).contains(&from.len()) || !from.bytes().all(|b| b.is_ascii_digit()) {
            return Err(1011);
        }
        if !self.senders.is_empty() && !self.senders.contains(from) {
            return Err(1062);
        }
        Ok(())
    }

    fn alimtalk<'a>(&self, m: &'a Message<'a>, found: &mut Checked<'a>) -> Result<(), u16> {
        let kakao = m.kakao_options.as_ref().ok_or(1041_u16)?;
        let channel = kakao.pf_id.as_deref().filter(|p| !p.is_empty()).ok_or(1041_u16)?;
        if !self.channels.is_empty() && !self.channels.contains(channel) {
            return Err(1041);
        }
        let id = kakao.template_id.as_deref().filter(|t| !t.is_empty()).ok_or(1042_u16)?;
        if kakao.variables.broken {
            return Err(1011);
        }
        if self.templates.is_empty() {
            return Ok(());
        }
        let template = self.templates.get(id).filter(|t| t.channel == channel).ok_or(1042_u16)?;
        let Some(content) = &template.content else { return Ok(()) };
        match &found.text {
            Some(text) if !fits(content, text) => Err(1043),
            Some(_) => Ok(()),
            None => {
                found.text = Some(Cow::Owned(fill(content, &kakao.variables).ok_or(1043_u16)?));
                Ok(())
            }
        }
    }

    /// Length through Kakao, and what may replace it.
    fn kakao(&self, m: &Message<'_>, found: &mut Checked<'_>) -> Result<(), u16> {
        let most = if found.kind == Kind::CTI { CTI_CHARS } else { ALIMTALK_CHARS };
        let Some(text) = &found.text else { return Ok(()) };
        // A character has at most four bytes.
        if text.len() > most && text.chars().count() > most {
            return Err(1031);
        }
        let wanted = m.kakao_options.as_ref().is_none_or(|k| k.disable_sms != Some(true));
        if wanted && m.from.is_some() {
            self.sender(m)?;
            found.replacement = match weigh(text) {
                Measure { clean: true, bytes: 0..=SMS_BYTES, .. } => Some(Kind::SMS),
                Measure { clean: true, bytes: 0..=LMS_BYTES, .. } => Some(Kind::LMS),
                _ => None,
            };
        }
        Ok(())
    }
}

/// Charset, length and subject of SMS, LMS and MMS.
fn text_message<'a>(m: &'a Message<'a>, kind: Kind, size: Measure, memo: &mut Memo<'a>) -> Result<(), u16> {
    let text = m.text.as_deref().filter(|t| !t.is_empty()).ok_or(1010_u16)?;
    if text.bytes().any(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t')) {
        return Err(1028);
    }
    if !size.clean {
        return Err(1029);
    }
    if let Some(subject) = m.subject.as_deref().filter(|s| !s.is_empty()) {
        if kind == Kind::SMS {
            return Err(1013);
        }
        match memo.measure(subject) {
            Measure { clean: false, .. } => return Err(1029),
            Measure { bytes, .. } if bytes > SUBJECT_BYTES => return Err(1014),
            _ => {}
        }
    }
    if size.bytes > if kind == Kind::SMS { SMS_BYTES } else { LMS_BYTES } {
        return Err(1031);
    }
    if kind == Kind::MMS && m.image_id.as_deref().is_none_or(str::is_empty) {
        return Err(1034);
    }
    Ok(())
}

/// The type as given, or as the content says.
fn kind_of(m: &Message<'_>, bytes: usize) -> Result<Kind, u16> {
    if let Some(name) = m.kind.as_deref() {
        return name.parse().map_err(|_| 1025);
    }
    let has_image = m.image_id.as_deref().is_some_and(|i| !i.is_empty());
    if let Some(kakao) = &m.kakao_options {
        return Ok(match (&kakao.template_id, has_image || kakao.image_id.is_some()) {
            (Some(_), _) => Kind::ATA,
            (None, true) => Kind::CTI,
            (None, false) => Kind::CTA,
        });
    }
    if m.auto_type_detect == Some(false) {
        return Ok(Kind::SMS);
    }
    let long = bytes > SMS_BYTES || m.subject.as_deref().is_some_and(|s| !s.is_empty());
    Ok(match (has_image, long) {
        (true, _) => Kind::MMS,
        (false, true) => Kind::LMS,
        (false, false) => Kind::SMS,
    })
}

fn too_large(fields: &Pairs<'_>) -> bool {
    let over = |text: &str, most: usize| text.len() > most && text.chars().count() > most;
    fields.broken || fields.pairs.iter().any(|(k, v)| over(k, FIELD_CHARS.0) || over(v, FIELD_CHARS.1))
}

/// What a number is worth before the carriers see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// A Korean mobile, or any number abroad.
    Good,
    /// Digits, but no mobile: taken, then refused by the carrier (3010).
    NotMobile,
    /// Not there (1010) or not digits (1011).
    Refused(u16),
}

/// Looks at a recipient's number.
pub fn number(to: &str, country: Option<&str>) -> Number {
    let digits = to.as_bytes();
    if digits.is_empty() {
        return Number::Refused(1010);
    }
    if !(4..=16).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Number::Refused(1011);
    }
    if country.is_some_and(|c| c != "82") {
        return Number::Good;
    }
    match digits {
        [b'0', b'1', b'0' | b'1' | b'6' | b'7' | b'8' | b'9', rest @ ..] if matches!(rest.len(), 7 | 8) => Number::Good,
        _ => Number::NotMobile,
    }
}

/// The template with its variables filled in, unless one is missing.
fn fill(content: &str, variables: &Pairs<'_>) -> Option<String> {
    let mut out = String::with_capacity(content.len() + 64);
    let mut rest = content;
    while let Some((before, after)) = rest.split_once("#{") {
        let (name, tail) = after.split_once('}')?;
        out.push_str(before);
        let bare = |key: &str| key.strip_prefix("#{").and_then(|k| k.strip_suffix('}')) == Some(name) || key == name;
        out.push_str(&variables.pairs.iter().find(|(k, _)| bare(k))?.1);
        rest = tail;
    }
    out.push_str(rest);
    Some(out)
}

/// Whether `text` is the template with something for each variable.
fn fits(content: &str, text: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = content;
    while let Some((before, after)) = rest.split_once("#{") {
        parts.push(before);
        rest = after.split_once('}').map_or("", |(_, tail)| tail);
    }
    let Some((first, middle)) = parts.split_first() else { return content == text };
    let Some(mut left) = text.strip_prefix(first).and_then(|t| t.strip_suffix(rest)) else { return false };
    for part in middle {
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    !text.contains("#{")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Rules {
        Rules::new(&Settings {
            senders: vec!["0212345678".into()],
            channels: vec!["PF".into()],
            templates: vec![
                Template {
                    id: "TP".into(),
                    channel: "PF".into(),
                    name: String::new(),
                    content: Some("안녕 #{이름}님, #{날짜} 예약".into()),
                },
                Template { id: "FREE".into(), channel: "PF".into(), name: String::new(), content: None },
            ],
            ..Settings::default()
        })
    }

    /// Type and refusal of one entry.
    fn verdict(json: &str) -> (Kind, Option<u16>) {
        let m: Message<'_> = serde_json::from_str(json).expect("an entry");
        let found = rules().check(&m, &mut Memo::default());
        (found.kind, found.refused)
    }

    fn sms(text: &str, more: &str) -> (Kind, Option<u16>) {
        verdict(&format!(r#"{{"to":"01012345678","from":"0212345678","text":{}{more}}}"#, serde_json::json!(text)))
    }

    #[test]
    fn short_and_long_are_told_apart_by_bytes() {
        assert_eq!(sms(&"가".repeat(45), ""), (Kind::SMS, None));
        assert_eq!(sms(&format!("{}a", "가".repeat(45)), ""), (Kind::LMS, None));
        assert_eq!(sms(&"a".repeat(91), r#","type":"SMS""#), (Kind::SMS, Some(1031)));
        assert_eq!(sms("a", r#","subject":"제목""#), (Kind::LMS, None));
        assert_eq!(sms("a", r#","imageId":"I""#), (Kind::MMS, None));
        assert_eq!(sms("a", r#","type":"mms""#), (Kind::MMS, Some(1034)));
        assert_eq!(sms(&"가".repeat(1_000), ""), (Kind::LMS, None));
        assert_eq!(sms(&format!("{}a", "가".repeat(1_000)), ""), (Kind::LMS, Some(1031)));
        assert_eq!(sms(&"a".repeat(91), r#","autoTypeDetect":false"#), (Kind::SMS, Some(1031)));
    }

    #[test]
    fn texts_are_ks_x_1001_and_printable() {
        for good in ["가힝", "￦ ① ㈜ 漢 あ …", "a\nb\r\n\tc"] {
            assert_eq!(sms(good, "").1, None, "{good}");
        }
        for bad in ["₩", "😀", "똠", "펲", "힣", "é", "\u{a0}", "—"] {
            assert_eq!(sms(bad, "").1, Some(1029), "{bad}");
        }
        assert_eq!(sms("a\u{7}b", "").1, Some(1028));
        assert_eq!(sms("", "").1, Some(1010));
    }

    #[test]
    fn subjects() {
        assert_eq!(sms("a", r#","type":"SMS","subject":"b""#).1, Some(1013));
        assert_eq!(sms("a", &format!(r#","subject":"{}""#, "가".repeat(20))).1, None);
        assert_eq!(sms("a", &format!(r#","subject":"{}b""#, "가".repeat(20))).1, Some(1014));
        assert_eq!(sms("a", r#","subject":"₩""#).1, Some(1029));
    }

    #[test]
    fn senders_and_types() {
        let with = |from: &str| verdict(&format!(r#"{{"to":"01012345678","from":{from},"text":"a"}}"#)).1;
        assert_eq!(with("null"), Some(1010));
        assert_eq!(with(r#""0298765432""#), Some(1062));
        assert_eq!(with(r#""02-1234-5678""#), Some(1011));
        assert_eq!(sms("a", r#","type":"PIGEON""#).1, Some(1025));
        assert_eq!(sms("a", r#","type":"SMS","kakaoOptions":{"pfId":"PF"}"#).1, Some(1033));
    }

    #[test]
    fn custom_fields() {
        let with = |json: String| sms("a", &format!(r#","customFields":{json}"#)).1;
        assert_eq!(with(format!(r#"{{"{}":"{}"}}"#, "가".repeat(30), "나".repeat(100))), None);
        assert_eq!(with(format!(r#"{{"{}":"a"}}"#, "k".repeat(31))), Some(1032));
        assert_eq!(with(format!(r#"{{"k":"{}"}}"#, "v".repeat(101))), Some(1032));
        assert_eq!(with(r#"{"k":1}"#.into()), Some(1032));
    }

    fn alimtalk(text: Option<&str>, options: &str, more: &str) -> Option<u16> {
        let text = text.map(|t| format!(r#","text":{}"#, serde_json::json!(t))).unwrap_or_default();
        let (kind, refused) = verdict(&format!(r#"{{"to":"01012345678"{text},"kakaoOptions":{{{options}}}{more}}}"#));
        assert!(kind == Kind::ATA || refused.is_some());
        refused
    }

    #[test]
    fn alimtalk_needs_a_known_channel_and_template() {
        let options = |pf: &str, tp: &str| format!(r#""pfId":"{pf}","templateId":"{tp}""#);
        assert_eq!(alimtalk(Some("hello"), &options("PF", "FREE"), ""), None);
        assert_eq!(alimtalk(Some("hello"), &options("XX", "FREE"), ""), Some(1041));
        assert_eq!(alimtalk(Some("hello"), &options("PF", "XX"), ""), Some(1042));
        assert_eq!(alimtalk(Some("hello"), r#""pfId":"PF""#, r#","type":"ATA""#), Some(1042));
        assert_eq!(alimtalk(Some("hello"), r#""templateId":"FREE""#, ""), Some(1041));
        assert_eq!(alimtalk(Some(&"가".repeat(1_000)), &options("PF", "FREE"), ""), None);
        assert_eq!(alimtalk(Some(&"가".repeat(1_001)), &options("PF", "FREE"), ""), Some(1031));
    }

    #[test]
    fn alimtalk_is_compared_with_its_template() {
        let both = r##""pfId":"PF","templateId":"TP","variables":{"#{이름}":"김","#{날짜}":"1일"}"##;
        assert_eq!(alimtalk(None, both, ""), None);
        assert_eq!(alimtalk(Some("안녕 김님, 1일 예약"), both, ""), None);
        assert_eq!(alimtalk(Some("안녕 김님! 1일 예약"), both, ""), Some(1043));
        assert_eq!(alimtalk(Some("안녕 #{이름}님, 1일 예약"), both, ""), Some(1043));
        let one = r##""pfId":"PF","templateId":"TP","variables":{"#{이름}":"김"}"##;
        assert_eq!(alimtalk(None, one, ""), Some(1043), "a variable has no value");
        let number = r#""pfId":"PF","templateId":"TP","variables":{"이름":1}"#;
        assert_eq!(alimtalk(None, number, ""), Some(1011));
    }

    #[test]
    fn a_replacement_needs_a_sender_and_permission() {
        let replaced = |disable: &str, from: &str, text: &str| {
            let json = format!(
                r#"{{"to":"01012345678",{from}"text":"{text}","kakaoOptions":{{"pfId":"PF","templateId":"FREE"{disable}}}}}"#
            );
            let m: Message<'_> = serde_json::from_str(&json).expect("an entry");
            rules().check(&m, &mut Memo::default()).replacement
        };
        let from = r#""from":"0212345678","#;
        assert_eq!(replaced("", from, "짧은 글"), Some(Kind::SMS));
        assert_eq!(replaced("", from, &"가".repeat(46)), Some(Kind::LMS));
        assert_eq!(replaced(r#","disableSms":true"#, from, "짧은 글"), None);
        assert_eq!(replaced("", "", "짧은 글"), None);
        assert_eq!(replaced("", from, "😀"), None);
    }

    #[test]
    fn numbers() {
        for good in ["01012345678", "0111234567", "01912345678"] {
            assert_eq!(number(good, None), Number::Good, "{good}");
        }
        for odd in ["0212345678", "010123456789", "0121234567", "1234"] {
            assert_eq!(number(odd, Some("82")), Number::NotMobile, "{odd}");
        }
        assert_eq!(number("", None), Number::Refused(1010));
        assert_eq!(number("010-1234-5678", None), Number::Refused(1011));
        assert_eq!(number("14155552671", Some("1")), Number::Good);
    }
}
