//! `msgctl recipients pull`

use std::path::PathBuf;

use super::import::AGAIN;
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::signal::Stopping;
use crate::config::SourceSettings;
use crate::domain::age::{AgeGroup, birth_range};
use crate::ops::import::{CHUNK, Encoding, OnDuplicate, Progress, Request};
use crate::ops::{pull, site};
use crate::ui::plural;

/// Pull the people of an age group out of your own database
///
/// The query of `[source.NAME]` is one SELECT with `:from` and `:to`, the first and the last birth date of the group
/// (both inclusive, by full age on today's Korean day). Its columns are found by their names, as in an import; name
/// others with `as`. SQLite, PostgreSQL and MySQL or MariaDB are read, never written: every transaction is read-only.
///
/// A query that gives a column `id` of whole numbers is read page by page (`id > …`), each in a short transaction of
/// its own, so that nothing holds a busy database; without one a single snapshot is streamed. Keep birth dates as
/// dates: of a column with times of day the last day of the range would be cut off.
#[derive(clap::Args, Debug)]
#[command(after_long_help = "Examples:
  msgctl recipients pull --site shop --source members --age-group twenties
  msgctl recipients pull --site shop --source members --age-group SIXTIES_PLUS --list seniors --dry-run

In msgctl.toml:
  [source.members]
  url = \"env:MEMBERS_DATABASE_URL\"
  query = \"select id, name, phone, birth_date from members where birth_date between :from and :to\"")]
pub struct PullArgs {
    /// The site they belong to
    #[arg(long, value_name = "SITE")]
    site: String,
    /// The source, as in `[source.NAME]`
    #[arg(long, value_name = "NAME")]
    source: String,
    /// teens, twenties, thirties, forties, fifties or sixties-plus
    #[arg(long, value_name = "GROUP")]
    age_group: AgeGroup,
    /// Put everybody on this list; it is made if it is not there
    #[arg(long, value_name = "LIST")]
    list: Option<String>,
    /// Where refused rows are written
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    /// Do all of it and take it back
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: PullArgs) -> Result<(), CliError> {
    let config = cx.config().await?;
    let source = source(&config.settings.sources, &args.source)?;
    let url = cx.text_or_reference(&source.url)?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = site::get(&mut store.read().await?, &args.site).await?;
    let now = cx.clock.now();
    let request = Request {
        site_name: site.name,
        site: site.id,
        list: args.list,
        map: Vec::new(),
        encoding: Encoding::Utf8,
        rejects: args.rejects.as_deref().map(|p| cx.path(p)),
        on_duplicate: OnDuplicate::Update,
        consent_at: now,
        now,
        rehearse: args.dry_run,
        chunk: CHUNK,
    };
    let stopping = Stopping::watch()?;
    let mut bar = cx.ui.progress("pulling", None);
    let origin = pull::Origin { url: &url, base: &config.base, query: &source.query };
    // large, and it moves through several hands
    let work = Box::pin(pull::run(store, ring, origin, args.age_group, request, stopping.asked(), |p| match p {
        Progress::Total(rows) => bar.set_total(rows),
        Progress::Checked(rows) | Progress::Done(rows) => bar.set(rows, ""),
    }));
    let done = stopping.unless_now(work, AGAIN).await?;
    drop(bar);
    let mut outcome = done.map_err(|e| failed(e, &args.source))?;
    if outcome.rejects_file.is_some() {
        outcome.rejects_file = args.rejects.map(|p| p.display().to_string());
    }
    if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    if outcome.read == 0 && !outcome.stopped {
        let (from, to) = birth_range(args.age_group, now.kst_date());
        cx.ui.say(format_args!("The query gives nobody born from {from} to {to}."));
    } else if outcome.rejected > 0 && outcome.rejects_file.is_none() {
        cx.ui.hint(format_args!("{} refused; `--rejects FILE` tells why.", plural(outcome.rejected, "row")));
    }
    cx.ui.record(&outcome)?;
    if outcome.stopped {
        return Err(stopping.error(format_args!("stopped after {}", plural(outcome.read, "row"))).hint(AGAIN));
    }
    Ok(())
}

/// The settings of a source; where there is none of that name, the error lists the names there are.
pub(in crate::cli) fn source<'a>(
    known: &'a std::collections::BTreeMap<String, SourceSettings>,
    name: &str,
) -> Result<&'a SourceSettings, CliError> {
    known.get(name).ok_or_else(|| {
        let names = known.keys().map(|n| format!("`{n}`")).collect::<Vec<_>>().join(", ");
        let hint = if names.is_empty() {
            format!("Add `[source.{name}]` with `url` and `query` to the configuration file.")
        } else {
            format!("The configuration has {names}.")
        };
        CliError::new(Kind::Config, format_args!("there is no source `{name}`")).hint(hint)
    })
}

/// Names the source in what went wrong with it.
fn failed(e: pull::PullError, name: &str) -> CliError {
    let e = CliError::from(e);
    CliError { hint: e.hint.map(|h| h.replace("[source.NAME]", &format!("[source.{name}]"))), ..e }
}
