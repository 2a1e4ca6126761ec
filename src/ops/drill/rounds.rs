//! The rounds: senders are started, and killed, stopped, paused and rivalled at moments drawn by chance.

use std::os::unix::process::ExitStatusExt as _;
use std::process::ExitStatus;
use std::time::{Duration, Instant};

use rand::RngExt as _;
use rand::rngs::StdRng;
use rustix::process::Signal;
use tokio::process::Child;
use tokio::sync::watch;

use super::bench::{Bench, DEPOSIT, deposit, signal};
use super::gather::Proofs;
use super::{Deeds, DrillError, News, PointReport, Settings, gather};
use crate::fault::{Point, Reached};

/// The moment of a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    /// This long after the start: reading, planning, taking over.
    Soon(Duration),
    /// When so many more messages have arrived at the provider, and a moment later.
    Arrived(u64, Duration),
}

/// What is done to a sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Kill,
    /// Stopped for so long, perhaps with another sender beside it, then left to go on.
    Stall {
        lasting: Duration,
        rival: bool,
    },
    Pause,
}

/// How it went with a sender that was left to itself.
enum End {
    /// It ended, or was killed by a point.
    Itself(ExitStatus),
    /// It was stopped by a point.
    Asleep,
    /// Its campaign is done; it was a worker, and was asked to stop.
    Done,
}

/// Exit codes of a run that will go on another time.
const LATER: [i32; 2] = [6, 75];
/// The longest that a campaign may take to its end when nobody disturbs it.
const PATIENCE: Duration = Duration::from_mins(3);
/// A moment that does not come is not waited for longer than this.
const IMPATIENCE: Duration = Duration::from_millis(1_500);
/// A second sender is killed, too, if it has not ended by then.
const RIVALRY: Duration = Duration::from_secs(4);
/// How long a worker may take to stop when it is asked to.
const ORDERLY: Duration = Duration::from_secs(20);
/// Points at which a process is also stopped until others have given it up: it wakes up with a claim, with a call to be
/// made, with results to be written.
pub const SLEEPERS: [&str; 3] = ["after-claim-commit", "before-call", "before-results-commit"];
/// Won of each top-up that is killed.
const EXTRA: u32 = 1_000;
/// Longer than the lease that a drill configures.
const FORGOTTEN: Duration = Duration::from_millis(4_500);
/// Between two looks.
const GLANCE: Duration = Duration::from_millis(4);

/// A drill under way.
pub struct Rounds<'a> {
    s: &'a Settings,
    bench: &'a Bench,
    rng: StdRng,
    stop: watch::Receiver<bool>,
    campaign: u32,
    /// What was done so far.
    pub deeds: Deeds,
    /// The points that were tried.
    pub points: Vec<PointReport>,
    /// Proofs of the books so far.
    pub proofs: Proofs,
    /// Topped up so far, in 1/100 won.
    pub paid_minor: i64,
    deposits: u32,
}

impl<'a> Rounds<'a> {
    pub fn new(s: &'a Settings, bench: &'a Bench, rng: StdRng, stop: watch::Receiver<bool>) -> Self {
        Self {
            s,
            bench,
            rng,
            stop,
            campaign: 1,
            deeds: Deeds::default(),
            points: Vec::new(),
            proofs: Proofs::default(),
            paid_minor: i64::from(DEPOSIT) * 100,
            deposits: 0,
        }
    }

    /// All of them; every campaign is brought to its end.
    pub async fn run(&mut self, news: &mut impl FnMut(News)) -> Result<(), DrillError> {
        if self.s.workers > 1 {
            self.crew(news).await?;
        } else {
            self.alone(news).await?;
        }
        if self.s.points {
            for point in crate::fault::of_drill() {
                news(News::Point(point.name));
                self.point(point).await?;
            }
        }
        self.finish().await
    }

    /// One foreground sender after the other.
    async fn alone(&mut self, news: &mut impl FnMut(News)) -> Result<(), DrillError> {
        while self.deeds.kills < self.s.rounds {
            let mut sender = self.send(None)?;
            if let Some(ended) = self.disturb(&mut sender).await? {
                self.over(ended)?;
            }
            news(News::Killed(self.deeds.kills));
        }
        Ok(())
    }

    /// Does what chance decides to a sender until it is dead; how it ended, if it was by itself.
    async fn disturb(&mut self, sender: &mut Child) -> Result<Option<ExitStatus>, DrillError> {
        loop {
            let (when, deed) = draw(&mut self.rng, self.s.people);
            if let Some(ended) = self.wait(sender, when).await? {
                return Ok(Some(ended));
            }
            match deed {
                Deed::Kill => {
                    sender.start_kill()?;
                    let ended = sender.wait().await?;
                    // it may have ended by itself in the very last moment
                    let by_us = ended.signal().is_some();
                    if by_us {
                        self.killed().await?;
                    }
                    return Ok((!by_us).then_some(ended));
                }
                Deed::Stall { lasting, rival } => self.stall(sender, lasting, rival).await?,
                Deed::Pause => self.pause().await?,
            }
        }
    }

    /// Stops a sender for a while; perhaps another one is started meanwhile, which may find the campaign taken.
    async fn stall(&mut self, sender: &Child, lasting: Duration, rival: bool) -> Result<(), DrillError> {
        signal(sender, Signal::STOP);
        self.deeds.stalls += 1;
        let mut other = if rival { Some(self.send(None)?) } else { None };
        tokio::time::sleep(lasting).await;
        signal(sender, Signal::CONT);
        if let Some(other) = &mut other {
            self.deeds.rivals += 1;
            match tokio::time::timeout(RIVALRY, other.wait()).await {
                Ok(ended) => self.expect(ended?)?,
                Err(_) => {
                    other.start_kill()?;
                    other.wait().await?;
                    self.killed().await?;
                }
            }
        }
        Ok(())
    }

    async fn pause(&mut self) -> Result<(), DrillError> {
        if let Some((id, state)) = gather::newest(self.bench).await?
            && state == "running"
        {
            let paused = self.bench.run(&["campaign", "pause", &id.to_string()]).await?;
            // it may have ended meanwhile
            self.deeds.pauses += u32::from(paused.code == Some(0));
        }
        Ok(())
    }

    /// Waits for a moment; how the sender ended, if it ended before.
    async fn wait(&mut self, sender: &mut Child, when: When) -> Result<Option<ExitStatus>, DrillError> {
        let begun = Instant::now();
        let mut mark = None;
        loop {
            if *self.stop.borrow() {
                return Err(DrillError::Interrupted);
            }
            if let Some(ended) = sender.try_wait()? {
                return Ok(Some(ended));
            }
            match when {
                When::Soon(after) if begun.elapsed() >= after => return Ok(None),
                When::Arrived(more, then) => {
                    let n = self.bench.arrived().await?;
                    if n >= *mark.get_or_insert(n) + more || begun.elapsed() > IMPATIENCE {
                        tokio::time::sleep(then).await;
                        return Ok(None);
                    }
                }
                When::Soon(_) => {}
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// A sender of the present campaign.
    fn send(&mut self, failpoint: Option<&str>) -> Result<Child, DrillError> {
        self.deeds.runs += 1;
        let (key, var) = self.key();
        self.bench.spawn("senders", &args(&key, &var, false), failpoint)
    }

    fn key(&self) -> (String, String) {
        (format!("drill-{}", self.campaign), format!("번호=A{:04}", self.campaign))
    }

    /// What a run that ended by itself means for the campaign.
    fn over(&mut self, ended: ExitStatus) -> Result<(), DrillError> {
        self.expect(ended)?;
        if ended.code() == Some(0) {
            self.campaign += 1;
        }
        Ok(())
    }

    /// Done, or to be gone on with another time: no sender ends otherwise.
    fn expect(&self, ended: ExitStatus) -> Result<(), DrillError> {
        match ended.code() {
            Some(code) if code == 0 || LATER.contains(&code) => Ok(()),
            code => Err(self.bench.strange("send", code, self.bench.log("senders"))),
        }
    }

    /// Brings the present campaign to its end, undisturbed.
    async fn finish(&mut self) -> Result<(), DrillError> {
        let begun = Instant::now();
        let now = self.campaign;
        while self.campaign == now {
            if begun.elapsed() > PATIENCE {
                return Err(DrillError::Stuck(self.key().0));
            }
            let mut sender = self.send(None)?;
            let ended = tokio::select! {
                ended = sender.wait() => ended?,
                _ = self.stop.wait_for(|s| *s) => return Err(DrillError::Interrupted),
            };
            self.over(ended)?;
        }
        Ok(())
    }

    /// Several workers on one campaign after the other.
    async fn crew(&mut self, news: &mut impl FnMut(News)) -> Result<(), DrillError> {
        let mut crew = Vec::new();
        for _ in 0..self.s.workers {
            crew.push(self.sender(None)?);
        }
        self.detach().await?;
        while self.deeds.kills < self.s.rounds {
            let (when, deed) = draw(&mut self.rng, self.s.people);
            let nth = self.rng.random_range(0..crew.len());
            let ended = self.wait(&mut crew[nth], when).await?;
            match (ended, deed) {
                (Some(ended), _) => return Err(self.bench.strange("worker", ended.code(), self.bench.log("workers"))),
                (None, Deed::Stall { lasting, .. }) => {
                    signal(&crew[nth], Signal::STOP);
                    tokio::time::sleep(lasting).await;
                    signal(&crew[nth], Signal::CONT);
                    self.deeds.stalls += 1;
                }
                (None, Deed::Kill | Deed::Pause) => {
                    crew[nth].start_kill()?;
                    crew[nth].wait().await?;
                    self.killed().await?;
                    crew[nth] = self.sender(None)?;
                    news(News::Killed(self.deeds.kills));
                }
            }
            if self.is_done().await? {
                self.campaign += 1;
                self.detach().await?;
            }
        }
        let begun = Instant::now();
        while !self.is_done().await? {
            if begun.elapsed() > PATIENCE {
                return Err(DrillError::Stuck(self.key().0));
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        for mut worker in crew {
            self.dismiss(&mut worker).await?;
        }
        Ok(())
    }

    /// Hands the present campaign to the workers; sometimes only at the second attempt.
    async fn detach(&mut self) -> Result<(), DrillError> {
        let (key, var) = self.key();
        if self.rng.random_ratio(1, 3) {
            let mut planning = self.bench.spawn("senders", &args(&key, &var, true), None)?;
            tokio::time::sleep(Duration::from_millis(self.rng.random_range(0..150))).await;
            planning.start_kill()?;
            if planning.wait().await?.signal().is_some() {
                self.killed().await?;
            }
        }
        self.bench.json(&args(&key, &var, true), &[0]).await?;
        Ok(())
    }

    async fn is_done(&self) -> Result<bool, DrillError> {
        if *self.stop.borrow() {
            return Err(DrillError::Interrupted);
        }
        Ok(gather::newest(self.bench).await?.is_some_and(|(_, state)| state == "done"))
    }

    /// Kills at a named point: at its first hit, and at a later one where a campaign comes there often enough.
    async fn point(&mut self, point: &Point) -> Result<(), DrillError> {
        let mut report = PointReport { point: point.name, hits: Vec::new(), stopped: false, reached: false };
        let mut hits = vec![1];
        if point.often > 1 {
            hits.push(self.rng.random_range(2..=point.often));
        }
        for hit in hits {
            let armed = format!("{}:{hit}", point.name);
            let reached = match point.by {
                Reached::Sending => self.die_sending(&armed).await?,
                Reached::Cancelling => self.die_cancelling(&armed).await?,
                Reached::Paying => self.die_paying(&armed).await?,
                // of no campaign: `fault::of_drill` leaves them out
                Reached::Charging | Reached::Telling | Reached::Settling => false,
            };
            if reached {
                report.hits.push(hit);
                report.reached |= hit == 1;
            }
        }
        if SLEEPERS.contains(&point.name) {
            report.stopped = self.sleep_at(&format!("{}=stop", point.name)).await?;
        }
        self.points.push(report);
        Ok(())
    }

    /// Whether a sender died there; a second campaign is tried where the present one is past it.
    async fn die_sending(&mut self, armed: &str) -> Result<bool, DrillError> {
        let (first, begun) = (self.campaign, Instant::now());
        while self.campaign < first + 2 && begun.elapsed() < PATIENCE {
            if self.s.workers > 1 && self.hand_over(armed).await? {
                return Ok(true);
            }
            let mut sender = self.sender(Some(armed))?;
            match self.end_of(&mut sender).await? {
                End::Itself(ended) if ended.signal() == Some(Signal::KILL.as_raw()) => {
                    self.killed().await?;
                    return Ok(true);
                }
                End::Itself(ended) => self.over(ended)?,
                End::Asleep => return Ok(false),
                End::Done => self.campaign += 1,
            }
        }
        Ok(false)
    }

    /// Whether a sender fell asleep there; it wakes up when it has long been given up, beside its successor.
    async fn sleep_at(&mut self, armed: &str) -> Result<bool, DrillError> {
        let (first, begun) = (self.campaign, Instant::now());
        while self.campaign < first + 2 && begun.elapsed() < PATIENCE {
            if self.s.workers > 1 {
                self.hand_over(armed).await?;
            }
            let mut sleeper = self.sender(Some(armed))?;
            match self.end_of(&mut sleeper).await? {
                End::Itself(ended) => self.over(ended)?,
                End::Done => self.campaign += 1,
                End::Asleep => {
                    self.deeds.stalls += 1;
                    self.deeds.rivals += 1;
                    let successor = self.sender(None)?;
                    tokio::time::sleep(FORGOTTEN).await;
                    signal(&sleeper, Signal::CONT);
                    tokio::time::sleep(Duration::from_millis(self.rng.random_range(100..900))).await;
                    for mut one in [sleeper, successor] {
                        one.start_kill()?;
                        let ended = one.wait().await?;
                        if ended.signal().is_some() {
                            self.killed().await?;
                        } else {
                            self.expect(ended)?;
                        }
                    }
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// A process that sends, of the kind that this drill has.
    fn sender(&mut self, failpoint: Option<&str>) -> Result<Child, DrillError> {
        if self.s.workers == 1 {
            return self.send(failpoint);
        }
        self.deeds.runs += 1;
        self.bench.spawn("workers", &["worker"], failpoint)
    }

    /// Hands the present campaign over with a point armed; whether it died there and had to be handed over again.
    async fn hand_over(&mut self, armed: &str) -> Result<bool, DrillError> {
        let (key, var) = self.key();
        let ended = self.bench.spawn("senders", &args(&key, &var, true), Some(armed))?.wait().await?;
        if ended.signal() != Some(Signal::KILL.as_raw()) {
            self.expect(ended)?;
            return Ok(false);
        }
        self.killed().await?;
        self.bench.json(&args(&key, &var, true), &[0]).await?;
        Ok(true)
    }

    /// Waits for a sender's end, or for that of the campaign where the sender is a worker.
    async fn end_of(&mut self, sender: &mut Child) -> Result<End, DrillError> {
        let mut looked = Instant::now();
        loop {
            if *self.stop.borrow() {
                return Err(DrillError::Interrupted);
            }
            if let Some(ended) = sender.try_wait()? {
                return Ok(End::Itself(ended));
            }
            if is_stopped(sender) {
                return Ok(End::Asleep);
            }
            if self.s.workers > 1 && looked.elapsed() > Duration::from_millis(300) {
                looked = Instant::now();
                if self.is_done().await? {
                    self.dismiss(sender).await?;
                    return Ok(End::Done);
                }
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Asks a worker to stop, and waits until it has.
    async fn dismiss(&self, worker: &mut Child) -> Result<(), DrillError> {
        signal(worker, Signal::TERM);
        match tokio::time::timeout(ORDERLY, worker.wait()).await {
            Ok(ended) => drop(ended?),
            Err(_) => return Err(self.bench.strange("worker", None, "does not end on SIGTERM".to_owned())),
        }
        Ok(())
    }

    /// A process was killed: whatever it was at, the books must be sound.
    async fn killed(&mut self) -> Result<(), DrillError> {
        self.deeds.kills += 1;
        self.proofs.make(self.bench, false).await
    }

    /// Whether a `credits topup` died there. The same again, twice, books it once.
    async fn die_paying(&mut self, armed: &str) -> Result<bool, DrillError> {
        self.deposits += 1;
        let args = deposit(&format!("drill-deposit-{}", self.deposits), EXTRA);
        let args = args.each_ref().map(String::as_str);
        let ended = self.bench.spawn("payers", &args, Some(armed))?.wait().await?;
        let died = ended.signal() == Some(Signal::KILL.as_raw());
        if died {
            self.killed().await?;
        }
        for _ in 0..2 {
            self.bench.json(&args, &[0]).await?;
        }
        self.paid_minor += i64::from(EXTRA) * 100;
        Ok(died)
    }

    /// Whether a `campaign cancel` died there. A second one and polling bring the campaign to its end.
    async fn die_cancelling(&mut self, armed: &str) -> Result<bool, DrillError> {
        self.finish().await?;
        let mut sender = self.send(None)?;
        let some = When::Arrived(u64::from(self.s.people / 4).max(1), Duration::ZERO);
        if let Some(ended) = self.wait(&mut sender, some).await? {
            self.over(ended)?;
            return Ok(false);
        }
        sender.start_kill()?;
        sender.wait().await?;
        self.killed().await?;
        let Some((id, _)) = gather::newest(self.bench).await? else { return Ok(false) };
        let id = id.to_string();
        let cancel = ["campaign", "cancel", &id, "--yes"];
        let ended = self.bench.spawn("senders", &cancel, Some(armed))?.wait().await?;
        let died = ended.signal() == Some(Signal::KILL.as_raw());
        if died {
            self.killed().await?;
        }
        self.bench.json(&cancel, &[0]).await?;
        let begun = Instant::now();
        while self.bench.run(&["reports", "poll"]).await?.code != Some(0) {
            if begun.elapsed() > PATIENCE {
                return Err(DrillError::Stuck(id));
            }
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
        self.campaign += 1;
        Ok(died)
    }
}

/// Whether SIGSTOP has come to a process. Where that cannot be seen, it is taken for true.
fn is_stopped(child: &Child) -> bool {
    let Some(id) = child.id() else { return false };
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { return !cfg!(target_os = "linux") };
    // the name in front may hold anything but ends with the last parenthesis
    stat.rsplit_once(") ").is_some_and(|(_, rest)| rest.starts_with('T'))
}

fn args<'a>(key: &'a str, var: &'a str, detach: bool) -> Vec<&'a str> {
    let mut args = vec!["send", "--site", "shop", "--list", "all", "--template", "order", "--var", var, "--key", key];
    if detach {
        args.push("--detach");
    }
    args
}

/// A moment and a deed: mostly kills, most of them while messages are on their way.
fn draw(rng: &mut StdRng, people: u32) -> (When, Deed) {
    let when = if rng.random_ratio(1, 4) {
        When::Soon(Duration::from_millis(rng.random_range(0..250)))
    } else {
        let share = u64::from(people / 4).max(2);
        When::Arrived(rng.random_range(1..share), Duration::from_millis(rng.random_range(0..80)))
    };
    let deed = match rng.random_range(0..20) {
        0 => {
            let lasting = Duration::from_millis(rng.random_range(100..2_500));
            Deed::Stall { lasting, rival: rng.random_ratio(1, 2) }
        }
        1 => Deed::Stall { lasting: FORGOTTEN, rival: true },
        2 => Deed::Pause,
        _ => Deed::Kill,
    };
    (when, deed)
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    #[test]
    fn a_seed_decides_everything_and_every_deed_comes_up() {
        let drawn = |seed| {
            let mut rng = StdRng::seed_from_u64(seed);
            (0..200).map(|_| draw(&mut rng, 1_000)).collect::<Vec<_>>()
        };
        let all = drawn(7);
        assert_eq!(all, drawn(7));
        assert_ne!(all, drawn(8));
        let kills = all.iter().filter(|(_, d)| *d == Deed::Kill).count();
        assert!((140..195).contains(&kills), "{kills}");
        assert!(all.iter().any(|(_, d)| *d == Deed::Pause));
        assert!(all.iter().any(|(_, d)| matches!(d, Deed::Stall { rival: true, .. })));
        assert!(all.iter().any(|(w, _)| matches!(w, When::Soon(_))));
        assert!(SLEEPERS.iter().all(|s| crate::fault::is_point(s)));
        // the smallest campaigns have moments, too
        assert!(matches!(draw(&mut StdRng::seed_from_u64(1), 1), (_, _)));
    }
}
