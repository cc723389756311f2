//! The list of places that differ from the organization's value.

use crate::policy::Place;
use crate::state::{Candidate, Dialog, Event, PlaceKind, State, listed};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, dynamic, heads, lozenge, maybe, small, table, text};
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
            return view! { class="dc", <p class="dc-empty">{(words.exceptions_none)(value.get())}</p> }.into_any();
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
    view! { class="dc",
        <div class="dc-exceptions">
            <div class="dc-exceptions__head">
                <h3 class="dc-setting__title">{text(move || (words.exceptions)(value.get()).to_owned())}</h3>
                <button
                    type="button"
                    class="dc-button"
                    aria-haspopup="dialog"
                    disabled=move || !editable.get()
                    on:click=page.press(|| Event::DialogOpened(Dialog::Exceptions))
                >
                    {text(move || (words.exceptions_add)(value.get()).to_owned())}
                </button>
            </div>
            {dynamic(body)}
            <p class="dc-small">{text(move || (words.new_spaces)(value.get()).to_owned())}</p>
            {maybe(kept)}
        </div>
    }
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
        PlaceKind::Space { key, .. } => Some(view! { class="dc", " " <code class="dc-code">{key.clone()}</code> }),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => None,
    };
    let since = if saved { words.saved_before.into_any() } else { lozenge(words.in_draft, Appearance::Information) };
    let label = (words.remove_place)(&name);
    let editable = page.is(State::is_editable);
    let remove = page.press(move || Event::PlaceUnlisted(Place::clone(&place)));
    view! { class="dc",
        <tr class="dc-table__row">
            <th scope="row" class="dc-table__cell" data-label=words.column_name><span dir="auto">{name}</span> {key}</th>
            <td class="dc-table__cell" data-label=words.column_kind>{(words.place_kind)(&kind)}</td>
            <td class="dc-table__cell" data-label=words.column_app>{(words.place_app)(&kind)}</td>
            <td class="dc-table__cell" data-label=words.column_since>{since}</td>
            <td class="dc-table__cell" data-label=words.column_actions>
                <button type="button" class="dc-button" data-kind="subtle" aria-label=label disabled=move || !editable.get() on:click=remove>
                    {words.remove}
                </button>
            </td>
        </tr>
    }
    .into_any()
}
