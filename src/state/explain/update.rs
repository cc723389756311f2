//! [`explain()`]: what an event does to what explains the preview.

use super::super::{Effect, Event, FindingId, Outcome, Refusal, Shown, State, found_text};
use super::inquiry::inquiry;
use super::pick::{Pick, trimmed};
use super::tweak::{Tweak, set, tuned};
use super::{Answer, Topic, View, Worth};
use crate::detect::Entity;
use crate::record::parse::InputFormat;
use crate::state::{File, Rules, Task};
use crate::transform::{Operator, Step};
use serde_json::Value as Json;
use std::sync::Arc;

/// What happened to what explains the preview.
#[derive(Clone, Debug)]
pub enum Explaining {
    /// Another way to look at the record.
    ViewChosen(View),
    /// Whether there is no room for two columns any more.
    Narrowed(bool),
    /// The admin says what the own record is; none to let the engine look.
    FormatChosen(Option<InputFormat>),
    /// Another operator is tried for a kind of finding; none to go back.
    OperatorTried(Entity, Option<Operator>),
    /// A parameter of the operator that is tried.
    ParameterSet(Entity, &'static str, String),
    /// What the selected finding holds is never to be hidden.
    NeverHidden(FindingId),
    /// What is picked is always to be hidden.
    AlwaysHidden,
    /// A rule that the engine proposed is taken.
    RuleTaken(Json),
    /// A change of the policy is taken back, by its position.
    TweakDropped(usize),
    /// All changes are taken back, and what was imported is left.
    PolicyReset,
    /// The policy that is being written changed.
    PolicyTyped(String),
    /// A policy was read from a file.
    PolicyLoaded(Result<String, Refusal>),
    /// The policy in force is to be written on.
    PolicyOpened,
    /// The policy that was written is to be used.
    PolicyUsed,
    /// The policy in force is to be kept as a file.
    PolicyKept,
    /// A piece of a field's text was picked: the field by its record and position.
    Picked(usize, usize, (usize, usize)),
    /// What was picked is left.
    PickLeft,
    /// The record is compared with a sample, or no more.
    OtherChosen(Option<String>),
    /// Something is asked.
    Asked(Topic),
    /// An answer is not wanted any more.
    Left(Topic),
    /// Something was answered.
    Told(Topic, u32, Result<Arc<Json>, Refusal>),
    /// The receipt is to be kept as a file.
    ReceiptKept,
    /// The page is to be printed with the receipt.
    ReceiptPrinted,
    /// The canary's record is looked at as the own record.
    PlantedShown(String),
}

/// Changes what explains the preview by one event.
pub(in super::super) fn explain(state: &mut State, event: Explaining) -> Option<Effect> {
    match event {
        Explaining::ViewChosen(view) => {
            state.explain.view = view;
            None
        }
        Explaining::Narrowed(narrow) => {
            state.explain.narrow = narrow;
            None
        }
        Explaining::FormatChosen(format) => {
            state.explain.format = format;
            state.ask().map(Effect::Ask)
        }
        Explaining::OperatorTried(entity, operator) => try_step(state, entity, operator.map(Step::from)),
        Explaining::ParameterSet(entity, name, value) => {
            let (_, step) = state.tried().filter(|(tried, _)| *tried == entity)?;
            try_step(state, entity, Some(set(&step, name, &value)))
        }
        Explaining::NeverHidden(id) => {
            let Shown(preview) = state.shown()?;
            let (_, field, finding) = id.of(preview)?;
            let text = found_text(field, finding).to_owned();
            tweak(state, Tweak::Allow { text })
        }
        Explaining::AlwaysHidden => {
            let text = state.explain.pick.as_ref()?.text.clone();
            tweak(state, Tweak::Deny { text })
        }
        Explaining::RuleTaken(entry) => {
            let members = entry.as_object()?.clone();
            state.explain.tweaks.extend(members.into_iter().map(|(member, entry)| Tweak::Entry { member, entry }));
            retuned(state)
        }
        Explaining::TweakDropped(index) => {
            if index < state.explain.tweaks.len() {
                state.explain.tweaks.remove(index);
            }
            retuned(state)
        }
        Explaining::PolicyReset => {
            state.explain.tweaks.clear();
            state.explain.imported = None;
            retuned(state)
        }
        Explaining::PolicyTyped(text) => {
            state.explain.writing.text = Arc::from(text);
            state.explain.forget(Topic::Policy);
            None
        }
        Explaining::PolicyLoaded(Ok(text)) => written(state, Arc::from(text)),
        Explaining::PolicyLoaded(Err(refusal)) => {
            state.explain.writing.refusal = Some(refusal);
            None
        }
        Explaining::PolicyOpened => {
            let text = pretty(state.policy().unwrap_or("{ \"version\": 1 }"));
            written(state, Arc::from(text))
        }
        Explaining::PolicyUsed => ask(state, Topic::Policy),
        Explaining::PolicyKept => {
            let text = pretty(state.policy().unwrap_or("{ \"version\": 1 }"));
            Some(keep("policy.json", text))
        }
        Explaining::Picked(record, field, range) => pick(state, (record, field), range),
        Explaining::PickLeft => {
            state.explain.pick = None;
            state.explain.forget(Topic::WhyNot);
            None
        }
        Explaining::OtherChosen(other) => {
            state.explain.other = other;
            state.explain.forget(Topic::Comparison);
            ask(state, Topic::Comparison)
        }
        Explaining::Asked(topic) => ask(state, topic),
        Explaining::Left(topic) => {
            state.explain.forget(topic);
            None
        }
        Explaining::Told(topic, number, answer) => told(state, topic, number, answer),
        Explaining::ReceiptKept => {
            let receipt = receipt(state)?;
            Some(keep("receipt.json", serde_json::to_string_pretty(&receipt).ok()?))
        }
        Explaining::ReceiptPrinted => Some(Effect::Desk(Task::Print)),
        Explaining::PlantedShown(text) => super::super::update(state, Event::OwnLoaded(Ok(text))),
    }
}

/// What follows for what explains a preview once another one stands, or none does: answers about what is gone are gone.
pub(in super::super) fn settled(state: &mut State) {
    let stands = match (&state.outcome, &state.explain.pick) {
        (Outcome::Shown(Shown(preview)), Some(pick)) => {
            let field = preview.records.get(pick.record).and_then(|record| record.fields.get(pick.field));
            field.is_some_and(|field| {
                field.path == pick.path && super::super::slice(&field.text.original, pick.range) == pick.text
            })
        }
        (Outcome::Shown(_) | Outcome::Nothing | Outcome::Refused(_), _) => false,
    };
    if !stands {
        state.explain.pick = None;
        state.explain.forget(Topic::WhyNot);
    }
    if state.selected.is_none() {
        state.explain.forget(Topic::Trial);
    }
    // What was told of the case before; whoever still looks at it asks again.
    for topic in [Topic::Receipt, Topic::Canary, Topic::Comparison] {
        state.explain.forget(topic);
    }
    state.desk.receipt.clear();
}

fn keep(name: &str, text: String) -> Effect {
    Effect::Desk(Task::Keep(File { name: name.to_owned(), kind: "application/json", text }))
}

fn receipt(state: &State) -> Option<&Json> {
    match &state.explain.answer(Topic::Receipt)?.worth {
        Worth::Told(answer) => answer.get("receipt"),
        Worth::Waiting | Worth::Refused(_) => None,
    }
}

fn pretty(policy: &str) -> String {
    let read = serde_json::from_str::<Json>(policy).ok();
    read.and_then(|json| serde_json::to_string_pretty(&json).ok()).unwrap_or_else(|| policy.to_owned())
}

fn written(state: &mut State, text: Arc<str>) -> Option<Effect> {
    let writing = &mut state.explain.writing;
    (writing.text, writing.refusal) = (text, None);
    writing.replaced += 1;
    state.explain.forget(Topic::Policy);
    None
}

fn ask(state: &mut State, topic: Topic) -> Option<Effect> {
    if topic == Topic::Policy {
        state.explain.writing.refusal = None;
    }
    let inquiry = inquiry(state, topic)?;
    state.explain.keep(topic, Answer { number: inquiry.number, worth: Worth::Waiting });
    Some(Effect::Inquire(Box::new(inquiry)))
}

fn told(state: &mut State, topic: Topic, number: u32, answer: Result<Arc<Json>, Refusal>) -> Option<Effect> {
    if state.explain.answer(topic).is_none_or(|answer| answer.number != number) {
        return None;
    }
    if topic == Topic::Policy {
        state.explain.forget(topic);
        return match answer {
            Ok(_) => {
                state.explain.imported = Some(Arc::clone(&state.explain.writing.text));
                state.explain.tweaks.clear();
                retuned(state)
            }
            Err(refusal) => {
                state.explain.writing.refusal = Some(refusal);
                None
            }
        };
    }
    if let (Topic::Receipt, Ok(receipt)) = (topic, &answer) {
        state.desk.receipt = receipt.get("digest").and_then(Json::as_str).unwrap_or_default().to_owned();
    }
    let worth = answer.map_or_else(Worth::Refused, Worth::Told);
    state.explain.keep(topic, Answer { number, worth });
    None
}

/// Lays a change over the policy; one that is already there changes nothing.
fn tweak(state: &mut State, tweak: Tweak) -> Option<Effect> {
    if state.explain.tweaks.contains(&tweak) {
        return None;
    }
    state.explain.tweaks.push(tweak);
    retuned(state)
}

/// Tries an operator in the preview, and asks what it is worth.
fn try_step(state: &mut State, entity: Entity, step: Option<Step>) -> Option<Effect> {
    state.explain.tweaks.retain(|tweak| tweak.entity() != Some(entity));
    state.explain.forget(Topic::Trial);
    state.explain.tweaks.extend(step.map(|step| Tweak::Operator { entity, step }));
    let preview = retuned(state);
    let trial = ask(state, Topic::Trial);
    match (preview, trial) {
        (Some(preview), Some(trial)) => Some(Effect::Both(Box::new(preview), Box::new(trial))),
        (one, other) => one.or(other),
    }
}

/// The policy in force changed: the preview follows.
fn retuned(state: &mut State) -> Option<Effect> {
    let Explained { policy, rules } = Explained::of(state);
    (state.explain.policy, state.explain.rules) = (policy, rules);
    state.ask().map(Effect::Ask)
}

/// What follows from the policy of the page.
struct Explained {
    policy: Option<Arc<str>>,
    rules: Option<Rules>,
}

impl Explained {
    fn of(state: &State) -> Self {
        let explain = &state.explain;
        if explain.tweaks.is_empty() && explain.imported.is_none() {
            return Self { policy: None, rules: None };
        }
        let base = explain.imported.as_ref().or(state.given.policy_json.as_ref());
        let policy = tuned(base.map(|base| &**base), &explain.tweaks);
        Self { rules: Rules::read(&policy).ok(), policy: Some(policy) }
    }
}

fn pick(state: &mut State, (record, at): (usize, usize), range: (usize, usize)) -> Option<Effect> {
    let Shown(preview) = state.shown()?;
    let field = preview.records.get(record)?.fields.get(at)?;
    let range = trimmed(&field.text.original, range)?;
    let text = super::super::slice(&field.text.original, range).to_owned();
    let pick = Pick { record, field: at, path: field.path.clone(), label: field.label.clone(), range, text };
    state.explain.pick = Some(pick);
    state.selected = None;
    ask(state, Topic::WhyNot)
}

impl State {
    /// The policy in force on the page as JSON; none for ours.
    pub fn policy(&self) -> Option<&str> {
        self.explain.policy.as_deref().or(self.given.policy_json.as_deref())
    }

    /// The rules in force on the page.
    pub fn rules(&self) -> &Rules {
        self.explain.rules.as_ref().unwrap_or(&self.given.rules)
    }

    /// The operator that is tried for the kind of the selected finding, if one is.
    pub fn tried(&self) -> Option<(Entity, Step)> {
        let Shown(preview) = self.shown()?;
        let (_, _, finding) = self.selected?.of(preview)?;
        self.explain.tweaks.iter().rev().find_map(|tweak| match tweak {
            Tweak::Operator { entity, step } => (*entity == finding.entity).then(|| (*entity, step.clone())),
            Tweak::Allow { .. } | Tweak::Deny { .. } | Tweak::Entry { .. } => None,
        })
    }
}
