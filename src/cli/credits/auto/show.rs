//! `msgctl credits auto show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::{autocharge, site};

/// Show the rule of auto-charge of a site, and its last charges
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits auto show --site shop
  msgctl credits auto show --site shop --format json | jq '.charges[] | select(.state == \"unknown\")'")]
pub struct ShowArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = site::get(&mut store.read().await?, &args.site).await?;
    Ok(cx.ui.record(&autocharge::show(store, &site, cx.clock.now()).await?)?)
}
