//! Answers and reports become guarded moves, tally changes and marks, inside one transaction.
//!
//! Each function can be run again with the same input: what has moved already does not move twice,
//! so a transaction that is tried again, a report that comes twice or an answer that comes after
//! its own report are all harmless. The batches concerned are locked first, so two processes that
//! bring words about the same messages do so one after the other.
//!
//! What is true of a whole batch is written once, in its row: that it was taken, that nobody took it, that nobody knows.
//! A plain delivery is one row in `result`. Only what is left, failures and doubts of single messages, is judged
//! message by message.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::domain::advert;
use crate::domain::channel::{Channel, Lane};
use crate::domain::content::{Composer, Content};
use crate::domain::id::{BatchId, CampaignId, SiteId};
use crate::domain::outcome::Class;
use crate::domain::route::{Move, Standing};
use crate::domain::time::Micros;
use crate::providers::{CallError, Found, Intake, Report, Verdict};
use crate::store::batch::{self, About, BatchEnd, BatchMeta, ClaimedBatch, ReturnedBatch, Said};
use crate::store::message::{self, Judge};
use crate::store::queue::{self, Waiting};
use crate::store::result::{self, End, Fate, TallyDelta, Written};
use crate::store::route::{self, RouteStop};
use crate::store::suppression::{self, NewSuppression, Scope};
use crate::store::{StoreError, Tx, campaign};

use super::{Sending, snapshot};

/// What must be known of a campaign to judge results of its messages.
#[derive(Debug)]
pub(super) struct Info {
    pub(super) id: CampaignId,
    pub(super) site: SiteId,
    pub(super) lane: Lane,
    pub(super) composer: Composer,
}

impl Info {
    /// When the hours open again in which advertising may go to everybody, where they are closed now: then only
    /// people who agreed to advertising at night are written to.
    pub(super) fn night_only(&self, cx: &Sending, channel: Channel) -> Option<Micros> {
        if !self.composer.content().ad {
            return None;
        }
        // a call that begins now may arrive as late as its timeout allows
        let takes = cx.rules.channels.get(&channel).and_then(|r| cx.lines.get(&r.provider)).map(|l| l.timeout);
        let now = cx.clock.now();
        let arrives = now.plus(takes.unwrap_or_default());
        let opens = advert::opens_at(channel, now, false, cx.rules.quiet_hours_ad)
            .or_else(|| advert::opens_at(channel, arrives, false, cx.rules.quiet_hours_ad))?;
        Some(cx.clock.wall().plus(opens.since(now)))
    }
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

    /// A batch was changed: what was known of it is forgotten.
    pub(super) fn forget_batch(&self, id: i64) {
        self.batches.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }

    pub(super) async fn campaign(
        &self,
        tx: &mut impl crate::store::Reads,
        id: CampaignId,
    ) -> Result<Arc<Info>, StoreError> {
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
    let lane = row.lane.parse().map_err(StoreError::corrupt)?;
    Ok(Info { id: row.id, site: row.site_id, lane, composer })
}

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
    /// Messages that wait again.
    pub(super) requeued: u64,
    /// Messages newly in doubt.
    pub(super) doubted: u64,
    /// Routes that must stop.
    pub(super) stops: Vec<RouteStop>,
    /// Reports that named no message of ours.
    pub(super) strangers: u64,
}

/// A retry pause of our own choosing is shortened or stretched by chance.
fn jitter() -> f64 {
    rand::random_range(0.0..=1.0)
}

/// The pause after which a batch in doubt is asked about for the first time.
const FIRST_LOOK: Duration = Duration::from_secs(1);

/// The provider's ids by message, of those that it took.
fn ids_of_taken(a: &Answered) -> Option<String> {
    use std::fmt::Write as _;
    let intakes = a.result.as_ref().ok()?;
    let mut text = String::with_capacity(intakes.len() * 48 + 2);
    for (message, intake) in a.hand.iter().zip(intakes) {
        if let Some(id) = intake.provider_id.as_ref().filter(|_| intake.verdict.class == Class::Accepted) {
            text.push(if text.is_empty() { '{' } else { ',' });
            let _ = write!(text, "\"{message}\":{}", serde_json::Value::from(id.as_str()));
        }
    }
    if text.is_empty() {
        return None;
    }
    text.push('}');
    Some(text)
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

/// Records calls of the sender `owner` that have ended, and what their answers mean.
pub(super) async fn answers(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    owner: i64,
    answered: &[Answered],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if answered.is_empty() {
        return Ok(());
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
    said(tx, cx, books, &words, fx).await
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
        batch::close(tx, &[(a.batch.id.0, i64::try_from(a.hand.len()).unwrap_or(0))]).await?;
    }
    batch::returned(tx, owner, &returned).await
}

/// A route stops for a reason of ours. Where nobody else carries the channel, its campaign is held.
async fn halt(
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
        rule.into_iter().flat_map(super::ChannelRule::providers).filter(|p| **p != stop.provider).collect();
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

fn said_of(v: &Verdict) -> Said<'_> {
    let state = match v.class {
        Class::Delivered => "delivered",
        Class::Unknown => "unknown",
        Class::Accepted => "sending",
        _ if v.code == ABSENT => "absent",
        _ => "failed",
    };
    Said { state, class: v.class.word(), code: &v.code, detail: &v.text }
}

/// The code of a message that a look-up proved absent.
const ABSENT: &str = "ABSENT";

fn about(batch: i64, message: i64, provider_id: Option<&str>, at: Option<Micros>) -> About<'_> {
    About { batch, message, provider_id, at: at.map(|t| t.0) }
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

/// Ends messages of a batch that were never handed over (the person opted out since the plan).
pub(super) async fn refuse(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    b: &ClaimedBatch,
    messages: &[i64],
    verdict: &Verdict,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let words: Vec<Word> = messages
        .iter()
        .map(|m| Word { batch: b.id.0, message: *m, provider_id: None, verdict: verdict.clone(), at: None })
        .collect();
    said(tx, cx, books, &words, fx).await
}

/// The batches that a page of words is about, to be locked.
pub(super) fn batches_of(words: &[Word]) -> impl Iterator<Item = i64> {
    words.iter().map(|w| w.batch)
}

/// Records words about attempts, of whatever campaigns and however often they come.
pub(super) async fn said(
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
    let metas = books.batches(tx, latest.keys().map(|k| k.0)).await?;
    let mut delivered: Vec<(&Word, &BatchMeta)> = Vec::with_capacity(latest.len());
    let (mut others, mut taken) = (Vec::new(), Vec::new());
    for w in latest.into_values() {
        let Some(meta) = metas.get(&w.batch) else {
            fx.strangers += 1;
            continue;
        };
        match w.verdict.class {
            Class::Delivered => delivered.push((w, meta)),
            Class::Accepted => taken.push(w),
            _ => others.push((w, meta)),
        }
    }
    let mut closed: BTreeMap<i64, i64> = BTreeMap::new();
    deliver(tx, cx, books, delivered, &mut closed, fx).await?;
    judge(tx, cx, books, others, &mut closed, fx).await?;
    if !taken.is_empty() && queue::any_in_doubt(tx).await? {
        let pairs: Vec<(i64, i64)> = taken.iter().map(|w| (w.batch, w.message)).collect();
        queue::confirm(tx, &pairs, cx.clock.wall()).await?;
    }
    batch::close(tx, &closed.into_iter().collect::<Vec<_>>()).await
}

/// Campaign, channel and code that ends have in common.
type Ended<'a> = (CampaignId, Channel, &'a str);

/// Plain deliveries: one row each.
async fn deliver(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    mut words: Vec<(&Word, &BatchMeta)>,
    closed: &mut BTreeMap<i64, i64>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    // in the order of the table that they are written to
    words.sort_unstable_by_key(|(w, _)| w.message);
    let mut fates: BTreeMap<Ended<'_>, Vec<(End, bool)>> = BTreeMap::new();
    for (w, meta) in words {
        let channel: Channel = meta.channel.parse().map_err(StoreError::corrupt)?;
        let first = meta.holds(w.message);
        let end = End { message: w.message, batch: w.batch, at: w.at.map(|t| t.0), first: u8::from(first) };
        fates.entry((meta.campaign_id, channel, &w.verdict.code)).or_default().push((end, first));
    }
    let mut sums = Vec::new();
    for ((campaign, channel, code), ends) in fates {
        let info = books.campaign(tx, campaign).await?;
        let price = info.composer.price(channel).0;
        let rows: Vec<End> = ends.iter().map(|(e, _)| *e).collect();
        let n = finish(
            tx,
            cx,
            Fate { channel: channel.word(), state: "delivered", code, price_minor: price },
            &rows,
            closed,
        )
        .await?;
        // what was in the queue on its second attempt, or in doubt by itself, is there no longer
        let queued: Vec<i64> = ends.iter().filter(|(_, first)| !first).map(|(e, _)| e.message).collect();
        queue::drop_done(tx, &queued).await?;
        if queued.len() < ends.len() && queue::in_doubt(tx, campaign).await? > 0 {
            queue::drop_done(tx, &rows.iter().map(|e| e.message).collect::<Vec<_>>()).await?;
        }
        sums.push((campaign, channel, "delivered", code, n, price));
    }
    count(tx, cx, &sums, fx).await
}

/// Writes ends of one fate; returns how many were news.
async fn finish(
    tx: &mut Tx,
    cx: &Sending,
    fate: Fate<'_>,
    ends: &[End],
    closed: &mut BTreeMap<i64, i64>,
) -> Result<i64, StoreError> {
    let fresh = match result::end(tx, fate, ends, cx.clock.wall()).await? {
        Written::All => None,
        Written::Some(messages) => Some(messages.into_iter().collect::<HashSet<i64>>()),
    };
    let mut n = 0;
    for e in ends.iter().filter(|e| fresh.as_ref().is_none_or(|f| f.contains(&e.message))) {
        *closed.entry(e.batch).or_default() += 1;
        n += 1;
    }
    Ok(n)
}

type Sum<'a> = (CampaignId, Channel, &'static str, &'a str, i64, i64);

/// Adds results to the roll-up, and tells whoever watches.
async fn count(tx: &mut Tx, cx: &Sending, sums: &[Sum<'_>], fx: &mut Effects) -> Result<(), StoreError> {
    let day = cx.clock.now().kst_date().to_string();
    let mut deltas = Vec::with_capacity(sums.len());
    for (campaign, channel, state, code, n, price) in sums.iter().filter(|s| s.4 > 0) {
        deltas.push(TallyDelta {
            campaign: campaign.0,
            day: &day,
            channel: channel.word(),
            state,
            code,
            n: *n,
            price_minor: price * n,
        });
        *fx.finals.entry((*campaign, *channel, *state)).or_default() += n.unsigned_abs();
    }
    result::tally(tx, &deltas).await
}

/// A word that is no plain delivery, with what decides about it.
struct Judged<'a> {
    word: &'a Word,
    meta: &'a BatchMeta,
    channel: Channel,
    info: Arc<Info>,
    who: &'a Judge,
    step: Move,
}

/// Failures, refusals, doubts: message by message.
async fn judge(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    words: Vec<(&Word, &BatchMeta)>,
    closed: &mut BTreeMap<i64, i64>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if words.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = words.iter().map(|(w, _)| w.message).collect();
    let standings: HashMap<i64, Judge> =
        message::standing(tx, &ids).await?.into_iter().map(|j| (j.hand.id.0, j)).collect();
    let now = cx.clock.wall();
    let mut judged = Vec::with_capacity(words.len());
    for (word, meta) in words {
        let Some(who) = standings.get(&word.message).filter(|j| is_current(j, meta)) else { continue };
        let step = match word.verdict.class {
            // asked again and again, it stays as unknown as it is
            Class::Unknown if who.waits.as_deref() == Some("unknown") => continue,
            class => standing(who, meta)?.after(class, now, cx.rules.patience, jitter(), None),
        };
        judged.push(Judged {
            word,
            meta,
            channel: meta.channel.parse().map_err(StoreError::corrupt)?,
            info: books.campaign(tx, meta.campaign_id).await?,
            who,
            step,
        });
    }
    let mut said: BTreeMap<Said<'_>, Vec<About<'_>>> = BTreeMap::new();
    for j in &judged {
        let w = j.word;
        said.entry(said_of(&w.verdict)).or_default().push(about(w.batch, w.message, w.provider_id.as_deref(), w.at));
    }
    for (what, about) in &said {
        batch::say(tx, *what, about).await?;
    }
    fail(tx, cx, &judged, closed, fx).await?;
    requeue(tx, cx, &judged, closed, fx).await?;
    mark(tx, cx, &judged).await
}

/// The batch carries the message's present attempt, and nothing has decided yet.
fn is_current(j: &Judge, meta: &BatchMeta) -> bool {
    j.over == 0
        && match (&j.waits, j.batch_id) {
            (None, _) => meta.holds(j.hand.id.0),
            (Some(waits), batch) => waits != "queued" && batch == Some(meta.id),
        }
}

fn standing(j: &Judge, meta: &BatchMeta) -> Result<Standing, StoreError> {
    Ok(Standing {
        route: j.route.parse().map_err(StoreError::corrupt)?,
        step: u8::try_from(j.step.unwrap_or(meta.step)).map_err(StoreError::corrupt)?,
        tries: u32::try_from(j.tries.unwrap_or(1)).map_err(StoreError::corrupt)?,
    })
}

async fn fail(
    tx: &mut Tx,
    cx: &Sending,
    judged: &[Judged<'_>],
    closed: &mut BTreeMap<i64, i64>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let mut fates: BTreeMap<Ended<'_>, Vec<End>> = BTreeMap::new();
    for j in judged.iter().filter(|j| matches!(j.step, Move::Fail)) {
        let w = j.word;
        let first = u8::from(j.meta.holds(w.message));
        let end = End { message: w.message, batch: w.batch, at: w.at.map(|t| t.0), first };
        fates.entry((j.info.id, j.channel, &w.verdict.code)).or_default().push(end);
    }
    let mut sums = Vec::new();
    for ((campaign, channel, code), ends) in &fates {
        let fate = Fate { channel: channel.word(), state: "failed", code, price_minor: 0 };
        let n = finish(tx, cx, fate, ends, closed).await?;
        queue::drop_done(tx, &ends.iter().map(|e| e.message).collect::<Vec<_>>()).await?;
        sums.push((*campaign, *channel, "failed", *code, n, 0));
    }
    count(tx, cx, &sums, fx).await
}

async fn requeue(
    tx: &mut Tx,
    cx: &Sending,
    judged: &[Judged<'_>],
    closed: &mut BTreeMap<i64, i64>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let wall = cx.clock.wall();
    let rows: Vec<Waiting<'_>> = judged.iter().filter_map(|j| waiting(j, wall)).collect();
    let moved: HashSet<i64> = queue::put(tx, &rows, wall).await?.into_iter().collect();
    for j in judged.iter().filter(|j| moved.contains(&j.word.message)) {
        match j.step {
            Move::Doubt => fx.doubted += 1,
            _ => {
                *closed.entry(j.word.batch).or_default() += 1;
                fx.requeued += 1;
            }
        }
        if matches!(j.step, Move::Hold) {
            let stop = RouteStop {
                provider: j.meta.provider.clone(),
                channel: j.channel.word().to_owned(),
                class: j.word.verdict.class.word().to_owned(),
                code: j.word.verdict.code.clone(),
                detail: j.word.verdict.text.clone(),
                since: wall,
            };
            halt(tx, cx, j.info.id, stop, fx).await?;
        }
    }
    Ok(())
}

/// A place in the queue, where the move leads there.
fn waiting<'a>(j: &'a Judged<'_>, wall: Micros) -> Option<Waiting<'a>> {
    let same = Waiting {
        message: j.word.message,
        campaign: j.info.id.0,
        channel: j.channel.word(),
        step: j.who.step.unwrap_or(j.meta.step),
        night: j.meta.night,
        state: "queued",
        batch: j.word.batch,
        tries: j.who.tries.unwrap_or(1),
        due_at: wall.0,
        code: &j.word.verdict.code,
    };
    match j.step {
        Move::FallBack { step, channel } => {
            Some(Waiting { step: i64::from(step), channel: channel.word(), tries: 0, ..same })
        }
        Move::Retry { due } => Some(Waiting { due_at: due.0, ..same }),
        Move::Hold => Some(same),
        Move::Doubt => Some(Waiting { state: "unknown", ..same }),
        Move::Accept | Move::Deliver | Move::Fail => None,
    }
}

/// The code of a message whose report did not come within the deadline.
const NO_REPORT: &str = "NO_REPORT";

/// What the rule says of messages whose report will not come any more: failed and not billed, as carriers do it; no
/// other channel, since they may well have arrived.
pub(super) fn overdue(due: &batch::DueBatch, open: &[batch::OpenAttempt]) -> Vec<Word> {
    let text = if due.state == "doubt" { "never confirmed" } else { "no report within the deadline" };
    let verdict = Verdict { class: Class::Late, code: NO_REPORT.to_owned(), text: text.to_owned() };
    open.iter()
        .map(|a| Word {
            batch: due.id.0,
            message: a.message_id.0,
            provider_id: a.provider_id.clone(),
            verdict: verdict.clone(),
            at: None,
        })
        .collect()
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
    /// The batch as a whole is in doubt, and all of it was asked about.
    pub(super) whole: bool,
}

/// The words that look-ups brought. Only proof of absence puts a message back into the queue.
pub(super) fn words_of(looks: &[Looked]) -> Vec<Word> {
    let absent = Verdict { class: Class::Retry, code: ABSENT.to_owned(), text: "the provider never had it".to_owned() };
    let mut words = Vec::new();
    for look in looks {
        let Ok(found) = &look.result else { continue };
        for ((found, message), doubted) in found.iter().zip(&look.messages).zip(&look.doubted) {
            let (provider_id, verdict, at) = match found {
                Found::Present(r) => (Some(r.provider_id.clone()), r.verdict.clone(), Some(r.at)),
                Found::Absent if *doubted && look.proves_absence => (None, absent.clone(), None),
                Found::Absent => continue,
            };
            words.push(Word { batch: look.batch.0, message: *message, provider_id, verdict, at });
        }
    }
    words
}

/// Records what look-ups found, and when to ask again.
pub(super) async fn looked(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    looks: &[Looked],
    fx: &mut Effects,
) -> Result<(), StoreError> {
    for look in looks {
        let all_known = look.doubted.iter().all(|d| !d);
        let doubling = 2_u32.saturating_pow(u32::try_from(look.asked).unwrap_or(9).min(9));
        let pause = if all_known {
            cx.rules.ask_after * doubling.min(32)
        } else {
            cx.rules.ask_after.min(FIRST_LOOK * doubling)
        };
        batch::asked(tx, look.batch, cx.steady.now().plus(pause)).await?;
    }
    said(tx, cx, books, &words_of(looks), fx).await?;
    for look in looks.iter().filter(|l| l.whole) {
        // all of it was found, or proven absent and queued again: what is left of the batch was taken
        if let Ok(found) = &look.result
            && found.iter().all(|f| matches!(f, Found::Present(_)) || look.proves_absence)
        {
            batch::cleared(tx, look.batch, cx.steady.now().plus(cx.rules.ask_after)).await?;
        }
    }
    Ok(())
}

/// Numbers that turned out wrong are marked; people who refuse a channel go onto the suppression list.
async fn mark(tx: &mut Tx, cx: &Sending, judged: &[Judged<'_>]) -> Result<(), StoreError> {
    let mut dead: BTreeMap<SiteId, Vec<(String, String)>> = BTreeMap::new();
    let mut refused: BTreeMap<SiteId, Vec<NewSuppression>> = BTreeMap::new();
    let mut rng: rand::rngs::StdRng = rand::make_rng();
    for j in judged {
        let hand = &j.who.hand;
        match j.word.verdict.class {
            Class::RecipientDead => {
                let number = (hex::encode(&hand.phone_ix), j.word.verdict.code.clone());
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
