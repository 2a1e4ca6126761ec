//! `msgctl worker`

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use sd_notify::NotifyState;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::sending::Interrupts;
use crate::domain::money::group_thousands;
use crate::ops::schedule::{Came, Place, Sources};
use crate::ops::send::dispatch::Ended;
use crate::ops::worker::{self, Done, News, Pulse, Worker, WorkerError};
use crate::ui::{Cell, Record, Tone, Ui, plural};

/// Send what is due of all campaigns until told to stop: detached, scheduled and recurring sends, retries, reports
///
/// Any number of workers share one database: PostgreSQL from many machines, one SQLite file from several processes.
/// Each batch belongs to one of them, and a worker that dies or falls silent is replaced by the others. SIGTERM and
/// Ctrl-C end it in good order, with exit code 0: nothing new is claimed, what is in flight is finished and recorded
/// within the provider's timeout. A second signal ends it at once (130, 143), and nothing is lost either.
///
/// With systemd (`Type=notify`) it says when it is ready, and feeds the watchdog. With --once it works until nothing is
/// due, and ends: for cron. Exit codes of --once: 0 nothing is due, 75 another one is running or a provider is down.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl worker
  msgctl worker --listen 127.0.0.1:9464
  * * * * *  msgctl -C /etc/msgctl.toml -q worker --once   # a crontab line")]
pub struct Args {
    /// Work until nothing is due, then end
    #[arg(long)]
    once: bool,
    /// Answer `/metrics` (Prometheus) and `/healthz` at this address; nobody is asked who they are
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "127.0.0.1:9464")]
    listen: Option<SocketAddr>,
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let signals = Interrupts::watch()?;
    let sending = cx.sending_as("worker", true).await?;
    let pulse = Arc::new(Pulse::default());
    let (news, heard) = mpsc::unbounded_channel();
    let worker = Worker {
        cx: Arc::clone(&sending),
        charger: cx.charger().await?,
        targets: cx.targets().await?,
        sources: sources(cx).await?,
        pulse: Arc::clone(&pulse),
        news,
        stop: signals.stop.clone(),
    };
    if let Some(at) = args.listen {
        let listener = TcpListener::bind(at).await.map_err(|e| CliError {
            causes: vec![e.to_string()],
            ..CliError::new(Kind::Config, format_args!("cannot listen on {at}"))
        })?;
        cx.ui.say(format_args!("Metrics: http://{}/metrics", listener.local_addr()?));
        let (sending, pulse) = (Arc::clone(&sending), Arc::clone(&pulse));
        tokio::spawn(worker::serve(listener, sending, pulse));
    }
    let told = tokio::spawn(tell(cx.ui.clone(), heard, Arc::clone(&pulse)));
    let longest = sending.rules.give_up_after + Duration::from_mins(1);
    tokio::spawn(supervise(Arc::clone(&pulse), signals.stop.clone(), longest));
    let work = async { Ok(if args.once { worker.once().await? } else { worker.run().await? }) };
    let done = signals.guard(work).await;
    // what it has said so far is shown before how it ended
    drop(worker);
    let _ = tokio::time::timeout(Duration::from_secs(1), told).await;
    let done = done?;
    cx.ui.record(&done)?;
    match done.ended {
        Some(Ended::Down { provider, detail }) => Err(CliError {
            causes: vec![detail],
            ..CliError::new(Kind::TryLater, format_args!("provider `{provider}` takes nothing"))
        }
        .hint("Nothing is lost; what is left goes out the next time.")),
        Some(Ended::Interrupted) if args.once => {
            Err(signals.why().error("interrupted; what was in flight is recorded").hint("Run it again."))
        }
        _ => Ok(()),
    }
}

/// Member databases, for schedules that ask for age groups.
async fn sources(cx: &Ctx) -> Result<Sources, CliError> {
    let config = cx.config().await?;
    let place = |s: &crate::config::SourceSettings| Place {
        url: cx.text_or_reference(&s.url).map_err(|e| e.message),
        base: config.base.clone(),
        query: s.query.clone(),
    };
    Ok(config.settings.sources.iter().map(|(name, s)| (name.clone(), place(s))).collect())
}

/// What systemd is told: ready, alive, stopping. Without systemd nobody listens.
async fn supervise(pulse: Arc<Pulse>, mut stop: watch::Receiver<bool>, longest: Duration) {
    let mut ready = pulse.ready();
    if ready.wait_for(|r| *r).await.is_err() {
        return;
    }
    let _ = sd_notify::notify(&[NotifyState::Ready]);
    let every = sd_notify::watchdog_enabled().map_or(Duration::from_secs(30), |w| w / 2);
    loop {
        let done = pulse.done();
        let status = format!("{} campaigns, {} handed over", done.campaigns, group_thousands(done.handed_over));
        let _ = sd_notify::notify(&[NotifyState::Status(&status)]);
        if pulse.since_turn() < longest {
            let _ = sd_notify::notify(&[NotifyState::Watchdog]);
        }
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            asked = stop.wait_for(|s| *s) => {
                if asked.is_ok() {
                    let _ = sd_notify::notify(&[NotifyState::Stopping]);
                }
                return;
            }
        }
    }
}

/// Lines for a log, a moving line for a terminal.
async fn tell(ui: Ui, mut heard: mpsc::UnboundedReceiver<News>, pulse: Arc<Pulse>) {
    let moves = ui.look().progress == crate::ui::progress::Mode::Bar;
    let mut bar = moves.then(|| ui.progress("Working", None));
    loop {
        let news = tokio::select! {
            news = heard.recv() => news,
            () = tokio::time::sleep(Duration::from_millis(250)), if moves => {
                let done = pulse.done();
                if let Some(bar) = &mut bar {
                    bar.set(done.handed_over, &format!("{} · in flight {}", plural(done.campaigns as u64, "campaign"), done.in_flight));
                }
                continue;
            }
        };
        match news {
            None => return,
            Some(News::Trouble(what) | News::Came(Came::Skipped(_, _, what))) => ui.warn(what),
            Some(News::Came(Came::Later(id, at, why))) => ui.warn(format_args!("{id}: {at} waits: {why}")),
            Some(News::Came(Came::Planned(id, at, campaign))) => {
                ui.say(format_args!("{id}: {at} is {campaign}."));
            }
            Some(News::Began(id, n)) => ui.say(format_args!("{id} begins: {}.", plural(n, "message"))),
            Some(News::Finished(id, state, r)) => ui.say(format_args!(
                "{id} is {state}: {} delivered, {} failed, {} cancelled.",
                group_thousands(r.delivered()),
                group_thousands(r.failed),
                group_thousands(r.cancelled)
            )),
            Some(News::Summary(d)) => ui.say(format_args!(
                "{}: {} handed over, {} delivered, {} failed, {} in flight.",
                plural(d.campaigns as u64, "campaign"),
                group_thousands(d.handed_over),
                group_thousands(d.delivered),
                group_thousands(d.failed),
                group_thousands(d.in_flight)
            )),
        }
    }
}

impl From<WorkerError> for CliError {
    fn from(e: WorkerError) -> Self {
        match e {
            WorkerError::Held => {
                Self::from_source(Kind::TryLater, &e).hint("It needs no second one; the lock goes with its process.")
            }
            WorkerError::Send(e) => e.into(),
            WorkerError::Ledger(e) => e.into(),
            WorkerError::Store(e) => e.into(),
        }
    }
}

impl Record for Done {
    fn lines(&self) -> Vec<(String, Cell)> {
        let bad = |n: u64| Cell::count(n).tone(if n > 0 { Tone::Bad } else { Tone::Dim });
        vec![
            ("handed over".into(), Cell::count(self.handed_over)),
            ("delivered".into(), Cell::count(self.delivered)),
            ("failed".into(), bad(self.failed)),
            ("campaigns finished".into(), Cell::count(self.finished_campaigns)),
            ("campaigns planned".into(), Cell::count(self.planned_campaigns)),
            ("elapsed".into(), Cell::text(format_args!("{:.1} s", self.elapsed_s)).right()),
        ]
    }
}
