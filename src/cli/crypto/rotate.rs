//! `msgctl crypto rotate`

use rand::SeedableRng as _;
use serde_json::json;

use super::status::advise;
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::reveal::by;
use crate::cli::signal::{self, Stop};
use crate::config::value::Reference;
use crate::domain::seal::KeyRing;
use crate::ops::audit::{self, Action};
use crate::ops::{keys, rotate};
use crate::store::Store;
use crate::ui::{Cell, Record};

/// Add a key and seal every record with it
///
/// A new key is added to the key file, which is replaced at once or not at all and keeps the older keys; then every
/// record is sealed anew, some thousand in a transaction. A run that was stopped goes on with the same command and
/// adds no second key. Blind indexes keep their key, so lookups go on working meanwhile.
///
/// Processes that run for long (`worker`, `serve`) read the key file when they start. Where there are some: first
/// `--add-only`, then restart them, then run the command again.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl crypto rotate --dry-run
  msgctl crypto rotate
  msgctl crypto rotate --add-only")]
pub struct RotateArgs {
    /// Add the key, seal nothing yet
    #[arg(long)]
    add_only: bool,
    /// Add another key even if an earlier rotation has not ended
    #[arg(long)]
    new_key: bool,
    /// Show what would be done, change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(serde::Serialize)]
struct Rotated {
    key: i64,
    added: bool,
    recipients: u64,
    suppressions: u64,
    allowed: u64,
    messages: u64,
    customers: u64,
    numbers: u64,
    unreadable: u64,
    remaining: i64,
}

impl Record for Rotated {
    fn lines(&self) -> Vec<(String, Cell)> {
        let count = |n: u64| Cell::count(i64::try_from(n).unwrap_or(i64::MAX));
        let state = if self.added { "new" } else { "was there" };
        vec![
            ("key".into(), Cell::text(format_args!("{} ({state})", self.key))),
            ("recipients".into(), count(self.recipients)),
            ("suppressions".into(), count(self.suppressions)),
            ("allowed".into(), count(self.allowed)),
            ("messages".into(), count(self.messages)),
            ("customers".into(), count(self.customers)),
            ("numbers".into(), count(self.numbers)),
            ("unreadable".into(), count(self.unreadable)),
            ("remaining".into(), Cell::count(self.remaining)),
        ]
    }
}

fn rotated(key: i64, added: bool, done: rotate::Resealed, remaining: i64) -> Rotated {
    let rotate::Resealed { recipients, suppressions, allowed, messages, customers, numbers, unreadable } = done;
    Rotated { key, added, recipients, suppressions, allowed, messages, customers, numbers, unreadable, remaining }
}

pub(super) async fn run(cx: &Ctx, args: RotateArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    if ring.is_plaintext() {
        return Err(CliError::new(Kind::Config, "there is no key to rotate: personal data is kept in plaintext")
            .hint("Encryption is chosen before the first import: `crypto.key` in a new installation."));
    }
    let before = rotate::status(store, ring).await?;
    let waiting: i64 = before.iter().filter(|k| !k.active).map(rotate::KeyUse::records).sum();
    let adds = waiting == 0 || args.new_key;
    let total: i64 = before.iter().map(rotate::KeyUse::records).sum();
    if args.dry_run {
        let key = ring.active() + i64::from(adds);
        let remaining = if adds { total } else { waiting };
        cx.ui.say(if adds { "A key would be added." } else { "An earlier rotation would go on." });
        let plan = rotated(key, adds, rotate::Resealed::default(), remaining);
        return Ok(cx.ui.record(&plan)?);
    }
    let fresh = if adds { Some(add_key(cx, store).await?) } else { None };
    let ring = fresh.as_ref().unwrap_or(ring);
    let todo = if adds { total } else { waiting };
    let done = if args.add_only { rotate::Resealed::default() } else { reseal(cx, store, ring, todo).await? };
    let after = rotate::status(store, ring).await?;
    let remaining = after.iter().filter(|k| !k.active).map(rotate::KeyUse::records).sum();
    cx.ui.record(&rotated(ring.active(), adds, done, remaining))?;
    advise(cx, &after);
    if done.unreadable > 0 {
        return Err(CliError::exit(Kind::Integrity));
    }
    Ok(())
}

/// Adds a key to the file and reads the ring again.
async fn add_key(cx: &Ctx, store: &Store) -> Result<KeyRing, CliError> {
    let crypto = &cx.config().await?.settings.crypto;
    let Some(reference @ Reference::File(path)) = &crypto.key else {
        return Err(CliError::new(Kind::Config, "the keys stand in an environment variable, which cannot be changed")
            .hint("Add a line `NUMBER:HEX` of 64 random bytes to it, then run `msgctl crypto rotate` again; or move the keys to a file."));
    };
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let key = keys::add_key(path, &mut rng)?;
    audit::record_now(store, &by(cx, None), Action::Rotate, &format!("key {key}"), json!({ "added": true })).await?;
    Ok(keys::load(&cx.secret(reference)?)?)
}

/// Seals anew until done, or until a signal: what is done stays done.
async fn reseal(cx: &Ctx, store: &Store, ring: &KeyRing, total: i64) -> Result<rotate::Resealed, CliError> {
    let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
    let stop = signal::watch()?;
    let mut progress = cx.ui.progress("Sealing", u64::try_from(total).ok());
    let done = rotate::reseal(store, ring, &mut rng, |n| {
        progress.set(n, "");
        *stop.borrow() == Stop::No
    })
    .await?;
    let told = *stop.borrow();
    match told {
        Stop::No => Ok(done),
        Stop::Soon(why) | Stop::Now(why) => {
            Err(why.error("stopped; what is sealed anew stays so").hint("Go on with `msgctl crypto rotate`."))
        }
    }
}
