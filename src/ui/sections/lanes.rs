//! The two lanes by which data leaves.

use super::field::{Side, fingerprint, text, unit};
use super::why::bar;
use crate::policy::Lane;
use crate::preview::{AttributeEvidence, AttributePreview, FieldLane, FieldPreview, Preview, Verdict};
use crate::state::{Choice, State, is_changed, is_end, spelled};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Look, Row, Rows, disclosure, el, key, lozenge, many, maybe, small, text as live_text};
use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// What leaves as metadata.
pub(super) fn metadata(page: Page) -> AnyView {
    let shown = page.shown();
    let rows = move || {
        let Some((shown, index)) = shown.get() else { return Vec::new() };
        let Some(record) = shown.0.records.get(index) else { return Vec::new() };
        let row = |(at, attribute): (usize, &AttributePreview)| {
            let preview = Arc::clone(&shown.0);
            let key = key(&|hasher| {
                (at, &attribute.attribute, attribute.value.to_string(), &attribute.from, &attribute.evidence).hash(hasher);
            });
            Row { key, draw: Box::new(move || attribute_row(page, &preview.records[index].contributed.metadata[at])) }
        };
        record.contributed.metadata.iter().enumerate().map(row).collect()
    };
    card(page, Lane::Metadata, Box::new(rows))
}

/// What leaves as in-app data.
pub(super) fn in_app_data(page: Page) -> AnyView {
    let shown = page.shown();
    let rows = move || shown.get().map(|(shown, index)| leaving(page, &shown.0, index)).unwrap_or_default();
    card(page, Lane::InAppData, Box::new(rows))
}

fn leaves(field: &FieldPreview) -> bool {
    field.lane == FieldLane::InAppData && field.decision == Verdict::Contribute
}

fn leaving(page: Page, preview: &Arc<Preview>, index: usize) -> Vec<Row> {
    let Some(record) = preview.records.get(index) else { return Vec::new() };
    let row = |(at, field): (usize, &FieldPreview)| {
        let preview = Arc::clone(preview);
        let key = key(&|hasher| fingerprint(field, (index, at), Side::Contributed, hasher));
        Row { key, draw: Box::new(move || field_row(page, &preview.records[index].fields[at], (index, at))) }
    };
    record.fields.iter().enumerate().filter(|(_, field)| leaves(field)).map(row).collect()
}

fn is_empty(state: &State, lane: Lane) -> bool {
    let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
    record.is_none_or(|record| match lane {
        Lane::Metadata => record.contributed.metadata.is_empty(),
        Lane::InAppData => !record.fields.iter().any(leaves),
    })
}

fn card(page: Page, lane: Lane, rows: Rows) -> AnyView {
    let words = page.words;
    let (name, empty, choice): (_, _, fn(&State) -> Choice) = match lane {
        Lane::Metadata => ("metadata", page.is(|state| is_empty(state, Lane::Metadata)), Choice::metadata),
        Lane::InAppData => ("in-app-data", page.is(|state| is_empty(state, Lane::InAppData)), Choice::in_app_data),
    };
    let choice = page.memo(choice);
    let note = move || if empty.get() { String::new() } else { choice.with(|choice| (words.lane_note)(lane, choice)) };
    let nothing = maybe(move || empty.get().then(|| el("p", "dc-empty").with((words.lane_empty)(lane)).into_any()));
    let below = (lane == Lane::InAppData).then(|| el("p", "dc-empty dc-lane__below").with(words.explain.below_each_field));
    let title = page.id(&format!("{name}-title"));
    el("section", "dc-card dc-lane")
        .set("data-lane", name)
        .live("data-empty", move || empty.get())
        .set("aria-labelledby", title.clone())
        .with(
            el("div", "dc-lane__head")
                .with(el("h3", "dc-lane__title").set("id", title).with((words.lane)(lane)))
                .with(el("span", "dc-small").with(live_text(note))),
        )
        .with(el("div", "dc-fields").rows(rows))
        .with(below)
        .with(nothing)
        .into_any()
}

fn attribute_row(page: Page, attribute: &AttributePreview) -> AnyView {
    let words = page.words;
    let source = attribute.derived.map(|kind| (words.attribute_source)(kind, &attribute.attribute));
    let source = source.map(|source| many().with(" ").with(el("span", "dc-small").with(source)).into_any());
    let label = (words.attribute)(attribute.derived, &attribute.attribute);
    let label = if is_end(&attribute.value) { (words.ends)(&label) } else { label };
    let unit = attribute.derived.is_none().then(|| unit(page, &attribute.from, &attribute.value));
    let assumed =
        attribute.assumption.then(|| many().with(" ").with(lozenge(words.our_assumption, Appearance::Neutral)).into_any());
    el("div", "dc-field")
        .set("data-lane", "metadata")
        .set("data-changed", attribute.derived.is_some())
        .with(el("div", "dc-field__label").with(el("bdi", "").with(label)))
        .with(
            el("div", "dc-field__value")
                .with(el("bdi", "").with(spelled(&attribute.value)))
                .with(unit)
                .with(source)
                .with(assumed)
                .with(evidence(page, attribute)),
        )
        .into_any()
}

/// What speaks for a computed value: each reason with its weight, said and drawn.
fn evidence(page: Page, attribute: &AttributePreview) -> Option<AnyView> {
    let words = page.words.explain;
    let sum: i32 = attribute.evidence.iter().map(|reason| reason.weight.max(0)).sum();
    let reason = |reason: &AttributeEvidence| {
        let share = reason.weight.max(0) * 100 / sum.max(1);
        el("li", "dc-difference__line")
            .with(el("bdi", "dc-difference__what").with(reason.detail.clone()))
            .with(el("span", "dc-small").with((words.evidence_weight)(reason.weight)))
            .with(bar(share as u8))
            .into_any()
    };
    let reasons: Vec<_> = attribute.evidence.iter().map(reason).collect();
    let sources = (!attribute.sources.is_empty()).then(|| small((words.evidence_sources)(&attribute.sources.join(", "))));
    let body = many()
        .with(el("ul", "dc-difference__list").with(reasons))
        .with(sources)
        .with(small(words.evidence_about.to_owned()))
        .into_any();
    (!attribute.evidence.is_empty()).then(|| disclosure(Look::Plain, words.evidence, body))
}

fn field_row(page: Page, field: &FieldPreview, at: (usize, usize)) -> AnyView {
    let assumed = field.assumption.then(|| lozenge(page.words.our_assumption, Appearance::Neutral));
    el("div", "dc-field")
        .set("data-lane", "in-app-data")
        .set("data-changed", is_changed(field))
        .with(el("div", "dc-field__label").with(el("bdi", "").with(field.label.clone())))
        .with(el("div", "dc-field__value").with(text(page, field, at, Side::Contributed)).with(assumed))
        .into_any()
}
