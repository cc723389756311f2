//! The dialog in which places are chosen for the list of exceptions.

use crate::policy::{Place, Switch};
use crate::state::{Candidate, Dialog as Open, Event, PlaceKind, Tab, candidates};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Dialog, changed, dialog, dynamic, el, many, pressed, tabs, text, typed};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many places are drawn at once; a search narrows the rest.
const DRAWN: usize = 100;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let open = page.is(|state| state.dialog == Some(Open::Exceptions));
    let value = page.memo(|state| state.draft.in_app_data.switch());
    let title = Signal::derive(move || (words.exceptions_add)(value.get()).to_owned());
    dialog(Dialog {
        id: page.id("picker-title"),
        open,
        title,
        close_label: words.close,
        close: page.callback(|| Event::DialogClosed),
        body: Arc::new(move || body(page, value)),
    })
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
    many()
        .with(tabs(&id, words.tabs, names, picker.tab))
        .with(
            el("div", "dc-dialog__body")
                .set("role", "tabpanel")
                .set("id", format!("{id}-panel"))
                .live("aria-labelledby", move || format!("{id}-{}", picker.tab.get()))
                .with(panel(picker)),
        )
        .with(
            el("div", "dc-dialog__foot")
                .with(
                    el("span", "dc-dialog__count")
                        .set("role", "status")
                        .with(text(move || (words.chosen)(picker.chosen.with(BTreeSet::len)))),
                )
                .with(
                    el("button", "dc-button")
                        .set("data-kind", "subtle")
                        .press(page.press(|| Event::DialogClosed))
                        .with(words.cancel),
                )
                .with(
                    el("button", "dc-button")
                        .set("data-kind", "primary")
                        .live("disabled", move || picker.chosen.with(BTreeSet::is_empty))
                        .press(pressed(add))
                        .with(text(move || (words.exceptions_add)(value.get()).to_owned())),
                ),
        )
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
            return el("p", "dc-empty").with(words.nothing_found).into_any();
        }
        let listed = listed.get();
        let rows: Vec<_> = rows.into_iter().map(|row| choice(picker, listed.contains(&row.place), row)).collect();
        el("ul", "dc-choices").with(rows).into_any()
    };
    let count = move || {
        let all = found.with(Vec::len);
        (words.found)(all.min(DRAWN), all)
    };
    many()
        .with(
            el("input", "dc-input")
                .set("type", "search")
                .set("autocomplete", "off")
                .set("spellcheck", "false")
                .live("aria-label", move || (words.search)(picker.tab()))
                .live("placeholder", move || (words.search)(picker.tab()))
                .property("value", move || picker.query.get())
                .on("input", typed(move |query| picker.query.set(query))),
        )
        .with(el("p", "dc-small").with(text(count)).with(". ").with(text(move || (words.tab_note)(picker.tab()).to_owned())))
        .with(dynamic(list))
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
    el("li", "")
        .with(
            el("label", "dc-choice")
                .with(
                    el("input", "dc-choice__box")
                        .set("type", "checkbox")
                        .set("disabled", listed)
                        .property("checked", checked)
                        .on("change", changed(toggle)),
                )
                .with(el("span", "dc-choice__name").set("dir", "auto").with(name))
                .with(el("span", "dc-choice__note").with(note)),
        )
        .into_any()
}
