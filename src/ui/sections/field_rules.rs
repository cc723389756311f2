//! Every rule about a field: which kind of data it is, how it could identify somebody, what is done with it, and who says so.

use super::rules::{Filter, filtered};
use crate::state::{FieldLine, field_rules};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, el, lozenge, many};
use leptos::prelude::*;
use serde_json::Value as Json;
use std::sync::Arc;

/// The table, with what the catalog tells and the policy in force.
pub(super) fn view(page: Page, catalog: &Json, filter: RwSignal<String>) -> AnyView {
    let words = page.words;
    let lines = page.now(|state| field_rules(catalog, state.policy())).unwrap_or_default();
    let searched = |line: &FieldLine| {
        let (kind, attribute) = ((words.explain.data_kind)(line.kind), (words.explain.identifies)(line.attribute));
        let of = (words.explain.record_type)(line.record_type);
        format!("{of} {} {kind} {attribute} {}", line.field, source(page, line)).to_lowercase()
    };
    let searched = lines.iter().map(searched).collect();
    let columns = vec![
        words.explain.field,
        words.explain.kind_of_record,
        words.explain.kind_of_data,
        words.explain.could_identify,
        words.column_operator,
        words.column_source,
    ];
    let row = move |at: usize| lines.get(at).map(|line| row(page, line));
    filtered(page, Filter { title: words.explain.every_field, columns, searched, row: Arc::new(row), filter })
}

fn source(page: Page, line: &FieldLine) -> &'static str {
    if line.assumption { page.words.our_assumption } else { page.words.vendor_states }
}

fn row(page: Page, line: &FieldLine) -> AnyView {
    let words = page.words;
    let cell = |label: &'static str| el("td", "dc-table__cell").set("data-label", label);
    let code = |path: &str| many().with(el("code", "dc-code").with(path.to_owned())).with(" ").into_any();
    let path = if line.field.is_empty() { words.explain.whole_record.into_any() } else { code(&line.field) };
    let members: Vec<_> = line.members.iter().map(|member| code(member)).collect();
    let members = (!members.is_empty()).then(|| el("div", "dc-small").with(words.explain.only_parts).with(" ").with(members));
    let operator = line.operator.map_or(words.explain.by_findings, words.operator);
    let said = source(page, line);
    let said = if line.assumption { lozenge(said, Appearance::Neutral) } else { said.into_any() };
    el("tr", "dc-table__row")
        .with(el("th", "dc-table__cell").set("scope", "row").set("data-label", words.explain.field).with(path).with(members))
        .with(cell(words.explain.kind_of_record).with((words.explain.record_type)(line.record_type)))
        .with(cell(words.explain.kind_of_data).with((words.explain.data_kind)(line.kind)))
        .with(cell(words.explain.could_identify).with((words.explain.identifies)(line.attribute)))
        .with(cell(words.column_operator).with(operator))
        .with(cell(words.column_source).with(said))
        .into_any()
}
