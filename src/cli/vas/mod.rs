//! `msgctl vas`: added services that lines may have.

mod add;
mod list;

use super::ctx::Ctx;
use super::error::CliError;
use super::line::import;
use crate::ops::line::import::What;

/// Add, import and list added services
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    /// Import added services from a CSV file
    ///
    /// Columns: code, name, monthly_fee, proratable, valid_from. A row is a version that holds from its day until the
    /// next one; what is not proratable costs its whole fee from the first day on.
    #[command(after_long_help = "Examples:
  msgctl vas import services.csv
  msgctl vas import services.csv --dry-run --format json")]
    Import(import::ImportArgs),
    List(list::ListArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Import(args) => import::run(cx, What::Services, args).await,
            Self::List(args) => list::run(cx, &args).await,
        }
    }
}
