//! The dispatcher: one loop that gathers what has happened, writes it down in one transaction
//! together with the next claims, and only then makes the calls.
//!
//! So a crash loses no claim and no result: what was claimed and not answered is found `sending`
//! in the database and is asked about; what was answered and not written is found there too.
//! No call is ever made while a transaction is open.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use crate::domain::channel::Channel;
use crate::domain::id::{BatchId, CampaignId};
use crate::domain::outcome::Class;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::providers::{CallError, Cursor, Intake, Kakao, Outgoing, Page, Question, Reference, Submission, Verdict};
use crate::store::batch::{self, BatchMeta, DueBatch, NewBatch, RouteStop};
use crate::store::message::{self, InHand};
use crate::store::{StoreError, Tx, campaign, retrying};

use super::apply::{self, Answered, Books, Effects, Info, Looked};
use super::limit::{Room, room};
use super::{Line, SendError, Sending, poll, snapshot};

/// How far a run goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Every message has a final state, or nothing has come for this long.
    Final(Duration),
    /// Everything due has been handed over and answered.
    HandedOver,
}

/// Where a run stands.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Messages of the campaign.
    pub total: u64,
    /// Delivered, by channel.
    pub delivered: BTreeMap<Channel, u64>,
    /// Failed for good.
    pub failed: u64,
    /// Taken back.
    pub cancelled: u64,
    /// In calls under way.
    pub in_flight: u64,
    /// Handed over by this run.
    pub handed_over: u64,
}

impl Progress {
    /// Messages in a final state.
    pub fn finished(&self) -> u64 {
        self.delivered.values().sum::<u64>() + self.failed + self.cancelled
    }
}

/// How a run ended.
#[derive(Debug, Clone)]
pub enum Ended {
    /// Every message has a final state.
    Done,
    /// Everything was handed over; reports are outstanding.
    Waiting,
    /// The campaign was paused or cancelled elsewhere.
    Held(CampaignState),
    /// A route stopped for a reason of ours.
    Stopped(RouteStop),
    /// The provider does not answer.
    Down {
        /// Which.
        provider: String,
        /// What it last said.
        detail: String,
    },
    /// A signal asked us to stop; what was in flight is recorded.
    Interrupted,
}

/// Something happened outside.
enum Event {
    Answer(Answered),
    Page { provider: String, page: Page },
    Looked(Looked),
}

/// What one turn of the loop hands over.
struct Claimed {
    batch: BatchId,
    channel: Channel,
    provider: String,
    hand: Vec<InHand>,
}

/// What has happened since the last turn.
#[derive(Default)]
struct Gathered {
    answers: Vec<Answered>,
    pages: Vec<(String, Page)>,
    looks: Vec<Looked>,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.pages.is_empty() && self.looks.is_empty()
    }

    fn put(&mut self, event: Event) {
        match event {
            Event::Answer(a) => self.answers.push(a),
            Event::Page { provider, page } => self.pages.push((provider, page)),
            Event::Looked(l) => self.looks.push(l),
        }
    }
}

/// What a turn's transaction did.
#[derive(Default)]
struct Turn {
    fx: Effects,
    claimed: Vec<Claimed>,
    /// When each channel may have something to claim again; absent: not before an event.
    wake: BTreeMap<Channel, Micros>,
    due: Vec<(DueBatch, Vec<batch::OpenAttempt>)>,
    next_ask: Option<Micros>,
    state: Option<CampaignState>,
    finished: bool,
    queued: i64,
    /// The site has suppressions that every batch must be held against.
    suppressions: bool,
}

/// Trouble with a provider, and how long to keep away from it.
#[derive(Default)]
struct Trouble {
    since: Option<Instant>,
    in_a_row: u32,
    until: Option<Instant>,
    detail: String,
}

/// Events taken in one turn.
const EVENTS_A_TURN: usize = 64;
/// Look-ups under way at once.
const LOOKS: usize = 4;
/// The state of the campaign is read again at least this often.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// The loop over one campaign.
pub(super) struct Dispatcher {
    cx: Arc<Sending>,
    info: Arc<Info>,
    installation: Arc<str>,
    books: Books,
    channels: Vec<Channel>,
    progress: Progress,
    in_flight: HashMap<String, usize>,
    trouble: HashMap<String, Trouble>,
    wake: BTreeMap<Channel, Micros>,
    looking: usize,
    next_ask: Option<Micros>,
    events: mpsc::UnboundedReceiver<Event>,
    tell: mpsc::UnboundedSender<Event>,
    pages: mpsc::Receiver<Event>,
    tell_page: mpsc::Sender<Event>,
    tasks: JoinSet<()>,
}

impl Dispatcher {
    pub(super) async fn new(cx: Arc<Sending>, id: CampaignId) -> Result<Self, SendError> {
        let mut c = cx.store.read().await?;
        let row = campaign::by_id(&mut c, id)
            .await?
            .ok_or_else(|| SendError::NotFound { what: "campaign", name: id.to_string() })?;
        let info = Arc::new(apply::info_of(&row)?);
        let mut progress = Progress { total: u64::try_from(row.total).unwrap_or(0), ..Progress::default() };
        for t in campaign::tally(&mut c, id).await? {
            add(&mut progress, &t.channel, &t.state, u64::try_from(t.n).unwrap_or(0));
        }
        drop(c);
        let installation: Arc<str> = cx.store.installation().await?.into();
        let books = Books::default();
        books.keep(Arc::clone(&info));
        let channels: Vec<Channel> = cx.rules.channels.keys().copied().collect();
        let wake = channels.iter().map(|c| (*c, Micros(0))).collect();
        let (tell, events) = mpsc::unbounded_channel();
        // two pages ahead: polling overlaps with writing, and memory stays bounded
        let (tell_page, pages) = mpsc::channel(2);
        Ok(Self {
            cx,
            info,
            installation,
            books,
            channels,
            progress,
            in_flight: HashMap::new(),
            trouble: HashMap::new(),
            wake,
            looking: 0,
            next_ask: Some(Micros(0)),
            events,
            tell,
            pages,
            tell_page,
            tasks: JoinSet::new(),
        })
    }

    /// Runs until the end that `until` names, or until `stop` asks for it.
    pub(super) async fn run(
        mut self,
        until: Until,
        mut stop: watch::Receiver<bool>,
        mut show: impl FnMut(&Progress),
    ) -> Result<(Ended, Progress), SendError> {
        self.adopt().await?;
        if matches!(until, Until::Final(_)) {
            self.start_polling().await?;
        }
        let mut idle_since = Instant::now();
        let mut stopped: Option<RouteStop> = None;
        loop {
            let stopping = *stop.borrow();
            let gathered = self.gather(&mut stop, stopped.is_none()).await;
            let something = !gathered.is_empty();
            let claim = !stopping && stopped.is_none() && !*stop.borrow();
            let turn = retrying(|| self.turn(&gathered, claim)).await?;
            let busy = something && (!turn.fx.finals.is_empty() || turn.fx.requeued > 0) || !turn.claimed.is_empty();
            if busy || self.calls() > 0 {
                idle_since = Instant::now();
            }
            self.note_trouble(&gathered);
            if let Some(s) = turn.fx.stops.first() {
                stopped = Some(s.clone());
            }
            let (state, finished, queued) = (turn.state, turn.finished, turn.queued);
            self.absorb(turn);
            show(&self.progress);
            if self.calls() > 0 {
                continue;
            }
            if finished || (self.progress.total > 0 && self.progress.finished() >= self.progress.total) {
                return Ok(self.end(Ended::Done));
            }
            if let Some(s) = stopped {
                return Ok(self.end(Ended::Stopped(s)));
            }
            if *stop.borrow() {
                return Ok(self.end(Ended::Interrupted));
            }
            // whoever does not wait for reports still waits for the answers to its own questions
            let asking = until == Until::HandedOver && self.looking > 0;
            if let Some(s) = state.filter(|s| *s != CampaignState::Running && !asking) {
                let ended = if s == CampaignState::Done { Ended::Done } else { Ended::Held(s) };
                return Ok(self.end(ended));
            }
            if let Some((provider, detail)) = self.given_up() {
                return Ok(self.end(Ended::Down { provider, detail }));
            }
            let over = match until {
                Until::Final(wait) => queued == 0 && idle_since.elapsed() >= wait,
                Until::HandedOver => queued == 0 || self.nothing_due(),
            };
            if over && self.looking == 0 {
                return Ok(self.end(Ended::Waiting));
            }
        }
    }

    fn end(self, ended: Ended) -> (Ended, Progress) {
        (ended, self.progress)
    }

    fn calls(&self) -> usize {
        self.in_flight.values().sum()
    }

    fn nothing_due(&self) -> bool {
        let soon = self.cx.clock.wall().plus(HEARTBEAT);
        self.wake.values().all(|at| *at > soon)
    }

    /// Puts what an earlier process left under way into doubt. The campaign's lock is held.
    async fn adopt(&self) -> Result<(), StoreError> {
        let n = retrying(|| async {
            let mut tx = self.cx.store.write().await?;
            let n = batch::adopt_orphans(&mut tx, self.info.id, &self.cx.owner, self.cx.clock.wall()).await?;
            tx.commit().await?;
            Ok(n)
        })
        .await?;
        if n > 0 {
            tracing::warn!(campaign = %self.info.id, batches = n, "calls of an earlier process are in doubt and will be asked about");
        }
        Ok(())
    }

    /// One poller for each provider that this campaign uses.
    async fn start_polling(&mut self) -> Result<(), StoreError> {
        let mut names: Vec<&String> =
            self.channels.iter().filter_map(|c| Some(&self.cx.rules.channels.get(c)?.provider)).collect();
        names.sort();
        names.dedup();
        for name in names {
            let Some(line) = self.cx.lines.get(name) else { continue };
            if !line.provider.caps().reports {
                continue;
            }
            let mut c = self.cx.store.read().await?;
            let cursor = poll::cursor(&self.cx, &mut c, name, line).await?;
            self.tasks.spawn(listen(name.clone(), line.clone(), cursor, self.tell_page.clone()));
        }
        Ok(())
    }

    /// Waits for the next event, timer or signal, and takes what else is there.
    async fn gather(&mut self, stop: &mut watch::Receiver<bool>, claims: bool) -> Gathered {
        let mut got = Gathered::default();
        let stopping = *stop.borrow();
        let wait = self.until_timer(claims && !stopping);
        tokio::select! {
            biased;
            Some(e) = self.events.recv() => got.put(e),
            Some(e) = self.pages.recv() => got.put(e),
            () = tokio::time::sleep(wait) => {}
            changed = stop.changed(), if !stopping => {
                if changed.is_err() {
                    // nobody can ask us to stop any more: only the timer paces the loop
                    tokio::time::sleep(wait).await;
                }
            }
        }
        for _ in 0..EVENTS_A_TURN {
            match self.events.try_recv() {
                Ok(e) => got.put(e),
                Err(_) => break,
            }
        }
        while let Ok(e) = self.pages.try_recv() {
            got.put(e);
        }
        for a in &got.answers {
            if let Some(n) = self.in_flight.get_mut(&a.provider) {
                *n -= 1;
            }
            self.progress.in_flight = self.progress.in_flight.saturating_sub(a.hand.len() as u64);
            if !matches!(a.result, Err(CallError::NotTaken { .. })) {
                self.progress.handed_over += a.hand.len() as u64;
            }
        }
        self.looking -= got.looks.len().min(self.looking);
        got
    }

    fn until_timer(&self, claims: bool) -> Duration {
        let now = self.cx.clock.wall();
        let claim = self.claimable().filter(|_| claims).filter_map(|c| self.wake.get(&c)).min();
        let ask = self.next_ask.filter(|_| self.looking < LOOKS);
        let next = claim.copied().into_iter().chain(ask).min();
        next.map_or(HEARTBEAT, |at| at.since(now)).min(HEARTBEAT)
    }

    /// Channels whose provider has a free place and is not in trouble.
    fn claimable(&self) -> impl Iterator<Item = Channel> {
        self.channels.iter().copied().filter(|c| self.slots(*c) > 0)
    }

    fn slots(&self, channel: Channel) -> usize {
        let Some(rule) = self.cx.rules.channels.get(&channel) else { return 0 };
        let Some(line) = self.cx.lines.get(&rule.provider) else { return 0 };
        if self.trouble.get(&rule.provider).and_then(|t| t.until).is_some_and(|u| u > Instant::now()) {
            return 0;
        }
        let most = line.max_in_flight.min(self.in_memory());
        most.saturating_sub(self.in_flight.get(&rule.provider).copied().unwrap_or(0))
    }

    /// Calls whose messages fit in memory together.
    fn in_memory(&self) -> usize {
        (self.cx.rules.queue_capacity / self.cx.rules.batch_size.max(1)).max(1) as usize
    }

    /// One transaction: what has happened, then what is claimed.
    async fn turn(&self, got: &Gathered, claim: bool) -> Result<Turn, StoreError> {
        let mut turn = Turn::default();
        let begun = Instant::now();
        let mut tx = self.cx.store.write().await?;
        apply::answers(&mut tx, &self.cx, &got.answers, &mut turn.fx).await?;
        let answered = begun.elapsed();
        for (provider, page) in &got.pages {
            let (words, strangers) = apply::ours(&self.installation, &page.reports);
            let before = turn.fx.strangers;
            apply::reports(&mut tx, &self.cx, &self.books, &words, &mut turn.fx).await?;
            let strangers = strangers + (turn.fx.strangers - before);
            if !page.reports.is_empty() || !page.more {
                let n = i64::try_from(strangers).unwrap_or(0);
                batch::keep_cursor(&mut tx, provider, &page.next.0, self.cx.clock.wall(), n).await?;
            }
        }
        apply::looked(&mut tx, &self.cx, &self.books, &got.looks, &mut turn.fx).await?;
        let reported = begun.elapsed();
        if claim && turn.fx.stops.is_empty() {
            self.claim(&mut tx, &mut turn, !got.is_empty()).await?;
        }
        let claimed = begun.elapsed();
        let now = self.cx.clock.wall();
        if self.looking < LOOKS && self.next_ask.is_none_or(|at| at <= now) {
            for due in batch::due(&mut tx, self.info.id, now, (LOOKS - self.looking).try_into().unwrap_or(1)).await? {
                // asked for now; asked again soon should this process end before the answer
                batch::asked(&mut tx, due.id, now.plus(Duration::from_secs(30))).await?;
                let open = batch::open_attempts(&mut tx, due.id).await?;
                turn.due.push((due, open));
            }
        }
        if turn.claimed.is_empty() && self.calls() == 0 {
            let row = campaign::by_id(&mut tx, self.info.id).await?;
            turn.state = row.and_then(|r| r.state.parse().ok());
            turn.finished = campaign::finish(&mut tx, self.info.id, self.cx.clock.now()).await?;
            turn.queued = message::queued(&mut tx, self.info.id).await?;
        }
        turn.next_ask = batch::next_ask(&mut tx, self.info.id).await?;
        let settled = begun.elapsed();
        tx.commit().await?;
        tracing::trace!(
            answers = got.answers.len(),
            reports = got.pages.iter().map(|p| p.1.reports.len()).sum::<usize>(),
            batches = turn.claimed.len(),
            answer_us = answered.as_micros(),
            report_us = reported.saturating_sub(answered).as_micros(),
            claim_us = claimed.saturating_sub(reported).as_micros(),
            rest_us = settled.saturating_sub(claimed).as_micros(),
            commit_us = begun.elapsed().saturating_sub(settled).as_micros(),
            "turn"
        );
        Ok(turn)
    }

    async fn claim(&self, tx: &mut Tx, turn: &mut Turn, events: bool) -> Result<(), StoreError> {
        let now = self.cx.clock.wall();
        let mut taken: HashMap<&str, usize> = HashMap::new();
        turn.suppressions = batch::any_suppression(tx, self.info.site).await?;
        for channel in self.claimable() {
            let Some(rule) = self.cx.rules.channels.get(&channel) else { continue };
            if !events && self.wake.get(&channel).is_none_or(|at| *at > now) {
                if let Some(at) = self.wake.get(&channel) {
                    turn.wake.insert(channel, *at);
                }
                continue;
            }
            let slots = self.slots(channel).saturating_sub(taken.get(rule.provider.as_str()).copied().unwrap_or(0));
            let n = self.claim_channel(tx, turn, channel, rule, slots, now).await?;
            *taken.entry(&rule.provider).or_default() += n;
        }
        Ok(())
    }

    /// Claims batches of one channel while there are places, room and messages; returns how many.
    async fn claim_channel(
        &self,
        tx: &mut Tx,
        turn: &mut Turn,
        channel: Channel,
        rule: &super::ChannelRule,
        slots: usize,
        now: Micros,
    ) -> Result<usize, StoreError> {
        if slots == 0 {
            turn.wake.insert(channel, now);
            return Ok(0);
        }
        let Some(due) = message::next_due(tx, self.info.id, channel.word()).await? else { return Ok(0) };
        if due > now {
            turn.wake.insert(channel, due);
            return Ok(0);
        }
        let mut free = i64::MAX;
        if let Some(limit) = rule.limit {
            let window_us = i64::try_from(limit.window.as_micros()).unwrap_or(i64::MAX);
            batch::lock_rate_group(tx, &rule.rate_group, i64::from(limit.most), window_us, now).await?;
            match room(limit, batch::usage(tx, &rule.rate_group, now.minus(limit.window)).await?) {
                Room::Now(n) => free = n,
                Room::At(at) => {
                    turn.wake.insert(channel, at);
                    return Ok(0);
                }
                Room::AfterAnswer => {
                    turn.wake.insert(channel, now.plus(HEARTBEAT));
                    return Ok(0);
                }
            }
        }
        let line = self.cx.lines.get(&rule.provider);
        let timeout = line.map_or(HEARTBEAT, |l| l.timeout);
        let mut n = 0;
        while n < slots && free > 0 {
            let most = free.min(i64::from(self.cx.rules.batch_size));
            let new = NewBatch {
                campaign: self.info.id,
                channel: channel.word(),
                provider: &rule.provider,
                rate_group: &rule.rate_group,
                owner: &self.cx.owner,
                claimed_at: now,
                lease_until: now.plus(timeout * 2),
            };
            let Some((id, size)) = batch::claim(tx, &new, most).await? else { return Ok(n) };
            let hand = self.in_hand(tx, turn, id, channel, &rule.provider).await?;
            free -= i64::try_from(hand.len()).unwrap_or(i64::MAX);
            if !hand.is_empty() {
                n += 1;
                turn.claimed.push(Claimed { batch: id, channel, provider: rule.provider.clone(), hand });
            }
            if size < most {
                return Ok(n);
            }
        }
        turn.wake.insert(channel, now);
        Ok(n)
    }

    /// The messages of a fresh batch, without those whose person has opted out since the plan.
    async fn in_hand(
        &self,
        tx: &mut Tx,
        turn: &mut Turn,
        id: BatchId,
        channel: Channel,
        provider: &str,
    ) -> Result<Vec<InHand>, StoreError> {
        let now = self.cx.clock.wall();
        let gone = if turn.suppressions {
            batch::suppressed(tx, id, self.info.site, channel.word()).await?
        } else {
            Vec::new()
        };
        let mut hand = message::claimed(tx, id, now).await?;
        hand.sort_by_key(|m| m.id);
        if gone.is_empty() {
            return Ok(hand);
        }
        let answered = Answered {
            batch: id,
            info: Arc::clone(&self.info),
            channel,
            provider: provider.to_owned(),
            ended_at: now,
            result: Ok(gone.iter().map(|_| local("SUPPRESSED", "opted out since the plan")).collect()),
            hand: hand.iter().filter(|m| gone.contains(&m.id.0)).cloned().collect(),
        };
        hand.retain(|m| !gone.contains(&m.id.0));
        apply::refuse(tx, &self.cx, &answered, &mut turn.fx).await?;
        batch::resize(tx, id, i64::try_from(hand.len()).unwrap_or(0)).await?;
        if hand.is_empty() {
            apply::nothing_sent(tx, id, now).await?;
        }
        Ok(hand)
    }

    /// After the commit: what was claimed goes out, what is due is asked about.
    fn absorb(&mut self, turn: Turn) {
        for ((id, channel, state), n) in turn.fx.finals {
            if id == self.info.id {
                add(&mut self.progress, channel.word(), state, n);
            }
        }
        if turn.fx.requeued > 0 {
            let now = self.cx.clock.wall();
            self.wake = self.channels.iter().map(|c| (*c, now)).collect();
        }
        for channel in &self.channels {
            match turn.wake.get(channel) {
                Some(at) => {
                    self.wake.insert(*channel, *at);
                }
                None if turn.fx.requeued == 0 => {
                    self.wake.remove(channel);
                }
                None => {}
            }
        }
        for c in turn.claimed {
            self.books.keep_batch(BatchMeta {
                id: c.batch,
                campaign_id: self.info.id,
                channel: c.channel.word().to_owned(),
                provider: c.provider.clone(),
            });
            *self.in_flight.entry(c.provider.clone()).or_default() += 1;
            tracing::debug!(campaign = %self.info.id, batch = %c.batch, channel = %c.channel, messages = c.hand.len(), "handed over");
            self.progress.in_flight += c.hand.len() as u64;
            if let Some(line) = self.cx.lines.get(&c.provider) {
                let call = call(
                    Arc::clone(&self.cx),
                    Arc::clone(&self.info),
                    Arc::clone(&self.installation),
                    line.clone(),
                    c,
                    self.tell.clone(),
                );
                self.tasks.spawn(call);
            }
        }
        self.next_ask = turn.next_ask;
        for (due, open) in turn.due {
            if let Some(line) = self.cx.lines.get(&due.provider) {
                self.looking += 1;
                let look = look_up(
                    Arc::clone(&self.cx),
                    Arc::clone(&self.info),
                    Arc::clone(&self.installation),
                    line.clone(),
                    due,
                    open,
                    self.tell.clone(),
                );
                self.tasks.spawn(look);
            }
        }
        while self.tasks.try_join_next().is_some() {}
    }

    /// Keeps away from a provider that fails, longer each time; forgets it at the first success.
    fn note_trouble(&mut self, got: &Gathered) {
        for l in &got.looks {
            tracing::debug!(batch = %l.batch, asked = l.asked, messages = l.messages.len(), "looked up");
        }
        for a in &got.answers {
            let t = self.trouble.entry(a.provider.clone()).or_default();
            let (detail, asked) = match &a.result {
                Ok(_) | Err(CallError::Refused { .. }) => {
                    *t = Trouble::default();
                    continue;
                }
                Err(CallError::NotTaken { detail, retry_after }) => (detail, retry_after.unwrap_or_default()),
                Err(CallError::Lost { detail }) => (detail, Duration::ZERO),
            };
            t.in_a_row += 1;
            t.since.get_or_insert_with(Instant::now);
            t.detail.clone_from(detail);
            let own =
                Duration::from_millis(250).saturating_mul(1 << t.in_a_row.min(6)).mul_f64(rand::random_range(0.5..1.0));
            t.until = Some(Instant::now() + own.max(asked.min(Duration::from_mins(5))));
            let wake = self.cx.clock.wall().plus(own.max(asked));
            for c in &self.channels {
                self.wake.entry(*c).or_insert(wake);
            }
            tracing::warn!(provider = a.provider, batch = %a.batch, in_a_row = t.in_a_row, detail, "a call did not succeed");
        }
    }

    fn given_up(&self) -> Option<(String, String)> {
        let down = self
            .trouble
            .iter()
            .find(|(_, t)| t.in_a_row > 2 && t.since.is_some_and(|s| s.elapsed() > self.cx.rules.give_up_after))?;
        Some((down.0.clone(), down.1.detail.clone()))
    }
}

fn add(progress: &mut Progress, channel: &str, state: &str, n: u64) {
    match (state, channel.parse()) {
        ("delivered", Ok(channel)) => *progress.delivered.entry(channel).or_default() += n,
        ("failed", _) => progress.failed += n,
        ("cancelled", _) => progress.cancelled += n,
        _ => {}
    }
}

/// A final verdict of our own.
fn local(code: &str, text: &str) -> Intake {
    Intake { provider_id: None, verdict: Verdict { class: Class::Late, code: code.to_owned(), text: text.to_owned() } }
}

/// Makes one call and tells the loop.
async fn call(
    cx: Arc<Sending>,
    info: Arc<Info>,
    installation: Arc<str>,
    line: Line,
    c: Claimed,
    tell: mpsc::UnboundedSender<Event>,
) {
    let content = info.composer.content();
    let mut outgoing = Vec::with_capacity(c.hand.len());
    let mut refused: Vec<Option<Intake>> = Vec::with_capacity(c.hand.len());
    for m in &c.hand {
        let made = snapshot::open(&cx.keys, info.site, &m.phone_ix, m.key_id, m.sealed.as_deref())
            .ok_or_else(|| local("ERASED", "the person was erased"))
            .and_then(|p| {
                let composed = info.composer.compose(&p, c.channel).map_err(|e| local("UNFIT", &e.to_string()))?;
                Ok((p, composed))
            });
        match made {
            Ok((person, text)) => {
                refused.push(None);
                outgoing.push(Outgoing {
                    reference: Reference(apply::reference(&installation, c.batch, m.id.0)),
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
    let result = if outgoing.is_empty() {
        Ok(Vec::new())
    } else {
        line.provider.submit(&Submission { channel: c.channel, messages: outgoing }).await
    };
    let result = result.map(|intakes| {
        let mut intakes = intakes.into_iter();
        refused.into_iter().filter_map(|r| r.or_else(|| intakes.next())).collect()
    });
    let ended_at = cx.clock.wall();
    let answered =
        Answered { batch: c.batch, info, channel: c.channel, provider: c.provider, hand: c.hand, result, ended_at };
    // the loop is gone only when the process is ending: then the batch is found in the database
    let _ = tell.send(Event::Answer(answered));
}

/// Asks about one batch and tells the loop.
async fn look_up(
    cx: Arc<Sending>,
    info: Arc<Info>,
    installation: Arc<str>,
    line: Line,
    due: DueBatch,
    open: Vec<batch::OpenAttempt>,
    tell: mpsc::UnboundedSender<Event>,
) {
    let asked_at = cx.clock.wall();
    // a call that was cut off may still be worked on: absence counts once it had as long again to end
    let proves_absence =
        due.ended_at.is_some_and(|end| asked_at >= end.plus(line.timeout)) && line.provider.caps().finds_by_reference;
    let told: HashMap<String, String> =
        due.provider_ids.as_deref().and_then(|ids| serde_json::from_str(ids).ok()).unwrap_or_default();
    let mut questions = Vec::with_capacity(open.len());
    let (mut messages, mut doubted) = (Vec::new(), Vec::new());
    for a in &open {
        let Some(p) = snapshot::open(&cx.keys, info.site, &a.phone_ix, a.key_id, a.sealed.as_deref()) else { continue };
        questions.push(Question {
            reference: Reference(apply::reference(&installation, due.id, a.message_id.0)),
            provider_id: a.provider_id.clone().or_else(|| told.get(&a.message_id.0.to_string()).cloned()),
            to: p.to,
            since: due.claimed_at,
        });
        messages.push(a.message_id.0);
        doubted.push(a.state == "unknown");
    }
    let result = if questions.is_empty() { Ok(Vec::new()) } else { line.provider.look_up(&questions).await };
    let _ =
        tell.send(Event::Looked(Looked { batch: due.id, messages, doubted, result, proves_absence, asked: due.asked }));
}

/// Polls a provider for as long as the loop listens.
async fn listen(provider: String, line: Line, mut cursor: Cursor, tell: mpsc::Sender<Event>) {
    const SHORTEST: Duration = Duration::from_millis(200);
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
