//! `msgctl vas list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::line::view::{self, VasView};
use crate::ui::{Cell, Row};

/// List the added services with all their versions
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl vas list\n  msgctl vas list --format csv")]
pub struct ListArgs {}

pub(super) async fn run(cx: &Ctx, _args: &ListArgs) -> Result<(), CliError> {
    let services = view::services(cx.store().await?).await?;
    if services.is_empty() {
        cx.ui.hint("There are no added services yet: `msgctl vas import FILE`, or `msgctl vas add`.");
    }
    Ok(cx.ui.rows(&services)?)
}

impl Row for VasView {
    const HEAD: &'static [&'static str] = &["VAS", "FROM", "NAME", "FEE", "PRORATABLE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.vas),
            Cell::text(self.valid_from),
            Cell::text(&self.name),
            Cell::money(self.fee_minor),
            Cell::text(if self.proratable { "yes" } else { "no" }),
        ]
    }
}
