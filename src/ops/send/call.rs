//! Calls to providers: hand a batch over, ask about one, listen for reports. Each tells the dispatcher what came of it.
//!
//! No transaction is open while one runs.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, mpsc};

use crate::domain::channel::Channel;
use crate::domain::outcome::Class;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::providers::{CallError, Cursor, Intake, Kakao, Outgoing, Page, Question, Reference, Submission, Verdict};
use crate::store::batch::{self, ClaimedBatch, DueBatch};
use crate::store::message::{self, InHand};
use crate::store::{Store, StoreError, campaign};

use super::answers::Answered;
use super::apply::{self, Looked};
use super::books::Info;
use super::senders::Me;
use super::{Line, Sending, snapshot};

/// Something happened outside.
pub(super) enum Event {
    Answer(Answered),
    Page {
        provider: String,
        page: Page,
    },
    Looked(Looked),
    /// There is a new campaign that somebody waits for.
    Pressing,
}

/// What a turn has claimed and is about to hand over.
pub(super) struct Claimed {
    pub(super) batch: ClaimedBatch,
    pub(super) info: Arc<Info>,
    pub(super) channel: Channel,
    pub(super) provider: String,
    /// When it was claimed, by the wall.
    pub(super) at: Micros,
    /// Messages that this transaction has already ended.
    pub(super) without: Vec<i64>,
}

/// A final verdict of our own.
pub(super) fn local(code: &str, text: &str) -> Intake {
    Intake { provider_id: None, verdict: Verdict { class: Class::Late, code: code.to_owned(), text: text.to_owned() } }
}

/// The messages of a batch, those left out that it has ended already.
async fn load(store: &Store, c: &Claimed) -> Result<Vec<InHand>, StoreError> {
    let mut r = store.read().await?;
    let mut hand = match (c.batch.first_id, c.batch.last_id) {
        (Some(first), Some(last)) => message::range(&mut r, first, last).await?,
        _ => message::listed(&mut r, c.batch.id).await?,
    };
    if !c.without.is_empty() {
        hand.retain(|m| !c.without.contains(&m.id.0));
    }
    Ok(hand)
}

/// Makes one call and tells the loop.
pub(super) async fn call(
    cx: Arc<Sending>,
    me: Arc<Me>,
    installation: Arc<str>,
    line: Line,
    place: Option<Arc<Semaphore>>,
    c: Claimed,
    tell: mpsc::UnboundedSender<Event>,
) {
    let (hand, result) = match load(&cx.store, &c).await {
        Ok(hand) => {
            let result = hand_over(&cx, &me, &installation, &line, place.as_deref(), &c, &hand).await;
            (hand.into_iter().map(|m| m.id.0).collect(), result)
        }
        Err(e) => (Vec::new(), Err(CallError::NotTaken { detail: format!("not read: {e}"), retry_after: None })),
    };
    failpoint!("after-call");
    let answered = Answered {
        batch: c.batch,
        info: c.info,
        channel: c.channel,
        provider: c.provider,
        hand,
        result,
        ended_at: cx.clock.wall(),
        left_at: cx.steady.now(),
        timeout: line.timeout,
    };
    // the loop is gone only when the process is ending: then the batch is found in the database
    let _ = tell.send(Event::Answer(answered));
}

async fn hand_over(
    cx: &Sending,
    me: &Me,
    installation: &str,
    line: &Line,
    place: Option<&Semaphore>,
    c: &Claimed,
    hand: &[InHand],
) -> Result<Vec<Intake>, CallError> {
    let content = c.info.composer.content();
    let mut outgoing = Vec::with_capacity(hand.len());
    let mut refused: Vec<Option<Intake>> = Vec::with_capacity(hand.len());
    for m in hand {
        let made = snapshot::open(&cx.keys, c.info.site, &m.phone_ix, m.key_id, m.sealed.as_deref())
            .ok_or_else(|| local("ERASED", "the person was erased"))
            .and_then(|p| {
                let composed = c.info.composer.compose(&p, c.channel).map_err(|e| local("UNFIT", &e.to_string()))?;
                Ok((p, composed))
            });
        match made {
            Ok((person, text)) => {
                refused.push(None);
                outgoing.push(Outgoing {
                    reference: Reference(apply::reference(installation, c.batch.id, m.id.0)),
                    to: person.to,
                    from: content.sender.clone(),
                    text: text.text,
                    subject: text.subject,
                    kakao: content.talk.as_ref().filter(|_| c.channel == Channel::Alimtalk).map(|t| Kakao {
                        sender_key: t.sender_key.clone(),
                        template_code: t.code.clone(),
                        variables: text.variables,
                    }),
                });
            }
            Err(intake) => refused.push(Some(intake)),
        }
    }
    // it is never closed; were it, going without a permit is the lesser evil
    let _place = match place {
        Some(p) => p.acquire().await.ok(),
        None => None,
    };
    let intakes = if outgoing.is_empty() {
        Vec::new()
    } else if me.may_call(cx.steady.now(), line.timeout) {
        failpoint!("before-call");
        line.provider.submit(&Submission { channel: c.channel, messages: outgoing, at: c.at }).await?
    } else {
        let detail = "the lease was over before the call began".to_owned();
        return Err(CallError::NotTaken { detail, retry_after: None });
    };
    let mut intakes = intakes.into_iter();
    Ok(refused.into_iter().filter_map(|r| r.or_else(|| intakes.next())).collect())
}

/// Asks about one batch and tells the loop.
pub(super) async fn look_up(
    cx: Arc<Sending>,
    info: Arc<Info>,
    installation: Arc<str>,
    line: Line,
    due: DueBatch,
    open: Vec<batch::OpenAttempt>,
    tell: mpsc::UnboundedSender<Event>,
) {
    // a call that was cut off may still be worked on: absence counts once it can no longer begin or end
    let proves_absence =
        due.proof_at.is_some_and(|at| cx.steady.now() >= at) && line.provider.caps().finds_by_reference;
    let mut questions = Vec::with_capacity(open.len());
    let (mut messages, mut doubted) = (Vec::new(), Vec::new());
    let mut unasked = false;
    for a in &open {
        let Some(p) = snapshot::open(&cx.keys, info.site, &a.phone_ix, a.key_id, a.sealed.as_deref()) else {
            unasked = true;
            continue;
        };
        questions.push(Question {
            reference: Reference(apply::reference(&installation, due.id, a.message_id.0)),
            provider_id: a
                .provider_id
                .clone()
                .or_else(|| batch::provider_id(due.provider_ids.as_deref()?, due.first_id, a.message_id.0)),
            to: p.to,
            since: due.claimed_at,
        });
        messages.push(a.message_id.0);
        doubted.push(a.doubted == 1);
    }
    let result = if questions.is_empty() { Ok(Vec::new()) } else { line.provider.look_up(&questions).await };
    failpoint!("lookup-answered");
    let whole = due.state == "doubt" && !unasked;
    let looked = Looked { batch: due.id, messages, doubted, result, proves_absence, asked: due.asked, whole };
    let _ = tell.send(Event::Looked(looked));
}

/// Looks for new campaigns that somebody waits for, for as long as the loop listens: they do not wait for its
/// heartbeat.
pub(super) async fn look_out(cx: Arc<Sending>, tell: mpsc::UnboundedSender<Event>) {
    const OFTEN: Duration = Duration::from_millis(150);
    let mut known = Vec::new();
    while !tell.is_closed() {
        tokio::time::sleep(OFTEN).await;
        let seen = async { campaign::pressing(&mut cx.store.read().await?).await };
        match seen.await {
            Ok(ids) => {
                if ids.iter().any(|id| known.binary_search(id).is_err()) {
                    let _ = tell.send(Event::Pressing);
                }
                known = ids;
            }
            // the loop meets the same trouble, and says so
            Err::<_, StoreError>(e) => tracing::debug!(error = %e, "new campaigns could not be looked for"),
        }
    }
}

/// Polls a provider for as long as the loop listens.
pub(super) async fn listen(provider: String, line: Line, mut cursor: Cursor, tell: mpsc::Sender<Event>) {
    const SHORTEST: Duration = Duration::from_millis(50);
    const LONGEST: Duration = Duration::from_secs(3);
    let mut pause = SHORTEST;
    loop {
        match line.provider.poll(&cursor).await {
            Ok(page) => {
                cursor = page.next.clone();
                let (more, empty) = (page.more, page.reports.is_empty());
                if tell.send(Event::Page { provider: provider.clone(), page }).await.is_err() {
                    return;
                }
                if more {
                    continue;
                }
                pause = if empty { (pause * 3 / 2).min(LONGEST) } else { SHORTEST };
            }
            Err(e) => {
                tracing::warn!(provider, error = %e, "reports could not be polled");
                pause = (pause * 2).min(LONGEST * 5);
            }
        }
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = tell.closed() => return,
        }
    }
}
