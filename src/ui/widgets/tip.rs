//! A word that explains itself: a button that opens a note beside it, by keyboard and touch as well.

use super::{IntoChild, el};
use leptos::prelude::*;

/// A button with a note. The browser's own popover shows it: it closes with Escape or a press elsewhere, and lies above everything.
pub(crate) fn tip(id: String, label: String, text: impl IntoChild, note: impl IntoChild) -> AnyView {
    el("span", "dc-tip")
        .with(el("button", "dc-tip__button").set("aria-label", label).set("popovertarget", id.clone()).with(text))
        .with(el("span", "dc-tip__note").set("id", id).set("popover", "auto").set("role", "note").with(note))
        .into_any()
}
