//! `cost-optimized` for a campaign as a whole: what all Alimtalks would cost together, held against what the texts would.

use crate::domain::channel::{Channel, Granularity, Strategy};

use super::guard::Guard;
use super::plan::{self, Plan, Purpose};
use super::request::{Audience, Request, settle};
use super::{SendError, Sending};

/// Settles the strategy of a request that compares the sums: Alimtalk first for everybody where it costs no more than
/// texts for the same people would. It looks at everybody once before the plan does.
///
/// # Errors
/// `Refused` where the people cannot be read twice.
pub(super) async fn decide(
    cx: &Sending,
    request: &mut Request,
    progress: &mut impl FnMut(u64),
) -> Result<(), SendError> {
    if request.granularity != Granularity::Campaign {
        return Ok(());
    }
    let settled = settle(cx, &mut cx.store.read().await?, request).await?;
    if settled.strategy != Strategy::CostOptimized {
        return Ok(());
    }
    if matches!(request.audience, Audience::Stream { .. }) {
        return Err(SendError::refused(
            "`--granularity campaign` looks at everybody twice, and these people can be read once only",
            "Import them into a list, or leave it out: then each person's own prices are compared.",
        ));
    }
    if settled.composer.content().talk.is_none() {
        request.strategy = Some(Strategy::SmsOnly);
        return Ok(());
    }
    request.strategy = Some(Strategy::AlimtalkFirst);
    let mut settled = settle(cx, &mut cx.store.read().await?, request).await?;
    // what is short of credit is a matter of the plan, not of the comparison
    settled.budget = None;
    let guard = Guard::new(cx, &settled, request).await?;
    let weighed = plan::pass(cx, &settled, &guard, &mut request.audience, Purpose::Show, progress).await?;
    let (alimtalk, texts) = sums(&weighed, |c| settled.composer.price(c).0);
    if alimtalk > texts {
        request.strategy = Some(Strategy::SmsOnly);
    }
    Ok(())
}

/// What the Alimtalks would cost of those who can get either, and what their texts would.
fn sums(plan: &Plan, price: impl Fn(Channel) -> i64) -> (i128, i128) {
    let either: u64 = plan.fallbacks.values().sum();
    let alimtalk = i128::from(either) * i128::from(price(Channel::Alimtalk));
    let texts = plan.fallbacks.iter().map(|(c, n)| i128::from(*n) * i128::from(price(*c))).sum();
    (alimtalk, texts)
}
