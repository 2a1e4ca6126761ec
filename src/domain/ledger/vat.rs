//! Value added tax on top-ups: ten percent, whole won, fractions dropped.

use crate::domain::money::Minor;

/// Net, tax and what is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Amounts {
    /// Credits.
    #[serde(rename = "net_minor")]
    pub net: Minor,
    /// Tax.
    #[serde(rename = "vat_minor")]
    pub vat: Minor,
    /// What is paid.
    #[serde(rename = "gross_minor")]
    pub gross: Minor,
}

/// Tax on top of a net amount: a tenth, whole won, fractions dropped (부가가치세법 30: ten percent; 국고금 관리법 47 and
/// its practice: fractions of a won are dropped). `None` past what 64 bits hold.
pub fn vat_of_net(net: Minor) -> Option<Amounts> {
    let vat = Minor(net.0 / 1000 * 100);
    Some(Amounts { net, vat, gross: net.checked_add(vat)? })
}

/// Tax inside of a gross amount: an eleventh, whole won, fractions dropped; net and tax always make up the gross.
pub const fn net_of_gross(gross: Minor) -> Amounts {
    let vat = Minor(gross.0 / 1100 * 100);
    Amounts { net: Minor(gross.0 - vat.0), vat, gross }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    #[test]
    fn a_top_up_shows_net_tax_and_gross() {
        let a = vat_of_net(Minor(10_000_000)).expect("fits");
        assert_eq!((a.net, a.vat, a.gross), (Minor(10_000_000), Minor(1_000_000), Minor(11_000_000)));
        let b = net_of_gross(Minor(5_000_000));
        assert_eq!((b.net, b.vat, b.gross), (Minor(4_545_500), Minor(454_500), Minor(5_000_000)));
    }

    proptest! {
        #[test]
        fn tax_is_whole_won_and_drops_less_than_one(minor in -1_000_000_000_000_i64..1_000_000_000_000) {
            let on_top = vat_of_net(Minor(minor)).expect("fits");
            prop_assert_eq!(on_top.vat.0 % 100, 0);
            prop_assert!((minor / 10 - on_top.vat.0).abs() < 100);
            prop_assert!(on_top.vat.0.abs() * 10 <= minor.abs());
            let inside = net_of_gross(Minor(minor));
            prop_assert_eq!(inside.net.0 + inside.vat.0, minor);
            prop_assert_eq!(inside.vat.0 % 100, 0);
            prop_assert!((minor - inside.vat.0 * 11).abs() < 1100);
        }

        /// What is taken back is exactly what was taken.
        #[test]
        fn tax_is_symmetrical(minor in 0_i64..1_000_000_000_000) {
            let (there, back) = (vat_of_net(Minor(minor)).expect("fits"), vat_of_net(Minor(-minor)).expect("fits"));
            prop_assert_eq!(there.vat.0, -back.vat.0);
            prop_assert_eq!(net_of_gross(Minor(minor)).vat.0, -net_of_gross(Minor(-minor)).vat.0);
        }
    }
}
