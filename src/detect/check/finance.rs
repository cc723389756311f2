//! Cards, accounts and securities: what their check digits say.

use super::{digits, luhn, mod97, phone::has_date, sum::exactly, sum::number, sum::weighted};

/// A payment card: a range that an issuer holds, of its usual length, grouped as cards are, with a valid check digit
/// (ISO/IEC 7812-1 and the networks' published ranges).
pub fn payment_card(value: &str) -> bool {
    grouped(value) && usual_range(value) && luhn(value)
}

/// As [`payment_card`], for ranges and lengths that few cards have and many other numbers.
pub fn rare_payment_card(value: &str) -> bool {
    whole(value) && !usual_range(value) && rare_range(value) && luhn(value)
}

/// A number that is written like a card and has a valid check digit, whoever issued it.
pub fn card_shaped(value: &str) -> bool {
    whole(value) && !usual_range(value) && luhn(value)
}

/// The first digits as a number.
fn prefix(value: &str, length: usize) -> u32 {
    digits(value).take(length).fold(0, |value, digit| value * 10 + u32::from(digit))
}

/// The ranges of the large networks, with the lengths that they issue.
fn usual_range(value: &str) -> bool {
    let length = digits(value).count();
    let within = |range: &(u32, u32, usize, usize)| {
        let width = if range.0 < 10 {
            1
        } else if range.0 < 100 {
            2
        } else if range.0 < 1000 {
            3
        } else {
            4
        };
        (range.0..=range.1).contains(&prefix(value, width)) && (range.2..=range.3).contains(&length)
    };
    USUAL.iter().any(within)
}

/// First and last prefix, shortest and longest number: Visa, Mastercard, American Express, Diners Club, JCB, Discover,
/// UnionPay, RuPay, Mir, Maestro.
#[rustfmt::skip]
const USUAL: &[(u32, u32, usize, usize)] = &[
    (4, 4, 13, 13), (4, 4, 16, 16), (4, 4, 19, 19), (51, 55, 16, 16), (2221, 2720, 16, 16), (34, 34, 15, 15), (37, 37, 15, 15),
    (300, 305, 14, 14), (3095, 3095, 14, 14), (36, 36, 14, 14), (38, 39, 14, 14), (3528, 3589, 16, 16), (6011, 6011, 16, 19),
    (644, 649, 16, 19), (65, 65, 16, 19), (62, 62, 16, 19), (81, 82, 16, 19), (2200, 2204, 16, 16), (50, 50, 16, 16),
    (56, 58, 16, 16), (60, 60, 16, 16), (63, 63, 16, 16), (67, 67, 16, 16),
];

/// Maestro of other lengths, JCB and UATP of fifteen digits, long Diners Club.
fn rare_range(value: &str) -> bool {
    match (prefix(value, 1), prefix(value, 2), digits(value).count()) {
        (1, _, 15) => true,
        (_, 21, 15) => prefix(value, 4) == 2131,
        (_, 50 | 56..=58 | 63 | 67, 12..=19) => true,
        (_, 30 | 35 | 36 | 38 | 39, 16..=19) => true,
        _ => false,
    }
}

/// Written in one piece or in groups of four to six with a shorter rest, and not one digit over and over.
fn grouped(value: &str) -> bool {
    let mut groups = value.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).peekable();
    let mut even = true;
    let mut count = 0;
    while let Some(group) = groups.next() {
        let whole = (4..=6).contains(&group.len()) || groups.peek().is_none() && (1..=7).contains(&group.len());
        even &= whole || count == 0 && groups.peek().is_none();
        count += 1;
    }
    let first = digits(value).next();
    even && digits(value).any(|digit| Some(digit) != first)
}

/// As [`grouped`], and too long to be a part of another card, unless it is in one piece.
fn whole(value: &str) -> bool {
    grouped(value) && (digits(value).count() >= 16 || value.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A masked card number keeps at most its first six and its last four digits (PCI DSS 4.0, requirement 3.4.1).
pub fn masked_card(value: &str) -> bool {
    let hidden = value.chars().filter(|c| matches!(c, '*' | 'x' | 'X' | '•')).count();
    (12..=19).contains(&(hidden + digits(value).count()))
}

/// A bank's routing number: weights 3, 7, 1 (ABA, Routing Number Policy).
pub fn aba_routing(value: &str) -> bool {
    let sum = |number: [u8; 9]| weighted(number.into_iter(), &[3, 7, 1, 3, 7, 1, 3, 7, 1]);
    exactly::<9>(value).map(sum).is_some_and(|sum| sum > 0 && sum.is_multiple_of(10))
}

/// The first two digits of a routing number: the government, a district of the Federal Reserve, thrifts, electronic transactions,
/// traveler's checks (same source).
pub fn aba_prefix(value: &str) -> bool {
    matches!(prefix(value, 2), 0..=12 | 21..=32 | 61..=72 | 80)
}

/// Cuenta corriente: two check digits modulo 11, one over bank and office and one over the account (Consejo Superior Bancario).
pub fn es_account(value: &str) -> bool {
    const WEIGHTS: [u8; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let Some(number) = exactly::<20>(value) else { return false };
    let closes = |part: &[u8], weights: &[u8], check: u8| {
        let rest = 11 - weighted(part.iter().copied(), weights) % 11;
        u32::from(check) == if rest > 9 { 11 - rest } else { rest }
    };
    number.iter().any(|&digit| digit != 0)
        && closes(&number[..8], &WEIGHTS[2..], number[8])
        && closes(&number[10..], &WEIGHTS, number[9])
}

/// Relevé d'identité bancaire: bank, branch, account and key leave 0 modulo 97, letters as digits (Comité français d'organisation
/// et de normalisation bancaires).
pub fn fr_account(value: &str) -> bool {
    let digit = |byte: u8| match byte.to_ascii_uppercase() {
        byte @ b'0'..=b'9' => byte - b'0',
        byte @ b'A'..=b'I' => byte - b'A' + 1,
        byte @ b'J'..=b'R' => byte - b'J' + 1,
        byte => byte - b'S' + 2,
    };
    let plain: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).map(digit).collect();
    let [parts @ .., tens, ones] = plain.as_slice() else { return false };
    let Some((bank, rest)) = parts.split_at_checked(5) else { return false };
    let Some((branch, account)) = rest.split_at_checked(5) else { return false };
    let sum = 89 * number(bank) + 15 * number(branch) + 3 * number(account);
    plain.len() == 23 && sum > 0 && 97 - sum % 97 == number(&[*tens, *ones])
}

/// Belgian account of before 2010: the first ten digits modulo 97 give the last two, 97 for none (Febelfin).
pub fn be_account(value: &str) -> bool {
    let Some(digits) = exactly::<12>(value) else { return false };
    let rest = number(&digits[..10]) % 97;
    number(&digits[..10]) > 0 && number(&digits[10..]) == if rest == 0 { 97 } else { rest }
}

/// Czech and Slovak account: prefix and number close modulo 11 (ČNB, vyhláška 169/2011 Sb., § 4).
pub fn cz_account(value: &str) -> bool {
    const WEIGHTS: [u8; 10] = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
    let Some((account, bank)) = value.split_once('/') else { return false };
    let (prefix, account) = account.split_once('-').unwrap_or(("", account));
    let closes = |part: &str| {
        let width = part.len().min(WEIGHTS.len());
        weighted(digits(part), &WEIGHTS[WEIGHTS.len() - width..]).is_multiple_of(11)
    };
    bank.len() == 4 && digits(account).any(|digit| digit != 0) && closes(prefix) && closes(account)
}

/// Polish account: an IBAN without its country (NRB, zarządzenie nr 15/2010 Prezesa NBP).
pub fn pl_account(value: &str) -> bool {
    let plain: String = value.chars().filter(char::is_ascii_digit).collect();
    plain.len() == 26 && mod97(&format!("{}PL{}", &plain[2..], &plain[..2]))
}

/// A business identifier code: four letters, a country, a place, and perhaps a branch; with a digit or for a head office, which
/// makes it no word (ISO 9362).
pub fn bic_not_word(value: &str) -> bool {
    bic(value) && (value.bytes().any(|byte| byte.is_ascii_digit()) || value.len() == 11 && value.ends_with("XXX"))
}

/// A business identifier code whose letters five and six are a country (ISO 9362).
pub fn bic(value: &str) -> bool {
    matches!(value.len(), 8 | 11) && value.get(4..6).is_some_and(country)
}

/// As [`bic`], in capitals throughout or not at all.
pub fn bic_in_capitals(value: &str) -> bool {
    let lower = value.bytes().any(|byte| byte.is_ascii_lowercase());
    let upper = value.bytes().any(|byte| byte.is_ascii_uppercase());
    bic(&value.to_ascii_uppercase()) && !(lower && (upper || !value.bytes().any(|byte| byte.is_ascii_digit())))
}

/// An account's digits: at least four, not one digit over and over, and no date.
pub fn account_digits(value: &str) -> bool {
    let first = digits(value).next();
    digits(value).count() >= 4 && digits(value).any(|digit| Some(digit) != first) && !has_date(value)
}

/// As [`account_digits`], and at least five characters.
pub fn long_number(value: &str) -> bool {
    value.len() >= 5 && account_digits(value)
}

/// A court's number and year: not a season, and a year since the court began (1955) that is not to come.
pub fn application(value: &str) -> bool {
    let Some((number, year)) = value.split_once('/').map(|(number, year)| (number.trim(), year.trim())) else { return false };
    let season = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let years = year.parse::<u8>().is_ok_and(|year| year >= 55 || year <= 35);
    years && !season && !number.starts_with('0')
}

/// An international securities number: a country or a numbering agency, and Luhn's sum over letters as two digits (ISO 6166).
pub fn isin(value: &str) -> bool {
    let agency =
        value.get(..2).is_some_and(|code| country(code) || matches!(code, "XS" | "XA" | "XB" | "XC" | "XD" | "XF" | "EU"));
    let expanded: String = value.chars().filter_map(|c| c.to_digit(36)).map(|digit| digit.to_string()).collect();
    agency && value.bytes().any(|byte| byte.is_ascii_digit()) && luhn(&expanded)
}

/// A legal entity identifier: MOD 97-10 over the whole (ISO 17442-1), letters among its characters.
pub fn lei(value: &str) -> bool {
    super::mixed(value) && mod97(value)
}

/// A CUSIP: every other value doubled, tens and ones added up (ANSI X9.6).
pub fn cusip(value: &str) -> bool {
    let digit = |byte: u8| match byte {
        b'*' => 36,
        b'@' => 37,
        b'#' => 38,
        _ => u32::from(value_of(byte)),
    };
    let Some((check, body)) = value.as_bytes().split_last() else { return false };
    let sum: u32 =
        body.iter().enumerate().map(|(place, &byte)| digit(byte) << (place % 2)).map(|value| value / 10 + value % 10).sum();
    value.len() == 9 && u32::from(value_of(*check)) == (10 - sum % 10) % 10
}

/// A SEDOL: weights 1, 3, 1, 7, 3, 9, 1 over values without vowels (London Stock Exchange, SEDOL Masterfile).
pub fn sedol(value: &str) -> bool {
    let sum = weighted(value.bytes().map(value_of), &[1, 3, 1, 7, 3, 9, 1]);
    value.len() == 7 && sum > 0 && sum.is_multiple_of(10)
}

/// Digits as they are, letters from ten on.
pub(super) fn value_of(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' => byte - b'0',
        _ => byte.to_ascii_uppercase().wrapping_sub(b'A').wrapping_add(10),
    }
}

/// Whether these two capitals are a country (ISO 3166-1 alpha-2, and XK for Kosovo).
fn country(code: &str) -> bool {
    COUNTRIES.as_bytes().chunks_exact(2).any(|known| known == code.as_bytes())
}

const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCU\
    CVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJO\
    JPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPF\
    PGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVC\
    VEVGVIVNVUWFWSXKYEYTZAZMZW";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_need_range_length_and_grouping() {
        for card in ["4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "6011111111111117", "30569309025904"] {
            assert!(payment_card(card), "{card}");
        }
        for other in ["4111 1111 1111 1112", "1234 5678 9012 3452", "9999999999999995", "41 1111 1111 111111", "411111111111116"]
        {
            assert!(!payment_card(other), "{other}");
        }
        assert!(card_shaped("9792 0300 0000 0000") && !card_shaped("4111 1111 1111 1112") && !card_shaped("4111 1111 1111 1111"));
        assert!(rare_payment_card("122000000000003") && !rare_payment_card("122000000000004"));
        assert!(masked_card("4111********1111") && !masked_card("4111*1111"));
    }

    #[test]
    fn czech_accounts_close_in_both_parts() {
        // Two examples of the SWIFT IBAN registry in the national form, and one of python-stdnum's documentation, whose verdicts
        // also need the list of banks.
        assert!(cz_account("19-2000145399/0800") && cz_account("1011038930/5500") && cz_account("34278-0727558021/0100"));
        assert!(!cz_account("19-2000145398/0800") && !cz_account("34278-0727558021/010") && !cz_account("4278-727558021/0100"));
        assert!(pl_account("61 1090 1014 0000 0712 1981 2874") && !pl_account("61 1090 1014 0000 0712 1981 2875"));
    }

    #[test]
    fn belgian_and_french_accounts_close() {
        // The national parts of the SWIFT IBAN registry's examples for BE, FR and MC; the others are Febelfin's
        // and the CFONB's.
        assert!(be_account("539-0075470-34") && be_account("091-0122401-16") && be_account("063-1547563-60"));
        assert!(!be_account("539-0075470-35") && !be_account("000-0000000-97"));
        assert!(fr_account("20041 01005 0500013M026 06") && fr_account("30006 00001 12345678901 89"));
        assert!(fr_account("11222 00001 01234567890 30") && !fr_account("20041 01005 0500013M027 06"));
    }

    #[test]
    fn securities_close_the_published_examples() {
        // Apple's ISIN and CUSIP, the LEI of GLEIF, and the SEDOL of BAE Systems, as their owners publish them.
        assert!(isin("US0378331005") && !isin("US0378331006") && !isin("ZZ0378331005"));
        assert!(cusip("037833100") && !cusip("037833101") && sedol("0263494") && !sedol("0263495"));
        assert!(lei("506700GE1G29325QX363") && !lei("506700GE1G29325QX364"));
    }

    #[test]
    fn codes_of_banks_name_a_country() {
        assert!(COUNTRIES.len() == 2 * 250 && bic("DEUTDEFF") && bic("DEUTDEFF500") && !bic("DEUTXXFF") && !bic("DEUTDEFFX"));
        assert!(bic_not_word("NEDSZAJ1") && !bic_not_word("CONTINUE"));
    }
}
