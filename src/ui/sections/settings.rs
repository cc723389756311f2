//! The two switches, the plan that governs them, and the list of exceptions.

use super::exceptions;
use crate::policy::{Plan, Switch as Position};
use crate::state::{Choice, Event, Loading, Locked, State};
use crate::ui::Page;
use crate::ui::locale::Deciding;
use crate::ui::widgets::{Heard, Icon, Switch, Tone, el, icon, many, maybe, message, switch, text};
use leptos::prelude::*;

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let deciding = page.text(move |state| deciding(page, state));
    let metadata = Row {
        id: "metadata",
        title: words.metadata_contribution,
        about: words.metadata_about,
        example: page.text(move |state| example(page, state)),
        choice: Choice::metadata,
        event: || Event::MetadataSwitched,
        exceptions: |_| 0,
    };
    let in_app = Row {
        id: "in-app",
        title: words.in_app_contribution,
        about: words.in_app_about,
        example: Signal::derive(String::new),
        choice: Choice::in_app_data,
        event: || Event::InAppDataSwitched,
        exceptions: |state| state.draft.in_app_data.exceptions().len(),
    };
    many()
        .with(el("p", "dc-lead").with(text(move || deciding.get())))
        .with(trouble(page))
        .with(
            el("div", "dc-card")
                .live("aria-busy", move || page.with(|state| (state.loading == Loading::Busy).then_some("true")))
                .with(row(page, metadata))
                .with(row(page, in_app))
                .with(exceptions::view(page)),
        )
        .with(el("p", "dc-small").with(words.own_experience))
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
}

fn row(page: Page, row: Row) -> AnyView {
    let Row { id, title, about, example, choice, event, exceptions } = row;
    let words = page.words;
    let (title_id, note_id) = (page.id(&format!("{id}-name")), page.id(&format!("{id}-note")));
    let choice = page.memo(choice);
    let exceptions = page.memo(exceptions);
    let editable = page.is(State::is_editable);
    let movable = Signal::derive(move || editable.get() && matches!(choice.get(), Choice::Open { .. }));
    let on = Signal::derive(move || choice.get().position() == Position::On);
    let control = Switch { labelledby: title_id.clone(), describedby: note_id.clone(), on, movable, press: page.callback(event) };
    let locked =
        move || matches!(choice.get(), Choice::Locked(Locked::ByPlan(_) | Locked::ByExclusion(_))).then(|| icon(Icon::Lock));
    el("div", "dc-setting")
        .with(
            el("div", "")
                .with(el("h3", "dc-setting__title").set("id", title_id.clone()).with(title))
                .with(el("p", "dc-setting__about").with(about).with(" ").with(text(move || example.get()))),
        )
        .with(
            el("div", "dc-setting__control")
                .with(
                    el("div", "dc-setting__switch")
                        .with(switch(control))
                        .with(el("span", "dc-setting__position").with(text(move || (words.position)(&choice.get()).to_owned())))
                        .with(maybe(locked)),
                )
                .with(
                    el("p", "dc-small")
                        .set("id", note_id)
                        .with(text(move || (words.choice_note)(&choice.get(), exceptions.get()))),
                ),
        )
        .into_any()
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

fn deciding(page: Page, state: &State) -> String {
    let (organization, now) = (&state.given.organization, state.given.now);
    let app_name =
        |id: &str| organization.apps.iter().find(|app| app.id == id).map_or_else(|| id.to_owned(), |app| app.name.clone());
    let deciding = organization.deciding(now);
    let app = deciding.map(|subscription| app_name(&subscription.app));
    let active: Vec<_> = organization.plans.iter().filter(|plan| plan.until.is_none_or(|until| now < until)).collect();
    let lower = active.iter().any(|subscription| subscription.plan != state.plan());
    let named = |subscription: &&&crate::policy::Subscription| {
        format!("{} {}", app_name(&subscription.app), subscription.plan.row().name)
    };
    let others: Vec<_> = active.iter().filter(|_| lower).map(|subscription| named(&subscription)).collect();
    let plan: Plan = state.plan();
    (page.words.deciding)(Deciding {
        plan: plan.row().name,
        app: app.as_deref(),
        trial: deciding.is_some_and(|subscription| subscription.trial),
        others: &others.join(", "),
    })
}

/// What stands in the way of changing anything.
fn trouble(page: Page) -> AnyView {
    let words = page.words;
    maybe(move || {
        let (text, again) = page.with(|state| match (&state.loading, state.given.organization.exclusions.first()) {
            (Loading::Failed { code }, _) => (Some((words.load_failed)(code)), true),
            (_, Some(code)) => (Some((words.excluded)(code)), false),
            (Loading::Busy, None) => (None, false),
            (Loading::Done(_), None) => (state.given.readonly.then(|| words.readonly.to_owned()), false),
        });
        let button = if again { try_again(page) } else { ().into_any() };
        Some(message(Tone::Warning, Heard::Soon, text?.into_any(), button))
    })
}

fn try_again(page: Page) -> AnyView {
    let words = page.words;
    el("button", "dc-button").press(page.press(|| Event::LoadAgain)).with(words.try_again).into_any()
}
