//! `msgctl notice relay`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::ops::notice::{self, Relayed};
use crate::ui::{Cell, Record, Tone};

/// Tell what is due: to the log, to the callbacks of sites, to the alert address
///
/// A `msgctl worker` and `credits auto run` do the same. What is not taken is tried again later, with growing pauses,
/// under the same id; after 18 tries it is dead. Ends with 75 if something was not taken.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl notice relay
  msgctl notice relay --again")]
pub struct RelayArgs {
    /// Also what was given up, or had nowhere to go
    #[arg(long)]
    again: bool,
}

impl Record for Relayed {
    fn lines(&self) -> Vec<(String, Cell)> {
        let bad = |n: u64| Cell::count(n).tone(if n > 0 { Tone::Bad } else { Tone::Dim });
        vec![
            ("sent".to_owned(), Cell::count(self.sent)),
            ("tried again later".to_owned(), bad(self.waiting)),
            ("nowhere to go".to_owned(), Cell::count(self.skipped)),
            ("given up".to_owned(), bad(self.dead)),
        ]
    }
}

pub(super) async fn run(cx: &Ctx, args: RelayArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    if args.again {
        notice::again(store).await?;
    }
    let done = notice::relay(store, &cx.clock, &cx.targets().await?).await?;
    cx.ui.record(&done)?;
    if done.waiting + done.dead > 0 {
        return Err(CliError::exit(Kind::TryLater));
    }
    Ok(())
}
