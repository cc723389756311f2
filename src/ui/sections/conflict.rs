//! The three-way view of a conflict: before, saved now, your draft, and a choice for each difference. And the question that is asked
//! before a page with unsaved changes is left.

use crate::policy::Switch;
use crate::state::{Act, Dialog as Open, Difference, Event, Leave, Side, State, Subject};
use crate::ui::Page;
use crate::ui::widgets::{Dialog, changed, dialog, el, heads, many, pressed, small, table};
use leptos::prelude::*;
use std::sync::Arc;

/// Both dialogs.
pub(super) fn view(page: Page) -> AnyView {
    let of = move |open: fn(&State) -> bool, id: &'static str, title: &'static str, body: fn(Page) -> AnyView| {
        dialog(Dialog {
            id: page.id(id),
            open: page.is(open),
            title: Signal::derive(move || title.to_owned()),
            close_label: page.words.close,
            close: page.callback(|| Event::DialogClosed),
            body: Arc::new(move || body(page)),
        })
    };
    let words = page.words.desk;
    many()
        .with(of(|state| state.dialog == Some(Open::Conflict), "conflict-title", words.conflict_title, choose))
        .with(of(|state| state.dialog == Some(Open::Leave), "leave-title", words.leave_title, leave))
        .into_any()
}

type Choices = RwSignal<Vec<(Difference, Side)>>;

fn choose(page: Page) -> AnyView {
    let words = page.words.desk;
    let Some(all) = page.now(State::differences) else { return ().into_any() };
    let choices: Choices = RwSignal::new(all.iter().map(|row| (row.clone(), row.changed_by())).collect());
    let rows: Vec<_> = all.iter().enumerate().map(|(number, difference)| row(page, choices, number, difference)).collect();
    let names =
        [words.column_setting, words.column_before, (words.side)(Side::Theirs), (words.side)(Side::Yours), words.column_choice];
    let grid = if rows.is_empty() {
        el("p", "dc-empty").with(words.conflict_none).into_any()
    } else {
        table(words.conflict_title.into_any(), heads(&names), rows.into_any())
    };
    let every = move |side: Side| {
        let set = move || choices.update(|choices| choices.iter_mut().for_each(|(_, taken)| *taken = side));
        el("button", "dc-button").set("data-kind", "subtle").press(pressed(set)).with((words.all_of)(side))
    };
    let body = el("div", "dc-dialog__body")
        .with(small(words.conflict_about.to_owned()))
        .with(grid)
        .with(el("div", "dc-selection").with(every(Side::Theirs)).with(every(Side::Yours)));
    let take = el("button", "dc-button")
        .set("data-kind", "primary")
        .press(page.act(move || Act::Merged(choices.get_untracked())))
        .with(words.take_choice);
    let later =
        el("button", "dc-button").set("data-kind", "subtle").press(page.press(|| Event::DialogClosed)).with(page.words.cancel);
    many().with(body).with(el("div", "dc-dialog__foot").with(later).with(take)).into_any()
}

fn row(page: Page, choices: Choices, number: usize, difference: &Difference) -> AnyView {
    let words = page.words.desk;
    let name = match &difference.subject {
        Subject::Place { place, .. } => page.now(|state| state.desk.directory.describe(place).name).unwrap_or_default(),
        Subject::Metadata | Subject::InAppData => String::new(),
    };
    let name = (words.difference)(difference, &name);
    let said = |value: Switch| (words.difference_value)(difference, value);
    let cell = |label: &'static str, text: &'static str| el("td", "dc-table__cell").set("data-label", label).with(text);
    let group = page.id(&format!("choice-{number}"));
    let radio = |side: Side| {
        let is_taken = move || choices.with(|choices| choices.get(number).is_some_and(|(_, taken)| *taken == side));
        let take = move || {
            choices.update(|choices| {
                if let Some((_, taken)) = choices.get_mut(number) {
                    *taken = side;
                }
            });
        };
        el("label", "dc-radio")
            .with(
                el("input", "")
                    .set("type", "radio")
                    .set("name", group.clone())
                    .property("checked", is_taken)
                    .on("change", changed(take)),
            )
            .with((words.side)(side))
    };
    let both = el("div", "dc-radios").set("role", "group").set("aria-label", name.clone());
    el("tr", "dc-table__row")
        .with(el("th", "dc-table__cell").set("scope", "row").set("data-label", words.column_setting).with(name))
        .with(cell(words.column_before, said(difference.base)))
        .with(cell((words.side)(Side::Theirs), said(difference.theirs)))
        .with(cell((words.side)(Side::Yours), said(difference.yours)))
        .with(
            el("td", "dc-table__cell")
                .set("data-label", words.column_choice)
                .with(both.with(radio(Side::Theirs)).with(radio(Side::Yours))),
        )
        .into_any()
}

fn leave(page: Page) -> AnyView {
    let words = page.words.desk;
    let way = move |leave: Leave| el("button", "dc-button").press(page.act(move || Act::Left(leave)));
    let stay = el("button", "dc-button").set("data-kind", "primary").press(page.press(|| Event::DialogClosed));
    many()
        .with(el("div", "dc-dialog__body").with(el("p", "").with(words.leave_about)))
        .with(
            el("div", "dc-dialog__foot")
                .with(way(Leave::Discarding).with(words.leave_discard))
                .with(way(Leave::Keeping).with(words.leave_keep))
                .with(stay.with(words.leave_stay)),
        )
        .into_any()
}
