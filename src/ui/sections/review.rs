//! The dialog that says in words what a save would change, and asks where it contributes more.

use crate::state::{Change, Dialog as Open, Event, Phase, contributes_more, describe};
use crate::ui::Page;
use crate::ui::widgets::{Appearance, Dialog, Heard, Tone, lozenge, message, small, typed};
use leptos::prelude::*;

/// The dialog.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let open = page.is(|state| state.dialog == Some(Open::Review));
    view! { class="dc",
        <Dialog
            id=page.id("review-title")
            open
            title=Signal::derive(move || words.review.to_owned())
            close_label=words.close
            close=page.callback(|| Event::DialogClosed)
        >
            {body(page)}
        </Dialog>
    }
    .into_any()
}

fn body(page: Page) -> AnyView {
    let words = page.words;
    let note = RwSignal::new(String::new());
    let Some((changes, phase)) = page.now(|state| (state.changes(), Phase::at(state.given.now))) else { return ().into_any() };
    let more = contributes_more(&changes);
    let rows: Vec<_> = changes.iter().map(|change| row(page, change)).collect();
    let warning = more.then(|| {
        let text = view! { class="dc", <strong>{words.more_title}</strong> <p>{(words.more_about)(phase)}</p> };
        message(Tone::Warning, Heard::Where, text.into_any(), ().into_any())
    });
    let less = (!more).then(|| small(words.less_about.to_owned()));
    let save = page.press(move || Event::SaveConfirmed(note.get_untracked()));
    let note_id = page.id("review-note");
    view! { class="dc",
        <div class="dc-dialog__body">
            <ul class="dc-changes">{rows}</ul>
            {warning}
            {less}
            <label class="dc-label" for=note_id.clone()>{words.note_label}</label>
            <input type="text" class="dc-input" id=note_id autocomplete="off" prop:value=move || note.get() on:input=typed(move |text| note.set(text)) />
        </div>
        <div class="dc-dialog__foot">
            <button type="button" class="dc-button" data-kind="subtle" on:click=page.press(|| Event::DialogClosed)>{words.cancel}</button>
            <button type="button" class="dc-button" data-kind="primary" on:click=save>
                {if more { words.confirm_more } else { words.save }}
            </button>
        </div>
    }
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
    view! { class="dc", <li class="dc-changes__item"><span>{text}</span> {lozenge((words.change_effect)(change), appearance)}</li> }.into_any()
}
