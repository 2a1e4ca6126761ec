//! The HTTP client all adapters share: pool, pacing, bounded answers, and the one question that
//! matters when a call fails: can the provider have taken it?

use std::error::Error as _;
use std::net::IpAddr;
use std::sync::{Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, RETRY_AFTER};
use reqwest::{Client, RequestBuilder, Response};
use tokio::sync::Semaphore;
use url::{Host, Url};

use super::settings::{ConnectError, ProviderSettings};
use crate::domain::clock::Clock;
use crate::domain::time::Micros;

/// An answer longer than this is not read to its end.
const MAX_ANSWER: usize = 64 << 20;

/// Shorter than the 5 s after which many servers close an idle connection: a call that meets a
/// connection just closed by the other side is lost, and a lost call costs a look-up.
const IDLE: Duration = Duration::from_secs(4);

/// The longest `Retry-After` that is believed.
const MAX_RETRY_AFTER: Duration = Duration::from_hours(1);

/// A client for one host.
pub(super) struct Http {
    client: Client,
    base: String,
    slots: Semaphore,
    reads: Semaphore,
    pace: Option<DefaultDirectRateLimiter>,
    clock: Clock,
    max_answer: usize,
    skew: Mutex<Skew>,
}

/// What a call is for. Each has places of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Errand {
    /// Hands something over.
    Deliver,
    /// Only asks.
    Ask,
}

/// An answer, read to its end or not.
pub(super) struct Answer {
    pub status: u16,
    pub content_type: String,
    pub retry_after: Option<Duration>,
    pub body: Vec<u8>,
    /// Why `body` is not whole.
    pub cut: Option<String>,
}

impl Answer {
    /// The body as JSON, where it is whole and fits.
    pub fn json<T: serde::de::DeserializeOwned>(&self) -> Option<T> {
        if self.cut.is_some() {
            return None;
        }
        serde_json::from_slice(&self.body).ok()
    }
}

/// A call without an answer.
#[derive(Debug)]
pub(super) enum Trouble {
    /// No connection: the request never left.
    NotSent(String),
    /// The request left, or may have.
    Lost(String),
}

/// Where a client calls, and within which bounds.
pub(super) struct Endpoint<'a> {
    /// The operator's name for it.
    pub name: &'a str,
    /// Where it is.
    pub base_url: &'a Url,
    /// Plain `http` to another machine is allowed.
    pub allow_plaintext: bool,
    /// For a whole call.
    pub timeout: Duration,
    /// For a connection.
    pub connect_timeout: Duration,
    /// Deliveries at once.
    pub max_in_flight: usize,
    /// Questions at once.
    pub max_reads: usize,
    /// Calls begun in a second.
    pub requests_per_second: Option<std::num::NonZeroU32>,
    /// Bytes of an answer that are read.
    pub max_answer: usize,
    /// Our clock.
    pub clock: &'a Clock,
}

impl Http {
    pub(super) fn new(settings: &ProviderSettings) -> Result<Self, ConnectError> {
        Self::at(Endpoint {
            name: &settings.name,
            base_url: &settings.base_url,
            allow_plaintext: settings.allow_plaintext,
            timeout: settings.timeout,
            connect_timeout: settings.connect_timeout,
            max_in_flight: settings.max_in_flight,
            max_reads: settings.max_reads,
            requests_per_second: settings.requests_per_second,
            max_answer: MAX_ANSWER,
            clock: &settings.clock,
        })
    }

    pub(super) fn at(settings: Endpoint<'_>) -> Result<Self, ConnectError> {
        let name = || settings.name.to_owned();
        let url = settings.base_url;
        let plain = url.scheme() == "http";
        if !(plain || url.scheme() == "https") || !url.has_host() {
            return Err(ConnectError::Address { name: name(), url: url.clone() });
        }
        let local = is_this_machine(url);
        if plain && !local && !settings.allow_plaintext {
            return Err(ConnectError::Plaintext { name: name(), url: url.clone() });
        }
        install_crypto();
        let (at_once, reads) = (settings.max_in_flight.max(1), settings.max_reads.max(1));
        let mut builder = Client::builder()
            .user_agent(concat!("msgctl/", env!("CARGO_PKG_VERSION")))
            .timeout(settings.timeout)
            // A whole-call timeout that fires while connecting would look like a lost answer.
            .connect_timeout(settings.connect_timeout.min(settings.timeout * 3 / 4))
            .pool_max_idle_per_host(at_once + reads)
            .pool_idle_timeout(IDLE)
            .tcp_nodelay(true)
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false);
        if plain {
            // Saves reading the system's root certificates, which a bare machine may not have.
            builder = builder.tls_certs_only([]);
        }
        if local {
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|source| ConnectError::Client { name: name(), source })?;
        // Burst 1: cells fall due one by one, so no second holds more than the quota.
        let pace = settings
            .requests_per_second
            .map(|n| RateLimiter::direct(Quota::per_second(n).allow_burst(std::num::NonZeroU32::MIN)));
        Ok(Self {
            client,
            base: url.as_str().trim_end_matches('/').to_owned(),
            slots: Semaphore::new(at_once),
            reads: Semaphore::new(reads),
            pace,
            clock: settings.clock.clone(),
            max_answer: settings.max_answer,
            skew: Mutex::default(),
        })
    }

    /// Waits for its turn, sends what `make` builds, reads the answer.
    ///
    /// `make` runs after the wait, so that what it signs is fresh.
    pub(super) async fn call(
        &self,
        errand: Errand,
        make: impl FnOnce(&Client, &str) -> RequestBuilder + Send,
    ) -> Result<Answer, Trouble> {
        let slots = match errand {
            Errand::Deliver => &self.slots,
            Errand::Ask => &self.reads,
        };
        // The semaphore is never closed; were it, going without a permit is the lesser evil.
        let _slot = slots.acquire().await.ok();
        if let Some(pace) = &self.pace {
            pace.until_ready().await;
        }
        let request = make(&self.client, &self.base);
        let (began, watch) = (self.clock.wall(), Instant::now());
        let response = request.send().await.map_err(trouble)?;
        let ended = began.plus(watch.elapsed());
        let date = header(response.headers(), DATE.as_str()).and_then(http_date);
        if let Some(date) = date {
            self.with_skew(|skew| skew.learn(date, began, ended));
        }
        let answer = read(response, date.unwrap_or(ended), self.max_answer).await;
        tracing::debug!(
            status = answer.status,
            bytes = answer.body.len(),
            ms = millis(watch.elapsed()),
            "provider call"
        );
        Ok(answer)
    }

    /// The time by our clock.
    pub(super) fn now(&self) -> Micros {
        self.clock.wall()
    }

    /// What the provider's clock shows when ours shows `ours`, rather too early than too late;
    /// `false` while the difference was not measured.
    pub(super) fn at_provider(&self, ours: Micros) -> (Micros, bool) {
        self.with_skew(|skew| match skew.bounds {
            Some((low, _)) => (Micros(ours.0.saturating_add(low)), true),
            None => (ours, false),
        })
    }

    /// How far our clock is behind the provider's (positive) or ahead of it, in microseconds.
    pub(super) fn behind(&self) -> Option<i64> {
        self.with_skew(|skew| skew.bounds.map(|(low, high)| low.midpoint(high)))
    }

    fn with_skew<T>(&self, f: impl FnOnce(&mut Skew) -> T) -> T {
        f(&mut self.skew.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Provider's clock minus ours, in microseconds, between two bounds.
///
/// A `Date` header names a whole second that began at most a second before the answer was made,
/// and the answer was made between our sending and our receiving. Each answer therefore gives an
/// interval, and their intersection soon is much narrower than a second. An empty intersection
/// means that a clock was set: the newest answer counts.
#[derive(Default)]
struct Skew {
    bounds: Option<(i64, i64)>,
}

impl Skew {
    fn learn(&mut self, date: Micros, began: Micros, ended: Micros) {
        let low = date.0.saturating_sub(ended.0);
        let high = date.0.saturating_add(1_000_000).saturating_sub(began.0);
        self.bounds = match self.bounds {
            Some((l, h)) if l.max(low) <= h.min(high) => Some((l.max(low), h.min(high))),
            _ => Some((low, high)),
        };
    }
}

/// Reads at most `most` bytes. A body that breaks off leaves the status standing.
async fn read(mut response: Response, now: Micros, most: usize) -> Answer {
    let mut answer = Answer {
        status: response.status().as_u16(),
        content_type: header(response.headers(), CONTENT_TYPE.as_str()).unwrap_or_default().to_owned(),
        retry_after: header(response.headers(), RETRY_AFTER.as_str()).and_then(|text| retry_after(text, now)),
        body: Vec::new(),
        cut: None,
    };
    let announced = response.content_length().and_then(|n| usize::try_from(n).ok());
    if announced.is_some_and(|n| n > most) {
        answer.cut = Some(too_long(most));
        return answer;
    }
    answer.body.reserve(announced.unwrap_or(0));
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if answer.body.len() + chunk.len() > most => {
                answer.cut = Some(too_long(most));
                return answer;
            }
            Ok(Some(chunk)) => answer.body.extend_from_slice(&chunk),
            Ok(None) => return answer,
            Err(e) => {
                answer.cut = Some(causes(e));
                return answer;
            }
        }
    }
}

fn trouble(error: reqwest::Error) -> Trouble {
    // A request that cannot even be built was not sent either.
    if error.is_connect() || error.is_builder() {
        Trouble::NotSent(causes(error))
    } else {
        Trouble::Lost(causes(error))
    }
}

/// The error and its causes in one line. The URL is left out: its query holds a phone number.
fn causes(error: reqwest::Error) -> String {
    if error.is_timeout() {
        return if error.is_connect() { "no connection in time".to_owned() } else { "no answer in time".to_owned() };
    }
    let error = error.without_url();
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let cause_text = cause.to_string();
        if !text.ends_with(&cause_text) {
            text.push_str(": ");
            text.push_str(&cause_text);
        }
        source = cause.source();
    }
    text
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// What is wrong with an answer of more than `most` bytes.
fn too_long(most: usize) -> String {
    if most.is_multiple_of(1 << 20) {
        format!("an answer of more than {} MiB", most >> 20)
    } else {
        format!("an answer of more than {} KiB", most >> 10)
    }
}

/// Seconds or an HTTP date, at most an hour (RFC 9110 10.2.3).
fn retry_after(text: &str, now: Micros) -> Option<Duration> {
    let text = text.trim();
    let wait = if !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().map_or(MAX_RETRY_AFTER, Duration::from_secs)
    } else {
        http_date(text)?.since(now)
    };
    Some(wait.min(MAX_RETRY_AFTER))
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`.
fn http_date(text: &str) -> Option<Micros> {
    let zoned = jiff::fmt::rfc2822::parse(text.trim()).ok()?;
    Some(zoned.timestamp().into())
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        None => false,
    }
}

/// A client for a server of our own on this machine.
///
/// # Errors
/// As the library's.
pub fn local_client(timeout: Duration) -> reqwest::Result<Client> {
    install_crypto();
    Client::builder().timeout(timeout).no_proxy().tls_certs_only([]).build()
}

fn install_crypto() {
    static ONCE: Once = Once::new();
    // An error says that somebody installed one before: any will do.
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

fn millis(d: Duration) -> u64 {
    u64::try_from(d.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000;

    #[test]
    fn retry_after_is_seconds_or_a_date_and_bounded() {
        let now = http_date("Sun, 06 Nov 1994 08:49:37 GMT").expect("a date");
        for (text, seconds) in [
            ("0", Some(0)),
            (" 120 ", Some(120)),
            ("86400", Some(3600)),
            ("99999999999999999999999", Some(3600)),
            ("Sun, 06 Nov 1994 08:50:07 GMT", Some(30)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("Tue, 08 Nov 1994 08:00:00 GMT", Some(3600)),
            ("soon", None),
            ("", None),
            ("-5", None),
        ] {
            assert_eq!(retry_after(text, now), seconds.map(Duration::from_secs), "{text:?}");
        }
    }

    #[test]
    fn skew_narrows_and_survives_a_clock_being_set() {
        let mut skew = Skew::default();
        // True skew: the provider is 0.3 s ahead. Ours 10.0 -> theirs 10.3, Date 10.
        skew.learn(Micros(10 * SECOND), Micros(10 * SECOND), Micros(10 * SECOND + 10_000));
        assert_eq!(skew.bounds, Some((-10_000, SECOND)));
        // Ours 10.75 -> theirs 11.05, Date 11.
        skew.learn(Micros(11 * SECOND), Micros(10 * SECOND + 750_000), Micros(10 * SECOND + 760_000));
        assert_eq!(skew.bounds, Some((240_000, SECOND)));
        // Ours 12.65 -> theirs 12.95, Date 12.
        skew.learn(Micros(12 * SECOND), Micros(12 * SECOND + 650_000), Micros(12 * SECOND + 660_000));
        assert_eq!(skew.bounds, Some((240_000, 350_000)));
        // Our clock is set back by an hour.
        let back = 3600 * SECOND;
        skew.learn(Micros(13 * SECOND), Micros(13 * SECOND - back), Micros(13 * SECOND - back));
        assert_eq!(skew.bounds, Some((back, back + SECOND)));
    }

    #[test]
    fn only_this_machine_is_local() {
        for (url, local) in [
            ("http://127.0.0.1:8080", true),
            ("http://localhost", true),
            ("http://[::1]:1", true),
            ("http://sim.localhost", true),
            ("http://10.0.0.1", false),
            ("http://localhost.example.com", false),
        ] {
            assert_eq!(is_this_machine(&url.parse().expect("a URL")), local, "{url}");
        }
    }
}
