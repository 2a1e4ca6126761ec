//! Channels, strategies and lanes: how a message may travel.

/// Why a word is not one of a fixed set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a {what}: use one of {known}")]
pub struct ParseWordError {
    what: &'static str,
    found: String,
    known: String,
}

/// An enum of words that clap, serde, SQL and people all spell the same way.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident ($what:literal) { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word people type and the database keeps.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::channel::ParseWordError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|v| $crate::domain::channel::same_word(v.word(), text)).ok_or_else(|| {
                    $crate::domain::channel::ParseWordError::new($what, text, Self::ALL.iter().map(|v| v.word()))
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use words;

/// The same word in another spelling: any case, `_` for `-` (`SIXTIES_PLUS` is `sixties-plus`).
pub(crate) fn same_word(word: &str, text: &str) -> bool {
    let plain = |b: u8| if b == b'_' { b'-' } else { b.to_ascii_lowercase() };
    word.len() == text.len() && word.bytes().eq(text.bytes().map(plain))
}

impl ParseWordError {
    /// `found` is not among `known`.
    pub fn new(what: &'static str, found: &str, known: impl Iterator<Item = &'static str>) -> Self {
        let known = known.collect::<Vec<_>>().join(", ");
        Self { what, found: found.to_owned(), known }
    }
}

words! {
    /// A way to reach a person. Also the kind a message is billed as.
    Channel ("channel") {
        /// Kakao Alimtalk: an approved template, information only.
        Alimtalk = "alimtalk",
        /// Short text, up to 90 bytes of EUC-KR.
        Sms = "sms",
        /// Long text, up to 2,000 bytes of EUC-KR.
        Lms = "lms",
        /// Text with an image.
        Mms = "mms",
        /// RCS.
        Rcs = "rcs",
        /// E-mail.
        Email = "email",
        /// Push to an app.
        Push = "push",
    }
}

impl Channel {
    /// SMS, LMS and MMS are one family: the length decides.
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Sms | Self::Lms | Self::Mms)
    }
}

words! {
    /// How the first channel is chosen.
    Strategy ("strategy") {
        /// Alimtalk, then text for those whom it cannot reach.
        AlimtalkFirst = "alimtalk-first",
        /// Text only.
        SmsOnly = "sms-only",
        /// Per recipient: Alimtalk first where it costs no more than the text would.
        CostOptimized = "cost-optimized",
    }
}

words! {
    /// What `cost-optimized` compares the prices of.
    Granularity ("granularity") {
        /// Each person's own messages.
        Recipient = "recipient",
        /// Those of all people together, who then all go the same way.
        Campaign = "campaign",
    }
}

words! {
    /// What goes first when several campaigns wait.
    Lane ("lane") {
        /// One-time passwords.
        Auth = "auth",
        /// Single notices that somebody waits for.
        Realtime = "realtime",
        /// Campaigns.
        Bulk = "bulk",
        /// Advertising.
        Ad = "ad",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_round_trip_and_name_the_alternatives() {
        for c in Channel::ALL {
            assert_eq!(c.word().parse(), Ok(*c));
        }
        let said = "fax".parse::<Channel>().expect_err("not a channel").to_string();
        assert_eq!(said, "`fax` is not a channel: use one of alimtalk, sms, lms, mms, rcs, email, push");
    }
}
