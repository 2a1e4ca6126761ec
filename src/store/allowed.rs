//! Receivers of a site in trial, by blind index, their numbers sealed.

use serde::Serialize;

use crate::domain::id::SiteId;
use crate::domain::seal::Ix;
use crate::domain::time::Micros;

use super::suppression::ix_rows;
use super::{Reads, Result, Sql, StoreError, Tx, bulk, hex, on, statements};

statements! {
    ADD = bulk!(
        "INSERT INTO allowed (site_id, phone_ix, sealed, key_id, created_at) SELECT $2, r.x, r.s, $3, $4 FROM",
        rows(x bytes, s bytes),
        "WHERE true ORDER BY r.ord ON CONFLICT (site_id, phone_ix) DO NOTHING");
    REMOVE = bulk!(
        "DELETE FROM allowed WHERE site_id = $2 AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ")");
    INDEXES = Sql::same("SELECT phone_ix FROM allowed WHERE site_id = $1");
    PAGE = Sql::same("SELECT * FROM allowed WHERE site_id = $1 AND id > $2 ORDER BY id LIMIT $3");
}

/// A receiver as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AllowedRow {
    /// Its number in the order of entry.
    pub id: i64,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// The sealed number.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
    /// Since when.
    pub created_at: Micros,
}

/// Adds numbers (blind index, sealed number); those that are there stay as they are. Returns how many are new.
pub async fn add(tx: &mut Tx, site: SiteId, key_id: i64, rows: &[(Ix, Vec<u8>)], now: Micros) -> Result<u64> {
    #[derive(Serialize)]
    struct Cell {
        x: String,
        s: String,
    }
    let cells: Vec<Cell> = rows.iter().map(|(ix, s)| Cell { x: hex(ix.as_slice()), s: hex(s) }).collect();
    let json = serde_json::to_string(&cells).map_err(StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query(ADD.on(e))
        .bind(json)
        .bind(site)
        .bind(key_id)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?)
}

/// Removes numbers. Returns how many were there.
pub async fn remove(tx: &mut Tx, site: SiteId, numbers: &[Ix]) -> Result<u64> {
    let json = ix_rows(numbers)?;
    Ok(on!(tx, |c, e| sqlx::query(REMOVE.on(e)).bind(json).bind(site).execute(c).await.map(|r| r.rows_affected()))?)
}

/// The blind indexes of all receivers of a site.
pub async fn indexes(c: &mut impl Reads, site: SiteId) -> Result<Vec<Ix>> {
    let found: Vec<Vec<u8>> = on!(c, |c, e| sqlx::query_scalar(INDEXES.on(e)).bind(site).fetch_all(c).await)?;
    found.into_iter().map(|ix| Ix::try_from(ix).map_err(StoreError::corrupt)).collect()
}

/// The next receivers of a site behind `after`.
pub async fn page(c: &mut impl Reads, site: SiteId, after: i64, limit: i64) -> Result<Vec<AllowedRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e)).bind(site).bind(after).bind(limit).fetch_all(c).await)?)
}
