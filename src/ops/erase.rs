//! Erasing people: what stays counts, and leads to nobody.
//!
//! A person's record, its places on lists and the content of its messages go; the messages stay as
//! numbers in statistics, under a random value instead of the blind index. An opt-out must outlive
//! the person, or the next import would write to somebody who said no: of a suppression only the
//! blind index stays, unless it is dropped on request. Who has a message under way is left for
//! later, because its report and its fallback still need the number.

use rand::{CryptoRng, RngExt as _};
use serde_json::json;

use super::audience::{self, Audience, AudienceError, Who};
use super::audit::{self, Action, By};
use crate::domain::id::{RecipientId, SiteId};
use crate::domain::seal::{Ix, KeyRing};
use crate::store::{Store, StoreError, erasure, retrying, suppression};

/// People in one transaction.
const CHUNK: u32 = 500;

/// What is to be erased, and how.
#[derive(Debug, Clone)]
pub struct Request {
    /// These people; with a list, nobody.
    pub who: Vec<Who>,
    /// Take suppressions away too.
    pub drop_suppressions: bool,
    /// Take everything back.
    pub rehearse: bool,
}

/// What was erased.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Erased {
    /// People.
    pub people: u64,
    /// Messages that lead to nobody any more.
    pub messages: u64,
    /// Suppressions that stay as a blind index.
    pub suppressions_kept: u64,
    /// Suppressions taken away.
    pub suppressions_dropped: u64,
    /// People left for later: messages of theirs are under way.
    pub waiting: u64,
    /// Ids and numbers that nothing is known of.
    pub not_found: u64,
}

/// Erases people of a site, or everybody on a list.
pub async fn erase(
    store: &Store,
    ring: &KeyRing,
    audience: &Audience,
    request: &Request,
    by: &By,
    rng: &mut impl CryptoRng,
    mut progress: impl FnMut(u64),
) -> Result<Erased, AudienceError> {
    let mut all = Erased::default();
    let site = audience.site.id;
    if audience.list.is_some() {
        let (mut after, mut seen) = (RecipientId(0), 0);
        loop {
            let rows = audience.rows(&mut store.read().await?, after, CHUNK).await?;
            let Some(last) = rows.last() else { break };
            after = last.id;
            seen += rows.len() as u64;
            let numbers: Vec<Ix> = rows.iter().map(|r| r.phone_ix).collect();
            chunk(store, site, &audience.subject(), &numbers, request, by, rng, &mut all).await?;
            progress(seen);
        }
        return Ok(all);
    }
    let mut numbers = Vec::new();
    {
        let mut c = store.read().await?;
        for who in &request.who {
            // messages of somebody who is no recipient have traces too
            let ix = match (*who, audience::find(&mut c, ring, Some(site), *who).await?) {
                (_, Some(row)) => Some(row.phone_ix),
                (Who::Number(n), None) => Some(ring.phone_ix(&n)),
                (Who::Id(_), None) => None,
            };
            match ix {
                Some(ix) => numbers.push(ix),
                None => all.not_found += 1,
            }
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    for (i, some) in numbers.chunks(CHUNK as usize).enumerate() {
        chunk(store, site, &audience.subject(), some, request, by, rng, &mut all).await?;
        progress((i * CHUNK as usize + some.len()) as u64);
    }
    Ok(all)
}

#[expect(clippy::too_many_arguments, reason = "one step of one function")]
async fn chunk(
    store: &Store,
    site: SiteId,
    subject: &str,
    numbers: &[Ix],
    request: &Request,
    by: &By,
    rng: &mut impl CryptoRng,
    all: &mut Erased,
) -> Result<(), StoreError> {
    let seed: [u8; 32] = rng.random();
    let done = retrying(|| one(store, site, subject, numbers, request, by, seed)).await?;
    all.people += done.people;
    all.messages += done.messages;
    all.suppressions_kept += done.suppressions_kept;
    all.suppressions_dropped += done.suppressions_dropped;
    all.waiting += done.waiting;
    all.not_found += done.not_found;
    Ok(())
}

/// One transaction. What it draws comes from `seed`, so that it can be run again.
async fn one(
    store: &Store,
    site: SiteId,
    subject: &str,
    numbers: &[Ix],
    request: &Request,
    by: &By,
    seed: [u8; 32],
) -> Result<Erased, StoreError> {
    use rand::SeedableRng as _;
    let mut rng = rand::rngs::StdRng::from_seed(seed);
    let mut tx = store.write().await?;
    let waiting = erasure::under_way(&mut tx, site, numbers).await?;
    let now: Vec<Ix> = numbers.iter().copied().filter(|n| !waiting.contains(n)).collect();
    let noise: Vec<(i64, Ix)> =
        erasure::messages(&mut tx, site, &now).await?.into_iter().map(|id| (id, Ix(rng.random()))).collect();
    let messages = erasure::forget_messages(&mut tx, &noise).await?;
    let people = erasure::delete_people(&mut tx, site, &now).await?;
    let (kept, dropped) = if request.drop_suppressions {
        (0, suppression::remove(&mut tx, site, &now, None).await?.len() as u64)
    } else {
        (erasure::forget_suppressions(&mut tx, site, &now).await?, 0)
    };
    erasure::forget_contacts(&mut tx, site, &now).await?;
    let known = people.len() as u64;
    let nothing = request.who.len() == 1 && known + messages + kept + dropped == 0 && waiting.is_empty();
    if known + messages + kept + dropped > 0 {
        let subject = match (request.who.as_slice(), people.as_slice()) {
            ([_], [one]) => one.to_string(),
            _ => subject.to_owned(),
        };
        let detail = json!({ "people": known, "messages": messages, "suppressions_kept": kept, "suppressions_dropped": dropped });
        audit::record(&mut tx, by, Action::Erase, &subject, detail).await?;
    }
    tx.finish(request.rehearse).await?;
    Ok(Erased {
        people: known,
        messages,
        suppressions_kept: kept,
        suppressions_dropped: dropped,
        waiting: waiting.len() as u64,
        not_found: u64::from(nothing),
    })
}
