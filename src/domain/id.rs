//! Ids: integers inside, tagged text outside (`cmp_12`, `msg_10482`).
//!
//! The tag makes a wrong id visible in a shell history, the type makes it impossible in code.

use std::fmt;
use std::str::FromStr;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an id like `{tag}_12`, found `{found}`")]
pub struct ParseIdError {
    tag: &'static str,
    found: String,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $tag:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
        #[sqlx(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// What stands before the underscore.
            pub const TAG: &'static str = $tag;
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($tag, "_{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.strip_prefix(concat!($tag, "_"))
                    .and_then(|digits| digits.parse().ok())
                    .filter(|n: &i64| *n > 0)
                    .map(Self)
                    .ok_or_else(|| ParseIdError { tag: $tag, found: text.to_owned() })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
    };
}

id!(
    /// A tenant of the platform.
    SiteId, "site"
);
id!(
    /// A person of one site.
    RecipientId, "rcp"
);
id!(
    /// A named set of recipients.
    ListId, "lst"
);
id!(
    /// A template, whatever its version.
    TemplateId, "tpl"
);
id!(
    /// One bulk send.
    CampaignId, "cmp"
);
id!(
    /// A send that comes again and again.
    ScheduleId, "sch"
);
id!(
    /// One message to one person, over all its attempts.
    MessageId, "msg"
);
id!(
    /// One call to a provider with up to a hundred messages.
    BatchId, "bat"
);

id!(
    /// What is set aside for a campaign.
    HoldId, "hld"
);
id!(
    /// What a campaign was charged for a channel in a month.
    UsageId, "usg"
);
id!(
    /// Money that came in.
    PaymentId, "pay"
);
id!(
    /// A set of prices.
    BookId, "bok"
);
id!(
    /// One business event in the books.
    JournalId, "jnl"
);
id!(
    /// One top-up that was asked for by rule.
    ChargeId, "chg"
);
id!(
    /// Something that operators or a site are to be told.
    NoticeId, "ntc"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_form_round_trips_and_refuses_other_tags() {
        assert_eq!(CampaignId(12).to_string(), "cmp_12");
        assert_eq!("cmp_12".parse(), Ok(CampaignId(12)));
        for bad in ["msg_12", "cmp_", "cmp_-1", "cmp_0", "12", "cmp_9223372036854775808"] {
            assert!(bad.parse::<CampaignId>().is_err(), "{bad}");
        }
    }
}
