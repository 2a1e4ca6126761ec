//! `msgctl credits statement`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::credits::statement::{Statement, statement};
use crate::ops::site;
use crate::ui::{Cell, Record, Tone};

/// Show a site's statement of a month
///
/// Every term is what was booked in that month, whenever it happened; what belongs to an earlier one is named.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits statement --site shop --month 2026-10
  msgctl credits statement --site shop --format json")]
pub struct StatementArgs {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Which month; the present one where it is not given
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<Period>,
}

impl Record for Statement {
    fn lines(&self) -> Vec<(String, Cell)> {
        let won = |m: i64| Cell::money(Minor(m)).tone(if m == 0 { Tone::Dim } else { Tone::Plain });
        let mut lines = vec![
            ("site".to_owned(), Cell::text(&self.site)),
            ("month".to_owned(), Cell::text(&self.month)),
            ("opening".to_owned(), won(self.opening_minor)),
            ("paid in".to_owned(), won(self.topups_minor)),
            ("bonus".to_owned(), won(self.bonus_minor)),
        ];
        for l in &self.lines {
            let prior = l.prior.as_ref().map(|p| format!(" of {p}")).unwrap_or_default();
            let what = format!("{}{prior}, {} × ₩{}", l.channel, l.quantity, Minor(l.unit_minor));
            lines.push((what, won(-l.total_minor)));
        }
        let more = [
            ("given back", self.refunds_minor - self.refunds_prior_minor),
            ("given back of earlier months", self.refunds_prior_minor),
            ("paid out", -self.cashouts_minor),
            ("payments taken back", -self.chargebacks_minor),
            ("expired", -self.expired_minor),
            ("corrections", self.adjustments_minor),
        ];
        lines.extend(more.into_iter().filter(|m| m.1 != 0).map(|(name, m)| (name.to_owned(), won(m))));
        lines.push(("closing".to_owned(), won(self.closing_minor).tone(Tone::Good)));
        lines.push(("VAT on what was paid in".to_owned(), won(self.topup_vat_minor)));
        lines.push(("net usage".to_owned(), won(self.net_usage_minor)));
        let taxed = self.tax.usage;
        lines.push(("VAT on that, were it taxed when used".to_owned(), won(taxed.vat_minor)));
        lines
    }
}

pub(super) async fn run(cx: &Ctx, args: StatementArgs) -> Result<(), CliError> {
    let mut c = cx.store().await?.read().await?;
    let site = site::get(&mut c, &args.site).await?;
    let month = args.month.unwrap_or_else(|| Period::of(cx.clock.now()));
    Ok(cx.ui.record(&statement(&mut c, site.id, &site.name, month).await?)?)
}
