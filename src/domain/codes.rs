//! What the result codes of providers mean: a table as data, with the operator's overrides on top.
//!
//! The key is (provider, channel, code), because the same digits mean different things elsewhere. A code that is
//! in no table is [`Class::Unknown`], never a failure: guessing "failed" would send a second message.
//! To add a provider: a TOML file in `codes/` and a line in `SOURCES`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::channel::{Channel, ParseWordError};
use super::outcome::Class;

/// Provider kinds and their tables.
const SOURCES: &[(&str, &str)] = &[("solapi", include_str!("codes/solapi.toml"))];

/// The scope of what holds for all channels.
const ANY: &str = "any";

/// What a code says.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Meaning {
    /// The channel it is listed for; `None` for all.
    pub channel: Option<Channel>,
    /// What follows from it.
    pub class: Class,
    /// In English.
    pub en: String,
    /// In Korean.
    pub ko: String,
    /// The operator has set the class.
    pub overridden: bool,
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'t> {
    /// Provider kind.
    pub provider: &'t str,
    /// The code as the provider writes it.
    pub code: &'t str,
    /// What it says.
    pub meaning: &'t Meaning,
}

/// Codes of all providers.
#[derive(Debug, Clone)]
pub struct CodeTable {
    providers: BTreeMap<String, BTreeMap<String, Vec<Meaning>>>,
}

/// A class set by the operator: provider kind, channel (`None` for all), code, class.
pub type Override = (String, Option<Channel>, String, Class);

/// An override for a provider kind that has no table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no codes are known of provider `{provider}` (known: {known})")]
pub struct UnknownProvider {
    /// As written.
    pub provider: String,
    /// Those that are.
    pub known: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    class: Class,
    en: String,
    ko: String,
}

type Source = BTreeMap<String, BTreeMap<String, Entry>>;

impl CodeTable {
    /// The tables that come with the binary.
    pub fn builtin() -> &'static Self {
        static TABLE: LazyLock<CodeTable> = LazyLock::new(|| {
            let providers = SOURCES.iter().map(|(name, text)| ((*name).to_owned(), read(name, text)));
            CodeTable { providers: providers.collect() }
        });
        &TABLE
    }

    /// This table with the operator's classes in the place of its own.
    ///
    /// A class for all channels holds for every channel that has none of its own among the overrides.
    pub fn with_overrides(&self, overrides: &[Override]) -> Result<Self, UnknownProvider> {
        let mut table = self.clone();
        // Those of a single channel last, so that they win.
        let (any, single): (Vec<_>, Vec<_>) = overrides.iter().partition(|(_, channel, ..)| channel.is_none());
        for (provider, channel, code, class) in any.into_iter().chain(single) {
            let codes = table.providers.get_mut(provider).ok_or_else(|| UnknownProvider {
                provider: provider.clone(),
                known: self.providers().collect::<Vec<_>>().join(", "),
            })?;
            set(codes.entry(code.clone()).or_default(), *channel, *class);
        }
        Ok(table)
    }

    /// What a code says on a channel, if it is listed there or for all channels.
    pub fn meaning(&self, provider: &str, channel: Channel, code: &str) -> Option<&Meaning> {
        let rows = self.providers.get(provider)?.get(code)?;
        let row = |wanted| rows.iter().find(|m| m.channel == wanted);
        row(Some(channel)).or_else(|| row(None))
    }

    /// The class of a code; `Unknown` when it is not listed.
    pub fn class(&self, provider: &str, channel: Channel, code: &str) -> Class {
        self.meaning(provider, channel, code).map_or(Class::Unknown, |m| m.class)
    }

    /// Provider kinds, in order.
    pub fn providers(&self) -> impl Iterator<Item = &str> {
        self.providers.keys().map(String::as_str)
    }

    /// Every line, by provider, code and channel.
    pub fn list(&self) -> impl Iterator<Item = Listed<'_>> {
        self.providers.iter().flat_map(|(provider, codes)| {
            codes
                .iter()
                .flat_map(move |(code, rows)| rows.iter().map(move |meaning| Listed { provider, code, meaning }))
        })
    }
}

fn read(name: &str, text: &str) -> BTreeMap<String, Vec<Meaning>> {
    let source: Source = toml::from_str(text).unwrap_or_else(|e| panic!("codes/{name}.toml: {e}"));
    let mut codes: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
    for (scope, entries) in source {
        let channel = scope_channel(&scope).unwrap_or_else(|e| panic!("codes/{name}.toml: {e}"));
        for (code, Entry { class, en, ko }) in entries {
            codes.entry(code).or_default().push(Meaning { channel, class, en, ko, overridden: false });
        }
    }
    for rows in codes.values_mut() {
        rows.sort_by_key(|m| m.channel);
    }
    codes
}

/// `None` for `any`.
fn scope_channel(scope: &str) -> Result<Option<Channel>, ParseWordError> {
    if scope == ANY { Ok(None) } else { scope.parse().map(Some) }
}

fn set(rows: &mut Vec<Meaning>, channel: Option<Channel>, class: Class) {
    let mut found = false;
    for row in rows.iter_mut().filter(|m| channel.is_none() || m.channel == channel) {
        row.class = class;
        row.overridden = true;
        found |= row.channel == channel;
    }
    if !found {
        // The words stay what they are for all channels, or the only ones there are.
        let words = rows.iter().find(|m| m.channel.is_none()).or(rows.first());
        let (en, ko) = words.map_or_else(
            || ("set by the operator".into(), "운영자가 정한 코드입니다".into()),
            |m| (m.en.clone(), m.ko.clone()),
        );
        rows.push(Meaning { channel, class, en, ko, overridden: true });
        rows.sort_by_key(|m| m.channel);
    }
}

impl Class {
    /// What msgctl does with a message whose last word is of this class.
    pub const fn action(self) -> &'static str {
        match self {
            Self::Accepted => "wait for the report",
            Self::Delivered => "done; charged",
            Self::Fallback => "send on the next channel of the route",
            Self::Retry => "send again on the same channel after a pause, a few times, then on the next channel",
            Self::Late => "failed; not sent again, nothing marked",
            Self::RecipientDead => "failed; the number is marked dead, other channels are not tried",
            Self::Suppressed => "failed; the number goes onto the suppression list",
            Self::Config => "failed; the route stops until an operator has mended the cause",
            Self::Money => "wait; the route pauses until the provider's balance is topped up",
            Self::Window => "wait; sent when the hours allow it",
            Self::Absent => "the same channel again, soon; it is no failed try",
            Self::Unknown => "hold; ask the provider, never send again on a guess",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Channel::{Alimtalk, Lms, Sms};

    fn table() -> &'static CodeTable {
        CodeTable::builtin()
    }

    #[test]
    fn solapi_codes_have_their_class() {
        let cases: &[(Class, &[u16])] = &[
            (Class::Accepted, &[2000, 3000]),
            (Class::Delivered, &[4000]),
            (Class::Retry, &[1024, 2024, 3012, 3024, 3052, 3053, 3056, 3057]),
            (Class::Late, &[3040, 3041, 3042, 3043, 3044, 3045, 3046]),
            (Class::RecipientDead, &[3010, 3031, 3032, 3050, 3051]),
            (Class::Suppressed, &[1060, 1061, 2060, 2061, 3047, 3054, 3055]),
            (Class::Config, &[1041, 1043, 1049, 1053, 1062, 2062, 2063, 3013, 3059]),
            (Class::Money, &[1030, 2230]),
            (Class::Unknown, &[3014, 3048]),
        ];
        for (class, codes) in cases {
            for code in *codes {
                for channel in [Alimtalk, Sms, Lms] {
                    let meaning = table().meaning("solapi", channel, &code.to_string()).expect("listed");
                    assert_eq!(meaning.class, *class, "{code}");
                }
            }
        }
        for code in ["3102", "3104", "3107"] {
            assert_eq!(table().class("solapi", Alimtalk, code), Class::Fallback);
            assert_eq!(table().class("solapi", Sms, code), Class::Unknown);
        }
        assert_eq!(table().class("solapi", Alimtalk, "3108"), Class::Window);
    }

    #[test]
    fn the_provider_list_is_complete_and_worded() {
        let of = |ranges: &[std::ops::RangeInclusive<u16>]| ranges.iter().cloned().flatten().collect::<Vec<_>>();
        let expected = of(&[
            1010..=1011,
            1013..=1014,
            1020..=1034,
            1041..=1053,
            1058..=1058,
            1060..=1062,
            1064..=1064,
            2000..=2000,
            2011..=2011,
            2024..=2024,
            2060..=2064,
            2230..=2230,
            2254..=2254,
            3000..=3000,
            3010..=3014,
            3024..=3024,
            3031..=3032,
            3040..=3048,
            3050..=3060,
            3101..=3108,
            4000..=4000,
        ]);
        let listed: Vec<u16> = table().list().filter_map(|l| l.code.parse().ok()).collect();
        assert_eq!(listed, expected);
        for l in table().list() {
            assert!(!l.meaning.en.is_empty() && l.meaning.ko.chars().any(|c| ('가'..='힣').contains(&c)), "{}", l.code);
        }
    }

    #[test]
    fn what_is_not_listed_is_unknown() {
        for (provider, code) in [("solapi", "9999"), ("solapi", ""), ("nobody", "4000")] {
            assert_eq!(table().class(provider, Sms, code), Class::Unknown);
            assert!(table().meaning(provider, Sms, code).is_none());
        }
    }

    #[test]
    fn operators_override_by_channel_and_for_all() {
        let of = |channel, code: &str, class| ("solapi".to_owned(), channel, code.to_owned(), class);
        let t = table()
            .with_overrides(&[
                of(Some(Sms), "3041", Class::Fallback),
                of(None, "3107", Class::Late),
                of(None, "3041", Class::Retry),
                of(None, "9001", Class::Fallback),
            ])
            .expect("a table");
        for (channel, code, class) in [
            (Alimtalk, "3107", Class::Late),
            (Sms, "3041", Class::Fallback),
            (Lms, "3041", Class::Retry),
            (Sms, "9001", Class::Fallback),
            (Sms, "4000", Class::Delivered),
        ] {
            assert_eq!(t.class("solapi", channel, code), class, "{channel} {code}");
        }
        let m = t.meaning("solapi", Sms, "3041").expect("listed");
        assert!(m.overridden && m.en.contains("busy"));
        assert_eq!(table().class("solapi", Sms, "3041"), Class::Late);
    }

    #[test]
    fn a_provider_without_a_table_is_named() {
        let wrong = ("sloapi".to_owned(), None, "3041".to_owned(), Class::Retry);
        let said = table().with_overrides(&[wrong]).expect_err("refused").to_string();
        assert_eq!(said, "no codes are known of provider `sloapi` (known: solapi)");
    }
}
