//! The dialog that suggests spaces which look sensitive, each with the words that led to it.

use crate::policy::{Place, Space, Suggestion, Switch, sensitive};
use crate::state::{Act, Dialog as Open, Event, State};
use crate::ui::Page;
use crate::ui::widgets::{Dialog, changed, dialog, el, many, pressed, small, text};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    dialog(Dialog {
        id: page.id("sensitive-title"),
        open: page.is(|state| state.dialog == Some(Open::Sensitive)),
        title: Signal::derive(move || words.desk.sensitive.to_owned()),
        close_label: words.close,
        close: page.callback(|| Event::DialogClosed),
        body: Arc::new(move || body(page)),
    })
}

/// The suggestions that something can be done about: spaces that contribute now and could stop.
fn suggestions(state: &State) -> (Switch, usize, Vec<(Space, Suggestion)>) {
    let coverage = &state.draft.in_app_data;
    let (value, listed) = (coverage.switch(), coverage.exceptions());
    let spaces = &state.given.organization.spaces;
    let contributes = |space: &Space| {
        let named = listed.contains(&Place::Space(space.id.clone()));
        match value {
            Switch::On => !named && !listed.contains(&Place::App(space.app.clone())),
            Switch::Off => named,
        }
    };
    let all = sensitive(spaces).into_iter().map(|suggestion| (spaces[suggestion.space].clone(), suggestion));
    let open: Vec<_> = all.filter(|(space, _)| contributes(space)).collect();
    (value, spaces.iter().filter(|space| contributes(space)).count(), open)
}

fn body(page: Page) -> AnyView {
    let words = page.words;
    let Some((value, looked_at, all)) = page.now(suggestions) else { return ().into_any() };
    let chosen = RwSignal::new(BTreeSet::<Place>::new());
    let places: Vec<_> = all.iter().map(|(space, _)| Place::Space(space.id.clone())).collect();
    let rows: Vec<_> = all.iter().map(|(space, suggestion)| row(page, chosen, space, suggestion)).collect();
    let is_none = rows.is_empty();
    let add = move || {
        let chosen: Vec<_> = chosen.get_untracked().into_iter().collect();
        match value {
            Switch::On => page.send(Event::PlacesListed(chosen)),
            Switch::Off => {
                page.send(Event::Desk(Act::PlacesUnlisted(chosen)));
                page.send(Event::DialogClosed);
            }
        }
    };
    let every = el("button", "dc-button")
        .set("data-kind", "subtle")
        .press(pressed(move || chosen.set(places.iter().cloned().collect())))
        .with(words.desk.sensitive_all);
    let list = if is_none {
        el("p", "dc-empty").with((words.desk.sensitive_none)(looked_at)).into_any()
    } else {
        many().with(every).with(el("ul", "dc-choices").with(rows)).into_any()
    };
    let cancel =
        el("button", "dc-button").set("data-kind", "subtle").press(page.press(|| Event::DialogClosed)).with(words.cancel);
    let take = el("button", "dc-button")
        .set("data-kind", "primary")
        .live("disabled", move || chosen.with(BTreeSet::is_empty))
        .press(pressed(add))
        .with(text(move || (words.desk.sensitive_add)(value, chosen.with(BTreeSet::len))));
    many()
        .with(el("div", "dc-dialog__body").with(small((words.desk.sensitive_about)(value).to_owned())).with(list))
        .with(el("div", "dc-dialog__foot").with(cancel).with(take))
        .into_any()
}

fn row(page: Page, chosen: RwSignal<BTreeSet<Place>>, space: &Space, suggestion: &Suggestion) -> AnyView {
    let words = page.words.desk;
    let place = Place::Space(space.id.clone());
    let looked_up = place.clone();
    let toggle = move || {
        chosen.update(|chosen| {
            if !chosen.remove(&place) {
                chosen.insert(place.clone());
            }
        });
    };
    let why: Vec<_> =
        suggestion.words.iter().map(|(topic, word, within)| (words.sensitive_word)(*topic, word, *within)).collect();
    let name = many()
        .with(el("span", "").set("dir", "auto").with(space.name.clone()))
        .with(" ")
        .with(el("code", "dc-code").with(space.key.clone()));
    el("li", "")
        .with(
            el("label", "dc-choice")
                .set("data-tall", "")
                .with(
                    el("input", "dc-choice__box")
                        .set("type", "checkbox")
                        .property("checked", move || chosen.with(|chosen| chosen.contains(&looked_up)))
                        .on("change", changed(toggle)),
                )
                .with(el("span", "dc-choice__name").with(name))
                .with(el("span", "dc-choice__why").with(why.join("; "))),
        )
        .into_any()
}
