//! `msgctl recipients import`

use std::path::PathBuf;
use std::str::FromStr as _;

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::rejects;
use crate::cli::signal::Stopping;
use crate::domain::person::{self, Column};
use crate::domain::time::{Micros, kst};
use crate::ops;
use crate::ops::import::{Encoding, Outcome, Progress, Request, Source};
use crate::ui::{Cell, Record, Tone, plural};

/// How to go on after a signal.
pub(super) const AGAIN: &str = "What is in stays in; run the same command again for the rest.";

/// Import people from a CSV file
///
/// Header names in Korean or English are recognised (이름, 휴대폰, 생년월일, 이메일, 광고수신동의, 야간수신동의 and
/// their like); encoding (UTF-8, UTF-16, CP949), delimiter and line ends are found out. Numbers may have any
/// form, with the leading zero or, as Excel leaves it, without.
///
/// A bad row never stops the run: it is written to the rejects file with its line and the reason. A file
/// that is broken as a whole (a NUL byte, a quote without an end, a line over 1 MiB) is refused before
/// anything is imported; from a stream, what came before is in. The same file again changes nothing, so a
/// run that was stopped or killed is simply run again.
///
/// Fields that the file has no column for stay as they are. Consent is the day in its column; where it only
/// says yes, the day on record stays, otherwise it is that of `--consent-date`. An empty cell is no consent.
#[derive(clap::Args, Debug)]
#[command(after_long_help = "Examples:
  msgctl recipients import members.csv --site shop
  msgctl recipients import members.csv --site shop --list vip --map phone=연락처2,name=담당자 --dry-run
  zcat members.csv.gz | msgctl recipients import - --site shop --rejects rejects.csv --format json")]
pub struct ImportArgs {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// The site they belong to
    #[arg(long)]
    site: String,
    /// Put everybody on this list; it is made if it is not there
    #[arg(long, value_name = "NAME")]
    list: Option<String>,
    /// Headers that are not recognised: phone, name, email, birth_date, ad_consent, night_consent
    #[arg(long, value_name = "FIELD=HEADER", value_delimiter = ',', value_parser = mapping)]
    map: Vec<(Column, String)>,
    /// What the file is written in
    #[arg(long, value_enum, default_value_t)]
    encoding: EncodingArg,
    /// Where refused rows are written [default: FILE.rejects.csv]
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// A number that is there already, on record or earlier in the file
    #[arg(long, value_enum, default_value_t)]
    on_duplicate: OnDuplicateArg,
    /// When consent was given where a row does not say [default: today]
    #[arg(long, value_name = "DATE")]
    consent_date: Option<String>,
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

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum OnDuplicateArg {
    /// The later row wins
    #[default]
    Update,
    /// What is there stays
    Skip,
}

fn mapping(text: &str) -> Result<(Column, String), String> {
    let (field, header) = text.split_once('=').ok_or("expected FIELD=HEADER, like `phone=연락처`")?;
    let field = if field == "birth" { "birth_date" } else { field };
    Ok((Column::from_str(&field.replace('-', "_")).map_err(|e| e.to_string())?, header.to_owned()))
}

pub(super) async fn run(cx: &Ctx, args: ImportArgs) -> Result<(), CliError> {
    let now = cx.clock.now();
    let consent_at = consent_moment(args.consent_date.as_deref(), now)?;
    let shown = rejects::path(cx, &args.file, args.rejects.as_deref())?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = ops::site::get(&mut store.read().await?, &args.site).await?;
    let source = if args.file.as_os_str() == "-" {
        Source::Stream(Box::new(std::io::stdin()))
    } else {
        Source::Path(cx.path(&args.file))
    };
    let request = Request {
        site_name: site.name,
        site: site.id,
        list: args.list,
        map: args.map,
        encoding: match args.encoding {
            EncodingArg::Auto => Encoding::Auto,
            EncodingArg::Utf8 => Encoding::Utf8,
            EncodingArg::Cp949 => Encoding::Cp949,
        },
        rejects: shown.as_deref().map(|p| cx.path(p)),
        on_duplicate: match args.on_duplicate {
            OnDuplicateArg::Update => ops::import::OnDuplicate::Update,
            OnDuplicateArg::Skip => ops::import::OnDuplicate::Skip,
        },
        consent_at,
        now,
        rehearse: args.dry_run,
        chunk: ops::import::CHUNK,
    };

    let stopping = Stopping::watch()?;
    let mut bar = cx.ui.progress("checking", None);
    let work = ops::import::run(store, ring, source, request, stopping.asked(), |p| match p {
        Progress::Checked(rows) => bar.set(rows, ""),
        Progress::Total(rows) => bar = cx.ui.progress("importing", Some(rows)),
        Progress::Done(rows) => bar.set(rows, ""),
    });
    let done = stopping.unless_now(work, AGAIN).await?;
    drop(bar);
    let mut outcome = done?;
    if outcome.rejects_file.is_some() {
        outcome.rejects_file = shown.map(|p| p.display().to_string());
    }
    report(cx, &outcome, args.dry_run);
    cx.ui.record(&outcome)?;
    if outcome.stopped {
        return Err(stopping.error(format_args!("stopped after {}", plural(outcome.read, "row"))).hint(AGAIN));
    }
    Ok(())
}

/// Midnight of the day on which consent counts as given.
fn consent_moment(date: Option<&str>, now: Micros) -> Result<Micros, CliError> {
    let bad = |what: &str| CliError::new(Kind::Usage, format_args!("`--consent-date` {what}"));
    let day = match date {
        None => now.kst_date(),
        Some(text) => person::moment(text).ok_or_else(|| bad("wants a day like 2026-11-01"))?.0,
    };
    if day > now.kst_date() {
        return Err(bad("is a day to come: nobody has consented yet"));
    }
    let midnight = day.to_zoned(kst()).map_err(|_| bad("is no day of the calendar"))?;
    Ok(Micros::from(midnight.timestamp()))
}

fn report(cx: &Ctx, outcome: &Outcome, dry_run: bool) {
    if dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    if !outcome.ignored.is_empty() {
        let names: Vec<String> = outcome.ignored.iter().map(|n| Cell::text(n).text).collect();
        cx.ui.say(format_args!("Columns that are no field of a person were left out: {}.", names.join(", ")));
    }
    if outcome.read == 0 && !outcome.stopped {
        cx.ui.say("There is a header, and no row behind it.");
    } else if outcome.rejected == outcome.read && outcome.encoding == "utf-8" && !outcome.stopped {
        cx.ui.hint("Not one row was good. If its text looks broken, add `--encoding cp949`.");
    }
    rejects::tell(cx, outcome.rejected, outcome.rejects_file.as_deref());
}

impl Record for Outcome {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        let columns =
            self.columns.iter().map(|(field, header)| format!("{field}={}", header.as_str().unwrap_or_default()));
        vec![
            ("site".into(), Cell::text(&self.site)),
            ("list".into(), Cell::maybe(self.list.as_ref())),
            ("read".into(), count(self.read)),
            ("imported".into(), count(self.imported).tone(Tone::Good)),
            ("updated".into(), count(self.updated)),
            ("unchanged".into(), count(self.unchanged)),
            ("duplicates".into(), count(self.duplicates)),
            ("rejected".into(), count(self.rejected).tone(if self.rejected > 0 { Tone::Warn } else { Tone::Plain })),
            ("rejects file".into(), Cell::maybe(self.rejects_file.as_ref())),
            ("encoding".into(), Cell::text(&self.encoding)),
            ("columns".into(), Cell::text(columns.collect::<Vec<_>>().join(", "))),
            ("elapsed".into(), Cell::text(format_args!("{:.1} s", self.elapsed_s))),
        ]
    }
}
