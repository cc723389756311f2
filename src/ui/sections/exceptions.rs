//! The list of places that differ from the organization's value.

use crate::policy::Place;
use crate::state::{Candidate, Dialog, Event, PlaceKind, State, listed};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, dynamic, el, heads, lozenge, many, maybe, small, table, text};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One row of the list.
#[derive(Clone, PartialEq)]
struct Row {
    candidate: Candidate,
    saved: bool,
}

/// The list with its heading and its button.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let value = page.memo(|state| state.draft.in_app_data.switch());
    let rows = page.memo(rows);
    let editable = page.is(State::is_editable);
    let set_aside = page.memo(|state| state.set_aside.len());
    let body = move || {
        if rows.with(Vec::is_empty) {
            return el("p", "dc-empty").with((words.exceptions_none)(value.get())).into_any();
        }
        let names = [words.column_name, words.column_kind, words.column_app, words.column_since, words.column_actions];
        let cells: Vec<_> = rows.get().into_iter().map(|row| row_view(page, row)).collect();
        let caption = (words.exceptions)(value.get_untracked()).into_any();
        table(caption, heads(&names), cells.into_any())
    };
    let kept = move || {
        let count = set_aside.get();
        (count > 0).then(|| small((words.set_aside)(count, value.get().flipped())))
    };
    el("div", "dc-exceptions")
        .with(
            el("div", "dc-exceptions__head")
                .with(el("h3", "dc-setting__title").with(text(move || (words.exceptions)(value.get()).to_owned())))
                .with(
                    el("button", "dc-button")
                        .set("aria-haspopup", "dialog")
                        .live("disabled", move || !editable.get())
                        .press(page.press(|| Event::DialogOpened(Dialog::Exceptions)))
                        .with(text(move || (words.exceptions_add)(value.get()).to_owned())),
                ),
        )
        .with(dynamic(body))
        .with(el("p", "dc-small").with(text(move || (words.new_spaces)(value.get()).to_owned())))
        .with(maybe(kept))
        .into_any()
}

fn rows(state: &State) -> Vec<Row> {
    let nothing = BTreeSet::new();
    let same_list = |saved: &&crate::state::Saved| saved.settings.in_app_data.switch() == state.draft.in_app_data.switch();
    let saved = state.saved().filter(same_list).map_or(&nothing, |saved| saved.settings.in_app_data.exceptions());
    let row = |candidate: Candidate| Row { saved: saved.contains(&candidate.place), candidate };
    listed(&state.given.organization, state.draft.in_app_data.exceptions()).into_iter().map(row).collect()
}

fn row_view(page: Page, row: Row) -> AnyView {
    let words = page.words;
    let Row { candidate: Candidate { place, name, kind }, saved } = row;
    let key = match &kind {
        PlaceKind::Space { key, .. } => Some(many().with(" ").with(el("code", "dc-code").with(key.clone()))),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => None,
    };
    let since = if saved { words.saved_before.into_any() } else { lozenge(words.in_draft, Appearance::Information) };
    let label = (words.remove_place)(&name);
    let editable = page.is(State::is_editable);
    let remove = page.press(move || Event::PlaceUnlisted(Place::clone(&place)));
    el("tr", "dc-table__row")
        .with(
            el("th", "dc-table__cell")
                .set("scope", "row")
                .set("data-label", words.column_name)
                .with(el("span", "").set("dir", "auto").with(name))
                .with(key),
        )
        .with(el("td", "dc-table__cell").set("data-label", words.column_kind).with((words.place_kind)(&kind)))
        .with(el("td", "dc-table__cell").set("data-label", words.column_app).with((words.place_app)(&kind)))
        .with(el("td", "dc-table__cell").set("data-label", words.column_since).with(since))
        .with(
            el("td", "dc-table__cell").set("data-label", words.column_actions).with(
                el("button", "dc-button")
                    .set("data-kind", "subtle")
                    .set("aria-label", label)
                    .live("disabled", move || !editable.get())
                    .press(remove)
                    .with(words.remove),
            ),
        )
        .into_any()
}
