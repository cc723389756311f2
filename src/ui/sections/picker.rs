//! The dialog in which places are chosen for the list of exceptions.

use crate::policy::{Place, Switch};
use crate::state::{Candidate, Dialog as Open, Directory, Event, PlaceKind, Refusal, Standing, Tab, decode, keys};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{
    Dialog, Listener, Look, changed, dialog, disclosure, dynamic, el, follow, many, maybe, pressed, small, tabs, text, typed,
};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

/// How many places are drawn at first, and with each asking for more.
const DRAWN: usize = 50;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let open = page.is(|state| state.dialog == Some(Open::Exceptions));
    let value = page.memo(|state| state.draft.in_app_data.switch());
    // What was chosen outlives the dialog; it is for one list, and not for the other.
    let chosen = RwSignal::new(BTreeSet::new());
    follow(move || {
        value.with(|_| ());
        chosen.set(BTreeSet::new());
    });
    let title = Signal::derive(move || (words.exceptions_add)(value.get()).to_owned());
    dialog(Dialog {
        id: page.id("picker-title"),
        open,
        title,
        close_label: words.close,
        close: page.callback(|| Event::DialogClosed),
        body: Arc::new(move || body(page, value, chosen)),
    })
}

/// What the dialog remembers while it is open. Directory and list do not change meanwhile: the dialog is modal.
#[derive(Clone, Copy)]
struct Picker {
    page: Page,
    directory: StoredValue<Arc<Directory>>,
    listed: StoredValue<Arc<BTreeSet<Place>>>,
    open: StoredValue<Vec<bool>>,
    tab: RwSignal<usize>,
    query: RwSignal<String>,
    drawn: RwSignal<usize>,
    chosen: RwSignal<BTreeSet<Place>>,
}

impl Picker {
    fn tab(self) -> Tab {
        Tab::ALL[self.tab.get().min(Tab::ALL.len() - 1)]
    }

    fn is_listed(self, place: &Place) -> bool {
        self.listed.with_value(|listed| listed.contains(place))
    }

    fn at(self, number: usize) -> Option<Candidate> {
        self.directory.with_value(|directory| directory.at(number).cloned())
    }
}

fn body(page: Page, value: Watch<Switch>, chosen: RwSignal<BTreeSet<Place>>) -> AnyView {
    let words = page.words;
    let Some((directory, listed)) = page.now(|state| (Arc::clone(&state.desk.directory), state.draft.in_app_data.shared()))
    else {
        return ().into_any();
    };
    let count = |tab: &Tab| (words.desk.tab_count)(*tab, directory.count(*tab));
    let names = Tab::ALL.iter().map(count).collect();
    let open = StoredValue::new(directory.open(&listed));
    let (directory, listed) = (StoredValue::new(Arc::clone(&directory)), StoredValue::new(listed));
    let (tab, query, drawn) = (RwSignal::new(0), RwSignal::new(String::new()), RwSignal::new(DRAWN));
    let picker = Picker { page, directory, listed, open, tab, query, drawn, chosen };
    let id = page.id("picker");
    let add = move || {
        let chosen: Vec<_> = picker.chosen.get_untracked().into_iter().collect();
        picker.chosen.set(BTreeSet::new());
        page.send(Event::PlacesListed(chosen));
    };
    let panel = el("div", "dc-dialog__body")
        .set("role", "tabpanel")
        .set("id", format!("{id}-panel"))
        .live("aria-labelledby", move || format!("{id}-{}", picker.tab.get()))
        .with(panel(picker));
    let id = page.id("picker");
    let foot = el("div", "dc-dialog__foot")
        .with(
            el("span", "dc-dialog__count")
                .set("role", "status")
                .with(text(move || (words.chosen)(picker.chosen.with(BTreeSet::len)))),
        )
        .with(el("button", "dc-button").set("data-kind", "subtle").press(page.press(|| Event::DialogClosed)).with(words.cancel))
        .with(
            el("button", "dc-button")
                .set("data-kind", "primary")
                .live("disabled", move || picker.chosen.with(BTreeSet::is_empty))
                .press(pressed(add))
                .with(text(move || (words.exceptions_add)(value.get()).to_owned())),
        );
    many().with(tabs(&id, words.tabs, names, picker.tab)).with(panel).with(foot).into_any()
}

fn panel(picker: Picker) -> AnyView {
    let words = picker.page.words;
    let found = Watch::new(move || {
        let (tab, query) = (picker.tab(), picker.query.get());
        picker.directory.with_value(|directory| directory.find(tab, &query))
    });
    let search = move |query| {
        picker.drawn.set(DRAWN);
        picker.query.set(query);
    };
    let nothing = move || match picker.query.with(|query| query.trim().is_empty()) {
        true => (words.desk.no_places)(picker.tab()),
        false => words.nothing_found,
    };
    let list = move || {
        let rows: Vec<_> = found.with(|found| found.iter().take(picker.drawn.get()).copied().collect());
        if rows.is_empty() {
            return el("p", "dc-empty").with(nothing()).into_any();
        }
        let rows: Vec<_> = rows.into_iter().filter_map(|row| picker.at(row)).map(|row| choice(picker, row)).collect();
        el("ul", "dc-choices").with(rows).into_any()
    };
    let is_spaces = move || picker.tab() == Tab::Spaces;
    many()
        .with(
            el("input", "dc-input")
                .set("type", "search")
                .set("autocomplete", "off")
                .set("spellcheck", "false")
                .live("aria-label", move || (words.search)(picker.tab()))
                .live("placeholder", move || (words.search)(picker.tab()))
                .property("value", move || picker.query.get())
                .on("input", typed(search)),
        )
        .with(el("p", "dc-small").with(text(move || (words.tab_note)(picker.tab()).to_owned())))
        .with(every(picker, found))
        .with(dynamic(list))
        .with(rest(picker, found))
        .with(maybe(move || is_spaces().then(|| disclosure(Look::Plain, words.desk.paste, paste(picker)))))
        .into_any()
}

/// How many are found, and all of them at once.
fn every(picker: Picker, found: Watch<Vec<usize>>) -> AnyView {
    let words = picker.page.words;
    let open = move |row: usize| picker.open.with_value(|open| open.get(row).copied().unwrap_or_default());
    let count = Watch::new(move || found.with(|found| found.iter().filter(|row| open(**row)).count()));
    let select = move || {
        let rows = found.with(|found| found.iter().copied().filter(|row| open(*row)).collect::<Vec<_>>());
        let places = rows.into_iter().filter_map(|row| picker.at(row)).map(|candidate| candidate.place);
        picker.chosen.update(|chosen| chosen.extend(places));
    };
    let clear = move || picker.chosen.set(BTreeSet::new());
    let found_count = move || {
        let all = found.with(Vec::len);
        (words.found)(all.min(picker.drawn.get()), all)
    };
    let is_any = Signal::derive(move || picker.chosen.with(|chosen| !chosen.is_empty()));
    el("div", "dc-selection")
        .with(el("span", "dc-small").set("role", "status").with(text(found_count)))
        .with(
            el("button", "dc-button")
                .set("data-kind", "subtle")
                .live("disabled", move || count.get() == 0)
                .press(pressed(select))
                .with(text(move || (words.desk.select_found)(count.get()))),
        )
        .with(maybe(move || {
            let button = || el("button", "dc-button").set("data-kind", "subtle").press(pressed(clear));
            is_any.get().then(|| button().with(words.desk.clear_selection).into_any())
        }))
        .into_any()
}

/// More rows, where not all are drawn.
fn rest(picker: Picker, found: Watch<Vec<usize>>) -> AnyView {
    let words = picker.page.words.desk;
    maybe(move || {
        let more = found.with(Vec::len).saturating_sub(picker.drawn.get()).min(DRAWN);
        let button = || el("button", "dc-button").press(pressed(move || picker.drawn.update(|drawn| *drawn += DRAWN)));
        (more > 0).then(|| button().with((words.more)(more)).into_any())
    })
}

fn choice(picker: Picker, candidate: Candidate) -> AnyView {
    let words = picker.page.words;
    let Candidate { place, name, kind, standing } = candidate;
    let detail = match &kind {
        PlaceKind::Space { key, app } => format!("{key} · {app}"),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => String::new(),
    };
    let listed = picker.is_listed(&place);
    let note = match (listed, standing) {
        (true, _) => words.already_listed.to_owned(),
        (false, Standing::Listable) => detail,
        (false, Standing::FollowsOrganization | Standing::NotCovered) => (words.desk.standing)(standing).to_owned(),
    };
    let looked_up = place.clone();
    let checked = move || listed || picker.chosen.with(|chosen| chosen.contains(&looked_up));
    let toggle = move || {
        picker.chosen.update(|chosen| {
            if !chosen.remove(&place) {
                chosen.insert(place.clone());
            }
        });
    };
    let is_closed = listed || standing != Standing::Listable;
    el("li", "")
        .with(
            el("label", "dc-choice")
                .set("data-closed", is_closed)
                .with(
                    el("input", "dc-choice__box")
                        .set("type", "checkbox")
                        .set("disabled", is_closed)
                        .property("checked", checked)
                        .on("change", changed(toggle)),
                )
                .with(el("span", "dc-choice__name").set("dir", "auto").with(name))
                .with(el("span", "dc-choice__note").with(note)),
        )
        .into_any()
}

/// A box for space keys: what it knows of them is said while they are typed, and nothing of them is dropped unsaid.
fn paste(picker: Picker) -> AnyView {
    let words = picker.page.words.desk;
    let (input, refused) = (RwSignal::new(String::new()), RwSignal::new(None::<Refusal>));
    let read = Watch::new(move || {
        let listed = picker.listed.get_value();
        input.with(|input| picker.directory.with_value(|directory| keys(input, directory, &listed)))
    });
    let take = move || {
        picker.chosen.update(|chosen| chosen.extend(read.get_untracked().places));
    };
    let said = maybe(move || {
        let pasted = read.get();
        let unknown = (!pasted.unknown.is_empty()).then(|| {
            let key = |key: &String| el("li", "").with(el("code", "dc-code").with(key.clone())).into_any();
            let keys: Vec<_> = pasted.unknown.iter().map(key).collect();
            many().with(small((words.pasted_unknown)(keys.len()))).with(el("ul", "dc-keys").with(keys))
        });
        let found = small((words.pasted)(&pasted));
        let is_blank = input.with(|input| input.trim().is_empty());
        (!is_blank).then(|| el("div", "").set("role", "status").with(found).with(unknown).into_any())
    });
    let (id, file_id) = (picker.page.id("paste"), picker.page.id("paste-file"));
    el("div", "dc-paste")
        .with(small(words.paste_about.to_owned()))
        .with(el("label", "dc-label").set("for", id.clone()).with(words.paste_label))
        .with(
            el("textarea", "dc-own__text")
                .set("id", id)
                .set("spellcheck", "false")
                .set("autocomplete", "off")
                .property("value", move || input.get())
                .on("input", typed(move |text| input.set(text))),
        )
        .with(el("label", "dc-label").set("for", file_id.clone()).with(words.paste_file))
        .with(
            el("input", "dc-input")
                .set("type", "file")
                .set("accept", ".csv,.txt,text/csv,text/plain")
                .set("id", file_id)
                .on("change", picked(refused, input)),
        )
        .with(maybe(move || refused.get().map(|refusal| small((picker.page.words.refusal)(&refusal)))))
        .with(said)
        .with(
            el("button", "dc-button")
                .live("disabled", move || read.with(|pasted| pasted.places.is_empty()))
                .press(pressed(take))
                .with(words.paste_take),
        )
        .into_any()
}

/// Puts the text of a file that was chosen into the box; one that is no text says so and changes nothing.
fn picked(refused: RwSignal<Option<Refusal>>, input: RwSignal<String>) -> Listener {
    Box::new(move |event| {
        let files = event_target::<HtmlInputElement>(&event).files();
        let Some(file) = files.and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let bytes = match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec(),
                Err(_) => vec![0xff],
            };
            let (text, refusal) = match decode(&bytes) {
                Ok(text) => (Some(text), None),
                Err(refusal) => (None, Some(refusal)),
            };
            refused.try_set(refusal);
            if let Some(text) = text {
                input.try_set(text);
            }
        });
    })
}
