//! `msgctl credits topup`

use super::{Moving, amount, execute};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::ledger::Method;
use crate::domain::money::Minor;
use crate::ops::credits::Request;

/// Book a payment of a site as credits
///
/// The amount is without value-added tax, which is added: ten percent, whole won. With `--gross` it is what was paid,
/// tax included. What the site owes is paid from it first. A payment with the same `--gateway-tx` is booked once,
/// whatever the key.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits topup --site shop --amount 100000 --key 2026-11-deposit
  msgctl credits topup --site shop --amount 110000 --gross --method card --gateway-tx T20261121-0001
  msgctl credits topup --site shop --amount 50000 --dry-run --format json")]
pub struct TopupArgs {
    #[command(flatten)]
    moving: Moving,
    /// Won, two decimals at most, value-added tax excluded
    #[arg(long, value_name = "WON", value_parser = amount)]
    amount: Minor,
    /// The amount is what was paid: value-added tax is in it
    #[arg(long)]
    gross: bool,
    /// How it was paid: bank, card, virtual-account, gateway, other
    #[arg(long, value_name = "METHOD", default_value = "bank")]
    method: Method,
    /// The bank's or gateway's name for the payment
    #[arg(long, value_name = "ID", value_parser = worded)]
    gateway_tx: Option<String>,
}

pub(super) async fn run(cx: &Ctx, args: TopupArgs) -> Result<(), CliError> {
    let TopupArgs { moving, amount, gross, method, gateway_tx } = args;
    execute(cx, moving, &Request::Topup { amount, gross, method, gateway_tx }).await
}
