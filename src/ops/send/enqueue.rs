//! Writing a plan down, page by page: its messages, and over them the batches in which they will go out.

use crate::domain::channel::{Channel, Lane};
use crate::domain::id::{CampaignId, RecipientId};
use crate::domain::seal::Ix;
use crate::fault::failpoint;
use crate::store::batch::{self, PlannedBatch};
use crate::store::consent::{self, NewConsent};
use crate::store::message::{self, NewMessage};
use crate::store::{campaign, retrying};

use super::advert::Given;
use super::guard::{Guard, LeftOut};
use super::request::Settled;
use super::{SendError, Sending, limit};

/// A message to be, everything about it decided.
pub(super) struct Planned {
    pub(super) recipient: Option<RecipientId>,
    pub(super) ix: Ix,
    pub(super) sealed: Vec<u8>,
    pub(super) route: &'static str,
    pub(super) channel: Channel,
    /// It may be handed over at night: no advertising, or the person agreed to the night.
    pub(super) night: bool,
    pub(super) given: Given,
    /// It waits for the morning.
    pub(super) held: bool,
    /// Keyed hash of the text, where repeats are left out.
    pub(super) content: Option<Ix>,
}

pub(super) fn marks(planned: &[Planned]) -> impl Iterator<Item = (Ix, Option<Ix>)> {
    planned.iter().map(|p| (p.ix, p.content))
}

/// Writes a page of a plan down: its messages in the order of their ways, and over them the batches in which they
/// will go out. Returns whom the guard left out of it.
pub(super) async fn enqueue(
    cx: &Sending,
    settled: &Settled,
    id: CampaignId,
    guard: &Guard,
    planned: &mut [Planned],
    source: Option<&str>,
) -> Result<LeftOut, SendError> {
    // those who go the same way lie side by side, so that a batch is a range of ids
    planned.sort_by_key(|p| (p.route, p.night));
    let whole = page(cx, planned, &LeftOut::default());
    let (now, due) = (cx.clock.wall(), settled.due(cx));
    let left_out = retrying(|| async {
        let mut tx = cx.store.write().await?;
        let left_out = guard.claim(&mut tx, id, marks(planned)).await?;
        let fewer;
        let (rows, ranges) = if left_out.is_empty() {
            &whole
        } else {
            fewer = page(cx, planned, &left_out);
            &fewer
        };
        let n = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        if n == 0 {
            return Ok(left_out);
        }
        let first = message::block(&mut tx, n).await?;
        message::enqueue(&mut tx, id, cx.keys.active(), first, rows, now).await?;
        let batches: Vec<PlannedBatch<'_>> =
            ranges.iter().map(|r| PlannedBatch { first: first + r.first, last: first + r.last, ..*r }).collect();
        batch::plan(&mut tx, id, settled.site.id, &batches, due).await?;
        let written = planned.iter().filter(|p| !left_out.contains(&p.ix));
        consent::keep(&mut tx, &consents((first..).zip(written), source)).await?;
        campaign::span(&mut tx, id, first, first + n - 1).await?;
        tx.commit().await?;
        Ok(left_out)
    })
    .await?;
    failpoint!("plan-page-committed");
    Ok(left_out)
}

/// The messages of a page but of those left out, and the batches over them.
fn page<'a>(
    cx: &Sending,
    planned: &'a [Planned],
    left_out: &LeftOut,
) -> (Vec<NewMessage<'a>>, Vec<PlannedBatch<'static>>) {
    let people: Vec<&Planned> = planned.iter().filter(|p| !left_out.contains(&p.ix)).collect();
    let row = |p: &&'a Planned| NewMessage {
        recipient: p.recipient.map(|r| r.0),
        phone_ix: &p.ix.0,
        sealed: &p.sealed,
        route: p.route,
    };
    (people.iter().map(row).collect(), ranges(cx, &people))
}

/// Batches over sorted messages, as places in the page: one way and one channel each, none larger than a call or a
/// window may be.
fn ranges(cx: &Sending, planned: &[&Planned]) -> Vec<PlannedBatch<'static>> {
    let mut all: Vec<PlannedBatch<'static>> = Vec::new();
    let mut place = 0;
    for run in planned.chunk_by(|a, b| (a.route, a.night) == (b.route, b.night)) {
        let Some(head) = run.first() else { continue };
        let most = largest(cx, head.channel);
        for part in run.chunks(most) {
            let next = place + i64::try_from(part.len()).unwrap_or(0);
            let night = u8::from(head.night);
            all.push(PlannedBatch {
                channel: head.channel.word(),
                route: head.route,
                night,
                first: place,
                last: next - 1,
            });
            place = next;
        }
    }
    all
}

/// The largest batch that a channel's limits let through in one window.
fn largest(cx: &Sending, channel: Channel) -> usize {
    let rule = cx.rules.channels.get(&channel);
    let limits = rule.into_iter().flat_map(|r| [r.limit, r.group_limit]).flatten();
    let room = limits.map(|l| i64::from(l.most) - limit::kept_free(l, Lane::Bulk, cx.rules.auth_share)).min();
    let most = i64::from(cx.rules.batch_size).min(room.unwrap_or(i64::MAX)).max(1);
    usize::try_from(most).unwrap_or(1)
}

/// The consents that advertising was planned on, for the proof of it; `source` names who brought their own.
fn consents<'a, 'p>(written: impl Iterator<Item = (i64, &'p Planned)>, source: Option<&'a str>) -> Vec<NewConsent<'a>> {
    let of = |(id, p): (i64, &Planned)| {
        Some(NewConsent {
            message: id,
            ad_at: p.given.ad?.0,
            night_at: p.given.night.map(|n| n.0),
            night: i64::from(p.night),
            source: source.filter(|_| p.given.brought).unwrap_or(consent::RECORD),
        })
    };
    written.filter_map(of).collect()
}
