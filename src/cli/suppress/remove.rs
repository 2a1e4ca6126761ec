//! `msgctl suppress remove`

use super::numbers;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::suppress;
use crate::store::suppression::Scope;

/// Remove numbers from the suppressions
///
/// Without `--scope` every suppression of a number goes, with it only that one.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl suppress remove 010-1234-5678 --site shop
  msgctl suppress remove 010-1234-5678 --site shop --scope alimtalk --dry-run")]
pub struct RemoveArgs {
    /// The numbers
    #[arg(value_name = "PHONE", required = true)]
    numbers: Vec<String>,
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Only suppressions of this scope
    #[arg(long)]
    scope: Option<Scope>,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: RemoveArgs) -> Result<(), CliError> {
    let numbers = numbers(&args.numbers)?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let changed = suppress::remove(store, ring, &args.site, &numbers, args.scope, args.dry_run).await?;
    Ok(cx.ui.record(&changed)?)
}
