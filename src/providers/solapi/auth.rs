//! The signature in front of every request.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use rand::RngExt;
use sha2::Sha256;

use crate::domain::secret::Secret;

/// The `Authorization` header: an HMAC over date and salt, keyed with the secret.
///
/// `date` is ISO 8601 within 15 minutes of the provider's clock, `salt` 12 to 64 characters that
/// were not used before. Method, path and body are not signed; TLS protects them.
pub fn authorization(api_key: &str, secret: &Secret, date: &str, salt: &str) -> String {
    let mut header = format!("HMAC-SHA256 apiKey={api_key}, date={date}, salt={salt}, signature=");
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else {
        unreachable!("an HMAC key may have any length")
    };
    mac.update(date.as_bytes());
    mac.update(salt.as_bytes());
    for byte in mac.finalize().into_bytes() {
        let _ = write!(header, "{byte:02x}");
    }
    header
}

/// 128 random bits as 32 hexadecimal digits.
pub fn salt() -> String {
    format!("{:032x}", rand::rng().random::<u128>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_date_and_salt() {
        // Computed with OpenSSL: printf '%s%s' "$date" "$salt" | openssl dgst -sha256 -hmac "$secret"
        let header = authorization(
            "NCSAYU7YDBXYORXC",
            &Secret::new("SECRET0123456789"),
            "2026-01-15T09:30:00+09:00",
            "abcdefghijklmnopqrstuvwxyz012345",
        );
        assert_eq!(
            header,
            "HMAC-SHA256 apiKey=NCSAYU7YDBXYORXC, date=2026-01-15T09:30:00+09:00, \
             salt=abcdefghijklmnopqrstuvwxyz012345, \
             signature=3499bf30ed490f92fe88eb72914e622242ab829770044b9d80f4c075f065f767"
        );
    }

    #[test]
    fn salts_are_fresh_and_of_legal_length() {
        let (a, b) = (salt(), salt());
        assert_ne!(a, b);
        assert!(a.len() == 32 && a.bytes().all(|c| c.is_ascii_hexdigit()));
    }
}
