//! `msgctl demo`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::init::{add_site, import_people, lay_out, top_up};
use super::playground::Playground;
use super::sending::{Interrupts, draw, patience};
use super::stats::table;
use crate::domain::channel::{Channel, Granularity, Lane};
use crate::domain::id::CampaignId;
use crate::domain::state::MessageState;
use crate::ops::credits::verify::{self, Report, Scope};
use crate::ops::credits::{Receipt, view};
use crate::ops::message::{self, Story, Which};
use crate::ops::rate::{self, Audited};
use crate::ops::send::dispatch::{Ended, Until};
use crate::ops::send::plan::{self, Plan};
use crate::ops::send::request::{Audience, Body, Request};
use crate::ops::send::run::{self, Outcome};
use crate::ops::stats::{self, By, Filter, Stats};
use crate::ops::{demo, import, setup};
use crate::sim::{Settings, Sim, Summary};
use crate::ui::{Cell, Format, Record};

/// Show all of it in twenty seconds: set up, import, plan, send, account
///
/// Makes a folder with configuration, key and database, and starts a provider simulator inside the process.
/// Imports people who do not exist from a CSV file with some bad rows, and sends to all of them within
/// limits that show the pacing (300 Alimtalk and 500 texts in any 5 s). 15 % of the Alimtalk fail and fall
/// back to SMS and LMS; then every message and every won is accounted for. The folder stays, to be played with.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl demo
  msgctl demo --people 5000 --dir /tmp/demo
  msgctl demo --format json | jq .send.results")]
pub struct Args {
    /// How many people
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    people: u32,
    /// Seed of the people and of what becomes of their messages
    #[arg(long, value_name = "N", default_value_t = 7)]
    seed: u64,
    /// The folder, not there yet or empty [default: msgctl-demo]
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

/// Everything that was shown.
#[derive(Debug, serde::Serialize)]
struct Shown {
    folder: String,
    import: import::Outcome,
    topup: Receipt,
    plan: Plan,
    send: Outcome,
    stats: Stats,
    rate: Vec<Audited>,
    verify: Report,
    story: Option<Story>,
    simulator: Summary,
    elapsed_s: f64,
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let begun = Instant::now();
    let signals = Interrupts::watch()?;
    let folder = fresh_folder(cx, args.dir.as_deref())?;
    let (playground, listener) = Playground::open(args.seed).await?;
    let settings = Settings::from_toml(&playground.settings).map_err(|e| CliError::from_source(Kind::Failed, &e))?;
    let sim = Sim::listening(listener, settings)?;
    let (inner, set_up) = lay_out(cx, &folder, Some(&playground)).await?;
    let stage = Stage { cx, inner: &inner, folder: PathBuf::from(set_up.folder), sim: &sim, signals: &signals };
    let shown = signals.guard(Box::pin(stage.play(&args, begun))).await;
    inner.close().await;
    sim.stop().await?;
    let shown = shown?;
    if cx.ui.look().format == Format::Table {
        farewell(cx, &shown, &playground)?;
    } else {
        cx.ui.record(&shown)?;
    }
    Ok(())
}

/// The folder that was named, or the first free one; never one with something in it.
fn fresh_folder(cx: &Ctx, named: Option<&Path>) -> Result<PathBuf, CliError> {
    let free = |path: &Path| std::fs::read_dir(path).map_or(!path.exists(), |mut d| d.next().is_none());
    if let Some(dir) = named {
        let path = cx.path(dir);
        return if free(&path) {
            Ok(path)
        } else {
            Err(CliError::new(Kind::Conflict, format_args!("{} is not empty", dir.display()))
                .hint("Name a folder that is not there yet: a demo never works over something else."))
        };
    }
    let numbered = |base: &Path| {
        (1..1_000)
            .map(|n| if n == 1 { base.join("msgctl-demo") } else { base.join(format!("msgctl-demo-{n}")) })
            .find(|p| free(p))
    };
    let here = numbered(&cx.host.cwd).filter(|path| setup::folder(path).is_ok());
    // where nothing can be written, as in somebody else's folder
    here.or_else(|| numbered(&std::env::temp_dir()))
        .ok_or_else(|| CliError::new(Kind::Failed, "there is no place for a folder").hint("Name one with `--dir`."))
}

/// What the acts of the demo work with.
struct Stage<'a> {
    cx: &'a Ctx,
    inner: &'a Ctx,
    folder: PathBuf,
    sim: &'a Sim,
    signals: &'a Interrupts,
}

impl Stage<'_> {
    async fn play(&self, args: &Args, begun: Instant) -> Result<Shown, CliError> {
        let crowd = demo::crowd(args.people, args.seed, true);
        let file = self.folder.join("people.csv");
        setup::file(&file, &crowd.csv, false)?;
        add_site(self.inner).await?;
        let rows = u64::from(crowd.good) + u64::from(crowd.flawed);
        self.act(&format!("Import {rows} rows of people.csv, some of them bad"))?;
        let import = self.import(&file).await?;
        self.act("Top up: a prepaid site sends what it has paid for")?;
        let topup = top_up(self.inner, args.people).await?;
        self.show(&topup)?;
        self.act("Plan: who gets what, at what price, until when; nothing is sent yet")?;
        let plan = self.plan().await?;
        self.act("Send exactly this plan, within the limits; whom Alimtalk cannot reach gets a text")?;
        let send = self.send(&plan).await?;
        self.act("Statistics: what became of everybody")?;
        let stats = self.stats().await?;
        self.act("Were the limits kept? Ours, from every call on record")?;
        let rate = rate::audit(self.inner.store().await?, None).await?;
        if self.cx.ui.look().format == Format::Table {
            self.cx.ui.rows(&rate)?;
        }
        self.act("And the provider's own count")?;
        let simulator = self.sim.summary_of(5_000);
        self.show(&Counted(&simulator))?;
        self.act("The books: what was set aside, charged and released, proven row by row")?;
        let verify = self.verify().await?;
        let story = self.story(send.campaign).await?;
        if let Some(story) = &story {
            self.act("The story of one message that fell back")?;
            self.show(story)?;
        }
        let elapsed_s = (begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0;
        let folder = self.folder.display().to_string();
        Ok(Shown { folder, import, topup, plan, send, stats, rate, verify, story, simulator, elapsed_s })
    }

    async fn import(&self, file: &Path) -> Result<import::Outcome, CliError> {
        let mut bar = self.cx.ui.progress("Importing", None);
        let rejects = self.folder.join("people.csv.rejects.csv");
        let outcome = import_people(self.inner, file, Some(rejects), |p| match p {
            import::Progress::Total(n) => bar.set_total(n),
            import::Progress::Done(n) => bar.set(n, ""),
            import::Progress::Checked(_) => {}
        })
        .await?;
        drop(bar);
        self.show(&outcome)?;
        Ok(outcome)
    }

    async fn plan(&self) -> Result<Plan, CliError> {
        let sending = self.inner.sending(false).await?;
        let plan = plan::show(&sending, request(), |_| {}).await?;
        self.show(&plan)?;
        Ok(plan)
    }

    async fn send(&self, plan: &Plan) -> Result<Outcome, CliError> {
        let sending = self.inner.sending(true).await?;
        let wait = Until::Final(Duration::from_mins(1));
        let stop = self.signals.stop.clone();
        let outcome = run::send(&sending, request(), Some(&plan.plan_hash), wait, stop, draw(self.cx)).await?;
        match &outcome.ended {
            Ended::Done => {}
            Ended::Interrupted => {
                return Err(self.signals.why().error("interrupted; what was in flight is recorded").hint(
                    format_args!(
                        "The demo's folder is {}; its campaign is {}.",
                        self.folder.display(),
                        outcome.campaign
                    ),
                ));
            }
            other => return Err(CliError::new(Kind::Unfinished, format_args!("the demo was not finished: {other:?}"))),
        }
        self.show(&outcome)?;
        Ok(outcome)
    }

    async fn stats(&self) -> Result<Stats, CliError> {
        let filter = Filter { site: None, by: By::Channel, since: None, until: None, tests: false };
        let (store, codes) = (self.inner.store().await?, self.inner.codes().await?);
        let stats = stats::stats(store, &filter, &codes, self.inner.clock.now()).await?;
        if self.cx.ui.look().format == Format::Table {
            table(self.cx, &stats)?;
        }
        Ok(stats)
    }

    async fn verify(&self) -> Result<Report, CliError> {
        let scope = Scope { full: true, ..Scope::default() };
        let report = verify::run(self.inner.store().await?, &self.inner.clock, scope, &|_, _, _| ()).await?;
        if self.cx.ui.look().format == Format::Table {
            let balances = view::balances(self.inner.store().await?, Some(demo::SITE)).await?;
            self.cx.ui.rows(&balances)?;
            self.cx.ui.rows(&report.checks)?;
        }
        Ok(report)
    }

    /// The first message that Alimtalk could not bring and a text did.
    async fn story(&self, campaign: CampaignId) -> Result<Option<Story>, CliError> {
        let (store, ring, codes) = (self.inner.store().await?, self.inner.keys().await?, self.inner.codes().await?);
        let which = Which::Campaign(campaign, None);
        let delivered = message::list(store, ring, &which, Some(MessageState::Delivered), 1_000, None).await?;
        let Some(fell) = delivered.iter().find(|m| m.channel != Channel::Alimtalk) else { return Ok(None) };
        let patience = patience(&self.inner.config().await?.settings);
        Ok(Some(message::explain(store, ring, fell.message, &codes, patience, None).await?))
    }

    /// A heading, where people read.
    fn act(&self, title: &str) -> Result<(), CliError> {
        if self.cx.ui.look().format == Format::Table {
            self.cx.ui.heading(title)?;
        }
        Ok(())
    }

    /// A result, where people read; programs get all of it in one piece.
    fn show<R: Record>(&self, record: &R) -> Result<(), CliError> {
        if self.cx.ui.look().format == Format::Table {
            self.cx.ui.record(record)?;
        }
        Ok(())
    }
}

/// What is sent.
fn request() -> Request {
    Request {
        site: demo::SITE.to_owned(),
        audience: Audience::List(demo::LIST.to_owned()),
        body: Body::Text(demo::MESSAGE.to_owned()),
        subject: None,
        fallback: None,
        vars: BTreeMap::new(),
        strategy: None,
        lane: Lane::Bulk,
        ad: false,
        key: Some("demo".to_owned()),
        test: false,
        allow_repeat: false,
        begins: None,
        wrapper: None,
        wait_for_room: false,
        partial: false,
        granularity: Granularity::Recipient,
    }
}

/// Where everything is, and what to try next.
fn farewell(cx: &Ctx, shown: &Shown, playground: &Playground) -> Result<(), CliError> {
    cx.ui.heading(&format!("All of it took {:.1} s. Play with it", shown.elapsed_s))?;
    cx.ui.text(&format!("  cd {}\n", shown.folder))?;
    let lines = [
        (format!("{} &", playground.command()), "the simulator, as it was"),
        ("msgctl doctor".to_owned(), "is everything in order?"),
        (format!("msgctl recipients import people.csv --site {}", demo::SITE), "the same file again changes nothing"),
        (format!("msgctl message list {} --state failed", shown.send.campaign), "who got nothing, and why"),
        ("msgctl stats --by code".to_owned(), "what the carriers said"),
        (format!("msgctl credits history --site {}", demo::SITE), "where every won went"),
        ("msgctl credits verify --full".to_owned(), "and the proof of it"),
    ];
    let width = lines.iter().map(|(c, _)| c.len()).max().unwrap_or(0);
    for (command, why) in &lines {
        cx.ui.text(&format!("  {command:width$}  # {why}\n"))?;
    }
    Ok(())
}

impl Record for Shown {
    /// Tables are shown act by act.
    fn lines(&self) -> Vec<(String, Cell)> {
        Vec::new()
    }
}

/// The simulator's own books.
#[derive(serde::Serialize)]
struct Counted<'a>(&'a Summary);

impl Record for Counted<'_> {
    fn lines(&self) -> Vec<(String, Cell)> {
        let s = self.0;
        let mut lines = vec![
            ("people".into(), Cell::count(s.unique_to)),
            ("of these twice".into(), Cell::count(s.repeats.people)),
            ("messages".into(), Cell::count(s.recipients)),
        ];
        for (kind, t) in &s.by_type {
            let what = match *kind {
                "ATA" => "busiest 5 s, alimtalk",
                "SMS" => "busiest 5 s, sms",
                "LMS" => "busiest 5 s, lms",
                _ => continue,
            };
            lines.push((what.into(), Cell::count(t.busiest_window)));
        }
        lines.push(("calls".into(), Cell::count(s.calls)));
        lines.push(("answered 429".into(), Cell::count(s.incidents.http_429)));
        lines
    }
}
