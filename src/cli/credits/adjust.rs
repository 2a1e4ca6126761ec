//! `msgctl credits adjust`

use super::{Moving, execute};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::money::Minor;
use crate::ops::credits::Request;

/// Correct a site's credit by hand, either way
///
/// For what no other verb is made for: a mistake of our own, an agreement. It stands in the statement as an adjustment.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits adjust --site shop --amount 1200 --reason '10월 오류 정정' --key fix-1031
  msgctl credits adjust --site shop --amount=-1200 --reason '중복 입금 정정'")]
pub struct AdjustArgs {
    #[command(flatten)]
    moving: Moving,
    /// Won, two decimals at most; with a minus sign it is taken
    #[arg(long, value_name = "WON", allow_negative_numbers = true)]
    amount: Minor,
    /// Why; it stands in the journal
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
}

pub(super) async fn run(cx: &Ctx, args: AdjustArgs) -> Result<(), CliError> {
    execute(cx, args.moving, &Request::Adjust { amount: args.amount, reason: args.reason }).await
}
