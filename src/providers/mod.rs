//! Adapters to those who deliver messages: one folder a provider, one trait for all.
//!
//! The trait is the capability matrix in code: submit a batch, look messages up by our own
//! reference, poll reports, ask the balance. Adapters translate wire formats and nothing else:
//! what an outcome means for a message is decided in `ops`, from the class of its code.

mod http;
pub mod outbound;
pub mod payment;
mod settings;
pub mod solapi;

use std::fmt;
use std::time::Duration;

use futures_util::future::BoxFuture;

use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::outcome::Class;
use crate::domain::time::Micros;

pub use http::local_client;
pub use settings::{Classes, ConnectError, Kind, ProviderSettings, classes, connect};

/// Our own name for one attempt, carried to the provider and echoed in its reports.
///
/// Text form `<installation>-<message>-<attempt>`, at most 100 ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference(pub String);

/// What one recipient is to get.
#[derive(Clone)]
pub struct Outgoing {
    /// Our reference.
    pub reference: Reference,
    /// Digits only, without a country code: `01012345678`.
    pub to: String,
    /// Registered sender number, digits only.
    pub from: String,
    /// The rendered text.
    pub text: String,
    /// LMS and MMS only.
    pub subject: Option<String>,
    /// Alimtalk only.
    pub kakao: Option<Kakao>,
}

/// The Alimtalk part of a message.
#[derive(Clone)]
pub struct Kakao {
    /// The channel's id at the provider (`pfId`, sender key).
    pub sender_key: String,
    /// The approved template's id at the provider.
    pub template_code: String,
    /// Values of the template's variables, by bare name (`name`, not `#{name}`).
    pub variables: Vec<(String, String)>,
}

/// Up to [`Caps::max_batch`] messages of one channel in one call.
#[derive(Clone)]
pub struct Submission {
    /// The channel of all of them.
    pub channel: Channel,
    /// At least one.
    pub messages: Vec<Outgoing>,
    /// When it was claimed, by our wall clock. Where the provider refuses old signatures, the call is signed with
    /// this: one that leaves too late is refused there.
    pub at: Micros,
}

/// What became of one message at intake, or later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Class of the code, after the operator's overrides.
    pub class: Class,
    /// The provider's code, as it came.
    pub code: String,
    /// The provider's words, as they came (bounded).
    pub text: String,
}

/// The answer for one message of a submission, in the submission's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Intake {
    /// The provider's id of the message, where it gives one.
    pub provider_id: Option<String>,
    /// `Accepted`, or why not.
    pub verdict: Verdict,
}

/// A call that gave no per-recipient answer.
#[derive(Debug, Clone, thiserror::Error)]
pub enum CallError {
    /// Certainly nothing was taken (could not connect, 429, 503 before intake): safe to send again.
    #[error("the provider did not take the call: {detail}")]
    NotTaken {
        /// What happened.
        detail: String,
        /// How long the provider asks us to wait.
        retry_after: Option<Duration>,
    },
    /// It may have been taken (timeout, reset, 5xx, unreadable answer): ask before anything else.
    #[error("the provider's answer was lost: {detail}")]
    Lost {
        /// What happened.
        detail: String,
    },
    /// Refused as a whole for a reason of ours: credentials, balance, format.
    #[error("the provider refused the call: {code}: {detail}")]
    Refused {
        /// `Config`, `Money`, or what the code table says.
        class: Class,
        /// The provider's code, or `HTTP_nnn`.
        code: String,
        /// The provider's words.
        detail: String,
    },
}

/// A later word about a message. The same word may come more than once, and an early one late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Our reference, where the provider echoed it.
    pub reference: Option<Reference>,
    /// The provider's id.
    pub provider_id: String,
    /// What it says; `Accepted` while in flight.
    pub verdict: Verdict,
    /// When the provider says it happened.
    pub at: Micros,
}

/// Where polling stands; opaque, kept by the store between polls.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cursor(pub String);

/// One page of reports.
#[derive(Debug, Clone)]
pub struct Page {
    /// In the provider's order.
    pub reports: Vec<Report>,
    /// Where to go on, now or later. Safe to keep once `reports` are stored.
    pub next: Cursor,
    /// More is waiting right now.
    pub more: bool,
}

/// A message whose fate is asked for.
#[derive(Clone)]
pub struct Question {
    /// Our reference.
    pub reference: Reference,
    /// The provider's id, if it was ever told.
    pub provider_id: Option<String>,
    /// To whom it went.
    pub to: String,
    /// When the call that carried it began, by our wall clock.
    pub since: Micros,
}

/// Without the number: it is personal data.
impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reference, provider_id, to: _, since } = self;
        f.debug_struct("Question")
            .field("reference", reference)
            .field("provider_id", provider_id)
            .field("since", since)
            .finish_non_exhaustive()
    }
}

/// What a look-up found, in the order of the questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is there.
    Present(Report),
    /// It is not there now. Proof of absence only once the call can no longer be under way.
    Absent,
}

/// What an adapter can do.
#[derive(Debug, Clone, Copy)]
pub struct Caps {
    /// Most recipients in one call.
    pub max_batch: usize,
    /// Channels it carries.
    pub channels: &'static [Channel],
    /// It reports delivery when asked ([`Provider::poll`]).
    pub reports: bool,
    /// [`Provider::look_up`] finds a message whose id was never told. Where this is `false`,
    /// a lost answer can only be resolved by a person.
    pub finds_by_reference: bool,
    /// A submission this long after its [`Submission::at`] is refused; `None`: it takes calls however old.
    pub refuses_after: Option<Duration>,
}

/// Prepaid money at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Balance {
    /// Cash.
    #[serde(rename = "balance_minor")]
    pub balance: Minor,
    /// Points that are used before cash.
    #[serde(rename = "point_minor")]
    pub point: Minor,
}

/// What the provider asks for one domestic message, value-added tax excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Price {
    /// Billed as.
    pub channel: Channel,
    /// Each.
    #[serde(rename = "price_minor")]
    pub price: Minor,
}

/// Somebody who delivers messages.
///
/// To add one: a folder beside `solapi/`, a table of codes, a [`Kind`] and its arm in [`connect`].
///
/// What it leaves out on purpose, and why:
///
/// - Scheduled sending, cancelling and provider-side fallback (`disableSms=false`, `isResend`,
///   `failoverConfig`, `failover=Y`): the queue, the calendar and the fallback are ours, and two
///   owners of one fallback send twice. Every adapter sends the disabling flag in so many words.
/// - Uploads (MMS images), templates and opt-out lists: each a trait of its own when there is a
///   caller; they share no shape between providers.
/// - Pushed reports (webhooks): parsing one needs no connection, it is a function of the
///   adapter's module that yields [`Report`]s, not a method.
/// - Providers whose answer names no message (SENS SMS, Aligo: a batch id only) answer
///   `Accepted` with `provider_id: None`; the reports' `provider_id` is then `<batch>/<ordinal>`
///   and their `reference` what the adapter could join, by number within the batch.
///   `finds_by_reference` is `false` for them.
pub trait Provider: Send + Sync {
    /// What it can do.
    fn caps(&self) -> Caps;

    /// How far our clock is behind the provider's (negative: ahead), in microseconds; `None` until it has answered.
    fn clock_behind_us(&self) -> Option<i64> {
        None
    }

    /// Hands over a batch. `Ok` answers every message, in order.
    ///
    /// A verdict of class [`Class::Unknown`] stands for a message that the answer passed over in
    /// silence: it may be there, ask before sending again.
    ///
    /// Dropping the future while it runs leaves the batch in doubt, as [`CallError::Lost`] does.
    fn submit<'a>(&'a self, batch: &'a Submission) -> BoxFuture<'a, Result<Vec<Intake>, CallError>>;

    /// Asks what became of messages, by the provider's id or by our reference.
    ///
    /// One answer per question, in order. It fails as a whole: then nothing is known.
    fn look_up<'a>(&'a self, questions: &'a [Question]) -> BoxFuture<'a, Result<Vec<Found>, CallError>>;

    /// A cursor with which polling begins at `since` (by our wall clock), the moment of the first
    /// call whose reports are wanted. [`Cursor::default`] goes back as far as a report can be late.
    fn cursor_at(&self, since: Micros) -> Cursor;

    /// The next page of reports after `cursor`.
    ///
    /// The same cursor gives the same messages again: keep [`Page::next`] only once the reports
    /// of that page are stored.
    fn poll<'a>(&'a self, cursor: &'a Cursor) -> BoxFuture<'a, Result<Page, CallError>>;

    /// Prepaid money.
    fn balance(&self) -> BoxFuture<'_, Result<Balance, CallError>>;

    /// The account's price list.
    fn prices(&self) -> BoxFuture<'_, Result<Vec<Price>, CallError>>;
}
