//! Chance or language: what tells a key from a word, a name in code, a path or a number. Whole numbers only, so that every
//! machine measures the same.

use super::placeholder::{distinct, not_placeholder};

/// Pairs of letters that follow each other in English and in the names of programs, by first letter: bit n is the letter n
/// of the alphabet. The 200 most frequent of 676; nine of ten pairs in such text are among them, three of ten in chance.
const PAIRS: [u32; 26] = pairs([
    "bcdgilmnprsty",
    "aeilouy",
    "aefhklortu",
    "adeiosw",
    "acdefglmnpqrstvwxy",
    "aefgilnoru",
    "aehilnoru",
    "aeiort",
    "acdefglmnoprstvz",
    "aou",
    "aein",
    "adefilopstu",
    "abeimopu",
    "acdefgiopstu",
    "bcdfgiklmnoprstuvw",
    "aehiloprtu",
    "u",
    "acdegimnorstuy",
    "acehiopstuw",
    "acehiorstuwy",
    "bceilmnprst",
    "aei",
    "aehior",
    "ipt",
    "eop",
    "e",
]);

const fn pairs(following: [&str; 26]) -> [u32; 26] {
    let mut table = [0; 26];
    let mut first = 0;
    while first < 26 {
        let letters = following[first].as_bytes();
        let mut at = 0;
        while at < letters.len() {
            table[first] |= 1 << (letters[at] - b'a');
            at += 1;
        }
        first += 1;
    }
    table
}

/// Whether the letters follow each other as in words: in runs of four and more at least five pairs, of which seven in ten are
/// frequent ones, and these runs are two fifths of the value. A capital behind a small letter begins a new run.
fn is_wordy(value: &str) -> bool {
    let (mut all, mut frequent, mut covered) = (0, 0, 0);
    for run in value.as_bytes().chunk_by(|a, b| a.is_ascii_alphabetic() && (b.is_ascii_lowercase() || joins_capitals(*a, *b))) {
        if run.len() >= 4 {
            let letter = |byte: u8| byte.to_ascii_lowercase() - b'a';
            covered += run.len();
            all += run.len() - 1;
            frequent += run.windows(2).filter(|pair| PAIRS[usize::from(letter(pair[0]))] >> letter(pair[1]) & 1 == 1).count();
        }
    }
    all >= 5 && frequent * 10 >= all * 7 && covered * 5 >= value.len() * 2
}

fn joins_capitals(a: u8, b: u8) -> bool {
    a.is_ascii_uppercase() && b.is_ascii_uppercase()
}

/// Shannon's entropy in thousandths of a bit for each byte.
fn entropy(value: &str) -> u32 {
    let mut counts = [0u32; 256];
    value.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    let length = u32::try_from(value.len()).unwrap_or(u32::MAX).max(1);
    let weighted: u64 = counts.iter().filter(|&&count| count > 0).map(|&count| u64::from(count) * u64::from(log2(count))).sum();
    log2(length).saturating_sub(u32::try_from(weighted / u64::from(length)).unwrap_or(u32::MAX))
}

/// The binary logarithm in thousandths, by squaring: no table and no floating point.
fn log2(number: u32) -> u32 {
    let whole = number.max(1).ilog2();
    // The mantissa, 1 to 2, with 31 bits behind the point.
    let mut mantissa = u64::from(number.max(1)) << 31 >> whole;
    let mut fraction = 0;
    for _ in 0..16 {
        mantissa = (mantissa * mantissa) >> 31;
        let carry = mantissa >> 32;
        mantissa >>= carry;
        fraction = fraction << 1 | carry as u32;
    }
    whole * 1000 + ((fraction * 1000) >> 16)
}

/// At least three bits for each byte: what chance makes of twelve signs or more, and a sentence of filler does not.
pub fn high_entropy(value: &str) -> bool {
    entropy(value) >= 3000 && !is_sequence(value) && super::complete_token(value) && not_placeholder(value)
}

/// Whether it counts up: `0123456789`, `abcdefghij`.
fn is_sequence(value: &str) -> bool {
    value.as_bytes().chunk_by(|a, b| a + 1 == *b).any(|run| run.len() >= 10)
}

/// No UUID (RFC 9562, section 4).
pub fn no_uuid(value: &str) -> bool {
    let groups = value.split('-').map(|group| if group.bytes().all(|byte| byte.is_ascii_hexdigit()) { group.len() } else { 0 });
    !groups.eq([8, 4, 4, 4, 12])
}

/// What chance made, not a word, a name in code, a path, a date or a version: letters and digits in variety, or a long run
/// of letters that no language writes.
pub fn opaque(value: &str) -> bool {
    let count = |is: fn(&u8) -> bool| value.bytes().filter(is).count();
    let (letters, digits) = (count(u8::is_ascii_alphabetic), count(u8::is_ascii_digit));
    let varied = distinct(value) >= 6 && entropy(value) >= 2500;
    let mixed = digits > 0 && letters > 1 || letters >= 20;
    mixed && varied && !is_wordy(value) && !is_composed(value) && not_placeholder(value)
}

/// [`opaque`], with both letters and digits, at least three of each.
pub fn opaque_mixed(value: &str) -> bool {
    let count = |is: fn(&u8) -> bool| value.bytes().filter(is).count();
    opaque(value) && count(u8::is_ascii_alphabetic) >= 3 && count(u8::is_ascii_digit) >= 3
}

/// Parts between signs that are words or numbers each, as in a file's name, a host or a slug: `build-2024-rc1`.
fn is_composed(value: &str) -> bool {
    let parts = || value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let plain = |part: &&str| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit());
        let word = letters.bytes().all(|byte| byte.is_ascii_alphabetic()) && (letters.len() <= 12 || is_wordy(letters));
        let digits = part.len() - letters.len();
        word && digits <= if letters.is_empty() { 8 } else { 4 }
    };
    parts().count() >= 2 && parts().filter(plain).count() == parts().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_the_textbook() {
        assert_eq!([1, 2, 3, 8, 10, 256].map(log2), [0, 1000, 1584, 3000, 3321, 8000]);
        assert_eq!(entropy("aaaa"), 0);
        assert_eq!(entropy("0123456789abcdef"), 4000);
    }

    #[test]
    fn chance_is_told_from_language() {
        for text in ["k9J2mQ7xT4bW8zR1", "f4k3f4k3a1b2c3d4e5", "3f2b9c1d8e7a6054", "qzkvxwpjhdqzfkgnbvxc", "t1ger7m00n#Lake"] {
            assert!(opaque(text), "{text}");
        }
        for text in [
            "getUserNameFromSession2",
            "config-production-2024",
            "eu-central-1.example",
            "ApplicationContext",
            "20231217",
            "feature/login-page-2",
            "1.7.8.Final",
            "default2",
            "org_spring_framework7",
            "internationalization",
        ] {
            assert!(!opaque(text), "{text}");
        }
    }
}
