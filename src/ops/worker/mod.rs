//! The worker: works on all campaigns until it is told to stop, plans schedules, and can be looked at meanwhile.

mod gauges;
mod http;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::sync::{mpsc, watch};

use super::autocharge::{Charger, Outcome};
use super::ledger::LedgerError;
use super::notice::{self, Targets};
use super::schedule::{self, Came, Sources};
use super::send::credits;
use super::send::dispatch::{Ended, Progress, Until};
use super::send::run::{self, Results};
use super::send::{SendError, Sending};
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::store::{Lock, Store, StoreError, campaign};

pub use gauges::gauges;
pub use http::serve;

/// What a worker tells.
#[derive(Debug, Clone)]
pub enum News {
    /// It works on a campaign that it did not know.
    Began(CampaignId, u64),
    /// A campaign is over.
    Finished(CampaignId, CampaignState, Box<Results>),
    /// A schedule's time has come.
    Came(Came),
    /// Once a minute, where there is work.
    Summary(Box<Done>),
    /// It goes on nevertheless.
    Trouble(String),
}

/// What a worker has done so far.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Done {
    /// Messages handed over to providers.
    pub handed_over: u64,
    /// Delivered, as this worker was told, on any channel.
    pub delivered: u64,
    /// Failed, as this worker was told.
    pub failed: u64,
    /// Campaigns that ended while it ran.
    pub finished_campaigns: u64,
    /// Campaigns that it planned from schedules.
    pub planned_campaigns: u64,
    /// Campaigns that it works on.
    pub campaigns: usize,
    /// Messages in calls under way.
    pub in_flight: u64,
    /// How long it has run, seconds.
    pub elapsed_s: f64,
    /// How it ended; none while it runs.
    #[serde(skip)]
    pub ended: Option<Ended>,
}

/// Where a worker stands, for whoever looks at it from beside.
#[derive(Debug)]
pub struct Pulse {
    begun: Instant,
    state: Mutex<State>,
    /// True once it has taken its place among the senders.
    ready: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct State {
    turned: Option<Instant>,
    now: Progress,
    /// What earlier incarnations of it did.
    before: Done,
    finished: u64,
    planned: u64,
}

impl Default for Pulse {
    fn default() -> Self {
        Self { begun: Instant::now(), state: Mutex::default(), ready: watch::Sender::new(false) }
    }
}

impl Pulse {
    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn turn(&self, p: &Progress) {
        self.with(|s| {
            s.turned = Some(Instant::now());
            s.now.clone_from(p);
        });
        self.ready.send_if_modified(|r| !std::mem::replace(r, true));
    }

    /// A sender has ended; what it did is kept.
    fn over(&self, ended: Option<Ended>) -> Done {
        let done = Done { ended, ..self.done() };
        self.with(|s| {
            s.before = done.clone();
            s.now = Progress::default();
        });
        done
    }

    /// Becomes true once it works.
    pub fn ready(&self) -> watch::Receiver<bool> {
        self.ready.subscribe()
    }

    /// How long ago it last came round; since its start if it never did.
    pub fn since_turn(&self) -> Duration {
        self.with(|s| s.turned).unwrap_or(self.begun).elapsed()
    }

    /// What was done so far.
    pub fn done(&self) -> Done {
        self.with(|s| Done {
            handed_over: s.before.handed_over + s.now.handed_over,
            delivered: s.before.delivered + s.now.delivered.values().sum::<u64>(),
            failed: s.before.failed + s.now.failed,
            finished_campaigns: s.finished,
            planned_campaigns: s.planned,
            campaigns: s.now.campaigns,
            in_flight: s.now.in_flight,
            elapsed_s: (self.begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
            ended: None,
        })
    }
}

/// Why a worker did not work.
#[derive(Debug, thiserror::Error)]
pub enum WorkerError {
    /// Another `--once` is at it.
    #[error("another `worker --once` is running")]
    Held,
    /// Sending.
    #[error(transparent)]
    Send(#[from] SendError),
    /// The books.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Between two looks at campaigns and schedules.
const LOOK: Duration = Duration::from_secs(1);
/// Between two summaries.
const SUMMARY: Duration = Duration::from_mins(1);
/// Between two looks for expired holds, at most.
const SWEEP: Duration = Duration::from_mins(1);
/// After trouble it pauses for so long, at most.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// A worker's surroundings.
#[derive(Debug, Clone)]
pub struct Worker {
    /// What sending works with.
    pub cx: Arc<Sending>,
    /// What tops up by itself.
    pub charger: Charger,
    /// Where notices go.
    pub targets: Targets,
    /// Where age groups are asked for.
    pub sources: Sources,
    /// Where it stands.
    pub pulse: Arc<Pulse>,
    /// What it tells.
    pub news: mpsc::UnboundedSender<News>,
    /// True: begin nothing any more.
    pub stop: watch::Receiver<bool>,
}

impl Worker {
    /// Works until it is told to stop. A database that is away, and a stall after which others took over, end nothing.
    ///
    /// # Errors
    /// What does not pass by waiting.
    pub async fn run(&self) -> Result<Done, WorkerError> {
        let known = tokio::sync::Mutex::new(Known::default());
        let beside = async { tokio::join!(self.watch(&known), self.plan(), self.sweep(), self.charge(), self.relay()) };
        let over = tokio::select! {
            done = self.send() => done?,
            _ = beside => self.pulse.done(),
        };
        // what ended in its last moment is told, too
        let _ = known.lock().await.look(self).await;
        Ok(Done { ended: over.ended, ..self.pulse.done() })
    }

    /// Works until nothing is due, and ends. One of this kind at a time.
    ///
    /// # Errors
    /// `Held`; what the database says.
    pub async fn once(&self) -> Result<Done, WorkerError> {
        let _lock: Lock = self.cx.store.try_lock("worker").await?.ok_or(WorkerError::Held)?;
        let mut known = Known::default();
        known.look(self).await?;
        credits::sweep(&self.cx, None, false).await?;
        self.charger.run(None, false).await?;
        for came in schedule::plan_due(&self.cx, &self.sources, &self.stop).await? {
            self.came(came);
        }
        known.look(self).await?;
        let (ended, _) = run::work(&self.cx, Until::Idle, self.stop.clone(), |p| self.pulse.turn(p)).await?;
        known.look(self).await?;
        notice::relay(&self.cx.store, &self.cx.clock, &self.targets).await?;
        Ok(self.pulse.over(Some(ended)))
    }

    async fn send(&self) -> Result<Done, WorkerError> {
        let mut pause = Duration::from_millis(200);
        loop {
            let begun = Instant::now();
            let done = run::work(&self.cx, Until::Stopped, self.stop.clone(), |p| self.pulse.turn(p)).await;
            let over = self.pulse.over(done.as_ref().ok().map(|(e, _)| e.clone()));
            match done {
                Ok(_) => return Ok(over),
                Err(SendError::Fenced) => {
                    self.tell(News::Trouble(format!("{}; it begins anew", SendError::Fenced)));
                }
                Err(SendError::Store(e)) if e.may_pass() => {
                    self.tell(News::Trouble(format!("the database is away ({e}); it is tried again")));
                }
                Err(e) => return Err(e.into()),
            }
            if begun.elapsed() > LONGEST_PAUSE {
                pause = Duration::from_millis(200);
            }
            let mut stop = self.stop.clone();
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                Ok(_) = stop.wait_for(|s| *s) => return Ok(Done { ended: Some(Ended::Interrupted), ..self.pulse.done() }),
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Tells which campaigns come and go, and once a minute how far it is.
    async fn watch(&self, known: &tokio::sync::Mutex<Known>) {
        let mut said = Instant::now();
        loop {
            // the sender says what is wrong with the database
            let _ = known.lock().await.look(self).await;
            if said.elapsed() >= SUMMARY {
                said = Instant::now();
                if !known.lock().await.campaigns.is_empty() {
                    self.tell(News::Summary(Box::new(self.pulse.done())));
                }
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Plans schedules when their time comes; what was begun when it is told to stop is left to the next one.
    async fn plan(&self) {
        let mut stop = self.stop.clone();
        loop {
            let pause = tokio::select! {
                Ok(_) = stop.wait_for(|s| *s) => std::future::pending().await,
                came = schedule::plan_due(&self.cx, &self.sources, &self.stop) => match came {
                    Ok(came) => {
                        let later = came.iter().any(|c| matches!(c, Came::Later(..)));
                        came.into_iter().for_each(|c| self.came(c));
                        if later { LONGEST_PAUSE } else { LOOK }
                    }
                    Err(e) if e.may_pass() => LONGEST_PAUSE,
                    Err(e) => {
                        self.tell(News::Trouble(format!("schedules cannot be planned: {e}")));
                        LONGEST_PAUSE
                    }
                },
            };
            tokio::time::sleep(pause).await;
        }
    }

    /// Releases what expired holds still have set aside.
    async fn sweep(&self) {
        let pause = SWEEP.min(self.cx.rules.hold_ttl / 2).max(LOOK);
        loop {
            match credits::sweep(&self.cx, None, false).await {
                // the sender says what is wrong with the database
                Err(SendError::Store(e)) if e.may_pass() => {}
                Err(e) => self.tell(News::Trouble(format!("expired holds cannot be released: {e}"))),
                Ok(_) => {}
            }
            tokio::time::sleep(pause).await;
        }
    }

    /// Tops up those who asked for it.
    async fn charge(&self) {
        loop {
            match self.charger.run(None, false).await {
                // the sender says what is wrong with the database
                Err(LedgerError::Store(e)) if e.may_pass() => {}
                Err(e) => {
                    self.tell(News::Trouble(format!("auto-charge: {e}")));
                    tokio::time::sleep(LONGEST_PAUSE).await;
                }
                Ok(ran) => {
                    for r in ran.iter().filter(|r| matches!(r.outcome, Outcome::Charged { .. })) {
                        tracing::info!(site = %r.site, outcome = ?r.outcome, "topped up");
                    }
                }
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Tells what is due.
    async fn relay(&self) {
        loop {
            match notice::relay(&self.cx.store, &self.cx.clock, &self.targets).await {
                Err(e) if e.may_pass() => {}
                Err(e) => {
                    self.tell(News::Trouble(format!("notices: {e}")));
                    tokio::time::sleep(LONGEST_PAUSE).await;
                }
                Ok(_) => {}
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    fn came(&self, came: Came) {
        if matches!(came, Came::Planned(..)) {
            self.pulse.with(|s| s.planned += 1);
        }
        self.tell(News::Came(came));
    }

    fn tell(&self, news: News) {
        // nobody may be listening
        let _ = self.news.send(news);
    }
}

/// Campaigns that were there when it last looked.
#[derive(Default)]
struct Known {
    campaigns: BTreeSet<CampaignId>,
}

impl Known {
    async fn look(&mut self, worker: &Worker) -> Result<(), SendError> {
        let store: &Store = &worker.cx.store;
        let ids = campaign::running(&mut store.read().await?).await?;
        for id in &ids {
            if self.campaigns.contains(id) {
                continue;
            }
            let row = run::by_id(store, *id).await?;
            let begun = row.begins_at.is_none_or(|at| at <= worker.cx.clock.now());
            if begun && row.state == CampaignState::Running.word() {
                self.campaigns.insert(*id);
                worker.tell(News::Began(*id, u64::try_from(row.total).unwrap_or(0)));
            }
        }
        let gone: Vec<CampaignId> = self.campaigns.iter().filter(|id| !ids.contains(id)).copied().collect();
        for id in gone {
            self.campaigns.remove(&id);
            let row = run::by_id(store, id).await?;
            let state = row.state.parse().map_err(StoreError::corrupt)?;
            let (_, results, _) = run::account(store, &row).await?;
            worker.pulse.with(|s| s.finished += 1);
            worker.tell(News::Finished(id, state, Box::new(results)));
        }
        Ok(())
    }
}
