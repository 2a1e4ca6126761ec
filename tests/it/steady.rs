//! The clock that limits and leases run on: set by nobody, shared by all.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use msgctl::domain::clock::Clock;
use msgctl::domain::time::Micros;
use msgctl::ops::send::steady::Steady;
use msgctl::store::sender;

use crate::support::on_each_engine;

const HOUR: i64 = 3_600_000_000;

/// A machine whose calendar can be set and whose time since boot cannot.
struct Machine {
    wall: Arc<AtomicI64>,
    up: Arc<AtomicI64>,
}

impl Machine {
    fn new(wall: i64) -> Self {
        Self { wall: Arc::new(AtomicI64::new(wall)), up: Arc::new(AtomicI64::new(5_000_000)) }
    }

    fn clock(&self, boot: &str) -> Clock {
        let (wall, up) = (Arc::clone(&self.wall), Arc::clone(&self.up));
        let clock = Clock::new(move || Micros(wall.load(Ordering::Relaxed)));
        clock.with_boot(boot, move || Micros(up.load(Ordering::Relaxed)))
    }

    fn pass(&self, us: i64) {
        self.wall.fetch_add(us, Ordering::Relaxed);
        self.up.fetch_add(us, Ordering::Relaxed);
    }

    fn set_calendar(&self, by: i64) {
        self.wall.fetch_add(by, Ordering::Relaxed);
    }
}

on_each_engine! {
    async fn a_calendar_that_is_set_moves_nothing(db: TestDb) {
        let machine = Machine::new(1_763_000_000_000_000);
        let steady = Steady::open(&db.store, &machine.clock("boot-1")).await.expect("opens");
        let begun = steady.now();
        for step in [HOUR, -2 * HOUR, 40 * 24 * HOUR] {
            machine.set_calendar(step);
            machine.pass(1_000_000);
            // a process that starts now sees the same time as one that has run all along
            let other = Steady::open(&db.store, &machine.clock("boot-1")).await.expect("opens");
            assert_eq!(steady.now(), other.now());
        }
        assert_eq!(steady.now().since(begun).as_micros(), 3_000_000);
    }

    async fn after_a_reboot_it_never_runs_ahead(db: TestDb) {
        let machine = Machine::new(1_763_000_000_000_000);
        let first = Steady::open(&db.store, &machine.clock("boot-1")).await.expect("opens");
        machine.pass(10_000_000);
        let mut tx = db.store.write().await.expect("begins");
        let then = sender::server_time(&mut tx).await.expect("asked");
        // on a server, a minute ago
        let told = then.map_or(machine.clock("boot-1").wall(), |t| Micros(t.0 - 60_000_000));
        sender::saw(&mut tx, "boot-1", first.now(), told).await.expect("written");
        tx.commit().await.expect("committed");
        let last = first.now();
        // the machine comes back with its calendar a day ahead and its time since boot at nothing
        machine.set_calendar(24 * HOUR);
        machine.up.store(0, Ordering::Relaxed);
        let again = Steady::open(&db.store, &machine.clock("boot-2")).await.expect("opens");
        let ahead = again.now().0 - last.0;
        match db.store.engine() {
            // nobody can tell how long it was off: nothing counts as passed
            msgctl::store::Engine::Sqlite => assert_eq!(ahead, 0),
            // the server's clock can, whatever the machine's own shows
            msgctl::store::Engine::Postgres => assert!((60_000_000..90_000_000).contains(&ahead), "{ahead}"),
        }
        machine.pass(7);
        assert_eq!(again.now().0 - last.0, ahead + 7);
    }
}
