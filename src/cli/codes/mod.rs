//! `msgctl codes`: what the result codes of providers mean, and what follows from them.

mod explain;
mod list;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::codes::{CodeTable, Listed};
use crate::domain::outcome::Class;
use crate::ui::{Cell, Row, Tone};

/// List and explain the result codes of providers
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Explain(explain::ExplainArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, &args).await,
            Self::Explain(args) => explain::run(cx, &args).await,
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, serde::Serialize)]
struct CodeRow {
    provider: String,
    code: String,
    /// `any` where it says the same on all.
    channel: String,
    class: Class,
    meaning: String,
    meaning_ko: String,
    action: &'static str,
    /// The class comes from the configuration.
    overridden: bool,
}

impl From<Listed<'_>> for CodeRow {
    fn from(l: Listed<'_>) -> Self {
        Self {
            provider: l.provider.to_owned(),
            code: l.code.to_owned(),
            channel: l.meaning.channel.map_or("any", crate::domain::channel::Channel::word).to_owned(),
            class: l.meaning.class,
            meaning: l.meaning.en.clone(),
            meaning_ko: l.meaning.ko.clone(),
            action: l.meaning.class.action(),
            overridden: l.meaning.overridden,
        }
    }
}

impl Row for CodeRow {
    const HEAD: &'static [&'static str] = &["PROVIDER", "CODE", "CHANNEL", "CLASS", "MEANING", "뜻"];

    fn cells(&self) -> Vec<Cell> {
        let class = if self.overridden { format!("{} (set)", self.class) } else { self.class.to_string() };
        vec![
            Cell::text(&self.provider),
            Cell::text(&self.code),
            Cell::text(&self.channel),
            Cell::text(class).tone(tone(self.class)),
            Cell::text(&self.meaning),
            Cell::text(&self.meaning_ko),
        ]
    }
}

fn tone(class: Class) -> Tone {
    match class {
        Class::Delivered => Tone::Good,
        Class::Accepted => Tone::Plain,
        Class::Fallback | Class::Retry | Class::Absent | Class::Window | Class::Unknown => Tone::Warn,
        Class::Late | Class::RecipientDead | Class::Suppressed | Class::Config | Class::Money => Tone::Bad,
    }
}

/// The table with the operator's overrides.
async fn table(cx: &Ctx) -> Result<CodeTable, CliError> {
    let overrides = &cx.config().await?.settings.codes;
    CodeTable::builtin().with_overrides(overrides).map_err(|e| {
        CliError::new(Kind::Config, &e).hint(format_args!("Mend `[codes.{}.…]` in the configuration.", e.provider))
    })
}
