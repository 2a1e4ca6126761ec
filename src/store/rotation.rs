//! Which key sealed what, and sealed records exchanged for new ones.

use serde::Serialize;

use crate::domain::id::SiteId;
use crate::domain::seal::Ix;

use super::{Reads, Result, Sql, StoreError, Tx, bulk, hex, on, statements};

statements! {
    COUNTS = Sql::same(
        "SELECT 'recipient' AS kind, key_id, COUNT(*) AS n FROM recipient GROUP BY key_id
         UNION ALL SELECT 'suppression', key_id, COUNT(*) FROM suppression WHERE length(sealed) > 0 GROUP BY key_id
         UNION ALL SELECT 'allowed', key_id, COUNT(*) FROM allowed GROUP BY key_id
         UNION ALL SELECT 'message', key_id, COUNT(*) FROM message WHERE sealed IS NOT NULL GROUP BY key_id
         UNION ALL SELECT 'customer', key_id, COUNT(*) FROM customer GROUP BY key_id
         UNION ALL SELECT 'number', key_id, COUNT(*) FROM number GROUP BY key_id");
    RECIPIENTS = Sql::same(
        "SELECT id, site_id, phone_ix, sealed, key_id FROM recipient WHERE id > $1 AND key_id <> $2 ORDER BY id LIMIT $3");
    SUPPRESSIONS = Sql::same(
        "SELECT id, site_id, phone_ix, sealed, key_id FROM suppression
         WHERE id > $1 AND key_id <> $2 AND length(sealed) > 0 ORDER BY id LIMIT $3");
    ALLOWED = Sql::same(
        "SELECT id, site_id, phone_ix, sealed, key_id FROM allowed WHERE id > $1 AND key_id <> $2 ORDER BY id LIMIT $3");
    MESSAGES = Sql::same(
        "SELECT m.id, c.site_id, m.phone_ix, m.sealed, m.key_id FROM message AS m JOIN campaign AS c ON c.id = m.campaign_id
         WHERE m.id > $1 AND m.key_id <> $2 AND m.sealed IS NOT NULL ORDER BY m.id LIMIT $3");
    CUSTOMERS = Sql::same(
        "SELECT id, CAST(0 AS BIGINT) AS site_id, phone_ix, sealed, key_id FROM customer
         WHERE id > $1 AND key_id <> $2 ORDER BY id LIMIT $3");
    NUMBERS = Sql::same(
        "SELECT id, CAST(0 AS BIGINT) AS site_id, phone_ix, sealed, key_id FROM number
         WHERE id > $1 AND key_id <> $2 ORDER BY id LIMIT $3");
    /// The first bytes hold the random IV: a record that somebody replaced meanwhile is left alone.
    RESEAL_RECIPIENTS = bulk!(
        "UPDATE recipient SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE recipient.id = r.i AND substr(recipient.sealed, 1, 17) = r.h");
    RESEAL_SUPPRESSIONS = bulk!(
        "UPDATE suppression SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE suppression.id = r.i AND substr(suppression.sealed, 1, 17) = r.h");
    RESEAL_ALLOWED = bulk!(
        "UPDATE allowed SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE allowed.id = r.i AND substr(allowed.sealed, 1, 17) = r.h");
    RESEAL_MESSAGES = bulk!(
        "UPDATE message SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE message.id = r.i AND substr(message.sealed, 1, 17) = r.h");
    RESEAL_CUSTOMERS = bulk!(
        "UPDATE customer SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE customer.id = r.i AND substr(customer.sealed, 1, 17) = r.h");
    RESEAL_NUMBERS = bulk!(
        "UPDATE number SET sealed = r.s, key_id = $2 FROM",
        rows(i int, h bytes, s bytes),
        "WHERE number.id = r.i AND substr(number.sealed, 1, 17) = r.h");
}

/// A table with sealed records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sealed {
    /// People.
    Recipients,
    /// Suppressed numbers.
    Suppressions,
    /// Receivers of sites in trial.
    Allowed,
    /// What is sent to whom.
    Messages,
    /// Customers of lines.
    Customers,
    /// The pool of numbers.
    Numbers,
}

impl Sealed {
    /// Each of them.
    pub const ALL: [Self; 6] =
        [Self::Recipients, Self::Suppressions, Self::Allowed, Self::Messages, Self::Customers, Self::Numbers];

    /// The word for its records in their [`crate::domain::seal::Context`].
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recipients => "recipient",
            Self::Suppressions => "suppression",
            Self::Allowed => "allowed",
            Self::Messages => "message",
            Self::Customers => "customer",
            Self::Numbers => "number",
        }
    }
}

/// A sealed record and what it belongs to.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SealedRow {
    /// Its number in its table.
    pub id: i64,
    /// The site.
    pub site_id: SiteId,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// The record.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
}

/// How many records each key sealed: table, key, count.
pub async fn counts(c: &mut impl Reads) -> Result<Vec<(Sealed, i64, i64)>> {
    let rows: Vec<(String, i64, i64)> = on!(c, |c, e| sqlx::query_as(COUNTS.on(e)).fetch_all(c).await)?;
    let known = |word: &str| Sealed::ALL.into_iter().find(|s| s.word() == word);
    Ok(rows.into_iter().filter_map(|(word, key, n)| Some((known(&word)?, key, n))).collect())
}

/// The next records behind `after` that another key than `active` sealed.
pub async fn stale(c: &mut impl Reads, table: Sealed, after: i64, active: i64, limit: i64) -> Result<Vec<SealedRow>> {
    let sql = match table {
        Sealed::Recipients => RECIPIENTS,
        Sealed::Suppressions => SUPPRESSIONS,
        Sealed::Allowed => ALLOWED,
        Sealed::Messages => MESSAGES,
        Sealed::Customers => CUSTOMERS,
        Sealed::Numbers => NUMBERS,
    };
    Ok(on!(c, |c, e| sqlx::query_as(sql.on(e)).bind(after).bind(active).bind(limit).fetch_all(c).await)?)
}

/// Puts new records in place of those that were read: (id, old record, new record). Returns how many were.
pub async fn reseal(tx: &mut Tx, table: Sealed, rows: &[(i64, Vec<u8>, Vec<u8>)], key_id: i64) -> Result<u64> {
    #[derive(Serialize)]
    struct Cell {
        i: i64,
        h: String,
        s: String,
    }
    let sql = match table {
        Sealed::Recipients => RESEAL_RECIPIENTS,
        Sealed::Suppressions => RESEAL_SUPPRESSIONS,
        Sealed::Allowed => RESEAL_ALLOWED,
        Sealed::Messages => RESEAL_MESSAGES,
        Sealed::Customers => RESEAL_CUSTOMERS,
        Sealed::Numbers => RESEAL_NUMBERS,
    };
    let cell = |(i, old, new): &(i64, Vec<u8>, Vec<u8>)| Cell { i: *i, h: hex(&old[..old.len().min(17)]), s: hex(new) };
    let json = serde_json::to_string(&rows.iter().map(cell).collect::<Vec<_>>()).map_err(StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query(sql.on(e)).bind(json).bind(key_id).execute(c).await.map(|r| r.rows_affected()))?)
}
