//! `msgctl campaign cancel`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::CampaignId;
use crate::ops::campaign;

/// Cancel a campaign: what has not been handed over never will be
///
/// Messages in the queue become `cancelled`. What a provider has stays with it: its reports are still recorded, but no
/// retry and no fallback follows from them. A campaign cannot be resumed after this.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign cancel cmp_12 --dry-run
  msgctl campaign cancel cmp_12 --yes")]
pub struct CancelArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
    /// Show what would be cancelled, cancel nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: &CancelArgs) -> Result<(), CliError> {
    let (id, store) = (args.id, cx.store().await?);
    if !args.dry_run {
        cx.confirm(args.yes, &format!("Take back everything of {id} that has not been handed over?"))?;
    }
    let done = campaign::cancel(store, &cx.clock, id, args.dry_run).await?;
    if !done.changed {
        cx.ui.say(format_args!("{id} was cancelled already."));
    }
    if done.outstanding > 0 {
        cx.ui.hint("Some are with the provider: `msgctl reports poll` fetches what became of them.");
    }
    Ok(cx.ui.record(&done)?)
}
