//! `msgctl schedule pause`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::ScheduleId;
use crate::ops::schedule::Change;

/// Pause a schedule
///
/// Campaigns that came of it go on. What would have come meanwhile is not made up for.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl schedule pause sch_3\n  msgctl schedule pause sch_3 --dry-run")]
pub struct PauseArgs {
    /// The schedule
    #[arg(value_name = "ID")]
    id: ScheduleId,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: &PauseArgs) -> Result<(), CliError> {
    super::change(cx, args.id, Change::Pause, args.dry_run).await
}
