//! `msgctl schedule list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::schedule;

/// List schedules with their next times and what came of the last ones
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl schedule list\n  msgctl schedule list --site shop --format json")]
pub struct ListArgs {
    /// Of this site only
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let all = schedule::list(cx.store().await?, args.site.as_deref()).await?;
    if all.is_empty() {
        cx.ui.hint("`msgctl send … --every '0 9 * * MON'` makes one.");
    }
    Ok(cx.ui.rows(&all)?)
}
