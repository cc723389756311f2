//! Businesses: the check digits of value added tax and register numbers.

use super::{digits, luhn, mod97, sum::mod11_10, sum::number, sum::weighted};

/// How a weighted sum closes a number.
#[derive(Clone, Copy)]
enum Closing {
    /// The sum over all digits is a multiple of this.
    Multiple(u32),
    /// The sum over all but the last, modulo 11, is the last; ten counts as nought.
    Rest,
    /// What the sum over all but the last lacks to a multiple of 11 is the last; ten counts as nought, eleven as this.
    Lack(u32),
}

/// A country or register, the weights of its numbers, and how they close. A number has one digit for each weight, and one more
/// where the last is not weighted.
type Rule = (&'static str, &'static [u8], Closing);

/// Sources: the European Commission's VIES algorithms, as in BMF, UID-Nummern-Konstruktionsregeln; for NO Brønnøysundregistrene,
/// for CH eCH-0097, for REGON GUS. Large weights are taken modulo the divisor.
const RULES: &[Rule] = &[
    ("CH", &[5, 4, 3, 2, 7, 6, 5, 4, 1], Closing::Multiple(11)),
    ("CZ", &[8, 7, 6, 5, 4, 3, 2], Closing::Lack(1)),
    ("DK", &[2, 7, 6, 5, 4, 3, 2, 1], Closing::Multiple(11)),
    ("EE", &[3, 7, 1, 3, 7, 1, 3, 7, 1], Closing::Multiple(10)),
    ("EL", &[3, 7, 9, 10, 5, 8, 4, 2], Closing::Rest),
    ("FI", &[7, 9, 10, 5, 8, 4, 2, 1], Closing::Multiple(11)),
    ("GR", &[3, 7, 9, 10, 5, 8, 4, 2], Closing::Rest),
    ("HU", &[9, 7, 3, 1, 9, 7, 3, 1], Closing::Multiple(10)),
    ("LU", &[53, 32, 21, 11, 10, 1, 79, 88], Closing::Multiple(89)),
    ("MT", &[3, 4, 6, 7, 8, 9, 10, 1], Closing::Multiple(37)),
    ("NO", &[3, 2, 7, 6, 5, 4, 3, 2, 1], Closing::Multiple(11)),
    ("PL", &[6, 5, 7, 2, 3, 4, 5, 6, 7, 10], Closing::Multiple(11)),
    ("PT", &[9, 8, 7, 6, 5, 4, 3, 2], Closing::Lack(0)),
    ("REGON", &[8, 9, 2, 3, 4, 5, 6, 7], Closing::Rest),
    ("REGON14", &[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8], Closing::Rest),
    ("RO", &[70, 50, 30, 20, 10, 70, 50, 30, 20], Closing::Rest),
    ("SI", &[8, 7, 6, 5, 4, 3, 2], Closing::Lack(11)),
    ("SK", &[10, 1, 10, 1, 10, 1, 10, 1, 10, 1], Closing::Multiple(11)),
];

/// Whether digits close under the rule of a country or register, where it has one.
fn closes(register: &str, number: &[u8]) -> Option<bool> {
    let (_, weights, closing) = RULES.iter().find(|rule| rule.0 == register)?;
    let sum = weighted(number.iter().copied(), weights);
    let last = number.last().map_or(0, |&digit| u32::from(digit));
    let (length, closed) = match closing {
        Closing::Multiple(divisor) => (weights.len(), sum.is_multiple_of(*divisor)),
        Closing::Rest => (weights.len() + 1, sum % 11 % 10 == last),
        Closing::Lack(eleven) => {
            let expected = match 11 - sum % 11 {
                10 => 0,
                11 => *eleven,
                lack => lack,
            };
            (weights.len() + 1, expected == last)
        }
    };
    Some(number.len() == length && number.iter().any(|&digit| digit != number[0]) && closed)
}

fn closes_digits(register: &str, value: &str) -> bool {
    closes(register, &digits(value).collect::<Vec<u8>>()).unwrap_or(false)
}

/// A value added tax number with its country: the members of the European Union, Northern Ireland, the United Kingdom, Norway
/// and Switzerland (Council Directive 2006/112/EC, article 215, and the states' rules).
pub fn vat(value: &str) -> bool {
    let plain: String = value.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    let Some((country, body)) = plain.split_at_checked(2) else { return false };
    let body = match country {
        "AT" => body.strip_prefix('U').unwrap_or(""),
        "CH" => swiss(body),
        "NO" => body.strip_suffix("MVA").unwrap_or(""),
        _ => body,
    };
    let number: Vec<u8> = digits(body).collect();
    if number.len() < body.len() {
        return lettered(country, body);
    }
    match country {
        "RO" if (6..=10).contains(&number.len()) => {
            closes(country, &[&[0; 10][number.len()..], &number].concat()).unwrap_or(false)
        }
        "DK" | "CZ" | "SI" | "SK" if number.first() == Some(&0) => false,
        "SK" if !matches!(number.get(2), Some(2..=4 | 7..=9)) => false,
        _ => closes(country, &number).unwrap_or_else(|| irregular(country, &number)),
    }
}

/// What is between `CHE` and the word for the tax, or the register.
fn swiss(body: &str) -> &str {
    let body = body.strip_prefix('E').unwrap_or("");
    ["MWST", "TVA", "IVA", "TPV", "HR"].iter().find_map(|word| body.strip_suffix(word)).unwrap_or(body)
}

/// The countries whose digits close by a rule of their own.
fn irregular(country: &str, digits: &[u8]) -> bool {
    let all = || digits.iter().copied();
    let whole = number(digits);
    let plain = || all().map(|digit| char::from(digit + b'0')).collect::<String>();
    whole > 0
        && match (country, digits.len()) {
            ("AT", 8) => {
                let sum: u32 = all()
                    .zip([1, 2].into_iter().cycle())
                    .take(7)
                    .map(|(digit, by)| u32::from(digit * by / 10 + digit * by % 10))
                    .sum();
                (96 - sum) % 10 == u32::from(digits[7])
            }
            ("BE", 10) => digits[0] < 2 && (whole / 100 + whole % 100).is_multiple_of(97),
            ("BG", 9) => two_passes(&digits[..8], digits[8], 10),
            ("BG", 10) => {
                let lack = 11 - weighted(all(), &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
                lack % 11 == u32::from(digits[9])
            }
            ("DE", 9) => digits[0] > 0 && mod11_10(all()),
            ("HR", 11) => mod11_10(all()),
            ("FR", 11) => (whole % 1_000_000_000 * 100 + 12) % 97 == whole / 1_000_000_000,
            ("GB" | "XI", 9 | 12) => match weighted(all(), &[8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97 {
                0 => true,
                rest => matches!(rest, 42 | 55) && digits[0] > 0,
            },
            ("IT", 11) => it_business(&plain()),
            ("LT", 9 | 12) => {
                let (&last, rest) = digits.split_last().unwrap_or((&0, &[]));
                rest.last() == Some(&1) && two_passes(rest, last, 9)
            }
            ("LV", 11) => digits[0] > 3 && weighted(all(), &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 == 3,
            ("SE", 12) => whole % 100 == 1 && luhn(&plain()[..10]),
            _ => false,
        }
}

/// Weights that count up from one and begin again after `top`; where the sum leaves ten modulo 11, it is taken once more with
/// weights that count from three.
fn two_passes(number: &[u8], last: u8, top: u32) -> bool {
    let rest = |first: u32| {
        let products = number.iter().zip(first - 1..).map(|(&digit, place)| u32::from(digit) * (place % top + 1));
        products.sum::<u32>() % 11
    };
    let rest = match rest(1) {
        10 => rest(3) % 10,
        rest => rest,
    };
    rest == u32::from(last)
}

/// The countries whose numbers have letters.
fn lettered(country: &str, body: &str) -> bool {
    let bytes = body.as_bytes();
    match (country, bytes.len()) {
        ("CY", 9) => cy_letter(bytes),
        ("ES", 9) => es_company(body) || es_person(body),
        ("FR", 11) => siren(&body[2..]),
        ("IE", 8 | 9) => ie_letter(bytes),
        ("NL", 12) => bytes[9] == b'B' && (nl_eleven(&body[..9]) || mod97(&format!("NL{body}"))),
        _ => false,
    }
}

fn cy_letter(bytes: &[u8]) -> bool {
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let Some(([number @ .., last], true)) = Some((bytes, bytes[..8].iter().all(u8::is_ascii_digit))) else { return false };
    let value = |(place, byte): (usize, &u8)| {
        let digit = byte - b'0';
        if place % 2 == 0 { ODD[usize::from(digit)] } else { u32::from(digit) }
    };
    u32::from(last.wrapping_sub(b'A')) == number.iter().enumerate().map(value).sum::<u32>() % 26
}

fn ie_letter(bytes: &[u8]) -> bool {
    let (number, letters) = bytes.split_at(7);
    let value = |letter: u8| if letter == b'W' { 0 } else { u32::from(letter.wrapping_sub(b'@')) };
    let sum = weighted(number.iter().map(|byte| byte.wrapping_sub(b'0')), &[8, 7, 6, 5, 4, 3, 2]);
    let second = letters.get(1).map_or(0, |&letter| 9 * value(letter));
    number.iter().all(u8::is_ascii_digit) && (sum + second) % 23 == value(letters[0])
}

fn nl_eleven(number: &str) -> bool {
    number.parse::<u32>().is_ok_and(|number| number > 0)
        && weighted(digits(number), &[9, 8, 7, 6, 5, 4, 3, 2, 10]).is_multiple_of(11)
}

/// Spanish NIF of a natural person: the number modulo 23 names the letter; X, Y and Z begin those of foreigners, K, L and M
/// those without a document (Real Decreto
/// 1065/2007, artículo 19).
fn es_person(body: &str) -> bool {
    let (number, letter) = body.split_at(8);
    let number = number.replacen(['X', 'K', 'L', 'M'], "0", 1).replacen('Y', "1", 1).replacen('Z', "2", 1);
    let expected = number.parse::<usize>().ok().map(|number| b"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23]);
    expected.is_some_and(|expected| letter.as_bytes() == [expected])
}

/// Spanish NIF of a legal person: Luhn over the digits, the check as a digit or as a letter (Orden EHA/451/2008).
pub fn es_company(value: &str) -> bool {
    let plain: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect();
    let [kind, number @ .., last] = plain.as_slice() else { return false };
    if plain.len() != 9 || !number.iter().all(u8::is_ascii_digit) || !b"ABCDEFGHJNPQRSUVW".contains(kind) {
        return false;
    }
    let check = match last {
        b'0'..=b'9' => *last,
        b'J' => b'0',
        b'A'..=b'I' => last - b'A' + b'1',
        _ => return false,
    };
    std::str::from_utf8(number).is_ok_and(|number| luhn(&format!("{number}{}", char::from(check))))
}

/// French company: nine digits under Luhn's sum (INSEE, SIRENE).
pub fn siren(value: &str) -> bool {
    digits(value).count() == 9 && luhn(value)
}

/// French establishment: a company and five more digits under Luhn's sum; those of La Poste under the plain sum modulo 5 (INSEE).
pub fn siret(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    let post =
        number.starts_with(&[3, 5, 6, 0, 0, 0, 0, 0, 0]) && number.iter().map(|&digit| u32::from(digit)).sum::<u32>() % 5 == 0;
    number.len() == 14 && (post || luhn(value))
}

/// Italian partita IVA: eleven digits under Luhn's sum, the eighth to the tenth the office that gave it (DPR 633/1972, articolo 35).
pub fn it_business(value: &str) -> bool {
    let all: Vec<u8> = digits(value).collect();
    let office = all.get(7..10).map_or(0, number);
    all.len() == 11 && number(&all[..7]) > 0 && matches!(office, 1..=100 | 120 | 121 | 888 | 999) && luhn(value)
}

/// Polish NIP.
pub fn pl_business(value: &str) -> bool {
    closes_digits("PL", value)
}

/// Polish REGON of nine or fourteen digits.
pub fn pl_register(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    let nine = number.get(..9).and_then(|nine| closes("REGON", nine)).unwrap_or(false);
    nine && (number.len() == 9 || closes("REGON14", &number).unwrap_or(false))
}

/// Danish CVR.
pub fn dk_business(value: &str) -> bool {
    !value.starts_with('0') && closes_digits("DK", value)
}

/// Norwegian organisasjonsnummer.
pub fn no_business(value: &str) -> bool {
    closes_digits("NO", value)
}

/// Finnish Y-tunnus.
pub fn fi_business(value: &str) -> bool {
    closes_digits("FI", value)
}

/// Czech and Slovak IČO.
pub fn cz_business(value: &str) -> bool {
    closes_digits("CZ", value)
}

/// Hungarian adószám: the first eight digits close, one names the kind of taxation, two the county (2017. évi CL. törvény).
pub fn hu_business(value: &str) -> bool {
    let number: Vec<u8> = digits(value).collect();
    number.len() == 11
        && closes("HU", &number[..8]) == Some(true)
        && (1..=5).contains(&number[8])
        && (2..=51).contains(&(number[9] * 10 + number[10]))
}

/// Swedish organisationsnummer: ten digits under Luhn's sum, the third at least two, which makes it no person's (Lag 1974:174).
pub fn se_organization(value: &str) -> bool {
    digits(value).count() == 10 && digits(value).nth(2).is_some_and(|digit| digit >= 2) && luhn(value)
}

/// Romanian CUI of six to ten digits.
pub fn ro_business(value: &str) -> bool {
    vat(&format!("RO{}", value.trim_start_matches(|c: char| !c.is_ascii_digit())))
}

/// Bulgarian EIK of nine digits.
pub fn bg_business(value: &str) -> bool {
    irregular("BG", &digits(value).collect::<Vec<u8>>())
}

/// Austrian Firmenbuchnummer: digits modulo 17 name the letter (Firmenbuchgesetz, § 15).
pub fn at_register(value: &str) -> bool {
    let Some(letter) = value.bytes().rev().find(u8::is_ascii_alphabetic) else { return false };
    let weights = [6, 4, 14, 15, 10, 1];
    let number: Vec<u8> = digits(value).collect();
    let sum = weighted(number.iter().rev().copied(), &[1, 10, 15, 14, 4, 6]);
    number.len() <= weights.len() && b"abdfghikmpstvwxyz".get((sum % 17) as usize) == Some(&letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_examples_of_the_states_pass() {
        // As python-stdnum's documentation and the states' own pages print them.
        for number in [
            "ATU13585627",
            "BE 0428.759.497",
            "BG 175 074 752",
            "CHE-107.787.577 IVA",
            "CY-10259033P",
            "CZ 25123891",
            "DE 136,695 976",
            "DK 13585628",
            "EE 100 931 558",
            "EL 094259216",
            "ES A13585625",
            "ESX5910266W",
            "FI 20774740",
            "FR 40 303 265 045",
            "GB 980 7806 84",
            "HR 33392005961",
            "HU-12892312",
            "IE 6433435F",
            "IE 6433435OA",
            "IT 00743110157",
            "LT 119511515",
            "LU 150 274 42",
            "LV 4000 3521 600",
            "MT 1167-9112",
            "NO 995 525 828 MVA",
            "PL 8567346215",
            "PT 501 964 843",
            "RO 185 472 90",
            "SE 123456789701",
            "SI 5022 3054",
            "SK 202 274 96 19",
            "NL000099998B57",
        ] {
            assert!(vat(number), "{number}");
        }
        for number in [
            "ATU13585626",
            "DE136695977",
            "FR41303265045",
            "GB980780685",
            "NO995525828",
            "IE6433435E",
            "RO12",
            "DE000000000",
            "é",
        ] {
            assert!(!vat(number), "{number}");
        }
    }

    #[test]
    fn registers_close() {
        assert!(siren("552 008 443") && siret("732 829 320 00074") && !siren("552 008 444") && siret("356 000 000 00048"));
        assert!(pl_register("192598184") && pl_register("12345678512347") && !pl_register("192598183"));
        assert!(at_register("FN 56247t") && !at_register("FN 56247w"));
        assert!(se_organization("556703-7485") && !se_organization("811228-9874") && hu_business("12892312-2-41"));
    }
}
