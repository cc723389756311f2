//! A plain table with a caption and a head.

use super::el;
use leptos::prelude::*;

/// The cells of a table's head.
pub(crate) fn heads(names: &[&'static str]) -> AnyView {
    let cell = |name: &&'static str| el("th", "dc-table__head").set("scope", "col").with(*name).into_any();
    names.iter().map(cell).collect::<Vec<_>>().into_any()
}

/// A table. Its caption is heard, not seen, where a heading above says the same.
pub(crate) fn table(caption: AnyView, heads: AnyView, rows: AnyView) -> AnyView {
    el("div", "dc-table__frame")
        .with(
            el("table", "dc-table")
                .with(el("caption", "dc-hidden").with(caption))
                .with(el("thead", "").with(el("tr", "").with(heads)))
                .with(el("tbody", "").with(rows)),
        )
        .into_any()
}
