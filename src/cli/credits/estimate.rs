//! `msgctl credits estimate`

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::asked::Asked;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::send::cost_lines;
use crate::cli::sending::left_out;
use crate::domain::channel::Channel;
use crate::ops::send::plan::{self, Cost, Plan, PricesShown, Recipients};
use crate::ui::{Cell, Record, Tone};

/// What a send would cost, and whether the credits suffice for it
///
/// Takes who and what as `send` does, and gives the figures of its `--dry-run`: if every first channel delivers, what the
/// last 30 days let expect, and the most, which is what is set aside. Nothing is promised: prices are locked when it is
/// sent.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("receivers").required(true).multiple(true).args(["phones", "list", "csv", "age_group"]))]
#[command(after_help = "Examples:
  msgctl credits estimate --site shop --list vip --template order
  msgctl credits estimate --site shop --csv people.csv --message '안내드립니다.' --strategy sms-only
  msgctl credits estimate --site shop --list vip --template order --strategy cost-optimized --granularity campaign --format json")]
pub struct EstimateArgs {
    #[command(flatten)]
    asked: Asked,
}

/// The part of a plan that is about money.
#[derive(Debug, Serialize)]
struct Estimate {
    site: String,
    recipients: Recipients,
    kinds: BTreeMap<Channel, u64>,
    fallbacks: BTreeMap<Channel, u64>,
    cost: Cost,
    prices: PricesShown,
    #[serde(skip)]
    lines: Vec<(String, Cell)>,
}

impl From<Plan> for Estimate {
    fn from(plan: Plan) -> Self {
        let mut lines = vec![
            ("site".to_owned(), Cell::text(&plan.site)),
            ("requested".to_owned(), Cell::count(plan.recipients.requested)),
            ("sendable".to_owned(), Cell::count(plan.recipients.sendable).tone(Tone::Good)),
        ];
        lines.extend(left_out(&plan.recipients));
        lines.extend(plan.kinds.iter().map(|(c, n)| (format!("first by {c}"), Cell::count(*n))));
        lines.extend(plan.fallbacks.iter().map(|(c, n)| (format!("then by {c}"), Cell::count(*n))));
        lines.extend(cost_lines(&plan));
        let Plan { site, recipients, kinds, fallbacks, cost, prices, .. } = plan;
        Self { site, recipients, kinds, fallbacks, cost, prices, lines }
    }
}

impl Record for Estimate {
    fn lines(&self) -> Vec<(String, Cell)> {
        self.lines.clone()
    }
}

pub(super) async fn run(cx: &Ctx, args: EstimateArgs) -> Result<(), CliError> {
    let request = args.asked.request(cx, Vec::new()).await?;
    let sending = cx.sending(false).await?;
    let mut bar = cx.ui.progress("Planning", None);
    let plan = plan::show(&sending, request, |n| bar.set(n, "")).await?;
    drop(bar);
    for w in &plan.warnings {
        cx.ui.warn(w);
    }
    let (site, short) = (plan.site.clone(), plan.cost.shortfall_minor);
    cx.ui.record(&Estimate::from(plan))?;
    if short > 0 {
        cx.ui.hint(crate::ops::send::credits::hint(&site, crate::domain::money::Minor(short)));
    }
    Ok(())
}
