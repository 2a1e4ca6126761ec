//! `msgctl line change-plan`

use super::{day, moved};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::life;

/// Change the plan of a line from a day on
///
/// The day belongs to the new plan. Of several changes on one day the last one counts; the others are kept in the
/// line's history, without a day.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line change-plan L1 --plan B
  msgctl line change-plan L1 --plan B --on 2026-10-13")]
pub struct ChangePlanArgs {
    /// The line
    line: String,
    /// The new plan
    #[arg(long, value_name = "CODE")]
    plan: String,
    /// Its first day [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<Day>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: ChangePlanArgs) -> Result<(), CliError> {
    let (store, on) = (cx.store().await?, day(cx, a.on));
    let done = life::change_plan(store, (&a.line, &a.plan), on, cx.clock.now(), a.dry_run).await?;
    moved(cx, a.line, on, done, a.dry_run)
}
