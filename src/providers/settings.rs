//! What it takes to connect to a provider, and the registry of kinds.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use url::Url;

use super::{Provider, solapi};
use crate::domain::channel::{Channel, words};
use crate::domain::clock::Clock;
use crate::domain::codes::CodeTable;
use crate::domain::outcome::Class;
use crate::domain::secret::Secret;

words! {
    /// A wire format we speak.
    Kind ("provider kind") {
        /// SOLAPI messages v4, also sold as `CoolSMS`.
        Solapi = "solapi",
    }
}

/// The class of a code on a channel: the provider's code table with the operator's overrides.
pub type Classes = Arc<dyn Fn(Channel, &str) -> Class + Send + Sync>;

/// [`Classes`] out of a code table.
pub fn classes(table: Arc<CodeTable>, kind: Kind) -> Classes {
    Arc::new(move |channel, code| table.class(kind.word(), channel, code))
}

/// One configured provider.
#[derive(Clone)]
pub struct ProviderSettings {
    /// The operator's name for it.
    pub name: String,
    /// Its wire format.
    pub kind: Kind,
    /// Where it answers: `https://api.solapi.com`. Paths are appended.
    pub base_url: Url,
    /// Plain `http` is refused to any host but this machine, unless this says otherwise.
    pub allow_plaintext: bool,
    /// Public half of the credentials.
    pub api_key: String,
    /// Secret half.
    pub api_secret: Secret,
    /// For a whole call, from sending to the last byte of the answer.
    pub timeout: Duration,
    /// For name resolution, TCP and TLS together. Kept under [`Self::timeout`], so that
    /// "could not connect" is told apart from "no answer".
    pub connect_timeout: Duration,
    /// Most calls that hand something over under way at once.
    pub max_in_flight: usize,
    /// Most calls that only ask (reports, look-ups, balance, prices) under way at once, beside those: a call
    /// that somebody waits for never waits for a page of reports.
    pub max_reads: usize,
    /// Most calls of any sort begun within a second; `None` for no limit of its own.
    /// Kept by this process only: limits across processes are the dispatcher's.
    pub requests_per_second: Option<NonZeroU32>,
    /// Messages a page when listing.
    pub page_size: u32,
    /// How far polling reads back, for reports that the provider's own replicas show late.
    pub overlap: Duration,
    /// What codes mean.
    pub classes: Classes,
    /// Our clock. Its wall time is used: signatures are checked against the real one.
    pub clock: Clock,
}

impl ProviderSettings {
    /// Settings with the usual limits.
    pub fn new(
        name: impl Into<String>,
        kind: Kind,
        base_url: Url,
        (api_key, api_secret): (String, Secret),
        classes: Classes,
        clock: Clock,
    ) -> Self {
        Self {
            name: name.into(),
            kind,
            base_url,
            allow_plaintext: false,
            api_key,
            api_secret,
            timeout: Duration::from_secs(30),
            connect_timeout: Duration::from_secs(5),
            max_in_flight: 16,
            max_reads: 8,
            requests_per_second: None,
            page_size: 500,
            overlap: Duration::from_secs(3),
            classes,
            clock,
        }
    }
}

/// Why a provider cannot be set up. Nothing was sent.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// Not a URL that calls can go to.
    #[error("provider `{name}`: base_url `{url}` is not an http or https address")]
    Address {
        /// The operator's name for the provider.
        name: String,
        /// As configured.
        url: Url,
    },
    /// Names and numbers would travel in the clear.
    #[error("provider `{name}`: base_url `{url}` is plain http to another machine")]
    Plaintext {
        /// The operator's name for the provider.
        name: String,
        /// As configured.
        url: Url,
    },
    /// A credential is empty or cannot stand in a header.
    #[error("provider `{name}`: {what} is empty or has characters that no credential has")]
    Credential {
        /// The operator's name for the provider.
        name: String,
        /// Which setting.
        what: &'static str,
    },
    /// The HTTP client could not be made, usually for want of root certificates.
    #[error("provider `{name}`: the HTTP client could not be set up")]
    Client {
        /// The operator's name for the provider.
        name: String,
        /// Why.
        source: reqwest::Error,
    },
}

/// The adapter for these settings. Nothing is sent yet: a wrong key shows at the first call.
pub fn connect(settings: ProviderSettings) -> Result<Arc<dyn Provider>, ConnectError> {
    match settings.kind {
        Kind::Solapi => Ok(Arc::new(solapi::Solapi::new(settings)?)),
    }
}
