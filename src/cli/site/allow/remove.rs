//! `msgctl site allow remove`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::suppress::numbers;
use crate::ops::allow;

/// Take receivers off the allow-list of a site
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl site allow remove 010-1234-5678 --site shop
  msgctl site allow remove 010-1234-5678 --site shop --dry-run")]
pub struct RemoveArgs {
    /// The numbers
    #[arg(value_name = "PHONE", required = true)]
    numbers: Vec<String>,
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: RemoveArgs) -> Result<(), CliError> {
    let numbers = numbers(&args.numbers)?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let changed = allow::remove(store, ring, &args.site, &numbers, args.dry_run).await?;
    Ok(cx.ui.record(&changed)?)
}
