//! Telephone numbers: whether a country has such a code and such lengths (ITU-T E.164 and its list of assigned codes).

use super::digits;

/// An international number: an assigned country code, and as many digits behind it as that country uses.
pub fn phone(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    let plus = value.trim_start_matches(['(', ' ']).starts_with('+');
    let number = if plus { &number[..] } else { number.strip_prefix(&[0, 0]).unwrap_or(&number) };
    let Some((code, rest)) = split_country(number) else { return false };
    // `+49 (0)30 …`: the trunk zero is written, though not dialed.
    let national = if code != 39 { rest.strip_prefix(&[0]).unwrap_or(rest) } else { rest };
    let (shortest, longest) = national_lengths(code);
    let plausible_start = code != 1 || north_american(national);
    (shortest..=longest).contains(&national.len()) && plausible_start && !repeats(national)
}

/// A national number of the North American Numbering Plan: area and exchange begin with 2 to 9.
pub fn north_american_phone(value: &str) -> bool {
    let main = value.split(['x', 'e']).next().unwrap_or(value);
    let number: Vec<u8> = digits(main).collect();
    let number = if number.len() == 11 { number.strip_prefix(&[1]).unwrap_or(&number) } else { &number };
    north_american(number) && !repeats(number)
}

/// A national number behind a trunk zero: nine to twelve digits in groups, and neither a date nor a social security number.
pub fn national_phone(value: &str) -> bool {
    let lengths: Vec<usize> = groups(value).map(str::len).collect();
    let length: usize = lengths.iter().sum();
    let pairs = lengths.iter().all(|&length| length == 2);
    let number: Vec<u8> = digits(value).collect();
    (9..=12).contains(&length) && !has_date(value) && (!pairs || length == 10) && lengths != [3, 2, 4] && !repeats(&number)
}

/// Seven to fourteen digits that some country could have: no date, no run of one digit, no counting up.
pub fn likely_phone(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    let counting = number.windows(2).all(|pair| pair[1] == (pair[0] + 1) % 10);
    (7..=14).contains(&number.len()) && !repeats(&number) && !counting && !has_date(value)
}

fn groups(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty())
}

/// Whether three groups in a row are day, month and year in some order.
pub(super) fn has_date(value: &str) -> bool {
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
        for other in ["+999 1234567", "+1 015 555 0132", "+33 1 23", "+00 12345678", "+1 111 111 1111"] {
            assert!(!phone(other), "{other}");
        }
    }

    #[test]
    fn dates_are_no_numbers() {
        assert!(national_phone("030 1234567") && national_phone("0151/2345 6789") && national_phone("01 23 45 67 89"));
        assert!(!national_phone("01-12-2010 30") && !national_phone("01 02 03") && !national_phone("000 000 000"));
    }

    #[test]
    fn north_american_areas_begin_with_two_to_nine() {
        assert!(north_american_phone("415-555-0132") && north_american_phone("1 415 555 0132 x 12"));
        assert!(!north_american_phone("115-555-0132") && !north_american_phone("415-155-0132"));
    }
}
