//! The crash drill: campaigns against the simulator whose senders are killed again and again, and the proof that
//! nothing came of it.
//!
//! Everything goes through the command line, as it would for an operator: only [`proof`] knows what to expect.

mod bench;
mod gather;
pub mod proof;
mod rounds;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use serde::Serialize;
use tokio::sync::watch;

pub use bench::Bench;
pub use gather::{Proofs, gather, money, numbers};

use crate::domain::channel::Channel;
use crate::fault;
use crate::ops::demo;
use crate::store::StoreError;
use crate::store::scratch::Scratch;
use proof::{Check, Figures, Limit};

/// What a drill is to be.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The binary.
    pub exe: PathBuf,
    /// A folder that is there and empty.
    pub folder: PathBuf,
    /// The environment of its processes; whatever begins with `MSGCTL_` is left out.
    pub env: BTreeMap<String, String>,
    /// A server, to make a schema on; none: a file in the folder.
    pub server: Option<String>,
    /// How often a sender is killed.
    pub rounds: u32,
    /// People of each campaign.
    pub people: u32,
    /// Sending processes; one is a foreground `send`, more are workers.
    pub workers: u32,
    /// Decides everything that is decided by chance.
    pub seed: u64,
    /// Most messages of Alimtalk in any window: how many, and its length; of texts a fifth.
    pub limit: (u32, Duration),
    /// Kill at each named point, too.
    pub points: bool,
}

/// Why a drill came to no end.
#[derive(Debug, thiserror::Error)]
pub enum DrillError {
    /// A process ended as none should.
    #[error("`msgctl {command}` ended with {}: {said}", .code.map_or_else(|| "a signal".to_owned(), |c| format!("exit code {c}")))]
    Run {
        /// What was run.
        command: String,
        /// Its exit code; none: a signal.
        code: Option<i32>,
        /// What it said.
        said: String,
    },
    /// Nothing moves any more.
    #[error("campaign `{0}` does not come to an end")]
    Stuck(String),
    /// A document is not what it should be.
    #[error("cannot read {0}")]
    Unreadable(String),
    /// The simulator.
    #[error("the simulator does not answer")]
    Simulator(#[source] reqwest::Error),
    /// The file system, or a process that does not start.
    #[error("the drill's folder or processes fail")]
    Io(#[from] std::io::Error),
    /// The scratch schema, or the check of the database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A signal asked to stop.
    #[error("the drill was interrupted")]
    Interrupted,
}

/// What was done to the senders.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Deeds {
    /// Killed with SIGKILL.
    pub kills: u32,
    /// Stopped with SIGSTOP for a while.
    pub stalls: u32,
    /// Campaigns paused while they were sent.
    pub pauses: u32,
    /// A second sender started beside the first.
    pub rivals: u32,
    /// Sending processes started.
    pub runs: u32,
}

/// A named point and how often a process was killed there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PointReport {
    /// Its name.
    pub point: &'static str,
    /// At which of its hits.
    pub hits: Vec<u32>,
    /// A process was also stopped there, and woken when it had long been given up.
    pub stopped: bool,
    /// At the first one at least.
    pub reached: bool,
}

/// What came of a drill.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// `sqlite` or `postgres`.
    pub engine: &'static str,
    /// The same again with this.
    pub seed: u64,
    /// Everything holds.
    pub proven: bool,
    /// Campaigns sent.
    pub campaigns: u64,
    /// Messages in them.
    pub messages: u64,
    /// Messages at the provider.
    pub arrivals: u64,
    /// What was done to the senders.
    pub deeds: Deeds,
    /// The proof.
    pub checks: Vec<Check>,
    /// The named points.
    pub points: Vec<PointReport>,
    /// How long it took, seconds.
    pub elapsed_s: f64,
}

/// How far it is.
#[derive(Debug, Clone, Copy)]
pub enum News {
    /// Kills so far.
    Killed(u32),
    /// This point comes next.
    Point(&'static str),
    /// All campaigns have ended: evidence is gathered.
    Proving,
}

/// Runs a drill; what it made is gone afterwards, but for the folder.
///
/// # Errors
/// It came to no end. A broken promise is no error, but a [`Report`] that is not `proven`.
pub async fn run(s: &Settings, stop: watch::Receiver<bool>, mut news: impl FnMut(News)) -> Result<Report, DrillError> {
    let begun = Instant::now();
    let scratch = match &s.server {
        Some(url) => Some(Scratch::make(url).await?),
        None => None,
    };
    let done = with_database(s, scratch.as_ref().map(|s| s.url.as_str()), stop, &mut news).await;
    if let Some(scratch) = scratch {
        scratch.drop().await?;
    }
    let mut report = done?;
    report.elapsed_s = (begun.elapsed().as_secs_f64() * 10.0).round() / 10.0;
    Ok(report)
}

async fn with_database(
    s: &Settings,
    database: Option<&str>,
    stop: watch::Receiver<bool>,
    news: &mut impl FnMut(News),
) -> Result<Report, DrillError> {
    let mut bench = Bench::new(s.exe.clone(), s.folder.clone(), s.env.clone(), String::new())?;
    bench.furnish_env(database);
    let _simulator = bench.start_simulator(s.seed).await?;
    bench.configure(&limits(s.limit))?;
    let crowd = demo::crowd(s.people, s.seed, false).csv;
    bench.furnish(&crowd).await?;
    let mut rounds = rounds::Rounds::new(s, &bench, StdRng::seed_from_u64(s.seed), stop);
    rounds.run(news).await?;
    news(News::Proving);
    // the last reports are older than any delay, and the simulator's word is final
    tokio::time::sleep(Duration::from_millis(500)).await;
    let mut evidence = gather(&bench, numbers(&crowd), limits(s.limit).into()).await?;
    rounds.proofs.make(&bench, true).await?;
    evidence.money = Some(money(&bench, &rounds.proofs, rounds.paid_minor).await?);
    let mut checks = proof::prove(&evidence);
    if s.points {
        checks.push(every_point(&rounds.points));
    }
    Ok(Report {
        engine: if database.is_some() { "postgres" } else { "sqlite" },
        seed: s.seed,
        proven: checks.iter().all(|c| c.held),
        campaigns: evidence.campaigns.len() as u64,
        messages: evidence.campaigns.iter().map(|c| c.messages.len() as u64).sum(),
        arrivals: evidence.arrivals.len() as u64,
        deeds: rounds.deeds,
        checks,
        points: rounds.points,
        elapsed_s: 0.0,
    })
}

/// Limits that a campaign of which 15 % fall back uses up, both of them.
fn limits((most, window): (u32, Duration)) -> [Limit; 2] {
    let limit = |name, channels: &[Channel], most| Limit { name, channels: channels.to_vec(), most, window };
    let most = u64::from(most);
    [limit("alimtalk", &[Channel::Alimtalk], most), limit("text", &[Channel::Sms, Channel::Lms], (most / 5).max(1))]
}

/// A point that is never reached is a drill that proves nothing about it.
fn every_point(points: &[PointReport]) -> Check {
    let missed = |p: &&PointReport| !p.reached || (rounds::SLEEPERS.contains(&p.point) && !p.stopped);
    let missed: Vec<&str> = points.iter().filter(missed).map(|p| p.point).collect();
    let count = |name: &str, n: usize| (name.to_owned(), n as u64);
    Check {
        claim: "every named point was reached",
        held: missed.is_empty() && points.len() == fault::of_drill().count(),
        figures: Figures(vec![
            count("points", points.len()),
            count("kills", points.iter().map(|p| p.hits.len()).sum()),
            count("stops", points.iter().filter(|p| p.stopped).count()),
        ]),
        violations: missed.len() as u64,
        counterexample: missed.first().map(|p| format!("no process came to `{p}`")),
    }
}
