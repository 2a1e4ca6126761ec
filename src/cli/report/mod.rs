//! `msgctl report`: what providers say about messages, and what sites are told of it.

mod daily;
mod poll;

use super::ctx::Ctx;
use super::error::CliError;

/// Fetch reports from the providers, and tell sites what failed
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Daily(daily::DailyArgs),
    Poll(poll::PollArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Daily(args) => daily::run(cx, args).await,
            Self::Poll(args) => poll::run(cx, args).await,
        }
    }
}
