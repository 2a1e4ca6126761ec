//! `msgctl doctor`

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::sending::rules;
use crate::config::{CryptoMode, Settings, value::Reference};
use crate::ops::doctor::{self, Check, State};
use crate::ui::{Cell, Row, Tone, plural};

/// Check everything that sending depends on
///
/// One line each with what to do about it: configuration, secrets, keys, database, clock, sites,
/// channels, providers with their balance, and what was left open. Ends with 78 if something is set
/// wrongly, with 75 if something cannot be reached just now, else with 0.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl doctor
  msgctl doctor --offline
  msgctl doctor --format json | jq '.[] | select(.state != \"ok\")'")]
pub struct Args {
    /// Do not call the providers
    #[arg(long)]
    offline: bool,
}

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let checks = examine(cx, args.offline).await;
    cx.ui.rows(&checks)?;
    let count = |state: State| checks.iter().filter(|c| c.state == state).count() as u64;
    let (bad, warn) = (count(State::Bad), count(State::Warn));
    if bad + warn == 0 {
        cx.ui.say("Everything is in order.");
        return Ok(());
    }
    let to_mend = format!("{} to mend, {} to look at.", plural(bad, "thing"), plural(warn, "thing"));
    cx.ui.say(to_mend);
    let wrong = checks.iter().any(|c| c.state == State::Bad && !c.passing);
    match bad {
        0 => Ok(()),
        _ if wrong => Err(CliError::exit(Kind::Config)),
        _ => Err(CliError::exit(Kind::TryLater)),
    }
}

/// Each step needs the ones before it; what cannot be looked at is not listed.
async fn examine(cx: &Ctx, offline: bool) -> Vec<Check> {
    let mut checks = Vec::new();
    let settings = match cx.config().await {
        Ok(loaded) => {
            checks.push(match &loaded.file {
                Some(path) => Check::ok("configuration", path.display().to_string()),
                None => Check::warn("configuration", "no file, the defaults hold", "Write one with `msgctl init`."),
            });
            &loaded.settings
        }
        Err(e) => return vec![from_error("configuration", e)],
    };
    checks.extend(secrets(cx, settings));
    checks.extend(key_file(settings));
    let mut clocks = Vec::new();
    if let Err(e) = database(cx, settings, &mut checks, &mut clocks).await {
        checks.push(from_error("database", e));
    }
    let rules = rules(settings);
    checks.extend(doctor::channels(&rules));
    for (name, p) in &settings.providers {
        if cx.secret(&p.api_key).is_err() || cx.secret(&p.api_secret).is_err() {
            continue; // has its lines already
        }
        let check = match cx.line(name, p).await {
            Err(e) => from_error(&format!("provider {name}"), e),
            Ok(_) if offline => continue,
            Ok(line) => {
                let check = doctor::provider(name, &line, &rules).await;
                clocks.extend(line.provider.clock_behind_us().map(|us| (format!("provider `{name}`"), us)));
                check
            }
        };
        checks.push(check);
    }
    checks.push(doctor::clock(cx.clock.wall(), &clocks));
    checks
}

async fn database(
    cx: &Ctx,
    settings: &Settings,
    checks: &mut Vec<Check>,
    clocks: &mut Vec<(String, i64)>,
) -> Result<(), CliError> {
    let store = cx.store().await?;
    checks.extend(doctor::database(store).await);
    clocks.extend(doctor::behind_database(store, &cx.clock).await?.map(|us| ("the database server".to_owned(), us)));
    match cx.keys().await {
        Ok(ring) => checks.push(doctor::key(store, ring).await?),
        // a reference that leads nowhere has its line already
        Err(e) if settings.crypto.key.as_ref().is_none_or(|r| cx.secret(r).is_ok()) => {
            checks.push(from_error("key", e));
        }
        Err(_) => {}
    }
    checks.extend(doctor::sites(store, &rules(settings)).await?);
    checks.extend(doctor::loose_ends(store, &cx.clock).await?);
    checks.extend(doctor::money(store, &cx.clock, settings.credits.gateway.as_deref()).await?);
    checks.extend(doctor::notices(store, settings.alert.is_some(), settings.callback_secret.is_some()).await?);
    match cx.charger().await {
        Err(e) if settings.gateways.values().all(|g| cx.secret(&g.secret).is_ok()) => {
            checks.push(from_error("gateway", e));
        }
        _ => {}
    }
    Ok(())
}

/// Every reference of the configuration; one line for all that resolve.
fn secrets(cx: &Ctx, settings: &Settings) -> Vec<Check> {
    let mut references: Vec<(String, Reference)> = Vec::new();
    references.extend(Reference::parse(&settings.database_url).ok().map(|r| ("database.url".to_owned(), r)));
    references.extend(settings.crypto.key.clone().map(|r| ("crypto.key".to_owned(), r)));
    for (name, p) in &settings.providers {
        references.push((format!("provider.{name}.api_key"), p.api_key.clone()));
        references.push((format!("provider.{name}.api_secret"), p.api_secret.clone()));
    }
    references.extend(settings.gateways.iter().map(|(name, g)| (format!("gateway.{name}.secret"), g.secret.clone())));
    references.extend(settings.alert.as_ref().map(|a| ("alert.url".to_owned(), a.url.clone())));
    references.extend(settings.callback_secret.clone().map(|r| ("callback.secret".to_owned(), r)));
    for (name, s) in &settings.sources {
        references.extend(Reference::parse(&s.url).ok().map(|r| (format!("source.{name}.url"), r)));
    }
    let mut missing = Vec::new();
    for (key, reference) in &references {
        match cx.secret(reference) {
            Ok(text) if text.is_empty() => {
                missing.push(Check::bad(key, format!("{reference} is empty"), "Put the secret there."));
            }
            Ok(_) => {}
            Err(e) => missing.push(from_error(key, e)),
        }
    }
    let found = (references.len() - missing.len()) as u64;
    if found > 0 {
        missing.insert(0, Check::ok("secrets", format!("{} found", plural(found, "secret"))));
    }
    missing
}

fn key_file(settings: &Settings) -> Option<Check> {
    match (&settings.crypto.key, settings.crypto.mode) {
        (Some(Reference::File(path)), CryptoMode::Sealed) if path.exists() => Some(doctor::key_file(path)),
        _ => None,
    }
}

fn from_error(check: &str, e: CliError) -> Check {
    let detail = std::iter::once(e.message).chain(e.causes).collect::<Vec<_>>().join(": ");
    let mend = e.hint.unwrap_or_else(|| "See `msgctl config show`.".to_owned());
    match e.kind {
        Kind::TryLater => Check::unreachable(check, detail, mend),
        _ => Check::bad(check, detail, mend),
    }
}

impl Row for Check {
    const HEAD: &'static [&'static str] = &["CHECK", "STATE", "FOUND"];

    fn cells(&self) -> Vec<Cell> {
        let (word, tone) = match self.state {
            State::Ok => ("ok", Tone::Good),
            State::Warn => ("warn", Tone::Warn),
            State::Bad => ("bad", Tone::Bad),
        };
        let found = match &self.mend {
            Some(mend) => format!("{}\n→ {mend}", self.detail),
            None => self.detail.clone(),
        };
        vec![Cell::text(&self.check), Cell::text(word).tone(tone), Cell::text(found)]
    }
}
