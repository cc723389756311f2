//! [`leaving`]: what leaves of one record and nothing else, for aggregates over many. Text that stays is not searched.

use super::reading::{Memory, Reach, everyone, search};
use super::{Passing, Run, metadata};
use crate::derive::AttributeKind;
use crate::detect::{Detector, Entity};
use crate::policy::{Attribute, Case, DataKind, Decision, FieldRule, Known, Lane, Reason, decide};
use crate::record::{Field, Record};
use crate::transform::{Operator, PseudonymKey};
use serde_json::Value as Json;

/// What of a record leaves.
#[derive(Clone, PartialEq, Debug)]
pub struct Leaving<'a> {
    /// Every field, in the order of the source.
    pub fields: Vec<LeavingField<'a>>,
    /// What is computed from the record, and leaves.
    pub computed: Vec<(AttributeKind, Json)>,
}

/// What of a field leaves.
#[derive(Clone, PartialEq, Debug)]
pub struct LeavingField<'a> {
    /// The rule that covers it, if one does.
    pub rule: Option<&'a FieldRule>,
    /// What people call it.
    pub label: &'a str,
    /// Why it stays; none where it leaves.
    pub stays: Option<Reason>,
    /// Its value after the operators, where records are compared by it; else null.
    pub value: Json,
    /// Its text after the operators; empty where it stays.
    pub text: String,
    /// What was found in it, and what was done with it.
    pub found: Vec<(Entity, Operator)>,
}

/// What of a record leaves under a case. The memory is for this detector and policy.
pub fn leaving<'a>(
    detector: &Detector,
    record: &'a Record,
    (case, key): (&'a Case, &PseudonymKey),
    memory: &mut Memory,
) -> Leaving<'a> {
    let reach = |record: &Record, known: Known<'_>| {
        let leaves = matches!(decide(case, record, known), Decision::Contribute(..));
        match known.rule {
            _ if leaves => Reach::Found,
            // What could leave elsewhere is compared with what leaves here.
            Some(rule) if rule.attribute == Attribute::QuasiIdentifier && rule.kind.lane().is_some() => Reach::Found,
            // Numbers are computed from content that stays.
            Some(rule) if rule.kind.lane() == Some(Lane::InAppData) => Reach::Text,
            Some(_) | None => Reach::Nothing,
        }
    };
    let (people, drafts) = everyone((detector, &case.policy), std::slice::from_ref(record), &reach, memory);
    let searched = search(detector, &case.policy, &people, drafts.into_iter().flatten().collect());
    let run = Run { case, key };
    let (passing, suppressed) = run.passing(record, &searched);
    let computed = if suppressed { Vec::new() } else { metadata::computed(case, record, &passing) };
    let computed = computed.into_iter().map(|computed| (computed.kind, computed.value)).collect();
    let each = record.fields.iter().zip(&searched).zip(passing);
    let fields = each.map(|((field, searched), passing)| leaving_field(field, searched.known(&case.policy), passing));
    Leaving { fields: fields.collect(), computed }
}

fn leaving_field<'a>(field: &'a Field, known: Known<'a>, passing: Passing<'_>) -> LeavingField<'a> {
    let leaves = matches!(passing.decision, Decision::Contribute(..));
    let is_compared = |rule: &FieldRule| match rule.attribute == Attribute::QuasiIdentifier {
        true => rule.kind.lane().is_some(),
        false => leaves && rule.kind == DataKind::ContentAttribute,
    };
    let found = passing.searched.treated().iter().zip(passing.changed.changes()).filter(|_| leaves);
    let found = found.map(|(finding, change)| (finding.entity, change.operator)).collect();
    let length = if leaves { passing.leaving_text().len() } else { 0 };
    let (value, mut text) = passing.changed.into_parts();
    text.truncate(length);
    LeavingField {
        rule: known.rule,
        label: &field.label,
        stays: match passing.decision {
            Decision::Contribute(..) => None,
            Decision::Withhold(reason) => Some(reason),
        },
        value: if known.rule.is_some_and(is_compared) { value.into_owned() } else { Json::Null },
        text,
        found,
    }
}
