//! The dialog in which places are chosen for the list of exceptions.

use crate::policy::{Place, Switch};
use crate::state::{Candidate, Dialog as Open, Event, PlaceKind, Tab, candidates};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Dialog, Tabs, changed, dynamic, pressed, text, typed};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// How many places are drawn at once; a search narrows the rest.
const DRAWN: usize = 100;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let open = page.is(|state| state.dialog == Some(Open::Exceptions));
    let value = page.memo(|state| state.draft.in_app_data.switch());
    let title = Signal::derive(move || (words.exceptions_add)(value.get()).to_owned());
    view! { class="dc",
        <Dialog id=page.id("picker-title") open title close_label=words.close close=page.callback(|| Event::DialogClosed)>
            {body(page, value)}
        </Dialog>
    }
    .into_any()
}

/// What the dialog remembers while it is open.
#[derive(Clone, Copy)]
struct Picker {
    page: Page,
    tab: RwSignal<usize>,
    query: RwSignal<String>,
    chosen: RwSignal<BTreeSet<Place>>,
}

impl Picker {
    fn tab(self) -> Tab {
        Tab::ALL[self.tab.get().min(Tab::ALL.len() - 1)]
    }
}

fn body(page: Page, value: Watch<Switch>) -> AnyView {
    let words = page.words;
    let picker = Picker { page, tab: RwSignal::new(0), query: RwSignal::new(String::new()), chosen: RwSignal::default() };
    let names = Tab::ALL.iter().map(|tab| (words.tab)(*tab)).collect();
    let id = page.id("picker");
    let add = move || {
        let chosen: Vec<_> = picker.chosen.get_untracked().into_iter().collect();
        page.send(Event::PlacesListed(chosen));
    };
    view! { class="dc",
        <Tabs id=id.clone() label=words.tabs names active=picker.tab />
        <div
            class="dc-dialog__body"
            role="tabpanel"
            id=format!("{id}-panel")
            aria-labelledby=move || format!("{id}-{}", picker.tab.get())
        >
            {panel(picker)}
        </div>
        <div class="dc-dialog__foot">
            <span class="dc-dialog__count" role="status">{text(move || (words.chosen)(picker.chosen.with(BTreeSet::len)))}</span>
            <button type="button" class="dc-button" data-kind="subtle" on:click=page.press(|| Event::DialogClosed)>{words.cancel}</button>
            <button
                type="button"
                class="dc-button"
                data-kind="primary"
                disabled=move || picker.chosen.with(BTreeSet::is_empty)
                on:click=pressed(add)
            >
                {text(move || (words.exceptions_add)(value.get()).to_owned())}
            </button>
        </div>
    }
    .into_any()
}

fn panel(picker: Picker) -> AnyView {
    let words = picker.page.words;
    let found = Watch::new(move || {
        let (tab, query) = (picker.tab(), picker.query.get());
        picker.page.with(|state| candidates(&state.given.organization, tab, &query))
    });
    let listed = picker.page.memo(|state| state.draft.in_app_data.exceptions().clone());
    let list = move || {
        let rows: Vec<_> = found.with(|found| found.iter().take(DRAWN).cloned().collect());
        if rows.is_empty() {
            return view! { class="dc", <p class="dc-empty">{words.nothing_found}</p> }.into_any();
        }
        let listed = listed.get();
        let rows: Vec<_> = rows.into_iter().map(|row| choice(picker, listed.contains(&row.place), row)).collect();
        view! { class="dc", <ul class="dc-choices">{rows}</ul> }.into_any()
    };
    let count = move || {
        let all = found.with(Vec::len);
        (words.found)(all.min(DRAWN), all)
    };
    view! { class="dc",
        <input
            type="search"
            class="dc-input"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || (words.search)(picker.tab())
            placeholder=move || (words.search)(picker.tab())
            prop:value=move || picker.query.get()
            on:input=typed(move |query| picker.query.set(query))
        />
        <p class="dc-small">{text(count)} ". " {text(move || (words.tab_note)(picker.tab()).to_owned())}</p>
        {dynamic(list)}
    }
    .into_any()
}

fn choice(picker: Picker, listed: bool, candidate: Candidate) -> AnyView {
    let words = picker.page.words;
    let Candidate { place, name, kind } = candidate;
    let detail = match &kind {
        PlaceKind::Space { key, app } => format!("{key} · {app}"),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => String::new(),
    };
    let note = if listed { words.already_listed.to_owned() } else { detail };
    let looked_up = place.clone();
    let checked = move || listed || picker.chosen.with(|chosen| chosen.contains(&looked_up));
    let toggle = move || {
        picker.chosen.update(|chosen| {
            if !chosen.remove(&place) {
                chosen.insert(place.clone());
            }
        });
    };
    view! { class="dc",
        <li>
            <label class="dc-choice">
                <input type="checkbox" class="dc-choice__box" disabled=listed prop:checked=checked on:change=changed(toggle) />
                <span class="dc-choice__name" dir="auto">{name}</span>
                <span class="dc-choice__note">{note}</span>
            </label>
        </li>
    }
    .into_any()
}
