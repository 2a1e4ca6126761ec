//! `msgctl crypto status`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::ops::rotate::{self, KeyUse};

/// Count the records that each key sealed
///
/// Ends with 78 if a key is missing that some record needs.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:\n  msgctl crypto status\n  msgctl crypto status --format json")]
pub struct StatusArgs {}

pub(super) async fn run(cx: &Ctx, _args: &StatusArgs) -> Result<(), CliError> {
    let keys = rotate::status(cx.store().await?, cx.keys().await?).await?;
    cx.ui.rows(&keys)?;
    advise(cx, &keys);
    if keys.iter().any(|k| !k.present) { Err(CliError::exit(Kind::Config)) } else { Ok(()) }
}

/// Names the next step.
pub(super) fn advise(cx: &Ctx, keys: &[KeyUse]) {
    for k in keys.iter().filter(|k| !k.present) {
        cx.ui.warn(format_args!(
            "key {} is not in the key file, and {} records need it: put its line back from a copy",
            k.key,
            k.records()
        ));
    }
    let old = || keys.iter().filter(|k| k.present && !k.active);
    if old().any(|k| k.records() > 0) {
        cx.ui.hint("Some records are sealed with an older key: `msgctl crypto rotate` seals them anew.");
    } else {
        for k in old() {
            cx.ui.hint(format_args!(
                "Nothing is sealed with key {0} any more: its line `{0}:…` can be removed from the key file once no \
                 backup needs it.",
                k.key
            ));
        }
    }
}
