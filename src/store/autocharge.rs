//! Rules of topping up by itself, and the charges they made: one under way for a site at most.

use crate::domain::id::{ChargeId, PaymentId, SiteId};
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::dialect::LOCK_RULE;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    SET = Sql::same(
        "INSERT INTO autocharge_rule (site_id, enabled, threshold_minor, amount_minor, mode, cooldown_us, max_per_day,
         max_month_minor, max_declines, token, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (site_id) DO UPDATE SET enabled = excluded.enabled, threshold_minor = excluded.threshold_minor,
         amount_minor = excluded.amount_minor, mode = excluded.mode, cooldown_us = excluded.cooldown_us,
         max_per_day = excluded.max_per_day, max_month_minor = excluded.max_month_minor,
         max_declines = excluded.max_declines, token = excluded.token, updated_at = excluded.updated_at,
         declines = CASE WHEN autocharge_rule.enabled = 0 THEN 0 ELSE autocharge_rule.declines END, blocked_said = 0");
    GET = Sql::same("SELECT * FROM autocharge_rule WHERE site_id = $1");
    RULES = Sql::same("SELECT * FROM autocharge_rule ORDER BY site_id");
    WANT = Sql::same("UPDATE autocharge_rule SET low = 1, wanted_at = $2 WHERE site_id = $1 AND low = 0");
    ENOUGH = Sql::same("UPDATE autocharge_rule SET low = 0, wanted_at = NULL, blocked_said = 0 WHERE site_id = $1 AND low = 1");
    /// One row where it had not been said.
    BLOCKED = Sql::same("UPDATE autocharge_rule SET blocked_said = 1 WHERE site_id = $1 AND blocked_said = 0");
    UNBLOCKED = Sql::same("UPDATE autocharge_rule SET blocked_said = 0 WHERE site_id = $1");
    DONE = Sql::same("UPDATE autocharge_rule SET declines = 0, wanted_at = NULL, blocked_said = 0 WHERE site_id = $1");
    DECLINED = Sql::same(
        "UPDATE autocharge_rule SET declines = declines + 1,
         enabled = CASE WHEN declines + 1 >= max_declines THEN 0 ELSE enabled END WHERE site_id = $1
         RETURNING declines, enabled");
    /// No row where one is under way.
    REQUEST = Sql::same(
        "INSERT INTO autocharge (site_id, reason, net_minor, state, created_at) VALUES ($1, $2, $3, 'requested', $4)
         ON CONFLICT DO NOTHING RETURNING id");
    /// One row where nobody else asked just now: asked at `$2`, nobody else until after `$3`.
    ASK = Sql::same(
        "UPDATE autocharge SET state = $4, asked_at = $2 WHERE id = $1 AND state IN ('requested', 'processing', 'unknown')
         AND (asked_at IS NULL OR asked_at < $3 OR asked_at > $2)");
    DOUBT = Sql::same(
        "UPDATE autocharge SET state = 'unknown', detail = $2 WHERE id = $1 AND state IN ('processing', 'unknown')");
    END = Sql::same(
        "UPDATE autocharge SET state = $2, detail = $3, ended_at = CASE WHEN created_at > $4 THEN created_at ELSE $4 END
         WHERE id = $1 AND state IN ('processing', 'unknown')");
    PAID = Sql::same("UPDATE autocharge SET payment_id = $2 WHERE id = $1");
    BY_ID = Sql::same("SELECT * FROM autocharge WHERE id = $1");
    IN_FLIGHT = Sql::same(
        "SELECT * FROM autocharge WHERE state IN ('requested', 'processing', 'unknown') AND ($1 = 0 OR site_id = $1) ORDER BY id");
    WAITING = Sql::same(
        "SELECT site_id FROM autocharge_rule WHERE enabled = 1 AND wanted_at IS NOT NULL AND ($1 = 0 OR site_id = $1)
         ORDER BY site_id");
    LAST = Sql::same("SELECT MAX(ended_at) FROM autocharge WHERE site_id = $1 AND state = $2");
    SUM = Sql::same(
        "SELECT COUNT(*), CAST(COALESCE(SUM(net_minor), 0) AS BIGINT) FROM autocharge
         WHERE site_id = $1 AND state = 'succeeded' AND ended_at >= $2 AND ended_at < $3");
    RECENT = Sql::same("SELECT * FROM autocharge WHERE site_id = $1 ORDER BY id DESC LIMIT $2");
}

/// A rule as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct RuleRow {
    /// Whose.
    pub site_id: SiteId,
    /// 1: it holds.
    pub enabled: i64,
    /// Below which a charge is wanted.
    pub threshold_minor: Minor,
    /// What is charged, VAT excluded.
    pub amount_minor: Minor,
    /// `fixed` or `cover-shortfall`.
    pub mode: String,
    /// Between successes, microseconds.
    pub cooldown_us: i64,
    /// Successes a day.
    pub max_per_day: i64,
    /// VAT excluded, a month.
    pub max_month_minor: Minor,
    /// Declines in a row that switch it off.
    pub max_declines: i64,
    /// The gateway's name for the means of payment.
    pub token: Option<String>,
    /// Declines in a row.
    pub declines: i64,
    /// A charge is wanted since.
    pub wanted_at: Option<Micros>,
    /// 1: it was asked for in this descent.
    pub low: i64,
    /// 1: it was said that none is possible.
    pub blocked_said: i64,
    /// When it was last set.
    pub updated_at: Micros,
}

/// A charge as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ChargeRow {
    /// Its id.
    pub id: ChargeId,
    /// Whose.
    pub site_id: SiteId,
    /// Why: `low`, `shortfall`.
    pub reason: String,
    /// VAT excluded.
    pub net_minor: Minor,
    /// Where it stands.
    pub state: String,
    /// What it became.
    pub payment_id: Option<PaymentId>,
    /// The gateway's words.
    pub detail: Option<String>,
    /// When it was asked for.
    pub created_at: Micros,
    /// When the gateway was last asked, by the wall clock.
    pub asked_at: Option<Micros>,
    /// When it ended.
    pub ended_at: Option<Micros>,
}

/// Writes a rule. Switched on again, its declines are forgotten.
pub async fn set(tx: &mut Tx, r: &RuleRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SET.on(e))
        .bind(r.site_id)
        .bind(r.enabled)
        .bind(r.threshold_minor)
        .bind(r.amount_minor)
        .bind(&r.mode)
        .bind(r.cooldown_us)
        .bind(r.max_per_day)
        .bind(r.max_month_minor)
        .bind(r.max_declines)
        .bind(&r.token)
        .bind(r.updated_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The rule of a site.
pub async fn rule(c: &mut impl Reads, site: SiteId) -> Result<Option<RuleRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(GET.on(e)).bind(site).fetch_optional(c).await)?)
}

/// The same, held until the end of the transaction.
pub async fn lock(tx: &mut Tx, site: SiteId) -> Result<Option<RuleRow>> {
    Ok(on!(tx, |c, e| sqlx::query_as(LOCK_RULE.on(e)).bind(site).fetch_optional(c).await)?)
}

/// All rules.
pub async fn rules(c: &mut impl Reads) -> Result<Vec<RuleRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(RULES.on(e)).fetch_all(c).await)?)
}

async fn touch(tx: &mut Tx, sql: Sql, site: SiteId) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(sql.on(e)).bind(site).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The balance fell: a charge is wanted. False where it was wanted in this descent before.
pub async fn want(tx: &mut Tx, site: SiteId, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(WANT.on(e)).bind(site).bind(now).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The balance rose above the threshold: none is wanted any more.
pub async fn enough(tx: &mut Tx, site: SiteId) -> Result<bool> {
    touch(tx, ENOUGH, site).await
}

/// Notes that it was said that none is possible. False where it had been said.
pub async fn blocked(tx: &mut Tx, site: SiteId) -> Result<bool> {
    touch(tx, BLOCKED, site).await
}

/// One is possible again.
pub async fn unblocked(tx: &mut Tx, site: SiteId) -> Result<bool> {
    touch(tx, UNBLOCKED, site).await
}

/// One succeeded: none is wanted, and declines are forgotten.
pub async fn done(tx: &mut Tx, site: SiteId) -> Result<bool> {
    touch(tx, DONE, site).await
}

/// One was declined: how many in a row, and whether the rule still holds.
pub async fn declined(tx: &mut Tx, site: SiteId) -> Result<Option<(i64, bool)>> {
    let row: Option<(i64, i64)> = on!(tx, |c, e| sqlx::query_as(DECLINED.on(e)).bind(site).fetch_optional(c).await)?;
    Ok(row.map(|(n, on)| (n, on == 1)))
}

/// Writes a charge down. `None`: one is under way.
pub async fn request(tx: &mut Tx, site: SiteId, reason: &str, net: Minor, now: Micros) -> Result<Option<ChargeId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(REQUEST.on(e))
        .bind(site)
        .bind(reason)
        .bind(net)
        .bind(now)
        .fetch_optional(c)
        .await)?)
}

/// Takes a charge to ask the gateway about it, by the wall clock. False where it has ended, or somebody asked after
/// `since`.
pub async fn ask(tx: &mut Tx, id: ChargeId, state: &str, wall: Micros, since: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ASK.on(e))
        .bind(id)
        .bind(wall)
        .bind(since)
        .bind(state)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The gateway's answer is not known.
pub async fn doubt(tx: &mut Tx, id: ChargeId, detail: &str) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(DOUBT.on(e)).bind(id).bind(detail).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// A charge has ended. False where it had.
pub async fn end(tx: &mut Tx, id: ChargeId, state: &str, detail: &str, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(END.on(e))
        .bind(id)
        .bind(state)
        .bind(detail)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Which payment a charge became.
pub async fn paid(tx: &mut Tx, id: ChargeId, payment: PaymentId) -> Result<()> {
    on!(tx, |c, e| sqlx::query(PAID.on(e)).bind(id).bind(payment).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// A charge.
pub async fn by_id(c: &mut impl Reads, id: ChargeId) -> Result<Option<ChargeRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// Charges under way, of one site or of all.
pub async fn in_flight(c: &mut impl Reads, site: Option<SiteId>) -> Result<Vec<ChargeRow>> {
    let site = site.map_or(0, |s| s.0);
    Ok(on!(c, |c, e| sqlx::query_as(IN_FLIGHT.on(e)).bind(site).fetch_all(c).await)?)
}

/// Sites for which a charge is wanted.
pub async fn waiting(c: &mut impl Reads, site: Option<SiteId>) -> Result<Vec<SiteId>> {
    let site = site.map_or(0, |s| s.0);
    Ok(on!(c, |c, e| sqlx::query_scalar(WAITING.on(e)).bind(site).fetch_all(c).await)?)
}

/// When the last charge of a site ended so.
pub async fn last(c: &mut impl Reads, site: SiteId, state: &str) -> Result<Option<Micros>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LAST.on(e)).bind(site).bind(state).fetch_one(c).await)?)
}

/// How many charges succeeded from `.0` to before `.1`, and what they come to, VAT excluded.
pub async fn charged(c: &mut impl Reads, site: SiteId, (from, to): (Micros, Micros)) -> Result<(i64, Minor)> {
    Ok(on!(c, |c, e| sqlx::query_as(SUM.on(e)).bind(site).bind(from).bind(to).fetch_one(c).await)?)
}

/// The last charges of a site, the newest first.
pub async fn recent(c: &mut impl Reads, site: SiteId, limit: i64) -> Result<Vec<ChargeRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(RECENT.on(e)).bind(site).bind(limit).fetch_all(c).await)?)
}
