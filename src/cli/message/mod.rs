//! `msgctl message`: single messages.

mod doubt;
mod explain;
mod list;
mod show;

use super::ctx::Ctx;
use super::error::CliError;
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::state::MessageState;
use crate::ops::message::{Detail, View};
use crate::ui::{Cell, Record, Row, Tone};

/// List, show and explain messages; decide about those in doubt
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Explain(explain::ExplainArgs),
    #[command(subcommand)]
    Doubt(doubt::Command),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, args).await,
            Self::Explain(args) => explain::run(cx, args).await,
            Self::Doubt(c) => c.run(cx).await,
        }
    }
}

fn state(s: MessageState) -> Cell {
    Cell::text(s).tone(match s {
        MessageState::Delivered => Tone::Good,
        MessageState::Failed => Tone::Bad,
        MessageState::Unknown => Tone::Warn,
        MessageState::Cancelled => Tone::Dim,
        MessageState::Queued | MessageState::Sending | MessageState::Accepted => Tone::Plain,
    })
}

/// `alimtalk > sms`.
fn route(channels: &[Channel]) -> String {
    channels.iter().map(ToString::to_string).collect::<Vec<_>>().join(" > ")
}

impl Row for View {
    const HEAD: &'static [&'static str] =
        &["MESSAGE", "CAMPAIGN", "PHONE", "STATE", "CHANNEL", "ROUTE", "TRIES", "CODE", "PRICE", "MOVED"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.message),
            Cell::text(self.campaign),
            Cell::maybe(self.phone.as_ref()),
            state(self.state),
            Cell::text(self.channel),
            Cell::text(route(&self.route)),
            Cell::count(self.tries),
            Cell::maybe(self.code.as_ref()),
            Cell::maybe(self.price_minor.map(|p| format!("₩{}", Minor(p)))).right(),
            Cell::time(self.updated_at),
        ]
    }
}

/// What `show` and `explain` begin with.
fn view_lines(site: &str, template: Option<&String>, v: &View) -> Vec<(String, Cell)> {
    let mut lines: Vec<(String, Cell)> = vec![
        ("message".into(), Cell::text(v.message)),
        ("campaign".into(), Cell::text(v.campaign)),
        ("site".into(), Cell::text(site)),
        ("template".into(), Cell::maybe(template)),
        ("phone".into(), Cell::maybe(v.phone.as_ref())),
    ];
    if let Some(name) = &v.name {
        lines.push(("name".into(), Cell::text(name)));
    }
    lines.push(("state".into(), state(v.state)));
    lines.push(("channel".into(), Cell::text(v.channel)));
    lines.push(("route".into(), Cell::text(route(&v.route))));
    if let Some(code) = &v.code {
        lines.push(("code".into(), Cell::text(code)));
    }
    if let Some(price) = v.price_minor {
        lines.push(("price".into(), Cell::text(format!("₩{}", Minor(price)))));
    }
    if let Some(due) = v.due_at {
        lines.push(("not before".into(), Cell::time(due)));
    }
    lines.push(("moved".into(), Cell::time(v.updated_at)));
    lines
}

impl Record for Detail {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = view_lines(&self.site, self.template.as_ref(), &self.view);
        if let Some(subject) = &self.subject {
            lines.push(("subject".into(), Cell::text(subject)));
        }
        lines.push(("text".into(), Cell::maybe(self.text.as_ref())));
        lines
    }
}
