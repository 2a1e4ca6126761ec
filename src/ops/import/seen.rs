//! Which numbers a file has had so far: one bit for each mobile number there can be.

use crate::domain::phone::Mobile;

const PAGE_BITS: usize = 1 << 20;

/// A set of mobile numbers. All numbers under 010 take 12 MiB, those of every prefix 80 MiB.
#[derive(Debug, Default)]
pub struct Seen {
    pages: Vec<Vec<u64>>,
}

/// The place of a number among all there can be: below 1.1 billion.
pub(super) fn place(m: &Mobile) -> u32 {
    let digits = m.as_str().as_bytes();
    // all begin with 01; those of ten digits stand behind those of eleven
    let n = digits[2..].iter().fold(0, |n: u32, d| n * 10 + u32::from(d - b'0'));
    if digits.len() == 11 { n } else { 1_000_000_000 + n }
}

impl Seen {
    /// Adds a number; `false` if it was there.
    pub fn add(&mut self, m: &Mobile) -> bool {
        let place = place(m) as usize;
        let (page, bit) = (place / PAGE_BITS, place % PAGE_BITS);
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, Vec::new);
        }
        let page = &mut self.pages[page];
        if page.is_empty() {
            *page = vec![0; PAGE_BITS / 64];
        }
        let (word, mask) = (&mut page[bit / 64], 1_u64 << (bit % 64));
        let new = *word & mask == 0;
        *word |= mask;
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_places_of_their_own() {
        let all =
            ["01000000000", "01099999999", "01900000000", "0190000000", "0110000000", "01100000000", "01199999999"];
        let mut seen = Seen::default();
        for text in all {
            let m: Mobile = text.parse().expect("a mobile");
            assert!(seen.add(&m), "{text} is new");
            assert!(!seen.add(&m), "{text} is known");
        }
    }
}
