//! What a running platform is watched by: counts and ages, read in a few statements.

use crate::domain::time::Micros;

use super::{Reads, Result, Sql, on, statements};

statements! {
    FINALS = Sql::same(
        "SELECT channel, state, CAST(SUM(n) AS BIGINT) AS n FROM tally GROUP BY channel, state ORDER BY channel, state");
    WAITING = Sql::same(
        "SELECT c.lane AS name, CAST(SUM(w.n) AS BIGINT) AS n FROM (
         SELECT campaign_id, SUM(size) AS n FROM batch WHERE state = 'planned' GROUP BY campaign_id
         UNION ALL SELECT campaign_id, COUNT(*) AS n FROM queue WHERE state = 'queued' GROUP BY campaign_id) AS w
         JOIN campaign c ON c.id = w.campaign_id GROUP BY c.lane ORDER BY c.lane");
    OPEN = Sql::same(
        "SELECT state AS name, CAST(SUM(open) AS BIGINT) AS n FROM batch
         WHERE open > 0 AND state IN ('sending', 'answered', 'doubt') GROUP BY state ORDER BY state");
    ROUTES = Sql::same("SELECT provider, channel, state FROM route ORDER BY provider, channel");
    POLLED = Sql::same("SELECT provider AS name, polled_at AS at FROM report_cursor ORDER BY provider");
}

/// Final results of one kind.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Finals {
    /// The channel that brought them.
    pub channel: String,
    /// A final state.
    pub state: String,
    /// Messages.
    pub n: i64,
}

/// A count with a name.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Count {
    /// Of what.
    pub name: String,
    /// How many.
    pub n: i64,
}

/// A moment with a name.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Seen {
    /// Of what.
    pub name: String,
    /// When, by the wall.
    pub at: Micros,
}

/// A route that is not, or was once not, simply open.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RouteState {
    /// The provider.
    pub provider: String,
    /// The channel.
    pub channel: String,
    /// `closed`, `half-open`, `open`, `stopped`.
    pub state: String,
}

/// Final results by channel and state.
pub async fn finals(c: &mut impl Reads) -> Result<Vec<Finals>> {
    Ok(on!(c, |conn, e| sqlx::query_as(FINALS.on(e)).fetch_all(conn).await)?)
}

/// Messages that wait for their turn, by lane.
pub async fn waiting(c: &mut impl Reads) -> Result<Vec<Count>> {
    Ok(on!(c, |conn, e| sqlx::query_as(WAITING.on(e)).fetch_all(conn).await)?)
}

/// Messages handed over without a final word, by the state of their batch.
pub async fn open(c: &mut impl Reads) -> Result<Vec<Count>> {
    Ok(on!(c, |conn, e| sqlx::query_as(OPEN.on(e)).fetch_all(conn).await)?)
}

/// Routes.
pub async fn routes(c: &mut impl Reads) -> Result<Vec<RouteState>> {
    Ok(on!(c, |conn, e| sqlx::query_as(ROUTES.on(e)).fetch_all(conn).await)?)
}

/// When each provider was last polled.
pub async fn polled(c: &mut impl Reads) -> Result<Vec<Seen>> {
    Ok(on!(c, |conn, e| sqlx::query_as(POLLED.on(e)).fetch_all(conn).await)?)
}
