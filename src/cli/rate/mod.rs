//! `msgctl rate`: the limits.

mod audit;

use super::ctx::Ctx;
use super::error::CliError;

/// Audit the limits
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Audit(audit::AuditArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Audit(args) => audit::run(cx, args).await,
        }
    }
}
