//! [`Policy`]: all rules in force as one versioned JSON document, and its digest.

use super::settings::version;
use super::{Error, FieldRule, Role, field, known, tuning};
use crate::detect::{Patterns, Score, Tuning};
use crate::door::{self, At};
use crate::order;
use crate::transform::{Operators, Parameters, Rule, Step};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The rules in force (contract, section 4). What the vendor has not published is marked `"assumption": true`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// The version of the document's shape.
    pub version: u32,
    /// Findings that score less are not acted on. 0 to 100; our assumption.
    pub threshold: Score,
    /// One rule for every entity.
    pub operators: Operators,
    /// What the fields of each record type are.
    pub fields: Vec<FieldRule>,
    /// The admin's own word on custom fields, by field id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom_fields: BTreeMap<String, Role>,
    /// What it changes about finding.
    #[serde(flatten)]
    pub tuning: Arc<Tuning>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: 1,
            threshold: Score::new(50),
            operators: Operators::default(),
            fields: known::known(),
            custom_fields: BTreeMap::new(),
            tuning: Arc::default(),
        }
    }
}

impl Policy {
    /// Whether another policy says the same of how records are read and searched: whatever else they differ in, they find alike.
    pub fn reads_as(&self, other: &Self) -> bool {
        let searches = self.threshold == other.threshold && self.tuning == other.tuning;
        searches && self.custom_fields == other.custom_fields && self.fields == other.fields
    }

    /// Reads a policy from JSON. What it leaves out keeps its default.
    ///
    /// # Errors
    /// [`Error`] says where and what: an unknown member, entity, operator or role; a version other than 1; an expression that
    /// does not compile.
    pub fn parse(json: &str) -> Result<Self, Error> {
        Self::parse_with(json, &Patterns::default())
    }

    /// The same; expressions that are compiled already are taken from the store, the others are put there.
    ///
    /// # Errors
    /// As for [`Policy::parse`].
    pub fn parse_with(json: &str, patterns: &Patterns) -> Result<Self, Error> {
        door::read(json, |at| policy(at, patterns))
    }
}

fn policy(at: &At<'_>, patterns: &Patterns) -> Result<Policy, Error> {
    at.only(
        &[["version", "threshold", "operators", "fields", "fieldOperators", "customFields"].as_slice(), tuning::MEMBERS].concat(),
    )?;
    let ours = Policy::default();
    let role = |id: &str, at: &At<'_>| Ok((id.to_owned(), door::id(at)?));
    let mut fields = at.maybe("fields", |at| at.list(FieldRule::read))?.unwrap_or(ours.fields);
    for (rule, operator) in at.maybe("fieldOperators", |at| at.list(|at| field_operator(at, &fields)))?.unwrap_or_default() {
        fields[rule].operator = Some(operator);
    }
    Ok(Policy {
        version: at.maybe("version", version)?.unwrap_or(ours.version),
        threshold: at.maybe("threshold", |at| Ok(Score::new(at.number(100)? as i32)))?.unwrap_or(ours.threshold),
        operators: at.maybe("operators", operators)?.unwrap_or(ours.operators),
        fields,
        custom_fields: at.maybe("customFields", |at| at.entries(role))?.unwrap_or_default().into_iter().collect(),
        tuning: Arc::new(tuning::read(at, patterns)?),
    })
}

/// An operator for the whole of a field, and the position of the field's rule: nobody must write out all the rules to change one.
fn field_operator(at: &At<'_>, fields: &[FieldRule]) -> Result<(usize, Rule), Error> {
    at.only(&["recordType", "field", "operator"])?;
    let (record_type, name) = (at.need("recordType", door::id)?, at.need("field", door::text)?);
    let operator = at.need("operator", field::whole)?;
    let rule = fields.iter().position(|rule| rule.record_type == record_type && rule.field == name);
    rule.map_or_else(|| at.refuse("must name the record type and the field of a rule"), |rule| Ok((rule, operator)))
}

/// Entities that are not named keep their default rule.
fn operators(at: &At<'_>) -> Result<Operators, Error> {
    let named = at.entries(|id, at| match id.parse() {
        Ok(entity) => Ok((entity, rule(at)?)),
        Err(_) => at.refuse("is not the rule of a known entity"),
    })?;
    Ok(named.into_iter().fold(Operators::default(), |operators, (entity, rule)| operators.with(entity, rule)))
}

pub(super) fn rule(at: &At<'_>) -> Result<Rule, Error> {
    at.only(&[&["then", "assumption"], STEP].concat())?;
    Ok(Rule {
        first: step_members(at)?,
        then: at.maybe("then", |at| at.list(step))?.unwrap_or_default(),
        assumption: at.maybe("assumption", door::flag)?.unwrap_or(true),
    })
}

/// The members of a step.
const STEP: &[&str] = &["operator", "keepLast", "side", "scope", "grain", "width", "lowest", "highest", "days", "share"];

fn step(at: &At<'_>) -> Result<Step, Error> {
    at.only(STEP)?;
    step_members(at)
}

fn step_members(at: &At<'_>) -> Result<Step, Error> {
    let number = |name: &str, most: u32| at.maybe(name, |at| at.number(most));
    Ok(Step {
        operator: at.need("operator", door::id)?,
        parameters: Parameters {
            keep_last: number("keepLast", 255)?.map(|number| number as u8),
            side: at.maybe("side", door::id)?,
            scope: at.maybe("scope", door::id)?,
            grain: at.maybe("grain", door::id)?,
            width: number("width", 1_000_000)?,
            lowest: number("lowest", 1_000_000_000)?,
            highest: number("highest", 1_000_000_000)?,
            days: number("days", 36_500)?,
            share: number("share", 100)?.map(|number| number as u8),
        },
    })
}

/// SHA-256 over the policy's canonical JSON, as hexadecimal.
pub fn digest(policy: &Policy) -> String {
    seal(&serde_json::to_value(policy).unwrap_or_default())
}

/// SHA-256 over a value's canonical JSON (RFC 8785: members in the order of their names' UTF-16 code units, no white space), as
/// hexadecimal. Our documents hold whole numbers alone, which every writer spells alike.
pub fn seal(value: &serde_json::Value) -> String {
    Sha256::digest(sorted(value.clone()).to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sorted(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(mut members) => {
            let keys: Vec<(Vec<u16>, String)> = members.keys().map(|key| (key.encode_utf16().collect(), key.clone())).collect();
            let keys = order::sorted(keys).into_iter().map(|(_, key)| key);
            Value::Object(keys.map(|key| (key.clone(), members.remove(&key).map(sorted).unwrap_or_default())).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}
