//! The receipt: what was decided about a record under which rules, with counts and offsets and no text of it; to be kept or printed.

use super::told::told;
use crate::state::{Event, Explaining, Topic};
use crate::ui::Page;
use crate::ui::widgets::{el, many};
use leptos::prelude::*;
use serde_json::Value as Json;

/// Nesting up to which a receipt is written as lines; what lies deeper is one line of JSON.
const DEEP: usize = 3;

/// The receipt with its buttons.
pub(super) fn view(page: Page) -> AnyView {
    let words = page.words;
    el("div", "dc-tool__body dc-receipt")
        .with(el("p", "dc-small").with(words.explain.receipt_about))
        .with(told(page, Topic::Receipt, move |answer| receipt(page, answer)))
        .into_any()
}

fn receipt(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let digest = answer.get("digest").and_then(Json::as_str).unwrap_or_default().to_owned();
    let Some(receipt) = answer.get("receipt") else { return ().into_any() };
    let buttons = el("div", "dc-receipt__buttons")
        .with(
            el("button", "dc-button")
                .press(page.press(|| Event::Explain(Explaining::ReceiptKept)))
                .with(words.explain.receipt_keep),
        )
        .with(
            el("button", "dc-button")
                .press(page.press(|| Event::Explain(Explaining::ReceiptPrinted)))
                .with(words.explain.receipt_print),
        );
    many()
        .with(buttons)
        .with(el("p", "").with(words.explain.receipt_digest).with(" ").with(el("code", "dc-code").with(digest)))
        .with(members(page, receipt, 0))
        .into_any()
}

/// The members of an object, each named in words where we have them.
fn members(page: Page, json: &Json, depth: usize) -> AnyView {
    let row = |(name, value): (&String, &Json)| {
        let name = (page.words.explain.receipt_member)(name);
        let nested = value.as_object().is_some_and(|members| !members.is_empty())
            || value.as_array().is_some_and(|items| items.iter().any(Json::is_object));
        let body =
            if nested && depth < DEEP { members_of(page, value, depth + 1) } else { el("bdi", "").with(plain(value)).into_any() };
        many().with(el("dt", "dc-receipt__name").with(name)).with(el("dd", "dc-receipt__value").with(body)).into_any()
    };
    let rows: Vec<_> = json.as_object().map(|members| members.iter().map(row).collect()).unwrap_or_default();
    el("dl", "dc-receipt__list").with(rows).into_any()
}

fn members_of(page: Page, json: &Json, depth: usize) -> AnyView {
    match json.as_array() {
        Some(items) => {
            // An item without parts of its own is one line: a receipt has hundreds of them, and somebody prints it.
            let item = |item: &Json| {
                let is_flat = item.as_object().is_some_and(|of| of.values().all(|of| !of.is_object() && !of.is_array()));
                let body = if is_flat { el("bdi", "").with(line(page, item)).into_any() } else { members(page, item, depth) };
                el("li", "").with(body).into_any()
            };
            el("ol", "dc-receipt__items").with(items.iter().map(item).collect::<Vec<_>>()).into_any()
        }
        None => members(page, json, depth),
    }
}

/// The members of an object, one after the other.
fn line(page: Page, json: &Json) -> String {
    let part = |(name, value): (&String, &Json)| format!("{} {}", (page.words.explain.receipt_member)(name), plain(value));
    json.as_object().map(|members| members.iter().map(part).collect::<Vec<_>>().join(" · ")).unwrap_or_default()
}

fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other @ (Json::Null | Json::Bool(_) | Json::Number(_) | Json::Object(_)) => other.to_string(),
    }
}
