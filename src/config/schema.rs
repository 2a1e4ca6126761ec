//! Every key there is, with the kind of its value: what an unknown key is compared with.

use super::value;

/// What a value must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A secret reference: `env:NAME` or `file:/abs/path`.
    Secret,
    /// Text, or a reference to it.
    TextOrReference,
    /// A whole number from 1.
    Count,
    /// A whole number from 0.
    CountOrZero,
    /// `10s`, `500ms`, `10m`, `25h`.
    Duration,
    /// `10m`, or `off`.
    DurationOrOff,
    /// `100/min`, `unlimited`.
    Rate,
    /// Won, two decimals at most, as text.
    Won,
    /// `21:00-08:00`.
    Hours,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

const CHANNELS: &[&str] = &["alimtalk", "sms", "lms", "mms", "rcs", "email", "push"];

/// `*` stands for a name that the operator chooses, `<channel>` for a channel.
pub const KEYS: &[(&str, Kind, &str)] = &[
    ("database.url", Kind::TextOrReference, "where everything is kept: `sqlite:FILE` or `postgres://…`"),
    ("time.zone", Kind::OneOf(&["Asia/Seoul"]), "the calendar of the operators"),
    ("send.batch_size", Kind::Count, "recipients in one call to a provider"),
    ("send.queue_capacity", Kind::Count, "messages in memory between the database and the senders"),
    ("send.max_backlog", Kind::Count, "undelivered messages above which a new campaign is refused"),
    ("send.report_wait", Kind::Duration, "how long a foreground send waits for final reports"),
    ("send.report_deadline.<channel>", Kind::Duration, "after this a missing report is decided by rule"),
    (
        "send.quiet_hours_ad",
        Kind::Hours,
        "no advertising without night consent; adds to 21:00-08:00, which always holds",
    ),
    ("send.retries", Kind::CountOrZero, "how often a passing failure is tried again on one channel"),
    ("send.retry_pause", Kind::Duration, "the first pause before a retry; it doubles"),
    ("send.ask_after", Kind::Duration, "when the provider is asked about messages without a report"),
    ("send.give_up_after", Kind::Duration, "how long a provider may take nothing before a send ends with 75"),
    ("send.lease", Kind::Duration, "how long a sender is believed to live after its last sign of life"),
    ("send.breaker_failures", Kind::Count, "failed calls in a row after which a route rests"),
    ("send.breaker_pause", Kind::Duration, "the first rest of a failing route; it doubles"),
    ("send.breaker_longest", Kind::Duration, "the longest rest of a failing route"),
    (
        "send.channel_down_after",
        Kind::Duration,
        "how long nobody may carry a channel before its messages go on to the next; `0s`: for ever",
    ),
    ("send.auth_share", Kind::CountOrZero, "percent of each limit that only the auth lane may use"),
    ("send.dedupe_window", Kind::DurationOrOff, "how long the same text is not sent to the same person again"),
    ("send.daily_cap", Kind::CountOrZero, "most messages to one person on one Korean day; 0 is any number"),
    ("send.trial", Kind::OneOf(&["true", "false"]), "every site writes to its allow-list only"),
    ("channel.<channel>.provider", Kind::Text, "which provider carries the channel"),
    (
        "channel.<channel>.failover",
        Kind::Text,
        "who carries it while that one is out of order: names with blanks between",
    ),
    ("channel.<channel>.rate", Kind::Rate, "most messages in any window"),
    ("channel.<channel>.rate_group", Kind::Text, "channels that share one limit name the same group"),
    (
        "rate_group.*.rate",
        Kind::Rate,
        "the limit of a group as a whole; `channel.*.rate` is then the channel's own inside it",
    ),
    (
        "credits.hold_ttl",
        Kind::Duration,
        "how long after a campaign's last hand-over what is still set aside for it is released",
    ),
    ("credits.gateway", Kind::Text, "which gateway auto-charge calls: the NAME of a `[gateway.NAME]`"),
    ("gateway.*.kind", Kind::OneOf(&["http"]), "the API it speaks (docs/gateway.md)"),
    ("gateway.*.base_url", Kind::Text, "where it is"),
    ("gateway.*.secret", Kind::Secret, "what callers prove themselves with"),
    ("gateway.*.timeout", Kind::Duration, "how long one call may take"),
    ("callback.secret", Kind::Secret, "what posts to the callbacks of sites are signed with"),
    ("alert.url", Kind::Secret, "where operators are alerted"),
    ("alert.kind", Kind::OneOf(&["slack", "json"]), "what is posted there: a text as Slack reads it, or the notice"),
    ("price.<channel>", Kind::Won, "won for one delivered message, VAT excluded"),
    ("provider.*.kind", Kind::OneOf(&["solapi"]), "the API it speaks"),
    ("provider.*.base_url", Kind::Text, "where it is"),
    ("provider.*.api_key", Kind::Secret, "its key"),
    ("provider.*.api_secret", Kind::Secret, "its secret"),
    ("provider.*.timeout", Kind::Duration, "how long one call may take"),
    ("provider.*.connect_timeout", Kind::Duration, "how long a connection may take"),
    ("provider.*.max_in_flight", Kind::Count, "calls at the same time"),
    ("provider.*.max_reads", Kind::Count, "report pages and look-ups asked for at the same time, beside them"),
    ("provider.*.requests_per_second", Kind::Count, "calls a second, evenly paced"),
    ("provider.*.page_size", Kind::Count, "reports in one page"),
    ("provider.*.overlap", Kind::Duration, "how far polling looks back over its own cursor"),
    ("source.*.url", Kind::TextOrReference, "a database to pull people from: sqlite:, postgres:, mysql:"),
    ("source.*.query", Kind::Text, "the query, with :from and :to for the birth dates"),
    ("text.charset", Kind::OneOf(&["ksx1001", "cp949"]), "which syllables a text message may hold"),
    ("text.unmappable", Kind::OneOf(&["reject", "replace"]), "what to do with other characters"),
    ("crypto.key", Kind::Secret, "the key file of personal data"),
    ("crypto.mode", Kind::OneOf(&["sealed", "plaintext"]), "`plaintext` gives up encryption on purpose"),
    ("codes.*.<channel>.*", Kind::OneOf(CLASSES), "the class of a provider's result code"),
];

const CLASSES: &[&str] = &[
    "accepted",
    "delivered",
    "fallback",
    "retry",
    "late",
    "recipient-dead",
    "suppressed",
    "config",
    "money",
    "window",
    "unknown",
];

/// What is known of a dotted key.
pub enum Lookup {
    /// A value of this kind.
    Leaf(Kind),
    /// A table on the way to known keys.
    Table,
    /// Nothing of ours; the nearest key we know.
    Unknown(Option<String>),
}

/// Looks a key up, segment by segment.
pub fn look_up(path: &[&str]) -> Lookup {
    let fits = |pattern: &str, part: &str| match pattern {
        "*" => true,
        "<channel>" => CHANNELS.contains(&part) || part == "any",
        word => word == part,
    };
    let mut table = false;
    for (key, kind, _) in KEYS {
        let pattern: Vec<&str> = key.split('.').collect();
        if pattern.len() >= path.len() && pattern.iter().zip(path).all(|(p, s)| fits(p, s)) {
            if pattern.len() == path.len() {
                return Lookup::Leaf(*kind);
            }
            table = true;
        }
    }
    if table { Lookup::Table } else { Lookup::Unknown(nearest(path)) }
}

/// The known key that looks most like this one, the operator's own names kept.
fn nearest(path: &[&str]) -> Option<String> {
    KEYS.iter()
        .flat_map(|(key, ..)| {
            let pattern: Vec<&str> = key.split('.').collect();
            let shown = |upto: usize| -> String {
                pattern[..upto]
                    .iter()
                    .enumerate()
                    .map(|(i, p)| match *p {
                        "*" => (*path.get(i).unwrap_or(&"NAME")).to_owned(),
                        "<channel>" => path
                            .get(i)
                            .and_then(|s| closest(s, CHANNELS.iter().copied()))
                            .unwrap_or_else(|| "sms".to_owned()),
                        word => word.to_owned(),
                    })
                    .collect::<Vec<_>>()
                    .join(".")
            };
            [shown(path.len().min(pattern.len())), shown(pattern.len())]
        })
        .map(|known| (strsim::damerau_levenshtein(&known, &path.join(".")), known))
        .filter(|(distance, known)| *distance * 3 <= known.len().max(6))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

fn closest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    known.min_by_key(|k| strsim::damerau_levenshtein(k, word)).map(ToOwned::to_owned)
}

impl Kind {
    /// Checks a value's text form; says what it should be.
    ///
    /// # Errors
    /// What was expected.
    pub fn check(self, text: &str) -> Result<(), String> {
        let ok = |good: bool, what: &str| if good { Ok(()) } else { Err(what.to_owned()) };
        match self {
            Self::Text => ok(!text.trim().is_empty(), "some text"),
            Self::Secret => value::Reference::parse(text).map(|_| ()),
            Self::TextOrReference => match value::Reference::parse(text) {
                Err(e) if text.starts_with("env:") || text.starts_with("file:") => Err(e),
                _ => Ok(()),
            },
            Self::Count => ok(text.parse::<u32>().is_ok_and(|n| n > 0), "a whole number from 1"),
            Self::CountOrZero => ok(text.parse::<u32>().is_ok(), "a whole number"),
            Self::Duration => value::duration(text).map(|_| ()),
            Self::DurationOrOff => value::duration_or_off(text).map(|_| ()),
            Self::Rate => text.parse::<value::Rate>().map(|_| ()),
            Self::Won => text.parse::<crate::domain::money::Minor>().map(|_| ()).map_err(|e| e.to_string()),
            Self::Hours => value::hours(text).map(|_| ()),
            Self::OneOf(words) => ok(words.contains(&text), &format!("one of {}", words.join(", "))),
        }
    }
}
