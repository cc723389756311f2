//! What stays in the organization, by reason.

use crate::policy::Reason;
use crate::preview::{FieldPreview, RecordPreview};
use crate::state::{Stay, describe, stays};
use crate::ui::Page;
use crate::ui::locale::Named;
use crate::ui::widgets::Disclosure;
use leptos::prelude::*;

/// The card: a summary, and inside it every field with its reason.
pub(super) fn view(page: Page, record: &RecordPreview) -> AnyView {
    let words = page.words;
    let stays = stays(record);
    let count: usize = stays.iter().map(|stay| stay.fields.len()).sum();
    let kinds: Vec<_> = stays.iter().map(|stay| (words.stay_kind)(stay.kind, stay.fields.len())).collect();
    let note = if count == 0 { words.stays_none.to_owned() } else { (words.stays_note)(count, &kinds.join(", ")) };
    let title = page.id("stays-title");
    let summary = view! { class="dc",
        <h3 class="dc-lane__title" id=title.clone()>{words.stays}</h3>
        <span class="dc-small">{note}</span>
    }
    .into_any();
    let groups: Vec<_> = stays.iter().map(|stay| group(page, record, stay)).collect();
    view! { class="dc",
        <section class="dc-card dc-lane" data-lane="stays" aria-labelledby=title>
            <Disclosure summary look="lane">{groups}</Disclosure>
        </section>
    }
    .into_any()
}

fn group(page: Page, record: &RecordPreview, stay: &Stay) -> AnyView {
    let rows: Vec<_> = stay.fields.iter().filter_map(|at| record.fields.get(*at)).map(|field| row(page, field)).collect();
    let heading = (page.words.stay_kind)(stay.kind, stay.fields.len());
    view! { class="dc", <div class="dc-stays"><h4 class="dc-stays__kind">{heading}</h4> <ul class="dc-stays__list">{rows}</ul></div> }.into_any()
}

fn row(page: Page, field: &FieldPreview) -> AnyView {
    view! { class="dc", <li class="dc-stays__item"><bdi class="dc-stays__field">{field.label.clone()}</bdi> " " <span>{reason(page, field)}</span></li> }
        .into_any()
}

/// Why a field leaves or stays, in words.
pub(super) fn reason(page: Page, field: &FieldPreview) -> String {
    let place = match &field.reason {
        Reason::Exception { place, .. } => page.now(|state| describe(&state.given.organization, place).name),
        Reason::PlanLock { .. }
        | Reason::OrgValue { .. }
        | Reason::PlatformApp { .. }
        | Reason::NotCovered { .. }
        | Reason::ExcludedOrganization { .. }
        | Reason::NotInEffect { .. }
        | Reason::UnknownField
        | Reason::UnknownFormat
        | Reason::Attachment
        | Reason::SecretFound { .. }
        | Reason::EntityDropped { .. } => None,
    };
    (page.words.reason)(&field.reason, Named { place: place.as_deref().unwrap_or_default(), assumption: field.assumption })
}
