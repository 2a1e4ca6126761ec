//! `msgctl campaign pause`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::CampaignId;
use crate::ops::campaign;

/// Pause a campaign: nothing more of it is handed over until it is resumed
///
/// A sender that is at it, here or on another machine, finishes the calls that are under way and ends within a
/// second, with exit code 6. Pausing what is paused changes nothing.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign pause cmp_12
  msgctl campaign pause cmp_12 --reason 'wrong coupon in the text'")]
pub struct PauseArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// Why, for whoever looks at it
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: PauseArgs) -> Result<(), CliError> {
    let done = campaign::pause(cx.store().await?, args.id, args.reason.as_deref(), args.dry_run).await?;
    if !done.changed {
        cx.ui.say(format_args!("{} was paused already.", args.id));
    }
    cx.ui.hint(format_args!("Go on with `msgctl campaign resume {}`.", args.id));
    Ok(cx.ui.record(&done)?)
}
