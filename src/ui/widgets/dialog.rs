//! A modal dialog: the browser's own, so that focus stays inside and returns where it was.

use super::{Icon, changed, el, follow, found, icon, many, maybe, pressed, slot, text};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::HtmlDialogElement;

/// What a dialog needs.
pub(crate) struct Dialog {
    /// The id of its heading.
    pub(crate) id: String,
    /// Whether it is open.
    pub(crate) open: Signal<bool>,
    /// Its heading.
    pub(crate) title: Signal<String>,
    /// The name of the button that closes it.
    pub(crate) close_label: &'static str,
    /// What to do when it is closed, by whatever way.
    pub(crate) close: Callback<()>,
    /// What stands in it; drawn anew whenever it opens.
    pub(crate) body: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// A dialog with a heading and a body that exists only while it is open.
pub(crate) fn dialog(dialog: Dialog) -> AnyView {
    let Dialog { id, open, title, close_label, close, body } = dialog;
    let place = slot();
    follow(move || {
        let (is_open, Some(element)) = (open.get(), found::<HtmlDialogElement>(place)) else { return };
        match (is_open, element.open()) {
            // A dialog that is not in a document cannot be modal; then there is nobody to see it.
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            (true, true) | (false, false) => {}
        }
    });
    let heading = id.clone();
    let inside = move || {
        let end = el("button", "dc-button")
            .set("data-kind", "subtle")
            .set("aria-label", close_label)
            .press(pressed(move || close.run(())))
            .with(icon(Icon::Close));
        let title = el("h2", "dc-dialog__title").set("id", heading.clone()).with(text(move || title.get()));
        let head = el("div", "dc-dialog__head").with(title).with(end);
        open.get().then(|| many().with(head).with(body()).into_any())
    };
    // The browser says so later, also of what the page closed itself: by then another dialog may be open.
    let closed = move || {
        if open.get_untracked() {
            close.run(());
        }
    };
    el("dialog", "dc-dialog")
        .found_in(place)
        .set("aria-labelledby", id)
        .on("close", changed(closed))
        .with(maybe(inside))
        .into_any()
}
