//! Jira work items and comments, as REST API v2 (wiki markup) and v3 (Atlassian Document Format) return them.

use super::Warning;
use super::cut::{Cut, Row, field, row};
use crate::record::document::Format::{Json as Any, Plain, Wiki};
use crate::record::{Container, RecordType};
use serde_json::Value as Json;

/// The fields of a work item, by the names that Jira shows.
pub(super) static ISSUE: &[Row] = &[
    row("/changelog", "Changes", Cut::Members),
    row("/changelog/histories", "Changes", Cut::Members),
    field("/changelog/histories/*", "Change #", Any),
    field("/editmeta", "Edit metadata", Any),
    field("/expand", "Expandable parts", Plain),
    row("/fields", "", Cut::Members),
    field("/fields/aggregateprogress", "Total progress", Any),
    field("/fields/aggregatetimeestimate", "Total remaining estimate", Any),
    field("/fields/aggregatetimeoriginalestimate", "Total original estimate", Any),
    field("/fields/aggregatetimespent", "Total time spent", Any),
    field("/fields/assignee", "Assignee", Any),
    row("/fields/attachment", "Attachments", Cut::Members),
    field("/fields/attachment/*", "Attachment #", Any),
    field("/fields/closedSprints", "Closed sprints", Any),
    row("/fields/comment", "Comments", Cut::Members),
    row("/fields/comment/comments", "Comments", Cut::Members),
    row("/fields/comment/comments/*", "Comment #", Cut::Members),
    field("/fields/comment/comments/*/author", "^ author", Any),
    field("/fields/comment/comments/*/body", "^", Wiki),
    field("/fields/comment/comments/*/created", "^ created", Plain),
    field("/fields/comment/comments/*/jsdPublic", "^ is public", Any),
    field("/fields/comment/comments/*/self", "^ address", Plain),
    field("/fields/comment/comments/*/updateAuthor", "^ editor", Any),
    field("/fields/comment/comments/*/updated", "^ updated", Plain),
    field("/fields/components", "Components", Any),
    field("/fields/created", "Created", Plain),
    field("/fields/creator", "Creator", Any),
    field("/fields/description", "Description", Wiki),
    field("/fields/duedate", "Due date", Plain),
    field("/fields/environment", "Environment", Wiki),
    field("/fields/epic", "Epic", Any),
    field("/fields/fixVersions", "Fix versions", Any),
    field("/fields/flagged", "Flagged", Any),
    row("/fields/issuelinks", "Linked work items", Cut::Members),
    field("/fields/issuelinks/*", "Linked work item #", Any),
    field("/fields/issuerestriction", "Restrictions", Any),
    field("/fields/issuetype", "Work item type", Any),
    field("/fields/labels", "Labels", Any),
    field("/fields/lastViewed", "Last viewed", Plain),
    field("/fields/parent", "Parent", Any),
    field("/fields/priority", "Priority", Any),
    field("/fields/progress", "Progress", Any),
    field("/fields/project", "Space", Any),
    field("/fields/reporter", "Reporter", Any),
    field("/fields/resolution", "Resolution", Any),
    field("/fields/resolutiondate", "Resolved", Plain),
    field("/fields/security", "Security level", Any),
    field("/fields/sprint", "Sprint", Any),
    field("/fields/status", "Status", Any),
    field("/fields/statusCategory", "Status category", Any),
    field("/fields/statuscategorychangedate", "Status category changed", Plain),
    field("/fields/subtasks", "Subtasks", Any),
    field("/fields/summary", "Summary", Plain),
    field("/fields/timeestimate", "Remaining estimate", Any),
    field("/fields/timeoriginalestimate", "Original estimate", Any),
    field("/fields/timespent", "Time spent", Any),
    field("/fields/timetracking", "Time tracking", Any),
    field("/fields/updated", "Updated", Plain),
    field("/fields/versions", "Affected versions", Any),
    field("/fields/votes", "Votes", Any),
    field("/fields/watches", "Watchers", Any),
    row("/fields/worklog", "Worklogs", Cut::Members),
    row("/fields/worklog/worklogs", "Worklogs", Cut::Members),
    row("/fields/worklog/worklogs/*", "Worklog #", Cut::Members),
    field("/fields/worklog/worklogs/*/author", "^ author", Any),
    field("/fields/worklog/worklogs/*/comment", "^ comment", Wiki),
    field("/fields/worklog/worklogs/*/self", "^ address", Plain),
    field("/fields/worklog/worklogs/*/timeSpentSeconds", "^ seconds spent", Any),
    field("/fields/worklog/worklogs/*/updateAuthor", "^ editor", Any),
    field("/fields/workratio", "Work ratio", Any),
    field("/id", "Work item id", Plain),
    field("/key", "Key", Plain),
    field("/names", "Field names", Any),
    field("/operations", "Operations", Any),
    row("/properties", "Properties", Cut::Members),
    row("/renderedFields", "", Cut::Rendered("/fields")),
    field("/schema", "Field schema", Any),
    field("/self", "Address", Plain),
    field("/transitions", "Transitions", Any),
    row("/versionedRepresentations", "Representations", Cut::Members),
    row("/versionedRepresentations/*", "^ of a field", Cut::Members),
];

/// The fields of a comment that stands alone.
pub(super) static COMMENT: &[Row] = &[
    field("/author", "Author", Any),
    field("/body", "Comment", Wiki),
    field("/jsdPublic", "Is public", Any),
    field("/renderedBody", "Comment (rendered)", crate::record::document::Format::Storage),
    field("/self", "Address", Plain),
    field("/updateAuthor", "Editor", Any),
];

/// What a value is in Jira, if anything.
pub(super) fn classify(value: &Json) -> Option<RecordType> {
    if is_issue(value) {
        let project_type = value.pointer("/fields/project/projectTypeKey").and_then(Json::as_str);
        return Some(if project_type == Some("service_desk") { RecordType::JsmIssue } else { RecordType::JiraIssue });
    }
    is_comment(value).then_some(RecordType::JiraComment)
}

fn is_issue(value: &Json) -> bool {
    let Some(fields) = value.get("fields").and_then(Json::as_object) else { return false };
    let has_name = ["key", "id"].iter().any(|name| value.get(name).is_some_and(|name| name.is_string() || name.is_number()));
    has_name || ["summary", "description", "issuetype"].iter().any(|name| fields.contains_key(*name))
}

fn is_comment(value: &Json) -> bool {
    let body = value.get("body");
    let has_body = body.is_some_and(|body| body.is_string() || crate::record::document::is_document(body));
    has_body && ["author", "updateAuthor"].iter().any(|name| value.get(name).is_some_and(Json::is_object))
}

/// Lists of which the record holds only the first page.
pub(super) fn incomplete_lists(value: &Json) -> Vec<Warning> {
    let is_incomplete = |list: &Json, items: &str| {
        let items = list.get(items).and_then(Json::as_array).map_or(0, Vec::len);
        list.get("total").and_then(Json::as_u64).is_some_and(|total| total > items as u64)
    };
    let lists = [("/fields/comment", "comments"), ("/fields/worklog", "worklogs"), ("/changelog", "histories")];
    let incomplete =
        lists.into_iter().filter(|(pointer, items)| value.pointer(pointer).is_some_and(|list| is_incomplete(list, items)));
    incomplete.map(|(pointer, _)| Warning::new("incomplete-list", Some(pointer.to_owned()))).collect()
}

/// The space that holds a work item.
pub(super) fn container(value: &Json) -> Option<Container> {
    let project = value.pointer("/fields/project");
    let string = |name| project?.get(name)?.as_str();
    let key = string("key").or_else(|| key_prefix(value.get("key")?.as_str()?))?;
    Some(Container { key: key.to_owned(), name: string("name").map(str::to_owned) })
}

/// The space key in a work item key: `WEB` in `WEB-12`.
pub(super) fn key_prefix(key: &str) -> Option<&str> {
    let (prefix, number) = key.rsplit_once('-')?;
    (!prefix.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(prefix)
}
