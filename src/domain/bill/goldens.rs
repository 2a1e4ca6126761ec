//! Bills worked out by hand, to the won.

use jiff::civil::date;

use super::*;

const GIB: i64 = 1 << 30;
const ALWAYS: (i64, i64) = (0, 2_932_896);

/// Plan 1: 33,000 won, 3 GiB; plan 2: 55,000 won, 10 GiB; both 0.01 won per 512 bytes, at most 18,000. Plan 3 is free.
pub(super) fn prices() -> Prices {
    let plan = |fee: i64, gib: i64| {
        vec![PlanPrice { from: 0, fee: fee * 100, allowance: Some(gib * GIB), unit: 512, rate: 10_000, cap: 1_800_000 }]
    };
    let vas = |fee: i64, proratable| vec![VasPrice { from: 0, fee: fee * 100, proratable }];
    Prices {
        plans: [(1, plan(33_000, 3)), (2, plan(55_000, 10)), (3, plan(0, 0)), (4, plan(33_000, 3))].into(),
        vas: [(1, vas(5_500, false)), (11, vas(1_005, true)), (12, vas(1_005, true)), (13, vas(1_005, true))].into(),
    }
}

fn on(y: i16, m: i8, d: i8) -> i64 {
    day(date(y, m, d))
}

fn line(plans: &[(i64, i64, i64)], used: i64) -> Facts {
    Facts {
        activated: plans.first().map_or(0, |p| p.1),
        round_unit: 10,
        plans: plans.iter().map(|&(item, from, to)| Held { item, from, to }).collect(),
        used,
        ..Facts::default()
    }
}

fn discount(code: &str, target: From, fixed: bool, value: i64) -> Discount {
    let (from, to) = ALWAYS;
    Discount {
        priority: if fixed { 2 } else { 1 },
        fixed,
        code: code.into(),
        from,
        to,
        target,
        value,
        proratable: false,
    }
}

fn of(month: &str, facts: &Facts) -> Bill {
    let month = Month::of(month.parse().expect("a month"));
    bill(month, &prices(), &mut facts.clone()).expect("can be computed").expect("there is one")
}

/// Plan, supply, tax, rounding, total, carry: in won.
fn won(b: Bill) -> [i64; 6] {
    [b.plan, b.supply, b.vat, b.round, b.total, b.carry_out].map(|minor| {
        assert_eq!(minor % 100, 0, "whole won");
        minor / 100
    })
}

const OCT: &str = "2026-10";

#[test]
fn s01_a_plan_for_all_the_month() {
    assert_eq!(won(of(OCT, &line(&[(1, 0, ALWAYS.1)], 2 * GIB))), [33_000, 33_000, 3_300, 0, 36_300, 0]);
}

fn s02(used: i64) -> Facts {
    line(&[(1, 0, on(2026, 10, 13)), (2, on(2026, 10, 13), ALWAYS.1)], used)
}

#[test]
fn s02_a_change_of_plan() {
    assert_eq!(won(of(OCT, &s02(5 * GIB))), [46_483, 46_483, 4_648, -1, 51_130, 0]);
    let month = Month::of(OCT.parse().expect("a month"));
    let (_, parts) = explain(month, &prices(), &mut s02(5 * GIB)).expect("can be computed");
    let amounts: Vec<i64> = parts
        .iter()
        .filter_map(|p| if let Part::Plan { amount, .. } = p { Some(amount / 100) } else { None })
        .collect();
    assert_eq!(amounts, [12_774, 33_709]);
    assert!(parts.iter().any(|p| matches!(p, Part::Overage { allowance: Some(7_827_924_265), .. })));
}

#[test]
fn s03_activated_within_the_month() {
    assert_eq!(won(of(OCT, &line(&[(1, on(2026, 10, 20), ALWAYS.1)], 0))), [12_774, 12_774, 1_277, -1, 14_050, 0]);
}

#[test]
fn s04_terminated_within_the_month() {
    let facts = Facts { terminated: Some(on(2026, 10, 10)), ..line(&[(1, 0, ALWAYS.1)], 0) };
    assert_eq!(won(of(OCT, &facts)), [10_645, 10_645, 1_064, -9, 11_700, 0]);
}

#[test]
fn s05_services_discounts_and_micro_payments() {
    let facts = Facts {
        vas: vec![Held { item: 1, from: 0, to: ALWAYS.1 }],
        discounts: vec![discount("fixed", From::All, true, 300_000), discount("quarter", From::Plan, false, 2_500)],
        micro: Some(990_000),
        ..line(&[(2, 0, ALWAYS.1)], 0)
    };
    let b = of(OCT, &facts);
    assert_eq!(won(b), [55_000, 43_750, 4_375, -5, 58_020, 0]);
    assert_eq!((b.vas, b.discount), (550_000, 1_675_000));
}

#[test]
fn s06_use_beyond_the_allowance() {
    let b = of(OCT, &line(&[(1, 0, ALWAYS.1)], 7 * GIB / 2));
    assert_eq!((won(b), b.overage), ([33_000, 43_485, 4_348, -3, 47_830, 0], 1_048_500));
    let capped = of(OCT, &line(&[(1, 0, ALWAYS.1)], 5 * GIB));
    assert_eq!((won(capped), capped.overage), ([33_000, 51_000, 5_100, 0, 56_100, 0], 1_800_000));
    assert_eq!(of(OCT, &line(&[(1, 0, ALWAYS.1)], 3 * GIB + 1)).overage, 0, "one unit of a hundredth of a won");
}

#[test]
fn s07_beyond_an_allowance_that_changed() {
    let b = of(OCT, &s02(8 * GIB));
    assert_eq!((won(b), b.overage), ([46_483, 61_366, 6_136, -2, 67_500, 0], 1_488_300));
}

#[test]
fn s08_tax_is_cut_once_for_the_bill() {
    let vas = [11, 12, 13].map(|item| Held { item, from: 0, to: ALWAYS.1 }).to_vec();
    let b = of(OCT, &Facts { vas, ..line(&[(3, 0, ALWAYS.1)], 0) });
    assert_eq!(won(b), [0, 3_015, 301, -6, 3_310, 0]);
}

#[test]
fn s09_a_discount_never_takes_more_than_there_is() {
    let discounts = vec![discount("fixed", From::Plan, true, 500_000)];
    let b = of(OCT, &Facts { discounts, ..line(&[(1, on(2026, 10, 31), ALWAYS.1)], 0) });
    assert_eq!(won(b), [1_064, 0, 0, 0, 0, 0]);
    assert_eq!(b.discount, 106_400);
}

#[test]
fn s10_micro_payments_that_were_cancelled() {
    let b = of(OCT, &Facts { micro: Some(-510_000), ..line(&[(1, 0, ALWAYS.1)], 0) });
    assert_eq!(won(b), [33_000, 33_000, 3_300, 0, 31_200, 0]);
    let gone = Facts { activated: 0, terminated: Some(10), micro: Some(-1_500_000), ..line(&[], 0) };
    assert_eq!(won(of(OCT, &gone)), [0, 0, 0, 0, 0, 15_000]);
    let next = Facts { carry_in: -1_500_000, ..line(&[(1, 0, ALWAYS.1)], 0) };
    assert_eq!(won(of("2026-11", &next)), [33_000, 33_000, 3_300, 0, 21_300, 0]);
}

#[test]
fn s11_and_s12_adjustments_for_a_closed_month() {
    let with = |won: i64| Facts { adjust: Some(won * 100), ..line(&[(1, 0, ALWAYS.1)], 0) };
    assert_eq!(of(OCT, &line(&[(1, 0, ALWAYS.1)], 7 * GIB / 2 + GIB / 4)).overage / 100 - 10_485, 5_243);
    assert_eq!(won(of("2026-11", &with(5_243))), [33_000, 38_243, 3_824, -7, 42_060, 0]);
    assert_eq!(won(of("2026-11", &with(-8_250))), [33_000, 24_750, 2_475, -5, 27_220, 0]);
}

#[test]
fn s13_short_months() {
    let from = |y: i16| line(&[(1, on(y, 2, 15), ALWAYS.1)], 0);
    assert_eq!(won(of("2027-02", &from(2027))), [16_500, 16_500, 1_650, 0, 18_150, 0]);
    assert_eq!(won(of("2028-02", &from(2028))), [17_068, 17_068, 1_706, -4, 18_770, 0]);
    let split = line(&[(1, 0, on(2026, 10, 11)), (4, on(2026, 10, 11), ALWAYS.1)], 0);
    assert_eq!(won(of(OCT, &split))[0], 33_000, "not 32,999");
}

#[test]
fn lines_that_cannot_be_computed_say_why() {
    let month = Month::of(OCT.parse().expect("a month"));
    let why = |facts: Facts| bill(month, &prices(), &mut { facts }).expect_err("cannot be computed");
    assert_eq!(why(line(&[(1, 0, on(2026, 10, 5)), (2, on(2026, 10, 6), ALWAYS.1)], 0)), Fault::NoPlan);
    assert_eq!(why(line(&[(1, 0, on(2026, 10, 7)), (2, on(2026, 10, 6), ALWAYS.1)], 0)), Fault::Overlap);
    assert_eq!(why(line(&[(99, 0, ALWAYS.1)], 0)), Fault::NoPrice);
    assert_eq!(why(line(&[], 0)), Fault::NoPlan);
    let rich = Facts { adjust: Some(MOST), ..line(&[(1, 0, ALWAYS.1)], 0) };
    assert_eq!(why(rich), Fault::SafetyBound);
    let gone = Facts { terminated: Some(10), ..line(&[(1, 0, ALWAYS.1)], 0) };
    assert_eq!(bill(month, &prices(), &mut { gone }), Ok(None));
}
