//! SOLAPI messages v4, also sold as `CoolSMS`: send-many with per-message answers, reports by polling a list.
//!
//! # What a failed call means
//!
//! There is no idempotency key: a batch sent again is delivered again. So the only question is
//! whether intake can have happened.
//!
//! | what happened | verdict |
//! | --- | --- |
//! | no connection: refused, DNS, TLS, timeout while connecting | not taken |
//! | 429 | not taken, wait `Retry-After` |
//! | 503 from the API itself (`errorCode`) or with `Retry-After` | not taken |
//! | any other 503: gateways write one when the connection behind them breaks *after* the request went through | lost |
//! | 4xx | refused; class by `errorCode` |
//! | 403 `DuplicatedSignature`: salts hold 128 random bits, so the first copy of this very request arrived by another way (a proxy that retries) | lost |
//! | timeout (408 too), reset, other 5xx, an answer that breaks off, a 200 that cannot be read | lost |
//!
//! The official SDKs send again on any 503 and after a reset. We ask first, which costs one
//! look-up and never a second message.

pub mod auth;
mod fault;
mod intake;
mod lenient;
mod listing;
mod poll;
mod wire;

use std::sync::Mutex;

use futures_util::future::BoxFuture;
use reqwest::{Client, RequestBuilder, header};
use serde_json::value::RawValue;

use super::http::{Answer, Errand, Http};
use super::settings::{ConnectError, ProviderSettings};
use super::{Balance, CallError, Caps, Cursor, Found, Intake, Page, Price, Provider, Question, Submission};
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::outcome::Class;
use crate::domain::time::Micros;

/// The adapter. Cheap to share, one per account.
pub struct Solapi {
    settings: ProviderSettings,
    http: Http,
    polling: Mutex<poll::Memory>,
}

const CAPS: Caps = Caps {
    max_batch: 10_000,
    channels: &[Channel::Alimtalk, Channel::Sms, Channel::Lms],
    reports: true,
    finds_by_reference: true,
    // RequestTimeTooSkewed: 15 minutes, and one for clocks that differ
    refuses_after: Some(std::time::Duration::from_mins(16)),
};

impl Solapi {
    /// An adapter for these settings.
    pub fn new(settings: ProviderSettings) -> Result<Self, ConnectError> {
        let name = || settings.name.clone();
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_graphic() && b != b',');
        if !plain(&settings.api_key) {
            return Err(ConnectError::Credential { name: name(), what: "api_key" });
        }
        if settings.api_secret.is_empty() {
            return Err(ConnectError::Credential { name: name(), what: "api_secret" });
        }
        let http = Http::new(&settings)?;
        Ok(Self { settings, http, polling: Mutex::default() })
    }

    /// Sends a request signed as of `at`, or of now, and gives its answer, whatever the status.
    async fn call(
        &self,
        errand: Errand,
        at: Option<Micros>,
        make: impl FnOnce(&Client, &str) -> RequestBuilder + Send,
    ) -> Result<Answer, CallError> {
        let signed = |client: &Client, base: &str| {
            let date = at.unwrap_or_else(|| self.http.now()).to_string();
            let ProviderSettings { api_key, api_secret, .. } = &self.settings;
            let header = auth::authorization(api_key, api_secret, &date, &auth::salt());
            make(client, base).header(header::AUTHORIZATION, header)
        };
        self.http.call(errand, signed).await.map_err(CallError::from)
    }

    /// The body of a successful GET of `path`.
    async fn get(&self, path: &'static str, query: &[(&str, &str)]) -> Result<Vec<u8>, CallError> {
        let answer =
            self.call(Errand::Ask, None, |client, base| client.get(format!("{base}{path}")).query(query)).await?;
        fault::whole(answer, &self.context(Channel::Sms))
    }

    fn context(&self, channel: Channel) -> fault::Context<'_> {
        fault::Context { classes: &self.settings.classes, channel, behind: self.http.behind() }
    }

    async fn send(&self, batch: &Submission) -> Result<Vec<Intake>, CallError> {
        let refused = |code: &str, detail: String| {
            Err(CallError::Refused { class: Class::Config, code: code.to_owned(), detail })
        };
        let Some(kind) = wire::message_type(batch.channel) else {
            return refused("UNSUPPORTED_CHANNEL", format!("this provider does not carry {}", batch.channel));
        };
        match batch.messages.len() {
            0 => return Ok(Vec::new()),
            n if n > CAPS.max_batch => {
                return refused("BATCH_TOO_LARGE", format!("{n} messages in a call that takes {}", CAPS.max_batch));
            }
            _ => {}
        }
        let body = wire::request(kind, batch);
        let answer = self
            .call(Errand::Deliver, Some(batch.at), |client, base| {
                client
                    .post(format!("{base}/messages/v4/send-many/detail"))
                    .header(header::CONTENT_TYPE, "application/json")
                    .body(body)
            })
            .await?;
        let context = self.context(batch.channel);
        let body = fault::whole(answer, &context)?;
        intake::read(&body, batch, &context)
    }

    async fn purse(&self) -> Result<Balance, CallError> {
        let body = self.get("/cash/v1/balance", &[]).await?;
        let purse: wire::Purse<'_> = fault::parse_object(&body)?;
        let amount = |raw: &RawValue| wire::won(raw, false).ok_or_else(|| fault::unreadable("an amount"));
        Ok(Balance { balance: amount(purse.balance)?, point: purse.point.map_or(Ok(Minor::ZERO), amount)? })
    }

    async fn price_list(&self) -> Result<Vec<Price>, CallError> {
        let body = self.get("/pricing/v1/messaging", &[]).await?;
        let list: wire::PriceList<'_> = if fault::is_object(&body) {
            fault::parse(&body)?
        } else {
            let countries: Vec<wire::PriceList<'_>> = fault::parse(&body)?;
            let korea = countries.into_iter().find(|list| list.country.get() == Some("82"));
            korea.ok_or_else(|| fault::unreadable("a price list of Korea"))?
        };
        let wire::PriceList { ata, sms, lms, mms, country: _ } = list;
        let kinds = [(Channel::Alimtalk, ata), (Channel::Sms, sms), (Channel::Lms, lms), (Channel::Mms, mms)];
        let prices: Vec<Price> = kinds
            .into_iter()
            .filter_map(|(channel, raw)| Some(Price { channel, price: wire::won(raw?, true)? }))
            .collect();
        if prices.is_empty() { Err(fault::unreadable("a price list")) } else { Ok(prices) }
    }
}

impl Provider for Solapi {
    fn caps(&self) -> Caps {
        CAPS
    }

    fn clock_behind_us(&self) -> Option<i64> {
        self.http.behind()
    }

    fn submit<'a>(&'a self, batch: &'a Submission) -> BoxFuture<'a, Result<Vec<Intake>, CallError>> {
        Box::pin(self.send(batch))
    }

    fn look_up<'a>(&'a self, questions: &'a [Question]) -> BoxFuture<'a, Result<Vec<Found>, CallError>> {
        Box::pin(self.find(questions))
    }

    fn cursor_at(&self, since: Micros) -> Cursor {
        self.cursor_from(since)
    }

    fn poll<'a>(&'a self, cursor: &'a Cursor) -> BoxFuture<'a, Result<Page, CallError>> {
        Box::pin(self.page(cursor))
    }

    fn balance(&self) -> BoxFuture<'_, Result<Balance, CallError>> {
        Box::pin(self.purse())
    }

    fn prices(&self) -> BoxFuture<'_, Result<Vec<Price>, CallError>> {
        Box::pin(self.price_list())
    }
}
