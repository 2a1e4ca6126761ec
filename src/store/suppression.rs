//! Suppressions: numbers that must not be written to, by blind index.
//!
//! A plan and a dispatch ask [`which`] with up to some thousand numbers at once; results that say
//! "opted out" or "blocked" go in through [`add_many`].

use std::collections::HashMap;

use serde::Serialize;

use crate::domain::channel::Channel;
use crate::domain::id::SiteId;
use crate::domain::seal::Ix;
use crate::domain::time::Micros;

use super::{Reads, Result, Sql, StoreError, Tx, bulk, hex, on, statements};

statements! {
    ADD = bulk!(
        "INSERT INTO suppression (site_id, phone_ix, scope, reason, sealed, key_id, created_at)
         SELECT $2, r.x, r.c, r.w, r.s, $3, $4 FROM",
        rows(x bytes, c text, w text, s bytes),
        "WHERE true ORDER BY r.ord ON CONFLICT (site_id, phone_ix, scope) DO NOTHING");
    WHICH = bulk!(
        "SELECT s.phone_ix, s.scope FROM",
        rows(x bytes),
        // CROSS JOIN holds SQLite to looking each number up in the index
        "CROSS JOIN suppression AS s WHERE s.site_id = $2 AND s.phone_ix = r.x");
    REMOVE = bulk!(
        "DELETE FROM suppression WHERE site_id = $2 AND ($3 = '' OR scope = $3) AND phone_ix IN (SELECT r.x FROM",
        rows(x bytes),
        ") RETURNING phone_ix");
    PAGE = Sql::same(
        "SELECT * FROM suppression WHERE site_id = $1 AND id > $2 AND ($3 = '' OR scope = $3) ORDER BY id LIMIT $4");
    OF_NUMBER = Sql::same("SELECT * FROM suppression WHERE site_id = $1 AND phone_ix = $2 ORDER BY id");
}

/// What a suppression covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every channel.
    All,
    /// One channel; SMS, LMS and MMS stand for each other, since the length decides among them.
    Channel(Channel),
}

impl Scope {
    /// The word in the database and on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Channel(c) => c.word(),
        }
    }
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.word())
    }
}

impl std::str::FromStr for Scope {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Self::All);
        }
        text.parse().map(Self::Channel).map_err(|_| {
            let channels = Channel::ALL.iter().map(|c| c.word()).collect::<Vec<_>>().join(", ");
            format!("`{text}` is not a scope: use all, or one of {channels}")
        })
    }
}

impl Serialize for Scope {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.word())
    }
}

/// The channels on which a number must not be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stops(u8);

impl Stops {
    const ALL: u8 = u8::MAX;

    /// Of the scopes of a number as the database keeps them, blanks between them.
    pub fn of(scopes: &str) -> Self {
        scopes.split_whitespace().filter_map(|s| s.parse().ok()).fold(Self::default(), Self::with)
    }

    /// Adds a scope.
    #[must_use]
    pub fn with(self, scope: Scope) -> Self {
        Self(match scope {
            Scope::All => Self::ALL,
            Scope::Channel(c) => self.0 | bit(c),
        })
    }

    /// Whether `channel` is closed.
    pub fn stops(self, channel: Channel) -> bool {
        self.0 & bit(channel) != 0
    }

    /// Whether every channel is closed.
    pub fn all(self) -> bool {
        self.0 == Self::ALL
    }
}

/// One bit for the text family, one for each other channel.
const fn bit(c: Channel) -> u8 {
    match c {
        Channel::Sms | Channel::Lms | Channel::Mms => 1,
        Channel::Alimtalk => 2,
        Channel::Rcs => 4,
        Channel::Email => 8,
        Channel::Push => 16,
    }
}

/// A suppression to be added.
#[derive(Debug, Clone)]
pub struct NewSuppression {
    /// Blind index of the number.
    pub phone_ix: Ix,
    /// What it covers.
    pub scope: Scope,
    /// Why: `manual`, `opt-out`, `bounce`, or a word of the operator's.
    pub reason: String,
    /// The sealed number.
    pub sealed: Vec<u8>,
}

/// A suppression as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SuppressionRow {
    /// Its number in the order of entry.
    pub id: i64,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// What it covers.
    pub scope: String,
    /// Why.
    pub reason: String,
    /// The sealed number; empty once the person was erased.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
    /// Since when.
    pub created_at: Micros,
}

/// A blind index in the JSON of a bulk statement.
#[derive(Serialize)]
pub(super) struct IxCell {
    x: String,
}

pub(super) fn ix_rows(ixs: &[Ix]) -> Result<String> {
    let cells: Vec<IxCell> = ixs.iter().map(|ix| IxCell { x: hex(ix.as_slice()) }).collect();
    serde_json::to_string(&cells).map_err(StoreError::corrupt)
}

/// Adds suppressions sealed with `key_id`; those that are there stay as they are. Returns how many are new.
pub async fn add_many(tx: &mut Tx, site: SiteId, key_id: i64, rows: &[NewSuppression], now: Micros) -> Result<u64> {
    #[derive(Serialize)]
    struct Cell<'a> {
        x: String,
        c: &'a str,
        w: &'a str,
        s: String,
    }
    let cells: Vec<Cell<'_>> = rows
        .iter()
        .map(|r| Cell { x: hex(r.phone_ix.as_slice()), c: r.scope.word(), w: &r.reason, s: hex(&r.sealed) })
        .collect();
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

/// Of these numbers, those that are closed on some channel. One statement, some thousand numbers at once.
pub async fn which(c: &mut impl Reads, site: SiteId, numbers: &[Ix]) -> Result<HashMap<Ix, Stops>> {
    let json = ix_rows(numbers)?;
    let found: Vec<(Vec<u8>, String)> =
        on!(c, |c, e| sqlx::query_as(WHICH.on(e)).bind(json).bind(site).fetch_all(c).await)?;
    let mut stops: HashMap<Ix, Stops> = HashMap::with_capacity(found.len());
    for (ix, scope) in found {
        let ix = Ix::try_from(ix).map_err(StoreError::corrupt)?;
        let scope = scope.parse().map_err(StoreError::corrupt)?;
        let known = stops.entry(ix).or_default();
        *known = known.with(scope);
    }
    Ok(stops)
}

/// Removes the suppressions of these numbers, of one scope or of all. Returns the number of each that was there.
pub async fn remove(tx: &mut Tx, site: SiteId, numbers: &[Ix], scope: Option<Scope>) -> Result<Vec<Ix>> {
    let json = ix_rows(numbers)?;
    let removed: Vec<Vec<u8>> = on!(tx, |c, e| sqlx::query_scalar(REMOVE.on(e))
        .bind(json)
        .bind(site)
        .bind(scope.map_or("", Scope::word))
        .fetch_all(c)
        .await)?;
    removed.into_iter().map(|ix| Ix::try_from(ix).map_err(StoreError::corrupt)).collect()
}

/// The next suppressions of a site behind `after`, of one scope or of all.
pub async fn page(
    c: &mut impl Reads,
    site: SiteId,
    after: i64,
    scope: Option<Scope>,
    limit: i64,
) -> Result<Vec<SuppressionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e))
        .bind(site)
        .bind(after)
        .bind(scope.map_or("", Scope::word))
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

/// The suppressions of one number.
pub async fn of_number(c: &mut impl Reads, site: SiteId, ix: &Ix) -> Result<Vec<SuppressionRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_NUMBER.on(e)).bind(site).bind(ix.as_slice()).fetch_all(c).await)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_every_length_stop_together() {
        let sms = Stops::default().with(Scope::Channel(Channel::Sms));
        let stopped = |s: Stops| Channel::ALL.iter().copied().filter(|c| s.stops(*c)).collect::<Vec<_>>();
        assert_eq!(stopped(sms), [Channel::Sms, Channel::Lms, Channel::Mms]);
        assert_eq!(stopped(sms.with(Scope::Channel(Channel::Alimtalk))).len(), 4);
        assert!(!sms.all() && sms.with(Scope::All).all() && stopped(sms.with(Scope::All)).len() == 7);
        assert!(stopped(Stops::default()).is_empty());
        assert_eq!(Stops::of("lms alimtalk"), sms.with(Scope::Channel(Channel::Alimtalk)));
        assert!(Stops::of("email all").all() && !Stops::of("").all());
    }

    #[test]
    fn scopes_round_trip() {
        for scope in [Scope::All, Scope::Channel(Channel::Alimtalk)] {
            assert_eq!(scope.word().parse(), Ok(scope));
        }
        assert!("fax".parse::<Scope>().expect_err("no scope").contains("all, or one of alimtalk"));
    }
}
