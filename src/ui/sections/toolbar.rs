//! Which record is previewed, and what can be done with what leaves.

use crate::state::{Event, Explaining, Source, View};
use crate::ui::Page;
use crate::ui::widgets::{dynamic, el, many, typed};
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
            own.get().then(|| el("option", "").set("value", "").set("selected", true).with(words.own_record).into_any());
        let option = |sample: &crate::state::Sample| {
            let selected = chosen == Source::Sample(sample.id().to_owned());
            el("option", "")
                .set("value", sample.id().to_owned())
                .set("selected", selected)
                .with((words.sample)(sample))
                .into_any()
        };
        let options: Vec<_> = samples.with(|samples| samples.iter().map(option).collect());
        many().with(own_option).with(options).into_any()
    };
    let chosen = move |id: String| {
        let source = if id.is_empty() { Source::Own } else { Source::Sample(id) };
        page.send(Event::SourceChosen(source));
    };
    let button = |label: &'static str, event: fn() -> Event| {
        let press = page.press(event);
        el("button", "dc-button").live("disabled", move || !something.get()).press(press).with(label).into_any()
    };
    el("div", "dc-toolbar")
        .with(
            el("label", "dc-toolbar__choice")
                .with(el("span", "dc-hidden").with(words.sample_record))
                .with(el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options))),
        )
        .with(
            el("button", "dc-button")
                .live("aria-pressed", move || if own.get() { "true" } else { "false" })
                .press(page.press(|| Event::SourceChosen(Source::Own)))
                .with(words.use_own),
        )
        .with(el("span", "dc-toolbar__gap"))
        .with(view_choice(page))
        .with(button(words.copy, || Event::CopyAsked))
        .with(button(words.download, || Event::DownloadAsked))
        .into_any()
}

/// How the record is looked at.
fn view_choice(page: Page) -> AnyView {
    let words = page.words;
    let now = page.memo(|state| state.explain.view);
    let narrow = page.is(|state| state.explain.narrow);
    let options = move || {
        let now = now.get();
        let offered = View::ALL.into_iter().filter(|view| !(narrow.get() && *view == View::ByField));
        let option = |view: View| {
            let shown = if narrow.get() && view == View::Both { View::ByField } else { view };
            let name = (words.explain.view)(shown);
            el("option", "").set("value", view.id()).set("selected", now == view).with(name).into_any()
        };
        offered.map(option).collect::<Vec<_>>().into_any()
    };
    let chosen = move |id: String| {
        let view = View::ALL.into_iter().find(|view| view.id() == id).unwrap_or_default();
        page.send(Event::Explain(Explaining::ViewChosen(view)));
    };
    el("label", "dc-toolbar__choice")
        .with(el("span", "dc-hidden").with(words.explain.view_label))
        .with(el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options)))
        .into_any()
}
