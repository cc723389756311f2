//! "Why not?": a text that was left alone, which recognizers came near, what failed, and the smallest rule that would find it.

use super::told::{list, number, string, strings, told};
use super::why::shortened;
use crate::state::{Event, Explaining, Pick, Topic, is_telling, shown_order, word_at};
use crate::ui::Page;
use crate::ui::widgets::{Icon, Listener, dynamic, el, found, icon, many, pressed as press, slot, typed};
use leptos::prelude::*;
use serde_json::Value as Json;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTextAreaElement, KeyboardEvent, MouseEvent, Node};

/// Asks about the word or the selection at which plain text of the original was pressed.
pub(super) fn pressed(page: Page, event: &web_sys::Event) {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    let Some((node, from, to)) = selected(mouse).or_else(|| caret(mouse)) else { return };
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    let Some(text) = element.and_then(|element| element.closest(".dc-text[data-from]").ok().flatten()) else { return };
    let Some([record, field, begins]) = text.get_attribute("data-from").as_deref().and_then(super::field::numbers) else {
        return;
    };
    let Some(before) = before(&text, &node) else { return };
    let range = if from == to {
        word_at(&text.text_content().unwrap_or_default(), before + from)
    } else {
        Some((before + from, before + to))
    };
    if let Some((start, end)) = range {
        page.send(Event::Explain(Explaining::Picked(record, field, (begins + start, begins + end))));
    }
}

/// Code units of an element's text that stand before a node in it.
fn before(text: &Element, node: &Node) -> Option<usize> {
    let mut child = text.first_child();
    let mut units = 0;
    while let Some(now) = child {
        if now.contains(Some(node)) {
            return Some(units);
        }
        units += now.text_content().unwrap_or_default().encode_utf16().count();
        child = now.next_sibling();
    }
    None
}

/// The text node and the offset in it at a point. Shadow roots are looked into where the browser can.
fn caret(mouse: &MouseEvent) -> Option<(Node, usize, usize)> {
    let at = mouse.target()?.dyn_into::<Node>().ok()?;
    let document = at.owner_document()?;
    let options = js_sys::Object::new();
    let roots = js_sys::Array::of1(&at.get_root_node());
    js_sys::Reflect::set(&options, &"shadowRoots".into(), &roots).ok()?;
    let method = js_sys::Reflect::get(&document, &"caretPositionFromPoint".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let (x, y) = (JsValue::from(mouse.client_x()), JsValue::from(mouse.client_y()));
    let position = method.call3(&document, &x, &y, &options).ok()?;
    let node = js_sys::Reflect::get(&position, &"offsetNode".into()).ok()?.dyn_into::<Node>().ok()?;
    let offset = js_sys::Reflect::get(&position, &"offset".into()).ok()?.as_f64()? as usize;
    (node.node_type() == Node::TEXT_NODE).then_some((node, offset, offset))
}

/// What is selected, where that lies in one text node.
fn selected(mouse: &MouseEvent) -> Option<(Node, usize, usize)> {
    let root = mouse.target()?.dyn_into::<Node>().ok()?.get_root_node();
    let window = web_sys::window()?;
    let method = js_sys::Reflect::get(&window, &"getSelection".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let selection = method.call0(&window).ok()?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"shadowRoots".into(), &js_sys::Array::of1(&root)).ok()?;
    let method = js_sys::Reflect::get(&selection, &"getComposedRanges".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
    let ranges = method.call1(&selection, &options).ok()?.dyn_into::<js_sys::Array>().ok()?;
    let range = ranges.get(0);
    let member = |name: &str| js_sys::Reflect::get(&range, &name.into()).ok();
    let (start, end) = (member("startContainer")?, member("endContainer")?);
    let (from, to) = (member("startOffset")?.as_f64()? as usize, member("endOffset")?.as_f64()? as usize);
    let node = start.dyn_into::<Node>().ok()?;
    (node.is_same_node(end.dyn_ref::<Node>()) && node.node_type() == Node::TEXT_NODE && from < to).then_some((node, from, to))
}

/// The way for the keyboard: a field is chosen, its text stands in a box, and what is selected there is asked about.
pub(super) fn asking(page: Page, open: RwSignal<bool>) -> AnyView {
    let words = page.words;
    let toggle = el("button", "dc-button")
        .set("data-kind", "subtle")
        .live("aria-expanded", move || if open.get() { "true" } else { "false" })
        .press(press(move || open.update(|open| *open = !*open)))
        .with(words.explain.why_not_ask);
    el("div", "dc-asking")
        .with(toggle)
        .with(dynamic(move || if open.get() { asked_by_keyboard(page) } else { ().into_any() }))
        .into_any()
}

fn asked_by_keyboard(page: Page) -> AnyView {
    let words = page.words;
    let fields = page.memo(|state| {
        let record = state.shown().and_then(|shown| shown.0.records.get(state.record));
        let name = |record: &crate::preview::RecordPreview, at: usize| (at, record.fields[at].label.clone());
        let told = |record: &crate::preview::RecordPreview| {
            let order = shown_order(record).into_iter().filter(|at| is_telling(&record.fields[*at]));
            order.map(|at| name(record, at)).collect::<Vec<_>>()
        };
        (record.map(told).unwrap_or_default(), state.record)
    });
    let chosen = RwSignal::new(None::<usize>);
    let field = move || chosen.get().or_else(|| fields.with(|(fields, _)| fields.first().map(|(at, _)| *at)));
    let options = move || {
        let now = field();
        let option = |(at, label): &(usize, String)| {
            el("option", "").set("value", at.to_string()).set("selected", now == Some(*at)).with(label.clone()).into_any()
        };
        fields.with(|(fields, _)| fields.iter().map(option).collect::<Vec<_>>()).into_any()
    };
    let text = move || {
        let at = field()?;
        page.with(|state| Some(state.shown()?.0.records.get(state.record)?.fields.get(at)?.text.original.clone()))
    };
    let place = slot();
    let ask = move || {
        let Some(node) = found::<HtmlTextAreaElement>(place) else { return };
        let offset = |value: Result<Option<u32>, JsValue>| value.ok().flatten().unwrap_or_default() as usize;
        let (from, to) = (offset(node.selection_start()), offset(node.selection_end()));
        let range = if from == to { word_at(&node.value(), from) } else { Some((from, to)) };
        let record = fields.with(|(_, record)| *record);
        if let (Some(at), Some(range)) = (field(), range) {
            page.send(Event::Explain(Explaining::Picked(record, at, range)));
        }
    };
    let keys: Listener = Box::new(move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Enter") {
            event.prevent_default();
            ask();
        }
    });
    let hint = page.id("asking-hint");
    let picked = move |id: String| chosen.set(id.parse().ok());
    el("div", "dc-asking__form")
        .with(
            el("label", "")
                .with(el("span", "dc-label").with(words.explain.field))
                .with(el("select", "dc-select").on("change", typed(picked)).with(dynamic(options))),
        )
        .with(
            el("label", "").with(el("span", "dc-label").with(words.explain.field_text)).with(
                el("textarea", "dc-own__text dc-asking__text")
                    .found_in(place)
                    .set("rows", "4")
                    .set("aria-readonly", "true")
                    .set("aria-describedby", hint.clone())
                    .set("spellcheck", "false")
                    .set("autocomplete", "off")
                    .set("translate", "no")
                    .set("inputmode", "none")
                    .property("value", move || Some(text().unwrap_or_default()))
                    // The box shows where one is, as a read-only one would not, and takes nothing.
                    .on("beforeinput", Box::new(|event| event.prevent_default()))
                    .on("keydown", keys),
            ),
        )
        .with(el("p", "dc-small").set("id", hint).with(words.explain.field_text_hint))
        .with(el("button", "dc-button").press(press(ask)).with(words.explain.why_not_button))
        .into_any()
}

/// The answer about a text.
pub(super) fn answer(page: Page, pick: &Pick) -> AnyView {
    let words = page.words;
    let close = el("button", "dc-button")
        .set("data-kind", "subtle")
        .set("aria-label", words.close)
        .press(page.press(|| Event::Explain(Explaining::PickLeft)))
        .with(icon(Icon::Close));
    let always = el("button", "dc-button")
        .set("data-kind", "subtle")
        .press(page.press(|| Event::Explain(Explaining::AlwaysHidden)))
        .with(words.explain.always_hide);
    many()
        .with(
            el("div", "dc-lane__head")
                .with(el("h3", "dc-why__title").with(el("bdi", "").with((words.explain.why_not_title)(&shortened(&pick.text)))))
                .with(always)
                .with(close),
        )
        .with(el("p", "dc-empty").with((words.raw_place)(&pick.label, pick.range)))
        .with(told(page, Topic::WhyNot, move |answer| reasons(page, answer)))
        .into_any()
}

fn reasons(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let nearest = |near: &Json| {
        let recognizer = string(near, "recognizer").unwrap_or_default();
        let kind = string(near, "entity").and_then(|id| id.parse().ok()).map(words.entity).unwrap_or_default();
        let said = (words.explain.failed)(
            string(near, "test").unwrap_or_default(),
            string(near, "detail").unwrap_or_default(),
            number(near, "score").zip(number(near, "needs")),
        );
        let name = el("span", "dc-near__name").with(kind).with(" ").with(el("code", "dc-code").with(recognizer.to_owned()));
        el("li", "dc-near").with(name).with(" ").with(el("span", "").with(said)).into_any()
    };
    let found = |of: &Json| {
        let kind = string(of, "entity").and_then(|id| id.parse().ok()).map(words.entity).unwrap_or_default();
        let operator = string(of, "operator").and_then(|id| id.parse().ok()).map(words.operator).unwrap_or_default();
        el("li", "").with((words.explain.found_there)(kind, operator)).into_any()
    };
    let section = |title: &'static str, items: Vec<AnyView>, none: Option<&'static str>| {
        let list = el("ul", "dc-near__list").with(items);
        el("div", "dc-near__part").with(el("h4", "dc-small").with(title)).with(none.map(|none| el("p", "").with(none))).with(list)
    };
    let there: Vec<_> = list(answer, "found").iter().map(found).collect();
    let near: Vec<_> = list(answer, "nearest").iter().map(nearest).collect();
    let rules: Vec<_> = list(answer, "rules").iter().map(|of| rule(page, of)).collect();
    let none = near.is_empty().then_some(words.explain.nearest_none);
    let there = (!there.is_empty()).then(|| section(words.explain.already_found, there, None));
    el("div", "dc-near__parts")
        .with(there)
        .with(section(words.explain.nearest, near, none))
        .with(section(words.explain.smallest_rule, rules, None))
        .into_any()
}

/// A rule that would find the text, how often it would elsewhere, and the button that takes it.
fn rule(page: Page, rule: &Json) -> AnyView {
    let words = page.words;
    let entry = rule.get("entry").cloned().unwrap_or_default();
    let hits = rule.get("hits").map(|hits| (number(hits, "findings").unwrap_or_default(), strings(hits, "records")));
    let (findings, records) = hits.unwrap_or_default();
    let name =
        |id: &&str| page.now(|state| state.given.samples.iter().find(|sample| sample.id() == *id).map(words.sample)).flatten();
    let names: Vec<_> = records.iter().filter_map(name).collect();
    let kind = string(rule, "kind").unwrap_or_default();
    let code = el("code", "dc-code dc-near__entry").with(entry.to_string());
    let take = page.press(move || Event::Explain(Explaining::RuleTaken(entry.clone())));
    el("li", "dc-near")
        .with((words.explain.rule_kind)(kind))
        .with(" ")
        .with(code)
        .with(el("p", "dc-small").with((words.explain.hits)(findings, &names)))
        .with(el("button", "dc-button").press(take).with(words.explain.use_rule))
        .into_any()
}
