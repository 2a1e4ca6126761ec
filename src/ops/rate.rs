//! Was a limit ever exceeded? The windows as they can have been at worst, recomputed from the calls on record.
//!
//! A message may have arrived at any moment from the claim of its batch to the end of its call. A window
//! is at its fullest when it closes just after a claim: it can then hold every batch that was claimed by
//! then and whose call ended less than a window before.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::time::Duration;

use serde::Serialize;

use crate::domain::id::BatchId;
use crate::domain::time::Micros;
use crate::store::rate::{self, RateGroup};
use crate::store::site::{self, SiteRow};
use crate::store::{Store, StoreError};

/// One limit and how much of it was ever used.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Audited {
    /// Its name: a channel, or what several share.
    pub group: String,
    /// The channel that it limits inside the group, where it is one in it.
    pub channel: Option<String>,
    /// The site whose own limit it is.
    pub site: Option<String>,
    /// Most messages in any window.
    pub limit: i64,
    /// The window's length, seconds.
    pub window_s: f64,
    /// In force since; earlier batches only count where they reach into later windows.
    pub since: Micros,
    /// Most messages that any window can have held.
    pub busiest: i64,
    /// When that window closed.
    pub busiest_at: Option<Micros>,
    /// The share of the limit that it used, percent.
    pub use_pct: f64,
    /// Batches looked at.
    pub batches: u64,
    /// Messages in them.
    pub messages: u64,
    /// The limit was never exceeded.
    pub kept: bool,
}

/// The fullest window, found in one pass over batches in the order of their claims.
#[derive(Debug)]
struct Busiest {
    window: Duration,
    since: Micros,
    /// Batches that may reach into the present window, the first to leave it on top.
    inside: BinaryHeap<Reverse<(Micros, i64)>>,
    sum: i64,
    most: i64,
    at: Option<Micros>,
    batches: u64,
    messages: u64,
}

impl Busiest {
    fn new(window: Duration, since: Micros) -> Self {
        Self { window, since, inside: BinaryHeap::new(), sum: 0, most: 0, at: None, batches: 0, messages: 0 }
    }

    /// The next batch; an `end` of `None` is still under way. `shown` is its claim on the calendar.
    fn put(&mut self, claimed: Micros, end: Option<Micros>, size: i64, shown: Micros) {
        let edge = claimed.minus(self.window);
        while let Some(Reverse((ended, n))) = self.inside.peek().copied()
            && ended <= edge
        {
            self.sum -= n;
            self.inside.pop();
        }
        self.sum += size;
        if let Some(end) = end {
            self.inside.push(Reverse((end, size)));
        }
        if claimed < self.since {
            return;
        }
        self.batches += 1;
        self.messages += size.unsigned_abs();
        if self.sum > self.most {
            (self.most, self.at) = (self.sum, Some(shown));
        }
    }
}

/// Batches read in one go.
const PAGE: i64 = 2_000;

/// Audits every limit that was ever applied, or the one of this name.
pub async fn audit(store: &Store, only: Option<&str>) -> Result<Vec<Audited>, StoreError> {
    let (groups, sites) = {
        let mut c = store.read().await?;
        (rate::groups(&mut c).await?, site::list(&mut c).await?)
    };
    let mut all = Vec::new();
    for group in groups.iter().filter(|g| only.is_none_or(|o| o == g.name)) {
        all.push(one(store, group, &sites).await?);
    }
    Ok(all)
}

async fn one(store: &Store, group: &RateGroup, sites: &[SiteRow]) -> Result<Audited, StoreError> {
    let counted = rate::counted(&group.name);
    let window = Duration::from_micros(u64::try_from(group.window_us).map_err(StoreError::corrupt)?);
    let mut busiest = Busiest::new(window, group.since);
    let mut after = (Micros(i64::MIN), BatchId(0));
    loop {
        let page = rate::timeline(&mut store.read().await?, &counted, after, PAGE).await?;
        for b in &page {
            busiest.put(b.entered_at, b.left_at, b.size, b.claimed_at);
        }
        match page.last() {
            Some(last) => after = (last.entered_at, last.id),
            None => break,
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let share = busiest.most as f64 * 100.0 / group.limit_n.max(1) as f64;
    Ok(Audited {
        group: group.name.clone(),
        channel: Some(counted.channel.to_owned()).filter(|c| !c.is_empty()),
        site: sites.iter().find(|s| s.id == counted.site).map(|s| s.name.clone()),
        limit: group.limit_n,
        window_s: window.as_secs_f64(),
        since: group.since,
        busiest: busiest.most,
        busiest_at: busiest.at,
        use_pct: (share * 10.0).round() / 10.0,
        batches: busiest.batches,
        messages: busiest.messages,
        kept: busiest.most <= group.limit_n,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn most(window: u64, batches: &[(i64, Option<i64>, i64)]) -> i64 {
        let mut b = Busiest::new(Duration::from_micros(window), Micros(0));
        for (claimed, end, n) in batches {
            b.put(Micros(*claimed), end.map(Micros), *n, Micros(*claimed));
        }
        b.most
    }

    /// Every window there is, one microsecond after the other, filled with all that can have been in it.
    fn brute_force(window: i64, batches: &[(i64, Option<i64>, i64)]) -> i64 {
        (-60..120)
            .map(|from| {
                let reaches = |(claimed, end, _): &&(i64, Option<i64>, i64)| {
                    *claimed < from + window && end.is_none_or(|e| e >= from)
                };
                batches.iter().filter(reaches).map(|b| b.2).sum()
            })
            .max()
            .unwrap_or(0)
    }

    #[test]
    fn windows_are_half_open() {
        // the first call ended at 10: sixty later its window has passed
        assert_eq!(most(60, &[(0, Some(10), 100), (69, Some(80), 100)]), 200);
        assert_eq!(most(60, &[(0, Some(10), 100), (70, Some(80), 100)]), 100);
        assert_eq!(most(60, &[(0, None, 100), (900, Some(901), 1)]), 101);
    }

    #[test]
    fn what_was_before_the_limit_counts_only_where_it_reaches_in() {
        let mut b = Busiest::new(Duration::from_micros(60), Micros(100));
        for (claimed, n) in [(0, 500), (90, 70), (120, 30), (200, 90)] {
            b.put(Micros(claimed), Some(Micros(claimed + 1)), n, Micros(claimed));
        }
        assert_eq!((b.most, b.at, b.batches, b.messages), (100, Some(Micros(120)), 2, 120));
    }

    proptest! {
        #[test]
        fn one_pass_finds_what_brute_force_finds(
            window in 1i64..30,
            drawn in proptest::collection::vec((0i64..50, 0i64..40, 1i64..100, proptest::bool::weighted(0.1)), 0..25),
        ) {
            let mut batches: Vec<_> =
                drawn.into_iter().map(|(c, took, n, open)| (c, (!open).then_some(c + took), n)).collect();
            batches.sort_by_key(|b| b.0);
            prop_assert_eq!(most(window.unsigned_abs(), &batches), brute_force(window, &batches));
        }
    }
}
