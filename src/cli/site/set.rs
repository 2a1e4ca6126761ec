//! `msgctl site set`

use super::Fields;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops;

/// Change a site
///
/// What is not named stays as it is. An empty value takes an optional setting away.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl site set shop --sender 02-1234-5678 --sender 1588-0000
  msgctl site set shop --wrapper greeting
  msgctl site set shop --wrapper ''
  msgctl site set shop --dedupe 24h --daily-cap 3 --approval-above 10000
  msgctl site set shop --rate sms=50/min --rate alimtalk=off
  msgctl site set shop --trial on")]
pub struct SetArgs {
    /// The site
    name: String,
    #[command(flatten)]
    fields: Fields,
    /// Show what it would be, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: SetArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = ops::site::change(store, &args.name, args.fields.into_change(), cx.clock.now(), args.dry_run).await?;
    if site.trial {
        cx.ui.hint(format_args!(
            "In trial it writes to its allow-list only: `msgctl site allow add PHONE --site {}`.",
            site.name
        ));
    }
    Ok(cx.ui.record(&site)?)
}
