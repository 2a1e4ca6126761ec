//! `msgctl message list`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::reveal::Reveal;
use crate::domain::id::{CampaignId, MessageId};
use crate::domain::phone::Mobile;
use crate::domain::state::MessageState;
use crate::ops::message::{self, Which};

/// List the messages of a campaign, or those to one number
///
/// Numbers are masked unless `--reveal` is given, which leaves an entry in the audit trail. Messages of a campaign
/// come in the order of their ids, those to a number newest first.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("whose").required(true))]
#[command(after_help = "Examples:
  msgctl message list cmp_12 --state failed
  msgctl message list cmp_12 --after msg_50 --limit 1000 --format csv
  msgctl message list --to 010-1234-5678 --site shop")]
pub struct ListArgs {
    /// The campaign
    #[arg(value_name = "CAMPAIGN", group = "whose")]
    campaign: Option<CampaignId>,
    /// To this number
    #[arg(long, value_name = "PHONE", group = "whose", requires = "site")]
    to: Option<Mobile>,
    /// The site that wrote to the number
    #[arg(long, value_name = "SITE", requires = "to")]
    site: Option<String>,
    /// Only those in this state
    #[arg(long)]
    state: Option<MessageState>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only messages behind this id
    #[arg(long, value_name = "ID", conflicts_with = "to")]
    after: Option<MessageId>,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let which = match (args.campaign, args.to, args.site) {
        (Some(id), ..) => Which::Campaign(id, args.after),
        (None, Some(number), Some(site)) => Which::Number(number, site),
        _ => return Err(CliError::new(Kind::Usage, "name a campaign, or a number with --to and --site")),
    };
    let by = args.reveal.by(cx);
    let rows = message::list(cx.store().await?, cx.keys().await?, &which, args.state, args.limit, by.as_ref()).await?;
    match rows.last() {
        Some(last) if rows.len() == args.limit as usize && args.campaign.is_some() => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.message));
        }
        Some(first) => cx.ui.hint(format_args!("`msgctl message explain {}` tells how it went.", first.message)),
        None => cx.ui.hint("There is none like that."),
    }
    Ok(cx.ui.rows(&rows)?)
}
