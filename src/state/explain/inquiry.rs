//! [`Inquiry`]: a question to the engine besides the preview, and its [`Answer`] as JSON. The shapes are the engine's (`crate::engine`).

use super::super::{Refusal, State};
use super::Target;
use crate::engine::PreviewRequest;
use crate::state::{Sample, Source};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// What can be asked. Each is asked anew in the place of its own last question only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Topic {
    /// Every id in use and every rule.
    Catalog,
    /// What a policy that is being written is worth.
    Policy,
    /// What the draft changes against what is saved.
    Difference,
    /// Why a text was not found.
    WhyNot,
    /// What another operator would do.
    Trial,
    /// Where copies of an invented person end.
    Canary,
    /// Two records beside each other.
    Comparison,
    /// A receipt that can be kept.
    Receipt,
    /// How much of what leaves is probably missed.
    Misses,
}

/// A question: which kind, about which case, with which members besides.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// What it is about.
    pub topic: Topic,
    /// Grows with every question; the answer must carry it.
    pub number: u32,
    /// The engine's word for the kind of question.
    pub kind: &'static str,
    /// The case; empty for the catalog.
    pub request: PreviewRequest,
    /// The members besides.
    pub more: Map<String, Json>,
}

/// What became of a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The number of the question.
    pub number: u32,
    /// What was answered.
    pub worth: Worth,
}

/// What was answered.
#[derive(Clone, Debug)]
pub enum Worth {
    /// Nothing yet.
    Waiting,
    /// This.
    Told(Arc<Json>),
    /// No answer, and why.
    Refused(Refusal),
}

impl PartialEq for Answer {
    /// The same question in the same state: what was told to it never changes.
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number && std::mem::discriminant(&self.worth) == std::mem::discriminant(&other.worth)
    }
}

impl Topic {
    /// The engine's word.
    fn kind(self) -> &'static str {
        match self {
            Self::Catalog => "catalog",
            Self::Policy => "preview",
            Self::Difference => "diff",
            Self::WhyNot => "why-not",
            Self::Trial => "try",
            Self::Canary => "canary",
            Self::Comparison => "compare",
            Self::Receipt => "receipt",
            Self::Misses => "detect",
        }
    }
}

/// The next question about a topic; none where there is nothing to ask about.
pub(super) fn inquiry(state: &mut State, topic: Topic) -> Option<Inquiry> {
    let (request, more) = match topic {
        Topic::Catalog => (PreviewRequest::default(), Map::new()),
        Topic::Policy => {
            let added = state
                .explain
                .adding
                .as_ref()
                .map(|(tweak, _)| [state.explain.tweaks.as_slice(), std::slice::from_ref(tweak)].concat());
            let added = added.and_then(|tweaks| super::tweak::laid(state, &tweaks));
            let policy = Some(added.as_ref().unwrap_or(&state.explain.writing.text).to_string());
            (PreviewRequest { input: Some("-".to_owned()), policy, ..PreviewRequest::default() }, Map::new())
        }
        Topic::Difference => {
            let saved = serde_json::to_string(&state.saved()?.settings).ok()?;
            (state.case(), members([("saved", json!(saved)), inputs(state)]))
        }
        Topic::WhyNot => {
            let pick = state.explain.pick.as_ref()?;
            let (path, (start, end)) = (json!(pick.path), pick.range);
            let place = [("record", json!(pick.record)), ("path", path), ("start", json!(start)), ("end", json!(end))];
            (state.request()?, members(place.into_iter().chain([inputs(state)])))
        }
        Topic::Trial => {
            let (reach, step) = state.tried()?;
            let target = state.target(reach)?;
            // What is tried already stands in the page's policy; it is compared with the policy before.
            let policy = super::tweak::without(state, &target);
            let (member, operators) = match &target {
                Target::Entity(entity) => ("operators", json!({ entity.id(): step })),
                Target::Field { .. } => ("fieldOperators", json!({ field(state)?: step })),
            };
            let request = PreviewRequest { policy: policy.as_deref().map(str::to_owned), ..state.request()? };
            (request, members([(member, json!(operators.to_string()))]))
        }
        Topic::Canary => {
            let person = state.explain.canary.as_ref().map(|canary| ("person", canary.to_json()));
            (state.case(), members([inputs(state)].into_iter().chain(person)))
        }
        Topic::Comparison => {
            let other = state.explain.other.clone()?;
            let two = match &state.source {
                Source::Own => vec![json!({ "id": "", "text": &*state.own }), input(state, &other)?],
                Source::Sample(id) => vec![input(state, id)?, input(state, &other)?],
            };
            (state.case(), members([("inputs", Json::Array(two))]))
        }
        Topic::Receipt => (state.request()?, Map::new()),
        Topic::Misses => {
            let record = state.shown()?.0.records.get(state.record)?;
            let policy = state.policy().map(str::to_owned);
            let more = members([("text", json!(super::leaving(record))), ("misses", json!(true))]);
            (PreviewRequest { policy, ..PreviewRequest::default() }, more)
        }
    };
    state.explain.asked += 1;
    Some(Inquiry { topic, number: state.explain.asked, kind: topic.kind(), request, more })
}

/// The path of the selected finding's field.
fn field(state: &State) -> Option<String> {
    let (_, field, _) = state.selected?.of(&state.shown()?.0)?;
    Some(field.path.clone())
}

fn members(list: impl IntoIterator<Item = (&'static str, Json)>) -> Map<String, Json> {
    list.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

/// Every sample that the page offers. Ours are named, and whoever has their texts puts them in.
fn inputs(state: &State) -> (&'static str, Json) {
    let all = state.given.samples.iter().filter_map(|sample| input(state, sample.id()));
    ("inputs", all.collect())
}

fn input(state: &State, id: &str) -> Option<Json> {
    let sample = state.given.samples.iter().find(|sample| sample.id() == id)?;
    Some(match sample {
        Sample::BuiltIn { id } => json!({ "id": id }),
        Sample::Given { id, text, .. } => json!({ "id": id, "text": &**text }),
    })
}
