//! Something that can be opened to read more.

use super::element::El;
use super::{Icon, IntoChild, el, icon, maybe, toggled};
use leptos::prelude::*;

/// How a disclosure looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Look {
    /// A line of text.
    Plain,
    /// A bar across a card.
    Bar,
}

/// The same, with a body that is drawn while it is open. Whether it is stands outside, so that it stays as it is when what it
/// tells of is drawn anew.
pub(crate) fn disclosure_later(
    look: Look,
    open: RwSignal<bool>,
    summary: impl IntoChild,
    body: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    details(look, summary, maybe(move || open.get().then(&body)))
        .property("open", move || open.get())
        .on("toggle", toggled(move |is_open| open.set(is_open)))
        .into_any()
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
