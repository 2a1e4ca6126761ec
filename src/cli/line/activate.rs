//! `msgctl line activate`

use super::day;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::line::Day;
use crate::ops::line::life::{self, Activated, Origin};
use crate::ui::{Cell, Record};

/// Activate a new line of a customer
///
/// It gets the number that is still kept for the customer, or else a free one of the pool.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line activate L1 --customer C1 --plan A
  msgctl line activate L1 --customer C1 --plan A --on 2026-10-20 --dry-run")]
pub struct ActivateArgs {
    /// The line's code
    line: String,
    /// Whose it is
    #[arg(long, value_name = "CODE")]
    customer: String,
    /// Its plan
    #[arg(long, value_name = "CODE")]
    plan: String,
    /// Its first day [default: today]
    #[arg(long, value_name = "DAY")]
    on: Option<Day>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, a: ActivateArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let names = (a.line.as_str(), a.customer.as_str(), a.plan.as_str());
    let done = life::activate(store, ring, names, day(cx, a.on), cx.clock.now(), a.dry_run).await?;
    if a.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(cx.ui.record(&done)?)
}

impl Record for Activated {
    fn lines(&self) -> Vec<(String, Cell)> {
        let from = match self.number_from {
            Origin::Recovered => "the customer had it before",
            Origin::Drawn => "of the pool",
        };
        vec![
            ("line".into(), Cell::text(&self.line)),
            ("customer".into(), Cell::text(&self.customer)),
            ("plan".into(), Cell::text(&self.plan)),
            ("activated on".into(), Cell::text(self.activated_on)),
            ("number".into(), Cell::text(format_args!("{} ({from})", self.number))),
        ]
    }
}
