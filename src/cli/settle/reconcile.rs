//! `msgctl settle reconcile`

use std::path::PathBuf;

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::worded::worded;
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::settle::reconcile::{self, Accepted, Comparison, Difference, Field, Reconciled};
use crate::ui::{Cell, Record, Tone, plural};

/// Hold a provider's statement of a month against what was handed over to it
///
/// The file is CSV, by message (`id,channel,status`, and `price` where it has one) or by day (`day,channel,delivered`, and
/// `failed` and `amount`); other headers are told by `--map`. Named are deliveries that only we have and those that only
/// the provider has, those that one side has as failed, and those at another price: `--price` tells what is agreed, without
/// it that is what was charged for them. Differences keep the month from being closed until each is accepted with a reason,
/// which becomes part of the control hash. Without `--file`, what was found is shown. Ends with 6 while a difference is
/// not accepted.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl settle reconcile --month 2026-10 --file solapi.csv
  msgctl settle reconcile --month 2026-10 --file kt.csv --provider kt --map day=발송일자,delivered=과금건수 --price sms=8.5
  msgctl settle reconcile --month 2026-10 --accept only_theirs:sms:1 --reason '시험 발송, 9월 계약 외'")]
pub struct ReconcileArgs {
    /// Which month
    #[arg(long, value_name = "YYYY-MM")]
    month: Period,
    /// The provider's file
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Whose it is; needed where several were called in the month
    #[arg(long, value_name = "NAME")]
    provider: Option<String>,
    /// Which header a column has
    #[arg(long, value_name = "COLUMN=HEADER", value_delimiter = ',', value_parser = mapping, requires = "file")]
    map: Vec<(Field, String)>,
    /// What a message costs at the provider by agreement
    #[arg(long, value_name = "CHANNEL=WON", value_delimiter = ',', value_parser = price, requires = "file")]
    price: Vec<(Channel, i64)>,
    /// Accept a difference as it is: its kind, channel and number
    #[arg(long, value_name = "KIND:CHANNEL:COUNT", requires = "reason", conflicts_with = "file")]
    accept: Vec<Accepted>,
    /// Why; it is kept with the month
    #[arg(long, value_name = "TEXT", requires = "accept", value_parser = worded)]
    reason: Option<String>,
    /// Compare, and keep nothing
    #[arg(long, requires = "file")]
    dry_run: bool,
}

fn mapping(text: &str) -> Result<(Field, String), String> {
    let (field, header) = text.split_once('=').ok_or("expected COLUMN=HEADER, like `day=발송일`")?;
    Ok((field.parse().map_err(|e| format!("{e}"))?, header.to_owned()))
}

fn price(text: &str) -> Result<(Channel, i64), String> {
    let (channel, won) = text.split_once('=').ok_or("expected CHANNEL=WON, like `sms=8.5`")?;
    let won: Minor = won.parse().map_err(|e| format!("{e}"))?;
    Ok((channel.parse().map_err(|e| format!("{e}"))?, won.0))
}

impl Record for Reconciled {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut all = vec![("month".to_owned(), Cell::text(self.month))];
        all.extend(self.providers.iter().map(|p| {
            let (rows, agreed) = (plural(p.rows, "row"), plural(p.agreed.cast_unsigned(), "message"));
            (p.provider.clone(), Cell::text(format_args!("{rows}; {agreed} delivered by both accounts")))
        }));
        all.extend(self.differences.iter().map(|d| {
            let tone = if d.accepted.is_some() { Tone::Plain } else { Tone::Bad };
            let what = plural(d.count.cast_unsigned(), "message");
            let won = Minor(d.amount_minor);
            let why = d.accepted.as_ref().map_or_else(String::new, |r| format!(", accepted: {r}"));
            let such = d.examples.first().map_or_else(String::new, |e| format!(", such as {e}"));
            let said = format!("{what} ({won} won) at {}{such}{why}", d.provider);
            (format!("{} {}", d.kind, d.channel), Cell::text(said).tone(tone))
        }));
        all.push(("theirs less ours".to_owned(), Cell::money(Minor(self.difference_minor))));
        all
    }
}

pub(super) async fn run(cx: &Ctx, args: ReconcileArgs) -> Result<(), CliError> {
    let store = cx.store().await?;
    let actor = crate::cli::reveal::by(cx, None).actor;
    let found = if let Some(file) = &args.file {
        let content = std::fs::read(cx.path(file)).map_err(|e| CliError::unreadable(file, &e))?;
        let comparison = Comparison {
            month: args.month,
            provider: args.provider,
            content,
            map: args.map,
            agreed: args.price.into_iter().collect(),
            actor,
            rehearse: args.dry_run,
        };
        reconcile::reconcile(store, &cx.clock, &comparison).await?
    } else if let Some(reason) = &args.reason {
        let whose = (args.month, args.provider.as_deref());
        reconcile::accept(store, &cx.clock, whose, &args.accept, (reason, &actor)).await?
    } else {
        reconcile::reconciled(store, args.month).await?
    };
    cx.ui.record(&found)?;
    if args.dry_run {
        cx.ui.say("Nothing was kept: this was a rehearsal.");
    }
    let open: Vec<&Difference> = found.open().collect();
    if open.is_empty() {
        return Ok(());
    }
    let message = format!("{} not accepted", plural(open.len() as u64, "difference"));
    let causes = open.iter().map(|d| format!("{}:{}:{}", d.kind, d.channel, d.count)).collect();
    let hint = format!(
        "`msgctl settle reconcile --month {} --accept KIND:CHANNEL:COUNT --reason TEXT` accepts one.",
        found.month
    );
    Err(CliError { causes, ..CliError::new(Kind::Unfinished, message).hint(hint) })
}
