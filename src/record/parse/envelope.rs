//! Finds the records in what an API returned: alone, in a list, on a page of results, in a webhook.

use super::{FORMATS, InputFormat, Warning, adf, confluence, jira, jsm, shapes};
use crate::record::FieldPath;
use crate::record::RecordType;
use serde_json::Value as Json;

/// Members that hold a list of records.
pub(crate) const LISTS: &[&str] = &["issues", "comments", "worklogs", "histories", "values", "results", "objectEntries"];

/// Members that hold one record in a webhook.
const SINGLES: &[&str] =
    &["issue", "page", "blog", "blogpost", "request", "comment", "worklog", "changelog", "sprint", "project", "space"];

/// How deep a record may stand in what somebody else's tool wrapped around it.
const DEEPEST: usize = 4;

/// Members of a page of results that say how it is paged, and nothing about the records.
const PAGING: &[&str] = &[
    "_expands",
    "_links",
    "accountType",
    "cqlQuery",
    "eventType",
    "expand",
    "isLast",
    "isLastPage",
    "limit",
    "maxResults",
    "names",
    "nextPageToken",
    "schema",
    "searchDuration",
    "self",
    "size",
    "start",
    "startAt",
    "suppressNotifications",
    "timestamp",
    "total",
    "totalSize",
    "updateTrigger",
    "webhookEvent",
    "issue_event_type_name",
];

/// Whether a value is a webhook's: records that are parts of one event, side by side.
pub(super) fn is_event(root: &Json) -> bool {
    SINGLES.iter().any(|single| root.get(single).is_some_and(Json::is_object))
}

/// A record that was found.
pub(super) struct Item {
    /// Where it stands.
    pub(super) pointer: String,
    pub(super) record_type: RecordType,
}

/// What was found.
pub(super) struct Found {
    /// At least one.
    pub(super) items: Vec<Item>,
    /// Keys of what stands beside the records and belongs to none.
    pub(super) outside: Vec<String>,
    pub(super) warnings: Vec<Warning>,
}

/// Finds the records of a format. None if there is none.
pub(super) fn find(root: &Json, format: InputFormat) -> Option<Found> {
    if let Some(record_type) = classify(root, format) {
        let items = vec![Item { pointer: String::new(), record_type }];
        return Some(Found { items, outside: Vec::new(), warnings: Vec::new() });
    }
    let mut found = Found { items: Vec::new(), outside: Vec::new(), warnings: Vec::new() };
    for (pointer, value) in candidates(root) {
        match classify(value, format) {
            Some(record_type) => found.items.push(Item { pointer, record_type }),
            None => found.warnings.push(Warning::new("not-a-record", Some(pointer))),
        }
    }
    let members = root.as_object().into_iter().flatten();
    for (key, _) in members.filter(|(key, value)| !is_expected(key) && !is_empty(value)) {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        found.warnings.push(Warning::new("outside-record", Some(pointer)));
        found.outside.push(key.clone());
    }
    (!found.items.is_empty()).then_some(found)
}

/// Finds records in what somebody else's tool wrapped around them, where there are none at the places that the APIs use. The same
/// for all formats at once; only what nothing else looks like counts.
pub(super) fn find_wrapped(root: &Json) -> Option<(InputFormat, Found)> {
    let mut found = Vec::new();
    search(root, &FieldPath::default(), 0, &mut found);
    let format = found.first().map(|(format, _)| *format)?;
    let items: Vec<_> = found.into_iter().map(|(_, item)| item).collect();
    let members = root.as_object().into_iter().flatten().filter(|(_, value)| !is_empty(value));
    let outside: Vec<_> = members.map(|(key, _)| key.clone()).collect();
    let around = outside.iter().map(|key| FieldPath::default().join(key).to_string());
    let is_record = |pointer: &String| items.iter().any(|item| item.pointer == *pointer);
    let warnings = around.filter(|pointer| !is_record(pointer)).map(|pointer| Warning::new("outside-record", Some(pointer)));
    let warnings = warnings.collect();
    Some((format, Found { items, outside, warnings }))
}

fn search(value: &Json, path: &FieldPath, depth: usize, found: &mut Vec<(InputFormat, Item)>) {
    if let Some((format, record_type)) = FORMATS.iter().find_map(|&format| Some((format, unmistakable(value, format)?))) {
        return found.push((format, Item { pointer: path.to_string(), record_type }));
    }
    match value {
        Json::Object(members) if depth < DEEPEST => {
            members.iter().for_each(|(key, member)| search(member, &path.join(key), depth + 1, found));
        }
        Json::Array(items) if depth < DEEPEST => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| search(item, &path.join(&index.to_string()), depth + 1, found));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) | Json::Object(_) => {}
    }
}

/// Types of records that nothing else looks like, and the member that makes them so.
const UNMISTAKABLE: &[(RecordType, &str)] = &[
    (RecordType::JiraIssue, "key"),
    (RecordType::JsmIssue, "key"),
    (RecordType::JsmRequest, "issueKey"),
    (RecordType::ConfluencePage, "body"),
    (RecordType::ConfluenceBlogPost, "body"),
    (RecordType::AssetsObject, "objectKey"),
    (RecordType::AdfDocument, "version"),
];

/// What a value is, if nothing else looks like it.
fn unmistakable(value: &Json, format: InputFormat) -> Option<RecordType> {
    let found = classify(value, format)?;
    UNMISTAKABLE.iter().any(|(record_type, member)| *record_type == found && value.get(member).is_some()).then_some(found)
}

/// The pointer of the value that should have been a record.
pub(super) fn first(root: &Json) -> String {
    let list = LISTS.iter().find(|list| root.get(list).is_some_and(Json::is_array));
    candidates(root).next().map(|(pointer, _)| pointer).or_else(|| list.map(|list| format!("/{list}"))).unwrap_or_default()
}

fn is_expected(key: &str) -> bool {
    [LISTS, SINGLES, PAGING].iter().any(|keys| keys.contains(&key))
}

fn is_empty(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::Array(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        Json::Bool(_) | Json::Number(_) | Json::String(_) => false,
    }
}

/// Everything that could be a record, with its pointer.
fn candidates(root: &Json) -> impl Iterator<Item = (String, &Json)> {
    let lists = LISTS.iter().filter_map(|list| Some((format!("/{list}"), root.get(list)?)));
    let lists = lists.chain([(String::new(), root)]);
    let items = lists.flat_map(|(pointer, list)| {
        let items = list.as_array().into_iter().flatten().enumerate();
        items.map(move |(index, item)| (format!("{pointer}/{index}"), item))
    });
    let singles = SINGLES.iter().filter_map(|single| Some((format!("/{single}"), root.get(single)?)));
    items.chain(singles.filter(|(_, value)| value.is_object()))
}

fn classify(value: &Json, format: InputFormat) -> Option<RecordType> {
    let own = match format {
        // A service desk's comment looks like one of Jira's and says more.
        InputFormat::Jira => jira::classify(value).filter(|_| jsm::classify(value).is_none()),
        InputFormat::Jsm => jsm::classify(value).or_else(|| jira::classify(value).filter(|kind| *kind == RecordType::JsmIssue)),
        InputFormat::Confluence => confluence::classify(value),
        InputFormat::Adf => adf::classify(value),
        InputFormat::Auto
        | InputFormat::Platform
        | InputFormat::Csv
        | InputFormat::Jsonl
        | InputFormat::Markdown
        | InputFormat::Text => None,
    };
    own.or_else(|| shapes::classify(value, format))
}
