//! A switch: on or off, with a name that never changes.

use super::{Icon, el, icon, pressed};
use leptos::prelude::*;

/// What a switch needs.
pub(crate) struct Switch {
    /// The id of the element that names it.
    pub(crate) labelledby: String,
    /// The id of the element that explains it.
    pub(crate) describedby: String,
    /// Whether it is on.
    pub(crate) on: Signal<bool>,
    /// Whether it can be moved.
    pub(crate) movable: Signal<bool>,
    /// What to do when it is pressed; not called while it cannot be moved.
    pub(crate) press: Callback<()>,
}

/// A button with the role of a switch. Where it cannot be moved it stays focusable, so that its reason can be heard.
pub(crate) fn switch(switch: Switch) -> AnyView {
    let Switch { labelledby, describedby, on, movable, press } = switch;
    let act = move || {
        if movable.get_untracked() {
            press.run(());
        }
    };
    let thumb = el("span", "dc-switch__thumb").with(icon(Icon::Check));
    el("button", "dc-switch")
        .set("role", "switch")
        .set("aria-labelledby", labelledby)
        .set("aria-describedby", describedby)
        .live("aria-checked", move || if on.get() { "true" } else { "false" })
        .live("aria-disabled", move || (!movable.get()).then_some("true"))
        .press(pressed(act))
        .with(el("span", "dc-switch__track").with(thumb))
        .into_any()
}
