//! Text inside a field: what people read, and the way back into the value it came from.
//!
//! [`Text::read`] walks a value in its [`Format`] and joins the text of all its nodes into one string, so that a name that is
//! half bold is one finding. [`Text::rewrite`] puts replacements back in place: the first node that a replaced span touches
//! takes the replacement, the others lose their part, and nothing else of the value changes.

mod adf;
mod builder;
mod entities;
mod json;
mod markdown;
mod marks;
mod markup;
mod rewrite;
mod storage;
mod wiki;

pub(super) use adf::{is_document, is_fragment};
pub(super) use json::is_user;
pub(super) use markdown::is_markdown;
pub(super) use markup::is_markup;

use super::{Parts, Span};
use builder::Builder;
use serde_json::Value as Json;
use std::ops::Range;

/// How a field's value holds text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// A string, read as it stands.
    Plain,
    /// Any JSON value: every string, number and object key in it is text.
    Json,
    /// A document in the Atlassian Document Format, or nodes of one.
    Adf,
    /// A string that holds such a document as JSON, as in a Confluence body `atlas_doc_format`. The pointers of its
    /// [`Place`]s point into the document that the string holds.
    AdfString,
    /// A string in Confluence storage format (XHTML with `ac:` and `ri:` elements), or rendered HTML.
    Storage,
    /// A string in Jira wiki markup.
    Wiki,
    /// A string in Markdown: CommonMark, with tables and front matter.
    Markdown,
}

impl Format {
    /// The stable kebab-case id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Json => "json",
            Self::Adf => "adf",
            Self::AdfString => "adf-string",
            Self::Storage => "storage",
            Self::Wiki => "wiki",
            Self::Markdown => "markdown",
        }
    }
}

/// The joined text of a value, with the way back.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Text {
    joined: String,
    visible: usize,
    runs: Vec<Run>,
    nodes: Vec<Node>,
    known: Vec<Known>,
    mentions: Vec<Mention>,
    /// Whether the value is a string that holds the document as JSON.
    nested: bool,
}

/// A string of the value that holds some of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Node {
    pointer: String,
    part: Part,
    raw: String,
}

/// Which part of the place that a JSON pointer names holds the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// The value itself: a string, or a number as it is written.
    Value,
    /// The object key that is the pointer's last step.
    Key,
}

/// How a replacement must be written to stand where a run stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Escape {
    /// As it is.
    None,
    /// With `&`, `<`, `>` and quotes as entities.
    Xml,
    /// As an attribute value without quotes: white space as entities, too.
    Bare,
    /// Inside `<![CDATA[…]]>`, which must not end early.
    CData,
    /// Inside `<!--…-->`, where two hyphens must not meet.
    Comment,
}

/// A stretch of joined text and the stretch of its node that it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Run {
    joined: Range<usize>,
    node: usize,
    raw: Range<usize>,
    /// Whether both stretches are the same bytes. Where they are not (an entity, an escape), the run is all or nothing.
    verbatim: bool,
    escape: Escape,
}

/// Something the document's structure itself says about a stretch of its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Known {
    /// Where, in the joined text.
    pub span: Span,
    /// What it is.
    pub kind: KnownKind,
}

/// What a document's structure can say about a stretch of text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum KnownKind {
    /// The display text of a mention or of a user object: a person.
    Mention,
    /// The id behind a mention or a user link: an account.
    AccountId,
    /// The user name or key behind a user link on a server.
    Username,
    /// The address of a link or smart link.
    Link,
    /// A machine-readable date, as in an ADF date node.
    Date,
}

/// Somebody whom a document mentions. At least one part is present.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mention {
    /// The display name, without a leading `@`.
    pub name: Option<String>,
    /// The account id.
    pub account_id: Option<String>,
    /// The user name or user key on servers that still have one.
    pub username: Option<String>,
}

/// A piece of a span inside one node.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place<'a> {
    /// JSON pointer of the node inside the field's value; for [`Format::AdfString`] inside the document that it holds.
    pub pointer: &'a str,
    /// Which part of that node.
    pub part: Part,
    /// The node's string, as it stands in the value.
    pub raw: &'a str,
    /// The piece, in bytes of `raw`, on character boundaries.
    pub range: Range<usize>,
}

/// Replaces a span of the joined text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What to replace.
    pub span: Span,
    /// What stands there instead; empty to remove.
    pub replacement: String,
}

impl Text {
    /// Reads the text out of a value. A value of another shape than its format promises is read as [`Format::Json`], so that
    /// nothing goes unread.
    pub fn read(value: &Json, format: Format) -> Self {
        let mut builder = Builder::default();
        match (format, value) {
            (Format::Plain, Json::String(text)) => {
                builder.string("", text);
            }
            (Format::Wiki, Json::String(text)) => wiki::read(text, &mut builder),
            (Format::Markdown, Json::String(text)) => markdown::read(text, &mut builder),
            (Format::Storage, Json::String(text)) => storage::read(text, &mut builder),
            (Format::Adf, Json::Object(_) | Json::Array(_)) => adf::read(value, "", &mut builder),
            (Format::AdfString, Json::String(text)) => return Self::read_nested(text),
            (
                Format::Plain
                | Format::Wiki
                | Format::Markdown
                | Format::Storage
                | Format::Adf
                | Format::AdfString
                | Format::Json,
                _,
            ) => json::read(value, "", &mut builder),
        }
        builder.finish()
    }

    /// Reads a value of which only some parts matter: they are the visible text, everything else stands after it.
    pub fn read_parts(value: &Json, parts: &Parts<'_>) -> Self {
        let mut builder = Builder::default();
        json::read_parts(value, "", parts, &mut builder);
        builder.finish()
    }

    fn read_nested(text: &str) -> Self {
        let mut builder = Builder::default();
        match nested_document(text) {
            Some(document) => adf::read(&document, "", &mut builder),
            None => {
                builder.string("", text);
                return builder.finish();
            }
        }
        Self { nested: true, ..builder.finish() }
    }

    /// The text of all nodes, blocks separated by line breaks, what stands only in attributes after [`Text::visible`].
    pub fn joined(&self) -> &str {
        &self.joined
    }

    /// How many bytes of the joined text people see when they read the record; the rest stands in attributes.
    pub fn visible(&self) -> usize {
        self.visible
    }

    /// What the document's structure says about stretches of the text, in order.
    pub fn known(&self) -> &[Known] {
        &self.known
    }

    /// Whom the document mentions, with what its structure says about each, in order.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// The pieces of the nodes that a span of the joined text covers, in order. Line breaks between blocks belong to no node.
    pub fn places(&self, span: Span) -> Vec<Place<'_>> {
        self.pieces(span).map(|(run, range)| self.place(run, range)).collect()
    }

    fn pieces(&self, span: Span) -> impl Iterator<Item = (&Run, Range<usize>)> {
        let first = self.runs.partition_point(|run| run.joined.end <= span.start());
        self.runs[first..].iter().take_while(move |run| run.joined.start < span.end()).map(move |run| {
            if !run.verbatim {
                return (run, run.raw.clone());
            }
            let start = span.start().max(run.joined.start) - run.joined.start;
            let end = span.end().min(run.joined.end) - run.joined.start;
            (run, run.raw.start + start..run.raw.start + end)
        })
    }

    fn place(&self, run: &Run, range: Range<usize>) -> Place<'_> {
        let node = &self.nodes[run.node];
        Place { pointer: &node.pointer, part: node.part, raw: &node.raw, range }
    }
}

/// The document that a string holds as JSON.
pub(super) fn nested_document(text: &str) -> Option<Json> {
    serde_json::from_str(text).ok().filter(Json::is_object)
}

/// A child's JSON pointer.
fn join(pointer: &str, step: &str) -> String {
    if step.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return format!("{pointer}/{}", step.replace('~', "~0").replace('/', "~1"));
    }
    let mut child = String::with_capacity(pointer.len() + 1 + step.len());
    child.push_str(pointer);
    child.push('/');
    child.push_str(step);
    child
}

/// Whether a user reference is an account id rather than a user name: `557058:…`, or 24 hexadecimal digits.
pub(super) fn is_account_id(id: &str) -> bool {
    let hexadecimal = id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    hexadecimal || (id.contains(':') && !id.contains("://") && !id.contains(char::is_whitespace))
}
