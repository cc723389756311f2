//! Floor 6. Records and a [`Case`] become a [`Preview`]: exactly what would leave, by which lane, and why.
//!
//! The order is the pipeline's: decide, detect, settle, transform, derive, measure. Nothing here can fail; what is odd becomes a
//! warning. Every offset that leaves this module is in UTF-16 code units.

mod read;
mod shape;

pub use shape::*;

use crate::derive;
use crate::detect::{Detector, Disjoint, Hints, People};
use crate::order::distinct;
use crate::policy::{Attribute, Case, Decision, FieldRule, Known, Lane, Product, Reason, decide, metadata, settle};
use crate::record::document::Text;
use crate::record::parse::{Error, InputFormat, parse};
use crate::record::{Field, Parts, Record};
use crate::risk::{Classes, Risk, Technique};
use crate::transform::{Deidentified, Ground, Labels, Operator, PseudonymKey, deidentify};
use serde_json::{Value as Json, json};

/// Reads records from text and previews them: see [`preview`].
///
/// # Errors
/// Only the reading can fail: see [`Error`].
pub fn preview_text(
    detector: &Detector,
    input: &str,
    format: InputFormat,
    (case, digest): (&Case, String),
    key: &PseudonymKey,
) -> Result<Preview, Error> {
    let parsed = parse(input, format)?;
    let mut preview = preview(detector, &parsed.records, (case, digest), key);
    preview.format = Some(parsed.format);
    preview.warnings.splice(0..0, parsed.warnings);
    Ok(preview)
}

/// What becomes of records under a case, whose policy has this [digest](crate::policy::digest) and this detector.
pub fn preview(detector: &Detector, records: &[Record], (case, digest): (&Case, String), key: &PseudonymKey) -> Preview {
    let everyone: Vec<_> = records.iter().flat_map(|record| record.people.iter().cloned()).collect();
    let people = People::new(&everyone);
    let engine = Engine { version: env!("CARGO_PKG_VERSION").to_owned(), policy_digest: digest };
    let run = Run { detector, people: &people, case, key };
    let records: Vec<_> = records.iter().map(|record| run.record(record)).collect();
    let risk = assess(&records);
    Preview { engine, format: None, records, risk, warnings: Vec::new() }
}

/// What all records of one preview share.
struct Run<'a> {
    detector: &'a Detector,
    people: &'a People,
    case: &'a Case,
    key: &'a PseudonymKey,
}

/// A field on its way through the pipeline.
struct Passing<'a> {
    field: &'a Field,
    known: Known<'a>,
    decision: Decision,
    settled: bool,
    text: Text,
    /// How many bytes of the text would leave: all of it, or the parts that may.
    leaving: usize,
    found: Disjoint,
    candidates: Disjoint,
    changed: Deidentified<Json>,
}

impl Run<'_> {
    fn record(&self, record: &Record) -> RecordPreview {
        let mut labels = Labels::default();
        let mut passing: Vec<_> = record.fields.iter().map(|field| self.field(record, field, &mut labels)).collect();
        let suppressed = self.suppress(&mut passing);
        let contributed = Contributed {
            metadata: if suppressed { Vec::new() } else { self.attributes(record, &passing) },
            in_app_data: in_app_data(record, &passing),
        };
        RecordPreview {
            id: record.id.clone(),
            product: Product::of(record.record_type),
            record_type: record.record_type,
            container: record.container.as_ref().map(|container| container.key.clone()),
            fields: passing.iter().map(FieldPreview::of).collect(),
            contributed,
        }
    }

    fn field<'a>(&'a self, record: &Record, field: &'a Field, labels: &mut Labels) -> Passing<'a> {
        let known = self.case.policy.known(record, field);
        let decided = decide(self.case, record, known);
        let parts =
            known.rule.filter(|rule| !rule.members.is_empty()).map(|rule| Parts::new(rule.members.iter().map(AsRef::as_ref)));
        let text = match &parts {
            Some(parts) => Text::read_parts(&field.value, parts),
            None => Text::read(&field.value, field.format),
        };
        let hints = Hints { people: self.people, known: text.known() };
        let detection = self.detector.detect(text.joined(), hints, self.case.policy.threshold);
        let (candidates, found) = (detection.candidates(), detection.findings);
        let decision = settle(decided.clone(), &found, &self.case.policy.operators);
        let settled = decision != decided;
        let changed = deidentify(&field.value, &text, &found, &self.case.policy.operators, (labels, &self.ground(record)));
        let (changed, leaving) = match parts {
            Some(parts) => (changed.map(|value| parts.of(&value)), text.visible()),
            None => (changed, text.joined().len()),
        };
        Passing { field, known, decision, settled, text, leaving, found, candidates, changed }
    }

    /// Withholds the whole record where a finding in what would leave asks for that. Says whether one does.
    fn suppress(&self, passing: &mut [Passing<'_>]) -> bool {
        let operators = &self.case.policy.operators;
        let asks = |field: &Passing<'_>| {
            let leaves = matches!(field.decision, Decision::Contribute(..));
            let mut found = field.found.iter().map(|finding| finding.entity).filter(|_| leaves);
            found.find(|entity| operators.of(*entity).has(Operator::Suppress))
        };
        let Some(entity) = passing.iter().find_map(asks) else { return false };
        for field in passing.iter_mut().filter(|field| matches!(field.decision, Decision::Contribute(..))) {
            field.decision = Decision::Withhold(Reason::EntityDropped { entity });
            field.settled = true;
        }
        true
    }

    /// What stand-ins in this record are made from.
    fn ground<'a>(&'a self, record: &'a Record) -> Ground<'a> {
        let product = Product::of(record.record_type).map_or("", Product::id);
        Ground { key: self.key, record: &record.id, product, week: self.case.now.weeks() }
    }

    /// The metadata lane: attribute fields as they are, then what is computed from the content, in-app data or not.
    fn attributes(&self, record: &Record, passing: &[Passing<'_>]) -> Vec<AttributePreview> {
        let stated = passing.iter().filter(|field| leaves_by(field, Lane::Metadata)).map(|field| AttributePreview {
            attribute: field.field.label.clone(),
            derived: None,
            value: field.changed.value().clone(),
            from: field.field.path.to_string(),
            assumption: field.assumption(),
        });
        let mut attributes: Vec<_> = stated.collect();
        let content =
            passing.iter().filter(|field| field.known.rule.is_some_and(|rule| rule.kind.lane() == Some(Lane::InAppData)));
        if let (Some(longest), true) = (content.max_by_key(|field| field.text.visible()), self.contributes_metadata(record)) {
            let text = &longest.text.joined()[..longest.text.visible()];
            attributes.extend(derive::attributes(text).into_iter().map(|attribute| AttributePreview {
                attribute: longest.field.label.clone(),
                derived: Some(attribute.kind),
                value: json!(attribute.value),
                from: longest.field.path.to_string(),
                assumption: attribute.kind != derive::AttributeKind::ReadingEase,
            }));
        }
        attributes
    }

    /// Whether the metadata lane is open for a record at all.
    fn contributes_metadata(&self, record: &Record) -> bool {
        let attribute = FieldRule::content_attribute(record.record_type);
        let known = Known { rule: Some(&attribute), guessed: false };
        matches!(decide(self.case, record, known), Decision::Contribute(..))
            && matches!(metadata(self.case), Decision::Contribute(..))
    }
}

impl Passing<'_> {
    /// The text as it leaves.
    fn leaving_text(&self) -> &str {
        &self.changed.text()[..self.after(self.leaving)]
    }

    /// Where a byte of the text, or the end of what replaced it, stands afterwards.
    fn after(&self, offset: usize) -> usize {
        let found = self.found.as_slice().iter().zip(self.changed.changes());
        match found.take_while(|(finding, _)| finding.span.start() < offset).last() {
            Some((finding, change)) => change.range.end + offset.saturating_sub(finding.span.end()),
            None => offset,
        }
    }

    fn assumption(&self) -> bool {
        self.known.guessed || self.known.rule.is_none_or(|rule| rule.assumption)
    }
}

fn leaves_by(field: &Passing<'_>, lane: Lane) -> bool {
    matches!(&field.decision, Decision::Contribute(by, _) if *by == lane)
}

/// The record as it leaves by the in-app lane: its own shape, with nothing in it but what is contributed.
fn in_app_data(record: &Record, passing: &[Passing<'_>]) -> Json {
    let leaving: Vec<_> = passing.iter().filter(|field| leaves_by(field, Lane::InAppData)).collect();
    if leaving.is_empty() {
        return Json::Null;
    }
    let mut out = record.value.clone();
    for field in &leaving {
        if let Some(slot) = out.pointer_mut(field.field.path.as_str()) {
            *slot = field.changed.value().clone();
        }
    }
    Parts::new(leaving.iter().map(|field| field.field.path.as_str())).of(&out)
}

/// Risk over all records, from what leaves and nothing else.
fn assess(records: &[RecordPreview]) -> Risk {
    let is_quasi =
        |field: &&FieldPreview| field.attribute == Some(Attribute::QuasiIdentifier) && field.decision == Verdict::Contribute;
    let fields = records.iter().flat_map(|record| record.fields.iter().filter(is_quasi));
    let quasi: Vec<String> = distinct(fields.map(|field| field.path.clone()).collect());
    let row = |record: &RecordPreview| -> Vec<String> {
        let cell = |path: &String| {
            let field = record.fields.iter().filter(is_quasi).find(|field| field.path == *path);
            field.and_then(|field| field.contributed.as_ref()).map(Json::to_string).unwrap_or_default()
        };
        quasi.iter().map(cell).collect()
    };
    let leaving = records.iter().flat_map(|record| &record.fields).filter(|field| field.decision == Verdict::Contribute);
    let techniques = Technique::count(leaving.flat_map(|field| field.findings.iter().map(|finding| finding.operator)));
    Risk { records: records.len(), classes: Classes::of(records.iter().map(row)), quasi_identifiers: quasi, techniques }
}
