//! `msgctl recipients`: the people of a site.

mod erase;
mod export;
mod import;
mod list;
mod lists;
pub(super) mod pull;
mod show;

use super::ctx::Ctx;
use super::error::CliError;
use crate::domain::time::Micros;
use crate::ops::audience::{ListView, PersonDetail, PersonView};
use crate::ui::{Cell, Record, Row, Tone};

/// Import, pull, list, show, export and erase people
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Import(import::ImportArgs),
    Pull(pull::PullArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Lists(lists::ListsArgs),
    Export(export::ExportArgs),
    Erase(erase::EraseArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Import(args) => import::run(cx, args).await,
            Self::Pull(args) => pull::run(cx, args).await,
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, args).await,
            Self::Lists(args) => lists::run(cx, &args).await,
            Self::Export(args) => export::run(cx, args).await,
            Self::Erase(args) => erase::run(cx, args).await,
        }
    }
}

/// The day of a consent, or a dash.
fn day(at: Option<Micros>) -> Cell {
    Cell::maybe(at.map(Micros::kst_date))
}

impl Row for PersonView {
    const HEAD: &'static [&'static str] =
        &["ID", "NAME", "PHONE", "BIRTH DATE", "E-MAIL", "AD CONSENT", "NIGHT CONSENT", "DEAD SINCE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.id),
            Cell::text(&self.name),
            Cell::text(&self.phone),
            Cell::maybe(self.birth_date.as_ref()),
            Cell::maybe(self.email.as_ref()),
            day(self.ad_consent_at),
            day(self.night_consent_at),
            day(self.dead_at).tone(if self.dead_at.is_some() { Tone::Bad } else { Tone::Dim }),
        ]
    }
}

impl Record for PersonDetail {
    fn lines(&self) -> Vec<(String, Cell)> {
        let p = &self.person;
        let joined = |all: &[String]| Cell::maybe((!all.is_empty()).then(|| all.join(", ")));
        let dead = p.dead_at.map(|at| format!("{} ({})", at.kst_date(), p.dead_code.as_deref().unwrap_or("-")));
        vec![
            ("id".into(), Cell::text(p.id)),
            ("site".into(), Cell::text(&self.site)),
            ("name".into(), Cell::text(&p.name)),
            ("phone".into(), Cell::text(&p.phone)),
            ("birth date".into(), Cell::maybe(p.birth_date.as_ref())),
            ("e-mail".into(), Cell::maybe(p.email.as_ref())),
            ("ad consent".into(), day(p.ad_consent_at)),
            ("night consent".into(), day(p.night_consent_at)),
            ("dead since".into(), Cell::maybe(dead)),
            ("lists".into(), joined(&self.lists)),
            ("suppressed".into(), joined(&self.suppressed).tone(Tone::Warn)),
            ("messages".into(), Cell::count(i64::try_from(self.messages).unwrap_or(i64::MAX))),
            ("added".into(), Cell::time(p.created_at)),
            ("changed".into(), Cell::time(p.updated_at)),
        ]
    }
}

impl Row for ListView {
    const HEAD: &'static [&'static str] = &["ID", "LIST", "PEOPLE", "MADE"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.id), Cell::text(&self.list), Cell::count(self.people), Cell::time(self.created_at)]
    }
}
