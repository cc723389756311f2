//! [`Policy`]: all rules in force as one versioned JSON document, and its digest.

use super::{Error, FieldRule, Role, door, field};
use crate::detect::Score;
use crate::order;
use crate::transform::Operators;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The rules in force (contract, section 4). What the vendor has not published is marked `"assumption": true`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
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
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            version: 1,
            threshold: Score::new(50),
            operators: Operators::default(),
            fields: field::known(),
            custom_fields: BTreeMap::new(),
        }
    }
}

impl Policy {
    /// Reads a policy from JSON. What it leaves out keeps its default.
    ///
    /// # Errors
    /// [`Error`] says where and what: an unknown member, entity, operator or role; a version other than 1.
    pub fn parse(json: &str) -> Result<Self, Error> {
        let policy: Self = door(json)?;
        if policy.version != 1 {
            return Err(Error::demand("/version", &format!("is {}, must be 1", policy.version)));
        }
        Ok(policy)
    }
}

/// SHA-256 over the policy's canonical JSON (keys sorted, no white space), as hexadecimal.
pub fn digest(policy: &Policy) -> String {
    let canonical = serde_json::to_value(policy).map(sorted).unwrap_or_default();
    Sha256::digest(canonical.to_string()).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sorted(value: serde_json::Value) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Object(mut members) => {
            let keys: Vec<String> = order::sorted(members.keys().cloned().collect());
            Value::Object(
                keys.into_iter().map(|key| (key.clone(), members.remove(&key).map(sorted).unwrap_or_default())).collect(),
            )
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        other @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => other,
    }
}
