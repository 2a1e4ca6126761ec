//! What goes next: campaigns in the order of their lanes, routes that work, room under every limit.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::domain::channel::{Channel, Lane};
use crate::domain::id::{BatchId, CampaignId, SiteId};
use crate::domain::route::Route;
use crate::domain::time::Micros;
use crate::store::batch::{self, Call, ClaimedBatch};
use crate::store::queue::{self, Listed};
use crate::store::{StoreError, Tx, route};

use super::apply::{self, Effects};
use super::books::{Books, Info};
use super::call::{Claimed, local};
use super::limit::{self, Room};
use super::routes::{Known, Way};
use super::{ChannelRule, Sending};

/// When each channel of each campaign may have something to claim (wall clock); absent: not before an event.
pub(super) type Wake = BTreeMap<(CampaignId, Channel), Micros>;

/// Who carries a channel now.
enum Carrier<'a> {
    /// This one.
    By(&'a str),
    /// This one, with one call that finds out whether it is back.
    Trial(&'a str),
    /// Nobody before then (steady clock).
    NobodyUntil(Micros),
    /// Nobody until the operator has looked.
    Nobody,
}

/// Calls by provider, those that somebody waits for apart.
pub(super) type InFlight = HashMap<(String, bool), usize>;

/// Somebody waits for these.
pub(super) fn is_pressing(lane: Lane) -> bool {
    matches!(lane, Lane::Auth | Lane::Realtime)
}

/// Planned batches that go on to their next channel in one turn.
const SOME: i64 = 500;

/// One turn's claims.
pub(super) struct Claims<'a> {
    pub(super) cx: &'a Arc<Sending>,
    pub(super) me: i64,
    pub(super) known: &'a Known,
    pub(super) books: &'a Books,
    /// Calls under way.
    pub(super) in_flight: &'a InFlight,
    /// When there may be something; read, and written anew for what was looked at.
    pub(super) wake: Wake,
    pub(super) taken: InFlight,
    pub(super) claimed: Vec<Claimed>,
    /// Sites with suppressions, which every batch must be held against.
    pub(super) suppressing: HashMap<SiteId, bool>,
    pub(super) fx: &'a mut Effects,
}

impl Claims<'_> {
    /// Free places for calls of a lane. Those that somebody waits for have places of their own; the others may be
    /// claimed `ahead`, so that the next call is ready when one ends, where no limit counts the time that they wait.
    fn slots(&self, provider: &str, lane: Lane, ahead: bool) -> usize {
        let Some(line) = self.cx.lines.get(provider) else { return 0 };
        let pressing = is_pressing(lane);
        let most = if pressing { line.max_in_flight } else { line.bulk_places() };
        let most = if ahead && !pressing { most * 2 } else { most };
        let key = (provider.to_owned(), pressing);
        let used = self.in_flight.get(&key).copied().unwrap_or(0) + self.taken.get(&key).copied().unwrap_or(0);
        most.min(in_memory(self.cx)).saturating_sub(used)
    }

    fn carrier<'r>(&self, rule: &'r ChannelRule, channel: Channel, now: Micros) -> Carrier<'r> {
        let mut until: Option<Micros> = None;
        let mut trial = None;
        for p in rule.providers().filter(|p| self.cx.lines.contains_key(*p)) {
            match self.known.of(p, channel) {
                Way::Passes => return trial.unwrap_or(Carrier::By(p)),
                Way::Closed(b) if b.may_be_tried(now) => trial = trial.or(Some(Carrier::Trial(p))),
                Way::Closed(b) => until = Some(until.map_or(b.until, |u| u.min(b.until))),
                Way::Stopped => {}
            }
        }
        trial.unwrap_or(until.map_or(Carrier::Nobody, Carrier::NobodyUntil))
    }

    /// Claims what a campaign may send on a channel now.
    pub(super) async fn of_channel(
        &mut self,
        tx: &mut Tx,
        info: &Arc<Info>,
        channel: Channel,
    ) -> Result<(), StoreError> {
        let key = (info.id, channel);
        let Some(rule) = self.cx.rules.channels.get(&channel) else { return Ok(()) };
        let (wall, steady) = (self.cx.clock.wall(), self.cx.steady.now());
        let (provider, trial) = match self.carrier(rule, channel, steady) {
            Carrier::By(p) => (p, false),
            Carrier::Trial(p) => (p, true),
            Carrier::NobodyUntil(at) => {
                if let (Some(since), Some(most)) =
                    (self.known.down_since(rule, channel), self.cx.rules.channel_down_after)
                    && wall.since(since) >= most
                {
                    self.go_on(tx, info, channel, wall).await?;
                }
                self.wake.insert(key, wall.plus(at.since(steady)));
                return Ok(());
            }
            Carrier::Nobody => {
                self.wake.remove(&key);
                return Ok(());
            }
        };
        if self.slots(provider, info.lane, true) == 0 {
            // an answer frees a place
            self.wake.insert(key, wall);
            return Ok(());
        }
        let night = info.night_only(self.cx, channel);
        let night_only = night.is_some();
        let queued = queue::next_due(tx, info.id, channel.word(), night_only).await?;
        let first = match queued {
            Some(at) if at <= wall => at,
            _ => {
                let planned = batch::next_due(tx, info.id, channel.word(), night_only).await?;
                let Some(first) = queued.into_iter().chain(planned).min() else {
                    // what must not go at night waits for the morning
                    match night {
                        Some(opens) => self.wake.insert(key, opens),
                        None => self.wake.remove(&key),
                    };
                    return Ok(());
                };
                first
            }
        };
        if first > wall {
            self.wake.insert(key, first);
            return Ok(());
        }
        let limits = limit::limits_of(rule, channel, info.site, &self.known.site_rates);
        let share = self.cx.rules.auth_share;
        let free = match limit::reserve(tx, &limits, info.lane, share, steady).await? {
            None => i64::MAX,
            Some(Room::Now(n)) => n,
            Some(Room::At(at)) => {
                self.wake.insert(key, wall.plus(at.since(steady)));
                return Ok(());
            }
            Some(Room::AfterAnswer) => {
                self.wake.insert(key, wall.plus(super::dispatch::HEARTBEAT));
                return Ok(());
            }
        };
        let mut slots = self.slots(provider, info.lane, free == i64::MAX);
        if slots == 0 {
            self.wake.insert(key, wall);
            return Ok(());
        }
        if trial {
            let line = self.cx.lines.get(provider);
            let until = steady.plus(line.map_or(super::dispatch::HEARTBEAT, |l| l.timeout * 2));
            if !route::probe(tx, provider, channel.word(), steady, until).await? {
                self.wake.insert(key, wall.plus(super::dispatch::HEARTBEAT));
                return Ok(());
            }
            slots = 1;
        }
        let call = Call {
            campaign: info.id,
            site: info.site,
            channel: channel.word(),
            night: night_only,
            provider,
            rate_group: &rule.rate_group,
            owner: self.me,
            now: wall,
            steady,
        };
        let gathers = queued.is_some_and(|at| at <= wall);
        let more = self.fill(tx, info, channel, &call, (slots, free), gathers).await?;
        match (more, night) {
            (true, _) => self.wake.insert(key, wall),
            (false, Some(opens)) => self.wake.insert(key, opens),
            (false, None) => self.wake.remove(&key),
        };
        Ok(())
    }

    /// Nobody has carried the channel for too long: batches that were never handed over go on to the next channel of
    /// their way, as if each of their people could not be reached.
    async fn go_on(&mut self, tx: &mut Tx, info: &Info, channel: Channel, now: Micros) -> Result<(), StoreError> {
        for b in batch::unclaimed(tx, info.id, SOME).await?.into_iter().filter(|b| b.channel == channel.word()) {
            let route: Option<Route> = b.route.as_deref().and_then(|r| r.parse().ok());
            let step = u8::try_from(b.step).unwrap_or(u8::MAX).saturating_add(1);
            let Some(next) = route.and_then(|r| r.at(step)) else { continue };
            if batch::next_step(tx, b.id, i64::from(step), next.word(), now).await? {
                tracing::warn!(campaign = %info.id, batch = %b.id, from = %channel, to = %next, "nobody carries the channel: its messages go on");
                self.wake.insert((info.id, next), now);
            }
        }
        Ok(())
    }

    /// Claims batches while there are places, room and messages; false once there are no more messages due now.
    async fn fill(
        &mut self,
        tx: &mut Tx,
        info: &Arc<Info>,
        channel: Channel,
        call: &Call<'_>,
        (slots, mut free): (usize, i64),
        gathers: bool,
    ) -> Result<bool, StoreError> {
        let size = i64::from(self.cx.rules.batch_size);
        let mut left = slots;
        // those on their second attempt have waited longest
        while gathers && left > 0 && free > 0 {
            let most = free.min(size.saturating_mul(i64::try_from(left).unwrap_or(i64::MAX)));
            let mut found = 0;
            for b in gather(tx, call, most, size).await? {
                found += b.size;
                free -= self.take(tx, info, channel, call, b).await?;
                left = left.saturating_sub(1);
            }
            if found < most {
                break;
            }
        }
        while left > 0 && free > 0 {
            let whole = (free / size).max(1).min(i64::try_from(left).unwrap_or(i64::MAX));
            let got = batch::claim(tx, call, whole).await?;
            if got.is_empty() {
                return Ok(false);
            }
            for mut b in got {
                let fits = b.size.min(size).min(free.max(1));
                if b.size > fits {
                    batch::split(tx, b.id, fits).await?;
                    (b.size, b.last_id) = (fits, b.first_id.map(|f| f + fits - 1));
                }
                free -= self.take(tx, info, channel, call, b).await?;
                left = left.saturating_sub(1);
            }
        }
        Ok(true)
    }

    /// A claimed batch goes out after the commit, without those who have opted out since the plan. Returns how many
    /// messages the limit counts.
    async fn take(
        &mut self,
        tx: &mut Tx,
        info: &Arc<Info>,
        channel: Channel,
        call: &Call<'_>,
        mut b: ClaimedBatch,
    ) -> Result<i64, StoreError> {
        let suppressing = match self.suppressing.get(&info.site) {
            Some(known) => *known,
            None => {
                let any = batch::any_suppression(tx, info.site).await?;
                self.suppressing.insert(info.site, any);
                any
            }
        };
        let without =
            if suppressing { batch::suppressed(tx, &b, info.site, channel.word()).await? } else { Vec::new() };
        if !without.is_empty() {
            let gone = i64::try_from(without.len()).unwrap_or(0);
            let verdict = local("SUPPRESSED", "opted out since the plan").verdict;
            self.books.forget_batch(b.id.0);
            apply::refuse(tx, self.cx, self.books, &b, &without, &verdict, self.fx).await?;
            batch::shrink(tx, b.id, gone).await?;
            b.size -= gone;
            if b.size == 0 {
                let end = batch::BatchEnd {
                    batch: b.id.0,
                    state: "answered",
                    ended_at: call.now.0,
                    left_at: call.steady.0,
                    proof_at: call.steady.0,
                    ask_at: call.steady.0,
                    error: None,
                    counts: 0,
                    provider_ids: None,
                };
                batch::ended(tx, call.owner, &[end]).await?;
                return Ok(0);
            }
        }
        let size = b.size;
        *self.taken.entry((call.provider.to_owned(), is_pressing(info.lane))).or_default() += 1;
        self.claimed.push(Claimed {
            batch: b,
            info: Arc::clone(info),
            channel,
            provider: call.provider.to_owned(),
            at: call.now,
            without,
        });
        Ok(size)
    }
}

/// Up to `most` messages from the queue, in batches of up to `size`.
async fn gather(tx: &mut Tx, call: &Call<'_>, most: i64, size: i64) -> Result<Vec<ClaimedBatch>, StoreError> {
    let due = queue::due(tx, call, most).await?;
    if due.is_empty() {
        return Ok(Vec::new());
    }
    let parts = due.chunks(usize::try_from(size).unwrap_or(1).max(1));
    let sizes = parts.map(|part| i64::try_from(part.len()).unwrap_or(i64::MAX));
    let batches = batch::gathered(tx, call, sizes).await?;
    let mut rest = due.iter();
    let mut listed = Vec::with_capacity(due.len());
    for (id, n) in &batches {
        let own = rest.by_ref().take(usize::try_from(*n).unwrap_or(0));
        listed.extend(own.map(|d| Listed { batch: id.0, message: d.message_id, before: d.batch_id.map(|b| b.0) }));
    }
    queue::take(tx, &listed, call.now).await?;
    let claimed = |(id, size): (BatchId, i64)| ClaimedBatch {
        id,
        first_id: None,
        last_id: None,
        size,
        step: 0,
        route: None,
        night: i64::from(call.night),
        tries: 1,
    };
    Ok(batches.into_iter().map(claimed).collect())
}

/// Calls whose messages fit in memory together.
fn in_memory(cx: &Sending) -> usize {
    (cx.rules.queue_capacity / cx.rules.batch_size.max(1)).max(1) as usize
}
