//! Tabs: one panel of several, moved through with the arrow keys.

use super::{el, found, pressed, slot};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// A row of tabs with its name and theirs. `id` begins every id; the panel below must have the role `tabpanel` and the id `{id}-panel`.
pub(crate) fn tabs(id: &str, label: &'static str, names: Vec<String>, active: RwSignal<usize>) -> AnyView {
    let row = slot();
    let count = names.len();
    let choose = move |index: usize| {
        active.set(index);
        let tab = found::<Element>(row).and_then(|row| row.children().item(index as u32));
        if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
            let _ = tab.focus();
        }
    };
    let moved = move |event: web_sys::Event| {
        let index = active.get_untracked();
        let to = match event.unchecked_ref::<KeyboardEvent>().key().as_str() {
            "ArrowRight" | "ArrowDown" => (index + 1) % count,
            "ArrowLeft" | "ArrowUp" => (index + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        choose(to);
    };
    let tab = |(index, name): (usize, String)| {
        let is_active = move || active.get() == index;
        el("button", "dc-tabs__tab")
            .set("role", "tab")
            .set("id", format!("{id}-{index}"))
            .set("aria-controls", format!("{id}-panel"))
            .live("aria-selected", move || if is_active() { "true" } else { "false" })
            .live("tabindex", move || if is_active() { "0" } else { "-1" })
            .press(pressed(move || active.set(index)))
            .with(name)
    };
    let row_view =
        el("div", "dc-tabs").set("role", "tablist").set("aria-label", label).found_in(row).on("keydown", Box::new(moved));
    names.into_iter().enumerate().map(tab).fold(row_view, |row, tab| row.with(tab)).into_any()
}
