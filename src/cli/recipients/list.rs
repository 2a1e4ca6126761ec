//! `msgctl recipients list`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::id::RecipientId;
use crate::ops::audience::{self, Audience};

/// List the people of a site or of one of its lists
///
/// Values are masked unless `--reveal` is given, which leaves an entry in the audit trail. People come in the
/// order of their ids; `--after` goes on where a page ended.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl recipients list --site shop
  msgctl recipients list --site shop --list vip --limit 500 --format csv
  msgctl recipients list --site shop --after rcp_50 --reveal --reason 'call back'")]
pub struct ListArgs {
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Only people on this list
    #[arg(long, value_name = "LIST")]
    list: Option<String>,
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Only people behind this id
    #[arg(long, value_name = "ID")]
    after: Option<RecipientId>,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ListArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let audience = Audience::find(&mut store.read().await?, &args.site, args.list.as_deref()).await?;
    let by = args.reveal.by(cx);
    let after = args.after.unwrap_or(RecipientId(0));
    let people = audience::page(store, ring, &audience, after, args.limit, by.as_ref()).await?;
    match people.last() {
        Some(last) if people.len() == args.limit as usize => {
            cx.ui
                .hint(format_args!("There may be more: add `--after {}`, or use `msgctl recipients export`.", last.id));
        }
        Some(_) => {}
        None if args.after.is_some() => cx.ui.hint("Nobody comes after that."),
        None => cx.ui.hint(format_args!("There is nobody yet: `msgctl recipients import FILE --site {}`.", args.site)),
    }
    Ok(cx.ui.rows(&people)?)
}
