//! `msgctl settle status`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::period::Period;
use crate::ops::settle::{self, Status};
use crate::ui::{Cell, Record};

/// Show where the settlement of a month stands
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle status --month 2026-10
  msgctl settle status --month 2026-10 --format json")]
pub struct StatusArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
}

#[derive(serde::Serialize)]
struct Shown {
    month: Period,
    state: String,
    draft: i64,
    run: Option<String>,
    owner: Option<String>,
    lines_done: i64,
    lines: i64,
    parked: i64,
    error: Option<String>,
}

impl From<Status> for Shown {
    fn from(s: Status) -> Self {
        let last = s.last;
        Self {
            month: s.period,
            state: s.state,
            draft: s.draft,
            run: last.as_ref().map(|x| x.state.clone()),
            owner: last.as_ref().map(|x| x.owner.clone()),
            lines_done: s.done,
            lines: s.total,
            parked: s.parked,
            error: last.and_then(|x| x.error),
        }
    }
}

impl Record for Shown {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("month".to_owned(), Cell::text(self.month)),
            ("state".to_owned(), Cell::text(&self.state)),
            ("draft".to_owned(), Cell::count(self.draft)),
            ("last run".to_owned(), Cell::maybe(self.run.as_deref())),
            ("by".to_owned(), Cell::maybe(self.owner.as_deref())),
            ("lines done".to_owned(), Cell::text(format!("{} of {}", self.lines_done, self.lines))),
            ("parked".to_owned(), Cell::count(self.parked)),
            ("error".to_owned(), Cell::maybe(self.error.as_deref())),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: StatusArgs) -> Result<(), CliError> {
    let status = settle::status(cx.store().await?, args.month).await?;
    cx.ui.record(&Shown::from(status))?;
    Ok(())
}
