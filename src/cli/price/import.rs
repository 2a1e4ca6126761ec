//! `msgctl price import`

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Owner, add};
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::ops::import::Encoding;
use crate::ops::import::source::{Header, header};

/// Write a price book from a CSV file
///
/// Two columns, `channel,price` (or `채널,단가`), a row for each channel; prices in won, value-added tax excluded. A row
/// that cannot be read, and a channel that comes twice, refuse the whole file.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl price import prices.csv --from 2026-11-01
  msgctl price import shop.csv --site shop --from 2026-11-01 --dry-run")]
pub struct ImportArgs {
    /// The file; `-` reads standard input
    file: PathBuf,
    #[command(flatten)]
    owner: Owner,
}

pub(super) async fn run(cx: &Ctx, args: ImportArgs) -> Result<(), CliError> {
    let bytes = if args.file.as_os_str() == "-" {
        let mut all = Vec::new();
        std::io::Read::read_to_end(&mut std::io::Read::take(std::io::stdin(), LARGEST), &mut all)?;
        all
    } else {
        let opened = std::fs::File::open(cx.path(&args.file)).and_then(|f| {
            let mut all = Vec::new();
            std::io::Read::read_to_end(&mut std::io::Read::take(f, LARGEST), &mut all)?;
            Ok(all)
        });
        opened.map_err(|e| CliError::unreadable(&args.file, &e))?
    };
    let prices = read(&bytes).map_err(|e| {
        CliError::new(Kind::Usage, format_args!("{}: {e}", args.file.display()))
            .hint("Two columns, `channel,price`, a row for each channel; nothing was changed.")
    })?;
    add(cx, args.owner, prices).await
}

/// Nobody has more channels than fit into this.
const LARGEST: u64 = 1 << 16;

fn read(bytes: &[u8]) -> Result<BTreeMap<Channel, Minor>, String> {
    let Header { mut records, names, .. } = header(bytes, Encoding::Auto).map_err(|e| e.to_string())?;
    let place = |known: &[&str]| names.iter().position(|n| known.contains(&n.trim().to_lowercase().as_str()));
    let channel = place(&["channel", "채널"]).ok_or("there is no column `channel`")?;
    let price = place(&["price", "단가", "가격"]).ok_or("there is no column `price`")?;
    let mut prices = BTreeMap::new();
    while let Some(fault) = records.next().map_err(|e| e.to_string())? {
        let line = records.line();
        if fault.is_some() {
            return Err(format!("line {line}: it cannot be read as text"));
        }
        let cell = |i: usize| records.field(i).trim();
        let c: Channel = cell(channel).parse().map_err(|e| format!("line {line}: {e}"))?;
        let won: Minor = cell(price).parse().map_err(|e| format!("line {line}: {e}"))?;
        if won < Minor::ZERO {
            return Err(format!("line {line}: a price is not below zero"));
        }
        if prices.insert(c, won).is_some() {
            return Err(format!("line {line}: `{c}` comes twice"));
        }
    }
    if prices.is_empty() { Err("it has no prices".to_owned()) } else { Ok(prices) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_a_whole_or_nothing() {
        let good = read("\u{feff}채널,단가\nalimtalk, 8.40\nsms,18.5\n".as_bytes()).expect("reads");
        assert_eq!(good, BTreeMap::from([(Channel::Alimtalk, Minor(840)), (Channel::Sms, Minor(1850))]));
        for (bad, says) in [
            ("channel,price\nfax,1\n", "line 2: `fax` is not a channel"),
            ("channel,price\nsms,1\nsms,2\n", "line 3: `sms` comes twice"),
            ("channel,price\nsms,1.234\n", "line 2: expected won"),
            ("channel,price\nsms,-1\n", "not below zero"),
            ("channel,price\nsms,9\nlms,\"5", "line 3: the quote that opens here is never closed"),
            ("channel\nsms\n", "no column `price`"),
            ("channel,price\n", "no prices"),
        ] {
            let said = read(bad.as_bytes()).expect_err(bad);
            assert!(said.contains(says), "{said}");
        }
    }
}
