//! `msgctl credits bonus`

use super::{Moving, amount, execute};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::money::Minor;
use crate::ops::credits::Request;

/// Give a site credits as a present
///
/// They are spent first, and never paid out.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits bonus --site shop --amount 5000 --reason '개점 축하' --key welcome-shop")]
pub struct BonusArgs {
    #[command(flatten)]
    moving: Moving,
    /// Won, two decimals at most
    #[arg(long, value_name = "WON", value_parser = amount)]
    amount: Minor,
    /// Why; it stands in the journal
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
}

pub(super) async fn run(cx: &Ctx, args: BonusArgs) -> Result<(), CliError> {
    execute(cx, args.moving, &Request::Bonus { amount: args.amount, reason: args.reason }).await
}
