//! The numbers that states outside Europe give people and businesses: their lengths, dates, weights and check digits.

use super::{
    digits, luhn,
    sum::{day_of_month, exactly, mod11_2, number, weighted},
    verhoeff,
};

/// As many digits as there are weights, not all of them alike, whose weighted sum leaves `rest` modulo `modulus`.
fn closes(number: &[u8], weights: &[u8], modulus: u32, rest: u32) -> bool {
    number.len() == weights.len() && varied(number) && weighted(number.iter().copied(), weights) % modulus == rest
}

/// Whether it is more than one sign repeated.
fn varied(signs: &[u8]) -> bool {
    signs.iter().any(|&sign| sign != signs[0])
}

/// All digits of a value.
fn plain(value: &str) -> Vec<u8> {
    digits(value).collect()
}

/// Letters and digits of a value, in upper case.
fn signs(value: &str) -> Vec<u8> {
    value.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase()).collect()
}

/// Whether they follow a form: `@` is a letter, `#` a digit.
fn formed(signs: &[u8], form: &str) -> bool {
    let fits = |(sign, kind): (&u8, u8)| if kind == b'#' { sign.is_ascii_digit() } else { sign.is_ascii_uppercase() };
    signs.len() == form.len() && signs.iter().zip(form.bytes()).all(fits)
}

/// The weighted sum of a value's letters and digits, each worth its place in `alphabet`.
fn places(signs: &[u8], alphabet: &[u8], weights: &[u8]) -> Option<u32> {
    signs.iter().zip(weights).try_fold(0, |sum, (sign, &weight)| {
        let place = alphabet.iter().position(|known| known == sign)?;
        Some(sum + u32::try_from(place).unwrap_or(0) * u32::from(weight))
    })
}

/// The sign of `alphabet` at this place.
fn nth(alphabet: &[u8], place: u32) -> Option<&u8> {
    alphabet.get(usize::try_from(place).ok()?)
}

/// Luhn's sum in any base, the values' own check sign last (ISO/IEC 7812-1, annex B, applied to an alphabet of `base` signs).
pub(super) fn luhn_base(values: impl DoubleEndedIterator<Item = u8>, base: u32) -> bool {
    let folded = |value: u32| value / base + value % base;
    let worth = |(place, value): (usize, u8)| folded(u32::from(value) * if place % 2 == 1 { 2 } else { 1 });
    values.rev().enumerate().map(worth).sum::<u32>().is_multiple_of(base)
}

/// The value of a digit or a letter, A for ten.
pub(super) fn worth(sign: u8) -> u8 {
    match sign {
        b'0'..=b'9' => sign - b'0',
        b'A'..=b'Z' => sign - b'A' + 10,
        b'a'..=b'z' => sign - b'a' + 10,
        _ => 0,
    }
}

/// Whether six digits are a date without its century, the year first.
fn short_date(date: &[u8]) -> bool {
    let (year, month, day) = (number(&date[..2]), number(&date[2..4]), number(&date[4..6]));
    day_of_month(month, day) && (year.is_multiple_of(4) || (month, day) != (2, 29))
}

/// Whether eight digits are a date of 1850 to 2099.
fn long_date(date: &[u8]) -> bool {
    let year = number(&date[..4]);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let (month, day) = (number(&date[4..6]), number(&date[6..8]));
    (1850..2100).contains(&year) && day_of_month(month, day) && (leap || (month, day) != (2, 29))
}

/// United States, Social Security number: no area 000, 666 or 900 to 999, no group 00, no serial 0000 (SSA, POMS RM 10201.035).
pub fn us_ssn(value: &str) -> bool {
    let Some(ssn) = exactly::<9>(value) else { return false };
    let (area, group, serial) = (number(&ssn[..3]), number(&ssn[3..5]), number(&ssn[5..]));
    !matches!(area, 0 | 666 | 900..) && group != 0 && serial != 0
}

/// The Social Security numbers that advertisements and specimen cards made unusable.
pub fn us_ssn_reserved(value: &str) -> Option<&'static str> {
    let ssn = number(&exactly::<9>(value)?);
    matches!(ssn, 78_051_120 | 219_099_999 | 457_555_462 | 987_654_320..=987_654_329).then_some("SSA, POMS RM 10201.035")
}

/// United States, National Provider Identifier: begins with 1 or 2 and closes with 80840 in front (45 CFR 162.406; CMS).
pub fn us_npi(value: &str) -> bool {
    exactly::<10>(value).is_some_and(|npi| matches!(npi[0], 1 | 2)) && luhn(&["80840", value].concat())
}

/// United States, DEA registration: the odd digits and twice the even ones end in the last. Microsoft's `KB` articles look alike.
pub fn us_dea(value: &str) -> bool {
    closes(&plain(value), &[1, 2, 1, 2, 1, 2, 9], 10, 0) && !value.starts_with("KB")
}

/// Canada, Social Insurance Number: Luhn, and none that begins with 0 or 8.
pub fn ca_sin(value: &str) -> bool {
    exactly::<9>(value).is_some_and(|sin| !matches!(sin[0], 0 | 8)) && luhn(value)
}

/// British Columbia, Personal Health Number: ten digits, the first 9, closed modulo 11.
pub fn ca_bc_phn(value: &str) -> bool {
    let phn = plain(value);
    phn.first() == Some(&9) && closes(&phn, &[0, 2, 4, 8, 5, 10, 9, 7, 3, 1], 11, 0)
}

/// Ontario, health number: ten digits, the first not zero, closed by Luhn. The version code behind it does not count.
pub fn ca_on_health(value: &str) -> bool {
    exactly::<10>(value).is_some_and(|health| health[0] != 0) && luhn(value)
}

/// Québec, health insurance number: four letters and a date, to whose month 50 is added for women.
pub fn ca_qc_health(value: &str) -> bool {
    let Some(health) = exactly::<8>(value) else { return false };
    day_of_month(number(&health[2..4]) % 50, number(&health[4..6]))
}

/// Australia, tax file number of nine digits (or eight, given until the 1980s), weighted modulo 11.
pub fn au_tfn(value: &str) -> bool {
    let tfn = plain(value);
    closes(&tfn, &[1, 4, 3, 7, 5, 8, 6, 9, 10], 11, 0) || closes(&tfn, &[10, 7, 8, 4, 6, 3, 5, 1], 11, 0)
}

/// Australia, business number: one less in the first digit, weighted modulo 89 (Australian Business Register).
pub fn au_abn(value: &str) -> bool {
    let abn = plain(value);
    abn.first() != Some(&0) && closes(&abn, &[10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19], 89, 10)
}

/// Australia, company number: weighted modulo 10 (Corporations Regulations 2001, ASIC).
pub fn au_acn(value: &str) -> bool {
    closes(&plain(value), &[8, 7, 6, 5, 4, 3, 2, 1, 1], 10, 0)
}

/// Australia, Medicare card: begins with 2 to 6, eight digits weighted modulo 10, then the issue and perhaps the person's number.
pub fn au_medicare(value: &str) -> bool {
    let medicare = plain(value);
    matches!(medicare.len(), 10 | 11)
        && matches!(medicare[0], 2..=6)
        && closes(&medicare[..9], &[1, 3, 7, 9, 1, 3, 7, 9, 9], 10, 0)
}

/// New Zealand, IRD number: 10-000-000 to 150-000-000, modulo 11, with second weights where the first leave ten (Inland Revenue).
pub fn nz_ird(value: &str) -> bool {
    let mut ird = plain(value);
    let in_range = matches!(ird.len(), 8 | 9) && (10_000_000..=150_000_000).contains(&number(&ird));
    if ird.len() == 8 {
        ird.insert(0, 0);
    }
    let second = weighted(ird.iter().copied(), &[3, 2, 7, 6, 5, 4, 3, 2]) % 11 == 1;
    let weights = if second { &[7, 4, 3, 2, 5, 2, 7, 6, 1] } else { &[3, 2, 7, 6, 5, 4, 3, 2, 1] };
    in_range && closes(&ird, weights, 11, 0)
}

/// New Zealand, National Health Index: letters without I and O, closed modulo 11 by a digit or modulo 24 by a letter (HISO 10046).
pub fn nz_nhi(value: &str) -> bool {
    const LETTERS: &[u8] = b"0ABCDEFGHJKLMNPQRSTUVWXYZ";
    let nhi = signs(value);
    let Some((last, front)) = nhi.split_last().filter(|_| nhi.len() == 7) else { return false };
    let Some(letters) = places(&front[..3], LETTERS, &[7, 6, 5]) else { return false };
    if last.is_ascii_digit() {
        let rest = (letters + weighted(front[3..].iter().map(|&sign| worth(sign)), &[4, 3, 2])) % 11;
        return rest != 0 && (11 - rest) % 10 == u32::from(worth(*last));
    }
    let Some(letter) = places(&front[5..], LETTERS, &[2]) else { return false };
    let sum = letters + weighted(front[3..5].iter().map(|&sign| worth(sign)), &[4, 3]) + letter;
    nth(LETTERS, 24 - sum % 24) == Some(last)
}

/// Israel, identity number: nine digits, closed by Luhn.
pub fn il_identity(value: &str) -> bool {
    exactly::<9>(value).is_some() && luhn(value)
}

/// South Africa, identity number: a date, a citizenship of 0 to 2, closed by Luhn (Identification Act 68 of 1997, section 7).
pub fn za_identity(value: &str) -> bool {
    exactly::<13>(value).is_some_and(|id| short_date(&id[..6]) && id[10] <= 2) && luhn(value)
}

/// Nigeria, National Identification Number: eleven digits, closed by Verhoeff.
pub fn ng_nin(value: &str) -> bool {
    exactly::<11>(value).is_some() && verhoeff(value)
}

/// Egypt, national number: century, date, governorate, serial, and a digit weighted modulo 11.
pub fn eg_identity(value: &str) -> bool {
    let Some(id) = exactly::<14>(value) else { return false };
    let governorate = matches!(number(&id[7..9]), 1..=4 | 11..=19 | 21..=29 | 31..=35 | 88);
    let sum = weighted(id[..13].iter().copied(), &[2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    matches!(id[0], 2 | 3) && short_date(&id[1..7]) && governorate && (11 - sum % 11) % 10 == u32::from(id[13])
}

/// India, Aadhaar: twelve digits, the first 2 to 9, no palindrome, closed by Verhoeff (UIDAI).
pub fn in_aadhaar(value: &str) -> bool {
    let Some(id) = exactly::<12>(value) else { return false };
    id[0] >= 2 && !id.iter().eq(id.iter().rev()) && verhoeff(value)
}

/// India, Permanent Account Number: the fourth letter is a kind of holder, the number in it not 0000 (Income Tax Department).
pub fn in_pan(value: &str) -> bool {
    let pan = signs(value);
    formed(&pan, "@@@@@####@") && b"ABCFGHJKLPT".contains(&pan[3]) && &pan[5..9] != b"0000"
}

/// India, GSTIN: a state, a PAN, `Z`, closed by Luhn's sum in base 36 (GSTN).
pub fn in_gstin(value: &str) -> bool {
    let gstin = signs(value);
    in_gstin_form(value)
        && std::str::from_utf8(&gstin[2..12]).is_ok_and(in_pan)
        && luhn_base(gstin.iter().map(|&sign| worth(sign)), 36)
}

/// India, GSTIN: the form alone, with a state that exists.
pub fn in_gstin_form(value: &str) -> bool {
    let gstin = signs(value);
    let state = |code: &[u8]| matches!(code, [b'0'..=b'2', b'0'..=b'9'] | [b'3', b'0'..=b'8'] | [b'9', b'7' | b'9']);
    gstin.len() == 15 && state(&gstin[..2]) && gstin[12] != b'0' && gstin[13] == b'Z'
}

/// India, voter's photo identity card: three letters and seven digits, closed by Luhn (Election Commission of India).
pub fn in_voter(value: &str) -> bool {
    formed(&signs(value), "@@@#######") && luhn(value)
}

/// India, vehicle registration: begins with a state's letters (Motor Vehicles Act 1988, section 41).
pub fn in_vehicle(value: &str) -> bool {
    const STATES: &[u8] = b"ANAPARASBHBRCGCHDDDLDNGAGJHPHRJHJKKAKLLALDMHMLMNMPMZNLODORPBPYRJSKTGTNTRTSUKUPWB";
    let vehicle = signs(value);
    STATES.chunks_exact(2).any(|state| vehicle.starts_with(state))
}

/// China, resident identity number: a province, a birth date, closed modulo 11, 2 (GB 11643-1999).
pub fn cn_resident(value: &str) -> bool {
    let id = signs(value);
    let Some((last, front)) = id.split_last().filter(|_| id.len() == 18) else { return false };
    let check = if *last == b'X' { 10 } else { worth(*last) };
    let digits = front.iter().all(u8::is_ascii_digit) && (*last == b'X' || last.is_ascii_digit());
    let front: Vec<u8> = front.iter().map(|&sign| worth(sign)).collect();
    digits && cn_province(&front) && long_date(&front[6..14]) && mod11_2(front.iter().copied().chain([check]))
}

/// China, resident identity number of fifteen digits, without century and check digit (GB 11643-1989).
pub fn cn_resident_old(value: &str) -> bool {
    exactly::<15>(value).is_some_and(|id| cn_province(&id) && short_date(&id[6..12]))
}

fn cn_province(id: &[u8]) -> bool {
    matches!(number(&id[..2]), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83 | 91)
}

/// Hong Kong, identity card: one letter or two, six digits, closed modulo 11 with a blank worth 36 and `A` for ten.
pub fn hk_identity(value: &str) -> bool {
    let id = signs(value);
    let blank = if id.len() == 8 { 36 * 9 } else { 0 };
    let weights = if id.len() == 8 { &[8, 7, 6, 5, 4, 3, 2, 1][..] } else { &[9, 8, 7, 6, 5, 4, 3, 2, 1] };
    matches!(id.len(), 8 | 9) && (blank + weighted(id.iter().map(|&sign| worth(sign)), weights)).is_multiple_of(11)
}

/// Taiwan, national or resident number: a letter for the place, sex or status, closed modulo 10 (Ministry of the Interior).
pub fn tw_identity(value: &str) -> bool {
    // The letters in the order of their codes, from 10.
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    let id = signs(value);
    let code = |sign: u8| LETTERS.iter().position(|&known| known == sign).and_then(|place| u8::try_from(place + 10).ok());
    let Some((&first, rest)) = id.split_first().filter(|_| id.len() == 10) else { return false };
    let Some(region) = code(first) else { return false };
    let rest = rest.iter().map(|&sign| if sign.is_ascii_digit() { worth(sign) } else { code(sign).unwrap_or(0) % 10 });
    let all: Vec<u8> = [region / 10, region % 10].into_iter().chain(rest).collect();
    closes(&all, &[1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1], 10, 0)
}

/// Japan, individual number: twelve digits, closed modulo 11 (Order of the Ministry of Internal Affairs 85 of 2014, article 5).
pub fn jp_my_number(value: &str) -> bool {
    let Some(id) = exactly::<12>(value) else { return false };
    let rest = weighted(id[..11].iter().copied(), &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let check = if rest <= 1 { 0 } else { 11 - rest };
    check == u32::from(id[11]) && varied(&id)
}

/// Japan, corporate number: a digit modulo 9 in front of twelve (Order of the Ministry of Finance 70 of 2014).
pub fn jp_corporate(value: &str) -> bool {
    let Some(id) = exactly::<13>(value) else { return false };
    let sum = weighted(id[1..].iter().copied(), &[2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
    9 - sum % 9 == u32::from(id[0])
}

/// Korea, resident registration number: a birth date and its century in 1 to 4.
pub fn kr_rrn(value: &str) -> bool {
    kr_registration(value, 1)
}

/// Korea, foreigner registration number: a birth date and its century in 5 to 8.
pub fn kr_frn(value: &str) -> bool {
    kr_registration(value, 5)
}

fn kr_registration(value: &str, first: u8) -> bool {
    let Some(id) = exactly::<13>(value) else { return false };
    let century = [[1, 9], [2, 0]][usize::from(id[6].wrapping_sub(first) / 2 % 2)];
    let date: Vec<u8> = century.into_iter().chain(id[..6].iter().copied()).collect();
    (first..first + 4).contains(&id[6]) && varied(&id) && long_date(&date)
}

/// Korea, the check digit that registration numbers had until October 2020 (Resident Registration Act, enforcement rules).
pub fn kr_check(value: &str) -> bool {
    let Some(id) = exactly::<13>(value) else { return false };
    let base = if id[6] < 5 { 11 } else { 13 };
    let sum = weighted(id[..12].iter().copied(), &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11;
    (base - sum) % 10 == u32::from(id[12]) && number(&id[7..9]) <= 96
}

/// Korea, business registration number: weighted modulo 10, the tens of the ninth product added (National Tax Service).
pub fn kr_brn(value: &str) -> bool {
    let Some(id) = exactly::<10>(value) else { return false };
    let sum = weighted(id.into_iter(), &[1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + u32::from(id[8] * 5 / 10);
    number(&id[..3]) > 100 && number(&id[3..5]) > 0 && sum.is_multiple_of(10)
}

/// Korea, driving licence: the region in 11 to 28 in front.
pub fn kr_driver(value: &str) -> bool {
    exactly::<12>(value).is_some_and(|id| matches!(number(&id[..2]), 11..=28))
}

/// Singapore, NRIC or FIN: seven digits weighted modulo 11, closed by a letter of the series' own alphabet (ICA).
pub fn sg_nric(value: &str) -> bool {
    let (id, sum) = (signs(value), weighted(digits(value), &[2, 7, 6, 5, 4, 3, 2]));
    let (alphabet, offset) = match id.first() {
        Some(b'S') => (b"JZIHGFEDCBA", 0),
        Some(b'T') => (b"JZIHGFEDCBA", 4),
        Some(b'F') => (b"XWUTRQPNMLK", 0),
        Some(b'G') => (b"XWUTRQPNMLK", 4),
        Some(b'M') => (b"XWUTRQPNJLK", 3),
        _ => return false,
    };
    id.len() == 9 && nth(alphabet, (sum + offset) % 11) == id.last()
}

/// Singapore, Unique Entity Number of a business, a company or another body, closed by a letter (ACRA).
pub fn sg_uen(value: &str) -> bool {
    const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWX0123456789";
    let uen = signs(value);
    let Some((last, front)) = uen.split_last().filter(|_| matches!(uen.len(), 9 | 10)) else { return false };
    let sum = |weights: &[u8]| weighted(front.iter().map(|&sign| worth(sign)), weights);
    let letter = match (front.len(), front[0]) {
        (8, _) => nth(b"XMKECAWLJDB", sum(&[10, 4, 9, 3, 8, 2, 7, 1]) % 11),
        (9, b'1' | b'2') => nth(b"ZKCMDNERGWH", sum(&[10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11),
        (9, b'R' | b'S' | b'T') => places(front, SIGNS, &[4, 3, 5, 3, 10, 2, 2, 5, 7]).and_then(|sum| nth(SIGNS, (sum + 6) % 11)),
        _ => None,
    };
    letter == Some(last)
}

/// Malaysia, MyKad: a birth date and a place of birth (National Registration Department).
pub fn my_mykad(value: &str) -> bool {
    let Some(id) = exactly::<12>(value) else { return false };
    short_date(&id[..6]) && !matches!(number(&id[6..8]), 0 | 17..=20 | 69 | 70 | 73 | 80 | 81 | 94..=97)
}

/// Thailand, national number: begins with 1 to 8, then a province, closed modulo 11 (Department of Provincial Administration).
pub fn th_identity(value: &str) -> bool {
    let Some(id) = exactly::<13>(value) else { return false };
    let sum = weighted(id[..12].iter().copied(), &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    matches!(id[0], 1..=8) && (11 - sum % 11) % 10 == u32::from(id[12])
}

/// Thailand, that the province exists (ISO 3166-2:TH).
pub fn th_province(value: &str) -> bool {
    exactly::<13>(value)
        .is_some_and(|id| matches!(number(&id[1..3]), 10..=27 | 30..=49 | 50..=58 | 60..=67 | 70..=77 | 80..=86 | 90..=96))
}

/// Indonesia, NIK: a province, a regency, a birth date with 40 added to the day for women (Permendagri 2010, population numbers).
pub fn id_nik(value: &str) -> bool {
    let Some(id) = exactly::<16>(value) else { return false };
    let province = matches!(number(&id[..2]), 11..=19 | 21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81 | 82 | 91..=97);
    let (day, month) = (number(&id[6..8]), number(&id[8..10]));
    province && number(&id[2..4]) > 0 && day_of_month(month, if day > 40 { day - 40 } else { day }) && number(&id[12..]) > 0
}

/// Indonesia, NPWP: the first nine digits are closed by Luhn (Directorate General of Taxes).
pub fn id_npwp(value: &str) -> bool {
    exactly::<15>(value).is_some_and(|id| luhn_base(id[..9].iter().copied(), 10))
}

/// Vietnam, citizen number: a province, then the sex and century of birth in 0 to 3 (Decree 137/2015/ND-CP, article 13).
pub fn vn_citizen(value: &str) -> bool {
    exactly::<12>(value).is_some_and(|id| matches!(number(&id[..3]), 1..=96) && id[3] <= 3)
}

/// Brazil, CPF: eleven digits, not all alike, closed by two digits modulo 11 (Receita Federal).
pub fn br_cpf(value: &str) -> bool {
    exactly::<11>(value).is_some_and(|cpf| varied(&cpf) && closed_twice(&cpf, 11))
}

/// Brazil, CNPJ: twelve digits or, from July 2026, letters, worth their ASCII code less 48, and two digits modulo 11 (Receita
/// Federal, Instrução Normativa 2.229/2024).
pub fn br_cnpj(value: &str) -> bool {
    let cnpj: Vec<u8> = signs(value).iter().map(|sign| sign - b'0').collect();
    cnpj.len() == 14 && cnpj[12] < 10 && cnpj[13] < 10 && varied(&cnpj) && closed_twice(&cnpj, 9)
}

/// The last two digits close what stands before them: weights from two upwards, from the right, beginning anew beyond `most`.
fn closed_twice(number: &[u8], most: u32) -> bool {
    let closed = |front: &[u8], check: u8| {
        let weights = (2..=most).cycle();
        let sum: u32 = front.iter().rev().zip(weights).map(|(&sign, weight)| u32::from(sign) * weight).sum();
        sum * 10 % 11 % 10 == u32::from(check)
    };
    let length = number.len();
    closed(&number[..length - 2], number[length - 2]) && closed(&number[..length - 1], number[length - 1])
}

/// Mexico, CURP: a birth date, a state, closed modulo 10 over an alphabet with Ñ (RENAPO, Instructivo Normativo).
pub fn mx_curp(value: &str) -> bool {
    const STATES: &[u8] = b"ASBCBSCCCHCLCMCSDFDGGRGTHGJCMCMNMSNENLNTOCPLQRQTSLSPSRTCTLTSVZYNZS";
    let curp = signs(value);
    let date: Vec<u8> = plain(value).into_iter().take(6).collect();
    let weights: [u8; 17] = std::array::from_fn(|place| 18 - u8::try_from(place).unwrap_or(0));
    let sum = weighted(curp.iter().map(|&sign| after_n(sign)), &weights);
    formed(&curp[..curp.len().min(16)], "@@@@######@@@@@@")
        && curp.len() == 18
        && matches!(curp[10], b'H' | b'M' | b'X')
        && day_of_month(number(&date[2..4]), number(&date[4..6]))
        && STATES.chunks_exact(2).any(|state| curp[11..13] == *state)
        && (10 - sum % 10) % 10 == u32::from(worth(curp[17]))
}

/// The value of a sign in an alphabet that has one more letter behind N.
fn after_n(sign: u8) -> u8 {
    worth(sign) + u8::from(sign > b'N')
}

/// Mexico, RFC: three or four letters and a date.
pub fn mx_rfc(value: &str) -> bool {
    let date: Vec<u8> = value.bytes().skip_while(|byte| !byte.is_ascii_digit()).take(6).map(worth).collect();
    date.len() == 6 && day_of_month(number(&date[2..4]), number(&date[4..6]))
}

/// Mexico, RFC: the digit that closes it modulo 11; older ones lack a valid one (SAT, Anexo 20).
pub fn mx_rfc_check(value: &str) -> bool {
    let rfc: Vec<char> = value.chars().filter(|sign| sign.is_alphanumeric() || *sign == '&').collect();
    let Some((last, front)) = rfc.split_last().filter(|_| matches!(rfc.len(), 12 | 13)) else { return false };
    let value = |sign: &char| match sign {
        '&' => 24,
        'Ñ' | 'ñ' => 38,
        sign => u32::from(after_n(u8::try_from(*sign).unwrap_or(0))),
    };
    // One of twelve signs counts as if a blank, worth 37, stood in front.
    let blank = if rfc.len() == 12 { 37 * 13 } else { 0 };
    let sum: u32 = front.iter().rev().zip(2..).map(|(sign, weight)| value(sign) * weight).sum();
    let check = match (sum + blank) % 11 {
        0 => '0',
        1 => 'A',
        rest => char::from_digit(11 - rest, 10).unwrap_or('0'),
    };
    *last == check
}

/// Mexico, CLABE: a bank account of eighteen digits, weighted 3, 7, 1 modulo 10 (Asociación de Bancos de México).
pub fn mx_clabe(value: &str) -> bool {
    closes(&plain(value), &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1], 10, 0)
}

/// Argentina, CUIT or CUIL: the kind of holder in front, closed modulo 11 (AFIP).
pub fn ar_cuit(value: &str) -> bool {
    let Some(id) = exactly::<11>(value) else { return false };
    let sum = weighted(id[..10].iter().copied(), &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    let kind = matches!(number(&id[..2]), 20 | 23 | 24 | 27 | 30 | 33 | 34 | 50 | 51 | 55);
    let check = match sum {
        0 => 0,
        1 => 9,
        rest => 11 - rest,
    };
    kind && check == u32::from(id[10])
}

/// Chile, RUT: seven or eight digits, closed modulo 11 with `K` for ten (Servicio de Impuestos Internos).
pub fn cl_rut(value: &str) -> bool {
    let rut = signs(value);
    let Some((last, front)) = rut.split_last().filter(|_| matches!(rut.len(), 8 | 9)) else { return false };
    let weights = (2..=7).cycle();
    let sum: u32 = front.iter().rev().zip(weights).map(|(&sign, weight)| u32::from(worth(sign)) * weight).sum();
    sum > 0 && nth(b"0K987654321", sum % 11) == Some(last)
}

/// Colombia, NIT: closed modulo 11 with prime weights (DIAN, Orden Administrativa 4 of 1989).
pub fn co_nit(value: &str) -> bool {
    let nit = plain(value);
    let Some((last, front)) = nit.split_last().filter(|_| matches!(nit.len(), 9..=10)) else { return false };
    let sum = weighted(front.iter().rev().copied(), &[3, 7, 13, 17, 19, 23, 29, 37, 41]);
    sum > 0 && nth(b"01987654321", sum % 11).is_some_and(|check| worth(*check) == *last)
}
