//! [`leaving`]: what leaves of one record and nothing else, for aggregates over many. Text that stays is not searched.

use super::reading::{Reach, everyone, search};
use super::{AttributePreview, Passing, Run, metadata};
use crate::detect::{Detector, Entity, Memo};
use crate::policy::{Attribute, Case, DataKind, Decision, Known, Lane, Reason, decide};
use crate::record::Record;
use crate::transform::{Operator, PseudonymKey};
use serde_json::Value as Json;
use std::borrow::Cow;

/// What of a record leaves.
#[derive(Clone, PartialEq, Debug)]
pub struct Leaving {
    /// Every field, in the order of the source.
    pub fields: Vec<LeavingField>,
    /// The metadata lane.
    pub attributes: Vec<AttributePreview>,
}

/// What of a field leaves.
#[derive(Clone, PartialEq, Debug)]
pub struct LeavingField {
    /// The pattern of the rule that covers it; absent where none does.
    pub rule: Option<Cow<'static, str>>,
    /// What people call it.
    pub label: String,
    /// What kind of data it is.
    pub kind: Option<DataKind>,
    /// How it could identify somebody.
    pub attribute: Option<Attribute>,
    /// Why it stays; none where it leaves.
    pub stays: Option<Reason>,
    /// Its value after the operators; null where it stays, unless it is a quasi-identifier.
    pub value: Json,
    /// Its text after the operators; empty where it stays.
    pub text: String,
    /// What was found in it, and what was done with it.
    pub found: Vec<(Entity, Operator)>,
}

/// What of a record leaves under a case. The memo is for this detector.
pub fn leaving(detector: &Detector, record: &Record, (case, key): (&Case, &PseudonymKey), memo: &mut Memo) -> Leaving {
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
    let (people, drafts) = everyone((detector, &case.policy), std::slice::from_ref(record), &reach, memo);
    let searched = search(detector, &case.policy, &people, drafts.into_iter().flatten().collect());
    let run = Run { case, key };
    let (passing, suppressed) = run.passing(record, &searched);
    let attributes = if suppressed { Vec::new() } else { metadata::attributes(case, record, &passing) };
    Leaving { fields: passing.iter().map(field).collect(), attributes }
}

fn field(passing: &Passing<'_>) -> LeavingField {
    let rule = passing.known.rule;
    let (stays, leaves) = match &passing.decision {
        Decision::Contribute(..) => (None, true),
        Decision::Withhold(reason) => (Some(reason.clone()), false),
    };
    let attribute = rule.map(|rule| rule.attribute);
    let could_leave = rule.is_some_and(|rule| rule.kind.lane().is_some());
    let counts = leaves || could_leave && attribute == Some(Attribute::QuasiIdentifier);
    let found = passing.searched.treated().iter().zip(passing.changed.changes());
    LeavingField {
        rule: rule.map(|rule| rule.field.clone()),
        label: passing.field.label.clone(),
        kind: rule.map(|rule| rule.kind),
        attribute,
        stays,
        value: if counts { passing.changed.value().clone() } else { Json::Null },
        text: if leaves { passing.leaving_text().to_owned() } else { String::new() },
        found: found.filter(|_| leaves).map(|(finding, change)| (finding.entity, change.operator)).collect(),
    }
}
