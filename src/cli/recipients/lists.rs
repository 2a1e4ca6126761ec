//! `msgctl recipients lists`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops;

/// List the lists of a site
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl recipients lists --site shop
  msgctl recipients lists --site shop --format json")]
pub struct ListsArgs {
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
}

pub(super) async fn run(cx: &Ctx, args: &ListsArgs) -> Result<(), CliError> {
    let lists = ops::audience::lists(cx.store().await?, &args.site).await?;
    if lists.is_empty() {
        cx.ui.hint(format_args!("Make one: `msgctl recipients import FILE --site {} --list NAME`.", args.site));
    }
    Ok(cx.ui.rows(&lists)?)
}
