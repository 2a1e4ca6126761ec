//! The JSON that travels: borrowed on the way out, borrowed on the way in.

use std::collections::HashSet;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::lenient::{Count, List, OurRef, Text};
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::providers::{Kakao, Outgoing, Submission};

/// The custom field that carries our reference.
pub const REF: &str = "ref";

/// `type` of a message, or `None` for channels that this adapter does not carry.
pub fn message_type(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::Alimtalk => Some("ATA"),
        Channel::Sms => Some("SMS"),
        Channel::Lms => Some("LMS"),
        Channel::Mms | Channel::Rcs | Channel::Email | Channel::Push => None,
    }
}

/// The channel of a `type`; what is not known counts as plain text.
pub fn channel_of(message_type: Option<&str>) -> Channel {
    match message_type {
        Some("ATA" | "CTA" | "CTI") => Channel::Alimtalk,
        Some("LMS") => Channel::Lms,
        Some("MMS") => Channel::Mms,
        Some(t) if t.starts_with("BMS_") => Channel::Alimtalk,
        Some(t) if t.starts_with("RCS_") => Channel::Rcs,
        _ => Channel::Sms,
    }
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    messages: Messages<'a>,
    allow_duplicates: bool,
    show_message_list: bool,
}

struct Messages<'a> {
    kind: &'static str,
    items: &'a [Outgoing],
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Message<'a> {
    to: &'a str,
    from: &'a str,
    r#type: &'static str,
    /// Never: a longer text would silently become a dearer kind.
    auto_type_detect: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kakao_options: Option<KakaoOptions<'a>>,
    custom_fields: CustomFields<'a>,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct KakaoOptions<'a> {
    pf_id: &'a str,
    template_id: &'a str,
    variables: Variables<'a>,
    /// Always `true`: the provider's own fallback to SMS is on by default, and ours would be the second.
    disable_sms: bool,
}

#[derive(serde::Serialize)]
struct CustomFields<'a> {
    r#ref: &'a str,
}

/// Names as the template spells them: `#{name}`.
struct Variables<'a>(&'a [(String, String)]);

impl Serialize for Variables<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut map = s.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            map.serialize_entry(&format_args!("#{{{name}}}"), value)?;
        }
        map.end()
    }
}

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.items.iter().map(|m| Message::new(self.kind, m)))
    }
}

impl<'a> Message<'a> {
    fn new(kind: &'static str, m: &'a Outgoing) -> Self {
        // The text of an Alimtalk is the approved template filled in by the provider: sent along,
        // it could only differ by a space and be refused for it.
        let template = m.kakao.as_ref();
        Self {
            to: &m.to,
            from: &m.from,
            r#type: kind,
            auto_type_detect: false,
            text: template.is_none().then_some(&m.text),
            subject: m.subject.as_deref(),
            kakao_options: template.map(|Kakao { sender_key, template_code, variables }| KakaoOptions {
                pf_id: sender_key,
                template_id: template_code,
                variables: Variables(variables),
                disable_sms: true,
            }),
            custom_fields: CustomFields { r#ref: &m.reference.0 },
        }
    }
}

/// The body of `send-many/detail`.
pub fn request(kind: &'static str, batch: &Submission) -> Vec<u8> {
    let items = batch.messages.as_slice();
    let length: usize = items.iter().map(|m| 320 + m.text.len()).sum();
    let mut body = Vec::with_capacity(length);
    let request = Request {
        messages: Messages { kind, items },
        // `false` has the provider refuse a second message to a number. A batch that holds one
        // on purpose (two reminders to one person) says so.
        allow_duplicates: repeats_a_number(items),
        show_message_list: true,
    };
    match serde_json::to_writer(&mut body, &request) {
        Ok(()) => body,
        Err(_) => unreachable!("strings and booleans always serialise into memory"),
    }
}

fn repeats_a_number(items: &[Outgoing]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    !items.iter().all(|m| seen.insert(m.to.as_str()))
}

/// The answer to `send-many/detail`.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Sent<'a> {
    #[serde(borrow)]
    pub failed_message_list: List<'a, Entry<'a>>,
    #[serde(borrow)]
    pub message_list: List<'a, Entry<'a>>,
    pub group_info: Option<GroupInfo>,
    /// Only in answers that should not have come with status 200.
    #[serde(borrow)]
    pub error_code: Text<'a>,
}

/// One message of it.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Entry<'a> {
    #[serde(borrow)]
    pub to: Text<'a>,
    #[serde(borrow)]
    pub message_id: Text<'a>,
    #[serde(borrow)]
    pub status_code: Text<'a>,
    #[serde(borrow)]
    pub status_message: Text<'a>,
    #[serde(borrow)]
    pub custom_fields: OurRef<'a>,
}

/// What the provider says of the batch as a whole.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
pub struct GroupInfo {
    pub count: Option<GroupCount>,
}

/// How many it registered.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct GroupCount {
    pub total: Count,
    pub registered_failed: Count,
    pub registered_success: Count,
}

/// The answer of `list`.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Listing<'a> {
    #[serde(borrow)]
    pub next_key: Text<'a>,
    /// `None` when the answer is no listing at all.
    #[serde(borrow)]
    pub message_list: Option<List<'a, Stored<'a>>>,
}

/// A message as the provider keeps it; the fields we use.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Stored<'a> {
    #[serde(borrow)]
    pub message_id: Text<'a>,
    #[serde(borrow)]
    pub r#type: Text<'a>,
    #[serde(borrow)]
    pub status_code: Text<'a>,
    #[serde(borrow)]
    pub status_message: Text<'a>,
    #[serde(borrow)]
    pub reason: Text<'a>,
    #[serde(borrow)]
    pub custom_fields: OurRef<'a>,
    #[serde(borrow)]
    pub date_created: Text<'a>,
    #[serde(borrow)]
    pub date_updated: Text<'a>,
    #[serde(borrow)]
    pub date_reported: Text<'a>,
    #[serde(borrow)]
    pub date_received: Text<'a>,
}

/// The body of an error.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
pub struct Fault<'a> {
    #[serde(borrow)]
    pub error_code: Text<'a>,
    #[serde(borrow)]
    pub error_message: Text<'a>,
}

/// The answer of `cash/v1/balance`.
#[derive(serde::Deserialize)]
pub struct Purse<'a> {
    #[serde(borrow)]
    pub balance: &'a RawValue,
    #[serde(borrow, default)]
    pub point: Option<&'a RawValue>,
}

/// The answer of `pricing/v1/messaging`.
#[derive(serde::Deserialize)]
pub struct PriceList<'a> {
    #[serde(borrow, default, rename = "countryId")]
    pub country: Text<'a>,
    #[serde(borrow, default)]
    pub ata: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub sms: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub lms: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub mms: Option<&'a RawValue>,
}

/// Won as JSON writes them, exactly: `20`, `13.05`, `"8.4"`, `1e3`. Digits below 1/100 won are
/// rounded away from zero when `up`, else dropped. `None` when it is no amount.
pub fn won(raw: &RawValue, up: bool) -> Option<Minor> {
    let text = raw.get().trim_matches('"');
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((m, e)) => (m, e.strip_prefix('+').unwrap_or(e).parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (negative, mantissa) = mantissa.strip_prefix('-').map_or((false, mantissa), |rest| (true, rest));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    // value = digits * 10^shift hundredths
    let digits = format!("{whole}{part}");
    let shift = 2 + i64::from(exponent) - i64::try_from(part.len()).ok()?;
    let (kept, lost) = match usize::try_from(-shift) {
        Ok(drop) => {
            let (kept, lost) = digits.split_at(digits.len().saturating_sub(drop));
            (kept.to_owned(), lost.bytes().any(|b| b != b'0'))
        }
        Err(_) if digits.bytes().all(|b| b == b'0') => (String::new(), false),
        Err(_) if shift > 18 => return None,
        Err(_) => (format!("{digits}{}", "0".repeat(usize::try_from(shift).ok()?)), false),
    };
    let amount = if kept.is_empty() { 0 } else { kept.parse::<i64>().ok()? };
    let amount = amount.checked_add(i64::from(lost && up))?;
    Some(Minor(if negative { -amount } else { amount }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn won_are_read_without_floats() {
        for (json, down, up) in [
            ("20", Some(2000), Some(2000)),
            ("13.05", Some(1305), Some(1305)),
            ("\"8.4\"", Some(840), Some(840)),
            ("0.1", Some(10), Some(10)),
            ("8.333", Some(833), Some(834)),
            ("-3.119", Some(-311), Some(-312)),
            ("0.001", Some(0), Some(1)),
            ("0", Some(0), Some(0)),
            ("0e99", Some(0), Some(0)),
            ("1e3", Some(100_000), Some(100_000)),
            ("1.5E+2", Some(15_000), Some(15_000)),
            ("25e-1", Some(250), Some(250)),
            ("1e-400", Some(0), Some(1)),
            // A float would make 9007199254740993.55 of this: not the same number.
            ("90071992547409.93", Some(9_007_199_254_740_993), Some(9_007_199_254_740_993)),
            ("1e99", None, None),
            ("9223372036854775807", None, None),
            ("null", None, None),
            ("true", None, None),
            ("\"\"", None, None),
            ("[1]", None, None),
        ] {
            let raw: &RawValue = serde_json::from_str(json).expect("JSON");
            assert_eq!(won(raw, false), down.map(Minor), "{json} down");
            assert_eq!(won(raw, true), up.map(Minor), "{json} up");
        }
    }
}
