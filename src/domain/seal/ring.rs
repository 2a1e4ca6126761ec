//! The key ring: what a key file holds, and what is done with it.
//!
//! A key file is lines of `NUMBER:HEX` (64 bytes or more each; the highest number is the active key,
//! the others still open what they sealed), one line `index:HEX`, blank lines and `#` comments.
//! The index line keys the blind indexes. It stays for the life of the installation: numbers are
//! found and deduplicated through it, so it is not rotated with the others.

use std::collections::BTreeMap;
use std::fmt;

use hmac::{Hmac, KeyInit as _, Mac as _};
use rand::CryptoRng;
use sha2::{Sha256, Sha512};
use zeroize::Zeroizing;

use super::cipher::{Cipher, IV, TAG};
use super::{Context, Ix, SealError};

/// First byte of what is kept in plaintext mode.
const PLAIN: u8 = 0;
/// First byte of A256CBC-HS512.
const SEALED: u8 = 1;
/// Bytes of key material in a line, at least.
const MASTER: usize = 64;

/// Seals, opens and indexes. `Debug` shows key numbers only.
#[derive(Clone)]
pub struct KeyRing {
    keys: BTreeMap<i64, Cipher>,
    phone: Hmac<Sha256>,
    content: Hmac<Sha256>,
    fingerprint: String,
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyRing").field("keys", &self.keys.keys().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

/// Why a key file cannot be used. Never quotes it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFileError {
    /// A line that is none.
    #[error("line {line} of the key file: {what}")]
    Line {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// No `NUMBER:` line.
    #[error("the key file holds no key")]
    NoKey,
    /// No `index:` line.
    #[error("the key file has no `index:` line")]
    NoIndex,
}

impl KeyRing {
    /// Reads a key file.
    ///
    /// # Errors
    /// Which line is wrong and why, without its content.
    pub fn parse(text: &str) -> Result<Self, KeyFileError> {
        let mut keys = BTreeMap::new();
        let mut index = None;
        for (i, raw) in text.lines().enumerate() {
            let line = raw.split('#').next().unwrap_or_default().trim();
            if line.is_empty() {
                continue;
            }
            let bad = |what| KeyFileError::Line { line: i + 1, what };
            let (name, hex) = line.split_once(':').ok_or_else(|| bad("expected `NUMBER:HEX` or `index:HEX`"))?;
            let master = unhex(hex.trim()).ok_or_else(|| bad("the key is not hexadecimal"))?;
            if master.len() < MASTER {
                return Err(bad("the key is shorter than 64 bytes (128 hexadecimal digits)"));
            }
            if name.trim() == "index" {
                if index.replace(master).is_some() {
                    return Err(bad("a second `index:` line"));
                }
                continue;
            }
            let id = name.trim().parse::<i64>().ok().filter(|n| *n > 0);
            let id = id.ok_or_else(|| bad("the key's number must be 1 or more"))?;
            if keys.insert(id, Cipher::new(&expand(&master, b"msgctl seal A256CBC-HS512"))).is_some() {
                return Err(bad("this number was used before"));
            }
        }
        if keys.is_empty() {
            return Err(KeyFileError::NoKey);
        }
        Ok(Self::with_index(keys, &index.ok_or(KeyFileError::NoIndex)?))
    }

    /// The ring of plaintext mode: nothing is encrypted, indexes have a key that everybody knows.
    pub fn plaintext() -> Self {
        Self::with_index(BTreeMap::new(), b"msgctl plaintext mode")
    }

    fn with_index(keys: BTreeMap<i64, Cipher>, master: &[u8]) -> Self {
        let known = expand(master, b"msgctl index fingerprint");
        let fingerprint = known[..8].iter().fold(String::new(), |mut s, b| {
            use fmt::Write as _;
            // writing to a String does not fail
            let _ = write!(s, "{b:02x}");
            s
        });
        let phone = keyed(&*expand(master, b"msgctl index phone"));
        let content = keyed(&*expand(master, b"msgctl index content"));
        Self { keys, phone, content, fingerprint }
    }

    /// Nothing is encrypted.
    pub fn is_plaintext(&self) -> bool {
        self.keys.is_empty()
    }

    /// The number of the key that seals; 0 in plaintext mode.
    pub fn active(&self) -> i64 {
        self.keys.last_key_value().map_or(0, |(id, _)| *id)
    }

    /// The numbers of all keys, oldest first.
    pub fn ids(&self) -> impl Iterator<Item = i64> {
        self.keys.keys().copied()
    }

    /// Sixteen digits that tell this index key from every other and say nothing of it. A database
    /// remembers them, so that a wrong key file is found out before it makes everybody a stranger.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The blind index of a number (its digits, with the leading zero).
    pub fn phone_ix(&self, phone: &crate::domain::phone::Mobile) -> Ix {
        short(&self.phone, phone.as_str().as_bytes())
    }

    /// The keyed digest of a canonical content: has it changed?
    pub fn content_ix(&self, canonical: &[u8]) -> Ix {
        short(&self.content, canonical)
    }

    /// Appends the sealed form of `plain` to `out`: version, IV, ciphertext, tag.
    pub fn seal_into(&self, context: &Context, plain: &[u8], rng: &mut impl CryptoRng, out: &mut Vec<u8>) {
        match self.keys.last_key_value() {
            None => {
                out.push(PLAIN);
                out.extend_from_slice(plain);
            }
            Some((_, cipher)) => {
                let mut iv = [0; IV];
                rng.fill_bytes(&mut iv);
                out.push(SEALED);
                cipher.seal_into(&[&[SEALED], context.as_bytes()], iv, plain, out);
            }
        }
    }

    /// The sealed form of `plain`; the row keeps it beside [`KeyRing::active`] in `key_id`.
    pub fn seal_bytes(&self, context: &Context, plain: &[u8], rng: &mut impl CryptoRng) -> Vec<u8> {
        let mut out = Vec::with_capacity(1 + IV + plain.len() + 16 + TAG);
        self.seal_into(context, plain, rng, &mut out);
        out
    }

    /// Opens into `out`, which is replaced; for loops that reuse one buffer.
    pub fn open_into(&self, key_id: i64, context: &Context, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), SealError> {
        let (version, body) = sealed.split_first().ok_or(SealError::Tampered)?;
        match (*version, self.is_plaintext()) {
            (PLAIN, true) => {
                out.clear();
                out.extend_from_slice(body);
                Ok(())
            }
            (PLAIN, false) => Err(SealError::Plain),
            (SEALED, true) => Err(SealError::Sealed(key_id)),
            (SEALED, false) => {
                let cipher = self.keys.get(&key_id).ok_or(SealError::NoKey(key_id))?;
                cipher.open_into(&[&[SEALED], context.as_bytes()], body, out).ok_or(SealError::Tampered)
            }
            (other, _) => Err(SealError::Version(other)),
        }
    }

    /// Opens what was sealed with key `key_id` for the same context.
    pub fn open_bytes(&self, key_id: i64, context: &Context, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let mut out = Zeroizing::new(Vec::new());
        self.open_into(key_id, context, sealed, &mut out)?;
        Ok(out)
    }
}

/// The text of a new key file: an index key and key 1.
pub fn new_key_file(rng: &mut impl CryptoRng) -> Zeroizing<String> {
    let (index, first) = (random_hex(rng), random_hex(rng));
    Zeroizing::new(format!(
        "# Keys of msgctl: without this file the people in the database cannot be read. Keep a copy elsewhere.\n\
         # `index` stays for good; `msgctl crypto rotate` adds numbered keys, the highest one seals.\n\
         index:{}\n1:{}\n",
        *index, *first
    ))
}

/// The same key file with a new active key, and that key's number.
///
/// # Errors
/// When `text` is no key file.
pub fn with_new_key(text: &str, rng: &mut impl CryptoRng) -> Result<(Zeroizing<String>, i64), KeyFileError> {
    let id = KeyRing::parse(text)?.active() + 1;
    let key = random_hex(rng);
    let joint = if text.ends_with('\n') { "" } else { "\n" };
    Ok((Zeroizing::new(format!("{text}{joint}{id}:{}\n", *key)), id))
}

fn random_hex(rng: &mut impl CryptoRng) -> Zeroizing<String> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut key = Zeroizing::new([0_u8; MASTER]);
    rng.fill_bytes(&mut *key);
    let mut text = Zeroizing::new(String::with_capacity(2 * MASTER));
    for b in *key {
        text.push(char::from(DIGITS[usize::from(b >> 4)]));
        text.push(char::from(DIGITS[usize::from(b & 15)]));
    }
    text
}

fn unhex(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let digit = |b: u8| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    if !text.len().is_multiple_of(2) {
        return None;
    }
    let bytes: Option<Vec<u8>> =
        text.as_bytes().chunks_exact(2).map(|p| Some(digit(p[0])? << 4 | digit(p[1])?)).collect();
    bytes.map(Zeroizing::new)
}

/// HKDF-Expand (RFC 5869) with SHA-512 for one block: the master is uniformly random already.
fn expand(master: &[u8], label: &[u8]) -> Zeroizing<[u8; 64]> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    let mut mac = Hmac::<Sha512>::new_from_slice(master).expect("any length");
    mac.update(label);
    mac.update(&[1]);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    Hmac::new_from_slice(key).expect("any length")
}

fn short(key: &Hmac<Sha256>, data: &[u8]) -> Ix {
    let mut mac = key.clone();
    mac.update(data);
    let whole = mac.finalize().into_bytes();
    let mut ix = [0; 16];
    ix.copy_from_slice(&whole[..16]);
    Ix(ix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::SiteId;
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    fn rng() -> StdRng {
        StdRng::seed_from_u64(1)
    }

    fn context(site: i64) -> Context {
        Context::new("recipient", SiteId(site), &Ix([site.to_le_bytes()[0]; 16]))
    }

    #[test]
    fn the_same_text_twice_is_two_ciphertexts() {
        let mut rng = rng();
        let ring = KeyRing::parse(&new_key_file(&mut rng)).expect("a ring");
        let a = ring.seal_bytes(&context(1), b"same", &mut rng);
        let b = ring.seal_bytes(&context(1), b"same", &mut rng);
        assert_ne!(a, b);
        for sealed in [a, b] {
            assert_eq!(ring.open_bytes(1, &context(1), &sealed).expect("opens").as_slice(), b"same");
            assert_eq!(ring.open_bytes(1, &context(2), &sealed).map(|_| ()), Err(SealError::Tampered));
            assert_eq!(ring.open_bytes(2, &context(1), &sealed).map(|_| ()), Err(SealError::NoKey(2)));
        }
    }

    #[test]
    fn rotation_keeps_indexes_and_opens_what_is_old() {
        let mut rng = rng();
        let first = new_key_file(&mut rng);
        let old = KeyRing::parse(&first).expect("a ring");
        let (second, id) = with_new_key(&first, &mut rng).expect("rotates");
        let new = KeyRing::parse(&second).expect("a ring");
        assert_eq!((id, new.active(), new.ids().collect::<Vec<_>>()), (2, 2, vec![1, 2]));
        let phone = "01012345678".parse().expect("a mobile");
        assert_eq!(old.phone_ix(&phone), new.phone_ix(&phone));
        assert_eq!(old.fingerprint(), new.fingerprint());
        let sealed = old.seal_bytes(&context(1), b"old", &mut rng);
        assert_eq!(new.open_bytes(1, &context(1), &sealed).expect("opens").as_slice(), b"old");
        let sealed = new.seal_bytes(&context(1), b"new", &mut rng);
        assert_eq!(old.open_bytes(new.active(), &context(1), &sealed).map(|_| ()), Err(SealError::NoKey(2)));
        let other = KeyRing::parse(&new_key_file(&mut rng)).expect("a ring");
        assert_eq!(other.open_bytes(1, &context(1), &sealed).map(|_| ()), Err(SealError::Tampered));
        assert_ne!(other.phone_ix(&phone), new.phone_ix(&phone));
        assert_ne!(other.fingerprint(), new.fingerprint());
    }

    #[test]
    fn indexes_of_different_purpose_differ() {
        let ring = KeyRing::plaintext();
        let phone = "01012345678".parse().expect("a mobile");
        assert_ne!(ring.phone_ix(&phone), ring.content_ix(b"01012345678"));
    }

    #[test]
    fn plaintext_and_sealed_do_not_mix() {
        let mut rng = rng();
        let (plain, ring) = (KeyRing::plaintext(), KeyRing::parse(&new_key_file(&mut rng)).expect("a ring"));
        let kept = plain.seal_bytes(&context(1), b"text", &mut rng);
        assert_eq!((kept.as_slice(), plain.active()), (b"\0text".as_slice(), 0));
        assert_eq!(plain.open_bytes(0, &context(1), &kept).expect("opens").as_slice(), b"text");
        assert_eq!(ring.open_bytes(0, &context(1), &kept).map(|_| ()), Err(SealError::Plain));
        let sealed = ring.seal_bytes(&context(1), b"text", &mut rng);
        assert_eq!(plain.open_bytes(1, &context(1), &sealed).map(|_| ()), Err(SealError::Sealed(1)));
        assert_eq!(ring.open_bytes(1, &context(1), &[9, 9]).map(|_| ()), Err(SealError::Version(9)));
        assert_eq!(ring.open_bytes(1, &context(1), &[]).map(|_| ()), Err(SealError::Tampered));
    }

    #[test]
    fn bad_key_files_name_the_line_and_quote_nothing() {
        let good = "ab".repeat(64);
        for (text, said) in [
            (String::new(), "no key"),
            (format!("# nothing\n1:{good}"), "no `index:`"),
            (format!("index:{good}\n"), "no key"),
            (format!("index:{good}\n\nzz{good}"), "line 3"),
            (format!("index:{good}\n1:{}", &good[..126]), "line 2 of the key file: the key is shorter"),
            (format!("index:{good}\n1:{good}x"), "hexadecimal"),
            (format!("index:{good}\n1:{good}xy"), "hexadecimal"),
            (format!("index:{good}\n1:{good}\n1:{good}"), "line 3 of the key file: this number"),
            (format!("index:{good}\n0:{good}"), "1 or more"),
            (format!("index:{good}\nindex:{good}\n1:{good}"), "second"),
        ] {
            let e = KeyRing::parse(&text).expect_err("refused").to_string();
            assert!(e.contains(said) && !e.contains("abab"), "{e}");
        }
        assert!(KeyRing::parse(&format!("  index : {good}  # x\r\n 7 :{good}\r\n")).is_ok());
    }

    #[test]
    fn debug_shows_no_key() {
        let text = new_key_file(&mut rng());
        assert_eq!(format!("{:?}", KeyRing::parse(&text).expect("a ring")), "KeyRing { keys: [1], .. }");
    }
}
