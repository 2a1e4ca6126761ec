//! `msgctl number`: the pool that lines get their numbers from.

mod add;
mod list;

use super::ctx::Ctx;
use super::error::CliError;

/// Keep the pool of telephone numbers
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    #[command(subcommand)]
    Pool(Pool),
}

/// Add numbers to the pool and list it
#[derive(clap::Subcommand, Debug)]
pub enum Pool {
    Add(add::AddArgs),
    List(list::ListArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Pool(Pool::Add(args)) => add::run(cx, args).await,
            Self::Pool(Pool::List(args)) => list::run(cx, args).await,
        }
    }
}
