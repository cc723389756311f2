//! The lineage of one finding: raw, found by, operator, governed by.

use super::field::tone;
use super::stays::reason;
use crate::preview::{Preview, Verdict};
use crate::state::{Event, FindingId, found_text, same_elsewhere};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Icon, dynamic, icon, lozenge};
use leptos::prelude::*;

/// How much of a finding's text is repeated in the heading.
const HEADING: usize = 60;

/// The region. It is always there; what it says follows the selection.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.shown();
    let selected = page.memo(|state| state.selected);
    let body = move || match (shown.get(), selected.get()) {
        (Some((shown, _)), Some(id)) => lineage(page, &shown.0, id),
        (_, None) | (None, Some(_)) => view! { class="dc", <p class="dc-empty">{words.why_hint}</p> }.into_any(),
    };
    view! { class="dc",
        <section class="dc-card dc-why" id=page.id("why") aria-label=words.why data-open=move || selected.get().map(|_| "")>{dynamic(body)}</section>
    }
    .into_any()
}

fn lineage(page: Page, preview: &Preview, id: FindingId) -> AnyView {
    let words = page.words;
    let Some((_, field, finding)) = id.of(preview) else { return ().into_any() };
    let text = found_text(field, finding).to_owned();
    let leaves = field.decision == Verdict::Contribute;
    let heading = (words.why_title)(finding, &shortened(&text), leaves);
    let assumed = |assumption: bool| {
        assumption.then(|| view! { class="dc", " " {lozenge(words.our_assumption, Appearance::Neutral)} }.into_any())
    };
    let evidence = |evidence: &crate::detect::Evidence| {
        view! { class="dc", <li>{(words.evidence)(evidence.kind, &evidence.detail)}</li> }.into_any()
    };
    let evidence: Vec<_> = finding.evidence.iter().map(evidence).collect();
    let found_by = view! { class="dc",
        {(words.found_with)(&finding.recognizer, finding.score.value())}
        <ul class="dc-why__evidence">{evidence}</ul>
    };
    let operator = view! { class="dc",
        {(words.operator_about)(finding.operator, finding.entity)} {assumed(finding.assumption)}
        <p class="dc-small">{(words.same_elsewhere)(same_elsewhere(preview, id))}</p>
    };
    let raw = view! { class="dc",
        <bdi class="dc-why__raw">{format!("“{}”", shortened(&text))}</bdi>
        <p class="dc-small">{(words.raw_place)(&field.label, finding.text.original)}</p>
    };
    view! { class="dc",
        <div class="dc-lane__head">
            <span class="dc-tag" data-tone=tone(finding.entity)>{(words.entity)(finding.entity)}</span>
            <h3 class="dc-why__title"><bdi>{heading}</bdi></h3>
            <button type="button" class="dc-button" data-kind="subtle" aria-label=words.close on:click=page.press(|| Event::FindingLeft)>
                {icon(Icon::Close)}
            </button>
        </div>
        <dl class="dc-why__steps">
            {step(words.raw, raw.into_any())}
            {step(words.found_by, found_by.into_any())}
            {step(words.operator_title, operator.into_any())}
            {step(words.governed_by, view! { class="dc", {reason(page, field)} {assumed(field.assumption)} }.into_any())}
        </dl>
    }
    .into_any()
}

fn step(name: &'static str, body: AnyView) -> AnyView {
    view! { class="dc", <div class="dc-why__step"><dt class="dc-small">{name}</dt> <dd class="dc-why__body">{body}</dd></div> }
        .into_any()
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(HEADING).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}
