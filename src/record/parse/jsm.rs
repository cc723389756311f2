//! Jira Service Management requests and their comments, as `/rest/servicedeskapi/request` returns them.

use super::cut::{Cut, Row, field, row};
use super::jira::key_prefix;
use crate::record::document::Format::{Json as Any, Plain, Storage, Wiki};
use crate::record::{Container, RecordType};
use serde_json::Value as Json;

/// The fields of a request. What customers filled in is called what their form calls it.
pub(super) static REQUEST: &[Row] = &[
    field("/_expands", "Expandable parts", Any),
    field("/_links", "Addresses", Any),
    row("/actions", "Actions", Cut::Members),
    row("/attachments", "Attachments", Cut::Members),
    row("/attachments/values", "Attachments", Cut::Members),
    field("/attachments/values/*", "Attachment #", Any),
    row("/comments", "Comments", Cut::Members),
    row("/comments/values", "Comments", Cut::Members),
    row("/comments/values/*", "Comment #", Cut::Members),
    field("/comments/values/*/_links", "^ addresses", Any),
    row("/comments/values/*/attachments", "^ attachments", Cut::Members),
    row("/comments/values/*/attachments/values", "^", Cut::Members),
    field("/comments/values/*/author", "^ author", Any),
    field("/comments/values/*/body", "^", Wiki),
    field("/comments/values/*/created", "^ created", Any),
    field("/comments/values/*/public", "^ is public", Any),
    row("/comments/values/*/renderedBody", "^ (rendered)", Cut::Members),
    field("/comments/values/*/renderedBody/html", "^", Storage),
    field("/createdDate", "Created", Any),
    field("/currentStatus", "Status", Any),
    field("/issueId", "Work item id", Plain),
    field("/issueKey", "Key", Plain),
    row("/participants", "Participants", Cut::Members),
    row("/participants/values", "Participants", Cut::Members),
    field("/participants/values/*", "Participant #", Any),
    field("/reporter", "Reporter", Any),
    row("/requestFieldValues", "Request fields", Cut::Members),
    row("/requestFieldValues/*", "Request field #", Cut::Named("/label")),
    field("/requestFieldValues/*/fieldId", "^ (field id)", Plain),
    field("/requestFieldValues/*/label", "^ (label)", Plain),
    row("/requestFieldValues/*/renderedValue", "^ (rendered)", Cut::Members),
    field("/requestFieldValues/*/renderedValue/html", "^", Storage),
    field("/requestFieldValues/*/value", "^", Wiki),
    field("/requestType", "Request type", Any),
    field("/requestTypeId", "Request type id", Plain),
    field("/serviceDesk", "Service desk", Any),
    field("/serviceDeskId", "Service desk id", Plain),
    row("/sla", "SLA", Cut::Members),
    row("/sla/values", "SLA", Cut::Members),
    field("/sla/values/*", "SLA #", Any),
    row("/status", "Statuses", Cut::Members),
    row("/status/values", "Statuses", Cut::Members),
    field("/status/values/*", "Status change #", Any),
    field("/summary", "Summary", Plain),
];

/// The fields of a comment that stands alone.
pub(super) static COMMENT: &[Row] = &[
    field("/_links", "Addresses", Any),
    row("/attachments", "Attachments", Cut::Members),
    row("/attachments/values", "Attachments", Cut::Members),
    field("/attachments/values/*", "Attachment #", Any),
    field("/author", "Author", Any),
    field("/body", "Comment", Wiki),
    field("/created", "Created", Any),
    field("/public", "Is public", Any),
    row("/renderedBody", "Comment (rendered)", Cut::Members),
    field("/renderedBody/html", "^", Storage),
];

/// What a value is in Jira Service Management, if anything.
pub(super) fn classify(value: &Json) -> Option<RecordType> {
    let has = |name: &str| value.get(name).is_some();
    if has("issueKey") && ["requestFieldValues", "currentStatus", "requestTypeId", "serviceDeskId"].iter().any(|name| has(name)) {
        return Some(RecordType::JsmRequest);
    }
    let is_comment = value.get("body").is_some_and(Json::is_string)
        && (value.get("public").is_some_and(Json::is_boolean) || value.pointer("/created/iso8601").is_some());
    is_comment.then_some(RecordType::JsmComment)
}

/// The space that holds a request.
pub(super) fn container(value: &Json) -> Option<Container> {
    let desk = |name| value.get("serviceDesk")?.get(name)?.as_str();
    let key = desk("projectKey").or_else(|| key_prefix(value.get("issueKey")?.as_str()?))?;
    Some(Container { key: key.to_owned(), name: desk("projectName").map(str::to_owned) })
}
