//! Several organizations side by side: each has its own plan and its own settings.

use crate::state::{Act, OrganizationRow, overview};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, el, heads, lozenge, many, maybe, small, table};
use leptos::prelude::*;

/// The overview; nothing where the host supplies one organization.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let rows = page.memo(overview);
    let title = page.id("organizations-title");
    maybe(move || {
        let rows = rows.get();
        if rows.is_empty() {
            return None;
        }
        let names = [
            words.desk.column_organization,
            words.desk.column_plan,
            words.metadata_contribution,
            words.in_app_contribution,
            words.column_actions,
        ];
        let lines: Vec<_> = rows.iter().map(|of| row(page, of)).collect();
        let grid = table(words.desk.organizations.into_any(), heads(&names), lines.into_any());
        Some(
            el("section", "dc-section")
                .set("data-section", "organizations")
                .set("aria-labelledby", title.clone())
                .with(el("h2", "dc-section__title").set("id", title.clone()).with(words.desk.organizations))
                .with(small(words.desk.organizations_about.to_owned()))
                .with(el("div", "dc-card").with(grid))
                .into_any(),
        )
    })
}

fn row(page: Page, of: &OrganizationRow) -> AnyView {
    let words = page.words;
    let cell = |label: &'static str| el("td", "dc-table__cell").set("data-label", label);
    let excluded = of.exclusion.is_some();
    let known = |read: fn(&crate::state::Known) -> String| {
        if excluded { words.desk.excluded_title.to_owned() } else { read(&of.settings) }
    };
    let (id, name) = (of.id.clone(), of.name.clone());
    let action = if of.is_current {
        lozenge(words.desk.shown_here, Appearance::Information)
    } else {
        el("button", "dc-button")
            .set("aria-label", (words.desk.show)(&name))
            .press(page.act(move || Act::OrganizationChosen(id.clone())))
            .with(words.desk.show_short)
            .into_any()
    };
    el("tr", "dc-table__row")
        .set("aria-current", of.is_current.then_some("true"))
        .with(
            el("th", "dc-table__cell")
                .set("scope", "row")
                .set("data-label", words.desk.column_organization)
                .with(el("span", "").set("dir", "auto").with(name)),
        )
        .with(cell(words.desk.column_plan).with(of.plan.row().name))
        .with(cell(words.metadata_contribution).with(known(words.desk.known_metadata)))
        .with(cell(words.in_app_contribution).with(known(words.desk.known_in_app)))
        .with(cell(words.column_actions).with(many().with(action)))
        .into_any()
}
