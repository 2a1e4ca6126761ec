//! `msgctl settle diff`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle;
use crate::ui::{Cell, Row, plural};

/// List the lines whose bill the last draft changed, and the sites whose statement it changed
///
/// Of a site, the amounts are what it had at the end of the month.
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
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<String>,
    before_minor: Option<i64>,
    after_minor: Option<i64>,
    difference_minor: i64,
}

impl Row for Changed {
    const HEAD: &'static [&'static str] = &["OF", "BEFORE", "AFTER", "DIFFERENCE"];

    fn cells(&self) -> Vec<Cell> {
        let won = |minor: Option<i64>| minor.map_or_else(|| Cell::text("-").right(), |m| Cell::money(Minor(m)));
        vec![
            self.line.as_ref().map_or_else(
                || Cell::text(format_args!("site {}", self.site.as_deref().unwrap_or_default())),
                Cell::text,
            ),
            won(self.before_minor),
            won(self.after_minor),
            Cell::money(Minor(self.difference_minor)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: DiffArgs) -> Result<(), CliError> {
    let d = settle::diff(cx.store().await?, args.month, i64::from(args.limit)).await?;
    let row = |(line, before, after): (String, Option<i64>, Option<i64>)| Changed {
        line: Some(line),
        site: None,
        before_minor: before,
        after_minor: after,
        difference_minor: after.unwrap_or(0) - before.unwrap_or(0),
    };
    let mut rows: Vec<Changed> = d.lines.into_iter().map(row).collect();
    rows.extend(d.sites.into_iter().map(|s| Changed {
        line: None,
        site: Some(s.site),
        before_minor: s.before,
        after_minor: Some(s.after),
        difference_minor: s.after - s.before.unwrap_or(0),
    }));
    cx.ui.rows(&rows)?;
    let bills = plural(d.bills.cast_unsigned(), "bill");
    cx.ui.say(format_args!("Draft {} changed {bills}, {} won in all.", d.draft, Minor(d.difference)));
    Ok(())
}
