//! Texts as Korean carriers count them: EUC-KR bytes, the KS X 1001 rule, SMS or LMS.
//!
//! Carriers limit a short message to 90 bytes of EUC-KR and a long one to 2,000. The WHATWG "euc-kr" that
//! encoders implement is Windows code page 949, which adds 8,822 Hangul syllables to the 2,350 of KS X 1001;
//! providers promise the latter only, so [`Charset::Ksx1001`] is the default and the wider set a policy.
//!
//! Order of work for one message: substitute the variables, [`normalise`], [`measure`], [`text_kind`].

mod charset;
mod substitute;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::channel::{Channel, words};
use charset::{Width, width};
pub use substitute::transliterate;

/// Most bytes of a short message.
pub const SMS_BYTES: usize = 90;
/// Most bytes of a long or multimedia message.
pub const LMS_BYTES: usize = 2_000;
/// Most bytes of the subject of a long or multimedia message.
pub const SUBJECT_BYTES: usize = 40;
/// Most characters of an Alimtalk, variables substituted.
pub const ALIMTALK_CHARS: usize = 1_000;

words! {
    /// Which characters a text message may hold.
    Charset ("charset") {
        /// ASCII and KS X 1001, which every carrier takes.
        Ksx1001 = "ksx1001",
        /// Also the syllables that only Windows code page 949 has (뷁, 똠, 펲).
        Cp949 = "cp949",
    }
}

/// The size of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Bytes in EUC-KR; a character outside the charset counts as two.
    pub bytes: usize,
    /// Unicode scalar values.
    pub chars: usize,
    /// Every character can be sent as it is: inside the charset, no control characters but newline and tab.
    pub clean: bool,
}

impl Measure {
    /// Nothing.
    pub const EMPTY: Self = Self { bytes: 0, chars: 0, clean: true };

    /// Both texts, one after the other.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self { bytes: self.bytes + other.bytes, chars: self.chars + other.chars, clean: self.clean && other.clean }
    }
}

/// Counts a text in one pass, without encoding it.
pub fn measure(text: &str, charset: Charset) -> Measure {
    let table = charset::table();
    let worst = match charset {
        Charset::Ksx1001 => Width::Double,
        Charset::Cp949 => Width::Extension,
    };
    let (mut bytes, mut chars, mut clean) = (0, 0, true);
    for c in text.chars() {
        let w = width(table, c);
        bytes += if w == Width::Single { 1 } else { 2 };
        chars += 1;
        clean &= w <= worst;
    }
    Measure { bytes, chars, clean }
}

/// Bytes of a text in EUC-KR: ASCII one, everything else two. Line ends should be LF ([`normalise`]).
pub fn euckr_len(text: &str) -> usize {
    measure(text, Charset::Cp949).bytes
}

/// NFC and LF: what macOS decomposed is composed, CRLF and lone CR become LF.
///
/// Characters that KS X 1001 has under their own code point stay as they are even where NFC would replace them
/// (`Å` as ANGSTROM SIGN, compatibility ideographs). Costs one scan when there is nothing to do.
pub fn normalise(text: &str) -> Cow<'_, str> {
    let table = charset::table();
    if text.chars().all(|c| width(table, c) <= Width::Extension) {
        return Cow::Borrowed(text);
    }
    let kept = |c: &char| width(table, *c) <= Width::Extension && !c.is_ascii();
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        out.extend(run.nfc());
        run.clear();
    };
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                run.push('\n');
            }
            // A mark after it has to see its base, so only what composes with nothing is set aside.
            c if kept(&c) && std::iter::once(c).nfc().next() != Some(c) => {
                flush(&mut run, &mut out);
                out.push(c);
            }
            c => run.push(c),
        }
    }
    flush(&mut run, &mut out);
    Cow::Owned(out)
}

/// A piece of a text that cannot be sent.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Unencodable {
    /// What a reader sees as one character: an emoji with all its joiners, a letter with its marks.
    #[serde(rename = "char")]
    pub ch: String,
    /// Position in the normalised text, in characters from 0.
    pub at: usize,
    /// What may stand in its place; empty means leave it out, `None` that there is no good substitute.
    pub proposal: Option<String>,
}

impl Unencodable {
    /// The code points, as `U+20A9` or `U+2764 U+FE0F`.
    pub fn code_points(&self) -> String {
        self.ch.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect::<Vec<_>>().join(" ")
    }
}

/// Everything in a text that the charset does not have, in order. The text is normalised first.
pub fn unencodable(text: &str, charset: Charset) -> Vec<Unencodable> {
    if measure(text, charset).clean {
        return Vec::new();
    }
    let text = normalise(text);
    let mut at = 0;
    let mut found = Vec::new();
    for cluster in text.graphemes(true) {
        let m = measure(cluster, charset);
        if !m.clean {
            found.push(Unencodable { ch: cluster.to_owned(), at, proposal: substitute::of(cluster, charset) });
        }
        at += m.chars;
    }
    found
}

/// Why a text cannot go out as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing to send.
    #[error("the text is empty")]
    Empty,
    /// Characters the charset does not have.
    #[error("{} of the text cannot be encoded: `{}` ({}) at {}", count(*.total), .first.ch.escape_debug(), .first.code_points(), .first.at + 1)]
    Unencodable {
        /// The first of them.
        first: Box<Unencodable>,
        /// How many.
        total: usize,
    },
    /// A control character in an Alimtalk.
    #[error("control character U+{:04X} at {}", u32::from(*.ch), .at + 1)]
    Control {
        /// Which.
        ch: char,
        /// Position in characters from 0.
        at: usize,
    },
    /// More bytes than any text message takes.
    #[error("the text has {bytes} bytes, at most {limit} are possible")]
    TooLong {
        /// Its bytes in EUC-KR.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Too long a subject.
    #[error("the subject has {bytes} bytes, at most {SUBJECT_BYTES} are possible")]
    SubjectTooLong {
        /// Its bytes in EUC-KR.
        bytes: usize,
    },
    /// Too long an Alimtalk.
    #[error("the Alimtalk has {chars} characters, at most {ALIMTALK_CHARS} are possible")]
    AlimtalkTooLong {
        /// Its characters.
        chars: usize,
    },
}

fn count(n: usize) -> String {
    if n == 1 { "1 character".to_owned() } else { format!("{n} characters") }
}

/// SMS or LMS: up to 90 bytes without a subject is SMS, up to 2,000 LMS, more is refused.
///
/// `text` is the rendered one, normalised. Deciding here and not at the provider keeps the price ours:
/// some upgrade a long text by themselves, others cut it off.
pub fn text_kind(text: &str, subject: Option<&str>, charset: Charset) -> Result<Channel, TextError> {
    let m = measure(text, charset);
    if !m.clean {
        return Err(first_unencodable(text, charset));
    }
    if let Some(subject) = subject {
        let s = measure(subject, charset);
        if !s.clean {
            return Err(first_unencodable(subject, charset));
        }
        if s.bytes > SUBJECT_BYTES {
            return Err(TextError::SubjectTooLong { bytes: s.bytes });
        }
    }
    kind_of_size(m.bytes, subject.is_some())
}

/// [`text_kind`] when the bytes are already known and the characters already checked.
pub fn kind_of_size(bytes: usize, has_subject: bool) -> Result<Channel, TextError> {
    match bytes {
        0 => Err(TextError::Empty),
        1..=SMS_BYTES if !has_subject => Ok(Channel::Sms),
        1..=LMS_BYTES => Ok(Channel::Lms),
        _ => Err(TextError::TooLong { bytes, limit: LMS_BYTES }),
    }
}

/// Whether a rendered text fits an Alimtalk, and its length in characters. Any script and emoji may stand in it.
pub fn check_alimtalk(text: &str) -> Result<usize, TextError> {
    let mut chars = 0;
    for ch in text.chars() {
        if ch.is_control() && !matches!(ch, '\n' | '\t') {
            return Err(TextError::Control { ch, at: chars });
        }
        chars += 1;
    }
    match chars {
        0 => Err(TextError::Empty),
        1..=ALIMTALK_CHARS => Ok(chars),
        _ => Err(TextError::AlimtalkTooLong { chars }),
    }
}

#[cold]
fn first_unencodable(text: &str, charset: Charset) -> TextError {
    let found = unencodable(text, charset);
    let total = found.len();
    // Normalising may have mended it (a decomposed syllable); then the caller forgot to.
    found.into_iter().next().map_or(TextError::Empty, |first| TextError::Unencodable { first: Box::new(first), total })
}

#[cfg(test)]
mod tests;
