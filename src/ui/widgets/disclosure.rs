//! Something that can be opened to read more.

use super::element::El;
use super::{Icon, IntoChild, changed, el, icon, maybe};
use leptos::prelude::*;

/// How a disclosure looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Look {
    /// A line of text.
    Plain,
    /// A bar across a card.
    Bar,
}

/// The same, with a body that is drawn when it is first opened.
pub(crate) fn disclosure_later(look: Look, summary: impl IntoChild, body: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let opened = RwSignal::new(false);
    details(look, summary, maybe(move || opened.get().then(&body))).on("toggle", changed(move || opened.set(true))).into_any()
}

/// Native details: `summary` stands in the line that opens it, `body` is hidden until then.
pub(crate) fn disclosure(look: Look, summary: impl IntoChild, body: impl IntoChild) -> AnyView {
    details(look, summary, body).into_any()
}

fn details(look: Look, summary: impl IntoChild, body: impl IntoChild) -> El {
    let look = match look {
        Look::Plain => "plain",
        Look::Bar => "bar",
    };
    let chevron = el("span", "dc-disclosure__chevron").with(icon(Icon::Down));
    el("details", "dc-disclosure")
        .set("data-look", look)
        .with(el("summary", "dc-disclosure__summary").with(summary).with(" ").with(chevron))
        .with(el("div", "dc-disclosure__body").with(body))
}
