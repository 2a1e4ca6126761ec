//! `msgctl settle adjust`

use rand::RngExt as _;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::worded::worded;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::{self, Adjusted, Adjustment, LATE_USE};
use crate::ui::{Cell, Record};

/// Correct the bill of a line: a credit note, or something that was forgotten
///
/// It stands, before tax, on the bill of the month that it is about, or, where that is closed, of the first one after it
/// that is not; the closed bill stays as it is. Once for its key: the same again gives the same answer, another request
/// under that key ends with 4.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle adjust --line L000042 --month 2026-10 --amount=-8250 --reason '10월 장애 보상' --key cn-42-10
  msgctl settle adjust --line L000042 --amount 1000 --reason '유심 교체' --dry-run")]
pub struct AdjustArgs {
    /// Which line
    #[arg(long, value_name = "LINE")]
    line: String,
    /// Whole won before tax; negative gives something back
    #[arg(long, value_name = "WON", allow_negative_numbers = true)]
    amount: Minor,
    /// Why; it stands on the bill
    #[arg(long, value_name = "TEXT", value_parser = worded)]
    reason: String,
    /// The month that it is about; the present one where it is not given
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Period>,
    /// Do it once for this key; one is made where none is given
    #[arg(long, value_name = "KEY", value_parser = key)]
    key: Option<String>,
    /// Do everything, take it back, and show what it would have been
    #[arg(long)]
    dry_run: bool,
}

fn key(text: &str) -> Result<String, String> {
    if text.starts_with(LATE_USE) {
        return Err(format!("`{LATE_USE}…` is what late use is kept by"));
    }
    let good = (1..=200).contains(&text.len()) && !text.chars().any(char::is_control);
    if good { Ok(text.to_owned()) } else { Err("a key has 1 to 200 bytes and no control characters".to_owned()) }
}

impl Record for Adjusted {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("number".to_owned(), Cell::text(&self.number)),
            ("line".to_owned(), Cell::text(&self.line)),
            ("about".to_owned(), Cell::text(self.month)),
            ("on the bill of".to_owned(), Cell::text(self.billed_in)),
            ("amount".to_owned(), Cell::money(Minor(self.amount_minor))),
            ("reason".to_owned(), Cell::text(&self.reason)),
            ("key".to_owned(), Cell::text(&self.key)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: AdjustArgs) -> Result<(), CliError> {
    let made = args.key.is_none();
    let key = args.key.unwrap_or_else(|| format!("adjust-{:016x}", rand::rng().random::<u64>()));
    if made && !args.dry_run {
        cx.ui.say(format_args!("key {key}: the same command with `--key {key}` does it no second time."));
    }
    let a = Adjustment {
        line: args.line,
        amount: args.amount,
        reason: args.reason,
        month: args.month,
        key,
        actor: crate::cli::reveal::by(cx, None).actor,
        rehearse: args.dry_run,
    };
    let done = settle::adjust(cx.store().await?, &cx.clock, &a).await?;
    cx.ui.record(&done)?;
    if done.repeated {
        cx.ui.say("This was done before under that key; nothing was done now.");
    } else if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(())
}
