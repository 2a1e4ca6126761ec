//! `msgctl site allow`: the receivers of a site in trial.

mod add;
mod list;
mod remove;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::allow::Receiver;
use crate::ui::{Cell, Row};

/// Keep the allow-list of a site in trial
///
/// While a site is in trial (`msgctl site set SITE --trial on`, or `send.trial = true` for all of them) it writes to
/// these numbers and to nobody else, whomever a campaign asks for.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    Remove(remove::RemoveArgs),
    List(list::ListArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Remove(args) => remove::run(cx, args).await,
            Self::List(args) => list::run(cx, args).await,
        }
    }
}

impl Row for Receiver {
    const HEAD: &'static [&'static str] = &["ID", "PHONE", "SINCE"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::count(self.id), Cell::text(&self.phone), Cell::time(self.created_at)]
    }
}
