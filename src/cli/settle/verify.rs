//! `msgctl settle verify`

use std::sync::Mutex;

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::{self, Mismatch};
use crate::ui::{Cell, Row, plural};

/// Compute every bill of a month twice, by two ways, and hold both against what is on record
///
/// Statements of sites are held against the books, too. Changes nothing. Ends with 5 and the first lines of which not all
/// three say the same.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle verify --month 2026-10
  msgctl settle verify --month 2026-10 --format json")]
pub struct VerifyArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
}

impl Row for Mismatch {
    const HEAD: &'static [&'static str] = &["LINE", "KEPT", "FORMULA", "DATABASE"];

    fn cells(&self) -> Vec<Cell> {
        let won = |minor: Option<i64>| minor.map_or_else(|| Cell::text("-").right(), |m| Cell::money(Minor(m)));
        vec![Cell::text(&self.line), won(self.kept_minor), won(self.fold_minor), won(self.sql_minor)]
    }
}

pub(super) async fn run(cx: &Ctx, args: VerifyArgs) -> Result<(), CliError> {
    let progress = Mutex::new(cx.ui.progress("lines", None));
    let tell = |done: i64, total: i64| {
        if let Ok(mut bar) = progress.lock() {
            bar.set_total(total.cast_unsigned());
            bar.set(done.cast_unsigned(), "");
        }
    };
    let v = settle::verify(cx.store().await?, args.month, &tell).await?;
    drop(progress);
    cx.ui.rows(&v.examples)?;
    let lines = plural(v.lines.cast_unsigned(), "line");
    if v.differ == 0 && v.sites.is_empty() {
        cx.ui.say(format_args!("{lines}: formula, database and record agree; {} cannot be computed.", v.parked));
        return Ok(());
    }
    let differ = plural(v.differ.cast_unsigned(), "line");
    let message = format!("of {lines}, {differ} have bills that do not agree");
    let hint = format!("If something has changed since, `msgctl settle --month {}` makes a new draft.", args.month);
    let site = |name: &String| format!("the statement of site `{name}` is not what its books say now");
    let causes = v.sites.iter().map(site).collect();
    Err(CliError { causes, ..CliError::new(Kind::Integrity, message).hint(hint) })
}
