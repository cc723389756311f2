//! The list of findings: how many of each kind, one after the other.

use super::field::{element_id, tone};
use crate::detect::Entity;
use crate::preview::Preview;
use crate::state::{Event, FindingId, Step, all_findings, filtered, found_text, tally};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Icon, dynamic, el, icon, text};
use leptos::prelude::*;
use std::sync::Arc;

/// How many findings are listed at once.
const LISTED: usize = 300;

/// The card.
pub(super) fn view(page: Page, preview: &Preview, record: usize) -> AnyView {
    let words = page.words;
    let all = all_findings(preview, record).len();
    if all == 0 {
        return el("p", "dc-empty").with(words.findings_none).into_any();
    }
    let tallies = tally(preview, record);
    let chips: Vec<_> = std::iter::once(chip(page, None, (words.all)(all)))
        .chain(tallies.iter().map(|tally| chip(page, Some(tally.entity), (words.entity_count)(tally.entity, tally.count))))
        .collect();
    let title = page.id("findings-title");
    el("div", "dc-card dc-findings")
        .with(
            el("div", "dc-findings__head")
                .with(el("h3", "dc-lane__title").set("id", title.clone()).with(words.findings))
                .with(el("div", "dc-chips").set("role", "group").set("aria-label", words.filter).with(chips))
                .with(steps(page)),
        )
        .with(list(page, title))
        .into_any()
}

fn chip(page: Page, entity: Option<Entity>, label: String) -> AnyView {
    let chosen = move || page.with(|state| state.filter == entity);
    let press = page.press(move || Event::FilterChosen(entity));
    el("button", "dc-chip")
        .set("data-tone", entity.map(tone))
        .live("aria-pressed", move || if chosen() { "true" } else { "false" })
        .press(press)
        .with(label)
        .into_any()
}

/// The ids that the filter leaves, and where the selected one stands among them.
fn ids(page: Page) -> Watch<Vec<FindingId>> {
    page.memo(|state| state.shown().map(|shown| filtered(&shown.0, state.record, state.filter)).unwrap_or_default())
}

fn steps(page: Page) -> AnyView {
    let words = page.words;
    let ids = ids(page);
    let position = move || {
        let selected = page.with(|state| state.selected)?;
        ids.with(|ids| ids.iter().position(|id| *id == selected).map(|index| (words.position_of)(index + 1, ids.len())))
    };
    let button = |label: &'static str, shape: Icon, direction: Step| {
        let press = page.press(move || Event::FindingStepped(direction));
        el("button", "dc-button")
            .set("data-kind", "icon")
            .set("aria-label", label)
            .set("title", label)
            .press(press)
            .with(icon(shape))
            .into_any()
    };
    el("div", "dc-findings__steps")
        .with(el("span", "dc-small").with(text(move || position().unwrap_or_default())))
        .with(button(words.previous, Icon::Left, Step::Previous))
        .with(button(words.next, Icon::Right, Step::Next))
        .into_any()
}

fn list(page: Page, title: String) -> AnyView {
    let ids = ids(page);
    let rows = move || {
        let Some(preview) = page.now(|state| state.shown().map(|shown| Arc::clone(&shown.0))).flatten() else {
            return ().into_any();
        };
        ids.with(|ids| ids.iter().take(LISTED).filter_map(|id| row(page, &preview, *id)).collect::<Vec<_>>().into_any())
    };
    el("ul", "dc-findings__list").set("aria-labelledby", title).with(dynamic(rows)).into_any()
}

fn row(page: Page, preview: &Preview, id: FindingId) -> Option<AnyView> {
    let (_, field, finding) = id.of(preview)?;
    let text = found_text(field, finding).to_owned();
    let becomes = (page.words.becomes)(finding, &field.label);
    let current = move || page.with(|state| (state.selected == Some(id)).then_some("true"));
    let press = page.press(move || Event::FindingSelected(id));
    Some(
        el("li", "")
            .with(
                el("button", "dc-finding")
                    .live("aria-current", current)
                    .press(press)
                    .set("data-for", element_id(page, id))
                    .with(el("span", "dc-finding__dot").set("data-tone", tone(finding.entity)))
                    .with(el("bdi", "dc-finding__text").with(text))
                    .with(el("span", "dc-finding__note").with(becomes)),
            )
            .into_any(),
    )
}
