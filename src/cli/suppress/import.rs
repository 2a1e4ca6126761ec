//! `msgctl suppress import`

use std::path::PathBuf;

use rand::SeedableRng as _;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::signal::Stopping;
use crate::ops::import::{Encoding, NumberFile, Source};
use crate::ops::site;
use crate::ops::suppress::{self, Imported, Wish};
use crate::store::suppression::Scope;
use crate::ui::{Cell, Record, Tone, plural};

const AGAIN: &str = "What is in stays in; run the same command again for the rest.";

/// Add the numbers of a file
///
/// The file is read as by `recipients import`: encoding, delimiter and header are found out. A file without a header
/// is read by the column that holds a number, as lists of opt-outs often come. A bad row never stops the run.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl suppress import 080-optouts.csv --site shop
  msgctl suppress import bounces.csv --site shop --scope alimtalk --reason bounce --rejects rejects.csv
  curl -s https://optout.example/today | msgctl suppress import - --site shop --format json")]
pub struct ImportArgs {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// What is closed: all, or one channel
    #[arg(long, default_value = "all")]
    scope: Scope,
    /// Why: manual, opt-out, bounce, or a word of your own
    #[arg(long, value_name = "WORD", default_value = "opt-out")]
    reason: String,
    /// The header of the numbers, where it is not recognised
    #[arg(long, value_name = "HEADER")]
    column: Option<String>,
    /// Where refused rows are written
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Record for Imported {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        vec![
            ("read".into(), count(self.read)),
            ("added".into(), count(self.added).tone(Tone::Good)),
            ("already".into(), count(self.already)),
            ("duplicates".into(), count(self.duplicates)),
            ("rejected".into(), count(self.rejected).tone(if self.rejected > 0 { Tone::Warn } else { Tone::Plain })),
            ("rejects file".into(), Cell::maybe(self.rejects_file.as_ref())),
            ("encoding".into(), Cell::text(self.encoding)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: ImportArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = site::get(&mut store.read().await?, &args.site).await?.id;
    let source = if args.file.as_os_str() == "-" {
        Source::Stream(Box::new(std::io::stdin()))
    } else {
        Source::Path(cx.path(&args.file))
    };
    let rejects = args.rejects.as_deref().map(|p| cx.path(p));
    let file = NumberFile { source, column: args.column, encoding: Encoding::Auto, rejects };
    let wish = Wish { site, scope: args.scope, reason: args.reason, now: cx.clock.now(), rehearse: args.dry_run };
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let stopping = Stopping::watch()?;
    let mut bar = cx.ui.progress("adding", None);
    let work = suppress::import(store, ring, file, &wish, &mut rng, stopping.asked(), |n| bar.set(n, ""));
    let done = stopping.unless_now(work, AGAIN).await?;
    drop(bar);
    let mut imported = done?;
    if imported.rejects_file.is_some() {
        imported.rejects_file = args.rejects.map(|p| p.display().to_string());
    } else if imported.rejected > 0 {
        cx.ui.hint(format_args!("{} refused; `--rejects FILE` tells why.", plural(imported.rejected, "row")));
    }
    if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    cx.ui.record(&imported)?;
    if imported.stopped {
        return Err(stopping.error(format_args!("stopped after {}", plural(imported.read, "row"))).hint(AGAIN));
    }
    Ok(())
}
