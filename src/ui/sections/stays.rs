//! What stays in the organization, by reason.

use crate::policy::Reason;
use crate::preview::{FieldPreview, RecordPreview};
use crate::state::{Stay, stays};
use crate::ui::Page;
use crate::ui::locale::Named;
use crate::ui::widgets::{Look, disclosure_later, dynamic, el, many, text};
use leptos::prelude::*;

/// The card: a summary, and inside it every field with its reason. `open` is whether it is opened.
pub(super) fn view(page: Page, open: RwSignal<bool>) -> AnyView {
    let words = page.words;
    let shown = page.shown();
    let stays =
        page.memo(|state| state.shown().and_then(|shown| shown.0.records.get(state.record)).map(stays).unwrap_or_default());
    let note = move || {
        stays.with(|stays| {
            let count: usize = stays.iter().map(|stay| stay.fields.len()).sum();
            let kinds: Vec<_> = stays.iter().map(|stay| (words.stay_kind)(stay.kind, stay.fields.len())).collect();
            if count == 0 { words.stays_none.to_owned() } else { (words.stays_note)(count, &kinds.join(", ")) }
        })
    };
    let title = page.id("stays-title");
    let summary = many()
        .with(el("h3", "dc-lane__title").set("id", title.clone()).with(words.stays))
        .with(el("span", "dc-small").with(text(note)))
        .into_any();
    let drawn = move || {
        let Some((shown, index)) = shown.get() else { return ().into_any() };
        let Some(record) = shown.0.records.get(index) else { return ().into_any() };
        stays.with(|stays| stays.iter().map(|stay| Group::of(page, record, stay).view()).collect::<Vec<_>>().into_any())
    };
    el("section", "dc-card dc-lane")
        .set("data-lane", "stays")
        .set("aria-labelledby", title)
        .with(disclosure_later(Look::Bar, open, summary, move || dynamic(drawn)))
        .into_any()
}

/// Fields that stay for the same kind of reason.
struct Group {
    heading: String,
    /// Each with its reason.
    fields: Vec<(String, String)>,
}

impl Group {
    fn of(page: Page, record: &RecordPreview, stay: &Stay) -> Self {
        let fields = stay.fields.iter().filter_map(|at| record.fields.get(*at));
        let heading = (page.words.stay_kind)(stay.kind, stay.fields.len());
        Self { heading, fields: fields.map(|field| (field.label.clone(), reason(page, field))).collect() }
    }

    fn view(&self) -> AnyView {
        let row = |(label, reason): &(String, String)| {
            let field = el("bdi", "dc-stays__field").with(label.clone());
            el("li", "dc-stays__item").with(field).with(" ").with(el("span", "").with(reason.clone())).into_any()
        };
        let rows: Vec<_> = self.fields.iter().map(row).collect();
        let heading = el("h4", "dc-stays__kind").with(self.heading.clone());
        el("div", "dc-stays").with(heading).with(el("ul", "dc-stays__list").with(rows)).into_any()
    }
}

/// Why a field leaves or stays, in words.
pub(super) fn reason(page: Page, field: &FieldPreview) -> String {
    let place = match &field.reason {
        Reason::Exception { place, .. } => page.now(|state| state.desk.directory.describe(place).name),
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
