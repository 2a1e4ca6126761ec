//! `msgctl credits auto run`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::money::Minor;
use crate::ops::autocharge::{Outcome, Ran};
use crate::ops::{notice, site};
use crate::ui::{Cell, Row, Tone};

/// Charge what is wanted and may be charged, ask about what was never answered, tell what is due: for cron
///
/// A `msgctl worker` does the same all the time. Ends with 75 while the gateway owes an answer, else with 0.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits auto run
  msgctl credits auto run --site shop --dry-run
  */5 * * * *  msgctl -C /etc/msgctl.toml -q credits auto run   # a crontab line")]
pub struct RunArgs {
    /// Only this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Show what would be charged; nothing is
    #[arg(long)]
    dry_run: bool,
}

impl Row for Ran {
    const HEAD: &'static [&'static str] = &["SITE", "OUTCOME", "CHARGE", "AMOUNT", "WHY", "UNTIL"];

    fn cells(&self) -> Vec<Cell> {
        let none = || Cell::text("");
        let (word, tone, charge, net, why, until) = match self.outcome {
            Outcome::Charged { charge, net_minor } => {
                ("charged", Tone::Good, Some(charge), Some(net_minor), None, None)
            }
            Outcome::Declined { charge } => ("declined", Tone::Bad, Some(charge), None, None, None),
            Outcome::Open { charge } => ("open", Tone::Warn, Some(charge), None, None, None),
            Outcome::Would { net_minor } => ("would", Tone::Plain, None, Some(net_minor), None, None),
            Outcome::Not { why, until } => ("not", Tone::Dim, None, None, Some(why), until),
        };
        vec![
            Cell::text(&self.site),
            Cell::text(word).tone(tone),
            charge.map_or_else(none, Cell::text),
            net.map_or_else(none, |n| Cell::money(Minor(n))),
            why.map_or_else(none, |w| Cell::text(w.word())),
            until.map_or_else(none, Cell::time),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: RunArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let only = match &args.site {
        Some(name) => Some(site::get(&mut store.read().await?, name).await?.id),
        None => None,
    };
    let charger = cx.charger().await?;
    let ran = charger.run(only, args.dry_run).await?;
    if !args.dry_run {
        notice::relay(store, &cx.clock, &cx.targets().await?).await?;
    }
    cx.ui.rows(&ran)?;
    if charger.gateway.is_none() && !ran.is_empty() {
        cx.ui.warn("no gateway is configured (`credits.gateway`): nothing is charged");
    }
    if !args.dry_run && ran.iter().any(|r| matches!(r.outcome, Outcome::Open { .. })) {
        return Err(CliError::exit(Kind::TryLater));
    }
    Ok(())
}
