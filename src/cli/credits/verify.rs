//! `msgctl credits verify`

use std::sync::Mutex;

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::id::JournalId;
use crate::ops::credits::verify::{self, Check, Report, Scope};
use crate::ops::site;
use crate::ui::{Cell, Format, Record, Row, Tone, plural};

/// Prove the books: every promise about money, held against every row
///
/// Reads one state of the database and changes nothing. By default only what was booked since the last proof is read;
/// `--full` begins at the first journal and counts message by message. Ends with 5 if a promise is broken, with the
/// smallest example and, where a booking can mend it, the command.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits verify
  msgctl credits verify --full --format json
  msgctl credits verify --site shop --full
  msgctl credits verify --seal
  msgctl credits verify --since jnl_1200")]
pub struct VerifyArgs {
    /// Only what is this site's
    #[arg(long, value_name = "SITE", conflicts_with = "seal")]
    site: Option<String>,
    /// From the first journal on, and message by message
    #[arg(long)]
    full: bool,
    /// Only entries behind this journal, whatever was proven before
    #[arg(long, value_name = "JOURNAL", conflicts_with_all = ["full", "seal"])]
    since: Option<JournalId>,
    /// Hash all entries, keep the hash, and compare with those that were kept before
    #[arg(long)]
    seal: bool,
}

impl Row for Check {
    const HEAD: &'static [&'static str] = &["", "PROMISE", "COUNTED", "BROKEN"];

    fn cells(&self) -> Vec<Cell> {
        let tone = match (self.violations, self.warning) {
            (0, _) => Tone::Good,
            (_, true) => Tone::Warn,
            _ => Tone::Bad,
        };
        vec![
            Cell::text(self.id).tone(tone),
            Cell::text(self.claim),
            Cell::count(i64::try_from(self.counted).unwrap_or(i64::MAX)),
            Cell::count(i64::try_from(self.violations).unwrap_or(i64::MAX)).tone(tone),
        ]
    }
}

impl Record for Report {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = vec![("proven".to_owned(), Cell::text(if self.proven { "yes" } else { "no" }))];
        lines.extend(self.seal.iter().map(|s| ("seal".to_owned(), Cell::text(s))));
        lines
    }
}

pub(super) async fn run(cx: &Ctx, args: VerifyArgs) -> Result<(), CliError> {
    let hold_ttl = cx.config().await?.settings.credits.hold_ttl;
    let site = match &args.site {
        Some(name) => Some(site::get(&mut cx.store().await?.read().await?, name).await?.id),
        None => None,
    };
    let scope = Scope { site, full: args.full, since: args.since, seal: args.seal, hold_ttl };
    let progress = Mutex::new(cx.ui.progress("Proving", None));
    let tell = |what: &'static str, done: u64, total: u64| {
        if let Ok(mut bar) = progress.lock() {
            bar.set_total(total);
            bar.set(done, what);
        }
    };
    let report = verify::run(cx.store().await?, &cx.clock, scope, &tell).await?;
    drop(progress);
    if cx.ui.look().format == Format::Table {
        cx.ui.rows(&report.checks)?;
        if let Some(seal) = &report.seal {
            cx.ui.text(&format!("\nseal  {seal}\n"))?;
        }
        cx.ui.say(format_args!(
            "{} in {} read, {} to {}, in {:.1} s.",
            plural(report.entries, "entry").replace("entrys", "entries"),
            plural(report.journals, "journal"),
            report.since,
            report.upto,
            report.elapsed_s
        ));
    } else {
        cx.ui.record(&report)?;
    }
    for c in report.checks.iter().filter(|c| c.violations > 0) {
        let example = c.counterexample.as_deref().unwrap_or_default();
        if c.warning {
            cx.ui.warn(format_args!("{}: {example}", c.id));
        } else {
            cx.ui.say(format_args!("{} {example}", cx.ui.paint(c.id, "31;1")));
        }
        if let Some(mend) = &c.mend {
            cx.ui.hint(format_args!("Once it is known why: `{mend}`"));
        }
    }
    if report.proven {
        return Ok(());
    }
    let broken = report.checks.iter().filter(|c| c.violations > 0 && !c.warning).count() as u64;
    Err(CliError::new(
        Kind::Integrity,
        format_args!("{} broken", plural(broken, "promise is").replace("promise iss", "promises are")),
    )
    .hint("Nothing was changed. Find out why before anything is mended; a backup tells what it was."))
}
