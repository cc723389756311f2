//! What a reader of line markup leaves out of its text, and how the rest is read: shared by the wiki and the Markdown reader.

use super::builder::{Hidden, Piece};
use super::{Builder, Escape, KnownKind, Part};
use crate::order::by_place;
use std::ops::Range;

/// Something in the raw text that is not read as it stands.
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) role: Role,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Markup; left out.
    Drop,
    /// Markup between two blocks; left out.
    Break,
    /// Markup that stands for one character: an escape, an entity.
    Means(char),
    /// Read after the visible text.
    Hidden(Option<KnownKind>),
    /// Read where it stands.
    Known(KnownKind),
}

/// Appends a string as its marks say. Where two of them overlap the first to start holds.
pub(super) fn emit(text: &str, marks: Vec<Mark>, builder: &mut Builder) {
    let node = builder.node("", Part::Value, text);
    let mut done = 0;
    for Mark { range, role } in by_place(marks, |mark| (mark.range.start, 0)) {
        // Where markup interlocks in a way that would not be rendered, the first to start wins.
        if range.start < done {
            continue;
        }
        builder.verbatim(node, done..range.start);
        done = range.end;
        match role {
            Role::Drop => {}
            Role::Break => builder.block(),
            Role::Means(character) => {
                builder.piece(node, Piece { raw: range, means: Some(character) }, Escape::None);
            }
            Role::Hidden(kind) => {
                let pieces = vec![Piece { raw: range, means: None }];
                builder.hide(Hidden { node, pieces, escape: Escape::None, kind });
            }
            Role::Known(kind) => {
                let span = builder.verbatim(node, range);
                builder.known(span, kind);
            }
        }
    }
    builder.verbatim(node, done..text.len());
}
