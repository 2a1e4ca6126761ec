//! `msgctl credits cashout`

use super::{Moving, amount, execute};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::money::Minor;
use crate::ops::credits::Request;

/// Pay credits out
///
/// At most what was paid for and not used: bonuses are spent first. The value-added tax of the amount is paid back, too.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits cashout --site shop --amount 30000 --reason '해지 환불' --key leave-shop
  msgctl credits cashout --site shop --amount 30000 --reason '해지 환불' --dry-run")]
pub struct CashoutArgs {
    #[command(flatten)]
    moving: Moving,
    /// Won, two decimals at most
    #[arg(long, value_name = "WON", value_parser = amount)]
    amount: Minor,
    /// Why; it stands in the journal
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
}

pub(super) async fn run(cx: &Ctx, args: CashoutArgs) -> Result<(), CliError> {
    execute(cx, args.moving, &Request::Cashout { amount: args.amount, reason: args.reason }).await
}
