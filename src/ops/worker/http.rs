//! `/metrics` and `/healthz` of a worker.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

use super::{Pulse, gauges};
use crate::ops::send::Sending;

/// A worker that has not come round for so long is not well.
const STUCK: Duration = Duration::from_secs(30);

/// Answers until it is dropped.
///
/// # Errors
/// What the socket says.
pub async fn serve(listener: TcpListener, cx: Arc<Sending>, pulse: Arc<Pulse>) -> std::io::Result<()> {
    let app = Router::new().route("/metrics", get(metrics)).route("/healthz", get(health)).with_state((cx, pulse));
    axum::serve(listener, app).await
}

type Seen = State<(Arc<Sending>, Arc<Pulse>)>;

async fn metrics(State((cx, pulse)): Seen) -> impl IntoResponse {
    match gauges(&cx, &pulse).await {
        Ok(text) => (StatusCode::OK, [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text),
        Err(e) => {
            tracing::warn!(error = %e, "metrics cannot be read");
            let type_ = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
            (StatusCode::SERVICE_UNAVAILABLE, type_, "the database does not answer\n".to_owned())
        }
    }
}

async fn health(State((cx, pulse)): Seen) -> (StatusCode, &'static str) {
    if pulse.since_turn() > STUCK {
        return (StatusCode::SERVICE_UNAVAILABLE, "the worker has not come round\n");
    }
    match cx.store.installation().await {
        Ok(_) => (StatusCode::OK, "ok\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
