//! The rules in force and what we assume.

use crate::detect::Entity;
use crate::state::Rules;
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Disclosure, dynamic, heads, lozenge, table, text};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let rules = page.memo(|state| state.given.rules.clone());
    let about = move || rules.with(|rules| (words.rules_about)(rules.threshold.value(), rules.version));
    let items: Vec<_> = words.assumption_list.iter().map(|item| view! { class="dc", <li>{*item}</li> }.into_any()).collect();
    view! { class="dc",
        <p class="dc-lead">{text(about)}</p>
        <Disclosure summary=words.rules_table.into_any()>{dynamic(move || operators(page, &rules.get()))}</Disclosure>
        <h3 class="dc-setting__title">{words.assumptions}</h3>
        <ul class="dc-list">{items}</ul>
    }
    .into_any()
}

fn operators(page: Page, rules: &Rules) -> AnyView {
    let words = page.words;
    let row = |entity: &Entity| {
        let rule = rules.operators.of(*entity);
        let source =
            if rule.assumption { lozenge(words.our_assumption, Appearance::Neutral) } else { words.vendor_states.into_any() };
        view! { class="dc",
            <tr class="dc-table__row">
                <th scope="row" class="dc-table__cell" data-label=words.column_entity>
                    {(words.entity)(*entity)} " " <code class="dc-code">{entity.id()}</code>
                </th>
                <td class="dc-table__cell" data-label=words.column_operator>{(words.operator)(rule.operator)}</td>
                <td class="dc-table__cell" data-label=words.column_technique>{rule.operator.row().technique}</td>
                <td class="dc-table__cell" data-label=words.column_source>{source}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<_> = Entity::ALL.iter().map(row).collect();
    let names = [words.column_entity, words.column_operator, words.column_technique, words.column_source];
    table(words.rules_table.into_any(), heads(&names), rows.into_any())
}
