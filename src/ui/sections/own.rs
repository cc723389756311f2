//! The admin's own record: typed, pasted, dropped or picked.

use crate::record::parse::InputFormat;
use crate::state::{Event, Explaining, Outcome, decode};
use crate::ui::Page;
use crate::ui::widgets::{Listener, changed, dynamic, el, follow, found, pressed, slot, text, typed};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, HtmlInputElement, HtmlTextAreaElement};

/// Bytes from which the direction of the text is no longer looked for.
const LONG: usize = 50_000;

/// The text box with what belongs to it.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let box_node = slot();
    let replaced = page.memo(|state| state.own_replaced);
    // The box is the browser's own while it is typed into; it is written to only where the text changes by other means.
    follow(move || {
        // Read, not only tracked: a memo that was never read follows nothing.
        replaced.get();
        if let (Some(element), Some(text)) = (found::<HtmlTextAreaElement>(box_node), page.now(|state| state.own.clone())) {
            element.set_value(&text);
        }
    });
    let error = page.text(move |state| match &state.outcome {
        Outcome::Refused(refusal) if !refusal.is_of_engine() => (words.refusal)(refusal),
        Outcome::Refused(_) | Outcome::Nothing | Outcome::Shown(_) => String::new(),
    });
    // Browsers find the direction of a text box by reading it again and again: 3 MB of one line takes Chromium nine seconds.
    let long = page.memo(|state| state.own.len() > LONG);
    let over = RwSignal::new(false);
    let dropped: Listener = Box::new(move |event| {
        event.prevent_default();
        over.set(false);
        read(
            page,
            event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer)
                .and_then(|data| data.files())
                .and_then(|files| files.get(0)),
        );
    });
    let hovering: Listener = Box::new(move |event| {
        event.prevent_default();
        over.set(true);
    });
    let left: Listener = Box::new(move |_| over.set(false));
    let (box_id, error_id, hint_id) = (page.id("own"), page.id("own-error"), page.id("own-hint"));
    let described = format!("{error_id} {hint_id}");
    el("div", "dc-own")
        .live("data-over", move || over.get().then_some(""))
        .on("dragover", hovering)
        .on("dragleave", left)
        .on("drop", dropped)
        .with(el("label", "dc-label").set("for", box_id.clone()).with(words.own_record))
        .with(
            el("textarea", "dc-own__text")
                .set("id", box_id)
                .found_in(box_node)
                .set("rows", "8")
                .set("spellcheck", "false")
                .set("autocomplete", "off")
                .set("autocapitalize", "off")
                .set("translate", "no")
                .live("dir", move || Some(if long.get() { "ltr" } else { "auto" }))
                .set("placeholder", words.own_placeholder)
                .set("aria-describedby", described)
                .live("aria-invalid", move || (!error.get().is_empty()).then_some("true"))
                .on("input", typed(move |text| page.send(Event::OwnTyped(text)))),
        )
        .with(el("p", "dc-own__error").set("id", error_id).set("role", "status").with(text(move || error.get())))
        .with(el("p", "dc-small").set("id", hint_id).with(words.own_hint))
        .with(foot(page))
        .into_any()
}

/// The file and the way back.
fn foot(page: Page) -> AnyView {
    let words = page.words;
    let file_node = slot();
    let picked = move || {
        if let Some(input) = found::<HtmlInputElement>(file_node) {
            read(page, input.files().and_then(|files| files.get(0)));
            input.set_value("");
        }
    };
    let browse = move || {
        if let Some(input) = found::<HtmlInputElement>(file_node) {
            input.click();
        }
    };
    let before = page.is(|state| state.own_before.is_some());
    let first = page.memo(|state| state.given.samples.first().map(|sample| sample.id().to_owned()).unwrap_or_default());
    let back = page.press(move || Event::SourceChosen(crate::state::Source::Sample(first.get_untracked())));
    el("div", "dc-own__foot")
        .with(el("span", "dc-small").with(words.drop_here))
        .with(el("button", "dc-button").press(pressed(browse)).with(words.choose_file))
        .with(
            el("input", "dc-hidden")
                .set("type", "file")
                .found_in(file_node)
                .set("tabindex", "-1")
                .set("aria-hidden", "true")
                .on("change", changed(picked)),
        )
        .with(format(page))
        .with(el("span", "dc-toolbar__gap"))
        .with(
            el("button", "dc-button")
                .live("hidden", move || !before.get())
                .press(page.press(|| Event::OwnBroughtBack))
                .with(words.bring_back),
        )
        .with(el("button", "dc-button").set("data-kind", "subtle").press(back).with(words.back_to_samples))
        .with(el("button", "dc-button").press(page.press(|| Event::OwnCleared)).with(words.clear))
        .into_any()
}

/// What the text is read as, to be corrected where it was recognized wrongly.
fn format(page: Page) -> AnyView {
    let words = page.words;
    let now = page.memo(|state| state.explain.format.unwrap_or(InputFormat::Auto));
    let option = move |format: &InputFormat| {
        let name = (words.explain.format)(*format);
        el("option", "").set("value", format.id()).set("selected", now.get() == *format).with(name).into_any()
    };
    let options = move || InputFormat::ALL.iter().map(option).collect::<Vec<_>>().into_any();
    let chosen = move |id: String| {
        let format = id.parse().ok().filter(|format| *format != InputFormat::Auto);
        page.send(Event::Explain(Explaining::FormatChosen(format)));
    };
    el("label", "dc-toolbar__choice")
        .with(el("span", "dc-small").with(words.explain.read_as_label).with(" "))
        .with(el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options)))
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
