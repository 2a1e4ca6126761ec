//! `msgctl drill`

use std::path::PathBuf;
use std::time::Duration;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::sending::Interrupts;
use crate::config::Origin;
use crate::config::value::Rate;
use crate::fault;
use crate::ops::drill::proof::Check;
use crate::ops::drill::{self, DrillError, News, Report, Settings};
use crate::ui::{Cell, Format, Record, Row, Tone, plural};

/// Kill senders again and again, then prove that nobody was written to twice and nobody forgotten
///
/// Works in a scratch folder, or in a schema of its own on the server of `--database`, which is dropped afterwards;
/// nothing that is there is touched, and everything is sent to a simulator that fails on purpose: refusals, lost
/// answers, resets, early, repeated and missing reports. Senders are killed with SIGKILL at moments drawn from the
/// seed, stopped and continued, paused, rivalled by a second one, and started again with the same key. Then our books
/// are held against the provider's log. Exit code 5 if anything does not hold, with the smallest case against it.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl drill
  msgctl drill --rounds 200 --seed 7
  msgctl drill --rounds 200 --workers 3 --database postgres://msgctl@db.example.com/scratch
  msgctl drill --format json | jq '.checks[] | select(.held | not)'")]
pub struct Args {
    /// How often a sender is killed
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// People of each campaign; there are as many campaigns as it takes
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(10..=1_000_000))]
    people: u32,
    /// Sending processes: one is a foreground send, more are workers
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=32))]
    workers: u32,
    /// Seed of everything that chance decides; another one each time by default
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Limit of Alimtalk; that of texts is a fifth
    #[arg(long, value_name = "RATE", default_value = "500/s")]
    rate: Rate,
    /// Kill at each named point in the code, too; needs a build with the feature `failpoints`
    #[arg(long)]
    points: bool,
    /// Leave the folder, to look at
    #[arg(long)]
    keep: bool,
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let Rate::Limited { limit, window } = args.rate else {
        return Err(CliError::new(Kind::Usage, "a drill without a limit proves nothing about limits")
            .hint("Give it one, like `--rate 500/s`."));
    };
    if args.points && !fault::COMPILED {
        return Err(CliError::new(Kind::Usage, "this msgctl was built without named points")
            .hint("`cargo build --release --features failpoints` builds one that has them."));
    }
    let seed = args.seed.unwrap_or(cx.host.seed % 1_000_000);
    let scratch = Folder::make(args.keep)?;
    let settings = Settings {
        exe: std::env::current_exe()?,
        folder: scratch.path.clone(),
        env: cx.host.env.clone(),
        server: server(cx)?,
        rounds: args.rounds,
        people: args.people,
        workers: args.workers,
        seed,
        limit: (limit, window),
        points: args.points,
    };
    cx.ui.say(format_args!("Seed {seed}, in {}.", scratch.path.display()));
    let signals = Interrupts::watch()?;
    let mut bar = cx.ui.progress("Killing", Some(u64::from(args.rounds)));
    let news = |n: News| match n {
        News::Killed(n) => bar.set(u64::from(n.min(args.rounds)), ""),
        News::Point(name) => bar.set(u64::from(args.rounds), name),
        News::Proving => bar.set(u64::from(args.rounds), "proving"),
    };
    let done = signals.guard(async { Ok(drill::run(&settings, signals.stop.clone(), news).await?) }).await;
    drop(bar);
    let report = done.map_err(|e| match e.kind {
        Kind::Interrupted | Kind::Terminated => signals.why().error("interrupted; nothing is proven"),
        _ => e.hint(format_args!("Look at it with `--keep --seed {seed}`.")),
    })?;
    if args.keep {
        cx.ui.hint(format_args!("The folder is {}.", scratch.path.display()));
    }
    show(cx, &report)?;
    conclude(&report)
}

/// The server that the flag names. A database of the environment is where the real work is done, and is left alone.
fn server(cx: &Ctx) -> Result<Option<String>, CliError> {
    match cx.database_given() {
        Some((url, Origin::Flag(_))) if url.starts_with("sqlite:") => {
            Err(CliError::new(Kind::Usage, "a drill makes a SQLite file of its own")
                .hint("Leave `--database` out, or name a PostgreSQL server."))
        }
        Some((url, Origin::Flag(_))) => Ok(Some(cx.text_or_reference(url)?)),
        _ => Ok(None),
    }
}

fn show(cx: &Ctx, report: &Report) -> Result<(), CliError> {
    match cx.ui.look().format {
        Format::Json => cx.ui.record(report)?,
        Format::Table => {
            cx.ui.record(report)?;
            cx.ui.heading("Proof")?;
            cx.ui.rows(&report.checks)?;
        }
        _ => cx.ui.rows(&report.checks)?,
    }
    Ok(())
}

fn conclude(report: &Report) -> Result<(), CliError> {
    let broken: Vec<&Check> = report.checks.iter().filter(|c| !c.held).collect();
    let Some(first) = broken.first() else { return Ok(()) };
    let n = plural(broken.len() as u64, "claim");
    let case = first.counterexample.as_deref().unwrap_or_default();
    Err(CliError {
        causes: vec![case.to_owned()],
        ..CliError::new(
            Kind::Integrity,
            format_args!("not proven: {n} of {}, first: {}", report.checks.len(), first.claim),
        )
    }
    .hint(format_args!("The same again: `msgctl drill --seed {} --keep` with the same options.", report.seed)))
}

impl From<DrillError> for CliError {
    fn from(e: DrillError) -> Self {
        match e {
            DrillError::Store(e) => e.into(),
            DrillError::Interrupted => Self::from_source(Kind::Interrupted, &e),
            _ => Self::from_source(Kind::Failed, &e),
        }
    }
}

/// The scratch folder: gone with the drill unless it is kept.
struct Folder {
    path: PathBuf,
    keep: bool,
}

impl Folder {
    fn make(keep: bool) -> Result<Self, CliError> {
        let path = std::env::temp_dir().join(format!("msgctl-drill-{:012x}", rand::random::<u64>() >> 16));
        std::fs::create_dir(&path)?;
        Ok(Self { path: path.canonicalize()?, keep })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.keep {
            // whatever is left lies in the folder for temporary files
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

impl Record for Report {
    fn lines(&self) -> Vec<(String, Cell)> {
        let d = &self.deeds;
        let mut lines: Vec<(String, Cell)> = vec![
            ("engine".into(), Cell::text(self.engine)),
            ("seed".into(), Cell::text(self.seed).right()),
            ("killed".into(), Cell::count(d.kills)),
            ("stopped for a while".into(), Cell::count(d.stalls)),
            ("paused".into(), Cell::count(d.pauses)),
            ("beside another".into(), Cell::count(d.rivals)),
            ("processes".into(), Cell::count(d.runs)),
            ("campaigns".into(), Cell::count(self.campaigns)),
            ("messages".into(), Cell::count(self.messages)),
            ("at the provider".into(), Cell::count(self.arrivals)),
        ];
        for p in &self.points {
            let hits: Vec<String> = p.hits.iter().map(ToString::to_string).collect();
            let tone = if p.reached { Tone::Plain } else { Tone::Bad };
            let stopped = if p.stopped { "; stopped for longer than its lease" } else { "" };
            lines.push((p.point.to_owned(), Cell::text(format_args!("hit {}{stopped}", hits.join(", "))).tone(tone)));
        }
        let elapsed = Duration::from_secs_f64(self.elapsed_s.max(0.0));
        lines.push(("elapsed".into(), Cell::text(format_args!("{:.1} s", elapsed.as_secs_f64())).right()));
        lines
    }
}

impl Row for Check {
    const HEAD: &'static [&'static str] = &["CLAIM", "HOLDS", "FIGURES", "AGAINST IT", "FIRST CASE"];

    fn cells(&self) -> Vec<Cell> {
        let tone = if self.held { Tone::Good } else { Tone::Bad };
        let figures: Vec<String> =
            self.figures.0.iter().map(|(name, n)| format!("{name}: {}", Cell::count(*n).text)).collect();
        vec![
            Cell::text(self.claim),
            Cell::text(if self.held { "yes" } else { "no" }).tone(tone),
            Cell::text(figures.join(", ")),
            Cell::count(self.violations).tone(if self.held { Tone::Dim } else { Tone::Bad }),
            Cell::text(self.counterexample.as_deref().unwrap_or_default()),
        ]
    }
}
