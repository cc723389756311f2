//! The record as it was read, each field with the color of its lane at the edge; looked at field by field, with what becomes of it.

use super::field::{Side, fingerprint, text, unit};
use super::stays::reason;
use crate::preview::{FieldLane, FieldPreview, Preview, Verdict};
use crate::state::{View, is_changed, is_telling, shown_order};
use crate::ui::Page;
use crate::ui::widgets::{Icon, Look, Row, Rows, disclosure, el, icon, key, many, text as live_text};
use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// The card.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.shown();
    let by_field = page.is(|state| state.explain.effective_view() == View::ByField);
    let rows = move |telling: bool| -> Rows {
        Box::new(move || match shown.get() {
            Some((shown, index)) => rows(page, &shown.0, (index, telling), by_field.get()),
            None => Vec::new(),
        })
    };
    let others = page.memo(|state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        record.map_or(0, |record| record.fields.iter().filter(|field| !is_telling(field)).count())
    });
    let note = page.text(move |state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        record.map(|record| (words.original_note)(&record.id, record.fields.len())).unwrap_or_default()
    });
    let summary = live_text(move || (words.other_fields)(others.get()));
    let rest = disclosure(Look::Bar, summary, el("div", "").rows(rows(false)));
    let title = page.id("original-title");
    el("section", "dc-card dc-lane")
        .set("data-lane", "original")
        .set("aria-labelledby", title.clone())
        .with(
            el("div", "dc-lane__head")
                .with(el("h3", "dc-lane__title").set("id", title).with(words.original))
                .with(el("span", "dc-small").with(el("bdi", "").with(live_text(move || note.get())))),
        )
        .with(el("div", "dc-fields").rows(rows(true)))
        .with(el("div", "dc-lane__rest").live("hidden", move || others.get() == 0).with(rest))
        .into_any()
}

fn rows(page: Page, preview: &Arc<Preview>, (index, telling): (usize, bool), by_field: bool) -> Vec<Row> {
    let Some(record) = preview.records.get(index) else { return Vec::new() };
    let order = shown_order(record).into_iter().filter(|at| is_telling(&record.fields[*at]) == telling);
    let row = |at: usize| {
        let field = &record.fields[at];
        let preview = Arc::clone(preview);
        let draw = move || row(page, &preview.records[index].fields[at], (index, at), by_field);
        let key = key(&|hasher| {
            fingerprint(field, (index, at), Side::Original, hasher);
            (lane(field), is_changed(field), by_field, &field.path).hash(hasher);
            if by_field {
                fingerprint(field, (index, at), Side::Contributed, hasher);
                reason(page, field).hash(hasher);
            }
        });
        Row { key, draw: Box::new(draw) }
    };
    order.map(row).collect()
}

fn lane(field: &FieldPreview) -> &'static str {
    match (field.lane, field.decision == Verdict::Contribute) {
        (FieldLane::Metadata, true) => "metadata",
        (FieldLane::InAppData, true) => "in-app-data",
        (FieldLane::Metadata | FieldLane::InAppData | FieldLane::None, _) => "stays",
    }
}

fn row(page: Page, field: &FieldPreview, at: (usize, usize), by_field: bool) -> AnyView {
    let kind = if field.original.is_object() && field.lane == FieldLane::None { "data" } else { "text" };
    let said = (page.words.lane_of_field)(field.lane, field.decision == Verdict::Contribute);
    el("div", "dc-field")
        .set("data-lane", lane(field))
        .set("data-kind", kind)
        .set("data-changed", is_changed(field))
        .with(
            el("div", "dc-field__label")
                .with(el("bdi", "").set("title", field.path.clone()).with(field.label.clone()))
                .with(el("span", "dc-hidden").with(", ").with(said)),
        )
        .with(
            el("div", "dc-field__value")
                .with(text(page, field, at, Side::Original))
                .with(unit(page, &field.path, &field.original))
                .with(by_field.then(|| becomes(page, field, at, said))),
        )
        .into_any()
}

/// What becomes of a field, right below it.
fn becomes(page: Page, field: &FieldPreview, at: (usize, usize), said: &'static str) -> AnyView {
    let leaves = field.decision == Verdict::Contribute;
    let why = el("p", "dc-small").with(if leaves { said.to_owned() } else { reason(page, field) });
    let value = field.contributed.as_ref().filter(|_| leaves);
    let value = value.map(|value| many().with(text(page, field, at, Side::Contributed)).with(unit(page, &field.path, value)));
    el("div", "dc-becomes").set("data-leaves", leaves).with(icon(Icon::Down)).with(el("div", "").with(why).with(value)).into_any()
}
