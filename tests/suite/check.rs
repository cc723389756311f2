//! The check digits against python-stdnum: 200 numbers of each kind, written by `scripts/vectors.py` with its verdicts.

use data_contribution::detect::check;
use std::path::Path;

/// A file of verdicts, and our function for the same.
type Kind = (&'static str, fn(&str) -> bool);

/// Sorted. Each has its row in `scripts/vectors.py`.
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    ("ar-cuit", check::ar_cuit),
    ("at-svnr", check::at_svnr),
    ("at-tax-id", check::at_tax_id),
    ("au-abn", check::au_abn),
    ("au-acn", check::au_acn),
    ("au-tfn", check::au_tfn),
    ("bank-account-es", check::es_account),
    ("be-identity-card", check::be_identity_card),
    ("be-national-number", check::be_national_number),
    ("bg-egn", check::bg_egn),
    ("bg-lnch", check::bg_lnch),
    ("br-cnpj", check::br_cnpj),
    ("br-cpf", check::br_cpf),
    ("business-cz", check::cz_business),
    ("business-dk", check::dk_business),
    ("business-es", check::es_company),
    ("business-fi", check::fi_business),
    ("business-fr", check::siren),
    ("business-it", check::it_business),
    ("business-no", check::no_business),
    ("business-pl", check::pl_business),
    ("business-ro", check::ro_business),
    ("business-se", check::se_organization),
    ("ca-bc-phn", check::ca_bc_phn),
    ("ca-sin", check::ca_sin),
    ("ch-ahv", check::ch_ahv),
    ("cl-rut", check::cl_rut),
    ("cn-resident", check::cn_resident),
    ("co-nit", check::co_nit),
    ("cusip", check::cusip),
    ("cy-tin", check::cy_tin),
    ("cz-birth-number", check::cz_birth_number),
    ("de-tax-id", check::de_tax_id),
    ("dk-cpr", check::dk_cpr),
    ("ee-isikukood", check::ee_isikukood),
    ("es-nie", check::es_nie),
    ("es-nif", check::es_nif),
    ("establishment-fr", check::siret),
    ("fi-hetu", check::fi_hetu),
    ("fr-nir", check::fr_nir),
    ("fr-tax-id", check::fr_tax_id),
    ("gr-afm", check::gr_afm),
    ("gr-amka", check::gr_amka),
    ("hr-oib", check::hr_oib),
    ("iban", check::iban),
    ("id-npwp", check::id_npwp),
    ("ie-pps", check::ie_pps),
    ("il-identity", check::il_identity),
    ("imei", check::imei),
    ("in-aadhaar", check::in_aadhaar),
    ("in-gstin", check::in_gstin),
    ("in-pan", check::in_pan),
    ("in-voter", check::in_voter),
    ("is-kennitala", check::is_kennitala),
    ("isin", check::isin),
    ("it-fiscal-code", check::it_fiscal_code),
    ("jp-corporate", check::jp_corporate),
    ("kr-rrn", |number| check::kr_rrn(number) && check::kr_check(number)),
    ("lei", check::lei),
    ("lt-asmens-kodas", check::ee_isikukood),
    ("luhn", check::luhn),
    ("lv-personas-kods", check::lv_personas_kods),
    ("meid", check::meid),
    ("mx-curp", check::mx_curp),
    ("my-mykad", check::my_mykad),
    ("nl-bsn", check::nl_bsn),
    ("no-fodselsnummer", check::no_fodselsnummer),
    ("nz-ird", check::nz_ird),
    ("pl-pesel", check::pl_pesel),
    ("pt-citizen-card", check::pt_citizen_card),
    ("pt-nif", check::pt_nif),
    ("register-pl", check::pl_register),
    ("register-pl-long", check::pl_register),
    ("ro-cnp", check::ro_cnp),
    ("routing-us", check::aba_routing),
    ("se-personnummer", check::se_personnummer),
    ("sedol", check::sedol),
    ("sg-uen", check::sg_uen),
    ("si-emso", check::si_emso),
    ("si-tax-id", check::si_tax_id),
    ("th-identity", check::th_identity),
    ("tr-national-id", check::tr_national_id),
    ("uk-nhs", check::uk_nhs),
    ("uk-utr", check::uk_utr),
    ("us-ssn", check::us_ssn),
    ("vat-at", check::vat),
    ("vat-be", check::vat),
    ("vat-bg", check::vat),
    ("vat-ch", check::vat),
    ("vat-cy", check::vat),
    ("vat-cz", check::vat),
    ("vat-de", check::vat),
    ("vat-dk", check::vat),
    ("vat-ee", check::vat),
    ("vat-el", check::vat),
    ("vat-es", check::vat),
    ("vat-fi", check::vat),
    ("vat-fr", check::vat),
    ("vat-gb", check::vat),
    ("vat-hr", check::vat),
    ("vat-hu", check::vat),
    ("vat-ie", check::vat),
    ("vat-it", check::vat),
    ("vat-lt", check::vat),
    ("vat-lu", check::vat),
    ("vat-lv", check::vat),
    ("vat-mt", check::vat),
    ("vat-nl", check::vat),
    ("vat-no", check::vat),
    ("vat-pl", check::vat),
    ("vat-pt", check::vat),
    ("vat-ro", check::vat),
    ("vat-se", check::vat),
    ("vat-si", check::vat),
    ("vat-sk", check::vat),
    ("verhoeff", check::verhoeff),
    ("za-identity", check::za_identity),
];

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/golden/check")
}

/// The numbers of a kind whose verdicts differ from ours.
fn differing(name: &str, passes: fn(&str) -> bool) -> Vec<String> {
    let text = std::fs::read_to_string(folder().join(name).with_extension("txt")).expect("each kind has its file");
    let verdicts: Vec<(bool, &str)> = text.lines().map(|line| (line.starts_with('+'), &line[1..])).collect();
    assert_eq!(verdicts.len(), 200, "{name}");
    assert!(verdicts.iter().filter(|(valid, _)| *valid).count() >= 100, "{name}");
    verdicts
        .into_iter()
        .filter(|&(valid, number)| passes(number) != valid)
        .map(|(_, number)| format!("{name} {number}"))
        .collect()
}

#[test]
fn check_digits_agree_with_python_stdnum() {
    let wrong: Vec<String> = KINDS.iter().flat_map(|&(name, passes)| differing(name, passes)).collect();
    assert!(wrong.is_empty(), "{} verdicts differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_file_of_verdicts_is_read() {
    assert!(KINDS.is_sorted_by_key(|kind| kind.0));
    let files = std::fs::read_dir(folder()).expect("the folder of verdicts").filter(|file| {
        let name = file.as_ref().expect("an entry").path();
        !KINDS.iter().any(|kind| name.file_stem().is_some_and(|stem| stem == kind.0))
    });
    assert_eq!(files.count(), 0);
}

/// A check that python-stdnum lacks: three numbers that pass, one that does not, and whose rule it is. The first number is the
/// source's own where the source gives one; the others were closed by hand after its rule.
type Worked = (fn(&str) -> bool, [&'static str; 3], &'static str, &'static str);

#[rustfmt::skip]
const WORKED: &[Worked] = &[
    (check::au_medicare, ["2123 45670 1", "2950600191", "29506002812"], "2123 45671 1", "METeOR 270101, Services Australia"),
    (check::br_cnpj, ["12.ABC.345/01DE-35", "11.222.333/0001-81", "12ABC34501DE35"], "12.ABC.345/01DE-36", "Receita Federal, IN 2.229/2024"),
    (check::ca_on_health, ["4589-123-761", "1234567897", "1234 567 897"], "4589-123-762", "Ontario Ministry of Health"),
    (check::ca_qc_health, ["TREM 7851 1234", "BOUF94032114", "GAGL 0061 3012"], "TREM 7863 1234", "RAMQ"),
    (check::cn_resident_old, ["110105491231002", "440306880412303", "310115000229001"], "110105491331002", "GB 11643-1989"),
    (check::eg_identity, ["29002140112340", "29507312113577", "30507312113572"], "29002140112341", "Civil Status Law 143 of 1994"),
    (check::hk_identity, ["G123456(A)", "A123456(3)", "WX654321(7)"], "G123456(1)", "Registration of Persons Regulations"),
    (check::iccid, ["8985234000011234566", "89490200001234567892", "89 8523 4000 0112 34566"], "8985234000011234567", "ITU-T E.118"),
    (check::id_nik, ["3171015708900001", "3273214503850012", "1101010101000001"], "3171017508900001", "Law 23 of 2006, article 13"),
    (check::imsi, ["262011234567890", "310150123456789", "901280000000001"], "199011234567890", "ITU-T E.212"),
    (check::in_vehicle, ["MH12AB1234", "KA 05 MX 1234", "DL3CJI0001"], "ZZ02BA2341", "Motor Vehicles Act 1988"),
    (check::jp_my_number, ["123456789018", "482019573464", "4820-1957-3464"], "123456789019", "Order of the MIC 85 of 2014, article 5"),
    (check::kr_brn, ["124-81-00998", "104-82-13138", "104-86-56659"], "124-81-00999", "National Tax Service"),
    (check::kr_driver, ["11-22-123456-12", "28-04-654321-60", "13-99-000000-00"], "30-22-123456-12", "Road Traffic Act"),
    (check::kr_frn, ["900214-5234567", "050731-7021413", "000229-7021413"], "900230-5234567", "Immigration Act"),
    (check::mrz_name, ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"], "ERIKSSON<<ANNA", "ICAO 9303-4, -5, -6, specimens"),
    (check::mrz_passport, ["L898902C36UTO7408122F1204159ZE184226B<<<<<10", "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<08", "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8"], "L898902C36UTO7408122F1204159ZE184226B<<<<<11", "ICAO 9303-4, appendix B"),
    (check::mrz_three_lines, ["I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6", "I<UTOD231458907<<<<<<<<<<<<<<<\r\n7408122F1204159UTO<<<<<<<<<<<6", "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122M1204159UTO<<<<<<<<<<<6"], "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<7", "ICAO 9303-5, appendix B"),
    (check::mrz_two_lines, ["D231458907UTO7408122F1204159<<<<<<<6", "D231458907UTO7408122M1204159<<<<<<<6", "D231458907UTO7408122<1204159<<<<<<<6"], "D231458907UTO7408122F1204159<<<<<<<7", "ICAO 9303-6, appendix B"),
    (check::mx_clabe, ["032180000118359719", "012180004782910458", "032 180 000118359719"], "032180000118359718", "Asociación de Bancos de México"),
    (check::mx_rfc_check, ["GODE561231GR8", "ABC121103X15", "GODE-561231-GR8"], "GODE561231GR9", "SAT, Anexo 20"),
    (check::ng_nin, ["62149037186", "12345678902", "621 4903 7186"], "62149037187", "NIMC; Verhoeff"),
    (check::nz_nhi, ["ZZZ0016", "ALU18KZ", "QKR52KW"], "ZZZ0017", "HISO 10046"),
    (check::sg_nric, ["S1234567D", "G7654321L", "M4332674T"], "S1234567E", "ICA"),
    (check::th_province, ["3101200345677", "5673400123451", "1 9600 00123 45 1"], "3991200345677", "ISO 3166-2:TH"),
    (check::tw_identity, ["A123456789", "K800123459", "A 123 456 789"], "A123456788", "Ministry of the Interior"),
    (check::us_dea, ["BT1234563", "MK7392018", "FB1234563"], "BT1234564", "21 CFR 1301, DEA Diversion Control"),
    (check::us_npi, ["1234567893", "1987654328", "1003000126"], "1234567890", "CMS, Requirements for NPI and its check digit"),
    (check::vin, ["1M8GDM9AXKP042788", "WVWZZZ1J3XW000123", "JH4KA8265MC001234"], "1M8GDM9A1KP042788", "49 CFR 565.15, table"),
    (check::vn_citizen, ["001090012345", "079203001234", "096399999999"], "001990012345", "Decree 137/2015/ND-CP, article 13"),
];

#[test]
fn other_checks_agree_with_worked_examples() {
    for &(passes, valid, wrong, source) in WORKED {
        for number in valid {
            assert!(passes(number), "{number} ({source})");
        }
        assert!(!passes(wrong), "{wrong} ({source})");
        assert!(!passes("") && !passes("é") && !passes(&"9".repeat(64)), "{source}");
    }
}
