//! `msgctl template`: texts with variables, in versions that never change.

mod add;
mod edit;
mod lint;
mod list;
mod render;
mod show;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::channel::Channel;
use crate::domain::lint::Severity;
use crate::domain::text::Charset;
use crate::ops::template::{Change, PlacedFinding, Version};
use crate::ui::{Cell, Record, Row, Tone};

/// Write, check and look at message templates
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    Edit(edit::EditArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Render(render::RenderArgs),
    Lint(lint::LintArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Edit(args) => edit::run(cx, args).await,
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, args).await,
            Self::Render(args) => render::run(cx, args).await,
            Self::Lint(args) => lint::run(cx, args).await,
        }
    }
}

/// What `template add` and `template edit` share.
#[derive(clap::Args, Debug, Default)]
struct Fields {
    /// The text, with variables as `#{name}` or `{{name}}`
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    body: Option<String>,
    /// Read the text from this file, `-` for standard input
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// What it is written for: alimtalk, sms, lms or mms
    #[arg(long)]
    channel: Option<Channel>,
    /// Subject of an LMS, up to 40 bytes
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    /// Text message for those whom the Alimtalk does not reach (default: the body)
    #[arg(long, value_name = "TEXT")]
    fallback: Option<String>,
    /// Id of the approved Alimtalk template at the provider
    #[arg(long, value_name = "ID")]
    provider_code: Option<String>,
    /// The variables it is meant to have; others are reported (separated by commas)
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    variables: Option<Vec<String>>,
    /// Why it was written or changed
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Fields {
    fn into_change(self, cx: &Ctx) -> Result<Change, CliError> {
        let body = match &self.file {
            Some(path) => Some(read_text(cx, path)?),
            None => self.body,
        };
        Ok(Change {
            channel: self.channel,
            subject: self.subject,
            body,
            fallback: self.fallback,
            provider_code: self.provider_code,
            note: self.note,
            declared: self.variables,
        })
    }
}

/// A text file without its byte order mark and without the line end that editors put at the end.
fn read_text(cx: &Ctx, path: &Path) -> Result<String, CliError> {
    const MOST: u64 = 64 * 1024;
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        std::io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(cx.path(path)).and_then(|f| f.take(MOST + 1).read_to_end(&mut bytes))
    };
    let unreadable = |cause: String| CliError {
        causes: vec![cause],
        ..CliError::new(Kind::Failed, format_args!("cannot read the text file {}", path.display()))
    };
    read.map_err(|e| unreadable(e.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(unreadable("it has more than 64 KiB, no message has".into()));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| unreadable("it is not UTF-8".into()).hint("Convert it: `iconv -f cp949 -t utf-8 FILE`."))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let text = text.strip_suffix('\n').unwrap_or(text);
    Ok(text.strip_suffix('\r').unwrap_or(text).to_owned())
}

/// Which characters text messages may hold, by the configuration.
async fn charset(cx: &Ctx) -> Result<Charset, CliError> {
    Ok(if cx.config().await?.settings.text.ksx1001 { Charset::Ksx1001 } else { Charset::Cp949 })
}

/// Findings that do not refuse, on stderr.
fn report(cx: &Ctx, findings: &[PlacedFinding]) {
    for f in findings.iter().filter(|f| f.severity > Severity::Note) {
        cx.ui.warn(format_args!("{}: {} ({})", f.part, f.message, f.code));
        cx.ui.hint(&f.hint);
    }
}

impl Row for Version {
    const HEAD: &'static [&'static str] = &["SITE", "TEMPLATE", "VERSION", "CHANNEL", "VARIABLES", "WRITTEN", "NOTE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.site),
            Cell::text(&self.name),
            Cell::count(self.version),
            Cell::text(self.channel),
            Cell::text(self.variables.join(", ")),
            Cell::time(self.created_at),
            Cell::maybe(self.note.as_ref()),
        ]
    }
}

impl Record for Version {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("template".into(), Cell::text(format_args!("{}@{}", self.name, self.version))),
            ("site".into(), Cell::text(&self.site)),
            ("channel".into(), Cell::text(self.channel)),
            ("subject".into(), Cell::maybe(self.subject.as_ref())),
            ("body".into(), Cell::text(&self.body)),
            ("fallback".into(), Cell::maybe(self.fallback.as_ref())),
            ("provider code".into(), Cell::maybe(self.provider_code.as_ref())),
            ("variables".into(), Cell::text(self.variables.join(", "))),
            ("note".into(), Cell::maybe(self.note.as_ref())),
            ("written".into(), Cell::time(self.created_at)),
        ]
    }
}

impl Row for PlacedFinding {
    const HEAD: &'static [&'static str] = &["TEMPLATE", "PART", "SEVERITY", "CODE", "WHAT", "MEND"];

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Warn,
            Severity::Note => Tone::Dim,
        };
        vec![
            Cell::text(&self.template),
            Cell::text(self.part),
            Cell::text(self.severity).tone(tone),
            Cell::text(self.code),
            Cell::text(&self.message),
            Cell::text(&self.hint),
        ]
    }
}
