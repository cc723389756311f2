//! Addresses of the network: e-mail, IP, and what the standards reserve of them.

use std::net::{Ipv4Addr, Ipv6Addr};

/// An e-mail address whose domain can be one: no file name, no version, no clone address (`git@host:path` has no person). A
/// last label of one letter, as in `a@b.c`, is believed where no label has a digit.
pub fn email(value: &str) -> bool {
    let Some((local, domain)) = value.rsplit_once('@') else { return false };
    let last = domain.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    let version = last.len() == 1 && domain.bytes().any(|byte| byte.is_ascii_digit());
    let file = FILE_ENDINGS.binary_search(&last.as_str()).is_ok();
    local.len() <= 64 && mail_domain(domain) && local != "git" && !file && !version
}

/// An e-mail address whose local part stands in quotation marks.
pub fn quoted_email(value: &str) -> bool {
    value.rsplit_once('@').is_some_and(|(local, domain)| local.len() <= 64 && mail_domain(domain))
}

/// Lengths of RFC 1035, section 2.3.4, or an address literal of RFC 5321, section 4.1.3.
fn mail_domain(domain: &str) -> bool {
    match domain.strip_prefix('[').and_then(|literal| literal.strip_suffix(']')) {
        None => domain.len() <= 253 && domain.split('.').all(|label| label.len() <= 63),
        Some(literal) => match literal.strip_prefix("IPv6:") {
            Some(address) => address.parse::<Ipv6Addr>().is_ok(),
            None => literal.parse::<Ipv4Addr>().is_ok(),
        },
    }
}

/// Endings that make a name with an `@` in it a file or a package. Sorted.
#[rustfmt::skip]
const FILE_ENDINGS: &[&str] = &[
    "avi", "bak", "bat", "bin", "bmp", "class", "cmd", "conf", "cpp", "cs", "css", "csv", "dll", "doc", "docx", "ear", "exe",
    "gif", "gz", "htm", "html", "ico", "ini", "jar", "java", "jpeg", "jpg", "js", "json", "jsp", "jsx", "log", "mjs", "pdf",
    "php", "png", "ppt", "pptx", "scss", "so", "sql", "svg", "tar", "tgz", "ts", "tsx", "txt", "vue", "war", "webp", "woff",
    "xls", "xlsx", "xml", "yaml", "yml",
];

/// An address with a user part that names somebody: not the account that every clone address uses.
pub fn url_user(value: &str) -> bool {
    let user = value.split_once("://").and_then(|(_, rest)| rest.split(['@', ':']).next());
    user.is_some_and(|user| !matches!(user, "git" | "hg" | "svn" | "user" | "username"))
}

/// Four numbers below 256 without leading zeros (RFC 6943, section 3.1.1, the strict form).
pub fn ipv4(value: &str) -> bool {
    value.parse::<Ipv4Addr>().is_ok()
}

/// An address that is hardly a version: one of its numbers is 32 or more, or it begins with 10, as private networks do.
pub fn ipv4_not_version(value: &str) -> bool {
    let octets = value.parse::<Ipv4Addr>().map(|address| address.octets());
    octets.is_ok_and(|octets| octets[0] == 10 || octets.iter().any(|&octet| octet >= 32))
}

/// An address in one of the forms of RFC 4291, section 2.2, that cannot be a time, a hardware address or a C++ path.
pub fn ipv6(value: &str) -> bool {
    let parsed = value.parse::<Ipv6Addr>().is_ok();
    let colons = value.bytes().filter(|&byte| byte == b':').count();
    let digit = value.bytes().any(|byte| byte.is_ascii_digit());
    parsed && digit && (colons >= 3 || value.len() >= 6 || value == "::1")
}

/// The standard that reserves an address, if one does.
pub fn reserved_ip(value: &str) -> Option<&'static str> {
    if let Ok(address) = value.parse::<Ipv4Addr>() {
        return reserved_ipv4(address);
    }
    let address: Ipv6Addr = value.parse().ok()?;
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => Some("RFC 4291"),
        [0x2001, 0xdb8, ..] => Some("RFC 3849"),
        [first, ..] if first & 0xfe00 == 0xfc00 => Some("RFC 4193"),
        [first, ..] if first & 0xffc0 == 0xfe80 => Some("RFC 4291"),
        _ => None,
    }
}

fn reserved_ipv4(address: Ipv4Addr) -> Option<&'static str> {
    match address.octets() {
        [127 | 0, ..] => Some("RFC 1122"),
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => Some("RFC 1918"),
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => Some("RFC 5737"),
        [169, 254, ..] => Some("RFC 3927"),
        [100, 64..=127, ..] => Some("RFC 6598"),
        [198, 18 | 19, ..] => Some("RFC 2544"),
        [255, 255, 255, 255] => Some("RFC 919"),
        _ => None,
    }
}

/// The standard that reserves the domain of an e-mail address for examples and tests.
pub fn reserved_domain(value: &str) -> Option<&'static str> {
    let domain = value.rsplit('@').next()?.to_ascii_lowercase();
    let mut labels = domain.rsplit('.');
    match (labels.next()?, labels.next()) {
        ("test" | "example" | "invalid" | "localhost", _) | ("com" | "net" | "org", Some("example")) => Some("RFC 2606"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_and_clone_addresses_are_no_mail() {
        assert!(FILE_ENDINGS.is_sorted());
        assert!(email("mia@example.org"));
        assert!(!email("icon@2x.png") && !email("git@example.org") && !email("mia"));
    }

    #[test]
    fn times_and_hardware_addresses_are_no_ipv6() {
        for address in ["2001:db8::1", "fe80::1ff:fe23:4567:890a", "::1", "::ffff:192.0.2.1"] {
            assert!(ipv6(address), "{address}");
        }
        for other in ["12:34:56", "00:1b:44:11:3a:b7", "::", "a::b", "std::io"] {
            assert!(!ipv6(other), "{other}");
        }
    }

    #[test]
    fn reserved_ranges_name_their_standard() {
        let cases = [
            ("203.0.113.9", Some("RFC 5737")),
            ("10.1.2.3", Some("RFC 1918")),
            ("8.8.8.8", None),
            ("2001:db8::1", Some("RFC 3849")),
        ];
        for (address, standard) in cases {
            assert_eq!(reserved_ip(address), standard, "{address}");
        }
        assert_eq!(reserved_domain("mia@mail.example.org"), Some("RFC 2606"));
        assert_eq!(reserved_domain("mia@examples.org"), None);
    }
}
