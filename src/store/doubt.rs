//! Messages of which nobody knows whether the provider has them, and what is known about them.

use crate::domain::id::{BatchId, CampaignId, MessageId, SiteId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, on, statements};

macro_rules! doubt {
    ($where:literal) => {
        concat!(
            "SELECT * FROM (
             SELECT m.id, m.campaign_id, b.id AS batch_id, b.site_id, b.channel, b.provider, b.claimed_at, b.ended_at AS since, b.error,
             b.asked, b.ask_at, b.proof_at, a.code, a.detail, m.phone_ix, m.sealed, m.key_id
             FROM batch b JOIN message m ON m.id BETWEEN b.first_id AND b.last_id
             LEFT JOIN attempt a ON a.batch_id = b.id AND a.message_id = m.id
             WHERE b.open > 0 AND b.state = 'doubt' AND NOT EXISTS (SELECT 1 FROM result r WHERE r.message_id = m.id)
             AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.message_id = m.id)
             UNION ALL
             SELECT m.id, m.campaign_id, b.id AS batch_id, b.site_id, b.channel, b.provider, b.claimed_at,
             CASE WHEN q.state = 'unknown' THEN q.updated_at ELSE b.ended_at END AS since, b.error,
             b.asked, b.ask_at, b.proof_at, a.code, a.detail, m.phone_ix, m.sealed, m.key_id
             FROM queue q JOIN message m ON m.id = q.message_id JOIN batch b ON b.id = q.batch_id
             LEFT JOIN attempt a ON a.batch_id = b.id AND a.message_id = m.id
             WHERE q.state = 'unknown' OR (q.state = 'sending' AND b.state = 'doubt')) AS d ",
            $where
        )
    };
}

statements! {
    LIST = Sql::same(doubt!("WHERE ($1 = 0 OR d.campaign_id = $1) AND d.id > $2 ORDER BY d.id LIMIT $3"));
    OF_MESSAGE = Sql::same(doubt!("WHERE d.id = $1"));
}

/// A message in doubt, with the evidence.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DoubtRow {
    /// The message.
    pub id: MessageId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// The call in question.
    pub batch_id: BatchId,
    /// Whose it is.
    pub site_id: SiteId,
    /// The channel of the call.
    pub channel: String,
    /// Who was called.
    pub provider: Option<String>,
    /// When the call began.
    pub claimed_at: Option<Micros>,
    /// Since when nobody knows.
    pub since: Option<Micros>,
    /// What went wrong with the call.
    pub error: Option<String>,
    /// How often the provider was asked.
    pub asked: i64,
    /// When it is asked again (steady clock).
    pub ask_at: Option<Micros>,
    /// From when on an empty answer proves absence (steady clock).
    pub proof_at: Option<Micros>,
    /// What the provider said of the message, if anything.
    pub code: Option<String>,
    /// In its words.
    pub detail: Option<String>,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed snapshot.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: i64,
}

/// Messages in doubt behind an id, of one campaign or all (`CampaignId(0)`).
pub async fn list(c: &mut impl Reads, of: CampaignId, after: MessageId, limit: i64) -> Result<Vec<DoubtRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LIST.on(e)).bind(of).bind(after).bind(limit).fetch_all(conn).await)?)
}

/// A message, if it is in doubt.
pub async fn of_message(c: &mut impl Reads, id: MessageId) -> Result<Option<DoubtRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OF_MESSAGE.on(e)).bind(id).fetch_optional(conn).await)?)
}
