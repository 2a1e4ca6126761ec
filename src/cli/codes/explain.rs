//! `msgctl codes explain`

use super::{table, tone};
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::channel::Channel;
use crate::domain::codes::{CodeTable, Meaning};
use crate::domain::outcome::Class;
use crate::ui::{Cell, Record};

/// Say what a result code means and what follows from it
///
/// A code that is not listed is unknown: the message is held and the provider asked, nothing is sent again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl codes explain 3104
  msgctl codes explain 3104 --channel alimtalk --provider solapi --format json")]
pub struct ExplainArgs {
    /// The code as the provider writes it
    code: String,
    /// On this channel
    #[arg(long)]
    channel: Option<Channel>,
    /// From this provider kind
    #[arg(long, default_value = "solapi")]
    provider: String,
}

#[derive(Debug, serde::Serialize)]
struct Explanation {
    provider: String,
    code: String,
    channel: String,
    /// It is in the table.
    listed: bool,
    class: Class,
    meaning: Option<String>,
    meaning_ko: Option<String>,
    action: &'static str,
    overridden: bool,
}

impl Record for Explanation {
    fn lines(&self) -> Vec<(String, Cell)> {
        let class =
            if self.overridden { format!("{} (set in the configuration)", self.class) } else { self.class.to_string() };
        vec![
            ("code".into(), Cell::text(format_args!("{} {}", self.provider, self.code))),
            ("channel".into(), Cell::text(&self.channel)),
            ("meaning".into(), Cell::text(self.meaning.as_deref().unwrap_or("not listed"))),
            ("뜻".into(), Cell::maybe(self.meaning_ko.as_ref())),
            ("class".into(), Cell::text(class).tone(tone(self.class))),
            ("what follows".into(), Cell::text(self.action)),
        ]
    }
}

/// The line of the table: on the channel asked for, or the only one, or the one for all channels.
fn look_up<'t>(table: &'t CodeTable, args: &ExplainArgs) -> Option<&'t Meaning> {
    match args.channel {
        Some(channel) => table.meaning(&args.provider, channel, &args.code),
        None => table.list().find(|l| l.provider == args.provider && l.code == args.code).map(|l| l.meaning),
    }
}

pub(super) async fn run(cx: &Ctx, args: &ExplainArgs) -> Result<(), CliError> {
    let table = table(cx).await?;
    let found = look_up(&table, args);
    let class = found.map_or(Class::Unknown, |m| m.class);
    let channel = args.channel.or(found.and_then(|m| m.channel));
    if args.channel.is_none() {
        let others: Vec<&str> = table
            .list()
            .filter(|l| l.provider == args.provider && l.code == args.code && l.meaning.class != class)
            .filter_map(|l| l.meaning.channel.map(Channel::word))
            .collect();
        if !others.is_empty() {
            cx.ui.hint(format_args!("It is of another class on {}; see `--channel`.", others.join(", ")));
        }
    }
    Ok(cx.ui.record(&Explanation {
        provider: args.provider.clone(),
        code: args.code.clone(),
        channel: channel.map_or("any", Channel::word).to_owned(),
        listed: found.is_some(),
        class,
        meaning: found.map(|m| m.en.clone()),
        meaning_ko: found.map(|m| m.ko.clone()),
        action: class.action(),
        overridden: found.is_some_and(|m| m.overridden),
    })?)
}
