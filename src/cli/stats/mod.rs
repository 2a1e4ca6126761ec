//! `msgctl stats`: what became of everything that was sent.

use jiff::civil::Date;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::money::Minor;
use crate::ops::stats::{self, By, Difference, Filter, Group, Recount, Stats};
use crate::ui::{Cell, Format, Record, Row, Tone, plural};

/// Show how much was delivered, failed, is open, and what it cost
///
/// The figures are kept up with each result, so they take the same time however many messages there are. `--recount`
/// counts every message instead and compares: exit code 5 if they disagree. Days are those of the results, in Korea.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl stats
  msgctl stats --site shop --by day --since 2026-11-01
  msgctl stats --by code --format csv
  msgctl stats --recount")]
pub struct Args {
    /// Only this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// What to group by
    #[arg(long, default_value = "channel")]
    by: By,
    /// From this day on
    #[arg(long, value_name = "DAY")]
    since: Option<Date>,
    /// Up to this day, included
    #[arg(long, value_name = "DAY")]
    until: Option<Date>,
    /// With campaigns that were tests of a text (`send --test`)
    #[arg(long)]
    include_tests: bool,
    /// Count every message and compare
    #[arg(long, conflicts_with_all = ["by", "since", "until", "include_tests"])]
    recount: bool,
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let store = cx.store().await?;
    if args.recount {
        let mut bar = cx.ui.progress("Counting", None);
        let result = stats::recount(store, args.site.as_deref(), |n| bar.set(n, "")).await?;
        drop(bar);
        return proven(cx, &result);
    }
    if let (Some(since), Some(until)) = (args.since, args.until)
        && until < since
    {
        return Err(CliError::new(Kind::Usage, format_args!("{until} is before {since}"))
            .hint("`--since` is the first day, `--until` the last."));
    }
    let filter =
        Filter { site: args.site, by: args.by, since: args.since, until: args.until, tests: args.include_tests };
    let shown = stats::stats(store, &filter, &cx.codes().await?, cx.clock.now()).await?;
    match cx.ui.look().format {
        Format::Json => cx.ui.record(&shown)?,
        _ => table(cx, &shown)?,
    }
    if shown.open.unknown > 0 {
        cx.ui.hint("What is unknown may have arrived: `msgctl reports poll` asks. It is never sent again on a guess.");
    }
    Ok(())
}

/// Rows; for people with a total under them.
pub(super) fn table(cx: &Ctx, shown: &Stats) -> std::io::Result<()> {
    let mut rows = shown.rows.clone();
    if cx.ui.look().format == Format::Table {
        rows.push(shown.total());
    }
    match shown.by {
        By::Channel => cx.ui.rows(&headed::<0>(rows)),
        By::Site => cx.ui.rows(&headed::<1>(rows)),
        By::Day => cx.ui.rows(&headed::<2>(rows)),
        By::Campaign => cx.ui.rows(&headed::<3>(rows)),
        By::Template => cx.ui.rows(&headed::<4>(rows)),
        By::Code => cx.ui.rows(&rows.into_iter().map(OfCode).collect::<Vec<_>>()),
    }
}

/// A group under the head of its grouping.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct Headed<const BY: usize>(Group);

fn headed<const BY: usize>(rows: Vec<Group>) -> Vec<Headed<BY>> {
    rows.into_iter().map(Headed).collect()
}

const HEADS: [&[&str]; 5] = [
    &["CHANNEL", "DELIVERED", "FAILED", "SUCCESS", "CANCELLED", "QUEUED", "IN FLIGHT", "UNKNOWN", "COST"],
    &["SITE", "DELIVERED", "FAILED", "SUCCESS", "CANCELLED", "QUEUED", "IN FLIGHT", "UNKNOWN", "COST"],
    &["DAY", "DELIVERED", "FAILED", "SUCCESS", "CANCELLED", "QUEUED", "IN FLIGHT", "UNKNOWN", "COST"],
    &["CAMPAIGN", "DELIVERED", "FAILED", "SUCCESS", "CANCELLED", "QUEUED", "IN FLIGHT", "UNKNOWN", "COST"],
    &["TEMPLATE", "DELIVERED", "FAILED", "SUCCESS", "CANCELLED", "QUEUED", "IN FLIGHT", "UNKNOWN", "COST"],
];

impl<const BY: usize> Row for Headed<BY> {
    const HEAD: &'static [&'static str] = HEADS[BY];

    fn cells(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::text(&self.0.key)];
        cells.extend(figures(&self.0));
        cells
    }
}

/// A group of one code, with what the code means.
#[derive(serde::Serialize)]
#[serde(transparent)]
struct OfCode(Group);

impl Row for OfCode {
    const HEAD: &'static [&'static str] = &[
        "CODE",
        "CHANNEL",
        "CLASS",
        "DELIVERED",
        "FAILED",
        "SUCCESS",
        "CANCELLED",
        "QUEUED",
        "IN FLIGHT",
        "UNKNOWN",
        "COST",
        "MEANING",
    ];

    fn cells(&self) -> Vec<Cell> {
        let g = &self.0;
        let blank = |t: Option<String>| Cell::text(t.unwrap_or_default());
        let mut cells = vec![Cell::text(&g.key), blank(g.channel.clone()), blank(g.class.map(|c| c.to_string()))];
        cells.extend(figures(g));
        cells.push(blank(g.meaning.clone()));
        cells
    }
}

fn figures(g: &Group) -> Vec<Cell> {
    let count = |n: u64, tone| Cell::count(n).tone(if n > 0 { tone } else { Tone::Dim });
    let open = |n: Option<u64>| n.map_or_else(|| Cell::text("").right(), |n| count(n, Tone::Warn));
    let success = g.success_pct.map_or_else(|| Cell::text("-").tone(Tone::Dim), |p| Cell::text(format!("{p:.1} %")));
    vec![
        count(g.delivered, Tone::Good),
        count(g.failed, Tone::Bad),
        success.right(),
        count(g.cancelled, Tone::Warn),
        open(g.open.map(|o| o.queued)),
        open(g.open.map(|o| o.in_flight)),
        open(g.open.map(|o| o.unknown)),
        Cell::money(Minor(g.cost_minor)),
    ]
}

/// A record in JSON, where it is one document.
impl Record for Stats {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![("totalAttempts".into(), Cell::count(self.total_attempts))]
    }
}

fn proven(cx: &Ctx, r: &Recount) -> Result<(), CliError> {
    match cx.ui.look().format {
        Format::Json => cx.ui.record(r)?,
        _ if r.differences.is_empty() => cx.ui.record(r)?,
        _ => cx.ui.rows(&r.differences)?,
    }
    if r.differences.is_empty() {
        return Ok(());
    }
    let n = plural(r.differences.len() as u64, "sum");
    Err(CliError::new(Kind::Integrity, format_args!("statistics and messages disagree in {n}"))
        .hint("Keep a copy of the database before anything else, and report this."))
}

impl Record for Recount {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("campaigns".into(), Cell::count(self.campaigns)),
            ("messages".into(), Cell::count(self.messages)),
            ("differences".into(), Cell::count(self.differences.len() as u64).tone(Tone::Good)),
        ]
    }
}

impl Row for Difference {
    const HEAD: &'static [&'static str] =
        &["CAMPAIGN", "CHANNEL", "STATE", "CODE", "STATISTICS", "COUNTED", "COST", "COUNTED COST"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.campaign),
            Cell::text(&self.channel),
            Cell::text(&self.state),
            Cell::text(&self.code),
            Cell::count(self.tally),
            Cell::count(self.counted).tone(Tone::Bad),
            Cell::money(Minor(self.tally_minor)),
            Cell::money(Minor(self.counted_minor)),
        ]
    }
}
