//! Messages in doubt, for the operator: what is known, and a word of theirs where the provider has none.

use serde::Serialize;
use serde_json::json;

use super::apply::{self, Effects, Word};
use super::books::Books;
use super::{SendError, Sending, recall, snapshot};
use crate::domain::channel::{Channel, words};
use crate::domain::id::{BatchId, CampaignId, MessageId};
use crate::domain::outcome::Class;
use crate::domain::phone::Mobile;
use crate::domain::state::{CampaignState, MessageState};
use crate::domain::time::Micros;
use crate::ops::audit::{self, Action, By};
use crate::providers::Verdict;
use crate::store::doubt::{self, DoubtRow};
use crate::store::{StoreError, batch, campaign, message, retrying};

words! {
    /// What an operator can say of a message in doubt.
    Saying ("decision about a message in doubt") {
        /// It arrived: it ends, and is priced.
        Delivered = "delivered",
        /// It did not, and nothing else is sent.
        Failed = "failed",
        /// The provider never had it: it is sent again.
        Absent = "absent",
    }
}

/// The code of what an operator decided.
pub const OPERATOR: &str = "OPERATOR";

/// A message in doubt, with the evidence. The number is masked.
#[derive(Debug, Clone, Serialize)]
pub struct Doubt {
    /// The message.
    pub message: MessageId,
    /// Its campaign.
    pub campaign: CampaignId,
    /// To whom; none: the person was erased, or the record does not open.
    pub phone: Option<String>,
    /// The channel of the call.
    pub channel: Channel,
    /// Who was called.
    pub provider: String,
    /// The call.
    pub batch: BatchId,
    /// When it began.
    pub called_at: Option<Micros>,
    /// Since when nobody knows.
    pub since: Option<Micros>,
    /// What went wrong with the call.
    pub error: Option<String>,
    /// What the provider said of the message, if anything.
    pub code: Option<String>,
    /// In its words.
    pub detail: Option<String>,
    /// How often the provider was asked.
    pub asked: u64,
    /// When it is asked again.
    pub asks_at: Option<Micros>,
    /// From when on an empty answer proves that the provider never had it.
    pub proof_at: Option<Micros>,
}

fn shown(cx: &Sending, r: &DoubtRow) -> Result<Doubt, StoreError> {
    let person = snapshot::open(&cx.keys, r.site_id, &r.phone_ix, r.key_id, r.sealed.as_deref());
    let (wall, steady) = (cx.clock.now(), cx.steady.now());
    let on_calendar = |at: Micros| Micros(wall.0.saturating_add(at.0.saturating_sub(steady.0)));
    Ok(Doubt {
        message: r.id,
        campaign: r.campaign_id,
        phone: person.and_then(|p| p.to.parse::<Mobile>().ok()).map(|m| m.masked()),
        channel: r.channel.parse().map_err(StoreError::corrupt)?,
        provider: r.provider.clone().unwrap_or_default(),
        batch: r.batch_id,
        called_at: r.claimed_at,
        since: r.since,
        error: r.error.clone(),
        code: r.code.clone(),
        detail: r.detail.clone(),
        asked: r.asked.unsigned_abs(),
        asks_at: r.ask_at.map(on_calendar),
        proof_at: r.proof_at.map(on_calendar),
    })
}

/// Messages in doubt behind an id, of one campaign or of all.
pub async fn list(
    cx: &Sending,
    of: Option<CampaignId>,
    after: Option<MessageId>,
    limit: u32,
) -> Result<Vec<Doubt>, SendError> {
    let (of, after) = (of.unwrap_or(CampaignId(0)), after.unwrap_or(MessageId(0)));
    let rows = doubt::list(&mut cx.store.read().await?, of, after, i64::from(limit)).await?;
    Ok(rows.iter().map(|r| shown(cx, r)).collect::<Result<_, _>>()?)
}

/// What became of a message in doubt.
#[derive(Debug, Clone, Serialize)]
pub struct Resolved {
    /// The message.
    pub message: MessageId,
    /// Its campaign.
    pub campaign: CampaignId,
    /// Where it stands now.
    pub state: MessageState,
    /// On which channel.
    pub channel: Channel,
    /// What it cost, 1/100 won.
    pub price_minor: Option<i64>,
    /// What was known before.
    pub was: Doubt,
}

/// Decides about a message in doubt as an operator says, and writes that into the audit trail.
///
/// # Errors
/// `NotFound`; `Refused` where it is in no doubt.
pub async fn resolve(
    cx: &Sending,
    id: MessageId,
    saying: Saying,
    by: &By,
    rehearse: bool,
) -> Result<Resolved, SendError> {
    let done = retrying(|| one(cx, id, saying, by, rehearse)).await?;
    let Some((was, state, channel, price_minor)) = done else {
        let now = message::by_id(&mut cx.store.read().await?, id).await?;
        let now = now.ok_or_else(|| SendError::NotFound { what: "message", name: id.to_string() })?;
        return Err(SendError::refused(
            format!("{id} is {}: it is in no doubt", now.state),
            format!("See `msgctl message explain {id}`."),
        ));
    };
    let row = campaign::by_id(&mut cx.store.read().await?, was.campaign_id).await?;
    if !rehearse && row.is_some_and(|c| c.state == CampaignState::Cancelled.word()) {
        recall::recall(&cx.store, &cx.clock, was.campaign_id).await?;
    }
    Ok(Resolved { message: id, campaign: was.campaign_id, state, channel, price_minor, was: shown(cx, &was)? })
}

type Moved = (DoubtRow, MessageState, Channel, Option<i64>);

async fn one(
    cx: &Sending,
    id: MessageId,
    saying: Saying,
    by: &By,
    rehearse: bool,
) -> Result<Option<Moved>, StoreError> {
    let mut tx = cx.store.write().await?;
    let Some(seen) = doubt::of_message(&mut tx, id).await? else { return Ok(None) };
    batch::lock(&mut tx, [seen.batch_id.0]).await?;
    // a word of the provider's may have come first
    let Some(was) = doubt::of_message(&mut tx, id).await?.filter(|w| w.batch_id == seen.batch_id) else {
        return Ok(None);
    };
    let text = "decided by the operator".to_owned();
    let verdict = match saying {
        Saying::Delivered => Verdict { class: Class::Delivered, code: OPERATOR.to_owned(), text },
        // no other channel: it may well have arrived
        Saying::Failed => Verdict { class: Class::Late, code: OPERATOR.to_owned(), text },
        Saying::Absent => Verdict { class: Class::Absent, code: apply::ABSENT.to_owned(), text },
    };
    let word = Word { batch: was.batch_id.0, message: id.0, provider_id: None, verdict, at: None };
    let mut fx = Effects::default();
    apply::said(&mut tx, cx, &Books::default(), std::iter::once(&word), &mut fx).await?;
    apply::settle(&mut tx, cx, &mut fx).await?;
    campaign::finish(&mut tx, was.campaign_id, cx.clock.now()).await?;
    let detail = json!({ "as": saying.word(), "batch": was.batch_id, "error": was.error, "asked": was.asked });
    audit::record(&mut tx, by, Action::Resolve, &id.to_string(), detail).await?;
    let now = message::by_id(&mut tx, id).await?.ok_or_else(|| StoreError::corrupt(format_args!("{id} is missing")))?;
    tx.finish(rehearse).await?;
    let state = now.state.parse().map_err(StoreError::corrupt)?;
    let channel = now.channel.parse().map_err(StoreError::corrupt)?;
    Ok(Some((was, state, channel, now.price_minor)))
}
