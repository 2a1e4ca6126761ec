//! Payments: money that came in, each once for the gateway's name of it.

use crate::domain::id::{JournalId, PaymentId, SiteId};
use crate::domain::ledger::Amounts;
use crate::domain::money::Minor;
use crate::domain::time::Micros;

use super::dialect::LOCK_PAYMENT;
use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    INSERT = Sql::same(
        "INSERT INTO payment (site_id, method, net_minor, vat_minor, gross_minor, state, gateway_tx, created_at)
         VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7)
         ON CONFLICT (method, gateway_tx) WHERE gateway_tx IS NOT NULL DO NOTHING RETURNING id");
    PAID = Sql::same(
        "UPDATE payment SET state = 'paid', journal_id = $2, paid_at = $3 WHERE id = $1 AND state = 'pending'");
    REVERSE = Sql::same("UPDATE payment SET state = 'reversed' WHERE id = $1 AND state = 'paid'");
    BY_GATEWAY = Sql::same("SELECT * FROM payment WHERE method = $1 AND gateway_tx = $2");
    /// What a site has paid and was not taken back, and what it was charged and not refunded.
    NET_PAID = Sql::same(
        "SELECT CAST(COALESCE(SUM(net_minor), 0) AS BIGINT) FROM payment WHERE site_id = $1 AND state = 'paid'");
    VAT_PAID = Sql::same(
        "SELECT CAST(COALESCE(SUM(vat_minor), 0) AS BIGINT) FROM payment WHERE site_id = $1 AND state = 'paid'");
    NET_USAGE = Sql::same(
        "SELECT CAST(COALESCE(SUM(total_minor - refunded_minor), 0) AS BIGINT) FROM usage_charge WHERE site_id = $1");
    BOOKED = Sql::same(
        "SELECT CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) FROM journal j
         JOIN entry e ON e.journal_id = j.id AND e.account_id = $3 WHERE j.site_id = $1 AND j.kind = $2");
}

/// A payment as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PaymentRow {
    /// Its id.
    pub id: PaymentId,
    /// Whose.
    pub site_id: SiteId,
    /// A `Method`.
    pub method: String,
    /// Credits.
    pub net_minor: Minor,
    /// VAT.
    pub vat_minor: Minor,
    /// What was paid.
    pub gross_minor: Minor,
    /// `pending`, `paid`, `failed`, `unknown`, `cancelled`, `reversed`.
    pub state: String,
    /// The gateway's name for it.
    pub gateway_tx: Option<String>,
    /// Where it was booked.
    pub journal_id: Option<JournalId>,
    /// When it was asked for.
    pub created_at: Micros,
    /// When it came in.
    pub paid_at: Option<Micros>,
}

/// Notes a payment that is to be booked in the same transaction; `None` where the gateway's name is known, be it since
/// this moment.
pub async fn insert(
    tx: &mut Tx,
    site: SiteId,
    method: &str,
    a: Amounts,
    gateway_tx: Option<&str>,
    now: Micros,
) -> Result<Option<PaymentId>> {
    Ok(on!(tx, |c, e| sqlx::query_scalar(INSERT.on(e))
        .bind(site)
        .bind(method)
        .bind(a.net)
        .bind(a.vat)
        .bind(a.gross)
        .bind(gateway_tx)
        .bind(now)
        .fetch_optional(c)
        .await)?)
}

/// A pending payment has come in. False where it was decided before.
pub async fn paid(tx: &mut Tx, id: PaymentId, journal: JournalId, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(PAID.on(e))
        .bind(id)
        .bind(journal)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// A payment was taken back. False where it was not paid, or was taken back before.
pub async fn reverse(tx: &mut Tx, id: PaymentId) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(REVERSE.on(e)).bind(id).execute(c).await.map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// The payment with that id, held until the end of the transaction.
pub async fn lock(tx: &mut Tx, id: PaymentId) -> Result<Option<PaymentRow>> {
    Ok(on!(tx, |c, e| sqlx::query_as(LOCK_PAYMENT.on(e)).bind(id).fetch_optional(c).await)?)
}

/// The payment of a gateway's name.
pub async fn by_gateway(c: &mut impl Reads, method: &str, gateway_tx: &str) -> Result<Option<PaymentRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(BY_GATEWAY.on(e)).bind(method).bind(gateway_tx).fetch_optional(c).await)?)
}

/// What a site has paid, VAT excluded, and was not taken back.
pub async fn net_paid(c: &mut impl Reads, site: SiteId) -> Result<Minor> {
    Ok(on!(c, |c, e| sqlx::query_scalar(NET_PAID.on(e)).bind(site).fetch_one(c).await)?)
}

/// The value-added tax that came in with a site's payments.
pub async fn vat_paid(c: &mut impl Reads, site: SiteId) -> Result<Minor> {
    Ok(on!(c, |c, e| sqlx::query_scalar(VAT_PAID.on(e)).bind(site).fetch_one(c).await)?)
}

/// What a site was charged for messages and not refunded.
pub async fn net_usage(c: &mut impl Reads, site: SiteId) -> Result<Minor> {
    Ok(on!(c, |c, e| sqlx::query_scalar(NET_USAGE.on(e)).bind(site).fetch_one(c).await)?)
}

/// What journals of a kind have moved on one of a site's accounts.
pub async fn booked(c: &mut impl Reads, site: SiteId, kind: &str, account: i64) -> Result<Minor> {
    Ok(on!(c, |c, e| sqlx::query_scalar(BOOKED.on(e)).bind(site).bind(kind).bind(account).fetch_one(c).await)?)
}
