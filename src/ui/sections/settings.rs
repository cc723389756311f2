//! The two switches, the plan that governs them, and the list of exceptions.

use super::{exceptions, plan, term};
use crate::policy::{Settings, Switch as Position};
use crate::state::{Act, Barrier, Choice, Event, Loading, Locked, Removal, State, Term};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Heard, Icon, Switch, Tone, dynamic, el, icon, many, maybe, message, small, switch, text};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let metadata = Row {
        id: "metadata",
        title: words.metadata_contribution,
        about: words.metadata_about,
        example: page.text(move |state| example(page, state)),
        choice: Choice::metadata,
        event: || Event::MetadataSwitched,
        exceptions: |_| 0,
        read: |settings| settings.metadata,
        removal: Removal::metadata,
        terms: &[Term::Metadata, Term::ContentAttribute, Term::CommonPattern, Term::Aggregated],
    };
    let in_app = Row {
        id: "in-app",
        title: words.in_app_contribution,
        about: words.in_app_about,
        example: Signal::derive(String::new),
        choice: Choice::in_app_data,
        event: || Event::InAppDataSwitched,
        exceptions: |state| state.in_view().in_app_data.exceptions().len(),
        read: |settings| settings.in_app_data.switch(),
        removal: Removal::in_app_data,
        terms: &[Term::InAppData, Term::DeIdentified],
    };
    many()
        .with(plan::view(page))
        .with(trouble(page))
        .with(
            el("div", "dc-card")
                .live("aria-busy", move || page.with(|state| (state.loading == Loading::Busy).then_some("true")))
                .with(row(page, metadata))
                .with(row(page, in_app))
                .with(exceptions::view(page)),
        )
        .with(benefits(page))
        .into_any()
}

/// One setting.
struct Row {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    example: Signal<String>,
    choice: fn(&State) -> Choice,
    event: fn() -> Event,
    exceptions: fn(&State) -> usize,
    read: fn(&Settings) -> Position,
    removal: fn(crate::policy::Instant) -> Removal,
    terms: &'static [Term],
}

fn row(page: Page, row: Row) -> AnyView {
    let Row { id, title, about, example, choice, event, exceptions, read, removal, terms } = row;
    let words = page.words;
    let (title_id, note_id) = (page.id(&format!("{id}-name")), page.id(&format!("{id}-note")));
    let of = choice;
    let choice = page.memo(choice);
    let exceptions = page.memo(exceptions);
    let editable = page.is(State::is_editable);
    let known = page.is(|state| state.saved().is_some());
    let movable = Signal::derive(move || editable.get() && matches!(choice.get(), Choice::Open { .. }));
    let on = Signal::derive(move || {
        let choice = choice.get();
        choice.position() == Position::On && (known.get() || matches!(choice, Choice::Locked(_)))
    });
    let control = Switch { labelledby: title_id.clone(), describedby: note_id.clone(), on, movable, press: page.callback(event) };
    let locked =
        move || matches!(choice.get(), Choice::Locked(Locked::ByPlan(_) | Locked::ByExclusion(_))).then(|| icon(Icon::Lock));
    el("div", "dc-setting")
        .with(
            el("div", "")
                .with(el("h3", "dc-setting__title").set("id", title_id.clone()).with(title))
                .with(el("p", "dc-setting__about").with(about).with(" ").with(text(move || example.get())))
                .with(term::terms(page, terms, id)),
        )
        .with(
            el("div", "dc-setting__control")
                .with(
                    el("div", "dc-setting__switch")
                        .with(switch(control))
                        .with(el("span", "dc-setting__position").with(text(move || position(page, known.get(), &choice.get()))))
                        .with(maybe(locked)),
                )
                .with(
                    el("p", "dc-small")
                        .set("id", note_id)
                        .with(text(move || (words.choice_note)(&choice.get(), exceptions.get()))),
                )
                .with(since(page, of, read, removal)),
        )
        .into_any()
}

/// Where a switch stands; a choice that could not be read stands nowhere.
fn position(page: Page, is_known: bool, choice: &Choice) -> String {
    match choice {
        Choice::Open { .. } if !is_known => page.words.desk.not_known.to_owned(),
        Choice::Open { .. } | Choice::Locked(_) => (page.words.position)(choice).to_owned(),
    }
}

/// What the metadata lane of the preview holds, so that the setting's words get a face: a number that was typed, and one that was computed.
fn example(page: Page, state: &State) -> String {
    let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
    let attributes = record.map_or(&[][..], |record| &record.contributed.metadata);
    let stated = attributes.iter().find(|attribute| attribute.derived.is_none() && attribute.value.is_number());
    let computed = attributes.iter().rfind(|attribute| attribute.derived.is_some());
    let worded = |attribute: &crate::preview::AttributePreview| {
        format!("{} {}", (page.words.attribute)(attribute.derived, &attribute.attribute).to_lowercase(), attribute.value)
    };
    let examples: Vec<_> = stated.into_iter().chain(computed).map(worded).collect();
    if examples.is_empty() { String::new() } else { (page.words.metadata_example)(&examples) }
}

/// Since when a switch stands as it does, by whom and why; and what is reported of what was contributed before it was switched off.
fn since(
    page: Page,
    choice: fn(&State) -> Choice,
    read: fn(&Settings) -> Position,
    removal: fn(crate::policy::Instant) -> Removal,
) -> AnyView {
    let words = page.words.desk;
    let facts = Watch::new(move || {
        page.with(|state| {
            let saved = state.saved().map(|saved| read(&saved.settings));
            let (value, locked) = (read(&state.draft), matches!(choice(state), Choice::Locked(_)));
            let begun = saved.filter(|saved| *saved != value && value == Position::Off).map(|_| state.given.now);
            (state.origin(read), value, begun, locked, state.given.now)
        })
    });
    dynamic(move || {
        let (origin, value, begun, locked, now) = facts.get();
        let origin = origin.filter(|_| !locked);
        let switched = origin.as_ref().filter(|origin| origin.is_change && value == Position::Off).map(|origin| origin.at);
        let gone = begun.or(switched).map(removal).filter(|removal| !removal.is_over(now) && !locked);
        let line = origin.as_ref().map(|origin| page.time(origin.at, (words.origin)(origin, page.local(origin.at), value)));
        let note = origin.filter(|origin| !origin.note.is_empty()).map(|origin| small((words.origin_note)(&origin.note)));
        many()
            .with(line.map(|line| el("p", "dc-small").with(line)))
            .with(note)
            .with(
                gone.and_then(|gone| page.now(|state| gone.local(state)))
                    .map(|gone| small((words.removal)(gone, begun.is_some()))),
            )
            .into_any()
    })
}

/// What contributing improves for everyone, and what does not depend on it.
fn benefits(page: Page) -> AnyView {
    let words = page.words.desk;
    let half = |title: &'static str, about: &'static str| {
        el("div", "").with(el("h3", "dc-setting__title").with(title)).with(el("p", "dc-small").with(about))
    };
    el("div", "dc-benefits")
        .with(half(words.everyone_title, words.everyone))
        .with(half(words.yours_title, words.yours))
        .into_any()
}

/// What stands in the way of changing anything, what is faulty, what is slow, what other tabs do.
fn trouble(page: Page) -> AnyView {
    let words = page.words.desk;
    let barrier = page.memo(State::barrier);
    let stands = maybe(move || {
        let barrier = barrier.get()?;
        let about = (words.barrier)(&barrier)?;
        let text = if matches!(barrier, Barrier::Excluded(_)) {
            let title = el("strong", "").with(words.excluded_title);
            many().with(title).with(el("p", "").with(about)).with(el("p", "").with(words.excluded_about)).into_any()
        } else {
            about.into_any()
        };
        let button = if matches!(barrier, Barrier::Failed(_) | Barrier::Forbidden) { try_again(page) } else { ().into_any() };
        Some(message(Tone::Warning, Heard::Soon, text, button))
    });
    let faults = page.memo(|state| (state.given.surroundings.faults.clone(), state.given.surroundings.is_sound));
    let faulty = maybe(move || {
        let (faults, is_sound) = faults.get();
        let line = |fault: &crate::policy::Error| el("li", "").with(el("code", "dc-code").with(fault.to_string())).into_any();
        let lines: Vec<_> = faults.iter().take(10).map(line).collect();
        let text = many().with((words.faults)(faults.len(), is_sound)).with(el("ul", "dc-list").with(lines));
        let tone = if is_sound { Tone::Information } else { Tone::Danger };
        (!faults.is_empty()).then(|| message(tone, Heard::Where, text.into_any(), ().into_any()))
    });
    let slow = page.is(|state| state.desk.is_slow && state.loading == Loading::Busy);
    let waiting =
        maybe(move || slow.get().then(|| message(Tone::Information, Heard::Soon, words.slow.into_any(), try_again(page))));
    many().with(stands).with(faulty).with(waiting).with(elsewhere(page)).into_any()
}

/// What other tabs of this browser do with these settings.
fn elsewhere(page: Page) -> AnyView {
    let words = page.words.desk;
    let elsewhere = page.memo(|state| state.desk.elsewhere.clone());
    maybe(move || {
        let elsewhere = elsewhere.get();
        if elsewhere.saved {
            let compare = el("button", "dc-button").press(page.act(|| Act::CompareAsked)).with(words.compare);
            return Some(message(Tone::Warning, Heard::Soon, words.elsewhere_saved.into_any(), compare.into_any()));
        }
        let tabs = elsewhere.editing.len();
        (tabs > 0).then(|| message(Tone::Information, Heard::Soon, (words.elsewhere_editing)(tabs).into_any(), ().into_any()))
    })
}

fn try_again(page: Page) -> AnyView {
    let words = page.words;
    el("button", "dc-button").press(page.press(|| Event::LoadAgain)).with(words.try_again).into_any()
}
