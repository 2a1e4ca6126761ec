//! `msgctl credits holds`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::HoldId;
use crate::domain::money::Minor;
use crate::ops::credits::view::{self, Hold};
use crate::ops::send::credits::sweep;
use crate::ops::site;
use crate::ui::{Cell, Row, Tone, plural};

/// Show what campaigns have set aside, the newest first; release what has expired
///
/// With `--sweep`, first what is left in holds of campaigns of which nothing was handed over for `credits.hold_ttl` and
/// nothing waits to be: a delivery that is reported after that is charged late. Workers and `reports poll` do the same.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits holds --site shop --state open
  msgctl credits holds --site shop --sweep --dry-run
  msgctl credits holds --site shop --format json")]
pub struct HoldsArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Only those in this state
    #[arg(long, value_parser = ["open", "closed", "expired"])]
    state: Option<String>,
    /// Release first what expired holds still have
    #[arg(long)]
    sweep: bool,
    /// With `--sweep`: say what would be released, release nothing
    #[arg(long, requires = "sweep")]
    dry_run: bool,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only those that are older than this one
    #[arg(long, value_name = "HOLD")]
    before: Option<HoldId>,
}

impl Row for Hold {
    const HEAD: &'static [&'static str] =
        &["HOLD", "CAMPAIGN", "STATE", "SET ASIDE", "CHARGED", "RELEASED", "OPEN", "LATE", "PRICES", "MADE"];

    fn cells(&self) -> Vec<Cell> {
        let won = |m: i64| Cell::money(Minor(m)).tone(if m == 0 { Tone::Dim } else { Tone::Plain });
        let tone = match self.state.as_str() {
            "open" => Tone::Warn,
            "closed" => Tone::Good,
            _ => Tone::Plain,
        };
        vec![
            Cell::text(self.hold),
            Cell::text(self.campaign),
            Cell::text(&self.state).tone(tone),
            won(self.authorized_minor),
            won(self.captured_minor),
            won(self.released_minor),
            won(self.open_minor),
            won(self.late_minor),
            Cell::maybe(self.price_book.as_ref()),
            Cell::time(self.created_at),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: HoldsArgs) -> Result<(), CliError> {
    let mut c = cx.store().await?.read().await?;
    let site = site::get(&mut c, &args.site).await?;
    if args.sweep {
        let swept = sweep(&*cx.sending(false).await?, Some(site.id), args.dry_run).await?;
        let would = if args.dry_run { "would be " } else { "" };
        cx.ui.say(format_args!("{}: {} won {would}released.", plural(swept.expired, "expired hold"), swept.released));
    }
    let state = args.state.as_deref().unwrap_or_default();
    let rows = view::holds(&mut c, &site, state, args.before, args.limit).await?;
    if let Some(last) = rows.last().filter(|_| rows.len() == args.limit as usize) {
        cx.ui.hint(format_args!("There may be more: add `--before {}`.", last.hold));
    }
    Ok(cx.ui.rows(&rows)?)
}
