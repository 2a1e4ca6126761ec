//! `msgctl campaign retry-failed`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::CampaignId;
use crate::ops::campaign;

/// Queue failed messages of a campaign once more
///
/// Each goes its whole way again, from the first channel. Numbers that are wrong, people who opted out, and what the
/// carrier gave up after its own retries are left alone, unless their code is named. Nothing is sent by this command.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign retry-failed cmp_12 --dry-run
  msgctl campaign retry-failed cmp_12 && msgctl campaign resume cmp_12
  msgctl campaign retry-failed cmp_12 --code 3041 --code 3042")]
pub struct RetryFailedArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// Only what failed with this code, whatever its class (can be repeated)
    #[arg(long = "code", value_name = "CODE")]
    codes: Vec<String>,
    /// Show what would be queued, queue nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: &RetryFailedArgs) -> Result<(), CliError> {
    let actor = crate::cli::reveal::by(cx, None).actor;
    let done = campaign::retry_failed(cx.store().await?, &cx.clock, args.id, &args.codes, &actor, args.dry_run).await?;
    if done.requeued == 0 && done.left > 0 {
        cx.ui.hint("Nothing was queued; name codes with `--code` to try them whatever their class.");
    } else if done.requeued == 0 {
        cx.ui.hint(format_args!("Nothing of {} has failed.", args.id));
    } else if args.dry_run {
        cx.ui.hint("Nothing was changed. Run it again without `--dry-run`.");
    } else {
        cx.ui.hint(format_args!("Send them with `msgctl campaign resume {}`.", args.id));
    }
    Ok(cx.ui.record(&done)?)
}
