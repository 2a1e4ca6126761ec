//! The characters of KS X 1001, and what a text weighs in EUC-KR.

use std::sync::OnceLock;

/// Bytes of `text`, or the first character that EUC-KR lacks.
pub fn measure(text: &str) -> Result<usize, char> {
    if text.is_ascii() {
        return Ok(text.len());
    }
    let table = table();
    text.chars().try_fold(0, |sum, c| match c {
        '\0'..='\x7f' => Ok(sum + 1),
        _ if table.get(c as usize >> 6).is_some_and(|word| word >> (c as usize & 63) & 1 == 1) => Ok(sum + 2),
        _ => Err(c),
    })
}

/// A bit for each character of the basic plane that has two bytes of 0xA1 or more.
fn table() -> &'static [u64; 1024] {
    static TABLE: OnceLock<Box<[u64; 1024]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut bits = Box::new([0_u64; 1024]);
        for lead in 0xA1..=0xFE_u8 {
            for trail in 0xA1..=0xFE_u8 {
                let bytes = [lead, trail];
                let Some(text) = encoding_rs::EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes) else {
                    continue;
                };
                for c in text.chars().filter(|c| (*c as usize) < 65_536) {
                    bits[c as usize >> 6] |= 1 << (c as usize & 63);
                }
            }
        }
        bits
    })
}
