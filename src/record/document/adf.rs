//! The Atlassian Document Format: what people see first, then every other string.
//!
//! The node types and attributes are those of the published ADF schema. A node, mark or attribute that is not in it is read
//! all the same, after the visible text; only what its shape proves to be layout (a color, a width, a local id) is left out.

use super::{Builder, KnownKind, Mention, Part, join, json};
use serde_json::{Map, Value as Json};

/// A node type of the schema.
struct Kind {
    /// The value of `type`.
    id: &'static str,
    flow: Flow,
    /// The attributes that people see as text.
    shown: &'static [&'static str],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// Stands on lines of its own.
    Block,
    /// Stands in a line with its neighbors.
    Inline,
}

const fn block(id: &'static str, shown: &'static [&'static str]) -> Kind {
    Kind { id, flow: Flow::Block, shown }
}

const fn inline(id: &'static str, shown: &'static [&'static str]) -> Kind {
    Kind { id, flow: Flow::Inline, shown }
}

static KINDS: &[Kind] = &[
    inline("text", &[]),
    block("paragraph", &[]),
    block("listItem", &[]),
    block("heading", &[]),
    block("bulletList", &[]),
    block("orderedList", &[]),
    block("tableCell", &[]),
    block("tableRow", &[]),
    block("tableHeader", &[]),
    block("table", &[]),
    block("doc", &[]),
    block("codeBlock", &[]),
    block("panel", &[]),
    block("blockquote", &[]),
    block("rule", &[]),
    inline("mention", &["text"]),
    inline("emoji", &["text"]),
    block("hardBreak", &[]),
    inline("inlineCard", &[]),
    block("blockCard", &[]),
    block("embedCard", &[]),
    inline("date", &[]),
    inline("status", &["text"]),
    inline("placeholder", &["text"]),
    block("expand", &["title"]),
    block("nestedExpand", &["title"]),
    block("mediaSingle", &[]),
    block("mediaGroup", &[]),
    block("media", &[]),
    inline("mediaInline", &[]),
    block("caption", &[]),
    block("taskList", &[]),
    block("taskItem", &[]),
    block("blockTaskItem", &[]),
    block("decisionList", &[]),
    block("decisionItem", &[]),
    block("layoutSection", &[]),
    block("layoutColumn", &[]),
    block("extension", &["text"]),
    block("bodiedExtension", &["text"]),
    block("multiBodiedExtension", &["text"]),
    block("extensionFrame", &[]),
    inline("inlineExtension", &["text"]),
    block("syncBlock", &[]),
    block("bodiedSyncBlock", &[]),
];

/// The marks of the schema.
const MARKS: &[&str] = &[
    "alignment",
    "annotation",
    "backgroundColor",
    "border",
    "breakout",
    "code",
    "dataConsumer",
    "em",
    "fontSize",
    "fragment",
    "indentation",
    "link",
    "strike",
    "strong",
    "subsup",
    "textColor",
    "underline",
];

/// Attributes whose numbers are layout.
const MEASURES: &[&str] = &[
    "colspan",
    "colwidth",
    "height",
    "level",
    "occurrenceKey",
    "order",
    "originalHeight",
    "originalWidth",
    "rowspan",
    "size",
    "version",
    "width",
];

/// Words that attributes choose from; an attribute that holds one of them holds no text.
const WORDS: &[&str] = &[
    "",
    "APPLICATION",
    "CONTAINER",
    "DECIDED",
    "DONE",
    "SITE",
    "TODO",
    "align-end",
    "align-start",
    "blue",
    "bold",
    "center",
    "custom",
    "default",
    "end",
    "error",
    "external",
    "file",
    "full-width",
    "green",
    "info",
    "inlineComment",
    "link",
    "mixed",
    "neutral",
    "note",
    "percentage",
    "pixel",
    "purple",
    "red",
    "small",
    "start",
    "sub",
    "success",
    "sup",
    "tip",
    "warning",
    "wide",
    "wrap-left",
    "wrap-right",
    "yellow",
];

/// Whether a value is a whole document.
pub(in crate::record) fn is_document(value: &Json) -> bool {
    value.get("type").and_then(Json::as_str) == Some("doc") && value.get("content").is_some_and(Json::is_array)
}

/// Whether a value is a node of the schema, or a list of such: a fragment of a document.
pub(in crate::record) fn is_fragment(value: &Json) -> bool {
    let is_typed = |value: &Json| value.get("type").and_then(Json::as_str).is_some_and(|id| kind_of(id).is_some());
    let has_inside = |value: &Json| ["content", "attrs", "text", "marks"].iter().any(|member| value.get(member).is_some());
    match value {
        Json::Array(nodes) => nodes.iter().all(is_typed) && nodes.iter().any(has_inside),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Object(_) => is_typed(value) && has_inside(value),
    }
}

fn kind_of(id: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.id == id)
}

/// Reads a document, a node, or an array of nodes.
pub(super) fn read(value: &Json, pointer: &str, builder: &mut Builder) {
    match value {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                read(item, &join(pointer, &index.to_string()), builder);
            }
        }
        Json::Object(members) => read_node(members, pointer, builder),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => json::read(value, pointer, builder),
    }
}

fn read_node(members: &Map<String, Json>, pointer: &str, builder: &mut Builder) {
    let id = members.get("type").and_then(Json::as_str);
    let kind = id.and_then(kind_of);
    let is_block = kind.map_or(members.contains_key("content"), |kind| kind.flow == Flow::Block);
    if is_block {
        builder.block();
    }
    read_shown(kind, members, pointer, builder);
    if let Some(Json::String(text)) = members.get("text") {
        builder.string(join(pointer, "text"), text);
    }
    if let Some(content) = members.get("content") {
        read(content, &join(pointer, "content"), builder);
    }
    if is_block {
        builder.block();
    }
    for (key, member) in members {
        read_member(key, member, kind, pointer, builder);
    }
}

/// Reads the attributes that people see: the text of a mention, the title of an expand.
fn read_shown(kind: Option<&Kind>, members: &Map<String, Json>, pointer: &str, builder: &mut Builder) {
    let (Some(kind), Some(attributes)) = (kind, members.get("attrs")) else { return };
    for name in kind.shown {
        let Some(Json::String(text)) = attributes.get(name) else { continue };
        let span = builder.string(format!("{pointer}/attrs/{name}"), text);
        if kind.id == "mention" {
            builder.known(span, KnownKind::Mention);
        }
        if kind.flow == Flow::Block {
            builder.block();
        }
    }
    if kind.id == "mention" {
        builder.mention(mention(attributes));
    }
}

fn mention(attributes: &Json) -> Mention {
    let string = |name| attributes.get(name).and_then(Json::as_str).filter(|text| !text.trim().is_empty());
    match string("id") {
        Some(_) if attributes.get("id").is_some_and(is_everybody) => Mention::default(),
        id => {
            let name = string("text").map(|text| text.trim().trim_start_matches('@').to_owned());
            Mention { name, account_id: id.map(str::to_owned), username: None }
        }
    }
}

/// Whether a mention's id stands for everybody.
fn is_everybody(id: &Json) -> bool {
    matches!(id.as_str(), Some("all" | "here"))
}

/// Reads what people do not see of a node's members.
fn read_member(key: &str, member: &Json, kind: Option<&Kind>, pointer: &str, builder: &mut Builder) {
    match (key, member) {
        ("content", _) | ("text", Json::String(_)) | ("version", Json::Number(_)) => {}
        ("type", Json::String(_)) if kind.is_some() => {}
        ("type", Json::String(id)) => builder.attribute(join(pointer, key), Part::Value, id.clone(), None),
        ("attrs", Json::Object(attributes)) => {
            let shown = kind.map_or(&[][..], |kind| kind.shown);
            let hidden = attributes.iter().filter(|(name, value)| !(shown.contains(&name.as_str()) && value.is_string()));
            let node = kind.map_or("", |kind| kind.id);
            hidden.for_each(|(name, value)| read_attribute(node, name, value, &join(pointer, key), builder));
        }
        ("marks", Json::Array(marks)) => {
            for (index, mark) in marks.iter().enumerate() {
                read_mark(mark, &format!("{pointer}/marks/{index}"), builder);
            }
        }
        ("localId", value) if is_layout(key, value) => {}
        _ => json::hide_member(key, member, pointer, builder),
    }
}

fn read_mark(mark: &Json, pointer: &str, builder: &mut Builder) {
    let Json::Object(members) = mark else { return json::hide(mark, pointer, None, builder) };
    for (key, member) in members {
        match (key.as_str(), member) {
            ("type", Json::String(id)) if MARKS.contains(&id.as_str()) => {}
            ("type", Json::String(id)) => builder.attribute(join(pointer, key), Part::Value, id.clone(), None),
            ("attrs", Json::Object(attributes)) => {
                for (name, value) in attributes {
                    read_attribute("", name, value, &join(pointer, key), builder);
                }
            }
            _ => json::hide_member(key, member, pointer, builder),
        }
    }
}

fn read_attribute(node: &str, name: &str, value: &Json, parent: &str, builder: &mut Builder) {
    let kind = match (node, name) {
        ("mention", "id") if is_everybody(value) => None,
        ("mention", "id") => Some(KnownKind::AccountId),
        ("date", "timestamp") => Some(KnownKind::Date),
        (_, "href" | "url") => Some(KnownKind::Link),
        _ => None,
    };
    match value {
        Json::String(_) | Json::Number(_) if kind.is_some() => json::hide(value, &join(parent, name), kind, builder),
        _ if is_layout(name, value) => {}
        Json::String(text) => builder.attribute(join(parent, name), Part::Value, text.clone(), None),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_) => {
            json::hide_member(name, value, parent, builder);
        }
    }
}

/// Whether an attribute proves by its value to be layout. A name alone proves nothing.
fn is_layout(name: &str, value: &Json) -> bool {
    match value {
        Json::Null | Json::Bool(_) => is_schema_word(name),
        Json::Number(_) => MEASURES.contains(&name),
        Json::Array(items) => name == "colwidth" && items.iter().all(Json::is_number),
        Json::String(text) => WORDS.contains(&text.as_str()) || is_color(text) || (name == "localId" && is_local_id(text)),
        Json::Object(_) => false,
    }
}

/// Whether a key looks like one that a schema would use rather than something that somebody wrote.
fn is_schema_word(name: &str) -> bool {
    name.len() <= 32 && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_local_id(text: &str) -> bool {
    text.len() <= 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::super::{Format, Text};
    use super::*;
    use serde_json::json;

    fn known(text: &Text, kind: KnownKind) -> Vec<&str> {
        text.known().iter().filter(|known| known.kind == kind).map(|known| &text.joined()[known.span.range()]).collect()
    }

    #[test]
    fn a_half_bold_name_is_whole_and_cells_are_lines() {
        let value = json!({"type": "doc", "version": 1, "content": [
            {"type": "paragraph", "content": [
                {"type": "text", "text": "Mia ", "marks": [{"type": "strong"}]}, {"type": "text", "text": "Krüger"}]},
            {"type": "table", "content": [{"type": "tableRow", "content": [
                {"type": "tableCell", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "a"}]}]},
                {"type": "tableCell", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "b"}]}]}]}]},
            {"type": "expand", "attrs": {"title": "More", "localId": "5b1a-9"}, "content": []}]});
        let text = Text::read(&value, Format::Adf);
        assert_eq!(text.joined(), "Mia Krüger\na\nb\nMore\n");
    }

    #[test]
    fn structure_is_known() {
        let value = json!({"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [
            {"type": "mention", "attrs": {"id": "557058:ab", "text": "@Mia Krüger", "accessLevel": ""}},
            {"type": "text", "text": "site", "marks": [{"type": "link", "attrs": {"href": "https://example.org", "title": "T"}}]},
            {"type": "date", "attrs": {"timestamp": "1735689600000"}},
            {"type": "inlineCard", "attrs": {"url": "https://example.net"}}]}]});
        let text = Text::read(&value, Format::Adf);
        assert_eq!(&text.joined()[..text.visible()], "@Mia Krügersite\n");
        assert_eq!(known(&text, KnownKind::Mention), ["@Mia Krüger"]);
        assert_eq!(known(&text, KnownKind::AccountId), ["557058:ab"]);
        assert_eq!(known(&text, KnownKind::Link), ["https://example.org", "https://example.net"]);
        assert_eq!(known(&text, KnownKind::Date), ["1735689600000"]);
        assert_eq!(text.mentions()[0].name.as_deref(), Some("Mia Krüger"));
    }

    #[test]
    fn unknown_nodes_marks_and_attributes_are_read() {
        let value = json!({"type": "doc", "version": 1, "by": "u0", "content": [
            {"type": "u1", "attrs": {"u2": {"u3": "u4", "n": 4111}}, "u5": ["u6"], "content": [{"type": "text", "text": "u7"}]},
            {"type": "text", "text": "t", "marks": [{"type": "u8", "attrs": {"u9": "v1"}, "v2": "v3"}, "v4"]},
            "v5", {"attrs": {"color": "v6", "localId": "v7 Mia"}}]});
        let text = Text::read(&value, Format::Adf);
        let wanted = ["u0", "u1", "u3", "u4", "4111", "u6", "u7", "u8", "v1", "v3", "v4", "v5", "v6", "v7 Mia"];
        for word in wanted {
            assert!(text.joined().contains(word), "{word} is not read");
        }
    }
}
