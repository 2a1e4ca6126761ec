//! `msgctl suppress`: numbers that must not be written to.

mod add;
mod import;
mod list;
mod remove;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::phone::Mobile;
use crate::ops::suppress::{Changed, SuppressionView};
use crate::ui::{Cell, Record, Row, Tone};

/// Keep numbers from being written to
///
/// A suppression is checked when a campaign is planned and again when its messages go out. It covers every channel
/// (`all`) or one; sms, lms and mms stand for each other, since the length of the text decides among them.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    Remove(remove::RemoveArgs),
    Import(import::ImportArgs),
    List(list::ListArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::Remove(args) => remove::run(cx, args).await,
            Self::Import(args) => import::run(cx, args).await,
            Self::List(args) => list::run(cx, args).await,
        }
    }
}

/// Numbers on the command line; an error names the place, not the number.
pub(super) fn numbers(texts: &[String]) -> Result<Vec<Mobile>, CliError> {
    let number = |(i, text): (usize, &String)| {
        text.parse().map_err(|e| CliError {
            causes: vec![format!("{e}")],
            ..CliError::new(Kind::Usage, format_args!("number {} is not a mobile number", i + 1))
        })
    };
    texts.iter().enumerate().map(number).collect()
}

impl Record for Changed {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        vec![
            ("numbers".into(), count(self.numbers)),
            ("changed".into(), count(self.changed)),
            ("unchanged".into(), count(self.unchanged)),
        ]
    }
}

impl Row for SuppressionView {
    const HEAD: &'static [&'static str] = &["ID", "PHONE", "SCOPE", "REASON", "SINCE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::count(self.id),
            self.phone.as_ref().map_or_else(|| Cell::text("(erased)").tone(Tone::Dim), Cell::text),
            Cell::text(&self.scope),
            Cell::text(&self.reason),
            Cell::time(self.created_at),
        ]
    }
}
