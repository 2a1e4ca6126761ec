//! Journals and their entries: written once, never changed.

use serde::Serialize;

use crate::domain::id::{JournalId, SiteId};
use crate::domain::ledger::Account;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;

use super::period::Booked;
use super::{Reads, Result, Sql, StoreError, Tx, bulk, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO journal (kind, site_id, period, origin_period, effective_at, posted_at, op_key, ref_kind, ref_id,
         reverses, actor, memo) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id");
    ENTRIES = bulk!(
        "INSERT INTO entry (journal_id, n, account_id, amount_minor, acct_seq, balance_minor)
         SELECT $2, r.n, r.a, r.m, r.s, r.b FROM",
        rows(n int, a int, m int, s int, b int),
        "WHERE true");
    BY_ID = Sql::same("SELECT * FROM journal WHERE id = $1");
    /// A site's journals, the newest first, with what they did to its available credit.
    HISTORY = Sql::same(
        "SELECT j.id, j.kind, j.period, j.origin_period, j.effective_at, j.posted_at, j.op_key, j.ref_kind, j.ref_id,
         j.actor, j.memo, e.amount_minor, e.balance_minor FROM journal j
         LEFT JOIN entry e ON e.journal_id = j.id AND e.account_id = $2
         WHERE j.site_id = $1 AND ($3 = 0 OR j.id < $3) ORDER BY j.id DESC LIMIT $4");
    /// What the journals of a month did to each account of a site, and to what it was earned on.
    OF_PERIOD = Sql::same(
        "SELECT j.kind, e.account_id, CAST(CASE WHEN j.origin_period < j.period THEN 1 ELSE 0 END AS BIGINT) AS prior,
         CAST(SUM(e.amount_minor) AS BIGINT) AS amount_minor
         FROM journal j JOIN entry e ON e.journal_id = j.id WHERE j.period = $2 AND j.site_id = $1
         GROUP BY j.kind, e.account_id, prior");
    /// What a site's accounts came to at the end of a month.
    CLOSING = Sql::same(
        "SELECT CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) FROM journal j JOIN entry e ON e.journal_id = j.id
         WHERE j.site_id = $1 AND j.period <= $2 AND e.acct_seq IS NOT NULL");
    LAST = Sql::same("SELECT COALESCE(MAX(id), 0) FROM journal");
}

/// A journal as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct JournalRow {
    /// Its id: the order of booking.
    pub id: JournalId,
    /// A `Kind`.
    pub kind: String,
    /// Whose books.
    pub site_id: SiteId,
    /// The month it is booked into, `202610`.
    pub period: i64,
    /// The month it happened in.
    pub origin_period: i64,
    /// When it happened.
    pub effective_at: Micros,
    /// When it was booked.
    pub posted_at: Micros,
    /// The operation that an operator asked for.
    pub op_key: Option<String>,
    /// What it is about: `campaign`, `payment`, `usage`, `hold`.
    pub ref_kind: Option<String>,
    /// Which.
    pub ref_id: Option<i64>,
    /// The journal that it takes back.
    pub reverses: Option<i64>,
    /// Who booked it.
    pub actor: String,
    /// Why.
    pub memo: Option<String>,
}

/// A journal to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewJournal<'a> {
    /// A `Kind`.
    pub kind: &'a str,
    /// Whose books.
    pub site: SiteId,
    /// Where it is booked, and where it happened.
    pub booked: Booked,
    /// When it happened.
    pub effective_at: Micros,
    /// Now.
    pub posted_at: Micros,
    /// The operation that an operator asked for.
    pub op_key: Option<&'a str>,
    /// What it is about, and which.
    pub about: Option<(&'a str, i64)>,
    /// The journal that it takes back.
    pub reverses: Option<JournalId>,
    /// Who books it.
    pub actor: &'a str,
    /// Why.
    pub memo: Option<&'a str>,
}

/// An entry to be written.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct NewEntry {
    /// Its place in the journal.
    pub n: i64,
    /// The account's id.
    #[serde(rename = "a")]
    pub account: i64,
    /// The amount, 1/100 won.
    #[serde(rename = "m")]
    pub amount: i64,
    /// Its place among the entries of a site's account.
    #[serde(rename = "s")]
    pub seq: Option<i64>,
    /// The balance of a site's account after it.
    #[serde(rename = "b")]
    pub balance: Option<i64>,
}

/// Writes a journal with its entries.
///
/// # Errors
/// `Duplicate` when the journal that it takes back was taken back before.
pub async fn insert(tx: &mut Tx, j: &NewJournal<'_>, entries: &[NewEntry]) -> Result<JournalId> {
    let id: JournalId = on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(j.kind)
        .bind(j.site)
        .bind(j.booked.period)
        .bind(j.booked.origin)
        .bind(j.effective_at)
        .bind(j.posted_at)
        .bind(j.op_key)
        .bind(j.about.map(|a| a.0))
        .bind(j.about.map(|a| a.1))
        .bind(j.reverses)
        .bind(j.actor)
        .bind(j.memo)
        .fetch_one(c)
        .await)?;
    let json = serde_json::to_string(entries).map_err(StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(ENTRIES.on(e)).bind(&json).bind(id).execute(c).await.map(|_| ()))?;
    Ok(id)
}

/// The journal with that id.
pub async fn by_id(c: &mut impl Reads, id: JournalId) -> Result<Option<JournalRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_ID.on(e)).bind(id).fetch_optional(c).await)?)
}

/// A journal as its site sees it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct HistoryRow {
    /// Its id.
    pub id: JournalId,
    /// A `Kind`.
    pub kind: String,
    /// The month it is booked into.
    pub period: Period,
    /// The month it happened in.
    pub origin_period: Period,
    /// When it happened.
    pub effective_at: Micros,
    /// When it was booked.
    pub posted_at: Micros,
    /// The operation that an operator asked for.
    pub op_key: Option<String>,
    /// What it is about.
    pub ref_kind: Option<String>,
    /// Which.
    pub ref_id: Option<i64>,
    /// Who booked it.
    pub actor: String,
    /// Why.
    pub memo: Option<String>,
    /// What it did to the available credit; `None`: nothing.
    pub amount_minor: Option<Minor>,
    /// What was available after it.
    pub balance_minor: Option<Minor>,
}

/// A site's journals, the newest first, before one id or from the end.
pub async fn history(
    c: &mut impl Reads,
    site: SiteId,
    before: Option<JournalId>,
    limit: i64,
) -> Result<Vec<HistoryRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(HISTORY.on(e))
        .bind(site)
        .bind(Account::Available(site).id())
        .bind(before.map_or(0, |j| j.0))
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// What the journals of a site did in a month: (kind, account id, 1 where it happened in an earlier month, sum).
pub async fn of_period(c: &mut impl Reads, site: SiteId, period: Period) -> Result<Vec<(String, i64, i64, Minor)>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_PERIOD.on(e)).bind(site).bind(period).fetch_all(c).await)?)
}

/// What a site had at the end of a month: available, held and receivable together.
pub async fn closing(c: &mut impl Reads, site: SiteId, period: Period) -> Result<Minor> {
    Ok(on!(c, |c, e| sqlx::query_scalar(CLOSING.on(e)).bind(site).bind(period).fetch_one(c).await)?)
}

/// The id of the newest journal; zero where there is none.
pub async fn last(c: &mut impl Reads) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(LAST.on(e)).fetch_one(c).await)?)
}
