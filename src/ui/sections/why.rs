//! The way of one finding, drawn from what was read to what leaves, and what can be tried with it; or why a text was not found.

use super::field::tone;
use super::stays::reason;
use super::{trial, why_not};
use crate::preview::{FIELD_RULE, Preview, Verdict};
use crate::state::{Event, Explaining, FindingId, State, Waterfall, found_text, same_elsewhere};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Icon, dynamic, el, icon, lozenge, many, small};
use leptos::prelude::*;

/// How much of a finding's text is repeated in the heading.
const HEADING: usize = 60;

/// The region. It is always there; what it says follows the selection.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.shown();
    let selected = page.memo(|state| state.selected);
    let pick = page.memo(|state| state.explain.pick.clone());
    let asking = RwSignal::new(false);
    let body = move || match (shown.get(), selected.get(), pick.get()) {
        (Some((shown, _)), Some(id), _) => lineage(page, &shown.0, id),
        (Some(_), None, Some(pick)) => why_not::answer(page, &pick),
        (_, None, None) | (None, _, _) => {
            many().with(el("p", "dc-empty").with(words.why_hint)).with(why_not::asking(page, asking)).into_any()
        }
    };
    el("section", "dc-card dc-why")
        .set("id", page.id("why"))
        .set("aria-label", words.why)
        .live("data-open", move || (selected.get().is_some() || pick.with(Option::is_some)).then_some(""))
        .with(dynamic(body))
        .into_any()
}

fn lineage(page: Page, preview: &Preview, id: FindingId) -> AnyView {
    let words = page.words;
    let Some((_, field, finding)) = id.of(preview) else { return ().into_any() };
    let Some(way) = Waterfall::of(preview, id) else { return ().into_any() };
    let leaves = field.decision == Verdict::Contribute;
    let heading = (words.why_title)(finding, &shortened(found_text(field, finding)), leaves);
    let close = el("button", "dc-button")
        .set("data-kind", "subtle")
        .set("aria-label", words.close)
        .press(page.press(|| Event::FindingLeft))
        .with(icon(Icon::Close));
    let never = el("button", "dc-button")
        .set("data-kind", "subtle")
        .press(page.press(move || Event::Explain(Explaining::NeverHidden(id))))
        .with(words.explain.never_hide);
    many()
        .with(
            el("div", "dc-lane__head")
                .with(el("span", "dc-tag").set("data-tone", tone(finding.entity)).with((words.entity)(finding.entity)))
                .with(el("h3", "dc-why__title").with(el("bdi", "").with(heading)))
                .with(never)
                .with(close),
        )
        .with(waterfall(page, preview, id, &way))
        .with(trial::view(page, finding.recognizer == FIELD_RULE))
        .into_any()
}

fn waterfall(page: Page, preview: &Preview, id: FindingId, way: &Waterfall) -> AnyView {
    let words = page.words;
    let Some((_, field, finding)) = id.of(preview) else { return ().into_any() };
    let nodes: Vec<_> = way.nodes.iter().filter(|node| !node.is_empty()).map(|node| format!("{}{node}", field.path)).collect();
    let place = if nodes.is_empty() { field.path.clone() } else { nodes.join(", ") };
    let raw = many()
        .with(el("bdi", "dc-why__raw").with(format!("“{}”", shortened(&way.raw))))
        .with(small((words.raw_place)(&field.label, finding.text.original)))
        .with(el("p", "dc-small").with(el("code", "dc-code").with(place)));
    let normalized =
        if way.undone.is_empty() { words.explain.read_as_is.to_owned() } else { (words.explain.undone)(&way.undone) };
    let turned = way.settled.then(|| small(words.explain.settled.to_owned()));
    let governed = many().with(reason(page, field)).with(assumed(page, field.assumption)).with(turned);
    let bytes = way.bytes.map(|bytes| small((words.explain.bytes)(bytes)));
    el("ol", "dc-why__steps")
        .with(step(words.raw, "raw", raw.into_any()))
        .with(step(words.explain.normalized, "normalized", normalized.into_any()))
        .with(step(words.found_by, "found", found(page, finding, way)))
        .with(step(words.operator_title, "operator", operators(page, preview, id, way)))
        .with(step(words.explain.leaves, "leaves", many().with(leaves(page, way)).with(bytes).into_any()))
        .with(step(words.governed_by, "governed", governed.into_any()))
        .into_any()
}

/// The winner with its reasons, and who lost against it, each with a bar as long as its score.
fn found(page: Page, finding: &crate::preview::FindingPreview, way: &Waterfall) -> AnyView {
    let words = page.words;
    let reason =
        |evidence: &crate::detect::Evidence| el("li", "").with((words.evidence)(evidence.kind, &evidence.detail)).into_any();
    let reasons: Vec<_> = way.reasons.iter().map(reason).collect();
    let loser = |loser: &crate::state::Loser| {
        let text = (words.explain.lost)(&loser.recognizer, loser.score);
        el("li", "").with(text).with(bar(loser.score.unwrap_or_default())).into_any()
    };
    let losers: Vec<_> = way.losers.iter().map(loser).collect();
    let lost = (!losers.is_empty()).then(|| el("ul", "dc-why__losers").set("aria-label", words.explain.losers).with(losers));
    many()
        .with((words.found_with)(&finding.recognizer, finding.score.value()))
        .with(bar(finding.score.value()))
        .with(el("ul", "dc-why__evidence").with(reasons))
        .with(lost)
        .into_any()
}

/// A bar as long as a share of a hundred. Drawn by attributes: strict policies allow no style of its own.
pub(super) fn bar(share: u8) -> AnyView {
    let level = el("path", "dc-bar__level").set("d", format!("M0 2H{}", share.min(100)));
    el("svg", "dc-bar")
        .set("viewBox", "0 0 100 4")
        .set("preserveAspectRatio", "none")
        .set("aria-hidden", "true")
        .set("focusable", "false")
        .with(el("path", "dc-bar__ground").set("d", "M0 2H100"))
        .with(level)
        .into_any()
}

fn operators(page: Page, preview: &Preview, id: FindingId, way: &Waterfall) -> AnyView {
    let words = page.words;
    let Some((_, _, finding)) = id.of(preview) else { return ().into_any() };
    let told = |step: &crate::transform::Step| {
        let parameters = (words.explain.parameters)(step);
        let about = (words.operator_about)(step.operator, finding.entity);
        el("li", "").with(about).with(el("span", "dc-small").with(parameters)).into_any()
    };
    let steps: Vec<_> = way.steps.iter().map(told).collect();
    many()
        .with(el("ol", "dc-why__chain").with(steps))
        .with(assumed(page, finding.assumption))
        .with(small((words.same_elsewhere)(same_elsewhere(preview, id))))
        .into_any()
}

fn leaves(page: Page, way: &Waterfall) -> AnyView {
    match way.leaves.as_deref() {
        None => page.words.explain.nothing_leaves_here.into_any(),
        Some("") => page.words.explain.leaves_empty.into_any(),
        Some(text) => el("bdi", "dc-why__raw").with(format!("“{}”", shortened(text))).into_any(),
    }
}

fn assumed(page: Page, assumption: bool) -> Option<AnyView> {
    assumption.then(|| many().with(" ").with(lozenge(page.words.our_assumption, Appearance::Neutral)).into_any())
}

fn step(name: &'static str, kind: &'static str, body: AnyView) -> AnyView {
    el("li", "dc-why__step")
        .set("data-step", kind)
        .with(el("h4", "dc-small").with(name))
        .with(el("div", "dc-why__body").with(body))
        .into_any()
}

/// The beginning of a text.
pub(super) fn shortened(text: &str) -> String {
    let mut characters = text.chars();
    let start: String = characters.by_ref().take(HEADING).collect();
    if characters.next().is_some() { format!("{start}…") } else { start }
}

/// What is said aloud of a text about which "why not?" was asked.
pub(super) fn announced(page: Page, state: &State) -> Option<String> {
    let pick = state.explain.pick.as_ref()?;
    Some((page.words.explain.why_not_title)(&shortened(&pick.text)))
}
