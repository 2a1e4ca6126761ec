//! The steady clock: one time for all processes that share a database, which nobody can set.
//!
//! It is the time since boot plus an offset that is decided once for each boot of each machine and kept in
//! the database. A step of the calendar's clock, a restart, a stopped process do not touch it. Limits, leases and
//! proofs of absence are measured by it; what people read is not.

use crate::domain::clock::Clock;
use crate::domain::time::Micros;
use crate::store::{Engine, Store, StoreError, retrying, sender};

/// The clock of one process.
#[derive(Debug, Clone)]
pub struct Steady {
    clock: Clock,
    offset_us: i64,
}

impl Steady {
    /// Reads this boot's offset, or decides it.
    ///
    /// A boot that is new goes on from the latest time that is known. On a server the time that has passed since is
    /// taken from the server's clock; an embedded database has only this machine's, which may have been set wrongly
    /// at boot, so nothing counts as passed: a limit is then kept for up to a window too long, never too short.
    ///
    /// # Errors
    /// The database's.
    pub async fn open(store: &Store, clock: &Clock) -> Result<Self, StoreError> {
        let known = sender::clock_offset(&mut store.read().await?, clock.boot()).await?;
        if let Some(offset_us) = known {
            return Ok(Self { clock: clock.clone(), offset_us });
        }
        retrying(|| async {
            let mut tx = store.write().await?;
            // the answer is as old as the question at most: a clock behind the others waits longer, it hurts nobody
            let asked = clock.since_boot();
            let wall = sender::server_time(&mut tx).await?.unwrap_or_else(|| clock.wall());
            let steady = match sender::clock_latest(&mut tx).await? {
                None => wall,
                Some((seen, _)) if store.engine() == Engine::Sqlite => seen,
                Some((seen, then)) => seen.plus(wall.since(then)),
            };
            sender::set_clock(&mut tx, clock.boot(), steady.0 - asked.0, steady, wall).await?;
            let offset = sender::clock_offset(&mut tx, clock.boot()).await?;
            tx.commit().await?;
            Ok(offset.unwrap_or(steady.0 - asked.0))
        })
        .await
        .map(|offset_us| Self { clock: clock.clone(), offset_us })
    }

    /// What it shows.
    pub fn now(&self) -> Micros {
        Micros(self.clock.since_boot().0.saturating_add(self.offset_us))
    }

    /// Which boot it runs on.
    pub fn boot(&self) -> &str {
        self.clock.boot()
    }
}
