//! `msgctl message doubt resolve`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::by;
use crate::domain::id::MessageId;
use crate::ops::send::doubt::{self, Saying};

/// Decide what became of a message in doubt, where you know it better than the provider says
///
/// `delivered` ends and prices it, `failed` ends it without another channel, `absent` queues it once more: if the provider
/// had it after all, the person gets it twice. The audit trail keeps who decided, why, and what was known.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl message doubt resolve msg_10482 --as delivered --reason 'provider ticket 4711' --yes
  msgctl message doubt resolve msg_10482 --as absent --reason 'not in their log' --dry-run")]
pub struct ResolveArgs {
    /// The message
    #[arg(value_name = "ID")]
    id: MessageId,
    /// What became of it
    #[arg(long = "as", value_name = "delivered|failed|absent")]
    saying: Saying,
    /// How you know, for the audit trail
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: ResolveArgs) -> Result<(), CliError> {
    let (id, saying) = (args.id, args.saying);
    let sending = cx.sending(false).await?;
    if !args.dry_run {
        let after = if saying == Saying::Absent { "; it will be sent again" } else { "" };
        cx.confirm(args.yes, &format!("{id} is decided as {saying}{after}. Is that so?"))?;
    }
    let by = by(cx, Some(args.reason));
    let done = doubt::resolve(&sending, id, saying, &by, args.dry_run).await?;
    if saying == Saying::Absent && !args.dry_run {
        cx.ui.hint(format_args!("A worker sends it, or `msgctl campaign resume {}`.", done.campaign));
    }
    Ok(cx.ui.record(&done)?)
}
