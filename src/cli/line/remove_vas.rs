//! `msgctl line remove-vas`

use super::{day, moved};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::life;

/// End an added service of a line
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line remove-vas L1 RING
  msgctl line remove-vas L1 RING --on 2026-11-01")]
pub struct RemoveVasArgs {
    /// The line
    line: String,
    /// The service
    vas: String,
    /// The first day without it [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<Day>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: RemoveVasArgs) -> Result<(), CliError> {
    let (store, on) = (cx.store().await?, day(cx, a.on));
    let done = life::remove_vas(store, (&a.line, &a.vas), on, cx.clock.now(), a.dry_run).await?;
    moved(cx, a.line, on, done, a.dry_run)
}
