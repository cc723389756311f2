//! The preview: a record, and what would become of it.

use super::{findings, lanes, original, own, stays, toolbar, why};
use crate::preview::Preview;
use crate::state::{Engine, Event, Outcome, Refusal, Sandbox, Source};
use crate::ui::Page;
use crate::ui::widgets::{Heard, Look, Tone, disclosure, dynamic, el, many, maybe, message, small, text, typed};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let own_shown = page.is(|state| state.source == Source::Own);
    let refusal = page.memo(|state| match &state.outcome {
        Outcome::Refused(refusal) => Some(refusal.clone()),
        Outcome::Nothing | Outcome::Shown(_) => None,
    });
    let shown = page.shown();
    let busy = page.is(|state| state.is_working());
    let stays_open = RwSignal::new(false);
    let result = move || match (shown.get(), refusal.get()) {
        (Some((shown, record)), _) => drawn(page, &shown.0, record, stays_open),
        (None, Some(refusal)) => refused(page, &refusal),
        (None, None) => waiting(page),
    };
    many()
        .with(privacy(page))
        .with(toolbar::view(page))
        .with(maybe(move || own_shown.get().then(|| own::view(page))))
        .with(trouble(page))
        .with(el("div", "dc-result").live("aria-busy", move || busy.get().then_some("true")).with(dynamic(result)))
        .with(why::view(page))
        .with(misses(page))
        .into_any()
}

fn misses(page: Page) -> AnyView {
    let words = page.words;
    let text = many().with(el("strong", "").with(words.expect_misses)).with(" ").with(words.expect_misses_about);
    message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
}

fn drawn(page: Page, preview: &Preview, index: usize, stays_open: RwSignal<bool>) -> AnyView {
    let Some(record) = preview.records.get(index) else { return waiting(page) };
    many()
        .with(chooser(page, preview, index))
        .with(warnings(page, preview))
        .with(findings::view(page, preview, index))
        .with(
            el("div", "dc-lanes").with(original::view(page, record, index)).with(
                el("div", "dc-lanes__leaving")
                    .with(lanes::metadata(page, record))
                    .with(lanes::in_app_data(page, record, index))
                    .with(stays::view(page, record, stays_open)),
            ),
        )
        .into_any()
}

/// What the input was taken for, and which of several records is shown.
fn chooser(page: Page, preview: &Preview, index: usize) -> AnyView {
    let words = page.words;
    let own = page.now(|state| state.source == Source::Own).unwrap_or(false);
    let format = preview.format.filter(|_| own).map(|format| small((words.taken_for)(format)));
    let all = preview.records.len();
    let option = |(at, record): (usize, &crate::preview::RecordPreview)| {
        let name = (words.record_of)(at + 1, all, &record.id);
        el("option", "").set("value", at.to_string()).set("selected", at == index).with(name).into_any()
    };
    let chosen = move |id: String| page.send(Event::RecordChosen(id.parse().unwrap_or(0)));
    let select = (all > 1).then(|| {
        let options: Vec<_> = preview.records.iter().enumerate().map(option).collect();
        el("select", "dc-select").set("aria-label", words.record_chooser).on("change", typed(chosen)).with(options)
    });
    el("div", "dc-chooser").with(select).with(format).into_any()
}

fn warnings(page: Page, preview: &Preview) -> AnyView {
    let words = page.words;
    if preview.warnings.is_empty() {
        return ().into_any();
    }
    let item = |warning: &crate::record::parse::Warning| el("li", "").with((words.warning)(warning)).into_any();
    let items: Vec<_> = preview.warnings.iter().map(item).collect();
    let text = many().with(el("strong", "").with(words.warnings)).with(el("ul", "dc-list").with(items));
    message(Tone::Information, Heard::Where, text.into_any(), ().into_any())
}

fn refused(page: Page, refusal: &Refusal) -> AnyView {
    let words = page.words;
    let own = page.now(|state| state.source == Source::Own && !state.own.is_empty()).unwrap_or(false);
    let engine = refusal.is_of_engine();
    // Words about the own record stand beside its text box.
    let sentence = (!own || engine).then(|| (words.refusal)(refusal));
    let stays = own.then(|| many().with(" ").with(words.text_stays));
    el("div", "dc-blank")
        .set("data-refused", "")
        .with(el("strong", "").with(words.no_preview_title))
        .with(el("p", "").with(sentence).with(stays))
        .into_any()
}

fn waiting(page: Page) -> AnyView {
    let words = page.words;
    let idle = page.now(|state| state.source == Source::Own && state.own.trim().is_empty()).unwrap_or(false);
    if idle {
        return el("div", "dc-blank").with(el("p", "").with(words.nothing_yet)).into_any();
    }
    let bars: Vec<_> = (0..8).map(|_| el("div", "dc-skeleton").into_any()).collect();
    el("div", "dc-skeletons").set("aria-hidden", "true").with(bars).into_any()
}

/// What is promised, as strongly as this server lets it be proven.
fn privacy(page: Page) -> AnyView {
    let words = page.words;
    let engine = page.memo(|state| state.engine.clone());
    let points = move || {
        let sandbox = match engine.get() {
            Engine::Ready { sandbox, .. } => Some(sandbox),
            Engine::Starting | Engine::Restarting | Engine::Failed { .. } => None::<Sandbox>,
        };
        (words.make_sure)(sandbox).iter().map(|point| el("li", "").with(*point).into_any()).collect::<Vec<_>>().into_any()
    };
    many()
        .with(el("p", "dc-lead").with(text(move || (words.privacy)(&engine.get()))))
        .with(disclosure(Look::Plain, words.how_we_make_sure.into_any(), el("ul", "dc-list").with(dynamic(points)).into_any()))
        .into_any()
}

/// What is wrong with the engine, if anything is.
fn trouble(page: Page) -> AnyView {
    let words = page.words;
    let engine = page.memo(|state| state.engine.clone());
    maybe(move || {
        let text = (words.engine_trouble)(&engine.get())?;
        Some(message(Tone::Warning, Heard::Soon, text.into_any(), ().into_any()))
    })
}
