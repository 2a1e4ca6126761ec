//! Sending: plan → campaign → queue → dispatch → report → fallback → done.
//!
//! - [`plan`] streams an audience, decides each person's way and price, and hashes what it decided;
//! - [`dispatch`] is the loop that hands batches over: claim and commit, call, commit the results; `claim` decides
//!   what goes next, `call` makes the calls;
//! - [`dispatch`] is the loop that hands batches over: claim and commit, call, commit the results;
//! - `advert` decides about consent and hours of advertising;
//! - `answers` and `apply` turn answers and reports into guarded moves and tally changes, all in one transaction;
//! - [`limit`] reserves places in the window of a rate, by the [`steady`] clock;
//! - [`senders`] are the processes that work side by side: leases and fencing;
//! - `guard` leaves out whom a mistake would reach: repeats, more than a day may bring, strangers to a trial;
//! - [`poll`] fetches reports outside a run, [`recall`] takes back what a cancelled campaign still has in its queue.

mod advert;
mod answers;
mod apply;
mod books;
mod call;
mod claim;
pub mod credits;
pub mod dispatch;
pub mod doubt;
mod enqueue;
mod feed;
mod granularity;
pub(super) mod guard;
mod late;
pub mod limit;
mod outlook;
pub mod plan;
pub mod poll;
pub mod recall;
pub(super) mod release;
pub mod request;
mod routes;
pub mod run;
pub mod senders;
pub(super) mod snapshot;
pub mod steady;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::domain::breaker::Temper;
use crate::domain::channel::Channel;
use crate::domain::clock::Clock;
use crate::domain::money::Minor;
use crate::domain::route::Patience;
use crate::domain::seal::KeyRing;
use crate::domain::text::Charset;
use crate::ops::autocharge::Charger;
use crate::providers::Provider;
use crate::store::{Store, StoreError};

pub(in crate::ops) use apply::NO_REPORT;
use steady::Steady;

/// The limit of a rate group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Most messages in any half-open window.
    pub most: u32,
    /// The window's length.
    pub window: Duration,
}

/// How a channel is carried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRule {
    /// By whom.
    pub provider: String,
    /// By whom while that one is out of order, in this order.
    pub failover: Vec<String>,
    /// Within which limit; `None`: none.
    pub limit: Option<Limit>,
    /// The name under which the limit is counted.
    pub rate_group: String,
    /// The limit of the group as a whole, where the channel's own is one inside it.
    pub group_limit: Option<Limit>,
}

impl ChannelRule {
    /// Everybody who may carry it.
    pub fn providers(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.provider).chain(&self.failover)
    }
}

/// The operator's settings of sending, resolved.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Recipients in one call.
    pub batch_size: u32,
    /// Messages in memory between the database and the providers.
    pub queue_capacity: u32,
    /// Undelivered messages above which a new campaign is refused.
    pub max_backlog: u32,
    /// Retries.
    pub patience: Patience,
    /// When the provider is asked about messages without a report.
    pub ask_after: Duration,
    /// How long a provider may take nothing before a run ends.
    pub give_up_after: Duration,
    /// How long a sender is believed to live after its last sign of life.
    pub lease: Duration,
    /// When a route is given a rest.
    pub temper: Temper,
    /// How long nobody may carry a channel before its messages go on to the next; `None`: for ever.
    pub channel_down_after: Option<Duration>,
    /// When a missing report is decided by rule.
    pub report_deadline: BTreeMap<Channel, Duration>,
    /// Percent of each limit that only the auth lane may use.
    pub auth_share: u32,
    /// The channels there are.
    pub channels: BTreeMap<Channel, ChannelRule>,
    /// Won per delivered message.
    pub prices: BTreeMap<Channel, Minor>,
    /// Which characters a text may hold.
    pub charset: Charset,
    /// Replace what cannot be encoded where there is a proposal.
    pub replace: bool,
    /// Hours without advertising beside the law's, except for people who agreed to the night.
    pub quiet_hours_ad: (jiff::civil::Time, jiff::civil::Time),
    /// How long the same text is not sent to the same person again, where a site does not say.
    pub dedupe_window: Option<Duration>,
    /// Messages to one person on one Korean day, where a site does not say; 0: any.
    pub daily_cap: u32,
    /// Every site writes to its allow-list only.
    pub trial: bool,
    /// How long after a campaign's last hand-over what is still set aside for it is released.
    pub hold_ttl: Duration,
}

/// A provider with what the dispatcher must know of it.
#[derive(Clone)]
pub struct Line {
    /// The adapter.
    pub provider: Arc<dyn Provider>,
    /// Calls at the same time.
    pub max_in_flight: usize,
    /// How long one call may take.
    pub timeout: Duration,
}

impl Line {
    /// Calls that campaigns may make at the same time: one place is kept for what somebody waits for.
    pub fn bulk_places(&self) -> usize {
        self.max_in_flight.saturating_sub(1).max(1)
    }
}

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Line").field("max_in_flight", &self.max_in_flight).finish_non_exhaustive()
    }
}

/// What sending works with.
#[derive(Debug, Clone)]
pub struct Sending {
    /// The database.
    pub store: Store,
    /// Opens and seals personal data.
    pub keys: KeyRing,
    /// The settings.
    pub rules: Rules,
    /// The providers by name; none are needed to plan.
    pub lines: BTreeMap<String, Line>,
    /// The time.
    pub clock: Clock,
    /// The time that limits and leases are measured by.
    pub steady: Steady,
    /// What this process is among senders: `send`, `worker`, `poll`.
    pub kind: &'static str,
    /// Who works with it, as the operating system names them.
    pub actor: String,
    /// Charges what a site lacks; `None`: no gateway is configured.
    pub charger: Option<Charger>,
}

/// Why nothing was sent, or not all.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// A rule forbids it.
    #[error("{message}")]
    Refused {
        /// What and why.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The configuration lacks something.
    #[error("{message}")]
    Config {
        /// What.
        message: String,
        /// What to do.
        hint: String,
    },
    /// The key is taken by another request.
    #[error("the key `{0}` was used for another request")]
    KeyTaken(String),
    /// The plan is not the one that was approved.
    #[error("the plan is now {now}, not {approved}")]
    PlanMoved {
        /// What was approved.
        approved: String,
        /// What it is.
        now: String,
    },
    /// Too much is waiting already.
    #[error("{waiting} messages are waiting, {new} would come, and at most {most} may")]
    BacklogFull {
        /// Messages.
        waiting: i64,
        /// Messages that would come.
        new: i64,
        /// The limit.
        most: u32,
    },
    /// The site's credits do not suffice.
    #[error("this may cost up to {most} won, and {short} won of that are not there")]
    Insufficient {
        /// Whose credits.
        site: String,
        /// What it may cost.
        most: Minor,
        /// What is missing.
        short: Minor,
    },
    /// Another process sends this campaign.
    #[error("another process is sending {0}")]
    Locked(crate::domain::id::CampaignId),
    /// Nothing of that kind.
    #[error("there is no {what} `{name}`")]
    NotFound {
        /// A campaign, a list.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// Others took this process for dead.
    #[error("this process gave no sign of life for too long, and others have taken over its work")]
    Fenced,
    /// A template.
    #[error(transparent)]
    Template(#[from] crate::ops::template::TemplateError),
    /// A site.
    #[error(transparent)]
    Site(#[from] crate::ops::site::SiteError),
    /// A sealed record does not open.
    #[error("personal data of {0} cannot be opened with this key")]
    Sealed(String),
    /// The source of people failed.
    #[error("the people cannot be read")]
    People(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl SendError {
    pub(super) fn refused(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { message: message.into(), hint: hint.into() }
    }

    fn config(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Config { message: message.into(), hint: hint.into() }
    }
}

/// `24 h`, `10 min`, `90 s`.
pub fn span(d: Duration) -> String {
    match d.as_secs() {
        s if s >= 3600 && s % 3600 == 0 => format!("{} h", s / 3600),
        s if s >= 60 && s % 60 == 0 => format!("{} min", s / 60),
        s => format!("{s} s"),
    }
}
