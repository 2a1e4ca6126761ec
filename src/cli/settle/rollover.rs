//! `msgctl settle rollover`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::{self, Rolled};
use crate::ui::{Cell, Record, plural};

/// Make the month behind a closed one ready, and delete what old months no longer need
///
/// Says what sites and bills bring into it. Deleted is the use by line (its bills stay) and what drafts had changed, of
/// closed months before the last ones; how much is kept on record. Bills, books, corrections and payments are never
/// deleted. Safe to run again: what is done is not done twice, and what was broken off goes on.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle rollover --month 2026-10
  msgctl settle rollover --month 2026-10 --keep-months 6 --dry-run")]
pub struct RolloverArgs {
    /// The month that was closed
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
    /// So many closed months keep everything
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=600))]
    keep_months: u32,
    /// Do everything, take it back, and show what it would have been
    #[arg(long)]
    dry_run: bool,
}

impl Record for Rolled {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut all = vec![
            ("month".to_owned(), Cell::text(self.month)),
            ("next".to_owned(), Cell::text(format_args!("{} ({})", self.next, self.next_state))),
            ("sites".to_owned(), Cell::count(self.sites.try_into().unwrap_or(i64::MAX))),
            ("sites begin with".to_owned(), Cell::money(Minor(self.opening_minor))),
            ("bills carried over".to_owned(), Cell::count(self.carried)),
            ("carried over".to_owned(), Cell::money(Minor(self.carried_minor))),
        ];
        all.extend(self.pruned.iter().map(|p| {
            (
                format!("deleted of {}", p.month),
                Cell::text(format_args!("{} of {}", plural(p.rows.cast_unsigned(), "row"), p.what)),
            )
        }));
        all
    }
}

pub(super) async fn run(cx: &Ctx, args: RolloverArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let rolled = settle::rollover(store, &cx.clock, args.month, args.keep_months, args.dry_run).await?;
    cx.ui.record(&rolled)?;
    if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(())
}
