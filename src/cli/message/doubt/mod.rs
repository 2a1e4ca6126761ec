//! `msgctl message doubt`: messages of which nobody knows whether the provider has them.

mod list;
mod resolve;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::send::doubt::{Doubt, Resolved};
use crate::ui::{Cell, Record, Row, Tone};

/// List messages in doubt with the evidence, and decide about them where the provider does not
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Resolve(resolve::ResolveArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, &args).await,
            Self::Resolve(args) => resolve::run(cx, args).await,
        }
    }
}

fn time(at: Option<crate::domain::time::Micros>) -> Cell {
    at.map_or_else(|| Cell::text("-").tone(Tone::Dim), Cell::time)
}

/// The call's error and the provider's word, as far as there are any.
fn evidence(d: &Doubt) -> String {
    let said = d.code.as_ref().map(|c| format!("{c} {}", d.detail.as_deref().unwrap_or_default()));
    let parts: Vec<String> = d.error.clone().into_iter().chain(said).collect();
    if parts.is_empty() { "the answer never came".to_owned() } else { parts.join("; ") }
}

impl Row for Doubt {
    const HEAD: &'static [&'static str] =
        &["MESSAGE", "CAMPAIGN", "PHONE", "CHANNEL", "PROVIDER", "SINCE", "ASKED", "ASKS AGAIN", "EVIDENCE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.message),
            Cell::text(self.campaign),
            Cell::maybe(self.phone.as_ref()),
            Cell::text(self.channel),
            Cell::text(&self.provider),
            time(self.since),
            Cell::count(self.asked),
            time(self.asks_at),
            Cell::text(evidence(self)).tone(Tone::Warn),
        ]
    }
}

impl Record for Resolved {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = vec![
            ("message".into(), Cell::text(self.message)),
            ("campaign".into(), Cell::text(self.campaign)),
            ("state".into(), super::state(self.state)),
            ("channel".into(), Cell::text(self.channel)),
            ("evidence".into(), Cell::text(evidence(&self.was))),
            ("in doubt since".into(), time(self.was.since)),
        ];
        if let Some(price) = self.price_minor {
            lines.push(("price".into(), Cell::money(crate::domain::money::Minor(price))));
        }
        lines
    }
}
