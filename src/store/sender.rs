//! Processes that send: their leases, and the steady clock they share.

use crate::domain::time::Micros;

use super::dialect::SERVER_TIME;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    ENTER = Sql::same(
        "INSERT INTO sender (kind, host, process, started_at, beat_at, lease_until) VALUES ($1, $2, $3, $4, $4, $5) RETURNING id");
    BEAT = Sql::same("UPDATE sender SET beat_at = $2, lease_until = $3 WHERE id = $1 AND ended_at IS NULL");
    LEAVE = Sql::same("UPDATE sender SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL");
    FENCE = Sql::same(
        "UPDATE sender SET ended_at = $2, fenced_by = $3 WHERE id = $1 AND ended_at IS NULL AND lease_until = $4");
    OTHERS = Sql::same(
        "SELECT id, kind, host, process, started_at, beat_at, lease_until FROM sender WHERE ended_at IS NULL AND id <> $1 ORDER BY id");
    FENCED = Sql::same(
        "SELECT id, kind, host, process, started_at, beat_at, lease_until FROM sender WHERE fenced_by IS NOT NULL
         AND EXISTS (SELECT 1 FROM batch b WHERE b.owner = sender.id AND b.state = 'doubt' AND b.proof_at > $1) ORDER BY id");
    FORGET = Sql::same(
        "DELETE FROM sender WHERE ended_at < $1 AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.owner = sender.id AND b.state = 'sending')");
    CLOCK = Sql::same("SELECT offset_us FROM steady_clock WHERE boot = $1");
    LATEST = Sql::same("SELECT seen_us, wall_us FROM steady_clock ORDER BY seen_us DESC LIMIT 1");
    SET_CLOCK = Sql::same(
        "INSERT INTO steady_clock (boot, offset_us, seen_us, wall_us) VALUES ($1, $2, $3, $4)
         ON CONFLICT (boot) DO NOTHING");
    SEEN = Sql::same("UPDATE steady_clock SET seen_us = $2, wall_us = $3 WHERE boot = $1 AND seen_us < $2");
}

/// A process that sends, or did.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SenderRow {
    /// Its number: its fencing token, and the owner of its batches.
    pub id: i64,
    /// `send`, `worker`, `poll`.
    pub kind: String,
    /// The machine.
    pub host: String,
    /// What tells whether it is still there.
    pub process: String,
    /// Since when.
    pub started_at: Micros,
    /// Its last sign of life.
    pub beat_at: Micros,
    /// Until when nobody doubts it (steady clock).
    pub lease_until: Micros,
}

/// Writes a process down; returns its number.
pub async fn enter(tx: &mut Tx, kind: &str, host: &str, process: &str, now: Micros, lease: Micros) -> Result<i64> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(ENTER.on(e))
        .bind(kind)
        .bind(host)
        .bind(process)
        .bind(now)
        .bind(lease)
        .fetch_one(c)
        .await)?)
}

/// A sign of life. False: it was fenced, and must not send any more.
pub async fn beat(tx: &mut Tx, id: i64, now: Micros, lease: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(BEAT.on(e))
        .bind(id)
        .bind(now)
        .bind(lease)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The process has ended in good order.
pub async fn leave(tx: &mut Tx, id: i64, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(LEAVE.on(e)).bind(id).bind(now).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Shuts a process out whose lease is still the one that was seen; false if it has given a sign of life since.
pub async fn fence(tx: &mut Tx, s: &SenderRow, by: i64, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(FENCE.on(e))
        .bind(s.id)
        .bind(now)
        .bind(by)
        .bind(s.lease_until)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Processes that have not ended, but this one.
pub async fn others(c: &mut impl Reads, me: i64) -> Result<Vec<SenderRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OTHERS.on(e)).bind(me).fetch_all(conn).await)?)
}

/// Fenced processes whose calls cannot be proven absent before `when` (steady clock).
pub async fn fenced(c: &mut impl Reads, when: Micros) -> Result<Vec<SenderRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(FENCED.on(e)).bind(when).fetch_all(conn).await)?)
}

/// Forgets processes that ended before `when`.
pub async fn forget(tx: &mut Tx, when: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(FORGET.on(e)).bind(when).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What is to be added to the time since boot, if this boot is known.
pub async fn clock_offset(c: &mut impl Reads, boot: &str) -> Result<Option<i64>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(CLOCK.on(e)).bind(boot).fetch_optional(conn).await)?)
}

/// The latest time the steady clock is known to have shown, and the calendar's then.
pub async fn clock_latest(c: &mut impl Reads) -> Result<Option<(Micros, Micros)>> {
    Ok(on!(c, |conn, e| sqlx::query_as(LATEST.on(e)).fetch_optional(conn).await)?)
}

/// Makes a boot known; the first one to do so decides.
pub async fn set_clock(tx: &mut Tx, boot: &str, offset_us: i64, seen: Micros, wall: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SET_CLOCK.on(e))
        .bind(boot)
        .bind(offset_us)
        .bind(seen)
        .bind(wall)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Remembers what the steady clock showed, and the calendar's.
pub async fn saw(tx: &mut Tx, boot: &str, seen: Micros, wall: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SEEN.on(e)).bind(boot).bind(seen).bind(wall).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The time by the database's own clock, where it has one.
pub async fn server_time(c: &mut impl Reads) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(SERVER_TIME.on(e)).fetch_one(conn).await)?)
}
