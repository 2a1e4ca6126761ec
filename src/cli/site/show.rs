//! `msgctl site show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops;

/// Show one site
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl site show shop\n  msgctl site show shop --format json")]
pub struct ShowArgs {
    /// The site
    name: String,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let site = ops::site::get(&mut cx.store().await?.read().await?, &args.name).await?;
    Ok(cx.ui.record(&site)?)
}
