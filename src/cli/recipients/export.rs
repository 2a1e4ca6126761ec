//! `msgctl recipients export`

use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::id::RecipientId;
use crate::ops::audience::{Audience, PersonView};
use crate::ops::audit::{self, Action};
use crate::store::Store;
use crate::ui::{Cell, Format, Record, Ui};

/// People of one page.
const PAGE: u32 = 2_000;

/// Export the people of a site or of one of its lists
///
/// Without `-o` they go to stdout in the shape that `--format` says. With it the end of the name decides (.csv,
/// .json, .ndjson), the file can be read by its owner only, and it is complete or not there at all. Values are
/// masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl recipients export --site shop -o people.csv
  msgctl recipients export --site shop --list vip --format ndjson | jq .id
  msgctl recipients export --site shop -o people.csv --reveal --reason 'moving to another system'")]
pub struct ExportArgs {
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Only people on this list
    #[arg(long, value_name = "LIST")]
    list: Option<String>,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reveal: Reveal,
}

#[derive(serde::Serialize)]
struct Exported {
    file: String,
    people: u64,
    revealed: bool,
}

impl Record for Exported {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("file".into(), Cell::text(&self.file)),
            ("people".into(), Cell::count(i64::try_from(self.people).unwrap_or(i64::MAX))),
            ("values".into(), Cell::text(if self.revealed { "whole" } else { "masked" })),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: ExportArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    cx.keys().await?;
    let audience = Audience::find(&mut store.read().await?, &args.site, args.list.as_deref()).await?;
    let by = args.reveal.by(cx);
    if let Some(by) = &by {
        // before anything is shown: what cannot be recorded is not revealed
        let detail = json!({ "file": args.output.as_ref().map(|p| p.display().to_string()) });
        audit::record_now(store, by, Action::Export, &audience.subject(), detail).await?;
    }
    let Some(file) = args.output.map(|p| cx.path(&p)) else {
        stream(cx, store, &audience, by.is_some(), &cx.ui).await?;
        return Ok(());
    };
    let beside = file.with_file_name(format!(".{}.part", file.file_name().unwrap_or_default().to_string_lossy()));
    let to_file = cx.ui.with_output(BufWriter::new(private(&beside)?), format_of(&file, cx.ui.look().format));
    let done = stream(cx, store, &audience, by.is_some(), &to_file).await;
    let people = match done {
        Ok(people) => std::fs::rename(&beside, &file).map(|()| people)?,
        Err(e) => {
            let _ = std::fs::remove_file(&beside);
            return Err(e);
        }
    };
    Ok(cx.ui.record(&Exported { file: file.display().to_string(), people, revealed: by.is_some() })?)
}

async fn stream(cx: &Ctx, store: &Store, audience: &Audience, reveal: bool, to: &Ui) -> Result<u64, CliError> {
    let ring = cx.keys().await?;
    let mut c = store.read().await?;
    let total = audience.count(&mut c).await?;
    let mut progress = cx.ui.progress("Exporting", Some(total));
    let mut pages = to.pages::<PersonView>();
    let (mut after, mut people) = (RecipientId(0), 0);
    loop {
        let page = audience.page(&mut c, ring, after, PAGE, reveal).await?;
        let Some(last) = page.last() else { break };
        after = last.id;
        people += page.len() as u64;
        pages.page(&page)?;
        progress.set(people, "");
    }
    pages.end()?;
    Ok(people)
}

/// A new file that only its owner can read.
fn private(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// By the end of the name; else as asked, and CSV rather than a table.
fn format_of(path: &Path, asked: Format) -> Format {
    match path.extension().and_then(|e| e.to_str()) {
        Some("csv") => Format::Csv,
        Some("json") => Format::Json,
        Some("ndjson" | "jsonl") => Format::Ndjson,
        _ if asked == Format::Table => Format::Csv,
        _ => asked,
    }
}
