//! Floor 6. Records and a [`Case`] become a [`Preview`]: exactly what would leave, by which lane, and why.
//!
//! The order is the pipeline's: decide, detect, settle, transform, derive, measure. Nothing here can fail; what is odd becomes a
//! warning. Every offset that leaves this module is in UTF-16 code units.

mod lean;
mod metadata;
mod read;
mod reading;
mod shape;

pub use lean::{Leaving, LeavingField, leaving};
pub use reading::{FIELD_RULE, Memory, Reading};
pub use shape::*;

use crate::derive::AttributeKind;
use crate::detect::{Detector, Entity, Finding};
use crate::order::distinct;
use crate::policy::{Attribute, Case, Decision, FieldRule, Known, Lane, Product, Reason, decide, settle};
use crate::record::parse::{Error, InputFormat};
use crate::record::{Field, Parts, Record};
use crate::risk::{Classes, Risk, Technique};
use crate::transform::{Deidentified, Ground, Labels, Operator, PseudonymKey, deidentify};
use reading::{Searched, parts};
use serde_json::{Value as Json, json};
use std::borrow::Cow;

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
    Ok(preview(&Reading::of_text(detector, &case.policy, input, format)?, (case, digest), key))
}

/// What becomes of records under a case, whose policy has this [digest](crate::policy::digest) and says of finding and of fields what
/// the records were read under.
pub fn preview(reading: &Reading, (case, digest): (&Case, String), key: &PseudonymKey) -> Preview {
    let engine = Engine { version: env!("CARGO_PKG_VERSION").to_owned(), policy_digest: digest, names: reading.names.clone() };
    let run = Run { case, key };
    let each = reading.records.iter().zip(&reading.fields);
    let mut records: Vec<_> = each.map(|(record, fields)| run.record(record, fields)).collect();
    compare(&mut records);
    let risk = assess(&records);
    Preview { engine, format: reading.format, records, risk, warnings: reading.warnings.clone() }
}

/// What is decided of one field, without what it becomes.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    /// The lane it leaves by, if it does.
    pub lane: Option<Lane>,
    /// Why.
    pub reason: Reason,
    /// What is found in it: start and end in bytes, what it is, and the operator with which it leaves, if it does.
    pub findings: Vec<(usize, usize, Entity, Option<Operator>)>,
}

/// What is decided of every field of every record, in order; behind them stands what is computed from the record.
pub fn outcomes(reading: &Reading, case: &Case) -> Vec<Vec<Outcome>> {
    let outcome = |record: &Record, fields: &[Searched]| {
        let (decided, suppressed) = decided(case, record, fields);
        let computed = match contributes_metadata(case, record) {
            Decision::Contribute(lane, reason) if !suppressed => Outcome { lane: Some(lane), reason, findings: Vec::new() },
            Decision::Contribute(_, reason) | Decision::Withhold(reason) => Outcome { lane: None, reason, findings: Vec::new() },
        };
        let mut outcomes: Vec<_> = decided.into_iter().zip(fields).map(|(of, field)| of.outcome(case, field)).collect();
        outcomes.push(computed);
        outcomes
    };
    reading.records.iter().zip(&reading.fields).map(|(record, fields)| outcome(record, fields)).collect()
}

/// A field with what is decided of it.
struct Decided<'a> {
    known: Known<'a>,
    decision: Decision,
    /// Whether what was found turned the decision.
    settled: bool,
}

impl Decided<'_> {
    fn outcome(self, case: &Case, field: &Searched) -> Outcome {
        let (lane, reason) = match self.decision {
            Decision::Contribute(lane, reason) => (Some(lane), reason),
            Decision::Withhold(reason) => (None, reason),
        };
        let whole = self.known.rule.and_then(|rule| rule.operator.as_ref());
        let finding = |finding: &Finding| {
            let operator = lane.map(|_| whole.unwrap_or_else(|| case.policy.operators.of(finding.entity)).operator());
            (finding.span.start(), finding.span.end(), finding.entity, operator)
        };
        Outcome { lane, reason, findings: field.treated().iter().map(finding).collect() }
    }
}

/// What is decided of the fields of a record, and whether a finding withholds the whole record.
fn decided<'a>(case: &'a Case, record: &Record, fields: &[Searched]) -> (Vec<Decided<'a>>, bool) {
    let operators = &case.policy.operators;
    let decide = |field: &Searched| {
        let known = field.known(&case.policy);
        let decided = decide(case, record, known);
        let decision = settle(decided.clone(), &field.found, operators);
        Decided { known, settled: decision != decided, decision }
    };
    let mut all: Vec<_> = fields.iter().map(decide).collect();
    let leaves = |of: &Decided<'_>| matches!(of.decision, Decision::Contribute(..));
    let found = all.iter().zip(fields).filter(|(of, _)| leaves(of)).flat_map(|(_, field)| &field.found);
    let Some(entity) = found.map(|finding| finding.entity).find(|entity| operators.of(*entity).has(Operator::Suppress)) else {
        return (all, false);
    };
    for of in all.iter_mut().filter(|of| leaves(of)) {
        of.decision = Decision::Withhold(Reason::EntityDropped { entity });
        of.settled = true;
    }
    (all, true)
}

/// Whether what is computed from a record leaves by the metadata lane.
fn contributes_metadata(case: &Case, record: &Record) -> Decision {
    let attribute = FieldRule::content_attribute(record.record_type);
    decide(case, record, Known { rule: Some(&attribute), guessed: false })
}

/// Adds to the metadata of records how alike they are, where there are several and their metadata leaves.
fn compare(records: &mut [RecordPreview]) {
    let of_content = |field: &&FieldPreview| field.lane == FieldLane::InAppData;
    let text = |record: &RecordPreview| -> String {
        record.fields.iter().filter(of_content).map(|field| field.text.original.as_str()).collect::<Vec<_>>().join("\n")
    };
    let texts: Vec<_> = records.iter().map(text).collect();
    for (record, nearest) in records.iter_mut().zip(metadata::similarities(&texts)) {
        let computed = record.contributed.metadata.iter().position(|attribute| attribute.derived.is_some());
        if let (Some(at), Some((other, alike))) = (computed, nearest) {
            let first = record.contributed.metadata[at].clone();
            let evidence = vec![AttributeEvidence { detail: format!("record-{}", other + 1), weight: alike.into() }];
            let (derived, value) = (Some(AttributeKind::Similarity), json!(alike));
            record.contributed.metadata.push(AttributePreview { derived, value, evidence, assumption: true, ..first });
        }
    }
}

/// What all records of one preview share.
struct Run<'a> {
    case: &'a Case,
    key: &'a PseudonymKey,
}

/// A field on its way through the pipeline.
struct Passing<'a> {
    field: &'a Field,
    known: Known<'a>,
    decision: Decision,
    settled: bool,
    searched: &'a Searched,
    /// How many bytes of the text would leave: all of it, or the parts that may.
    leaving: usize,
    changed: Deidentified<Cow<'a, Json>>,
}

impl Run<'_> {
    fn record(&self, record: &Record, fields: &[Searched]) -> RecordPreview {
        let (passing, suppressed) = self.passing(record, fields);
        let contributed = Contributed {
            metadata: if suppressed { Vec::new() } else { metadata::attributes(self.case, record, &passing) },
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

    /// Every field on its way, and whether the whole record is withheld.
    fn passing<'a>(&'a self, record: &'a Record, fields: &'a [Searched]) -> (Vec<Passing<'a>>, bool) {
        let mut labels = Labels::default();
        let (decided, suppressed) = decided(self.case, record, fields);
        let passing = record.fields.iter().zip(fields).zip(decided);
        (passing.map(|((field, searched), of)| self.field(record, field, (searched, of), &mut labels)).collect(), suppressed)
    }

    fn field<'a>(
        &self,
        record: &Record,
        field: &'a Field,
        (searched, decided): (&'a Searched, Decided<'a>),
        labels: &mut Labels,
    ) -> Passing<'a> {
        let rules = (&self.case.policy.operators, decided.known.rule.and_then(|rule| rule.operator.as_ref()));
        let changed = deidentify(&field.value, &searched.text, searched.treated(), rules, (labels, &self.ground(record)));
        let (changed, leaving) = match decided.known.rule.filter(|rule| !rule.members.is_empty()) {
            Some(rule) => (changed.map(|value| Cow::Owned(parts(&rule.members).of(&value))), searched.text.visible()),
            None => (changed, searched.text.joined().len()),
        };
        let Decided { known, decision, settled } = decided;
        Passing { field, known, decision, settled, searched, leaving, changed }
    }

    /// What stand-ins in this record are made from.
    fn ground<'a>(&'a self, record: &'a Record) -> Ground<'a> {
        let product = Product::of(record.record_type).map_or("", Product::id);
        Ground { key: self.key, record: &record.id, product, week: self.case.now.weeks() }
    }
}

impl Passing<'_> {
    /// The text as it leaves.
    fn leaving_text(&self) -> &str {
        &self.changed.text()[..self.after(self.leaving)]
    }

    /// Where a byte of the text, or the end of what replaced it, stands afterwards.
    fn after(&self, offset: usize) -> usize {
        let found = self.searched.treated().as_slice().iter().zip(self.changed.changes());
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
            *slot = Json::clone(field.changed.value());
        }
    }
    Parts::new(leaving.iter().map(|field| field.field.path.as_str())).of(&out)
}

/// Risk over all records, from what leaves and nothing else.
pub fn assess(records: &[RecordPreview]) -> Risk {
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
