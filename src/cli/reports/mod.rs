//! `msgctl reports`: what providers say about messages.

mod poll;

use super::ctx::Ctx;
use super::error::CliError;

/// Fetch reports from the providers
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Poll(poll::PollArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Poll(args) => poll::run(cx, args).await,
        }
    }
}
