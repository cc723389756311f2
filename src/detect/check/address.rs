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

/// The user part of an address that names somebody: not the account that every clone address uses.
pub fn url_user(value: &str) -> bool {
    !matches!(value, "git" | "hg" | "svn" | "user" | "username")
}

/// An address and the length of its network's prefix, where one is given (RFC 4632, section 3.1).
fn network(value: &str) -> (&str, Option<u32>) {
    match value.split_once('/') {
        Some((address, prefix)) => (address, prefix.parse().ok()),
        None => (value, None),
    }
}

/// Four numbers below 256 without leading zeros (RFC 6943, section 3.1.1, the strict form); of a network, no bits behind the
/// prefix.
pub fn ipv4(value: &str) -> bool {
    let (address, prefix) = network(value);
    let Ok(address) = address.parse::<Ipv4Addr>() else { return false };
    prefix.is_none_or(|prefix| prefix <= 32 && u32::from(address).checked_shl(prefix).unwrap_or(0) == 0)
}

/// An address that is hardly a version: one of its numbers is 32 or more, it begins with 10, as private networks do, is that
/// of no machine, or is a network.
pub fn ipv4_not_version(value: &str) -> bool {
    let address = network(value).0.parse::<Ipv4Addr>();
    let evident = |octets: [u8; 4]| octets[0] == 10 || octets.iter().any(|&octet| octet >= 32) || octets == [0; 4];
    ipv4(value) && (value.contains('/') || address.is_ok_and(|address| evident(address.octets())))
}

/// An address in one of the forms of RFC 4291, section 2.2, that cannot be a time, a hardware address or a C++ path; also with
/// the zone of RFC 4007, section 11, or the length of a prefix.
pub fn ipv6(value: &str) -> bool {
    let address = value.split(['/', '%']).next().unwrap_or("");
    let colons = address.bytes().filter(|&byte| byte == b':').count();
    let digit = address.bytes().any(|byte| byte.is_ascii_digit());
    // Eight pairs are a hardware address.
    let pairs = address.len() == 23 && address.split(':').all(|group| group.len() == 2);
    // A lone `::` is an operator of most languages; the network of that name is none.
    let all = address == "::" && value.len() > address.len();
    any_ipv6(value) && !pairs && (all || digit && (colons >= 3 || address.len() >= 6 || address == "::1"))
}

/// As [`ipv6`], also the address of no machine, `::`.
pub fn any_ipv6(value: &str) -> bool {
    let (address, prefix) = network(value);
    let address = address.split('%').next().unwrap_or("");
    address.parse::<Ipv6Addr>().is_ok() && prefix.is_none_or(|prefix| prefix <= 128)
}

/// A hardware address: six or eight pairs of hexadecimal digits with the same separator throughout, of one machine.
pub fn hardware_address(value: &str) -> bool {
    let digits = value.bytes().filter(u8::is_ascii_hexdigit).count();
    let mut signs = value.bytes().filter(|byte| !byte.is_ascii_hexdigit());
    let first = signs.next();
    let only = |digit: u8| value.bytes().all(|byte| byte.eq_ignore_ascii_case(&digit) || !byte.is_ascii_hexdigit());
    matches!(digits, 12 | 16) && signs.all(|sign| Some(sign) == first) && !only(b'0') && !only(b'f')
}

/// The standard that reserves a hardware address: for documentation, for groups, or for whoever administers a network.
pub fn reserved_hardware(value: &str) -> Option<&'static str> {
    let digits: String = value.chars().filter(char::is_ascii_hexdigit).map(|digit| digit.to_ascii_lowercase()).collect();
    let first = u8::from_str_radix(digits.get(..2)?, 16).ok()?;
    match digits.get(..6)? {
        // The ranges for documentation, unicast and multicast, of section 2.1.2.
        "00005e" | "01005e" if digits.get(6..10)?.starts_with("0053") || digits.get(6..9)? == "900" => Some("RFC 7042"),
        _ if first & 2 != 0 => Some("IEEE 802 (locally administered)"),
        _ => None,
    }
}

/// The name of a machine inside a network, and not that of a file, a package or a member in a program: it has a number or a
/// hyphen, or three parts.
pub fn machine_name(value: &str) -> bool {
    let first = value.split('.').next().unwrap_or("");
    let numbered = first.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
    let package =
        matches!(first, "android" | "com" | "io" | "java" | "javax" | "jdk" | "kotlin" | "net" | "org" | "scala" | "sun");
    !package && (numbered || value.bytes().filter(|&byte| byte == b'.').count() > 1)
}

/// A web address whose host has two labels, a port or a path; behind `www` two labels.
pub fn web_host(value: &str) -> bool {
    match value.split_once("://") {
        Some((_, rest)) => rest.contains(['.', ':', '/', '#', '?']),
        None => value.bytes().filter(|&byte| byte == b'.').count() > 1,
    }
}

/// The name of a domain, and not that of a platform that is written alike.
pub fn domain(value: &str) -> bool {
    let first = value.split('.').next().unwrap_or("").to_ascii_lowercase();
    !matches!(first.as_str(), "ado" | "asp" | "java" | "microsoft-net" | "org" | "com" | "system" | "vb")
}

/// A latitude and a longitude in degrees, within their ranges and with four decimals or more (about ten meters).
pub fn coordinates(value: &str) -> bool {
    let mut numbers = value.split(|c: char| !matches!(c, '0'..='9' | '.' | '-')).filter(|part| part.len() > 1);
    let mut within = |limit: u32| {
        let number = numbers.next().map(|part| part.strip_prefix('-').unwrap_or(part));
        let (whole, part) = number.and_then(|number| number.split_once('.').or(Some((number, "")))).unwrap_or_default();
        let is_whole = part.bytes().all(|digit| digit == b'0');
        part.bytes().all(|digit| digit.is_ascii_digit())
            && whole.parse().is_ok_and(|whole: u32| whole < limit || whole == limit && is_whole)
    };
    within(90) && within(180)
}

/// The standard that reserves an address, if one does.
pub fn reserved_ip(value: &str) -> Option<&'static str> {
    let value = value.split(['/', '%']).next()?;
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
    fn networks_have_no_bits_behind_the_prefix() {
        assert!(ipv4("192.168.1.0/24") && ipv4("10.0.0.0/8") && ipv4("0.0.0.0/0") && ipv4("192.0.2.1/32"));
        assert!(!ipv4("192.168.1.5/24") && !ipv4("10.0.0.0/33"));
        assert!(ipv6("2001:db8::/32") && ipv6("fe80::1%eth0") && any_ipv6("::/128") && !any_ipv6("::/129"));
    }

    #[test]
    fn hardware_addresses_have_one_separator() {
        assert!(hardware_address("00:1b:44:11:3a:b7") && hardware_address("001b.4411.3ab7") && hardware_address("001b44113ab7"));
        assert!(!hardware_address("00:1b-44:11:3a:b7") && !hardware_address("00:00:00:00:00:00"));
        // RFC 7042, section 2.1.2: 00-00-5E-00-53-00 through 00-00-5E-00-53-FF are for documentation.
        assert_eq!(reserved_hardware("00-00-5E-00-53-01"), Some("RFC 7042"));
        assert_eq!(reserved_hardware("00:1b:44:11:3a:b7"), None);
        assert_eq!(reserved_hardware("02:42:ac:11:00:02"), Some("IEEE 802 (locally administered)"));
    }

    #[test]
    fn machines_are_no_members_of_programs() {
        assert!(machine_name("db-01.local") && machine_name("db.eu.corp") && machine_name("nas2.lan"));
        assert!(!machine_name("settings.local") && !machine_name("org.gradle.internal"));
        assert!(coordinates("-33.8688, 151.2093") && coordinates("90.0000, -180.0000") && coordinates("-0.1276, 51.5072"));
        assert!(!coordinates("90.0001, 16.3738") && !coordinates("48.2082, 180.0001") && !coordinates("1.2.3, 16.3738"));
        assert!(coordinates("48.2082, 16.3738") && !coordinates("98.2082, 16.3738") && !coordinates("48.2082, 196.3738"));
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
