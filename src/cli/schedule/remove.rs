//! `msgctl schedule remove`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::ScheduleId;
use crate::ops::schedule::Change;

/// Remove a schedule
///
/// Campaigns that came of it stay, and go on.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl schedule remove sch_3\n  msgctl schedule remove sch_3 --dry-run")]
pub struct RemoveArgs {
    /// The schedule
    #[arg(value_name = "ID")]
    id: ScheduleId,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: &RemoveArgs) -> Result<(), CliError> {
    super::change(cx, args.id, Change::Remove, args.dry_run).await
}
