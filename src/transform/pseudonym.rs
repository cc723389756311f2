//! [`PseudonymKey`]: keyed stand-ins. Whoever holds the key can tell who is meant, so they are *not* anonymous
//! (GDPR, Article 4(5)).

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// The secret under which equal originals get equal stand-ins. 32 bytes.
#[derive(Clone)]
pub struct PseudonymKey([u8; 32]);

impl std::fmt::Debug for PseudonymKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PseudonymKey(…)")
    }
}

/// Digits and letters without those that are mistaken for one another (Crockford's base 32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl PseudonymKey {
    /// The key itself.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A key that everybody with the seed can make: for demos, tests and reproducible previews only.
    pub fn from_seed(seed: &str) -> Self {
        Self(Sha256::new_with_prefix("data-contribution seed\0").chain_update(seed).finalize().into())
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if hex.len() != 64 || !hex.is_ascii() {
            return None;
        }
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(&hex[at..at + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// A hash of an original within its domain (the entity), as 16 hexadecimal digits: 64 bits of HMAC-SHA-256 (RFC 2104).
    pub fn hash(&self, domain: &str, original: &str) -> String {
        self.mac(domain, original)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A readable stand-in, as in `PERSON-7QK2M4XA`: 40 bits of HMAC-SHA-256.
    pub fn pseudonym(&self, domain: &str, original: &str) -> String {
        let bits = self.mac(domain, original)[..5].iter().fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
        let digit = |place: u32| char::from(ALPHABET[(bits >> (5 * (7 - place)) & 31) as usize]);
        format!("{domain}-{}", (0..8).map(digit).collect::<String>())
    }

    /// A number that follows from the key and an original within its domain: 64 bits of HMAC-SHA-256.
    pub(super) fn number(&self, domain: &str, original: &str) -> u64 {
        self.mac(domain, original)[..8].iter().fold(0, |bits, &byte| bits << 8 | u64::from(byte))
    }

    /// The key for one scope: what is stood in for under it cannot be linked with what is under another.
    pub(super) fn within(&self, scope: &str, id: &str) -> Self {
        Self(self.mac(scope, id))
    }

    /// The key itself, for a cipher.
    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn mac(&self, domain: &str, original: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        for part in [domain, "\0", original] {
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_originals_get_equal_pseudonyms_and_different_ones_different() {
        let key = PseudonymKey::from_seed("test");
        assert_eq!(key.pseudonym("PERSON", "Mia"), key.pseudonym("PERSON", "Mia"));
        assert_ne!(key.pseudonym("PERSON", "Mia"), key.pseudonym("PERSON", "Mio"));
        assert_ne!(key.hash("PERSON", "Mia"), key.hash("USERNAME", "Mia"));
        assert_ne!(key.hash("PERSON", "Mia"), PseudonymKey::from_seed("other").hash("PERSON", "Mia"));
    }

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        assert!(PseudonymKey::from_hex(&"a0".repeat(32)).is_some());
        assert!(PseudonymKey::from_hex(&"a0".repeat(31)).is_none());
        assert!(PseudonymKey::from_hex(&"g0".repeat(32)).is_none());
    }
}
