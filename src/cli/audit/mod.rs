//! `msgctl audit`: who saw or erased personal data.

use super::ctx::Ctx;
use super::error::CliError;
use crate::ops::audit::{self, Action, Entry};
use crate::ui::{Cell, Row};

/// Look at the audit trail
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(ListArgs),
}

/// List who revealed, exported or erased personal data and who approved campaigns, newest first
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl audit list
  msgctl audit list --action erase --limit 500 --format csv
  msgctl audit list --before 120")]
pub struct ListArgs {
    /// Only this action: reveal, export, erase or rotate
    #[arg(long)]
    action: Option<Action>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only entries before this one
    #[arg(long, value_name = "ID")]
    before: Option<i64>,
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        let Self::List(args) = self;
        let entries = audit::latest(cx.store().await?, args.before, args.action, args.limit).await?;
        match entries.last() {
            Some(last) if entries.len() == args.limit as usize => {
                cx.ui.hint(format_args!("There may be more: add `--before {}`.", last.id));
            }
            Some(_) => {}
            None => cx.ui.hint("Nobody has revealed, exported or erased anything yet."),
        }
        Ok(cx.ui.rows(&entries)?)
    }
}

impl Row for Entry {
    const HEAD: &'static [&'static str] = &["ID", "AT", "ACTOR", "ACTION", "SUBJECT", "DETAIL"];

    fn cells(&self) -> Vec<Cell> {
        let fields = self.detail.as_object().into_iter().flatten().filter(|(_, v)| !v.is_null());
        let said = |v: &serde_json::Value| v.as_str().map_or_else(|| v.to_string(), ToOwned::to_owned);
        let detail = fields.map(|(k, v)| format!("{} {}", k.replace('_', " "), said(v))).collect::<Vec<_>>().join(", ");
        vec![
            Cell::count(self.id),
            Cell::time(self.at),
            Cell::text(&self.actor),
            Cell::text(&self.action),
            Cell::text(&self.subject),
            Cell::text(detail),
        ]
    }
}
