//! The clock as a value: handed down, never reached for.

use std::fmt;
use std::sync::Arc;

use super::time::Micros;

/// Two clocks: the one of the calendar, which may be rehearsed (`--now`), and the one of the wall,
/// which paces what goes to providers and must not be.
#[derive(Clone)]
pub struct Clock {
    wall: Arc<dyn Fn() -> Micros + Send + Sync>,
    ahead_us: i64,
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("ahead_us", &self.ahead_us).finish_non_exhaustive()
    }
}

impl Clock {
    /// A clock that asks `wall` for the time.
    pub fn new(wall: impl Fn() -> Micros + Send + Sync + 'static) -> Self {
        Self { wall: Arc::new(wall), ahead_us: 0 }
    }

    /// The same clock, its calendar moved so that it shows `now` at this moment and goes on from there.
    #[must_use]
    pub fn rehearsing(&self, now: Micros) -> Self {
        Self { wall: Arc::clone(&self.wall), ahead_us: now.0.saturating_sub(self.wall().0) }
    }

    /// What the calendar shows.
    pub fn now(&self) -> Micros {
        Micros(self.wall().0.saturating_add(self.ahead_us))
    }

    /// What the wall clock shows, whatever is rehearsed.
    pub fn wall(&self) -> Micros {
        (self.wall)()
    }
}
