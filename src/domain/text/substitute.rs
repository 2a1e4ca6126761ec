//! What may stand in the place of a character that EUC-KR does not have.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::{Charset, measure, normalise};

/// Substitutes that no decomposition of Unicode gives. Left: what people paste; right: in KS X 1001.
const SUBSTITUTES: &[(&str, &str)] = &[
    // The won sign of Unicode; its full-width twin is the one that KS X 1001 has.
    ("₩", "￦"),
    ("¢", "￠"),
    ("£", "￡"),
    ("¥", "￥"),
    ("¬", "￢"),
    ("©", "(c)"),
    // Dashes and hyphens.
    ("‐", "-"),
    ("‑", "-"),
    ("‒", "-"),
    ("–", "-"),
    ("—", "-"),
    ("−", "-"),
    ("〜", "～"),
    // Quotes that are not among the four of KS X 1001.
    ("‚", "‘"),
    ("‛", "‘"),
    ("„", "“"),
    ("‟", "“"),
    ("‹", "<"),
    ("›", ">"),
    ("«", "《"),
    ("»", "》"),
    ("ʼ", "'"),
    ("ʹ", "'"),
    // Points and marks.
    ("•", "·"),
    ("‧", "·"),
    ("∙", "·"),
    ("・", "·"),
    ("￮", "○"),
    ("◦", "○"),
    ("▪", "■"),
    ("▫", "□"),
    ("✓", "√"),
    ("✔", "√"),
    ("✅", "√"),
    ("✕", "×"),
    ("✖", "×"),
    ("❌", "×"),
    ("⁄", "/"),
    ("¦", "|"),
    ("❗", "!"),
    ("❓", "?"),
    // Pictures that KS X 1001 has in black and white.
    ("❤", "♥"),
    ("⭐", "★"),
    ("🌟", "★"),
    ("➡", "→"),
    ("⬅", "←"),
    ("⬆", "↑"),
    ("⬇", "↓"),
    ("📞", "☎"),
    ("🎵", "♪"),
    // Line ends of other systems.
    ("\u{0B}", "\n"),
    ("\u{0C}", "\n"),
    ("\u{85}", "\n"),
    ("\u{2028}", "\n"),
    ("\u{2029}", "\n"),
    // The letter, which KS X 1001 has only as a unit.
    ("Å", "\u{212B}"),
];

/// Leaves nothing on the screen: zero-width and direction marks, variation selectors, BOM, other controls.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E01EF}')
}

fn is_space(c: char) -> bool {
    matches!(c, '\u{00A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}')
}

/// A jamo that stands alone after composing: the letter that keyboards type and KS X 1001 has.
fn compatibility_jamo(c: char) -> Option<char> {
    const LEADS: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    const TAILS: &str = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    let n = u32::from(c);
    match c {
        '\u{1100}'..='\u{1112}' => LEADS.chars().nth((n - 0x1100) as usize),
        '\u{1161}'..='\u{1175}' => char::from_u32(n - 0x1161 + 0x314F),
        '\u{11A8}'..='\u{11C2}' => TAILS.chars().nth((n - 0x11A8) as usize),
        _ => None,
    }
}

/// The substitute of one grapheme cluster, if every part of it has one.
pub(super) fn of(cluster: &str, charset: Charset) -> Option<String> {
    let sendable = |s: &str| measure(s, charset).clean;
    let seen: String = cluster.chars().filter(|c| sendable(c.encode_utf8(&mut [0; 4])) || !is_pure_mark(*c)).collect();
    if sendable(&seen) {
        return Some(seen);
    }
    if let Some((_, better)) = SUBSTITUTES.iter().find(|(from, _)| *from == seen) {
        return Some((*better).to_owned());
    }
    let folded: String = fold(&seen, charset);
    sendable(&folded).then_some(folded)
}

/// Invisible and no line end.
fn is_pure_mark(c: char) -> bool {
    is_invisible(c) && !matches!(c, '\u{0B}' | '\u{0C}' | '\u{85}')
}

/// Compatibility forms (half-width kana, ligatures, enclosed numbers), then letters without their accents.
fn fold(text: &str, charset: Charset) -> String {
    let mut out = String::new();
    for c in text.nfkc() {
        let mut buf = [0; 4];
        let one: &str = c.encode_utf8(&mut buf);
        if measure(one, charset).clean {
            out.push(c);
        } else if is_space(c) {
            out.push(' ');
        } else if let Some(letter) = compatibility_jamo(c) {
            out.push(letter);
        } else if let Some((_, better)) = SUBSTITUTES.iter().find(|(from, _)| *from == one) {
            out.push_str(better);
        } else if c.is_alphabetic() {
            // A Hangul syllable would fall apart into jamo here; there is no substitute for one.
            let is_latin = |base: char| base.is_ascii_alphabetic();
            match c.nfd().next().filter(|base| is_latin(*base)) {
                Some(base) => out.push(base),
                None => out.push(c),
            }
        } else if !is_combining_mark(c) {
            out.push(c);
        }
    }
    out
}

/// Replaces what has a substitute; what has none stays, and is still refused.
pub fn transliterate(text: &str, charset: Charset) -> String {
    let text = normalise(text);
    if measure(&text, charset).clean {
        return text.into_owned();
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        if measure(cluster, charset).clean {
            out.push_str(cluster);
        } else {
            match of(cluster, charset) {
                Some(better) => out.push_str(&better),
                None => out.push_str(cluster),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn substitutes_are_needed_and_sendable() {
        for (from, to) in SUBSTITUTES {
            assert!(measure(to, Charset::Ksx1001).clean, "{to} for {from}");
            assert!(!measure(from, Charset::Cp949).clean, "{from} can be sent as it is");
        }
    }
}
