//! The check digits against python-stdnum: 200 numbers of each kind, written by `scripts/vectors.py` with its verdicts.

use data_contribution::detect::check;
use std::path::Path;

/// A file of verdicts, and our function for the same.
type Kind = (&'static str, fn(&str) -> bool);

/// Sorted. Each has its row in `scripts/vectors.py`.
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    ("at-svnr", check::at_svnr),
    ("at-tax-id", check::at_tax_id),
    ("bank-account-es", check::es_account),
    ("be-identity-card", check::be_identity_card),
    ("be-national-number", check::be_national_number),
    ("bg-egn", check::bg_egn),
    ("bg-lnch", check::bg_lnch),
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
    ("ch-ahv", check::ch_ahv),
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
    ("ie-pps", check::ie_pps),
    ("is-kennitala", check::is_kennitala),
    ("isin", check::isin),
    ("it-fiscal-code", check::it_fiscal_code),
    ("lei", check::lei),
    ("lt-asmens-kodas", check::ee_isikukood),
    ("luhn", check::luhn),
    ("lv-personas-kods", check::lv_personas_kods),
    ("nl-bsn", check::nl_bsn),
    ("no-fodselsnummer", check::no_fodselsnummer),
    ("pl-pesel", check::pl_pesel),
    ("pt-citizen-card", check::pt_citizen_card),
    ("pt-nif", check::pt_nif),
    ("register-pl", check::pl_register),
    ("register-pl-long", check::pl_register),
    ("ro-cnp", check::ro_cnp),
    ("routing-us", check::aba_routing),
    ("se-personnummer", check::se_personnummer),
    ("sedol", check::sedol),
    ("si-emso", check::si_emso),
    ("si-tax-id", check::si_tax_id),
    ("tr-national-id", check::tr_national_id),
    ("uk-nhs", check::uk_nhs),
    ("uk-utr", check::uk_utr),
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
