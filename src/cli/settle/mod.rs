//! `msgctl settle`

mod adjust;
mod diff;
mod export;
mod history;
mod reconcile;
mod retry_parked;
mod rollover;
mod show;
mod status;
mod verify;

use std::sync::Mutex;
use std::time::Duration;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::signal::Stopping;
use super::worded::worded;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::reconcile::Accepted;
use crate::ops::settle::{self, CHUNK, Report, SettleError, Wish};
use crate::ui::{Cell, Record, Tone, plural};

/// Settle a month: a bill for each line, as a draft that can be made anew until the month is closed
///
/// A run that was killed goes on where it was. The same again does nothing unless something has changed; then it makes
/// the next draft and says what is different. A line that cannot be computed is parked, and keeps the month from being
/// closed. Statements of sites are made with each draft.
///
/// A month is closed when it is over and what may be late is in, the month before is closed, no line is parked, no message
/// is without a result, the books are sound, and every difference to a provider's statement is accepted (`settle
/// reconcile`); otherwise everything that is in the way is named. Ends with 6 while lines are parked, with 75 while another run is at work.
#[derive(clap::Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "Examples:
  msgctl settle --month 2026-10
  msgctl settle --month 2026-10 --preview
  msgctl settle --month 2026-10 --close
  msgctl settle --month 2026-10 --workers 2 --format json"
)]
pub struct Args {
    #[command(subcommand)]
    verb: Option<Verb>,
    /// Which month
    #[arg(long, value_name = "YYYY-MM", required = true)]
    month: Option<Period>,
    /// Compute and show it, write nothing; the month need not be over
    #[arg(long, conflicts_with_all = ["close", "recompute", "wait"])]
    preview: bool,
    /// Close the month: nothing changes in it any more
    #[arg(long)]
    close: bool,
    /// Accept a difference to a provider's statement before (see `settle reconcile`)
    #[arg(long, value_name = "KIND:CHANNEL:COUNT", requires_all = ["reason", "close"])]
    accept: Vec<Accepted>,
    /// Why; it is kept with the month
    #[arg(long, value_name = "TEXT", requires = "accept", value_parser = worded)]
    reason: Option<String>,
    /// Parts that are worked on at the same time
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u16).range(1..=32))]
    workers: u16,
    /// Lines in a transaction; the figures do not depend on it
    #[arg(long, value_name = "N", hide = true, default_value_t = CHUNK, value_parser = clap::value_parser!(i64).range(1..=100_000))]
    chunk: i64,
    /// Wait until another run has ended
    #[arg(long)]
    wait: bool,
    /// Compute everything again even if nothing has changed
    #[arg(long)]
    recompute: bool,
}

#[derive(clap::Subcommand, Debug)]
enum Verb {
    Status(status::StatusArgs),
    Show(show::ShowArgs),
    Diff(diff::DiffArgs),
    Adjust(adjust::AdjustArgs),
    Reconcile(reconcile::ReconcileArgs),
    Rollover(rollover::RolloverArgs),
    Export(export::ExportArgs),
    RetryParked(retry_parked::RetryParkedArgs),
    History(history::HistoryArgs),
    Verify(verify::VerifyArgs),
}

impl Record for Report {
    fn lines(&self) -> Vec<(String, Cell)> {
        let s = &self.sums;
        let won = |name: &str, minor: i64| (name.to_owned(), Cell::money(Minor(minor)));
        let parked = Cell::count(self.parked).tone(if self.parked > 0 { Tone::Bad } else { Tone::Plain });
        vec![
            ("month".to_owned(), Cell::text(self.month)),
            ("state".to_owned(), Cell::text(&self.state)),
            ("draft".to_owned(), Cell::count(self.draft)),
            ("bills".to_owned(), Cell::count(s.bills)),
            ("parked".to_owned(), parked),
            won("supply", s.supply_minor),
            won("VAT", s.vat_minor),
            won("micro payments", s.micro_minor),
            won("carried in", s.carry_minor),
            won("cut off", s.round_minor),
            won("total", s.total_minor),
            ("sites".to_owned(), Cell::count(self.sites.len().try_into().unwrap_or(i64::MAX))),
            won("left to sites", self.sites.iter().map(|s| s.closing_minor).sum()),
            ("control".to_owned(), Cell::maybe(self.control_hash.as_deref())),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    match args.verb {
        Some(Verb::Status(args)) => return status::run(cx, args).await,
        Some(Verb::Show(args)) => return show::run(cx, args).await,
        Some(Verb::Diff(args)) => return diff::run(cx, args).await,
        Some(Verb::Adjust(args)) => return adjust::run(cx, args).await,
        Some(Verb::Reconcile(args)) => return reconcile::run(cx, args).await,
        Some(Verb::Rollover(args)) => return rollover::run(cx, args).await,
        Some(Verb::Export(args)) => return export::run(cx, args).await,
        Some(Verb::RetryParked(args)) => return retry_parked::run(cx, args).await,
        Some(Verb::History(args)) => return history::run(cx, args).await,
        Some(Verb::Verify(args)) => return verify::run(cx, args).await,
        None => {}
    }
    let Some(period) = args.month else { return Err(CliError::new(Kind::Usage, "`--month` is missing")) };
    let store = cx.store().await?;
    if let Some(reason) = &args.reason {
        let actor = super::reveal::by(cx, None).actor;
        settle::reconcile::accept(store, &cx.clock, (period, None), &args.accept, (reason, &actor)).await?;
    }
    let progress = Mutex::new(cx.ui.progress("lines", None));
    let tell = |done: i64, total: i64| {
        if let Ok(mut bar) = progress.lock() {
            bar.set_total(total.cast_unsigned());
            bar.set(done.cast_unsigned(), "");
        }
    };
    if args.preview {
        let report = settle::preview(store, &cx.clock, period, &tell).await?;
        drop(progress);
        return told(cx, &report);
    }
    if args.close && cx.clock.wall() < period.end() {
        cx.ui.warn(format_args!("{period} is not over by this machine's clock: closing it is no rehearsal"));
    }
    let wish = Wish {
        recompute: args.recompute,
        close: args.close,
        wait: args.wait,
        workers: usize::from(args.workers),
        chunk: args.chunk,
        ..wish(cx, period).await?
    };
    let stopping = Stopping::watch()?;
    let work = settle::run(store, &cx.clock, wish, stopping.asked(), &tell);
    let again = "Run the same command again: it goes on from there.";
    let ended = stopping.unless_now(work, again).await?;
    drop(progress);
    let report = match ended {
        Err(e @ SettleError::Stopped { .. }) => return Err(stopping.error(e).hint(again)),
        other => other?,
    };
    if report.up_to_date && report.state == "closed" {
        cx.ui.say(format_args!("{period} is closed; nothing was changed."));
    } else if report.up_to_date && !args.close {
        cx.ui.say(format_args!("Draft {} is up to date. `--recompute` computes it all the same.", report.draft));
    } else if report.resumed > 0 {
        cx.ui.say(format_args!(
            "Went on behind {} that were done before.",
            plural(report.resumed.cast_unsigned(), "line")
        ));
    }
    if !report.up_to_date && report.draft > 1 {
        let d = settle::diff(store, period, 0).await?;
        let bills = plural(d.bills.cast_unsigned(), "bill");
        let sites = plural(d.sites.len() as u64, "site");
        let won = Minor(d.difference);
        cx.ui.say(format_args!("Against draft {}: {bills} and {sites} changed, {won} won.", d.draft - 1));
    }
    told(cx, &report)
}

async fn wish(cx: &Ctx, period: Period) -> Result<Wish, CliError> {
    let grace: Duration = cx.config().await?.settings.credits.hold_ttl;
    Ok(Wish { period, recompute: false, close: false, grace, wait: false, workers: 1, chunk: CHUNK })
}

/// Prints a report; parked lines make it unfinished.
fn told(cx: &Ctx, report: &Report) -> Result<(), CliError> {
    cx.ui.record(report)?;
    if report.parked == 0 {
        return Ok(());
    }
    for p in &report.parks {
        cx.ui.warn(format_args!("{}: {} ({})", p.line, p.detail, p.code));
    }
    let parked = plural(report.parked.cast_unsigned(), "line");
    Err(CliError::new(Kind::Unfinished, format_args!("{parked} parked"))
        .hint(format_args!("Mend them, then `msgctl settle retry-parked --month {}`, or settle again.", report.month)))
}
