//! [`Builder`]: collects text while a reader walks a value.

use super::{Escape, Known, KnownKind, Mention, Node, Part, Run, Span, Text};
use crate::order::by_place;
use std::ops::Range;

/// Collects text while a reader walks a value.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: Text,
    /// What people do not see waits here until the visible text is complete.
    hidden: Vec<Hidden>,
}

/// A stretch of a node that people do not see; it becomes a line of its own.
#[derive(Debug)]
pub(super) struct Hidden {
    pub(super) node: usize,
    pub(super) pieces: Vec<Piece>,
    pub(super) escape: Escape,
    pub(super) kind: Option<KnownKind>,
}

/// A stretch of a node, and what it stands for where that differs from how it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    pub(super) raw: Range<usize>,
    pub(super) means: Option<char>,
}

impl Builder {
    /// Opens a node: the string at `pointer`, out of which runs will be cut.
    pub(super) fn node(&mut self, pointer: impl Into<String>, part: Part, raw: impl Into<String>) -> usize {
        self.text.nodes.push(Node { pointer: pointer.into(), part, raw: raw.into() });
        self.text.nodes.len() - 1
    }

    /// Appends a piece of a node. Returns where it came to stand in the joined text.
    pub(super) fn piece(&mut self, node: usize, piece: Piece, escape: Escape) -> Option<Span> {
        let start = self.text.joined.len();
        let verbatim = piece.means.is_none();
        let Text { joined, nodes, .. } = &mut self.text;
        match piece.means {
            Some(character) => joined.push(character),
            None => joined.push_str(&nodes[node].raw[piece.raw.clone()]),
        }
        let span = Span::new(&self.text.joined, start..self.text.joined.len())?;
        self.text.runs.push(Run { joined: span.range(), node, raw: piece.raw, verbatim, escape });
        Some(span)
    }

    /// Appends a stretch of a node as it stands, where replacements need no escape.
    pub(super) fn verbatim(&mut self, node: usize, raw: Range<usize>) -> Option<Span> {
        self.piece(node, Piece { raw, means: None }, Escape::None)
    }

    /// Opens a node for a whole string value and appends it.
    pub(super) fn string(&mut self, pointer: impl Into<String>, raw: &str) -> Option<Span> {
        let node = self.node(pointer, Part::Value, raw);
        self.verbatim(node, 0..raw.len())
    }

    /// Ends a block: what follows starts on a line of its own. Several in a row count once.
    pub(super) fn block(&mut self) {
        if !self.is_line_start() {
            self.text.joined.push('\n');
        }
    }

    /// Whether the next text starts a line.
    pub(super) fn is_line_start(&self) -> bool {
        self.text.joined.is_empty() || self.text.joined.ends_with('\n')
    }

    /// Where the next text will stand.
    pub(super) fn position(&self) -> usize {
        self.text.joined.len()
    }

    /// The text from a position on, without the white space around it.
    pub(super) fn since(&self, position: usize) -> Option<Span> {
        let text = &self.text.joined[position..];
        let start = position + (text.len() - text.trim_start().len());
        Span::new(&self.text.joined, start..position + text.trim_end().len())
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: Span) -> &str {
        &self.text.joined[span.range()]
    }

    /// Notes what the structure says about a stretch that was appended.
    pub(super) fn known(&mut self, span: Option<Span>, kind: KnownKind) {
        self.text.known.extend(span.map(|span| Known { span, kind }));
    }

    /// Notes whom the document mentions.
    pub(super) fn mention(&mut self, mention: Mention) {
        if mention != Mention::default() {
            self.text.mentions.push(mention);
        }
    }

    /// Keeps a whole string that people do not see; it is appended after all visible text, on a line of its own.
    pub(super) fn attribute(&mut self, pointer: impl Into<String>, part: Part, raw: impl Into<String>, kind: Option<KnownKind>) {
        let raw = raw.into();
        let pieces = vec![Piece { raw: 0..raw.len(), means: None }];
        let node = self.node(pointer, part, raw);
        self.hide(Hidden { node, pieces, escape: Escape::None, kind });
    }

    /// Keeps a stretch of an open node that people do not see, likewise.
    pub(super) fn hide(&mut self, hidden: Hidden) {
        self.hidden.push(hidden);
    }

    /// The text, with what people do not see at its end.
    pub(super) fn finish(mut self) -> Text {
        self.text.visible = self.text.joined.len();
        for hidden in std::mem::take(&mut self.hidden) {
            self.block();
            let start = self.position();
            for piece in hidden.pieces {
                self.piece(hidden.node, piece, hidden.escape);
            }
            if let Some(kind) = hidden.kind {
                self.known(Span::new(&self.text.joined, start..self.position()), kind);
            }
        }
        let known = std::mem::take(&mut self.text.known);
        self.text.known = by_place(known, |known| (known.span.start(), known.span.end()));
        self.text
    }
}
