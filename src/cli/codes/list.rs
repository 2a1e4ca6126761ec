//! `msgctl codes list`

use super::{CodeRow, table};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::channel::Channel;
use crate::domain::outcome::Class;

/// List the result codes of providers and the class of each
///
/// The class decides what happens to a message. Set another one in the configuration, under
/// `[codes.PROVIDER.CHANNEL]` (channel `any` for all).
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl codes list --class fallback
  msgctl codes list --channel alimtalk --format csv")]
pub struct ListArgs {
    /// Only those of this provider kind
    #[arg(long)]
    provider: Option<String>,
    /// Only those that this channel can answer with
    #[arg(long)]
    channel: Option<Channel>,
    /// Only those of this class
    #[arg(long)]
    class: Option<Class>,
}

pub(super) async fn run(cx: &Ctx, args: &ListArgs) -> Result<(), CliError> {
    let table = table(cx).await?;
    let rows: Vec<CodeRow> = table
        .list()
        .filter(|l| args.provider.as_deref().is_none_or(|p| p == l.provider))
        .filter(|l| args.class.is_none_or(|c| c == l.meaning.class))
        .filter(|l| {
            // A line for all channels is hidden by one for this channel.
            args.channel.is_none_or(|c| table.meaning(l.provider, c, l.code) == Some(l.meaning))
        })
        .map(CodeRow::from)
        .collect();
    if rows.is_empty() {
        cx.ui.say("No code is like that.");
    }
    Ok(cx.ui.rows(&rows)?)
}
