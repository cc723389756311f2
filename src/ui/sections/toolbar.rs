//! Which record is previewed, and what can be done with what leaves.

use crate::state::{Event, Source};
use crate::ui::Page;
use crate::ui::widgets::{dynamic, typed};
use leptos::prelude::*;

/// The row of controls above the preview.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    let samples = page.memo(|state| state.given.samples.clone());
    let source = page.memo(|state| state.source.clone());
    let own = Signal::derive(move || source.get() == Source::Own);
    let something = page.is(|state| state.shown().is_some());
    let options = move || {
        let chosen = source.get();
        let own_option =
            own.get().then(|| view! { class="dc", <option value="" selected=true>{words.own_record}</option> }.into_any());
        let option = |sample: &crate::state::Sample| {
            let selected = chosen == Source::Sample(sample.id().to_owned());
            view! { class="dc", <option value=sample.id().to_owned() selected=selected>{(words.sample)(sample)}</option> }
                .into_any()
        };
        let options: Vec<_> = samples.with(|samples| samples.iter().map(option).collect());
        view! { class="dc", {own_option} {options} }.into_any()
    };
    let chosen = move |id: String| {
        let source = if id.is_empty() { Source::Own } else { Source::Sample(id) };
        page.send(Event::SourceChosen(source));
    };
    let button = |label: &'static str, event: fn() -> Event| {
        let press = page.press(event);
        view! { class="dc", <button type="button" class="dc-button" disabled=move || !something.get() on:click=press>{label}</button> }.into_any()
    };
    view! { class="dc",
        <div class="dc-toolbar">
            <label class="dc-toolbar__choice">
                <span class="dc-hidden">{words.sample_record}</span>
                <select class="dc-select" on:change=typed(chosen)>{dynamic(options)}</select>
            </label>
            <button
                type="button"
                class="dc-button"
                aria-pressed=move || if own.get() { "true" } else { "false" }
                on:click=page.press(|| Event::SourceChosen(Source::Own))
            >
                {words.use_own}
            </button>
            <span class="dc-toolbar__gap"></span>
            {button(words.copy, || Event::CopyAsked)}
            {button(words.download, || Event::DownloadAsked)}
        </div>
    }
    .into_any()
}
