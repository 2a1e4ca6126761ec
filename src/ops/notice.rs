//! What operators and sites are told: noted in the transaction that brings it about, told afterwards, again and again
//! until somebody took it.
//!
//! [`after_move`] is called wherever an available credit moves (`ops::ledger` does): the mark that was passed and the
//! notices of it are one transaction. [`relay`] tells them: to the log, to the site's callback (signed), to the alert
//! address of the operators. A process that dies between telling and marking tells it again, under the same id.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::autocharge::{Edge, edge};
use crate::domain::clock::Clock;
use crate::domain::id::{NoticeId, SiteId};
use crate::domain::money::Minor;
use crate::domain::secret::Secret;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::providers::outbound::{self, PostError};
use crate::store::notice::{self, NewNotice, NoticeRow};
use crate::store::{Reads, Store, StoreError, Tx, autocharge, retrying, site};

/// Nobody else tells a notice that was taken so recently: longer than a post may take.
const LEASE: Duration = Duration::from_secs(30);
/// The first pause before another try; it doubles.
const PAUSE: Duration = Duration::from_secs(10);
/// The longest.
const LONGEST: Duration = Duration::from_hours(1);
/// Tries after which a notice is given up: some ten hours.
const TRIES: i64 = 18;

/// Where notices go.
#[derive(Debug, Clone, Default)]
pub struct Targets {
    /// What callbacks are signed with; without it none is posted.
    pub callback_secret: Option<Secret>,
    /// Where operators are alerted.
    pub alert: Option<Alert>,
}

/// An address for alerts.
#[derive(Debug, Clone)]
pub struct Alert {
    /// Where.
    pub url: Secret,
    /// As Slack reads it, `{"text": …}`, or the notice itself.
    pub slack: bool,
}

/// Looks at a site's marks after its available credit has moved: a charge is wanted, or a low balance is told, once for
/// each descent.
///
/// # Errors
/// What the database says.
pub async fn after_move(
    tx: &mut Tx,
    site: SiteId,
    (seq, available): (i64, Minor),
    now: Micros,
) -> Result<(), StoreError> {
    let Some(m) = notice::marks(tx, site).await? else { return Ok(()) };
    if let (Some(threshold), Some(low)) = (m.threshold_minor, m.low) {
        let coming = m.coming.unwrap_or_default();
        match edge(Minor(available.0.saturating_add(coming.0)), threshold, low == 1) {
            Edge::Fell => drop(autocharge::want(tx, site, now).await?),
            Edge::Rose => drop(autocharge::enough(tx, site).await?),
            Edge::None => {}
        }
    }
    let Some(mark) = m.low_balance_minor else { return Ok(()) };
    match edge(available, mark, m.low_balance_said == 1) {
        Edge::Fell if site::low_said(tx, site, true).await? => {
            let more = json!({ "available_minor": available, "threshold_minor": mark });
            let text = format!("`{}` has ₩{available} left, less than ₩{mark}", m.name);
            tell(tx, site, "low-balance", &format!("low-balance:{site}:{seq}"), &text, more, now).await
        }
        Edge::Rose => {
            site::low_said(tx, site, false).await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Notes something for the log, the site's callback where it has one, and the operators. The same `id` is not noted
/// twice.
///
/// # Errors
/// What the database says.
pub async fn tell(
    tx: &mut Tx,
    site: SiteId,
    kind: &str,
    id: &str,
    text: &str,
    more: Value,
    now: Micros,
) -> Result<(), StoreError> {
    tell_at(tx, &["log", "callback", "alert"], site, kind, id, text, more, now).await?;
    Ok(())
}

/// As [`tell`], only at some of the targets. True where one of them had not been noted before.
///
/// # Errors
/// What the database says.
#[expect(clippy::too_many_arguments, reason = "a notice, field by field")]
pub async fn tell_at(
    tx: &mut Tx,
    targets: &[&str],
    site: SiteId,
    kind: &str,
    id: &str,
    text: &str,
    more: Value,
    now: Micros,
) -> Result<bool, StoreError> {
    let row = site::by_id(tx, site).await?.ok_or_else(|| StoreError::corrupt(format_args!("{site} is missing")))?;
    let mut body = json!({ "id": id, "kind": kind, "site": row.name, "at": now, "text": text });
    if let (Some(body), Value::Object(more)) = (body.as_object_mut(), more) {
        body.extend(more);
    }
    let payload = body.to_string();
    let mut fresh = false;
    for &target in targets {
        if target == "callback" && row.callback.is_none() {
            continue;
        }
        let dedupe = format!("{id}/{target}");
        fresh |= notice::add(tx, &NewNotice { site, kind, dedupe: &dedupe, payload: &payload, target, now }).await?;
    }
    Ok(fresh)
}

/// What a relay did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Relayed {
    /// Told.
    pub sent: u64,
    /// Not taken; tried again later.
    pub waiting: u64,
    /// There is nowhere to tell it.
    pub skipped: u64,
    /// Given up.
    pub dead: u64,
}

/// Tells what is due, each by one process at a time.
///
/// # Errors
/// What the database says; what other sides say is kept with the notice.
pub async fn relay(store: &Store, clock: &Clock, targets: &Targets) -> Result<Relayed, StoreError> {
    const SOME: i64 = 50;
    let mut done = Relayed::default();
    loop {
        let due = notice::due(&mut store.read().await?, clock.wall(), SOME).await?;
        for n in &due {
            match one(store, clock, targets, n).await? {
                Some("sent") => done.sent += 1,
                Some("ready") => done.waiting += 1,
                Some("skipped") => done.skipped += 1,
                Some("dead") => done.dead += 1,
                _ => {}
            }
        }
        if due.len() < 50 {
            return Ok(done);
        }
    }
}

/// Tells one; the state that it got, or `None` where another process has it.
async fn one(
    store: &Store,
    clock: &Clock,
    targets: &Targets,
    n: &NoticeRow,
) -> Result<Option<&'static str>, StoreError> {
    let wall = clock.wall();
    let attempt = retrying(|| async {
        let mut tx = store.write().await?;
        let attempt = notice::lease(&mut tx, n.id, wall, wall.plus(LEASE)).await?;
        tx.commit().await?;
        Ok(attempt)
    })
    .await?;
    let Some(attempt) = attempt else { return Ok(None) };
    failpoint!("notice-leased");
    let told = deliver(store, clock, targets, n).await?;
    failpoint!("notice-told");
    let (state, detail) = match told {
        Told::Yes => ("sent", None),
        Told::Nowhere(why) => ("skipped", Some(why.to_owned())),
        Told::No(why) if attempt >= TRIES => ("dead", Some(why.0)),
        Told::No(why) => ("ready", Some(why.0)),
    };
    if let Some(why) = &detail {
        tracing::warn!(notice = %n.id, target = %n.target, attempt, %why, "not told");
    }
    let doubled = u32::try_from(attempt - 1).unwrap_or(u32::MAX).min(20);
    let due = clock.wall().plus((PAUSE * 2_u32.pow(doubled)).min(LONGEST));
    retrying(|| async {
        let mut tx = store.write().await?;
        let ours = notice::mark(&mut tx, (n.id, attempt), state, due, detail.as_deref(), clock.now()).await?;
        tx.commit().await?;
        Ok(ours.then_some(state))
    })
    .await
}

enum Told {
    Yes,
    No(PostError),
    Nowhere(&'static str),
}

async fn deliver(store: &Store, clock: &Clock, targets: &Targets, n: &NoticeRow) -> Result<Told, StoreError> {
    // one name for every try and every target
    let id = n.dedupe.rsplit_once('/').map_or(n.dedupe.as_str(), |(id, _)| id);
    let told = match n.target.as_str() {
        "callback" => {
            let row = site::by_id(&mut store.read().await?, n.site_id).await?;
            let Some(url) = row.and_then(|s| s.callback) else { return Ok(Told::Nowhere("the site has no callback")) };
            let Some(secret) = &targets.callback_secret else {
                return Ok(Told::Nowhere("`callback.secret` is not set: nothing is posted unsigned"));
            };
            outbound::post(clock, &url, n.payload.clone(), id, Some(secret)).await
        }
        "alert" => {
            let Some(alert) = &targets.alert else { return Ok(Told::Nowhere("`alert.url` is not set")) };
            let body = if alert.slack { json!({ "text": words(n) }).to_string() } else { n.payload.clone() };
            outbound::post(clock, alert.url.expose(), body, id, None).await
        }
        _ => {
            tracing::warn!(notice = id, kind = %n.kind, site = %n.site_id, "{}", words(n));
            Ok(())
        }
    };
    Ok(told.map_or_else(Told::No, |()| Told::Yes))
}

/// What it says, for people.
fn words(n: &NoticeRow) -> String {
    let body: Value = serde_json::from_str(&n.payload).unwrap_or_default();
    body["text"].as_str().unwrap_or(&n.kind).to_owned()
}

/// A notice for people.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Its id.
    pub notice: NoticeId,
    /// What it says.
    pub text: String,
    /// `low-balance`, …
    pub kind: String,
    /// `log`, `callback`, `alert`.
    pub target: String,
    /// `ready`, `leased`, `sent`, `skipped`, `dead`.
    pub state: String,
    /// Tries.
    pub attempts: i64,
    /// Why it could not be told.
    pub detail: Option<String>,
    /// When it happened.
    pub created_at: Micros,
    /// When it was told.
    pub sent_at: Option<Micros>,
}

/// The last notices, the newest first.
///
/// # Errors
/// What the database says.
pub async fn list(c: &mut impl Reads, site: Option<SiteId>, state: &str, limit: u32) -> Result<Vec<Shown>, StoreError> {
    let rows = notice::list(c, site, state, i64::from(limit)).await?;
    let shown = rows.into_iter().map(|n| Shown {
        notice: n.id,
        text: words(&n),
        kind: n.kind,
        target: n.target,
        state: n.state,
        attempts: n.attempts,
        detail: n.detail,
        created_at: n.created_at,
        sent_at: n.sent_at,
    });
    Ok(shown.collect())
}

/// Everything that was given up or had nowhere to go is tried once more.
///
/// # Errors
/// What the database says.
pub async fn again(store: &Store) -> Result<u64, StoreError> {
    let mut tx = store.write().await?;
    let n = notice::again(&mut tx).await?;
    tx.commit().await?;
    Ok(n)
}
