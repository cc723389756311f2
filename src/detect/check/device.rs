//! The numbers of devices and vehicles, and the machine-readable lines of travel documents.

use super::{
    digits, luhn,
    sum::{exactly, number, weighted},
    world::{luhn_base, worth},
};

/// A vehicle's number: seventeen letters and digits without I, O and Q, the ninth the check digit modulo 11 with `X` for ten, the
/// last four digits (ISO 3779; 49 CFR 565.15).
pub fn vin(value: &str) -> bool {
    // What the letters are worth, A first; I, O and Q are none.
    const LETTERS: &[u8; 26] = b"12345678012345070923456789";
    let vin = value.as_bytes();
    let worth = |sign: u8| match sign {
        b'0'..=b'9' => sign - b'0',
        letter => LETTERS.get(usize::from(letter.to_ascii_uppercase().wrapping_sub(b'A'))).map_or(0, |digit| digit - b'0'),
    };
    let sum = weighted(vin.iter().map(|&sign| worth(sign)), &[8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]);
    vin.len() == 17
        && super::mixed(value)
        && vin[13..].iter().all(u8::is_ascii_digit)
        && b"0123456789X".get((sum % 11) as usize) == Some(&vin[8].to_ascii_uppercase())
}

/// A mobile device: fifteen digits, closed by Luhn (3GPP TS 23.003, annex B).
pub fn imei(value: &str) -> bool {
    exactly::<15>(value).is_some() && luhn(value)
}

/// A mobile device: fourteen hexadecimal digits, closed by Luhn's sum in base 16 (3GPP2 C.S0072).
pub fn meid(value: &str) -> bool {
    let signs: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).map(worth).collect();
    let hexadecimal = signs.iter().all(|&sign| sign < 16) && signs.iter().any(|&sign| sign > 9);
    signs.len() == 15 && hexadecimal && luhn_base(signs.into_iter(), 16)
}

/// A SIM card: begins with 89, eighteen to twenty digits, closed by Luhn (ITU-T E.118).
pub fn iccid(value: &str) -> bool {
    let mut all = digits(value);
    (18..=20).contains(&all.clone().count()) && all.next() == Some(8) && all.next() == Some(9) && luhn(value)
}

/// A mobile subscription: fifteen digits that begin with the code of a country (ITU-T E.212, annex on mobile country codes).
pub fn imsi(value: &str) -> bool {
    let Some(imsi) = exactly::<15>(value) else { return false };
    matches!(number(&imsi[..3]), 202..=297 | 302..=376 | 400..=472 | 502..=555 | 602..=659 | 702..=750 | 901)
}

/// Whether the digit closes the fields before it: 7, 3, 1 modulo 10, letters from ten, `<` nothing (ICAO 9303-3, section 4.9). An
/// empty optional field may have `<` instead.
fn closed(fields: &[&[u8]], check: u8) -> bool {
    let signs = fields.iter().flat_map(|field| field.iter());
    let sum: u32 = signs.zip([7, 3, 1].into_iter().cycle()).map(|(&sign, weight)| u32::from(worth(sign)) * weight).sum();
    let digit = if check == b'<' { 0 } else { u32::from(worth(check)) };
    sum % 10 == digit && (check.is_ascii_digit() || sum == 0)
}

/// Second line of a passport, 44 signs (ICAO 9303-4, section 4.2.2).
pub fn mrz_passport(value: &str) -> bool {
    let line = value.as_bytes();
    line.len() == 44
        && dated(line, 13)
        && closed(&[&line[..9]], line[9])
        && closed(&[&line[28..42]], line[42])
        && closed(&[&line[..10], &line[13..20], &line[21..43]], line[43])
}

/// Second line of a document of two lines with 36 signs (ICAO 9303-6, section 4.2.2).
pub fn mrz_two_lines(value: &str) -> bool {
    let line = value.as_bytes();
    line.len() == 36
        && dated(line, 13)
        && closed(&[&line[..9]], line[9])
        && closed(&[&line[..10], &line[13..20], &line[21..35]], line[35])
}

/// First two lines of a card of three lines with 30 signs (ICAO 9303-5, section 4.2.2).
pub fn mrz_three_lines(value: &str) -> bool {
    let mut lines = value.lines().map(str::as_bytes);
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else { return false };
    first.len() == 30
        && second.len() == 30
        && dated(second, 0)
        && closed(&[&first[5..30], &second[..7], &second[8..15], &second[18..29]], second[29])
}

/// Birth and expiry, each closed by its digit, the sex between them.
fn dated(line: &[u8], at: usize) -> bool {
    closed(&[&line[at..at + 6]], line[at + 6]) && closed(&[&line[at + 8..at + 14]], line[at + 14])
}

/// A line of a travel document with a name: of one of the three lengths, two fillers behind the family name (ICAO 9303-3, section
/// 4.6).
pub fn mrz_name(value: &str) -> bool {
    matches!(value.len(), 30 | 36 | 44) && value.contains("<<")
}

/// A passport's number behind a word that says so: six to ten signs, most of them digits.
pub fn passport(value: &str) -> bool {
    let signs = value.bytes().filter(u8::is_ascii_alphanumeric).count();
    (6..=11).contains(&signs) && digits(value).count() * 2 > signs
}

/// A driving licence's number behind a word that says so: five to nineteen signs, most of them digits.
pub fn driver_license(value: &str) -> bool {
    let signs = value.bytes().filter(u8::is_ascii_alphanumeric).count();
    (5..=19).contains(&signs) && digits(value).count() * 2 > signs
}
