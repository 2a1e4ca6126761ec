//! The consents that advertising was planned on, one row a message: what is found later in a person's record, or not
//! found there any more, changes nothing here.

use serde::Serialize;

use crate::domain::id::{CampaignId, MessageId};
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, StoreError, Tx, bulk, on, statements};

/// The source of a consent that stood in the site's own record of the person.
pub const RECORD: &str = "record";

statements! {
    KEEP = bulk!(
        "INSERT INTO message_consent (message_id, ad_at, night_at, night, source)
         SELECT r.m, r.a, r.t, r.n, r.s FROM",
        rows(m int, a int, t int, n int, s text),
        "ORDER BY r.ord");
    OF = bulk!(
        "SELECT c.message_id, c.ad_at, c.night_at, c.night, c.source FROM",
        rows(m int),
        "JOIN message_consent AS c ON c.message_id = r.m ORDER BY r.ord");
    DISCARD = Sql::same(
        "DELETE FROM message_consent WHERE message_id IN (SELECT id FROM message WHERE campaign_id = $1
         AND id >= (SELECT first_id FROM campaign WHERE id = $1) AND id <= (SELECT last_id FROM campaign WHERE id = $1))");
}

/// A consent to be kept.
#[derive(Debug, Serialize)]
pub struct NewConsent<'a> {
    /// The message that is sent on it.
    #[serde(rename = "m")]
    pub message: i64,
    /// When consent to advertising was given.
    #[serde(rename = "a")]
    pub ad_at: i64,
    /// When consent to advertising at night was given.
    #[serde(rename = "t")]
    pub night_at: Option<i64>,
    /// 1: it may be handed over at night.
    #[serde(rename = "n")]
    pub night: i64,
    /// [`RECORD`], or the file or database it stood in.
    #[serde(rename = "s")]
    pub source: &'a str,
}

/// A consent as it was seen.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ConsentRow {
    /// The message that was sent on it.
    pub message_id: MessageId,
    /// When consent to advertising was given.
    pub ad_at: Micros,
    /// When consent to advertising at night was given.
    pub night_at: Option<Micros>,
    /// 1: it could be handed over at night.
    pub night: i64,
    /// [`RECORD`], or the file or database it stood in.
    pub source: String,
}

/// Keeps what messages were planned on.
pub async fn keep(tx: &mut Tx, rows: &[NewConsent<'_>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let json = serde_json::to_string(rows).map_err(StoreError::corrupt)?;
    on!(tx, |c, e| sqlx::query(KEEP.on(e)).bind(&json).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// What these messages were planned on, those of no advertising left out.
pub async fn of(c: &mut impl Reads, messages: &[i64]) -> Result<Vec<ConsentRow>> {
    let json = messages.iter().map(|m| serde_json::json!({ "m": m })).collect::<serde_json::Value>().to_string();
    Ok(on!(c, |conn, e| sqlx::query_as(OF.on(e)).bind(&json).fetch_all(conn).await)?)
}

/// Forgets those of an unfinished plan; before its messages go.
pub async fn discard(tx: &mut Tx, campaign: CampaignId) -> Result<()> {
    on!(tx, |c, e| sqlx::query(DISCARD.on(e)).bind(campaign).execute(c).await.map(|_| ()))?;
    Ok(())
}
