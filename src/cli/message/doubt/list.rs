//! `msgctl message doubt list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::{CampaignId, MessageId};
use crate::ops::send::doubt;

/// List messages in doubt: since when, why, how often the provider was asked and when it is asked again
///
/// A call without an answer may have arrived. It is neither made again nor followed by another channel until the provider
/// says what became of it, or proves that it never had it; `reports poll` and `worker` ask. After the reporting deadline
/// a rule decides.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl message doubt list
  msgctl message doubt list --campaign cmp_12 --format json")]
pub struct ListArgs {
    /// Of this campaign only
    #[arg(long, value_name = "ID")]
    campaign: Option<CampaignId>,
    /// Only messages behind this id
    #[arg(long, value_name = "ID")]
    after: Option<MessageId>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
}

pub(super) async fn run(cx: &Ctx, args: &ListArgs) -> Result<(), CliError> {
    let sending = cx.sending(false).await?;
    let rows = doubt::list(&sending, args.campaign, args.after, args.limit).await?;
    match rows.last() {
        Some(last) if rows.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.message));
        }
        Some(_) => {
            cx.ui.hint("`msgctl reports poll` asks the provider; `msgctl message doubt resolve` decides by hand.");
        }
        None => cx.ui.say("Nothing is in doubt."),
    }
    Ok(cx.ui.rows(&rows)?)
}
