//! Accounts of sites and their balances: moved by conditional writes only.

use crate::domain::id::SiteId;
use crate::domain::ledger::Account;
use crate::domain::money::Minor;

use super::dialect::LOCK_ACCOUNTS;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    OPEN = Sql::same(
        "INSERT INTO account (id, code, site_id, floor_minor, balance_minor) VALUES ($1, $2, $3, $4, 0)
         ON CONFLICT (id) DO NOTHING");
    SET_FLOOR = Sql::same("UPDATE account SET floor_minor = $2 WHERE id = $1 AND balance_minor >= $2");
    /// One row moved, or none where the balance would fall below its floor.
    ADD = Sql::same(
        "UPDATE account SET balance_minor = balance_minor + $2, seq = seq + 1
         WHERE id = $1 AND (floor_minor IS NULL OR balance_minor + $2 >= floor_minor OR $2 > 0) RETURNING seq, balance_minor");
    OF_SITE = Sql::same("SELECT id, floor_minor, balance_minor FROM account WHERE id BETWEEN $1 AND $2 ORDER BY id");
    ALL_OF_SITES = Sql::same("SELECT id, floor_minor, balance_minor FROM account WHERE site_id IS NOT NULL ORDER BY id");
}

/// What a site has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Balances {
    /// May be spent.
    #[serde(rename = "available_minor")]
    pub available: Minor,
    /// Set aside for messages under way.
    #[serde(rename = "held_minor")]
    pub held: Minor,
    /// Owed by the site (negative).
    #[serde(rename = "receivable_minor")]
    pub receivable: Minor,
    /// How far `available` may go below zero: minus the credit limit.
    #[serde(skip)]
    pub floor: Minor,
}

impl Balances {
    /// What statements show: what is set aside is not spent.
    pub fn balance(&self) -> Minor {
        Minor(self.available.0 + self.held.0 + self.receivable.0)
    }

    /// What can be spent until the floor is reached.
    pub fn above_floor(&self) -> Minor {
        Minor((self.available.0 - self.floor.0).max(0))
    }
}

#[derive(sqlx::FromRow)]
struct AccountRow {
    id: i64,
    floor_minor: Option<Minor>,
    balance_minor: Option<Minor>,
}

/// Opens the accounts of a site, unless they are open. A new site may not go below zero.
pub async fn open(tx: &mut Tx, site: SiteId) -> Result<()> {
    for account in Account::of_site(site) {
        let floor = match account {
            Account::Receivable(_) => None,
            _ => Some(0_i64),
        };
        on!(tx, |c, e| sqlx::query(OPEN.on(e))
            .bind(account.id())
            .bind(account.to_string())
            .bind(site)
            .bind(floor)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// Lets a site's available credit fall to `floor` (zero or below). False where it is below that now.
pub async fn set_floor(tx: &mut Tx, site: SiteId, floor: Minor) -> Result<bool> {
    let id = Account::Available(site).id();
    let n =
        on!(tx, |c, e| sqlx::query(SET_FLOOR.on(e)).bind(id).bind(floor).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// What a site has; `None`: it has no accounts.
pub async fn balances(c: &mut impl Reads, site: SiteId) -> Result<Option<Balances>> {
    let (first, last) = ids(site);
    let rows: Vec<AccountRow> = on!(c, |c, e| sqlx::query_as(OF_SITE.on(e)).bind(first).bind(last).fetch_all(c).await)?;
    Ok(of_rows(&rows).pop().map(|(_, b)| b))
}

/// What every site has that has accounts.
pub async fn all(c: &mut impl Reads) -> Result<Vec<(SiteId, Balances)>> {
    let rows: Vec<AccountRow> = on!(c, |c, e| sqlx::query_as(ALL_OF_SITES.on(e)).fetch_all(c).await)?;
    Ok(of_rows(&rows))
}

/// Holds the accounts of a site until the end of the transaction: what is read now stays true. `None`: it has none.
pub async fn lock(tx: &mut Tx, site: SiteId) -> Result<Option<Balances>> {
    let (first, last) = ids(site);
    let rows: Vec<AccountRow> =
        on!(tx, |c, e| sqlx::query_as(LOCK_ACCOUNTS.on(e)).bind(first).bind(last).fetch_all(c).await)?;
    Ok(of_rows(&rows).pop().map(|(_, b)| b))
}

/// Between which ids the accounts of a site lie, and nobody else's.
fn ids(site: SiteId) -> (i64, i64) {
    (Account::Available(site).id(), Account::Receivable(site).id())
}

fn of_rows(rows: &[AccountRow]) -> Vec<(SiteId, Balances)> {
    let mut all: Vec<(SiteId, Balances)> = Vec::new();
    for r in rows {
        let Some(account) = Account::of_id(r.id) else { continue };
        let Some(site) = account.site() else { continue };
        if all.last().is_none_or(|(s, _)| *s != site) {
            all.push((site, Balances::default()));
        }
        let Some((_, b)) = all.last_mut() else { continue };
        let balance = r.balance_minor.unwrap_or_default();
        match account {
            Account::Available(_) => (b.available, b.floor) = (balance, r.floor_minor.unwrap_or_default()),
            Account::Held(_) => b.held = balance,
            _ => b.receivable = balance,
        }
    }
    all
}

/// Moves a balance; the place of the entry in the account's chain and the balance after it, or `None` where it would
/// fall below its floor. An amount that comes in is never refused.
pub async fn add(tx: &mut Tx, account: Account, amount: Minor) -> Result<Option<(i64, Minor)>> {
    Ok(on!(tx, |c, e| sqlx::query_as(ADD.on(e)).bind(account.id()).bind(amount).fetch_optional(c).await)?)
}
