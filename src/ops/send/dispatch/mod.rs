//! The dispatcher: one loop that gathers what has happened, writes it down in one transaction
//! together with the next claims, and only then makes the calls.
//!
//! So a crash loses no claim and no result: what was claimed and not answered is found `sending`
//! in the database and is asked about; what was answered and not written is found there too.
//! No call is ever made while a transaction is open.
//!
//! It works on one campaign or on all of them, alone or beside others: batches are claimed one by one, and whoever
//! claims one owns it.

mod ending;
mod turn;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinSet;

use crate::domain::channel::Channel;
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::providers::{CallError, Page};
use crate::store::batch::{self, BatchMeta, DueBatch};
use crate::store::route::RouteStop;
use crate::store::{Lock, StoreError, campaign, retrying};

use crate::ops::send::answers::Answered;
use crate::ops::send::apply::{self, Effects, Looked, Word};
use crate::ops::send::books::{Books, Info};
use crate::ops::send::call::{self, Claimed, Event};
use crate::ops::send::claim::{InFlight, Wake, is_pressing};
use crate::ops::send::routes::Known;
use crate::ops::send::senders::{self, Me};
use crate::ops::send::{SendError, Sending, poll, recall};

/// How far a run goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// Every message has a final state, or nothing has come for this long.
    Final(Duration),
    /// Everything due has been handed over and answered.
    HandedOver,
    /// As that, for all campaigns, limits waited for and reports fetched.
    Idle,
    /// Nothing ends it but a signal.
    Stopped,
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
    /// Campaigns that it works on.
    pub campaigns: usize,
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
    /// What is left must not go at night; it waits until then.
    Night(Micros),
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
    /// It is planned, and left to a worker.
    Detached,
    /// It is planned, and begins then.
    Scheduled(Micros),
}

/// What has happened since the last turn.
#[derive(Default)]
struct Gathered {
    answers: Vec<Answered>,
    pages: Vec<(String, Page, Vec<Word>, u64)>,
    looks: Vec<Looked>,
    /// There is a new campaign that somebody waits for.
    pressing: bool,
}

impl Gathered {
    fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.pages.is_empty() && self.looks.is_empty()
    }

    fn put(&mut self, event: Event, installation: &str) {
        match event {
            Event::Answer(a) => self.answers.push(a),
            Event::Page { provider, page } => {
                let (words, strangers) = apply::ours(installation, &page.reports);
                self.pages.push((provider, page, words, strangers));
            }
            Event::Looked(l) => self.looks.push(l),
            Event::Pressing => self.pressing = true,
        }
    }

    /// Reports in its pages.
    fn reports(&self) -> usize {
        self.pages.iter().map(|p| p.1.reports.len()).sum()
    }

    /// The batches that it is about, each once.
    fn batches(&self) -> std::collections::BTreeSet<i64> {
        let answers = self.answers.iter().map(|a| a.batch.id.0);
        let pages = self.pages.iter().flat_map(|p| apply::batches_of(&p.2));
        answers.chain(pages).chain(self.looks.iter().map(|l| l.batch.0)).collect()
    }
}

/// What a turn's transaction did.
#[derive(Default)]
struct Turn {
    fx: Effects,
    claimed: Vec<Claimed>,
    wake: Wake,
    due: Vec<(Arc<Info>, DueBatch, Vec<batch::OpenAttempt>)>,
    next_ask: Option<Micros>,
    state: Option<CampaignState>,
    finished: bool,
    waiting: i64,
    lease: Option<Micros>,
}

/// Trouble with a provider, for whoever waits in the foreground.
#[derive(Default)]
struct Trouble {
    since: Option<Instant>,
    in_a_row: u32,
    detail: String,
}

/// Events taken in one turn.
const EVENTS_A_TURN: usize = 64;
/// Once a turn has these many reports, the next page waits: nobody's message waits long for a turn.
const REPORTS_A_TURN: usize = 2_000;
/// While work flows, turns begin no closer: what comes in between is written together.
const PACE: Duration = Duration::from_millis(25);
/// Look-ups under way at once.
const LOOKS: usize = 4;
/// What others may have changed is read again this often.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(1);
/// Overdue reports are looked for this often.
const DEADLINES: Duration = Duration::from_secs(30);

/// The loop.
pub(super) struct Dispatcher {
    cx: Arc<Sending>,
    me: Arc<Me>,
    /// One campaign, or all of them.
    only: Option<CampaignId>,
    installation: Arc<str>,
    books: Books,
    /// What it works on, in the order of the lanes.
    work: Vec<(Arc<Info>, CampaignState)>,
    known: Known,
    progress: Progress,
    in_flight: InFlight,
    /// Places for calls that nobody waits for, by provider.
    places: HashMap<String, Arc<Semaphore>>,
    trouble: HashMap<String, Trouble>,
    wake: Wake,
    looking: usize,
    next_ask: Option<Micros>,
    events: mpsc::UnboundedReceiver<Event>,
    tell: mpsc::UnboundedSender<Event>,
    pages: mpsc::Receiver<Event>,
    tell_page: mpsc::Sender<Event>,
    pollers: HashMap<String, Lock>,
    tasks: JoinSet<()>,
    turns: usize,
    ticked: Option<Instant>,
    begun: Option<Instant>,
    looked_for_overdue: Option<Instant>,
}

impl Dispatcher {
    pub(super) async fn new(cx: Arc<Sending>, only: Option<CampaignId>) -> Result<Self, SendError> {
        let installation: Arc<str> = cx.store.installation().await?.into();
        let me = Arc::new(Me::enter(&cx).await?);
        let place =
            |(name, line): (&String, &super::Line)| (name.clone(), Arc::new(Semaphore::new(line.bulk_places())));
        let places = cx.lines.iter().map(place).collect();
        let (tell, events) = mpsc::unbounded_channel();
        // a page ahead: polling overlaps with writing, and memory stays bounded
        let (tell_page, pages) = mpsc::channel(2);
        Ok(Self {
            cx,
            me,
            only,
            installation,
            books: Books::default(),
            work: Vec::new(),
            known: Known::default(),
            progress: Progress::default(),
            in_flight: InFlight::new(),
            places,
            trouble: HashMap::new(),
            wake: Wake::new(),
            looking: 0,
            next_ask: Some(Micros(0)),
            events,
            tell,
            pages,
            tell_page,
            pollers: HashMap::new(),
            tasks: JoinSet::new(),
            turns: 0,
            ticked: None,
            begun: None,
            looked_for_overdue: None,
        })
    }

    /// Runs until the end that `until` names, or until `stop` asks for it.
    pub(super) async fn run(
        mut self,
        until: Until,
        stop: watch::Receiver<bool>,
        show: impl FnMut(&Progress),
    ) -> Result<(Ended, Progress), SendError> {
        let ended = self.turns(until, stop, show).await;
        match ended {
            Ok(ended) => {
                self.me.leave(&self.cx).await?;
                Ok((ended, self.progress))
            }
            Err(e) => {
                // nobody will hear the answers of calls under way: others must ask about them, or this process itself
                self.tasks.shutdown().await;
                if let Err(e) = self.me.break_off(&self.cx).await {
                    tracing::warn!(error = %e, "the sender could not sign off: its lease will run out");
                }
                Err(e)
            }
        }
    }

    async fn turns(
        &mut self,
        until: Until,
        mut stop: watch::Receiver<bool>,
        mut show: impl FnMut(&Progress),
    ) -> Result<Ended, SendError> {
        senders::reap(&self.cx, self.me.id).await?;
        if self.only.is_none() {
            self.tasks.spawn(call::look_out(Arc::clone(&self.cx), self.tell.clone()));
        }
        let mut idle_since = Instant::now();
        let mut stopped: Option<RouteStop> = None;
        loop {
            let tick = self.ticked.is_none_or(|t| t.elapsed() >= HEARTBEAT);
            if tick {
                self.tick(until).await?;
            }
            let stopping = *stop.borrow();
            let gathered = self.gather(&mut stop, stopped.is_none()).await;
            if gathered.pressing && !tick {
                self.tick(until).await?;
            }
            let something = !gathered.is_empty();
            let claim = !stopping && stopped.is_none() && !*stop.borrow();
            let turn = self.persist(&gathered, claim, tick).await?;
            if self.me.is_fenced() {
                return Err(SendError::Fenced);
            }
            let busy = something && (!turn.fx.finals.is_empty() || turn.fx.requeued > 0) || !turn.claimed.is_empty();
            if busy || self.calls() > 0 {
                idle_since = Instant::now();
            }
            self.note_trouble(&gathered);
            if let Some(s) = turn.fx.stops.first().filter(|_| self.only.is_some()) {
                stopped = Some(s.clone());
            }
            let (state, finished, waiting) = (turn.state, turn.finished, turn.waiting);
            self.absorb(turn);
            show(&self.progress);
            if self.calls() > 0 {
                continue;
            }
            if *stop.borrow() {
                return Ok(Ended::Interrupted);
            }
            if until == Until::Stopped {
                continue;
            }
            if until == Until::Idle {
                if let Some(end) = self.idle(idle_since).await? {
                    return Ok(end);
                }
                continue;
            }
            if let Some(end) = self.over(until, finished, stopped.clone(), state, waiting, idle_since) {
                return Ok(end);
            }
        }
    }

    /// Whether a run over all campaigns has nothing to do any more.
    async fn idle(&self, idle_since: Instant) -> Result<Option<Ended>, SendError> {
        if let Some((provider, detail)) = self.given_up() {
            return Ok(Some(Ended::Down { provider, detail }));
        }
        if self.looking > 0 || idle_since.elapsed() < HEARTBEAT * 2 {
            return Ok(None);
        }
        let due = campaign::due(&mut self.cx.store.read().await?, self.cx.clock.wall()).await?;
        let night = |id: &CampaignId| {
            self.work.iter().any(|(info, _)| info.id == *id && self.closed_for_the_night(info).is_some())
        };
        Ok(due.iter().all(night).then_some(Ended::Waiting))
    }

    fn calls(&self) -> usize {
        self.in_flight.values().sum()
    }

    /// What others may have changed: campaigns, routes, limits, senders that are gone, who polls.
    async fn tick(&mut self, until: Until) -> Result<(), SendError> {
        self.ticked = Some(Instant::now());
        let ids = match self.only {
            Some(id) => vec![id],
            None => campaign::running(&mut self.cx.store.read().await?).await?,
        };
        let mut work = Vec::with_capacity(ids.len());
        let mut cancelled = Vec::new();
        {
            let mut c = self.cx.store.read().await?;
            for id in ids {
                let Some(row) = campaign::by_id(&mut c, id).await? else {
                    return Err(SendError::NotFound { what: "campaign", name: id.to_string() });
                };
                let state: CampaignState = row.state.parse().map_err(StoreError::corrupt)?;
                let info = match self.work.iter().find(|(i, _)| i.id == id) {
                    Some((info, _)) => Arc::clone(info),
                    None => self.books.campaign(&mut c, id).await?,
                };
                if state == CampaignState::Cancelled {
                    cancelled.push(id);
                }
                if self.only.is_some() {
                    self.progress.total = u64::try_from(row.total).unwrap_or(0);
                }
                work.push((info, state));
            }
            if let Some(id) = self.only {
                let (total, in_flight) = (self.progress.total, self.progress.in_flight);
                let handed_over = self.progress.handed_over;
                self.progress = Progress { total, in_flight, handed_over, ..Progress::default() };
                for t in campaign::tally(&mut c, id).await? {
                    add(&mut self.progress, &t.channel, &t.state, u64::try_from(t.n).unwrap_or(0));
                }
            }
            self.known = Known::read(&mut c).await?;
        }
        self.progress.campaigns = work.len();
        self.work = work;
        // retries and fallbacks of a cancelled campaign do not go out
        for id in cancelled {
            recall::recall(&self.cx.store, &self.cx.clock, id).await?;
        }
        let now = self.cx.clock.wall();
        let keys = self.work.iter().filter(|w| w.1 == CampaignState::Running);
        let keys = keys.flat_map(|(info, _)| self.cx.rules.channels.keys().map(|c| (info.id, *c)));
        self.wake = keys.map(|k| (k, now)).collect();
        senders::reap(&self.cx, self.me.id).await?;
        if until != Until::HandedOver {
            self.start_polling().await?;
        }
        Ok(())
    }

    /// Polls each provider that nobody else polls.
    async fn start_polling(&mut self) -> Result<(), StoreError> {
        for (name, line) in &self.cx.lines {
            if self.pollers.contains_key(name) || !line.provider.caps().reports {
                continue;
            }
            let lock = poll::lock_name(name);
            if self.cx.store.is_locked(&lock).await? {
                continue;
            }
            let Some(lock) = self.cx.store.try_lock(&lock).await? else { continue };
            let mut c = self.cx.store.read().await?;
            let cursor = poll::cursor(&self.cx, &mut c, name, line).await?;
            self.tasks.spawn(call::listen(name.clone(), line.clone(), cursor, self.tell_page.clone()));
            self.pollers.insert(name.clone(), lock);
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
            Some(e) = self.events.recv() => got.put(e, &self.installation),
            Some(e) = self.pages.recv() => got.put(e, &self.installation),
            () = tokio::time::sleep(wait) => {}
            changed = stop.changed(), if !stopping => {
                if changed.is_err() {
                    // nobody can ask us to stop any more: only the timer paces the loop
                    tokio::time::sleep(wait).await;
                }
            }
        }
        let early = self.begun.map_or(Duration::ZERO, |t| PACE.saturating_sub(t.elapsed()));
        if !early.is_zero() && !got.is_empty() {
            tokio::time::sleep(early).await;
        }
        self.begun = Some(Instant::now());
        for _ in 0..EVENTS_A_TURN {
            match self.events.try_recv() {
                Ok(e) => got.put(e, &self.installation),
                Err(_) => break,
            }
        }
        while got.reports() < REPORTS_A_TURN {
            let Ok(e) = self.pages.try_recv() else { break };
            got.put(e, &self.installation);
        }
        for a in &got.answers {
            if let Some(n) = self.in_flight.get_mut(&(a.provider.clone(), is_pressing(a.info.lane))) {
                *n -= 1;
            }
            let size = u64::try_from(a.batch.size).unwrap_or(0);
            self.progress.in_flight = self.progress.in_flight.saturating_sub(size);
            if !matches!(a.result, Err(CallError::NotTaken { .. })) {
                self.progress.handed_over += size;
            }
        }
        self.looking -= got.looks.len().min(self.looking);
        got
    }

    fn until_timer(&self, claims: bool) -> Duration {
        let free = self.cx.lines.iter().any(|(name, line)| {
            let used = |pressing| self.in_flight.get(&(name.clone(), pressing)).copied().unwrap_or(0);
            used(false) < line.bulk_places() || used(true) < line.max_in_flight
        });
        let claim = self.wake.values().min().filter(|_| claims && free).map(|at| at.since(self.cx.clock.wall()));
        let ask = self.next_ask.filter(|_| self.looking < LOOKS).map(|at| at.since(self.cx.steady.now()));
        let tick = self.ticked.map(|t| HEARTBEAT.saturating_sub(t.elapsed()));
        claim.into_iter().chain(ask).chain(tick).min().unwrap_or(HEARTBEAT).min(HEARTBEAT)
    }

    /// A turn, tried again while the database is away: what has happened is kept in memory meanwhile.
    async fn persist(&mut self, got: &Gathered, claim: bool, tick: bool) -> Result<Turn, SendError> {
        let begun = Instant::now();
        let mut pause = Duration::from_millis(100);
        self.turns = self.turns.wrapping_add(1);
        loop {
            match retrying(|| self.turn(got, claim, tick)).await {
                Ok(turn) => return Ok(turn),
                Err(e) if e.may_pass() && begun.elapsed() < self.cx.rules.give_up_after => {
                    tracing::warn!(error = %e, "the database is away; what has happened is kept until it is back");
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(Duration::from_secs(2));
                }
                Err(e) => return Err(e.into()),
            }
        }
    }

    /// After the commit: what was claimed goes out, what is due is asked about.
    fn absorb(&mut self, turn: Turn) {
        if let Some(lease) = turn.lease {
            self.me.beaten(lease);
        }
        for ((id, channel, state), n) in turn.fx.finals {
            if self.only.is_none_or(|o| o == id) {
                add(&mut self.progress, channel.word(), state, n);
            }
        }
        self.wake = turn.wake;
        self.next_ask = turn.next_ask;
        for c in turn.claimed {
            self.books.keep_batch(BatchMeta {
                id: c.batch.id,
                campaign_id: c.info.id,
                channel: c.channel.word().to_owned(),
                provider: c.provider.clone(),
                step: c.batch.step,
                route: c.batch.route.clone(),
                night: c.batch.night,
                first_id: c.batch.first_id,
                last_id: c.batch.last_id,
                claimed_at: Some(c.at),
            });
            let pressing = is_pressing(c.info.lane);
            *self.in_flight.entry((c.provider.clone(), pressing)).or_default() += 1;
            tracing::debug!(campaign = %c.info.id, batch = %c.batch.id, channel = %c.channel, messages = c.batch.size, "handed over");
            self.progress.in_flight += u64::try_from(c.batch.size).unwrap_or(0);
            if let Some(line) = self.cx.lines.get(&c.provider) {
                let (cx, me) = (Arc::clone(&self.cx), Arc::clone(&self.me));
                let installation = Arc::clone(&self.installation);
                let place = self.places.get(&c.provider).filter(|_| !pressing).cloned();
                self.tasks.spawn(call::call(cx, me, installation, line.clone(), place, c, self.tell.clone()));
            }
        }
        for (info, due, open) in turn.due {
            if let Some(line) = self.cx.lines.get(&due.provider) {
                self.looking += 1;
                let (cx, installation) = (Arc::clone(&self.cx), Arc::clone(&self.installation));
                self.tasks.spawn(call::look_up(cx, info, installation, line.clone(), due, open, self.tell.clone()));
            }
        }
        while self.tasks.try_join_next().is_some() {}
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
