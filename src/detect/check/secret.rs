//! Secrets: proofs that work offline. What is only a placeholder is told in [`placeholder`], chance from words in [`random`].

mod placeholder;
mod random;

pub use placeholder::{complete_address, complete_token, not_placeholder, secret_value};
pub use random::{high_entropy, no_uuid, opaque, opaque_mixed};

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

/// An access key id of AWS names the account it belongs to: bits 1 to 40 behind the prefix, as a number of twelve digits
/// (published by A. Bursavich and confirmed by AWS' own `sts:GetAccessKeyInfo`).
pub fn aws_account(value: &str) -> bool {
    let bits = value.bytes().skip(4).take(10).try_fold(0u64, |bits, byte| {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'2'..=b'7' => byte - b'2' + 26,
            _ => return None,
        };
        Some(bits << 5 | u64::from(digit))
    });
    bits.is_some_and(|bits| (bits >> 9 & 0xff_ffff_ffff) < 1_000_000_000_000)
}

/// Not one of the keys that the public sources of Google's Firebase SDKs carry as examples; their CRC-32 tells them.
pub fn unpublished_google_key(value: &str) -> bool {
    const PUBLISHED: &[u32] = &[
        0x0839_4327,
        0x1f35_8cbe,
        0x202f_468f,
        0x3627_aa84,
        0x3c5d_7fda,
        0x5c29_8136,
        0x6159_ac90,
        0x6a4f_7820,
        0x6b66_e8a8,
        0x6b94_63f8,
        0x7aa1_20d5,
        0x94bb_94f9,
        0xafe8_ff3e,
        0xfbc4_7221,
        0xffdd_d189,
    ];
    PUBLISHED.binary_search(&crc32(value.as_bytes())).is_err()
}

/// The first part decodes to a JSON object with a member `alg` (RFC 7515, section 4.1.1).
pub fn jwt(value: &str) -> bool {
    let header = value.split('.').next().unwrap_or("");
    let Some(decoded) = base64url(header.as_bytes()) else { return false };
    let Ok(text) = std::str::from_utf8(&decoded) else { return false };
    let text = text.trim();
    text.starts_with('{') && text.ends_with('}') && text.contains("\"alg\"")
}

/// Decodes to `user:password` with a password that is no placeholder (RFC 7617, section 2).
pub fn basic_credentials(value: &str) -> bool {
    let decoded = base64url(value.trim_end_matches('=').as_bytes());
    decoded.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok()).is_some_and(|text| {
        text.split_once(':')
            .is_some_and(|(_, password)| !password.contains(char::is_control) && not_placeholder(password) && password.len() > 2)
    })
}

/// Decodes to the armor of a private key (RFC 7468, section 2).
pub fn encoded_private_key(value: &str) -> bool {
    let head = value.trim_end_matches('=').as_bytes();
    let head = &head[..head.len().min(64)];
    base64url(head).is_some_and(|bytes| String::from_utf8_lossy(&bytes).contains("PRIVATE"))
}

/// What stands between the lines of an armor, or behind the first where the last is cut off, is long enough for a key.
pub fn armored_key(value: &str) -> bool {
    let body = value.split("-----").nth(2).unwrap_or("");
    body.bytes().filter(u8::is_ascii_alphanumeric).count() >= 20
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

/// `user:password` in front of an `@`: the password is a real one, and more than the user's name once again.
pub fn url_password(value: &str) -> bool {
    value
        .split_once(':')
        .is_some_and(|(user, password)| password.len() >= 3 && !password.eq_ignore_ascii_case(user) && not_placeholder(password))
}

/// An address with a password in it that is a real one, as [`url_password`] says.
pub fn connection(value: &str) -> bool {
    let authority = value.split_once("://").map_or("", |(_, rest)| rest);
    authority.rsplit_once('@').is_some_and(|(user, _)| url_password(user))
}

/// The value of a query parameter that promises a secret: an id at least, not a word and not a work item's key.
pub fn parameter_secret(value: &str) -> bool {
    let key = value.split_once('-').is_some_and(|(space, number)| {
        space.bytes().all(|byte| byte.is_ascii_uppercase()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    super::mixed(value) && !key && not_placeholder(value)
}

/// Credentials behind `Authorization:`: a user and a password in Base64, or an opaque token.
pub fn authorization(value: &str) -> bool {
    let text = base64url(value.trim_end_matches('=').as_bytes()).and_then(|bytes| String::from_utf8(bytes).ok());
    match text {
        Some(text) if text.contains(':') && !text.contains(char::is_control) => basic_credentials(value),
        Some(_) | None => opaque(value) && !value.starts_with("eyJ"),
    }
}

/// A password in a sentence or behind an option, where words mean themselves: a letter with a digit or a sign among them.
pub fn password_text(value: &str) -> bool {
    let core = value.trim_end_matches(['.', ',', '!', '?', ':', '-']);
    let has = |is: fn(&u8) -> bool| core.bytes().any(|byte| is(&byte));
    let letters = has(u8::is_ascii_alphabetic);
    core.len() >= 5 && letters && (has(u8::is_ascii_digit) || has(|byte| b"!#$%&*+=?@^~".contains(byte))) && secret_value(value)
}

/// Not a path or an address: where secrets are kept is none.
pub fn no_path(value: &str) -> bool {
    let named = value.starts_with("arn:") || value.contains("://") || value.starts_with("./") || value.starts_with("../");
    let slashes = value.bytes().filter(|&byte| byte == b'/').count();
    let path = value.starts_with(['/', '~']) || slashes > 1 && !super::mixed(value) || value.contains('#');
    !named && (slashes == 0 || !path)
}

/// The last part of a Slack token holds digits, and there are at least twenty characters.
pub fn slack_token(value: &str) -> bool {
    value.len() >= 20 && value.bytes().filter(u8::is_ascii_digit).count() >= 3
}

/// Anything that chance made, without what only looks like it in code: an expression, a path.
pub fn assigned_secret(value: &str) -> bool {
    secret_value(value) && !value.starts_with('/') && opaque(value)
}

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
    fn an_access_key_names_its_account() {
        // Twelve digits of account at most: the largest number of 40 bits is no account.
        assert!(aws_account(concat!("AKIA", "FAKEFAKEFAKE2345")));
        assert!(!aws_account(concat!("AKIA", "777777777FAKE2345")) && !aws_account("AKIA1"));
    }

    #[test]
    fn encoded_credentials_are_looked_into() {
        // "mia:tiger7moon", "user:password", "hello world" and an armor.
        assert!(basic_credentials("bWlhOnRpZ2VyN21vb24=") && !basic_credentials("aGVsbG8gd29ybGQ="));
        assert!(!basic_credentials("dXNlcjpwYXNzd29yZA=="));
        assert!(encoded_private_key(concat!("LS0tLS1CRUdJTiBQUklW", "QVRFIEtFWS0tLS0tCg==")));
        assert!(!encoded_private_key("LS0tLS1CRUdJTiBQVUJMSUMgS0VZLS0tLS0K"));
    }

    #[test]
    fn a_jwt_header_names_its_algorithm() {
        // {"alg":"none"} and {"a":1}
        assert!(jwt("eyJhbGciOiJub25lIn0.e30."));
        assert!(!jwt("eyJhIjoxfQ.e30."));
        assert!(!jwt("é.e30."));
    }
}
