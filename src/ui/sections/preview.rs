//! The preview: a record, and what would become of it.

use super::{findings, lanes, original, own, stays, toolbar, why};
use crate::preview::Preview;
use crate::state::{Engine, Event, Outcome, Refusal, Sandbox, Source};
use crate::ui::Page;
use crate::ui::widgets::{Disclosure, Heard, Tone, dynamic, maybe, message, small, text, typed};
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
    let result = move || match (shown.get(), refusal.get()) {
        (Some((shown, record)), _) => drawn(page, &shown.0, record),
        (None, Some(refusal)) => refused(page, &refusal),
        (None, None) => waiting(page),
    };
    view! { class="dc",
        {privacy(page)}
        {toolbar::view(page)}
        {maybe(move || own_shown.get().then(|| own::view(page)))}
        {trouble(page)}
        <div class="dc-result" aria-busy=move || busy.get().then_some("true")>{dynamic(result)}</div>
        {why::view(page)}
        {misses(page)}
    }
    .into_any()
}

fn misses(page: Page) -> AnyView {
    let words = page.words;
    let text = view! { class="dc", <strong>{words.expect_misses}</strong> " " {words.expect_misses_about} };
    message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
}

fn drawn(page: Page, preview: &Preview, index: usize) -> AnyView {
    let Some(record) = preview.records.get(index) else { return waiting(page) };
    view! { class="dc",
        {chooser(page, preview, index)}
        {warnings(page, preview)}
        {findings::view(page, preview, index)}
        <div class="dc-lanes">
            {original::view(page, record, index)}
            <div class="dc-lanes__leaving">
                {lanes::metadata(page, record)}
                {lanes::in_app_data(page, record, index)}
                {stays::view(page, record)}
            </div>
        </div>
    }
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
        view! { class="dc", <option value=at.to_string() selected=at == index>{name}</option> }.into_any()
    };
    let chosen = move |id: String| page.send(Event::RecordChosen(id.parse().unwrap_or(0)));
    let select = (all > 1).then(|| {
        let options: Vec<_> = preview.records.iter().enumerate().map(option).collect();
        view! { class="dc", <select class="dc-select" aria-label=words.record_chooser on:change=typed(chosen)>{options}</select> }
    });
    view! { class="dc", <div class="dc-chooser">{select} {format}</div> }.into_any()
}

fn warnings(page: Page, preview: &Preview) -> AnyView {
    let words = page.words;
    if preview.warnings.is_empty() {
        return ().into_any();
    }
    let item = |warning: &crate::record::parse::Warning| {
        view! { class="dc", <li>{(words.warning)(&warning.code, warning.path.as_deref())}</li> }.into_any()
    };
    let items: Vec<_> = preview.warnings.iter().map(item).collect();
    let text = view! { class="dc", <strong>{words.warnings}</strong> <ul class="dc-list">{items}</ul> };
    message(Tone::Information, Heard::Where, text.into_any(), ().into_any())
}

fn refused(page: Page, refusal: &Refusal) -> AnyView {
    let words = page.words;
    let own = page.now(|state| state.source == Source::Own && !state.own.is_empty()).unwrap_or(false);
    let engine = refusal.is_of_engine();
    // Words about the own record stand beside its text box.
    let sentence = (!own || engine).then(|| (words.refusal)(refusal));
    let stays = own.then(|| view! { class="dc", " " {words.text_stays} });
    view! { class="dc",
        <div class="dc-blank" data-refused="">
            <strong>{words.no_preview_title}</strong>
            <p>{sentence} {stays}</p>
        </div>
    }
    .into_any()
}

fn waiting(page: Page) -> AnyView {
    let words = page.words;
    let idle = page.now(|state| state.source == Source::Own && state.own.trim().is_empty()).unwrap_or(false);
    if idle {
        return view! { class="dc", <div class="dc-blank"><p>{words.nothing_yet}</p></div> }.into_any();
    }
    let bars: Vec<_> = (0..8).map(|_| view! { class="dc", <div class="dc-skeleton"></div> }.into_any()).collect();
    view! { class="dc", <div class="dc-skeletons" aria-hidden="true">{bars}</div> }.into_any()
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
        (words.make_sure)(sandbox)
            .iter()
            .map(|point| view! { class="dc", <li>{*point}</li> }.into_any())
            .collect::<Vec<_>>()
            .into_any()
    };
    view! { class="dc",
        <p class="dc-lead">{text(move || (words.privacy)(&engine.get()))}</p>
        <Disclosure summary=words.how_we_make_sure.into_any()><ul class="dc-list">{dynamic(points)}</ul></Disclosure>
    }
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
