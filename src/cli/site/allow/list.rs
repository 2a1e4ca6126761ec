//! `msgctl site allow list`

use serde_json::json;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::ops::audit::{self, Action};
use crate::ops::{allow, site};

/// List the allow-list of a site
///
/// Numbers are masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl site allow list --site shop
  msgctl site allow list --site shop --reveal --reason 'who gets our tests?'")]
pub struct ListArgs {
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only receivers behind this one
    #[arg(long, value_name = "ID", default_value_t = 0, hide_default_value = true)]
    after: i64,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = site::get(&mut store.read().await?, &args.site).await?;
    let by = args.reveal.by(cx);
    if let Some(by) = &by {
        let detail = json!({ "what": "allow-list", "after": args.after, "limit": args.limit });
        audit::record_now(store, by, Action::Reveal, &site.name, detail).await?;
    }
    let rows = allow::page(store, ring, site.id, args.after, args.limit, by.is_some()).await?;
    match rows.last() {
        Some(last) if rows.len() == args.limit as usize => {
            cx.ui.hint(format_args!("There may be more: add `--after {}`.", last.id));
        }
        Some(_) => {}
        None => cx.ui.hint(format_args!("Nobody is on it; `msgctl site allow add PHONE --site {}`.", site.name)),
    }
    Ok(cx.ui.rows(&rows)?)
}
