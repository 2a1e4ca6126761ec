//! Answers and reports become guarded moves, tally changes and marks, inside one transaction.
//!
//! Each function can be run again with the same input: what has moved already does not move twice,
//! so a transaction that is tried again, a report that comes twice or an answer that comes after
//! its own report are all harmless. The batches concerned are locked first, so two processes that
//! bring words about the same attempts do so one after the other; where the words are about two attempts
//! of one message, the guards of what is written decide (see [`queue::put`]).
//!
//! What is true of a whole batch is written once, in its row: that it was taken, that nobody took it, that nobody knows.
//! A plain delivery is one row in `result`. Only what is left, failures and doubts of single messages, is judged
//! message by message.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use crate::domain::channel::Channel;
use crate::domain::id::{BatchId, CampaignId, SiteId};
use crate::domain::outcome::Class;
use crate::domain::route::{Move, Standing};
use crate::domain::time::Micros;
use crate::providers::{CallError, Found, Report, Verdict};
use crate::store::batch::{self, About, BatchMeta, ClaimedBatch, Said};
use crate::store::message::{self, Judge};
use crate::store::queue::{self, Waiting};
use crate::store::result::{self, End, Fate, TallyDelta, Written};
use crate::store::route::RouteStop;
use crate::store::suppression::{self, NewSuppression, Scope};
use crate::store::{StoreError, Tx};

use super::answers::halt;
use super::books::{Books, Info};
use super::credits::{self, Ends};
use super::{Sending, late, snapshot};

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
    /// For which channels they do.
    pub(super) requeued_to: BTreeSet<(CampaignId, Channel)>,
    /// Messages newly in doubt.
    pub(super) doubted: u64,
    /// Routes that must stop.
    pub(super) stops: Vec<RouteStop>,
    /// Messages that had failed by rule and were delivered after all.
    pub(super) corrected: u64,
    /// Reports that named no message of ours.
    pub(super) strangers: u64,
    /// Messages with a final word, by batch: written by [`settle`].
    closed: BTreeMap<i64, i64>,
    /// What they had set aside, likewise.
    pub(super) money: Ends,
    /// Results for the roll-up, in the same manner: (campaign, channel, state, code) → how many, at what price.
    sums: BTreeMap<(CampaignId, Channel, &'static str, String), (i64, i64)>,
}

impl Effects {
    /// A message has its final word, or waits for another attempt.
    pub(super) fn close(&mut self, batch: i64, n: i64) {
        *self.closed.entry(batch).or_default() += n;
    }

    pub(super) fn sum(
        &mut self,
        campaign: CampaignId,
        channel: Channel,
        state: &'static str,
        code: &str,
        n: i64,
        price: i64,
    ) {
        if n > 0 {
            let sum = self.sums.entry((campaign, channel, state, code.to_owned())).or_default();
            *sum = (sum.0 + n, sum.1 + n * price);
            *self.finals.entry((campaign, channel, state)).or_default() += n.unsigned_abs();
        }
    }
}

/// Writes what a transaction has summed up: messages off their batches, results into the roll-up. Once, at its end.
pub(super) async fn settle(tx: &mut Tx, cx: &Sending, fx: &mut Effects) -> Result<(), StoreError> {
    let closed: Vec<(i64, i64)> = std::mem::take(&mut fx.closed).into_iter().collect();
    batch::close(tx, &closed).await?;
    let sums = std::mem::take(&mut fx.sums);
    let day = cx.clock.now().kst_date().to_string();
    let deltas: Vec<TallyDelta<'_>> = sums
        .iter()
        .map(|((campaign, channel, state, code), (n, price_minor))| TallyDelta {
            campaign: campaign.0,
            day: &day,
            channel: channel.word(),
            state,
            code,
            n: *n,
            price_minor: *price_minor,
        })
        .collect();
    result::tally(tx, &deltas).await?;
    credits::settle(tx, &mut fx.money, &cx.actor, cx.clock.now()).await
}

/// When a batch was handed over, by the calendar.
pub(super) fn handed_over(cx: &Sending, meta: &BatchMeta) -> Micros {
    Micros(meta.claimed_at.map_or_else(|| cx.clock.now().0, |at| at.0 + cx.clock.ahead_us()))
}

/// A retry pause of our own choosing is shortened or stretched by chance.
fn jitter() -> f64 {
    rand::random_range(0.0..=1.0)
}

/// The pause after which a batch in doubt is asked about for the first time.
pub(super) const FIRST_LOOK: Duration = Duration::from_secs(1);

pub(super) fn said_of(v: &Verdict) -> Said<'_> {
    let state = match v.class {
        Class::Delivered => "delivered",
        Class::Unknown => "unknown",
        Class::Accepted => "sending",
        Class::Absent => "absent",
        _ => "failed",
    };
    Said { state, class: v.class.word(), code: &v.code, detail: &v.text }
}

/// The code of a message that a look-up proved absent.
pub(super) const ABSENT: &str = "ABSENT";

pub(super) fn about(batch: i64, message: i64, provider_id: Option<&str>, at: Option<Micros>) -> About<'_> {
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
    said(tx, cx, books, words.iter(), fx).await
}

/// The batches that a page of words is about, to be locked.
pub(super) fn batches_of(words: &[Word]) -> impl Iterator<Item = i64> {
    words.iter().map(|w| w.batch)
}

/// Records words about attempts, of whatever campaigns and however often they come.
pub(super) async fn said<'w>(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    words: impl Iterator<Item = &'w Word>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    // the last word about an attempt in one page is the one that counts
    let mut latest: HashMap<(i64, i64), &Word> = HashMap::with_capacity(words.size_hint().0);
    for w in words {
        let known = latest.entry((w.batch, w.message)).or_insert(w);
        if known.verdict.class == Class::Accepted || w.verdict.class != Class::Accepted {
            *known = w;
        }
    }
    if latest.is_empty() {
        return Ok(());
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
    let doubts = queue::any_in_doubt(tx).await?;
    deliver(tx, cx, books, delivered, doubts, fx).await?;
    judge(tx, cx, books, others, doubts, fx).await?;
    if !taken.is_empty() && doubts {
        let pairs: Vec<(i64, i64)> = taken.iter().map(|w| (w.batch, w.message)).collect();
        queue::confirm(tx, &pairs, cx.clock.wall()).await?;
    }
    Ok(())
}

/// Campaign, channel and code that ends have in common.
pub(super) type Ended<'a> = (CampaignId, Channel, &'a str);

/// Plain deliveries: one row each.
async fn deliver(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    mut words: Vec<(&Word, &BatchMeta)>,
    doubts: bool,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    // in the order of the table that they are written to
    words.sort_unstable_by_key(|(w, _)| w.message);
    let mut firsts: BTreeMap<Ended<'_>, Vec<(&Word, &BatchMeta)>> = BTreeMap::new();
    let mut later: BTreeMap<Ended<'_>, Vec<(&Word, &BatchMeta)>> = BTreeMap::new();
    for (w, meta) in words {
        let channel: Channel = meta.channel.parse().map_err(StoreError::corrupt)?;
        let key = (meta.campaign_id, channel, w.verdict.code.as_str());
        let first = meta.holds(w.message);
        // somebody in doubt by himself is in the queue although it is his first attempt
        if first && !doubts {
            firsts.entry(key).or_default().push((w, meta));
        } else {
            later.entry(key).or_default().push((w, meta));
        }
    }
    let now = cx.clock.wall();
    let mut stale: Vec<(Ended<'_>, &Word, &BatchMeta)> = Vec::new();
    for (key, words) in firsts {
        let (campaign, channel, code) = key;
        let info = books.campaign(tx, campaign).await?;
        let price = info.composer.price(channel).0;
        let fate = Fate { channel: channel.word(), state: "delivered", code, price_minor: price };
        let rows: Vec<(i64, Option<i64>)> = words.iter().map(|(w, _)| (w.message, w.at.map(|t| t.0))).collect();
        let fresh = Fresh::of(result::first(tx, fate, &rows, now).await?);
        stale.extend(words.iter().filter(|(w, _)| !fresh.has(w.message)).map(|(w, meta)| (key, *w, *meta)));
        let news: Vec<_> = words.into_iter().filter(|(w, _)| fresh.has(w.message)).collect();
        let mut all = 0;
        for run in news.chunk_by(|a, b| a.0.batch == b.0.batch) {
            let (Some((w, meta)), Ok(n)) = (run.first(), i64::try_from(run.len())) else { continue };
            fx.close(w.batch, n);
            fx.money.of_way(&info, handed_over(cx, meta), meta.way(), n, Some(channel))?;
            all += n;
        }
        fx.sum(campaign, channel, "delivered", code, all, price);
    }
    for (key, words) in later {
        let (campaign, channel, code) = key;
        let info = books.campaign(tx, campaign).await?;
        let price = info.composer.price(channel).0;
        let fate = Fate { channel: channel.word(), state: "delivered", code, price_minor: price };
        let ends: Vec<End> = words.iter().map(|(w, meta)| end_at(w, meta.holds(w.message))).collect();
        let fresh = Fresh::of(result::end(tx, fate, &ends, now).await?);
        queue::drop_done(tx, &ends.iter().map(|e| e.message).collect::<Vec<_>>()).await?;
        let mut n = 0;
        for (w, meta) in words {
            if fresh.has(w.message) {
                fx.close(w.batch, 1);
                fx.money.of_batch(&info, meta, handed_over(cx, meta), w.message, Some(channel))?;
                n += 1;
            } else {
                stale.push((key, w, meta));
            }
        }
        fx.sum(campaign, channel, "delivered", code, n, price);
    }
    late::correct(tx, cx, books, stale, fx).await
}

pub(super) fn end_at(w: &Word, first: bool) -> End {
    End { message: w.message, batch: w.batch, at: w.at.map(|t| t.0), first: u8::from(first) }
}

/// Which of some messages have newly ended.
enum Fresh {
    All,
    These(HashSet<i64>),
}

impl Fresh {
    fn of(written: Written) -> Self {
        match written {
            Written::All => Self::All,
            Written::Some(messages) => Self::These(messages.into_iter().collect()),
        }
    }

    fn has(&self, message: i64) -> bool {
        match self {
            Self::All => true,
            Self::These(some) => some.contains(&message),
        }
    }
}

/// A word that is no plain delivery, with what decides about it.
struct Judged<'a> {
    word: &'a Word,
    meta: &'a BatchMeta,
    channel: Channel,
    info: Arc<Info>,
    /// What is known of the message; `None`: it is on its first attempt, and its batch tells enough.
    who: Option<&'a Judge>,
    step: Move,
}

/// The message may be on its first attempt, and its batch tells what comes next: the guards of what is written tell
/// whether that is so.
fn is_plain(w: &Word, meta: &BatchMeta) -> bool {
    meta.route.is_some()
        && meta.holds(w.message)
        && matches!(
            w.verdict.class,
            Class::Fallback | Class::Retry | Class::Absent | Class::Config | Class::Money | Class::Window
        )
}

/// Failures, refusals, doubts: message by message.
async fn judge(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    words: Vec<(&Word, &BatchMeta)>,
    doubts: bool,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    if words.is_empty() {
        return Ok(());
    }
    let plain = |w: &Word, meta: &BatchMeta| !doubts && is_plain(w, meta);
    let ids: Vec<i64> = words.iter().filter(|(w, meta)| !plain(w, meta)).map(|(w, _)| w.message).collect();
    let standings: HashMap<i64, Judge> =
        message::standing(tx, &ids).await?.into_iter().map(|j| (j.hand.id.0, j)).collect();
    let now = cx.clock.wall();
    let mut judged = Vec::with_capacity(words.len());
    for (word, meta) in words {
        let who = if plain(word, meta) {
            None
        } else {
            let Some(who) = standings.get(&word.message).filter(|j| is_current(j, meta)) else { continue };
            Some(who)
        };
        let step = standing(who, meta)?.after(word.verdict.class, now, cx.rules.patience, jitter(), None);
        // asked again and again, it stays as unknown as it is
        if matches!(step, Move::Doubt) && who.is_some_and(|w| w.waits.as_deref() == Some("unknown")) {
            continue;
        }
        judged.push(Judged {
            word,
            meta,
            channel: meta.channel.parse().map_err(StoreError::corrupt)?,
            info: books.campaign(tx, meta.campaign_id).await?,
            who,
            step,
        });
    }
    let mut moved = fail(tx, cx, &judged, fx).await?;
    moved.extend(requeue(tx, cx, &judged, fx).await?);
    let judged: Vec<&Judged<'_>> = judged.iter().filter(|j| moved.contains(&j.word.message)).collect();
    let mut said: BTreeMap<Said<'_>, Vec<About<'_>>> = BTreeMap::new();
    for j in &judged {
        let w = j.word;
        said.entry(said_of(&w.verdict)).or_default().push(about(w.batch, w.message, w.provider_id.as_deref(), w.at));
    }
    for (what, about) in &said {
        batch::say(tx, *what, about).await?;
    }
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

fn standing(who: Option<&Judge>, meta: &BatchMeta) -> Result<Standing, StoreError> {
    let route = who.map(|j| j.route.as_str()).or(meta.route.as_deref()).unwrap_or("");
    Ok(Standing {
        route: route.parse().map_err(StoreError::corrupt)?,
        step: u8::try_from(who.and_then(|j| j.step).unwrap_or(meta.step)).map_err(StoreError::corrupt)?,
        tries: u32::try_from(who.and_then(|j| j.tries).unwrap_or(1)).map_err(StoreError::corrupt)?,
    })
}

/// Messages that end here; returns those that had not ended before.
async fn fail(tx: &mut Tx, cx: &Sending, judged: &[Judged<'_>], fx: &mut Effects) -> Result<HashSet<i64>, StoreError> {
    let mut ended = HashSet::new();
    let mut fates: BTreeMap<Ended<'_>, Vec<&Judged<'_>>> = BTreeMap::new();
    for j in judged.iter().filter(|j| matches!(j.step, Move::Fail)) {
        fates.entry((j.info.id, j.channel, &j.word.verdict.code)).or_default().push(j);
    }
    let now = cx.clock.wall();
    for ((campaign, channel, code), failed) in &fates {
        let fate = Fate { channel: channel.word(), state: "failed", code, price_minor: 0 };
        let ends: Vec<End> = failed.iter().map(|j| end_at(j.word, j.meta.holds(j.word.message))).collect();
        let fresh = Fresh::of(result::end(tx, fate, &ends, now).await?);
        for j in failed.iter().filter(|j| fresh.has(j.word.message)) {
            let way = j.who.map_or(j.meta.way(), |w| w.route.as_str());
            fx.money.of_way(&j.info, handed_over(cx, j.meta), way, 1, None)?;
        }
        let news: Vec<&End> = ends.iter().filter(|e| fresh.has(e.message)).collect();
        news.iter().for_each(|e| fx.close(e.batch, 1));
        queue::drop_done(tx, &news.iter().map(|e| e.message).collect::<Vec<_>>()).await?;
        fx.sum(*campaign, *channel, "failed", code, i64::try_from(news.len()).unwrap_or(0), 0);
        ended.extend(news.iter().map(|e| e.message));
    }
    Ok(ended)
}

/// Messages that wait for another attempt, or in doubt; returns those that moved.
async fn requeue(
    tx: &mut Tx,
    cx: &Sending,
    judged: &[Judged<'_>],
    fx: &mut Effects,
) -> Result<HashSet<i64>, StoreError> {
    let wall = cx.clock.wall();
    let rows: Vec<Waiting<'_>> = judged.iter().filter_map(|j| waiting(j, wall)).collect();
    let moved: HashSet<i64> = queue::put(tx, &rows, wall).await?.into_iter().collect();
    for j in judged.iter().filter(|j| moved.contains(&j.word.message)) {
        match j.step {
            Move::Doubt => fx.doubted += 1,
            step => {
                fx.close(j.word.batch, 1);
                fx.requeued += 1;
                let channel = if let Move::FallBack { channel, .. } = step { channel } else { j.channel };
                fx.requeued_to.insert((j.info.id, channel));
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
    Ok(moved)
}

/// A place in the queue, where the move leads there.
fn waiting<'a>(j: &'a Judged<'_>, wall: Micros) -> Option<Waiting<'a>> {
    let same = Waiting {
        message: j.word.message,
        campaign: j.info.id.0,
        channel: j.channel.word(),
        step: j.who.and_then(|w| w.step).unwrap_or(j.meta.step),
        night: j.meta.night,
        state: "queued",
        batch: j.word.batch,
        tries: j.who.and_then(|w| w.tries).unwrap_or(1),
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
pub(in crate::ops) const NO_REPORT: &str = "NO_REPORT";

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
    let absent =
        Verdict { class: Class::Absent, code: ABSENT.to_owned(), text: "the provider never had it".to_owned() };
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

/// When those that were asked about are asked about again.
pub(super) async fn asked(tx: &mut Tx, cx: &Sending, looks: &[Looked]) -> Result<(), StoreError> {
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
    Ok(())
}

/// Batches in doubt of which everything was found, or proven absent and queued again: what is left of them was taken.
/// After [`said`] has heard [`words_of`] the look-ups.
pub(super) async fn cleared(tx: &mut Tx, cx: &Sending, looks: &[Looked]) -> Result<(), StoreError> {
    for look in looks.iter().filter(|l| l.whole) {
        if let Ok(found) = &look.result
            && found.iter().all(|f| matches!(f, Found::Present(_)) || look.proves_absence)
        {
            let now = cx.steady.now();
            batch::cleared(tx, look.batch, now.plus(cx.rules.ask_after), now).await?;
        }
    }
    Ok(())
}

/// Numbers that turned out wrong are marked; people who refuse a channel go onto the suppression list.
async fn mark(tx: &mut Tx, cx: &Sending, judged: &[&Judged<'_>]) -> Result<(), StoreError> {
    let mut dead: BTreeMap<SiteId, Vec<(String, String)>> = BTreeMap::new();
    let mut refused: BTreeMap<SiteId, Vec<NewSuppression>> = BTreeMap::new();
    let mut rng: rand::rngs::StdRng = rand::make_rng();
    for j in judged {
        let Some(hand) = j.who.map(|w| &w.hand) else { continue };
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
