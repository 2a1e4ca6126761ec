//! Reports that come after the rule has decided for want of them.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use crate::store::batch::{self, BatchMeta};
use crate::store::result::{self, End, Fate};
use crate::store::{Reads, StoreError, Tx, stats};

use super::Sending;
use super::apply::{Effects, Ended, NO_REPORT, Word, about, end_at, handed_over, said_of};
use super::books::Books;

/// How long a report is still waited for after the rule has decided without it.
const STILL: Duration = Duration::from_hours(7 * 24);

/// Messages were given up lately whose report may still come.
pub(super) async fn expected(cx: &Sending, c: &mut impl Reads) -> Result<bool, StoreError> {
    let since = cx.clock.now().minus(STILL).kst_date().to_string();
    stats::has_code(c, NO_REPORT, &since).await
}

/// Deliveries that are reported after the rule has decided for want of a report: the truth replaces the rule, and what
/// was released is charged late.
pub(super) async fn correct(
    tx: &mut Tx,
    cx: &Sending,
    books: &Books,
    stale: Vec<(Ended<'_>, &Word, &BatchMeta)>,
    fx: &mut Effects,
) -> Result<(), StoreError> {
    let mut by: BTreeMap<Ended<'_>, Vec<(&Word, &BatchMeta)>> = BTreeMap::new();
    for (key, w, meta) in stale {
        by.entry(key).or_default().push((w, meta));
    }
    let now = cx.clock.wall();
    for ((campaign, channel, code), words) in by {
        let info = books.campaign(tx, campaign).await?;
        let price = info.composer.price(channel).0;
        let fate = Fate { channel: channel.word(), state: "delivered", code, price_minor: price };
        let ends: Vec<End> = words.iter().map(|(w, _)| end_at(w, false)).collect();
        let corrected: HashSet<i64> = result::correct(tx, fate, NO_REPORT, &ends, now).await?.into_iter().collect();
        let words: Vec<_> = words.into_iter().filter(|(w, _)| corrected.contains(&w.message)).collect();
        let Ok(n) = i64::try_from(words.len()) else { continue };
        if n == 0 {
            continue;
        }
        for (w, meta) in &words {
            let said_now = [about(w.batch, w.message, w.provider_id.as_deref(), w.at)];
            batch::say(tx, said_of(&w.verdict), &said_now).await?;
            fx.money.late(&info, handed_over(cx, meta), channel);
        }
        stats::take_back(tx, campaign, channel.word(), "failed", NO_REPORT, n).await?;
        fx.corrected += n.unsigned_abs();
        fx.sum(campaign, channel, "delivered", code, n, price);
        *fx.finals.entry((campaign, channel, "delivered")).or_default() -= n.unsigned_abs();
    }
    Ok(())
}
