//! `msgctl campaign resume`

use std::time::Duration;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::sending::{Interrupts, conclude, draw};
use crate::config::value;
use crate::domain::id::CampaignId;
use crate::ops::campaign;
use crate::ops::send::dispatch::Until;

/// Go on with a campaign that was paused or interrupted, until it is finished
///
/// Also lets routes send again that had stopped for a reason of ours. What an interrupted process left without an
/// answer is asked about, never sent again on a guess. Exit codes are those of `send`.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign resume cmp_12
  msgctl campaign resume cmp_12 --report-wait 1h --format json")]
pub struct ResumeArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// How long to wait for final reports; `send.report_wait` by default
    #[arg(long, value_name = "TIME", value_parser = value::duration)]
    report_wait: Option<Duration>,
}

pub(super) async fn run(cx: &Ctx, args: &ResumeArgs) -> Result<(), CliError> {
    let wait = args.report_wait.unwrap_or(cx.config().await?.settings.send.report_wait);
    let sending = cx.sending(true).await?;
    let signals = Interrupts::watch()?;
    let work =
        async { Ok(campaign::resume(&sending, args.id, Until::Final(wait), signals.stop.clone(), draw(cx)).await?) };
    let outcome = Box::pin(signals.guard(work)).await?;
    conclude(cx, &outcome, &signals)
}
