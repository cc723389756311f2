//! The check digits against python-stdnum: 200 numbers of each kind, written by `scripts/vectors.py` with its verdicts.

use data_contribution::detect::check;
use std::path::Path;

/// A file of verdicts, and our function for the same.
type Kind = (&'static str, fn(&str) -> bool);

/// Sorted. Each has its row in `scripts/vectors.py`.
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    ("de-tax-id", check::de_tax_id),
    ("luhn", check::luhn),
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
