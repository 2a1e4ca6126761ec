//! What the simulator is told to be: who may call, how fast it is, what fails and when.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use serde::{Deserialize, Deserializer, de};

use super::kind::Kind;
pub use super::payments::PaymentFaults;
use crate::domain::money::Minor;

/// Everything about a simulator. Every field has a default; an unknown field is an error.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Decides every outcome, delay and fault drawn by chance: the same seed, the same fate for the same person.
    pub seed: u64,
    /// The key that callers must name.
    pub api_key: String,
    /// What they must sign with.
    pub api_secret: Secret,
    /// Shown in answers.
    pub account_id: String,
    /// How long every answer takes.
    pub latency: Wait,
    /// How long an answer takes to whoever only asks (lists, reports, balance); none: as long as any other.
    pub read_latency: Option<Wait>,
    /// From acceptance to the final report. Zero: final at once.
    pub report_delay: Wait,
    /// Result codes by message type; what is left of a table is delivered (4000).
    pub outcomes: BTreeMap<Kind, Outcomes>,
    /// Result code of single numbers, whatever the tables say: `01012345678`, or of one type `01012345678 SMS`.
    pub recipients: BTreeMap<String, Code>,
    /// What goes wrong with calls.
    pub faults: Faults,
    /// What goes wrong with payments.
    pub payments: PaymentFaults,
    /// What goes wrong with reports.
    pub reports: Reports,
    /// Recipients a window, enforced with 429.
    pub rate_limit: BTreeMap<Kind, Rate>,
    /// Cash to begin with; none: nothing is charged.
    pub balance: Option<Won>,
    /// Points, used before cash. Counted only with a balance.
    pub point: Won,
    /// Won a message; types that are missing cost the provider's list price.
    pub prices: BTreeMap<Kind, Won>,
    /// Registered sender numbers; empty: any is registered.
    pub senders: Vec<String>,
    /// Known Kakao channels (`pfId`); empty: any is known.
    pub channels: Vec<String>,
    /// Approved templates; empty: any is approved and its text is not compared.
    pub templates: Vec<Template>,
    /// Keep texts and variables, to be shown in lists. Off saves memory.
    pub keep_text: bool,
    /// The custom field with the caller's own reference, for the count of repeats.
    pub reference_field: String,
    /// The custom field with the caller's campaign, for the count of repeats.
    pub campaign_field: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 0,
            api_key: "NCSSIMULATORKEY0".to_owned(),
            api_secret: Secret("SIMULATOR0SECRET0FOR0TESTS0ONLY0".to_owned()),
            account_id: "10000000000001".to_owned(),
            latency: Wait::default(),
            read_latency: None,
            report_delay: Wait::default(),
            outcomes: BTreeMap::new(),
            recipients: BTreeMap::new(),
            faults: Faults::default(),
            payments: PaymentFaults::default(),
            reports: Reports::default(),
            rate_limit: BTreeMap::new(),
            balance: None,
            point: Won(Minor::ZERO),
            prices: BTreeMap::new(),
            senders: Vec::new(),
            channels: Vec::new(),
            templates: Vec::new(),
            keep_text: true,
            reference_field: "ref".to_owned(),
            campaign_field: "campaign".to_owned(),
        }
    }
}

impl Settings {
    /// The result code that a number was given, of this type or of all.
    pub(super) fn scripted(&self, to: &str, kind: Kind) -> Option<u16> {
        if self.recipients.is_empty() {
            return None;
        }
        let of_kind = self.recipients.get(&format!("{to} {}", kind.name()));
        of_kind.or_else(|| self.recipients.get(to)).map(|c| c.0)
    }

    /// Settings of a TOML file.
    pub fn from_toml(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

/// A secret that does not show itself in logs.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

/// Why a setting is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// Not a duration.
    #[error("`{0}` is not a duration: write `50ms`, `2s` or `50ms+20ms` (fixed, then jitter)")]
    Wait(String),
    /// Not a share.
    #[error("`{0}` is not a share: write `15%` or a number from 0 to 1")]
    Share(String),
    /// Not a code.
    #[error("`{0}` is not a result code: four digits, like 3104")]
    Code(String),
    /// More than everything.
    #[error("the shares of a table come to more than 100%")]
    Sum,
    /// Not an amount.
    #[error("`{0}` is not an amount of won: write 13 or \"13.05\"")]
    Won(String),
    /// Not a rate.
    #[error("`{0}` is not a rate: write `100/1s`")]
    Rate(String),
}

/// A time to wait: fixed, and up to `jitter` on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wait {
    /// Always.
    pub fixed: Duration,
    /// At most this much more, drawn evenly.
    pub jitter: Duration,
}

impl Wait {
    /// No jitter.
    pub const fn fixed(fixed: Duration) -> Self {
        Self { fixed, jitter: Duration::ZERO }
    }

    /// Never waits.
    pub const fn is_zero(&self) -> bool {
        self.fixed.is_zero() && self.jitter.is_zero()
    }
}

/// `50ms`, `50ms+20ms`, `0`.
impl FromStr for Wait {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let one = |part: &str| -> Option<Duration> {
            let part = part.trim();
            if part == "0" {
                return Some(Duration::ZERO);
            }
            Duration::try_from(part.parse::<jiff::SignedDuration>().ok()?).ok()
        };
        let (fixed, jitter) = text.split_once('+').unwrap_or((text, "0"));
        match (one(fixed), one(jitter)) {
            (Some(fixed), Some(jitter)) => Ok(Self { fixed, jitter }),
            _ => Err(SettingError::Wait(text.to_owned())),
        }
    }
}

/// A part of the whole, in parts of 2³².
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Share(u64);

impl Share {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// Everything.
    pub const ALL: Self = Self(1 << 32);

    /// In percent.
    pub fn percent(percent: u32) -> Self {
        Self((((u64::from(percent) << 32) + 50) / 100).min(Self::ALL.0))
    }

    /// Whether this even draw of 32 bits falls into it.
    pub const fn takes(self, draw: u32) -> bool {
        (draw as u64) < self.0
    }
}

impl FromStr for Share {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || SettingError::Share(text.to_owned());
        let (digits, whole) = text.strip_suffix('%').map_or((text, 1.0), |p| (p, 100.0));
        let value = digits.trim().parse::<f64>().map_err(|_| bad())? / whole;
        Self::from_f64(value).ok_or_else(bad)
    }
}

impl Share {
    fn from_f64(value: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 2^32")]
        (0.0..=1.0).contains(&value).then(|| Self((value * 4_294_967_296.0).round() as u64))
    }
}

/// A four-digit result code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(pub u16);

impl FromStr for Code {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(n @ 1000..=9999) if text.len() == 4 => Ok(Self(n)),
            _ => Err(SettingError::Code(text.to_owned())),
        }
    }
}

/// Shares of result codes; the rest is delivered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcomes(Vec<(Share, Code)>);

impl Outcomes {
    /// Adds a code, or refuses when the whole is more than everything.
    pub fn set(&mut self, code: Code, share: Share) -> Result<(), SettingError> {
        self.0.retain(|(_, c)| *c != code);
        if self.0.iter().map(|(s, _)| s.0).sum::<u64>() + share.0 > Share::ALL.0 {
            return Err(SettingError::Sum);
        }
        self.0.push((share, code));
        Ok(())
    }

    /// The code of an even draw.
    pub fn pick(&self, draw: u32) -> u16 {
        let mut below = 0;
        for (share, code) in &self.0 {
            below += share.0;
            if u64::from(draw) < below {
                return code.0;
            }
        }
        4000
    }
}

impl<'de> Deserialize<'de> for Outcomes {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let table = BTreeMap::<Code, Share>::deserialize(d)?;
        let mut out = Self::default();
        for (code, share) in table {
            out.set(code, share).map_err(de::Error::custom)?;
        }
        Ok(out)
    }
}

/// An amount in won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Won(pub Minor);

impl FromStr for Won {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self).map_err(|_| SettingError::Won(text.to_owned()))
    }
}

/// So many in any window of this length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// At most so many recipients.
    pub count: u64,
    /// In any window of this length.
    pub per: Duration,
}

impl FromStr for Rate {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split_once('/')
            .and_then(|(n, per)| {
                let per = per.parse::<Wait>().ok().filter(|w| w.jitter.is_zero() && !w.fixed.is_zero())?;
                Some(Self { count: n.trim().parse().ok()?, per: per.fixed })
            })
            .ok_or_else(|| SettingError::Rate(text.to_owned()))
    }
}

/// What goes wrong with calls.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// 429 with `Retry-After`, nothing taken.
    pub http_429: Trigger,
    /// 503, nothing taken.
    pub http_503: Trigger,
    /// The batch is taken, the answer never comes.
    pub hang: Trigger,
    /// The batch is taken, then the connection is reset.
    pub reset_after: Trigger,
    /// The connection is reset, nothing taken.
    pub reset_before: Trigger,
    /// The final reports are there before the answer to the submission.
    pub early: Trigger,
    /// Seconds of `Retry-After`.
    #[serde(default)]
    pub retry_after: RetryAfter,
    /// How long the answer is held back when reports come early.
    #[serde(default)]
    pub early_hold: EarlyHold,
}

/// Seconds of the `Retry-After` header; one unless set.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(transparent)]
pub struct RetryAfter(pub u32);

impl Default for RetryAfter {
    fn default() -> Self {
        Self(1)
    }
}

/// How long an answer waits behind its own reports; 100 ms unless set.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(transparent)]
pub struct EarlyHold(pub Wait);

impl Default for EarlyHold {
    fn default() -> Self {
        Self(Wait::fixed(Duration::from_millis(100)))
    }
}

/// Which calls a fault hits.
///
/// Calls are counted from 1, sends and lists apart. Written as a share (`0.01`, `"1%"`) or as a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trigger {
    /// By chance.
    pub share: Share,
    /// Exactly these.
    pub calls: Vec<u64>,
    /// Calls that are hit.
    pub on: On,
}

impl Trigger {
    /// By chance, on sends.
    pub fn share(share: Share) -> Self {
        Self { share, ..Self::default() }
    }

    /// Exactly these sends.
    pub fn calls(calls: impl Into<Vec<u64>>) -> Self {
        Self { calls: calls.into(), ..Self::default() }
    }
}

/// `1%`, or ordinals of calls: `#3,#7`.
impl FromStr for Trigger {
    type Err = SettingError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if !text.contains('#') {
            return text.parse().map(Self::share);
        }
        let calls = text.split(',').map(|n| n.trim().strip_prefix('#').and_then(|n| n.parse().ok()));
        calls.collect::<Option<Vec<u64>>>().map(Self::calls).ok_or_else(|| SettingError::Share(text.to_owned()))
    }
}

/// The calls that a fault is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum On {
    /// Submissions.
    #[default]
    Send,
    /// Everything that asks.
    List,
}

impl<'de> Deserialize<'de> for Trigger {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        #[derive(Deserialize, Default)]
        #[serde(default, deny_unknown_fields)]
        struct Table {
            share: Share,
            calls: Vec<u64>,
            on: On,
        }
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Share(Share),
            Table(Table),
        }
        Ok(match Form::deserialize(d)? {
            Form::Share(share) => Self::share(share),
            Form::Table(Table { share, calls, on }) => Self { share, calls, on },
        })
    }
}

/// What goes wrong with reports.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reports {
    /// Never final in the list by time of update; final when asked for by id, number or group.
    pub lost: Share,
    /// Updated once more after the final report.
    pub repeated: Share,
    /// How long after.
    pub repeat_after: Wait,
}

impl Default for Reports {
    fn default() -> Self {
        let repeat_after = Wait::fixed(Duration::from_secs(1));
        Self { lost: Share::NONE, repeated: Share::NONE, repeat_after }
    }
}

/// An approved Alimtalk template.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// `templateId`.
    pub id: String,
    /// The channel (`pfId`) it belongs to.
    pub channel: String,
    /// What people call it.
    #[serde(default)]
    pub name: String,
    /// The approved text with its `#{variables}`; when given, sent texts are compared with it.
    #[serde(default)]
    pub content: Option<String>,
}

/// Reads a string, or what a number says, through [`FromStr`].
fn parsed<'de, D, T>(d: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = SettingError>,
{
    struct Text<T>(std::marker::PhantomData<T>);
    impl<T: FromStr<Err = SettingError>> de::Visitor<'_> for Text<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a text or a number")
        }
        fn visit_str<E: de::Error>(self, v: &str) -> Result<T, E> {
            v.parse().map_err(E::custom)
        }
        fn visit_i64<E: de::Error>(self, v: i64) -> Result<T, E> {
            self.visit_str(&v.to_string())
        }
        fn visit_u64<E: de::Error>(self, v: u64) -> Result<T, E> {
            self.visit_str(&v.to_string())
        }
        fn visit_f64<E: de::Error>(self, v: f64) -> Result<T, E> {
            self.visit_str(&v.to_string())
        }
    }
    d.deserialize_any(Text(std::marker::PhantomData))
}

macro_rules! deserialize_parsed {
    ($($name:ident),+) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                parsed(d)
            }
        }
    )+};
}
deserialize_parsed!(Wait, Share, Code, Won, Rate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_everything() {
        let s = Settings::from_toml(
            r#"
            seed = 7
            latency = "50ms+20ms"
            report_delay = "2s"
            balance = "1000000.50"
            senders = ["0212345678"]
            [outcomes.alimtalk]
            "3104" = 0.15
            "3107" = "5%"
            [recipients]
            "01000000001" = 3050
            [rate_limit]
            sms = "100/1s"
            [prices]
            sms = 12
            alimtalk = "8.5"
            [faults]
            http_429 = "1%"
            hang = { calls = [3, 7] }
            http_503 = { share = 0.5, on = "list" }
            retry_after = 2
            [reports]
            lost = 0.01
            [[templates]]
            id = "KA01TP1"
            channel = "KA01PF1"
            content = "Hello #{name}"
            "#,
        )
        .expect("valid settings");
        assert_eq!(s.latency, Wait { fixed: Duration::from_millis(50), jitter: Duration::from_millis(20) });
        assert_eq!(s.balance.map(|w| w.0), Some(Minor(100_000_050)));
        assert_eq!(s.prices[&Kind::ATA].0, Minor(850));
        assert_eq!(s.recipients["01000000001"], Code(3050));
        assert_eq!(s.faults.hang, Trigger::calls([3, 7]));
        assert_eq!(s.faults.http_503.on, On::List);
        assert_eq!(s.rate_limit[&Kind::SMS], Rate { count: 100, per: Duration::from_secs(1) });
        let table = &s.outcomes[&Kind::ATA];
        assert_eq!(table.pick(0), 3104);
        assert_eq!(table.pick(u32::MAX / 100 * 17), 3107);
        assert_eq!(table.pick(u32::MAX / 100 * 21), 4000);
    }

    #[test]
    fn what_is_wrong_is_refused() {
        for (bad, says) in [
            ("sede = 1", "unknown field"),
            ("latency = \"fast\"", "is not a duration"),
            ("latency = \"-1s\"", "is not a duration"),
            ("[outcomes.sms]\n\"3104\" = 0.6\n\"3107\" = 0.5", "more than 100%"),
            ("[outcomes.sms]\n\"310\" = 0.6", "is not a result code"),
            ("[outcomes.pigeon]\n\"3104\" = 0.6", "is not a message type"),
            ("[reports]\nlost = 1.5", "is not a share"),
            ("[faults]\nhang = { call = [1] }", "did not match"),
            ("[rate_limit]\nsms = \"100\"", "is not a rate"),
        ] {
            match Settings::from_toml(bad) {
                Ok(s) => panic!("{bad} gave {s:?}"),
                Err(e) => assert!(e.to_string().contains(says), "{bad}: {e}"),
            }
        }
        assert!(!format!("{:?}", Settings::default()).contains("SECRET0"));
    }

    #[test]
    fn shares_and_triggers() {
        assert!("15%".parse::<Share>().is_ok_and(|s| s == "0.15".parse().expect("a share")));
        assert!(Share::ALL.takes(u32::MAX) && !Share::NONE.takes(0));
        assert_eq!("#3,#7".parse(), Ok(Trigger::calls([3, 7])));
        assert_eq!("1%".parse(), Ok(Trigger::share(Share::percent(1))));
        assert!("#3,7".parse::<Trigger>().is_err());
        let mut table = Outcomes::default();
        assert_eq!(table.set(Code(3104), Share::percent(60)), Ok(()));
        assert_eq!(table.set(Code(3104), Share::percent(70)), Ok(()), "a code is replaced, not added twice");
        assert_eq!(table.set(Code(3107), Share::percent(31)), Err(SettingError::Sum));
    }
}
