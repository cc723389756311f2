//! The record as it was read, each field with the color of its lane at the edge.

use super::field::{Side, text};
use crate::preview::{FieldLane, FieldPreview, RecordPreview, Verdict};
use crate::state::{is_telling, shown_order};
use crate::ui::Page;
use crate::ui::widgets::{Look, disclosure, el};
use leptos::prelude::*;

/// The card.
pub(super) fn view(page: Page, record: &RecordPreview, index: usize) -> AnyView {
    let words = page.words;
    let row = |(at, field): (usize, &FieldPreview)| row(page, field, (index, at));
    let ordered: Vec<_> = shown_order(record).into_iter().map(|at| (at, &record.fields[at])).collect();
    let (telling, other): (Vec<_>, Vec<_>) = ordered.into_iter().partition(|(_, field)| is_telling(field));
    let telling: Vec<_> = telling.into_iter().map(row).collect();
    let other: Vec<_> = other.into_iter().map(row).collect();
    let count = other.len();
    let rest = (count > 0).then(|| {
        let summary = (words.other_fields)(count).into_any();
        disclosure(Look::Bar, summary, other)
    });
    let title = page.id("original-title");
    el("section", "dc-card dc-lane")
        .set("data-lane", "original")
        .set("aria-labelledby", title.clone())
        .with(
            el("div", "dc-lane__head")
                .with(el("h3", "dc-lane__title").set("id", title).with(words.original))
                .with(el("span", "dc-small").with(el("bdi", "").with((words.original_note)(&record.id, record.fields.len())))),
        )
        .with(el("div", "dc-fields").with(telling))
        .with(rest)
        .into_any()
}

fn row(page: Page, field: &FieldPreview, at: (usize, usize)) -> AnyView {
    let leaves = field.decision == Verdict::Contribute;
    let lane = match (field.lane, leaves) {
        (FieldLane::Metadata, true) => "metadata",
        (FieldLane::InAppData, true) => "in-app-data",
        (FieldLane::Metadata | FieldLane::InAppData | FieldLane::None, _) => "stays",
    };
    let kind = if field.original.is_object() && field.lane == FieldLane::None { "data" } else { "text" };
    let said = (page.words.lane_of_field)(field.lane, leaves);
    el("div", "dc-field")
        .set("data-lane", lane)
        .set("data-kind", kind)
        .with(
            el("div", "dc-field__label")
                .with(el("bdi", "").set("title", field.path.clone()).with(field.label.clone()))
                .with(el("span", "dc-hidden").with(", ").with(said)),
        )
        .with(el("div", "dc-field__value").with(text(page, field, at, Side::Original)))
        .into_any()
}
