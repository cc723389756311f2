//! The list of places that differ from the organization's value: searched, sorted, reduced to a kind, selected, removed, in pages.

use crate::policy::Place;
use crate::state::{Act, Column, Dialog, Event, Listed, Listing, Look, PAGE, PlaceKind, Since, State, Tab, app_of, pages};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{Appearance, Pager, changed, dynamic, el, lozenge, many, maybe, pager, pressed, small, text, typed};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the table remembers.
#[derive(Clone, Copy)]
struct Table {
    page: Page,
    all: Watch<Listing>,
    look: RwSignal<Look>,
    at: RwSignal<usize>,
    chosen: RwSignal<BTreeSet<Place>>,
    found: Watch<Vec<usize>>,
}

/// The list with its heading and its buttons.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let value = page.memo(|state| state.in_view().in_app_data.switch());
    let all = page.memo(rows);
    let look = RwSignal::new(Look::default());
    let found = Watch::new(move || all.with(|all| look.with(|look| all.find(look))));
    let table = Table { page, all, look, at: RwSignal::new(0), chosen: RwSignal::default(), found };
    let set_aside = page.memo(|state| state.set_aside.len());
    let is_empty = Signal::derive(move || all.with(|all| all.0.is_empty()));
    let known = page.is(|state| state.saved().is_some());
    let body = move || match is_empty.get() {
        true if !known.get() => el("p", "dc-empty").with(words.desk.not_known).into_any(),
        true => el("p", "dc-empty").with((words.exceptions_none)(value.get())).into_any(),
        false => many().with(tools(table)).with(dynamic(move || grid(table))).with(turn(table)).into_any(),
    };
    // Nothing is promised on settings that are not here; the line keeps its place.
    let new_spaces = move || if known.get() { (words.new_spaces)(value.get()).to_owned() } else { "\u{a0}".to_owned() };
    let kept = move || {
        let count = set_aside.get();
        (count > 0).then(|| small((words.set_aside)(count, value.get().flipped())))
    };
    el("div", "dc-exceptions")
        .with(
            el("div", "dc-exceptions__head")
                .with(el("h3", "dc-setting__title").with(text(move || (words.exceptions)(value.get()).to_owned())))
                .with(openers(page)),
        )
        .with(dynamic(body))
        .with(el("p", "dc-small").with(text(new_spaces)))
        .with(maybe(kept))
        .into_any()
}

fn openers(page: Page) -> AnyView {
    let words = page.words;
    let editable = page.is(State::is_editable);
    let value = page.memo(|state| state.in_view().in_app_data.switch());
    let opener = move |dialog: Dialog| {
        el("button", "dc-button")
            .set("aria-haspopup", "dialog")
            .live("disabled", move || !editable.get())
            .press(page.press(move || Event::DialogOpened(dialog)))
    };
    el("div", "dc-exceptions__buttons")
        .with(opener(Dialog::Sensitive).with(words.desk.sensitive))
        .with(opener(Dialog::Exceptions).with(text(move || (words.exceptions_add)(value.get()).to_owned())))
        .into_any()
}

fn rows(state: &State) -> Listing {
    Listing::new(&state.desk.directory, state.in_view().in_app_data.exceptions(), |place| state.since(place))
}

/// Search, kinds, and what can be done with the selection.
fn tools(table: Table) -> AnyView {
    let Table { page, all, look, at, chosen, found } = table;
    let words = page.words.desk;
    let change = move |change: &dyn Fn(&mut Look)| {
        at.set(0);
        look.update(|look| change(look));
    };
    let chip = move |kind: Option<Tab>| {
        let count = move || all.with(|all| kind.map_or(all.0.len(), |kind| all.count(kind)));
        el("button", "dc-chip")
            .live("aria-pressed", move || if look.with(|look| look.kind == kind) { "true" } else { "false" })
            .press(pressed(move || change(&|look| look.kind = kind)))
            .with(text(move || (words.kind_count)(kind, count())))
            .into_any()
    };
    let chips: Vec<_> = [None].into_iter().chain(Tab::ALL.map(Some)).map(chip).collect();
    let count = move || (words.matching)(found.with(Vec::len), all.with(|all| all.0.len()));
    let search = el("input", "dc-input dc-exceptions__search")
        .set("type", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("aria-label", words.search)
        .set("placeholder", words.search)
        .property("value", move || look.with(|look| look.query.clone()))
        .on("input", typed(move |query| change(&|look| look.query.clone_from(&query))));
    el("div", "dc-exceptions__tools")
        .with(search)
        .with(el("div", "dc-chips").set("role", "group").set("aria-label", words.kinds).with(chips))
        .with(el("span", "dc-small").set("role", "status").with(text(count)))
        .with(maybe(move || (!chosen.with(BTreeSet::is_empty)).then(|| selection(table))))
        .into_any()
}

/// What can be done with what is selected.
fn selection(table: Table) -> AnyView {
    let Table { page, all, chosen, found, .. } = table;
    let words = page.words.desk;
    let count = Signal::derive(move || chosen.with(BTreeSet::len));
    let matching = Signal::derive(move || found.with(Vec::len));
    let remove = move || {
        let places = chosen.get_untracked().into_iter().collect();
        chosen.set(BTreeSet::new());
        page.send(Event::Desk(Act::PlacesUnlisted(places)));
    };
    let select = move || {
        let places = all.with(|all| found.with(|found| found.iter().map(|row| all.0[*row].candidate.place.clone()).collect()));
        chosen.set(places);
    };
    let editable = page.is(State::is_editable);
    el("div", "dc-selection")
        .with(el("strong", "").set("role", "status").with(text(move || (words.selected)(count.get()))))
        .with(maybe(move || {
            let button = || el("button", "dc-button").set("data-kind", "subtle").press(pressed(select));
            (matching.get() > count.get()).then(|| button().with((words.select_matching)(matching.get())).into_any())
        }))
        .with(
            el("button", "dc-button")
                .set("data-kind", "subtle")
                .press(pressed(move || chosen.set(BTreeSet::new())))
                .with(words.clear_selection),
        )
        .with(
            el("button", "dc-button")
                .live("disabled", move || !editable.get())
                .press(pressed(remove))
                .with(text(move || (words.remove_selected)(count.get()))),
        )
        .into_any()
}

/// The page of the table that is shown.
fn grid(table: Table) -> AnyView {
    let Table { page, all, at, found, .. } = table;
    let words = page.words;
    let rows: Vec<_> = found.with(|found| {
        let at = at.get().min(pages(found.len()) - 1);
        all.with(|all| found.iter().skip(at * PAGE).take(PAGE).map(|row| all.0[*row].clone()).collect())
    });
    if rows.is_empty() {
        return el("p", "dc-empty").with(words.desk.none_match).into_any();
    }
    let caption = page.now(|state| (words.exceptions)(state.in_view().in_app_data.switch())).unwrap_or_default();
    let places: Vec<_> = rows.iter().map(|row| row.candidate.place.clone()).collect();
    let cells: Vec<_> = rows.into_iter().map(|row| row_view(table, row)).collect();
    el("div", "dc-table__frame")
        .with(
            el("table", "dc-table")
                .with(el("caption", "dc-hidden").with(caption))
                .with(el("thead", "").with(head(table, places)))
                .with(el("tbody", "").with(cells)),
        )
        .into_any()
}

fn head(table: Table, places: Vec<Place>) -> AnyView {
    let Table { page, look, chosen, .. } = table;
    let words = page.words;
    let looked_up = places.clone();
    let all = move || chosen.with(|chosen| looked_up.iter().all(|place| chosen.contains(place)));
    let checked = all.clone();
    let toggle = move || {
        let select = !all();
        chosen.update(|chosen| {
            for place in &places {
                if select {
                    chosen.insert(place.clone());
                } else {
                    chosen.remove(place);
                }
            }
        });
    };
    let sort = move |column: Column| {
        let order = move || look.with(|look| (look.column == column).then_some(look.is_descending));
        let turn = move || {
            look.update(|look| {
                look.is_descending = look.column == column && !look.is_descending;
                look.column = column;
            });
        };
        el("th", "dc-table__head")
            .set("scope", "col")
            .live("aria-sort", move || order().map(|is_descending| if is_descending { "descending" } else { "ascending" }))
            .with(el("button", "dc-table__sort").press(pressed(turn)).with((words.desk.column)(column)))
            .into_any()
    };
    let box_cell = el("th", "dc-table__head").set("scope", "col").with(
        el("input", "dc-choice__box")
            .set("type", "checkbox")
            .set("aria-label", words.desk.select_page)
            .property("checked", checked)
            .on("change", changed(toggle)),
    );
    let actions = el("th", "dc-table__head").set("scope", "col").with(words.column_actions);
    el("tr", "").with(box_cell).with(Column::ALL.map(sort).into_iter().collect::<Vec<_>>()).with(actions).into_any()
}

fn row_view(table: Table, row: Listed) -> AnyView {
    let Table { page, chosen, .. } = table;
    let words = page.words;
    let name = row.candidate.name.clone();
    let key = match &row.candidate.kind {
        PlaceKind::Space { key, .. } => Some(many().with(" ").with(el("code", "dc-code").with(key.clone()))),
        PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown => None,
    };
    let cell = |label: &'static str| el("td", "dc-table__cell").set("data-label", label);
    let (column, place) = (words.desk.column, row.candidate.place.clone());
    let editable = page.is(State::is_editable);
    let (looked_up, removed) = (place.clone(), place.clone());
    let toggle = move || {
        chosen.update(|chosen| {
            if !chosen.remove(&place) {
                chosen.insert(place.clone());
            }
        });
    };
    let select = el("input", "dc-choice__box")
        .set("type", "checkbox")
        .set("aria-label", (words.desk.select)(&row))
        .property("checked", move || chosen.with(|chosen| chosen.contains(&looked_up)))
        .on("change", changed(toggle));
    let remove = el("button", "dc-button")
        .set("data-kind", "subtle")
        .set("aria-label", (words.remove_place)(&name))
        .live("disabled", move || !editable.get())
        .press(page.press(move || Event::PlaceUnlisted(removed.clone())))
        .with(words.remove);
    let head = el("th", "dc-table__cell").set("scope", "row").set("data-label", column(Column::Name));
    let app = match &row.candidate.kind {
        PlaceKind::Space { .. } => app_of(&row.candidate).to_owned(),
        kind @ (PlaceKind::App | PlaceKind::Connector | PlaceKind::Unknown) => (words.place_app)(kind),
    };
    el("tr", "dc-table__row")
        .with(cell(words.desk.column_select).with(select))
        .with(head.with(el("span", "").set("dir", "auto").with(name)).with(key))
        .with(cell(column(Column::Kind)).with((words.place_kind)(&row.candidate.kind)))
        .with(cell(column(Column::App)).with(app))
        .with(cell(column(Column::Since)).with(since(page, &row.since)))
        .with(cell(words.column_actions).with(remove))
        .into_any()
}

fn since(page: Page, since: &Since) -> AnyView {
    match since {
        Since::Draft => lozenge(page.words.in_draft, Appearance::Information),
        Since::Unknown => page.words.saved_before.into_any(),
        Since::At { at, by } if by.is_empty() => page.date(*at),
        Since::At { at, by } => many().with(page.date(*at)).with(format!(", {by}")).into_any(),
    }
}

/// The way through the pages, where there are several.
fn turn(table: Table) -> AnyView {
    let Table { page, at, found, .. } = table;
    let words = page.words.desk;
    let count = Signal::derive(move || pages(found.with(Vec::len)));
    let position = Signal::derive(move || {
        let rows = found.with(Vec::len);
        (words.page_of)(at.get().min(count.get() - 1) + 1, count.get(), rows)
    });
    let names = [words.previous_page, words.next_page];
    maybe(move || (count.get() > 1).then(|| pager(Pager { label: words.pager, names, page: at, pages: count, position })))
}
