//! Reports where no sender runs: fetch them, record them, send what follows from them. Made for cron.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::watch;

use super::send::dispatch::Ended;
use super::send::{SendError, Sending, credits, poll, recall, run};
use crate::domain::id::CampaignId;
use crate::domain::state::CampaignState;
use crate::store::route::RouteStop;
use crate::store::{StoreError, batch, campaign, queue, retrying};

/// What one provider had to say.
#[derive(Debug, Clone, Serialize)]
pub struct OfProvider {
    /// Its name.
    pub provider: String,
    /// Results that were news.
    pub reports: u64,
    /// Reports about messages that are not ours.
    pub strangers: u64,
    /// Messages of which it still owes a final word.
    pub outstanding: u64,
    /// Why it was not read to the end.
    pub error: Option<String>,
    /// It refused us for a reason of ours.
    #[serde(skip)]
    pub ours: bool,
}

/// What polling did.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Polled {
    /// By provider.
    pub providers: Vec<OfProvider>,
    /// Results that were news.
    pub reports: u64,
    /// Reports about messages that are not ours.
    pub strangers: u64,
    /// Campaigns that ended with these.
    pub finished_campaigns: u64,
    /// Retries, fallbacks and messages left by an interrupted send that were handed over.
    pub handed_over: u64,
    /// Messages without a final word from any provider.
    pub outstanding: u64,
    /// Messages of running campaigns that wait for their turn, for a limit or a pause.
    pub queued: u64,
    /// Routes that stopped meanwhile, and their campaigns with them.
    #[serde(skip)]
    pub stops: Vec<RouteStop>,
    /// A signal ended it.
    #[serde(skip)]
    pub interrupted: bool,
}

/// Why nothing was polled.
#[derive(Debug, thiserror::Error)]
pub enum ReportsError {
    /// Another process is at it.
    #[error("another process is polling reports")]
    Held,
    /// No such provider.
    #[error("no channel is carried by a provider `{name}`")]
    NoProvider {
        /// As asked for.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// Handing over failed.
    #[error(transparent)]
    Send(#[from] SendError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads every provider (or `only` this one) to the end of what is there, records the reports of all campaigns, and
/// hands over what is due of those that no other process sends. Unless `once`, again as long as there is news.
pub async fn poll(
    cx: &Arc<Sending>,
    only: Option<&str>,
    once: bool,
    mut stop: watch::Receiver<bool>,
) -> Result<Polled, ReportsError> {
    if let Some(name) = only
        && !cx.lines.contains_key(name)
    {
        let known = cx.lines.keys().cloned().collect::<Vec<_>>().join(", ");
        return Err(ReportsError::NoProvider { name: name.to_owned(), known });
    }
    let _lock = cx.store.try_lock("reports").await?.ok_or(ReportsError::Held)?;
    let mut done = Polled::default();
    let mut by: BTreeMap<String, OfProvider> = BTreeMap::new();
    loop {
        let mut news = fetch(cx, only, &mut by, &mut stop, &mut done).await?;
        news += campaigns(cx, &stop, &mut done).await?;
        done.interrupted = *stop.borrow();
        let down = by.values().any(|p| p.error.is_some());
        if once || news == 0 || down || done.interrupted {
            break;
        }
    }
    credits::sweep(cx, None, false).await?;
    let mut c = cx.store.read().await?;
    for p in by.values_mut() {
        p.outstanding = u64::try_from(batch::open_of(&mut c, &p.provider).await?.0).unwrap_or(0);
        done.reports += p.reports;
        done.strangers += p.strangers;
    }
    done.providers = by.into_values().collect();
    done.outstanding = u64::try_from(batch::open_of_all(&mut c).await?).unwrap_or(0);
    Ok(done)
}

/// One pass over the providers; returns how much was news.
async fn fetch(
    cx: &Sending,
    only: Option<&str>,
    by: &mut BTreeMap<String, OfProvider>,
    stop: &mut watch::Receiver<bool>,
    done: &mut Polled,
) -> Result<u64, StoreError> {
    let mut news = 0;
    for (name, line) in cx.lines.iter().filter(|(n, _)| only.is_none_or(|o| o == n.as_str())) {
        let got = poll::fetch(cx, name, line, stop).await?;
        let p = by.entry(name.clone()).or_insert_with(|| OfProvider {
            provider: name.clone(),
            reports: 0,
            strangers: 0,
            outstanding: 0,
            error: None,
            ours: false,
        });
        p.reports += got.news;
        // pages overlap: the same strangers come again with each pass
        p.strangers = p.strangers.max(got.strangers);
        p.ours = got.failed.as_ref().is_some_and(|f| f.ours);
        p.error = got.failed.map(|f| f.detail);
        done.stops.extend(got.stops);
        news += got.news;
    }
    Ok(news)
}

/// One pass over the open campaigns; returns how many messages were handed over.
async fn campaigns(cx: &Arc<Sending>, stop: &watch::Receiver<bool>, done: &mut Polled) -> Result<u64, ReportsError> {
    let mut handed = 0;
    done.queued = 0;
    let open = campaign::open_ids(&mut cx.store.read().await?).await?;
    for id in open {
        if *stop.borrow() {
            break;
        }
        let Some((ended, n)) = run::hand_over(cx, id, stop.clone()).await? else { continue };
        handed += n;
        if let Ended::Stopped(stop) = ended {
            done.stops.push(stop);
        }
        let row = run::by_id(&cx.store, id).await?;
        if row.state == CampaignState::Cancelled.word() {
            recall::recall(&cx.store, &cx.clock, id).await?;
        }
        let finished = row.finished_at.is_some() || finish(cx, id).await?;
        if finished {
            done.finished_campaigns += 1;
        } else if row.state == CampaignState::Running.word() {
            let mut c = cx.store.read().await?;
            let waiting = queue::queued(&mut c, id).await? + batch::planned(&mut c, id).await?;
            done.queued += u64::try_from(waiting).unwrap_or(0);
        }
    }
    done.handed_over += handed;
    Ok(handed)
}

/// Marks a campaign as finished if nothing of it is open; whether it is finished now.
async fn finish(cx: &Sending, id: CampaignId) -> Result<bool, ReportsError> {
    retrying(|| async {
        let mut tx = cx.store.write().await?;
        campaign::finish(&mut tx, id, cx.clock.now()).await?;
        tx.commit().await
    })
    .await?;
    Ok(run::by_id(&cx.store, id).await?.finished_at.is_some())
}
