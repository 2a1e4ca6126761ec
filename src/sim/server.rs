//! Sockets: HTTP/1.1 in front of [`Engine`], with connections that hang or are reset on demand.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::{JoinHandle, JoinSet};

use super::audit::Summary;
use super::engine::{Ask, Engine, Fate, Reply};
use super::settings::Settings;
use crate::domain::clock::Clock;
use crate::domain::time::Micros;

/// Most bytes of a body.
const MOST_BODY: usize = 15 << 20;

/// A simulator inside this process, on a free port of the loopback interface.
///
/// Stops when dropped.
pub struct Sim {
    /// Where it listens.
    pub addr: SocketAddr,
    engine: Arc<Engine>,
    stop: Option<oneshot::Sender<()>>,
    task: Option<JoinHandle<io::Result<Summary>>>,
}

impl Sim {
    /// Starts one on the current runtime.
    pub async fn start(settings: Settings) -> io::Result<Self> {
        Self::start_at(settings, wall_clock()).await
    }

    /// Starts one that lives in the time of `clock`. Waits are real time all the same.
    pub async fn start_at(settings: Settings, clock: Clock) -> io::Result<Self> {
        Self::on(TcpListener::bind(("127.0.0.1", 0)).await?, Arc::new(Engine::new(settings, clock)))
    }

    /// Starts one on a port of the caller's choice.
    pub fn listening(listener: TcpListener, settings: Settings) -> io::Result<Self> {
        Self::on(listener, Arc::new(Engine::new(settings, wall_clock())))
    }

    fn on(listener: TcpListener, engine: Arc<Engine>) -> io::Result<Self> {
        let addr = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let shutdown = async move {
            // An error is the sender's end, which means the same.
            let _ = stopped.await;
        };
        let task = tokio::spawn(run(listener, Arc::clone(&engine), shutdown));
        Ok(Self { addr, engine, stop: Some(stop), task: Some(task) })
    }

    /// `http://127.0.0.1:…`, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.addr)
    }

    /// What arrived so far, with the busiest second.
    pub fn summary(&self) -> Summary {
        self.engine.summary(1_000)
    }

    /// What arrived so far, with the busiest window of this many milliseconds.
    pub fn summary_of(&self, window_ms: u64) -> Summary {
        self.engine.summary(window_ms)
    }

    /// Forgets everything that arrived.
    pub fn reset(&self) {
        self.engine.reset();
    }

    /// Closes the port and all connections.
    pub async fn stop(mut self) -> io::Result<Summary> {
        drop(self.stop.take());
        match self.task.take() {
            Some(task) => task.await.map_err(io::Error::other)?,
            None => Ok(self.engine.summary(1_000)),
        }
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        drop(self.stop.take());
    }
}

/// Serves until `shutdown` is done, then closes all connections.
pub async fn serve(
    listener: TcpListener,
    settings: Settings,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<Summary> {
    run(listener, Arc::new(Engine::new(settings, wall_clock())), shutdown).await
}

/// The provider's own: whoever talks to it has another.
#[expect(clippy::disallowed_methods, reason = "a provider's clock is not the caller's to set")]
fn wall_clock() -> Clock {
    Clock::new(|| Micros::from(jiff::Timestamp::now()))
}

async fn run(
    listener: TcpListener,
    engine: Arc<Engine>,
    shutdown: impl Future<Output = ()> + Send,
) -> io::Result<Summary> {
    let mut connections = JoinSet::new();
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        tokio::select! {
            () = &mut shutdown => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(converse(stream, Arc::clone(&engine)));
                }
                // Out of descriptors, or the peer is gone: neither ends the server.
                Err(e) => {
                    tracing::warn!(error = %e, "accept failed");
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
    connections.shutdown().await;
    Ok(engine.summary(1_000))
}

/// One connection until its end.
async fn converse(stream: TcpStream, engine: Arc<Engine>) {
    // Answers are small and awaited.
    let _ = stream.set_nodelay(true);
    let reset = Arc::new(AtomicBool::new(false));
    let io = Stream { io: TokioIo::new(stream), reset: Arc::clone(&reset) };
    let service = service_fn(move |request| respond(request, Arc::clone(&engine), Arc::clone(&reset)));
    // A connection that ends badly has been told so already, or told us.
    if let Err(e) = http1::Builder::new().serve_connection(io, service).await {
        tracing::debug!(error = %e, "connection ended");
    }
}

/// The connection is to be cut.
#[derive(Debug, thiserror::Error)]
#[error("reset on purpose")]
struct Cut;

async fn respond(
    request: Request<Incoming>,
    engine: Arc<Engine>,
    reset: Arc<AtomicBool>,
) -> Result<Response<Full<Bytes>>, Cut> {
    let (head, body) = request.into_parts();
    let reply = match Limited::new(body, MOST_BODY).collect().await {
        Ok(body) => engine.answer(Ask {
            method: head.method.as_str(),
            path: head.uri.path(),
            query: head.uri.query().unwrap_or_default(),
            authorization: head.headers.get(AUTHORIZATION).and_then(|v| v.to_str().ok()),
            idempotency_key: head.headers.get("idempotency-key").and_then(|v| v.to_str().ok()),
            body: &body.to_bytes(),
        }),
        Err(e) if e.is::<LengthLimitError>() => Reply::error(413, "PayloadTooLarge", "at most 15 MB"),
        Err(_) => return Err(Cut),
    };
    if !reply.wait.is_zero() {
        tokio::time::sleep(reply.wait).await;
    }
    match reply.fate {
        Fate::Answer => Ok(response(reply)),
        Fate::Hang => std::future::pending().await,
        Fate::Reset => {
            reset.store(true, Ordering::Relaxed);
            Err(Cut)
        }
    }
}

fn response(reply: Reply) -> Response<Full<Bytes>> {
    let kind = if reply.lines { "application/x-ndjson" } else { "application/json; charset=utf-8" };
    let mut builder = Response::builder().status(reply.status).header(CONTENT_TYPE, kind);
    if let Some(seconds) = reply.retry_after {
        builder = builder.header(RETRY_AFTER, seconds);
    }
    builder.body(Full::from(reply.body)).unwrap_or_default()
}

/// A socket that is reset instead of closed when told to.
struct Stream {
    io: TokioIo<TcpStream>,
    reset: Arc<AtomicBool>,
}

impl Drop for Stream {
    fn drop(&mut self) {
        if self.reset.load(Ordering::Relaxed) {
            // Without it the peer sees an orderly end, which is close enough.
            let _ = self.io.inner().set_zero_linger();
        }
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: ReadBufCursor<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(cx, buf)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(cx, bufs)
    }
}
