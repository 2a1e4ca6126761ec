//! Payment gateways: charge a means of payment under our own name for it, and ask what became of that name.
//!
//! To add one: a file beside `http.rs` and its arm in [`connect`].

mod http;

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use url::Url;

use super::ConnectError;
use crate::domain::clock::Clock;
use crate::domain::ledger::Amounts;
use crate::domain::secret::Secret;

/// What is to be charged.
#[derive(Debug, Clone)]
pub struct Order {
    /// Our name for it, the gateway's idempotency key: whatever comes under the same name is the same payment.
    pub reference: String,
    /// The gateway's name for the means of payment.
    pub token: Secret,
    /// What is charged is `gross`.
    pub amounts: Amounts,
    /// For whom, as people read it on a statement.
    pub description: String,
}

/// What the gateway says of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paid {
    /// Charged.
    Yes {
        /// The gateway's name for it.
        gateway_tx: String,
        /// What it charged, in 1/100 won.
        gross_minor: i64,
    },
    /// Not charged, for good.
    No {
        /// The gateway's code.
        code: String,
        /// Its words (bounded).
        text: String,
    },
    /// It is still at it.
    Pending,
}

/// A call without an answer.
#[derive(Debug, Clone, thiserror::Error)]
pub enum GatewayError {
    /// Certainly nothing was taken.
    #[error("the gateway did not take the call: {0}")]
    NotTaken(String),
    /// It may have been.
    #[error("the gateway's answer was lost: {0}")]
    Lost(String),
}

/// Somebody who charges cards.
pub trait Gateway: Send + Sync {
    /// Charges under our name.
    fn charge<'a>(&'a self, order: &'a Order) -> BoxFuture<'a, Result<Paid, GatewayError>>;

    /// What became of the payment of that name; `None`: the gateway has never seen it.
    fn query<'a>(&'a self, reference: &'a str) -> BoxFuture<'a, Result<Option<Paid>, GatewayError>>;
}

/// One configured gateway.
#[derive(Debug, Clone)]
pub struct GatewaySettings {
    /// The operator's name for it.
    pub name: String,
    /// Where it is.
    pub base_url: Url,
    /// What callers prove themselves with.
    pub secret: Secret,
    /// For a whole call.
    pub timeout: Duration,
    /// Our clock.
    pub clock: Clock,
}

/// The adapter for these settings; nothing is sent yet.
///
/// # Errors
/// An address that calls cannot go to; a secret that no header can carry.
pub fn connect(settings: GatewaySettings) -> Result<Arc<dyn Gateway>, ConnectError> {
    Ok(Arc::new(http::HttpGateway::new(settings)?))
}
