//! The lineage of one finding: raw, found by, operator, governed by.

use super::field::tone;
use super::stays::reason;
use crate::preview::{Preview, Verdict};
use crate::state::{Event, FindingId, found_text, same_elsewhere};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Icon, dynamic, el, icon, lozenge, many};
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
        (_, None) | (None, Some(_)) => el("p", "dc-empty").with(words.why_hint).into_any(),
    };
    el("section", "dc-card dc-why")
        .set("id", page.id("why"))
        .set("aria-label", words.why)
        .live("data-open", move || selected.get().map(|_| ""))
        .with(dynamic(body))
        .into_any()
}

fn lineage(page: Page, preview: &Preview, id: FindingId) -> AnyView {
    let words = page.words;
    let Some((_, field, finding)) = id.of(preview) else { return ().into_any() };
    let text = found_text(field, finding).to_owned();
    let leaves = field.decision == Verdict::Contribute;
    let heading = (words.why_title)(finding, &shortened(&text), leaves);
    let assumed = |assumption: bool| {
        assumption.then(|| many().with(" ").with(lozenge(words.our_assumption, Appearance::Neutral)).into_any())
    };
    let evidence =
        |evidence: &crate::detect::Evidence| el("li", "").with((words.evidence)(evidence.kind, &evidence.detail)).into_any();
    let evidence: Vec<_> = finding.evidence.iter().map(evidence).collect();
    let found_by = many()
        .with((words.found_with)(&finding.recognizer, finding.score.value()))
        .with(el("ul", "dc-why__evidence").with(evidence));
    let operator = many()
        .with((words.operator_about)(finding.operator, finding.entity))
        .with(assumed(finding.assumption))
        .with(el("p", "dc-small").with((words.same_elsewhere)(same_elsewhere(preview, id))));
    let raw = many()
        .with(el("bdi", "dc-why__raw").with(format!("“{}”", shortened(&text))))
        .with(el("p", "dc-small").with((words.raw_place)(&field.label, finding.text.original)));
    many()
        .with(
            el("div", "dc-lane__head")
                .with(el("span", "dc-tag").set("data-tone", tone(finding.entity)).with((words.entity)(finding.entity)))
                .with(el("h3", "dc-why__title").with(el("bdi", "").with(heading)))
                .with(
                    el("button", "dc-button")
                        .set("data-kind", "subtle")
                        .set("aria-label", words.close)
                        .press(page.press(|| Event::FindingLeft))
                        .with(icon(Icon::Close)),
                ),
        )
        .with(
            el("dl", "dc-why__steps")
                .with(step(words.raw, raw.into_any()))
                .with(step(words.found_by, found_by.into_any()))
                .with(step(words.operator_title, operator.into_any()))
                .with(step(words.governed_by, many().with(reason(page, field)).with(assumed(field.assumption)).into_any())),
        )
        .into_any()
}

fn step(name: &'static str, body: AnyView) -> AnyView {
    el("div", "dc-why__step").with(el("dt", "dc-small").with(name)).with(el("dd", "dc-why__body").with(body)).into_any()
}

fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(HEADING).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}
