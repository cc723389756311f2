//! The dialog that says in words what a save would change, and asks where it contributes more.

use super::difference;
use crate::policy::Switch;
use crate::state::{Act, Change, Dialog as Open, Event, Phase, Removal, contributes_more};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Dialog, Heard, Tone, dialog, el, lozenge, many, message, small, text, typed};
use leptos::prelude::*;
use std::sync::Arc;

/// How many changes are drawn; the rest is counted.
const DRAWN: usize = 200;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let open = page.is(|state| state.dialog == Some(Open::Review));
    dialog(Dialog {
        id: page.id("review-title"),
        open,
        title: Signal::derive(move || words.review.to_owned()),
        close_label: words.close,
        close: page.callback(|| Event::DialogClosed),
        body: Arc::new(move || body(page)),
    })
}

fn body(page: Page) -> AnyView {
    let words = page.words;
    let Some((changes, phase)) = page.now(|state| (state.changes(), Phase::at(state.given.now))) else { return ().into_any() };
    let more = contributes_more(&changes);
    let rows: Vec<_> = changes.iter().take(DRAWN).map(|change| row(page, change)).collect();
    let hidden = changes.len().checked_sub(DRAWN).filter(|hidden| *hidden > 0);
    let warning = more.then(|| {
        let repeated: Vec<_> =
            changes.iter().filter(|change| change.contributes_more()).take(DRAWN).map(|change| again(page, change)).collect();
        let text = many()
            .with(el("strong", "").with(words.more_title))
            .with(el("ul", "dc-list").with(repeated))
            .with(el("p", "").with((words.more_about)(phase)));
        message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
    });
    // The note is the state's: it outlives the dialog, and a save that fails.
    let note = page.text(|state| state.desk.note.clone());
    let save = page.press(move || Event::SaveConfirmed(note.get_untracked()));
    let note_id = page.id("review-note");
    let editable = page.is(|state| state.is_editable() && state.is_changed());
    many()
        .with(
            el("div", "dc-dialog__body")
                .with(el("ul", "dc-changes").with(rows))
                .with(hidden.map(|hidden| small((words.desk.more_changes)(hidden))))
                .with(difference::view(page))
                .with(warning)
                .with(gone(page, &changes))
                .with(el("label", "dc-label").set("for", note_id.clone()).with(words.note_label))
                .with(
                    el("input", "dc-input")
                        .set("type", "text")
                        .set("id", note_id)
                        .set("autocomplete", "off")
                        .property("value", move || note.get())
                        .on("input", typed(move |text| page.send(Event::Desk(Act::NoteTyped(text))))),
                ),
        )
        .with(
            el("div", "dc-dialog__foot")
                .with(
                    el("button", "dc-button")
                        .set("data-kind", "subtle")
                        .press(page.press(|| Event::DialogClosed))
                        .with(words.cancel),
                )
                .with(
                    el("button", "dc-button")
                        .set("data-kind", "primary")
                        .live("disabled", move || !editable.get())
                        .press(save)
                        .with(text(move || if more { words.confirm_more } else { words.save }.to_owned())),
                ),
        )
        .into_any()
}

/// What is reported of what was contributed before a switch is put to off.
fn gone(page: Page, changes: &[Change]) -> AnyView {
    let (words, now) = (page.words.desk, page.now(|state| state.given.now));
    let removal = |change: &Change| match change {
        Change::Metadata(Switch::Off) => now.map(Removal::metadata),
        Change::InAppData(Switch::Off) => now.map(Removal::in_app_data),
        Change::Metadata(Switch::On) | Change::InAppData(Switch::On) | Change::Listed { .. } | Change::Unlisted { .. } => None,
    };
    let local = |removal: Removal| page.now(|state| removal.local(state));
    let lines = changes.iter().filter_map(removal).filter_map(local).map(|removal| small((words.removal)(removal, true)));
    lines.collect::<Vec<_>>().into_any()
}

/// A change that contributes more, with since when the place or the setting did not.
fn again(page: Page, change: &Change) -> AnyView {
    let words = page.words;
    let since = page.now(|state| match change {
        Change::Metadata(_) => state.desk.origin_of(state.saved(), |settings| settings.metadata),
        Change::InAppData(_) => state.desk.origin_of(state.saved(), |settings| settings.in_app_data.switch()),
        Change::Unlisted { place, .. } => state.desk.listed_at(place),
        Change::Listed { .. } => None,
    });
    let what = match change {
        Change::Metadata(_) => words.metadata_contribution.to_owned(),
        Change::InAppData(_) => words.in_app_contribution.to_owned(),
        Change::Listed { place, .. } | Change::Unlisted { place, .. } => {
            page.now(|state| state.desk.directory.describe(place).name).unwrap_or_default()
        }
    };
    let since = since.flatten().map(|at| page.local(at));
    el("li", "").with((words.desk.more_switch)(&what, since)).into_any()
}

/// One change in words, with what it does.
pub(super) fn row(page: Page, change: &Change) -> AnyView {
    let words = page.words;
    let text = match change {
        Change::Metadata(_) | Change::InAppData(_) => (words.switch_change)(change),
        Change::Listed { place, .. } | Change::Unlisted { place, .. } => {
            let named = page.now(|state| state.desk.directory.describe(place));
            named.map(|named| (words.change)(change, &named)).unwrap_or_default()
        }
    };
    let appearance = if change.contributes_more() { Appearance::Warning } else { Appearance::Neutral };
    el("li", "dc-changes__item")
        .with(el("span", "").with(text))
        .with(lozenge((words.change_effect)(change), appearance))
        .into_any()
}
