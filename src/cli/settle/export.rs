//! `msgctl settle export`

use std::path::PathBuf;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::export::{self, Exported, Invoices, Wants};
use crate::ui::{Cell, Record};

/// Write a settled month as files
///
/// lines.csv has a row for every bill, details.csv one for every step of every bill, sites.csv one for every site,
/// site-usage.csv what messages cost by channel and price; amounts are won. There is a statement of each site to print
/// (HTML, A4), and an invoice of each line that is named, or, with `--invoices`, of every line, a thousand in a file, each on
/// its own page. Of a month whose use was deleted there are no details. manifest.json has the checksum of each file and what all bills come to. The same draft gives the same bytes.
/// The folder appears when it is complete; one that holds something else is left alone.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle export --month 2026-10 --dir out/2026-10
  msgctl settle export --month 2026-10 --dir out/2026-10 --invoice L1 --invoice L2 --format json")]
pub struct ExportArgs {
    /// The month
    #[arg(long, value_name = "MONTH")]
    month: Period,
    /// The folder; it must be empty or not there, or hold just that already
    #[arg(long, value_name = "DIR")]
    dir: PathBuf,
    /// Write an invoice of this line, too (can be repeated)
    #[arg(long = "invoice", value_name = "LINE", conflicts_with = "invoices")]
    invoice: Vec<String>,
    /// Write invoices of all lines, a thousand in a file
    #[arg(long)]
    invoices: bool,
    /// Leave out how each bill was computed
    #[arg(long)]
    no_details: bool,
}

pub(super) async fn run(cx: &Ctx, args: ExportArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let invoices = if args.invoices { Invoices::All } else { Invoices::Of(args.invoice) };
    let wants = Wants { invoices, details: !args.no_details };
    let mut bar = cx.ui.progress("exporting", None);
    let done = export::export(store, args.month, &cx.path(&args.dir), &wants, |n| bar.set(n, "")).await;
    drop(bar);
    let mut exported = done?;
    exported.dir = args.dir.display().to_string();
    if wants.details && !exported.details {
        cx.ui.say("The use of that month was deleted: how its bills were computed is left out.");
    }
    if exported.was_there {
        cx.ui.say("The folder held just that already.");
    }
    Ok(cx.ui.record(&exported)?)
}

impl Record for Exported {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = vec![
            ("month".into(), Cell::text(format_args!("{} ({}, draft {})", self.month, self.state, self.draft))),
            ("folder".into(), Cell::text(&self.dir)),
            ("bills".into(), Cell::count(i64::try_from(self.bills).unwrap_or(i64::MAX))),
            ("total".into(), Cell::money(Minor(self.total_minor))),
            ("sites".into(), Cell::count(i64::try_from(self.sites).unwrap_or(i64::MAX))),
        ];
        const SHOWN: usize = 20;
        lines.extend(self.files.iter().take(SHOWN).map(|f| (f.name.clone(), Cell::text(&f.sha256))));
        if self.files.len() > SHOWN {
            lines.push(("and".into(), Cell::text(format_args!("{} more files", self.files.len() - SHOWN))));
        }
        lines
    }
}
