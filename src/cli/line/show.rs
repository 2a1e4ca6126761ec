//! `msgctl line show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::line::Day;
use crate::ops::line::view::{self, DiscountView, LineDetail};
use crate::ui::{Cell, Record, plural};

/// Show a line with its plans, services, discounts, payments and use
///
/// Its number is masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl line show L1
  msgctl line show L1 --format json
  msgctl line show L1 --reveal --reason 'the customer asked'")]
pub struct ShowArgs {
    /// The line
    line: String,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let by = args.reveal.by(cx);
    let detail = view::line(store, ring, &args.line, cx.clock.now(), by.as_ref()).await?;
    Ok(cx.ui.record(&detail)?)
}

fn days(from: Day, to: Option<Day>) -> String {
    match to {
        None => format!("from {from}"),
        Some(to) if to == from => format!("{from}, changed again on that day"),
        Some(to) => format!("from {from} until {to}"),
    }
}

fn worth(d: &DiscountView) -> String {
    if d.kind == "rate" {
        format!("{}.{:02} %", d.value / 100, d.value % 100)
    } else {
        format!("₩{}", crate::domain::money::Minor(d.value))
    }
}

impl Record for LineDetail {
    fn lines(&self) -> Vec<(String, Cell)> {
        let l = &self.line;
        let mut lines = vec![
            ("line".into(), Cell::text(&l.line)),
            ("customer".into(), Cell::text(&l.customer)),
            ("number".into(), Cell::maybe(self.number.as_ref())),
            ("activated on".into(), Cell::text(l.activated_on)),
            ("terminated on".into(), Cell::maybe(l.terminated_on)),
            ("suspended on".into(), Cell::maybe(l.suspended_on)),
        ];
        for (label, spells) in [("plan", &self.plans), ("vas", &self.vas)] {
            lines.extend(
                spells
                    .iter()
                    .map(|s| (label.to_owned(), Cell::text(format_args!("{} {}", s.code, days(s.from_day, s.to_day))))),
            );
        }
        lines.extend(self.discounts.iter().map(|d| {
            let text = format!("{} {} of {}, {}", d.code, worth(d), d.target, days(d.from_day, d.to_day));
            ("discount".to_owned(), Cell::text(text))
        }));
        lines.push(("payments".into(), Cell::text(plural(self.payments.len() as u64, "payment"))));
        lines.extend(self.usage.iter().map(|u| {
            let month = u.month.map(|m| m.to_string()).unwrap_or_default();
            (format!("use {month}"), Cell::text(format_args!("{} bytes", Cell::count(u.bytes).text)))
        }));
        lines
    }
}
