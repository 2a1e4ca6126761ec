//! The exact window: in no half-open window of the configured length are there more messages
//! than the limit, as the provider's clock sees them.
//!
//! A message may arrive at any moment between the commit that claims its batch and the end of its
//! call, so a batch counts from its claim until a window after its call ended. What is counted is
//! in the database, by the steady clock: neither a restart nor a second process nor a clock that is
//! set forgets it. The price is that a window is used `window / (window + response time)`.

use std::time::Duration;

use crate::domain::channel::{Channel, Lane};
use crate::domain::id::SiteId;
use crate::domain::time::Micros;
use crate::store::rate::{self, Counted, SiteRate, Usage};
use crate::store::{StoreError, Tx};

use super::{ChannelRule, Limit};

/// How many messages may be claimed now, or when to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// This many.
    Now(i64),
    /// None until this moment (steady clock).
    At(Micros),
    /// None until a call that is under way ends.
    AfterAnswer,
}

impl Room {
    /// What two limits leave together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Now(a), Self::Now(b)) => Self::Now(a.min(b)),
            (Self::Now(_), shut) | (shut, Self::Now(_)) => shut,
            (Self::At(a), Self::At(b)) => Self::At(a.max(b)),
            (Self::AfterAnswer, _) | (_, Self::AfterAnswer) => Self::AfterAnswer,
        }
    }
}

/// The room that a usage leaves under a limit, `kept` places of it for others.
pub fn room(limit: Limit, usage: Usage, kept: i64) -> Room {
    let free = i64::from(limit.most) - kept - usage.ended - usage.under_way;
    match (free, usage.oldest_end) {
        (1.., _) => Room::Now(free),
        (_, Some(end)) => Room::At(end.plus(limit.window)),
        (_, None) => Room::AfterAnswer,
    }
}

/// Places of a limit that a lane leaves free for the auth lane; never all of them.
pub fn kept_free(limit: Limit, lane: Lane, share: u32) -> i64 {
    if lane == Lane::Auth {
        return 0;
    }
    let most = i64::from(limit.most);
    (most * i64::from(share)).div_euclid(100).clamp(0, most - 1)
}

/// The limits that a channel's messages of a site are under, the widest first.
pub fn limits_of<'a>(
    rule: &'a ChannelRule,
    channel: Channel,
    site: SiteId,
    of_sites: &[SiteRate],
) -> Vec<(Counted<'a>, Limit)> {
    let (group, own) = (rule.rate_group.as_str(), channel.word());
    let mut all = Vec::new();
    match (rule.group_limit, rule.limit) {
        (Some(whole), own_limit) => {
            all.push((Counted { group, channel: "", site: SiteId(0) }, whole));
            all.extend(own_limit.map(|l| (Counted { group, channel: own, site: SiteId(0) }, l)));
        }
        (None, Some(l)) => all.push((Counted { group, channel: "", site: SiteId(0) }, l)),
        (None, None) => {}
    }
    all.extend(of_sites.iter().filter(|s| s.site_id == site && s.channel == own).map(|s| {
        let window = Duration::from_micros(u64::try_from(s.window_us).unwrap_or(0));
        let most = u32::try_from(s.limit_n).unwrap_or(u32::MAX);
        (Counted { group, channel: own, site }, Limit { most, window })
    }));
    all
}

/// Locks limits in their order and tells what they leave, at `now` by the steady clock; `None`: no limit.
pub(super) async fn reserve(
    tx: &mut Tx,
    limits: &[(Counted<'_>, Limit)],
    lane: Lane,
    auth_share: u32,
    now: Micros,
) -> Result<Option<Room>, StoreError> {
    let mut left: Option<Room> = None;
    for (counted, limit) in limits {
        let window_us = i64::try_from(limit.window.as_micros()).unwrap_or(i64::MAX);
        rate::lock(tx, &rate::name_of(counted), i64::from(limit.most), window_us, now).await?;
        let usage = rate::usage(tx, counted, now.minus(limit.window)).await?;
        let one = room(*limit, usage, kept_free(*limit, lane, auth_share));
        left = Some(left.map_or(one, |l| l.and(one)));
    }
    Ok(left)
}

/// How long `n` messages take under a limit, the first window's worth at once.
pub fn duration_of(limit: Limit, n: u64) -> Duration {
    let windows = n.div_ceil(u64::from(limit.most)).saturating_sub(1);
    limit.window.saturating_mul(u32::try_from(windows).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy as _, prop_assert, proptest};

    const LIMIT: Limit = Limit { most: 100, window: Duration::from_mins(1) };

    #[test]
    fn a_full_window_is_free_at_once_and_then_closed_until_it_has_passed() {
        let usage = |ended, under_way, oldest_end| Usage { ended, under_way, oldest_end };
        assert_eq!(room(LIMIT, usage(0, 0, None), 0), Room::Now(100));
        assert_eq!(room(LIMIT, usage(37, 0, Some(Micros(5))), 0), Room::Now(63));
        assert_eq!(room(LIMIT, usage(60, 40, Some(Micros(5))), 0), Room::At(Micros(60_000_005)));
        assert_eq!(room(LIMIT, usage(0, 100, None), 0), Room::AfterAnswer);
        // a lowered limit
        assert_eq!(room(LIMIT, usage(500, 0, Some(Micros(0))), 0), Room::At(Micros(60_000_000)));
    }

    #[test]
    fn the_auth_lane_finds_its_share_free() {
        let full = Usage { ended: 98, under_way: 0, oldest_end: Some(Micros(5)) };
        assert_eq!(room(LIMIT, full, kept_free(LIMIT, Lane::Bulk, 2)), Room::At(Micros(60_000_005)));
        assert_eq!(room(LIMIT, full, kept_free(LIMIT, Lane::Auth, 2)), Room::Now(2));
        assert_eq!(kept_free(Limit { most: 1, ..LIMIT }, Lane::Bulk, 50), 0, "somebody may always send");
    }

    #[test]
    fn the_narrowest_of_several_limits_decides() {
        assert_eq!(Room::Now(5).and(Room::Now(3)), Room::Now(3));
        assert_eq!(Room::Now(5).and(Room::At(Micros(9))), Room::At(Micros(9)));
        assert_eq!(Room::At(Micros(9)).and(Room::At(Micros(7))), Room::At(Micros(9)));
        assert_eq!(Room::At(Micros(9)).and(Room::AfterAnswer), Room::AfterAnswer);
    }

    #[test]
    fn durations() {
        for (n, secs) in [(0, 0), (100, 0), (101, 60), (200, 60), (15_000, 149 * 60)] {
            assert_eq!(duration_of(LIMIT, n).as_secs(), secs, "{n}");
        }
    }

    /// One step of a world of several processes under one limit.
    #[derive(Debug, Clone)]
    enum Step {
        /// Somebody claims up to so many; the call takes so long, and arrives at this share of it.
        Claim { most: i64, takes: i64, arrives: f64 },
        /// Everybody is stopped, or nobody has work.
        Pass(i64),
        /// A claimer dies: nobody ever hears the end; a successor finds it after so long.
        Die { most: i64, arrives_after: i64, found_after: i64 },
    }

    #[derive(Clone, Copy)]
    struct Call {
        size: i64,
        left: Option<i64>,
        known_at: i64,
    }

    fn step() -> impl proptest::strategy::Strategy<Value = Step> {
        proptest::prop_oneof![
            6 => (1i64..40, 0i64..30, 0.0f64..=1.0).prop_map(|(most, takes, arrives)| Step::Claim { most, takes, arrives }),
            3 => (0i64..90).prop_map(Step::Pass),
            1 => (1i64..40, 0i64..200, 0i64..200).prop_map(|(most, arrives_after, more)| Step::Die {
                most, arrives_after, found_after: arrives_after + more }),
        ]
    }

    proptest! {
        /// Whatever happens between claim and answer, no window at the provider holds more than the limit.
        #[test]
        fn no_window_is_ever_fuller(window in 20i64..80, most in 1u32..60, steps in proptest::collection::vec(step(), 1..120)) {
            let limit = Limit { most, window: Duration::from_micros(window.unsigned_abs()) };
            let (mut now, mut calls, mut arrivals): (i64, Vec<Call>, Vec<(i64, i64)>) = (0, Vec::new(), Vec::new());
            for step in steps {
                // what the database knows now
                let ended = |c: &Call| c.left.filter(|_| c.known_at <= now);
                let inside: Vec<i64> = calls.iter().filter_map(ended).filter(|e| *e > now - window).collect();
                let usage = Usage {
                    ended: calls.iter().filter(|c| ended(c).is_some_and(|e| e > now - window)).map(|c| c.size).sum(),
                    under_way: calls.iter().filter(|c| ended(c).is_none()).map(|c| c.size).sum(),
                    oldest_end: inside.iter().min().map(|e| Micros(*e)),
                };
                let free = match room(limit, usage, 0) { Room::Now(n) => n, _ => 0 };
                #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "small numbers")]
                match step {
                    Step::Claim { most, takes, arrives } if free > 0 => {
                        let size = most.min(free);
                        arrivals.push((now + (takes as f64 * arrives) as i64, size));
                        calls.push(Call { size, left: Some(now + takes), known_at: now + takes });
                    }
                    Step::Die { most, arrives_after, found_after } if free > 0 => {
                        let size = most.min(free);
                        arrivals.push((now + arrives_after, size));
                        calls.push(Call { size, left: Some(now + found_after), known_at: now + found_after });
                    }
                    Step::Pass(t) => now += t,
                    _ => now += 1,
                }
            }
            for (from, _) in &arrivals {
                let n: i64 = arrivals.iter().filter(|(at, _)| (*from..from + window).contains(at)).map(|a| a.1).sum();
                prop_assert!(n <= i64::from(most), "{n} in the window from {from}");
            }
        }

        /// With work waiting and quick answers the whole limit is used, window after window.
        #[test]
        fn with_work_waiting_the_limit_is_used(most in 1i64..200, batch in 1i64..60, takes in 0i64..20) {
            let window = 1_000i64;
            let limit = Limit { most: u32::try_from(most).expect("small"), window: Duration::from_millis(1) };
            let (mut now, mut calls, mut sent) = (0i64, Vec::<(i64, i64)>::new(), 0i64);
            while now < 10 * window {
                let free = |now: i64, calls: &[(i64, i64)]| {
                    let counted: Vec<_> = calls.iter().filter(|(left, _)| *left > now - window).collect();
                    let under_way: i64 = counted.iter().filter(|(left, _)| *left > now).map(|c| c.1).sum();
                    let ended: i64 = counted.iter().filter(|(left, _)| *left <= now).map(|c| c.1).sum();
                    let oldest_end = counted.iter().map(|c| c.0).filter(|l| *l <= now).min().map(Micros);
                    room(limit, Usage { ended, under_way, oldest_end }, 0)
                };
                match free(now, &calls) {
                    Room::Now(n) => { calls.push((now + takes, n.min(batch))); sent += n.min(batch); }
                    Room::At(at) => now = at.0,
                    Room::AfterAnswer => now += 1,
                }
            }
            #[expect(clippy::cast_precision_loss, reason = "a share")]
            let used = sent as f64 / (10 * most) as f64;
            prop_assert!(used >= 0.97, "{used}");
        }
    }
}
