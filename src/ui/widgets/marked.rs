//! Text in which pieces are marked and can be pressed.

use super::{Pressed, el};
use leptos::prelude::*;

/// A piece of a text.
pub(crate) enum Piece {
    /// Plain text.
    Text(String),
    /// A marked piece.
    Mark(Mark),
}

/// A marked piece of a text.
pub(crate) struct Mark {
    /// What assistive technology calls it; holds the text.
    pub(crate) name: String,
    /// What is read.
    pub(crate) text: String,
    /// Its color, as a word for the style sheet.
    pub(crate) tone: &'static str,
    /// Whether it stands in the place of something else.
    pub(crate) look: &'static str,
    /// An id that is unique in the page; empty for none.
    pub(crate) id: String,
    /// Whether it is chosen.
    pub(crate) pressed: Signal<bool>,
    /// The id of what it opens.
    pub(crate) controls: String,
    /// What to do when it is pressed.
    pub(crate) press: Pressed,
}

/// The text, with white space kept. The direction of each text is its own.
pub(crate) fn marked(pieces: Vec<Piece>) -> AnyView {
    let piece = |piece| match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Mark(mark) => mark_view(mark),
    };
    let pieces: Vec<_> = pieces.into_iter().map(piece).collect();
    el("div", "dc-text").set("dir", "auto").set("translate", "no").with(pieces).into_any()
}

fn mark_view(mark: Mark) -> AnyView {
    let Mark { name, text, tone, look, id, pressed, controls, press } = mark;
    el("mark", "dc-mark")
        .set("data-tone", tone)
        .set("data-look", look)
        .with(
            el("button", "dc-mark__button")
                .set("id", (!id.is_empty()).then_some(id))
                .set("aria-label", name)
                .set("aria-controls", controls)
                .live("aria-pressed", move || if pressed.get() { "true" } else { "false" })
                .press(press)
                .with(text),
        )
        .into_any()
}
