//! [`FieldLine`]: what a field of a record type is under the policy in force, as the page lists it.

use crate::policy::{Attribute, DataKind};
use crate::record::RecordType;
use crate::transform::Operator;
use serde::Deserialize;
use serde_json::Value as Json;

/// One rule about a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldLine {
    /// The record type.
    pub record_type: RecordType,
    /// The pattern of its path; empty for a record that is one text.
    pub field: String,
    /// The parts of the value that may leave; empty for all of it.
    pub members: Vec<String>,
    /// What kind of data it is.
    pub kind: DataKind,
    /// How it could identify somebody.
    pub attribute: Attribute,
    /// What is done with every value of it; none where what is found in it decides.
    pub operator: Option<Operator>,
    /// Whether the rule is our assumption, and not stated by the vendor.
    pub assumption: bool,
}

/// Every rule about a field, in the order in which they are looked at: the policy's own where it has some, else the catalog's.
pub fn field_rules(catalog: &Json, policy: Option<&str>) -> Vec<FieldLine> {
    let policy: Json = policy.and_then(|policy| serde_json::from_str(policy).ok()).unwrap_or_default();
    let rules = policy.get("fields").or_else(|| catalog.get("fields")).and_then(Json::as_array);
    rules.map(|rules| rules.iter().filter_map(line).collect()).unwrap_or_default()
}

fn line(rule: &Json) -> Option<FieldLine> {
    let members = rule.get("members").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
    Some(FieldLine {
        record_type: RecordType::deserialize(rule.get("recordType")?).ok()?,
        field: rule.get("field")?.as_str()?.to_owned(),
        members: members.iter().filter_map(Json::as_str).map(str::to_owned).collect(),
        kind: DataKind::deserialize(rule.get("kind")?).ok()?,
        attribute: Attribute::deserialize(rule.get("attribute")?).ok()?,
        operator: rule.get("operator").and_then(|rule| rule.get("operator")?.as_str()?.parse().ok()),
        assumption: rule.get("assumption")?.as_bool()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::catalog;
    use crate::policy::Policy;

    #[test]
    fn every_rule_about_a_field_is_listed_with_who_says_so() {
        let (lines, policy) = (field_rules(&catalog(), None), Policy::default());
        assert_eq!(lines.len(), policy.fields.len());
        for (line, rule) in lines.iter().zip(&policy.fields) {
            assert_eq!((line.record_type, line.field.as_str(), line.kind), (rule.record_type, &*rule.field, rule.kind));
            assert_eq!((line.attribute, line.assumption), (rule.attribute, rule.assumption));
        }
        assert!(lines.iter().any(|line| !line.assumption) && lines.iter().any(|line| line.assumption));
    }

    #[test]
    fn the_policy_in_force_speaks_before_the_catalog() {
        let policy = r#"{ "fields": [{ "recordType": "jira-issue", "field": "/fields/summary", "kind": "in-app-data",
            "attribute": "identifier", "operator": { "operator": "redact" }, "assumption": true }] }"#;
        let lines = field_rules(&catalog(), Some(policy));
        assert_eq!((lines.len(), lines[0].operator), (1, Some(Operator::Redact)));
        let other = r#"{ "threshold": 80 }"#;
        assert_eq!(field_rules(&catalog(), Some(other)).len(), Policy::default().fields.len());
    }
}
