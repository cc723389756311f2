//! [`Waterfall`]: the way of one finding, from what was read to what leaves, as the region "Why" draws it.

use super::super::{FindingId, found_text};
use super::tweak::set;
use crate::detect::{Evidence, EvidenceKind};
use crate::preview::{FieldPreview, FindingPreview, Preview, Step as Told, Verdict};
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
    /// Bytes that leave of its field, as JSON; none where it stays.
    pub bytes: Option<usize>,
    /// Whether what was found turned the decision on its field.
    pub settled: bool,
}

impl Waterfall {
    /// The way of a finding, by the steps that the engine tells of its field.
    pub fn of(preview: &Preview, id: FindingId) -> Option<Self> {
        let (_, field, finding) = id.of(preview)?;
        let told = |evidence: &&Evidence| !matches!(evidence.kind, EvidenceKind::Normalized | EvidenceKind::Overlap);
        let loser = |evidence: &Evidence| Loser {
            recognizer: evidence.detail.to_string(),
            score: evidence.score.map(|score| score.value()),
        };
        let lost = finding.evidence.iter().filter(|evidence| evidence.kind == EvidenceKind::Overlap).map(loser).collect();
        let losers =
            crate::order::by_place(lost, |loser: &Loser| (100 - usize::from(loser.score.unwrap_or_default()).min(100), 0));
        let continued = finding.continued.iter().map(|range| range.node.clone());
        let undone = |step: &Told| {
            let Told::Normalized { finding, how } = step else { return None };
            (*finding == id.finding).then(|| how.clone())
        };
        let bytes = |step: &Told| if let Told::Leaves { bytes } = step { Some(*bytes) } else { None };
        Some(Self {
            raw: found_text(field, finding).to_owned(),
            nodes: std::iter::once(finding.node.clone()).chain(continued).collect(),
            undone: field.steps.iter().filter_map(undone).collect(),
            reasons: finding.evidence.iter().filter(told).cloned().collect(),
            losers,
            steps: steps(field, id.finding),
            leaves: leaving(field, finding),
            bytes: field.steps.iter().find_map(bytes),
            settled: field.steps.iter().any(|step| matches!(step, Told::Settled { .. })),
        })
    }
}

fn leaving(field: &FieldPreview, finding: &FindingPreview) -> Option<String> {
    let leaves = field.decision == Verdict::Contribute && finding.text.contributed.is_some();
    let kept = finding.operator == Operator::Keep;
    leaves.then(|| if kept { found_text(field, finding).to_owned() } else { finding.replacement.clone() })
}

/// The operators that were applied to a finding. Where its field stays none was, and the one that would be is told.
fn steps(field: &FieldPreview, at: usize) -> Vec<Step> {
    let applied = field.steps.iter().find_map(|step| {
        let Told::Operator { finding, rule, .. } = step else { return None };
        (*finding == at).then_some(rule)
    });
    let first = applied.filter(|rule| !rule.is_null());
    let then = first.and_then(|rule| rule.get("then")).and_then(Json::as_array);
    let all: Vec<_> = first.into_iter().chain(then.into_iter().flatten()).filter_map(step).collect();
    if all.is_empty() { field.findings.get(at).map(|finding| finding.operator.into()).into_iter().collect() } else { all }
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
