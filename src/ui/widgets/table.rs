//! A plain table with a caption and a head.

use leptos::prelude::*;

/// The cells of a table's head.
pub(crate) fn heads(names: &[&'static str]) -> AnyView {
    let cell = |name: &&'static str| view! { class="dc", <th scope="col" class="dc-table__head">{*name}</th> }.into_any();
    names.iter().map(cell).collect::<Vec<_>>().into_any()
}

/// A table. Its caption is heard, not seen, where a heading above says the same.
pub(crate) fn table(caption: AnyView, heads: AnyView, rows: AnyView) -> AnyView {
    view! { class="dc",
        <div class="dc-table__frame">
            <table class="dc-table">
                <caption class="dc-hidden">{caption}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
