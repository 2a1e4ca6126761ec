//! Answers and reports become guarded moves, tally changes and marks, inside one transaction.
//!
//! Each function can be run again with the same input: what has moved already does not move twice,
//! so a transaction that is tried again, a report that comes twice or an answer that comes after
//! its own report are all harmless.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::channel::Channel;
use crate::domain::content::{Composer, Content};
use crate::domain::id::{BatchId, CampaignId, SiteId};
use crate::domain::outcome::Class;
use crate::domain::route::{Move, Standing};
use crate::domain::time::Micros;
use crate::providers::{CallError, Found, Intake, Report, Verdict};
use crate::store::batch::{self, About, BatchEnd, BatchMeta, RouteStop, Said, TallyDelta};
use crate::store::message::{self, InHand, MessageMove, Settled};
use crate::store::suppression::{self, NewSuppression, Scope};
use crate::store::{StoreError, Tx, campaign};

use super::{Sending, snapshot};

/// What must be known of a campaign to judge results of its messages.
#[derive(Debug)]
pub(super) struct Info {
    pub(super) id: CampaignId,
    pub(super) site: SiteId,
    pub(super) composer: Composer,
}

/// Campaigns and batches that were looked up before.
#[derive(Debug, Default)]
pub(super) struct Books {
    campaigns: Mutex<HashMap<CampaignId, Arc<Info>>>,
    batches: Mutex<HashMap<i64, BatchMeta>>,
}

/// Batches kept in memory; past this the memory starts anew.
const BATCHES_KEPT: usize = 20_000;

impl Books {
    pub(super) fn keep(&self, info: Arc<Info>) {
        self.campaigns.lock().unwrap_or_else(PoisonError::into_inner).insert(info.id, info);
    }

    pub(super) fn keep_batch(&self, meta: BatchMeta) {
        let mut batches = self.batches.lock().unwrap_or_else(PoisonError::into_inner);
        if batches.len() >= BATCHES_KEPT {
            batches.clear();
        }
        batches.insert(meta.id.0, meta);
    }

    async fn campaign(&self, tx: &mut Tx, id: CampaignId) -> Result<Arc<Info>, StoreError> {
        if let Some(info) = self.campaigns.lock().unwrap_or_else(PoisonError::into_inner).get(&id) {
            return Ok(Arc::clone(info));
        }
        let row = campaign::by_id(tx, id).await?.ok_or_else(|| StoreError::corrupt(format_args!("{id} is missing")))?;
        let info = Arc::new(info_of(&row)?);
        self.keep(Arc::clone(&info));
        Ok(info)
    }

    /// The batches among `wanted` that exist.
    async fn batches(
        &self,
        tx: &mut Tx,
        wanted: impl Iterator<Item = i64>,
    ) -> Result<HashMap<i64, BatchMeta>, StoreError> {
        let mut found = HashMap::new();
        let mut missing = Vec::new();
        {
            let known = self.batches.lock().unwrap_or_else(PoisonError::into_inner);
            for b in wanted {
                match known.get(&b) {
                    Some(meta) => {
                        found.insert(b, meta.clone());
                    }
                    None if !missing.contains(&b) => missing.push(b),
                    None => {}
                }
            }
        }
        if !missing.is_empty() {
            for meta in batch::meta(tx, &missing).await? {
                found.insert(meta.id.0, meta.clone());
                self.keep_batch(meta);
            }
        }
        Ok(found)
    }
}

/// Reads what a campaign row pins.
pub(super) fn info_of(row: &campaign::CampaignRow) -> Result<Info, StoreError> {
    let content: Content = serde_json::from_str(&row.content).map_err(StoreError::corrupt)?;
    let composer = Composer::new(content).map_err(StoreError::corrupt)?;
    Ok(Info { id: row.id, site: row.site_id, composer })
}

/// An answered call.
#[derive(Debug)]
pub(super) struct Answered {
    pub(super) batch: BatchId,
    pub(super) info: Arc<Info>,
    pub(super) channel: Channel,
    pub(super) provider: String,
    pub(super) hand: Vec<InHand>,
    pub(super) result: Result<Vec<Intake>, CallError>,
    /// When the call ended, wall clock.
    pub(super) ended_at: Micros,
}

/// A word about an attempt that is named by batch and message.
#[derive(Debug, Clone)]
pub(super) struct Word {
    pub(super) batch: i64,
    pub(super) message: i64,
    pub(super) provider_id: Option<String>,
    pub(super) verdict: Verdict,
    pub(super) at: Option<Micros>,
}

/// What a transaction changed, for whoever watches.
#[derive(Debug, Default)]
pub(super) struct Effects {
    /// Final results: (campaign, channel, state) → how many.
    pub(super) finals: BTreeMap<(CampaignId, Channel, &'static str), u64>,
    /// Messages that wait in a queue again.
    pub(super) requeued: u64,
    /// Messages newly in doubt.
    pub(super) doubted: u64,
    /// Routes that must stop.
    pub(super) stops: Vec<RouteStop>,
    /// Reports that named no message of ours.
    pub(super) strangers: u64,
}

/// A result with everything that decides.
struct Judged<'a> {
    batch: i64,
    message: i64,
    channel: Channel,
    provider: &'a str,
    info: Arc<Info>,
    verdict: &'a Verdict,
    step: Move,
    hand: Option<&'a InHand>,
}

/// A retry pause of our own choosing is shortened or stretched by chance.
fn jitter() -> f64 {
    rand::random_range(0.0..=1.0)
}

/// The pause after which a batch in doubt is asked about for the first time.
const FIRST_LOOK: std::time::Duration = std::time::Duration::from_secs(1);

/// The provider's ids by message, where it took the whole batch and told the ids of all.
fn ids_if_all_taken(a: &Answered) -> Option<String> {
    let intakes = a.result.as_ref().ok().filter(|i| i.len() == a.hand.len())?;
    let ids: Option<serde_json::Map<String, serde_json::Value>> = a
        .hand
        .iter()
        .zip(intakes)
        .map(|(m, i)| {
            let id = i.provider_id.as_ref().filter(|_| i.verdict.class == Class::Accepted)?;
            Some((m.id.0.to_string(), id.as_str().into()))
        })
        .collect();
    Some(serde_json::Value::Object(ids?).to_string())
}

/// Records calls that have ended and what their answers mean.
pub(super) async fn answers(
    tx: &mut Tx,
    cx: &Sending,
    answered: &[Answered],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if answered.is_empty() {
        return Ok(());
    }
    let ends: Vec<BatchEnd<'_>> = answered.iter().map(|a| end_of(cx, a)).collect();
    batch::ended(tx, &ends).await?;
    // what was taken whole is told by its batch alone
    let whole: HashSet<i64> = ends.iter().filter(|e| e.provider_ids.is_some()).map(|e| e.batch).collect();
    let answered: Vec<&Answered> = answered.iter().filter(|a| !whole.contains(&a.batch.0)).collect();
    let lost = Verdict { class: Class::Unknown, code: "NO_ANSWER".to_owned(), text: String::new() };
    let verdicts: Vec<Vec<(&InHand, Option<&str>, Verdict)>> = answered
        .iter()
        .map(|a| match &a.result {
            Ok(intakes) => {
                a.hand.iter().zip(intakes).map(|(m, i)| (m, i.provider_id.as_deref(), i.verdict.clone())).collect()
            }
            Err(CallError::Lost { .. }) => a.hand.iter().map(|m| (m, None, lost.clone())).collect(),
            Err(CallError::Refused { class, code, detail }) => {
                let v = Verdict { class: *class, code: code.clone(), text: detail.clone() };
                a.hand.iter().map(|m| (m, None, v.clone())).collect()
            }
            Err(CallError::NotTaken { detail, .. }) => {
                let v = Verdict { class: Class::Retry, code: "NOT_TAKEN".to_owned(), text: detail.clone() };
                a.hand.iter().map(|m| (m, None, v.clone())).collect()
            }
        })
        .collect();
    let mut said: BTreeMap<Said<'_>, Vec<About<'_>>> = BTreeMap::new();
    for (a, list) in answered.iter().zip(&verdicts) {
        for (m, id, v) in list {
            said.entry(said_of(v)).or_default().push(about(a.batch.0, m.id.0, *id, None));
        }
    }
    // an attempt whose report came first is no longer `sending` and is passed over
    let mut fresh: HashSet<(i64, i64)> = HashSet::new();
    for (said, about) in &said {
        if said.state == "accepted" {
            batch::taken(tx, *said, about).await?;
            fresh.extend(about.iter().map(|a| (a.batch, a.message)));
        } else {
            fresh.extend(batch::answer(tx, *said, about).await?);
        }
    }
    let now = cx.clock.wall();
    let mut judged = Vec::with_capacity(fresh.len());
    for (a, list) in answered.iter().zip(&verdicts) {
        let not_taken = matches!(a.result, Err(CallError::NotTaken { .. }));
        for (m, _, v) in list.iter().filter(|(m, ..)| fresh.contains(&(a.batch.0, m.id.0))) {
            // what was certainly not taken was no attempt on the person: it waits for the route, not for its own turn
            let step = if not_taken {
                Move::Retry { due: now }
            } else {
                standing(m)?.after(v.class, now, cx.rules.patience, jitter(), None)
            };
            judged.push(Judged {
                batch: a.batch.0,
                message: m.id.0,
                channel: a.channel,
                provider: &a.provider,
                info: Arc::clone(&a.info),
                verdict: v,
                step,
                hand: Some(m),
            });
        }
    }
    settle(tx, cx, &judged, fx).await
}

/// Ends messages of a batch that never leaves this process: (person opted out since the plan).
pub(super) async fn refuse(tx: &mut Tx, cx: &Sending, a: &Answered, fx: &mut Effects) -> Result<(), StoreError> {
    let Ok(intakes) = &a.result else { return Ok(()) };
    for (m, i) in a.hand.iter().zip(intakes) {
        batch::answer(tx, said_of(&i.verdict), &[about(a.batch.0, m.id.0, None, None)]).await?;
    }
    let judged: Vec<Judged<'_>> = a
        .hand
        .iter()
        .zip(intakes)
        .map(|(m, i)| Judged {
            batch: a.batch.0,
            message: m.id.0,
            channel: a.channel,
            provider: &a.provider,
            info: Arc::clone(&a.info),
            verdict: &i.verdict,
            step: Move::Fail,
            hand: Some(m),
        })
        .collect();
    settle(tx, cx, &judged, fx).await
}

/// A batch of which nothing was left to send.
pub(super) async fn nothing_sent(tx: &mut Tx, id: BatchId, now: Micros) -> Result<(), StoreError> {
    let end = BatchEnd {
        batch: id.0,
        state: "answered",
        ended_at: now.0,
        ask_at: now.0,
        error: None,
        counts: Some(0),
        provider_ids: None,
    };
    batch::ended(tx, &[end]).await
}

fn end_of<'a>(cx: &Sending, a: &'a Answered) -> BatchEnd<'a> {
    let (state, ask_at, error, counts) = match &a.result {
        Ok(_) => ("answered", a.ended_at.plus(cx.rules.ask_after), None, None),
        Err(CallError::Lost { detail }) => ("doubt", a.ended_at.plus(FIRST_LOOK), Some(detail.as_str()), None),
        // nothing arrived, so the limit need not count it
        Err(CallError::NotTaken { detail, .. }) => ("answered", a.ended_at, Some(detail.as_str()), Some(0)),
        Err(CallError::Refused { detail, .. }) => ("answered", a.ended_at, Some(detail.as_str()), None),
    };
    BatchEnd {
        batch: a.batch.0,
        state,
        ended_at: a.ended_at.0,
        ask_at: ask_at.0,
        error,
        counts,
        provider_ids: ids_if_all_taken(a),
    }
}

fn said_of(v: &Verdict) -> Said<'_> {
    Said { state: attempt_state(v.class), class: v.class.word(), code: &v.code, detail: &v.text }
}

fn about(batch: i64, message: i64, provider_id: Option<&str>, at: Option<Micros>) -> About<'_> {
    About { batch, message, provider_id, at: at.map(|t| t.0) }
}

fn attempt_state(class: Class) -> &'static str {
    match class {
        Class::Accepted => "accepted",
        Class::Delivered => "delivered",
        Class::Unknown => "unknown",
        _ => "failed",
    }
}

fn standing(m: &InHand) -> Result<Standing, StoreError> {
    Ok(Standing {
        route: m.route.parse().map_err(StoreError::corrupt)?,
        step: u8::try_from(m.step).map_err(StoreError::corrupt)?,
        tries: u32::try_from(m.tries).map_err(StoreError::corrupt)?,
    })
}

/// Sorts a page of reports: ours by batch and message, the others counted.
pub(super) fn ours(installation: &str, reports: &[Report]) -> (Vec<Word>, u64) {
    let mut strangers = 0;
    let mut words = Vec::with_capacity(reports.len());
    for r in reports {
        match r.reference.as_ref().and_then(|reference| read_reference(installation, &reference.0)) {
            Some((batch, message)) => words.push(Word {
                batch,
                message,
                provider_id: Some(r.provider_id.clone()),
                verdict: r.verdict.clone(),
                at: Some(r.at),
            }),
            None => strangers += 1,
        }
    }
    (words, strangers)
}

/// Our name for an attempt: installation, message, batch.
pub(super) fn reference(installation: &str, batch: BatchId, message: i64) -> String {
    format!("{installation}-{message}-{}", batch.0)
}

fn read_reference(installation: &str, text: &str) -> Option<(i64, i64)> {
    let (message, batch) = text.strip_prefix(installation)?.strip_prefix('-')?.split_once('-')?;
    Some((batch.parse().ok()?, message.parse().ok()?))
}

/// Records reports, of whatever campaigns and however often they come.
pub(super) async fn reports(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    words: &[Word],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if words.is_empty() {
        return Ok(());
    }
    // the last word about an attempt in one page is the one that counts
    let mut latest: HashMap<(i64, i64), &Word> = HashMap::with_capacity(words.len());
    for w in words {
        let known = latest.entry((w.batch, w.message)).or_insert(w);
        if known.verdict.class == Class::Accepted || w.verdict.class != Class::Accepted {
            *known = w;
        }
    }
    let batches = books.batches(tx, latest.keys().map(|k| k.0)).await?;
    let mut said: BTreeMap<Said<'_>, Vec<About<'_>>> = BTreeMap::new();
    for w in latest.values() {
        if batches.contains_key(&w.batch) {
            let about = about(w.batch, w.message, w.provider_id.as_deref(), w.at);
            said.entry(said_of(&w.verdict)).or_default().push(about);
        } else {
            fx.strangers += 1;
        }
    }
    let mut fresh = Vec::with_capacity(latest.len());
    for (said, about) in &said {
        fresh.extend(batch::report(tx, *said, about).await?);
    }
    let undelivered: Vec<i64> = fresh
        .iter()
        .filter(|k| latest.get(k).is_some_and(|w| !matches!(w.verdict.class, Class::Delivered | Class::Accepted)))
        .map(|(_, m)| *m)
        .collect();
    let standings: HashMap<i64, InHand> =
        message::standing(tx, &undelivered).await?.into_iter().map(|m| (m.id.0, m)).collect();
    let now = cx.clock.wall();
    let mut judged = Vec::with_capacity(fresh.len());
    for (b, m) in fresh {
        let (Some(w), Some(meta)) = (latest.get(&(b, m)), batches.get(&b)) else { continue };
        let hand = standings.get(&m);
        let step = match (w.verdict.class, hand) {
            (Class::Delivered, _) => Move::Deliver,
            (Class::Accepted, _) => Move::Accept,
            (class, Some(hand)) => standing(hand)?.after(class, now, cx.rules.patience, jitter(), None),
            (_, None) => continue,
        };
        judged.push(Judged {
            batch: b,
            message: m,
            channel: meta.channel.parse().map_err(StoreError::corrupt)?,
            provider: &meta.provider,
            info: books.campaign(tx, meta.campaign_id).await?,
            verdict: &w.verdict,
            step,
            hand,
        });
    }
    settle(tx, cx, &judged, fx).await
}

/// An answered look-up of one batch.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) batch: BatchId,
    pub(super) messages: Vec<i64>,
    /// Whether each was in doubt (rather than accepted and only late).
    pub(super) doubted: Vec<bool>,
    pub(super) result: Result<Vec<Found>, CallError>,
    /// Whether by the time of the question the call could no longer be under way.
    pub(super) proves_absence: bool,
    pub(super) asked: i64,
}

/// Records what look-ups found. Only proof of absence puts a message back into the queue.
pub(super) async fn looked(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    looks: &[Looked],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let mut words = Vec::new();
    let absent =
        Verdict { class: Class::Retry, code: "ABSENT".to_owned(), text: "the provider never had it".to_owned() };
    for look in looks {
        if let Ok(found) = &look.result {
            for ((found, message), doubted) in found.iter().zip(&look.messages).zip(&look.doubted) {
                let (provider_id, verdict, at) = match found {
                    Found::Present(r) => (Some(r.provider_id.clone()), r.verdict.clone(), Some(r.at)),
                    Found::Absent if *doubted && look.proves_absence => (None, absent.clone(), None),
                    Found::Absent => continue,
                };
                words.push(Word { batch: look.batch.0, message: *message, provider_id, verdict, at });
            }
        }
        let pause =
            cx.rules.ask_after.min(FIRST_LOOK * 2_u32.saturating_pow(u32::try_from(look.asked).unwrap_or(9).min(9)));
        let all_known = look.doubted.iter().all(|d| !d);
        let pause = if all_known {
            cx.rules.ask_after * 2_u32.saturating_pow(u32::try_from(look.asked).unwrap_or(5).min(5))
        } else {
            pause
        };
        batch::asked(tx, look.batch, cx.clock.wall().plus(pause)).await?;
    }
    reports(tx, cx, books, &words, fx).await
}

/// Writes the decisions down: messages, batches, tally, marks.
async fn settle(tx: &mut Tx, cx: &Sending, judged: &[Judged<'_>], fx: &mut Effects) -> Result<(), StoreError> {
    let wall = cx.clock.wall();
    let mut closed: BTreeMap<i64, i64> = BTreeMap::new();
    for j in judged.iter().filter(|j| !matches!(j.step, Move::Accept | Move::Doubt)) {
        *closed.entry(j.batch).or_default() += 1;
    }
    batch::close(tx, &closed.into_iter().collect::<Vec<_>>()).await?;
    resolve(tx, cx, judged, fx).await?;
    let moves: Vec<MessageMove<'_>> = judged.iter().filter_map(|j| move_of(j, wall)).collect();
    let moved: HashSet<i64> = message::shift(tx, &moves, wall).await?.into_iter().map(|m| m.0).collect();
    let judged: Vec<&Judged<'_>> =
        judged.iter().filter(|j| matches!(j.step, Move::Fail) || moved.contains(&j.message)).collect();
    for j in &judged {
        match j.step {
            Move::FallBack { .. } | Move::Retry { .. } => fx.requeued += 1,
            Move::Hold => {
                fx.requeued += 1;
                let stop = RouteStop {
                    provider: j.provider.to_owned(),
                    channel: j.channel.word().to_owned(),
                    class: j.verdict.class.word().to_owned(),
                    code: j.verdict.code.clone(),
                    detail: j.verdict.text.clone(),
                    since: wall,
                };
                if !fx.stops.iter().any(|s| s.channel == stop.channel) {
                    batch::stop_route(tx, &stop).await?;
                    campaign::shift(
                        tx,
                        j.info.id,
                        "running",
                        "paused",
                        Some(&format!("{} {}", stop.code, stop.detail)),
                    )
                    .await?;
                    fx.stops.push(stop);
                }
            }
            Move::Accept | Move::Deliver | Move::Fail | Move::Doubt => {}
        }
    }
    mark(tx, cx, &judged).await
}

/// The way back into a queue.
fn move_of<'a>(j: &'a Judged<'_>, wall: Micros) -> Option<MessageMove<'a>> {
    let plain = MessageMove {
        message: j.message,
        batch: j.batch,
        state: "queued",
        step: None,
        channel: None,
        tries: None,
        due_at: Some(wall.0),
        code: Some(&j.verdict.code),
        price_minor: None,
    };
    match j.step {
        Move::FallBack { step, channel } => {
            Some(MessageMove { step: Some(step), channel: Some(channel.word()), tries: Some(0), ..plain })
        }
        Move::Retry { due } => Some(MessageMove { due_at: Some(due.0), ..plain }),
        Move::Hold => Some(plain),
        Move::Accept | Move::Deliver | Move::Fail | Move::Doubt => None,
    }
}

/// Messages of one fate together: their states, and what the final ones add to the tally.
async fn resolve(tx: &mut Tx, cx: &Sending, judged: &[Judged<'_>], fx: &mut Effects) -> Result<(), StoreError> {
    let (wall, day) = (cx.clock.wall(), cx.clock.now().kst_date().to_string());
    type Fate<'a> = (CampaignId, Channel, &'static str, &'a str);
    let mut fates: BTreeMap<Fate<'_>, (Option<i64>, Vec<Settled>)> = BTreeMap::new();
    for j in judged {
        let (state, price) = match j.step {
            Move::Accept => ("accepted", None),
            Move::Doubt => ("unknown", None),
            Move::Fail => ("failed", None),
            Move::Deliver => ("delivered", Some(j.info.composer.price(j.channel).0)),
            Move::FallBack { .. } | Move::Retry { .. } | Move::Hold => continue,
        };
        let fate = fates.entry((j.info.id, j.channel, state, &j.verdict.code)).or_insert((price, Vec::new()));
        fate.1.push(Settled { message: j.message, batch: j.batch });
    }
    let mut deltas = Vec::new();
    for ((id, channel, state, code), (price, messages)) in &fates {
        let n = message::settle(tx, state, code, *price, messages, wall).await?;
        let count = i64::try_from(n).unwrap_or(i64::MAX);
        match *state {
            "accepted" => {}
            "unknown" => fx.doubted += n,
            _ if n > 0 => {
                deltas.push(TallyDelta {
                    campaign: id.0,
                    day: &day,
                    channel: channel.word(),
                    state,
                    code,
                    n: count,
                    price_minor: price.unwrap_or(0) * count,
                });
                *fx.finals.entry((*id, *channel, state)).or_default() += n;
            }
            _ => {}
        }
    }
    batch::tally(tx, &deltas).await
}

/// Numbers that turned out wrong are marked; people who refuse a channel go onto the suppression list.
async fn mark(tx: &mut Tx, cx: &Sending, judged: &[&Judged<'_>]) -> Result<(), StoreError> {
    let mut dead: BTreeMap<SiteId, Vec<(String, String)>> = BTreeMap::new();
    let mut refused: BTreeMap<SiteId, Vec<NewSuppression>> = BTreeMap::new();
    let mut rng: rand::rngs::StdRng = rand::make_rng();
    for j in judged {
        let Some(hand) = j.hand else { continue };
        match j.verdict.class {
            Class::RecipientDead => {
                let number = (hex::encode(&hand.phone_ix), j.verdict.code.clone());
                dead.entry(j.info.site).or_default().push(number);
            }
            Class::Suppressed => {
                let opened = snapshot::open(&cx.keys, j.info.site, &hand.phone_ix, hand.key_id, hand.sealed.as_deref());
                let Some(mobile) = opened.and_then(|p| p.to.parse().ok()) else { continue };
                let scope = Scope::Channel(j.channel);
                let row = crate::ops::suppress::sealed(&cx.keys, j.info.site, &mobile, scope, "provider", &mut rng);
                refused.entry(j.info.site).or_default().push(row);
            }
            _ => {}
        }
    }
    let now = cx.clock.now();
    for (site, numbers) in dead {
        batch::mark_dead(tx, site, &numbers, now).await?;
    }
    for (site, rows) in refused {
        suppression::add_many(tx, site, cx.keys.active(), &rows, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_from_strangers() {
        let text = reference("abcdefghij", BatchId(12), 345);
        assert_eq!(read_reference("abcdefghij", &text), Some((12, 345)));
        assert_eq!(read_reference("zzzzzzzzzz", &text), None);
        for bad in ["", "abcdefghij", "abcdefghij-1", "abcdefghij-x-1", "abcdefghijk-1-2"] {
            assert_eq!(read_reference("abcdefghij", bad), None, "{bad}");
        }
    }
}
