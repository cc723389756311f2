//! The record as it was read, each field with the color of its lane at the edge.

use super::field::{Side, text};
use crate::preview::{FieldLane, FieldPreview, RecordPreview, Verdict};
use crate::state::{is_telling, shown_order};
use crate::ui::Page;
use crate::ui::widgets::Disclosure;
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
        view! { class="dc", <Disclosure summary look="lane">{other}</Disclosure> }
    });
    let title = page.id("original-title");
    view! { class="dc",
        <section class="dc-card dc-lane" data-lane="original" aria-labelledby=title>
            <div class="dc-lane__head">
                <h3 class="dc-lane__title" id=title.clone()>{words.original}</h3>
                <span class="dc-small"><bdi>{(words.original_note)(&record.id, record.fields.len())}</bdi></span>
            </div>
            <div class="dc-fields">{telling}</div>
            {rest}
        </section>
    }
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
    view! { class="dc",
        <div class="dc-field" data-lane=lane data-kind=kind>
            <div class="dc-field__label"><bdi title=field.path.clone()>{field.label.clone()}</bdi> <span class="dc-hidden">", " {said}</span></div>
            <div class="dc-field__value">{text(page, field, at, Side::Original)}</div>
        </div>
    }
    .into_any()
}
