//! Floor 1: several inputs in one text, one on each line or row.

use crate::record::assert_laws;
use data_contribution::record::parse::{Error, Fault, InputFormat, parse};
use proptest::prelude::*;
use serde_json::json;

const CANARY: &str = "Zqxcanary";

fn error_of(input: &str, format: InputFormat) -> Option<Error> {
    parse(input, format).err()
}

#[test]
fn lines_that_cannot_be_read_are_left_out() {
    let issue = r#"{"key": "WEB-1", "fields": {"comment": "lost"}}"#;
    let input = [issue, "{\"key\": }", "", issue, "[1, 2]", "x"].join("\n");
    let parsed = parse(&input, InputFormat::Auto).expect("two records");
    assert_eq!((parsed.format, parsed.records.len()), (InputFormat::Jsonl, 2));
    let warnings: Vec<_> =
        parsed.warnings.iter().map(|warning| (warning.code.as_str(), warning.path.as_deref(), &warning.lines[..])).collect();
    let wanted = [
        ("line-without-record", None, &[5][..]),
        ("malformed-line", None, &[2, 6]),
        ("unexpected-shape", Some("/fields/comment"), &[1, 4]),
    ];
    assert_eq!(warnings, wanted);
    let many = format!("{issue}\n{}", "x\n".repeat(100));
    let parsed = parse(&many, InputFormat::Jsonl).expect("a record");
    assert_eq!((parsed.warnings[0].count, parsed.warnings[0].lines.len()), (Some(100), 20));
}

#[test]
fn nothing_but_bad_lines_is_an_error_with_the_first_place() {
    let malformed = |line, column, fault| Some(Error::Malformed { line, column, fault });
    assert_eq!(error_of("\n{\"a\": }\nx", InputFormat::Jsonl), malformed(2, 7, Fault::Syntax));
    let rows = |rows: &str| error_of(&format!("Issue key,Summary\n{rows}"), InputFormat::Csv);
    assert_eq!(rows("WEB-1,a,b\n"), malformed(2, 1, Fault::Columns));
    assert_eq!(rows("\nWEB-1,\"a"), malformed(3, 1, Fault::Truncated));
    let no_issue = Some(Error::NoRecord { pointer: String::new(), expected: "jira-issue" });
    assert_eq!((error_of("a,b\n1,2", InputFormat::Csv), error_of("x", InputFormat::Csv)), (no_issue.clone(), no_issue));
    assert_eq!(parse("Issue key,Summary", InputFormat::Auto).expect("text").format, InputFormat::Text);
}

#[test]
fn an_export_is_read_whatever_separates_its_cells() {
    for delimiter in [',', ';', '\t', '|'] {
        let input = "Key~Summary~Labels~Labels\r\nWEB-1~\"a ~ b\"~x~y\r\n".replace('~', &delimiter.to_string());
        let parsed = parse(&input, InputFormat::Auto).expect("an export");
        let summary = format!("a {delimiter} b");
        let wanted = json!({"fields": {"summary": summary, "labels": ["x", "y"]}, "key": "WEB-1"});
        assert_eq!((parsed.format, &parsed.records[0].value), (InputFormat::Csv, &wanted));
    }
}

/// A header with columns of every kind, some twice.
const TABLE_HEAD: &str = "Issue key,Summary,Summary,Assignee,Assignee,Assignee Id,Labels,Comment,Log Work,Attachment,Votes,Parent,Parent key,comment,Custom field (),Custom field (x),worklog,fields,,Inward issue link (Blocks),Watchers,Project lead,Project lead\n";

/// What means something to the readers of lines and rows.
fn line_piece() -> impl Strategy<Value = String> {
    let issue = format!("{{\"key\": \"{CANARY}-1\", \"fields\": {{\"summary\": \"{CANARY}\"}}}}\n");
    let row =
        format!("{CANARY}-1,a,b,mia,Mia M,557058:a,l,1/2;mia;x,c;1/2;mia;60,1/2;mia;n;u,7,P,P-1,w,x,y,z,f,e,k,mia,Wanda,wanda\n");
    let known = ["\n", "\r\n", ",", "\"", ";", "{", "}", CANARY, "Issue key,Summary\n", "\t", "1/2;mia;60"].map(str::to_owned);
    prop::sample::select(known.into_iter().chain([issue, row]).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_and_rows_are_partitioned_and_never_echoed(pieces in prop::collection::vec(line_piece(), 0..60), is_table in any::<bool>()) {
        let head = if is_table { TABLE_HEAD } else { "" };
        let input = format!("{head}{}", pieces.concat());
        for format in [InputFormat::Auto, InputFormat::Csv, InputFormat::Jsonl] {
            let said = match parse(&input, format) {
                Ok(parsed) => {
                    parsed.records.iter().for_each(|record| assert_laws("generated", record));
                    format!("{:?}", parsed.warnings)
                }
                Err(error) => format!("{error} {error:?}"),
            };
            prop_assert!(!said.contains(CANARY));
        }
    }
}
