//! `msgctl number pool add`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::phone::Mobile;
use crate::ops::line::life;
use crate::ui::{Cell, Record};

/// Add numbers to the pool
///
/// One by one, or so many in a row from the first. Nothing is added when one of them is no mobile number.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl number pool add 010-1234-0001 010-1234-0002
  msgctl number pool add 010-1234-0000 --count 10000")]
pub struct AddArgs {
    /// Numbers
    #[arg(required = true, value_name = "NUMBER")]
    numbers: Vec<String>,
    /// So many in a row, from the one that is named
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    count: Option<u32>,
    /// Do it and take it back
    #[arg(long)]
    dry_run: bool,
}

/// What was added.
#[derive(Debug, serde::Serialize)]
struct Added {
    given: u64,
    added: u64,
}

impl Record for Added {
    fn lines(&self) -> Vec<(String, Cell)> {
        vec![
            ("given".into(), Cell::count(self.given.cast_signed())),
            ("added".into(), Cell::count(self.added.cast_signed())),
        ]
    }
}

/// Numbers of a prefix, 010 and so on, are so many.
const PREFIX: u64 = 100_000_000;

pub(super) async fn run(cx: &Ctx, a: AddArgs) -> Result<(), CliError> {
    let bad = |e| CliError { causes: vec![format!("{e}")], ..CliError::new(Kind::Usage, "a number cannot be taken") };
    let mut numbers: Vec<Mobile> = Vec::new();
    for text in &a.numbers {
        let first: Mobile = text.parse().map_err(bad)?;
        let value: u64 = first.as_str().parse().unwrap_or_default();
        let last = value + u64::from(a.count.unwrap_or(1)) - 1;
        if last / PREFIX != value / PREFIX {
            let e = CliError::new(
                Kind::Usage,
                format_args!("{} and what follows it runs out of its prefix", first.masked()),
            );
            return Err(e.hint("Name fewer with `--count`; nothing was added."));
        }
        for n in value..=last {
            numbers.push(format!("0{n}").parse().map_err(bad)?);
        }
    }
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let added = life::add_numbers(store, ring, &numbers, cx.clock.now(), a.dry_run).await?;
    if a.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(cx.ui.record(&Added { given: numbers.len() as u64, added })?)
}
