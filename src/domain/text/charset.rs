//! Which bytes EUC-KR needs for a character, as one table over the basic multilingual plane.

use std::sync::LazyLock;

/// How a character is written, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum Width {
    /// One byte: printable ASCII, newline, tab.
    Single,
    /// Two bytes, both 0xA1 or above: KS X 1001.
    Double,
    /// Two bytes that only Windows code page 949 has.
    Extension,
    /// Not at all.
    None,
}

/// Indexed by code point, up to U+FFFF.
pub(super) type Table = [Width];

/// The table; made at first use, from the decoder of `encoding_rs`.
pub(super) fn table() -> &'static Table {
    static TABLE: LazyLock<Vec<Width>> = LazyLock::new(build);
    &TABLE
}

/// The width of one character.
#[inline]
pub(super) fn width(table: &Table, c: char) -> Width {
    table.get(c as usize).copied().unwrap_or(Width::None)
}

fn build() -> Vec<Width> {
    let mut table = vec![Width::None; 0x1_0000];
    for c in (0x20..0x7F).chain([0x09, 0x0A]) {
        table[c] = Width::Single;
    }
    for lead in 0x81..=0xFE_u8 {
        for trail in 0x41..=0xFE_u8 {
            let bytes = [lead, trail];
            let (text, bad) = encoding_rs::EUC_KR.decode_without_bom_handling(&bytes);
            let mut chars = text.chars();
            if let (false, Some(c), None) = (bad, chars.next(), chars.next()) {
                let w = if lead >= 0xA1 && trail >= 0xA1 { Width::Double } else { Width::Extension };
                let slot = &mut table[c as usize];
                *slot = w.min(*slot);
            }
        }
    }
    table
}
