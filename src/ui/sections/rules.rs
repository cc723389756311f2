//! The rules in force: what happens to each kind of finding, every recognizer and threshold with its source, what we assume, and the
//! policy as a document that can be taken along and brought in.

use super::told::{list, number, string, told};
use super::{entries, field_rules, policy};
use crate::detect::{Entity, Score};
use crate::state::{Event, Explaining, Rules, State, Topic};
use crate::ui::Page;
use crate::ui::widgets::{
    Appearance, Look, disclosure_later, dynamic, el, follow, heads, lozenge, many, pressed, small, table, text, typed,
};
use leptos::prelude::*;
use serde_json::Value as Json;
use std::sync::Arc;

/// Rows that are drawn at once; the rest comes on demand.
const PAGE: usize = 50;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let rules = page.memo(|state| state.rules().clone());
    let about = move || rules.with(|rules| (words.rules_about)(rules.threshold.value(), rules.version));
    let items: Vec<_> = words.assumption_list.iter().map(|item| el("li", "").with(*item).into_any()).collect();
    many()
        .with(el("p", "dc-lead").with(text(about)))
        .with(later(words.rules_table, move || dynamic(move || operators(page, &rules.get()))))
        .with(every(page, words.explain.every_recognizer, words.explain.filter_rules, recognizers))
        .with(every(page, words.explain.every_field, words.explain.filter_fields, field_rules::view))
        .with(later(words.explain.entries, move || entries::view(page)))
        .with(policy::view(page))
        .with(el("h3", "dc-setting__title").with(words.assumptions))
        .with(el("ul", "dc-list").with(items))
        .into_any()
}

fn later(title: &'static str, body: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    disclosure_later(Look::Plain, RwSignal::new(false), title.into_any(), body)
}

fn operators(page: Page, rules: &Rules) -> AnyView {
    let words = page.words;
    let row = |entity: &Entity| {
        let rule = rules.operators.of(*entity);
        let source =
            if rule.assumption { lozenge(words.our_assumption, Appearance::Neutral) } else { words.vendor_states.into_any() };
        let cell = |label: &'static str| el("td", "dc-table__cell").set("data-label", label);
        el("tr", "dc-table__row")
            .with(
                el("th", "dc-table__cell")
                    .set("scope", "row")
                    .set("data-label", words.column_entity)
                    .with((words.entity)(*entity))
                    .with(" ")
                    .with(el("code", "dc-code").with(entity.id())),
            )
            .with(cell(words.column_operator).with((words.operator)(rule.operator())))
            .with(cell(words.column_technique).with(rule.operator().row().technique))
            .with(cell(words.column_source).with(source))
            .into_any()
    };
    let rows: Vec<_> = Entity::ALL.iter().map(row).collect();
    let names = [words.column_entity, words.column_operator, words.column_technique, words.column_source];
    table(words.rules_table.into_any(), heads(&names), rows.into_any())
}

/// Rules of one kind, asked from the engine when they are opened.
fn every(page: Page, title: &'static str, label: &'static str, draw: fn(Page, &Json, RwSignal<String>) -> AnyView) -> AnyView {
    let open = RwSignal::new(false);
    let needed = page.is(|state| state.explain.answer(Topic::Catalog).is_none());
    follow(move || {
        if open.get() && needed.get() {
            page.send(Event::Explain(Explaining::Asked(Topic::Catalog)));
        }
    });
    let filter = RwSignal::new(String::new());
    let policy = page.memo(|state| state.explain.policy.clone());
    let rows = move || {
        let _ = policy.get();
        told(page, Topic::Catalog, move |catalog| draw(page, catalog, filter))
    };
    let body = move || {
        let input = el("input", "dc-input").set("type", "search").on("input", typed(move |text| filter.set(text.to_lowercase())));
        many()
            .with(el("label", "dc-rules__filter").with(el("span", "dc-label").with(label)).with(input))
            .with(dynamic(rows))
            .into_any()
    };
    disclosure_later(Look::Plain, open, title.into_any(), body)
}

/// A table that can be filtered.
pub(super) struct Filter {
    /// What it is called.
    pub(super) title: &'static str,
    /// The names of its columns.
    pub(super) columns: Vec<&'static str>,
    /// What is searched in each row, in lower case.
    pub(super) searched: Vec<String>,
    /// Draws a row.
    pub(super) row: Arc<dyn Fn(usize) -> Option<AnyView> + Send + Sync>,
    /// What they must hold.
    pub(super) filter: RwSignal<String>,
}

/// The rows that hold what is searched, the first of them drawn and the rest on demand.
pub(super) fn filtered(page: Page, of: Filter) -> AnyView {
    let words = page.words;
    let shown = RwSignal::new(PAGE);
    dynamic(move || {
        let wanted = of.filter.get();
        let all: Vec<usize> = (0..of.searched.len()).filter(|at| of.searched[*at].contains(wanted.as_str())).collect();
        let rows: Vec<_> = all.iter().take(shown.get()).filter_map(|at| (of.row)(*at)).collect();
        let more = (all.len() > shown.get()).then(|| {
            let press = pressed(move || shown.update(|shown| *shown += PAGE * 4));
            el("button", "dc-button").press(press).with((words.explain.more)(all.len() - shown.get_untracked()))
        });
        let found = (words.explain.rules_found)(all.len(), of.searched.len());
        many()
            .with(el("div", "").set("role", "status").with(small(found)))
            .with(table(of.title.into_any(), heads(&of.columns), rows.into_any()))
            .with(more)
            .into_any()
    })
}

/// One line of the table of recognizers.
#[derive(Clone)]
struct Line {
    id: String,
    kind: String,
    score: usize,
    threshold: usize,
    source: String,
}

fn recognizers(page: Page, catalog: &Json, filter: RwSignal<String>) -> AnyView {
    let words = page.words;
    let threshold = page.now(|state| state.rules().threshold).unwrap_or(Score::new(50)).value();
    let own = page.now(thresholds).unwrap_or_default();
    let line = |row: &Json| {
        let entity = string(row, "entity").and_then(|id| id.parse::<Entity>().ok());
        let special = entity.and_then(|entity| own.iter().find(|(of, _)| *of == entity)).map(|(_, threshold)| *threshold);
        Line {
            id: string(row, "id").unwrap_or_default().to_owned(),
            kind: entity.map(words.entity).unwrap_or_default().to_owned(),
            score: number(row, "score").unwrap_or_default(),
            threshold: special.unwrap_or(threshold).into(),
            source: string(row, "source").unwrap_or_default().to_owned(),
        }
    };
    let lines: Vec<Line> = list(catalog, "recognizers").iter().map(line).collect();
    let searched = lines.iter().map(|line| format!("{} {} {}", line.id, line.kind, line.source).to_lowercase()).collect();
    let columns =
        vec![words.explain.recognizer, words.column_entity, words.explain.score, words.explain.threshold, words.column_source];
    let row = move |at: usize| lines.get(at).map(|line| recognizer(page, line));
    filtered(page, Filter { title: words.explain.every_recognizer, columns, searched, row: Arc::new(row), filter })
}

fn recognizer(page: Page, line: &Line) -> AnyView {
    let words = page.words;
    let cell = |label: &'static str, text: String| el("td", "dc-table__cell").set("data-label", label).with(text);
    let name = el("th", "dc-table__cell").set("scope", "row").set("data-label", words.explain.recognizer);
    el("tr", "dc-table__row")
        .with(name.with(el("code", "dc-code").with(line.id.clone())))
        .with(cell(words.column_entity, line.kind.clone()))
        .with(cell(words.explain.score, line.score.to_string()))
        .with(cell(words.explain.threshold, line.threshold.to_string()))
        .with(cell(words.column_source, line.source.clone()))
        .into_any()
}

/// The thresholds that the policy on the page has for single kinds.
fn thresholds(state: &State) -> Vec<(Entity, u8)> {
    let policy = state.policy().and_then(|policy| serde_json::from_str::<Json>(policy).ok()).unwrap_or_default();
    let of = policy.get("entities").and_then(Json::as_object).cloned().unwrap_or_default();
    let read = |(id, tuning): (&String, &Json)| Some((id.parse().ok()?, u8::try_from(tuning.get("threshold")?.as_u64()?).ok()?));
    of.iter().filter_map(read).collect()
}
