//! Two records beside each other: what leaves of each, and how alike they are.

use super::told::{list, number, string, told};
use super::why::bar;
use crate::state::{Event, Explaining, Source, Topic, spelled};
use crate::ui::Page;
use crate::ui::widgets::{dynamic, el, heads, many, table, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// The choice of the other record, and both.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let samples = page.memo(|state| (state.given.samples.clone(), state.explain.other.clone(), state.source.clone()));
    let options = move || {
        let (samples, other, source) = samples.get();
        let none = el("option", "").set("value", "").set("selected", other.is_none()).with(words.explain.choose_other);
        let differs = samples.iter().filter(|sample| source != Source::Sample(sample.id().to_owned()));
        let option = |sample: &crate::state::Sample| {
            let selected = other.as_deref() == Some(sample.id());
            el("option", "")
                .set("value", sample.id().to_owned())
                .set("selected", selected)
                .with((words.sample)(sample))
                .into_any()
        };
        many().with(none).with(differs.map(option).collect::<Vec<_>>()).into_any()
    };
    let chosen = move |id: String| page.send(Event::Explain(Explaining::OtherChosen((!id.is_empty()).then_some(id))));
    el("div", "dc-tool__body")
        .with(
            el("label", "dc-toolbar__choice")
                .with(el("span", "dc-label").with(words.explain.compare_with))
                .with(el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options))),
        )
        .with(told(page, Topic::Comparison, move |answer| both(page, answer)))
        .into_any()
}

fn both(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let similarity = number(answer, "similarity").unwrap_or_default().min(100);
    let cell = |label: &'static str, value: Option<&Json>| {
        let value = value.filter(|value| !value.is_null()).map_or_else(|| words.explain.stays.to_owned(), spelled);
        el("td", "dc-table__cell").set("data-label", label).with(el("bdi", "dc-text").with(value)).into_any()
    };
    let row = |field: &Json| {
        let same = field.get("same").and_then(Json::as_bool).unwrap_or_default();
        let label = string(field, "label").unwrap_or_default().to_owned();
        el("tr", "dc-table__row")
            .set("data-same", same)
            .with(
                el("th", "dc-table__cell")
                    .set("scope", "row")
                    .set("data-label", words.explain.field)
                    .with(el("bdi", "").with(label)),
            )
            .with(cell(words.explain.this_record, field.get("left")))
            .with(cell(words.explain.other_record, field.get("right")))
            .into_any()
    };
    let rows: Vec<_> = list(answer, "fields").iter().map(row).collect();
    let names = [words.explain.field, words.explain.this_record, words.explain.other_record];
    many()
        .with(el("p", "dc-similarity").with((words.explain.similarity)(similarity)).with(bar(similarity as u8)))
        .with(el("p", "dc-small").with(words.explain.similarity_about))
        .with(table(words.explain.compare.into_any(), heads(&names), rows.into_any()))
        .into_any()
}
