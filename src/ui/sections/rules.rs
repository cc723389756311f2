//! The rules in force and what we assume.

use crate::detect::Entity;
use crate::state::Rules;
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Look, disclosure, dynamic, el, heads, lozenge, many, table, text};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let rules = page.memo(|state| state.given.rules.clone());
    let about = move || rules.with(|rules| (words.rules_about)(rules.threshold.value(), rules.version));
    let items: Vec<_> = words.assumption_list.iter().map(|item| el("li", "").with(*item).into_any()).collect();
    many()
        .with(el("p", "dc-lead").with(text(about)))
        .with(disclosure(Look::Plain, words.rules_table.into_any(), dynamic(move || operators(page, &rules.get()))))
        .with(el("h3", "dc-setting__title").with(words.assumptions))
        .with(el("ul", "dc-list").with(items))
        .into_any()
}

fn operators(page: Page, rules: &Rules) -> AnyView {
    let words = page.words;
    let row = |entity: &Entity| {
        let rule = rules.operators.of(*entity);
        let source =
            if rule.assumption { lozenge(words.our_assumption, Appearance::Neutral) } else { words.vendor_states.into_any() };
        el("tr", "dc-table__row")
            .with(
                el("th", "dc-table__cell")
                    .set("scope", "row")
                    .set("data-label", words.column_entity)
                    .with((words.entity)(*entity))
                    .with(" ")
                    .with(el("code", "dc-code").with(entity.id())),
            )
            .with(el("td", "dc-table__cell").set("data-label", words.column_operator).with((words.operator)(rule.operator())))
            .with(el("td", "dc-table__cell").set("data-label", words.column_technique).with(rule.operator().row().technique))
            .with(el("td", "dc-table__cell").set("data-label", words.column_source).with(source))
            .into_any()
    };
    let rows: Vec<_> = Entity::ALL.iter().map(row).collect();
    let names = [words.column_entity, words.column_operator, words.column_technique, words.column_source];
    table(words.rules_table.into_any(), heads(&names), rows.into_any())
}
