//! What could still be told from what leaves.

use crate::preview::Preview;
use crate::risk::Risk;
use crate::transform::Remains;
use crate::ui::Page;
use crate::ui::widgets::{dynamic, el, heads, many, table};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    // Drawn again where what it says has changed, not with every preview.
    let told = page.memo(|state| state.shown().map(|shown| (shown.0.risk.clone(), leaves(&shown.0))));
    let body = move || {
        let shown = told.with(Option::is_some).then(|| page.now(|state| state.shown().cloned())).flatten();
        match shown.flatten() {
            Some(shown) => body(page, &shown.0),
            None => el("div", "dc-skeleton").set("aria-hidden", "true").into_any(),
        }
    };
    many().with(el("p", "dc-lead").with(words.risk_about)).with(dynamic(body)).into_any()
}

fn leaves(preview: &Preview) -> bool {
    let lanes = preview.records.iter().map(|record| &record.contributed);
    lanes.into_iter().any(|lane| !lane.metadata.is_empty() || !lane.in_app_data.is_null())
}

fn body(page: Page, preview: &Preview) -> AnyView {
    let words = page.words;
    let risk = &preview.risk;
    if !leaves(preview) {
        return el("p", "dc-empty").with(words.nothing_leaves).into_any();
    }
    let worst = |of: fn(&crate::transform::Risks) -> Remains| {
        risk.techniques.iter().map(|technique| of(&technique.risks)).max().unwrap_or(Remains::No)
    };
    let by: Vec<_> = risk.quasi_identifiers.iter().map(|path| label(preview, path)).collect();
    let unique = if risk.records > 1 && risk.classes.unique == 0 { Remains::MaybeNot } else { Remains::Yes };
    let (linked, inferred) = (worst(|risks| risks.linkability), worst(|risks| risks.inference));
    many()
        .with(
            el("div", "dc-risks")
                .with(card(page, words.singled_out, (words.singled_out_about)(risk.classes.unique, risk.records, &by), unique))
                .with(card(page, words.linked, (words.linked_about)(linked).to_owned(), linked))
                .with(card(page, words.inferred, (words.inferred_about)(inferred).to_owned(), inferred)),
        )
        .with(techniques(page, risk))
        .into_any()
}

fn card(page: Page, title: &'static str, about: String, remains: Remains) -> AnyView {
    let level = match remains {
        Remains::No => "no",
        Remains::MaybeNot => "maybe",
        Remains::Yes => "yes",
    };
    el("div", "dc-card dc-risk")
        .set("data-remains", level)
        .with(el("h3", "dc-setting__title").with(title).with(": ").with((page.words.remains)(remains)))
        .with(el("p", "dc-small").with(about))
        .with(el("div", "dc-risk__bar").set("aria-hidden", "true").with(el("div", "dc-risk__level")))
        .into_any()
}

fn techniques(page: Page, risk: &Risk) -> AnyView {
    let words = page.words;
    if risk.techniques.is_empty() {
        return ().into_any();
    }
    let row = |technique: &crate::risk::Technique| {
        let risks = technique.risks;
        let cell = |label: &'static str, remains: Remains| {
            el("td", "dc-table__cell").set("data-label", label).with((words.remains)(remains)).into_any()
        };
        let name = (words.technique)(technique.operator, technique.findings);
        el("tr", "dc-table__row")
            .with(el("th", "dc-table__cell").set("scope", "row").set("data-label", words.column_what).with(name))
            .with(cell(words.singled_out, risks.singling_out))
            .with(cell(words.linked, risks.linkability))
            .with(cell(words.inferred, risks.inference))
            .into_any()
    };
    let rows: Vec<_> = risk.techniques.iter().map(row).collect();
    let names = [words.column_what, words.singled_out, words.linked, words.inferred];
    table(words.techniques.into_any(), heads(&names), rows.into_any())
}

/// What people call the field at a path; the path itself where no record has it.
fn label(preview: &Preview, path: &str) -> String {
    let mut fields = preview.records.iter().flat_map(|record| &record.fields);
    fields.find(|field| field.path == path).map_or_else(|| path.to_owned(), |field| field.label.clone())
}
