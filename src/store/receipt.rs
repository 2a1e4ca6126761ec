//! What became of many messages at once: their latest attempts with the calls that carried them.

use serde::Serialize;

use crate::domain::id::{BatchId, MessageId};
use crate::domain::time::Micros;

use super::{Reads, Result, StoreError, bulk, on, statements};

statements! {
    OF = bulk!(
        "SELECT r.m AS message_id, b.id AS batch_id, b.provider, b.claimed_at,
         COALESCE(o.reported_at, a.reported_at) AS reported_at, a.provider_id FROM",
        rows(m int, b int),
        "JOIN batch AS b ON b.id = r.b LEFT JOIN attempt AS a ON a.batch_id = r.b AND a.message_id = r.m
         LEFT JOIN result AS o ON o.message_id = r.m AND COALESCE(o.batch_id, r.b) = r.b WHERE b.provider IS NOT NULL ORDER BY r.ord");
    IDS = bulk!(
        "SELECT b.id, b.first_id, b.provider_ids FROM",
        rows(b int),
        "JOIN batch AS b ON b.id = r.b WHERE b.provider_ids IS NOT NULL ORDER BY r.ord");
}

/// Which attempt of which message.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Which {
    /// The message.
    #[serde(rename = "m")]
    pub message: i64,
    /// The batch of the attempt.
    #[serde(rename = "b")]
    pub batch: i64,
}

/// An attempt as an auditor asks for it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ReceiptRow {
    /// The message.
    pub message_id: MessageId,
    /// The call that carried it.
    pub batch_id: BatchId,
    /// Who carried it.
    pub provider: String,
    /// When the call began.
    pub claimed_at: Option<Micros>,
    /// When the report says it was decided.
    pub reported_at: Option<Micros>,
    /// The provider's id, where it stands with the attempt ([`ids`] has the others).
    pub provider_id: Option<String>,
}

/// The attempts that are asked for, in their order.
pub async fn of(c: &mut impl Reads, which: &[Which]) -> Result<Vec<ReceiptRow>> {
    if which.is_empty() {
        return Ok(Vec::new());
    }
    let json = serde_json::to_string(which).map_err(StoreError::corrupt)?;
    Ok(on!(c, |conn, e| sqlx::query_as(OF.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// The provider's ids of batches: batch, its first message, and the text that [`super::batch::provider_id`] reads.
pub async fn ids(c: &mut impl Reads, batches: &[BatchId]) -> Result<Vec<(BatchId, Option<i64>, String)>> {
    if batches.is_empty() {
        return Ok(Vec::new());
    }
    let json = batches.iter().map(|b| serde_json::json!({ "b": b.0 })).collect::<serde_json::Value>().to_string();
    Ok(on!(c, |conn, e| sqlx::query_as(IDS.on(e)).bind(&json).fetch_all(conn).await)?)
}
