//! The list of findings: how many of each kind, one after the other.

use super::field::{target, tone};
use crate::detect::Entity;
use crate::preview::Preview;
use crate::state::{Event, FindingId, Step, Tally, filtered, found_text, tally};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Icon, Row, Rows, dynamic, el, icon, key, many, maybe, text};
use leptos::prelude::*;
use std::hash::Hash;
use std::sync::Arc;

/// How many findings are listed at once.
const LISTED: usize = 300;

/// The card.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let tallies = page.memo(|state| state.shown().map(|shown| tally(&shown.0, state.record)).unwrap_or_default());
    let chips = move || {
        let tallies = tallies.get();
        let all = tallies.iter().map(|tally| tally.count).sum();
        let one = |tally: &Tally| chip(page, Some(tally.entity), (words.entity_count)(tally.entity, tally.count));
        std::iter::once(chip(page, None, (words.all)(all))).chain(tallies.iter().map(one)).collect::<Vec<_>>().into_any()
    };
    let none = move || tallies.with(Vec::is_empty);
    let title = page.id("findings-title");
    let ids = page.memo(|state| state.shown().map(|shown| filtered(&shown.0, state.record, state.filter)).unwrap_or_default());
    many()
        .with(maybe(move || none().then(|| el("p", "dc-empty").with(words.findings_none).into_any())))
        .with(
            el("div", "dc-card dc-findings")
                .live("hidden", none)
                .with(
                    el("div", "dc-findings__head")
                        .with(el("h3", "dc-lane__title").set("id", title.clone()).with(words.findings))
                        .with(el("div", "dc-chips").set("role", "group").set("aria-label", words.filter).with(dynamic(chips)))
                        .with(steps(page, ids)),
                )
                .with(el("ul", "dc-findings__list").set("aria-labelledby", title).rows(rows(page, ids))),
        )
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

fn steps(page: Page, ids: Watch<Vec<FindingId>>) -> AnyView {
    let words = page.words;
    let position = move || {
        let selected = page.with(|state| state.selected)?;
        ids.with(|ids| ids.iter().position(|id| *id == selected).map(|index| (words.position_of)(index + 1, ids.len())))
    };
    let button = |(label, title): (&'static str, String), shortcut: &'static str, shape: Icon, direction: Step| {
        let press = page.press(move || Event::FindingStepped(direction));
        el("button", "dc-button")
            .set("data-kind", "icon")
            .set("aria-label", label)
            .set("title", title)
            .set("aria-keyshortcuts", shortcut)
            .press(press)
            .with(icon(shape))
            .into_any()
    };
    el("div", "dc-findings__steps")
        .with(el("span", "dc-small").with(text(move || position().unwrap_or_default())))
        .with(button((words.previous, format!("{} (K)", words.previous)), "K", Icon::Left, Step::Previous))
        .with(button((words.next, format!("{} (J)", words.next)), "J", Icon::Right, Step::Next))
        .into_any()
}

fn rows(page: Page, ids: Watch<Vec<FindingId>>) -> Rows {
    let shown = page.shown();
    let row = move |preview: &Arc<Preview>, id: FindingId| {
        let (_, field, finding) = id.of(preview)?;
        let (text, becomes) = (found_text(field, finding), (page.words.becomes)(finding, &field.label));
        let key = key(&|hasher| (id, text, &becomes, tone(finding.entity)).hash(hasher));
        let preview = Arc::clone(preview);
        Some(Row { key, draw: Box::new(move || row(page, &preview, id).unwrap_or_else(|| ().into_any())) })
    };
    Box::new(move || {
        let Some((shown, _)) = shown.get() else { return Vec::new() };
        ids.with(|ids| ids.iter().take(LISTED).filter_map(|id| row(&shown.0, *id)).collect())
    })
}

fn row(page: Page, preview: &Preview, id: FindingId) -> Option<AnyView> {
    let (_, field, finding) = id.of(preview)?;
    let text = found_text(field, finding).to_owned();
    let becomes = (page.words.becomes)(finding, &field.label);
    Some(
        el("li", "")
            .with(
                el("button", "dc-finding")
                    .set("data-target", target(id))
                    .with(el("span", "dc-finding__dot").set("data-tone", tone(finding.entity)))
                    .with(el("bdi", "dc-finding__text").with(text))
                    .with(el("span", "dc-finding__note").with(becomes)),
            )
            .into_any(),
    )
}
