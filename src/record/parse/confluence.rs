//! Confluence pages, blog posts and comments as REST API v1 and v2 return them, search results, and bodies that stand alone.

use super::cut::{Cut, Row, field, row};
use crate::record::document::Format::{AdfString, Json as Any, Plain, Storage, Wiki};
use crate::record::{Container, RecordType};
use serde_json::Value as Json;

/// The fields of a page. A search result holds one in `content`; a page holds comments, which are cut like pages.
pub(super) static PAGE: &[Row] = &[
    field("/_expandable", "Expandable parts", Any),
    field("/_links", "Addresses", Any),
    field("/ancestors", "Ancestors", Any),
    field("/authorId", "Author", Plain),
    row("/body", "Body", Cut::Members),
    row("/body/*", "Body", Cut::Members),
    field("/body/*/_expandable", "Body expandable parts", Any),
    field("/body/*/representation", "Body representation", Plain),
    field("/body/anonymous_export_view/value", "Body (for anonymous export)", Storage),
    field("/body/atlas_doc_format/value", "Body (document)", AdfString),
    field("/body/editor/value", "Body (editor)", Storage),
    field("/body/editor2/value", "Body (editor)", Storage),
    field("/body/export_view/value", "Body (for export)", Storage),
    field("/body/raw/value", "Body (raw)", Plain),
    field("/body/storage/value", "Body", Storage),
    field("/body/styled_view/value", "Body (styled)", Storage),
    field("/body/view/value", "Body (rendered)", Storage),
    field("/body/wiki/value", "Body (wiki markup)", Wiki),
    row("/children", "Children", Cut::Members),
    row("/children/attachment", "Attachments", Cut::Members),
    row("/children/attachment/results", "Attachments", Cut::Members),
    field("/children/attachment/results/*", "Attachment #", Any),
    row("/children/comment", "Comments", Cut::Members),
    row("/children/comment/results", "Comments", Cut::Members),
    row("/children/comment/results/*", "Comment #", Cut::Like("")),
    row("/children/page", "Child pages", Cut::Members),
    row("/children/page/results", "Child pages", Cut::Members),
    row("/children/page/results/*", "Child page #", Cut::Like("")),
    row("/content", "", Cut::Like("")),
    field("/contentType", "Type", Plain),
    field("/createdAt", "Created", Plain),
    field("/creationDate", "Created", Any),
    field("/creatorAccountId", "Author", Plain),
    field("/excerpt", "Excerpt", Storage),
    field("/history", "History", Any),
    field("/id", "Content id", Plain),
    field("/labels", "Labels", Any),
    field("/lastModifierAccountId", "Last editor", Plain),
    field("/lastOwnerId", "Last owner", Plain),
    row("/macroRenderedOutput", "Rendered macros", Cut::Members),
    row("/macroRenderedOutput/*", "Rendered macro", Cut::Members),
    field("/macroRenderedOutput/*/value", "Rendered macro", Storage),
    field("/metadata", "Metadata", Any),
    field("/modificationDate", "Changed", Any),
    field("/ownerId", "Owner", Plain),
    row("/parent", "Parent", Cut::Like("")),
    field("/parentId", "Parent id", Plain),
    field("/self", "Address", Plain),
    field("/space", "Space", Any),
    field("/spaceId", "Space id", Plain),
    field("/spaceKey", "Space key", Plain),
    field("/status", "Status", Plain),
    field("/title", "Title", Plain),
    field("/type", "Type", Plain),
    field("/version", "Version", Any),
];

/// What a value is in Confluence, if anything.
pub(super) fn classify(value: &Json) -> Option<RecordType> {
    let value = value.get("content").filter(|content| content.is_object()).unwrap_or(value);
    let string = |name| value.get(name).and_then(Json::as_str);
    let kind = string("type").or_else(|| string("contentType"));
    let is_answer = ["pageId", "blogPostId", "parentCommentId"].iter().any(|name| string(name).is_some());
    let is_webhook = ["spaceKey", "creatorAccountId"].iter().any(|name| string(name).is_some());
    let has_title = value.get("title").is_some_and(Json::is_string);
    let has_body = value
        .get("body")
        .and_then(Json::as_object)
        .is_some_and(|body| body.values().any(|body| body.get("value").is_some_and(Json::is_string)));
    let is_listed =
        has_title && ["spaceId", "space", "spaceKey", "_expandable", "version"].iter().any(|name| value.get(name).is_some());
    match kind {
        None if has_body && is_answer => Some(RecordType::ConfluenceComment),
        Some("comment") if has_body || is_webhook => Some(RecordType::ConfluenceComment),
        Some("page") if has_title || has_body => Some(RecordType::ConfluencePage),
        Some("blogpost") if has_title || has_body => Some(RecordType::ConfluenceBlogPost),
        None if has_body && !has_title => Some(RecordType::ConfluenceComment),
        None if has_body || is_listed => Some(RecordType::ConfluencePage),
        _ => None,
    }
}

/// The id of a page, also inside a search result.
pub(super) fn id(value: &Json) -> Option<&Json> {
    value.get("id").or_else(|| value.pointer("/content/id"))
}

/// The space that holds a page: by its key where the record has it in any of its places, else by its id.
pub(super) fn container(value: &Json) -> Option<Container> {
    let content = value.get("content").filter(|content| content.is_object()).unwrap_or(value);
    let string = |pointer| content.pointer(pointer).and_then(Json::as_str).filter(|text| !text.is_empty());
    let name = string("/space/name").or_else(|| value.pointer("/resultGlobalContainer/title")?.as_str());
    let key = string("/space/key")
        .or_else(|| string("/spaceKey"))
        .or_else(|| string("/parent/spaceKey"))
        .or_else(|| string("/_expandable/space")?.rsplit('/').next())
        .or_else(|| key_in_address(string("/_links/webui")?))
        .or_else(|| key_in_address(value.pointer("/resultGlobalContainer/displayUrl")?.as_str()?))
        .map(str::to_owned)
        .or_else(|| content.get("spaceId").and_then(super::name_of))?;
    Some(Container { key, name: name.map(str::to_owned) })
}

/// The space key in a page's address: `WEB` in `/spaces/WEB/pages/1`.
fn key_in_address(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("/spaces/").or_else(|| address.split_once("/display/"))?;
    rest.split(['/', '?', '#']).next().filter(|key| !key.is_empty())
}
