//! Statements of sites: made with each draft from one state of the books, and kept with it.

use super::SettleError;
use crate::domain::id::SiteId;
use crate::domain::period::Period;
use crate::ops::credits::statement::{Statement, statement};
use crate::store::settle::site as kept;
use crate::store::{Reads, Result, Store, StoreError, Tx, verify};

/// What is to be kept of each site, in the order of their names.
pub(super) struct Sites(Vec<(SiteId, Statement)>);

impl Sites {
    /// From one state of the books.
    pub(super) async fn compute(store: &Store, period: Period) -> std::result::Result<Self, SettleError> {
        let mut tx = store.look().await?;
        verify::snapshot(&mut tx).await?;
        let sites = Self::read(&mut tx, period).await?;
        tx.rollback().await?;
        Ok(sites)
    }

    /// As [`Self::compute`], in a transaction that sees one state already.
    pub(super) async fn read(tx: &mut Tx, period: Period) -> std::result::Result<Self, SettleError> {
        let mut all = Vec::new();
        for row in crate::store::site::list(tx).await? {
            let statement = statement(tx, row.id, &row.name, period).await?;
            if !statement.adds_up() {
                return Err(SettleError::Unsound(statement.site));
            }
            all.push((row.id, statement));
        }
        Ok(Self(all))
    }

    pub(super) fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.0.iter().map(|s| &s.1)
    }

    /// Keeps them with a draft.
    pub(super) async fn keep(&self, tx: &mut Tx, period: Period, draft: i64) -> Result<()> {
        let body = |(id, s): &(SiteId, Statement)| Ok((*id, serde_json::to_string(s).map_err(StoreError::corrupt)?));
        let bodies = self.0.iter().map(body).collect::<Result<Vec<_>>>()?;
        kept::keep(tx, period, draft, &bodies).await
    }
}

/// What a draft says of all sites, in the order of their names.
pub async fn of_draft(c: &mut impl Reads, period: Period, draft: i64) -> Result<Vec<Statement>> {
    kept::of_draft(c, period, draft).await?.iter().map(|body| read(body)).collect()
}

/// What a draft says of a site.
pub(super) async fn one(c: &mut impl Reads, period: Period, draft: i64, name: &str) -> Result<Option<Statement>> {
    kept::one(c, period, draft, name).await?.map(|body| read(&body)).transpose()
}

/// A site of which a draft says something else than the one before: its name, and what was left in 1/100 won.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteChange {
    /// Its name.
    pub site: String,
    /// What it had at the end of the month by the draft before; `None`: there was no such site.
    pub before: Option<i64>,
    /// What it has by this one.
    pub after: i64,
}

/// Sites of which a draft says something else than the one before.
pub(super) async fn changed(c: &mut impl Reads, period: Period, draft: i64) -> Result<Vec<SiteChange>> {
    let all = kept::changed(c, period, draft).await?.into_iter();
    all.map(|(site, before, after)| {
        let before = before.map(|b| read(&b)).transpose()?.map(|s| s.closing_minor);
        Ok(SiteChange { site, before, after: read(&after)?.closing_minor })
    })
    .collect()
}

fn read(body: &str) -> Result<Statement> {
    serde_json::from_str(body).map_err(StoreError::corrupt)
}
