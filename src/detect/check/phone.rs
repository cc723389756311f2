//! Telephone numbers: whether a country has such a code and such lengths (ITU-T E.164 and its list of assigned codes).

use super::digits;

/// An international number: an assigned country code, and as many digits behind it as that country uses.
pub fn phone(value: &str) -> bool {
    let number: Vec<u8> = digits(main(value)).collect();
    let plus = value.trim_start_matches(['(', ' ']).starts_with('+');
    let number = if plus { &number[..] } else { number.strip_prefix(&[0, 0]).unwrap_or(&number) };
    let Some((code, rest)) = split_country(number) else { return false };
    // `+49 (0)30 …`: the trunk zero is written, though not dialed.
    let national = if code != 39 { rest.strip_prefix(&[0]).unwrap_or(rest) } else { rest };
    let (shortest, longest) = national_lengths(code);
    let plausible_start = code != 1 || national.first().is_some_and(|&digit| digit >= 2);
    (shortest..=longest).contains(&national.len()) && plausible_start && !repeats(national)
}

/// A national number of the North American Numbering Plan: area and exchange begin with 2 to 9.
pub fn north_american_phone(value: &str) -> bool {
    let number: Vec<u8> = digits(main(value)).collect();
    let number = if number.len() == 11 { number.strip_prefix(&[1]).unwrap_or(&number) } else { &number };
    north_american(number) && !repeats(number)
}

/// What stands before an extension.
fn main(value: &str) -> &str {
    value.split(['x', 'e']).next().unwrap_or(value)
}

/// A national number behind a trunk zero: nine to twelve digits in groups of like length, and neither a date nor a social
/// security number. An extension behind a hyphen may be of any length.
pub fn national_phone(value: &str) -> bool {
    let lengths: Vec<usize> = groups(value).map(str::len).collect();
    let length: usize = lengths.iter().sum();
    let pairs = lengths.iter().all(|&length| length == 2);
    let number: Vec<u8> = digits(value).collect();
    let subscriber = &lengths[1.min(lengths.len())..];
    let (least, most) = (subscriber.iter().min().copied().unwrap_or(0), subscriber.iter().max().copied().unwrap_or(0));
    let alike = most - least <= 2 || value.rfind('-') > value.rfind([' ', '/']);
    let shape = (!pairs || length == 10) && lengths != [3, 2, 4] && lengths != [4, 3, 3] && alike;
    (9..=12).contains(&length) && shape && !repeats(&number) && !has_date(value)
}

/// Seven to fourteen digits that some country could have, or six in pairs: no date, no run of one digit, no counting up.
pub fn likely_phone(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    let counting = number.windows(2).all(|pair| pair[1] == (pair[0] + 1) % 10);
    let enough = || number.len() > 6 || groups(value).count() == 3 && value.contains(' ');
    (6..=14).contains(&number.len()) && enough() && !is_measure(value) && !repeats(&number) && !counting && !has_date(value)
}

/// Digits behind a word for telephone: five to fifteen, those few without points, and no date.
pub fn introduced_phone(value: &str) -> bool {
    let number: Vec<u8> = digits(main(value)).collect();
    let short = number.len() < 7 && value.contains(['.', '/']);
    let split = groups(value).count() > 1 || number.len() > 4;
    (5..=15).contains(&number.len()) && split && !short && !has_date(value) && !repeats(&number)
}

/// Letters on the keypad: seven to nine behind the toll-free code, four of them letters at least.
pub fn vanity_phone(value: &str) -> bool {
    let word = value.trim_start_matches(|c: char| !c.is_ascii_uppercase());
    let letters = word.bytes().filter(u8::is_ascii_uppercase).count();
    let all = value.bytes().filter(u8::is_ascii_alphanumeric).count() - 3 - usize::from(value.starts_with("1"));
    letters >= 4 && (7..=9).contains(&all)
}

/// Who set a number aside for films, books and examples, if somebody did.
pub fn fictional_phone(value: &str) -> Option<&'static str> {
    let number: String = main(value).chars().filter(char::is_ascii_digit).collect();
    let plus = value.starts_with('+') || value.starts_with("(+");
    let dialed = if plus { Some(number.as_str()) } else { number.strip_prefix("00") };
    let american = dialed.unwrap_or(&number).strip_prefix('1').filter(|rest| rest.len() == 10).unwrap_or(&number);
    if american.len() == 10 && american[3..].starts_with("55501") {
        return Some("ATIS-0300115");
    }
    let set_aside = FICTIONAL.iter().find(|(code, starts, _)| {
        let national = match dialed {
            Some(dialed) => dialed.strip_prefix(code).map(|rest| rest.trim_start_matches('0')),
            None => number.strip_prefix('0'),
        };
        national.is_some_and(|national| starts.iter().any(|start| national.starts_with(start)))
    });
    set_aside.map(|(.., source)| *source)
}

/// Country code, how national numbers set aside begin, and who set them aside.
#[rustfmt::skip]
const FICTIONAL: &[(&str, &[&str], &str)] = &[
    ("33", &["19900", "26191", "35301", "46571", "53649", "63998"], "ARCEP"),
    ("44", &[
        "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960", "1414960", "1514960", "1614960",
        "1632960", "1914980", "2079460", "2890180", "2920180", "3069990", "7700900", "8081570", "9098790",
    ], "Ofcom"),
    ("46", &["313900", "4062804", "846500", "980319", "701740"], "PTS"),
    ("49", &["2214710", "3023125", "4066969", "6990009", "8999998", "15228817386", "15228895456", "15254599371", "17139200"], "BNetzA"),
    ("61", &["25550", "27010", "35550", "37010", "49157", "75550", "77010", "85550", "87010"], "ACMA"),
];

/// Whether this is a number with decimals, or a house number and a postal code.
fn is_measure(value: &str) -> bool {
    let mut groups = groups(value);
    let (Some(first), Some(second), None) = (groups.next(), groups.next(), groups.next()) else { return false };
    first.len() <= 3 && !first.starts_with('0') && (second.len() == 5 || value.contains('.') && second.len() > 4)
}

fn groups(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty())
}

/// Whether three groups in a row are day, month and year in some order.
pub(super) fn has_date(value: &str) -> bool {
    // Most numbers have no group of four.
    if !groups(value).any(|group| group.len() == 4) {
        return false;
    }
    let groups: Vec<&str> = groups(value).collect();
    let within = |group: &str, most: u8| group.len() <= 2 && group.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number));
    let days = |a: &str, b: &str| within(a, 31) && within(b, 12) || within(a, 12) && within(b, 31);
    let year = |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    groups.windows(3).any(|g| days(g[0], g[1]) && year(g[2]) || year(g[0]) && days(g[1], g[2]))
}

fn north_american(number: &[u8]) -> bool {
    number.len() == 10 && number[0] >= 2 && number[3] >= 2 && !(number[1] == 9 && number[2] == 9)
}

fn repeats(number: &[u8]) -> bool {
    number.iter().all(|digit| Some(digit) == number.first())
}

/// Cuts an assigned country code off.
fn split_country(number: &[u8]) -> Option<(u16, &[u8])> {
    let code = |length: usize| number.iter().take(length).fold(0u16, |code, &digit| code * 10 + u16::from(digit));
    if number.len() < 7 || number.len() > 16 {
        return None;
    }
    let length = match code(3) {
        0..=99 => return None,
        100..=199 | 700..=799 => 1,
        three if ASSIGNED_THREE.iter().any(|range| range.contains(&three)) => 3,
        _ if ASSIGNED_TWO.contains(&code(2)) => 2,
        _ => return None,
    };
    Some((code(length), &number[length..]))
}

/// Two-digit codes of ITU Operational Bulletin 1114, annex.
#[rustfmt::skip]
const ASSIGNED_TWO: &[u16] = &[
    20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64,
    65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
];

/// Three-digit codes of the same list.
#[rustfmt::skip]
const ASSIGNED_THREE: &[std::ops::RangeInclusive<u16>] = &[
    211..=213, 216..=216, 218..=218, 220..=258, 260..=269, 290..=291, 297..=299, 350..=359, 370..=383, 385..=387, 389..=389,
    420..=421, 423..=423, 500..=509, 590..=599, 670..=670, 672..=692, 800..=800, 808..=808, 850..=850, 852..=853, 855..=856,
    870..=870, 878..=878, 880..=883, 886..=886, 888..=888, 960..=968, 970..=977, 979..=979, 992..=996, 998..=998,
];

/// Shortest and longest national number by country code (national numbering plans as filed with ITU).
fn national_lengths(code: u16) -> (usize, usize) {
    match code {
        1 | 7 | 52 | 91 => (10, 10),
        33 | 34 | 61 | 31 | 48 | 41 => (9, 9),
        45 | 65 | 852 => (8, 8),
        44 => (9, 10),
        47 => (8, 12),
        86 | 55 | 81 | 82 => (8, 11),
        32 => (8, 9),
        43 | 49 => (5, 13),
        39 => (6, 12),
        290 | 672 | 676..=678 | 682 | 683 | 690 => (4, 8),
        _ => (6, 12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn country_codes_decide() {
        for number in ["+49 30 1234567", "+1 (415) 555-0132", "0044 20 7946 0018", "+33 1 23 45 67 89", "+49 (0)30 123456"] {
            assert!(phone(number), "{number}");
        }
        for other in ["+999 1234567", "+1 015 555 0132", "+33 1 23", "+00 12345678", "+1 111 111 1111", "+1 020 555 0132"] {
            assert!(!phone(other), "{other}");
        }
    }

    #[test]
    fn dates_are_no_numbers() {
        assert!(national_phone("030 1234567") && national_phone("0151/2345 6789") && national_phone("01 23 45 67 89"));
        assert!(!national_phone("01-12-2010 30") && !national_phone("01 02 03") && !national_phone("000 000 000"));
    }

    #[test]
    fn numbers_of_films_name_who_set_them_aside() {
        for (number, source) in [
            ("(415) 555-0132", Some("ATIS-0300115")),
            ("+1 415 555 0132 x 7", Some("ATIS-0300115")),
            ("020 7946 0018", Some("Ofcom")),
            ("+44 (0)7700 900123", Some("Ofcom")),
            ("0491 570 006", Some("ACMA")),
            ("030 23125 123", Some("BNetzA")),
            ("+33 6 39 98 12 34", Some("ARCEP")),
            ("+49 30 1234567", None),
            ("415-555-1132", None),
        ] {
            assert_eq!(fictional_phone(number), source, "{number}");
        }
    }

    #[test]
    fn records_of_other_kinds_are_no_national_numbers() {
        assert!(!national_phone("08 08 32156") && !national_phone("05 61475647 56") && !national_phone("0912-448-771"));
        assert!(
            !likely_phone("52.5200066") && !likely_phone("44 25006") && likely_phone("222 123 456") && likely_phone("555.0132")
        );
        assert!(national_phone("030 123 45 67") && national_phone("030 12345-67"));
    }

    #[test]
    fn north_american_areas_begin_with_two_to_nine() {
        assert!(north_american_phone("415-555-0132") && north_american_phone("1 415 555 0132 x 12"));
        assert!(!north_american_phone("115-555-0132") && !north_american_phone("415-155-0132"));
    }
}
