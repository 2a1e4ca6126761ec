//! Rates that are enforced: an exact sliding window for each message type.

use std::collections::{BTreeMap, VecDeque};

use super::kind::Kind;
use super::settings::Rate;
use crate::domain::time::Micros;

/// The windows.
pub struct Limits {
    windows: Vec<(Kind, Rate, Window)>,
}

#[derive(Default)]
struct Window {
    arrivals: VecDeque<(i64, u64)>,
    sum: u64,
}

impl Limits {
    /// As the settings say.
    pub fn new(rates: &BTreeMap<Kind, Rate>) -> Self {
        Self { windows: rates.iter().map(|(k, r)| (*k, *r, Window::default())).collect() }
    }

    /// Takes a batch, or says after how many seconds it may come again.
    pub fn take(&mut self, counts: &[u64; Kind::COUNT], now: Micros) -> Result<(), u32> {
        let mut wait: i64 = 0;
        for (kind, rate, window) in &mut self.windows {
            let (n, per) = (counts[kind.index()], micros(rate));
            while let Some((at, gone)) = window.arrivals.front().copied().filter(|(at, _)| at + per <= now.0) {
                debug_assert!(at <= now.0);
                window.sum -= gone;
                window.arrivals.pop_front();
            }
            if n > 0 && window.sum + n > rate.count {
                let mut over = window.sum + n - rate.count;
                let mut free = now.0 + per;
                for (at, gone) in &window.arrivals {
                    free = at + per;
                    over = over.saturating_sub(*gone);
                    if over == 0 {
                        break;
                    }
                }
                wait = wait.max(free - now.0).max(1);
            }
        }
        if wait > 0 {
            return Err(u32::try_from((wait + 999_999) / 1_000_000).unwrap_or(u32::MAX));
        }
        for (kind, _, window) in &mut self.windows {
            let n = counts[kind.index()];
            if n > 0 {
                window.arrivals.push_back((now.0, n));
                window.sum += n;
            }
        }
        Ok(())
    }
}

fn micros(rate: &Rate) -> i64 {
    i64::try_from(rate.per.as_micros()).unwrap_or(i64::MAX / 2)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn no_window_holds_more_than_the_rate() {
        let mut limits = Limits::new(&[(Kind::SMS, Rate { count: 100, per: Duration::from_secs(2) })].into());
        let mut batch = [0; Kind::COUNT];
        batch[Kind::SMS.index()] = 60;
        let ms = |ms: i64| Micros(1_000_000_000 + ms * 1_000);
        assert_eq!(limits.take(&batch, ms(0)), Ok(()));
        assert_eq!(limits.take(&batch, ms(500)), Err(2), "free after 1.5 s");
        assert_eq!(limits.take(&batch, ms(1_999)), Err(1));
        assert_eq!(limits.take(&batch, ms(2_000)), Ok(()));
        batch[Kind::SMS.index()] = 40;
        assert_eq!(limits.take(&batch, ms(2_001)), Ok(()));
        let mut other = [0; Kind::COUNT];
        other[Kind::ATA.index()] = 10_000;
        assert_eq!(limits.take(&other, ms(2_002)), Ok(()), "no rate, no limit");
        other[Kind::SMS.index()] = 1;
        assert_eq!(limits.take(&other, ms(2_003)), Err(2));
    }
}
