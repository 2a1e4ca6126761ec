//! `msgctl message show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::id::MessageId;
use crate::ops::message;

/// Show one message and its text
///
/// Number, name and the person's own values are masked, in the text too, unless `--reveal` is given, which leaves an
/// entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl message show msg_10482
  msgctl message show msg_10482 --reveal --reason 'complaint of the customer' --format json")]
pub struct ShowArgs {
    /// The message
    #[arg(value_name = "ID")]
    id: MessageId,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let by = args.reveal.by(cx);
    let shown = message::show(cx.store().await?, cx.keys().await?, args.id, by.as_ref()).await?;
    cx.ui.hint(format_args!("`msgctl message explain {}` tells how it went.", args.id));
    Ok(cx.ui.record(&shown)?)
}
