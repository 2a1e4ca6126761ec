//! A256CBC-HS512 (RFC 7518, 5.2.5): AES-256 in CBC mode, PKCS #7, then HMAC-SHA-512 cut to 32 bytes
//! over AAD ‖ IV ‖ ciphertext ‖ bits of AAD. The tag is checked, in constant time, before anything
//! is decrypted.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, InnerIvInit as _, KeyInit as _};
use aes::{Aes256Dec, Aes256Enc};
use hmac::{Hmac, Mac as _};
use sha2::Sha512;
use subtle::ConstantTimeEq as _;

pub(super) const IV: usize = 16;
pub(super) const TAG: usize = 32;
const BLOCK: usize = 16;

/// The two keys of the cipher, expanded.
#[derive(Clone)]
pub(super) struct Cipher {
    mac: Hmac<Sha512>,
    enc: Aes256Enc,
    dec: Aes256Dec,
}

impl Cipher {
    /// From the 64 bytes that RFC 7518 calls K: the MAC key, then the encryption key.
    pub(super) fn new(k: &[u8; 64]) -> Self {
        let (mac, aes) = k.split_at(32);
        let mut enc = [0; 32];
        enc.copy_from_slice(aes);
        let cipher = Self {
            #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
            mac: Hmac::new_from_slice(mac).expect("any length"),
            enc: Aes256Enc::new(&enc.into()),
            dec: Aes256Dec::new(&enc.into()),
        };
        zeroize::Zeroize::zeroize(&mut enc);
        cipher
    }

    /// Appends IV ‖ ciphertext ‖ tag to `out`.
    pub(super) fn seal_into(&self, aad: &[&[u8]], iv: [u8; IV], plain: &[u8], out: &mut Vec<u8>) {
        let start = out.len();
        let padded = plain.len() + BLOCK - plain.len() % BLOCK;
        out.reserve(IV + padded + TAG);
        out.extend_from_slice(&iv);
        out.extend_from_slice(plain);
        out.resize(start + IV + padded, 0);
        // the buffer was made to fit, so there is nothing to fail
        let done = cbc::Encryptor::inner_iv_init(&self.enc, &iv.into())
            .encrypt_padded::<Pkcs7>(&mut out[start + IV..], plain.len());
        debug_assert!(done.is_ok());
        let tag = self.tag(aad, &out[start..]);
        out.extend_from_slice(&tag);
    }

    /// Opens IV ‖ ciphertext ‖ tag into `out`, which is replaced. `None` when the tag does not fit.
    pub(super) fn open_into(&self, aad: &[&[u8]], sealed: &[u8], out: &mut Vec<u8>) -> Option<()> {
        out.clear();
        let (body, tag) = sealed.split_at_checked(sealed.len().checked_sub(TAG)?)?;
        if body.len() < IV + BLOCK || !body.len().is_multiple_of(BLOCK) {
            return None;
        }
        if !bool::from(self.tag(aad, body)[..].ct_eq(tag)) {
            return None;
        }
        let (iv, text) = body.split_at(IV);
        let iv: [u8; IV] = iv.try_into().ok()?;
        out.extend_from_slice(text);
        let plain = cbc::Decryptor::inner_iv_init(&self.dec, &iv.into()).decrypt_padded::<Pkcs7>(out).ok()?.len();
        out.truncate(plain);
        Some(())
    }

    fn tag(&self, aad: &[&[u8]], body: &[u8]) -> [u8; TAG] {
        let mut mac = self.mac.clone();
        let mut bits = 0_u64;
        for part in aad {
            mac.update(part);
            bits += 8 * part.len() as u64;
        }
        mac.update(body);
        mac.update(&bits.to_be_bytes());
        let whole = mac.finalize().into_bytes();
        let mut tag = [0; TAG];
        tag.copy_from_slice(&whole[..TAG]);
        tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        let digits: String = text.split_whitespace().collect();
        hex::decode(digits).expect("hex")
    }

    /// RFC 7518, appendix B.3.
    #[test]
    fn the_published_vector() {
        let k: [u8; 64] = std::array::from_fn(|i| u8::try_from(i).expect("below 64"));
        let plain = b"A cipher system must not be required to be secret, and it must be able to fall into the hands of the enemy without inconvenience";
        let iv: [u8; 16] = bytes("1a f3 8c 2d c2 b9 6f fd d8 66 94 09 23 41 bc 04").try_into().expect("16");
        let aad = b"The second principle of Auguste Kerckhoffs";
        let text = bytes(
            "4a ff aa ad b7 8c 31 c5 da 4b 1b 59 0d 10 ff bd 3d d8 d5 d3 02 42 35 26 91 2d a0 37 ec bc c7 bd
             82 2c 30 1d d6 7c 37 3b cc b5 84 ad 3e 92 79 c2 e6 d1 2a 13 74 b7 7f 07 75 53 df 82 94 10 44 6b
             36 eb d9 70 66 29 6a e6 42 7e a7 5c 2e 08 46 a1 1a 09 cc f5 37 0d c8 0b fe cb ad 28 c7 3f 09 b3
             a3 b7 5e 66 2a 25 94 41 0a e4 96 b2 e2 e6 60 9e 31 e6 e0 2c c8 37 f0 53 d2 1f 37 ff 4f 51 95 0b
             be 26 38 d0 9d d7 a4 93 09 30 80 6d 07 03 b1 f6",
        );
        let tag =
            bytes("4d d3 b4 c0 88 a7 f4 5c 21 68 39 64 5b 20 12 bf 2e 62 69 a8 c5 6a 81 6d bc 1b 26 77 61 95 5b c5");
        let cipher = Cipher::new(&k);
        let mut sealed = Vec::new();
        cipher.seal_into(&[aad], iv, plain, &mut sealed);
        assert_eq!(sealed, [iv.as_slice(), &text, &tag].concat());
        let mut opened = Vec::new();
        cipher.open_into(&[&aad[..10], &aad[10..]], &sealed, &mut opened).expect("opens");
        assert_eq!(opened, plain);
    }

    #[test]
    fn any_changed_bit_and_any_cut_is_refused() {
        let cipher = Cipher::new(&[7; 64]);
        let mut sealed = Vec::new();
        cipher.seal_into(&[b"row"], [3; 16], "홍길동".as_bytes(), &mut sealed);
        let mut out = Vec::new();
        for bit in 0..sealed.len() * 8 {
            let mut changed = sealed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(cipher.open_into(&[b"row"], &changed, &mut out), None, "bit {bit}");
        }
        for len in 0..sealed.len() {
            assert_eq!(cipher.open_into(&[b"row"], &sealed[..len], &mut out), None, "length {len}");
        }
        assert_eq!(cipher.open_into(&[b"other row"], &sealed, &mut out), None);
        assert_eq!(cipher.open_into(&[b"row"], &sealed, &mut out), Some(()));
    }

    #[test]
    fn every_length_comes_back() {
        let cipher = Cipher::new(&[9; 64]);
        for len in 0..70_u8 {
            let plain: Vec<u8> = (0..len).collect();
            let (mut sealed, mut out) = (vec![0xEE], Vec::new());
            cipher.seal_into(&[], [1; 16], &plain, &mut sealed);
            assert_eq!(sealed.len(), 1 + IV + (usize::from(len) / 16 + 1) * 16 + TAG);
            cipher.open_into(&[], &sealed[1..], &mut out).expect("opens");
            assert_eq!(out, plain);
        }
    }
}
