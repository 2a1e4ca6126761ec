//! `msgctl send`

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::sending::{Interrupts, conclude, draw, left_out};
use crate::config::value;
use crate::domain::age::AgeGroup;
use crate::domain::channel::{Lane, Strategy};
use crate::domain::money::Minor;
use crate::domain::phone::Mobile;
use crate::domain::recur::Recurrence;
use crate::domain::template::TemplateRef;
use crate::domain::time::Micros;
use crate::ops;
use crate::ops::import::{Encoding, Reading, Source, guests};
use crate::ops::schedule::People;
use crate::ops::send::SendError;
use crate::ops::send::dispatch::{Ended, Until};
use crate::ops::send::plan::Plan;
use crate::ops::send::request::{Audience, Body, Request};
use crate::ui::{Cell, Record, Tone};

/// Send to many people, each once, within every limit
///
/// Plans first: removes wrong, repeated and suppressed numbers, chooses channel and price for each
/// person, then hands batches over and waits for the reports. Running the same command with the
/// same --key again goes on where it stopped, and never sends twice.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("audience"))]
#[command(group = clap::ArgGroup::new("receivers").required(true).multiple(true).args(["phones", "list", "csv", "age_group", "test"]))]
#[command(group = clap::ArgGroup::new("content").required(true))]
#[command(after_help = "Examples:
  msgctl send --site shop --list vip --template order --dry-run
  msgctl send --site shop --list vip --template order@3 --key 2026-11-notice
  msgctl send --site shop --age-group twenties --message '할인쿠폰이 도착했습니다.' --strategy sms-only
  msgctl send --site shop --list vip --ad --message '오늘만 20% 할인' --dry-run
  msgctl send --site shop --to 010-1234-5678 --message '#{이름}님, 안내드립니다.' --var 이름=홍길동 --strategy sms-only
  msgctl send --site shop --list vip --template order --var 이름=홍길동 --test 010-1234-5678
  msgctl send --site shop --list vip --template order --schedule '2026-11-21 09:00' --key 2026-11-notice
  msgctl send --site shop --list vip --template weekly --every '0 9 * * MON' --key weekly")]
pub struct Args {
    /// Whose people
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Write to this number (can be repeated)
    #[arg(long = "to", value_name = "PHONE", group = "audience")]
    phones: Vec<Mobile>,
    /// Write to the members of this list
    #[arg(long, value_name = "NAME", group = "audience")]
    list: Option<String>,
    /// Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site
    #[arg(long, value_name = "FILE", group = "audience")]
    csv: Option<PathBuf>,
    /// Write to an age group of your own member database, by full age on today's Korean day
    #[arg(long, value_name = "GROUP", group = "audience")]
    age_group: Option<AgeGroup>,
    /// The database to ask, as in `[source.NAME]`; not needed where there is one only
    #[arg(long, value_name = "NAME", requires = "age_group")]
    source: Option<String>,
    /// Send a marked test of the text to these numbers now, and to nobody else
    ///
    /// A campaign of its own, priced, and left out of statistics. Its texts begin with `[테스트]`, which counts in their
    /// length; an Alimtalk goes out as its template was approved. Whoever else the command names, its --key and its
    /// --plan wait for the real thing. Suppressions hold; repeats and the daily cap do not.
    #[arg(long, value_name = "PHONE", num_args = 1..)]
    test: Vec<Mobile>,
    /// The template, newest version or NAME@3
    #[arg(long, value_name = "NAME[@V]", group = "content")]
    template: Option<TemplateRef>,
    /// A text, inside the site's wrapper
    #[arg(long, value_name = "TEXT", group = "content")]
    message: Option<String>,
    /// Value of a variable, the same for everybody (can be repeated)
    #[arg(long = "var", value_name = "NAME=VALUE", value_parser = pair)]
    vars: Vec<(String, String)>,
    /// Subject; makes every text an LMS
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    /// How the first channel is chosen; the site's own by default
    #[arg(long)]
    strategy: Option<Strategy>,
    /// The text for those whom Alimtalk cannot reach
    #[arg(long, value_name = "TEXT")]
    fallback_message: Option<String>,
    /// Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to
    /// those who agreed to that; the rest waits until 08:00
    #[arg(long)]
    ad: bool,
    /// What goes first when several campaigns wait
    #[arg(long, default_value = "bulk")]
    lane: Lane,
    /// Write also to those who had the same text a moment ago (`send.dedupe_window`)
    #[arg(long)]
    allow_repeat: bool,
    /// Show the plan, send nothing
    #[arg(long)]
    dry_run: bool,
    /// Send exactly the plan with this hash, or refuse
    #[arg(long, value_name = "HASH")]
    plan: Option<String>,
    /// Idempotency key: the same key and request goes on, or answers as before
    #[arg(long, value_name = "KEY")]
    key: Option<String>,
    /// Plan it, and leave the sending to a `msgctl worker`
    #[arg(long)]
    detach: bool,
    /// Plan it now, and let a worker send it from then on: Korean time like `2026-11-21 09:00`, or RFC 3339
    ///
    /// People, texts and prices are those of now; consent to advertising must hold then, and who opts out meanwhile gets
    /// nothing. `msgctl campaign cancel` takes it back until the last moment.
    #[arg(long, value_name = "TIME", value_parser = moment, conflicts_with = "test")]
    schedule: Option<Micros>,
    /// Send it again and again: minute, hour, day, month, weekday in Korean time, like `0 9 * * MON`
    ///
    /// Keeps the request with the present version of its template; a `msgctl worker` plans it anew each time, to the
    /// people who are on the list or in the age group then. `msgctl schedule` lists, pauses and removes.
    #[arg(long, value_name = "CRON", conflicts_with_all = ["test", "schedule", "plan"])]
    every: Option<Recurrence>,
    /// What to do where more messages would wait than may (`send.max_backlog`)
    #[arg(long, value_name = "WHAT", default_value = "fail")]
    on_full: OnFull,
    /// What to do where the site's credits do not suffice for everybody
    #[arg(long, value_name = "WHAT", default_value = "fail")]
    on_insufficient: OnInsufficient,
    /// How long to wait for final reports; `send.report_wait` by default
    #[arg(long, value_name = "TIME", value_parser = value::duration)]
    report_wait: Option<Duration>,
    /// End with 6 if more than this share failed, like 5%
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    max_failure_rate: Option<f64>,
}

/// What to do where too much is waiting.
#[derive(clap::ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum OnFull {
    /// End with 75, nothing is sent
    Fail,
    /// Wait until there is room
    Wait,
}

/// What to do where credits do not suffice.
#[derive(clap::ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum OnInsufficient {
    /// End with 3, nothing is sent
    Fail,
    /// Send to as many as they suffice for, in order
    Partial,
}

/// A moment on the Korean calendar, or with an offset of its own.
fn moment(text: &str) -> Result<Micros, String> {
    let text = text.trim();
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Ok(at.into());
    }
    let local: jiff::civil::DateTime = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|form| jiff::civil::DateTime::strptime(form, text).ok())
        .ok_or_else(|| format!("expected a time like `2026-11-21 09:00` (Korean time) or RFC 3339, not `{text}`"))?;
    let zoned = local.to_zoned(crate::domain::time::kst()).map_err(|e| e.to_string())?;
    Ok(zoned.timestamp().into())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (k, v) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((k.trim().to_owned(), v.to_owned()))
}

fn percent(text: &str) -> Result<f64, String> {
    let n: f64 = text.trim_end_matches('%').trim().parse().map_err(|_| "expected a percentage like 5%".to_owned())?;
    if (0.0..=100.0).contains(&n) { Ok(n) } else { Err("a percentage is from 0 to 100".to_owned()) }
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let settings = &cx.config().await?.settings;
    let wait = args.report_wait.unwrap_or(settings.send.report_wait);
    let (dry_run, test, most_failed) = (args.dry_run, !args.test.is_empty(), args.max_failure_rate);
    let approved = args.plan.clone().filter(|_| !test);
    let (detach, wait_for_room) = (args.detach || args.schedule.is_some(), args.on_full == OnFull::Wait);
    if let Some(every) = args.every.clone() {
        return again(cx, args, &every).await;
    }
    let request = request(cx, args).await?;
    if dry_run {
        let sending = cx.sending(false).await?;
        let mut bar = cx.ui.progress("Planning", None);
        let plan = ops::send::plan::show(&sending, request, |n| bar.set(n, "")).await?;
        drop(bar);
        for w in &plan.warnings {
            cx.ui.warn(w);
        }
        cx.ui.record(&plan)?;
        if !test {
            cx.ui.hint(format_args!("Send exactly this with `--plan {}`.", plan.plan_hash));
        }
        return Ok(());
    }
    let sending = cx.sending(true).await?;
    let signals = Interrupts::watch()?;
    let (approved, stop) = (approved.as_deref(), signals.stop.clone());
    let work = async {
        let done = if detach {
            ops::send::run::detach(&sending, request, approved, stop, draw(cx)).await
        } else {
            ops::send::run::send(&sending, request, approved, Until::Final(wait), stop, draw(cx)).await
        };
        match done {
            Err(SendError::BacklogFull { .. }) if wait_for_room && *signals.stop.borrow() => Err(signals
                .why()
                .error("interrupted while it waited for room; nothing was sent")
                .hint("Run it again later.")),
            done => Ok(done?),
        }
    };
    let outcome = signals.guard(work).await?;
    conclude(cx, &outcome, &signals)?;
    let failed = outcome.results.failed;
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let share = failed as f64 * 100.0 / outcome.results.total.max(1) as f64;
    match most_failed {
        Some(most) if matches!(outcome.ended, Ended::Done) && share > most => {
            Err(CliError::new(Kind::Unfinished, format_args!("{share:.1} % failed, more than {most} %")).hint(
                format_args!(
                    "`msgctl stats --by code` tells why; `msgctl campaign retry-failed {}` tries again.",
                    outcome.campaign
                ),
            ))
        }
        _ => Ok(()),
    }
}

async fn request(cx: &Ctx, args: Args) -> Result<Request, CliError> {
    let test = !args.test.is_empty();
    let audience = match (&args.list, &args.csv, args.age_group) {
        _ if test => Audience::Phones(args.test),
        (Some(list), ..) => Audience::List(list.clone()),
        (_, Some(file), _) => file_people(cx, &args.site, file).await?,
        (_, _, Some(group)) => members(cx, &args.site, args.source.as_deref(), group).await?,
        _ => Audience::Phones(args.phones),
    };
    let body = match (args.template, args.message) {
        (Some(t), _) => Body::Template(t),
        (None, Some(m)) => Body::Text(m),
        (None, None) => return Err(CliError::new(Kind::Usage, "give a --template or a --message")),
    };
    let vars: BTreeMap<String, String> = args.vars.into_iter().collect();
    Ok(Request {
        site: args.site,
        audience,
        body,
        subject: args.subject,
        fallback: args.fallback_message,
        vars,
        strategy: args.strategy,
        lane: if args.ad { Lane::Ad } else { args.lane },
        ad: args.ad,
        key: args.key.filter(|_| !test),
        test,
        allow_repeat: args.allow_repeat,
        begins: args.schedule,
        wrapper: None,
        wait_for_room: args.on_full == OnFull::Wait,
        partial: args.on_insufficient == OnInsufficient::Partial,
    })
}

/// People of a file. It is named by its content, so that a changed file is another request.
async fn file_people(cx: &Ctx, site: &str, file: &Path) -> Result<Audience, CliError> {
    let (source, label) = if file.as_os_str() == "-" {
        (Source::Stream(Box::new(std::io::stdin())), "stdin".to_owned())
    } else {
        let path = cx.path(file);
        let mut hash = Sha256::new();
        let opened = std::fs::File::open(&path).and_then(|mut f| std::io::copy(&mut f, &mut HashWriter(&mut hash)));
        opened.map_err(|e| CliError {
            causes: vec![e.to_string()],
            ..CliError::new(Kind::Config, format_args!("cannot read {}", file.display()))
        })?;
        (Source::Path(path), hex::encode(&hash.finalize()[..16]))
    };
    let site = ops::site::get(&mut cx.store().await?.read().await?, site).await?.id;
    let reading = Reading { source, site, map: Vec::new(), encoding: Encoding::Auto, now: cx.clock.now() };
    Ok(Audience::Stream { label: format!("csv {label}"), chunks: guests(cx.keys().await?, reading) })
}

struct HashWriter<'a>(&'a mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The member database that is meant.
async fn source_name<'a>(cx: &'a Ctx, source: Option<&'a str>) -> Result<&'a str, CliError> {
    let sources = &cx.config().await?.settings.sources;
    match (source, sources.len()) {
        (Some(name), _) => Ok(name),
        (None, 1) => Ok(sources.keys().next().map_or("", String::as_str)),
        _ => Err(CliError::new(Kind::Usage, "which database holds the members?").hint("Name it with `--source`.")),
    }
}

/// People of an age group.
async fn members(cx: &Ctx, site: &str, source: Option<&str>, group: AgeGroup) -> Result<Audience, CliError> {
    let config = cx.config().await?;
    let sources = &config.settings.sources;
    let name = source_name(cx, source).await?;
    let settings = super::recipients::pull::source(sources, name)?;
    let url = cx.text_or_reference(&settings.url)?;
    let origin = ops::pull::Origin { url: &url, base: &config.base, query: &settings.query };
    let now = cx.clock.now();
    let (source, ..) = ops::pull::open(&origin, group, now).await?;
    let site = ops::site::get(&mut cx.store().await?.read().await?, site).await?.id;
    let reading = Reading { source, site, map: Vec::new(), encoding: Encoding::Utf8, now };
    let label = format!("{name} {group} {}", now.kst_date());
    Ok(Audience::Stream { label, chunks: guests(cx.keys().await?, reading) })
}

/// Keeps the request for each time to come.
async fn again(cx: &Ctx, args: Args, every: &Recurrence) -> Result<(), CliError> {
    let people = match (&args.list, args.age_group) {
        (Some(list), _) => People::List(list.clone()),
        (_, Some(group)) => {
            People::Age { source: source_name(cx, args.source.as_deref()).await?.to_owned(), group: group.to_string() }
        }
        _ => {
            return Err(CliError::new(Kind::Usage, "`--every` needs people who can be asked for again")
                .hint("Use `--list` or `--age-group`; `msgctl recipients import` makes a list of a file."));
        }
    };
    let dry_run = args.dry_run;
    let request = request(cx, args).await?;
    let sending = cx.sending(false).await?;
    let made = ops::schedule::create(&sending, &request, people, every, dry_run).await?;
    cx.ui.record(&made)?;
    if !dry_run {
        let id = made.schedule;
        cx.ui.hint(format_args!("A `msgctl worker` plans and sends it; `msgctl schedule remove {id}` ends it."));
    }
    Ok(())
}

impl Record for Plan {
    fn lines(&self) -> Vec<(String, Cell)> {
        let r = &self.recipients;
        let mut lines = vec![
            ("plan".to_owned(), Cell::text(&self.plan_hash)),
            ("site".to_owned(), Cell::text(&self.site)),
            ("requested".to_owned(), Cell::count(r.requested)),
            ("sendable".to_owned(), Cell::count(r.sendable).tone(Tone::Good)),
        ];
        lines.extend(left_out(r));
        for (c, n) in &self.kinds {
            lines.push((format!("first by {c}"), Cell::count(*n)));
        }
        for (c, n) in &self.fallbacks {
            lines.push((format!("then by {c}"), Cell::count(*n)));
        }
        lines.push(("cost at least".to_owned(), Cell::money(Minor(self.cost.min_minor))));
        lines.push(("cost at most".to_owned(), Cell::money(Minor(self.cost.max_minor))));
        lines.push(("takes".to_owned(), Cell::text(span(self.duration_s)).right()));
        if let Some(at) = &self.resumes_at {
            lines.push(("held for the night".to_owned(), Cell::count(self.held_for_night).tone(Tone::Warn)));
            lines.push(("goes on".to_owned(), Cell::text(at)));
        }
        lines.push(("finishes".to_owned(), Cell::text(&self.finishes_at)));
        lines
    }
}

/// `2 h 29 min`, `40 s`.
fn span(s: u64) -> String {
    match s {
        0 => "no time under the limits".to_owned(),
        1..60 => format!("{s} s"),
        60..3600 => format!("{} min {} s", s / 60, s % 60),
        _ => format!("{} h {} min", s / 3600, s % 3600 / 60),
    }
}
