//! Payments, operations, closed months, statistics; and what should have ended long ago.

use std::collections::BTreeMap;

use super::{Check, Names, PAGE, Scope, Tell, Trial};
use crate::domain::clock::Clock;
use crate::domain::id::{CampaignId, ChargeId, HoldId, JournalId, PaymentId, SiteId};
use crate::domain::ledger::{Account, Fold};
use crate::domain::money::Minor;
use crate::ops::credits::Receipt;
use crate::ops::credits::statement::statement;
use crate::ops::ledger::{LedgerError, request_hash};
use crate::ops::settle;
use crate::store::verify::{self, Asked, Find, Only};
use crate::store::{StoreError, Tx, period};

async fn count(tx: &mut Tx, what: Find, only: Only) -> Result<usize, StoreError> {
    Ok(usize::try_from(verify::found(tx, what, only).await?.first().copied().unwrap_or(0)).unwrap_or(0))
}

/// Payments, the months of journals, operations, statistics.
pub(super) async fn papers(tx: &mut Tx, names: &Names, only: Only, tell: Tell<'_>) -> Result<Vec<Check>, StoreError> {
    let eight = Trial::new("V8", "each payment that came in is booked once, as it came in")
        .of(count(tx, Find::Payments, only).await?)
        .all(&verify::found(tx, Find::OddPayments, only).await?, PaymentId, "is not booked as it came in")
        .all(&verify::found(tx, Find::LoneTopups, only).await?, JournalId, "is a top-up without a payment");
    let nine = Trial::new("V9", "nothing is booked into a month, or before it, after it was closed")
        .of(count(tx, Find::Months, only).await?)
        .all(&verify::found(tx, Find::AfterClose, only).await?, JournalId, "is in a month that was closed before");
    let mut ten =
        Trial::new("V10", "each operation that was done is booked as it was answered, each that was refused is not")
            .of(count(tx, Find::Ops, only).await?)
            .all(
                &verify::found(tx, Find::LoneKeys, only).await?,
                JournalId,
                "belongs to an operation that nobody asked for",
            );
    for (site, key) in verify::odd_ops(tx, only).await? {
        ten.against(format_args!("`{key}` of `{}`", names.of(site)));
    }
    let (all, mut asked) = (ten.0.counted, 0);
    let mut after = (SiteId(0), String::new());
    loop {
        let some = verify::asked(tx, (after.0, &after.1), PAGE, only).await?;
        let Some(last) = some.last() else { break };
        after = (last.site_id, last.key.clone());
        asked += some.len() as u64;
        tell("operations", asked, all);
        for o in &some {
            if request_hash(&o.verb, &o.request) != o.request_hash {
                ten.against(format_args!("`{}` of `{}` is not what was asked for", o.key, names.of(o.site_id)));
            }
            if let Some(what) = otherwise_answered(o) {
                ten.against(format_args!("`{}` of `{}` was answered {what}", o.key, names.of(o.site_id)));
            }
        }
    }
    let thirteen = Trial::new("V13", "a campaign that has ended has as many results as messages")
        .of(count(tx, Find::Campaigns, only).await?)
        .all(&verify::found(tx, Find::OddTallies, only).await?, CampaignId, "has more or fewer results than messages");
    Ok(vec![eight.0, nine.0, ten.0, thirteen.0])
}

/// What an answer says that is not what is booked.
fn otherwise_answered(o: &Asked) -> Option<String> {
    if o.state != "ok" {
        return None;
    }
    let Some(r) = o.result.as_deref().and_then(|t| serde_json::from_str::<Receipt>(t).ok()) else {
        return Some("in a form that cannot be read".to_owned());
    };
    let said = |what: &str, says: i64, is: i64| format!("{what} of ₩{}, and ₩{} is booked", Minor(says), Minor(is));
    if r.amount_minor != o.own_minor.unwrap_or(0) {
        return Some(said("an amount", r.amount_minor, o.own_minor.unwrap_or(0)));
    }
    let (net, vat, gross) = (r.net_minor.unwrap_or(0), r.vat_minor.unwrap_or(0), r.gross_minor.unwrap_or(0));
    if gross != net + vat {
        return Some(said("a gross amount", gross, net + vat));
    }
    // a payment that was known before is answered, and books nothing
    let own = o.own_minor?;
    if vat != o.vat_minor.abs() {
        return Some(said("VAT", vat, o.vat_minor.abs()));
    }
    if r.net_minor.is_some_and(|n| n != own.abs()) {
        return Some(said("a net amount", net, own.abs()));
    }
    if r.cleared_minor.unwrap_or(0) != o.cleared_minor {
        return Some(said("a debt", r.cleared_minor.unwrap_or(0), o.cleared_minor));
    }
    let available = o.available_minor.filter(|a| *a != r.available_minor)?;
    Some(said("a credit", r.available_minor, available))
}

/// Months that were closed: what is booked in them is what was then, and each month begins with what the one before it
/// ended with; bills come to what was closed.
pub(super) async fn closed(tx: &mut Tx, fold: &Fold, names: &Names, only: Only) -> Result<Check, LedgerError> {
    let mut t =
        Trial::new("V12", "a closed month is as it was closed, and the next one begins with what it ended with");
    let months: Vec<_> = period::list(tx).await?.into_iter().filter(|p| p.state == "closed").collect();
    t = t.of(months.len());
    // what was booked is compared term by term; on the accounts of sites it makes up the balance at the end of a month
    let mut terms: BTreeMap<(i64, SiteId, String, i64), (i64, i64)> = BTreeMap::new();
    let mut ends: BTreeMap<(SiteId, i64), (i64, i64)> = BTreeMap::new();
    let of_site = |account: i64| Account::of_id(account).is_some_and(|a| a.site().is_some());
    for c in period::closings(tx, only).await? {
        terms.entry((c.period, c.site_id, c.kind, c.account_id)).or_default().0 += c.amount_minor;
        if of_site(c.account_id) {
            ends.entry((c.site_id, c.period)).or_default().0 += c.amount_minor;
        }
    }
    let last = months.last().map_or(0, |p| p.ym.ym());
    for (cell, sum) in fold.booked.iter().filter(|(cell, _)| cell.period <= last) {
        if months.iter().any(|p| p.ym.ym() == cell.period) {
            let key = (cell.period, cell.site, cell.kind.word().to_owned(), cell.account);
            terms.entry(key).or_default().1 += sum;
        }
        if of_site(cell.account) {
            ends.entry((cell.site, cell.period)).or_default().1 += sum;
        }
    }
    for ((month, site, kind, account), (then, now)) in terms.into_iter().filter(|(_, (then, now))| then != now) {
        let account = Account::of_id(account).map_or_else(|| account.to_string(), |a| a.to_string());
        t.against(format_args!(
            "`{}` in {month}: {kind} on {account} was ₩{} when it was closed, and is ₩{}",
            names.of(site),
            Minor(then),
            Minor(now)
        ));
    }
    let mut so_far: BTreeMap<SiteId, (i64, i64)> = BTreeMap::new();
    for ((site, month), (then, now)) in ends {
        let sum = so_far.entry(site).or_default();
        *sum = (sum.0 + then, sum.1 + now);
        if sum.0 != sum.1 {
            t.against(format_args!(
                "`{}` had ₩{} when {month} was closed, and the month after it begins with ₩{}",
                names.of(site),
                Minor(sum.0),
                Minor(sum.1)
            ));
        }
    }
    for p in &months {
        for kept in settle::sites::of_draft(tx, p.ym, p.draft).await? {
            let Some(id) = names.id(&kept.site).filter(|id| only.is_none_or(|o| o == *id)) else { continue };
            if statement(tx, id, &kept.site, p.ym).await? != kept {
                t.against(format_args!("{} of `{}` is not what its statement says", p.ym, kept.site));
            }
        }
        if p.control_hash.is_some() && p.control_hash.as_ref() != Some(&settle::closed_hash(tx, p).await?) {
            t.against(format_args!("the bills of {} are not those that it was closed with", p.ym));
        }
    }
    Ok(t.0)
}

/// What should have ended long ago.
pub(super) async fn late(tx: &mut Tx, clock: &Clock, scope: Scope) -> Result<Check, StoreError> {
    const HOUR: std::time::Duration = std::time::Duration::from_hours(1);
    let holds = clock.now().minus(scope.hold_ttl + HOUR);
    let (holds, charges) = verify::old(tx, holds, clock.now().minus(HOUR), scope.site).await?;
    let mut t = Trial::new("V11", "no hold and no charge is open for longer than it may be")
        .all(&holds, HoldId, "is still open")
        .all(&charges, ChargeId, "is still unknown");
    t.0.warning = true;
    if !holds.is_empty() {
        t.mended_by("msgctl credits holds --sweep".to_owned());
    }
    Ok(t.0)
}
