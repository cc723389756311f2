//! Check digits and other offline proofs: pure functions from the value, as it was found, to whether it passes.

mod address;
mod date;
mod device;
mod europe;
mod finance;
mod name;
mod phone;
mod place;
mod secret;
pub(crate) mod sum;
mod tax;
mod uk;
mod wallet;
mod world;

pub use address::{
    any_ipv6, coordinates, domain, email, hardware_address, ipv4, ipv4_not_version, ipv6, machine_name, quoted_email,
    reserved_domain, reserved_hardware, reserved_ip, url_user, web_host,
};
pub use date::{basic_date, calendar_date, counted_date, epoch, human_age, named_date, partial_date, short_date, years};
pub use device::{
    driver_license, iccid, imei, imsi, meid, mrz_name, mrz_passport, mrz_three_lines, mrz_two_lines, passport, vin,
};
pub use europe::{
    at_svnr, at_tax_id, be_identity_card, be_national_number, bg_egn, bg_lnch, ch_ahv, cy_tin, cz_birth_number, de_document,
    de_health_insurance, de_lanr, de_social_security, de_tax_id, dk_cpr, dk_cpr_closed, ee_isikukood, es_nie, es_nif, es_nuss,
    fi_hetu, fr_nir, fr_tax_id, gr_afm, gr_amka, hr_oib, hu_taj, hu_tax_id, ie_pps, is_kennitala, it_fiscal_code, lu_national_id,
    lv_personas_kods, nl_bsn, no_fodselsnummer, pl_document, pl_pesel, pt_citizen_card, pt_nif, pt_niss, ro_cnp, se_personnummer,
    si_emso, si_tax_id, tr_license_plate, tr_national_id,
};
pub use finance::{
    aba_prefix, aba_routing, account_digits, application, be_account, bic, bic_in_capitals, bic_not_word, card_shaped, cusip,
    cz_account, es_account, fr_account, isin, lei, long_number, masked_card, payment_card, pl_account, rare_payment_card, sedol,
};
pub use name::{
    account_name, atlassian_site, handle, handle_shape, institution, legal_form, organization, person_name, prompt_user,
    romance_institution,
};
pub use phone::{fictional_phone, introduced_phone, likely_phone, national_phone, north_american_phone, phone, vanity_phone};
pub use place::{introduced, no_month, no_month_behind, number_first, street_first, type_first};
pub use secret::{
    armored_key, assigned_secret, authorization, aws_account, aws_secret, basic_credentials, complete_address, complete_token,
    connection, encoded_private_key, github_token, high_entropy, jwt, no_path, no_uuid, not_placeholder, opaque, opaque_mixed,
    parameter_secret, password_text, secret_value, slack_token, unpublished_google_key, url_password,
};
pub use sum::verhoeff;
pub use tax::{
    at_register, bg_business, cz_business, dk_business, es_company, fi_business, hu_business, it_business, no_business,
    pl_business, pl_register, ro_business, se_organization, siren, siret, vat,
};
pub use uk::{uk_driving_license, uk_license_plate, uk_nhs, uk_nino, uk_postcode, uk_utr};
pub use wallet::{base58_address, base58_key, bech32, eip55, monero_address, one_case};
pub use world::{
    ar_cuit, au_abn, au_acn, au_medicare, au_tfn, br_cnpj, br_cpf, ca_bc_phn, ca_on_health, ca_qc_health, ca_sin, cl_rut,
    cn_resident, cn_resident_old, co_nit, eg_identity, hk_identity, id_nik, id_npwp, il_identity, in_aadhaar, in_gstin,
    in_gstin_form, in_pan, in_vehicle, in_voter, jp_corporate, jp_my_number, kr_brn, kr_check, kr_driver, kr_frn, kr_rrn,
    mx_clabe, mx_curp, mx_rfc, mx_rfc_check, my_mykad, ng_nin, nz_ird, nz_nhi, sg_nric, sg_uen, th_identity, th_province,
    tw_identity, us_dea, us_npi, us_ssn, us_ssn_reserved, vn_citizen, za_identity,
};

/// The decimal digits of a value, without separators.
pub(crate) fn digits(value: &str) -> impl DoubleEndedIterator<Item = u8> + Clone {
    value.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0')
}

/// The numbers of a value, in order, whatever stands between them.
pub(crate) fn runs(value: &str) -> impl Iterator<Item = u32> {
    value.split(|c: char| !c.is_ascii_digit()).filter_map(|run| run.parse().ok())
}

/// Luhn's sum over the digits is a multiple of ten (ISO/IEC 7812-1, annex B).
pub fn luhn(value: &str) -> bool {
    let doubled = |digit: u8| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits(value)
        .rev()
        .enumerate()
        .map(|(place, digit)| u32::from(if place % 2 == 1 { doubled(digit) } else { digit }))
        .sum();
    sum > 0 && sum.is_multiple_of(10)
}

/// The number with its letters as two digits leaves 1 modulo 97 (ISO/IEC 7064, MOD 97-10). Separators are skipped.
pub fn mod97(value: &str) -> bool {
    let remainder = value.bytes().filter(u8::is_ascii_alphanumeric).fold(0u32, |rest, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        _ => (rest * 100 + u32::from(byte.to_ascii_uppercase() - b'A') + 10) % 97,
    });
    remainder == 1
}

/// An international bank account number: a country of the registry, its length, and the check digits (ISO 13616-1).
pub fn iban(value: &str) -> bool {
    let plain: Vec<u8> = value.bytes().filter(u8::is_ascii_alphanumeric).collect();
    let Some((country, rest)) = plain.split_first_chunk::<2>() else { return false };
    let same_case = !(plain.iter().any(u8::is_ascii_uppercase) && plain.iter().any(u8::is_ascii_lowercase));
    let country = country.map(|letter| letter.to_ascii_uppercase());
    let registered = IBAN_LENGTHS.iter().any(|(code, length)| code.as_bytes() == country && plain.len() == usize::from(*length));
    let Some((check, account)) = rest.split_first_chunk::<2>() else { return false };
    let rotated: Vec<u8> = account.iter().chain(&country).chain(check).copied().collect();
    // Words between which a country's letters and a year happen to stand have few digits.
    let numeric = account.iter().filter(|byte| byte.is_ascii_digit()).count() * 2 >= account.len();
    let of_letters = LETTERED_BANKS.as_bytes().chunks_exact(2).any(|code| code == country);
    let bank = account.get(..4).is_some_and(|bank| !of_letters || bank.iter().all(u8::is_ascii_alphabetic));
    same_case && registered && numeric && bank && std::str::from_utf8(&rotated).is_ok_and(mod97)
}

/// Countries of the same registry whose accounts begin with the four letters of the bank.
const LETTERED_BANKS: &str = "BGBHGBGIIEIQJOKWLCLVMTMUNINLPKPSQAROSCSVVG";

/// Countries and lengths of the SWIFT IBAN registry, release 99.
#[rustfmt::skip]
const IBAN_LENGTHS: &[(&str, u8)] = &[
    ("AD", 24), ("AE", 23), ("AL", 28), ("AT", 20), ("AZ", 28), ("BA", 20), ("BE", 16), ("BG", 22), ("BH", 22), ("BI", 27),
    ("BR", 29), ("BY", 28), ("CH", 21), ("CR", 22), ("CY", 28), ("CZ", 24), ("DE", 22), ("DJ", 27), ("DK", 18), ("DO", 28),
    ("EE", 20), ("EG", 29), ("ES", 24), ("FI", 18), ("FK", 18), ("FO", 18), ("FR", 27), ("GB", 22), ("GE", 22), ("GI", 23),
    ("GL", 18), ("GR", 27), ("GT", 28), ("HN", 28), ("HR", 21), ("HU", 28), ("IE", 22), ("IL", 23), ("IQ", 23), ("IS", 26),
    ("IT", 27), ("JO", 30), ("KW", 30), ("KZ", 20), ("LB", 28), ("LC", 32), ("LI", 21), ("LT", 20), ("LU", 20), ("LV", 21),
    ("LY", 25), ("MC", 27), ("MD", 24), ("ME", 22), ("MK", 19), ("MN", 20), ("MR", 27), ("MT", 31), ("MU", 30), ("NI", 28),
    ("NL", 18), ("NO", 15), ("OM", 23), ("PK", 24), ("PL", 28), ("PS", 29), ("PT", 25), ("QA", 29), ("RO", 24), ("RS", 22),
    ("RU", 33), ("SA", 24), ("SC", 31), ("SD", 18), ("SE", 24), ("SI", 19), ("SK", 24), ("SM", 27), ("SO", 23), ("ST", 25),
    ("SV", 28), ("TL", 23), ("TN", 24), ("TR", 26), ("UA", 29), ("VA", 22), ("VG", 24), ("XK", 20), ("YE", 30),
];

/// A work item's key: not one of the standards, encodings and products that are written alike.
pub fn issue_key(value: &str) -> bool {
    let prefix = value.split('-').next().unwrap_or("");
    NOT_A_PROJECT.binary_search(&prefix).is_err()
}

/// What stands before a hyphen and a number without being a project. Sorted.
#[rustfmt::skip]
const NOT_A_PROJECT: &[&str] = &[
    "AES", "ANSI", "ARM", "ASCII", "BASE", "BLAKE", "BMP", "BS", "CAP", "CD", "CHAPTER", "CL", "COL", "COVID", "CP", "CPU",
    "CRC", "CVE", "CWE", "DAY", "DDR", "DES", "DIN", "DVD", "EBCDIC", "ECMA", "ED", "EN", "ES", "FIG", "FIPS", "FORTRAN", "FP",
    "GB", "GMT", "GPL", "GPT", "GPU", "HMAC", "HTML", "HTTP", "HTTPS", "IBM", "IE", "IEC", "IEEE", "IPV", "ISBN", "ISO", "ITU",
    "JAVA", "JDK", "JRE", "JSR", "KB", "KOI", "LATIN", "LPC", "LTS", "MAC", "MB", "MD", "MIL", "MP", "MS", "NIST", "NTLM", "OS",
    "OWASP", "PAGE", "PART", "PBKDF", "PEP", "PHASE", "PKCS", "PM", "PRE", "PS", "RC", "RFC", "RIPEMD", "ROT", "RSA", "RTX",
    "SARS", "SHA", "SNMP", "SOC", "SQL", "SSL", "SSO", "STEP", "TCP", "TIS", "TLS", "TOP", "UCS", "UDP", "UN", "USB", "UTC",
    "UTF", "VERSION", "WEEK", "WIN", "WINDOWS", "XEON",
];

/// At least one letter and one digit: an id, not a word and not a number.
pub fn mixed(value: &str) -> bool {
    value.bytes().any(|byte| byte.is_ascii_alphabetic()) && value.bytes().any(|byte| byte.is_ascii_digit())
}

/// The number of a document: at least five digits, not one digit repeated, and no year alone.
pub fn document_number(value: &str) -> bool {
    let mut all = digits(value);
    let first = all.next();
    digits(value).count() >= 5 && all.any(|digit| Some(digit) != first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luhn_accepts_the_example_of_the_standard_and_no_neighbor() {
        // ISO/IEC 7812-1, annex B: 7992739871 takes the check digit 3.
        assert!(luhn("79927398713"));
        assert!((0..10).filter(|digit| luhn(&format!("7992739871{digit}"))).eq([3]));
        assert!(!luhn("0000000000"));
    }

    #[test]
    fn ibans_need_country_length_and_check_digits() {
        // The examples of the registry for DE, GB, NO and MT.
        for iban_value in
            ["DE89 3704 0044 0532 0130 00", "GB29NWBK60161331926819", "NO9386011117947", "MT84MALT011000012345MTLCAST001S"]
        {
            assert!(iban(iban_value), "{iban_value}");
        }
        for other in
            ["DE88 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 0", "ZZ89370400440532013000", "De89370400440532013000"]
        {
            assert!(!iban(other), "{other}");
        }
    }

    #[test]
    fn mod97_follows_iso_7064() {
        // The worked example of ISO 13616-1: the account first, then country and check digits.
        assert!(mod97("WEST12345698765432GB82"));
        assert!(!mod97("WEST12345698765432GB83"));
        assert!(!mod97(""));
    }

    #[test]
    fn standards_are_no_projects() {
        assert!(NOT_A_PROJECT.is_sorted());
        assert!(issue_key("WEB-1482") && !issue_key("UTF-8") && !issue_key("SHA-256"));
    }
}
