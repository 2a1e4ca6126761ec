//! Checks of an installation: one line each, with what to do about it.
//!
//! To add one: a function that yields [`Check`]s, called from `cli/doctor.rs`.

use std::path::Path;
use std::time::Duration;

use crate::domain::channel::{Channel, Strategy};
use crate::domain::clock::Clock;
use crate::domain::money::{Minor, group_thousands};
use crate::domain::seal::KeyRing;
use crate::domain::template::TemplateRef;
use crate::domain::time::Micros;
use crate::ops::send::{Line, Rules};
use crate::ops::site::{self, Site};
use crate::ops::{keys, template};
use crate::providers::CallError;
use crate::store::{Store, StoreError, Target, autocharge, batch, health, notice, route};

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// In order.
    Ok,
    /// Worth a look.
    Warn,
    /// Sending will fail.
    Bad,
}

/// One line.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Check {
    /// What was looked at.
    pub check: String,
    /// How it is.
    pub state: State,
    /// What was found.
    pub detail: String,
    /// What to do.
    pub mend: Option<String>,
    /// Bad because something cannot be reached just now, not because it is set wrongly.
    #[serde(skip)]
    pub passing: bool,
}

impl Check {
    /// In order.
    pub fn ok(check: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { check: check.into(), state: State::Ok, detail: detail.into(), mend: None, passing: false }
    }

    /// Worth a look.
    pub fn warn(check: impl Into<String>, detail: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { state: State::Warn, mend: Some(mend.into()), ..Self::ok(check, detail) }
    }

    /// Set wrongly.
    pub fn bad(check: impl Into<String>, detail: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { state: State::Bad, ..Self::warn(check, detail, mend) }
    }

    /// Cannot be reached.
    pub fn unreachable(check: impl Into<String>, detail: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { passing: true, ..Self::bad(check, detail, mend) }
    }
}

/// Room on the disk below which it is worth a look, and below which writing is about to fail.
const ROOM: (u64, u64) = (1 << 30, 64 << 20);

/// A clock that is further off than this is worth a look: signatures are refused at 15 minutes,
/// but limits and quiet hours are counted in seconds.
const SKEW: Duration = Duration::from_secs(5);

/// A provider with open messages that was not asked for this long is forgotten by somebody's cron.
const SILENCE: Duration = Duration::from_mins(30);

/// The engine, whether it can be written to, and the room it has.
pub async fn database(store: &Store) -> Vec<Check> {
    let mut checks = Vec::new();
    match writable(store).await {
        Ok(version) => {
            let engine = if matches!(store.target(), Target::Sqlite(_)) { "SQLite" } else { "PostgreSQL" };
            checks.push(Check::ok("database", format!("{}, {engine} {version}, writable", store.target())));
        }
        Err(e @ StoreError::ReadOnly(_)) => checks.push(Check::bad(
            "database",
            told(&e),
            "The file, its folder and its `-wal` file must be writable for this user.",
        )),
        Err(e) => {
            checks.push(Check::unreachable("database", told(&e), "Run the same again; look at the server's log."));
        }
    }
    if let Target::Sqlite(path) = store.target() {
        checks.extend(room(path));
    }
    checks
}

async fn writable(store: &Store) -> Result<String, StoreError> {
    let version = health::engine_version(&mut store.read().await?).await?;
    let mut tx = store.write().await?;
    health::try_write(&mut tx).await?;
    tx.rollback().await?;
    Ok(version)
}

fn room(file: &Path) -> Option<Check> {
    let folder = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let stat = rustix::fs::statvfs(folder).ok()?;
    let free = stat.f_bavail.saturating_mul(stat.f_frsize);
    let text = format!("{} MiB free in {}", group_thousands(free >> 20), folder.display());
    Some(match free {
        n if n < ROOM.1 => Check::unreachable("disk", text, "Make room: without it nothing can be recorded."),
        n if n < ROOM.0 => Check::warn("disk", text, "Make room; a million messages take about half a gigabyte."),
        _ => Check::ok("disk", text),
    })
}

/// Whether the ring is the one that the database was filled with.
pub async fn key(store: &Store, ring: &KeyRing) -> Result<Check, StoreError> {
    let mut c = store.read().await?;
    let claimed = keys::claimed(&mut c).await?;
    Ok(match keys::check(&mut c, ring).await {
        Ok(()) if ring.is_plaintext() => {
            Check::warn("key", "personal data is kept in plain text", "Set `crypto.key` before people are imported.")
        }
        Ok(()) if claimed => Check::ok("key", "it is the one that the database was filled with"),
        Ok(()) => Check::ok("key", "the database holds no people yet"),
        Err(keys::KeysError::Store(e)) => return Err(e),
        Err(e) => Check::bad("key", told(&e), "Point `crypto.key` at the key file this database was made with."),
    })
}

/// The mode of a key file: anybody who can read it can read everybody.
pub fn key_file(path: &Path) -> Check {
    use std::os::unix::fs::PermissionsExt as _;
    let shown = path.display();
    match std::fs::metadata(path) {
        Ok(m) if m.permissions().mode() & 0o077 != 0 => Check::bad(
            "key file",
            format!("{shown} has mode {:04o}: others can read it", m.permissions().mode() & 0o7777),
            format!("Run `chmod 600 {shown}`."),
        ),
        Ok(_) => Check::ok("key file", format!("{shown}, for its owner only")),
        Err(e) => Check::bad(
            "key file",
            format!("{shown}: {e}"),
            "Bring it back from its copy; `msgctl init` makes one for a new database.",
        ),
    }
}

/// Our clock beside the ones of the database's server and the providers: (whose, how far ours is behind it).
pub fn clock(now: Micros, others: &[(String, i64)]) -> Check {
    let shown = now.timestamp().to_zoned(crate::domain::time::kst()).strftime("%Y-%m-%d %H:%M:%S %Z").to_string();
    let worst = others.iter().max_by_key(|(_, behind)| behind.unsigned_abs());
    let mend = "Let the machine keep its clock with NTP: `timedatectl set-ntp true`.";
    // the first release: a clock before it lost its battery
    if now.0 < 1_767_225_600_000_000 {
        return Check::bad("clock", format!("{shown} is in the past"), mend);
    }
    match worst {
        Some((whose, behind)) if u128::from(behind.unsigned_abs()) > SKEW.as_micros() => {
            let way = if *behind > 0 { "behind" } else { "ahead of" };
            let seconds = behind.unsigned_abs() / 1_000_000;
            Check::warn("clock", format!("{shown}, {seconds} s {way} {whose}"), mend)
        }
        Some(_) => Check::ok("clock", format!("{shown}, as {}", names(others.iter().map(|(n, _)| n.as_str())))),
        None => Check::ok("clock", shown),
    }
}

/// Rules of auto-charge, and charges that the gateway never answered.
pub async fn money(store: &Store, clock: &Clock, gateway: Option<&str>) -> Result<Vec<Check>, StoreError> {
    /// A gateway that has not answered by then does not answer by itself.
    const LONG: Duration = Duration::from_hours(1);
    let mut c = store.read().await?;
    let on = autocharge::rules(&mut c).await?.iter().filter(|r| r.enabled == 1).count();
    let mut checks = Vec::new();
    match gateway {
        None if on > 0 => checks.push(Check::bad(
            "auto-charge",
            format!("{on} sites wait for it, and there is no gateway"),
            "Set `credits.gateway` and `[gateway.NAME]`.",
        )),
        Some(name) => checks.push(Check::ok("auto-charge", format!("gateway `{name}`, {on} sites"))),
        None => {}
    }
    let stuck = autocharge::in_flight(&mut c, None).await?;
    if let Some(old) = stuck.iter().find(|r| clock.now().since(r.created_at) > LONG) {
        let detail = old.detail.as_deref().unwrap_or("it was never asked");
        checks.push(Check::warn(
            "charges",
            format!("{} has been open since {}: {detail}", old.id, old.created_at),
            "`msgctl credits auto run` asks the gateway; look it up there by its reference.",
        ));
    }
    Ok(checks)
}

/// Where notices go, and those that were given up.
pub async fn notices(store: &Store, alert: bool, signed: bool) -> Result<Vec<Check>, StoreError> {
    let mut c = store.read().await?;
    let mut checks = Vec::new();
    let sites = crate::store::site::list(&mut c).await?;
    if !signed && let Some(site) = sites.iter().find(|s| s.callback.is_some() && s.billing == "prepaid") {
        checks.push(Check::warn(
            "callbacks",
            format!("`{}` has a callback, and nothing is posted unsigned", site.name),
            "Set `callback.secret`.",
        ));
    }
    if !alert && sites.iter().any(|s| s.low_balance_minor.is_some()) {
        checks.push(Check::warn(
            "alerts",
            "low balances are told to the log only",
            "Set `alert.url` to a Slack webhook or any other address.",
        ));
    }
    if let Some(dead) = notice::list(&mut c, None, "dead", 1).await?.pop() {
        checks.push(Check::warn(
            "notices",
            format!("{} was given up: {}", dead.id, dead.detail.unwrap_or_default()),
            "`msgctl notice list --state dead` shows them, `msgctl notice relay --again` tries once more.",
        ));
    }
    Ok(checks)
}

/// How far our clock is behind the database server's, where it has one of its own.
pub async fn behind_database(store: &Store, clock: &Clock) -> Result<Option<i64>, StoreError> {
    let mut c = store.read().await?;
    let before = clock.wall().0;
    let theirs = health::server_time(&mut c).await?;
    let ours = before.midpoint(clock.wall().0);
    Ok(theirs.map(|t| t.0 - ours))
}

/// Sites: a sender number, a sender key where Alimtalk is used, a wrapper that exists.
pub async fn sites(store: &Store, rules: &Rules) -> Result<Vec<Check>, site::SiteError> {
    let all = site::list(store).await?;
    if all.is_empty() {
        return Ok(vec![Check::warn("sites", "there is none yet", "Add one: `msgctl site add NAME --sender NUMBER`.")]);
    }
    let mut checks = Vec::with_capacity(all.len());
    for s in &all {
        checks.push(one_site(store, s, rules.channels.contains_key(&Channel::Alimtalk)).await?);
    }
    Ok(checks)
}

async fn one_site(store: &Store, s: &Site, alimtalk: bool) -> Result<Check, StoreError> {
    let name = format!("site {}", s.name);
    let set = |what: &str| format!("`msgctl site set {} {what}`", s.name);
    if s.senders.is_empty() {
        return Ok(Check::bad(name, "it has no registered sender number", format!("{}.", set("--sender NUMBER"))));
    }
    if let Some(wrapper) = &s.wrapper {
        let reference = wrapper.parse().unwrap_or(TemplateRef { name: wrapper.clone(), version: None });
        match template::get(store, Some(&s.name), &reference).await {
            Ok(_) => {}
            Err(template::TemplateError::Store(e)) => return Err(e),
            Err(_) => {
                let mend = format!(
                    "Add it with `msgctl template add {wrapper} --site {}`, or {}.",
                    s.name,
                    set("--wrapper ''")
                );
                return Ok(Check::bad(name, format!("its wrapper `{wrapper}` does not exist"), mend));
            }
        }
    }
    if alimtalk && s.sender_key.is_none() && s.strategy != Strategy::SmsOnly {
        let mend = format!("{}, or {}.", set("--sender-key ID"), set("--strategy sms-only"));
        return Ok(Check::warn(name, "it has no sender key, so that nothing goes out as Alimtalk", mend));
    }
    Ok(Check::ok(name, format!("sends from {}", s.senders.join(", "))))
}

/// Channels: somebody to carry them, a limit.
pub fn channels(rules: &Rules) -> Vec<Check> {
    if rules.channels.is_empty() {
        return vec![Check::bad(
            "channels",
            "there is none",
            "Add `[channel.sms]` with a `provider` and a `rate` to the configuration file; `msgctl init` writes one.",
        )];
    }
    let mut checks = Vec::new();
    let limit = |c: Channel| rules.channels.get(&c).map(|r| (r.limit, r.rate_group.as_str()));
    for (channel, rule) in &rules.channels {
        let Some(l) = rule.limit else {
            checks.push(Check::warn(
                format!("channel {channel}"),
                format!("by {}, without a limit", rule.provider),
                format!("Set `channel.{channel}.rate` to what your contract allows."),
            ));
            continue;
        };
        let shared: Vec<&str> = rules
            .channels
            .keys()
            .filter(|c| *c != channel && limit(**c).is_some_and(|(_, g)| g == rule.rate_group))
            .map(|c| c.word())
            .collect();
        let with = if shared.is_empty() { String::new() } else { format!(", shared with {}", shared.join(", ")) };
        checks.push(Check::ok(
            format!("channel {channel}"),
            format!(
                "by {}, at most {} in {} s{with}",
                rule.provider,
                group_thousands(u64::from(l.most)),
                l.window.as_secs_f64()
            ),
        ));
    }
    if !rules.channels.contains_key(&Channel::Sms) || !rules.channels.contains_key(&Channel::Lms) {
        checks.push(Check::warn(
            "fallback",
            "SMS and LMS are not both there, so that some people cannot be reached",
            "Add `[channel.sms]` and `[channel.lms]` to the configuration file.",
        ));
    }
    checks
}

/// A provider: reachable, credentials right, money left.
pub async fn provider(name: &str, line: &Line, rules: &Rules) -> Check {
    let check = format!("provider {name}");
    match line.provider.balance().await {
        Ok(b) => {
            let all = Minor(b.balance.0.saturating_add(b.point.0));
            let text = rules.prices.get(&Channel::Sms).filter(|p| p.0 > 0);
            let enough = text.map_or(i64::MAX, |p| all.0 / p.0);
            let shown = match text {
                Some(_) => format!("answers; balance ₩{all}, {} SMS", group_thousands(enough.max(0).unsigned_abs())),
                None => format!("answers; balance ₩{all}"),
            };
            if enough < 1_000 {
                Check::warn(check, shown, "Top it up at the provider: the route stops when it is empty.")
            } else {
                Check::ok(check, shown)
            }
        }
        Err(e @ CallError::Refused { .. }) => Check::bad(
            check,
            told(&e),
            format!("Check `provider.{name}.api_key`, `api_secret` and which addresses the key may be used from."),
        ),
        Err(e) => Check::unreachable(
            check,
            told(&e),
            format!(
                "Check `provider.{name}.base_url`, the network and the provider's status page, then run the same again."
            ),
        ),
    }
}

/// What was begun and is not over: stopped routes, forgotten polling, open campaigns, messages in doubt.
pub async fn loose_ends(store: &Store, clock: &Clock) -> Result<Vec<Check>, StoreError> {
    let mut c = store.read().await?;
    let now = clock.wall();
    let mut checks = Vec::new();
    for stop in route::stops(&mut c).await? {
        checks.push(Check::bad(
            format!("route {}", stop.channel),
            format!("stopped by provider `{}`: {} {}", stop.provider, stop.code, stop.detail),
            format!(
                "`msgctl codes explain {}` tells what it means; mend it, then `msgctl campaign resume ID`.",
                stop.code
            ),
        ));
    }
    for r in route::all(&mut c).await?.into_iter().filter(|r| r.state == "open" || r.state == "half-open") {
        checks.push(Check::warn(
            format!("route {}", r.channel),
            format!("provider `{}` has failed since {}: breaker {}, {}", r.provider, r.since, r.state, r.detail),
            "It is tried again by itself; look at the provider's status page if this lasts.",
        ));
    }
    if batch::any_open(&mut c).await? {
        for polled in health::cursors(&mut c).await? {
            let silent = u64::try_from(now.0 - polled.polled_at.0).unwrap_or(0) / 1_000_000;
            if silent > SILENCE.as_secs() {
                checks.push(Check::warn(
                    "reports",
                    format!(
                        "provider `{}` was last asked {} min ago, and reports are outstanding",
                        polled.provider,
                        silent / 60
                    ),
                    "Run `msgctl reports poll`, from cron where nothing else does.",
                ));
            }
        }
    }
    for open in health::open_campaigns(&mut c).await? {
        let note = open.note.map(|n| format!(": {n}")).unwrap_or_default();
        let mend = match open.state.as_str() {
            "planning" => {
                "If no `msgctl send` is at work on it, run the same `send` again: nothing of it has gone out."
                    .to_owned()
            }
            "awaiting" => format!("A second person approves it: `msgctl campaign approve {}`.", open.id),
            _ => format!("If no `msgctl send` is at work on it: `msgctl campaign resume {}`.", open.id),
        };
        checks.push(Check::warn(open.id.to_string(), format!("{}{note}", open.state), mend));
    }
    match health::in_doubt(&mut c).await? {
        0 => {}
        n => checks.push(Check::warn(
            "unknown",
            format!("{} messages of which nobody knows whether they arrived", group_thousands(n.unsigned_abs())),
            "`msgctl reports poll` asks the provider; they are never sent again before it has answered.",
        )),
    }
    if checks.is_empty() {
        checks.push(Check::ok("campaigns", "nothing is left open"));
    }
    Ok(checks)
}

fn names<'a>(all: impl Iterator<Item = &'a str>) -> String {
    all.collect::<Vec<_>>().join(" and ")
}

/// An error with its causes.
fn told(e: &(dyn std::error::Error + 'static)) -> String {
    let mut text = e.to_string();
    let mut next = e.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
