//! The bar that appears when there is something to save, and what the last save came to.

use crate::state::{Dialog, Event, Saving, State};
use crate::ui::Page;
use crate::ui::widgets::{Heard, Icon, Tone, dynamic, icon, maybe, message, text};
use leptos::prelude::*;

/// The bar. Its status is always there, so that what it says next is heard.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let shown = page.is(|state| state.is_changed() || state.saving != Saving::Idle || state.notice.is_some());
    let status = page.text(move |state| {
        let count = state.changes().len();
        match (&state.saving, state.notice) {
            (Saving::Busy { .. }, _) => words.saving.to_owned(),
            (_, Some(notice)) if count > 0 => format!("{}. {}", (words.unsaved)(count), (words.notice)(notice)),
            (_, None) if count > 0 => (words.unsaved)(count),
            (_, Some(notice)) => (words.notice)(notice).to_owned(),
            (Saving::Idle | Saving::Conflict { .. } | Saving::Failed { .. }, None) => String::new(),
        }
    });
    view! { class="dc",
        <div class="dc-savebar" role="group" aria-label=words.save_bar data-shown=move || shown.get().then_some("")>
            <div class="dc-savebar__inner">
                {failure(page)}
                <div class="dc-savebar__row">
                    <p class="dc-savebar__status" role="status">{text(move || status.get())}</p>
                    {buttons(page)}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn buttons(page: Page) -> AnyView {
    let words = page.words;
    let changed = page.is(State::is_changed);
    let busy = page.is(|state| matches!(state.saving, Saving::Busy { .. }));
    let said = page.is(|state| state.notice.is_some());
    let all = move || {
        match (changed.get(), said.get()) {
        (true, _) => view! { class="dc",
            <div class="dc-savebar__buttons">
                <button type="button" class="dc-button" data-kind="subtle" disabled=move || busy.get() on:click=page.press(|| Event::Discarded)>
                    {words.discard}
                </button>
                <button
                    type="button"
                    class="dc-button"
                    aria-haspopup="dialog"
                    disabled=move || busy.get()
                    on:click=page.press(|| Event::DialogOpened(Dialog::Review))
                >
                    {words.review}
                </button>
                <button type="button" class="dc-button" data-kind="primary" disabled=move || busy.get() on:click=page.press(|| Event::SaveAsked)>
                    {words.save}
                </button>
            </div>
        }
        .into_any(),
        (false, true) => view! { class="dc",
            <button type="button" class="dc-button" data-kind="subtle" aria-label=words.close on:click=page.press(|| Event::NoticeClosed)>
                {icon(Icon::Close)}
            </button>
        }
        .into_any(),
        (false, false) => ().into_any(),
    }
    };
    dynamic(all)
}

/// Why the last save came to nothing, with the ways on.
fn failure(page: Page) -> AnyView {
    let words = page.words;
    let saving = page.memo(|state| state.saving.clone());
    maybe(move || {
        let (text, ways) = match saving.get() {
            Saving::Idle | Saving::Busy { .. } => return None,
            Saving::Conflict { .. } => (words.conflict.to_owned(), ways(page)),
            Saving::Failed { code } => ((words.save_failed)(&code), ().into_any()),
        };
        Some(message(Tone::Danger, Heard::Now, text.into_any(), ways))
    })
}

/// The two ways out of a conflict.
fn ways(page: Page) -> AnyView {
    let words = page.words;
    view! { class="dc",
        <button type="button" class="dc-button" on:click=page.press(|| Event::TheirsTaken)>{words.take_theirs}</button>
        <button type="button" class="dc-button" on:click=page.press(|| Event::OursKept)>{words.keep_ours}</button>
    }
    .into_any()
}
