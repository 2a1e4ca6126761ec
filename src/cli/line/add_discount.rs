//! `msgctl line add-discount`

use super::{day, put};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::{Day, DiscountKind, Target};
use crate::ops::line::import::What;

/// Give a line a discount
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line add-discount L1 LOYAL --target plan --kind rate --value 2500 --on 2026-10-01
  msgctl line add-discount L1 WELCOME --target all --kind fixed --value 3000 --until 2027-01-01")]
pub struct AddDiscountArgs {
    /// The line
    line: String,
    /// The discount's code
    code: String,
    /// What it takes from
    #[arg(long)]
    target: Target,
    /// A share (in basis points), or an amount (in won)
    #[arg(long)]
    kind: DiscountKind,
    /// Basis points (2500 is a quarter), or won
    #[arg(long, value_name = "N")]
    value: String,
    /// Lower ones come first
    #[arg(long, value_name = "N", default_value = "100")]
    priority: String,
    /// A part of a month gives a part of it
    #[arg(long)]
    proratable: bool,
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

pub(super) async fn run(cx: &Ctx, a: AddDiscountArgs) -> Result<(), CliError> {
    let until = a.until.map(|d| d.to_string()).unwrap_or_default();
    let on = day(cx, a.on).to_string();
    let proratable = if a.proratable { "1" } else { "0" };
    let fields =
        [a.line.as_str(), &a.code, a.target.word(), a.kind.word(), &a.value, &a.priority, proratable, &on, &until];
    put::run(cx, What::LineDiscounts, &fields, a.dry_run).await
}
