//! The clock as a value: handed down, never reached for.

use std::fmt;
use std::sync::Arc;

use super::time::Micros;

/// Three clocks: the one of the calendar, which may be rehearsed (`--now`); the one of the wall, which must not be;
/// and the time since the machine was started, which nobody can set and which goes on while a process is stopped.
#[derive(Clone)]
pub struct Clock {
    wall: Arc<dyn Fn() -> Micros + Send + Sync>,
    ahead_us: i64,
    since_boot: Arc<dyn Fn() -> Micros + Send + Sync>,
    boot: Arc<str>,
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("ahead_us", &self.ahead_us).finish_non_exhaustive()
    }
}

impl Clock {
    /// A clock that asks `wall` for the time, also for the time since a boot without a name.
    pub fn new(wall: impl Fn() -> Micros + Send + Sync + 'static) -> Self {
        let wall: Arc<dyn Fn() -> Micros + Send + Sync> = Arc::new(wall);
        Self { since_boot: Arc::clone(&wall), wall, ahead_us: 0, boot: "".into() }
    }

    /// The same clock with a time since boot of its own, and the name of that boot.
    #[must_use]
    pub fn with_boot(self, boot: &str, since_boot: impl Fn() -> Micros + Send + Sync + 'static) -> Self {
        Self { since_boot: Arc::new(since_boot), boot: boot.into(), ..self }
    }

    /// The time since boot.
    pub fn since_boot(&self) -> Micros {
        (self.since_boot)()
    }

    /// Which boot of which machine that is.
    pub fn boot(&self) -> &str {
        &self.boot
    }

    /// The same clock, its calendar moved so that it shows `now` at this moment and goes on from there.
    #[must_use]
    pub fn rehearsing(&self, now: Micros) -> Self {
        Self { ahead_us: now.0.saturating_sub(self.wall().0), ..self.clone() }
    }

    /// What the calendar shows.
    pub fn now(&self) -> Micros {
        Micros(self.wall().0.saturating_add(self.ahead_us))
    }

    /// How far the calendar is ahead of the wall, in microseconds; nothing unless it is rehearsed.
    pub const fn ahead_us(&self) -> i64 {
        self.ahead_us
    }

    /// What the wall clock shows, whatever is rehearsed.
    pub fn wall(&self) -> Micros {
        (self.wall)()
    }
}
