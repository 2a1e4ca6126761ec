//! `msgctl credits usage`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::id::{CampaignId, UsageId};
use crate::domain::money::Minor;
use crate::ops::credits::view::{self, Usage};
use crate::ops::site;
use crate::ui::{Cell, Row, Tone};

/// Show what a site was charged for messages, the newest first
///
/// One row for a campaign, a channel and a price in each month: what `credits refund --usage` takes.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits usage --site shop
  msgctl credits usage --site shop --campaign cmp_12")]
pub struct UsageArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Only of this campaign
    #[arg(long, value_name = "CAMPAIGN")]
    campaign: Option<CampaignId>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only what is older than this one
    #[arg(long, value_name = "USAGE")]
    before: Option<UsageId>,
}

impl Row for Usage {
    const HEAD: &'static [&'static str] =
        &["USAGE", "CAMPAIGN", "CHANNEL", "MESSAGES", "EACH", "TOTAL", "GIVEN BACK", "MONTH", ""];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.usage),
            Cell::text(self.campaign),
            Cell::text(&self.channel),
            Cell::count(self.quantity),
            Cell::money(Minor(self.unit_minor)),
            Cell::money(Minor(self.total_minor)),
            Cell::money(Minor(self.refunded_minor)).tone(if self.refunded_minor == 0 { Tone::Dim } else { Tone::Warn }),
            Cell::text(&self.period),
            Cell::text(if self.late { "late" } else { "" }).tone(Tone::Warn),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: UsageArgs) -> Result<(), CliError> {
    let mut c = cx.store().await?.read().await?;
    let site = site::get(&mut c, &args.site).await?;
    let rows = view::usage(&mut c, &site, args.campaign, args.before, args.limit).await?;
    if let Some(last) = rows.last().filter(|_| rows.len() == args.limit as usize) {
        cx.ui.hint(format_args!("There may be more: add `--before {}`.", last.usage));
    }
    Ok(cx.ui.rows(&rows)?)
}
