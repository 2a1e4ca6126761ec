//! The day's failures, told to each site that has a callback: once for a site and a day, however often cron asks.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;

use super::notice::{self, Relayed, Targets};
use super::site;
use super::stats::{self, By, Codes, Filter};
use crate::domain::channel::words;
use crate::domain::clock::Clock;
use crate::domain::id::SiteId;
use crate::domain::outcome::Class;
use crate::store::{Store, StoreError, retrying};

/// A report names so many codes; what is beyond is only in its sum.
const CODES: usize = 100;

words! {
    /// Whether a site knows of its day.
    Told ("telling") {
        /// It is told by this run.
        Now = "now",
        /// An earlier run told it.
        Before = "before",
        /// Nothing failed: there is nothing to tell.
        Nothing = "nothing",
        /// It has no callback.
        Nowhere = "nowhere",
    }
}

/// Why the day could not be told.
#[derive(Debug, thiserror::Error)]
pub enum DailyError {
    /// It is not over.
    #[error("{day} is not over in Korea")]
    NotOver {
        /// The day asked for.
        day: Date,
    },
    /// The site.
    #[error(transparent)]
    Site(#[from] site::SiteError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The failures of one channel and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The channel.
    pub channel: String,
    /// What the provider said.
    pub code: String,
    /// What that is to us.
    pub class: Option<Class>,
    /// What it says.
    pub meaning: Option<String>,
    /// Messages.
    pub failed: u64,
}

/// One site's day.
#[derive(Debug, Clone, Serialize)]
pub struct SiteDay {
    /// The site.
    pub site: String,
    /// The Korean day of the results.
    pub day: Date,
    /// Messages that arrived.
    pub delivered: u64,
    /// Messages that did not.
    pub failed: u64,
    /// Whether it knows.
    pub told: Told,
    /// Why they did not, the heaviest first.
    pub failures: Vec<Failure>,
}

/// What to tell.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The day; `None`: yesterday in Korea.
    pub day: Option<Date>,
    /// One site, or all.
    pub site: Option<String>,
    /// Only look.
    pub rehearse: bool,
}

/// Tells each site the failures of a day that is over, and posts what is due. Results of `send --test` do not count.
///
/// # Errors
/// The day is not over; the site is not there; the database. What a callback says is kept with its notice.
pub async fn daily(
    store: &Store,
    clock: &Clock,
    codes: &Codes,
    targets: &Targets,
    ask: &Ask,
) -> Result<(Vec<SiteDay>, Relayed), DailyError> {
    let today = clock.now().kst_date();
    let day = ask.day.unwrap_or_else(|| today.yesterday().unwrap_or(today));
    if day >= today {
        return Err(DailyError::NotOver { day });
    }
    let sites = match &ask.site {
        Some(name) => vec![site::get(&mut store.read().await?, name).await?],
        None => site::list(store).await?,
    };
    let mut days = Vec::with_capacity(sites.len());
    for s in sites {
        let mut of = figures(store, clock, codes, &s.name, day).await?;
        of.told = match (of.failed, &s.callback) {
            (0, _) => Told::Nothing,
            (_, None) => Told::Nowhere,
            _ => note(store, clock, s.id, &of, ask.rehearse).await?,
        };
        days.push(of);
    }
    let relayed = if ask.rehearse { Relayed::default() } else { notice::relay(store, clock, targets).await? };
    Ok((days, relayed))
}

async fn figures(
    store: &Store,
    clock: &Clock,
    codes: &Codes,
    name: &str,
    day: Date,
) -> Result<SiteDay, site::SiteError> {
    let filter = Filter { site: Some(name.to_owned()), by: By::Code, since: Some(day), until: Some(day), tests: false };
    let sums = stats::stats(store, &filter, codes, clock.now()).await?;
    let mut failures: Vec<Failure> = sums
        .rows
        .into_iter()
        .filter(|g| g.failed > 0)
        .map(|g| Failure {
            channel: g.channel.unwrap_or_default(),
            code: g.key,
            class: g.class,
            meaning: g.meaning,
            failed: g.failed,
        })
        .collect();
    failures.sort_by(|a, b| (b.failed, &a.channel, &a.code).cmp(&(a.failed, &b.channel, &b.code)));
    Ok(SiteDay {
        site: name.to_owned(),
        day,
        delivered: sums.total_attempts - sums.failure,
        failed: sums.failure,
        told: Told::Nothing,
        failures,
    })
}

/// Notes the day for the site's callback, where no run has done so before.
async fn note(store: &Store, clock: &Clock, site: SiteId, of: &SiteDay, rehearse: bool) -> Result<Told, StoreError> {
    let id = format!("daily-failures:{site}:{}", of.day);
    let text = format!("`{}`: {} of {} messages failed on {}", of.site, of.failed, of.delivered + of.failed, of.day);
    let more = json!({
        "day": of.day,
        "delivered": of.delivered,
        "failed": of.failed,
        "failures": of.failures.iter().take(CODES).collect::<Vec<_>>(),
    });
    let fresh = retrying(|| async {
        let mut tx = store.write().await?;
        let fresh =
            notice::tell_at(&mut tx, &["callback"], site, "daily-failures", &id, &text, more.clone(), clock.now())
                .await?;
        tx.finish(rehearse).await?;
        Ok(fresh)
    })
    .await?;
    Ok(if fresh { Told::Now } else { Told::Before })
}
