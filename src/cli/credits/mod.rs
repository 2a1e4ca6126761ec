//! `msgctl credits`: other people's money.

mod adjust;
mod auto;
mod balance;
mod bonus;
mod cashout;
mod chargeback;
mod estimate;
mod history;
mod holds;
mod refund;
mod retry;
mod statement;
mod topup;
mod usage;
mod verify;

use rand::RngExt as _;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::money::Minor;
use crate::ops::credits::{self, By, Receipt, Request};
use crate::ops::ledger::Once;
use crate::ops::site;
use crate::ui::{Cell, Record, Tone};

/// Top up, give back, look at and prove the prepaid credits of sites
///
/// A credit is a won without value-added tax. A campaign sets its worst case aside; what is delivered is charged, the
/// rest released. Nothing is ever changed afterwards: each movement is a journal of its own.
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Topup(topup::TopupArgs),
    #[command(subcommand)]
    Auto(auto::Command),
    Bonus(bonus::BonusArgs),
    Refund(refund::RefundArgs),
    Cashout(cashout::CashoutArgs),
    Adjust(adjust::AdjustArgs),
    Chargeback(chargeback::ChargebackArgs),
    Balance(balance::BalanceArgs),
    Estimate(Box<estimate::EstimateArgs>),
    History(history::HistoryArgs),
    Usage(usage::UsageArgs),
    Holds(holds::HoldsArgs),
    Statement(statement::StatementArgs),
    Verify(verify::VerifyArgs),
    Retry(retry::RetryArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Auto(c) => c.run(cx).await,
            Self::Topup(args) => topup::run(cx, args).await,
            Self::Bonus(args) => bonus::run(cx, args).await,
            Self::Refund(args) => refund::run(cx, args).await,
            Self::Cashout(args) => cashout::run(cx, args).await,
            Self::Adjust(args) => adjust::run(cx, args).await,
            Self::Chargeback(args) => chargeback::run(cx, args).await,
            Self::Balance(args) => balance::run(cx, args).await,
            Self::Estimate(args) => estimate::run(cx, *args).await,
            Self::History(args) => history::run(cx, args).await,
            Self::Usage(args) => usage::run(cx, args).await,
            Self::Holds(args) => holds::run(cx, args).await,
            Self::Statement(args) => statement::run(cx, args).await,
            Self::Verify(args) => verify::run(cx, args).await,
            Self::Retry(args) => retry::run(cx, args).await,
        }
    }
}

/// What everything that moves money takes.
#[derive(clap::Args, Debug)]
struct Moving {
    /// Whose credits
    #[arg(long, value_name = "SITE")]
    site: String,
    /// Do it once for this key: the same again gives the same answer; one is made where none is given
    #[arg(long, value_name = "KEY", value_parser = key)]
    key: Option<String>,
    /// Do everything, take it back, and show what it would have been
    #[arg(long)]
    dry_run: bool,
}

fn key(text: &str) -> Result<String, String> {
    let good = (1..=200).contains(&text.len()) && !text.chars().any(char::is_control);
    if good { Ok(text.to_owned()) } else { Err("a key has 1 to 200 bytes and no control characters".to_owned()) }
}

/// An amount of won above zero.
fn amount(text: &str) -> Result<Minor, String> {
    let m: Minor = text.parse().map_err(|e| format!("{e}"))?;
    if m > Minor::ZERO { Ok(m) } else { Err("an amount is above zero".to_owned()) }
}

/// Does a request, says its key before anything is touched, shows the receipt.
async fn execute(cx: &Ctx, moving: Moving, request: &Request) -> Result<(), CliError> {
    let store = cx.store().await?;
    let site = site::get(&mut store.read().await?, &moving.site).await?;
    let made = moving.key.is_none();
    let key = moving.key.unwrap_or_else(|| format!("{}-{:016x}", request.verb(), rand::rng().random::<u64>()));
    if made && !moving.dry_run {
        cx.ui.say(format_args!(
            "key {key}: if this is cut off, `msgctl credits retry {key} --site {}` goes on.",
            site.name
        ));
    }
    let actor = super::reveal::by(cx, None).actor;
    let by = By { actor: &actor, key: &key, rehearse: moving.dry_run };
    let done = credits::execute(store, &cx.clock, &site, request, by).await?;
    if site.billing == crate::domain::ledger::Billing::None && !moving.dry_run && !done.repeated {
        cx.ui.say(format_args!("`{}` pays for its messages from credits from now on.", site.name));
    }
    show(cx, &done, moving.dry_run)
}

fn show(cx: &Ctx, done: &Once<Receipt>, rehearsed: bool) -> Result<(), CliError> {
    cx.ui.record(&done.answer)?;
    if rehearsed {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    } else if done.repeated {
        cx.ui.say(format_args!("This was done before under the key `{}`; nothing was done now.", done.answer.key));
    } else if let Some(payment) = done.answer.payment.as_ref().filter(|_| done.answer.amount_minor == 0) {
        cx.ui.say(format_args!("This payment was booked before, as {payment}; nothing was booked now."));
    }
    Ok(())
}

impl Record for Receipt {
    fn lines(&self) -> Vec<(String, Cell)> {
        let won = |m: i64| Cell::money(Minor(m));
        let mut lines = vec![("site".to_owned(), Cell::text(&self.site))];
        if let Some(payment) = &self.payment {
            lines.push(("payment".to_owned(), Cell::text(payment)));
        }
        lines.push(("journal".to_owned(), Cell::text(&self.journal)));
        let named = [
            ("net", self.net_minor),
            ("VAT", self.vat_minor),
            ("gross", self.gross_minor),
            ("paid of what was owed", self.cleared_minor),
        ];
        lines.extend(named.into_iter().filter_map(|(name, m)| Some((name.to_owned(), won(m?)))));
        if self.net_minor.is_none() {
            lines.push((self.verb.clone(), won(self.amount_minor)));
        }
        if let Some(left) = self.remaining_minor {
            lines.push(("can still be given back".to_owned(), won(left)));
        }
        let tone = if self.available_minor < 0 { Tone::Bad } else { Tone::Good };
        lines.push(("available".to_owned(), won(self.available_minor).tone(tone)));
        lines
    }
}

/// `cmp_12` and the like, or what it should look like.
fn usage_error(e: impl std::fmt::Display) -> CliError {
    CliError::new(Kind::Usage, e)
}
