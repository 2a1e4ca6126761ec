//! `msgctl credits history`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::JournalId;
use crate::domain::money::Minor;
use crate::ops::credits::view::{self, Movement};
use crate::ops::site;
use crate::ui::{Cell, Row, Tone};

/// Show what happened to a site's credit, the newest first
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits history --site shop
  msgctl credits history --site shop --before jnl_1200 --limit 500 --format csv")]
pub struct HistoryArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only what was booked before this journal
    #[arg(long, value_name = "JOURNAL")]
    before: Option<JournalId>,
}

impl Row for Movement {
    const HEAD: &'static [&'static str] =
        &["JOURNAL", "AT", "KIND", "AMOUNT", "AVAILABLE", "ABOUT", "MONTH", "BY", "WHY"];

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.amount_minor {
            0 => Tone::Dim,
            n if n < 0 => Tone::Plain,
            _ => Tone::Good,
        };
        let month = if self.period == self.origin_period {
            self.period.clone()
        } else {
            format!("{} (of {})", self.period, self.origin_period)
        };
        vec![
            Cell::text(self.journal),
            Cell::time(self.at),
            Cell::text(&self.kind),
            Cell::money(Minor(self.amount_minor)).tone(tone),
            self.available_minor.map_or_else(|| Cell::text("-").tone(Tone::Dim).right(), |m| Cell::money(Minor(m))),
            Cell::maybe(self.about.as_ref()),
            Cell::text(month),
            Cell::text(&self.actor),
            Cell::maybe(self.memo.as_ref()),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: HistoryArgs) -> Result<(), CliError> {
    let mut c = cx.store().await?.read().await?;
    let site = site::get(&mut c, &args.site).await?;
    let rows = view::history(&mut c, &site, args.before, args.limit).await?;
    match rows.last() {
        Some(last) if rows.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--before {}`.", last.journal));
        }
        Some(_) => {}
        None => cx.ui.hint(format_args!("Nothing yet; `msgctl credits topup --site {} --amount WON`.", site.name)),
    }
    Ok(cx.ui.rows(&rows)?)
}
