//! `msgctl line add-vas`

use super::{day, put};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::import::What;

/// Give a line an added service
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line add-vas L1 RING
  msgctl line add-vas L1 RING --on 2026-10-01 --until 2027-01-01")]
pub struct AddVasArgs {
    /// The line
    line: String,
    /// The service
    vas: String,
    /// Its first day [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<Day>,
    /// The first day without it [default: none]
    #[arg(long, value_name = "DAY")]
    until: Option<Day>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: AddVasArgs) -> Result<(), CliError> {
    let until = a.until.map(|d| d.to_string()).unwrap_or_default();
    put::run(cx, What::LineServices, &[&a.line, &a.vas, &day(cx, a.on).to_string(), &until], a.dry_run).await
}
