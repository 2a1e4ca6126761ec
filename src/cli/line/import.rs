//! What every import of lines and of what belongs to them takes and does.

use std::path::PathBuf;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::rejects;
use crate::cli::signal::Stopping;
use crate::ops::import::{Encoding, Source};
use crate::ops::line::import::{self, Outcome, Progress, Request, What};
use crate::ui::{Cell, Record, Tone, plural};

/// How to go on after a signal.
const AGAIN: &str = "What is in stays in; run the same command again for the rest.";

/// What every import takes.
#[derive(clap::Args, Debug)]
pub struct ImportArgs {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// What the file is written in
    #[arg(long, value_enum, default_value_t)]
    encoding: EncodingArg,
    /// Where refused rows are written [default: FILE.rejects.csv]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Do all of it and take it back
    #[arg(long)]
    dry_run: bool,
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum EncodingArg {
    /// Find out
    #[default]
    Auto,
    /// UTF-8
    #[value(name = "utf-8", alias = "utf8")]
    Utf8,
    /// Korean Windows
    #[value(alias = "euc-kr")]
    Cp949,
}

/// Imports a file of that kind and shows what came of it.
pub async fn run(cx: &Ctx, what: What, args: ImportArgs) -> Result<(), CliError> {
    let shown = rejects::path(cx, &args.file, args.rejects.as_deref())?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let source = if args.file.as_os_str() == "-" {
        Source::Stream(Box::new(std::io::stdin()))
    } else {
        Source::Path(cx.path(&args.file))
    };
    let request = Request {
        what,
        encoding: match args.encoding {
            EncodingArg::Auto => Encoding::Auto,
            EncodingArg::Utf8 => Encoding::Utf8,
            EncodingArg::Cp949 => Encoding::Cp949,
        },
        rejects: shown.as_deref().map(|p| cx.path(p)),
        now: cx.clock.now(),
        rehearse: args.dry_run,
        chunk: import::CHUNK,
    };
    let stopping = Stopping::watch()?;
    let mut bar = cx.ui.progress("importing", None);
    let work = import::run(store, ring, source, request, stopping.asked(), |p| match p {
        Progress::Total(rows) => bar = cx.ui.progress("importing", Some(rows)),
        Progress::Done(rows) => bar.set(rows, ""),
    });
    let done = stopping.unless_now(work, AGAIN).await?;
    drop(bar);
    let mut outcome = done?;
    if outcome.rejects_file.is_some() {
        outcome.rejects_file = shown.map(|p| p.display().to_string());
    }
    if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    if !outcome.ignored.is_empty() {
        let names: Vec<String> = outcome.ignored.iter().map(|n| Cell::text(n).text).collect();
        cx.ui.say(format_args!("Columns that are not known were left out: {}.", names.join(", ")));
    }
    rejects::tell(cx, outcome.rejected, outcome.rejects_file.as_deref());
    cx.ui.record(&outcome)?;
    if outcome.stopped {
        return Err(stopping.error(format_args!("stopped after {}", plural(outcome.read, "row"))).hint(AGAIN));
    }
    Ok(())
}

impl Record for Outcome {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        vec![
            ("read".into(), count(self.read)),
            ("imported".into(), count(self.imported).tone(Tone::Good)),
            ("updated".into(), count(self.updated)),
            ("unchanged".into(), count(self.unchanged)),
            ("duplicates".into(), count(self.duplicates)),
            ("rejected".into(), count(self.rejected).tone(if self.rejected > 0 { Tone::Warn } else { Tone::Plain })),
            ("rejects file".into(), Cell::maybe(self.rejects_file.as_ref())),
            ("elapsed".into(), Cell::text(format_args!("{:.1} s", self.elapsed_s))),
        ]
    }
}
