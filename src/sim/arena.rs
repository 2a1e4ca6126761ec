//! What is kept of a message's words: packed bytes in large blocks, read back without copies.

use std::borrow::Cow;

/// Bytes of a block; a longer entry gets a block of its own.
const BLOCK: usize = 1 << 20;

/// So many names of fields are kept apart from the messages that have them.
const MOST_NAMES: usize = 64;

/// Append-only bytes.
#[derive(Default)]
pub struct Arena {
    blocks: Vec<Vec<u8>>,
    names: Vec<Box<str>>,
    last_text: Option<(u64, usize)>,
    scratch: Vec<u8>,
}

/// The words of one message.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Words<'a> {
    /// `customFields`, in order.
    pub custom: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Subject of LMS and MMS.
    pub subject: Option<&'a str>,
    /// The text.
    pub text: Option<&'a str>,
    /// Template variables, in order.
    pub variables: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

impl Arena {
    /// Keeps words; the answer finds them again.
    ///
    /// A text equal to the one before is kept once.
    pub fn put(&mut self, words: &Words<'_>) -> u64 {
        let mut bytes = std::mem::take(&mut self.scratch);
        bytes.clear();
        self.pairs(&mut bytes, &words.custom);
        optional(&mut bytes, words.subject);
        self.pairs(&mut bytes, &words.variables);
        let mut fresh = None;
        match words.text {
            None => bytes.push(0),
            Some(text) => match self.last_text {
                Some((at, len)) if len == text.len() && self.bytes(at, len) == text.as_bytes() => {
                    bytes.push(2);
                    varint(&mut bytes, at);
                    varint(&mut bytes, len as u64);
                }
                _ => {
                    bytes.push(1);
                    varint(&mut bytes, text.len() as u64);
                    fresh = Some((bytes.len(), text.len()));
                    bytes.extend_from_slice(text.as_bytes());
                }
            },
        }
        let at = self.append(&bytes);
        if let Some((offset, len)) = fresh {
            self.last_text = Some((at + offset as u64, len));
        }
        self.scratch = bytes;
        at
    }

    /// The words kept at `at`.
    pub fn get(&self, at: u64) -> Words<'_> {
        let mut rest = self.tail(at);
        let custom = self.read_pairs(&mut rest);
        let subject = read_optional(&mut rest);
        let variables = self.read_pairs(&mut rest);
        let text = match read_varint(&mut rest) {
            0 => None,
            1 => Some(read_str(&mut rest)),
            _ => {
                let (at, len) = (read_varint(&mut rest), read_len(&mut rest));
                std::str::from_utf8(self.bytes(at, len)).ok()
            }
        };
        Words { custom, subject, text, variables }
    }

    /// One custom field of the words kept at `at`, without reading the rest.
    pub fn custom(&self, at: u64, key: &str) -> Option<&str> {
        let mut rest = self.tail(at);
        let n = read_varint(&mut rest);
        (0..n).map(|_| (self.read_name(&mut rest), read_str(&mut rest))).find(|(k, _)| *k == key).map(|(_, v)| v)
    }

    fn pairs(&mut self, out: &mut Vec<u8>, pairs: &[(Cow<'_, str>, Cow<'_, str>)]) {
        varint(out, pairs.len() as u64);
        for (name, value) in pairs {
            let known = self.names.iter().position(|n| **n == **name).or_else(|| {
                (self.names.len() < MOST_NAMES).then(|| {
                    self.names.push((**name).into());
                    self.names.len() - 1
                })
            });
            // Its place and one; 0 for a name that is written out.
            varint(out, known.map_or(0, |n| n as u64 + 1));
            if known.is_none() {
                string(out, name);
            }
            string(out, value);
        }
    }

    fn read_name<'a>(&'a self, rest: &mut &'a [u8]) -> &'a str {
        match read_len(rest).checked_sub(1) {
            None => read_str(rest),
            Some(n) => self.names.get(n).map_or("", |n| n),
        }
    }

    fn read_pairs<'a>(&'a self, rest: &mut &'a [u8]) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
        let n = read_varint(rest);
        (0..n).map(|_| (Cow::Borrowed(self.read_name(rest)), Cow::Borrowed(read_str(rest)))).collect()
    }

    fn append(&mut self, bytes: &[u8]) -> u64 {
        if self.blocks.last().is_none_or(|b| b.capacity() - b.len() < bytes.len()) {
            self.blocks.push(Vec::with_capacity(bytes.len().max(BLOCK)));
        }
        let block = self.blocks.len() - 1;
        let start = self.blocks[block].len();
        self.blocks[block].extend_from_slice(bytes);
        (block as u64) << 32 | start as u64
    }

    fn tail(&self, at: u64) -> &[u8] {
        let (block, start) = split(at);
        self.blocks.get(block).and_then(|b| b.get(start..)).unwrap_or(&[])
    }

    fn bytes(&self, at: u64, len: usize) -> &[u8] {
        self.tail(at).get(..len).unwrap_or(&[])
    }
}

fn split(at: u64) -> (usize, usize) {
    let part = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    (part(at >> 32), part(at & 0xFFFF_FFFF))
}

fn varint(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push((n & 0x7F) as u8 | 0x80);
        n >>= 7;
    }
    out.push((n & 0x7F) as u8);
}

fn string(out: &mut Vec<u8>, text: &str) {
    varint(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Length and one, so that nothing differs from empty.
fn optional(out: &mut Vec<u8>, text: Option<&str>) {
    match text {
        None => out.push(0),
        Some(text) => {
            varint(out, text.len() as u64 + 1);
            out.extend_from_slice(text.as_bytes());
        }
    }
}

fn read_varint(rest: &mut &[u8]) -> u64 {
    let mut n = 0;
    for shift in (0..64).step_by(7) {
        let Some((byte, tail)) = rest.split_first() else { break };
        *rest = tail;
        n |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    n
}

fn read_len(rest: &mut &[u8]) -> usize {
    usize::try_from(read_varint(rest)).unwrap_or(usize::MAX)
}

fn take<'a>(rest: &mut &'a [u8], len: usize) -> &'a str {
    let (head, tail) = rest.split_at_checked(len).unwrap_or((&[], &[]));
    *rest = tail;
    std::str::from_utf8(head).unwrap_or_default()
}

fn read_str<'a>(rest: &mut &'a [u8]) -> &'a str {
    let len = read_len(rest);
    take(rest, len)
}

fn read_optional<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let len = read_len(rest).checked_sub(1)?;
    Some(take(rest, len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair<'a>(k: &'a str, v: &'a str) -> (Cow<'a, str>, Cow<'a, str>) {
        (k.into(), v.into())
    }

    #[test]
    fn words_come_back_as_they_were() {
        let mut arena = Arena::default();
        let long = "가".repeat(700_000);
        let all = [
            Words::default(),
            Words { custom: vec![pair("ref", "a-1-1"), pair("", "")], ..Words::default() },
            Words { text: Some("안녕하세요"), subject: Some(""), ..Words::default() },
            Words { text: Some("안녕하세요"), variables: vec![pair("#{이름}", "김")], ..Words::default() },
            Words { text: Some(&long), ..Words::default() },
            Words { text: Some(&long), subject: Some("제목"), ..Words::default() },
        ];
        let at: Vec<u64> = all.iter().map(|w| arena.put(w)).collect();
        for (at, words) in at.iter().zip(&all) {
            assert_eq!(arena.get(*at), *words);
        }
        assert_eq!(arena.custom(at[1], "ref"), Some("a-1-1"));
        assert_eq!(arena.custom(at[1], "other"), None);
        for n in 0..100 {
            let name = format!("name{n}");
            let words = Words { custom: vec![pair(&name, "x")], ..Words::default() };
            let at = arena.put(&words);
            assert_eq!((arena.get(at), arena.custom(at, &name)), (words.clone(), Some("x")));
        }
        let kept: usize = arena.blocks.iter().map(Vec::len).sum();
        assert!(kept < long.len() + 2_000, "a repeated text is kept once: {kept}");
    }
}
