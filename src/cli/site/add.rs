//! `msgctl site add`

use super::Fields;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops;

/// Add a site
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl site add shop --sender 02-1234-5678 --sender-key KA01PF0001
  msgctl site add shop --title '현대 상점' --sender 1588-0000 --strategy sms-only")]
pub struct AddArgs {
    /// Short name, used everywhere else
    name: String,
    #[command(flatten)]
    fields: Fields,
    /// Show what would be added, add nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: AddArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = ops::site::add(store, &args.name, args.fields.into_change(), cx.clock.now(), args.dry_run).await?;
    if site.senders.is_empty() {
        cx.ui
            .hint(format_args!("Give it a registered sender number: `msgctl site set {} --sender NUMBER`.", site.name));
    } else {
        cx.ui.hint(format_args!("Import its people: `msgctl recipients import FILE --site {}`.", site.name));
    }
    Ok(cx.ui.record(&site)?)
}
