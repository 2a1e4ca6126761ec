//! `msgctl campaign show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::ops::campaign;

/// Show one campaign: plan, results, cost, why it is held
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl campaign show cmp_12\n  msgctl campaign show cmp_12 --format json")]
pub struct ShowArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
}

pub(super) async fn run(cx: &Ctx, args: &ShowArgs) -> Result<(), CliError> {
    let d = campaign::show(cx.store().await?, args.id).await?;
    let (id, r) = (d.campaign, &d.results);
    match d.state {
        CampaignState::Awaiting => cx.ui.hint(format_args!(
            "A second person approves it with `msgctl campaign approve {id}`, or refuses it with `msgctl campaign cancel {id}`."
        )),
        CampaignState::Running if d.begins_at.is_some_and(|at| at > cx.clock.now()) => cx.ui.hint(format_args!(
            "A `msgctl worker` sends it when its time comes; `msgctl campaign cancel {id}` takes it back."
        )),
        CampaignState::Paused => cx.ui.hint(format_args!("Go on with `msgctl campaign resume {id}`.")),
        CampaignState::Running | CampaignState::Cancelled if d.finished_at.is_none() && r.in_flight + r.unknown > 0 => {
            cx.ui.hint("`msgctl reports poll` fetches what is outstanding where no send is running.");
        }
        CampaignState::Running if r.queued > 0 => {
            cx.ui.hint(format_args!("If no send is running, go on with `msgctl campaign resume {id}`, or start a `msgctl worker`."));
        }
        CampaignState::Done if r.failed > 0 => {
            cx.ui.hint(format_args!("`msgctl campaign retry-failed {id} --dry-run` shows what can be tried again."));
        }
        _ => {}
    }
    Ok(cx.ui.record(&d)?)
}
