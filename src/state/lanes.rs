//! What a lane shows of a field, and what stays, summed up by reason.

use crate::order;
use crate::policy::{Attribute, Reason};
use crate::preview::{FieldLane, FieldPreview, RecordPreview, Verdict};
use crate::transform::Operator;
use serde_json::Value as Json;

/// Stretches of a text, as UTF-16 code units.
pub type Stretches = Vec<(usize, usize)>;

/// More stretches than anybody reads one by one: then a field is shown as it is.
const MOST: usize = 200;

/// What people would read of a field's text, and what stands behind it: attributes, names of members, and of plain data the API's own
/// bookkeeping, its ids and addresses. The last stretch behind it, which may be empty, holds no values.
pub fn stretches(field: &FieldPreview) -> (Stretches, Stretches) {
    let whole = field.text.original.encode_utf16().count();
    let values = named(&field.original, "");
    let joined = values.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join("\n");
    let front = joined.encode_utf16().count();
    // Plain data puts its values first and the names of its members behind them.
    if values.len() < 2 || field.text.visible < front || !field.text.original.starts_with(&joined) {
        return (vec![(0, field.text.visible)], vec![(field.text.visible, whole)]);
    }
    let mut parts: [Stretches; 2] = Default::default();
    let mut at = 0;
    for (name, value) in values {
        let end = (at + value.encode_utf16().count() + 1).min(front);
        let list = &mut parts[usize::from(is_bookkeeping(name, &value))];
        match list.last_mut().filter(|last| last.1 == at) {
            Some(last) => last.1 = end,
            None => list.push((at, end)),
        }
        at = end;
    }
    let [told, mut kept] = parts;
    if told.is_empty() || told.len() + kept.len() > MOST {
        return (vec![(0, front)], vec![(front, whole)]);
    }
    kept.push((front, whole));
    (told, kept)
}

/// Whether a member tells a program something, and a reader nothing.
fn is_bookkeeping(name: &str, value: &str) -> bool {
    let is_address = value.starts_with("https://") || value.starts_with("http://");
    is_address || matches!(name, "id" | "self") || name.ends_with("Id") || name.ends_with("Url")
}

/// Whether a field is worth a line of its own: it leaves, could leave, names somebody, is a file, or something was found in it. Ids, links
/// and the API's own bookkeeping are not.
pub fn is_telling(field: &FieldPreview) -> bool {
    let could_leave = matches!(field.lane, FieldLane::Metadata | FieldLane::InAppData);
    let names = field.attribute == Some(Attribute::Identifier) || field.reason == Reason::Attachment;
    let found = field.findings.iter().any(|finding| finding.operator != Operator::Keep);
    // Authors and editors of single comments repeat whom the record's own fields name.
    let near = field.path.matches('/').count() <= 3;
    could_leave || (near && (names || found))
}

/// The fields of a record in the order in which they are shown: first what can leave, then who and what is named besides, then the rest.
pub fn shown_order(record: &RecordPreview) -> Vec<usize> {
    let rank = |field: &FieldPreview| match (is_telling(field), field.lane) {
        (true, FieldLane::Metadata | FieldLane::InAppData) => 0,
        (true, FieldLane::None) => 1,
        (false, _) => 2,
    };
    order::by_place((0..record.fields.len()).collect(), |at| (rank(&record.fields[*at]), 0))
}

/// The strings and numbers of a value as a person would read them, in order.
pub fn scalars(value: &Json) -> Vec<String> {
    named(value, "").into_iter().map(|(_, value)| value).collect()
}

/// The same, each with the name of the member that holds it.
fn named<'a>(value: &'a Json, name: &'a str) -> Vec<(&'a str, String)> {
    match value {
        Json::Null | Json::Bool(_) => Vec::new(),
        Json::Number(number) => vec![(name, number.to_string())],
        Json::String(text) => vec![(name, text.clone())],
        Json::Array(items) => items.iter().flat_map(|item| named(item, name)).collect(),
        Json::Object(members) => members.iter().flat_map(|(name, member)| named(member, name)).collect(),
    }
}

/// A small value in words: a value alone, or each with the name of its member.
pub fn spelled(value: &Json) -> String {
    let mut parts = Vec::new();
    spell(value, "", &mut parts);
    match parts.as_slice() {
        [(_, only)] => only.clone(),
        several => several.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", "),
    }
}

/// Whether all that is left of a value is when it ends, as of a sprint.
pub fn is_end(value: &Json) -> bool {
    let mut parts = Vec::new();
    spell(value, "", &mut parts);
    !parts.is_empty() && parts.iter().all(|(name, _)| name == "endDate")
}

/// Whether a number at a path is one of seconds: Jira writes times so.
pub fn is_in_seconds(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.strip_prefix("aggregate").unwrap_or(name);
    name.ends_with("Seconds") || matches!(name, "timespent" | "timeestimate" | "timeoriginalestimate")
}

fn spell(value: &Json, name: &str, parts: &mut Vec<(String, String)>) {
    match value {
        Json::Null => {}
        Json::Bool(_) | Json::Number(_) => parts.push((name.to_owned(), value.to_string())),
        Json::String(text) => parts.push((name.to_owned(), text.clone())),
        Json::Array(items) => items.iter().for_each(|item| spell(item, name, parts)),
        Json::Object(members) => members.iter().for_each(|(key, member)| spell(member, key, parts)),
    }
}

/// Why fields stay, as coarsely as a summary needs it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StayKind {
    /// It holds a secret.
    Secret,
    /// Something in it withholds its field by the policy.
    Dropped,
    /// It names people.
    People,
    /// It is a file or other media.
    Attachment,
    /// No rule knows it.
    Unknown,
    /// It cannot be read.
    Unreadable,
    /// The vendor does not name it.
    NotNamed,
    /// The settings, the plan or an exception keep it.
    Settings,
    /// The change is not in effect yet.
    NotYet,
    /// The organization contributes nothing.
    Excluded,
}

/// Fields that stay for the same kind of reason, by their position in the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stay {
    /// The kind of reason.
    pub kind: StayKind,
    /// The positions of the fields.
    pub fields: Vec<usize>,
}

impl StayKind {
    fn of(field: &FieldPreview) -> Self {
        match &field.reason {
            Reason::SecretFound { .. } => Self::Secret,
            Reason::EntityDropped { .. } => Self::Dropped,
            Reason::Attachment => Self::Attachment,
            Reason::UnknownField => Self::Unknown,
            Reason::UnknownFormat => Self::Unreadable,
            Reason::NotCovered { .. } if field.attribute == Some(Attribute::Identifier) => Self::People,
            Reason::NotCovered { .. } => Self::NotNamed,
            Reason::NotInEffect { .. } => Self::NotYet,
            Reason::ExcludedOrganization { .. } => Self::Excluded,
            Reason::PlanLock { .. } | Reason::OrgValue { .. } | Reason::Exception { .. } | Reason::PlatformApp { .. } => {
                Self::Settings
            }
        }
    }
}

/// The fields of a record that stay, by kind of reason; what an admin should look at first comes first.
pub fn stays(record: &RecordPreview) -> Vec<Stay> {
    let mut stays: Vec<Stay> = Vec::new();
    let withheld = record.fields.iter().enumerate().filter(|(_, field)| field.decision == Verdict::Withhold);
    for (index, field) in withheld {
        let kind = StayKind::of(field);
        match stays.iter_mut().find(|stay| stay.kind == kind) {
            Some(stay) => stay.fields.push(index),
            None => stays.push(Stay { kind, fields: vec![index] }),
        }
    }
    order::by_place(stays, |stay| (stay.kind as usize, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_lone_value_needs_no_name() {
        assert_eq!(spelled(&json!({"name": "Bug"})), "Bug");
        assert_eq!(spelled(&json!({"breached": false, "elapsedTime": {"millis": 3}})), "breached false, millis 3");
        assert_eq!(spelled(&json!(5)), "5");
        assert!(
            is_end(&json!([{"endDate": "2026-03-04"}])) && !is_end(&json!({"endDate": 1, "name": "a"})) && !is_end(&json!([]))
        );
        let times = ["/fields/timespent", "/fields/aggregatetimeestimate", "/timeSpentSeconds", "/fields/timetracking"];
        assert_eq!(times.map(is_in_seconds), [true, true, true, false]);
    }

    #[test]
    fn ids_and_addresses_of_plain_data_stand_behind_what_people_read() {
        let input = json!({"key": "WEB-1", "fields": {
            "components": [
                {"self": "https://jira.example/c/1", "id": "10077", "name": "Zahlung 😀"},
                {"self": "https://jira.example/c/2", "id": "10078", "name": "Lager", "leadAccountId": "5f1a"},
            ],
            "labels": ["checkout", "release"],
            "project": {"id": "1", "self": "https://jira.example/p/1"},
            "summary": "see https://jira.example",
        }});
        let request = crate::engine::PreviewRequest { input: Some(input.to_string()), ..Default::default() };
        let preview = crate::engine::Engine::default().preview(&request).unwrap();
        let read = |path: &str| {
            let field = preview.records[0].fields.iter().find(|field| field.path == path).unwrap();
            let (front, behind) = stretches(field);
            let text = |all: Stretches| {
                all.into_iter()
                    .map(|range| super::super::slice(&field.text.original, range).trim().to_owned())
                    .collect::<Vec<_>>()
            };
            (text(front).join("|"), text(behind).join("|"))
        };
        let (front, behind) = read("/fields/components");
        assert_eq!(front, "Zahlung 😀|Lager");
        assert_eq!(behind.split("|self").next(), Some("https://jira.example/c/1\n10077|https://jira.example/c/2\n10078|5f1a"));
        assert_eq!(read("/fields/labels"), ("checkout\nrelease".to_owned(), String::new()));
        assert!(read("/fields/project").0.contains("https://jira.example/p/1"), "something must stand there");
        assert_eq!(read("/fields/summary"), ("see https://jira.example".to_owned(), String::new()));
    }
}
