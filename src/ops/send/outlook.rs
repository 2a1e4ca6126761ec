//! What a plan would cost, beside what the site has: for those who look before they send.

use std::collections::BTreeMap;

use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::ops::autocharge;
use crate::store::{Reads, StoreError, account, price, stats};

use super::Sending;
use super::plan::{Cover, Plan, PricesShown};
use super::request::Settled;

/// How long what was delivered counts, days.
const DAYS: u64 = 30;

/// Adds prices, what is to be expected, and what the site has to a plan.
pub(super) async fn add(cx: &Sending, settled: &Settled, plan: &mut Plan) -> Result<(), StoreError> {
    let mut c = cx.store.read().await?;
    let now = cx.clock.now();
    let since = now.minus(std::time::Duration::from_hours(24 * DAYS)).kst_date().to_string();
    let measured = Measured::read(&mut c, settled, &since).await?;
    plan.cost.expected_minor = measured.expects(plan, |c| settled.composer.price(c));
    plan.prices = PricesShown {
        book: settled.prices.book.map(|b| b.to_string()),
        valid_from: settled.prices.since.map(|t| t.to_string()),
        valid_until: price::next_after(&mut c, settled.site.id, now).await?.map(|t| t.to_string()),
    };
    if settled.credits {
        let has = account::balances(&mut c, settled.site.id).await?.unwrap_or_default();
        plan.cost.available_minor = Some(has.available.0);
        plan.cost.shortfall_minor = (plan.cost.max_minor - has.above_floor().0).max(0);
        let short = Minor(plan.cost.shortfall_minor);
        if short > Minor::ZERO && cx.charger.is_some() {
            let would = autocharge::would_cover(&mut c, settled.site.id, short, now).await?;
            plan.cost.auto_charge = Some(would.map_or_else(Cover::Not, |net| Cover::NetMinor(net.0)));
        }
    }
    Ok(())
}

/// Delivered and ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Share {
    delivered: i64,
    ended: i64,
}

/// What became of a site's messages, by channel; of Alimtalk, in campaigns that used it.
#[derive(Debug, Default)]
struct Measured(BTreeMap<Channel, Share>);

impl Measured {
    async fn read(c: &mut impl Reads, settled: &Settled, since: &str) -> Result<Self, StoreError> {
        let mut all = Self::default();
        for r in stats::measured(c, settled.site.id, since).await? {
            let channel: Channel = r.channel.parse().map_err(StoreError::corrupt)?;
            all.count(channel, r.state == "delivered", r.with_alimtalk == 1, r.n);
        }
        Ok(all)
    }

    fn count(&mut self, channel: Channel, delivered: bool, with_alimtalk: bool, n: i64) {
        let own = self.0.entry(channel).or_default();
        own.ended += n;
        own.delivered += if delivered { n } else { 0 };
        // a text of such a campaign went to somebody whom Alimtalk had not reached
        if with_alimtalk && channel != Channel::Alimtalk {
            self.0.entry(Channel::Alimtalk).or_default().ended += n;
        }
    }

    /// What the messages of a plan are expected to cost; `None` where one of its channels was never measured.
    fn expects(&self, plan: &Plan, price: impl Fn(Channel) -> Minor) -> Option<i64> {
        let mut all: i128 = 0;
        for (channel, n) in &plan.kinds {
            all += share(*n, self.0.get(channel)?.delivered, self.0.get(channel)?.ended, price(*channel))?;
        }
        let talk = self.0.get(&Channel::Alimtalk);
        for (channel, n) in &plan.fallbacks {
            let (talk, text) = (talk?, self.0.get(channel)?);
            let (missed, of) = (i128::from(talk.ended - talk.delivered), i128::from(talk.ended));
            let cost = i128::from(*n) * i128::from(price(*channel).0) * missed * i128::from(text.delivered);
            all += cost.checked_div(of * i128::from(text.ended))?;
        }
        i64::try_from(all).ok()
    }
}

fn share(n: u64, delivered: i64, ended: i64, price: Minor) -> Option<i128> {
    (i128::from(n) * i128::from(price.0) * i128::from(delivered)).checked_div(i128::from(ended))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(kinds: &[(Channel, u64)], fallbacks: &[(Channel, u64)]) -> Plan {
        Plan {
            plan_hash: String::new(),
            site: String::new(),
            recipients: super::super::plan::Recipients::default(),
            kinds: kinds.iter().copied().collect(),
            fallbacks: fallbacks.iter().copied().collect(),
            cost: super::super::plan::Cost::default(),
            prices: PricesShown::default(),
            duration_s: 0,
            finishes_at: String::new(),
            held_for_night: 0,
            resumes_at: None,
            warnings: Vec::new(),
        }
    }

    fn price(c: Channel) -> Minor {
        Minor(if c == Channel::Alimtalk { 900 } else { 2_000 })
    }

    /// 85 of 100 by Alimtalk, 10 by SMS, 5 failed as SMS: the next 100 cost as much.
    #[test]
    fn what_was_delivered_before_is_what_is_expected() {
        let mut m = Measured::default();
        m.count(Channel::Alimtalk, true, true, 85);
        m.count(Channel::Sms, true, true, 10);
        m.count(Channel::Sms, false, true, 5);
        let next = plan(&[(Channel::Alimtalk, 100)], &[(Channel::Sms, 100)]);
        assert_eq!(m.expects(&next, price), Some(85 * 900 + 10 * 2_000));
        // texts alone: two of three arrive
        assert_eq!(m.expects(&plan(&[(Channel::Sms, 3)], &[]), price), Some(2 * 2_000));
        assert_eq!(m.expects(&plan(&[(Channel::Lms, 1)], &[]), price), None, "nobody knows");
        assert_eq!(Measured::default().expects(&next, price), None);
    }
}
