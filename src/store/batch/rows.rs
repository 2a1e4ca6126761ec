//! The shapes in which batches and attempts are written and read.

use serde::Serialize;

use crate::domain::id::{BatchId, CampaignId, MessageId, SiteId};
use crate::domain::time::Micros;

/// A range of a plan's messages that will be one call.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct PlannedBatch<'a> {
    /// The first channel of all of them.
    #[serde(rename = "c")]
    pub channel: &'a str,
    /// The way of all of them.
    #[serde(rename = "w")]
    pub route: &'a str,
    /// 1: their people agreed to advertising at night.
    #[serde(rename = "h")]
    pub night: u8,
    /// The first message.
    #[serde(rename = "f")]
    pub first: i64,
    /// The last.
    #[serde(rename = "l")]
    pub last: i64,
}

/// A call that is about to be made.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// Its campaign.
    pub campaign: CampaignId,
    /// Whose that is.
    pub site: SiteId,
    /// Its channel.
    pub channel: &'a str,
    /// Only people who agreed to advertising at night.
    pub night: bool,
    /// Who carries it.
    pub provider: &'a str,
    /// The limit that counts it.
    pub rate_group: &'a str,
    /// The sender that makes it.
    pub owner: i64,
    /// Now, by the wall.
    pub now: Micros,
    /// Now, by the steady clock.
    pub steady: Micros,
}

/// A batch as it was claimed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ClaimedBatch {
    /// Its id.
    pub id: BatchId,
    /// Its first message; `None`: its messages are listed.
    pub first_id: Option<i64>,
    /// Its last.
    pub last_id: Option<i64>,
    /// How many.
    pub size: i64,
    /// The place of its channel in their route.
    pub step: i64,
    /// The way of all its messages, where it is a range.
    pub route: Option<String>,
    /// 1: its people agreed to advertising at night.
    pub night: i64,
    /// Calls, this one included.
    pub tries: i64,
}

/// What became of a call.
#[derive(Debug, Clone, Serialize)]
pub struct BatchEnd<'a> {
    /// Which.
    #[serde(rename = "b")]
    pub batch: i64,
    /// `answered` or `doubt`.
    #[serde(rename = "s")]
    pub state: &'a str,
    /// When, by the wall.
    #[serde(rename = "w")]
    pub ended_at: i64,
    /// From when on it cannot arrive any more (steady clock).
    #[serde(rename = "e")]
    pub left_at: i64,
    /// From when on an empty look-up proves absence (steady clock).
    #[serde(rename = "p")]
    pub proof_at: i64,
    /// When the provider is asked about what stays open (steady clock).
    #[serde(rename = "a")]
    pub ask_at: i64,
    /// What went wrong.
    #[serde(rename = "x")]
    pub error: Option<&'a str>,
    /// 0: the limit need not count it.
    #[serde(rename = "z")]
    pub counts: i64,
    /// The provider's ids of those that it took ([`provider_ids`](super::provider_ids)).
    #[serde(rename = "i")]
    pub provider_ids: Option<String>,
}

/// A planned batch that nobody took: it waits again.
#[derive(Debug, Clone, Serialize)]
pub struct ReturnedBatch<'a> {
    /// Which.
    #[serde(rename = "b")]
    pub batch: i64,
    /// Not before.
    #[serde(rename = "d")]
    pub due_at: i64,
    /// Why.
    #[serde(rename = "x")]
    pub error: &'a str,
}

/// What a provider said about one or many attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said<'a> {
    /// The attempt's new state.
    pub state: &'a str,
    /// The class of the code.
    pub class: &'a str,
    /// The code.
    pub code: &'a str,
    /// The provider's words.
    pub detail: &'a str,
}

/// An attempt that something was said about. Few different things are said of many attempts, so
/// statements take what was said once and the attempts as rows.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct About<'a> {
    /// The batch.
    #[serde(rename = "b")]
    pub batch: i64,
    /// The message.
    #[serde(rename = "m")]
    pub message: i64,
    /// The provider's id.
    #[serde(rename = "p", skip_serializing_if = "Option::is_none")]
    pub provider_id: Option<&'a str>,
    /// When the provider says it happened.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
}

/// Which batch, and whose.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct BatchMeta {
    /// Its id.
    pub id: BatchId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// Its channel.
    pub channel: String,
    /// Who carries it.
    pub provider: String,
    /// The place of its channel in the route of its messages.
    pub step: i64,
    /// The way of all its messages, where it is a range.
    pub route: Option<String>,
    /// 1: its people agreed to advertising at night.
    pub night: i64,
    /// Its first message; `None`: its messages are listed.
    pub first_id: Option<i64>,
    /// Its last.
    pub last_id: Option<i64>,
    /// When it was handed over, by the wall.
    pub claimed_at: Option<Micros>,
}

impl BatchMeta {
    /// The way of all its messages; empty where it is no range.
    pub fn way(&self) -> &str {
        self.route.as_deref().unwrap_or_default()
    }

    /// The message lies in its range.
    pub fn holds(&self, message: i64) -> bool {
        matches!((self.first_id, self.last_id), (Some(first), Some(last)) if (first..=last).contains(&message))
    }
}

/// A batch about which the provider is to be asked.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct DueBatch {
    /// Its id.
    pub id: BatchId,
    /// Its campaign.
    pub campaign_id: CampaignId,
    /// Its channel.
    pub channel: String,
    /// Who carries it.
    pub provider: String,
    /// `answered` or `doubt`.
    pub state: String,
    /// When the call began, by the wall.
    pub claimed_at: Micros,
    /// From when on an empty look-up proves absence (steady clock).
    pub proof_at: Option<Micros>,
    /// How often was asked.
    pub asked: i64,
    /// Its first message; `None`: its messages are listed.
    pub first_id: Option<i64>,
    /// Its last.
    pub last_id: Option<i64>,
    /// The provider's ids of those that it took ([`provider_id`](super::provider_id)).
    pub provider_ids: Option<String>,
}

/// An attempt without a final word.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenAttempt {
    /// The message.
    pub message_id: MessageId,
    /// The provider's id, if it was told.
    pub provider_id: Option<String>,
    /// Blind index of the number.
    pub phone_ix: Vec<u8>,
    /// The sealed snapshot.
    pub sealed: Option<Vec<u8>>,
    /// The key it was sealed with.
    pub key_id: i64,
    /// 1: nobody knows whether the provider has it.
    pub doubted: i64,
}

/// One attempt with its batch, for the story of a message.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AttemptRow {
    /// The batch.
    pub batch_id: BatchId,
    /// The batch of the attempt before.
    pub prev_batch_id: Option<BatchId>,
    /// Where the attempt stands.
    pub state: String,
    /// The provider's id.
    pub provider_id: Option<String>,
    /// The class of the code.
    pub class: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The provider's words.
    pub detail: Option<String>,
    /// When the report says it happened.
    pub reported_at: Option<Micros>,
    /// The channel.
    pub channel: String,
    /// Who carried it.
    pub provider: String,
    /// When the call began.
    pub claimed_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
    /// What went wrong with the call.
    pub error: Option<String>,
    /// The provider's ids of those that it took ([`provider_id`](super::provider_id)).
    pub provider_ids: Option<String>,
    /// The first message of the batch's range.
    pub first_id: Option<i64>,
    /// Calls until it was taken.
    pub tries: i64,
}

/// A planned batch that nobody has claimed.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Unclaimed {
    /// Its id.
    pub id: BatchId,
    /// Its first message.
    pub first_id: Option<i64>,
    /// Its last.
    pub last_id: Option<i64>,
    /// How many.
    pub size: i64,
    /// The place of its channel in their route.
    pub step: i64,
    /// Its channel.
    pub channel: String,
    /// The way of all its messages.
    pub route: Option<String>,
}
