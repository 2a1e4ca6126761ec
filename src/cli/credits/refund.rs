//! `msgctl credits refund`

use super::{Moving, amount, execute, usage_error};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::channel::Channel;
use crate::domain::id::{CampaignId, UsageId};
use crate::domain::money::Minor;
use crate::ops::credits::{Refunded, Request};

/// Give back what a campaign was charged, in part or all of it
///
/// Never more than was charged: whoever else gives something back at the same time, one of them is refused, with what
/// is left. It is booked in the present month.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits refund --site shop --campaign cmp_12 --reason '발송 오류' --key sorry-12
  msgctl credits refund --site shop --campaign cmp_12 --channel sms --amount 100 --reason '부분 환불'
  msgctl credits refund --site shop --usage usg_7 --amount 100 --reason '부분 환불' --dry-run")]
pub struct RefundArgs {
    #[command(flatten)]
    moving: Moving,
    /// Of this charge; `msgctl credits usage` lists them
    #[arg(long, value_name = "USAGE", required_unless_present = "campaign", conflicts_with = "campaign")]
    usage: Option<UsageId>,
    /// Of what this campaign was charged, the oldest charge first
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<CampaignId>,
    /// Only of this channel
    #[arg(long, requires = "campaign")]
    channel: Option<Channel>,
    /// Won, two decimals at most; all that is left where it is not given
    #[arg(long, value_name = "WON", value_parser = amount)]
    amount: Option<Minor>,
    /// Why; it stands in the journal
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
}

pub(super) async fn run(cx: &Ctx, args: RefundArgs) -> Result<(), CliError> {
    let of = match (args.usage, args.campaign) {
        (Some(u), _) => Refunded::Usage(u.0),
        (None, Some(c)) => Refunded::Campaign(c.0, args.channel),
        (None, None) => return Err(usage_error("give a `--usage` or a `--campaign`")),
    };
    execute(cx, args.moving, &Request::Refund { of, amount: args.amount, reason: args.reason }).await
}
