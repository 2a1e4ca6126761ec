//! `msgctl number pool list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::ops::line::life;
use crate::ops::line::view::NumberView;
use crate::ui::{Cell, Row};

/// List the numbers of the pool: free, in use, or kept for who had them last
///
/// Numbers are masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl number pool list
  msgctl number pool list --after 50 --limit 500 --format csv")]
pub struct ListArgs {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only numbers behind this place in the pool
    #[arg(long, value_name = "ID", default_value_t = 0)]
    after: i64,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let by = args.reveal.by(cx);
    let numbers = life::numbers(store, ring, args.after, args.limit, cx.clock.now(), by.as_ref()).await?;
    match numbers.last() {
        Some(last) if numbers.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.id));
        }
        Some(_) => {}
        None => cx.ui.hint("The pool is empty: `msgctl number pool add NUMBER --count N`."),
    }
    Ok(cx.ui.rows(&numbers)?)
}

impl Row for NumberView {
    const HEAD: &'static [&'static str] = &["ID", "NUMBER", "STATE", "KEPT UNTIL"];

    fn cells(&self) -> Vec<Cell> {
        vec![Cell::text(self.id), Cell::text(&self.number), Cell::text(self.state), Cell::maybe(self.kept_until)]
    }
}
