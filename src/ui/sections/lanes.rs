//! The two lanes by which data leaves.

use super::field::{Side, text};
use crate::policy::Lane;
use crate::preview::{AttributePreview, FieldLane, FieldPreview, RecordPreview, Verdict};
use crate::state::{Choice, spelled};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, lozenge};
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
    let empty = rows.is_empty().then(|| view! { class="dc", <p class="dc-empty">{(words.lane_empty)(lane)}</p> }.into_any());
    let title = page.id(&format!("{name}-title"));
    view! { class="dc",
        <section class="dc-card dc-lane" data-lane=name aria-labelledby=title>
            <div class="dc-lane__head">
                <h3 class="dc-lane__title" id=title.clone()>{(words.lane)(lane)}</h3>
                <span class="dc-small">{note}</span>
            </div>
            <div class="dc-fields">{rows}</div>
            {empty}
        </section>
    }
    .into_any()
}

fn attribute_row(page: Page, attribute: &AttributePreview) -> AnyView {
    let words = page.words;
    let source = attribute.derived.map(|kind| (words.attribute_source)(kind, &attribute.attribute));
    let source = source.map(|source| view! { class="dc", " " <span class="dc-small">{source}</span> }.into_any());
    let assumed =
        attribute.assumption.then(|| view! { class="dc", " " {lozenge(words.our_assumption, Appearance::Neutral)} }.into_any());
    view! { class="dc",
        <div class="dc-field" data-lane="metadata">
            <div class="dc-field__label"><bdi>{(words.attribute)(attribute.derived, &attribute.attribute)}</bdi></div>
            <div class="dc-field__value"><bdi>{spelled(&attribute.value)}</bdi> {source} {assumed}</div>
        </div>
    }
    .into_any()
}

fn field_row(page: Page, field: &FieldPreview, at: (usize, usize)) -> AnyView {
    let assumed = field.assumption.then(|| lozenge(page.words.our_assumption, Appearance::Neutral));
    view! { class="dc",
        <div class="dc-field" data-lane="in-app-data">
            <div class="dc-field__label"><bdi>{field.label.clone()}</bdi></div>
            <div class="dc-field__value">{text(page, field, at, Side::Contributed)} {assumed}</div>
        </div>
    }
    .into_any()
}
