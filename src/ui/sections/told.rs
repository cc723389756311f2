//! What the engine was asked besides the preview: waiting for it, its refusal, or what it told. The answers are its JSON.

use crate::state::{Answer, Topic, Worth};
use crate::ui::Page;
use crate::ui::watch::Watch;
use crate::ui::widgets::{dynamic, el, small};
use leptos::prelude::*;
use serde_json::Value as Json;

/// Draws what was told about a topic, whenever something else is told.
pub(super) fn told(page: Page, topic: Topic, draw: impl Fn(&Json) -> AnyView + Send + 'static) -> AnyView {
    let answer: Watch<Option<Answer>> = Watch::new(move || page.with(|state| state.explain.answer(topic).cloned()));
    let draw: Box<dyn Fn(&Json) -> AnyView + Send> = Box::new(draw);
    dynamic(move || {
        answer.with(|answer| match answer.as_ref().map(|answer| &answer.worth) {
            None => ().into_any(),
            Some(Worth::Waiting) => el("p", "dc-small").set("aria-busy", "true").with(page.words.explain.asking).into_any(),
            Some(Worth::Refused(refusal)) => small((page.words.refusal)(refusal)),
            Some(Worth::Told(json)) => draw(json),
        })
    })
}

/// The items of a member that is a list.
pub(super) fn list<'a>(json: &'a Json, name: &str) -> &'a [Json] {
    json.get(name).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// A member that is text.
pub(super) fn string<'a>(json: &'a Json, name: &str) -> Option<&'a str> {
    json.get(name).and_then(Json::as_str)
}

/// A member that is a count.
pub(super) fn number(json: &Json, name: &str) -> Option<usize> {
    json.get(name).and_then(Json::as_u64).and_then(|number| usize::try_from(number).ok())
}

/// The texts of a member that is a list of texts.
pub(super) fn strings<'a>(json: &'a Json, name: &str) -> Vec<&'a str> {
    list(json, name).iter().filter_map(Json::as_str).collect()
}
