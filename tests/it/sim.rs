//! The simulator over real sockets: what HTTP adds to its engine.

use std::io;
use std::time::{Duration, Instant};

use msgctl::domain::time::Micros;
use msgctl::sim::{Settings, Sim, sign};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const SEND: &str = "/messages/v4/send-many/detail";

#[expect(clippy::disallowed_methods, reason = "tests stand in for the process that has a clock")]
fn now() -> Micros {
    Micros::from(jiff::Timestamp::now())
}

async fn start(toml: &str) -> Sim {
    Sim::start(Settings::from_toml(toml).expect("settings")).await.expect("a port")
}

/// A kept-alive connection that writes HTTP by hand.
struct Wire(TcpStream);

impl Wire {
    async fn to(sim: &Sim) -> Self {
        Self(TcpStream::connect(sim.addr).await.expect("connects"))
    }

    async fn ask(&mut self, method: &str, target: &str, body: &str) -> io::Result<(u16, String, Vec<u8>)> {
        let s = Settings::default();
        let salt = format!("{:032x}", rand::random::<u128>());
        let header = sign(&s.api_key, &s.api_secret.0, &now().timestamp().to_string(), &salt);
        let head = format!(
            "{method} {target} HTTP/1.1\r\nhost: sim\r\nauthorization: {header}\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        self.0.write_all(head.as_bytes()).await?;
        self.0.write_all(body.as_bytes()).await?;
        self.answer().await
    }

    async fn answer(&mut self) -> io::Result<(u16, String, Vec<u8>)> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
                break end;
            }
            if self.0.read_buf(&mut bytes).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        };
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        let length: usize =
            head.lines().find_map(|l| l.strip_prefix("content-length: ")?.parse().ok()).expect("a length");
        while bytes.len() < end + 4 + length {
            if self.0.read_buf(&mut bytes).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        let status = head[9..12].parse().expect("a status");
        Ok((status, head, bytes.split_off(end + 4)))
    }
}

fn one(to: &str) -> String {
    json!({"messages": [{"to": to, "from": "0212345678", "text": "hello"}]}).to_string()
}

fn error_of(body: &[u8]) -> String {
    let value: Value = serde_json::from_slice(body).expect("JSON");
    value["errorCode"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_connection_serves_many_requests() {
    let sim = start("").await;
    let mut wire = Wire::to(&sim).await;
    for n in 0..5 {
        let (status, head, _) = wire.ask("POST", SEND, &one(&format!("0101234567{n}"))).await.expect("an answer");
        assert_eq!(status, 200);
        assert!(head.contains("content-type: application/json"), "{head}");
    }
    let (status, head, body) = wire.ask("GET", "/__sim/messages?limit=3", "").await.expect("an answer");
    assert!(status == 200 && head.contains("application/x-ndjson"), "{head}");
    assert_eq!(String::from_utf8_lossy(&body).lines().count(), 3);
    let (_, _, body) = wire.ask("GET", "/__sim/summary?window_ms=60000", "").await.expect("an answer");
    let summary: Value = serde_json::from_slice(&body).expect("JSON");
    assert_eq!((&summary["recipients"], &summary["busiest_window"]), (&json!(5), &json!(5)));
    let (_, _, body) = wire.ask("GET", "/__sim/count", "").await.expect("an answer");
    assert_eq!(String::from_utf8_lossy(&body), r#"{"calls":5,"taken":5,"recipients":5,"unique_to":5}"#);
    assert_eq!(sim.stop().await.expect("stops").recipients, 5);
}

#[tokio::test]
async fn credentials_and_sizes_are_checked_before_anything_is_taken() {
    let sim = start("").await;
    let mut wire = Wire::to(&sim).await;
    let bare = "GET /cash/v1/balance HTTP/1.1\r\nhost: sim\r\n\r\n";
    wire.0.write_all(bare.as_bytes()).await.expect("written");
    let (status, _, body) = wire.answer().await.expect("an answer");
    assert_eq!((status, error_of(&body).as_str()), (403, "InvalidAPIKey"));
    let (status, _, body) = wire.ask("POST", SEND, &" ".repeat((15 << 20) + 1)).await.expect("an answer");
    assert_eq!((status, error_of(&body).as_str()), (413, "PayloadTooLarge"));
    assert_eq!(sim.summary().recipients, 0);
}

#[tokio::test]
async fn a_body_may_come_in_chunks() {
    let sim = start("").await;
    let mut wire = Wire::to(&sim).await;
    let s = Settings::default();
    let header = sign(&s.api_key, &s.api_secret.0, &now().timestamp().to_string(), "salt-of-this-request");
    let body = one("01012345678");
    let (left, right) = body.split_at(20);
    let request = format!(
        "POST {SEND} HTTP/1.1\r\nhost: sim\r\nauthorization: {header}\r\ntransfer-encoding: chunked\r\n\r\n\
         {:x}\r\n{left}\r\n{:x}\r\n{right}\r\n0\r\n\r\n",
        left.len(),
        right.len()
    );
    wire.0.write_all(request.as_bytes()).await.expect("written");
    assert_eq!(wire.answer().await.expect("an answer").0, 200);
    assert_eq!(sim.summary().accepted, 1);
}

#[tokio::test]
async fn a_reset_is_a_reset() {
    let sim = start("[faults]\nreset_before = { calls = [1] }\nreset_after = { calls = [2] }").await;
    for (to, taken) in [("01000000001", 0), ("01000000002", 1)] {
        let mut wire = Wire::to(&sim).await;
        let error = wire.ask("POST", SEND, &one(to)).await.expect_err("no answer");
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(sim.summary().accepted, taken);
    }
    let mut wire = Wire::to(&sim).await;
    assert_eq!(wire.ask("POST", SEND, &one("01000000003")).await.expect("an answer").0, 200);
}

#[tokio::test]
async fn a_hanging_call_is_taken_and_ends_with_the_simulator() {
    let sim = start("[faults]\nhang = { calls = [1] }").await;
    let mut wire = Wire::to(&sim).await;
    let body = one("01000000001");
    let waited = tokio::time::timeout(Duration::from_millis(300), wire.ask("POST", SEND, &body)).await;
    assert!(waited.is_err(), "no answer");
    assert_eq!(sim.summary().accepted, 1);
    assert_eq!(sim.stop().await.expect("stops, whoever waits").incidents.hung, 1);
    assert!(wire.answer().await.is_err());
}

#[tokio::test]
async fn latency_holds_the_answer_back_and_not_the_message() {
    let sim = start("latency = \"200ms\"").await;
    let mut wire = Wire::to(&sim).await;
    let begun = Instant::now();
    let body = one("01000000001");
    let (answer, seen) = tokio::join!(wire.ask("POST", SEND, &body), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        sim.summary().accepted
    });
    assert_eq!((answer.expect("an answer").0, seen), (200, 1));
    assert!(begun.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_again() {
    let sim = start("[faults]\nhttp_429 = { calls = [1] }\nretry_after = 7").await;
    let (status, head, body) = Wire::to(&sim).await.ask("POST", SEND, &one("01000000001")).await.expect("an answer");
    assert!(status == 429 && head.contains("retry-after: 7"), "{head}");
    assert_eq!(error_of(&body), "TooManyRequests");
}
