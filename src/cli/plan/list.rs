//! `msgctl plan list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::ops::line::view::{self, PlanView};
use crate::ui::{Cell, Row};

/// List the plans with all their versions
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl plan list\n  msgctl plan list --format csv")]
pub struct ListArgs {}

pub(super) async fn run(cx: &Ctx, _args: &ListArgs) -> Result<(), CliError> {
    let plans = view::plans(cx.store().await?).await?;
    if plans.is_empty() {
        cx.ui.hint("There are no plans yet: `msgctl plan import FILE`, or `msgctl plan add`.");
    }
    Ok(cx.ui.rows(&plans)?)
}

impl Row for PlanView {
    const HEAD: &'static [&'static str] = &["PLAN", "FROM", "NAME", "FEE", "ALLOWANCE", "UNIT", "RATE", "CAP"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.plan),
            Cell::text(self.valid_from),
            Cell::text(&self.name),
            Cell::money(self.fee_minor),
            self.allowance_bytes.map_or_else(|| Cell::text("unlimited"), Cell::count),
            Cell::count(self.unit_bytes),
            Cell::text(&self.rate).right(),
            if self.cap_minor == Minor::ZERO { Cell::text("-") } else { Cell::money(self.cap_minor) },
        ]
    }
}
