//! `msgctl notice`: what operators and sites are told.

mod list;
mod relay;

use super::ctx::Ctx;
use super::error::CliError;

/// Show what operators and sites were told, and tell what is due
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Relay(relay::RelayArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, args).await,
            Self::Relay(args) => relay::run(cx, args).await,
        }
    }
}
