//! Finds the records in what an API returned: alone, in a list, on a page of results, in a webhook.

use super::{InputFormat, Warning, adf, confluence, jira, jsm, shapes};
use crate::record::RecordType;
use serde_json::Value as Json;

/// Members that hold a list of records.
const LISTS: &[&str] = &["issues", "comments", "values", "results"];

/// Members that hold one record in a webhook.
const SINGLES: &[&str] = &["issue", "page", "blog", "request", "comment"];

/// Members of a page of results that say how it is paged, and nothing about the records.
const PAGING: &[&str] = &[
    "_expands",
    "_links",
    "cqlQuery",
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
    "timestamp",
    "total",
    "totalSize",
    "webhookEvent",
    "issue_event_type_name",
];

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
            None => found.warnings.push(Warning { code: "not-a-record".to_owned(), path: Some(pointer) }),
        }
    }
    let members = root.as_object().into_iter().flatten();
    for (key, _) in members.filter(|(key, value)| !is_expected(key) && !is_empty(value)) {
        let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        found.warnings.push(Warning { code: "outside-record".to_owned(), path: Some(pointer) });
        found.outside.push(key.clone());
    }
    (!found.items.is_empty()).then_some(found)
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
        InputFormat::Auto | InputFormat::Platform | InputFormat::Text => None,
    };
    own.or_else(|| shapes::classify(value, format))
}
