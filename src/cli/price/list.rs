//! `msgctl price list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::credits::price;

/// List price books
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl price list
  msgctl price list --site shop --format json")]
pub struct ListArgs {
    /// Only the books that this site can come upon: its own and everybody's
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = match &args.site {
        Some(name) => Some(crate::ops::site::get(&mut store.read().await?, name).await?),
        None => None,
    };
    let books = price::list(store, site.as_ref()).await?;
    if books.is_empty() {
        cx.ui.hint("There is no book: the `[price]` table of the configuration holds. `msgctl price set sms=18.5`");
    }
    Ok(cx.ui.rows(&books)?)
}
