//! The check digits against python-stdnum: 200 numbers of each kind, written by `scripts/vectors.py` with its verdicts.

use data_contribution::detect::check;
use std::path::Path;

/// A file of verdicts, and our function for the same.
type Kind = (&'static str, fn(&str) -> bool);

/// Sorted. Each has its row in `scripts/vectors.py`.
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    ("bank-account-es", check::es_account),
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
    ("cusip", check::cusip),
    ("de-tax-id", check::de_tax_id),
    ("establishment-fr", check::siret),
    ("iban", check::iban),
    ("isin", check::isin),
    ("lei", check::lei),
    ("luhn", check::luhn),
    ("register-pl", check::pl_register),
    ("register-pl-long", check::pl_register),
    ("routing-us", check::aba_routing),
    ("sedol", check::sedol),
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
