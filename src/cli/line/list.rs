//! `msgctl line list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::line::view::{self, LineView};
use crate::ui::{Cell, Row};

/// List lines in the order of their codes
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl line list\n  msgctl line list --after L100 --limit 500 --format csv")]
pub struct ListArgs {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only lines behind this code
    #[arg(long, value_name = "CODE", default_value = "", hide_default_value = true)]
    after: String,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let lines = view::lines(cx.store().await?, &args.after, args.limit).await?;
    match lines.last() {
        Some(last) if lines.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.line));
        }
        Some(_) => {}
        None => cx.ui.hint("There is none: `msgctl line import FILE`."),
    }
    Ok(cx.ui.rows(&lines)?)
}

impl Row for LineView {
    const HEAD: &'static [&'static str] = &["LINE", "CUSTOMER", "ACTIVATED", "TERMINATED", "SUSPENDED"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.line),
            Cell::text(&self.customer),
            Cell::text(self.activated_on),
            Cell::maybe(self.terminated_on),
            Cell::maybe(self.suspended_on),
        ]
    }
}
