//! Secrets: proofs that work offline, and what is only a placeholder for a secret.

/// The last six characters are the base-62 CRC-32 of the rest behind the prefix (GitHub's engineering blog, 5 April 2021,
/// "Behind GitHub's new authentication token formats").
pub fn github_token(value: &str) -> bool {
    let body = value.rsplit('_').next().unwrap_or("");
    let Some((random, check)) = body.len().checked_sub(6).and_then(|at| body.split_at_checked(at)) else { return false };
    let expected = base62(check.as_bytes());
    // Classic tokens sign the random part, fine-grained ones everything before the check; both are accepted.
    let signed = [random, value.get(..value.len() - 6).unwrap_or("")];
    expected.is_some() && signed.iter().any(|text| Some(u64::from(crc32(text.as_bytes()))) == expected)
}

fn base62(text: &[u8]) -> Option<u64> {
    text.iter().try_fold(0, |value, byte| {
        let digit = match byte {
            b'0'..=b'9' => byte - b'0',
            b'A'..=b'Z' => byte - b'A' + 10,
            b'a'..=b'z' => byte - b'a' + 36,
            _ => return None,
        };
        Some(value * 62 + u64::from(digit))
    })
}

/// CRC-32 as in ISO/IEC 8802-3, bit by bit: it runs once per token, a table would only travel.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

/// The first part decodes to a JSON object with a member `alg` (RFC 7515, section 4.1.1).
pub fn jwt(value: &str) -> bool {
    let header = value.split('.').next().unwrap_or("");
    let Some(decoded) = base64url(header.as_bytes()) else { return false };
    let Ok(text) = std::str::from_utf8(&decoded) else { return false };
    let text = text.trim();
    text.starts_with('{') && text.ends_with('}') && text.contains("\"alg\"")
}

fn base64url(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0u32, 0u8);
    for byte in text {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return None,
        };
        (bits, held) = (bits << 6 | u32::from(value), held + 6);
        if held >= 8 {
            held -= 8;
            out.push((bits >> held & 0xff) as u8);
        }
    }
    Some(out)
}

/// An AWS secret key: upper, lower and digits mixed as chance mixes them, so no hash and no path.
pub fn aws_secret(value: &str) -> bool {
    let has = |is: fn(&u8) -> bool| value.bytes().any(|byte| is(&byte));
    has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit) && not_placeholder(value)
}

/// Not what documentation writes where a secret belongs: `<password>`, `${TOKEN}`, `xxxx`, `changeme`, `…EXAMPLE`.
pub fn not_placeholder(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    let wrapped = lower.starts_with(['<', '{', '[', '%', '$', '*', '#', '(']) || lower.contains("${") || lower.contains("{{");
    let mut seen = [false; 256];
    let distinct = lower.bytes().filter(|&byte| !std::mem::replace(&mut seen[usize::from(byte)], true)).count();
    let named = PLACEHOLDERS.binary_search(&lower.as_str()).is_ok();
    let marked = ["xxxx", "example", "your-", "your_", "placeholder", "redacted", "dummy", "...", "****"];
    !wrapped && !named && distinct >= 4 && !marked.iter().any(|mark| lower.contains(mark))
}

/// A value behind `password=` and the like, without quotes around it, that is no expression of a programming language.
pub fn secret_value(value: &str) -> bool {
    let word = value.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    let code = value.contains(['(', '[', '{', '|']) || value.contains("::") || value.contains("->");
    let member = value.split('.').count() > 1
        && value.split('.').all(|part| part.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_'));
    not_placeholder(value) && !word && !code && !member
}

/// `user:password` in front of an `@`: the password is a real one.
pub fn url_password(value: &str) -> bool {
    value.split_once(':').is_some_and(|(_, password)| password.len() >= 3 && not_placeholder(password))
}

/// The value of a query parameter that promises a secret: an id at least, not a word and not a work item's key.
pub fn parameter_secret(value: &str) -> bool {
    let key = value.split_once('-').is_some_and(|(space, number)| {
        space.bytes().all(|byte| byte.is_ascii_uppercase()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    super::mixed(value) && !key && not_placeholder(value)
}

/// A value behind `api_key=` and the like: letters and digits in variety.
pub fn assigned_secret(value: &str) -> bool {
    let mut seen = [false; 256];
    let distinct = value.bytes().filter(|&byte| !std::mem::replace(&mut seen[usize::from(byte)], true)).count();
    super::mixed(value) && distinct >= 8 && secret_value(value) && !value.starts_with('/')
}

/// What stands for "a password goes here", or for no value. Sorted.
#[rustfmt::skip]
const PLACEHOLDERS: &[&str] = &[
    "boolean", "change-me", "change_me", "changeit", "changeme", "default", "disabled", "empty", "enabled", "false", "function",
    "hidden", "integer", "invalid", "missing", "mypassword", "newpassword", "none", "null", "number", "object", "optional",
    "passwd", "password", "private", "public", "required", "secret", "secure", "string", "test", "token", "true", "undefined",
    "unknown", "username", "value",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crc32_has_the_published_check_value() {
        // The check value of CRC-32/ISO-HDLC for "123456789".
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn github_tokens_prove_themselves() {
        let random = "FakeFakeFakeFakeFakeFakeFakeFa";
        let mut value = u64::from(crc32(random.as_bytes()));
        let mut check = [b'0'; 6];
        for place in check.iter_mut().rev() {
            *place = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[(value % 62) as usize];
            value /= 62;
        }
        let check = std::str::from_utf8(&check).expect("ASCII");
        assert!(github_token(&format!("ghp_{random}{check}")));
        assert!(!github_token(&format!("ghp_{random}000000")));
        assert!(!github_token("ghp_é") && !github_token(""));
    }

    #[test]
    fn a_jwt_header_names_its_algorithm() {
        // {"alg":"none"} and {"a":1}
        assert!(jwt("eyJhbGciOiJub25lIn0.e30."));
        assert!(!jwt("eyJhIjoxfQ.e30."));
        assert!(!jwt("é.e30."));
    }

    #[test]
    fn placeholders_are_no_secrets() {
        assert!(PLACEHOLDERS.is_sorted());
        for text in ["<password>", "${TOKEN}", "xxxxxxxx", "changeme", "AKIAIOSFODNN7EXAMPLE", "aaaa", "your-key", "********"] {
            assert!(!not_placeholder(text), "{text}");
        }
        assert!(not_placeholder("mule%40123") && not_placeholder("tiger7moon"));
        assert!(!secret_value("getPassword()") && !secret_value("config.db.pass") && !secret_value("string"));
    }
}
