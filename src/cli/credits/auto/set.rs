//! `msgctl credits auto set`

use std::time::Duration;

use super::super::amount;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::config::value;
use crate::domain::autocharge::Mode;
use crate::domain::money::Minor;
use crate::ops::autocharge::{self, Change};
use crate::ops::site;

/// Set the rule by which credits are topped up by themselves; it is off until --on
///
/// A charge is wanted once for each time that the available credit falls below the threshold, and where credits do not
/// suffice for a send. At most one is under way; what may not be charged yet is remembered. After a decline the next try
/// waits 1, 6, 24 hours, and after --max-declines in a row the rule is switched off. Amounts are without VAT.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits auto set --site shop --threshold 10000 --amount 50000 --max-month 200000 --token tok_7 --on
  msgctl credits auto set --site shop --mode cover-shortfall --cooldown 30m
  msgctl credits auto set --site shop --off")]
pub struct SetArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Switch it on
    #[arg(long, conflicts_with = "off")]
    on: bool,
    /// Switch it off
    #[arg(long)]
    off: bool,
    /// Charge when less than this many won are available
    #[arg(long, value_name = "WON", value_parser = amount)]
    threshold: Option<Minor>,
    /// Charge this many won, VAT excluded; above the threshold
    #[arg(long, value_name = "WON", value_parser = amount)]
    amount: Option<Minor>,
    /// Always the amount, or as many times of it as a send lacks
    #[arg(long, value_name = "MODE", value_parser = ["fixed", "cover-shortfall"])]
    mode: Option<String>,
    /// From one success to the next at least [new rules: 60m]
    #[arg(long, value_name = "TIME", value_parser = value::duration)]
    cooldown: Option<Duration>,
    /// Successes on one day at most [new rules: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000))]
    max_per_day: Option<u32>,
    /// Won in one month at most, VAT excluded
    #[arg(long, value_name = "WON", value_parser = amount)]
    max_month: Option<Minor>,
    /// Declines in a row that switch it off [new rules: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    max_declines: Option<u32>,
    /// The gateway's name for the means of payment
    #[arg(long, value_name = "TOKEN")]
    token: Option<String>,
    /// Do everything, take it back, and show what it would have been
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: SetArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = site::get(&mut store.read().await?, &args.site).await?;
    let mode = args.mode.as_deref().and_then(|m| m.parse::<Mode>().ok());
    let change = Change {
        enabled: if args.on { Some(true) } else { args.off.then_some(false) },
        threshold: args.threshold,
        amount: args.amount,
        mode,
        cooldown: args.cooldown,
        max_per_day: args.max_per_day,
        max_month: args.max_month,
        max_declines: args.max_declines,
        token: args.token.filter(|t| !t.is_empty()),
    };
    let shown = autocharge::set(store, &site, change, cx.clock.now(), args.dry_run).await?;
    cx.ui.record(&shown)?;
    if args.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    if shown.enabled && cx.config().await?.settings.credits.gateway.is_none() {
        cx.ui.warn("no gateway is configured (`credits.gateway`): nothing will be charged");
    }
    Ok(())
}
