//! `msgctl settle show`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::bill::{Bill, Part};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::{self, Line, SiteMonth};
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
struct Step {
    what: &'static str,
    how: String,
    amount_minor: i64,
}

#[derive(serde::Serialize)]
struct Shown {
    month: Period,
    line: String,
    #[serde(flatten)]
    bill: Option<Bill>,
    steps: Vec<Step>,
}

impl Record for Shown {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut all = vec![("line".to_owned(), Cell::text(format!("{} · {}", self.line, self.month)))];
        let won = |minor: i64| Minor(minor).to_string();
        all.extend(self.steps.iter().map(|s| {
            let amount = won(s.amount_minor);
            (s.what.to_owned(), Cell::text(format!("{amount:>12}  {}", s.how)))
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
            ] {
                all.push((name.to_owned(), Cell::text(format!("{:>12}", won(amount)))));
            }
        }
        all
    }
}

fn step(line: &Line, days: i64, part: &Part) -> Step {
    let won = |minor: i64| Minor(minor).to_string();
    match *part {
        Part::Plan { held, fee, amount } => Step {
            what: "plan",
            how: format!("{} of {days} days of {} won (plan #{})", held.to - held.from, won(fee), held.item),
            amount_minor: amount,
        },
        Part::Vas { item, days: active, fee, amount } => Step {
            what: "service",
            how: format!("{active} of {days} days, {} won (service #{item})", won(fee)),
            amount_minor: amount,
        },
        Part::Overage { used, allowance, units, amount } => Step {
            what: "overage",
            how: allowance.map_or_else(
                || format!("{used} bytes of as many as one likes"),
                |a| format!("{used} bytes, {a} included, {units} units beyond"),
            ),
            amount_minor: amount,
        },
        Part::Discount { at, days: active, amount } => {
            let how = line.discounts.get(at).map(|d| {
                let value = if d.fixed { format!("{} won", won(d.value)) } else { format!("{} bp", d.value) };
                format!("{}: {value} on {active} days", d.code)
            });
            Step { what: "discount", how: how.unwrap_or_default(), amount_minor: -amount }
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
    let steps = parts.iter().map(|p| step(&line, days, p)).collect();
    cx.ui.record(&Shown { month: args.month, line: line.code.clone(), bill: *computed, steps })?;
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
