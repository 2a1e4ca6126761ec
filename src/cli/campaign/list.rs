//! `msgctl campaign list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::ops::campaign::{self, Filter};

/// List the campaigns, newest first
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign list
  msgctl campaign list --site shop --state paused
  msgctl campaign list --limit 200 --format csv")]
pub struct ListArgs {
    /// Only those of this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Only those in this state
    #[arg(long)]
    state: Option<CampaignState>,
    /// Only those older than this one
    #[arg(long, value_name = "ID")]
    before: Option<CampaignId>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let filter = Filter { site: args.site, state: args.state, before: args.before, limit: args.limit };
    let rows = campaign::list(cx.store().await?, &filter).await?;
    match rows.last() {
        Some(last) if rows.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--before {}`.", last.campaign));
        }
        Some(_) => {}
        None if filter.site.is_none() && filter.state.is_none() && filter.before.is_none() => {
            cx.ui.hint("Nothing was ever sent; begin with `msgctl send --dry-run`.");
        }
        None => cx.ui.hint("There is none like that."),
    }
    Ok(cx.ui.rows(&rows)?)
}
