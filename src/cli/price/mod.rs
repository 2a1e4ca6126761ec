//! `msgctl price`: what messages cost sites.

mod import;
mod list;
mod set;

use std::collections::BTreeMap;

use super::ctx::Ctx;
use super::error::CliError;
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::time::{Micros, kst};
use crate::ops::credits::price::Book;
use crate::ui::{Cell, Record, Row};

/// Keep price books: what a delivered message costs a site
///
/// A book is a complete set of prices, valid from a moment until the next book of the same owner. A site's own book
/// comes before everybody's; where there is none, the `[price]` table of the configuration holds. A campaign keeps the
/// prices of the moment at which its credit was set aside.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    List(list::ListArgs),
    Set(set::SetArgs),
    Import(import::ImportArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::List(args) => list::run(cx, args).await,
            Self::Set(args) => set::run(cx, args).await,
            Self::Import(args) => import::run(cx, args).await,
        }
    }
}

/// Whose book, and from when on.
#[derive(clap::Args, Debug)]
struct Owner {
    /// The site; everybody without a book of their own where it is not given
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// Valid from this Korean day (midnight) or moment on; from now on where it is not given
    #[arg(long, value_name = "DAY", value_parser = moment)]
    from: Option<Micros>,
    /// What it is
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Show what would be different, change nothing
    #[arg(long)]
    dry_run: bool,
}

/// A Korean day, or a moment in RFC 3339.
fn moment(text: &str) -> Result<Micros, String> {
    let day = || text.parse::<jiff::civil::Date>().ok()?.to_zoned(kst()).ok().map(|z| Micros::from(z.timestamp()));
    let at = || text.parse::<jiff::Timestamp>().ok().map(Micros::from);
    day()
        .filter(|_| text.len() == 10)
        .or_else(at)
        .ok_or_else(|| "expected a day like 2026-11-01, or a moment like 2026-11-01T00:00:00+09:00".to_owned())
}

async fn add(cx: &Ctx, owner: Owner, prices: BTreeMap<Channel, Minor>) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = match &owner.site {
        Some(name) => Some(crate::ops::site::get(&mut store.read().await?, name).await?),
        None => None,
    };
    let actor = super::reveal::by(cx, None).actor;
    let now = cx.clock.now();
    let new = crate::ops::credits::price::NewBook {
        site: site.as_ref(),
        valid_from: owner.from.unwrap_or(now),
        prices,
        note: owner.note.as_deref(),
        actor: &actor,
        configured: &cx.config().await?.settings.prices,
    };
    let book = crate::ops::credits::price::add(store, &new, now, owner.dry_run).await?;
    cx.ui.record(&book)?;
    if owner.dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(())
}

fn shown(book: &Book) -> String {
    let each = |(c, p): (&Channel, &i64)| format!("{c} ₩{}", Minor(*p));
    book.prices_minor.iter().map(each).collect::<Vec<_>>().join("  ")
}

impl Row for Book {
    const HEAD: &'static [&'static str] = &["BOOK", "SITE", "FROM", "UNTIL", "PRICES", "NOTE"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::maybe(self.book.as_ref()),
            self.site.as_ref().map_or_else(|| Cell::text("(everybody)"), Cell::text),
            Cell::time(self.valid_from),
            self.valid_until.map_or_else(|| Cell::maybe(None::<&str>), Cell::time),
            Cell::text(shown(self)),
            Cell::maybe(self.note.as_ref()),
        ]
    }
}

impl Record for Book {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = vec![
            ("book".to_owned(), Cell::maybe(self.book.as_ref())),
            ("site".to_owned(), self.site.as_ref().map_or_else(|| Cell::text("(everybody)"), Cell::text)),
            ("from".to_owned(), Cell::time(self.valid_from)),
        ];
        for (channel, price) in &self.prices_minor {
            let was = self.changed_minor.get(channel).map(|d| Minor(price - d));
            let text = match was {
                Some(was) => format!("₩{} (was ₩{was})", Minor(*price)),
                None => format!("₩{}", Minor(*price)),
            };
            lines.push((channel.to_string(), Cell::text(text).right()));
        }
        lines
    }
}
