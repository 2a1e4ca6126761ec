//! `msgctl credits balance`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::money::Minor;
use crate::ops::credits::view::{self, Balance};
use crate::ui::{Cell, Format, Record, Row, Tone};

/// Show what a site has, or every one that pays from credits
///
/// What is set aside for messages under way is not spent: the balance is available, held and owed together.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl credits balance
  msgctl credits balance --site shop --format json")]
pub struct BalanceArgs {
    /// Only this site
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
}

impl Row for Balance {
    const HEAD: &'static [&'static str] = &["SITE", "AVAILABLE", "HELD", "OWED", "BALANCE"];

    fn cells(&self) -> Vec<Cell> {
        let won = |m: i64| Cell::money(Minor(m)).tone(if m < 0 { Tone::Bad } else { Tone::Plain });
        vec![
            Cell::text(&self.site),
            won(self.available_minor),
            won(self.held_minor),
            won(self.receivable_minor),
            won(self.balance_minor),
        ]
    }
}

impl Record for Balance {
    fn lines(&self) -> Vec<(String, Cell)> {
        let won = |m: i64| Cell::money(Minor(m)).tone(if m < 0 { Tone::Bad } else { Tone::Plain });
        let mut lines = vec![
            ("site".to_owned(), Cell::text(&self.site)),
            ("available".to_owned(), won(self.available_minor)),
            ("held".to_owned(), won(self.held_minor)),
            ("owed".to_owned(), won(self.receivable_minor)),
            ("balance".to_owned(), won(self.balance_minor)),
        ];
        if self.credit_limit_minor > 0 {
            lines.push(("credit limit".to_owned(), won(self.credit_limit_minor)));
        }
        lines
    }
}

pub(super) async fn run(cx: &Ctx, args: BalanceArgs) -> Result<(), CliError> {
    let balances = view::balances(cx.store().await?, args.site.as_deref()).await?;
    if args.site.is_some() && !matches!(cx.ui.look().format, Format::Csv) {
        for b in &balances {
            cx.ui.record(b)?;
        }
        return Ok(());
    }
    if balances.is_empty() {
        cx.ui.hint("No site pays from credits; `msgctl credits topup --site SITE --amount WON` begins it.");
    }
    Ok(cx.ui.rows(&balances)?)
}
