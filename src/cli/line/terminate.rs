//! `msgctl line terminate`

use super::{day, moved};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::life;

/// End a line
///
/// The day is its last, and is billed. Its number is kept for the customer for some days; then the pool has it again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line terminate L1 --on 2026-10-10
  msgctl line terminate L1 --keep-number 0 --dry-run")]
pub struct TerminateArgs {
    /// The line
    line: String,
    /// Its last day [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<Day>,
    /// For how many days its number is kept for the customer
    #[arg(long, value_name = "DAYS", default_value_t = 90, value_parser = clap::value_parser!(u32).range(0..=3650))]
    keep_number: u32,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: TerminateArgs) -> Result<(), CliError> {
    let (store, on) = (cx.store().await?, day(cx, a.on));
    let done = life::terminate(store, &a.line, on, a.keep_number, cx.clock.now(), a.dry_run).await?;
    moved(cx, a.line, on, done, a.dry_run)
}
