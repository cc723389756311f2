//! The dialog that says in words what a save would change, and asks where it contributes more.

use crate::state::{Change, Dialog as Open, Event, Phase, contributes_more, describe};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Dialog, Heard, Tone, dialog, el, lozenge, many, message, small, typed};
use leptos::prelude::*;
use std::sync::Arc;

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
    let note = RwSignal::new(String::new());
    let Some((changes, phase)) = page.now(|state| (state.changes(), Phase::at(state.given.now))) else { return ().into_any() };
    let more = contributes_more(&changes);
    let rows: Vec<_> = changes.iter().map(|change| row(page, change)).collect();
    let warning = more.then(|| {
        let text = many().with(el("strong", "").with(words.more_title)).with(el("p", "").with((words.more_about)(phase)));
        message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
    });
    let less = (!more).then(|| small(words.less_about.to_owned()));
    let save = page.press(move || Event::SaveConfirmed(note.get_untracked()));
    let note_id = page.id("review-note");
    many()
        .with(
            el("div", "dc-dialog__body")
                .with(el("ul", "dc-changes").with(rows))
                .with(warning)
                .with(less)
                .with(el("label", "dc-label").set("for", note_id.clone()).with(words.note_label))
                .with(
                    el("input", "dc-input")
                        .set("type", "text")
                        .set("id", note_id)
                        .set("autocomplete", "off")
                        .property("value", move || note.get())
                        .on("input", typed(move |text| note.set(text))),
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
                .with(el("button", "dc-button").set("data-kind", "primary").press(save).with(if more {
                    words.confirm_more
                } else {
                    words.save
                })),
        )
        .into_any()
}

fn row(page: Page, change: &Change) -> AnyView {
    let words = page.words;
    let text = match change {
        Change::Metadata(_) | Change::InAppData(_) => (words.switch_change)(change),
        Change::Listed { place, .. } | Change::Unlisted { place, .. } => {
            let named = page.now(|state| describe(&state.given.organization, place));
            named.map(|named| (words.change)(change, &named)).unwrap_or_default()
        }
    };
    let appearance = if change.contributes_more() { Appearance::Warning } else { Appearance::Neutral };
    el("li", "dc-changes__item")
        .with(el("span", "").with(text))
        .with(lozenge((words.change_effect)(change), appearance))
        .into_any()
}
