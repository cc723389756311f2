//! A switch: on or off, with a name that never changes.

use super::{Icon, icon, pressed};
use leptos::prelude::*;

/// A button with the role of a switch. Where it cannot be moved it stays focusable, so that its reason can be heard.
#[component]
pub(crate) fn Switch(
    /// The id of the element that names it.
    labelledby: String,
    /// The id of the element that explains it.
    describedby: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Whether it can be moved.
    #[prop(into)]
    movable: Signal<bool>,
    /// What to do when it is pressed; not called while it cannot be moved.
    press: Callback<()>,
) -> impl IntoView {
    let act = move || {
        if movable.get_untracked() {
            press.run(());
        }
    };
    view! { class="dc",
        <button
            type="button"
            role="switch"
            class="dc-switch"
            aria-labelledby=labelledby
            aria-describedby=describedby
            aria-checked=move || if on.get() { "true" } else { "false" }
            aria-disabled=move || (!movable.get()).then_some("true")
            on:click=pressed(act)
        >
            <span class="dc-switch__track">
                <span class="dc-switch__thumb">{icon(Icon::Check)}</span>
            </span>
        </button>
    }
    .into_any()
}
