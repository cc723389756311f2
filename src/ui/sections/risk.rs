//! What could still be told from what leaves.

use crate::preview::Preview;
use crate::risk::Risk;
use crate::transform::Remains;
use crate::ui::Page;
use crate::ui::widgets::{dynamic, heads, table};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.shown();
    let body = move || match shown.get() {
        Some((shown, _)) => body(page, &shown.0),
        None => view! { class="dc", <div class="dc-skeleton" aria-hidden="true"></div> }.into_any(),
    };
    view! { class="dc", <p class="dc-lead">{words.risk_about}</p> {dynamic(body)} }.into_any()
}

fn leaves(preview: &Preview) -> bool {
    let lanes = preview.records.iter().map(|record| &record.contributed);
    lanes.into_iter().any(|lane| !lane.metadata.is_empty() || !lane.in_app_data.is_null())
}

fn body(page: Page, preview: &Preview) -> AnyView {
    let words = page.words;
    let risk = &preview.risk;
    if !leaves(preview) {
        return view! { class="dc", <p class="dc-empty">{words.nothing_leaves}</p> }.into_any();
    }
    let worst = |of: fn(&crate::transform::Risks) -> Remains| {
        risk.techniques.iter().map(|technique| of(&technique.risks)).max().unwrap_or(Remains::No)
    };
    let by: Vec<_> = risk.quasi_identifiers.iter().map(|path| label(preview, path)).collect();
    let unique = if risk.records > 1 && risk.classes.unique == 0 { Remains::MaybeNot } else { Remains::Yes };
    let (linked, inferred) = (worst(|risks| risks.linkability), worst(|risks| risks.inference));
    view! { class="dc",
        <div class="dc-risks">
            {card(page, words.singled_out, (words.singled_out_about)(risk.classes.unique, risk.records, &by), unique)}
            {card(page, words.linked, (words.linked_about)(linked).to_owned(), linked)}
            {card(page, words.inferred, (words.inferred_about)(inferred).to_owned(), inferred)}
        </div>
        {techniques(page, risk)}
    }
    .into_any()
}

fn card(page: Page, title: &'static str, about: String, remains: Remains) -> AnyView {
    let level = match remains {
        Remains::No => "no",
        Remains::MaybeNot => "maybe",
        Remains::Yes => "yes",
    };
    view! { class="dc",
        <div class="dc-card dc-risk" data-remains=level>
            <h3 class="dc-setting__title">{title} ": " {(page.words.remains)(remains)}</h3>
            <p class="dc-small">{about}</p>
            <div class="dc-risk__bar" aria-hidden="true"><div class="dc-risk__level"></div></div>
        </div>
    }
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
            view! { class="dc", <td class="dc-table__cell" data-label=label>{(words.remains)(remains)}</td> }.into_any()
        };
        let name = (words.technique)(technique.operator, technique.findings);
        view! { class="dc",
            <tr class="dc-table__row">
                <th scope="row" class="dc-table__cell" data-label=words.column_what>{name}</th>
                {cell(words.singled_out, risks.singling_out)}
                {cell(words.linked, risks.linkability)}
                {cell(words.inferred, risks.inference)}
            </tr>
        }
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
