//! A modal dialog: the browser's own, so that focus stays inside and returns where it was.

use super::{Icon, changed, icon, maybe, pressed, text};
use leptos::{html, prelude::*};

/// A dialog with a heading, a body that exists only while it is open, and a row of buttons.
#[component]
pub(crate) fn Dialog(
    /// The id of its heading.
    id: String,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// The name of the button that closes it.
    close_label: &'static str,
    /// What to do when it is closed, by whatever way.
    close: Callback<()>,
    /// What stands in it; built anew whenever it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let (is_open, Some(element)) = (open.get(), node.get()) else { return };
        match (is_open, element.open()) {
            // A dialog that is not in a document cannot be modal; then there is nobody to see it.
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            (true, true) | (false, false) => {}
        }
    });
    let heading = id.clone();
    view! { class="dc",
        <dialog class="dc-dialog" node_ref=node aria-labelledby=id on:close=changed(move || close.run(()))>
            {maybe(move || {
                let heading = heading.clone();
                open.get().then(|| view! { class="dc",
                    <div class="dc-dialog__head">
                        <h2 class="dc-dialog__title" id=heading>{text(move || title.get())}</h2>
                        <button type="button" class="dc-button" data-kind="subtle" aria-label=close_label on:click=pressed(move || close.run(()))>
                            {icon(Icon::Close)}
                        </button>
                    </div>
                    {children()}
                }.into_any())
            })}
        </dialog>
    }
    .into_any()
}
