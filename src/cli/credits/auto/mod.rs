//! `msgctl credits auto`

mod run;
mod set;
mod show;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::ops::autocharge::{Charge, Shown};
use crate::ui::{Cell, Record, Tone};

/// Top up by itself: show and set the rule of a site, charge what is wanted
#[derive(clap::Subcommand, Debug)]
pub(in crate::cli) enum Command {
    Show(show::ShowArgs),
    Set(set::SetArgs),
    Run(run::RunArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Show(args) => show::run(cx, args).await,
            Self::Set(args) => set::run(cx, args).await,
            Self::Run(args) => run::run(cx, args).await,
        }
    }
}

impl Record for Shown {
    fn lines(&self) -> Vec<(String, Cell)> {
        let won = |m: i64| Cell::money(Minor(m));
        let state = if self.enabled { ("on", Tone::Good) } else { ("off", Tone::Dim) };
        let mut lines = vec![
            ("site".to_owned(), Cell::text(&self.site)),
            ("auto-charge".to_owned(), Cell::text(state.0).tone(state.1)),
            ("below".to_owned(), won(self.threshold_minor)),
            ("charges".to_owned(), won(self.amount_minor)),
            ("card pays".to_owned(), won(self.gross_minor)),
            ("mode".to_owned(), Cell::text(self.mode)),
            ("cooldown".to_owned(), Cell::text(format_args!("{} s", self.cooldown_s)).right()),
            ("today".to_owned(), Cell::text(format_args!("{} of {}", self.today, self.max_per_day)).right()),
            ("this month".to_owned(), won(self.month_minor)),
            ("most in a month".to_owned(), won(self.max_month_minor)),
            ("declines".to_owned(), Cell::text(format_args!("{} of {}", self.declines, self.max_declines)).right()),
            ("means of payment".to_owned(), Cell::text(if self.has_token { "set" } else { "not set" })),
        ];
        if let Some(at) = self.wanted_at {
            lines.push(("wanted since".to_owned(), Cell::time(at).tone(Tone::Warn)));
        }
        lines.extend(self.charges.iter().map(|c| (c.charge.to_string(), of_charge(c))));
        lines
    }
}

fn of_charge(c: &Charge) -> Cell {
    let tone = match c.state.as_str() {
        "succeeded" => Tone::Good,
        "declined" => Tone::Bad,
        _ => Tone::Warn,
    };
    let detail = c.detail.as_deref().unwrap_or_default();
    Cell::text(format_args!("{} ₩{} {} {detail}", c.created_at, Minor(c.net_minor), c.state)).tone(tone)
}
