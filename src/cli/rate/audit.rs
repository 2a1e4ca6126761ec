//! `msgctl rate audit`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::config::value::Rate;
use crate::domain::channel::Channel;
use crate::ops::rate::{self, Audited};
use crate::ui::{Cell, Row, Tone};

/// Prove from the calls on record that no limit was ever exceeded
///
/// Takes each call to have arrived at the worst moment between its claim and its end, and shows the fullest window
/// that follows from that. Exit code 5 if one held more than its limit. A limit that was changed is audited from then on.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl rate audit
  msgctl rate audit --channel alimtalk --format json")]
pub struct AuditArgs {
    /// The limit that holds for this channel
    #[arg(long, value_name = "CHANNEL")]
    channel: Option<Channel>,
    /// The limit of this name (`rate_group`)
    #[arg(long, value_name = "NAME", conflicts_with = "channel")]
    group: Option<String>,
}

pub(super) async fn run(cx: &Ctx, args: AuditArgs) -> Result<(), CliError> {
    let group = match args.channel {
        Some(channel) => Some(group_of(cx, channel).await?),
        None => args.group.clone(),
    };
    let all = rate::audit(cx.store().await?, group.as_deref()).await?;
    if let Some(name) = args.group.filter(|_| all.is_empty()) {
        let channels = &cx.config().await?.settings.channels;
        if !channels.values().any(|c| c.rate_group == name) {
            return Err(CliError::new(Kind::Usage, format_args!("there is no limit `{name}`"))
                .hint("`msgctl config show` lists `rate_group` of each channel."));
        }
    }
    if all.is_empty() {
        cx.ui.hint("No limit was applied so far: it is known from the first send on.");
    }
    cx.ui.rows(&all)?;
    match all.iter().find(|a| !a.kept) {
        None => Ok(()),
        Some(a) => Err(CliError::new(
            Kind::Integrity,
            format_args!("a window of `{}` can have held {} of {}", words(a), a.busiest, a.limit),
        )
        .hint("Do all machines send with the same `rate`, and do their clocks agree?")),
    }
}

async fn group_of(cx: &Ctx, channel: Channel) -> Result<String, CliError> {
    let channels = &cx.config().await?.settings.channels;
    let Some(c) = channels.get(&channel) else {
        return Err(CliError::new(Kind::Usage, format_args!("channel `{channel}` is not configured"))
            .hint("`msgctl config show` lists what is."));
    };
    if c.rate == Rate::Unlimited {
        return Err(CliError::new(Kind::Usage, format_args!("channel `{channel}` has no limit"))
            .hint(format_args!("Give it one: `rate` under `[channel.{channel}]`.")));
    }
    Ok(c.rate_group.clone())
}

/// `sms`, `sms in text`, `sms of shop`.
fn words(a: &Audited) -> String {
    match (&a.channel, &a.site) {
        (Some(channel), Some(site)) => format!("{channel} of {site}"),
        (Some(channel), None) => format!("{channel} in {}", a.group.split('/').next().unwrap_or(&a.group)),
        _ => a.group.clone(),
    }
}

impl Row for Audited {
    const HEAD: &'static [&'static str] =
        &["LIMIT OF", "LIMIT", "WINDOW", "BUSIEST", "USE", "CLOSED AT", "BATCHES", "MESSAGES", "KEPT"];

    fn cells(&self) -> Vec<Cell> {
        let tone = if self.kept { Tone::Good } else { Tone::Bad };
        vec![
            Cell::text(words(self)),
            Cell::count(self.limit),
            Cell::text(format_args!("{} s", self.window_s)).right(),
            Cell::count(self.busiest).tone(tone),
            Cell::text(format_args!("{:.1} %", self.use_pct)).right(),
            self.busiest_at.map_or_else(|| Cell::text("-").tone(Tone::Dim), Cell::time),
            Cell::count(self.batches),
            Cell::count(self.messages),
            Cell::text(if self.kept { "yes" } else { "no" }).tone(tone),
        ]
    }
}
