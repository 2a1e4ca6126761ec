//! `msgctl message explain`

use super::view_lines;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::domain::id::MessageId;
use crate::domain::money::Minor;
use crate::domain::outcome::Class;
use crate::ops::message::{self, Attempt, Story};
use crate::ui::{Cell, Record, Tone};

/// Explain how one message went: its way and why, every attempt, what each result made of it
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl message explain msg_10482
  msgctl message explain msg_10482 --format json | jq '.attempts[] | [.channel, .code, .then]'")]
pub struct ExplainArgs {
    /// The message
    #[arg(value_name = "ID")]
    id: MessageId,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ExplainArgs) -> Result<(), CliError> {
    let by = args.reveal.by(cx);
    let codes = cx.codes().await?;
    let patience = crate::cli::sending::patience(&cx.config().await?.settings);
    let story = message::explain(cx.store().await?, cx.keys().await?, args.id, &codes, patience, by.as_ref()).await?;
    Ok(cx.ui.record(&story)?)
}

impl Record for Story {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = view_lines(&self.site, self.template.as_ref(), &self.view);
        lines.push(("why".into(), Cell::text(&self.why.reason)));
        let prices = self.why.prices_minor.iter().map(|(c, p)| format!("{c} ₩{}", Minor(*p)));
        lines.push(("list prices".into(), Cell::text(prices.collect::<Vec<_>>().join(", "))));
        for a in &self.attempts {
            lines.push((format!("attempt {}", a.number), attempt(a)));
        }
        lines.push(("next".into(), Cell::text(&self.next)));
        lines
    }
}

/// A few lines: the call and its answer, the code, what followed.
fn attempt(a: &Attempt) -> Cell {
    let time = |t| Cell::time(t).text;
    let mut call = format!("{} by {}, claimed {} in {}", a.channel, a.provider, time(a.claimed_at), a.batch);
    let times = [("answered", a.answered_at), ("reported for", a.reported_at)];
    for (what, at) in times.into_iter().filter_map(|(what, at)| Some((what, at?))) {
        call = format!("{call}, {what} {}", time(at));
    }
    let code = a.code.as_ref().map(|code| {
        let class = a.class.map_or_else(String::new, |c| format!(" ({c})"));
        let meaning = a.meaning.as_ref().or(a.detail.as_ref()).map_or_else(String::new, |m| format!(": {m}"));
        format!("{code}{class}{meaning}")
    });
    let lines = [Some(call), a.error.clone(), code, Some(format!("-> {}", a.then_words))];
    let text = lines.into_iter().flatten().collect::<Vec<_>>().join("\n");
    let tone = match a.class {
        Some(Class::Delivered) => Tone::Good,
        Some(Class::Accepted) | None => Tone::Plain,
        Some(Class::Late | Class::RecipientDead | Class::Suppressed | Class::Config | Class::Money) => Tone::Bad,
        Some(_) => Tone::Warn,
    };
    Cell::text(text).tone(tone)
}
