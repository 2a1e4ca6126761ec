//! `msgctl settle history`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::ops::settle;
use crate::store::settle::job::Execution;
use crate::ui::{Cell, Row};

/// List the runs of a month, the latest first
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle history --month 2026-10
  msgctl settle history --month 2026-10 --format json")]
pub struct HistoryArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
}

#[derive(serde::Serialize)]
struct Shown {
    run: i64,
    draft: i64,
    state: String,
    owner: String,
    started_at: Micros,
    ended_at: Option<Micros>,
    error: Option<String>,
}

impl From<Execution> for Shown {
    fn from(x: Execution) -> Self {
        let Execution { fence, draft, state, owner, started_at, ended_at, error, .. } = x;
        Self { run: fence, draft, state, owner, started_at, ended_at, error }
    }
}

impl Row for Shown {
    const HEAD: &'static [&'static str] = &["RUN", "DRAFT", "STATE", "BEGUN", "ENDED", "BY", "ERROR"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::count(self.run),
            Cell::count(self.draft),
            Cell::text(&self.state),
            Cell::time(self.started_at),
            self.ended_at.map_or_else(|| Cell::text("-"), Cell::time),
            Cell::text(&self.owner),
            Cell::maybe(self.error.as_deref()),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: HistoryArgs) -> Result<(), CliError> {
    let runs: Vec<Shown> = settle::history(cx.store().await?, args.month).await?.into_iter().map(Shown::from).collect();
    cx.ui.rows(&runs)?;
    Ok(())
}
