//! `msgctl vas add`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::line::put;
use crate::ops::line::import::What;

/// Add an added service, or a version of one that holds from a day on
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl vas add RING --name '컬러링' --fee 1100 --from 2026-01-01
  msgctl vas add INSURE --name '단말보험' --fee 5500 --whole --from 2026-01-01")]
pub struct AddArgs {
    /// Its code
    code: String,
    /// What people call it
    #[arg(long, value_name = "TEXT")]
    name: String,
    /// Fee of a whole month, won
    #[arg(long, value_name = "WON")]
    fee: String,
    /// A part of a month costs the whole fee
    #[arg(long)]
    whole: bool,
    /// The first day on which it holds
    #[arg(long, value_name = "DAY")]
    from: String,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: AddArgs) -> Result<(), CliError> {
    let fields = [a.code.as_str(), &a.name, &a.fee, if a.whole { "0" } else { "1" }, &a.from];
    put::run(cx, What::Services, &fields, a.dry_run).await
}
