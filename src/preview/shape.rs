//! The shapes of a [`Preview`], as the contract spells them. Only what went through the pipeline gets in here.

use super::Passing;
use crate::derive::AttributeKind;
use crate::detect::{Class, Entity, Evidence, EvidenceKind, Finding, Score};
use crate::policy::{Attribute, Decision, Lane, Product, Reason};
use crate::record::document::{Part, Place};
use crate::record::parse::{InputFormat, Warning};
use crate::record::{RecordType, Utf16};
use crate::risk::Risk;
use crate::transform::{Change, Operator};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What becomes of records under a case. The only thing the page and the host see.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Which engine under which rules.
    pub engine: Engine,
    /// What the input was taken for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub format: Option<InputFormat>,
    /// One for each record, in order.
    pub records: Vec<RecordPreview>,
    /// What could still be told.
    pub risk: Risk,
    /// What was odd.
    pub warnings: Vec<Warning>,
}

/// Which engine under which rules made a preview.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Engine {
    /// The package's version.
    pub version: String,
    /// SHA-256 over the policy's canonical JSON.
    pub policy_digest: String,
    /// SHA-256 of the lexicon and tagger for names, 16 hexadecimal digits of it; none where they are absent, and fewer names are found.
    pub names: Option<String>,
}

/// What becomes of one record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordPreview {
    /// What the record calls itself.
    pub id: String,
    /// The product it belongs to; absent where no covered product owns its type.
    pub product: Option<Product>,
    /// What kind of record it is.
    pub record_type: RecordType,
    /// The key of the space that holds it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub container: Option<String>,
    /// Every field, in the order of the source.
    pub fields: Vec<FieldPreview>,
    /// What leaves, lane by lane.
    pub contributed: Contributed,
}

/// What leaves of one record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contributed {
    /// Content attributes.
    pub metadata: Vec<AttributePreview>,
    /// The record in its own shape, reduced to what is contributed; null where nothing is.
    pub in_app_data: Json,
}

/// One content attribute.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttributePreview {
    /// The label of the field it is, or was computed from.
    pub attribute: String,
    /// What was computed; absent where it is the field's own value.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub derived: Option<AttributeKind>,
    /// Its value.
    pub value: Json,
    /// The path of that field.
    pub from: String,
    /// Where it was computed from several: all of them, the first few where there are many.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub sources: Vec<String>,
    /// What speaks for the value. It explains, and does not leave.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub evidence: Vec<AttributeEvidence>,
    /// Whether its being contributed is our assumption.
    pub assumption: bool,
}

/// A reason for a computed value: a word of our own list, or another record by its number, and how much it counts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct AttributeEvidence {
    /// The word, or `record-` and a number.
    pub detail: String,
    /// How much it counts.
    pub weight: i32,
}

/// What becomes of one field.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldPreview {
    /// JSON pointer into the record.
    pub path: String,
    /// What people call it.
    pub label: String,
    /// The lane its kind of data leaves by.
    pub lane: FieldLane,
    /// Whether it leaves.
    pub decision: Verdict,
    /// Why.
    pub reason: Reason,
    /// How it could identify somebody; absent where no rule knows the field.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attribute: Option<Attribute>,
    /// Whether what we hold of this field is our assumption.
    pub assumption: bool,
    /// The value as it was read.
    pub original: Json,
    /// The value as it leaves; null where it stays.
    pub contributed: Option<Json>,
    /// The value as text, before and after.
    pub text: FieldText,
    /// What was found in it, in order.
    pub findings: Vec<FindingPreview>,
    /// What scored too little to be found, in order: the answer to "why not?". Changes nothing.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub candidates: Vec<CandidatePreview>,
    /// What happened to it, in order.
    pub steps: Vec<Step>,
}

/// A field's value as text, to be read and marked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldText {
    /// All text of the value, blocks on lines of their own.
    pub original: String,
    /// How many UTF-16 code units of it people see; the rest stands in attributes.
    pub visible: usize,
    /// The same after the operators; absent where the field stays.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contributed: Option<String>,
    /// How many UTF-16 code units of that people see.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contributed_visible: Option<usize>,
}

/// What scored too little to be found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CandidatePreview {
    /// `[start, end)` in the field's original text.
    pub text: (usize, usize),
    /// What it would be.
    pub entity: Entity,
    /// How certain, 0 to 100.
    pub score: Score,
    /// Which recognizer knows the shape.
    pub recognizer: String,
    /// Why the score is what it is; the last reason says what would do.
    pub evidence: Vec<Evidence>,
}

/// The lane of a field's kind of data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldLane {
    /// Metadata.
    Metadata,
    /// In-app data.
    InAppData,
    /// None: it is not known, or not contributed.
    None,
}

/// Whether a field leaves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It leaves.
    Contribute,
    /// It stays.
    Withhold,
}

/// A finding and what becomes of it. Offsets are UTF-16 code units.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingPreview {
    /// Start in its (first) node.
    pub start: usize,
    /// End in its (first) node.
    pub end: usize,
    /// JSON pointer of that node inside the field's value.
    pub node: String,
    /// `key` where an object key holds it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub part: Option<KeyPart>,
    /// The other nodes it reaches into.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub continued: Vec<NodeRange>,
    /// What it is.
    pub entity: Entity,
    /// Its coarse class.
    pub class: Class,
    /// How certain, 0 to 100.
    pub score: Score,
    /// Which recognizer found it.
    pub recognizer: String,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// What is done with it.
    pub operator: Operator,
    /// What stands there instead.
    pub replacement: String,
    /// Whether that operator is our choice.
    pub assumption: bool,
    /// Where it stands in the field's text: before, and after if the field leaves.
    pub text: TextRange,
}

/// Marks a node that is an object key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPart {
    /// The key itself.
    Key,
}

/// A stretch of a node.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NodeRange {
    /// JSON pointer of the node inside the field's value.
    pub node: String,
    /// First code unit.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Where a finding stands in a field's text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TextRange {
    /// `[start, end)` in the original text.
    pub original: (usize, usize),
    /// `[start, end)` in the contributed text.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contributed: Option<(usize, usize)>,
}

/// One step of a field's way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Step {
    /// It was read.
    Raw {
        /// UTF-16 code units of text in it.
        length: usize,
    },
    /// It was made readable for the search; the finding's evidence says how.
    Normalized {
        /// The finding's position in the list.
        finding: usize,
        /// What was undone: an escape, a look-alike, a break.
        how: String,
    },
    /// Something was found in it. What lost against it stands in its evidence.
    Found {
        /// The finding's position in the list.
        finding: usize,
    },
    /// An operator was applied.
    Operator {
        /// The finding's position in the list.
        finding: usize,
        /// The operator.
        operator: Operator,
        /// All of the rule, with its parameters and what followed; null where the operator says it all.
        #[serde(skip_serializing_if = "Json::is_null", default)]
        rule: Json,
    },
    /// What was found turned the decision.
    Settled {
        /// The reason that holds now.
        reason: Reason,
    },
    /// It leaves.
    Leaves {
        /// Bytes of JSON.
        bytes: usize,
    },
}

impl FieldPreview {
    pub(super) fn of(passing: &Passing<'_>) -> Self {
        let (decision, reason) = match &passing.decision {
            Decision::Contribute(_, reason) => (Verdict::Contribute, reason.clone()),
            Decision::Withhold(reason) => (Verdict::Withhold, reason.clone()),
        };
        let leaves = decision == Verdict::Contribute;
        let findings = findings(passing, leaves);
        let joined = passing.searched.text.joined();
        let leaving = passing.leaving_text();
        let steps = steps(passing, &findings, leaves.then(|| &**passing.changed.value()), &reason);
        Self {
            path: passing.field.path.to_string(),
            label: passing.field.label.clone(),
            lane: FieldLane::of(passing.known.rule.and_then(|rule| rule.kind.lane())),
            decision,
            reason,
            attribute: passing.known.rule.map(|rule| rule.attribute),
            assumption: passing.assumption(),
            original: passing.field.value.clone(),
            contributed: leaves.then(|| Json::clone(passing.changed.value())),
            text: FieldText {
                original: joined.to_owned(),
                visible: Utf16::new(joined).at(passing.searched.text.visible()),
                contributed: leaves.then(|| leaving.to_owned()),
                contributed_visible: leaves.then(|| Utf16::new(leaving).at(passing.after(passing.searched.text.visible()))),
            },
            findings,
            candidates: candidates(passing),
            steps,
        }
    }
}

fn candidates(passing: &Passing<'_>) -> Vec<CandidatePreview> {
    let mut units = Utf16::new(passing.searched.text.joined());
    let candidate = |finding: &Finding| CandidatePreview {
        text: (units.at(finding.span.start()), units.at(finding.span.end())),
        entity: finding.entity,
        score: finding.score,
        recognizer: finding.id().to_owned(),
        evidence: finding.evidence.clone(),
    };
    passing.searched.candidates.iter().map(candidate).collect()
}

impl FieldLane {
    fn of(lane: Option<Lane>) -> Self {
        match lane {
            Some(Lane::Metadata) => Self::Metadata,
            Some(Lane::InAppData) => Self::InAppData,
            None => Self::None,
        }
    }
}

fn findings(passing: &Passing<'_>, leaves: bool) -> Vec<FindingPreview> {
    let mut before = Utf16::new(passing.searched.text.joined());
    let mut after = Utf16::new(passing.changed.text());
    let found = passing.searched.treated().as_slice().iter().zip(passing.changed.changes());
    found
        .map(|(finding, change)| {
            let original = (before.at(finding.span.start()), before.at(finding.span.end()));
            let gone = finding.span.end() > passing.leaving;
            let contributed = (leaves && !gone).then(|| (after.at(change.range.start), after.at(change.range.end)));
            let places = passing.searched.text.places(finding.span);
            finding_preview(finding, change, &places, TextRange { original, contributed })
        })
        .collect()
}

fn finding_preview(finding: &Finding, change: &Change, places: &[Place<'_>], text: TextRange) -> FindingPreview {
    let mut ranges = places.iter().map(node_range);
    let first = ranges.next().unwrap_or(NodeRange { node: String::new(), start: 0, end: 0 });
    FindingPreview {
        start: first.start,
        end: first.end,
        node: first.node,
        part: places.first().filter(|place| place.part == Part::Key).map(|_| KeyPart::Key),
        continued: ranges.collect(),
        entity: finding.entity,
        class: finding.entity.row().class,
        score: finding.score,
        recognizer: finding.id().to_owned(),
        evidence: finding.evidence.clone(),
        operator: change.operator,
        replacement: change.replacement.clone(),
        assumption: change.assumption,
        text,
    }
}

fn node_range(place: &Place<'_>) -> NodeRange {
    let mut units = Utf16::new(place.raw);
    NodeRange { node: place.pointer.to_owned(), start: units.at(place.range.start), end: units.at(place.range.end) }
}

fn steps(passing: &Passing<'_>, findings: &[FindingPreview], leaving: Option<&Json>, reason: &Reason) -> Vec<Step> {
    let joined = passing.searched.text.joined();
    let mut steps = vec![Step::Raw { length: Utf16::new(joined).at(joined.len()) }];
    for (finding, of) in findings.iter().enumerate() {
        let undone = of.evidence.iter().filter(|reason| reason.kind == EvidenceKind::Normalized);
        steps.extend(undone.map(|reason| Step::Normalized { finding, how: reason.detail.to_string() }));
        steps.push(Step::Found { finding });
    }
    if passing.settled {
        steps.push(Step::Settled { reason: reason.clone() });
    }
    if let Some(value) = leaving {
        let applied = passing.changed.changes().iter().enumerate();
        steps.extend(applied.map(|(finding, change)| Step::Operator {
            finding,
            operator: change.operator,
            rule: change.rule.as_ref().and_then(|rule| serde_json::to_value(rule).ok()).unwrap_or_default(),
        }));
        steps.push(Step::Leaves { bytes: value.to_string().len() });
    }
    steps
}
