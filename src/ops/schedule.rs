//! Sends that come again and again: made once, planned by whichever worker sees their time first.
//!
//! Each time is a campaign with the key `sch_ID:TIME`. So two workers, or one that died in the middle, never make two of
//! it; and what was planned goes on like any other campaign.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use super::import::{Encoding, Reading, guests};
use super::pull::{self, Origin, PullError};
use super::send::request::{self, Audience, Body, Request};
use super::send::{SendError, Sending, run};
use crate::domain::age::AgeGroup;
use crate::domain::channel::Granularity;
use crate::domain::id::{CampaignId, ScheduleId, SiteId};
use crate::domain::recur::Recurrence;
use crate::domain::time::Micros;
use crate::store::schedule::{self, NewSchedule, ScheduleRow};
use crate::store::{Store, StoreError, campaign, retrying, site};

/// A time that no worker saw for longer than this is not made up for.
const TOO_LATE: Duration = Duration::from_hours(1);

/// Where age groups are asked for, by name.
pub type Sources = BTreeMap<String, Place>;

/// A member database.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its URL, or why there is none.
    pub url: Result<String, String>,
    /// What a relative file is relative to.
    pub base: PathBuf,
    /// One SELECT with `:from` and `:to`.
    pub query: String,
}

/// People who can be asked for again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum People {
    /// The members that a list has then.
    List(String),
    /// The people who are in an age group then.
    Age {
        /// The member database.
        source: String,
        /// An `AgeGroup`.
        group: String,
    },
}

/// A request as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    site: String,
    people: People,
    template: Option<String>,
    message: Option<String>,
    wrapper: Option<String>,
    subject: Option<String>,
    fallback: Option<String>,
    vars: BTreeMap<String, String>,
    strategy: Option<String>,
    lane: String,
    ad: bool,
    allow_repeat: bool,
}

impl Kept {
    fn request(self, audience: Audience, key: String) -> Result<Request, StoreError> {
        let body = match (self.template, self.message) {
            (Some(t), _) => Body::Template(t.parse().map_err(StoreError::corrupt)?),
            (None, message) => Body::Text(message.unwrap_or_default()),
        };
        Ok(Request {
            site: self.site,
            audience,
            body,
            subject: self.subject,
            fallback: self.fallback,
            vars: self.vars,
            strategy: self.strategy.map(|s| s.parse()).transpose().map_err(StoreError::corrupt)?,
            lane: self.lane.parse().map_err(StoreError::corrupt)?,
            ad: self.ad,
            key: Some(key),
            test: false,
            allow_repeat: self.allow_repeat,
            begins: None,
            wrapper: self.wrapper.map(|w| w.parse()).transpose().map_err(StoreError::corrupt)?,
            wait_for_room: false,
            partial: false,
            granularity: Granularity::Recipient,
        })
    }
}

/// A schedule as it is shown.
#[derive(Debug, Clone, Serialize)]
pub struct Schedule {
    /// Its id.
    pub schedule: ScheduleId,
    /// Whose it is.
    pub site: String,
    /// `active`, `paused`, `removed`.
    pub state: String,
    /// Five fields, Korean time.
    pub every: String,
    /// Who is written to: `list vip`, `twenties of members`.
    pub people: String,
    /// The template with its version; none: a text of its own.
    pub template: Option<String>,
    /// The next time; none while it is paused.
    pub next_at: Option<Micros>,
    /// The last time that has passed.
    pub last_at: Option<Micros>,
    /// The last campaign that came of it.
    pub last_campaign: Option<CampaignId>,
    /// What became of the last time, where nothing was sent.
    pub note: Option<String>,
    /// Who made it.
    pub created_by: String,
    /// The operator's idempotency key.
    pub key: Option<String>,
}

fn shown(r: ScheduleRow, site: String) -> Result<Schedule, StoreError> {
    let kept: Kept = serde_json::from_str(&r.request).map_err(StoreError::corrupt)?;
    Ok(Schedule {
        schedule: r.id,
        site,
        next_at: (r.state == "active").then_some(r.next_at),
        state: r.state,
        every: r.cron,
        people: match kept.people {
            People::List(name) => format!("list {name}"),
            People::Age { source, group } => format!("{group} of {source}"),
        },
        template: kept.template,
        last_at: r.last_at,
        last_campaign: r.last_campaign_id,
        note: r.note,
        created_by: r.created_by,
        key: r.key,
    })
}

/// Makes a schedule: checks the request as if it were sent now, and pins the versions of its template and wrapper.
/// With a key that was used before: the same again.
///
/// # Errors
/// What forbids the send; `KeyTaken`.
pub async fn create(
    cx: &Sending,
    request: &Request,
    people: People,
    every: &Recurrence,
    rehearse: bool,
) -> Result<Schedule, SendError> {
    let pins = request::pins(cx, &mut cx.store.read().await?, request).await?;
    let now = cx.clock.now();
    let first = every
        .next(now)
        .ok_or_else(|| SendError::refused(format!("`{every}` never comes"), "Look at its day and month."))?;
    let message = match &request.body {
        Body::Text(text) => Some(text.clone()),
        Body::Template(_) => None,
    };
    let kept = Kept {
        site: request.site.clone(),
        people,
        template: pins.template.map(|t| t.to_string()),
        message,
        wrapper: pins.wrapper.map(|t| t.to_string()),
        subject: request.subject.clone(),
        fallback: request.fallback.clone(),
        vars: request.vars.clone(),
        strategy: request.strategy.map(|s| s.word().to_owned()),
        lane: request.lane.word().to_owned(),
        ad: request.ad,
        allow_repeat: request.allow_repeat,
    };
    let json = serde_json::to_string(&kept).map_err(StoreError::corrupt)?;
    let every = every.to_string();
    if let Some(key) = &request.key
        && let Some(known) = schedule::by_key(&mut cx.store.read().await?, pins.site, key).await?
    {
        let was: Kept = serde_json::from_str(&known.request).map_err(StoreError::corrupt)?;
        // a newer version of the template does not make it another request
        let versions = Kept { template: was.template.clone(), wrapper: was.wrapper.clone(), ..kept.clone() };
        let named = |t: &Option<String>| t.as_deref().map(|t| t.split('@').next().unwrap_or(t).to_owned());
        let same = versions == was && named(&kept.template) == named(&was.template) && known.cron == every;
        if !same || known.state == "removed" {
            return Err(SendError::KeyTaken(key.clone()));
        }
        return Ok(shown(known, request.site.clone())?);
    }
    let new = NewSchedule {
        site: pins.site,
        key: request.key.as_deref(),
        request: &json,
        cron: &every,
        next_at: first,
        at: now,
        by: &cx.actor,
    };
    let made = retrying(|| async {
        let mut tx = cx.store.write().await?;
        let id = schedule::insert(&mut tx, &new).await?;
        let row = schedule::by_id(&mut tx, id).await?;
        tx.finish(rehearse).await?;
        Ok(row)
    })
    .await;
    match made {
        Ok(row) => Ok(shown(row.ok_or_else(|| StoreError::corrupt("a schedule is missing"))?, request.site.clone())?),
        Err(StoreError::Duplicate(_)) => Err(SendError::KeyTaken(request.key.clone().unwrap_or_default())),
        Err(e) => Err(e.into()),
    }
}

/// All schedules that were not removed, of one site or of all.
pub async fn list(store: &Store, of: Option<&str>) -> Result<Vec<Schedule>, SendError> {
    let mut c = store.read().await?;
    let of = match of {
        Some(name) => super::site::get(&mut c, name).await?.id,
        None => SiteId(0),
    };
    let names: BTreeMap<SiteId, String> = site::list(&mut c).await?.into_iter().map(|s| (s.id, s.name)).collect();
    let rows = schedule::list(&mut c, of).await?;
    rows.into_iter()
        .map(|r| {
            let site = names.get(&r.site_id).cloned().unwrap_or_default();
            Ok(shown(r, site)?)
        })
        .collect()
}

/// What is done to a schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// No campaign comes of it until it is resumed.
    Pause,
    /// It goes on with the next time to come.
    Resume,
    /// It is over. Campaigns that came of it stay.
    Remove,
}

/// Changes a schedule.
///
/// # Errors
/// `NotFound`.
pub async fn change(
    cx: &Store,
    now: Micros,
    id: ScheduleId,
    change: Change,
    rehearse: bool,
) -> Result<Schedule, SendError> {
    let missing = || SendError::NotFound { what: "schedule", name: id.to_string() };
    let row = retrying(|| async {
        let mut tx = cx.write().await?;
        let Some(row) = schedule::by_id(&mut tx, id).await? else { return Ok(None) };
        let every: Recurrence = row.cron.parse().map_err(StoreError::corrupt)?;
        let (state, next) = match change {
            Change::Pause => ("paused", row.next_at),
            Change::Resume if row.state == "active" => ("active", row.next_at),
            Change::Resume => ("active", every.next(now).unwrap_or(row.next_at)),
            Change::Remove => ("removed", row.next_at),
        };
        let changed = schedule::shift(&mut tx, id, state, next).await?;
        let row = schedule::by_id(&mut tx, id).await?.filter(|_| changed);
        tx.finish(rehearse).await?;
        Ok(row)
    })
    .await?
    .ok_or_else(missing)?;
    let sites = site::list(&mut cx.read().await?).await?;
    let name = sites.into_iter().find(|s| s.id == row.site_id).map(|s| s.name).unwrap_or_default();
    Ok(shown(row, name)?)
}

/// What became of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// It is a campaign.
    Planned(ScheduleId, Micros, CampaignId),
    /// Nothing is sent: why.
    Skipped(ScheduleId, Micros, String),
    /// Not yet: why. It is tried again.
    Later(ScheduleId, Micros, String),
}

/// Plans the schedules whose time has come.
///
/// # Errors
/// What the database says; what forbids a single send is told in [`Came`].
pub async fn plan_due(
    cx: &Arc<Sending>,
    sources: &Sources,
    stop: &watch::Receiver<bool>,
) -> Result<Vec<Came>, StoreError> {
    let due = schedule::due(&mut cx.store.read().await?, cx.clock.now()).await?;
    let mut came = Vec::new();
    for row in due {
        came.extend(plan_one(cx, sources, stop, row).await?);
    }
    Ok(came)
}

async fn plan_one(
    cx: &Arc<Sending>,
    sources: &Sources,
    stop: &watch::Receiver<bool>,
    mut row: ScheduleRow,
) -> Result<Option<Came>, StoreError> {
    let every: Recurrence = row.cron.parse().map_err(StoreError::corrupt)?;
    let now = cx.clock.now();
    // of several times that nobody saw, the last one counts
    let latest = latest(&every, row.next_at, now);
    if latest > row.next_at {
        let note = match planned(cx, &row).await? {
            Some(_) => None,
            None => Some(format!("{} and what came before {latest} was not sent: no worker ran", row.next_at)),
        };
        if !advance(cx, &row, latest, None, note.as_deref()).await? {
            return Ok(None);
        }
        row.next_at = latest;
        row.note = note;
    }
    let Some(next) = every.next(row.next_at) else { return Ok(None) };
    let (id, at) = (row.id, row.next_at);
    if now.since(at) > TOO_LATE && planned(cx, &row).await?.is_none() {
        let note = format!("{at} was not sent: no worker ran within an hour of it");
        let first = advance(cx, &row, next, None, Some(&note)).await?;
        return Ok(first.then_some(Came::Skipped(id, at, note)));
    }
    match send(cx, sources, stop, &row).await {
        Ok(campaign) => {
            let note = row.note.clone().filter(|n| n.contains("was not sent"));
            let first = advance(cx, &row, next, Some(campaign), note.as_deref()).await?;
            Ok(first.then_some(Came::Planned(id, at, campaign)))
        }
        Err(SendError::Locked(_)) => Ok(None),
        Err(SendError::Store(e)) if e.may_pass() => Err(e),
        Err(e @ (SendError::BacklogFull { .. } | SendError::People(_))) => {
            let why = words(&e);
            let note = format!("{at} waits: {why}");
            retrying(|| async {
                let mut tx = cx.store.write().await?;
                schedule::note(&mut tx, id, &note).await?;
                tx.commit().await
            })
            .await?;
            Ok(Some(Came::Later(id, at, why)))
        }
        Err(e) => {
            let note = format!("{at} was not sent: {}", words(&e));
            let first = advance(cx, &row, next, None, Some(&note)).await?;
            Ok(first.then_some(Came::Skipped(id, at, note)))
        }
    }
}

/// An error with what is behind it.
fn words(e: &SendError) -> String {
    let mut text = e.to_string();
    let mut next = std::error::Error::source(e);
    while let Some(cause) = next {
        text = format!("{text}: {cause}");
        next = cause.source();
    }
    text
}

/// The last time from `first` on that is not to come.
fn latest(every: &Recurrence, first: Micros, now: Micros) -> Micros {
    // a day is enough: what is older is not sent anyway
    let mut last = first;
    let mut from = first.max(now.minus(Duration::from_hours(24)));
    while let Some(next) = every.next(from).filter(|n| *n <= now) {
        (last, from) = (next, next);
    }
    last
}

fn key(row: &ScheduleRow) -> String {
    format!("{}:{}", row.id, row.next_at)
}

/// The campaign of a schedule's next time, if that was planned by somebody who did not come further.
async fn planned(cx: &Sending, row: &ScheduleRow) -> Result<Option<CampaignId>, StoreError> {
    let known = campaign::by_key(&mut cx.store.read().await?, row.site_id, &key(row)).await?;
    Ok(known.map(|c| c.id))
}

async fn advance(
    cx: &Sending,
    row: &ScheduleRow,
    next: Micros,
    campaign: Option<CampaignId>,
    note: Option<&str>,
) -> Result<bool, StoreError> {
    retrying(|| async {
        let mut tx = cx.store.write().await?;
        let first = schedule::advance(&mut tx, row, next, campaign, note).await?;
        tx.commit().await?;
        Ok(first)
    })
    .await
}

async fn send(
    cx: &Arc<Sending>,
    sources: &Sources,
    stop: &watch::Receiver<bool>,
    row: &ScheduleRow,
) -> Result<CampaignId, SendError> {
    let kept: Kept = serde_json::from_str(&row.request).map_err(StoreError::corrupt)?;
    let audience = match &kept.people {
        People::List(name) => Audience::List(name.clone()),
        People::Age { source, group } => {
            let group: AgeGroup = group.parse().map_err(StoreError::corrupt)?;
            let place = sources.get(source).ok_or_else(|| {
                SendError::refused(
                    format!("there is no member database `{source}`"),
                    format!("Add `[source.{source}]` to the configuration file of the worker."),
                )
            })?;
            members(cx, source, place, group, row.site_id, row.next_at).await?
        }
    };
    let request = kept.request(audience, key(row))?;
    Ok(run::detach(cx, request, None, stop.clone(), |_| ()).await?.campaign)
}

/// The people who are in an age group on a day.
///
/// # Errors
/// What the member database says.
pub async fn members(
    cx: &Sending,
    name: &str,
    place: &Place,
    group: AgeGroup,
    site: SiteId,
    on: Micros,
) -> Result<Audience, SendError> {
    let url = place.url.as_ref().map_err(|e| SendError::People(e.clone().into()))?;
    let origin = Origin { url, base: &place.base, query: &place.query };
    let (source, ..) = pull::open(&origin, group, on).await.map_err(|e: PullError| SendError::People(Box::new(e)))?;
    let reading = Reading { source, site, map: Vec::new(), encoding: Encoding::Utf8, now: cx.clock.now() };
    let label = format!("{name} {group} {}", on.kst_date());
    Ok(Audience::Stream { label, chunks: guests(&cx.keys, reading) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_times_that_nobody_saw_the_last_one_counts() {
        let at = |t: &str| Micros::from(t.parse::<jiff::Timestamp>().expect("a time"));
        let hourly: Recurrence = "0 * * * *".parse().expect("a recurrence");
        let first = at("2026-11-21T09:00:00+09:00");
        assert_eq!(latest(&hourly, first, at("2026-11-21T09:00:01+09:00")), first);
        assert_eq!(latest(&hourly, first, at("2026-11-21T12:30:00+09:00")), at("2026-11-21T12:00:00+09:00"));
        // after weeks, too
        assert_eq!(latest(&hourly, first, at("2027-01-01T00:10:00+09:00")), at("2027-01-01T00:00:00+09:00"));
        let yearly: Recurrence = "0 9 21 11 *".parse().expect("a recurrence");
        assert_eq!(latest(&yearly, first, at("2027-01-01T00:10:00+09:00")), first);
    }
}
