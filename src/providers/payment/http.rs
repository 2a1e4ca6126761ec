//! The gateway contract over HTTP; docs/gateway.md is its description for those who serve it.

use futures_util::future::BoxFuture;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use serde::{Deserialize, Serialize};

use super::{Gateway, GatewayError, GatewaySettings, Order, Paid};
use crate::providers::ConnectError;
use crate::providers::http::{Answer, Endpoint, Errand, Http, Trouble};

/// An answer longer than this is no answer.
const MOST: usize = 64 << 10;

/// Words of a gateway that are kept, characters.
const WORDS: usize = 200;

pub(super) struct HttpGateway {
    http: Http,
    secret: HeaderValue,
}

#[derive(Serialize)]
struct Body<'a> {
    reference: &'a str,
    token: &'a str,
    amount_minor: i64,
    net_minor: i64,
    vat_minor: i64,
    currency: &'static str,
    description: &'a str,
}

#[derive(Deserialize)]
struct Said {
    reference: String,
    status: String,
    #[serde(default)]
    id: String,
    amount_minor: Option<i64>,
    #[serde(default)]
    code: String,
    #[serde(default)]
    message: String,
}

impl HttpGateway {
    pub(super) fn new(s: GatewaySettings) -> Result<Self, ConnectError> {
        let bad = || ConnectError::Credential { name: s.name.clone(), what: "secret" };
        if s.secret.is_empty() {
            return Err(bad());
        }
        let mut secret = HeaderValue::from_str(&format!("Bearer {}", s.secret.expose())).map_err(|_| bad())?;
        secret.set_sensitive(true);
        let http = Http::at(Endpoint {
            name: &s.name,
            base_url: &s.base_url,
            allow_plaintext: false,
            timeout: s.timeout,
            connect_timeout: s.timeout,
            max_in_flight: 4,
            max_reads: 4,
            requests_per_second: None,
            max_answer: MOST,
            clock: &s.clock,
        })?;
        Ok(Self { http, secret })
    }

    async fn post(&self, order: &Order) -> Result<Paid, GatewayError> {
        let a = order.amounts;
        let body = Body {
            reference: &order.reference,
            token: order.token.expose(),
            amount_minor: a.gross.0,
            net_minor: a.net.0,
            vat_minor: a.vat.0,
            currency: "KRW",
            description: &order.description,
        };
        let answer = self
            .http
            .call(Errand::Deliver, |client, base| {
                client
                    .post(format!("{base}/payments"))
                    .header(AUTHORIZATION, self.secret.clone())
                    .header("idempotency-key", &order.reference)
                    .json(&body)
            })
            .await
            .map_err(error)?;
        match answer.status {
            200 | 201 | 202 | 402 => read(&answer, &order.reference),
            // it read the request and will never do it
            400 | 422 => read(&answer, &order.reference).or_else(|_| {
                Ok(Paid::No {
                    code: format!("HTTP_{}", answer.status),
                    text: words(&String::from_utf8_lossy(&answer.body)),
                })
            }),
            401 | 403 | 404 | 405 | 429 => Err(GatewayError::NotTaken(format!("HTTP {}", answer.status))),
            status => Err(GatewayError::Lost(format!("HTTP {status}"))),
        }
    }

    async fn get(&self, reference: &str) -> Result<Option<Paid>, GatewayError> {
        let answer = self
            .http
            .call(Errand::Ask, |client, base| {
                let name: String = url::form_urlencoded::byte_serialize(reference.as_bytes()).collect();
                client.get(format!("{base}/payments/{name}")).header(AUTHORIZATION, self.secret.clone())
            })
            .await
            .map_err(error)?;
        match answer.status {
            200 => read(&answer, reference).map(Some),
            // an answer of the gateway's own, not of something on the way that knows no such path
            404 if answer.json::<Unknown>().is_some_and(|u| u.code == "unknown-reference") => Ok(None),
            status => Err(GatewayError::Lost(format!("HTTP {status}"))),
        }
    }
}

#[derive(Deserialize)]
struct Unknown {
    code: String,
}

/// Reads an answer that must be about this payment.
fn read(answer: &Answer, reference: &str) -> Result<Paid, GatewayError> {
    let lost = |why: &str| GatewayError::Lost(format!("HTTP {}: {why}", answer.status));
    let said: Said = answer.json().ok_or_else(|| lost("unreadable"))?;
    if said.reference != reference {
        return Err(lost("about another payment"));
    }
    match (said.status.as_str(), said.amount_minor) {
        ("paid", Some(gross_minor)) if !said.id.is_empty() && said.id.len() <= 200 => {
            Ok(Paid::Yes { gateway_tx: said.id, gross_minor })
        }
        ("declined", _) => Ok(Paid::No { code: words(&said.code), text: words(&said.message) }),
        ("pending", _) => Ok(Paid::Pending),
        _ => Err(lost("neither paid, declined nor pending")),
    }
}

/// One line, bounded.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(WORDS).collect()
}

fn error(t: Trouble) -> GatewayError {
    match t {
        Trouble::NotSent(why) => GatewayError::NotTaken(why),
        Trouble::Lost(why) => GatewayError::Lost(why),
    }
}

impl Gateway for HttpGateway {
    fn charge<'a>(&'a self, order: &'a Order) -> BoxFuture<'a, Result<Paid, GatewayError>> {
        Box::pin(self.post(order))
    }

    fn query<'a>(&'a self, reference: &'a str) -> BoxFuture<'a, Result<Option<Paid>, GatewayError>> {
        Box::pin(self.get(reference))
    }
}
