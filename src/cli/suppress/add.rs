//! `msgctl suppress add`

use rand::SeedableRng as _;

use super::numbers;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::{site, suppress};
use crate::store::suppression::Scope;

/// Add numbers that must not be written to
///
/// A number that is suppressed already stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl suppress add 010-1234-5678 --site shop --reason opt-out
  msgctl suppress add 010-1234-5678 010-2345-6789 --site shop --scope alimtalk")]
pub struct AddArgs {
    /// The numbers
    #[arg(value_name = "PHONE", required = true)]
    numbers: Vec<String>,
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// What is closed: all, or one channel
    #[arg(long, default_value = "all")]
    scope: Scope,
    /// Why: manual, opt-out, bounce, or a word of your own
    #[arg(long, value_name = "WORD", default_value = "manual")]
    reason: String,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: AddArgs) -> Result<(), CliError> {
    let numbers = numbers(&args.numbers)?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = site::get(&mut store.read().await?, &args.site).await?.id;
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let now = cx.clock.now();
    let changed =
        suppress::add(store, ring, site, &numbers, args.scope, &args.reason, now, &mut rng, args.dry_run).await?;
    Ok(cx.ui.record(&changed)?)
}
