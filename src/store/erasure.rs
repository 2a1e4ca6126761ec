//! Taking a person out of every table: what stays counts, and leads to nobody.

use serde::Serialize;

use crate::domain::id::{RecipientId, SiteId};
use crate::domain::seal::Ix;

use super::frequency::tag_rows;
use super::suppression::ix_rows;
use super::{Reads, Result, StoreError, Tx, bulk, hex, on, statements};

// `CROSS JOIN` holds SQLite to the order in which the tables stand: each number is looked up in an index.
statements! {
    UNDER_WAY = bulk!(
        "SELECT DISTINCT m.phone_ix FROM",
        rows(x bytes),
        "CROSS JOIN message AS m CROSS JOIN campaign AS c
         WHERE m.phone_ix = r.x AND c.id = m.campaign_id AND c.site_id = $2
         AND NOT EXISTS (SELECT 1 FROM result o WHERE o.message_id = m.id)");
    MESSAGES = bulk!(
        "SELECT m.id FROM",
        rows(x bytes),
        "CROSS JOIN message AS m CROSS JOIN campaign AS c
         WHERE m.phone_ix = r.x AND c.id = m.campaign_id AND c.site_id = $2");
    FORGET_MESSAGES = bulk!(
        "UPDATE message SET sealed = NULL, recipient_id = NULL, phone_ix = r.x FROM",
        rows(i int, x bytes),
        "WHERE message.id = r.i");
    LEAVE_LISTS = bulk!(
        "DELETE FROM list_member WHERE list_id IN (SELECT id FROM list WHERE site_id = $2) AND recipient_id IN (SELECT p.id FROM",
        rows(x bytes),
        "CROSS JOIN recipient AS p WHERE p.site_id = $2 AND p.phone_ix = r.x)");
    DELETE = bulk!(
        "DELETE FROM recipient WHERE site_id = $2 AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ") RETURNING id");
    FORGET_ALLOWED = bulk!(
        "DELETE FROM allowed WHERE site_id = $2 AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ")");
    FORGET_CONTENT = bulk!(
        "DELETE FROM sent_content WHERE campaign_id IN (SELECT id FROM campaign WHERE site_id = $2)
         AND phone_tag IN (SELECT r.x FROM",
        rows(x int),
        ")");
    // the day comes first in the key, and there are two of them at most
    FORGET_COUNTS = bulk!(
        "DELETE FROM sent_count WHERE day IN (SELECT DISTINCT day FROM sent_count) AND site_id = $2 AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ")");
    FORGET_SUPPRESSIONS = bulk!(
        "UPDATE suppression SET sealed = $3, key_id = 0 WHERE site_id = $2 AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ")");
}

/// Of these numbers, those with messages that have no final state yet.
pub async fn under_way(c: &mut impl Reads, site: SiteId, numbers: &[Ix]) -> Result<Vec<Ix>> {
    let json = ix_rows(numbers)?;
    let found: Vec<Vec<u8>> =
        on!(c, |c, e| sqlx::query_scalar(UNDER_WAY.on(e)).bind(json).bind(site).fetch_all(c).await)?;
    found.into_iter().map(|ix| Ix::try_from(ix).map_err(StoreError::corrupt)).collect()
}

/// The messages of these numbers.
pub async fn messages(c: &mut impl Reads, site: SiteId, numbers: &[Ix]) -> Result<Vec<i64>> {
    let json = ix_rows(numbers)?;
    Ok(on!(c, |c, e| sqlx::query_scalar(MESSAGES.on(e)).bind(json).bind(site).fetch_all(c).await)?)
}

/// Takes content and person out of messages; their blind index becomes what `noise` says, each another.
pub async fn forget_messages(tx: &mut Tx, noise: &[(i64, Ix)]) -> Result<u64> {
    #[derive(Serialize)]
    struct Cell {
        i: i64,
        x: String,
    }
    let cells: Vec<Cell> = noise.iter().map(|(i, x)| Cell { i: *i, x: hex(x.as_slice()) }).collect();
    let json = serde_json::to_string(&cells).map_err(StoreError::corrupt)?;
    Ok(on!(tx, |c, e| sqlx::query(FORGET_MESSAGES.on(e)).bind(json).execute(c).await.map(|r| r.rows_affected()))?)
}

/// Deletes the people with these numbers and their places on lists. Returns who was there.
pub async fn delete_people(tx: &mut Tx, site: SiteId, numbers: &[Ix]) -> Result<Vec<RecipientId>> {
    let json = ix_rows(numbers)?;
    on!(tx, |c, e| sqlx::query(LEAVE_LISTS.on(e)).bind(&json).bind(site).execute(c).await.map(|_| ()))?;
    Ok(on!(tx, |c, e| sqlx::query_scalar(DELETE.on(e)).bind(&json).bind(site).fetch_all(c).await)?)
}

/// Takes what these numbers were given lately out of the books, and the numbers off the allow-list.
pub async fn forget_contacts(tx: &mut Tx, site: SiteId, numbers: &[Ix]) -> Result<()> {
    let json = ix_rows(numbers)?;
    let tags = tag_rows(numbers)?;
    for (sql, rows) in [(FORGET_ALLOWED, &json), (FORGET_CONTENT, &tags), (FORGET_COUNTS, &json)] {
        on!(tx, |c, e| sqlx::query(sql.on(e)).bind(rows).bind(site).execute(c).await.map(|_| ()))?;
    }
    Ok(())
}

/// Leaves of the suppressions of these numbers only what still works: the blind index. Returns how many there are.
pub async fn forget_suppressions(tx: &mut Tx, site: SiteId, numbers: &[Ix]) -> Result<u64> {
    let json = ix_rows(numbers)?;
    let nothing: &[u8] = &[];
    Ok(on!(tx, |c, e| sqlx::query(FORGET_SUPPRESSIONS.on(e))
        .bind(json)
        .bind(site)
        .bind(nothing)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?)
}
