//! `msgctl schedule`: sends that come again and again.

mod list;
mod pause;
mod remove;
mod resume;

use super::ctx::Ctx;
use super::error::CliError;
use crate::domain::id::ScheduleId;
use crate::ops::schedule::{self, Change, Schedule};
use crate::ui::{Cell, Record, Row, Tone};

/// List, pause, resume and remove sends that come again and again (`send --every`)
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Pause(pause::PauseArgs),
    Resume(resume::ResumeArgs),
    Remove(remove::RemoveArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, args).await,
            Self::Pause(args) => pause::run(cx, &args).await,
            Self::Resume(args) => resume::run(cx, &args).await,
            Self::Remove(args) => remove::run(cx, &args).await,
        }
    }
}

/// Changes one, and shows it.
async fn change(cx: &Ctx, id: ScheduleId, what: Change, dry_run: bool) -> Result<(), CliError> {
    let done = schedule::change(cx.store().await?, cx.clock.now(), id, what, dry_run).await?;
    Ok(cx.ui.record(&done)?)
}

fn state(s: &str) -> Cell {
    Cell::text(s).tone(match s {
        "active" => Tone::Good,
        "paused" => Tone::Warn,
        _ => Tone::Dim,
    })
}

impl Row for Schedule {
    const HEAD: &'static [&'static str] =
        &["SCHEDULE", "SITE", "STATE", "EVERY", "PEOPLE", "TEMPLATE", "NEXT", "LAST CAMPAIGN", "NOTE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.schedule),
            Cell::text(&self.site),
            state(&self.state),
            Cell::text(&self.every),
            Cell::text(&self.people),
            Cell::maybe(self.template.as_ref()),
            self.next_at.map_or_else(|| Cell::text("-").tone(Tone::Dim), Cell::time),
            Cell::maybe(self.last_campaign),
            Cell::maybe(self.note.as_ref()),
        ]
    }
}

impl Record for Schedule {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> = vec![
            ("schedule".into(), Cell::text(self.schedule)),
            ("site".into(), Cell::text(&self.site)),
            ("state".into(), state(&self.state)),
            ("every".into(), Cell::text(&self.every)),
            ("people".into(), Cell::text(&self.people)),
        ];
        let texts = [("template", &self.template), ("key", &self.key), ("note", &self.note)];
        lines.extend(texts.into_iter().filter_map(|(label, t)| Some((label.to_owned(), Cell::text(t.as_ref()?)))));
        let times = [("next", self.next_at), ("last", self.last_at)];
        lines.extend(times.into_iter().filter_map(|(label, at)| Some((label.to_owned(), Cell::time(at?)))));
        if let Some(id) = self.last_campaign {
            lines.push(("last campaign".into(), Cell::text(id)));
        }
        lines
    }
}
