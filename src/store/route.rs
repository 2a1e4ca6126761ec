//! The ways of channels through providers: why one does not send just now, and how far its reports were read.

use serde::Serialize;

use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    STOP = Sql::same(
        "INSERT INTO route (provider, channel, state, class, code, detail, since, failures, opened, until_us)
         VALUES ($1, $2, 'stopped', $3, $4, $5, $6, 0, 0, 0)
         ON CONFLICT (provider, channel) DO UPDATE SET state = 'stopped', class = excluded.class, code = excluded.code,
         detail = excluded.detail, since = excluded.since");
    STOPS = Sql::same(
        "SELECT provider, channel, class, code, detail, since FROM route WHERE state = 'stopped' ORDER BY provider, channel");
    UNSTOP = Sql::same("DELETE FROM route WHERE provider = $1 AND channel = $2 AND state = 'stopped'");
    ROUTES = Sql::same(
        "SELECT provider, channel, state, detail, since, failures, opened, until_us FROM route ORDER BY provider, channel");
    ROUTE = Sql::same(
        "SELECT provider, channel, state, detail, since, failures, opened, until_us FROM route WHERE provider = $1 AND channel = $2");
    SET = Sql::same(
        "INSERT INTO route (provider, channel, state, class, code, detail, since, failures, opened, until_us)
         VALUES ($1, $2, $3, '', '', $4, $5, $6, $7, $8)
         ON CONFLICT (provider, channel) DO UPDATE SET state = excluded.state, detail = excluded.detail, since = excluded.since,
         failures = excluded.failures, opened = excluded.opened, until_us = excluded.until_us
         WHERE route.state <> 'stopped'");
    /// One sender tries an open route once its pause is over; the others go on keeping away.
    PROBE = Sql::same(
        "UPDATE route SET state = 'half-open', until_us = $4 WHERE provider = $1 AND channel = $2
         AND state IN ('open', 'half-open') AND until_us <= $3");
    CURSOR = Sql::same("SELECT cursor FROM report_cursor WHERE provider = $1");
    KEEP_CURSOR = Sql::same(
        "INSERT INTO report_cursor (provider, cursor, polled_at, strangers) VALUES ($1, $2, $3, $4)
         ON CONFLICT (provider) DO UPDATE SET cursor = excluded.cursor, polled_at = excluded.polled_at,
         strangers = report_cursor.strangers + excluded.strangers");
}

/// Why a route was stopped until the operator has looked.
#[derive(Debug, Clone, sqlx::FromRow, Serialize)]
pub struct RouteStop {
    /// Who carries it.
    pub provider: String,
    /// The channel.
    pub channel: String,
    /// `config` or `money`.
    pub class: String,
    /// The code.
    pub code: String,
    /// The provider's words.
    pub detail: String,
    /// Since when.
    pub since: Micros,
}

/// A route as it is kept. What is nowhere kept is closed: it sends.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RouteRow {
    /// Who carries it.
    pub provider: String,
    /// The channel.
    pub channel: String,
    /// `closed`, `open`, `half-open`, `stopped`.
    pub state: String,
    /// What it last said.
    pub detail: String,
    /// Since when, by the wall.
    pub since: Micros,
    /// Failures in a row.
    pub failures: i64,
    /// How often it opened in a row.
    pub opened: i64,
    /// Open: until then nobody tries it (steady clock).
    pub until_us: Micros,
}

/// Stops a route until the operator resumes.
pub async fn stop(tx: &mut Tx, s: &RouteStop) -> Result<()> {
    on!(tx, |c, e| sqlx::query(STOP.on(e))
        .bind(&s.provider)
        .bind(&s.channel)
        .bind(&s.class)
        .bind(&s.code)
        .bind(&s.detail)
        .bind(s.since)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The stopped routes.
pub async fn stops(c: &mut impl Reads) -> Result<Vec<RouteStop>> {
    Ok(on!(c, |conn, e| sqlx::query_as(STOPS.on(e)).fetch_all(conn).await)?)
}

/// Lets a stopped route send again.
pub async fn unstop(tx: &mut Tx, provider: &str, channel: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(UNSTOP.on(e)).bind(provider).bind(channel).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// All routes that are not simply closed.
pub async fn all(c: &mut impl Reads) -> Result<Vec<RouteRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(ROUTES.on(e)).fetch_all(conn).await)?)
}

/// One route.
pub async fn get(c: &mut impl Reads, provider: &str, channel: &str) -> Result<Option<RouteRow>> {
    Ok(on!(c, |conn, e| sqlx::query_as(ROUTE.on(e)).bind(provider).bind(channel).fetch_optional(conn).await)?)
}

/// Writes the state of a route's breaker; a stopped route stays stopped.
pub async fn set(tx: &mut Tx, r: &RouteRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SET.on(e))
        .bind(&r.provider)
        .bind(&r.channel)
        .bind(&r.state)
        .bind(&r.detail)
        .bind(r.since)
        .bind(r.failures)
        .bind(r.opened)
        .bind(r.until_us)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes the right to try an open route whose pause is over; nobody else may before `until`.
pub async fn probe(tx: &mut Tx, provider: &str, channel: &str, now: Micros, until: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(PROBE.on(e))
        .bind(provider)
        .bind(channel)
        .bind(now)
        .bind(until)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Where polling of a provider stands.
pub async fn cursor(c: &mut impl Reads, provider: &str) -> Result<Option<String>> {
    Ok(on!(c, |conn, e| sqlx::query_scalar(CURSOR.on(e)).bind(provider).fetch_optional(conn).await)?)
}

/// Keeps where polling stands, with how many reports of the page were not ours.
pub async fn keep_cursor(tx: &mut Tx, provider: &str, cursor: &str, now: Micros, strangers: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(KEEP_CURSOR.on(e))
        .bind(provider)
        .bind(cursor)
        .bind(now)
        .bind(strangers)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}
