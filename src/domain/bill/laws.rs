//! What holds for every bill.

use proptest::prelude::*;

use super::goldens::prices;
use super::*;

const MONTH: Month = Month { from: 20_727, to: 20_758 };

fn discount() -> impl Strategy<Value = Discount> {
    (0_i64..3, any::<bool>(), 0_u8..4, 0_i64..31, 1_i64..31, 0_i64..12_000, any::<bool>(), "[a-c]{2}").prop_map(
        |(priority, fixed, target, from, days, value, proratable, code)| Discount {
            priority,
            fixed,
            code: code.into(),
            from: MONTH.from + from,
            to: MONTH.from + from + days,
            target: [From::Plan, From::Vas, From::Overage, From::All][usize::from(target)],
            value: if fixed { value * 100 } else { value },
            proratable,
        },
    )
}

prop_compose! {
    fn facts()(
        from in -40_i64..31, cut in 1_i64..60, last in prop::option::of(0_i64..60), plans in prop::array::uniform2(1_i64..5),
        vas in prop::collection::btree_map(prop::sample::select(vec![1_i64, 11, 12, 13]), (-3_i64..31, 1_i64..50), 0..4),
        discounts in prop::collection::vec(discount(), 0..5), used in 0_i64..(20 << 30),
        micro in prop::option::of(-40_000_i64..40_000), adjust in prop::option::of(-40_000_i64..40_000),
        carry_in in -30_000_i64..=0, round_unit in prop::sample::select(vec![1_i64, 10]),
    ) -> Facts {
        let from = MONTH.from + from;
        Facts {
            activated: from, terminated: last.map(|d| from + d), round_unit,
            plans: vec![
                Held { item: plans[0], from, to: from + cut },
                Held { item: plans[1], from: from + cut, to: 2_932_896 },
            ],
            vas: vas.into_iter().map(|(item, (f, d))| Held { item, from: MONTH.from + f, to: MONTH.from + f + d }).collect(),
            discounts, used, micro: micro.map(|m| m * 100), adjust: adjust.map(|a| a * 100), carry_in: carry_in * 100,
        }
    }
}

fn all_month(item: i64) -> Facts {
    let plans = vec![Held { item, from: 0, to: 2_932_896 }];
    Facts { round_unit: 1, plans, ..Facts::default() }
}

fn of(f: &Facts) -> Bill {
    bill(MONTH, &prices(), &mut f.clone()).expect("can be computed").unwrap_or_default()
}

proptest! {
    /// The parts of the plan add up to its fee, and a month that is cut at any day costs the same.
    #[test]
    fn p10_parts_add_up(f in facts(), cut in 1_i64..31, from in 0_i64..31) {
        let (b, parts) = explain(MONTH, &prices(), &mut f.clone()).expect("can be computed");
        let sum: i64 = parts.iter().map(|p| if let Part::Plan { amount, .. } = p { *amount } else { 0 }).sum();
        prop_assert_eq!(sum, b.unwrap_or_default().plan);
        let (whole, mut split) = (all_month(1), all_month(1));
        split.plans = vec![
            Held { item: 1, from: 0, to: MONTH.from + cut },
            Held { item: 4, from: MONTH.from + cut, to: 2_932_896 },
        ];
        prop_assert_eq!(of(&whole), of(&split));
        let later = |day: i64| of(&Facts { activated: MONTH.from + day, ..all_month(1) }).plan;
        let fewer = if from < 30 { later(from + 1) } else { 0 };
        prop_assert!(later(from) >= fewer);
        let exact = 3_300_000 * (31 - from);
        prop_assert!((0..3100).contains(&(exact - later(from) * 31)), "less than a won is lost");
    }

    /// The tax is that of the whole, cut once; what is taken back is taxed as what was charged.
    #[test]
    fn p11_p12_tax_is_cut_toward_zero(won in 1_i64..1_000_000) {
        let with = |adjust: i64| of(&Facts { terminated: Some(1), adjust: Some(adjust * 100), ..all_month(3) });
        let (charged, returned) = (with(won), with(-won));
        prop_assert!(charged.vat * 10 <= charged.supply && charged.supply < (charged.vat + 100) * 10);
        prop_assert_eq!(charged.vat, -returned.vat);
        prop_assert_eq!(charged.total, returned.carry_out);
    }

    /// Nobody gets more off than there is, and equals may come in any order.
    #[test]
    fn p13_discounts_have_their_bounds(f in facts(), value in prop::collection::vec(1_i64..30_000, 1..5)) {
        let b = of(&f);
        prop_assert!(0 <= b.discount && b.discount <= b.plan + b.vas + b.overage);
        let fixed = |(i, v): (usize, &i64)| Discount {
            priority: 1, fixed: true, code: format!("d{i}").into(), from: 0, to: 2_932_896,
            target: From::Plan, value: v * 100, proratable: false,
        };
        let there = Facts { discounts: value.iter().enumerate().map(fixed).collect(), ..all_month(1) };
        let back = Facts { discounts: value.iter().rev().enumerate().map(fixed).collect(), ..all_month(1) };
        prop_assert_eq!(of(&there).discount, of(&back).discount);
    }

    /// The order of rows does not matter, and the columns add up.
    #[test]
    fn p14_a_bill_is_a_function_of_its_rows(f in facts()) {
        let mut back = f.clone();
        back.plans.reverse();
        back.vas.reverse();
        back.discounts.reverse();
        let b = of(&f);
        prop_assert_eq!(b, of(&back));
        prop_assert_eq!(b.supply, b.plan + b.vas + b.overage - b.discount + b.adjust);
        prop_assert_eq!(b.total - b.carry_out, b.supply + b.vat + b.micro + b.carry_in + b.round);
        prop_assert!(b.total == 0 || b.carry_out == 0);
        prop_assert_eq!(Bill::of_amounts(b.amounts()), b);
    }
}
