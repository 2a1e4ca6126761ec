//! Posting notices: to a site's callback, signed; to an operator's alert address.

use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use reqwest::header::CONTENT_TYPE;
use sha2::Sha256;
use url::Url;

use super::ConnectError;
use super::http::{Endpoint, Errand, Http, Trouble};
use crate::domain::clock::Clock;
use crate::domain::secret::Secret;

/// One post may take so long.
pub const TIMEOUT: Duration = Duration::from_secs(10);
/// Of an answer nothing is needed but its status.
const MOST: usize = 64 << 10;

/// The signature of a body sent at that second: hex of HMAC-SHA256 over `<seconds>.<body>`.
pub fn sign(secret: &Secret, seconds: i64, body: &str) -> String {
    // HMAC takes keys of any length
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else { return String::new() };
    mac.update(seconds.to_string().as_bytes());
    mac.update(b".");
    mac.update(body.as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

/// Posts JSON once. `id`: the same for every try, by which a receiver tells repeats.
///
/// # Errors
/// Why it was not taken: what the other side said, or that it said nothing.
pub async fn post(clock: &Clock, url: &str, body: String, id: &str, secret: Option<&Secret>) -> Result<(), PostError> {
    let url = Url::parse(url).map_err(|_| PostError("it is no URL".to_owned()))?;
    let http = Http::at(Endpoint {
        name: "notices",
        base_url: &url,
        allow_plaintext: false,
        timeout: TIMEOUT,
        connect_timeout: TIMEOUT,
        max_in_flight: 1,
        max_reads: 1,
        requests_per_second: None,
        max_answer: MOST,
        clock,
    })
    .map_err(|e| PostError(of_address(&e)))?;
    let seconds = clock.wall().0.div_euclid(1_000_000);
    let answer = http
        .call(Errand::Deliver, |client, _| {
            let mut request =
                client.post(url.clone()).header(CONTENT_TYPE, "application/json").header("msgctl-notice", id);
            if let Some(secret) = secret {
                request = request
                    .header("msgctl-timestamp", seconds)
                    .header("msgctl-signature", format!("v1={}", sign(secret, seconds, &body)));
            }
            request.body(body)
        })
        .await;
    match answer {
        Ok(a) if (200..300).contains(&a.status) => Ok(()),
        Ok(a) => Err(PostError(format!("HTTP {}", a.status))),
        Err(Trouble::NotSent(why) | Trouble::Lost(why)) => Err(PostError(why)),
    }
}

/// Without the address: it may be a secret.
fn of_address(e: &ConnectError) -> String {
    match e {
        ConnectError::Address { .. } => "it is no http or https address",
        ConnectError::Plaintext { .. } => "plain http to another machine: use https",
        _ => "the HTTP client could not be set up",
    }
    .to_owned()
}

/// Why a post was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PostError(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signature_covers_time_and_body() {
        // printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac key
        let of = |s, b| sign(&Secret::new("key"), s, b);
        assert_eq!(of(1_700_000_000, "{\"a\":1}").len(), 64);
        assert_eq!(of(1_700_000_000, "{\"a\":1}"), "a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03");
        assert_ne!(of(1_700_000_000, "{}"), of(1_700_000_001, "{}"));
    }
}
