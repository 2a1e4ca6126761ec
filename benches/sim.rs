//! Recipients a second through the simulator, beside a server that only reads and answers.
//!
//! `cargo bench --bench sim [-- RECIPIENTS]`: client and server share this process and two worker
//! threads; batches of 100 over 8 kept-alive connections, each request with a signature of its own.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use msgctl::sim::{Settings, Sim, sign};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const BATCH: usize = 100;
const CONNECTIONS: usize = 8;

fn main() -> io::Result<()> {
    // `cargo bench` adds `--bench`.
    let recipients = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(1_000_000);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.block_on(async {
        say("server", "a second", "bytes each");
        // The memory of the first simulator is fresh; the later ones reuse it.
        for delay in ["500ms+500ms", "0", "0"] {
            let floor = floor().await?;
            report("reads bodies, answers {}", drive(floor, recipients).await?, None);

            let before = resident();
            let settings = Settings { report_delay: delay.parse().map_err(io::Error::other)?, ..Settings::default() };
            let sim = Sim::start(settings).await?;
            let rate = drive(sim.addr, recipients).await?;
            let kept = resident().saturating_sub(before) / recipients;
            report(&format!("simulator, reports after {delay}"), rate, Some(kept).filter(|_| delay != "0"));

            tokio::time::sleep(Duration::from_secs(1)).await;
            report("its reports, polled 500 a page", poll(sim.addr, recipients).await?, None);
            let summary = sim.stop().await?;
            let expected = u64::try_from(recipients).unwrap_or(0);
            assert_eq!((summary.accepted, summary.unique_to), (expected, expected), "{summary:?}");
        }
        Ok(())
    })
}

#[expect(clippy::print_stdout, reason = "a bench prints")]
fn say(name: &str, rate: &str, bytes: &str) {
    println!("{name:<38} {rate:>12} {bytes:>12}");
}

fn report(name: &str, rate: f64, bytes: Option<usize>) {
    let bytes = bytes.map_or_else(String::new, |b| b.to_string());
    say(name, &format!("{rate:.0}"), &bytes);
}

/// Bytes of this process in memory.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split_whitespace().nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * 4_096
}

/// A server that reads bodies and answers `{}`.
async fn floor() -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = stream.set_nodelay(true);
            tokio::spawn(http1::Builder::new().serve_connection(
                TokioIo::new(stream),
                service_fn(async |request: Request<hyper::body::Incoming>| {
                    request.into_body().collect().await?.to_bytes();
                    Ok::<_, hyper::Error>(Response::new(Full::new(Bytes::from_static(b"{}"))))
                }),
            ));
        }
    });
    Ok(addr)
}

/// Recipients a second over all connections.
async fn drive(addr: SocketAddr, recipients: usize) -> io::Result<f64> {
    let batches = Arc::new(AtomicUsize::new(recipients / BATCH));
    let start = Instant::now();
    let clients: Vec<_> = (0..CONNECTIONS).map(|_| tokio::spawn(client(addr, Arc::clone(&batches)))).collect();
    for c in clients {
        c.await.map_err(io::Error::other)??;
    }
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    Ok(recipients as f64 / start.elapsed().as_secs_f64())
}

#[expect(clippy::disallowed_methods, reason = "a bench has a clock")]
fn now() -> String {
    jiff::Timestamp::now().to_string()
}

/// Sends batches until none is left.
async fn client(addr: SocketAddr, left: Arc<AtomicUsize>) -> io::Result<()> {
    let settings = Settings::default();
    let mut stream = TcpStream::connect(addr).await?;
    stream.set_nodelay(true)?;
    let mut body = Body::new();
    let (mut request, mut answer) = (Vec::new(), Vec::new());
    while let Ok(n) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)) {
        body.number(n - 1);
        request.clear();
        head(&mut request, &settings, "POST /messages/v4/send-many/detail", n, body.bytes.len());
        request.extend_from_slice(&body.bytes);
        stream.write_all(&request).await?;
        read_answer(&mut stream, &mut answer).await?;
    }
    Ok(())
}

/// The lines above a body; `n` makes the salt.
fn head(out: &mut Vec<u8>, settings: &Settings, what: &str, n: usize, length: usize) {
    let header = sign(&settings.api_key, &settings.api_secret.0, &now(), &format!("{n:032}"));
    let text = format!(
        "{what} HTTP/1.1\r\nhost: sim\r\nauthorization: {header}\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n"
    );
    out.extend_from_slice(text.as_bytes());
}

/// Pages through everything by time of update, on one connection; messages a second.
async fn poll(addr: SocketAddr, recipients: usize) -> io::Result<f64> {
    let settings = Settings::default();
    let mut stream = TcpStream::connect(addr).await?;
    let (mut request, mut answer) = (Vec::new(), Vec::new());
    let mut key = String::new();
    let (mut pages, mut seen) = (0, 0);
    let start = Instant::now();
    loop {
        pages += 1;
        request.clear();
        let what = format!("GET /messages/v4/list?dateType=UPDATED&startDate=2026-01-01T00:00:00Z&limit=500{key}");
        head(&mut request, &settings, &what, recipients + pages, 0);
        stream.write_all(&request).await?;
        read_answer(&mut stream, &mut answer).await?;
        seen += memchr::memmem::find_iter(&answer, b"\"statusCode\":\"4000\"").count();
        let next = memchr::memmem::rfind(&answer, b"\"nextKey\":\"").map(|at| &answer[at + 11..answer.len() - 2]);
        let Some(next) = next else { break };
        key = format!("&startKey={}", String::from_utf8_lossy(next));
    }
    assert_eq!(seen, recipients, "every report once");
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    Ok(recipients as f64 / start.elapsed().as_secs_f64())
}

async fn read_answer(stream: &mut TcpStream, answer: &mut Vec<u8>) -> io::Result<()> {
    answer.clear();
    loop {
        if stream.read_buf(answer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        let Some(end) = memchr::memmem::find(answer, b"\r\n\r\n") else { continue };
        let head = String::from_utf8_lossy(&answer[..end]).to_ascii_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{head}");
        let length: usize =
            head.lines().find_map(|l| l.strip_prefix("content-length: ")).and_then(|n| n.parse().ok()).unwrap_or(0);
        while answer.len() < end + 4 + length {
            if stream.read_buf(answer).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        return Ok(());
    }
}

/// A batch whose numbers are written over for each request: the client is not to be measured.
struct Body {
    bytes: Vec<u8>,
    /// Where eight digits are to be written, and for which message of the batch.
    digits: Vec<(usize, usize)>,
}

impl Body {
    fn new() -> Self {
        const HOLE: &str = "########";
        let mut text = String::from("{\"messages\":[");
        for i in 0..BATCH {
            text.push_str(if i > 0 { "," } else { "" });
            let to = format!(
                "{{\"to\":\"010{HOLE}\",\"from\":\"0212345678\",\"type\":\"SMS\",\
                 \"text\":\"{HOLE}님, 예약하신 시간이 다가왔습니다. 늦지 않게 와 주세요.\",\
                 \"customFields\":{{\"ref\":\"7f3a-{HOLE}-1\",\"campaign\":\"cmp_12\"}}}}"
            );
            text.push_str(&to);
        }
        text.push_str("],\"allowDuplicates\":false,\"showMessageList\":true}");
        let digits: Vec<_> = text.match_indices(HOLE).enumerate().map(|(i, (at, _))| (at, i / 3)).collect();
        assert_eq!(digits.len(), 3 * BATCH);
        Self { bytes: text.into_bytes(), digits }
    }

    fn number(&mut self, batch: usize) {
        for (at, message) in &self.digits {
            let mut n = batch * BATCH + message;
            for byte in self.bytes[*at..*at + 8].iter_mut().rev() {
                *byte = b'0' + u8::try_from(n % 10).unwrap_or(0);
                n /= 10;
            }
        }
    }
}
