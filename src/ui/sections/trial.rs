//! Trying another operator for a kind of finding: the choice, its parameters, what remains before and after, and what a guess costs.

use super::told::{list, number, string, told};
use super::why::shortened;
use crate::detect::Entity;
use crate::state::{Event, Explaining, Topic, uses};
use crate::transform::{Grain, Operator, Remains, Risks, Scope, Side, Step};
use crate::ui::Page;
use crate::ui::widgets::{dynamic, el, heads, many, small, table, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// How many changed places are quoted.
const QUOTED: usize = 5;

/// One of the three questions of WP216, and how an operator's row answers it.
type Question = (&'static str, fn(&Risks) -> Remains);

/// The controls for one kind, and below them what they do.
pub(super) fn view(page: Page, entity: Entity) -> AnyView {
    let words = page.words;
    let tried = page.memo(|state| state.tried());
    let before = page.now(|state| state.given.rules.operators.of(entity).operator()).unwrap_or(Operator::Keep);
    let chosen = move |id: String| page.send(Event::Explain(Explaining::OperatorTried(entity, id.parse().ok())));
    let options = move || {
        let now = tried.with(|tried| tried.as_ref().map(|(_, step)| step.operator));
        let none =
            el("option", "").set("value", "").set("selected", now.is_none()).with((words.explain.as_the_rules_say)(before));
        let option = |operator: &Operator| {
            let name = (words.operator)(*operator);
            el("option", "").set("value", operator.id()).set("selected", now == Some(*operator)).with(name).into_any()
        };
        many().with(none).with(Operator::ALL.iter().map(option).collect::<Vec<_>>()).into_any()
    };
    let parameters = move || {
        let step = tried.with(|tried| tried.as_ref().map(|(_, step)| step.clone()));
        let control = |step: &Step, name: &&'static str| parameter(page, entity, step, name);
        step.map(|step| uses(step.operator).iter().map(|name| control(&step, name)).collect::<Vec<_>>().into_any())
            .unwrap_or_else(|| ().into_any())
    };
    let effect = move || match tried.with(|tried| tried.as_ref().map(|(_, step)| step.operator)) {
        Some(after) => effect(page, before, after),
        None => ().into_any(),
    };
    el("div", "dc-trial")
        .with(
            el("div", "dc-trial__row")
                .with(
                    el("label", "dc-trial__choice")
                        .with(el("span", "dc-label").with(words.explain.try_another))
                        .with(el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options))),
                )
                .with(dynamic(parameters)),
        )
        .with(dynamic(effect))
        .into_any()
}

/// A control for one parameter of the step that is tried.
fn parameter(page: Page, entity: Entity, step: &Step, name: &'static str) -> AnyView {
    let words = page.words;
    let set = move |value: String| page.send(Event::Explain(Explaining::ParameterSet(entity, name, value)));
    let of = &step.parameters;
    let choice = |ids: Vec<&'static str>, now: Option<&'static str>| {
        let option = |id: &'static str| {
            let word = (words.explain.parameter_word)(id);
            el("option", "").set("value", id).set("selected", now == Some(id)).with(word).into_any()
        };
        el("select", "dc-select").on("change", typed(set)).with(ids.into_iter().map(option).collect::<Vec<_>>()).into_any()
    };
    let count = |now: u32| {
        let input = el("input", "dc-input dc-trial__number").set("type", "number").set("min", "0").set("inputmode", "numeric");
        input.set("value", now.to_string()).on("change", typed(set)).into_any()
    };
    let control = match name {
        "scope" => {
            choice(Scope::ALL.iter().map(|scope| scope.id()).collect(), Some(of.scope.unwrap_or(Scope::Organization).id()))
        }
        "grain" => choice(Grain::ALL.iter().map(|grain| grain.id()).collect(), Some(of.grain.unwrap_or(Grain::Year).id())),
        "side" => choice(Side::ALL.iter().map(|side| side.id()).collect(), Some(of.side.unwrap_or(Side::End).id())),
        "keepLast" => count(of.keep_last.unwrap_or(0).into()),
        "width" => count(of.width.unwrap_or(10)),
        "highest" => count(of.highest.unwrap_or(89)),
        "days" => count(of.days.unwrap_or(183)),
        "share" => count(of.share.unwrap_or(10).into()),
        _ => return ().into_any(),
    };
    el("label", "dc-trial__choice").with(el("span", "dc-label").with((words.explain.parameter)(name))).with(control).into_any()
}

/// What remains before and after, by the three questions; then what the engine says of guesses and of the places that change.
fn effect(page: Page, before: Operator, after: Operator) -> AnyView {
    let words = page.words;
    let (was, is) = (before.row().risks, after.row().risks);
    let questions: [Question; 3] = [
        (words.singled_out, |risks| risks.singling_out),
        (words.linked, |risks| risks.linkability),
        (words.inferred, |risks| risks.inference),
    ];
    let row = |(name, of): &Question| {
        let cell = |label: &'static str, remains: Remains| {
            el("td", "dc-table__cell").set("data-label", label).set("data-remains", level(remains)).with((words.remains)(remains))
        };
        el("tr", "dc-table__row")
            .with(el("th", "dc-table__cell").set("scope", "row").set("data-label", words.explain.question).with(*name))
            .with(cell(words.explain.before, of(&was)))
            .with(cell(words.explain.after, of(&is)))
            .into_any()
    };
    let rows: Vec<_> = questions.iter().map(row).collect();
    let names = [words.explain.question, words.explain.before, words.explain.after];
    many()
        .with(table(words.explain.risk_before_after.into_any(), heads(&names), rows.into_any()))
        .with(told(page, Topic::Trial, move |answer| measured(page, answer)))
        .into_any()
}

/// A word for the style sheet.
pub(super) fn level(remains: Remains) -> &'static str {
    match remains {
        Remains::No => "no",
        Remains::MaybeNot => "maybe",
        Remains::Yes => "yes",
    }
}

fn measured(page: Page, answer: &Json) -> AnyView {
    let words = page.words;
    let of = list(answer, "entities").first();
    let guess = |name: &str| of.and_then(|of| of.get(name)).filter(|guess| guess.is_object());
    let cost = |guess: &Json| {
        let whole = |name: &str| guess.get(name).and_then(Json::as_f64).unwrap_or_default() as u64;
        small((words.explain.guess)(whole("bits"), whole("seconds"), whole("rate")))
    };
    let changes = list(answer, "changes");
    let quoted = |change: &Json| {
        let (was, is) = (string(change, "before"), string(change, "after"));
        let word = |text: Option<&str>| {
            text.map_or_else(|| words.explain.field_stays.to_owned(), |text| format!("“{}”", shortened(text)))
        };
        el("li", "").with(el("bdi", "").with(format!("{} → {}", word(was), word(is)))).into_any()
    };
    let list_of: Vec<_> = changes.iter().take(QUOTED).map(quoted).collect();
    let findings = of.and_then(|of| number(of, "findings")).unwrap_or(changes.len());
    many()
        .with(guess("guess").map(cost))
        .with(small((words.explain.places_change)(changes.len(), findings)))
        .with(el("ul", "dc-why__evidence").with(list_of))
        .into_any()
}
