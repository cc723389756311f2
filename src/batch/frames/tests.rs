//! Records are the same however the bytes arrive.

use super::*;
use crate::record::RecordType;

/// What a text gives when it arrives in pieces of this size: for each record its id, for each fault its line.
fn given(bytes: &[u8], format: InputFormat, size: usize) -> (Vec<String>, Vec<u64>, bool) {
    let mut frames = Frames::new(format);
    let (mut ids, mut bad) = (Vec::new(), Vec::new());
    let mut give = |line, given: Given| match given {
        Ok(parsed) => ids.extend(parsed.records.into_iter().map(|record| record.id)),
        Err(_) => bad.push(line),
    };
    bytes.chunks(size.max(1)).for_each(|chunk| frames.push(chunk, &mut give));
    frames.end(&mut give);
    let early = frames.ends_early();
    (ids, bad, early)
}

#[track_caller]
fn same(bytes: &[u8], ids: &[&str], bad: &[u64], early: bool) {
    for size in [1, 2, 3, 7, 64, 1 << 20] {
        let found = given(bytes, InputFormat::Auto, size);
        assert_eq!(
            (found.0.as_slice(), found.1.as_slice(), found.2),
            (ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>().as_slice(), bad, early),
            "{size}"
        );
    }
}

fn issue(key: &str) -> String {
    format!(r#"{{"key": "{key}", "fields": {{"summary": "a \"[{{\" b", "comment": {{"comments": []}}, "labels": ["x"]}}}}"#)
}

#[test]
fn lines_are_records() {
    let text = format!("{}\n\nnot json\n{}\r\n{{\"a\": 1}}\n{}", issue("A-1"), issue("A-2"), issue("A-3"));
    same(text.as_bytes(), &["A-1", "A-2", "A-3"], &[3, 5], false);
    same(format!("\u{feff}{text}").as_bytes(), &["A-1", "A-2", "A-3"], &[3, 5], false);
}

#[test]
fn the_items_of_arrays_and_pages_are_records() {
    let (one, two) = (issue("A-1"), issue("A-2"));
    same(format!("[\n{one},\n{two}\n]\n").as_bytes(), &["A-1", "A-2"], &[], false);
    same(
        format!("{{\n\"startAt\": 0, \"names\": {{\"a\": [{{}}]}},\n\"issues\": [\n{one},\n{two}], \"total\": [2]\n}}")
            .as_bytes(),
        &["A-1", "A-2"],
        &[],
        false,
    );
    // One record over several lines.
    same(one.replace(", ", ",\n").as_bytes(), &["A-1"], &[], false);
}

#[test]
fn a_file_that_ends_early_is_noticed() {
    let (one, two) = (issue("A-1"), issue("A-2"));
    let text = format!("[\n{one},\n{two}\n]\n");
    same(&text.as_bytes()[..text.len() - 30], &["A-1"], &[], true);
    // Half a line is told by its number, too; a whole line that is no JSON is no end.
    same(format!("{one}\n{two}\n{}", &one[..40]).as_bytes(), &["A-1", "A-2"], &[3], true);
    same(format!("{one}\n{two}\n{}\n", &one[..40]).as_bytes(), &["A-1", "A-2"], &[3], false);
    same(format!("{one}\n{two}\nnonsense").as_bytes(), &["A-1", "A-2"], &[3], false);
    let csv = "Issue key,Summary\nA-1,\"x\ny\"\nA-2,\"open\n";
    same(csv.as_bytes(), &["A-1"], &[], true);
}

#[test]
fn rows_are_records_whatever_the_encoding() {
    let csv = "Issue key;Summary;Description\r\nA-1;\"line 1\r\nline 2; \"\"quoted\"\"\";x\r\nA-2;too few\r\nA-3;é😀;\"\"\r\n";
    same(csv.as_bytes(), &["A-1", "A-3"], &[4], false);
    for swap in [false, true] {
        let units = std::iter::once(0xFEFF).chain(csv.encode_utf16());
        let bytes: Vec<u8> = units.flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect();
        same(&bytes, &["A-1", "A-3"], &[4], false);
    }
}

#[test]
fn other_things_hold_no_record() {
    for text in ["", "  \n ", "hello\nworld\nagain\n", "[1, 2, 3]", "\u{feff}"] {
        let found = given(text.as_bytes(), InputFormat::Auto, 4);
        assert_eq!((found.0.len(), found.1.len()), (0, 0), "{text}");
    }
}

#[test]
fn a_record_that_is_too_long_is_passed_over() {
    let mut frames = Frames::new(InputFormat::Jsonl);
    let (mut ids, mut bad) = (Vec::new(), Vec::new());
    let mut give = |line, given: Given| match given {
        Ok(parsed) => ids.push(parsed.records[0].record_type),
        Err(_) => bad.push(line),
    };
    frames.push(format!("{}\n{{\"a\": \"", issue("A-1")).as_bytes(), &mut give);
    let filler = vec![b'x'; 1 << 22];
    (0..LONGEST / filler.len() + 2).for_each(|_| frames.push(&filler, &mut give));
    frames.push(format!("\"}}\n{}\n", issue("A-2")).as_bytes(), &mut give);
    frames.end(&mut give);
    assert_eq!((ids, bad), (vec![RecordType::JiraIssue; 2], vec![2]));
}
