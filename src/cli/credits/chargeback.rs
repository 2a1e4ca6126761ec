//! `msgctl credits chargeback`

use super::{Moving, execute};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::id::PaymentId;
use crate::ops::credits::Request;

/// Book a payment that the bank took back
///
/// It is taken from what is available; what is missing the site owes, and its next top-up pays it first.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits chargeback --site shop --payment pay_12 --reason '카드사 취소'")]
pub struct ChargebackArgs {
    #[command(flatten)]
    moving: Moving,
    /// Which payment
    #[arg(long, value_name = "PAYMENT")]
    payment: PaymentId,
    /// Why; it stands in the journal
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
}

pub(super) async fn run(cx: &Ctx, args: ChargebackArgs) -> Result<(), CliError> {
    execute(cx, args.moving, &Request::Chargeback { payment: args.payment.0, reason: args.reason }).await
}
