//! The bar that appears when there is something to save, and what the last save came to.

use crate::state::{Act, Dialog, Event, Explaining, Saving, State, Topic};
use crate::ui::Page;
use crate::ui::widgets::{Heard, Icon, Tone, dynamic, el, follow, icon, many, maybe, message, text};
use leptos::prelude::*;

/// The bar. Its status is always there, so that what it says next is heard.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.is(|state| state.is_changed() || state.saving != Saving::Idle || state.notice.is_some());
    let status = page.text(move |state| {
        let count = state.changes().len();
        match (&state.saving, state.notice) {
            (Saving::Busy { .. }, _) => words.saving.to_owned(),
            (Saving::Unknown { .. }, _) => words.desk.finding_out.to_owned(),
            (_, Some(notice)) if count > 0 => format!("{}. {}", (words.unsaved)(count), (words.notice)(notice)),
            (_, None) if count > 0 => (words.unsaved)(count),
            (_, Some(notice)) => (words.notice)(notice).to_owned(),
            (Saving::Idle | Saving::Conflict { .. } | Saving::Failed { .. }, None) => String::new(),
        }
    });
    receipt(page);
    el("div", "dc-savebar")
        .set("part", "save-bar")
        .set("role", "group")
        .set("aria-label", words.save_bar)
        .live("data-shown", move || shown.get().then_some(""))
        .with(
            el("div", "dc-savebar__inner").with(failure(page)).with(
                el("div", "dc-savebar__row")
                    .with(el("p", "dc-savebar__status").set("role", "status").with(text(move || status.get())))
                    .with(buttons(page)),
            ),
        )
        .into_any()
}

/// Asks for the receipt of what is about to be saved, by whichever way: the save records its digest.
fn receipt(page: Page) {
    let needed = page.is(|state| state.is_changed() && state.is_due(Topic::Receipt));
    follow(move || {
        if needed.get() {
            page.send(Event::Explain(Explaining::Asked(Topic::Receipt)));
        }
    });
}

fn buttons(page: Page) -> AnyView {
    let words = page.words;
    let changed = page.is(State::is_changed);
    let busy = page.is(|state| !state.is_editable());
    let saving = page.is(|state| matches!(state.saving, Saving::Busy { .. } | Saving::Unknown { .. }));
    let undoable = page.is(|state| state.desk.undo.is_some() && state.is_editable());
    let said = page.is(|state| state.notice.is_some());
    let all = move || match (changed.get(), said.get()) {
        (true, _) => el("div", "dc-savebar__buttons")
            .with(
                el("button", "dc-button")
                    .set("data-kind", "subtle")
                    .live("disabled", move || saving.get())
                    .press(page.press(|| Event::Discarded))
                    .with(words.discard),
            )
            .with(
                el("button", "dc-button")
                    .set("aria-haspopup", "dialog")
                    .live("disabled", move || saving.get())
                    .press(page.press(|| Event::DialogOpened(Dialog::Review)))
                    .with(words.review),
            )
            .with(
                el("button", "dc-button")
                    .set("data-kind", "primary")
                    .live("disabled", move || busy.get())
                    .press(page.press(|| Event::SaveAsked))
                    .with(words.save),
            )
            .into_any(),
        (false, true) => el("div", "dc-savebar__buttons")
            .with(maybe(move || {
                let button = || el("button", "dc-button").press(page.act(|| Act::UndoAsked));
                undoable.get().then(|| button().with(words.desk.undo).into_any())
            }))
            .with(
                el("button", "dc-button")
                    .set("data-kind", "subtle")
                    .set("aria-label", words.close)
                    .press(page.press(|| Event::NoticeClosed))
                    .with(icon(Icon::Close)),
            )
            .into_any(),
        (false, false) => ().into_any(),
    };
    dynamic(all)
}

/// Why the last save came to nothing, with the ways on.
fn failure(page: Page) -> AnyView {
    let words = page.words;
    let saving = page.memo(|state| state.saving.clone());
    maybe(move || {
        let (text, ways) = match saving.get() {
            Saving::Idle | Saving::Busy { .. } | Saving::Unknown { .. } => return None,
            Saving::Conflict { .. } => (words.conflict.to_owned(), ways(page)),
            Saving::Failed { code } if code == "unconfirmed" || code == "not-arrived" => {
                ((words.save_failed)(&code), reread(page))
            }
            Saving::Failed { code } => ((words.save_failed)(&code), ().into_any()),
        };
        Some(message(Tone::Danger, Heard::Now, text.into_any(), ways))
    })
}

/// After a save of which nobody knows what became of it.
fn reread(page: Page) -> AnyView {
    el("button", "dc-button").press(page.act(|| Act::RereadAsked)).with(page.words.desk.reread).into_any()
}

/// The ways out of a conflict.
fn ways(page: Page) -> AnyView {
    let words = page.words;
    many()
        .with(el("button", "dc-button").press(page.press(|| Event::DialogOpened(Dialog::Conflict))).with(words.desk.compare))
        .with(el("button", "dc-button").press(page.press(|| Event::TheirsTaken)).with(words.take_theirs))
        .with(el("button", "dc-button").press(page.press(|| Event::OursKept)).with(words.keep_ours))
        .into_any()
}
