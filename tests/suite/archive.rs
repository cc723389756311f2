//! Every file of the real-data archive has an outcome that is written down, and keeps its laws.
//!
//! The archive is unpacked into `target/data/real` by the test script. Without it these tests say that they are skipped; with
//! `DC_DATA_PRESENT=1` its absence is a failure.

use crate::record::{assert_laws, markup_words, summary};
use data_contribution::record::document::{Format, Text};
use data_contribution::record::parse::{InputFormat, decode, parse};
use serde_json::Value as Json;
use std::path::PathBuf;

const FOLDERS: &[&str] = &["jira", "confluence", "jsm", "adf", "markdown", "csv", "assets"];

/// The files that give no record, and why that is right: none of them is content that the change covers.
const REFUSED: &[(&str, &str)] = &[
    ("jira/commented.json", "a webhook of another vendor's product"),
    ("jira/devlake_user_812103.json", "a user account"),
    ("jira/devlake_user_812118.json", "a user account"),
    ("jira/openapi_get__rest_api_3_filter_search.json", "saved searches"),
    ("jira/openapi_get__rest_api_3_notificationscheme.json", "a notification scheme"),
    ("jira/openapi_get__rest_api_3_project_projectIdOrKey_components.json", "components of a space"),
    ("jira/pyapi_rest_api_2_issue_POST_1.json", "an error of the server"),
    ("jira/valid-with-accountId-without-name.json", "a user account"),
    ("jira/valid.json", "a user account"),
    ("jsm/openapi_get__rest_servicedeskapi_servicedesk_serviceDeskId_queue.json", "queues of a service desk"),
];

fn files() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/data/real");
    if !root.join("MANIFEST.tsv").exists() {
        let must = std::env::var("DC_DATA_PRESENT").is_ok_and(|value| value == "1");
        assert!(!must, "the archive must be unpacked in target/data/real");
        eprintln!("skipped: no archive in target/data/real");
        return Vec::new();
    }
    let mut files = Vec::new();
    for folder in FOLDERS {
        for entry in std::fs::read_dir(root.join(folder)).expect("a folder of the archive") {
            let entry = entry.expect("an entry");
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            files.push((name, std::fs::read(entry.path()).expect("a file")));
        }
    }
    files.sort();
    files
}

fn outcome(bytes: &[u8]) -> String {
    let parsed = decode(bytes).and_then(|text| parse(&text, InputFormat::Auto));
    match parsed {
        Ok(parsed) => summary(&parsed),
        Err(error) => format!("{}\t{error}", error.code()),
    }
}

#[test]
fn every_file_has_its_expected_outcome() {
    let files = files();
    if files.is_empty() {
        return;
    }
    let mut table = String::from("file\tformat\trecord types\trecords\tfields\tpeople\tvisible\ttotal\twarnings\n");
    for (name, bytes) in &files {
        let outcome = outcome(bytes);
        let is_refused = REFUSED.iter().any(|(refused, _)| refused == name);
        assert_eq!(outcome.starts_with("no-record\t"), is_refused, "{name}: {outcome}");
        table.push_str(&format!("{name}\t{outcome}\n"));
    }
    crate::record::check_golden("archive.tsv", &table);
}

#[test]
fn every_file_keeps_the_laws() {
    for (name, bytes) in files() {
        let Ok(parsed) = decode(&bytes).and_then(|text| parse(&text, InputFormat::Auto)) else { continue };
        parsed.records.iter().for_each(|record| assert_laws(&name, record));
    }
}

#[test]
fn every_summary_description_document_and_body_is_read() {
    for (name, bytes) in files() {
        let Ok(parsed) = decode(&bytes).and_then(|text| parse(&text, InputFormat::Auto)) else { continue };
        for record in &parsed.records {
            for field in &record.fields {
                let text = Text::read(&field.value, field.format);
                for word in words(&field.value, field.format) {
                    assert!(text.joined().contains(&word), "{name} {}: {word:?} is not read", field.path);
                }
            }
        }
    }
}

/// What must be found in a field's text, by other means than the readers use.
fn words(value: &Json, format: Format) -> Vec<String> {
    match (format, value) {
        (Format::Storage, Json::String(text)) => markup_words(text),
        (Format::Markdown, Json::String(text)) => {
            let words = text.split(|character: char| !character.is_alphanumeric());
            let is_entity = |word: &str| [format!("&{word};"), format!("&#{word};")].iter().any(|entity| text.contains(entity));
            words.filter(|word| word.chars().count() > 2 && !is_entity(word)).map(str::to_owned).collect()
        }
        (Format::Wiki, Json::String(text)) => {
            let words = text.split(|character: char| !character.is_alphanumeric());
            let markup = ["color", "code", "noformat", "panel", "quote"];
            let is_color = |word: &str| word.len() == 6 && text.contains(&format!("{{color:#{word}}}"));
            words
                .filter(|word| word.chars().count() > 2 && !markup.contains(word) && !is_color(word))
                .map(str::to_owned)
                .collect()
        }
        (Format::AdfString, Json::String(text)) => words(&serde_json::from_str(text).expect("JSON"), Format::Adf),
        (_, Json::String(text)) => vec![text.clone()],
        (_, Json::Array(items)) => items.iter().flat_map(|item| words(item, Format::Json)).collect(),
        (Format::Adf, Json::Object(members)) => {
            let member = |key| members.get(key).map(|member| words(member, Format::Adf));
            [
                member("text"),
                members
                    .get("content")
                    .and_then(Json::as_array)
                    .map(|nodes| nodes.iter().flat_map(|node| words(node, Format::Adf)).collect()),
            ]
            .into_iter()
            .flatten()
            .flatten()
            .collect()
        }
        (_, Json::Object(_)) if value.get("type").and_then(Json::as_str) == Some("doc") => words(value, Format::Adf),
        (_, Json::Object(members)) => members.values().flat_map(|member| words(member, Format::Json)).collect(),
        _ => Vec::new(),
    }
}
