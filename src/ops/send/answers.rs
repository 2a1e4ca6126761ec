//! Answers to calls. What is true of a whole batch is written once, in its row: that it was taken, that nobody took it,
//! that nobody knows. The rest is words about single messages, for [`super::apply`].

use std::sync::Arc;
use std::time::Duration;

use crate::domain::channel::Channel;
use crate::domain::id::CampaignId;
use crate::domain::outcome::Class;
use crate::domain::time::Micros;
use crate::providers::{CallError, Intake, Verdict};
use crate::store::batch::{self, About, BatchEnd, ClaimedBatch, ReturnedBatch, Said};
use crate::store::route::{self, RouteStop};
use crate::store::{StoreError, Tx, campaign, queue};

use super::apply::{Effects, FIRST_LOOK, Word, about};
use super::books::{Books, Info};
use super::{ChannelRule, Sending};

/// An answered call.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) batch: ClaimedBatch,
    pub(super) info: Arc<Info>,
    pub(super) channel: Channel,
    pub(super) provider: String,
    /// The messages, in the order of the answer.
    pub(super) hand: Vec<i64>,
    pub(super) result: Result<Vec<Intake>, CallError>,
    /// When the call ended, by the wall.
    pub(super) ended_at: Micros,
    /// And by the steady clock.
    pub(super) left_at: Micros,
    /// How long the provider may still work on it.
    pub(super) timeout: Duration,
}

/// The provider's ids of those messages that it took, as [`batch::provider_id`] reads them.
fn ids_of_taken(a: &Answered) -> Option<String> {
    let intakes = a.result.as_ref().ok()?;
    let taken = a.hand.iter().zip(intakes).filter(|(_, i)| i.verdict.class == Class::Accepted);
    let ids: Vec<(i64, &str)> = taken.filter_map(|(m, i)| Some((*m, i.provider_id.as_deref()?))).collect();
    batch::provider_ids(a.batch.first_id, &ids)
}

/// What an answer makes of its batch as a whole.
enum Whole {
    /// It was answered, and this is said of single messages.
    Answered(Vec<Word>),
    /// Nobody knows.
    Doubt,
    /// Nobody took it: it waits again, not before.
    Back { due: Micros, why: String },
}

/// Records calls of the sender `owner` that have ended; returns what their answers say of single messages.
pub(super) async fn record(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    owner: i64,
    answered: &[Answered],
    fx: &mut Effects,
) -> Result<Vec<Word>, StoreError> {
    if answered.is_empty() {
        return Ok(Vec::new());
    }
    let mut ends = Vec::with_capacity(answered.len());
    let mut back: Vec<(&Answered, Micros, String)> = Vec::new();
    let mut words = Vec::new();
    for a in answered {
        match whole(cx, a) {
            Whole::Answered(some) => {
                ends.push(end_of(cx, a, "answered"));
                words.extend(some);
            }
            Whole::Doubt => {
                fx.doubted += a.hand.len() as u64;
                ends.push(end_of(cx, a, "doubt"));
            }
            Whole::Back { due, why } => back.push((a, due, why)),
        }
    }
    batch::ended(tx, owner, &ends).await?;
    put_back(tx, books, owner, &back, fx).await?;
    for a in answered {
        if let Err(CallError::Refused { class: class @ (Class::Config | Class::Money), code, detail }) = &a.result {
            let stop = RouteStop {
                provider: a.provider.clone(),
                channel: a.channel.word().to_owned(),
                class: class.word().to_owned(),
                code: code.clone(),
                detail: detail.clone(),
                since: cx.clock.wall(),
            };
            halt(tx, cx, a.info.id, stop, fx).await?;
        }
    }
    Ok(words)
}

fn whole(cx: &Sending, a: &Answered) -> Whole {
    let each = |v: &Verdict| a.hand.iter().map(|m| word(a, *m, None, v.clone())).collect();
    match &a.result {
        Ok(intakes) => Whole::Answered(
            a.hand
                .iter()
                .zip(intakes)
                .filter(|(_, i)| i.verdict.class != Class::Accepted)
                .map(|(m, i)| word(a, *m, i.provider_id.clone(), i.verdict.clone()))
                .collect(),
        ),
        Err(CallError::Lost { .. }) => Whole::Doubt,
        // what was certainly not taken was no attempt on the person: it waits for the route, not for its own turn
        Err(CallError::NotTaken { detail, .. }) => Whole::Back { due: cx.clock.wall(), why: detail.clone() },
        // the operator mends it and resumes; what still fails then is not a matter of the route
        Err(CallError::Refused { class: Class::Config | Class::Money, code, detail })
            if u32::try_from(a.batch.tries).is_ok_and(|n| n <= cx.rules.patience.retries) =>
        {
            Whole::Back { due: cx.clock.wall(), why: format!("{code} {detail}") }
        }
        Err(CallError::Refused { class, code, detail }) => {
            let class = if matches!(class, Class::Config | Class::Money) { Class::Late } else { *class };
            Whole::Answered(each(&Verdict { class, code: code.clone(), text: detail.clone() }))
        }
    }
}

fn word(a: &Answered, message: i64, provider_id: Option<String>, verdict: Verdict) -> Word {
    Word { batch: a.batch.id.0, message, provider_id, verdict, at: None }
}

/// Batches that nobody took wait again as they are; those that were gathered go apart.
async fn put_back(
    tx: &mut Tx,
    books: &Books,
    owner: i64,
    back: &[(&Answered, Micros, String)],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let mut returned = Vec::new();
    for (a, due, why) in back {
        fx.requeued += a.hand.len() as u64;
        fx.requeued_to.insert((a.info.id, a.channel));
        books.forget_batch(a.batch.id.0);
        if a.batch.first_id.is_some() {
            returned.push(ReturnedBatch { batch: a.batch.id.0, due_at: due.0, error: why });
            continue;
        }
        let end = BatchEnd {
            batch: a.batch.id.0,
            state: "answered",
            ended_at: a.ended_at.0,
            left_at: a.left_at.0,
            proof_at: a.left_at.0,
            ask_at: a.left_at.0,
            error: Some(why),
            counts: 0,
            provider_ids: None,
        };
        batch::ended(tx, owner, &[end]).await?;
        let about: Vec<About<'_>> = a.hand.iter().map(|m| about(a.batch.id.0, *m, None, None)).collect();
        let not_taken = Said { state: "failed", class: "retry", code: "NOT_TAKEN", detail: why };
        batch::say(tx, not_taken, &about).await?;
        queue::put_back(tx, a.batch.id, *due).await?;
        fx.close(a.batch.id.0, i64::try_from(a.hand.len()).unwrap_or(0));
    }
    batch::returned(tx, owner, &returned).await
}

/// A route stops for a reason of ours. Where nobody else carries the channel, its campaign is held.
pub(super) async fn halt(
    tx: &mut Tx,
    cx: &Sending,
    campaign: CampaignId,
    stop: RouteStop,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if fx.stops.iter().any(|s| s.channel == stop.channel && s.provider == stop.provider) {
        return Ok(());
    }
    route::stop(tx, &stop).await?;
    let channel: Option<Channel> = stop.channel.parse().ok();
    let rule = channel.and_then(|c| cx.rules.channels.get(&c));
    let others: Vec<&String> =
        rule.into_iter().flat_map(ChannelRule::providers).filter(|p| **p != stop.provider).collect();
    let stopped = route::stops(tx).await?;
    let carried = others.iter().any(|p| !stopped.iter().any(|s| s.provider == **p && s.channel == stop.channel));
    if carried {
        tracing::warn!(
            provider = stop.provider,
            channel = stop.channel,
            code = stop.code,
            "a route was stopped; another provider carries the channel"
        );
        return Ok(());
    }
    let note = format!("{} {}", stop.code, stop.detail);
    campaign::shift(tx, campaign, "running", "paused", Some(&note)).await?;
    fx.stops.push(stop);
    Ok(())
}

fn end_of<'a>(cx: &Sending, a: &'a Answered, state: &'a str) -> BatchEnd<'a> {
    let error = match &a.result {
        Err(CallError::Lost { detail } | CallError::Refused { detail, .. }) => Some(detail.as_str()),
        _ => None,
    };
    let ask_at = a.left_at.plus(if state == "doubt" { FIRST_LOOK } else { cx.rules.ask_after });
    BatchEnd {
        batch: a.batch.id.0,
        state,
        ended_at: a.ended_at.0,
        left_at: a.left_at.0,
        proof_at: a.left_at.plus(a.timeout).0,
        ask_at: ask_at.0,
        error,
        counts: 1,
        provider_ids: ids_of_taken(a),
    }
}
