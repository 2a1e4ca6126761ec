//! What tells how an installation is: the server's clock, where polling stands, what is left open.

use crate::domain::id::CampaignId;
use crate::domain::time::Micros;

use super::dialect::{ENGINE_VERSION, INTEGRITY, SERVER_TIME};
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    WRITABLE = Sql::same("INSERT INTO setting (name, value) VALUES ('writable', '') ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    CURSORS = Sql::same("SELECT provider, polled_at FROM report_cursor ORDER BY provider");
    OPEN_CAMPAIGNS = Sql::same(
        "SELECT id, state, note, created_at FROM campaign WHERE state IN ('planning', 'awaiting', 'running', 'paused') ORDER BY id");
    IN_DOUBT = Sql::same(
        "SELECT CAST(COALESCE((SELECT SUM(b.open) FROM batch b WHERE b.open > 0 AND b.state = 'doubt'), 0)
         + (SELECT COUNT(*) FROM queue q WHERE q.state = 'unknown'
         AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.id = q.batch_id AND b.state = 'doubt')) AS BIGINT)");
}

/// When a provider was polled last.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Polled {
    /// Which.
    pub provider: String,
    /// When.
    pub polled_at: Micros,
}

/// A campaign without an end.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OpenCampaign {
    /// Which.
    pub id: CampaignId,
    /// `planning`, `awaiting`, `running` or `paused`.
    pub state: String,
    /// Why it is paused.
    pub note: Option<String>,
    /// Since when it is there.
    pub created_at: Micros,
}

/// Version of the engine.
pub async fn engine_version(c: &mut impl Reads) -> Result<String> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(ENGINE_VERSION.on(e)).fetch_one(conn).await)?)
}

/// What an embedded engine finds wrong with its file; nothing: it is sound.
pub async fn damage(c: &mut impl Reads) -> Result<Vec<String>> {
    let said: Vec<String> = on!(c, |conn, e| sqlx::query_scalar(INTEGRITY.on(e)).fetch_all(conn).await)?;
    Ok(said.into_iter().filter(|line| line != "ok").collect())
}

/// The time by the database's clock; `None` where it has none of its own.
pub async fn server_time(c: &mut impl Reads) -> Result<Option<Micros>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(SERVER_TIME.on(e)).fetch_one(conn).await)?)
}

/// Writes something that is to be rolled back.
pub async fn try_write(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(WRITABLE.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Providers that were ever polled.
pub async fn cursors(c: &mut impl Reads) -> Result<Vec<Polled>> {
    Ok(on!(c, |conn, e| sqlx::query_as(CURSORS.on(e)).fetch_all(conn).await)?)
}

/// Campaigns without an end.
pub async fn open_campaigns(c: &mut impl Reads) -> Result<Vec<OpenCampaign>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OPEN_CAMPAIGNS.on(e)).fetch_all(conn).await)?)
}

/// Messages of which nobody knows whether they arrived at the provider.
pub async fn in_doubt(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(IN_DOUBT.on(e)).fetch_one(conn).await)?)
}
