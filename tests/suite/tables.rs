//! Every row of every table: ids unique and well-formed, lists sorted, and each row's own proof.

use data_contribution::detect::{Detector, Finding, Hints, Lead, People, Recognizer, Score, recognizers};
use std::collections::BTreeSet;

fn found(text: &str) -> Vec<Finding> {
    let people = People::default();
    let hints = Hints { people: &people, known: &[] };
    Detector::default().detect(text, hints, Score::new(50)).findings.as_slice().to_vec()
}

/// The text without its marks, and the marked ranges.
fn unmark(marked: &str) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut text, mut ranges, mut open) = (String::new(), Vec::new(), None);
    for c in marked.chars() {
        match (c, open) {
            ('«', None) => open = Some(text.len()),
            ('»', Some(start)) => {
                ranges.push(start..text.len());
                open = None;
            }
            _ => text.push(c),
        }
    }
    (text, ranges)
}

#[test]
fn recognizers_find_what_they_promise() {
    let mut wrong = Vec::new();
    for row in recognizers::all() {
        for marked in row.finds {
            let (text, wanted) = unmark(marked);
            let got: Vec<_> = found(&text).into_iter().filter(|f| f.recognizer == row.id).map(|f| f.span.range()).collect();
            let entities = found(&text).into_iter().filter(|f| f.recognizer == row.id).all(|f| f.entity == row.entity);
            if got != wanted || !entities {
                wrong.push(format!("{}: {marked:?} gives {:?}", row.id, found(&text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn recognizers_skip_what_they_promise() {
    let mut wrong = Vec::new();
    for row in recognizers::all() {
        for text in row.skips {
            if let Some(finding) = found(text).into_iter().find(|f| f.entity == row.entity) {
                wrong.push(format!("{}: {text:?} gives {finding:?}", row.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn recognizers_are_well_formed() {
    let ids: Vec<&str> = recognizers::all().map(|row| row.id).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are unique");
    assert!(recognizers::PACKS.is_sorted_by_key(|pack| pack.id));
    for pack in recognizers::PACKS {
        assert!(pack.rows.is_sorted_by_key(|row| row.id), "{} is sorted", pack.id);
    }
    for row in recognizers::all() {
        well_formed(row);
    }
}

fn well_formed(row: &Recognizer) {
    let kebab = |id: &str| {
        id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    assert!(kebab(row.id), "{}", row.id);
    assert!(row.checks.iter().all(|check| kebab(check.id)), "{}", row.id);
    assert!(row.finds.len() >= 2 && !row.skips.is_empty(), "{} lacks proof", row.id);
    assert!(row.finds.iter().all(|text| !unmark(text).1.is_empty()), "{} marks nothing", row.id);
    assert!(!row.source.is_empty(), "{} lacks a source", row.id);
    assert!(row.context.iter().chain(row.unless).all(|word| *word == word.to_lowercase()), "{}", row.id);
    assert!(row.score >= Score::new(50) || !row.context.is_empty(), "{} can never count", row.id);
    assert!(
        matches!(row.lead, Lead::None | Lead::Form(_) | Lead::Key(_)) || !row.context.is_empty(),
        "{} names no trigger",
        row.id
    );
}
