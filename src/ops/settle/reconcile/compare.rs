//! What a provider says, held against what we have: a pure function of both.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::file::{Said, Sum, Theirs};
use crate::domain::channel::{Channel, words};

words! {
    /// How the two can differ.
    Kind ("kind of difference") {
        /// We have a delivery that the provider has not.
        OnlyOurs = "only_ours",
        /// The provider has one that we have not.
        OnlyTheirs = "only_theirs",
        /// Delivered by one, failed by the other.
        StatusDiffers = "status_differs",
        /// Delivered by both, at another price.
        PriceDiffers = "price_differs",
    }
}

/// A message as we have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ours {
    pub day: Date,
    pub channel: Channel,
    /// What it was charged, if it was delivered.
    pub delivered: Option<i64>,
    /// The provider's id.
    pub id: Option<String>,
}

/// Messages of a kind and a channel that differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Differs {
    pub n: i64,
    /// Theirs less ours.
    pub amount: i64,
    /// The first ids, or days.
    pub examples: Vec<String>,
}

/// What came of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Compared {
    /// Deliveries on which both agree.
    pub agreed: i64,
    pub differences: BTreeMap<(&'static str, Channel), Differs>,
}

/// What each message of a channel costs at the provider by agreement; where nothing is agreed, what we charged for it.
pub(super) type Agreed = BTreeMap<Channel, i64>;

/// Examples that are kept of each.
const SOME: usize = 20;

impl Compared {
    fn differs(&mut self, kind: Kind, channel: Channel, n: i64, amount: i64, example: &str) {
        let d = self.differences.entry((kind.word(), channel)).or_default();
        d.n += n;
        d.amount = d.amount.saturating_add(amount);
        if d.examples.len() < SOME {
            d.examples.push(example.to_owned());
        }
    }
}

/// Compares.
pub(super) fn compare(said: Said, ours: impl Iterator<Item = Ours>, agreed: &Agreed) -> Compared {
    match said {
        Said::Messages(theirs) => by_message(theirs, ours, agreed),
        Said::Days(theirs) => by_day(theirs, ours, agreed),
    }
}

fn by_message(mut theirs: BTreeMap<String, Theirs>, ours: impl Iterator<Item = Ours>, agreed: &Agreed) -> Compared {
    let mut out = Compared::default();
    let mut last = BTreeMap::new();
    for o in ours {
        let charged = o.delivered.map(|price| agreed.get(&o.channel).copied().unwrap_or(price));
        if let Some(price) = charged {
            last.insert(o.channel, price);
        }
        let id = o.id.as_deref().unwrap_or("?");
        match (charged, o.id.as_ref().and_then(|id| theirs.remove(id))) {
            (Some(price), None) => out.differs(Kind::OnlyOurs, o.channel, 1, -price, id),
            // a failure that the provider does not list costs nobody anything
            (None, None) => {}
            (Some(price), Some(t)) if !t.delivered => out.differs(Kind::StatusDiffers, o.channel, 1, -price, id),
            (None, Some(t)) if t.delivered => {
                let price = t.price.or_else(|| agreed.get(&t.channel).copied()).unwrap_or(0);
                out.differs(Kind::StatusDiffers, o.channel, 1, price, id);
            }
            (None, Some(_)) => {}
            (Some(price), Some(t)) => match t.price {
                Some(theirs) if theirs != price => {
                    out.differs(Kind::PriceDiffers, o.channel, 1, theirs - price, id);
                }
                _ => out.agreed += 1,
            },
        }
    }
    for (id, t) in theirs.into_iter().filter(|(_, t)| t.delivered) {
        let ours = agreed.get(&t.channel).or_else(|| last.get(&t.channel)).copied();
        out.differs(Kind::OnlyTheirs, t.channel, 1, t.price.or(ours).unwrap_or(0), &id);
    }
    out
}

fn by_day(theirs: BTreeMap<(Date, Channel), Sum>, ours: impl Iterator<Item = Ours>, agreed: &Agreed) -> Compared {
    #[derive(Default, Clone, Copy)]
    struct Day {
        delivered: i64,
        failed: i64,
        amount: i64,
    }
    let mut days: BTreeMap<(Date, Channel), (Day, Sum)> = BTreeMap::new();
    let mut unit: Agreed = agreed.clone();
    for o in ours {
        let day = &mut days.entry((o.day, o.channel)).or_default().0;
        let Some(charged) = o.delivered else {
            day.failed += 1;
            continue;
        };
        let price = agreed.get(&o.channel).copied().unwrap_or(charged);
        unit.insert(o.channel, price);
        day.delivered += 1;
        day.amount += price;
    }
    for (key, sum) in theirs {
        days.entry(key).or_default().1 = sum;
    }
    let mut out = Compared::default();
    for ((day, channel), (o, t)) in days {
        let (unit, name) = (unit.get(&channel).copied().unwrap_or(0), day.to_string());
        let more = t.delivered - o.delivered;
        // what one side has as failed, and the other as delivered
        let failed = t.failed.map_or(0, |f| f - o.failed);
        let turned = if more.signum() * failed.signum() < 0 { more.abs().min(failed.abs()) } else { 0 };
        if turned > 0 {
            out.differs(Kind::StatusDiffers, channel, turned, more.signum() * turned * unit, &name);
        }
        let rest = more.abs() - turned;
        if rest > 0 {
            let kind = if more > 0 { Kind::OnlyTheirs } else { Kind::OnlyOurs };
            out.differs(kind, channel, rest, more.signum() * rest * unit, &name);
        }
        let same = o.delivered.min(t.delivered);
        out.agreed += same;
        let expected = o.amount + more * unit;
        if let Some(amount) = t.amount.filter(|a| *a != expected) {
            out.differs(Kind::PriceDiffers, channel, t.delivered.max(1), amount - expected, &name);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn ours(channel: Channel, delivered: Option<i64>, id: &str) -> Ours {
        Ours { day: date(2026, 10, 31), channel, delivered, id: Some(id.to_owned()) }
    }

    fn found(c: &Compared) -> Vec<(&'static str, Channel, i64, i64)> {
        c.differences.iter().map(|((kind, channel), d)| (*kind, *channel, d.n, d.amount)).collect()
    }

    #[test]
    fn s15_one_that_only_the_provider_has() {
        let day = date(2026, 10, 31);
        let sum = |delivered| Sum { delivered, ..Sum::default() };
        let said = [((day, Channel::Alimtalk), sum(85)), ((day, Channel::Sms), sum(13)), ((day, Channel::Lms), sum(1))];
        let mut all = vec![ours(Channel::Alimtalk, Some(900), "a"); 85];
        all.extend(vec![ours(Channel::Sms, Some(2_000), "s"); 12]);
        all.push(ours(Channel::Lms, Some(5_000), "l"));
        let c = compare(Said::Days(said.into()), all.into_iter(), &Agreed::new());
        assert_eq!((found(&c), c.agreed), (vec![("only_theirs", Channel::Sms, 1, 2_000)], 98));
    }

    #[test]
    fn days_differ_in_four_ways() {
        let day = date(2026, 10, 31);
        let of = |delivered, failed, amount| BTreeMap::from([((day, Channel::Sms), Sum { delivered, failed, amount })]);
        let all = || [Some(2_000), Some(2_000), None].into_iter().map(|d| ours(Channel::Sms, d, "x"));
        let run = |said| found(&compare(Said::Days(said), all(), &Agreed::new()));
        assert_eq!(run(of(2, Some(1), Some(4_000))), []);
        assert_eq!(run(of(1, Some(2), None)), [("status_differs", Channel::Sms, 1, -2_000)]);
        assert_eq!(run(of(3, Some(0), None)), [("status_differs", Channel::Sms, 1, 2_000)]);
        assert_eq!(run(of(0, None, None)), [("only_ours", Channel::Sms, 2, -4_000)]);
        assert_eq!(run(of(2, None, Some(3_900))), [("price_differs", Channel::Sms, 2, -100)]);
        let cheap = compare(Said::Days(of(2, None, Some(1_700))), all(), &BTreeMap::from([(Channel::Sms, 850)]));
        assert_eq!(found(&cheap), [], "by agreement");
    }

    #[test]
    fn messages_differ_in_four_ways() {
        let theirs = |delivered, price| Theirs { channel: Channel::Sms, delivered, price };
        let said = BTreeMap::from([
            ("same".to_owned(), theirs(true, Some(2_000))),
            ("dear".to_owned(), theirs(true, Some(2_100))),
            ("turned".to_owned(), theirs(false, None)),
            ("theirs".to_owned(), theirs(true, None)),
            ("nothing".to_owned(), theirs(false, None)),
        ]);
        let all = [
            ("same", Some(2_000)),
            ("dear", Some(2_000)),
            ("turned", Some(2_000)),
            ("ours", Some(2_000)),
            ("failed", None),
        ];
        let all = all.into_iter().map(|(id, d)| ours(Channel::Sms, d, id));
        let c = compare(Said::Messages(said), all, &Agreed::new());
        let expected = [
            ("only_ours", Channel::Sms, 1, -2_000),
            ("only_theirs", Channel::Sms, 1, 2_000),
            ("price_differs", Channel::Sms, 1, 100),
            ("status_differs", Channel::Sms, 1, -2_000),
        ];
        assert_eq!((found(&c), c.agreed), (expected.to_vec(), 1));
        assert_eq!(c.differences[&("only_theirs", Channel::Sms)].examples, ["theirs"]);
    }
}
