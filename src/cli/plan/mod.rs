//! `msgctl plan`: what lines may be subscribed to.

mod add;
mod list;

use super::ctx::Ctx;
use super::error::CliError;
use super::line::import;
use crate::ops::line::import::What;

/// Add, import and list plans
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    /// Import plans from a CSV file
    ///
    /// Columns: code, name, monthly_fee, allowance_bytes, overage_unit_bytes, overage_rate, overage_cap, valid_from.
    /// Amounts are won; an empty allowance is unlimited, a cap of 0 none; the rate is won for a unit, with up to six
    /// decimals. A row is a version that holds from its day until the next one.
    #[command(after_long_help = "Examples:
  msgctl plan import plans.csv
  msgctl plan import plans.csv --dry-run --format json")]
    Import(import::ImportArgs),
    List(list::ListArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Import(args) => import::run(cx, What::Plans, args).await,
            Self::List(args) => list::run(cx, &args).await,
        }
    }
}
