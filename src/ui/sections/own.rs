//! The admin's own record: typed, pasted, dropped or picked.

use crate::state::{Event, Outcome, decode};
use crate::ui::Page;
use crate::ui::widgets::{changed, pressed, text, typed};
use leptos::{html, prelude::*, task::spawn_local, web_sys};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// What happens when something is dragged.
type Dragged = Box<dyn FnMut(web_sys::DragEvent)>;

/// The text box with what belongs to it.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let box_node = NodeRef::<html::Textarea>::new();
    let replaced = page.memo(|state| state.own_replaced);
    // The box is the browser's own while it is typed into; it is written to only where the text changes by other means.
    Effect::new(move || {
        // Read, not only tracked: a memo that was never read follows nothing.
        replaced.get();
        if let (Some(element), Some(text)) = (box_node.get(), page.now(|state| state.own.clone())) {
            element.set_value(&text);
        }
    });
    let error = page.text(move |state| match &state.outcome {
        Outcome::Refused(refusal) if !refusal.is_of_engine() => (words.refusal)(refusal),
        Outcome::Refused(_) | Outcome::Nothing | Outcome::Shown(_) => String::new(),
    });
    let over = RwSignal::new(false);
    let dropped: Dragged = Box::new(move |event| {
        event.prevent_default();
        over.set(false);
        read(page, event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
    });
    let hovering: Dragged = Box::new(move |event| {
        event.prevent_default();
        over.set(true);
    });
    let left: Dragged = Box::new(move |_| over.set(false));
    let (box_id, error_id, hint_id) = (page.id("own"), page.id("own-error"), page.id("own-hint"));
    let described = format!("{error_id} {hint_id}");
    view! { class="dc",
        <div
            class="dc-own"
            data-over=move || over.get().then_some("")
            on:dragover=hovering
            on:dragleave=left
            on:drop=dropped
        >
            <label class="dc-label" for=box_id.clone()>{words.own_record}</label>
            <textarea
                class="dc-own__text"
                id=box_id
                node_ref=box_node
                rows="8"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                dir="auto"
                placeholder=words.own_placeholder
                aria-describedby=described
                aria-invalid=move || (!error.get().is_empty()).then_some("true")
                on:input=typed(move |text| page.send(Event::OwnTyped(text)))
            ></textarea>
            <p class="dc-own__error" id=error_id role="status">{text(move || error.get())}</p>
            <p class="dc-small" id=hint_id>{words.own_hint}</p>
            {foot(page)}
        </div>
    }
    .into_any()
}

/// The file and the way back.
fn foot(page: Page) -> AnyView {
    let words = page.words;
    let file_node = NodeRef::<html::Input>::new();
    let picked = move || {
        if let Some(input) = file_node.get() {
            read(page, input.files().and_then(|files| files.get(0)));
            input.set_value("");
        }
    };
    let browse = move || {
        if let Some(input) = file_node.get() {
            input.click();
        }
    };
    let first = page.memo(|state| state.given.samples.first().map(|sample| sample.id().to_owned()).unwrap_or_default());
    let back = page.press(move || Event::SourceChosen(crate::state::Source::Sample(first.get_untracked())));
    view! { class="dc",
        <div class="dc-own__foot">
            <span class="dc-small">{words.drop_here}</span>
            <button type="button" class="dc-button" on:click=pressed(browse)>{words.choose_file}</button>
            <input type="file" class="dc-hidden" node_ref=file_node tabindex="-1" aria-hidden="true" on:change=changed(picked) />
            <span class="dc-toolbar__gap"></span>
            <button type="button" class="dc-button" data-kind="subtle" on:click=back>{words.back_to_samples}</button>
            <button type="button" class="dc-button" on:click=page.press(|| Event::OwnCleared)>{words.clear}</button>
        </div>
    }
    .into_any()
}

/// Reads a file as text. One that cannot be read at all, as a folder, says so like one that is no text.
fn read(page: Page, file: Option<web_sys::File>) {
    let Some(file) = file else { return };
    spawn_local(async move {
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec(),
            Err(_) => vec![0xff],
        };
        page.send(Event::OwnLoaded(decode(&bytes)));
    });
}
