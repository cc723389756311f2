//! Many records together: where they come from, how far the reading is, what can be changed. The pictures are in
//! [`super::aggregate_charts`].

use super::aggregate_charts as charts;
use super::aggregate_report::report;
use crate::batch::Unit;
use crate::risk::Mechanism;
use crate::state::{Axis, Event, Knob, Move, Records, Stage};
use crate::ui::Page;
use crate::ui::widgets::{Listener, changed, dynamic, el, found, many, maybe, pressed, slot, text, typed};
use leptos::prelude::*;
use serde_json::Value as Json;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, HtmlInputElement};

/// The section.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let is_read = page.memo(|state| state.aggregate.result.is_some());
    // What is typed elsewhere draws nothing anew.
    let drawn = page.memo(|state| state.aggregate.version);
    many()
        .with(el("p", "dc-lead").with(words.about))
        .with(el("p", "dc-small").with(text(move || page.with(|state| charts::common(&state.aggregate, page)))))
        .with(sources(page))
        .with(el("div", "").set("role", "status").with(text(move || page.with(|state| charts::status(&state.aggregate, page)))))
        .with(progress(page))
        .with(maybe(move || is_read.get().then(|| controls(page))))
        .with(dynamic(move || {
            drawn.get();
            charts::all(page)
        }))
        .with(maybe(move || is_read.get().then(|| report(page))))
        .into_any()
}

fn choose(page: Page, records: Records, name: String) {
    page.send(Event::Aggregate(Move::Chosen(records, name)));
}

fn sources(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let file = slot();
    let picked = move || {
        let input = found::<HtmlInputElement>(file);
        if let Some(first) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
            choose(page, Records::File, first.name());
        }
    };
    let browse = move || {
        if let Some(input) = found::<HtmlInputElement>(file) {
            input.set_value("");
            input.click();
        }
    };
    let over = RwSignal::new(false);
    let dropped: Listener = Box::new(move |event| {
        event.prevent_default();
        over.set(false);
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        if let (Some(input), Some(files)) = (found::<HtmlInputElement>(file), files.filter(|files| files.length() > 0)) {
            input.set_files(Some(&files));
            picked();
        }
    });
    let hovering: Listener = Box::new(move |event| {
        event.prevent_default();
        over.set(true);
    });
    let left: Listener = Box::new(move |_| over.set(false));
    let generate = move || choose(page, Records::Generated, words.generated_name.to_owned());
    let input = el("input", "dc-hidden")
        .set("type", "file")
        .set("id", page.id("aggregate-file"))
        .set("tabindex", "-1")
        .set("aria-hidden", "true")
        .found_in(file)
        .on("change", changed(picked));
    el("div", "dc-aggregate__source")
        .live("data-over", move || over.get().then_some(""))
        .on("dragover", hovering)
        .on("dragleave", left)
        .on("drop", dropped)
        .with(el("button", "dc-button").press(pressed(browse)).with(words.choose_file))
        .with(input)
        .with(el("span", "dc-small").with(words.drop_here))
        .with(el("button", "dc-button").press(pressed(generate)).with(words.generate))
        .with(paste(page))
        .into_any()
}

fn paste(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let id = page.id("aggregate-text");
    let read = move || choose(page, Records::Text, words.pasted_name.to_owned());
    el("details", "")
        .with(el("summary", "").with(words.pasted))
        .with(
            el("textarea", "dc-own__text")
                .set("id", id)
                .set("rows", "4")
                .set("aria-label", words.pasted)
                .set("spellcheck", "false")
                .set("autocomplete", "off")
                .set("translate", "no"),
        )
        .with(el("button", "dc-button").press(pressed(read)).with(words.read_pasted))
        .into_any()
}

/// The bar and the button that gives up, or forgets.
fn progress(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let stage = page.memo(|state| state.aggregate.stage.clone());
    let share = move || {
        page.with(|state| {
            let told = state.aggregate.progress.as_ref()?;
            Some((told.0["bytes"].as_f64()? / told.0["total"].as_f64()?.max(1.0)).to_string())
        })
    };
    let cancel = move || page.press(|| Event::Aggregate(Move::Canceled));
    maybe(move || match stage.get() {
        Stage::Empty => None,
        Stage::Reading => Some(
            many()
                .with(el("progress", "dc-aggregate__bar").set("max", "1").set("aria-label", words.title).live("value", share))
                .with(el("button", "dc-button").press(cancel()).with(words.cancel))
                .into_any(),
        ),
        Stage::Refused(_) | Stage::Read => Some(el("button", "dc-button").press(cancel()).with(words.clear).into_any()),
    })
}

fn controls(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let knobs: Vec<_> = Knob::ALL.iter().map(|&knob| control(page, knob)).collect();
    let mut choices: Vec<_> = Axis::ALL.iter().map(|&choice| choose_one(page, choice)).collect();
    choices.push(choose_noise(page));
    let version = page.memo(|state| state.aggregate.version);
    let fields = move || {
        let field = |(id, label, counts): (String, Option<String>, bool)| {
            let shown = field_name(page, &id, label.as_deref());
            let act = changed(move || page.send(Event::Aggregate(Move::Compared(id.clone()))));
            let input =
                el("input", "").set("type", "checkbox").property("checked", move || counts.then_some("")).on("change", act);
            el("label", "").with(input).with(" ").with(shown).into_any()
        };
        version.get();
        let columns = page.now(|state| state.aggregate.columns()).unwrap_or_default();
        columns.into_iter().map(field).collect::<Vec<_>>().into_any()
    };
    el("div", "")
        .set("role", "group")
        .set("aria-label", words.controls)
        .with(el("h3", "dc-setting__title").with(words.controls))
        .with(el("div", "dc-aggregate__knobs").with(knobs))
        .with(el("div", "dc-aggregate__knobs").with(choices))
        .with(el("fieldset", "dc-aggregate__fields").with(el("legend", "dc-label").with(words.compared)).with(dynamic(fields)))
        .into_any()
}

/// What people call a field or a computed number.
pub(super) fn field_name(page: Page, id: &str, label: Option<&str>) -> String {
    let kind = id.strip_prefix("derived:").and_then(|kind| serde_json::from_value(kind.into()).ok());
    match label {
        _ if kind.is_some() => (page.words.attribute)(kind, id),
        Some(label) => label.to_owned(),
        None if id == "recordType" => page.words.aggregate.record_type.to_owned(),
        None => id.to_owned(),
    }
}

/// A list to choose what is compared or counted from. What is chosen is in it, also before records were read.
fn choose_one(page: Page, choice: Axis) -> AnyView {
    let words = page.words.aggregate;
    let version = page.memo(|state| state.aggregate.version);
    let options = move || {
        version.get();
        let Some((chosen, choices)) = page.now(|state| {
            let own = &state.aggregate;
            (own.options.chosen(choice).to_owned(), own.choices.clone())
        }) else {
            return ().into_any();
        };
        let mut all = match choice {
            Axis::Unit => Unit::ALL.iter().map(|unit| (unit.id().to_owned(), Some((words.unit)(*unit).to_owned()))).collect(),
            Axis::Group | Axis::Sensitive => choices[0].clone(),
            Axis::Value => choices[1].clone(),
        };
        if !all.iter().any(|(id, _)| *id == chosen) {
            all.push((chosen.clone(), None));
        }
        let option = |(id, label): (String, Option<String>)| {
            let name = field_name(page, &id, label.as_deref());
            el("option", "").set("selected", id == chosen).set("value", id).with(name).into_any()
        };
        all.into_iter().map(option).collect::<Vec<_>>().into_any()
    };
    let act = typed(move |id| page.send(Event::Aggregate(Move::AxisChosen(choice, id))));
    el("label", "dc-aggregate__knob")
        .with(el("span", "dc-label").with((words.choice)(choice)))
        .with(el("select", "dc-select").on("change", act).with(dynamic(options)))
        .into_any()
}

fn choose_noise(page: Page) -> AnyView {
    let words = page.words.aggregate;
    let is_gaussian = page.now(|state| state.aggregate.parameters.mechanism == Mechanism::Gaussian).unwrap_or(false);
    let option = |place: usize| {
        let option = el("option", "").set("selected", is_gaussian == (place == 1)).set("value", place.to_string());
        option.with(words.mechanisms[place]).into_any()
    };
    let act = typed(move |place| {
        let mechanism = if place == "1" { Mechanism::Gaussian } else { Mechanism::Laplace };
        page.send(Event::Aggregate(Move::Mechanism(mechanism)));
    });
    el("label", "dc-aggregate__knob")
        .with(el("span", "dc-label").with(words.mechanism))
        .with(el("select", "dc-select").on("change", act).with(vec![option(0), option(1)]))
        .into_any()
}

fn control(page: Page, knob: Knob) -> AnyView {
    let words = page.words.aggregate;
    let name = page.id(&format!("aggregate-{knob:?}"));
    let wrong = move || page.with(|state| state.aggregate.typed.iter().any(|(other, _)| *other == knob));
    let error = format!("{name}-error");
    el("div", "dc-aggregate__knob")
        .with(el("label", "dc-label").set("for", name.clone()).with((words.knob)(knob)))
        .with(
            el("input", "dc-input")
                .set("id", name)
                .set("inputmode", "decimal")
                .set("autocomplete", "off")
                .set("aria-describedby", error.clone())
                .live("aria-invalid", move || wrong().then_some("true"))
                .property("value", move || page.with(|state| state.aggregate.knob(knob)))
                .on("change", typed(move |text| page.send(Event::Aggregate(Move::Turned(knob, text))))),
        )
        .with(
            el("span", "dc-own__error")
                .set("id", error)
                .with(text(move || if wrong() { (words.knob_wrong)(knob).to_owned() } else { String::new() })),
        )
        .into_any()
}

/// A number of the aggregate.
pub(super) fn number(json: &Json) -> u64 {
    json.as_u64().unwrap_or(0)
}
