//! `msgctl line suspend`

use super::{day, moved};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::life;

/// Suspend a line, or take that back with --off; its fees go on
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line suspend L1 --on 2026-10-13
  msgctl line suspend L1 --off")]
pub struct SuspendArgs {
    /// The line
    line: String,
    /// Since when [default: today]
    #[arg(long, value_name = "DAY", conflicts_with = "off")]
    on: Option<Day>,
    /// It is suspended no longer
    #[arg(long)]
    off: bool,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: SuspendArgs) -> Result<(), CliError> {
    let (store, on) = (cx.store().await?, day(cx, a.on));
    let since = (!a.off).then_some(on);
    let done = life::suspend(store, &a.line, since, cx.clock.now(), a.dry_run).await?;
    moved(cx, a.line, on, done, a.dry_run)
}
