//! `msgctl line micro-payment`

use super::put;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::PaymentKind;
use crate::ops::line::import::What;
use crate::ops::line::view;

/// Record a micro payment of a line, or one that was given back
///
/// The same reference again changes nothing; with another amount or time it is corrected, as long as its month is open. A
/// payment of a closed month is billed in the first month that is not.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line micro-payment L1 --ref PG-1001 --amount 9900
  msgctl line micro-payment L1 --ref PG-1001 --amount 9900 --kind cancel --at 2026-10-20T12:00:00+09:00")]
pub struct MicroPaymentArgs {
    /// The line
    line: String,
    /// What the gateway calls it
    #[arg(long = "ref", value_name = "REF")]
    reference: String,
    /// How much, won, tax included
    #[arg(long, value_name = "WON")]
    amount: String,
    /// Charged, or given back
    #[arg(long, default_value_t = PaymentKind::Approve)]
    kind: PaymentKind,
    /// When [default: as it is on record, or else now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: MicroPaymentArgs) -> Result<(), CliError> {
    let at = match a.at {
        Some(at) => at,
        None => {
            let known = view::paid_at(cx.store().await?, &a.line, &a.reference, a.kind).await?;
            known.unwrap_or_else(|| cx.clock.now()).to_string()
        }
    };
    put::run(cx, What::Payments, &[&a.line, &a.reference, &at, &a.amount, a.kind.word()], a.dry_run).await
}
