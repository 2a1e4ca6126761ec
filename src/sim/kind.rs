//! Message types as the wire spells them.

use std::fmt;
use std::str::FromStr;

/// A message type: `SMS`, `LMS`, `MMS`, `ATA` (Alimtalk) and the rest of the provider's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind(u8);

/// Upper case on the wire of a message, lower case in counts and prices.
const NAMES: [(&str, &str); Kind::COUNT] = [
    ("SMS", "sms"),
    ("LMS", "lms"),
    ("MMS", "mms"),
    ("ATA", "ata"),
    ("CTA", "cta"),
    ("CTI", "cti"),
    ("NSA", "nsa"),
    ("RCS_SMS", "rcs_sms"),
    ("RCS_LMS", "rcs_lms"),
    ("RCS_MMS", "rcs_mms"),
    ("RCS_TPL", "rcs_tpl"),
    ("RCS_ITPL", "rcs_itpl"),
    ("RCS_LTPL", "rcs_ltpl"),
    ("FAX", "fax"),
    ("VOICE", "voice"),
    ("BMS_TEXT", "bms_text"),
    ("BMS_IMAGE", "bms_image"),
    ("BMS_WIDE", "bms_wide"),
    ("BMS_WIDE_ITEM_LIST", "bms_wide_item_list"),
    ("BMS_CAROUSEL_FEED", "bms_carousel_feed"),
    ("BMS_PREMIUM_VIDEO", "bms_premium_video"),
    ("BMS_COMMERCE", "bms_commerce"),
    ("BMS_CAROUSEL_COMMERCE", "bms_carousel_commerce"),
    ("BMS_FREE", "bms_free"),
];

impl Kind {
    /// How many there are.
    pub const COUNT: usize = 24;
    /// Short text.
    pub const SMS: Self = Self(0);
    /// Long text.
    pub const LMS: Self = Self(1);
    /// Text with an image.
    pub const MMS: Self = Self(2);
    /// Alimtalk.
    pub const ATA: Self = Self(3);
    /// `FriendTalk`.
    pub const CTA: Self = Self(4);
    /// `FriendTalk` with an image.
    pub const CTI: Self = Self(5);

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(Self::COUNT).map(Self)
    }

    /// Place in tables of [`Self::COUNT`] entries.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// `ATA`.
    pub const fn name(self) -> &'static str {
        NAMES[self.index()].0
    }

    /// `ata`.
    pub const fn key(self) -> &'static str {
        NAMES[self.index()].1
    }

    /// SMS, LMS and MMS: EUC-KR, a registered sender.
    pub const fn is_text(self) -> bool {
        self.0 <= 2
    }

    /// Travels through Kakao, so that `kakaoOptions` belong to it.
    pub const fn is_kakao(self) -> bool {
        matches!(self.0, 3..=5) || self.0 >= 15
    }
}

/// Why a word is not a message type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a message type: use alimtalk, sms, lms, mms or the provider's own name")]
pub struct ParseKindError(String);

impl FromStr for Kind {
    type Err = ParseKindError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.eq_ignore_ascii_case("alimtalk") {
            return Ok(Self::ATA);
        }
        Self::all().find(|k| k.name().eq_ignore_ascii_case(text)).ok_or_else(|| ParseKindError(text.to_owned()))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl serde::Serialize for Kind {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.name())
    }
}

impl<'de> serde::Deserialize<'de> for Kind {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_case_and_by_alias() {
        for k in Kind::all() {
            assert_eq!(k.name().parse(), Ok(k));
            assert_eq!(k.key().parse(), Ok(k));
            assert_eq!(k.name().to_ascii_lowercase(), k.key());
        }
        assert_eq!("alimtalk".parse(), Ok(Kind::ATA));
        assert!("pigeon".parse::<Kind>().is_err());
    }

    #[test]
    fn families() {
        let text: Vec<_> = Kind::all().filter(|k| k.is_text()).map(Kind::name).collect();
        assert_eq!(text, ["SMS", "LMS", "MMS"]);
        assert!(Kind::ATA.is_kakao() && Kind::CTI.is_kakao() && !Kind::SMS.is_kakao());
        assert!("BMS_TEXT".parse::<Kind>().is_ok_and(Kind::is_kakao));
        assert!("NSA".parse::<Kind>().is_ok_and(|k| !k.is_kakao()));
    }
}
