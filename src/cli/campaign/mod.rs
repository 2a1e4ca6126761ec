//! `msgctl campaign`: bulk sends after they were planned.

mod approve;
mod cancel;
mod evidence;
mod list;
mod pause;
mod resume;
mod retry_failed;
mod show;

use super::ctx::Ctx;
use super::error::CliError;
use super::sending::{left_out, result_lines};
use crate::domain::money::Minor;
use crate::domain::state::CampaignState;
use crate::ops::campaign::{Brief, Changed, Detail, Retried};
use crate::ops::evidence::Evidence;
use crate::ui::{Cell, Record, Row, Tone};

/// List, show, approve, pause, resume and cancel campaigns; try what failed again; prove what was sent
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Approve(approve::ApproveArgs),
    Pause(pause::PauseArgs),
    Resume(resume::ResumeArgs),
    Cancel(cancel::CancelArgs),
    RetryFailed(retry_failed::RetryFailedArgs),
    Evidence(evidence::EvidenceArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, args).await,
            Self::Show(args) => show::run(cx, &args).await,
            Self::Approve(args) => approve::run(cx, args).await,
            Self::Pause(args) => pause::run(cx, args).await,
            Self::Resume(args) => resume::run(cx, &args).await,
            Self::Cancel(args) => cancel::run(cx, &args).await,
            Self::RetryFailed(args) => retry_failed::run(cx, &args).await,
            Self::Evidence(args) => evidence::run(cx, args).await,
        }
    }
}

fn state(s: CampaignState) -> Cell {
    Cell::text(s).tone(match s {
        CampaignState::Done => Tone::Good,
        CampaignState::Running | CampaignState::Planning => Tone::Plain,
        CampaignState::Paused | CampaignState::Awaiting => Tone::Warn,
        CampaignState::Cancelled => Tone::Dim,
    })
}

/// A count that is only worth a colour when there is any.
fn count(n: u64, tone: Tone) -> Cell {
    Cell::count(n).tone(if n > 0 { tone } else { Tone::Dim })
}

impl Row for Brief {
    const HEAD: &'static [&'static str] = &[
        "CAMPAIGN",
        "SITE",
        "STATE",
        "TEMPLATE",
        "TOTAL",
        "DELIVERED",
        "FAILED",
        "CANCELLED",
        "OPEN",
        "COST",
        "ASKED FOR",
        "NOTE",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.campaign),
            Cell::text(&self.site),
            state(self.state),
            Cell::maybe(self.template.as_ref()),
            Cell::count(self.total),
            count(self.delivered, Tone::Good),
            count(self.failed, Tone::Bad),
            count(self.cancelled, Tone::Warn),
            count(self.open, Tone::Warn),
            Cell::money(Minor(self.cost_minor)),
            Cell::time(self.created_at),
            match &self.note {
                Some(note) => Cell::text(note),
                None => Cell::text(if self.test { "test" } else { "" }),
            },
        ]
    }
}

impl Record for Detail {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> = vec![
            ("campaign".into(), Cell::text(self.campaign)),
            ("site".into(), Cell::text(&self.site)),
            ("state".into(), state(self.state)),
        ];
        let r = &self.recipients;
        let texts = [
            ("note", &self.note),
            ("key", &self.key),
            ("template", &self.template),
            ("plan", &self.plan_hash),
            ("planned by", &self.planned_by),
            ("approved by", &self.approved_by),
        ];
        lines.extend(texts.into_iter().filter_map(|(label, t)| Some((label.to_owned(), Cell::text(t.as_ref()?)))));
        if self.test {
            lines.push(("test".into(), Cell::text("yes, not in statistics").tone(Tone::Warn)));
        }
        lines.push(("strategy".into(), Cell::text(self.strategy)));
        lines.push(("lane".into(), Cell::text(self.lane)));
        lines.push(("requested".into(), Cell::count(r.requested)));
        lines.push(("sendable".into(), Cell::count(r.sendable)));
        lines.extend(left_out(r));
        lines.extend(result_lines(&self.results));
        lines.push(("cost".into(), Cell::money(Minor(self.cost.captured_minor))));
        lines.push(("cost at most".into(), Cell::money(Minor(self.cost.held_minor))));
        lines.push(("asked for".into(), Cell::time(self.created_at)));
        let times = [("begins", self.begins_at), ("started", self.started_at), ("finished", self.finished_at)];
        lines.extend(times.into_iter().filter_map(|(label, at)| Some((label.to_owned(), Cell::time(at?)))));
        lines
    }
}

impl Record for Changed {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> =
            vec![("campaign".into(), Cell::text(self.campaign)), ("state".into(), state(self.state))];
        if self.state == CampaignState::Cancelled {
            lines.push(("cancelled".into(), Cell::count(self.cancelled)));
        }
        lines.push(("outstanding".into(), count(self.outstanding, Tone::Warn)));
        lines
    }
}

impl Record for Retried {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> = vec![
            ("campaign".into(), Cell::text(self.campaign)),
            ("state".into(), state(self.state)),
            ("queued again".into(), count(self.requeued, Tone::Good)),
            ("left as failed".into(), count(self.left, Tone::Warn)),
        ];
        for g in &self.groups {
            let what = if g.retried { "queued again" } else { "left" };
            let words = format!("{} {what} ({})", crate::ui::plural(g.messages, "message"), g.class);
            lines.push((format!("{} {}", g.channel, g.code), Cell::text(words)));
        }
        lines
    }
}

impl Record for Evidence {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> = vec![
            ("campaign".into(), Cell::text(self.campaign)),
            ("folder".into(), Cell::text(&self.dir)),
            ("messages".into(), Cell::count(self.messages)),
            ("numbers".into(), Cell::text(if self.revealed { "whole" } else { "masked" })),
            ("state".into(), Cell::text(if self.unchanged { "unchanged: it was there already" } else { "written" })),
        ];
        lines.extend(self.files.iter().map(|f| (f.name.clone(), Cell::text(&f.sha256))));
        lines.push(("manifest.json".into(), Cell::text(&self.manifest_sha256)));
        lines
    }
}
