//! Credits of a campaign: what is set aside when it is planned, and what becomes of that when its messages end.
//!
//! A message has the dearest step of its way set aside. Whatever ends it (a report, a rule, an operator, a recall) says
//! so to `Ends`; `settle` charges and releases all of it in the transaction that wrote the ends.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::domain::channel::Channel;
use crate::domain::id::{CampaignId, SiteId};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::ops::ledger::{self, Hold, LedgerError, Taking};
use crate::store::batch::BatchMeta;
use crate::store::message::FailedRow;
use crate::store::op::{self, NewOp};
use crate::store::{Reads, StoreError, Tx, account, hold, message, period, retrying, site};

use super::books::{Books, Info};
use super::{SendError, Sending, plan};

/// What a refused send is among operations with a key.
const VERB: &str = "send";

/// What a site can spend now.
pub(super) async fn spendable(c: &mut impl Reads, site: SiteId) -> Result<Minor, StoreError> {
    Ok(account::balances(c, site).await?.unwrap_or_default().above_floor())
}

/// The code of a refusal for want of credits.
pub(super) const INSUFFICIENT: &str = "INSUFFICIENT";

/// What to do where this much is missing.
pub fn hint(site: &str, short: Minor) -> String {
    let won = short.0.max(0).unsigned_abs().div_ceil(100);
    format!(
        "Top up with `msgctl credits topup --site {site} --amount {won}`, or send to as many as the credits suffice for \
         with `--on-insufficient partial`."
    )
}

/// The refusal that a send was given before under its key, if it was.
///
/// # Errors
/// That refusal; `KeyTaken` where the key stands for something else.
pub(super) async fn refused_before(
    c: &mut impl Reads,
    site: SiteId,
    key: Option<&str>,
    hash: &str,
) -> Result<(), SendError> {
    let Some(key) = key else { return Ok(()) };
    let Some(row) = op::get(c, site, key).await? else { return Ok(()) };
    if row.verb != VERB || row.request_hash != hash {
        return Err(SendError::KeyTaken(key.to_owned()));
    }
    let said: serde_json::Value = row.result.as_deref().and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default();
    let word = |name: &str| said[name].as_str().unwrap_or_default().to_owned();
    Err(SendError::refused(
        format!("{} (refused under the key `{key}` on {})", word("message"), row.created_at),
        format!("{} A new try needs a new `--key`.", word("hint")),
    ))
}

/// Takes a plan back where that is what is wrong: that the site's credits do not suffice for it; and remembers the refusal under the key of its request:
/// what is asked for again must not succeed after the caller was told no.
pub(super) async fn refuse(
    cx: &Sending,
    id: CampaignId,
    site: SiteId,
    key: Option<&str>,
    hash: &str,
    e: &SendError,
) -> Result<(), StoreError> {
    let SendError::Insufficient { site: name, short, .. } = e else { return Ok(()) };
    let said = serde_json::json!({ "message": e.to_string(), "hint": hint(name, *short) }).to_string();
    retrying(|| async {
        let mut tx = cx.store.write().await?;
        plan::discard_in(&mut tx, id).await?;
        if let Some(key) = key {
            let now = cx.clock.now();
            let new = NewOp { site, key, verb: VERB, request: "{}", request_hash: hash, actor: &cx.actor, now };
            op::intend(&mut tx, &new).await?;
            op::decide(&mut tx, site, (key, hash), "rejected", Some(INSUFFICIENT), &said).await?;
        }
        tx.commit().await
    })
    .await
}

/// Sets a plan's worst case aside; how much is missing, if it cannot. Nothing is where nothing can cost anything.
pub(super) async fn set_aside(tx: &mut Tx, h: Hold<'_>) -> Result<Result<(), Minor>, StoreError> {
    if h.most == Minor::ZERO {
        return Ok(Ok(()));
    }
    short(ledger::hold(tx, h).await.map(|_| ()))
}

/// Whether credits suffice for another try of failed messages, as far as one can tell now; the refusal if they do not.
///
/// # Errors
/// What the database says.
pub(in crate::ops) async fn short_for_retry(
    c: &mut impl Reads,
    id: CampaignId,
    groups: &[&FailedRow],
) -> Result<Option<SendError>, StoreError> {
    let info = info(c, id).await?;
    if !info.held {
        return Ok(None);
    }
    let mut most = 0;
    for g in groups {
        most += info.reserve(&g.route)?.0 * g.n;
    }
    let short = Minor(most - spendable(c, info.site).await?.0);
    if short <= Minor::ZERO { Ok(None) } else { Ok(Some(insufficient(c, &info, Minor(most), short).await?)) }
}

/// Sets aside what messages may cost that are in the queue once more: in the hold that is open, or in a further one,
/// which then is for all that have no result. The refusal where credits do not suffice.
///
/// # Errors
/// What the database says.
pub(in crate::ops) async fn for_retry(
    tx: &mut Tx,
    id: CampaignId,
    again: &[(&str, i64)],
    actor: &str,
    now: Micros,
) -> Result<Option<SendError>, StoreError> {
    let info = info(tx, id).await?;
    if !info.held {
        return Ok(None);
    }
    period::book(tx, now).await?;
    hold::lock(tx, [id]).await?;
    let holds = hold::of_campaign(tx, id).await?;
    let mut most = 0;
    if holds.iter().any(|h| h.state == "open") {
        for (route, n) in again {
            most += info.reserve(route)?.0 * n;
        }
    } else {
        // what an expired hold had for those that are still awaited was released
        for (route, n) in message::open_routes(tx, id).await? {
            most += info.reserve(&route)?.0 * n;
        }
    }
    if most == 0 {
        return Ok(None);
    }
    let book = holds.last().and_then(|h| h.book_id);
    let h = Hold { site: info.site, campaign: id, book, most: Minor(most), actor, now };
    match short(ledger::hold_more(tx, h).await.map(|_| ()))? {
        Ok(()) => Ok(None),
        Err(short) => Ok(Some(insufficient(tx, &info, Minor(most), short).await?)),
    }
}

async fn insufficient(c: &mut impl Reads, info: &Info, most: Minor, short: Minor) -> Result<SendError, StoreError> {
    let site = site::by_id(c, info.site).await?.map_or_else(|| info.site.to_string(), |s| s.name);
    Ok(SendError::Insufficient { site, most, short })
}

fn short(done: Result<(), LedgerError>) -> Result<Result<(), Minor>, StoreError> {
    match done {
        Ok(()) => Ok(Ok(())),
        Err(LedgerError::Floor { short, .. }) => Ok(Err(short)),
        Err(e) => Err(defect(e)),
    }
}

/// What no campaign can bring about.
fn defect(e: LedgerError) -> StoreError {
    match e {
        LedgerError::Store(e) => e,
        other => StoreError::corrupt(other),
    }
}

/// Messages that ended in one transaction, until [`settle`] takes them to the books.
#[derive(Debug, Default)]
pub(in crate::ops) struct Ends {
    infos: HashMap<CampaignId, Arc<Info>>,
    sums: BTreeMap<Account, Sum>,
    /// Those whose way is not known yet.
    unsure: Vec<(Account, i64)>,
}

/// Whose, of which campaign, handed over in which month, its share released before.
type Account = (SiteId, CampaignId, Period, bool);

#[derive(Debug, Default)]
struct Sum {
    /// A moment of the month.
    at: Micros,
    delivered: BTreeMap<(Channel, Minor), i64>,
    reserved: Minor,
}

impl Ends {
    /// Messages of one way have ended; `delivered` by this channel, or else not at all.
    pub(super) fn of_way(
        &mut self,
        info: &Arc<Info>,
        at: Micros,
        route: &str,
        n: i64,
        delivered: Option<Channel>,
    ) -> Result<(), StoreError> {
        if !info.held || n == 0 {
            return Ok(());
        }
        let reserve = info.reserve(route)?;
        let sum = self.sum(info, at, false);
        sum.reserved = Minor(sum.reserved.0 + reserve.0 * n);
        if let Some(channel) = delivered {
            *sum.delivered.entry((channel, info.composer.price(channel))).or_default() += n;
        }
        Ok(())
    }

    /// A message of a batch has ended.
    pub(super) fn of_batch(
        &mut self,
        info: &Arc<Info>,
        meta: &BatchMeta,
        at: Micros,
        message: i64,
        delivered: Option<Channel>,
    ) -> Result<(), StoreError> {
        match &meta.route {
            Some(route) if meta.holds(message) => self.of_way(info, at, route, 1, delivered),
            _ => {
                self.of_message(info, at, message, delivered);
                Ok(())
            }
        }
    }

    /// A message has ended whose way must be looked up.
    pub(super) fn of_message(&mut self, info: &Arc<Info>, at: Micros, message: i64, delivered: Option<Channel>) {
        if !info.held {
            return;
        }
        let sum = self.sum(info, at, false);
        if let Some(channel) = delivered {
            *sum.delivered.entry((channel, info.composer.price(channel))).or_default() += 1;
        }
        self.unsure.push(((info.site, info.id, Period::of(at), false), message));
    }

    /// A message was delivered whose share was released before.
    pub(super) fn late(&mut self, info: &Arc<Info>, at: Micros, channel: Channel) {
        if info.held {
            *self.sum(info, at, true).delivered.entry((channel, info.composer.price(channel))).or_default() += 1;
        }
    }

    fn sum(&mut self, info: &Arc<Info>, at: Micros, late: bool) -> &mut Sum {
        self.infos.entry(info.id).or_insert_with(|| Arc::clone(info));
        let sum = self.sums.entry((info.site, info.id, Period::of(at), late)).or_default();
        sum.at = at;
        sum
    }
}

/// Charges and releases what messages had set aside that ended: one journal for a campaign and month of hand-over.
///
/// Months are locked before holds and holds before accounts, each in one order.
pub(in crate::ops) async fn settle(tx: &mut Tx, ends: &mut Ends, actor: &str, now: Micros) -> Result<(), StoreError> {
    let Ends { infos, mut sums, unsure } = std::mem::take(ends);
    let ids: Vec<i64> = unsure.iter().map(|u| u.1).collect();
    let routes: HashMap<i64, String> = message::routes(tx, &ids).await?.into_iter().collect();
    for (key, id) in unsure {
        let route = routes.get(&id).ok_or_else(|| StoreError::corrupt(format_args!("msg_{id} is missing")))?;
        let (Some(info), Some(sum)) = (infos.get(&key.1), sums.get_mut(&key)) else { continue };
        sum.reserved = Minor(sum.reserved.0 + info.reserve(route)?.0);
    }
    if sums.len() > 1 {
        for sum in sums.values() {
            period::book(tx, sum.at).await?;
        }
        hold::lock(tx, infos.keys().copied()).await?;
    }
    for ((site, campaign, _, late), sum) in sums {
        let taking = Taking {
            site,
            campaign,
            delivered: sum.delivered.into_iter().map(|((channel, unit), n)| (channel, unit, n)).collect(),
            reserved: sum.reserved,
            effective_at: sum.at,
            late,
            actor,
            now,
        };
        ledger::take(tx, &taking).await.map_err(defect)?;
    }
    Ok(())
}

/// What is known of a campaign, for those who end messages outside a run.
pub(super) async fn info(c: &mut impl Reads, id: CampaignId) -> Result<Arc<Info>, StoreError> {
    Books::default().campaign(c, id).await
}

/// What a sweep over holds released.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Swept {
    /// Holds that have expired.
    pub expired: u64,
    /// What was still set aside in them.
    #[serde(rename = "released_minor")]
    pub released: Minor,
}

/// Releases what is left in holds of campaigns of which nothing waits to be handed over and nothing was for
/// `credits.hold_ttl`: reports that come after that are charged late. Each hold has its own transaction.
///
/// # Errors
/// What the database says.
pub async fn sweep(cx: &Sending, site: Option<SiteId>, rehearse: bool) -> Result<Swept, SendError> {
    const SOME: i64 = 100;
    let now = cx.clock.now();
    let mut swept = Swept::default();
    loop {
        let mut c = cx.store.read().await?;
        let found = hold::forgotten(&mut c, now.minus(cx.rules.hold_ttl), cx.clock.ahead_us(), site, SOME).await?;
        drop(c);
        for h in &found {
            let released = retrying(|| async {
                let mut tx = cx.store.write().await?;
                let released = ledger::expire(&mut tx, h, &cx.actor, now).await.map_err(defect)?;
                tx.finish(rehearse).await?;
                Ok(released)
            })
            .await?;
            if let Some(released) = released {
                tracing::warn!(hold = %h.id, campaign = %h.campaign_id, %released, "no report for too long: the hold has expired");
                swept.expired += 1;
                swept.released = Minor(swept.released.0 + released.0);
            }
        }
        if rehearse || found.len() < usize::try_from(SOME).unwrap_or(usize::MAX) {
            return Ok(swept);
        }
    }
}

/// What the messages of a campaign that have no result may cost at most: what its open hold must still have.
///
/// # Errors
/// What the database says.
pub(in crate::ops) async fn awaited(c: &mut impl Reads, id: CampaignId) -> Result<Minor, StoreError> {
    let info = info(c, id).await?;
    let mut most = 0;
    for (route, n) in message::open_routes(c, id).await? {
        most += info.reserve(&route)?.0 * n;
    }
    Ok(Minor(most))
}
