//! The numbers, plates and postcodes of the United Kingdom.

use super::{
    digits,
    sum::{self, Closing, day_of_month, number},
};

/// NHS number: the last digit is what the weighted sum lacks to a multiple of 11 (NHS Data Dictionary, "NHS Number").
pub fn uk_nhs(value: &str) -> bool {
    const CLOSING: Closing = Closing::complement(&[10, 9, 8, 7, 6, 5, 4, 3, 2], 11);
    CLOSING.closes(value)
}

/// British driving licence: five characters of the name, then decade, month (raised by 50 for women), day and year of birth
/// (DVLA, "Driver number" in INF45P).
pub fn uk_driving_license(value: &str) -> bool {
    let plain = sum::plain(value);
    let number = |at: usize| plain.get(at..at + 2).map_or(0, |two| u64::from(sum::base36(two[0]) * 10 + sum::base36(two[1])));
    plain.len() == 16 && day_of_month(number(6) % 50, number(8))
}

/// British plate of 2001 and later: the area is no I, Q or Z, the age is that of a half-year (DVLA, INF104).
pub fn uk_license_plate(value: &str) -> bool {
    let plain = sum::plain(value);
    let age = number(&digits(value).collect::<Vec<_>>());
    let area = plain.iter().take(2).all(|byte| !matches!(byte, b'I' | b'Q' | b'Z'));
    let serial = plain.iter().skip(4).all(|byte| !matches!(byte, b'I' | b'Q'));
    area && serial && matches!(age, 2..=29 | 51..=79)
}

/// National Insurance number: no prefix with D, F, I, Q, U or V, none with O second, and none of those never given (HMRC,
/// NIM39110).
pub fn uk_nino(value: &str) -> bool {
    let plain = sum::plain(value);
    let Some(&[first, second]) = plain.first_chunk::<2>() else { return false };
    let given = |byte: u8| !matches!(byte, b'D' | b'F' | b'I' | b'Q' | b'U' | b'V');
    let prefix = [first, second];
    given(first) && given(second) && second != b'O' && ![*b"BG", *b"GB", *b"KN", *b"NK", *b"NT", *b"TN", *b"ZZ"].contains(&prefix)
}

/// British postcode of an area that exists (Royal Mail, Programmers' Guide, edition 7, chapter 3).
pub fn uk_postcode(value: &str) -> bool {
    let plain = sum::plain(value);
    let letters = plain.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    let area = std::str::from_utf8(&plain[..letters.min(2)]).unwrap_or("");
    let unit = plain.iter().rev().take(2).all(|byte| !matches!(byte, b'C' | b'I' | b'K' | b'M' | b'O' | b'V'));
    plain == b"GIR0AA" || unit && POSTCODE_AREAS.split(' ').any(|known| known == area)
}

/// The areas of British postcodes.
const POSTCODE_AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH \
    EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR \
    NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN \
    WR WS WV YO ZE";

/// Unique Taxpayer Reference: the first digit closes the other nine (HMRC, specification of the UTR check).
pub fn uk_utr(value: &str) -> bool {
    let Some(n) = sum::exactly::<10>(value) else { return false };
    let rest = sum::weighted(n[1..].iter().copied(), &[6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
    u32::from(n[0]) == if rest < 2 { 2 - rest } else { 11 - rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_that_python_stdnum_lacks() {
        // INF45P and INF104 of the DVLA, NIM39110 of HMRC, Royal Mail's Programmers' Guide.
        type Worked = (fn(&str) -> bool, [&'static str; 3], &'static str);
        const WORKED: &[Worked] = &[
            (uk_driving_license, ["MORGA657054SM9IJ", "MORGA607054SM9IJ", "JONES951237AB9CD"], "MORGA663054SM9IJ"),
            (uk_license_plate, ["AB51 ABC", "BD62XYZ", "LA02KLM"], "AB45 ABC"),
            (uk_nino, ["AB 12 34 56 C", "HH010203D", "PR 12 36 12 C"], "GB 12 34 56 C"),
            (uk_postcode, ["SW1A 1AA", "GIR 0AA", "DN551PT"], "QX1 1AA"),
        ];
        for (passes, examples, other) in WORKED {
            assert!(examples.iter().all(|example| passes(example)) && !passes(other), "{examples:?} {other}");
        }
    }
}
