//! [`explain()`]: what an event does to what explains the preview.

use super::super::update::receipt_told;
use super::super::{Effect, Engine, Event, FindingId, Outcome, Refusal, Shown, State, found_text};
use super::inquiry::inquiry;
use super::pick::{Pick, trimmed};
use super::tweak::{Reach, Target, Tweak, laid, set};
use super::{Answer, Canary, Topic, View, Worth};
use crate::engine::general;
use crate::record::parse::InputFormat;
use crate::state::{File, Rules, Task};
use crate::transform::{Operator, Step};
use serde_json::{Value as Json, json};
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
    /// Another operator is tried for the selected finding's kind or field; none to go back.
    OperatorTried(Reach, Option<Operator>),
    /// A parameter of the operator that is tried.
    ParameterSet(Reach, &'static str, String),
    /// What the selected finding holds is never to be hidden.
    NeverHidden(FindingId),
    /// What is picked is always to be hidden.
    AlwaysHidden,
    /// A rule that the engine proposed is taken.
    RuleTaken(Json),
    /// An entry is to stand at a member of the policy, once the engine has read it.
    EntryAdded(&'static str, Json),
    /// An entry at a member of the policy is to be left out.
    EntryRemoved(&'static str, Json),
    /// Somebody is to be the canary; none for the one that we invented.
    CanaryNamed(Option<Canary>),
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
    /// The policy that is written is to be what it was before something else took its place.
    PolicyBroughtBack,
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
        Explaining::OperatorTried(reach, operator) => try_step(state, reach, operator.map(Step::from)),
        Explaining::ParameterSet(reach, name, value) => {
            let (_, step) = state.tried().filter(|(tried, _)| *tried == reach)?;
            try_step(state, reach, Some(set(&step, name, &value)))
        }
        Explaining::NeverHidden(id) => {
            let Shown(preview) = state.shown()?;
            let (_, field, finding) = id.of(preview)?;
            let text = found_text(field, finding).to_owned();
            tweak(state, Tweak::listed("allow", json!({ "text": text })))
        }
        Explaining::AlwaysHidden => {
            let text = state.explain.pick.as_ref()?.text.clone();
            tweak(state, Tweak::listed("deny", json!({ "text": text })))
        }
        Explaining::RuleTaken(entry) => {
            let members = entry.as_object()?.clone();
            state.explain.tweaks.extend(members.into_iter().map(|(member, entry)| Tweak::Entry { member, entry }));
            retuned(state)
        }
        Explaining::EntryAdded(member, entry) => {
            state.explain.adding = Some((Tweak::listed(member, entry), None));
            ask(state, Topic::Policy)
        }
        Explaining::EntryRemoved(member, entry) => {
            let tweaks = &mut state.explain.tweaks;
            let added = Tweak::listed(member, entry.clone());
            match tweaks.iter().position(|tweak| *tweak == added) {
                Some(at) => drop(tweaks.remove(at)),
                None => tweaks.push(Tweak::Without { member: member.to_owned(), entry }),
            }
            retuned(state)
        }
        Explaining::CanaryNamed(canary) => {
            state.explain.canary = canary;
            ask(state, Topic::Canary)
        }
        Explaining::TweakDropped(index) => {
            if index < state.explain.tweaks.len() {
                state.explain.tweaks.remove(index);
            }
            retuned(state)
        }
        Explaining::PolicyReset => {
            state.explain.tweaks.clear();
            (state.explain.imported, state.explain.adding) = (None, None);
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
        Explaining::PolicyBroughtBack => {
            let before = state.explain.writing.before.take()?;
            written(state, before)
        }
        Explaining::PolicyUsed => {
            state.explain.adding = None;
            ask(state, Topic::Policy)
        }
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

/// The number of the receipt of what stands on the page, and the question for it where it was not asked yet. None where no answer is
/// to be awaited: the engine is not there, or shows nothing, or has refused.
pub(in super::super) fn await_receipt(state: &mut State) -> Option<(u32, Option<Effect>)> {
    if !matches!((&state.engine, &state.outcome), (Engine::Ready { .. }, Outcome::Shown(_))) {
        return None;
    }
    match state.explain.answer(Topic::Receipt) {
        Some(Answer { number, worth: Worth::Waiting }) => Some((*number, None)),
        Some(_) => None,
        None => {
            let question = ask(state, Topic::Receipt)?;
            Some((state.explain.asked, Some(question)))
        }
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
    for topic in [Topic::Canary, Topic::Comparison] {
        state.explain.forget(topic);
    }
    // A receipt that a save waits for was asked for after this preview was: asking again would only overtake it.
    if state.desk.held.is_none() {
        state.explain.forget(Topic::Receipt);
        state.desk.receipt.clear();
    }
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
    // What somebody wrote is not lost to a file.
    let before = std::mem::replace(&mut writing.text, text);
    writing.before = Some(before).filter(|before| !before.trim().is_empty() && *before != writing.text);
    writing.refusal = None;
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
    let digest = answer.as_ref().ok().and_then(|receipt| receipt.get("digest")?.as_str());
    // A save may wait for a receipt that the page itself has no use for any more.
    let held = if topic == Topic::Receipt { receipt_told(state, number, digest) } else { None };
    if state.explain.answer(topic).is_none_or(|answer| answer.number != number) {
        return held;
    }
    if topic == Topic::Policy {
        state.explain.forget(topic);
        return read(state, answer.err());
    }
    let effect = match (topic, &answer) {
        (Topic::Receipt, Ok(receipt)) => {
            state.desk.receipt = receipt.get("digest").and_then(Json::as_str).unwrap_or_default().to_owned();
            held
        }
        (Topic::Trial, Ok(trial)) => known(state, trial),
        _ => held,
    };
    let worth = answer.map_or_else(Worth::Refused, Worth::Told);
    state.explain.keep(topic, Answer { number, worth });
    effect
}

/// The engine has read a policy that was written, or an entry that is to be added; or it refused.
fn read(state: &mut State, refusal: Option<Refusal>) -> Option<Effect> {
    let adding = state.explain.adding.take();
    match (adding, refusal) {
        (Some((added, _)), None) => tweak(state, added),
        (Some((added, _)), refusal) => {
            state.explain.adding = Some((added, refusal));
            None
        }
        (None, None) => {
            state.explain.imported = Some(Arc::clone(&state.explain.writing.text));
            state.explain.tweaks.clear();
            retuned(state)
        }
        (None, refusal) => {
            state.explain.writing.refusal = refusal;
            None
        }
    }
}

/// The engine has said which rule knows the field that is tried: only now can the policy name it.
fn known(state: &mut State, trial: &Json) -> Option<Effect> {
    let told = trial.pointer("/fieldOperators/0")?;
    let field = state.target(Reach::Field)?;
    let Tweak::Operator { rule, .. } = state.explain.tweaks.iter_mut().find(|tweak| tweak.is_of(&field))? else { return None };
    *rule = Some(told.clone());
    retuned(state)
}

/// Lays a change over the policy; one that is already there changes nothing.
fn tweak(state: &mut State, tweak: Tweak) -> Option<Effect> {
    if state.explain.tweaks.contains(&tweak) {
        return None;
    }
    state.explain.tweaks.push(tweak);
    retuned(state)
}

/// Tries an operator in the preview, and asks what it is worth. Of a field the engine says first which rule knows it.
fn try_step(state: &mut State, reach: Reach, step: Option<Step>) -> Option<Effect> {
    let target = state.target(reach)?;
    state.explain.tweaks.retain(|tweak| !tweak.is_of(&target));
    state.explain.forget(Topic::Trial);
    let waits = step.is_some() && reach == Reach::Field;
    state.explain.tweaks.extend(step.map(|step| Tweak::Operator { target, step, rule: None }));
    let preview = if waits { None } else { retuned(state) };
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
        let policy = laid(state, &explain.tweaks);
        Self { rules: policy.as_ref().and_then(|policy| Rules::read(policy).ok()), policy }
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

    /// What an operator would be tried for: every finding of the selected one's kind, and all of its field.
    pub fn targets(&self) -> Option<[Target; 2]> {
        let Shown(preview) = self.shown()?;
        let id = self.selected?;
        let (_, field, finding) = id.of(preview)?;
        let (record_type, path) = (preview.records.get(id.record)?.record_type, general(&field.path));
        Some([Target::Entity(finding.entity), Target::Field { record_type, path, label: field.label.clone() }])
    }

    /// One of them.
    pub fn target(&self, reach: Reach) -> Option<Target> {
        let [kind, field] = self.targets()?;
        Some(if reach == Reach::Kind { kind } else { field })
    }

    /// The operator that is tried for the selected finding: for its field, else for its kind.
    pub fn tried(&self) -> Option<(Reach, Step)> {
        let of = |reach: Reach| {
            let target = self.target(reach)?;
            self.explain.tweaks.iter().find_map(|tweak| match tweak {
                Tweak::Operator { step, .. } if tweak.is_of(&target) => Some((reach, step.clone())),
                Tweak::Operator { .. } | Tweak::Entry { .. } | Tweak::Without { .. } => None,
            })
        };
        of(Reach::Field).or_else(|| of(Reach::Kind))
    }
}
