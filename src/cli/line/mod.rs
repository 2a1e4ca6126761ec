//! `msgctl line`: telephone lines and what they are subscribed to.

mod activate;
mod add_discount;
mod add_vas;
mod change_plan;
pub(super) mod import;
mod list;
mod micro_payment;
pub(super) mod put;
mod remove_vas;
mod show;
mod suspend;
mod terminate;

use super::ctx::Ctx;
use super::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::Done;
use crate::ops::line::import::What;
use crate::ui::{Cell, Record};

/// Activate, change, suspend and end lines; import them with their history, payments and use
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Activate(activate::ActivateArgs),
    ChangePlan(change_plan::ChangePlanArgs),
    Suspend(suspend::SuspendArgs),
    Terminate(terminate::TerminateArgs),
    AddVas(add_vas::AddVasArgs),
    RemoveVas(remove_vas::RemoveVasArgs),
    AddDiscount(add_discount::AddDiscountArgs),
    MicroPayment(micro_payment::MicroPaymentArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    /// Import lines from a CSV file
    ///
    /// Columns: line, customer, activated_on, terminated_on. The day of termination is billed; an empty one: the line
    /// lives. Customers come first, plans after the lines.
    #[command(after_long_help = "Examples:
  msgctl line import lines.csv
  msgctl line import lines.csv --dry-run --format json")]
    Import(import::ImportArgs),
    /// Import which plan lines had when
    ///
    /// Columns: line, plan, from_day, to_day. A range ends before its `to_day`; an empty one has no end. The rows of a
    /// line stand together in the file. They are taken as a whole: with what is on record they must cover every day of
    /// the line's life once.
    #[command(after_long_help = "Examples:
  msgctl line import-plans plans-of-lines.csv
  msgctl line import-plans plans-of-lines.csv --rejects bad.csv --format json")]
    ImportPlans(import::ImportArgs),
    /// Import which added services lines had when
    ///
    /// Columns: line, vas, from_day, to_day. A range ends before its `to_day`; an empty one has no end.
    #[command(after_long_help = "Examples:
  msgctl line import-vas services-of-lines.csv
  msgctl line import-vas services-of-lines.csv --dry-run")]
    ImportVas(import::ImportArgs),
    /// Import which discounts lines had when
    ///
    /// Columns: line, code, target (plan, vas, overage, all), kind (rate: value in basis points; fixed: in won), value,
    /// priority, proratable, from_day, to_day.
    #[command(after_long_help = "Examples:
  msgctl line import-discounts discounts.csv
  msgctl line import-discounts discounts.csv --dry-run")]
    ImportDiscounts(import::ImportArgs),
    /// Import micro payments
    ///
    /// Columns: line, ref, approved_at, amount, kind (approve, cancel). A payment belongs to the Korean month of its
    /// moment; where that is closed, it is billed in the first month that is not.
    #[command(after_long_help = "Examples:
  msgctl line import-payments payments.csv
  zcat payments.csv.gz | msgctl line import-payments - --format json")]
    ImportPayments(import::ImportArgs),
    /// Import what lines used in a month
    ///
    /// Columns: line, month, bytes. Another figure for the same line and month replaces the first; that of a closed month
    /// stays as it is.
    #[command(after_long_help = "Examples:
  msgctl line import-usage usage-2026-10.csv
  msgctl line import-usage usage-2026-10.csv --format json")]
    ImportUsage(import::ImportArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Activate(args) => activate::run(cx, args).await,
            Self::ChangePlan(args) => change_plan::run(cx, args).await,
            Self::Suspend(args) => suspend::run(cx, args).await,
            Self::Terminate(args) => terminate::run(cx, args).await,
            Self::AddVas(args) => add_vas::run(cx, args).await,
            Self::RemoveVas(args) => remove_vas::run(cx, args).await,
            Self::AddDiscount(args) => add_discount::run(cx, args).await,
            Self::MicroPayment(args) => micro_payment::run(cx, args).await,
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, args).await,
            Self::Import(args) => import::run(cx, What::Lines, args).await,
            Self::ImportPlans(args) => import::run(cx, What::LinePlans, args).await,
            Self::ImportVas(args) => import::run(cx, What::LineServices, args).await,
            Self::ImportDiscounts(args) => import::run(cx, What::LineDiscounts, args).await,
            Self::ImportPayments(args) => import::run(cx, What::Payments, args).await,
            Self::ImportUsage(args) => import::run(cx, What::Usage, args).await,
        }
    }
}

/// The day that is named, or today in Korea.
fn day(cx: &Ctx, on: Option<Day>) -> Day {
    on.unwrap_or_else(|| Day::from(cx.clock.now().kst_date()))
}

/// What became of a line.
#[derive(Debug, serde::Serialize)]
struct Moved {
    line: String,
    on: Day,
    result: Done,
}

impl Record for Moved {
    fn lines(&self) -> Vec<(String, Cell)> {
        let done = match self.result {
            Done::Added => "added",
            Done::Changed => "changed",
            Done::Unchanged => "unchanged: that is how it was",
        };
        vec![
            ("line".into(), Cell::text(&self.line)),
            ("on".into(), Cell::text(self.on)),
            ("result".into(), Cell::text(done)),
        ]
    }
}

/// Shows what became of a line.
fn moved(cx: &Ctx, line: String, on: Day, result: Done, dry_run: bool) -> Result<(), CliError> {
    if dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(cx.ui.record(&Moved { line, on, result })?)
}
