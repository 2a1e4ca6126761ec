//! `msgctl plan add`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::line::put;
use crate::ops::line::import::What;

/// Add a plan, or a version of one that holds from a day on
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl plan add A --name 'LTE 3GB' --fee 33000 --allowance 3221225472 --rate 0.01 --cap 18000 --from 2026-01-01
  msgctl plan add MAX --name '무제한' --fee 89000 --from 2026-01-01")]
pub struct AddArgs {
    /// Its code
    code: String,
    /// What people call it
    #[arg(long, value_name = "TEXT")]
    name: String,
    /// Fee of a whole month, won
    #[arg(long, value_name = "WON")]
    fee: String,
    /// Bytes that are included in a whole month [default: unlimited]
    #[arg(long, value_name = "BYTES", default_value = "", hide_default_value = true)]
    allowance: String,
    /// Bytes of a unit beyond the allowance
    #[arg(long, value_name = "BYTES", default_value = "512")]
    unit: String,
    /// Won for a unit, with up to six decimals
    #[arg(long, value_name = "WON", default_value = "0")]
    rate: String,
    /// Most for what is beyond the allowance, won; 0: no limit
    #[arg(long, value_name = "WON", default_value = "0")]
    cap: String,
    /// The first day on which it holds
    #[arg(long, value_name = "DAY")]
    from: String,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: AddArgs) -> Result<(), CliError> {
    let fields = [&a.code, &a.name, &a.fee, &a.allowance, &a.unit, &a.rate, &a.cap, &a.from].map(String::as_str);
    put::run(cx, What::Plans, &fields, a.dry_run).await
}
