//! `msgctl settle retry-parked`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::period::Period;
use crate::ops::settle::{self, Wish};

/// Compute the lines that are parked once more, and no others
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle retry-parked --month 2026-10
  msgctl settle retry-parked --month 2026-10 --wait")]
pub struct RetryParkedArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
    /// Wait until another run has ended
    #[arg(long)]
    wait: bool,
}

pub(super) async fn run(cx: &Ctx, args: RetryParkedArgs) -> Result<(), CliError> {
    let wish = Wish { wait: args.wait, ..super::wish(cx, args.month).await? };
    let report = settle::retry_parked(cx.store().await?, &cx.clock, wish).await?;
    super::told(cx, &report)
}
