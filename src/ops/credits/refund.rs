//! Refunds: never more than was charged, whoever asks at the same time.

use super::{LedgerError, Receipt, Refunded, Work, positive};
use crate::domain::channel::Channel;
use crate::domain::ledger::Posting;
use crate::domain::money::Minor;
use crate::ops::ledger::post_into;
use crate::store::period::Booked;
use crate::store::usage::{self, UsageRow};
use crate::store::{StoreError, Tx};

impl Work<'_> {
    /// Gives back, from the oldest charge on; booked in the present month, with the month of the charges as its origin.
    pub(super) async fn refund(
        &self,
        tx: &mut Tx,
        of: Refunded,
        amount: Option<Minor>,
        reason: &str,
    ) -> Result<Receipt, LedgerError> {
        amount.map_or(Ok(()), positive)?;
        let now = self.booked(tx).await?;
        let rows = self.charges(tx, of).await?;
        let left: i64 = rows.iter().map(|r| r.left().0).sum();
        let wanted = amount.map_or(left, |a| a.0);
        if wanted > left || wanted == 0 {
            return Err(LedgerError::refused(
                "REFUND_EXCEEDS",
                format!("₩{} can still be given back of that, not ₩{}", Minor(left), amount.unwrap_or_default()),
                "Leave `--amount` out to give back all that is left.",
            ));
        }
        let mut parts: Vec<(Channel, Minor)> = Vec::new();
        let mut open = wanted;
        for r in &rows {
            let some = r.left().0.min(open);
            if some == 0 {
                continue;
            }
            if !usage::refund(tx, r.id, Minor(some)).await? {
                return Err(StoreError::corrupt(format_args!("{} moved while it was held", r.id)).into());
            }
            parts.push((r.channel.parse().map_err(StoreError::corrupt)?, Minor(some)));
            open -= some;
        }
        let origin = rows.first().map_or(now.origin, |r| r.origin_period);
        let about = match of {
            Refunded::Usage(u) => ("usage", u),
            Refunded::Campaign(c, _) => ("campaign", c),
        };
        let posting = Posting::refund(self.site.id, &parts)?;
        let note = self.note(Some(about), Some(reason));
        let journal = post_into(tx, &posting, note, Booked { period: now.period, origin }).await?;
        let receipt = self.receipt(tx, "refund", journal.to_string(), Minor(wanted)).await?;
        Ok(Receipt { remaining_minor: Some(left - wanted), ..receipt })
    }

    async fn charges(&self, tx: &mut Tx, of: Refunded) -> Result<Vec<UsageRow>, LedgerError> {
        let (one, campaign) = of.rows();
        let mut rows = usage::lock(tx, one, campaign).await?;
        rows.retain(|r| r.site_id == self.site.id);
        if let Refunded::Campaign(_, Some(channel)) = of {
            rows.retain(|r| r.channel == channel.word());
        }
        if rows.is_empty() {
            let name = one.map_or_else(|| campaign.map(|c| c.to_string()).unwrap_or_default(), |u| u.to_string());
            return Err(LedgerError::NotFound { what: "charge of", name });
        }
        Ok(rows)
    }
}
