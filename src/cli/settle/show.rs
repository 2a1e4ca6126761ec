//! `msgctl settle show`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::bill::Bill;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::detail::Step;
use crate::ops::settle::{self, SiteMonth};
use crate::ui::{Cell, Record};

/// Show the bill of a line and how each part of it was computed, or the statement of a site
///
/// Both are computed anew from what is on record; ends with 5 where that is not what the draft has. Of a month without a
/// draft, a statement is what the books say so far.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle show --month 2026-10 --line L000042
  msgctl settle show --month 2026-10 --site shop
  msgctl settle show --month 2026-10 --line L000042 --format json")]
pub struct ShowArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
    /// Which line
    #[arg(long, value_name = "LINE", required_unless_present = "site", conflicts_with = "site")]
    line: Option<String>,
    /// Which site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
}

#[derive(serde::Serialize)]
struct Explained {
    #[serde(flatten)]
    step: Step,
    how: String,
}

#[derive(serde::Serialize)]
struct Shown {
    month: Period,
    line: String,
    #[serde(flatten)]
    bill: Option<Bill>,
    steps: Vec<Explained>,
}

impl Record for Shown {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut all = vec![("line".to_owned(), Cell::text(format!("{} · {}", self.line, self.month)))];
        let won = |minor: i64| Minor(minor).to_string();
        all.extend(self.steps.iter().map(|s| {
            let amount = won(s.step.amount_minor);
            (s.step.what.to_owned(), Cell::text(format!("{amount:>12}  {}", s.how)))
        }));
        if let Some(b) = &self.bill {
            for (name, amount) in [
                ("adjustments", b.adjust),
                ("supply", b.supply),
                ("VAT", b.vat),
                ("micro payments", b.micro),
                ("carried in", b.carry_in),
                ("cut off", b.round),
                ("total", b.total),
                ("carried out", b.carry_out),
            ]
            .into_iter()
            // corrections are steps of their own, where steps are known
            .filter(|(name, _)| self.steps.is_empty() || *name != "adjustments")
            {
                all.push((name.to_owned(), Cell::text(format!("{:>12}", won(amount)))));
            }
        }
        all
    }
}

/// How a step was computed, in words.
fn how(s: &Step, of: i64) -> String {
    let won = |minor: i64| Minor(minor).to_string();
    let named = if s.name.is_empty() { s.code.clone() } else { format!("{} ({})", s.name, s.code) };
    let days = s.days.unwrap_or(0);
    match s.what {
        "overage" => {
            let used = s.used_bytes.unwrap_or(0);
            s.included_bytes.map_or_else(
                || format!("{used} bytes of as many as one likes"),
                |a| format!("{used} bytes, {a} included, {} units beyond", s.units.unwrap_or(0)),
            )
        }
        "discount" => {
            let fixed = s.base_minor.map(|m| format!("{} won", won(m)));
            let value = fixed.unwrap_or_else(|| format!("{} bp", s.rate_bp.unwrap_or(0)));
            format!("{named}: {value} on {days} days")
        }
        "adjustment" => named,
        _ => {
            let span = s.from.zip(s.to).map_or_else(String::new, |(from, to)| format!(", {from} to {to}"));
            format!("{named}: {days} of {of} days of {} won{span}", won(s.base_minor.unwrap_or(0)))
        }
    }
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let Some(line) = &args.line else {
        return site(
            cx,
            settle::show_site(store, args.month, args.site.as_deref().unwrap_or_default()).await?,
            args.month,
        );
    };
    let line = settle::show(store, args.month, line).await?;
    let (computed, parts) = match &line.computed {
        Ok(known) => known,
        Err(fault) => {
            return Err(CliError::new(Kind::Unfinished, format_args!("{}: {}", line.code, fault.reason()))
                .hint("Mend it, then settle the month again."));
        }
    };
    let days = args.month.days();
    let explained = |s: &Step| Explained { how: how(s, days), step: s.clone() };
    let steps = parts.iter().map(explained).collect();
    cx.ui.record(&Shown { month: args.month, line: line.code.clone(), bill: *computed, steps })?;
    if let Some(at) = line.gone {
        cx.ui.say(format_args!(
            "The use of {} was deleted on {at}: how it was computed can no longer be shown.",
            args.month
        ));
    }
    if !line.settled {
        cx.ui.say(format_args!("{} has not been settled: this is what the line comes to as it is now.", args.month));
        return Ok(());
    }
    if line.stored == *computed {
        return Ok(());
    }
    let kept = line.stored.map_or_else(|| "no bill".to_owned(), |b| format!("{} won", Minor(b.total)));
    Err(CliError::new(Kind::Integrity, format_args!("the bill on record is another: {kept}"))
        .hint(format_args!("Something has changed since; run `msgctl settle --month {}`.", args.month)))
}

fn site(cx: &Ctx, month: SiteMonth, period: Period) -> Result<(), CliError> {
    cx.ui.record(month.kept.as_ref().unwrap_or(&month.computed))?;
    if month.kept.as_ref().is_none_or(|kept| *kept == month.computed) {
        return Ok(());
    }
    let now = Minor(month.computed.closing_minor);
    Err(CliError::new(Kind::Integrity, format_args!("by the books it has {now} won now"))
        .hint(format_args!("Something has changed since; run `msgctl settle --month {period}`.")))
}
