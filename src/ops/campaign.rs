//! Campaigns after they were planned: look, hold, go on, take back, try what failed again.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::watch;

use super::send::credits;
use super::send::dispatch::Until;
use super::send::plan::{self, Recipients};
use super::send::recall::{self, recall};
use super::send::release;
use super::send::run::{self, News, Outcome, Results, Spent};
use super::send::{SendError, Sending};
use crate::domain::channel::{Channel, Lane, Strategy};
use crate::domain::clock::Clock;
use crate::domain::id::{CampaignId, SiteId, TemplateId};
use crate::domain::outcome::Class;
use crate::domain::route::Route;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::store::campaign::{self, CampaignRow};
use crate::store::message::FailedRow;
use crate::store::{Reads, Store, StoreError, batch, message, queue, retrying, site, stats};

/// A campaign in a list.
#[derive(Debug, Clone, Serialize)]
pub struct Brief {
    /// Its id.
    pub campaign: CampaignId,
    /// Whose it is.
    pub site: String,
    /// Where it stands.
    pub state: CampaignState,
    /// The template it pinned; none: a text of its own.
    pub template: Option<String>,
    /// How channels were chosen.
    pub strategy: Strategy,
    /// Its messages.
    pub total: u64,
    /// Delivered on any channel.
    pub delivered: u64,
    /// Failed.
    pub failed: u64,
    /// Taken back.
    pub cancelled: u64,
    /// Without a result so far.
    pub open: u64,
    /// What was delivered cost this much.
    pub cost_minor: i64,
    /// When it was asked for.
    pub created_at: Micros,
    /// When its last message reached a final state.
    pub finished_at: Option<Micros>,
    /// Why it is held.
    pub note: Option<String>,
    /// A test of a text, left out of statistics.
    pub test: bool,
}

/// Which campaigns to list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of one site.
    pub site: Option<String>,
    /// In one state.
    pub state: Option<CampaignState>,
    /// Older than this one.
    pub before: Option<CampaignId>,
    /// How many.
    pub limit: u32,
}

/// A campaign with everything about it but its messages.
#[derive(Debug, Clone, Serialize)]
pub struct Detail {
    /// Its id.
    pub campaign: CampaignId,
    /// Whose it is.
    pub site: String,
    /// Where it stands.
    pub state: CampaignState,
    /// Why it is held.
    pub note: Option<String>,
    /// The operator's idempotency key.
    pub key: Option<String>,
    /// The template it pinned; none: a text of its own.
    pub template: Option<String>,
    /// How channels were chosen.
    pub strategy: Strategy,
    /// What goes first when several wait.
    pub lane: Lane,
    /// A test of a text, left out of statistics.
    pub test: bool,
    /// Who asked for it.
    pub planned_by: Option<String>,
    /// Who approved it, where a second person had to.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Micros>,
    /// What `send --plan` would have taken.
    pub plan_hash: Option<String>,
    /// Who was asked for.
    pub recipients: Recipients,
    /// What became of the messages.
    pub results: Results,
    /// What it cost.
    pub cost: Spent,
    /// When it was asked for.
    pub created_at: Micros,
    /// Nothing of it is sent before.
    pub begins_at: Option<Micros>,
    /// When its plan was complete.
    pub started_at: Option<Micros>,
    /// When its last message reached a final state.
    pub finished_at: Option<Micros>,
}

/// What a change of state did.
#[derive(Debug, Clone, Serialize)]
pub struct Changed {
    /// The campaign.
    pub campaign: CampaignId,
    /// Where it stands now.
    pub state: CampaignState,
    /// It stood elsewhere before.
    pub changed: bool,
    /// Messages that were taken back by this command.
    pub cancelled: u64,
    /// Messages whose report is still awaited.
    pub outstanding: u64,
}

/// Failed messages that have their end in common.
#[derive(Debug, Clone, Serialize)]
pub struct FailedGroup {
    /// Where they failed.
    pub channel: String,
    /// With what.
    pub code: String,
    /// Its class.
    pub class: String,
    /// Whether they are queued again.
    pub retried: bool,
    /// How many.
    pub messages: u64,
}

/// What `campaign retry-failed` did.
#[derive(Debug, Clone, Serialize)]
pub struct Retried {
    /// The campaign.
    pub campaign: CampaignId,
    /// Where it stands now.
    pub state: CampaignState,
    /// Messages in the queue again.
    pub requeued: u64,
    /// Failed messages that were left.
    pub left: u64,
    /// All that had failed.
    pub groups: Vec<FailedGroup>,
}

/// Campaigns, newest first.
pub async fn list(store: &Store, filter: &Filter) -> Result<Vec<Brief>, SendError> {
    let mut c = store.read().await?;
    let of = match &filter.site {
        Some(name) => super::site::get(&mut c, name).await?.id,
        None => SiteId(0),
    };
    let state = filter.state.map_or("", CampaignState::word);
    let before = filter.before.unwrap_or(CampaignId(0));
    let rows = campaign::list(&mut c, of, state, before, i64::from(filter.limit)).await?;
    let names = Names::read(&mut c).await?;
    let ids: Vec<CampaignId> = rows.iter().map(|r| r.id).collect();
    let mut parts: BTreeMap<CampaignId, Parts> = BTreeMap::new();
    for p in campaign::parts(&mut c, &ids).await? {
        parts.entry(p.campaign_id).or_default().add(&p);
    }
    rows.iter().map(|r| brief(r, &names, &parts.remove(&r.id).unwrap_or_default())).collect()
}

#[derive(Default)]
struct Parts {
    delivered: u64,
    failed: u64,
    cancelled: u64,
    cost: i64,
}

impl Parts {
    fn add(&mut self, p: &campaign::PartRow) {
        let n = u64::try_from(p.n).unwrap_or(0);
        match p.state.as_str() {
            "delivered" => self.delivered += n,
            "failed" => self.failed += n,
            _ => self.cancelled += n,
        }
        self.cost += p.price_minor;
    }
}

fn brief(r: &CampaignRow, names: &Names, p: &Parts) -> Result<Brief, SendError> {
    let total = u64::try_from(r.total).unwrap_or(0);
    Ok(Brief {
        campaign: r.id,
        site: names.site(r.site_id),
        state: r.state.parse().map_err(StoreError::corrupt)?,
        template: names.template(r.template_id, r.template_version),
        strategy: r.strategy.parse().map_err(StoreError::corrupt)?,
        total,
        delivered: p.delivered,
        failed: p.failed,
        cancelled: p.cancelled,
        open: total.saturating_sub(p.delivered + p.failed + p.cancelled),
        cost_minor: p.cost,
        created_at: r.created_at,
        finished_at: r.finished_at,
        note: r.note.clone(),
        test: r.test != 0,
    })
}

/// One campaign.
pub async fn show(store: &Store, id: CampaignId) -> Result<Detail, SendError> {
    let row = run::by_id(store, id).await?;
    let names = Names::read(&mut store.read().await?).await?;
    let (recipients, results, cost) = run::account(store, &row).await?;
    Ok(Detail {
        campaign: id,
        site: names.site(row.site_id),
        state: row.state.parse().map_err(StoreError::corrupt)?,
        note: row.note,
        key: row.key,
        template: names.template(row.template_id, row.template_version),
        strategy: row.strategy.parse().map_err(StoreError::corrupt)?,
        lane: row.lane.parse().map_err(StoreError::corrupt)?,
        test: row.test != 0,
        planned_by: row.planned_by,
        approved_by: row.approved_by,
        approved_at: row.approved_at,
        plan_hash: row.plan_hash,
        recipients,
        results,
        cost,
        created_at: row.created_at,
        begins_at: row.begins_at,
        started_at: row.started_at,
        finished_at: row.finished_at,
    })
}

/// Names of sites and templates, by id.
pub(super) struct Names {
    sites: BTreeMap<SiteId, String>,
    templates: BTreeMap<TemplateId, String>,
}

impl Names {
    pub(super) async fn read(c: &mut impl Reads) -> Result<Self, StoreError> {
        Ok(Self {
            sites: site::list(c).await?.into_iter().map(|s| (s.id, s.name)).collect(),
            templates: stats::template_names(c).await?.into_iter().collect(),
        })
    }

    pub(super) fn site(&self, id: SiteId) -> String {
        self.sites.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }

    /// `order@3`.
    pub(super) fn template(&self, id: Option<TemplateId>, version: Option<i64>) -> Option<String> {
        let name = self.templates.get(&id?).cloned().unwrap_or_else(|| format!("{}", id.unwrap_or(TemplateId(0))));
        Some(version.map_or_else(|| name.clone(), |v| format!("{name}@{v}")))
    }
}

/// Holds a campaign: nothing of it is handed over until it is resumed. A sender elsewhere ends by itself.
///
/// # Errors
/// `Refused` where there is nothing to hold.
pub async fn pause(store: &Store, id: CampaignId, reason: Option<&str>, rehearse: bool) -> Result<Changed, SendError> {
    let row = run::by_id(store, id).await?;
    let note = reason.map_or_else(|| "paused by the operator".to_owned(), ToOwned::to_owned);
    let changed = retrying(|| async {
        let mut tx = store.write().await?;
        let changed = campaign::shift(&mut tx, id, "running", "paused", Some(&note)).await?;
        tx.finish(rehearse).await?;
        Ok(changed)
    })
    .await?;
    let now = if changed { CampaignState::Paused } else { state_of(store, id).await? };
    match now {
        CampaignState::Paused => {}
        CampaignState::Planning => {
            return Err(SendError::refused(
                format!("{id} is still being planned"),
                "Nothing of it is sent yet; stop its `send`, or pause it once it runs.",
            ));
        }
        other => {
            return Err(SendError::refused(
                format!("{id} is {other}: there is nothing to pause"),
                format!("See `msgctl campaign show {id}`."),
            ));
        }
    }
    changed_to(store, &row, now, changed, 0).await
}

async fn state_of(store: &Store, id: CampaignId) -> Result<CampaignState, SendError> {
    Ok(run::by_id(store, id).await?.state.parse().map_err(StoreError::corrupt)?)
}

async fn changed_to(
    store: &Store,
    row: &CampaignRow,
    state: CampaignState,
    changed: bool,
    cancelled: u64,
) -> Result<Changed, SendError> {
    let (_, open) = batch::in_doubt_and_flight(&mut store.read().await?, row.id).await?;
    Ok(Changed { campaign: row.id, state, changed, cancelled, outstanding: u64::try_from(open).unwrap_or(0) })
}

/// Goes on with a campaign that was paused or interrupted.
///
/// # Errors
/// As [`run::resume`]; `Refused` for one that was cancelled or is not approved yet.
pub async fn resume(
    cx: &Arc<Sending>,
    id: CampaignId,
    until: Until,
    stop: watch::Receiver<bool>,
    news: impl FnMut(News<'_>),
) -> Result<Outcome, SendError> {
    let state = state_of(&cx.store, id).await?;
    if state == CampaignState::Awaiting {
        return Err(SendError::refused(
            format!("{id} is not approved yet"),
            format!(
                "A second person approves it with `msgctl campaign approve {id}`, or refuses it with `msgctl campaign cancel {id}`."
            ),
        ));
    }
    if state == CampaignState::Cancelled {
        return Err(SendError::refused(
            format!("{id} was cancelled and does not go on"),
            format!("Send again what is wanted; `msgctl message list {id} --state cancelled` lists who got nothing."),
        ));
    }
    run::resume(cx, id, until, stop, news).await
}

/// Takes back what has not been handed over. What is with a provider stays, and its reports are still recorded.
///
/// # Errors
/// `Refused` when every message has its result; `Locked` while it is being planned elsewhere.
pub async fn cancel(store: &Store, clock: &Clock, id: CampaignId, rehearse: bool) -> Result<Changed, SendError> {
    let row = run::by_id(store, id).await?;
    let was: CampaignState = row.state.parse().map_err(StoreError::corrupt)?;
    match was {
        CampaignState::Done => {
            return Err(SendError::refused(
                format!("{id} is done: there is nothing to take back"),
                format!("See `msgctl campaign show {id}`."),
            ));
        }
        CampaignState::Planning => {
            let _lock = run::lock_of(store, id).await?;
            if !rehearse {
                plan::discard(store, id).await?;
            }
            return Ok(Changed {
                campaign: id,
                state: CampaignState::Cancelled,
                changed: true,
                cancelled: 0,
                outstanding: 0,
            });
        }
        CampaignState::Awaiting | CampaignState::Running | CampaignState::Paused | CampaignState::Cancelled => {}
    }
    if rehearse {
        let mut c = store.read().await?;
        let n = queue::queued(&mut c, id).await? + batch::planned(&mut c, id).await?;
        let changed = was != CampaignState::Cancelled;
        return changed_to(store, &row, CampaignState::Cancelled, changed, u64::try_from(n).unwrap_or(0)).await;
    }
    let changed = retrying(|| async {
        let mut tx = store.write().await?;
        let mut changed = false;
        for from in ["awaiting", "running", "paused"] {
            changed |= campaign::shift(&mut tx, id, from, "cancelled", None).await?;
        }
        tx.commit().await?;
        Ok(changed)
    })
    .await?;
    let now = state_of(store, id).await?;
    if now != CampaignState::Cancelled {
        return Err(SendError::refused(
            format!("{id} has become {now} just now"),
            format!("See `msgctl campaign show {id}`."),
        ));
    }
    let mut n = recall(store, clock, id).await?;
    release::cancelled(store, id).await?;
    if changed {
        // the campaign's own sender may have been quicker to take some of them back
        let tally = campaign::tally(&mut store.read().await?, id).await?;
        let taken: i64 = tally.iter().filter(|t| t.code == recall::CANCELLED).map(|t| t.n).sum();
        n = taken.unsigned_abs();
    }
    changed_to(store, &row, now, changed, n).await
}

/// Messages queued again in one transaction come from so many ids.
const SPAN: i64 = 100_000;

/// Queues failed messages once more, from the first channel of their way; what failed for a reason that another try
/// does not change (dead number, opted out, carrier gave up) only where its code is among `codes`.
///
/// # Errors
/// `Locked` while it is being sent; `Refused` for one that was cancelled or never planned; `Insufficient` where the
/// site's credits do not suffice for another try.
pub async fn retry_failed(
    store: &Store,
    clock: &Clock,
    id: CampaignId,
    codes: &[String],
    actor: &str,
    rehearse: bool,
) -> Result<Retried, SendError> {
    let _lock = run::lock_of(store, id).await?;
    let row = run::by_id(store, id).await?;
    let state: CampaignState = row.state.parse().map_err(StoreError::corrupt)?;
    if matches!(state, CampaignState::Cancelled | CampaignState::Planning | CampaignState::Awaiting) {
        return Err(SendError::refused(
            format!("{id} is {state}: nothing of it is tried again"),
            "Send again what is wanted.",
        ));
    }
    let ids = (row.first_id.unwrap_or(0), row.last_id.unwrap_or(-1));
    let groups = message::failed(&mut store.read().await?, id, ids).await?;
    let chosen: Vec<&FailedRow> = groups.iter().filter(|g| again(g, codes)).collect();
    let sum = |groups: &[&FailedRow]| groups.iter().map(|g| u64::try_from(g.n).unwrap_or(0)).sum::<u64>();
    let all = sum(&groups.iter().collect::<Vec<_>>());
    let mut requeued = sum(&chosen);
    if let Some(short) = credits::short_for_retry(&mut store.read().await?, id, &chosen).await? {
        return Err(short);
    }
    if !rehearse && requeued > 0 {
        requeued = 0;
        let mut from = ids.0;
        while from <= ids.1 {
            let upto = ids.1.min(from + SPAN - 1);
            requeued += retrying(|| requeue(store, clock, id, (from, upto), &chosen, actor)).await??;
            from = upto + 1;
        }
    }
    let mut by: BTreeMap<(&str, &str, &str), FailedGroup> = BTreeMap::new();
    for g in &groups {
        let group = by.entry((&g.channel, &g.code, &g.class)).or_insert_with(|| FailedGroup {
            channel: g.channel.clone(),
            code: g.code.clone(),
            class: g.class.clone(),
            retried: again(g, codes),
            messages: 0,
        });
        group.messages += u64::try_from(g.n).unwrap_or(0);
    }
    let now = if requeued > 0 && state == CampaignState::Done { CampaignState::Running } else { state };
    let left = all.saturating_sub(requeued);
    Ok(Retried { campaign: id, state: now, requeued, left, groups: by.into_values().collect() })
}

fn again(g: &FailedRow, codes: &[String]) -> bool {
    if codes.is_empty() {
        !matches!(g.class.parse(), Ok(Class::RecipientDead | Class::Suppressed | Class::Late))
    } else {
        codes.contains(&g.code)
    }
}

/// One transaction: messages, tally, credits and state of the campaign.
async fn requeue(
    store: &Store,
    clock: &Clock,
    id: CampaignId,
    ids: (i64, i64),
    groups: &[&FailedRow],
    actor: &str,
) -> Result<Result<u64, SendError>, StoreError> {
    let mut tx = store.write().await?;
    let (mut all, mut again) = (0, Vec::new());
    for group in groups {
        let route: Route = group.route.parse().map_err(StoreError::corrupt)?;
        let first: Option<Channel> = route.channels().next();
        let Some(first) = first else { continue };
        let n = message::retry_failed(&mut tx, id, ids, group, first.word(), clock.wall()).await?;
        if n > 0 {
            stats::take_back(&mut tx, id, &group.channel, "failed", &group.code, n).await?;
        }
        all += n.unsigned_abs();
        again.push((group.route.as_str(), n));
    }
    if all > 0
        && let Some(short) = credits::for_retry(&mut tx, id, &again, actor, clock.now()).await?
    {
        tx.rollback().await?;
        return Ok(Err(short));
    }
    if all > 0 {
        campaign::reopen(&mut tx, id).await?;
    }
    tx.commit().await?;
    Ok(Ok(all))
}
