//! The settings as types, once every layer has been checked.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::Time;

use super::value::{Rate, Reference};
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::outcome::Class;

/// Everything that holds.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Text or reference; resolved when the database is opened.
    pub database_url: String,
    /// `[send]`.
    pub send: SendSettings,
    /// `[credits]`.
    pub credits: CreditsSettings,
    /// `[gateway.*]`.
    pub gateways: BTreeMap<String, GatewaySettings>,
    /// `[alert]`.
    pub alert: Option<AlertSettings>,
    /// `[callback] secret`.
    pub callback_secret: Option<Reference>,
    /// `[channel.*]`.
    pub channels: BTreeMap<Channel, ChannelSettings>,
    /// `[price]`.
    pub prices: BTreeMap<Channel, Minor>,
    /// `[provider.*]`.
    pub providers: BTreeMap<String, ProviderSettings>,
    /// `[source.*]`.
    pub sources: BTreeMap<String, SourceSettings>,
    /// `[text]`.
    pub text: TextSettings,
    /// `[crypto]`.
    pub crypto: CryptoSettings,
    /// `[codes.PROVIDER.CHANNEL]`: overrides of result classes; channel `any` is `None`.
    pub codes: Vec<(String, Option<Channel>, String, Class)>,
}

/// `[send]`.
#[derive(Debug, Clone)]
pub struct SendSettings {
    /// Recipients in one call.
    pub batch_size: u32,
    /// Messages in memory.
    pub queue_capacity: u32,
    /// Undelivered messages above which a new campaign is refused.
    pub max_backlog: u32,
    /// How long a foreground send waits for reports.
    pub report_wait: Duration,
    /// After this a missing report is decided by rule.
    pub report_deadline: BTreeMap<Channel, Duration>,
    /// Advertising is not sent from .0 to .1 without night consent, and never in the law's hours.
    pub quiet_hours_ad: (Time, Time),
    /// Retries on one channel.
    pub retries: u32,
    /// First pause before a retry.
    pub retry_pause: Duration,
    /// When the provider is asked about messages without a report.
    pub ask_after: Duration,
    /// How long a provider may take nothing before a send ends.
    pub give_up_after: Duration,
    /// How long a process that sends is believed to live after its last sign of life.
    pub lease: Duration,
    /// Calls failed in a row after which a route is given a rest.
    pub breaker_failures: u32,
    /// The first such rest.
    pub breaker_pause: Duration,
    /// The longest.
    pub breaker_longest: Duration,
    /// How long nobody may carry a channel before its messages go on to the next; zero: for ever.
    pub channel_down_after: Duration,
    /// Percent of each limit that only the auth lane may use.
    pub auth_share: u32,
    /// How long the same text is not sent to the same person again.
    pub dedupe_window: Option<Duration>,
    /// Messages to one person on one day; 0: any.
    pub daily_cap: u32,
    /// Every site writes to its allow-list only.
    pub trial: bool,
}

/// `[credits]`.
#[derive(Debug, Clone)]
pub struct CreditsSettings {
    /// How long after a campaign's last hand-over what is still set aside for it is released.
    pub hold_ttl: Duration,
    /// Who charges; a name in `[gateway.*]`.
    pub gateway: Option<String>,
}

/// `[gateway.X]`, its secret still a reference.
#[derive(Debug, Clone)]
pub struct GatewaySettings {
    /// Where it is.
    pub base_url: String,
    /// What callers prove themselves with.
    pub secret: Reference,
    /// How long one call may take.
    pub timeout: Duration,
}

/// `[alert]`.
#[derive(Debug, Clone)]
pub struct AlertSettings {
    /// Where.
    pub url: Reference,
    /// As Slack reads it.
    pub slack: bool,
}

/// `[channel.X]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelSettings {
    /// Who carries it.
    pub provider: String,
    /// Who carries it while that one is out of order, in this order.
    pub failover: Vec<String>,
    /// Its limit.
    pub rate: Rate,
    /// Channels with one group share one limit.
    pub rate_group: String,
    /// The limit of the group as a whole; then `rate` is the channel's own inside it.
    pub group_rate: Option<Rate>,
}

/// `[provider.X]`, secrets still references.
#[derive(Debug, Clone)]
pub struct ProviderSettings {
    /// The API it speaks.
    pub kind: String,
    /// Where it is.
    pub base_url: String,
    /// Its key.
    pub api_key: Reference,
    /// Its secret.
    pub api_secret: Reference,
    /// How long one call may take.
    pub timeout: Duration,
    /// How long a connection may take.
    pub connect_timeout: Duration,
    /// Calls at the same time.
    pub max_in_flight: u32,
    /// Report pages and look-ups asked for at the same time, beside them.
    pub max_reads: u32,
    /// Calls a second.
    pub requests_per_second: Option<u32>,
    /// Reports in one page.
    pub page_size: u32,
    /// How far polling looks back over its cursor.
    pub overlap: Duration,
}

/// `[source.X]`.
#[derive(Debug, Clone)]
pub struct SourceSettings {
    /// Text or reference.
    pub url: String,
    /// With `:from` and `:to`.
    pub query: String,
}

/// `[text]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSettings {
    /// Only the 2,350 syllables of KS X 1001, or all that CP949 has.
    pub ksx1001: bool,
    /// Replace what cannot be encoded where there is a proposal, rather than refuse.
    pub replace: bool,
}

/// `[crypto]`.
#[derive(Debug, Clone)]
pub struct CryptoSettings {
    /// The key ring.
    pub key: Option<Reference>,
    /// Encrypted, or plain on purpose.
    pub mode: CryptoMode,
}

/// Whether personal data is encrypted at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CryptoMode {
    /// It is.
    Sealed,
    /// It is not, because the operator said so.
    Plaintext,
}
