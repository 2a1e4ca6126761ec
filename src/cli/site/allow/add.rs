//! `msgctl site allow add`

use rand::SeedableRng as _;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::suppress::numbers;
use crate::ops::allow;

/// Add receivers to the allow-list of a site
///
/// Numbers are kept sealed. One that is on the list stays as it is.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl site allow add 010-1234-5678 --site shop
  msgctl site allow add 010-1234-5678 010-2345-6789 --site shop --dry-run")]
pub struct AddArgs {
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

pub(super) async fn run(cx: &Ctx, args: AddArgs) -> Result<(), CliError> {
    let numbers = numbers(&args.numbers)?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let changed = allow::add(store, ring, &args.site, &numbers, cx.clock.now(), &mut rng, args.dry_run).await?;
    Ok(cx.ui.record(&changed)?)
}
