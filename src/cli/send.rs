//! `msgctl send`

use std::time::Duration;

use super::asked::{Asked, source_name};
use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::sending::{Interrupts, conclude, draw, left_out};
use crate::config::value;
use crate::domain::money::Minor;
use crate::domain::phone::Mobile;
use crate::domain::recur::Recurrence;
use crate::domain::time::Micros;
use crate::ops;
use crate::ops::schedule::People;
use crate::ops::send::SendError;
use crate::ops::send::dispatch::{Ended, Until};
use crate::ops::send::plan::{Cover, Plan};
use crate::ops::send::request::Request;
use crate::ui::{Cell, Record, Tone};

/// Send to many people, each once, within every limit
///
/// Plans first: removes wrong, repeated and suppressed numbers, chooses channel and price for each
/// person, then hands batches over and waits for the reports. Running the same command with the
/// same --key again goes on where it stopped, and never sends twice.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("receivers").required(true).multiple(true).args(["phones", "list", "csv", "age_group", "test"]))]
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
    #[command(flatten)]
    asked: Asked,
    /// Send a marked test of the text to these numbers now, and to nobody else
    ///
    /// A campaign of its own, priced, and left out of statistics. Its texts begin with `[테스트]`, which counts in their
    /// length; an Alimtalk goes out as its template was approved. Whoever else the command names, its --key and its
    /// --plan wait for the real thing. Suppressions hold; repeats and the daily cap do not.
    #[arg(long, value_name = "PHONE", num_args = 1..)]
    test: Vec<Mobile>,
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
    #[arg(long, value_name = "CRON", conflicts_with_all = ["test", "schedule", "plan", "granularity", "on_insufficient"])]
    every: Option<Recurrence>,
    /// What to do where more messages would wait than may (`send.max_backlog`)
    #[arg(long, value_name = "WHAT", default_value = "fail")]
    on_full: OnFull,
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
    let request = requested(cx, args).await?;
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

async fn requested(cx: &Ctx, args: Args) -> Result<Request, CliError> {
    let asked = args.asked.request(cx, args.test).await?;
    Ok(Request {
        key: args.key.filter(|_| !asked.test),
        begins: args.schedule,
        wait_for_room: args.on_full == OnFull::Wait,
        ..asked
    })
}

/// Keeps the request for each time to come.
async fn again(cx: &Ctx, args: Args, every: &Recurrence) -> Result<(), CliError> {
    let people = match (&args.asked.list, args.asked.age_group) {
        (Some(list), _) => People::List(list.clone()),
        (_, Some(group)) => People::Age {
            source: source_name(cx, args.asked.source.as_deref()).await?.to_owned(),
            group: group.to_string(),
        },
        _ => {
            return Err(CliError::new(Kind::Usage, "`--every` needs people who can be asked for again")
                .hint("Use `--list` or `--age-group`; `msgctl recipients import` makes a list of a file."));
        }
    };
    let dry_run = args.dry_run;
    let request = requested(cx, args).await?;
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
        lines.extend(cost_lines(self));
        lines.push(("takes".to_owned(), Cell::text(span(self.duration_s)).right()));
        if let Some(at) = &self.resumes_at {
            lines.push(("held for the night".to_owned(), Cell::count(self.held_for_night).tone(Tone::Warn)));
            lines.push(("goes on".to_owned(), Cell::text(at)));
        }
        lines.push(("finishes".to_owned(), Cell::text(&self.finishes_at)));
        lines
    }
}

/// What a plan costs, at which prices, and whether the site has it.
pub(super) fn cost_lines(plan: &Plan) -> Vec<(String, Cell)> {
    let cost = &plan.cost;
    let mut lines = vec![("cost at least".to_owned(), Cell::money(Minor(cost.min_minor)))];
    if let Some(expected) = cost.expected_minor {
        lines.push(("to be expected".to_owned(), Cell::money(Minor(expected))));
    }
    lines.push(("cost at most".to_owned(), Cell::money(Minor(cost.max_minor))));
    if let Some(book) = &plan.prices.book {
        let until = plan.prices.valid_until.as_ref().map_or_else(String::new, |t| format!(" until {t}"));
        let from = plan.prices.valid_from.as_deref().unwrap_or_default();
        lines.push(("prices".to_owned(), Cell::text(format_args!("{book}, from {from}{until}"))));
    }
    if let Some(available) = cost.available_minor {
        let tone = if cost.shortfall_minor > 0 { Tone::Bad } else { Tone::Good };
        lines.push(("available".to_owned(), Cell::money(Minor(available)).tone(tone)));
    }
    if cost.shortfall_minor > 0 {
        lines.push(("missing".to_owned(), Cell::money(Minor(cost.shortfall_minor)).tone(Tone::Bad)));
    }
    match cost.auto_charge {
        Some(Cover::NetMinor(net)) => {
            let what = format!("would bring ₩{}", Minor(net));
            lines.push(("auto-charge".to_owned(), Cell::text(what).tone(Tone::Good)));
        }
        Some(Cover::Not(why)) => {
            lines.push((
                "auto-charge".to_owned(),
                Cell::text(format_args!("does not cover it: {why}")).tone(Tone::Warn),
            ));
        }
        None => {}
    }
    lines
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
