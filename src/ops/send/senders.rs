//! Processes that send, side by side: leases, signs of life, and what becomes of the work of those that are gone.
//!
//! A sender makes no call that could outlast its lease. Whoever sees that another's lease has run out, or that
//! its process is gone, fences it: its calls are in doubt from then on and are asked about, and should it wake up
//! again it finds that it may write nothing and call nobody.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use crate::domain::time::Micros;
use crate::store::sender::{self, SenderRow};
use crate::store::{StoreError, Tx, batch, retrying};

use super::Sending;

/// This process as a sender.
#[derive(Debug)]
pub struct Me {
    /// Its number: the owner of its batches, and its fencing token.
    pub id: i64,
    lease_until: AtomicI64,
    fenced: AtomicBool,
}

impl Me {
    /// Writes this process down.
    pub async fn enter(cx: &Sending) -> Result<Self, StoreError> {
        let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
        let process = identity(cx.steady.boot());
        let lease = cx.steady.now().plus(cx.rules.lease);
        let id = retrying(|| async {
            let mut tx = cx.store.write().await?;
            let id = sender::enter(&mut tx, cx.kind, &host, &process, cx.clock.wall(), lease).await?;
            tx.commit().await?;
            Ok(id)
        })
        .await?;
        Ok(Self { id, lease_until: AtomicI64::new(lease.0), fenced: AtomicBool::new(false) })
    }

    /// Whether a call of this length would be over within the lease.
    pub fn may_call(&self, now: Micros, takes: Duration) -> bool {
        !self.is_fenced() && now.plus(takes).0 <= self.lease_until.load(Ordering::Acquire)
    }

    /// Others hold it for dead: it must not send any more.
    pub fn is_fenced(&self) -> bool {
        self.fenced.load(Ordering::Acquire)
    }

    /// Due for a sign of life.
    pub fn should_beat(&self, now: Micros, lease: Duration) -> bool {
        Micros(self.lease_until.load(Ordering::Acquire)).since(now) < lease * 3 / 4
    }

    /// A sign of life, as part of a transaction; to be followed by [`Me::beaten`] once that is committed.
    pub async fn beat(&self, tx: &mut Tx, cx: &Sending) -> Result<Micros, StoreError> {
        let (wall, steady) = (cx.clock.wall(), cx.steady.now());
        let lease = steady.plus(cx.rules.lease);
        if !sender::beat(tx, self.id, wall, lease).await? {
            self.fenced.store(true, Ordering::Release);
        }
        // of a server's clock all machines know the same
        let told = sender::server_time(tx).await?.unwrap_or(wall);
        sender::saw(tx, cx.steady.boot(), steady, told).await?;
        Ok(lease)
    }

    /// The sign of life was committed: the lease holds until then.
    pub fn beaten(&self, lease: Micros) {
        self.lease_until.store(lease.0, Ordering::Release);
    }

    /// Ends in the middle: its calls were broken off, and may still arrive.
    pub async fn break_off(&self, cx: &Sending) -> Result<(), StoreError> {
        let timeout = cx.lines.values().map(|l| l.timeout).max().unwrap_or(FOREVER);
        retrying(|| async {
            let (wall, steady) = (cx.clock.wall(), cx.steady.now());
            let mut tx = cx.store.write().await?;
            batch::doubt(&mut tx, self.id, wall, (steady, steady, steady.plus(timeout)), "the sender broke off")
                .await?;
            // where others have fenced it: none of its calls can begin any more
            batch::surrender(&mut tx, self.id, steady, steady.plus(timeout)).await?;
            sender::leave(&mut tx, self.id, wall).await?;
            tx.commit().await
        })
        .await
    }

    /// Ends in good order.
    pub async fn leave(&self, cx: &Sending) -> Result<(), StoreError> {
        retrying(|| async {
            let mut tx = cx.store.write().await?;
            sender::leave(&mut tx, self.id, cx.clock.wall()).await?;
            sender::forget(&mut tx, cx.clock.wall().minus(REMEMBERED)).await?;
            tx.commit().await
        })
        .await
    }
}

/// Ended senders are forgotten after this.
const REMEMBERED: Duration = Duration::from_hours(7 * 24);

/// What is known of another sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Life {
    /// It runs, or its lease does.
    Alive,
    /// Its process is gone: none of its calls can begin any more.
    Gone,
    /// It has given no sign of life for a whole lease; it may yet wake up.
    Silent,
}

/// Fences senders that are gone or silent and puts their calls into doubt; returns how many calls that were.
pub async fn reap(cx: &Sending, me: i64) -> Result<usize, StoreError> {
    let others = sender::others(&mut cx.store.read().await?, me).await?;
    let mut doubted = 0;
    for s in others {
        let life = life_of(&s, cx.steady.boot(), cx.steady.now());
        if life == Life::Alive {
            continue;
        }
        let n = retrying(|| fence(cx, &s, me, life)).await?;
        if n > 0 {
            tracing::warn!(
                sender = s.id,
                kind = s.kind,
                host = s.host,
                ?life,
                batches = n,
                "its calls are in doubt and will be asked about"
            );
        }
        doubted += n;
    }
    let timeout = cx.lines.values().map(|l| l.timeout).max().unwrap_or(FOREVER);
    let waits = sender::fenced(&mut cx.store.read().await?, cx.steady.now().plus(timeout)).await?;
    for s in waits.iter().filter(|s| still_there(&s.process, cx.steady.boot()) == Some(false)) {
        // it fell silent, and now it is gone for good
        retrying(|| async {
            let steady = cx.steady.now();
            let mut tx = cx.store.write().await?;
            batch::surrender(&mut tx, s.id, steady, steady.plus(timeout)).await?;
            tx.commit().await
        })
        .await?;
    }
    Ok(doubted)
}

async fn fence(cx: &Sending, s: &SenderRow, me: i64, life: Life) -> Result<usize, StoreError> {
    let (wall, steady) = (cx.clock.wall(), cx.steady.now());
    let mut tx = cx.store.write().await?;
    if !sender::fence(&mut tx, s, me, wall).await? {
        return Ok(0);
    }
    // a call of a process that may wake up can begin late: it is proven absent only when the provider would refuse it
    let late = match life {
        Life::Silent => cx.lines.values().map(|l| l.provider.caps().refuses_after).max().flatten().unwrap_or(FOREVER),
        Life::Gone | Life::Alive => Duration::ZERO,
    };
    let timeout = cx.lines.values().map(|l| l.timeout).max().unwrap_or(FOREVER);
    let why = if life == Life::Gone { "the sender ended before the answer came" } else { "the sender fell silent" };
    let proof = steady.plus(late).plus(timeout);
    // and as long as it may begin, the limit must count it: until it is found at the provider, or its sender wakes up
    // and tells
    let left = if life == Life::Gone { steady } else { proof };
    let batches = batch::doubt(&mut tx, s.id, wall, (steady, left, proof), why).await?;
    tx.commit().await?;
    Ok(batches.len())
}

/// Where a provider takes calls however old, silence proves nothing.
const FOREVER: Duration = Duration::from_hours(10_000 * 24);

fn life_of(s: &SenderRow, boot: &str, now: Micros) -> Life {
    match still_there(&s.process, boot) {
        Some(false) => Life::Gone,
        _ if s.lease_until < now => Life::Silent,
        _ => Life::Alive,
    }
}

/// `boot/namespace/number/start`.
fn identity(boot: &str) -> String {
    let pid = std::process::id();
    format!("{boot}/{}/{pid}/{}", namespace(), started(pid).unwrap_or(0))
}

fn namespace() -> String {
    std::fs::read_link("/proc/self/ns/pid").map_or_else(|_| "-".to_owned(), |p| p.to_string_lossy().replace('/', "_"))
}

/// When a process was started, in ticks since boot.
fn started(pid: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // the second field is a name in parentheses that may hold anything
    let mut rest = stat.rsplit_once(')')?.1.split_ascii_whitespace();
    if matches!(rest.next(), Some("Z" | "X")) {
        return None;
    }
    rest.nth(18)?.parse().ok()
}

/// Whether a process is still there; `None` where this cannot be told from here.
fn still_there(process: &str, boot: &str) -> Option<bool> {
    let mut parts = process.split('/');
    let (its_boot, its_space) = (parts.next()?, parts.next()?);
    let (pid, start): (u32, u64) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    if its_boot != boot || its_space != namespace() || !std::path::Path::new("/proc/self/stat").exists() {
        return None;
    }
    Some(started(pid) == Some(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_there_and_another_start_of_its_number_is_not() {
        let me = identity("b1");
        assert_eq!(still_there(&me, "b1"), Some(true));
        assert_eq!(still_there(&me, "b2"), None, "another boot cannot be told from here");
        let (front, start) = me.rsplit_once('/').expect("four parts");
        let later = start.parse::<u64>().expect("ticks") + 1;
        assert_eq!(still_there(&format!("{front}/{later}"), "b1"), Some(false));
        assert_eq!(still_there("garbage", "b1"), None);
    }

    #[test]
    fn a_lease_ends_calls_before_it_ends() {
        let me = Me { id: 1, lease_until: AtomicI64::new(30_000_000), fenced: AtomicBool::new(false) };
        assert!(me.may_call(Micros(20_000_000), Duration::from_secs(10)));
        assert!(!me.may_call(Micros(20_000_001), Duration::from_secs(10)));
        me.fenced.store(true, Ordering::Release);
        assert!(!me.may_call(Micros(0), Duration::from_secs(1)));
    }
}
