//! `msgctl report poll`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::sending::Interrupts;
use crate::ops::reports::{self, Polled, ReportsError};
use crate::ui::{Cell, Record, Tone, plural};

/// Fetch outstanding reports, record them, and send what follows from them
///
/// For cron, where no worker runs: reads every provider to the end of what is there, then hands over retries and
/// fallbacks that are due, and what an interrupted send has left, within the limits. Campaigns that a send is at are
/// left to it. Goes on as long as that brings news, or once round with --once. Exit codes: 0 nothing is outstanding,
/// 6 something is, 75 another run holds the lock or a provider does not answer.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl report poll
  msgctl report poll --provider main --once --format json
  * * * * *  msgctl -C /etc/msgctl.toml -q reports poll --once   # a crontab line")]
pub struct PollArgs {
    /// Only this provider
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
    /// Once round, whatever that brings
    #[arg(long)]
    once: bool,
}

pub(super) async fn run(cx: &Ctx, args: PollArgs) -> Result<(), CliError> {
    let sending = cx.sending(true).await?;
    let signals = Interrupts::watch()?;
    let work = async { Ok(reports::poll(&sending, args.provider.as_deref(), args.once, signals.stop.clone()).await?) };
    let done = signals.guard(work).await?;
    cx.ui.record(&done)?;
    for s in &done.stops {
        cx.ui.warn(format_args!(
            "the route {} of provider `{}` was stopped: {} {}; `msgctl codes explain {}` tells more",
            s.channel, s.provider, s.code, s.detail, s.code
        ));
    }
    if done.interrupted {
        return Err(signals
            .why()
            .error("interrupted; what was fetched is recorded")
            .hint("Run the same command again."));
    }
    if let Some(p) = done.providers.iter().find(|p| p.error.is_some()) {
        let kind = if p.ours { Kind::Config } else { Kind::TryLater };
        let causes = p.error.iter().cloned().collect();
        return Err(CliError {
            causes,
            ..CliError::new(kind, format_args!("provider `{}` could not be polled", p.provider))
        }
        .hint("Nothing is lost: what was read is recorded, the rest is read next time."));
    }
    if done.outstanding + done.queued > 0 {
        let message = match (done.outstanding, done.queued) {
            (0, q) => format!("{} waiting for their turn", plural(q, "message")),
            (o, 0) => format!("{} without a final report", plural(o, "message")),
            (o, q) => format!(
                "{} without a final report, {} waiting for their turn",
                plural(o, "message"),
                plural(q, "message")
            ),
        };
        return Err(
            CliError::new(Kind::Unfinished, message).hint("Run it again later; from cron that is the next minute.")
        );
    }
    Ok(())
}

impl From<ReportsError> for CliError {
    fn from(e: ReportsError) -> Self {
        match e {
            ReportsError::Held => {
                Self::from_source(Kind::TryLater, &e).hint("It needs no second one; the lock goes with its process.")
            }
            ReportsError::NoProvider { ref known, .. } => {
                let hint = if known.is_empty() {
                    "Add `[provider.NAME]` and a channel that names it to the configuration file.".to_owned()
                } else {
                    format!("There are: {known}.")
                };
                Self::from_source(Kind::Usage, &e).hint(hint)
            }
            ReportsError::Send(e) => e.into(),
            ReportsError::Store(e) => e.into(),
        }
    }
}

impl Record for Polled {
    fn lines(&self) -> Vec<(String, Cell)> {
        let warn = |n: u64| Cell::count(n).tone(if n > 0 { Tone::Warn } else { Tone::Dim });
        let mut lines: Vec<(String, Cell)> = Vec::new();
        for p in &self.providers {
            let words = match &p.error {
                Some(e) => Cell::text(e).tone(Tone::Bad),
                None => Cell::text(format_args!("{}, {} outstanding", plural(p.reports, "report"), p.outstanding)),
            };
            lines.push((format!("provider {}", p.provider), words));
        }
        lines.push(("reports".into(), Cell::count(self.reports)));
        if self.strangers > 0 {
            lines.push(("strangers".into(), warn(self.strangers)));
        }
        lines.push(("handed over".into(), Cell::count(self.handed_over)));
        lines.push(("campaigns finished".into(), Cell::count(self.finished_campaigns)));
        lines.push(("outstanding".into(), warn(self.outstanding)));
        lines.push(("queued".into(), warn(self.queued)));
        lines
    }
}
