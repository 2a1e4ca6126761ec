//! Sites: the tenants.

use crate::domain::id::SiteId;
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO site (name, title, senders, sender_key, wrapper, strategy, callback, contact, optout, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id");
    UPDATE = Sql::same(
        "UPDATE site SET title = $2, senders = $3, sender_key = $4, wrapper = $5, strategy = $6, callback = $7,
         contact = $8, optout = $9, updated_at = $10 WHERE id = $1");
    KEEP_RULES = Sql::same(
        "UPDATE site SET dedupe_us = $2, daily_cap = $3, trial = $4, approval_above = $5, updated_at = $6 WHERE id = $1");
    KEEP_BILLING = Sql::same(
        "UPDATE site SET billing = $2, low_balance_minor = $3, updated_at = $4 WHERE id = $1");
    LOW_SAID = Sql::same("UPDATE site SET low_balance_said = $2 WHERE id = $1 AND low_balance_said <> $2");
    BY_NAME = Sql::same("SELECT * FROM site WHERE name = $1");
    BY_ID = Sql::same("SELECT * FROM site WHERE id = $1");
    LIST = Sql::same("SELECT * FROM site ORDER BY name");
}

/// A tenant as it is kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SiteRow {
    /// Its id.
    pub id: SiteId,
    /// Its short name, unique.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Registered sender numbers, separated by blanks, the default first.
    pub senders: String,
    /// Alimtalk channel id at the provider.
    pub sender_key: Option<String>,
    /// Name of the template that wraps every message.
    pub wrapper: Option<String>,
    /// Default strategy.
    pub strategy: String,
    /// Where results are posted.
    pub callback: Option<String>,
    /// Telephone shown in advertising.
    pub contact: Option<String>,
    /// Free opt-out number (080).
    pub optout: Option<String>,
    /// When it was added.
    pub created_at: Micros,
    /// When it last changed.
    pub updated_at: Micros,
    /// How long a text is not repeated to a person; 0: it is; `None`: as configured.
    pub dedupe_us: Option<i64>,
    /// Messages to a person on a day; 0: any; `None`: as configured.
    pub daily_cap: Option<i64>,
    /// 1: only receivers that are allowed are written to.
    pub trial: i64,
    /// A campaign to more people than this awaits approval; `None`: none does.
    pub approval_above: Option<i64>,
    /// A `Billing`.
    pub billing: String,
    /// Below this its operators are told.
    pub low_balance_minor: Option<Minor>,
}

/// Adds a site (its `id` is ignored).
///
/// # Errors
/// `Duplicate` when the name is taken.
pub async fn insert(tx: &mut Tx, s: &SiteRow) -> Result<SiteId> {
    let id = on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(&s.name)
        .bind(&s.title)
        .bind(&s.senders)
        .bind(&s.sender_key)
        .bind(&s.wrapper)
        .bind(&s.strategy)
        .bind(&s.callback)
        .bind(&s.contact)
        .bind(&s.optout)
        .bind(s.created_at)
        .fetch_one(c)
        .await)?;
    Ok(id)
}

/// Writes everything but the name of an existing site.
pub async fn update(tx: &mut Tx, s: &SiteRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(UPDATE.on(e))
        .bind(s.id)
        .bind(&s.title)
        .bind(&s.senders)
        .bind(&s.sender_key)
        .bind(&s.wrapper)
        .bind(&s.strategy)
        .bind(&s.callback)
        .bind(&s.contact)
        .bind(&s.optout)
        .bind(s.updated_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Writes what protects people and operators of an existing site.
pub async fn keep_rules(tx: &mut Tx, s: &SiteRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(KEEP_RULES.on(e))
        .bind(s.id)
        .bind(s.dedupe_us)
        .bind(s.daily_cap)
        .bind(s.trial)
        .bind(s.approval_above)
        .bind(s.updated_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Writes how an existing site pays.
pub async fn keep_billing(tx: &mut Tx, s: &SiteRow) -> Result<()> {
    on!(tx, |c, e| sqlx::query(KEEP_BILLING.on(e))
        .bind(s.id)
        .bind(&s.billing)
        .bind(s.low_balance_minor)
        .bind(s.updated_at)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Notes that a low balance was told (or that the balance has risen again). False where it was noted before.
pub async fn low_said(tx: &mut Tx, site: SiteId, said: bool) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(LOW_SAID.on(e))
        .bind(site)
        .bind(i64::from(said))
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The site of that name.
pub async fn by_name(c: &mut impl Reads, name: &str) -> Result<Option<SiteRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_NAME.on(e)).bind(name).fetch_optional(c).await)?)
}

/// The site with that id.
pub async fn by_id(c: &mut impl Reads, id: SiteId) -> Result<Option<SiteRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// All of them, by name.
pub async fn list(c: &mut impl Reads) -> Result<Vec<SiteRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LIST.on(e)).fetch_all(c).await)?)
}
