//! Trying another operator for a kind of finding or for a whole field: the choice, its parameters, what remains before and after, and
//! what a guess costs.

use super::told::{list, number, string, told};
use super::why::shortened;
use crate::state::{Event, Explaining, Reach, State, Target, Topic, uses};
use crate::transform::{Grain, Operator, Remains, Risks, Scope, Side, Step};
use crate::ui::Page;
use crate::ui::widgets::{dynamic, el, heads, many, small, table, typed};
use leptos::prelude::*;
use serde_json::Value as Json;

/// How many changed places are quoted.
const QUOTED: usize = 5;

/// The value of the choice that means a whole field.
const FIELD: &str = "field";

/// One of the three questions of WP216, and how an operator's row answers it.
type Question = (&'static str, fn(&Risks) -> Remains);

/// The controls for the selected finding, and below them what they do. `whole` is whether its field has an operator of its own already.
pub(super) fn view(page: Page, whole: bool) -> AnyView {
    let words = page.words;
    let tried = page.memo(|state| state.tried());
    let reach = RwSignal::new(whole || untrack(|| tried.with(|tried| matches!(tried, Some((Reach::Field, _))))));
    let now = move || if reach.get() { Reach::Field } else { Reach::Kind };
    let scope = page.now(|state| state.targets()).flatten().filter(|_| !whole && page.now(is_known) == Some(true));
    let scope = scope.map(|targets| {
        let option = |(value, target): (&'static str, &Target)| {
            let is_chosen = (value == FIELD) == reach.get_untracked();
            el("option", "").set("value", value).set("selected", is_chosen).with((words.explain.target)(target)).into_any()
        };
        let choose = typed(move |value| reach.set(value == FIELD));
        let options: Vec<_> = ["kind", FIELD].into_iter().zip(&targets).map(option).collect();
        choice(words.explain.applies_to, el("select", "dc-select").on("change", choose).with(options).into_any())
    });
    // What was tried so far as is chosen.
    let step = move || tried.get().filter(|(tried, _)| *tried == now()).map(|(_, step)| step);
    let chosen = move |id: String| page.send(Event::Explain(Explaining::OperatorTried(now(), id.parse().ok())));
    let parameters = move || {
        let step = step();
        let names = step.as_ref().map_or(&[][..], |step| uses(step.operator));
        let control = |name: &&'static str| step.as_ref().map(|step| parameter(page, now(), step, name));
        names.iter().filter_map(control).collect::<Vec<_>>().into_any()
    };
    let effect = move || match step() {
        Some(after) => effect(page, before(page, now()), after.operator),
        None => ().into_any(),
    };
    let options = move || operators(page, now(), step().map(|step| step.operator));
    let operator = el("select", "dc-select").on("change", typed(chosen)).with(dynamic(options)).into_any();
    el("div", "dc-trial")
        .with(el("div", "dc-trial__row").with(scope).with(choice(words.explain.try_another, operator)).with(dynamic(parameters)))
        .with(dynamic(effect))
        .into_any()
}

/// The operators that are offered, and first of all none.
fn operators(page: Page, reach: Reach, now: Option<Operator>) -> AnyView {
    let words = page.words;
    let is_field = reach == Reach::Field;
    let given = if is_field { words.explain.as_found.to_owned() } else { (words.explain.as_the_rules_say)(before(page, reach)) };
    let option = |id: &'static str, is_chosen: bool, name: String| {
        el("option", "").set("value", id).set("selected", is_chosen).with(name).into_any()
    };
    // A field is withheld by its kind, not by an operator.
    let offered = |operator: &&Operator| !is_field || !matches!(operator, Operator::Drop | Operator::Suppress);
    let mut all = vec![option("", now.is_none(), given)];
    for operator in Operator::ALL.iter().filter(offered) {
        all.push(option(operator.id(), now == Some(*operator), (words.operator)(*operator).to_owned()));
    }
    all.into_any()
}

fn choice(label: &'static str, control: AnyView) -> AnyView {
    el("label", "dc-trial__choice").with(el("span", "dc-label").with(label)).with(control).into_any()
}

/// Whether a rule knows the field of the selected finding: only then the policy can speak of it.
fn is_known(state: &State) -> bool {
    let of = state.shown().zip(state.selected);
    of.and_then(|(shown, id)| id.of(&shown.0)).is_some_and(|(_, field, _)| field.attribute.is_some())
}

/// The operator before: of a kind the given one; of a field none, so that what is not found in it leaves as it is.
fn before(page: Page, reach: Reach) -> Operator {
    let of = |target: &Target| match target {
        Target::Entity(entity) => page.now(|state| state.given.rules.operators.of(*entity).operator()),
        Target::Field { .. } => None,
    };
    page.now(|state| state.target(reach)).flatten().and_then(|target| of(&target)).unwrap_or(Operator::Keep)
}

/// A control for one parameter of the step that is tried.
fn parameter(page: Page, reach: Reach, step: &Step, name: &'static str) -> AnyView {
    let words = page.words;
    let set = move |value: String| page.send(Event::Explain(Explaining::ParameterSet(reach, name, value)));
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
    self::choice((words.explain.parameter)(name), control)
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
