//! The audit trail: who saw or erased what. Rows are added, never changed.

use crate::domain::time::Micros;

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    ADD = Sql::same("INSERT INTO audit (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5) RETURNING id");
    LATEST = Sql::same(
        "SELECT * FROM audit WHERE id < $1 AND ($2 = '' OR action = $2) ORDER BY id DESC LIMIT $3");
}

/// An entry of the trail.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AuditRow {
    /// Its number, rising.
    pub id: i64,
    /// When.
    pub at: Micros,
    /// Who, as the operating system named them.
    pub actor: String,
    /// `reveal`, `export`, `erase` and the like.
    pub action: String,
    /// Of what; never personal data.
    pub subject: String,
    /// More words; never personal data.
    pub detail: String,
}

/// Adds an entry (its `id` is ignored).
pub async fn add(tx: &mut Tx, a: &AuditRow) -> Result<i64> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(ADD.on(e))
        .bind(a.at)
        .bind(&a.actor)
        .bind(&a.action)
        .bind(&a.subject)
        .bind(&a.detail)
        .fetch_one(c)
        .await)?)
}

/// The latest entries before number `before`, newest first, of one action or of all (`""`).
pub async fn latest(c: &mut impl Reads, before: i64, action: &str, limit: i64) -> Result<Vec<AuditRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LATEST.on(e)).bind(before).bind(action).bind(limit).fetch_all(c).await)?)
}
