//! The `Authorization` header: parsing, verification and the memory of used signatures.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::store::PlainHasher;
use crate::domain::time::Micros;

/// Signatures count for so long, either way of the server's clock, and are not taken twice within it.
const WINDOW_SECONDS: i64 = 15 * 60;
/// More than so many used signatures in a quarter of an hour start a new generation early.
const MOST_REMEMBERED: usize = 4_000_000;

/// Why a caller is turned away; the words are the provider's error codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// No header, not HMAC-SHA256, or another key.
    #[error("InvalidAPIKey")]
    Key,
    /// Another secret, or a salt of a forbidden length.
    #[error("SignatureDoesNotMatch")]
    Signature,
    /// The date is unreadable or more than 15 minutes off.
    #[error("RequestTimeTooSkewed")]
    Skew,
    /// This signature was used in the last 15 minutes.
    #[error("DuplicatedSignature")]
    Duplicate,
}

/// One account's credentials and its used signatures.
pub struct Gate {
    key: String,
    mac: Hmac<Sha256>,
}

impl Gate {
    /// For one key and its secret.
    pub fn new(key: &str, secret: &str) -> Self {
        let mac = Hmac::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
        Self { key: key.to_owned(), mac }
    }

    /// Checks everything but reuse; the answer identifies the signature.
    pub fn verify(&self, header: Option<&str>, now: Micros) -> Result<u64, Denied> {
        let fields = Fields::parse(header.ok_or(Denied::Key)?).ok_or(Denied::Key)?;
        if fields.key != self.key {
            return Err(Denied::Key);
        }
        let date: jiff::Timestamp = fields.date.parse().map_err(|_| Denied::Skew)?;
        if (Micros::from(date).0 - now.0).abs() > WINDOW_SECONDS * 1_000_000 {
            return Err(Denied::Skew);
        }
        if !(12..=64).contains(&fields.salt.len()) {
            return Err(Denied::Signature);
        }
        let mut signature = [0; 32];
        hex::decode_to_slice(fields.signature, &mut signature).map_err(|_| Denied::Signature)?;
        let mut mac = self.mac.clone();
        mac.update(fields.date.as_bytes());
        mac.update(fields.salt.as_bytes());
        // Compares in constant time.
        mac.verify_slice(&signature).map_err(|_| Denied::Signature)?;
        Ok(signature.first_chunk::<8>().map_or(0, |head| u64::from_le_bytes(*head)))
    }
}

/// Signatures of the last quarter of an hour: two generations, the older forgotten as a whole.
#[derive(Default)]
pub struct Used {
    young: HashMap<u64, i64, BuildHasherDefault<PlainHasher>>,
    old: HashMap<u64, i64, BuildHasherDefault<PlainHasher>>,
    since: i64,
}

impl Used {
    /// Notes a signature, or says that it is known.
    pub fn note(&mut self, signature: u64, now: Micros) -> Result<(), Denied> {
        let now = now.0 / 1_000_000;
        if now - self.since >= WINDOW_SECONDS || self.young.len() >= MOST_REMEMBERED {
            self.old = std::mem::take(&mut self.young);
            self.since = now;
        }
        let fresh = |at: Option<&i64>| at.is_some_and(|at| now - at < WINDOW_SECONDS);
        if fresh(self.old.get(&signature)) || fresh(self.young.get(&signature)) {
            return Err(Denied::Duplicate);
        }
        self.young.insert(signature, now);
        Ok(())
    }
}

struct Fields<'a> {
    key: &'a str,
    date: &'a str,
    salt: &'a str,
    signature: &'a str,
}

impl<'a> Fields<'a> {
    /// `HMAC-SHA256 apiKey=…, date=…, salt=…, signature=…`; names in any case, as the SDKs differ.
    fn parse(header: &'a str) -> Option<Self> {
        let (scheme, rest) = header.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("HMAC-SHA256") {
            return None;
        }
        let mut out = Self { key: "", date: "", salt: "", signature: "" };
        for part in rest.split(',') {
            let (name, value) = part.trim().split_once('=')?;
            match name.to_ascii_lowercase().as_str() {
                "apikey" => out.key = value,
                "date" => out.date = value,
                "salt" => out.salt = value,
                "signature" => out.signature = value,
                _ => {}
            }
        }
        Some(out)
    }
}

/// A header as a caller writes it: for the tests and the bench of whoever talks to the simulator.
pub fn sign(key: &str, secret: &str, date: &str, salt: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(date.as_bytes());
    mac.update(salt.as_bytes());
    let signature = hex::encode(mac.finalize().into_bytes());
    format!("HMAC-SHA256 apiKey={key}, date={date}, salt={salt}, signature={signature}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DATE: &str = "2026-01-15T09:30:00+09:00";
    const SALT: &str = "abcdefghijklmnopqrstuvwxyz012345";

    fn at(text: &str) -> Micros {
        text.parse::<jiff::Timestamp>().expect("a timestamp").into()
    }

    fn gate() -> Gate {
        Gate::new("KEY", "SECRET0123456789")
    }

    #[test]
    fn the_signature_is_hmac_sha256_of_date_and_salt() {
        let header = sign("KEY", "SECRET0123456789", DATE, SALT);
        assert!(header.ends_with("signature=3499bf30ed490f92fe88eb72914e622242ab829770044b9d80f4c075f065f767"));
        assert!(gate().verify(Some(&header), at("2026-01-15T00:31:00Z")).is_ok());
        let python = header.replace("apiKey", "ApiKey").replace("date", "Date");
        assert!(gate().verify(Some(&python), at("2026-01-15T00:31:00Z")).is_ok());
    }

    #[test]
    fn every_refusal_has_its_name() {
        let now = at("2026-01-15T00:30:00Z");
        let good = sign("KEY", "SECRET0123456789", DATE, SALT);
        let check = |header: &str, now| gate().verify(Some(header), now).expect_err(header);
        assert_eq!(gate().verify(None, now), Err(Denied::Key));
        assert_eq!(check("Bearer token", now), Denied::Key);
        assert_eq!(check(&sign("OTHER", "SECRET0123456789", DATE, SALT), now), Denied::Key);
        assert_eq!(check(&sign("KEY", "other", DATE, SALT), now), Denied::Signature);
        assert_eq!(check(&sign("KEY", "SECRET0123456789", DATE, "short"), now), Denied::Signature);
        assert_eq!(check(&sign("KEY", "SECRET0123456789", DATE, &"x".repeat(65)), now), Denied::Signature);
        assert_eq!(check(&good[..good.len() - 1], now), Denied::Signature);
        assert_eq!(check(&sign("KEY", "SECRET0123456789", "yesterday", SALT), now), Denied::Skew);
        assert_eq!(check(&good, at("2026-01-15T00:45:01Z")), Denied::Skew);
        assert_eq!(check(&good, at("2026-01-15T00:14:59Z")), Denied::Skew);
        assert!(gate().verify(Some(&good), at("2026-01-15T00:45:00Z")).is_ok());
    }

    #[test]
    fn a_signature_is_taken_once_in_fifteen_minutes_and_then_forgotten() {
        let mut used = Used::default();
        let minute = |m: i64| Micros(1_800_000_000_000_000 + m * 60_000_000);
        assert_eq!(used.note(1, minute(0)), Ok(()));
        assert_eq!(used.note(1, minute(0)), Err(Denied::Duplicate));
        for m in 1..15 {
            assert_eq!(used.note(1, minute(m)), Err(Denied::Duplicate), "after {m} minutes");
        }
        assert_eq!(used.note(1, minute(15)), Ok(()));
        for n in 0..1_000 {
            assert_eq!(used.note(100 + n, minute(20 + i64::try_from(n).expect("small"))), Ok(()));
        }
        assert!(used.young.len() + used.old.len() <= 30, "old signatures are forgotten");
    }
}
