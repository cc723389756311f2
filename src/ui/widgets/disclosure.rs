//! Something that can be opened to read more.

use super::{Icon, IntoChild, el, icon};
use leptos::prelude::*;

/// How a disclosure looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Look {
    /// A line of text.
    Plain,
    /// A bar across a card.
    Bar,
}

/// Native details: `summary` stands in the line that opens it, `body` is hidden until then.
pub(crate) fn disclosure(look: Look, summary: impl IntoChild, body: impl IntoChild) -> AnyView {
    let look = match look {
        Look::Plain => "plain",
        Look::Bar => "bar",
    };
    let chevron = el("span", "dc-disclosure__chevron").with(icon(Icon::Down));
    el("details", "dc-disclosure")
        .set("data-look", look)
        .with(el("summary", "dc-disclosure__summary").with(summary).with(" ").with(chevron))
        .with(el("div", "dc-disclosure__body").with(body))
        .into_any()
}
