//! The numbers that European states give people: their lengths, dates, weights and check digits.

use super::{
    digits, luhn,
    sum::{self, Closing, day_of_month, number},
};

/// Closes a value by a table of weights alone.
macro_rules! closing {
    ($($(#[$doc:meta])* $name:ident: $closing:expr;)*) => {
        $($(#[$doc])* pub fn $name(value: &str) -> bool {
            const CLOSING: Closing = $closing;
            CLOSING.closes(value)
        })*
    };
}

const DESCENDING_9: &[u8] = &[9, 8, 7, 6, 5, 4, 3, 2];

closing! {
    /// Bulgarian number of a foreigner, LNCh (Ministry of Interior, ordinance on the unified register of foreigners).
    bg_lnch: Closing::rest(&[21, 19, 17, 13, 11, 9, 7, 3, 1], 10);
    /// Greek tax number, AFM: powers of two modulo 11, from 256 down (AADE, structure of the TIN as filed with the OECD).
    gr_afm: Closing::rest(&[3, 7, 9, 10, 5, 8, 4, 2], 11).with_ten(0);
    /// Hungarian social security number, TAJ (Act XX of 1996, annex).
    hu_taj: Closing::rest(&[3, 7, 3, 7, 3, 7, 3, 7], 10);
}

/// Austrian social insurance number: the fourth digit closes the rest, the last six are a date whose month may be 13 to 15
/// (Dachverband der Sozialversicherungsträger, structure of the Versicherungsnummer).
pub fn at_svnr(value: &str) -> bool {
    let Some(n) = sum::exactly::<10>(value) else { return false };
    let sum = sum::weighted(n.into_iter(), &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
    let month = number(&n[6..8]);
    n[0] != 0 && sum % 11 == u32::from(n[3]) && (day_of_month(month, number(&n[4..6])) || (13..=15).contains(&month))
}

/// Austrian tax account: two digits of the office, six, and a check digit that closes all as Luhn does from the left (BMF,
/// Abgabenkontonummer).
pub fn at_tax_id(value: &str) -> bool {
    sum::exactly::<9>(value).is_some() && luhn(value)
}

/// Belgian national register number, also the one for those who are not in it: the number without its last two digits, with a 2
/// in front for those born since 2000, lacks them to a multiple of 97 (Royal Decree of 3 April 1984).
pub fn be_national_number(value: &str) -> bool {
    let Some(n) = sum::exactly::<11>(value) else { return false };
    let (base, month) = (number(&n[..9]), number(&n[2..4]));
    let closed = |base: u64| 97 - base % 97 == number(&n[9..]);
    (closed(base) || closed(2_000_000_000 + base)) && matches!(month, 0..=12 | 20..=32 | 40..=52) && n[4] <= 3 && base > 0
}

/// Belgian identity card: the last two digits are the rest modulo 97, 97 for none (IBZ, structure of the card number).
pub fn be_identity_card(value: &str) -> bool {
    let Some(n) = sum::exactly::<12>(value) else { return false };
    let base = number(&n[..10]);
    base > 0 && number(&n[10..]) == (base - 1) % 97 + 1
}

/// Bulgarian citizen's number, EGN: birth date with the month raised by 20 or 40 in other centuries (GRAO, structure of the EGN).
pub fn bg_egn(value: &str) -> bool {
    const CLOSING: Closing = Closing::rest(&[2, 4, 8, 5, 10, 9, 7, 3, 6], 11).with_ten(0);
    let Some(n) = sum::exactly::<10>(value) else { return false };
    let month = number(&n[2..4]);
    month < 60 && day_of_month(month % 20, number(&n[4..6])) && CLOSING.holds(&n)
}

/// Swiss insurance number, AHV: 756 for Switzerland, closed as an EAN-13 (Federal Act on Old-Age Insurance, article 50c).
pub fn ch_ahv(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3], 10);
    sum::exactly::<13>(value).is_some_and(|n| n[..3] == [7, 5, 6] && CLOSING.holds(&n))
}

/// Cypriot tax number of a person: eight digits and a letter, which is the sum of the digits in even places and of substitutes
/// for those in odd ones, modulo 26 (Tax Department, TIN structure as filed with the OECD).
pub fn cy_tin(value: &str) -> bool {
    const ODD: [u8; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let Some(n) = sum::exactly::<8>(value) else { return false };
    let sum: u8 = n.chunks(2).map(|pair| ODD[usize::from(pair[0])] + pair[1]).sum();
    n[..2] != [1, 2] && sum::plain(value).last() == Some(&(b'A' + sum % 26))
}

/// Czech and Slovak birth number: a date whose month is raised by 50 for women and by 20 where a day's numbers ran out; those
/// of ten digits leave their last modulo 11 (Czech act 133/2000, section 13; Slovak act 301/1995).
pub fn cz_birth_number(value: &str) -> bool {
    let n: Vec<u8> = digits(value).collect();
    if !(9..=10).contains(&n.len()) || !day_of_month(number(&n[2..4]) % 50 % 20, number(&n[4..6])) {
        return false;
    }
    let closed = n.len() == 10 && number(&n[..9]) % 11 % 10 == u64::from(n[9]);
    closed || n.len() == 9 && number(&n[..2]) < 54
}

/// German tax number of a person: eleven digits, the first not zero, among the first ten one that comes twice or three times
/// and no other repeated, closed by ISO/IEC 7064 (Bundeszentralamt für Steuern, check of the Identifikationsnummer).
pub fn de_tax_id(value: &str) -> bool {
    let Some(number) = sum::exactly::<11>(value) else { return false };
    let count = |digit: u8| number[..10].iter().filter(|&&other| other == digit).count();
    let repeated: Vec<usize> = (0..10).map(count).filter(|&count| count > 1).collect();
    number[0] != 0 && matches!(repeated[..], [2 | 3]) && sum::mod11_10(number.into_iter())
}

/// The cross sums of the digits times their weights: what German insurers add up.
fn cross_sum(digits: impl Iterator<Item = u8>, weights: &[u8]) -> u8 {
    digits.zip(weights).map(|(digit, weight)| digit * weight).map(|product| product / 10 + product % 10).sum()
}

/// A value's digits, its letter as two: A is 01.
fn lettered(value: &str) -> Vec<u8> {
    let place =
        |byte: u8| if byte.is_ascii_digit() { [0, byte - b'0'] } else { [(byte - b'A' + 1) / 10, (byte - b'A' + 1) % 10] };
    sum::plain(value).into_iter().flat_map(|byte| place(byte).into_iter().skip(usize::from(byte.is_ascii_digit()))).collect()
}

/// German pension insurance number: office, birth date (the day may be raised by 50), letter, serial, check digit (Verordnung
/// über die Versicherungsnummer, sections 2 and 4).
pub fn de_social_security(value: &str) -> bool {
    let n = lettered(value);
    let Some((&last, rest)) = n.split_last().filter(|_| n.len() == 13) else { return false };
    let date = day_of_month(number(&n[4..6]), number(&n[2..4]) % 50) || number(&n[2..6]) == 0;
    date && cross_sum(rest.iter().copied(), &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == last
}

/// German health insurance number, its fixed part: letter, eight digits, check digit (Social Code V, section 290; GKV-Spitzen-
/// verband, annex on the Krankenversichertennummer).
pub fn de_health_insurance(value: &str) -> bool {
    let n = lettered(value);
    let Some((&last, rest)) = n.split_last().filter(|_| n.len() == 11) else { return false };
    cross_sum(rest.iter().copied(), &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == last
}

/// German physician's number, LANR: the seventh digit closes the first six (KBV, guideline on Arztnummern, section 4).
pub fn de_lanr(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[4, 9, 4, 9, 4, 9], 10).with_ten(0);
    sum::exactly::<9>(value).is_some_and(|n| CLOSING.holds(&n[..7]))
}

/// German passport or identity card: the last digit closes the serial number (Passverordnung, annex; ICAO Doc 9303).
pub fn de_document(value: &str) -> bool {
    let plain = sum::plain(value);
    (9..=10).contains(&plain.len()) && sum::icao(&plain) && plain.iter().filter(|byte| byte.is_ascii_digit()).count() >= 4
}

/// Danish civil registration number: a birth date; the seventh digit says the century. The sum modulo 11 has not been
/// required since 2007 (CPR-kontoret, "Personnummeret i CPR").
pub fn dk_cpr(value: &str) -> bool {
    let Some(n) = sum::exactly::<10>(value) else { return false };
    // From five to eight the year is of 1858 to 1899 or from 2000 on; what lies between is not yet born.
    let born = !(matches!(n[6], 5..=8) && matches!(number(&n[4..6]), 37..=57));
    born && day_of_month(number(&n[2..4]), number(&n[..2]))
}

/// A Danish civil registration number that also has the check digit of those given until 2007.
pub fn dk_cpr_closed(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[4, 3, 2, 7, 6, 5, 4, 3, 2], 11);
    dk_cpr(value) && CLOSING.closes(value)
}

/// Estonian and Lithuanian personal code: century and sex, birth date, and a digit that two rows of weights close (Estonian
/// regulation of 7 January 2005 on personal codes; Lithuanian Residents' Register act, article 8).
pub fn ee_isikukood(value: &str) -> bool {
    const FIRST: Closing = Closing::rest(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], 11);
    const SECOND: Closing = Closing::rest(&[3, 4, 5, 6, 7, 8, 9, 1, 2, 3], 11).with_ten(0);
    let Some(n) = sum::exactly::<11>(value) else { return false };
    let first = sum::weighted(n[..10].iter().copied(), &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let date = (1..=8).contains(&n[0]) && day_of_month(number(&n[3..5]), number(&n[5..7]));
    date && if first == 10 { SECOND.holds(&n) } else { FIRST.holds(&n) }
}

/// Spanish identity number of citizens, residents (NIE) and of those without either (K, L, M): the letter is the number's rest
/// modulo 23 (Royal Decree 1553/2005, article 11; Orden of 7 February 1997).
pub fn es_nif(value: &str) -> bool {
    let plain = sum::plain(value);
    let Some((letter, rest)) = plain.split_last() else { return false };
    let base = rest.iter().fold(0u64, |value, &byte| match byte {
        b'0'..=b'9' => value * 10 + u64::from(byte - b'0'),
        b'Y' => 1,
        b'Z' => 2,
        _ => 0,
    });
    base > 0 && b"TRWAGMYFPDXBNJZSQVHLCKE"[(base % 23) as usize] == *letter
}

/// Spanish identity number of a foreigner.
pub fn es_nie(value: &str) -> bool {
    value.starts_with(['X', 'Y', 'Z', 'x', 'y', 'z']) && es_nif(value)
}

/// Spanish social security number: province, serial, and the rest of both modulo 97 (Tesorería General, "Número de la
/// Seguridad Social").
pub fn es_nuss(value: &str) -> bool {
    let n: Vec<u8> = digits(value).collect();
    let Some((rest, check)) = n.len().checked_sub(2).filter(|&at| (8..=10).contains(&at)).map(|at| n.split_at(at)) else {
        return false;
    };
    let (province, serial) = (number(&rest[..2]), number(&rest[2..]));
    let base = if serial < 10_000_000 { province * 10_000_000 + serial } else { number(rest) };
    (matches!(province, 1..=53 | 66)) && serial > 0 && base % 97 == number(check)
}

/// Finnish personal identity code: birth date, century sign, serial from 002, and a character that is the rest modulo 31
/// (Digital and Population Data Services Agency).
pub fn fi_hetu(value: &str) -> bool {
    let (Some(n), Some(control)) = (value.get(..value.len().saturating_sub(1)).and_then(sum::exactly::<9>), value.bytes().last())
    else {
        return false;
    };
    let signed = value.bytes().position(|byte| !byte.is_ascii_digit()) == Some(6);
    let dated = signed && day_of_month(number(&n[2..4]), number(&n[..2])) && number(&n[6..]) >= 2;
    dated && control.to_ascii_uppercase() == b"0123456789ABCDEFHJKLMNPRSTUVWXY"[(number(&n) % 31) as usize]
}

/// French social security number, NIR: sex, year, month, department (2A and 2B count as 19 and 18), commune, order, and what the
/// number lacks to a multiple of 97 (INSEE, decree 82-103).
pub fn fr_nir(value: &str) -> bool {
    let plain = String::from_utf8(sum::plain(value)).unwrap_or_default().replace("2A", "19").replace("2B", "18");
    let Some(n) = sum::exactly::<15>(&plain).filter(|_| plain.len() == 15) else { return false };
    let month = number(&n[3..5]);
    let known = matches!(n[0], 1..=4 | 7 | 8) && matches!(month, 1..=12 | 20..=42 | 50..=99);
    known && 97 - number(&n[..13]) % 97 == number(&n[13..])
}

/// French tax number of a person: the last three digits are the rest modulo 511 (DGFiP, as filed with the OECD).
pub fn fr_tax_id(value: &str) -> bool {
    sum::exactly::<13>(value).is_some_and(|n| n[0] <= 3 && number(&n[..10]) > 0 && number(&n[..10]) % 511 == number(&n[10..]))
}

/// Greek social security number, AMKA: birth date, closed by Luhn's sum (law 3655/2008, article 153).
pub fn gr_amka(value: &str) -> bool {
    sum::exactly::<11>(value).is_some_and(|n| day_of_month(number(&n[2..4]), number(&n[..2]))) && luhn(value)
}

/// Croatian personal number, OIB: ISO/IEC 7064, MOD 11,10 (Personal Identification Number Act, article 4).
pub fn hr_oib(value: &str) -> bool {
    sum::exactly::<11>(value).is_some_and(|n| n.iter().any(|&digit| digit != 0) && sum::mod11_10(n.into_iter()))
}

/// Hungarian tax number of a person: eight, days since 1867, serial, rest modulo 11 (Act XX of 1996, annex).
pub fn hu_tax_id(value: &str) -> bool {
    const CLOSING: Closing = Closing::rest(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 11);
    sum::exactly::<10>(value).is_some_and(|n| n[0] == 8 && CLOSING.holds(&n))
}

/// Irish PPS number: the letter behind the seven digits closes them and the second letter, where that is one of the newer kind
/// (Department of Social Protection, structure of the PPS number).
pub fn ie_pps(value: &str) -> bool {
    let plain = sum::plain(value);
    let Some((&letter, second)) = plain.get(7..).and_then(|letters| letters.split_first()) else { return false };
    let second = second.first().filter(|byte| matches!(byte, b'A' | b'B' | b'H')).map_or(0, |byte| u32::from(byte - b'A' + 1));
    let sum = sum::weighted(digits(value), &[8, 7, 6, 5, 4, 3, 2]) + 9 * second;
    sum > 0 && b"WABCDEFGHIJKLMNOPQRSTUV"[(sum % 23) as usize] == letter
}

/// Icelandic kennitala of a person or, with the day raised by 40, of an organization (Registers Iceland, "Um kennitölur").
pub fn is_kennitala(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[3, 2, 7, 6, 5, 4, 3, 2], 11);
    let Some(n) = sum::exactly::<10>(value) else { return false };
    day_of_month(number(&n[2..4]), number(&n[..2]) % 40) && matches!(n[9], 0 | 9) && CLOSING.holds(&n[..9])
}

/// Italian tax code: characters in odd places count by a table, those in even ones their value, and the sum modulo 26 is the last
/// letter (Ministerial Decree of 12 March 1974, number 2227).
pub fn it_fiscal_code(value: &str) -> bool {
    const ODD: [u8; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
    let plain = sum::plain(value);
    let Some((last, rest)) = plain.split_last().filter(|_| plain.len() == 16) else { return false };
    let place = |byte: u8| if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' };
    let count = |(at, &byte): (usize, &u8)| u32::from(if at % 2 == 0 { ODD[usize::from(place(byte))] } else { place(byte) });
    let sum: u32 = rest.iter().enumerate().map(count).sum();
    // Where two people would share a code, letters stand for digits: L for 0 and so on.
    let digit = |byte: u8| {
        if byte.is_ascii_digit() { byte - b'0' } else { b"LMNPQRSTUV".iter().position(|&l| l == byte).map_or(9, |at| at as u8) }
    };
    let day = u64::from(digit(plain[9]) * 10 + digit(plain[10])) % 40;
    let month = b"ABCDEHLMPRST".iter().position(|&letter| letter == plain[8]).map_or(0, |at| at as u64 + 1);
    b'A' + (sum % 26) as u8 == *last && day_of_month(month, day)
}

/// Luxembourg's national number: birth date, serial, Luhn's digit and Verhoeff's digit, each over the first eleven (Grand-Ducal
/// Regulation of 28 November 2013, article 1).
pub fn lu_national_id(value: &str) -> bool {
    let Some(n) = sum::exactly::<13>(value) else { return false };
    let text: String = n.iter().map(|&digit| char::from(b'0' + digit)).collect();
    let verhoeff = sum::verhoeff(&format!("{}{}", &text[..11], &text[12..]));
    day_of_month(number(&n[4..6]), number(&n[6..8])) && luhn(&text[..12]) && verhoeff
}

/// Latvian personal code: birth date and a check digit, or 32 and a serial since July 2017 (Law on the Register of Natural
/// Persons; Cabinet Regulation 130).
pub fn lv_personas_kods(value: &str) -> bool {
    let Some(n) = sum::exactly::<11>(value) else { return false };
    let sum = 1 + sum::weighted(n.into_iter(), &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
    let dated = day_of_month(number(&n[2..4]), number(&n[..2])) && n[6] <= 2;
    (dated || n[..2] == [3, 2]) && sum % 11 % 10 == u32::from(n[10])
}

/// Dutch citizen service number, BSN: weights nine to two and minus one, a multiple of 11 (Wet algemene bepalingen
/// burgerservicenummer; Logisch ontwerp BRP).
pub fn nl_bsn(value: &str) -> bool {
    const CLOSING: Closing = Closing::rest(DESCENDING_9, 11);
    let n: Vec<u8> = digits(value).collect();
    n.iter().filter(|&&digit| digit != 0).count() >= 3 && CLOSING.holds(&n)
}

/// Norwegian birth number and D-number: date (day or month raised by 40), serial, two check digits (Folkeregisterforskriften,
/// section 2-2-3).
pub fn no_fodselsnummer(value: &str) -> bool {
    const FIRST: Closing = Closing::complement(&[3, 7, 6, 1, 8, 9, 4, 5, 2], 11);
    const SECOND: Closing = Closing::complement(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11);
    let Some(n) = sum::exactly::<11>(value) else { return false };
    day_of_month(number(&n[2..4]) % 40, number(&n[..2]) % 40) && FIRST.holds(&n[..10]) && SECOND.holds(&n)
}

/// Polish citizen's number, PESEL: birth date with the month raised in other centuries (act of 24 September 2010, article 15).
pub fn pl_pesel(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[1, 3, 7, 9, 1, 3, 7, 9, 1, 3], 10);
    sum::exactly::<11>(value).is_some_and(|n| day_of_month(number(&n[2..4]) % 20, number(&n[4..6])) && CLOSING.holds(&n))
}

/// Polish identity card (three letters and six digits) and passport (two and seven): the first digit closes the others
/// (Ministry of the Interior, document numbers).
pub fn pl_document(value: &str) -> bool {
    let mut values: Vec<u8> = sum::plain(value).into_iter().map(sum::base36).collect();
    let Some(at) = values.iter().position(|&value| value < 10).filter(|_| values.len() == 9) else { return false };
    let check = values.remove(at);
    let sum = sum::weighted(values.into_iter(), &[7, 3, 1, 7, 3, 1, 7, 3]);
    sum % 10 == u32::from(check)
}

/// Portuguese tax number, of those that people have: 1 to 3, or 45 for those who do not live there (Decree-Law 14/2013).
pub fn pt_nif(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(DESCENDING_9, 11).with_ten(0);
    sum::exactly::<9>(value).is_some_and(|n| (matches!(n[0], 1..=3) || n[..2] == [4, 5]) && CLOSING.holds(&n))
}

/// Portuguese social security number, NISS: primes as weights, nine less the rest (Instituto da Segurança Social).
pub fn pt_niss(value: &str) -> bool {
    let Some(n) = sum::exactly::<11>(value) else { return false };
    let sum = sum::weighted(n.into_iter(), &[29, 23, 19, 17, 13, 11, 7, 5, 3, 2]);
    matches!(n[0], 1 | 2) && 9 - sum % 10 == u32::from(n[10])
}

/// Portuguese citizen card: eight digits and a check digit, two letters or digits of the version, and one digit that closes all by
/// Luhn's sum with letters as ten and more (AMA, "Validação de Número de Documento do Cartão de Cidadão").
pub fn pt_citizen_card(value: &str) -> bool {
    let plain = sum::plain(value);
    let doubled = |value: u8| if value > 4 { value * 2 - 9 } else { value * 2 };
    let count = |(at, &byte): (usize, &u8)| u32::from(if at % 2 == 0 { doubled(sum::base36(byte)) } else { sum::base36(byte) });
    let numbers = plain.iter().take(9).chain(plain.last()).all(u8::is_ascii_digit);
    plain.len() == 12 && numbers && plain.iter().enumerate().map(count).sum::<u32>().is_multiple_of(10)
}

/// Romanian personal code, CNP: sex and century, birth date, county, serial, check digit (law 105/1996; Government Decision
/// 1375/2006).
pub fn ro_cnp(value: &str) -> bool {
    const CLOSING: Closing = Closing::rest(&[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 11).with_ten(1);
    let Some(n) = sum::exactly::<13>(value) else { return false };
    let county = matches!(number(&n[7..9]), 1..=48 | 51 | 52 | 70 | 80..=83);
    n[0] != 0 && county && day_of_month(number(&n[3..5]), number(&n[5..7])) && CLOSING.holds(&n)
}

/// Swedish personal and coordination number: a date (the day raised by 60), closed by Luhn's sum over the last ten digits
/// (Folkbokföringslag 1991:481, section 18).
pub fn se_personnummer(value: &str) -> bool {
    let n: Vec<u8> = digits(value).collect();
    let Some(ten) = n.len().checked_sub(10).filter(|&more| matches!(more, 0 | 2)).map(|more| &n[more..]) else { return false };
    let text: String = ten.iter().map(|&digit| char::from(b'0' + digit)).collect();
    let century = n.len() == 10 || matches!(number(&n[..2]), 18..=20);
    century && day_of_month(number(&ten[2..4]), number(&ten[4..6]) % 60) && luhn(&text)
}

/// The number that Yugoslavia gave its citizens and Slovenia still gives, EMŠO: birth date with three digits of the year, region,
/// serial, check digit (Central Population Register Act, article 6).
pub fn si_emso(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2], 11).with_ten(0);
    let Some(n) = sum::exactly::<13>(value) else { return false };
    matches!(n[4], 0 | 8 | 9) && day_of_month(number(&n[2..4]), number(&n[..2])) && CLOSING.holds(&n)
}

/// Slovenian tax number, davčna številka: a sum that 11 divides has no check digit (Tax Administration Act, annex).
pub fn si_tax_id(value: &str) -> bool {
    const WEIGHTS: &[u8] = &[8, 7, 6, 5, 4, 3, 2];
    const CLOSING: Closing = Closing::complement(WEIGHTS, 11).with_ten(0);
    CLOSING.closes(value) && !sum::weighted(digits(value), WEIGHTS).is_multiple_of(11)
}

/// Turkish identity number: eleven digits, the tenth and the last of which close the others (Nüfus ve Vatandaşlık İşleri).
pub fn tr_national_id(value: &str) -> bool {
    const TENTH: Closing = Closing::complement(&[3, 1, 3, 1, 3, 1, 3, 1, 3], 10);
    let Some(n) = sum::exactly::<11>(value) else { return false };
    let sum: u32 = n[..10].iter().map(|&digit| u32::from(digit)).sum();
    n[0] != 0 && TENTH.holds(&n[..10]) && sum % 10 == u32::from(n[10])
}

/// Turkish license plate: province 01 to 81, then letters and digits of the lengths that go together (Karayolları Trafik
/// Yönetmeliği, annex on plates).
pub fn tr_license_plate(value: &str) -> bool {
    let letters = value.bytes().filter(u8::is_ascii_alphabetic).count();
    let n: Vec<u8> = digits(value).collect();
    let fits = matches!((letters, n.len()), (1, 5..=6) | (2, 4..=6) | (3, 4..=6));
    fits && (1..=81).contains(&number(&n[..2]))
        && !value.bytes().any(|byte| matches!(byte.to_ascii_uppercase(), b'Q' | b'W' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A check, numbers that pass and one that does not, and who worked them out.
    type Worked = (fn(&str) -> bool, [&'static str; 3], &'static str, &'static str);

    /// The kinds that python-stdnum lacks; the others are in `tests/suite/check.rs`.
    const WORKED: &[Worked] = &[
        (de_document, ["C01X0006H1", "T220001293", "L01X00T471"], "C01X0006H2", "specimens of the Bundesdruckerei"),
        (
            de_health_insurance,
            ["A123456780", "A000500015", "T555558879"],
            "A123456781",
            "examples of GKV-Spitzenverband and gematik",
        ),
        (de_lanr, ["123456601", "234567701", "999999901"], "123456701", "by hand: 4+18+12+36+20+54 = 144, and so on"),
        (
            de_social_security,
            ["15070649C103", "65170839J003", "65070803A019"],
            "15070649C104",
            "examples of Deutsche Rentenversicherung",
        ),
        (
            es_nuss,
            ["281234567840", "28/1234567/42", "01/00000001/77"],
            "281234567841",
            "delphiaccess.com, article 130; the last by hand",
        ),
        (hu_taj, ["111111110", "123456788", "037687210"], "123456789", "by hand: 3+14+9+28+15+42+21+56 = 188, and so on"),
        (hu_tax_id, ["8071592153", "8000000008", "8200000001"], "8071592154", "EU TIN portal, HU; the others by hand"),
        (lu_national_id, ["1893120105732", "1893 1201 057 32", "1893-12-01-057-32"], "1893120105723", "EU TIN portal, LU"),
        (pl_document, ["ABS123456", "ABA300000", "ZS0000177"], "ABA400000", "specimens of the Ministry of the Interior"),
        (pt_niss, ["11111111110", "12345678902", "20000000001"], "12345678903", "by hand: the primes add up to 129, and so on"),
        (tr_license_plate, ["34 ABC 1234", "06 A 1234", "35 JK 12"], "82 ABC 123", "provinces 01 to 81"),
    ];

    #[test]
    fn worked_examples_pass_and_their_neighbors_do_not() {
        for (passes, examples, other, source) in WORKED {
            assert!(examples.iter().all(|example| passes(example)), "{examples:?} ({source})");
            assert!(!passes(other), "{other} ({source})");
        }
    }
}
