//! `msgctl settle`: the month and what comes out of it.

mod export;

use super::ctx::Ctx;
use super::error::CliError;

/// Settle months
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Export(export::ExportArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Export(args) => export::run(cx, args).await,
        }
    }
}
