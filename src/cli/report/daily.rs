//! `msgctl report daily`

use jiff::civil::Date;

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::ops::daily::{self, Ask, DailyError, SiteDay, Told};
use crate::ui::{Cell, Row, Tone, plural};

/// Tell each site what failed on a day: how many messages, and why
///
/// For cron, in the morning. A site with a callback and failures is told once for a day, however often this runs, and
/// again and again until its callback takes it (see `msgctl notice list`). Days are those of the results, in Korea; tests
/// of a text do not count. Exit codes: 0 all is told, 75 a callback did not take it: it is tried again later.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl report daily
  msgctl report daily --day 2026-11-01 --site shop --dry-run
  30 8 * * *  msgctl -C /etc/msgctl.toml -q report daily   # a crontab line")]
pub struct DailyArgs {
    /// Only this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// This day; without it yesterday in Korea
    #[arg(long, value_name = "DAY")]
    day: Option<Date>,
    /// Only show what would be told
    #[arg(long)]
    dry_run: bool,
}

impl Row for SiteDay {
    const HEAD: &'static [&'static str] = &["SITE", "DAY", "DELIVERED", "FAILED", "TOLD", "MOST OF ALL"];

    fn cells(&self) -> Vec<Cell> {
        let (word, tone) = match self.told {
            Told::Now => ("now", Tone::Good),
            Told::Before => ("before", Tone::Dim),
            Told::Nothing => ("-", Tone::Dim),
            Told::Nowhere => ("no callback", Tone::Warn),
        };
        let most = self.failures.first().map(|f| {
            let what = f.meaning.as_ref().map_or_else(String::new, |m| format!(" {m}"));
            format!("{} {} {}{what}", f.failed, f.channel, f.code)
        });
        vec![
            Cell::text(&self.site),
            Cell::text(self.day),
            Cell::count(self.delivered),
            Cell::count(self.failed).tone(if self.failed > 0 { Tone::Bad } else { Tone::Dim }),
            Cell::text(word).tone(tone),
            Cell::maybe(most),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: DailyArgs) -> Result<(), CliError> {
    let ask = Ask { day: args.day, site: args.site, rehearse: args.dry_run };
    let (codes, targets) = (cx.codes().await?, cx.targets().await?);
    let (days, relayed) = daily::daily(cx.store().await?, &cx.clock, &codes, &targets, &ask).await?;
    cx.ui.rows(&days)?;
    if relayed.skipped > 0 {
        let n = plural(relayed.skipped, "notice");
        cx.ui.warn(format_args!("{n} had nowhere to go: `msgctl notice list --state skipped` tells why"));
    }
    if relayed.waiting + relayed.dead > 0 {
        let n = plural(relayed.waiting + relayed.dead, "notice");
        cx.ui.warn(format_args!("{n} not taken: `msgctl notice list` tells why, `msgctl notice relay` tries again"));
        return Err(CliError::exit(Kind::TryLater));
    }
    Ok(())
}

impl From<DailyError> for CliError {
    fn from(e: DailyError) -> Self {
        match e {
            DailyError::NotOver { .. } => Self::from_source(Kind::Usage, &e)
                .hint("Its results still come in; `msgctl stats --by code` shows them so far."),
            DailyError::Site(e) => e.into(),
            DailyError::Store(e) => e.into(),
        }
    }
}
