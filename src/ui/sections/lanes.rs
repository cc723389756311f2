//! The two lanes by which data leaves.

use super::field::{Side, text};
use crate::policy::Lane;
use crate::preview::{AttributePreview, FieldLane, FieldPreview, RecordPreview, Verdict};
use crate::state::{Choice, spelled};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, el, lozenge, many};
use leptos::prelude::*;

/// What leaves as metadata.
pub(super) fn metadata(page: Page, record: &RecordPreview) -> AnyView {
    let rows: Vec<_> = record.contributed.metadata.iter().map(|attribute| attribute_row(page, attribute)).collect();
    card(page, Lane::Metadata, rows)
}

/// What leaves as in-app data.
pub(super) fn in_app_data(page: Page, record: &RecordPreview, index: usize) -> AnyView {
    let leaves =
        |(_, field): &(usize, &FieldPreview)| field.lane == FieldLane::InAppData && field.decision == Verdict::Contribute;
    let row = |(at, field): (usize, &FieldPreview)| field_row(page, field, (index, at));
    card(page, Lane::InAppData, record.fields.iter().enumerate().filter(leaves).map(row).collect())
}

fn card(page: Page, lane: Lane, rows: Vec<AnyView>) -> AnyView {
    let words = page.words;
    let (name, choice): (_, fn(&crate::state::State) -> Choice) = match lane {
        Lane::Metadata => ("metadata", Choice::metadata),
        Lane::InAppData => ("in-app-data", Choice::in_app_data),
    };
    let note = if rows.is_empty() { None } else { page.now(choice).map(|choice| (words.lane_note)(lane, &choice)) };
    let empty = rows.is_empty().then(|| el("p", "dc-empty").with((words.lane_empty)(lane)).into_any());
    let title = page.id(&format!("{name}-title"));
    el("section", "dc-card dc-lane")
        .set("data-lane", name)
        .set("aria-labelledby", title.clone())
        .with(
            el("div", "dc-lane__head")
                .with(el("h3", "dc-lane__title").set("id", title).with((words.lane)(lane)))
                .with(el("span", "dc-small").with(note)),
        )
        .with(el("div", "dc-fields").with(rows))
        .with(empty)
        .into_any()
}

fn attribute_row(page: Page, attribute: &AttributePreview) -> AnyView {
    let words = page.words;
    let source = attribute.derived.map(|kind| (words.attribute_source)(kind, &attribute.attribute));
    let source = source.map(|source| many().with(" ").with(el("span", "dc-small").with(source)).into_any());
    let assumed =
        attribute.assumption.then(|| many().with(" ").with(lozenge(words.our_assumption, Appearance::Neutral)).into_any());
    el("div", "dc-field")
        .set("data-lane", "metadata")
        .with(el("div", "dc-field__label").with(el("bdi", "").with((words.attribute)(attribute.derived, &attribute.attribute))))
        .with(el("div", "dc-field__value").with(el("bdi", "").with(spelled(&attribute.value))).with(source).with(assumed))
        .into_any()
}

fn field_row(page: Page, field: &FieldPreview, at: (usize, usize)) -> AnyView {
    let assumed = field.assumption.then(|| lozenge(page.words.our_assumption, Appearance::Neutral));
    el("div", "dc-field")
        .set("data-lane", "in-app-data")
        .with(el("div", "dc-field__label").with(el("bdi", "").with(field.label.clone())))
        .with(el("div", "dc-field__value").with(text(page, field, at, Side::Contributed)).with(assumed))
        .into_any()
}
