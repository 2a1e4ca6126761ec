//! `msgctl customer list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::ops::line::view;

/// List customers in the order of their codes
///
/// Values are masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl customer list
  msgctl customer list --after C100 --limit 500 --format csv
  msgctl customer list --reveal --reason 'bills sent by post'")]
pub struct ListArgs {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only customers behind this code
    #[arg(long, value_name = "CODE", default_value = "", hide_default_value = true)]
    after: String,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let by = args.reveal.by(cx);
    let customers = view::customers(store, ring, &args.after, args.limit, by.as_ref()).await?;
    match customers.last() {
        Some(last) if customers.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.customer));
        }
        Some(_) => {}
        None => cx.ui.hint("There is nobody: `msgctl customer import FILE`."),
    }
    Ok(cx.ui.rows(&customers)?)
}
