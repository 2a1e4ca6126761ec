//! Holds, charges and refunds against each other, against the results of messages, and against what is booked.

use std::collections::BTreeMap;

use super::{Check, Names, Tell, Trial, adjust, refund};
use crate::domain::channel::Channel;
use crate::domain::id::{CampaignId, HoldId, SiteId, UsageId};
use crate::domain::ledger::{Account, Fold, Kind};
use crate::domain::money::Minor;
use crate::ops::send::credits::awaited;
use crate::store::verify::{self, Find, HeldRow, Only};
use crate::store::{StoreError, Tx};

/// Holds and charges against each other, and against the results of messages.
pub(super) async fn campaigns(
    tx: &mut Tx,
    names: &Names,
    full: bool,
    only: Only,
    tell: Tell<'_>,
) -> Result<Vec<Check>, StoreError> {
    let holds = verify::found(tx, Find::Holds, only).await?.first().copied().unwrap_or(0);
    let mut t =
        Trial::new("V6", "a hold gave what its charges come to, and a campaign was charged what its results cost")
            .of(usize::try_from(holds).unwrap_or(0))
            .all(&verify::found(tx, Find::BrokenHolds, only).await?, HoldId, "gave more or less than it had")
            .all(
                &verify::found(tx, Find::StrayHolds, only).await?,
                HoldId,
                "is not of the site of its campaign and charges",
            )
            .all(
                &verify::found(tx, Find::OddHeld, only).await?,
                CampaignId,
                "has other holds than what is booked for it",
            );
    for h in verify::odd_holds(tx, only).await? {
        t.against(format_args!(
            "{} of {} gave ₩{} and ₩{} late, its charges come to ₩{} and ₩{}",
            HoldId(h.id),
            h.campaign_id,
            Minor(h.captured_minor),
            Minor(h.late_minor),
            Minor(h.charged_minor),
            Minor(h.charged_late_minor)
        ));
    }
    for (id, site, charged, tallied) in verify::odd_campaigns(tx, only).await? {
        t.against(format_args!("{id} was charged ₩{}, its results cost ₩{}", Minor(charged), Minor(tallied)));
        t.mended_by(charged_otherwise(&names.of(site), id, charged - tallied));
    }
    let mut checks = vec![t.0];
    if full {
        checks.push(messages(tx, names, only, (holds.unsigned_abs(), tell)).await?);
    }
    Ok(checks)
}

/// What gives back what a campaign was charged too much, or takes what it was charged too little.
fn charged_otherwise(site: &str, campaign: CampaignId, too_much: i64) -> String {
    if too_much > 0 {
        refund(site, campaign, too_much, "charged too much")
    } else {
        adjust(site, too_much, &format!("{campaign} was charged too little"))
    }
}

/// What a campaign was charged by channel and price, and how its messages ended.
#[derive(Default)]
struct Course {
    /// Charged, and ended like that.
    by: BTreeMap<(String, i64), (i64, i64)>,
    charged: i64,
    cost: i64,
    ended: i64,
}

/// The same, message by message.
async fn messages(tx: &mut Tx, names: &Names, only: Only, (all, tell): (u64, Tell<'_>)) -> Result<Check, StoreError> {
    const PAGE: i64 = 500;
    let mut t = Trial::new("V6", "message by message: charged what was delivered, held what is awaited");
    let mut after = CampaignId(0);
    loop {
        let some = verify::held(tx, after, PAGE, only).await?;
        let Some(last) = some.last() else { break };
        after = last.campaign_id;
        let mut courses: BTreeMap<CampaignId, Course> = BTreeMap::new();
        for (id, channel, unit, n, total) in verify::charged(tx, &some).await? {
            let c = courses.entry(id).or_default();
            c.charged += total;
            c.by.entry((channel, unit)).or_default().0 += n;
        }
        for (id, channel, state, price, n) in verify::ended(tx, &some).await? {
            let c = courses.entry(id).or_default();
            c.ended += n;
            c.cost += price * n;
            if state == "delivered" {
                c.by.entry((channel, price)).or_default().1 += n;
            }
        }
        for h in &some {
            one(names, &mut t, h, courses.remove(&h.campaign_id).unwrap_or_default());
        }
        t = t.of(some.len());
        tell("campaigns", t.0.counted, all);
    }
    for (id, left) in verify::open_hold_campaigns(tx, only).await? {
        let most = awaited(tx, id).await?.0;
        if most != left {
            t.against(format_args!("{id} has ₩{} set aside, its open messages may cost ₩{}", Minor(left), Minor(most)));
        }
    }
    Ok(t.0)
}

/// One campaign: what it was charged in all, and by channel and price, as its messages ended.
fn one(names: &Names, t: &mut Trial, h: &HeldRow, c: Course) {
    let id = h.campaign_id;
    if c.charged == c.cost {
        for ((channel, unit), (charged, ended)) in c.by.into_iter().filter(|(_, (charged, ended))| charged != ended) {
            let unit = Minor(unit);
            t.against(format_args!("{id} was charged {charged} {channel} at ₩{unit}, {ended} ended like that"));
        }
    } else {
        t.against(format_args!("{id} was charged ₩{}, its messages cost ₩{}", Minor(c.charged), Minor(c.cost)));
        t.mended_by(charged_otherwise(&names.of(h.site_id), id, c.charged - c.cost));
    }
    if let Some(total) = h.done_total
        && total != c.ended
    {
        t.against(format_args!("{id} is done, and {} of its {total} messages have a result", c.ended));
    }
}

/// Charges and refunds against the entries of the accounts where they were earned; month by month, where all entries
/// were read.
pub(super) async fn usage(
    tx: &mut Tx,
    fold: &Fold,
    names: &Names,
    by_month: bool,
    only: Only,
) -> Result<Check, StoreError> {
    let rows = verify::usage(tx, only).await?;
    let mut t = Trial::new("V7", "what was charged and given back by channel is what was booked").of(rows.len()).all(
        &verify::found(tx, Find::BrokenUsage, only).await?,
        UsageId,
        "gave back more than it took, or is not its quantity times its price",
    );
    let mut by: BTreeMap<(SiteId, i64), i64> = BTreeMap::new();
    for (site, channel, total, refunded) in rows {
        let channel: Channel = channel.parse().map_err(StoreError::corrupt)?;
        by.insert((site, Account::Revenue(channel).id()), total);
        by.insert((site, Account::Refund(channel).id()), -refunded);
    }
    let sites = || names.0.keys().filter(|s| only.is_none_or(|o| o == **s));
    for channel in Channel::ALL {
        for account in [Account::Revenue(*channel), Account::Refund(*channel)] {
            for site in sites() {
                let key = (*site, account.id());
                let (should, is) = (by.get(&key).copied().unwrap_or(0), fold.platform.get(&key).copied().unwrap_or(0));
                if should != is {
                    let site = names.of(*site);
                    t.against(format_args!(
                        "`{site}`, {account}: booked ₩{}, by its charges ₩{}",
                        Minor(is),
                        Minor(should)
                    ));
                }
            }
        }
    }
    let refunds = verify::found(tx, Find::OddRefunds, only).await?;
    t = t.all(&refunds, CampaignId, "was given back something else than is booked for it");
    let over = verify::found(tx, Find::OverRefunded, only).await?;
    t = t.all(&over, UsageId, "was given back less than is booked for it, or something else");
    if by_month {
        months(tx, fold, names, &mut t, only).await?;
    }
    Ok(t.0)
}

/// Whose, on which account, booked in which month, of which month, after its hold had ended.
type Term = (SiteId, i64, i64, i64, bool);

/// What was charged is booked in the months that the charges name.
async fn months(tx: &mut Tx, fold: &Fold, names: &Names, t: &mut Trial, only: Only) -> Result<(), StoreError> {
    let mut by: BTreeMap<Term, (i64, i64)> = BTreeMap::new();
    for (site, channel, period, origin, late, total) in verify::usage_months(tx, only).await? {
        let channel: Channel = channel.parse().map_err(StoreError::corrupt)?;
        by.entry((site, Account::Revenue(channel).id(), period, origin, late != 0)).or_default().0 += total;
    }
    for (cell, sum) in &fold.booked {
        if matches!(Account::of_id(cell.account), Some(Account::Revenue(_))) {
            let late = cell.kind == Kind::LateCapture;
            by.entry((cell.site, cell.account, cell.period, cell.origin, late)).or_default().1 += sum;
        }
    }
    for ((site, account, period, origin, _), (should, is)) in by.into_iter().filter(|(_, (should, is))| should != is) {
        let account = Account::of_id(account).map(|a| a.to_string()).unwrap_or_default();
        t.against(format_args!(
            "`{}`, {account} in {period} of {origin}: booked ₩{}, by its charges ₩{}",
            names.of(site),
            Minor(is),
            Minor(should)
        ));
    }
    Ok(())
}
