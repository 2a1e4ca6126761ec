//! Credits of sites: what operators do with them. The books themselves are in [`crate::ops::ledger`].
//!
//! Whatever moves money is a [`Request`]: it can be written down, done once for its key ([`execute`]), and done later by
//! [`retry`] should the process die in between.

mod pay;
pub mod price;
mod refund;
pub mod statement;
pub mod verify;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::domain::channel::Channel;
use crate::domain::clock::Clock;
use crate::domain::id::{CampaignId, PaymentId, SiteId, UsageId};
use crate::domain::ledger::{Account, Method, Posting};
use crate::domain::money::Minor;
use crate::ops::ledger::{Ask, LedgerError, Note, Once, once, post_into, request_hash};
use crate::ops::site::Site;
use crate::store::period::{self, Booked};
use crate::store::{Store, StoreError, Tx, account, op};

/// What an operator asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Money came in.
    Topup {
        /// VAT excluded, or included where `gross`.
        amount: Minor,
        /// The amount has VAT in it.
        gross: bool,
        /// How it came.
        method: Method,
        /// The bank's or gateway's name for it.
        gateway_tx: Option<String>,
    },
    /// Credits as a present.
    Bonus {
        /// How many.
        amount: Minor,
        /// Why.
        reason: String,
    },
    /// Paid out.
    Cashout {
        /// VAT excluded.
        amount: Minor,
        /// Why.
        reason: String,
    },
    /// A correction, either way.
    Adjust {
        /// What is added (or taken, where negative).
        amount: Minor,
        /// Why.
        reason: String,
    },
    /// Given back after it was charged.
    Refund {
        /// What of.
        of: Refunded,
        /// How much; `None`: all that is left.
        amount: Option<Minor>,
        /// Why.
        reason: String,
    },
    /// The bank took a payment back.
    Chargeback {
        /// Which.
        payment: i64,
        /// Why.
        reason: String,
    },
}

/// What is given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refunded {
    /// One charge.
    Usage(i64),
    /// What a campaign was charged, on one channel or on all of them; the oldest charge first.
    Campaign(i64, Option<Channel>),
}

impl Request {
    /// What it is called.
    pub const fn verb(&self) -> &'static str {
        match self {
            Self::Topup { .. } => "topup",
            Self::Bonus { .. } => "bonus",
            Self::Cashout { .. } => "cashout",
            Self::Adjust { .. } => "adjust",
            Self::Refund { .. } => "refund",
            Self::Chargeback { .. } => "chargeback",
        }
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The payment, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment: Option<String>,
    /// The journal.
    pub journal: String,
    /// Whose.
    pub site: String,
    /// `topup`, `refund`, …
    pub verb: String,
    /// What it did to the credit.
    pub amount_minor: i64,
    /// VAT excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub net_minor: Option<i64>,
    /// VAT.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_minor: Option<i64>,
    /// VAT included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gross_minor: Option<i64>,
    /// What had been owed and is paid by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cleared_minor: Option<i64>,
    /// What can still be given back of the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remaining_minor: Option<i64>,
    /// What the site may spend after it.
    pub available_minor: i64,
    /// The key.
    pub key: String,
}

/// Who asks, and how.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// Who.
    pub actor: &'a str,
    /// The key that it is done once for.
    pub key: &'a str,
    /// Do the work, and take it back.
    pub rehearse: bool,
}

/// What a request works with inside its transaction.
struct Work<'a> {
    site: &'a Site,
    by: By<'a>,
    clock: &'a Clock,
}

impl Work<'_> {
    fn note<'n>(&'n self, about: Option<(&'n str, i64)>, memo: Option<&'n str>) -> Note<'n> {
        let now = self.clock.now();
        let (site, key) = (self.site.id, Some(self.by.key));
        Note { site, effective_at: now, now, op_key: key, about, reverses: None, actor: self.by.actor, memo }
    }

    async fn booked(&self, tx: &mut Tx) -> Result<Booked, StoreError> {
        period::book(tx, self.clock.now()).await
    }

    async fn receipt(&self, tx: &mut Tx, verb: &str, journal: String, amount: Minor) -> Result<Receipt, LedgerError> {
        let has = account::balances(tx, self.site.id).await?.unwrap_or_default();
        Ok(Receipt {
            payment: None,
            journal,
            site: self.site.name.clone(),
            verb: verb.to_owned(),
            amount_minor: amount.0,
            net_minor: None,
            vat_minor: None,
            gross_minor: None,
            cleared_minor: None,
            remaining_minor: None,
            available_minor: has.available.0,
            key: self.by.key.to_owned(),
        })
    }
}

/// Does a request once for its key.
///
/// # Errors
/// What forbids it; `KeyTaken` where the key stands for another request.
pub async fn execute(
    store: &Store,
    clock: &Clock,
    site: &Site,
    request: &Request,
    by: By<'_>,
) -> Result<Once<Receipt>, LedgerError> {
    let text = serde_json::to_string(request).map_err(StoreError::corrupt)?;
    let ask = Ask {
        site: site.id,
        key: by.key,
        verb: request.verb(),
        request: text,
        actor: by.actor,
        now: clock.now(),
        rehearse: by.rehearse,
    };
    let work = Work { site, by, clock };
    once(store, &ask, async |tx: &mut Tx| work.perform(tx, request).await).await
}

impl Work<'_> {
    async fn perform(&self, tx: &mut Tx, request: &Request) -> Result<Receipt, LedgerError> {
        match request {
            Request::Topup { amount, gross, method, gateway_tx } => {
                self.topup(tx, (*amount, *gross), *method, gateway_tx.as_deref()).await
            }
            Request::Bonus { amount, reason } => {
                positive(*amount)?;
                crate::ops::site::make_prepaid(tx, self.site.id, self.clock.now()).await?;
                self.plain(tx, "bonus", &Posting::bonus(self.site.id, *amount)?, *amount, reason).await
            }
            Request::Adjust { amount, reason } => {
                let posting = Posting::adjust(self.site.id, *amount)
                    .map_err(|_| LedgerError::refused("NOTHING", "an adjustment of nothing", "Name an amount."))?;
                self.plain(tx, "adjust", &posting, *amount, reason).await.map_err(|e| self.spent(e))
            }
            Request::Cashout { amount, reason } => self.cashout(tx, *amount, reason).await,
            Request::Refund { of, amount, reason } => self.refund(tx, *of, *amount, reason).await,
            Request::Chargeback { payment, reason } => self.chargeback(tx, PaymentId(*payment), reason).await,
        }
    }

    async fn plain(
        &self,
        tx: &mut Tx,
        verb: &str,
        posting: &Posting,
        amount: Minor,
        reason: &str,
    ) -> Result<Receipt, LedgerError> {
        let booked = self.booked(tx).await?;
        let journal = post_into(tx, posting, self.note(None, Some(reason)), booked).await?;
        self.receipt(tx, verb, journal.to_string(), amount).await
    }

    /// A floor that was met is a rule that forbids.
    fn spent(&self, e: LedgerError) -> LedgerError {
        match e {
            LedgerError::Floor { account: Account::Available(_), short } => LedgerError::refused(
                "INSUFFICIENT",
                format!("₩{short} are missing of what `{}` has available", self.site.name),
                format!("See `msgctl credits balance --site {}`.", self.site.name),
            ),
            e => e,
        }
    }
}

fn positive(amount: Minor) -> Result<(), LedgerError> {
    if amount > Minor::ZERO {
        return Ok(());
    }
    Err(LedgerError::refused("AMOUNT", format!("₩{amount} is no amount to move"), "Name an amount above zero."))
}

/// An operation that was asked for, and of which nobody knows whether it was done.
#[derive(Debug, Clone, Serialize)]
pub struct Undecided {
    /// Whose.
    pub site: String,
    /// Its key.
    pub key: String,
    /// What.
    pub verb: String,
    /// Who asked.
    pub actor: String,
    /// When.
    pub asked_at: crate::domain::time::Micros,
}

/// Operations whose process died before it was done.
///
/// # Errors
/// What the database says.
pub async fn undecided(store: &Store) -> Result<Vec<Undecided>, LedgerError> {
    const SOME: i64 = 1000;
    let mut c = store.read().await?;
    let mut found = Vec::new();
    for row in op::undecided(&mut c, SOME).await? {
        let site = crate::store::site::by_id(&mut c, row.site_id).await?.map(|s| s.name).unwrap_or_default();
        found.push(Undecided { site, key: row.key, verb: row.verb, actor: row.actor, asked_at: row.created_at });
    }
    Ok(found)
}

/// Does what was asked for under a key, if it was not done; otherwise gives the answer again.
///
/// # Errors
/// As [`execute`]; `NotFound` where nothing was asked for under that key.
pub async fn retry(store: &Store, clock: &Clock, site: &Site, by: By<'_>) -> Result<Once<Receipt>, LedgerError> {
    let row = op::get(&mut store.read().await?, site.id, by.key).await?;
    let row = row.ok_or_else(|| LedgerError::NotFound { what: "operation with the key", name: by.key.to_owned() })?;
    let request: Request = serde_json::from_str(&row.request).map_err(|_| {
        LedgerError::refused(
            "NOT_HERE",
            format!("the key `{}` stands for a `{}`, which is not tried again here", row.key, row.verb),
            "Run the command itself again.",
        )
    })?;
    execute(store, clock, site, &request, by).await
}

/// The charge or the campaign that a refund names.
impl Refunded {
    fn rows(self) -> (Option<UsageId>, Option<CampaignId>) {
        match self {
            Self::Usage(u) => (Some(UsageId(u)), None),
            Self::Campaign(c, _) => (None, Some(CampaignId(c))),
        }
    }
}

/// Books what a gateway has charged, under the key of its charge: the operation, the payment and the journal, in the
/// caller's transaction.
///
/// # Errors
/// What the database says.
pub(crate) async fn book_gateway(
    tx: &mut Tx,
    clock: &Clock,
    site: &Site,
    net: Minor,
    gateway_tx: &str,
    by: By<'_>,
) -> Result<PaymentId, LedgerError> {
    let name = Some(gateway_tx.to_owned());
    let request = Request::Topup { amount: net, gross: false, method: Method::Gateway, gateway_tx: name };
    let text = serde_json::to_string(&request).map_err(StoreError::corrupt)?;
    let new = op::NewOp {
        site: site.id,
        key: by.key,
        verb: request.verb(),
        request: &text,
        request_hash: &request_hash(request.verb(), &text),
        actor: by.actor,
        now: clock.now(),
    };
    op::intend(tx, &new).await?;
    let receipt = Work { site, by, clock }.perform(tx, &request).await?;
    if receipt.amount_minor != net.0 {
        let known = receipt.payment.unwrap_or_default();
        let message = format!("the gateway gave two charges one name: `{gateway_tx}` is {known} already");
        return Err(LedgerError::refused("PAYMENT_TWICE", message, "Ask the gateway which one was paid."));
    }
    let payment = receipt.payment.as_deref().and_then(|p| p.parse().ok());
    let said = serde_json::to_string(&receipt).map_err(StoreError::corrupt)?;
    op::decide(tx, site.id, (by.key, new.request_hash), "ok", None, &said).await?;
    payment.ok_or_else(|| StoreError::corrupt("a top-up without a payment").into())
}

/// A site that pays from credits.
pub(crate) fn prepaid(site: &Site) -> Result<SiteId, LedgerError> {
    if site.billing == crate::domain::ledger::Billing::Prepaid {
        return Ok(site.id);
    }
    Err(LedgerError::refused(
        "NOT_PREPAID",
        format!("site `{}` does not pay from credits", site.name),
        format!("The first `msgctl credits topup --site {}` changes that.", site.name),
    ))
}
