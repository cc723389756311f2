//! The list of findings: how many of each kind, one after the other.

use super::field::{element_id, tone};
use crate::detect::Entity;
use crate::preview::Preview;
use crate::state::{Event, FindingId, Step, all_findings, filtered, found_text, tally};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Icon, dynamic, icon, text};
use leptos::prelude::*;
use std::sync::Arc;

/// How many findings are listed at once.
const LISTED: usize = 300;

/// The card.
pub(super) fn view(page: Page, preview: &Preview, record: usize) -> AnyView {
    let words = page.words;
    let all = all_findings(preview, record).len();
    if all == 0 {
        return view! { class="dc", <p class="dc-empty">{words.findings_none}</p> }.into_any();
    }
    let tallies = tally(preview, record);
    let chips: Vec<_> = std::iter::once(chip(page, None, (words.all)(all)))
        .chain(tallies.iter().map(|tally| chip(page, Some(tally.entity), (words.entity_count)(tally.entity, tally.count))))
        .collect();
    let title = page.id("findings-title");
    view! { class="dc",
        <div class="dc-card dc-findings">
            <div class="dc-findings__head">
                <h3 class="dc-lane__title" id=title.clone()>{words.findings}</h3>
                <div class="dc-chips" role="group" aria-label=words.filter>{chips}</div>
                {steps(page)}
            </div>
            {list(page, title)}
        </div>
    }
    .into_any()
}

fn chip(page: Page, entity: Option<Entity>, label: String) -> AnyView {
    let chosen = move || page.with(|state| state.filter == entity);
    let press = page.press(move || Event::FilterChosen(entity));
    view! { class="dc",
        <button type="button" class="dc-chip" data-tone=entity.map(tone) aria-pressed=move || if chosen() { "true" } else { "false" } on:click=press>
            {label}
        </button>
    }
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
        view! { class="dc", <button type="button" class="dc-button" data-kind="icon" aria-label=label title=label on:click=press>{icon(shape)}</button> }
            .into_any()
    };
    view! { class="dc",
        <div class="dc-findings__steps">
            <span class="dc-small">{text(move || position().unwrap_or_default())}</span>
            {button(words.previous, Icon::Left, Step::Previous)}
            {button(words.next, Icon::Right, Step::Next)}
        </div>
    }
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
    view! { class="dc", <ul class="dc-findings__list" aria-labelledby=title>{dynamic(rows)}</ul> }.into_any()
}

fn row(page: Page, preview: &Preview, id: FindingId) -> Option<AnyView> {
    let (_, field, finding) = id.of(preview)?;
    let text = found_text(field, finding).to_owned();
    let becomes = (page.words.becomes)(finding, &field.label);
    let current = move || page.with(|state| (state.selected == Some(id)).then_some("true"));
    let press = page.press(move || Event::FindingSelected(id));
    Some(
        view! { class="dc",
            <li>
                <button type="button" class="dc-finding" aria-current=current on:click=press data-for=element_id(page, id)>
                    <span class="dc-finding__dot" data-tone=tone(finding.entity)></span>
                    <bdi class="dc-finding__text">{text}</bdi>
                    <span class="dc-finding__note">{becomes}</span>
                </button>
            </li>
        }
        .into_any(),
    )
}
