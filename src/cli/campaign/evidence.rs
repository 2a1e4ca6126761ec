//! `msgctl campaign evidence`

use std::path::PathBuf;

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::id::CampaignId;
use crate::ops::evidence;

/// Write the proof of a campaign into one folder: text, plan, consents, receipts
///
/// `text.txt` holds the text as it went out on each channel, `plan.json` the plan with its hash, `consents.csv` the
/// consents that advertising was planned on, as they were then, `receipts.csv` what became of each message, and
/// `manifest.json` the SHA-256 of each. The same state makes the same bytes. A folder that holds something else is
/// not touched (exit code 4). Numbers are masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl campaign evidence cmp_12
  msgctl campaign evidence cmp_12 --dir complaints/2026-11
  msgctl campaign evidence cmp_12 --dir kisa --reveal --reason 'KISA inquiry 2026-1234'")]
pub struct EvidenceArgs {
    /// The campaign
    #[arg(value_name = "ID")]
    id: CampaignId,
    /// The folder; `evidence-ID` by default
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: EvidenceArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let by = args.reveal.by(cx);
    let dir = cx.path(&args.dir.unwrap_or_else(|| PathBuf::from(format!("evidence-{}", args.id))));
    let mut bar = cx.ui.progress("Writing", None);
    let written = evidence::write(store, ring, args.id, &dir, by.as_ref(), |n, _| bar.set(n, "")).await?;
    drop(bar);
    cx.ui.record(&written)?;
    if !written.complete {
        cx.ui.hint(format_args!(
            "{} is not finished: what its messages come to is written by another `campaign evidence --dir` later.",
            args.id
        ));
    }
    Ok(())
}
