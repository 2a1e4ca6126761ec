//! Money in and out: top-ups, cash-outs, chargebacks.

use super::{LedgerError, Receipt, Work, positive, prepaid};
use crate::domain::id::PaymentId;
use crate::domain::ledger::{Account, Amounts, Kind, Method, Posting, net_of_gross, vat_of_net};
use crate::domain::money::Minor;
use crate::ops::ledger::{Note, post_into};
use crate::ops::site;
use crate::store::{StoreError, Tx, account, payment};

impl Work<'_> {
    /// A payment comes in; what the site owes is paid from it first. The same payment by the gateway's name is booked
    /// once, whatever the key.
    pub(super) async fn topup(
        &self,
        tx: &mut Tx,
        (amount, gross): (Minor, bool),
        method: Method,
        gateway_tx: Option<&str>,
    ) -> Result<Receipt, LedgerError> {
        positive(amount)?;
        let too_much = || LedgerError::refused("AMOUNT", format!("₩{amount} is too much"), "Name a smaller amount.");
        let a = if gross { net_of_gross(amount) } else { vat_of_net(amount).ok_or_else(too_much)? };
        let (id, now) = (self.site.id, self.clock.now());
        site::make_prepaid(tx, id, now).await?;
        let booked = self.booked(tx).await?;
        let Some(pay) = payment::insert(tx, id, method.word(), a, gateway_tx, now).await? else {
            return self.known(tx, method, gateway_tx.unwrap_or_default(), a).await;
        };
        let note = self.note(Some(("payment", pay.0)), None);
        let journal = post_into(tx, &Posting::topup(id, method, a)?, note, booked).await?;
        if !payment::paid(tx, pay, journal, now).await? {
            return Err(StoreError::corrupt(format_args!("{pay} was decided twice")).into());
        }
        let owed = account::lock(tx, id).await?.unwrap_or_default().receivable;
        let cleared = Minor(a.net.0.min(-owed.0).max(0));
        if cleared > Minor::ZERO {
            post_into(tx, &Posting::clear(id, cleared)?, note, booked).await?;
        }
        let receipt = self.receipt(tx, "topup", journal.to_string(), a.net).await?;
        let cleared_minor = Some(cleared.0).filter(|c| *c > 0);
        Ok(Receipt { cleared_minor, ..of_payment(receipt, pay, a) })
    }

    /// A payment that was booked before, by the gateway's name of it.
    async fn known(&self, tx: &mut Tx, method: Method, name: &str, a: Amounts) -> Result<Receipt, LedgerError> {
        let known = payment::by_gateway(tx, method.word(), name).await?;
        let known = known.ok_or_else(|| StoreError::corrupt(format_args!("the payment `{name}` is known and gone")))?;
        if known.site_id != self.site.id || known.net_minor != a.net || known.gross_minor != a.gross {
            return Err(LedgerError::refused(
                "PAYMENT_DIFFERS",
                format!("the {method} payment `{name}` is {} of another site or amount", known.id),
                "Look at the payment's name again; nothing was booked.",
            ));
        }
        if known.state == "reversed" {
            return Err(LedgerError::refused(
                "PAYMENT_REVERSED",
                format!("the {method} payment `{name}` is {}, which the bank took back", known.id),
                "A new payment has a name of its own; nothing was booked.",
            ));
        }
        let journal = known.journal_id.map(|j| j.to_string()).unwrap_or_default();
        let receipt = self.receipt(tx, "topup", journal, Minor::ZERO).await?;
        Ok(of_payment(receipt, known.id, a))
    }

    /// Paid out: what was paid for and not used. Bonuses are spent first and never paid out.
    pub(super) async fn cashout(&self, tx: &mut Tx, amount: Minor, reason: &str) -> Result<Receipt, LedgerError> {
        positive(amount)?;
        let id = prepaid(self.site)?;
        let booked = self.booked(tx).await?;
        let has = account::lock(tx, id).await?.unwrap_or_default();
        let own = Account::Available(id).id();
        let (paid, used) = (payment::net_paid(tx, id).await?, payment::net_usage(tx, id).await?);
        let bonus = payment::booked(tx, id, Kind::Bonus.word(), own).await?;
        let out = payment::booked(tx, id, Kind::Cashout.word(), own).await?;
        let unused = paid.0 + out.0 - (used.0 - bonus.0).max(0);
        let most = Minor(has.available.0.min(unused).max(0));
        if amount > most {
            return Err(LedgerError::refused(
                "CASHOUT_EXCEEDS",
                format!(
                    "at most ₩{most} can be paid out: ₩{} are available, ₩{} of what was paid is unused",
                    has.available,
                    Minor(unused.max(0))
                ),
                "Bonuses are spent first, and are not paid out.",
            ));
        }
        let whole =
            vat_of_net(amount).ok_or_else(|| LedgerError::refused("AMOUNT", "too much", "Name a smaller amount."))?;
        // small payments round their tax down, each by itself: no more is paid back than came in
        let tax = payment::vat_paid(tx, id).await?.0
            + payment::booked(tx, id, Kind::Cashout.word(), Account::Vat.id()).await?.0;
        let vat = Minor(whole.vat.0.min(tax.max(0)));
        let a = Amounts { net: whole.net, vat, gross: Minor(whole.net.0 + vat.0) };
        let journal = post_into(tx, &Posting::cashout(id, a)?, self.note(None, Some(reason)), booked).await?;
        let receipt = self.receipt(tx, "cashout", journal.to_string(), Minor(-a.net.0)).await?;
        Ok(with_amounts(receipt, a))
    }

    /// The bank took a payment back: from what is available, the rest is owed.
    pub(super) async fn chargeback(&self, tx: &mut Tx, pay: PaymentId, reason: &str) -> Result<Receipt, LedgerError> {
        let booked = self.booked(tx).await?;
        let known = payment::lock(tx, pay).await?.filter(|p| p.site_id == self.site.id);
        let known = known.ok_or_else(|| LedgerError::NotFound { what: "payment", name: pay.to_string() })?;
        if !payment::reverse(tx, pay).await? {
            return Err(LedgerError::refused(
                "NOT_PAID",
                format!("{pay} is {}: only a paid payment can be taken back, once", known.state),
                "See `msgctl credits history`.",
            ));
        }
        let a = Amounts { net: known.net_minor, vat: known.vat_minor, gross: known.gross_minor };
        let above = account::lock(tx, self.site.id).await?.unwrap_or_default().above_floor();
        let method: Method = known.method.parse().map_err(StoreError::corrupt)?;
        let posting = Posting::chargeback(self.site.id, method, a, above)?;
        let note = Note { reverses: known.journal_id, ..self.note(Some(("payment", pay.0)), Some(reason)) };
        let journal = post_into(tx, &posting, note, booked).await?;
        let receipt = self.receipt(tx, "chargeback", journal.to_string(), Minor(-a.net.0)).await?;
        Ok(of_payment(receipt, pay, a))
    }
}

fn with_amounts(receipt: Receipt, a: Amounts) -> Receipt {
    Receipt { net_minor: Some(a.net.0), vat_minor: Some(a.vat.0), gross_minor: Some(a.gross.0), ..receipt }
}

fn of_payment(receipt: Receipt, pay: PaymentId, a: Amounts) -> Receipt {
    Receipt { payment: Some(pay.to_string()), ..with_amounts(receipt, a) }
}
