//! `msgctl template list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::starters::{self, Starter};
use crate::ops;
use crate::ui::{Cell, Row};

/// List the templates, each at its newest version
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template list --site shop
  msgctl template list --starters")]
pub struct ListArgs {
    /// Only those of this site
    #[arg(long)]
    site: Option<String>,
    /// Those that come with msgctl instead, to begin from
    #[arg(long, conflicts_with = "site")]
    starters: bool,
}

impl Row for Starter {
    const HEAD: &'static [&'static str] = &["STARTER", "CHANNEL", "ABOUT", "VARIABLES"];

    fn cells(&self) -> Vec<Cell> {
        let variables: Vec<&str> = self.sample.keys().map(String::as_str).collect();
        vec![Cell::text(self.name), Cell::text(self.channel), Cell::text(&self.about), Cell::text(variables.join(", "))]
    }
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    if args.starters {
        return Ok(cx.ui.rows(starters::all())?);
    }
    let templates = ops::template::list(cx.store().await?, args.site.as_deref()).await?;
    if templates.is_empty() {
        cx.ui.hint("There are no templates yet; see `msgctl template list --starters`.");
    }
    Ok(cx.ui.rows(&templates)?)
}
