//! The formula.

use super::{Bill, Discount, Facts, Fault, From, Held, MOST, MOST_PARTS, Month, Part, PlanPrice, Prices, VAT_BP};

type Step<T> = Result<T, Fault>;

/// 1/100 won in a won.
const WON: i128 = 100;

/// The bill of a line; `None` where it has none: no day of it is billed, and nothing else is to be said.
///
/// # Errors
/// Why it cannot be computed.
pub fn bill(month: Month, prices: &Prices, facts: &mut Facts) -> Result<Option<Bill>, Fault> {
    fold(month, prices, facts, &mut |_| {})
}

/// The same with every step that led to it.
///
/// # Errors
/// Why it cannot be computed.
pub fn explain(month: Month, prices: &Prices, facts: &mut Facts) -> Result<(Option<Bill>, Vec<Part>), Fault> {
    let mut parts = Vec::new();
    let bill = fold(month, prices, facts, &mut |p| parts.push(p))?;
    Ok((bill, parts))
}

fn fold(month: Month, prices: &Prices, f: &mut Facts, note: &mut impl FnMut(Part)) -> Step<Option<Bill>> {
    // sorted rows make the same bill whatever order they came in
    f.plans.sort_unstable_by_key(|h| (h.from, h.to, h.item));
    f.vas.sort_unstable();
    f.discounts.sort_unstable();
    let life = Month {
        from: f.activated.max(month.from),
        to: f.terminated.map_or(month.to, |last| last.saturating_add(1)).min(month.to),
    };
    let billed = life.days().max(0);
    if billed == 0 && f.micro.is_none() && f.adjust.is_none() && f.carry_in == 0 {
        return Ok(None);
    }
    if f.plans.len() + f.vas.len() + f.discounts.len() > MOST_PARTS {
        let within = |from: i64, to: i64| clip(life, from, to).is_some();
        let parts = f.plans.iter().chain(&f.vas).filter(|h| within(h.from, h.to)).count()
            + f.discounts.iter().filter(|d| within(d.from, d.to)).count();
        if parts > MOST_PARTS {
            return Err(Fault::SafetyBound);
        }
    }
    let mut left = [0_i64; 3];
    if billed > 0 {
        let plan = plan(month, life, prices, f, note)?;
        left = [plan.fee, vas(month, life, prices, &f.vas, note)?, overage(month, &plan, f.used, note)?];
    }
    let [plan, vas, overage] = left;
    let discount = discounts(month, life, &f.discounts, &mut left, note)?;
    total(f, Bill { plan, vas, overage, discount, ..Bill::default() }).map(Some)
}

/// The tax, once, and what is to be paid.
fn total(f: &Facts, b: Bill) -> Step<Bill> {
    let adjust = f.adjust.unwrap_or(0);
    let micro = f.micro.unwrap_or(0);
    let gross = add(add(b.plan, b.vas)?, b.overage)?;
    let supply = add(add(gross, -b.discount)?, adjust)?;
    let vat = won(i128::from(supply) * i128::from(VAT_BP), 10_000)?;
    let open = add(add(add(supply, vat)?, micro)?, f.carry_in)?;
    let cut = if open < 0 { 0 } else { open % (f.round_unit.max(1) * 100) };
    let total = open.max(0) - cut;
    if total > MOST {
        return Err(Fault::SafetyBound);
    }
    let carry_in = f.carry_in;
    Ok(Bill { adjust, supply, vat, micro, carry_in, round: -cut, total, carry_out: (-open).max(0), ..b })
}

struct Planned {
    fee: i64,
    /// Bytes times days; `None`: as many as one likes.
    allowance: Option<i128>,
    /// What held on the last day.
    last: PlanPrice,
}

fn plan(month: Month, life: Month, prices: &Prices, f: &Facts, note: &mut impl FnMut(Part)) -> Step<Planned> {
    let (mut end, mut sum, mut before) = (life.from, 0_i128, 0_i64);
    let mut allowance = Some(0_i128);
    let mut last = None;
    for held in &f.plans {
        let Some((from, to)) = clip(life, held.from, held.to) else { continue };
        match from {
            from if from < end => return Err(Fault::Overlap),
            from if from > end => return Err(Fault::NoPlan),
            _ => end = to,
        }
        let versions = prices.plans.get(&held.item).ok_or(Fault::NoPrice)?;
        for (price, from, to) in priced(versions, |v| v.from, from, to)? {
            let days = i128::from(to - from);
            sum += i128::from(price.fee) * days;
            allowance = match (allowance, price.allowance) {
                (Some(all), Some(bytes)) => Some(all + i128::from(bytes) * days),
                _ => None,
            };
            // what has been charged up to here less what had been before: the parts add up to the whole
            let upto = won(sum, month.days())?;
            note(Part::Plan { held: Held { item: held.item, from, to }, fee: price.fee, amount: upto - before });
            before = upto;
            last = Some(*price);
        }
    }
    if end < life.to {
        return Err(Fault::NoPlan);
    }
    last.map(|last| Planned { fee: before, allowance, last }).ok_or(Fault::NoPlan)
}

fn vas(month: Month, life: Month, prices: &Prices, rows: &[Held], note: &mut impl FnMut(Part)) -> Step<i64> {
    let mut all = 0;
    for rows in rows.chunk_by(|a, b| a.item == b.item) {
        let (mut end, mut days, mut sum) = (i64::MIN, 0, 0_i128);
        let mut last = None;
        for held in rows {
            let Some((from, to)) = clip(life, held.from, held.to) else { continue };
            if from < end {
                return Err(Fault::Overlap);
            }
            end = to;
            let versions = prices.vas.get(&held.item).ok_or(Fault::NoPrice)?;
            for (price, from, to) in priced(versions, |v| v.from, from, to)? {
                days += to - from;
                sum += i128::from(price.fee) * i128::from(to - from);
                last = Some(*price);
            }
        }
        // what held on the last day decides whether a part of the month costs a part of the fee
        let Some(price) = last else { continue };
        let amount = if price.proratable { won(sum, month.days())? } else { won(i128::from(price.fee), 1)? };
        note(Part::Vas { item: rows[0].item, days, fee: price.fee, amount });
        all = add(all, amount)?;
    }
    Ok(all)
}

fn overage(month: Month, plan: &Planned, used: i64, note: &mut impl FnMut(Part)) -> Step<i64> {
    let Some(sum) = plan.allowance else {
        note(Part::Overage { used, allowance: None, units: 0, amount: 0 });
        return Ok(0);
    };
    let allowance = narrow(sum / i128::from(month.days()))?;
    let beyond = i128::from((used - allowance).max(0));
    let unit = i128::from(plan.last.unit.max(1));
    let units = (beyond + unit - 1) / unit;
    let amount = units * i128::from(plan.last.rate) / 1_000_000 * WON;
    let cap = i128::from(plan.last.cap);
    let amount = narrow(if cap > 0 { amount.min(cap / WON * WON) } else { amount })?;
    note(Part::Overage { used, allowance: Some(allowance), units: narrow(units)?, amount });
    Ok(amount)
}

/// Takes discounts off what is left of plan, services and overage.
fn discounts(
    month: Month,
    life: Month,
    rows: &[Discount],
    left: &mut [i64; 3],
    note: &mut impl FnMut(Part),
) -> Step<i64> {
    let mut all = 0;
    for (at, d) in rows.iter().enumerate() {
        let Some((from, to)) = clip(life, d.from, d.to) else { continue };
        let days = to - from;
        let target = match d.target {
            From::Plan => 0..1,
            From::Vas => 1..2,
            From::Overage => 2..3,
            From::All => 0..3,
        };
        let there: i64 = left[target.clone()].iter().sum();
        let wanted = match (d.fixed, d.proratable) {
            (true, false) => won(i128::from(d.value), 1)?,
            (true, true) => won(i128::from(d.value) * i128::from(days), month.days())?,
            (false, _) => won(i128::from(there) * i128::from(d.value) * i128::from(days), 10_000 * life.days())?,
        };
        let amount = wanted.min(there);
        let mut rest = amount;
        for of in &mut left[target] {
            let taken = rest.min(*of);
            *of -= taken;
            rest -= taken;
        }
        note(Part::Discount { at, days, amount });
        all = add(all, amount)?;
    }
    Ok(all)
}

/// The days of a range that are billed.
fn clip(life: Month, from: i64, to: i64) -> Option<(i64, i64)> {
    let (from, to) = (from.max(life.from), to.min(life.to));
    (from < to).then_some((from, to))
}

/// Cuts a range where prices change.
fn priced<T>(
    versions: &[T],
    starts: impl Fn(&T) -> i64,
    from: i64,
    to: i64,
) -> Step<impl Iterator<Item = (&T, i64, i64)>> {
    let first = versions.partition_point(|v| starts(v) <= from).checked_sub(1).ok_or(Fault::NoPrice)?;
    Ok(versions[first..].iter().enumerate().map_while(move |(i, v)| {
        let begin = starts(v).max(from);
        let end = versions.get(first + i + 1).map_or(to, |next| starts(next).min(to));
        (begin < to).then_some((v, begin, end))
    }))
}

/// `a / b` cut to whole won, toward zero.
fn won(a: i128, b: i64) -> Step<i64> {
    narrow(a / (i128::from(b) * WON) * WON)
}

fn add(a: i64, b: i64) -> Step<i64> {
    a.checked_add(b).ok_or(Fault::Overflow)
}

/// Amounts from which nothing overflows any more.
fn narrow(n: i128) -> Step<i64> {
    i64::try_from(n).ok().filter(|n| n.unsigned_abs() < 1 << 60).ok_or(Fault::Overflow)
}
