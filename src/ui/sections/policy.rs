//! The policy as a document: to be kept as a file, brought in, written on, and used in this page once the engine has read it.

use crate::state::{Event, Explaining, State, decode, locate};
use crate::ui::Page;
use crate::ui::widgets::{Look, changed, disclosure_later, el, follow, found, pressed, slot, text, typed};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// The document with its buttons, folded away at first.
pub(super) fn view(page: Page) -> AnyView {
    let title = page.words.explain.policy_document.into_any();
    disclosure_later(Look::Plain, RwSignal::new(false), title, move || body(page))
}

fn body(page: Page) -> AnyView {
    let words = page.words;
    if page.now(|state| state.explain.writing.text.is_empty()).unwrap_or(false) {
        page.send(Event::Explain(Explaining::PolicyOpened));
    }
    let place = slot();
    let replaced = page.memo(|state| state.explain.writing.replaced);
    // The box is the browser's own while it is typed into; it is written to only where the text changes by other means.
    follow(move || {
        replaced.get();
        let text = page.now(|state| state.explain.writing.text.clone());
        if let (Some(node), Some(text)) = (found::<HtmlTextAreaElement>(place), text) {
            node.set_value(&text);
        }
    });
    let error = page.text(move |state| wrong(page, state).unwrap_or_default());
    // What is wrong is selected, so that it is seen and typed over.
    follow(move || {
        let spot = page.with(|state| {
            let refusal = state.explain.writing.refusal.as_ref()?;
            locate(&state.explain.writing.text, refusal.pointer.as_deref()?)
        });
        if let (Some(spot), Some(node)) = (spot, found::<HtmlTextAreaElement>(place)) {
            let at = spot.offset as u32;
            let _ = node.focus();
            let _ = node.set_selection_range(at, at + 1);
        }
    });
    let (id, error_id) = (page.id("policy"), page.id("policy-error"));
    el("div", "dc-policy")
        .with(el("p", "dc-small").with(words.explain.policy_about))
        .with(el("label", "dc-label").set("for", id.clone()).with(words.explain.policy_label))
        .with(
            el("textarea", "dc-own__text")
                .set("id", id)
                .found_in(place)
                .set("rows", "12")
                .set("spellcheck", "false")
                .set("autocomplete", "off")
                .set("translate", "no")
                .set("aria-describedby", error_id.clone())
                .live("aria-invalid", move || (!error.get().is_empty()).then_some("true"))
                .on("input", typed(move |text| page.send(Event::Explain(Explaining::PolicyTyped(text))))),
        )
        .with(el("p", "dc-own__error").set("id", error_id).set("role", "status").with(text(move || error.get())))
        .with(buttons(page))
        .into_any()
}

/// What is wrong with the document, and where in it.
fn wrong(page: Page, state: &State) -> Option<String> {
    let refusal = state.explain.writing.refusal.as_ref()?;
    let text = &state.explain.writing.text;
    let spot = refusal.pointer.as_deref().and_then(|pointer| locate(text, pointer));
    Some((page.words.explain.policy_wrong)(refusal, spot))
}

fn buttons(page: Page) -> AnyView {
    let words = page.words;
    let before = page.is(|state| state.explain.writing.before.is_some());
    let file = slot();
    let browse = move || {
        if let Some(input) = found::<HtmlInputElement>(file) {
            input.click();
        }
    };
    let picked = move || {
        let Some(input) = found::<HtmlInputElement>(file) else { return };
        let Some(chosen) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        spawn_local(async move {
            let bytes = match JsFuture::from(chosen.array_buffer()).await {
                Ok(buffer) => js_sys::Uint8Array::new(buffer.unchecked_ref()).to_vec(),
                Err(_) => vec![0xff],
            };
            page.send(Event::Explain(Explaining::PolicyLoaded(decode(&bytes))));
        });
    };
    let button = |label: &'static str, event: fn() -> Explaining| {
        el("button", "dc-button").press(page.press(move || Event::Explain(event()))).with(label).into_any()
    };
    let input = el("input", "dc-hidden")
        .set("type", "file")
        .set("accept", "application/json,.json")
        .found_in(file)
        .set("tabindex", "-1")
        .set("aria-hidden", "true")
        .on("change", changed(picked));
    el("div", "dc-own__foot")
        .with(button(words.explain.policy_use, || Explaining::PolicyUsed))
        .with(el("button", "dc-button").press(pressed(browse)).with(words.explain.policy_load))
        .with(input)
        .with(button(words.explain.keep_policy, || Explaining::PolicyKept))
        .with(
            el("button", "dc-button")
                .live("hidden", move || !before.get())
                .press(page.press(|| Event::Explain(Explaining::PolicyBroughtBack)))
                .with(words.bring_back),
        )
        .with(button(words.explain.policy_reopen, || Explaining::PolicyOpened))
        .with(button(words.explain.reset, || Explaining::PolicyReset))
        .into_any()
}
