//! What a person was given lately, by blind index: marks of contents, and counts of a Korean day.
//!
//! A claim is what decides between two sends at the same moment: both write, one wins. Claims are made in the
//! transaction that writes the messages down, so that neither is there without the other.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::id::{CampaignId, SiteId};
use crate::domain::seal::Ix;
use crate::domain::time::Micros;

use super::suppression::ix_rows;
use super::{Reads, Result, Sql, StoreError, Tx, bulk, on, statements};

// `CROSS JOIN` holds SQLite to looking each number up in the index. Rows come sorted: neighbours are written together,
// and two claims meet in one order.
statements! {
    CLAIM_CONTENT = bulk!(
        "INSERT INTO sent_content (phone_tag, content_tag, campaign_id, until_at) SELECT r.x, r.c, $2, $3 FROM",
        rows(x int, c int),
        "WHERE true ON CONFLICT (phone_tag, content_tag)
         DO UPDATE SET campaign_id = excluded.campaign_id, until_at = excluded.until_at WHERE sent_content.until_at <= $4");
    MARKED = bulk!(
        "SELECT s.phone_tag FROM",
        rows(x int, c int),
        "CROSS JOIN sent_content AS s WHERE s.phone_tag = r.x AND s.content_tag = r.c
         AND s.campaign_id <> $2 AND s.until_at > $3");
    UNMARK = bulk!(
        "DELETE FROM sent_content WHERE campaign_id = $2 AND phone_tag IN (SELECT r.x FROM",
        rows(x int),
        ")");
    SWEEP_CONTENT = Sql::same("DELETE FROM sent_content WHERE phone_tag BETWEEN $1 AND $2 AND until_at <= $3");
    CLAIM_COUNT = bulk!(
        "INSERT INTO sent_count (day, site_id, phone_ix, n) SELECT $2, $3, r.x, 1 FROM",
        rows(x bytes),
        "WHERE true ORDER BY r.x ON CONFLICT (day, site_id, phone_ix)
         DO UPDATE SET n = sent_count.n + 1 WHERE sent_count.n < $4 RETURNING phone_ix");
    FULL = bulk!(
        "SELECT s.phone_ix FROM",
        rows(x bytes),
        "CROSS JOIN sent_count AS s WHERE s.day = $2 AND s.site_id = $3 AND s.phone_ix = r.x AND s.n >= $4");
    UNCOUNT = bulk!(
        "UPDATE sent_count SET n = n - 1 FROM",
        rows(x bytes),
        "WHERE sent_count.day = $2 AND sent_count.site_id = $3 AND sent_count.phone_ix = r.x AND sent_count.n > 0");
    SWEEP_COUNTS = Sql::same(
        "DELETE FROM sent_count WHERE (day, site_id, phone_ix) IN
         (SELECT day, site_id, phone_ix FROM sent_count WHERE day < $1 LIMIT $2)");
    NUMBERS = Sql::same("SELECT phone_ix FROM message WHERE campaign_id = $1 AND id > $2 AND id <= $3");
    CANCELLED_NUMBERS = Sql::same(
        "SELECT m.phone_ix FROM message m JOIN result s ON s.message_id = m.id
         WHERE m.campaign_id = $1 AND m.id > $2 AND m.id <= $3 AND s.state = 'cancelled'");
    RELEASED = Sql::same(
        "UPDATE campaign SET released_to = $2 WHERE id = $1 AND COALESCE(released_to, 0) < $2");
}

/// A text to a person.
#[derive(Debug, Clone, Copy)]
pub struct Given {
    /// Blind index of the number.
    pub phone_ix: Ix,
    /// Keyed hash of the text.
    pub content_ix: Ix,
}

/// Eight bytes of an index, in its order.
fn tag(bytes: [u8; 16]) -> i64 {
    let mut first = [0; 8];
    first.copy_from_slice(&bytes[..8]);
    first[0] ^= 0x80;
    i64::from_be_bytes(first)
}

/// The same text of two sites is two contents.
fn content_tag(site: SiteId, content: &Ix) -> i64 {
    tag(content.0) ^ site.0.wrapping_mul(0x1E37_79B9_7F4A_7C15)
}

#[derive(Serialize)]
struct TagCell {
    x: i64,
}

/// Numbers as the rows of a statement about marks.
pub(super) fn tag_rows(numbers: &[Ix]) -> Result<String> {
    let cells: Vec<TagCell> = numbers.iter().map(|ix| TagCell { x: tag(ix.0) }).collect();
    serde_json::to_string(&cells).map_err(StoreError::corrupt)
}

fn given_rows(site: SiteId, given: &[Given]) -> Result<String> {
    #[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
    struct Cell {
        x: i64,
        c: i64,
    }
    let cell = |g: &Given| Cell { x: tag(g.phone_ix.0), c: content_tag(site, &g.content_ix) };
    let mut cells: Vec<Cell> = given.iter().map(cell).collect();
    cells.sort_unstable();
    serde_json::to_string(&cells).map_err(StoreError::corrupt)
}

fn numbers(found: Vec<Vec<u8>>) -> Result<Vec<Ix>> {
    found.into_iter().map(|ix| Ix::try_from(ix).map_err(StoreError::corrupt)).collect()
}

/// Marks that a campaign gives these texts to these people, until `until`. Returns those who have theirs from
/// another campaign already, whose mark holds beyond `now`.
pub async fn claim_content(
    tx: &mut Tx,
    site: SiteId,
    campaign: CampaignId,
    given: &[Given],
    now: Micros,
    until: Micros,
) -> Result<Vec<Ix>> {
    let json = given_rows(site, given)?;
    let won = on!(tx, |c, e| sqlx::query(CLAIM_CONTENT.on(e))
        .bind(&json)
        .bind(campaign)
        .bind(until)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    if won == given.len() as u64 { Ok(Vec::new()) } else { marked(tx, campaign, given, &json, now).await }
}

/// Of these people, those who have their text already.
pub async fn having(c: &mut impl Reads, site: SiteId, given: &[Given], now: Micros) -> Result<Vec<Ix>> {
    marked(c, CampaignId(0), given, &given_rows(site, given)?, now).await
}

async fn marked(c: &mut impl Reads, except: CampaignId, given: &[Given], json: &str, now: Micros) -> Result<Vec<Ix>> {
    let found: Vec<i64> =
        on!(c, |c, e| sqlx::query_scalar(MARKED.on(e)).bind(json).bind(except).bind(now).fetch_all(c).await)?;
    let found: HashSet<i64> = found.into_iter().collect();
    Ok(given.iter().map(|g| g.phone_ix).filter(|ix| found.contains(&tag(ix.0))).collect())
}

/// Takes a campaign's marks of these people away.
pub async fn unmark(tx: &mut Tx, campaign: CampaignId, people: &[Ix]) -> Result<()> {
    let json = tag_rows(people)?;
    on!(tx, |c, e| sqlx::query(UNMARK.on(e)).bind(json).bind(campaign).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Removes marks that hold no longer, of the numbers whose index begins with a byte from `first` up to `last`.
pub async fn sweep_content(tx: &mut Tx, first: u8, last: u8, now: Micros) -> Result<u64> {
    let mut from = [0; 16];
    from[0] = first;
    let mut to = [u8::MAX; 16];
    to[0] = last;
    Ok(on!(tx, |c, e| sqlx::query(SWEEP_CONTENT.on(e))
        .bind(tag(from))
        .bind(tag(to))
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?)
}

/// Counts one more message to each of these people on `day`, of whom none is named twice. Returns those who were
/// counted; the others have `cap` already.
pub async fn claim_count(tx: &mut Tx, site: SiteId, day: &str, people: &[Ix], cap: i64) -> Result<Vec<Ix>> {
    let json = ix_rows(people)?;
    let found = on!(tx, |c, e| sqlx::query_scalar(CLAIM_COUNT.on(e))
        .bind(json)
        .bind(day)
        .bind(site)
        .bind(cap)
        .fetch_all(c)
        .await)?;
    numbers(found)
}

/// Of these people, those who have `cap` messages on `day`.
pub async fn full(c: &mut impl Reads, site: SiteId, day: &str, people: &[Ix], cap: i64) -> Result<Vec<Ix>> {
    let json = ix_rows(people)?;
    let found =
        on!(c, |c, e| sqlx::query_scalar(FULL.on(e)).bind(json).bind(day).bind(site).bind(cap).fetch_all(c).await)?;
    numbers(found)
}

/// Counts one message less to each of these people on `day`.
pub async fn uncount(tx: &mut Tx, site: SiteId, day: &str, people: &[Ix]) -> Result<()> {
    let json = ix_rows(people)?;
    on!(tx, |c, e| sqlx::query(UNCOUNT.on(e)).bind(json).bind(day).bind(site).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Removes at most `some` counts of days before `day`.
pub async fn sweep_counts(tx: &mut Tx, day: &str, some: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SWEEP_COUNTS.on(e)).bind(day).bind(some).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// To whom a campaign's messages behind `after` up to `upto` go; of those only that were taken back, if `cancelled`.
pub async fn recipients(
    c: &mut impl Reads,
    campaign: CampaignId,
    (after, upto): (i64, i64),
    cancelled: bool,
) -> Result<Vec<Ix>> {
    let sql = if cancelled { CANCELLED_NUMBERS } else { NUMBERS };
    let found = on!(c, |c, e| sqlx::query_scalar(sql.on(e)).bind(campaign).bind(after).bind(upto).fetch_all(c).await)?;
    numbers(found)
}

/// Remembers that a campaign's messages up to `upto` were released. False if they were before.
pub async fn released(tx: &mut Tx, campaign: CampaignId, upto: i64) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(RELEASED.on(e))
        .bind(campaign)
        .bind(upto)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}
