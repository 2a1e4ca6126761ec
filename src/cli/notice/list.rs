//! `msgctl notice list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::notice::{self, Shown};
use crate::ops::site;
use crate::ui::{Cell, Row, Tone};

/// Show the last notices, the newest first: one line for each place that it goes to
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl notice list
  msgctl notice list --site shop --state dead --format json")]
pub struct ListArgs {
    /// Only about this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Only those in this state
    #[arg(long, value_parser = ["ready", "leased", "sent", "skipped", "dead"])]
    state: Option<String>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
}

impl Row for Shown {
    const HEAD: &'static [&'static str] = &["NOTICE", "AT", "TO", "STATE", "TRIES", "TEXT", "DETAIL"];

    fn cells(&self) -> Vec<Cell> {
        let tone = match self.state.as_str() {
            "sent" => Tone::Good,
            "dead" => Tone::Bad,
            "skipped" => Tone::Dim,
            _ => Tone::Warn,
        };
        vec![
            Cell::text(self.notice),
            Cell::time(self.created_at),
            Cell::text(&self.target),
            Cell::text(&self.state).tone(tone),
            Cell::text(self.attempts).right(),
            Cell::text(&self.text),
            Cell::maybe(self.detail.as_ref()),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let mut c = cx.store().await?.read().await?;
    let only = match &args.site {
        Some(name) => Some(site::get(&mut c, name).await?.id),
        None => None,
    };
    Ok(cx.ui.rows(&notice::list(&mut c, only, args.state.as_deref().unwrap_or_default(), args.limit).await?)?)
}
