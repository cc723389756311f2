//! [`Waterfall`]: the way of one finding, from what was read to what leaves, as the region "Why" draws it.

use super::super::{FindingId, State, found_text};
use super::tweak::set;
use crate::detect::{Entity, Evidence, EvidenceKind};
use crate::preview::{FieldPreview, FindingPreview, Preview, Verdict};
use crate::transform::{Operator, Step};
use serde_json::Value as Json;

/// A recognizer that found something here and lost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loser {
    /// Its id.
    pub recognizer: String,
    /// Its score, 0 to 100.
    pub score: Option<u8>,
}

/// The way of one finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waterfall {
    /// The text as it was read.
    pub raw: String,
    /// JSON pointers of the nodes that hold it.
    pub nodes: Vec<String>,
    /// What had to be undone to read it.
    pub undone: Vec<String>,
    /// The reasons of the winner, but for what was undone and who lost.
    pub reasons: Vec<Evidence>,
    /// Who lost, the best first.
    pub losers: Vec<Loser>,
    /// The operators in order, with their parameters.
    pub steps: Vec<Step>,
    /// What leaves in its place; none where its field stays.
    pub leaves: Option<String>,
}

impl Waterfall {
    /// The way of a finding under the rules that are in force on the page.
    pub fn of(state: &State, preview: &Preview, id: FindingId) -> Option<Self> {
        let (_, field, finding) = id.of(preview)?;
        let kind = |kind: EvidenceKind| move |evidence: &&Evidence| evidence.kind == kind;
        let told = |evidence: &&Evidence| !matches!(evidence.kind, EvidenceKind::Normalized | EvidenceKind::Overlap);
        let loser =
            |evidence: &Evidence| Loser { recognizer: evidence.detail.clone(), score: evidence.score.map(|score| score.value()) };
        let losers = finding.evidence.iter().filter(kind(EvidenceKind::Overlap)).map(loser).collect();
        let losers =
            crate::order::by_place(losers, |loser: &Loser| (100 - usize::from(loser.score.unwrap_or_default()).min(100), 0));
        let continued = finding.continued.iter().map(|range| range.node.clone());
        Some(Self {
            raw: found_text(field, finding).to_owned(),
            nodes: std::iter::once(finding.node.clone()).chain(continued).collect(),
            undone: finding
                .evidence
                .iter()
                .filter(kind(EvidenceKind::Normalized))
                .map(|evidence| evidence.detail.clone())
                .collect(),
            reasons: finding.evidence.iter().filter(told).cloned().collect(),
            losers,
            steps: steps(state, finding),
            leaves: leaving(field, finding),
        })
    }
}

fn leaving(field: &FieldPreview, finding: &FindingPreview) -> Option<String> {
    let leaves = field.decision == Verdict::Contribute && finding.text.contributed.is_some();
    let kept = finding.operator == Operator::Keep;
    leaves.then(|| if kept { found_text(field, finding).to_owned() } else { finding.replacement.clone() })
}

/// The operators that the policy on the page has for a finding.
fn steps(state: &State, finding: &FindingPreview) -> Vec<Step> {
    let steps = state.steps_of(finding.entity);
    // The engine may have ended the chain with another operator, as where a value cannot be read; then only that one is sure.
    if steps.last().is_some_and(|step| step.operator == finding.operator) { steps } else { vec![finding.operator.into()] }
}

impl State {
    /// The operators of an entity under the policy in force, with their parameters.
    pub fn steps_of(&self, entity: Entity) -> Vec<Step> {
        let policy = self.policy().and_then(|policy| serde_json::from_str::<Json>(policy).ok()).unwrap_or_default();
        match policy.pointer("/operators").and_then(|operators| operators.get(entity.id())) {
            Some(rule) => {
                let then = rule.get("then").and_then(Json::as_array).into_iter().flatten();
                std::iter::once(rule).chain(then).filter_map(step).collect()
            }
            None => self.rules().operators.of(entity).steps().cloned().collect(),
        }
    }
}

fn step(json: &Json) -> Option<Step> {
    let members = json.as_object()?;
    let operator: Operator = members.get("operator")?.as_str()?.parse().ok()?;
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    Some(members.iter().fold(Step::from(operator), |step, (name, value)| set(&step, name, &text(value))))
}

/// Whether a field leaves, but not as it is.
pub fn is_changed(field: &FieldPreview) -> bool {
    field.decision == Verdict::Contribute && field.text.contributed.as_deref() != Some(field.text.original.as_str())
}
