//! Text inside a field: what people read, and the way back into the value it came from.
//!
//! [`Text::read`] walks a value in its [`Format`] and joins the text of all its nodes into one string, so that a name that is
//! half bold is one finding. [`Text::rewrite`] puts replacements back in place: the first node that a replaced span touches
//! takes the replacement, the others lose their part, and nothing else of the value changes.

mod adf;
mod json;
mod storage;
mod wiki;

use super::Span;
use serde_json::Value as Json;
use std::ops::Range;

/// How a field's value holds text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// A string, read as it stands.
    Plain,
    /// Any JSON value: every string, number and object key in it is text.
    Json,
    /// A document in the Atlassian Document Format.
    Adf,
    /// A string in Confluence storage format (XHTML with `ac:` and `ri:` elements).
    Storage,
    /// A string in Jira wiki markup.
    Wiki,
}

/// The joined text of a value, with the way back.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Text {
    joined: String,
    visible: usize,
    runs: Vec<Run>,
    nodes: Vec<Node>,
    known: Vec<Known>,
}

/// A string of the value that holds some of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Node {
    pointer: String,
    part: Part,
    raw: String,
    escape: Escape,
}

/// Which part of the place that a JSON pointer names holds the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The value itself: a string, or a number as it is written.
    Value,
    /// The object key that is the pointer's last step.
    Key,
}

/// How a replacement must be written to stand in a node.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Escape {
    /// As it is.
    None,
    /// With `&`, `<`, `>` and quotes as entities.
    Xml,
}

/// A stretch of joined text and the stretch of its node that it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Run {
    joined: Range<usize>,
    node: usize,
    raw: Range<usize>,
    /// Whether both stretches are the same bytes. Where they are not (an entity, an escape), the run is all or nothing.
    verbatim: bool,
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
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KnownKind {
    /// The display text of a mention: a person.
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

/// A piece of a span inside one node.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place<'a> {
    /// JSON pointer of the node inside the field's value.
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
                builder.string("", Escape::None, text);
            }
            (Format::Wiki, Json::String(text)) => wiki::read(text, &mut builder),
            (Format::Storage, Json::String(text)) => storage::read(text, &mut builder),
            (Format::Adf, Json::Object(_)) => adf::read(value, &mut builder),
            (Format::Plain | Format::Wiki | Format::Storage | Format::Adf | Format::Json, _) => json::read(value, &mut builder),
        }
        builder.finish()
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

    /// The pieces of the nodes that a span of the joined text covers, in order. Line breaks between blocks belong to no node.
    pub fn places(&self, span: Span) -> Vec<Place<'_>> {
        self.pieces(span).map(|(run, range)| self.place(run, range)).collect()
    }

    /// The value with every edit carried out and everything else untouched. `edits` must be sorted and disjoint.
    pub fn rewrite(&self, value: &Json, edits: &[Edit]) -> Json {
        let mut changes: Vec<Vec<(Range<usize>, String)>> = vec![Vec::new(); self.nodes.len()];
        for edit in edits {
            let mut replacement = Some(edit.replacement.as_str());
            for (run, range) in self.pieces(edit.span) {
                let text = escape(replacement.take().unwrap_or(""), self.nodes[run.node].escape);
                changes[run.node].push((range, text));
            }
        }
        let mut value = value.clone();
        for part in [Part::Value, Part::Key] {
            // Keys last and deepest first, so that the pointers of what is still to be changed stay true.
            for (node, changes) in self.nodes.iter().zip(&changes).rev().filter(|(node, c)| node.part == part && !c.is_empty()) {
                put(&mut value, node, splice(&node.raw, changes));
            }
        }
        value
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

/// Collects text while a reader walks a value.
#[derive(Debug, Default)]
struct Builder {
    text: Text,
    /// Attributes wait here until the visible text is complete.
    attributes: Vec<(String, Part, Escape, String, Option<KnownKind>)>,
}

impl Builder {
    /// Opens a node: the string at `pointer`, out of which runs will be cut.
    fn node(&mut self, pointer: impl Into<String>, part: Part, escape: Escape, raw: impl Into<String>) -> usize {
        self.text.nodes.push(Node { pointer: pointer.into(), part, raw: raw.into(), escape });
        self.text.nodes.len() - 1
    }

    /// Appends a stretch of a node as it stands. Returns where it came to stand in the joined text.
    fn verbatim(&mut self, node: usize, raw: Range<usize>) -> Option<Span> {
        let start = self.text.joined.len();
        let Text { joined, nodes, .. } = &mut self.text;
        joined.push_str(&nodes[node].raw[raw.clone()]);
        self.run(start, node, raw, true)
    }

    /// Appends what a stretch of a node stands for: `é` for `&eacute;`.
    fn decoded(&mut self, node: usize, raw: Range<usize>, text: &str) -> Option<Span> {
        let start = self.text.joined.len();
        self.text.joined.push_str(text);
        self.run(start, node, raw, false)
    }

    fn run(&mut self, start: usize, node: usize, raw: Range<usize>, verbatim: bool) -> Option<Span> {
        let joined = start..self.text.joined.len();
        let span = Span::new(&self.text.joined, joined.clone())?;
        self.text.runs.push(Run { joined, node, raw, verbatim });
        Some(span)
    }

    /// Opens a node for a whole string value and appends it.
    fn string(&mut self, pointer: &str, escape: Escape, raw: &str) -> Option<Span> {
        let node = self.node(pointer, Part::Value, escape, raw);
        self.verbatim(node, 0..raw.len())
    }

    /// Ends a block: what follows starts on a line of its own. Several in a row count once.
    fn block(&mut self) {
        if !self.text.joined.is_empty() && !self.text.joined.ends_with('\n') {
            self.text.joined.push('\n');
        }
    }

    /// Notes what the structure says about a stretch that was appended.
    fn known(&mut self, span: Option<Span>, kind: KnownKind) {
        self.text.known.extend(span.map(|span| Known { span, kind }));
    }

    /// Keeps a string that people do not see; it is appended after all visible text, on a line of its own.
    fn attribute(
        &mut self,
        pointer: impl Into<String>,
        part: Part,
        escape: Escape,
        raw: impl Into<String>,
        kind: Option<KnownKind>,
    ) {
        self.attributes.push((pointer.into(), part, escape, raw.into(), kind));
    }

    fn finish(mut self) -> Text {
        self.text.visible = self.text.joined.len();
        for (pointer, part, escape, raw, kind) in std::mem::take(&mut self.attributes) {
            self.block();
            let end = raw.len();
            let node = self.node(pointer, part, escape, raw);
            let span = self.verbatim(node, 0..end);
            if let Some(kind) = kind {
                self.known(span, kind);
            }
        }
        self.text
    }
}

fn splice(raw: &str, changes: &[(Range<usize>, String)]) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut done = 0;
    for (range, text) in changes {
        // An all-or-nothing run that two edits touch is replaced by the first and only emptied by the second.
        if range.start >= done {
            out.push_str(&raw[done..range.start]);
            done = range.end;
        }
        out.push_str(text);
    }
    out.push_str(&raw[done..]);
    out
}

fn escape(text: &str, escape: Escape) -> String {
    match escape {
        Escape::None => text.to_owned(),
        Escape::Xml => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"),
    }
}

fn put(value: &mut Json, node: &Node, text: String) {
    match node.part {
        Part::Value => {
            if let Some(slot) = value.pointer_mut(&node.pointer) {
                *slot = Json::String(text);
            }
        }
        Part::Key => rename_key(value, &node.pointer, text),
    }
}

/// Gives a member another key and keeps its place in the object.
fn rename_key(value: &mut Json, pointer: &str, text: String) {
    let Some((parent, step)) = pointer.rsplit_once('/') else { return };
    let old = step.replace("~1", "/").replace("~0", "~");
    if let Some(Json::Object(members)) = value.pointer_mut(parent) {
        let renamed = std::mem::take(members).into_iter().map(|(key, member)| {
            let key = if key == old { text.clone() } else { key };
            (key, member)
        });
        *members = renamed.collect();
    }
}
