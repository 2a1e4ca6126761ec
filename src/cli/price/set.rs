//! `msgctl price set`

use super::{Owner, add};
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::channel::Channel;
use crate::domain::money::Minor;

/// Write a price book: the prices that are named, the others as they are then
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl price set alimtalk=9 sms=20 lms=50 mms=200 --from 2026-01-01
  msgctl price set sms=18.5 --site shop --from 2026-11-01 --note '11월 인하'
  msgctl price set sms=18.5 --site shop --dry-run")]
pub struct SetArgs {
    /// Won for one delivered message, value-added tax excluded (can be repeated)
    #[arg(required = true, value_name = "CHANNEL=WON", value_parser = price)]
    prices: Vec<(Channel, Minor)>,
    #[command(flatten)]
    owner: Owner,
}

fn price(text: &str) -> Result<(Channel, Minor), String> {
    let (channel, won) = text.split_once('=').ok_or("expected CHANNEL=WON, like sms=18.5")?;
    let won: Minor = won.parse().map_err(|e| format!("{e}"))?;
    if won < Minor::ZERO {
        return Err("a price is not below zero".to_owned());
    }
    Ok((channel.parse().map_err(|e| format!("{e}"))?, won))
}

pub(super) async fn run(cx: &Ctx, args: SetArgs) -> Result<(), CliError> {
    let mut prices = std::collections::BTreeMap::new();
    for (channel, won) in args.prices {
        if prices.insert(channel, won).is_some() {
            return Err(CliError::new(Kind::Usage, format_args!("`{channel}` comes twice")));
        }
    }
    add(cx, args.owner, prices).await
}
