//! `msgctl site list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops;

/// List the sites
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl site list\n  msgctl site list --format json")]
pub struct ListArgs {}

pub(super) async fn run(cx: &Ctx, _args: &ListArgs) -> Result<(), CliError> {
    let sites = ops::site::list(cx.store().await?).await?;
    if sites.is_empty() {
        cx.ui.hint("There are no sites yet; add one with `msgctl site add NAME`.");
    }
    Ok(cx.ui.rows(&sites)?)
}
