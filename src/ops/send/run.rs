//! Sending a campaign from the request to its result, and going on with one that was interrupted.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use tokio::sync::watch;

use crate::domain::channel::Channel;
use crate::domain::id::{CampaignId, SiteId};
use crate::domain::money::Minor;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::ops::autocharge;
use crate::store::campaign::{self, CampaignRow, NewCampaign};
use crate::store::hold::{self, HoldRow};
use crate::store::{Lock, Store, StoreError, batch, retrying, route};

use super::dispatch::{Dispatcher, Ended, Progress, Until};
use super::guard::Guard;
use super::plan::{self, Plan, Purpose, Recipients};
use super::request::{Request, Settled, request_hash, settle};
use super::{SendError, Sending, credits, granularity, recall, release};

/// Results by channel. `total` is always the sum of the channels, `failed`, `unknown` and
/// `cancelled`; what has no result yet is `queued` or `in_flight` beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Results {
    /// Messages with a result.
    pub total: u64,
    /// Delivered as Alimtalk.
    pub alimtalk: u64,
    /// Delivered as SMS.
    pub sms: u64,
    /// Delivered as LMS.
    pub lms: u64,
    /// Delivered as MMS.
    pub mms: u64,
    /// Delivered as RCS.
    pub rcs: u64,
    /// Delivered as e-mail.
    pub email: u64,
    /// Delivered as push.
    pub push: u64,
    /// Delivered on no channel.
    pub failed: u64,
    /// Not confirmed either way.
    pub unknown: u64,
    /// Taken back.
    pub cancelled: u64,
    /// Waiting in the queue.
    pub queued: u64,
    /// With the provider, report outstanding.
    pub in_flight: u64,
}

impl Results {
    /// Delivered on any channel.
    pub fn delivered(&self) -> u64 {
        self.alimtalk + self.sms + self.lms + self.mms + self.rcs + self.email + self.push
    }
}

/// What was spent, in 1/100 won.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Spent {
    /// The most it could have cost.
    pub held_minor: i64,
    /// What was delivered.
    pub captured_minor: i64,
    /// What will not be needed.
    pub released_minor: i64,
}

/// The result of `send`, `campaign resume` and `campaign show`.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Outcome {
    /// The campaign.
    pub campaign: CampaignId,
    /// Where it stands.
    pub state: CampaignState,
    /// Who was asked for.
    pub recipients: Recipients,
    /// What became of the messages.
    pub results: Results,
    /// What it cost.
    pub cost: Spent,
    /// How long this run took, seconds.
    pub elapsed_s: f64,
    /// How this run ended.
    #[serde(skip)]
    pub ended: Ended,
}

/// What a run tells while it works.
#[derive(Debug)]
pub enum News<'a> {
    /// People looked at so far.
    Planning(u64),
    /// The plan is complete and its campaign begins.
    Planned(CampaignId, &'a Plan),
    /// An interrupted campaign goes on.
    GoingOn(CampaignId),
    /// It is planned, and waits until fewer messages are waiting.
    Full {
        /// Messages that wait.
        waiting: i64,
        /// The most that may.
        most: u32,
    },
    /// The site's credits did not suffice, and its auto-charge was asked.
    Charging(autocharge::Outcome),
    /// Results so far.
    Sending(&'a Progress),
}

/// What came of a request.
enum Begun {
    /// An earlier run with this key has planned it.
    Known(CampaignId),
    /// It is planned just now.
    Planned(CampaignId, Lock, CampaignState),
}

/// Plans and sends; with a key that was used before, goes on with that campaign or repeats its answer. What is
/// scheduled is planned only.
pub async fn send(
    cx: &Arc<Sending>,
    mut request: Request,
    approved: Option<&str>,
    until: Until,
    stop: watch::Receiver<bool>,
    mut news: impl FnMut(News<'_>),
) -> Result<Outcome, SendError> {
    match begin(cx, &mut request, approved, stop.clone(), &mut news).await? {
        Begun::Known(id) => resume(cx, id, until, stop, news).await,
        Begun::Planned(id, lock, CampaignState::Running) if request.begins.is_none() => {
            dispatch(cx, id, lock, until, stop, news).await
        }
        Begun::Planned(id, ..) => planned(cx, id).await,
    }
}

/// Plans, and leaves the rest to a worker; with a key that was used before, tells where that campaign stands, and lets
/// it go on if it was paused.
pub async fn detach(
    cx: &Arc<Sending>,
    mut request: Request,
    approved: Option<&str>,
    stop: watch::Receiver<bool>,
    mut news: impl FnMut(News<'_>),
) -> Result<Outcome, SendError> {
    let id = match begin(cx, &mut request, approved, stop, &mut news).await? {
        Begun::Planned(id, ..) => id,
        Begun::Known(id) => {
            unpause(cx, id).await?;
            id
        }
    };
    planned(cx, id).await
}

/// Where a campaign stands that a worker sends.
async fn planned(cx: &Sending, id: CampaignId) -> Result<Outcome, SendError> {
    let row = by_id(&cx.store, id).await?;
    let ended = match row.state.parse().map_err(StoreError::corrupt)? {
        CampaignState::Running => not_begun(cx, &row).map_or(Ended::Detached, Ended::Scheduled),
        CampaignState::Done => Ended::Done,
        state => Ended::Held(state),
    };
    outcome(&cx.store, id, ended, Instant::now()).await
}

/// When a campaign begins that has not begun.
fn not_begun(cx: &Sending, row: &CampaignRow) -> Option<Micros> {
    row.begins_at.filter(|at| *at > cx.clock.now())
}

/// Writes a request down as a campaign, unless that was done before.
async fn begin(
    cx: &Arc<Sending>,
    request: &mut Request,
    approved: Option<&str>,
    stop: watch::Receiver<bool>,
    news: &mut impl FnMut(News<'_>),
) -> Result<Begun, SendError> {
    let hash = request_hash(request);
    let site = crate::ops::site::get(&mut cx.store.read().await?, &request.site).await?.id;
    credits::refused_before(&mut cx.store.read().await?, site, request.key.as_deref(), &hash).await?;
    if let Some(known) = earlier(cx, site, request.key.as_deref(), &hash).await? {
        return Ok(Begun::Known(known));
    }
    let mut count = |n| news(News::Planning(n));
    granularity::decide(cx, request, &mut count).await?;
    let settled = settle(cx, &mut cx.store.read().await?, request).await?;
    if !request.wait_for_room {
        make_room(cx).await?;
    }
    let guard = Guard::new(cx, &settled, request).await?;
    if guard.is_on() {
        release::abandoned(cx, site).await?;
    }
    let id = insert(cx, &settled, &guard, request, &hash).await?;
    let lock = lock(cx, id).await?;
    if campaign::by_id(&mut cx.store.read().await?, id).await?.is_none() {
        // a run with the same key held it for the plan of a dead one before it was locked, and has begun anew
        return Err(SendError::Locked(id));
    }
    let mut count = |n| news(News::Planning(n));
    let plan = plan::pass(cx, &settled, &guard, &mut request.audience, Purpose::Enqueue(id), &mut count).await;
    let plan = match plan.and_then(|plan| guard.refuse_empty_trial(&plan.recipients).map(|()| plan)) {
        Ok(plan) => plan,
        Err(e) => {
            plan::discard(&cx.store, id).await?;
            return Err(e);
        }
    };
    let r = &plan.recipients;
    let state = match settled.site.approval_above {
        Some(most) if r.sendable > most && !request.test => CampaignState::Awaiting,
        _ => CampaignState::Running,
    };
    let done = match nobody_affordable(&settled, &plan) {
        Some(e) => Err(e),
        None => complete(cx, id, &plan, &settled, approved, state, request.wait_for_room, stop, news).await,
    };
    if let Err(e) = done {
        credits::refuse(cx, id, site, request.key.as_deref(), &hash, &e).await?;
        return Err(e);
    }
    tracing::info!(campaign = %id, plan = plan.plan_hash, requested = r.requested, sendable = r.sendable, "planned");
    news(News::Planned(id, &plan));
    Ok(Begun::Planned(id, lock, state))
}

/// Where credits suffice for nobody at all, there is no campaign.
fn nobody_affordable(settled: &Settled, plan: &Plan) -> Option<SendError> {
    let short = Minor(plan.cost.shortfall_minor);
    let budget = settled.budget.filter(|_| plan.recipients.sendable == 0 && short > Minor::ZERO)?;
    Some(SendError::Insufficient { site: settled.site.name.clone(), most: Minor(budget.0 + short.0), short })
}

/// How often a plan looks whether there is room for it.
const ROOM: std::time::Duration = std::time::Duration::from_millis(500);

/// Completes a plan, or takes it back; where too much is waiting, perhaps later.
#[expect(clippy::too_many_arguments, reason = "one caller")]
async fn complete(
    cx: &Sending,
    id: CampaignId,
    plan: &Plan,
    settled: &Settled,
    approved: Option<&str>,
    state: CampaignState,
    wait: bool,
    mut stop: watch::Receiver<bool>,
    news: &mut impl FnMut(News<'_>),
) -> Result<(), SendError> {
    let mut asked = false;
    loop {
        match plan::complete(cx, id, plan, settled, approved, state).await {
            Err(e @ SendError::Insufficient { short, .. }) if !asked => {
                asked = true;
                if !charged(cx, settled, short, news).await {
                    return Err(e);
                }
            }
            Err(SendError::BacklogFull { waiting, new, most }) => {
                let fits = new <= i64::from(most);
                if wait && fits && !*stop.borrow() {
                    news(News::Full { waiting, most });
                    // a stop that nobody can ask for any more must not make this loop spin
                    tokio::select! {
                        () = tokio::time::sleep(ROOM) => {}
                        Ok(()) = stop.changed() => {}
                    }
                    continue;
                }
                plan::discard(&cx.store, id).await?;
                if !fits {
                    return Err(SendError::refused(
                        format!("these are {new} messages, and at most {most} may wait at once"),
                        "Send them in parts, or raise `send.max_backlog`.",
                    ));
                }
                return Err(SendError::BacklogFull { waiting, new, most });
            }
            other => return other,
        }
    }
}

/// Has auto-charge bring what a site lacks. What goes wrong with that is no reason of its own: the credits still do not
/// suffice, and the send says so.
async fn charged(cx: &Sending, settled: &Settled, short: Minor, news: &mut impl FnMut(News<'_>)) -> bool {
    let Some(charger) = &cx.charger else { return false };
    match charger.cover(settled.site.id, short).await {
        Ok(outcome) => {
            news(News::Charging(outcome));
            matches!(outcome, autocharge::Outcome::Charged { .. })
        }
        Err(e) => {
            tracing::warn!(site = settled.site.name, error = %e, "auto-charge failed");
            false
        }
    }
}

/// Goes on with a campaign.
pub async fn resume(
    cx: &Arc<Sending>,
    id: CampaignId,
    until: Until,
    stop: watch::Receiver<bool>,
    mut news: impl FnMut(News<'_>),
) -> Result<Outcome, SendError> {
    let row = by_id(&cx.store, id).await?;
    match row.state.parse() {
        Ok(CampaignState::Done) => outcome(&cx.store, id, Ended::Done, Instant::now()).await,
        Ok(CampaignState::Cancelled) => {
            outcome(&cx.store, id, Ended::Held(CampaignState::Cancelled), Instant::now()).await
        }
        Ok(state @ CampaignState::Awaiting) => outcome(&cx.store, id, Ended::Held(state), Instant::now()).await,
        Ok(CampaignState::Planning) => Err(SendError::refused(
            format!("{id} was interrupted while it was being planned; nothing was sent"),
            format!("Run the same `send` again, or take it away with `msgctl campaign cancel {id}`."),
        )),
        _ => {
            let lock = lock(cx, id).await?;
            news(News::GoingOn(id));
            unpause(cx, id).await?;
            match not_begun(cx, &row) {
                Some(at) => outcome(&cx.store, id, Ended::Scheduled(at), Instant::now()).await,
                None => dispatch(cx, id, lock, until, stop, news).await,
            }
        }
    }
}

/// The campaign of an earlier run with this key; an unfinished plan of it is taken back.
async fn earlier(cx: &Sending, site: SiteId, key: Option<&str>, hash: &str) -> Result<Option<CampaignId>, SendError> {
    let Some(key) = key else { return Ok(None) };
    let Some(row) = campaign::by_key(&mut cx.store.read().await?, site, key).await? else { return Ok(None) };
    if row.request_hash != hash {
        return Err(SendError::KeyTaken(key.to_owned()));
    }
    if row.state != CampaignState::Planning.word() {
        return Ok(Some(row.id));
    }
    let _lock = lock(cx, row.id).await?;
    // whoever held the lock may have completed the plan meanwhile, or taken it back
    match campaign::by_id(&mut cx.store.read().await?, row.id).await? {
        Some(now) if now.state != CampaignState::Planning.word() => return Ok(Some(row.id)),
        Some(_) => plan::discard(&cx.store, row.id).await?,
        None => {}
    }
    Ok(None)
}

async fn make_room(cx: &Sending) -> Result<(), SendError> {
    let waiting = campaign::backlog(&mut cx.store.read().await?).await?;
    if waiting >= i64::from(cx.rules.max_backlog) {
        return Err(SendError::BacklogFull { waiting, new: 1, most: cx.rules.max_backlog });
    }
    Ok(())
}

async fn insert(
    cx: &Sending,
    settled: &super::request::Settled,
    guard: &Guard,
    request: &Request,
    hash: &str,
) -> Result<CampaignId, SendError> {
    let new = NewCampaign {
        site_id: settled.site.id,
        key: request.key.as_deref(),
        request_hash: hash,
        lane: request.lane.word(),
        strategy: settled.strategy.word(),
        template: settled.template,
        content: &settled.content_json,
        created_at: cx.clock.now(),
        test: request.test,
        planned_by: &cx.actor,
        counted_on: guard.counts_on(),
        marks_until: guard.marks_until(),
        begins_at: request.begins,
    };
    let added = retrying(|| async {
        let mut tx = cx.store.write().await?;
        let id = campaign::insert(&mut tx, &new).await?;
        tx.commit().await?;
        Ok(id)
    })
    .await;
    match added {
        // two runs with one key at the same moment: the other one was first, and plans
        Err(StoreError::Duplicate(_)) => {
            let key = request.key.clone().unwrap_or_default();
            let first = campaign::by_key(&mut cx.store.read().await?, settled.site.id, &key).await?;
            Err(match first {
                Some(row) if row.request_hash == hash => SendError::Locked(row.id),
                _ => SendError::KeyTaken(key),
            })
        }
        other => Ok(other?),
    }
}

async fn lock(cx: &Sending, id: CampaignId) -> Result<Lock, SendError> {
    lock_of(&cx.store, id).await
}

/// The right to send a campaign, or to change what a sender counts on.
pub(crate) async fn lock_of(store: &Store, id: CampaignId) -> Result<Lock, SendError> {
    store.try_lock(&id.to_string()).await?.ok_or(SendError::Locked(id))
}

/// Hands over what is due of a campaign and asks about what is in doubt, without waiting for reports; of a campaign
/// that is held, only the asking. Returns how many were handed over; `None` when another process sends it.
///
/// # Errors
/// As [`resume`]; what the provider says is in the [`Ended`].
pub async fn hand_over(
    cx: &Arc<Sending>,
    id: CampaignId,
    stop: watch::Receiver<bool>,
) -> Result<Option<(Ended, u64)>, SendError> {
    let Some(_lock) = cx.store.try_lock(&id.to_string()).await? else { return Ok(None) };
    let dispatcher = Dispatcher::new(Arc::clone(cx), Some(id)).await?;
    let (ended, progress) = dispatcher.run(Until::HandedOver, stop, |_| ()).await?;
    recall_if_cancelled(cx, id, &ended).await?;
    Ok(Some((ended, progress.handed_over)))
}

/// Works on all campaigns, alone or beside others, as far as `until` goes. `show` is called at least once a second.
///
/// # Errors
/// `Fenced` after a stall; what the database says.
pub async fn work(
    cx: &Arc<Sending>,
    until: Until,
    stop: watch::Receiver<bool>,
    show: impl FnMut(&Progress),
) -> Result<(Ended, Progress), SendError> {
    Dispatcher::new(Arc::clone(cx), None).await?.run(until, stop, show).await
}

/// Retries and fallbacks of a cancelled campaign do not go out.
async fn recall_if_cancelled(cx: &Sending, id: CampaignId, ended: &Ended) -> Result<(), StoreError> {
    if matches!(ended, Ended::Held(CampaignState::Cancelled)) {
        recall::recall(&cx.store, &cx.clock, id).await?;
    }
    Ok(())
}

/// A paused campaign runs again, and its stopped routes with it.
async fn unpause(cx: &Sending, id: CampaignId) -> Result<(), StoreError> {
    retrying(|| async {
        let mut tx = cx.store.write().await?;
        if campaign::shift(&mut tx, id, "paused", "running", None).await? {
            for (channel, rule) in &cx.rules.channels {
                for provider in rule.providers() {
                    route::unstop(&mut tx, provider, channel.word()).await?;
                }
            }
        }
        tx.commit().await
    })
    .await
}

async fn dispatch(
    cx: &Arc<Sending>,
    id: CampaignId,
    _lock: Lock,
    until: Until,
    stop: watch::Receiver<bool>,
    mut news: impl FnMut(News<'_>),
) -> Result<Outcome, SendError> {
    let begun = Instant::now();
    let dispatcher = Dispatcher::new(Arc::clone(cx), Some(id)).await?;
    let (ended, _) = dispatcher.run(until, stop, |p| news(News::Sending(p))).await?;
    recall_if_cancelled(cx, id, &ended).await?;
    let outcome = outcome(&cx.store, id, ended, begun).await?;
    let r = &outcome.results;
    tracing::info!(
        campaign = %id, state = %outcome.state, delivered = r.delivered(), failed = r.failed, unknown = r.unknown,
        queued = r.queued, in_flight = r.in_flight, elapsed_s = outcome.elapsed_s, "run ended"
    );
    Ok(outcome)
}

/// A campaign's row.
pub(crate) async fn by_id(store: &Store, id: CampaignId) -> Result<CampaignRow, SendError> {
    campaign::by_id(&mut store.read().await?, id)
        .await?
        .ok_or_else(|| SendError::NotFound { what: "campaign", name: id.to_string() })
}

/// What has become of a campaign so far.
pub async fn outcome(store: &Store, id: CampaignId, ended: Ended, begun: Instant) -> Result<Outcome, SendError> {
    let row = by_id(store, id).await?;
    let (recipients, results, cost) = account(store, &row).await?;
    Ok(Outcome {
        campaign: id,
        state: row.state.parse().map_err(StoreError::corrupt)?,
        recipients,
        results,
        cost,
        elapsed_s: (begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
        ended,
    })
}

/// What a campaign planned, what has become of it, what it cost.
pub(crate) async fn account(store: &Store, row: &CampaignRow) -> Result<(Recipients, Results, Spent), SendError> {
    let plan: Option<Plan> = serde_json::from_str(&row.plan).ok();
    let (results, captured) = results(store, row).await?;
    let holds = hold::of_campaign(&mut store.read().await?, row.id).await?;
    let cost = if holds.is_empty() {
        // nothing was set aside: what it would have been
        let held = plan.as_ref().map_or(0, |p| p.cost.max_minor);
        let open = results.queued + results.in_flight + results.unknown > 0;
        let released = if open { 0 } else { held.saturating_sub(captured) };
        Spent { held_minor: held, captured_minor: captured, released_minor: released }
    } else {
        let sum = |of: fn(&HoldRow) -> i64| holds.iter().map(of).sum();
        Spent {
            held_minor: sum(|h| h.authorized_minor.0),
            captured_minor: sum(|h| h.captured_minor.0 + h.late_minor.0),
            released_minor: sum(|h| h.released_minor.0),
        }
    };
    Ok((plan.map(|p| p.recipients).unwrap_or_default(), results, cost))
}

/// Results from the tally, in time that does not depend on the number of messages.
async fn results(store: &Store, row: &CampaignRow) -> Result<(Results, i64), SendError> {
    let mut c = store.read().await?;
    let mut by: BTreeMap<(String, String), u64> = BTreeMap::new();
    let mut captured = 0;
    for t in campaign::tally(&mut c, row.id).await? {
        *by.entry((t.channel, t.state)).or_default() += u64::try_from(t.n).unwrap_or(0);
        captured += t.price_minor;
    }
    let (unknown, with_provider) = batch::in_doubt_and_flight(&mut c, row.id).await?;
    let (unknown, with_provider) = (u64::try_from(unknown).unwrap_or(0), u64::try_from(with_provider).unwrap_or(0));
    let delivered = |ch: Channel| by.get(&(ch.word().to_owned(), "delivered".to_owned())).copied().unwrap_or(0);
    let of_state = |state: &str| by.iter().filter(|((_, s), _)| s == state).map(|(_, n)| *n).sum::<u64>();
    let mut r = Results {
        total: 0,
        alimtalk: delivered(Channel::Alimtalk),
        sms: delivered(Channel::Sms),
        lms: delivered(Channel::Lms),
        mms: delivered(Channel::Mms),
        rcs: delivered(Channel::Rcs),
        email: delivered(Channel::Email),
        push: delivered(Channel::Push),
        failed: of_state("failed"),
        cancelled: of_state("cancelled"),
        unknown,
        in_flight: with_provider.saturating_sub(unknown),
        queued: 0,
    };
    r.total = r.delivered() + r.failed + r.cancelled + r.unknown;
    r.queued = u64::try_from(row.total).unwrap_or(0).saturating_sub(r.total + r.in_flight);
    Ok((r, captured))
}
