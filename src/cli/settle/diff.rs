//! `msgctl settle diff`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle;
use crate::ui::{Cell, Row, plural};

/// List the lines whose bill the last draft changed
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle diff --month 2026-10
  msgctl settle diff --month 2026-10 --limit 1000 --format csv")]
pub struct DiffArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
    /// At most so many lines
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
}

#[derive(serde::Serialize)]
struct Changed {
    line: String,
    before_minor: Option<i64>,
    after_minor: Option<i64>,
    difference_minor: i64,
}

impl Row for Changed {
    const HEAD: &'static [&'static str] = &["LINE", "BEFORE", "AFTER", "DIFFERENCE"];

    fn cells(&self) -> Vec<Cell> {
        let won = |minor: Option<i64>| minor.map_or_else(|| Cell::text("-").right(), |m| Cell::money(Minor(m)));
        vec![
            Cell::text(&self.line),
            won(self.before_minor),
            won(self.after_minor),
            Cell::money(Minor(self.difference_minor)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: DiffArgs) -> Result<(), CliError> {
    let d = settle::diff(cx.store().await?, args.month, i64::from(args.limit)).await?;
    let row = |(line, before, after): (String, Option<i64>, Option<i64>)| Changed {
        line,
        before_minor: before,
        after_minor: after,
        difference_minor: after.unwrap_or(0) - before.unwrap_or(0),
    };
    let rows: Vec<Changed> = d.lines.into_iter().map(row).collect();
    cx.ui.rows(&rows)?;
    let bills = plural(d.bills.cast_unsigned(), "bill");
    cx.ui.say(format_args!("Draft {} changed {bills}, {} won in all.", d.draft, Minor(d.difference)));
    Ok(())
}
