//! The way through the pages of a list.

use super::{Icon, el, icon, pressed, text};
use leptos::prelude::*;

/// What a pager needs.
pub(crate) struct Pager {
    /// Its name.
    pub(crate) label: &'static str,
    /// The names of its two buttons.
    pub(crate) names: [&'static str; 2],
    /// The page that is shown, from 0.
    pub(crate) page: RwSignal<usize>,
    /// How many pages there are.
    pub(crate) pages: Signal<usize>,
    /// Where one stands, in words.
    pub(crate) position: Signal<String>,
}

/// Two buttons and the place between them.
pub(crate) fn pager(pager: Pager) -> AnyView {
    let Pager { label, names: [previous, next], page, pages, position } = pager;
    let step = move |name: &'static str, picture: Icon, possible: Signal<bool>, to: fn(usize) -> usize| {
        el("button", "dc-button")
            .set("data-kind", "icon")
            .set("aria-label", name)
            .live("disabled", move || !possible.get())
            .press(pressed(move || page.update(|page| *page = to(*page))))
            .with(icon(picture))
    };
    let earlier = Signal::derive(move || page.get() > 0);
    let later = Signal::derive(move || page.get() + 1 < pages.get());
    el("nav", "dc-pager")
        .set("aria-label", label)
        .with(step(previous, Icon::Left, earlier, |page| page.saturating_sub(1)))
        .with(el("span", "dc-small").set("role", "status").with(text(move || position.get())))
        .with(step(next, Icon::Right, later, |page| page + 1))
        .into_any()
}
