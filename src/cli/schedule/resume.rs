//! `msgctl schedule resume`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::ScheduleId;
use crate::ops::schedule::Change;

/// Let a paused schedule go on
///
/// It goes on with the next time to come.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl schedule resume sch_3\n  msgctl schedule resume sch_3 --dry-run")]
pub struct ResumeArgs {
    /// The schedule
    #[arg(value_name = "ID")]
    id: ScheduleId,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: &ResumeArgs) -> Result<(), CliError> {
    super::change(cx, args.id, Change::Resume, args.dry_run).await
}
