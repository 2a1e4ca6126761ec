//! What a file is written in: encoding and delimiter, from its first bytes.

use encoding_rs::{EUC_KR, Encoding as Charset, UTF_8, UTF_16BE, UTF_16LE};

/// The encoding asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Find out.
    #[default]
    Auto,
    /// UTF-8.
    Utf8,
    /// Code page 949, which EUC-KR is part of.
    Cp949,
}

/// What was found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    pub charset: &'static Charset,
    /// Bytes of the byte order mark.
    pub bom: usize,
}

impl Found {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self.charset {
            c if c == EUC_KR => "cp949",
            c if c == UTF_16LE => "utf-16le",
            c if c == UTF_16BE => "utf-16be",
            _ => "utf-8",
        }
    }

    /// A spreadsheet wrote it, and will read what we write beside it.
    pub fn is_of_spreadsheet(self) -> bool {
        self.bom > 0 || self.charset != UTF_8
    }
}

/// Decides on the encoding of a file that begins with `head`.
pub(crate) fn encoding(head: &[u8], asked: Encoding) -> Found {
    let marked = |bom: &[u8], charset| head.starts_with(bom).then_some(Found { charset, bom: bom.len() });
    let utf8 = marked(b"\xEF\xBB\xBF", UTF_8);
    match asked {
        Encoding::Utf8 => utf8.unwrap_or(Found { charset: UTF_8, bom: 0 }),
        Encoding::Cp949 => Found { charset: EUC_KR, bom: 0 },
        Encoding::Auto => utf8
            .or_else(|| marked(b"\xFF\xFE", UTF_16LE))
            .or_else(|| marked(b"\xFE\xFF", UTF_16BE))
            .unwrap_or(Found { charset: if looks_like_utf8(head) { UTF_8 } else { EUC_KR }, bom: 0 }),
    }
}

/// What a file is that is no text at all, by its first bytes.
pub(crate) fn not_text(head: &[u8]) -> Option<&'static str> {
    [
        (&b"PK\x03\x04"[..], "an Excel workbook (.xlsx) or another ZIP archive"),
        (b"\xD0\xCF\x11\xE0", "an Excel workbook (.xls)"),
        (b"\x1F\x8B", "compressed (gzip)"),
        (b"%PDF", "a PDF"),
        (b"SQLite format 3\0", "a SQLite database"),
    ]
    .iter()
    .find(|(magic, _)| head.starts_with(magic))
    .map(|(_, what)| *what)
}

/// Korean text in CP949 is hardly ever valid UTF-8; a UTF-8 file with a broken byte here and there still is
/// one. So the valid and the broken sequences are counted.
fn looks_like_utf8(head: &[u8]) -> bool {
    let (mut valid, mut broken) = (0_usize, 0_usize);
    for chunk in head.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        // the head may end in the middle of a character
        let cut = chunk.invalid().as_ptr_range().end == head.as_ptr_range().end && chunk.invalid().len() < 4;
        broken += usize::from(!chunk.invalid().is_empty() && !cut);
    }
    broken == 0 || valid > 2 * broken
}

/// The delimiter of a header line: the commonest of `,`, `;`, tab and `|` outside quotes.
pub(crate) fn delimiter(line: &str) -> u8 {
    let mut counts = [(b',', 0_usize), (b'\t', 0), (b';', 0), (b'|', 0)];
    let mut quoted = false;
    for b in line.bytes() {
        quoted ^= b == b'"';
        if let Some((_, n)) = counts.iter_mut().find(|(d, _)| *d == b && !quoted) {
            *n += 1;
        }
    }
    // of equals the first
    counts.iter().rev().max_by_key(|(_, n)| *n).map_or(b',', |(d, _)| *d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let cp949 = EUC_KR.encode("이름,휴대폰\n홍길동,010\n").0.into_owned();
        let utf8 = "이름,휴대폰\n홍길동,010\n";
        for (head, name, bom) in [
            (utf8.as_bytes(), "utf-8", 0),
            (&utf8.as_bytes()[..utf8.len() - 9], "utf-8", 0),
            (&[b"\xEF\xBB\xBF", utf8.as_bytes()].concat(), "utf-8", 3),
            (&cp949, "cp949", 0),
            (b"\xFF\xFEt\0", "utf-16le", 2),
            (b"\xFE\xFF\0t", "utf-16be", 2),
            (b"name,phone\n", "utf-8", 0),
            (b"", "utf-8", 0),
        ] {
            let found = encoding(head, Encoding::Auto);
            assert_eq!((found.name(), found.bom), (name, bom), "{head:?}");
        }
        let mostly = ["이름은 홍길동입니다".as_bytes(), b"\xFF", "끝".as_bytes()].concat();
        assert_eq!(encoding(&mostly, Encoding::Auto).name(), "utf-8");
        assert_eq!(encoding(&cp949, Encoding::Utf8).name(), "utf-8");
        assert_eq!(encoding(utf8.as_bytes(), Encoding::Cp949).name(), "cp949");
    }

    #[test]
    fn delimiters() {
        for (line, found) in [
            ("이름,휴대폰", b','),
            ("이름;휴대폰;생년월일", b';'),
            ("이름\t휴대폰", b'\t'),
            ("이름|휴대폰", b'|'),
            ("휴대폰", b','),
            ("\"a;b;c\",휴대폰", b','),
        ] {
            assert_eq!(delimiter(line), found, "{line}");
        }
    }
}
