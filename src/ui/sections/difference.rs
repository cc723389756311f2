//! What a draft changes against the saved settings, over every sample: which fields begin or stop to leave, in how many, and which
//! findings change. Stands wherever somebody is about to save.

use super::told::{list, number, string, strings, told};
use super::why::bar;
use crate::state::{Event, Explaining, Topic};
use crate::ui::Page;
use crate::ui::widgets::{Look, disclosure, el, follow, many};
use leptos::prelude::*;
use serde_json::Value as Json;

/// How many lines stand before the rest is folded away.
const SHOWN: usize = 8;

/// The difference. It asks the engine when it is drawn, and again when the draft changes.
pub(super) fn view(page: Page) -> AnyView {
    let draft = page.memo(|state| (state.draft.clone(), state.explain.policy.clone()));
    follow(move || {
        let _ = draft.get();
        page.send(Event::Explain(Explaining::Asked(Topic::Difference)));
    });
    el("section", "dc-difference")
        .set("aria-label", page.words.explain.difference)
        .with(el("h3", "dc-setting__title").with(page.words.explain.difference))
        .with(told(page, Topic::Difference, move |answer| difference(page, answer)))
        .into_any()
}

fn difference(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let (records, changed) = (number(answer, "records").unwrap_or_default(), number(answer, "changed").unwrap_or_default());
    let field = |of: &Json| {
        let label = match string(of, "label") {
            Some(label) if !label.is_empty() => label.to_owned(),
            _ => words.explain.computed.to_owned(),
        };
        line(page, of, &label, records)
    };
    let finding = |of: &Json| {
        let kind = string(of, "entity").and_then(|id| id.parse().ok()).map(words.entity).unwrap_or_default();
        line(page, of, kind, records)
    };
    let fields: Vec<_> = list(answer, "fields").iter().map(field).collect();
    let findings: Vec<_> = list(answer, "findings").iter().map(finding).collect();
    many()
        .with(el("p", "").with((words.explain.difference_sum)(changed, records)))
        .with(part(page, words.explain.difference_fields, fields))
        .with(part(page, words.explain.difference_findings, findings))
        .into_any()
}

fn part(page: Page, title: &'static str, mut lines: Vec<AnyView>) -> Option<AnyView> {
    if lines.is_empty() {
        return None;
    }
    let rest = lines.split_off(lines.len().min(SHOWN));
    let more = (page.words.explain.more)(rest.len());
    let rest = (!rest.is_empty()).then(|| disclosure(Look::Plain, more, el("ul", "dc-difference__list").with(rest)));
    let list = el("ul", "dc-difference__list").with(lines);
    Some(el("div", "dc-difference__part").with(el("h4", "dc-small").with(title)).with(list).with(rest).into_any())
}

/// One line: what, which way, in how many of the samples, drawn and said.
fn line(page: Page, of: &Json, what: &str, all: usize) -> AnyView {
    let words = page.words;
    let change = string(of, "change").unwrap_or_default().to_owned();
    let records = strings(of, "records").len();
    let share = records * 100 / all.max(1);
    let said = (words.explain.difference_line)(&change, number(of, "count").unwrap_or_default(), records);
    el("li", "dc-difference__line")
        .set("data-change", change)
        .with(el("bdi", "dc-difference__what").with(what.to_owned()))
        .with(el("span", "dc-small").with(said))
        .with(bar(share as u8))
        .into_any()
}
