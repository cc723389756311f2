//! Format-preserving encryption: FF1 of NIST SP 800-38G over the digits of a value, or over its letters and digits.

use aes::Aes256;
use fpe::ff1::{FF1, FlexibleNumeralString};

/// The least number of values that a domain must have (NIST SP 800-38G, revision 1, section 5.1).
const LEAST_DOMAIN: f64 = 1e6;

/// The value under the key: digits become digits where it has nothing else, else letters and digits become letters and digits;
/// every other sign stays. Nothing where the domain is too small to hide in.
pub(super) fn encrypt(key: &[u8; 32], tweak: &[u8], original: &str) -> Option<String> {
    let letters = original.chars().any(char::is_alphabetic);
    let radix = if letters { 36 } else { 10 };
    if !original.chars().all(|c| c.is_ascii_alphanumeric() || !c.is_alphanumeric()) {
        return None;
    }
    let numerals: Vec<u16> = original.chars().filter_map(|c| c.to_digit(36)).map(|numeral| numeral as u16).collect();
    let length = i32::try_from(numerals.len()).ok()?;
    if f64::from(radix).powi(length) < LEAST_DOMAIN {
        return None;
    }
    let cipher = FF1::<Aes256>::new(key, radix).ok()?;
    let encrypted: Vec<u16> = cipher.encrypt(tweak, &FlexibleNumeralString::from(numerals)).ok()?.into();
    let mut next = encrypted.into_iter().filter_map(|numeral| char::from_digit(u32::from(numeral), 36));
    let put = |c: char| if c.is_ascii_alphanumeric() { next.next().unwrap_or(c) } else { c };
    Some(original.chars().map(put).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_stays_and_equal_values_stay_equal() {
        let key = [7; 32];
        let once = encrypt(&key, b"PHONE_NUMBER", "+41 44 668 18 00").expect("eleven digits are enough");
        assert_eq!(once.len(), "+41 44 668 18 00".len());
        assert!(once.starts_with('+') && once != "+41 44 668 18 00");
        assert_eq!(Some(once), encrypt(&key, b"PHONE_NUMBER", "+41 44 668 18 00"));
        assert!(encrypt(&key, b"PHONE_NUMBER", "12345").is_none(), "a hundred thousand values are too few");
        assert!(encrypt(&key, b"PERSON", "Zoë Krüger").is_none());
    }

    #[test]
    fn ff1_gives_the_published_example() {
        // NIST, FF1 samples, number 7: AES-256, radix 10, no tweak.
        let key = [
            0x2B, 0x7E, 0x15, 0x16, 0x28, 0xAE, 0xD2, 0xA6, 0xAB, 0xF7, 0x15, 0x88, 0x09, 0xCF, 0x4F, 0x3C, 0xEF, 0x43, 0x59,
            0xD8, 0xD5, 0x80, 0xAA, 0x4F, 0x7F, 0x03, 0x6D, 0x6F, 0x04, 0xFC, 0x6A, 0x94,
        ];
        assert_eq!(encrypt(&key, b"", "0123456789").as_deref(), Some("6657667009"));
    }
}
