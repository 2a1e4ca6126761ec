//! `msgctl db`: the database itself.

use super::ctx::Ctx;
use super::error::CliError;
use crate::store::{Migration, Opening, Store};
use crate::ui::{Cell, Row, Tone};

/// Make, migrate and look at the database
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    /// Bring the database to this version's schema, making it if it is missing
    #[command(after_help = "Examples:\n  msgctl db migrate\n  msgctl --database postgres://ops@db/msgctl db migrate")]
    Migrate,
    /// List the migrations and which of them have run
    #[command(after_help = "Examples:\n  msgctl db status\n  msgctl db status --format json")]
    Status,
}

impl Row for Migration {
    const HEAD: &'static [&'static str] = &["VERSION", "NAME", "APPLIED"];

    fn cells(&self) -> Vec<Cell> {
        let applied = if self.applied { Cell::text("yes").tone(Tone::Good) } else { Cell::text("no").tone(Tone::Warn) };
        vec![Cell::count(self.version), Cell::text(&self.name), applied]
    }
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        let target = cx.target().await?;
        let store = match self {
            Self::Migrate => Store::open(target, Opening::Create).await?,
            Self::Status => Store::open_unchecked(target).await?,
        };
        let migrations = store.migrations().await?;
        let missing = migrations.iter().filter(|m| !m.applied).count();
        if missing > 0 {
            cx.ui.hint("Run `msgctl db migrate`.");
        }
        cx.ui.rows(&migrations)?;
        store.close().await;
        Ok(())
    }
}
