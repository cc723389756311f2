//! What the policy on the page adds of its own: texts that are never or always hidden, recognizers, and what custom fields are. Each entry
//! can be taken out, and one can be added, which the engine reads before it counts.

use crate::detect::Entity;
use crate::policy::Role;
use crate::state::{Event, Explaining, Tweak, entries};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{dynamic, el, follow, many, pressed, text, typed};
use leptos::prelude::*;
use serde_json::{Map, Value as Json};

/// The members of a policy that have entries, and what is asked of one. The name of a custom field is the name of its member.
const KINDS: [(&str, &[&str]); 4] = [
    ("allow", &["text"]),
    ("deny", &["text", "entity"]),
    ("customRecognizers", &["id", "pattern", "entity"]),
    (CUSTOM_FIELDS, &["field", "role"]),
];

const CUSTOM_FIELDS: &str = "customFields";

/// All of them.
pub(super) fn view(page: Page) -> AnyView {
    let kinds = KINDS.iter().map(|(member, asked)| kind(page, member, asked)).collect::<Vec<_>>();
    el("div", "dc-entries").with(el("p", "dc-small").with(page.words.explain.entries_about)).with(kinds).into_any()
}

fn kind(page: Page, member: &'static str, asked: &'static [&'static str]) -> AnyView {
    let words = page.words.explain;
    let policy = page.memo(|state| state.explain.policy.clone());
    let list = move || {
        policy.with(|_| ());
        let all = page.now(|state| entries(state.policy(), member)).unwrap_or_default();
        if all.is_empty() {
            return el("p", "dc-small").with(words.entries_none).into_any();
        }
        let items: Vec<_> = all.into_iter().map(|entry| item(page, member, entry)).collect();
        el("ul", "dc-list dc-tweaks").with(items).into_any()
    };
    let title = (words.entry_kind)(member);
    el("section", "dc-entries__kind")
        .set("aria-label", title)
        .with(el("h3", "dc-setting__title").with(title))
        .with(dynamic(list))
        .with(form(page, member, asked))
        .into_any()
}

fn item(page: Page, member: &'static str, entry: Json) -> AnyView {
    let words = page.words;
    let said = (words.explain.entry)(member, &entry);
    let remove = page.press(move || Event::Explain(Explaining::EntryRemoved(member, entry.clone())));
    let button = el("button", "dc-button").set("data-kind", "subtle").set("aria-label", (words.remove_place)(&said));
    el("li", "").with(el("bdi", "").with(said)).with(" ").with(button.press(remove).with(words.remove)).into_any()
}

/// The boxes of an entry, and what the engine says of it. They are emptied once it stands.
fn form(page: Page, member: &'static str, asked: &'static [&'static str]) -> AnyView {
    let words = page.words.explain;
    let boxes: Vec<(&'static str, RwSignal<String>)> = asked.iter().map(|name| (*name, RwSignal::new(String::new()))).collect();
    let error = page.text(move |state| {
        let refusal =
            state.explain.adding.as_ref().filter(|(tweak, _)| tweak.is_at(member)).and_then(|(_, refusal)| refusal.as_ref());
        refusal.map(|refusal| (words.policy_wrong)(refusal, None)).unwrap_or_default()
    });
    let added = boxes.clone();
    let stands = Watch::new(move || {
        let entry = entry(member, &added);
        page.with(|state| state.explain.tweaks.last().is_some_and(|tweak| *tweak == Tweak::listed(member, entry)))
    });
    let emptied = boxes.clone();
    follow(move || {
        if stands.get() {
            emptied.iter().for_each(|(_, of)| of.set(String::new()));
        }
    });
    let controls: Vec<_> = boxes.iter().map(|(name, of)| control(page, name, *of)).collect();
    let add = pressed(move || page.send(Event::Explain(Explaining::EntryAdded(member, entry(member, &boxes)))));
    let error_id = page.id(&format!("entry-{member}"));
    many()
        .with(
            el("div", "dc-trial__row")
                .set("role", "group")
                .set("aria-describedby", error_id.clone())
                .with(controls)
                .with(el("button", "dc-button").press(add).with(words.entry_add)),
        )
        .with(el("p", "dc-own__error").set("id", error_id).set("role", "status").with(text(move || error.get())))
        .into_any()
}

fn control(page: Page, name: &'static str, of: RwSignal<String>) -> AnyView {
    let words = page.words;
    let choices: Vec<(&'static str, &'static str)> = match name {
        "entity" => Entity::ALL.iter().map(|entity| (entity.id(), (words.entity)(*entity))).collect(),
        "role" => Role::ALL.iter().map(|role| (role.id(), (words.explain.role)(*role))).collect(),
        _ => Vec::new(),
    };
    let control = if choices.is_empty() {
        el("input", "dc-input").set("type", "text").set("autocomplete", "off").set("spellcheck", "false").set("translate", "no")
    } else {
        let option = |(id, name): (&'static str, &'static str)| el("option", "").set("value", id).with(name).into_any();
        let none = el("option", "").set("value", "").with(words.explain.choose_kind).into_any();
        el("select", "dc-select").with(std::iter::once(none).chain(choices.into_iter().map(option)).collect::<Vec<_>>())
    };
    let control = control.property("value", move || of.get()).on("input", typed(move |text| of.set(text)));
    el("label", "dc-trial__choice").with(el("span", "dc-label").with((words.explain.entry_part)(name))).with(control).into_any()
}

/// What stands in the boxes; what was left empty keeps its default.
fn entry(member: &str, boxes: &[(&'static str, RwSignal<String>)]) -> Json {
    let text = |of: &RwSignal<String>| of.get_untracked().trim().to_owned();
    let mut entry = Map::new();
    if let (CUSTOM_FIELDS, [(_, field), (_, role)]) = (member, boxes) {
        entry.insert(text(field), Json::String(text(role)));
        return Json::Object(entry);
    }
    for (name, of) in boxes {
        let text = text(of);
        if !text.is_empty() {
            entry.insert((*name).to_owned(), Json::String(text));
        }
    }
    Json::Object(entry)
}
