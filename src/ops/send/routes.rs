//! Routes: a channel through a provider, and whether it takes calls just now.
//!
//! The state of a route's circuit breaker is in the database, so that what one process learns spares all the others.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use crate::domain::breaker::{Breaker, BreakerState, Showed};
use crate::domain::channel::Channel;
use crate::domain::time::Micros;
use crate::providers::CallError;
use crate::store::rate::SiteRate;
use crate::store::route::{self, RouteRow};
use crate::store::{Reads, StoreError, Tx};

use super::answers::Answered;
use super::{ChannelRule, Sending};

/// The longest that a `Retry-After` keeps a route closed.
const LONGEST_REST: Duration = Duration::from_mins(5);

/// What is known of routes and of the sites' own limits; read again with every heartbeat.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) routes: HashMap<(String, String), RouteRow>,
    pub(super) site_rates: Vec<SiteRate>,
}

impl Known {
    pub(super) async fn read(c: &mut impl Reads) -> Result<Self, StoreError> {
        let routes = route::all(c).await?.into_iter().map(|r| ((r.provider.clone(), r.channel.clone()), r)).collect();
        Ok(Self { routes, site_rates: crate::store::rate::of_sites(c).await? })
    }

    /// How a route stands.
    pub(super) fn of(&self, provider: &str, channel: Channel) -> Way {
        match self.routes.get(&(provider.to_owned(), channel.word().to_owned())) {
            None => Way::Passes,
            Some(r) if r.state == "stopped" => Way::Stopped,
            Some(r) => {
                let b = breaker_of(r);
                if b.passes() { Way::Passes } else { Way::Closed(b) }
            }
        }
    }
}

/// The breaker in a row.
fn breaker_of(r: &RouteRow) -> Breaker {
    Breaker {
        state: r.state.parse().unwrap_or(BreakerState::Closed),
        failures: u32::try_from(r.failures).unwrap_or(0),
        opened: u32::try_from(r.opened).unwrap_or(0),
        until: r.until_us,
    }
}

impl Known {
    /// Since when nobody has carried a channel; `None` as long as somebody may.
    pub(super) fn down_since(&self, rule: &ChannelRule, channel: Channel) -> Option<Micros> {
        let rows = rule.providers().map(|p| self.routes.get(&(p.clone(), channel.word().to_owned())));
        rows.map(|r| r.filter(|r| !breaker_of(r).passes()).map(|r| r.since))
            .collect::<Option<Vec<_>>>()?
            .into_iter()
            .max()
    }
}

/// Whether a route takes calls.
pub(super) enum Way {
    Passes,
    Closed(Breaker),
    Stopped,
}

/// What answers show of their routes.
pub(super) async fn judge(tx: &mut Tx, cx: &Sending, known: &Known, answers: &[Answered]) -> Result<(), StoreError> {
    let mut seen: BTreeMap<(&str, Channel), Vec<&Answered>> = BTreeMap::new();
    for a in answers {
        seen.entry((&a.provider, a.channel)).or_default().push(a);
    }
    let now = cx.steady.now();
    for ((provider, channel), answers) in seen {
        let failed =
            answers.iter().any(|a| matches!(a.result, Err(CallError::Lost { .. } | CallError::NotTaken { .. })));
        let kept = known.routes.contains_key(&(provider.to_owned(), channel.word().to_owned()));
        if !failed && !kept {
            continue;
        }
        let row = route::get(tx, provider, channel.word()).await?;
        let began = row.as_ref().map(|r| r.since);
        let was = row.as_ref().map_or(Breaker::CLOSED, breaker_of);
        let mut is = was;
        let mut detail = row.map(|r| r.detail).unwrap_or_default();
        for a in answers {
            is = match &a.result {
                Ok(_) | Err(CallError::Refused { .. }) => is.after(Showed::Works, now, cx.rules.temper, 0.0),
                Err(CallError::NotTaken { detail: d, retry_after: Some(rest) }) => {
                    detail.clone_from(d);
                    is.resting(now.plus((*rest).min(LONGEST_REST)))
                }
                Err(CallError::NotTaken { detail: d, .. } | CallError::Lost { detail: d }) => {
                    detail.clone_from(d);
                    is.after(Showed::Fails, now, cx.rules.temper, rand::random_range(0.0..=1.0))
                }
            };
        }
        if is == was {
            continue;
        }
        if is.state != was.state {
            tracing::warn!(provider, %channel, from = %was.state, to = %is.state, detail, "breaker");
        }
        route::set(
            tx,
            &RouteRow {
                provider: provider.to_owned(),
                channel: channel.word().to_owned(),
                state: is.state.word().to_owned(),
                detail,
                // since when it does not work, however often it was tried meanwhile
                since: began.filter(|_| !was.passes() && !is.passes()).unwrap_or(cx.clock.wall()),
                failures: i64::from(is.failures),
                opened: i64::from(is.opened),
                until_us: is.until,
            },
        )
        .await?;
    }
    Ok(())
}
