//! `msgctl recipients erase`

use rand::SeedableRng as _;

use super::show::who;
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::reveal::by;
use crate::ops::audience::{Audience, Who};
use crate::ops::erase::{self, Erased, Request};
use crate::ui::{Cell, Record, Tone, plural};

/// Erase people and every trace of their data
///
/// The person's record, its places on lists and the content of its messages are deleted. Its messages stay as
/// numbers in statistics and lead to nobody. An opt-out must outlive the person: of a suppression the number is
/// deleted and only its blind index stays, so that the same number is still not written to after a new import;
/// `--drop-suppressions` takes that away too. Who has a message under way is left for later (exit code 6):
/// cancel the campaign or wait for its end, then run the same command again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl recipients erase --site shop rcp_12 --reason 'asked by the customer'
  msgctl recipients erase --site shop 010-1234-5678 010-2345-6789 --yes
  msgctl recipients erase --site shop --list old-members --dry-run")]
pub struct EraseArgs {
    /// The site
    #[arg(long, value_name = "SITE")]
    site: String,
    /// The people, by id or by number
    #[arg(value_name = "ID|PHONE", required_unless_present = "list", conflicts_with = "list")]
    who: Vec<String>,
    /// Everybody on this list
    #[arg(long, value_name = "LIST")]
    list: Option<String>,
    /// Take their suppressions away too: a new import may write to them again
    #[arg(long)]
    drop_suppressions: bool,
    /// Why, for the audit trail
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    /// Show what would be erased, erase nothing
    #[arg(long)]
    dry_run: bool,
    /// Do not ask
    #[arg(short, long)]
    yes: bool,
}

impl Record for Erased {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        let left = |n: u64| count(n).tone(if n > 0 { Tone::Warn } else { Tone::Plain });
        vec![
            ("people".into(), count(self.people)),
            ("messages".into(), count(self.messages)),
            ("suppressions kept".into(), count(self.suppressions_kept)),
            ("suppressions dropped".into(), count(self.suppressions_dropped)),
            ("waiting".into(), left(self.waiting)),
            ("not found".into(), left(self.not_found)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: EraseArgs) -> Result<(), CliError> {
    let people: Vec<Who> = args.who.iter().map(|text| who(text)).collect::<Result<_, _>>()?;
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let audience = Audience::find(&mut store.read().await?, &args.site, args.list.as_deref()).await?;
    let total = match &audience.list {
        Some(_) => audience.count(&mut store.read().await?).await?,
        None => people.len() as u64,
    };
    if !args.dry_run {
        let question = format!("Erase {} of `{}` for good?", plural_people(total), audience.subject());
        cx.confirm(args.yes, &question)?;
    }
    let request = Request { who: people, drop_suppressions: args.drop_suppressions, rehearse: args.dry_run };
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let mut progress = cx.ui.progress("Erasing", Some(total));
    let by = by(cx, args.reason);
    let erased = erase::erase(store, ring, &audience, &request, &by, &mut rng, |n| progress.set(n, "")).await?;
    drop(progress);
    cx.ui.record(&erased)?;
    if erased.waiting > 0 {
        cx.ui.hint(format_args!(
            "{} left: messages are under way. Run the same command when they have ended, or cancel the campaign.",
            plural_people(erased.waiting)
        ));
        return Err(CliError::exit(Kind::Unfinished));
    }
    Ok(())
}

fn plural_people(n: u64) -> String {
    if n == 1 { "1 person".to_owned() } else { plural(n, "people").trim_end_matches('s').to_owned() }
}
