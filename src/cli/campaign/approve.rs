//! `msgctl campaign approve`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::by;
use crate::domain::id::CampaignId;
use crate::ops::approval::{self, Approved};
use crate::ui::{Cell, Record};

/// Approve a campaign that somebody else planned
///
/// A site may want a second pair of eyes on large campaigns (`msgctl site set SITE --approval-above N`): `send` then
/// plans and ends with 6, and nothing goes out until another person approves. Whoever planned it cannot. The audit
/// trail keeps who approved which plan. To refuse it, cancel it.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign approve cmp_12
  msgctl campaign approve cmp_12 --as lee --reason 'text and list checked'")]
pub struct ApproveArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// Who approves, on an account that several people share; the trail keeps the account too
    #[arg(long = "as", value_name = "NAME")]
    name: Option<String>,
    /// Why, for the audit trail
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show what would change, change nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: ApproveArgs) -> Result<(), CliError> {
    let by = by(cx, args.reason);
    let done = approval::approve(cx.store().await?, args.id, &by, args.name.as_deref(), args.dry_run).await?;
    if !done.changed {
        cx.ui.say(format_args!("{} was approved already.", args.id));
    } else if !args.dry_run {
        cx.ui.hint(format_args!("Send it with `msgctl campaign resume {}`, or the same `send --key` again.", args.id));
    }
    Ok(cx.ui.record(&done)?)
}

impl Record for Approved {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("campaign".into(), Cell::text(self.campaign)),
            ("state".into(), super::state(self.state)),
            ("planned by".into(), Cell::maybe(self.planned_by.as_ref())),
            ("approved by".into(), Cell::maybe(self.approved_by.as_ref())),
            ("approved".into(), self.approved_at.map_or_else(|| Cell::text(""), Cell::time)),
        ]
    }
}
