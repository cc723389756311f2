//! Tabs: one panel of several, moved through with the arrow keys.

use super::pressed;
use leptos::{html, prelude::*, web_sys};

/// A row of tabs. The panel below must have the role `tabpanel` and the id `{id}-panel`.
#[component]
pub(crate) fn Tabs(
    /// The beginning of every id.
    id: String,
    /// The name of the row.
    label: &'static str,
    /// The name of each tab.
    names: Vec<&'static str>,
    /// Which one is shown.
    active: RwSignal<usize>,
) -> impl IntoView {
    let row = NodeRef::<html::Div>::new();
    let count = names.len();
    let choose = move |index: usize| {
        active.set(index);
        let tab = row.get().and_then(|row| row.children().item(index as u32));
        if let Some(tab) = tab.and_then(|tab| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(tab).ok()) {
            let _ = tab.focus();
        }
    };
    let moved = move |event: web_sys::KeyboardEvent| {
        let index = active.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (index + 1) % count,
            "ArrowLeft" | "ArrowUp" => (index + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        choose(to);
    };
    let panel = format!("{id}-panel");
    let tab = |(index, name): (usize, &'static str)| {
        let is_active = move || active.get() == index;
        view! { class="dc",
            <button
                type="button"
                role="tab"
                class="dc-tabs__tab"
                id=format!("{id}-{index}")
                aria-controls=panel.clone()
                aria-selected=move || if is_active() { "true" } else { "false" }
                tabindex=move || if is_active() { "0" } else { "-1" }
                on:click=pressed(move || active.set(index))
            >
                {name}
            </button>
        }
        .into_any()
    };
    let tabs: Vec<_> = names.into_iter().enumerate().map(tab).collect();
    view! { class="dc", <div class="dc-tabs" role="tablist" aria-label=label node_ref=row on:keydown=moved>{tabs}</div> }
        .into_any()
}
