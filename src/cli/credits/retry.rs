//! `msgctl credits retry`

use super::show;
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::ops::credits::{self, By, Undecided};
use crate::ops::site;
use crate::ui::{Cell, Row};

/// Go on with what was asked for and cut off
///
/// Without a key: lists what was asked for and of which nobody knows whether it was done. With one: does it if it was
/// not done, and otherwise gives the answer again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits retry
  msgctl credits retry topup-3f0c6e2a9b1d4e57 --site shop")]
pub struct RetryArgs {
    /// The key
    key: Option<String>,
    /// Whose credits
    #[arg(long, value_name = "SITE", requires = "key")]
    site: Option<String>,
}

impl Row for Undecided {
    const HEAD: &'static [&'static str] = &["SITE", "KEY", "WHAT", "BY", "ASKED"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.site),
            Cell::text(&self.key),
            Cell::text(&self.verb),
            Cell::text(&self.actor),
            Cell::time(self.asked_at),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: RetryArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let Some(key) = args.key else {
        let open = credits::undecided(store).await?;
        match open.first() {
            Some(o) => cx.ui.hint(format_args!("Go on with `msgctl credits retry {} --site {}`.", o.key, o.site)),
            None => cx.ui.say("Nothing was cut off."),
        }
        return Ok(cx.ui.rows(&open)?);
    };
    let name =
        args.site.ok_or_else(|| CliError::new(Kind::Usage, "whose key is it?").hint("Name it with `--site`."))?;
    let site = site::get(&mut store.read().await?, &name).await?;
    let actor = crate::cli::reveal::by(cx, None).actor;
    let done = credits::retry(store, &cx.clock, &site, By { actor: &actor, key: &key, rehearse: false }).await?;
    show(cx, &done, false)
}
