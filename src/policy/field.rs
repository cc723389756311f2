//! [`FieldRule`]: what a field of a record type is. The table of those that are known stands in [`super::known`].

use super::document;
use crate::door::{self, At, Error};
use crate::record::{Field, Record, RecordType};
use crate::table::table;
use crate::transform::{Operator, Rule};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What kind of data a field is, in the vendor's terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// A statistic, a number, a derivative: metadata.
    ContentAttribute,
    /// What recurs across customers: metadata.
    CommonPattern,
    /// Content that people create.
    InAppData,
    /// A file or other media. Whether it contributes is published nowhere; we withhold it.
    Attachment,
    /// Known, and not named by the vendor as contributed.
    NotContributed,
}

/// The way by which data leaves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// Content attributes and common patterns.
    Metadata,
    /// Content that people create.
    InAppData,
}

impl DataKind {
    /// The lane it would leave by, if it leaves at all.
    pub fn lane(self) -> Option<Lane> {
        match self {
            Self::ContentAttribute | Self::CommonPattern => Some(Lane::Metadata),
            Self::InAppData => Some(Lane::InAppData),
            Self::Attachment | Self::NotContributed => None,
        }
    }
}

/// How a field's value could identify somebody, in ARX's terms.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Attribute {
    /// It names somebody.
    Identifier,
    /// Together with others it singles somebody out.
    QuasiIdentifier,
    /// It says what must not be known of somebody.
    Sensitive,
    /// None of these.
    Insensitive,
}

/// The row of a custom-field role.
#[derive(Debug)]
pub struct RoleRow {
    /// Stable id, as the policy's mapping writes it.
    pub id: &'static str,
    /// Names, in lower case, under which the vendor ships the field.
    pub names: &'static [&'static str],
    /// `schema.custom` keys that prove the role.
    pub type_keys: &'static [&'static str],
    /// Ids that Jira Cloud usually gives the field. A match is a guess and is labelled as one.
    pub usual_ids: &'static [&'static str],
}

table! {
    /// Custom fields that the vendor ships and names.
    pub enum Role: RoleRow {
        /// Story points.
        StoryPoints => RoleRow {
            id: "story-points",
            names: &["story points", "story point estimate"],
            type_keys: &["com.pyxis.greenhopper.jira:jsw-story-points"],
            usual_ids: &["customfield_10016", "customfield_10026"],
        },
        /// The sprints that a work item was in.
        Sprint => RoleRow {
            id: "sprint",
            names: &["sprint"],
            type_keys: &["com.pyxis.greenhopper.jira:gh-sprint"],
            usual_ids: &["customfield_10020"],
        },
        /// A service level agreement.
        Sla => RoleRow {
            id: "sla",
            names: &["time to first response", "time to resolution"],
            type_keys: &["com.atlassian.servicedesk:sd-sla-field"],
            usual_ids: &[],
        },
    }
}

impl Role {
    /// The role of a field: by what the record says of it, by the admin's mapping, else by its usual id.
    pub fn of(field: &Field, mapping: &std::collections::BTreeMap<String, Role>) -> Option<(Self, Certainty)> {
        let custom = field.custom.as_ref()?;
        let name = field.label.to_lowercase();
        let states = |role: &&Self| {
            let row = role.row();
            row.names.contains(&name.as_str()) || custom.type_key.as_deref().is_some_and(|key| row.type_keys.contains(&key))
        };
        let stated = Self::ALL.iter().find(states).or_else(|| mapping.get(&custom.id));
        let guessed = || Self::ALL.iter().find(|role| role.row().usual_ids.contains(&custom.id.as_str()));
        match stated {
            Some(&role) => Some((role, Certainty::Stated)),
            None => guessed().map(|&role| (role, Certainty::Guessed)),
        }
    }
}

/// How sure we are of a custom field's role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// The record or the admin says so.
    Stated,
    /// Only its id suggests it.
    Guessed,
}

/// What one field of a record type is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldRule {
    /// The record type.
    pub record_type: RecordType,
    /// A pointer with `*` for any one step and `[member=value]` for an item that has that member, or `role:` and a [`Role`] id.
    pub field: Cow<'static, str>,
    /// What kind of data it is.
    pub kind: DataKind,
    /// How it could identify somebody.
    pub attribute: Attribute,
    /// Which parts of the value may leave, as pointers into it with `*`; empty for all of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Cow<'static, str>>,
    /// What is done with every value of the field, instead of what is done with what is found in it; absent for just that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<Rule>,
    /// Whether this is our assumption; the vendor names the others.
    pub assumption: bool,
}

impl FieldRule {
    /// The rule that holds for anything computed from a record's content: the vendor names statistics and derivatives.
    pub fn content_attribute(record_type: RecordType) -> Self {
        Self {
            record_type,
            field: Cow::Borrowed(""),
            kind: DataKind::ContentAttribute,
            attribute: Attribute::Insensitive,
            members: Vec::new(),
            operator: None,
            assumption: false,
        }
    }

    pub(super) fn read(at: &At<'_>) -> Result<Self, Error> {
        at.only(&["recordType", "field", "kind", "attribute", "members", "operator", "assumption"])?;
        Ok(Self {
            record_type: at.need("recordType", door::id)?,
            field: at.need("field", door::text)?.into(),
            kind: at.need("kind", door::word)?,
            attribute: at.need("attribute", door::word)?,
            members: at.maybe("members", |at| at.list(|at| Ok(door::text(at)?.into())))?.unwrap_or_default(),
            operator: at.maybe("operator", whole)?,
            assumption: at.maybe("assumption", door::flag)?.unwrap_or(true),
        })
    }

    /// Whether the rule speaks of this field, which may have a role.
    pub fn covers(&self, record: &Record, field: &Field, role: Option<Role>) -> bool {
        let named = || match self.field.strip_prefix("role:") {
            Some(id) => role.is_some_and(|role| role.id() == id),
            None => leads_to(&self.field, field.path.as_str(), record),
        };
        self.record_type == record.record_type && named()
    }
}

/// A rule for all of a field. What would withhold it is said by its kind.
pub(super) fn whole(at: &At<'_>) -> Result<Rule, Error> {
    let rule = document::rule(at)?;
    match rule.has(Operator::Drop) || rule.has(Operator::Suppress) {
        true => at.refuse("must not withhold the field; its kind not-contributed does"),
        false => Ok(rule),
    }
}

/// Whether a pattern leads to a pointer of a record. Most patterns lead elsewhere, which the first bytes tell.
fn leads_to(pattern: &str, pointer: &str, record: &Record) -> bool {
    let alike = pattern.bytes().zip(pointer.bytes()).take_while(|(want, byte)| want == byte).count();
    if alike == pattern.len() && alike == pointer.len() {
        return true;
    }
    let step = pattern.as_bytes()[..alike].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
    if !matches!(pattern.as_bytes().get(step), Some(b'*' | b'[')) {
        return false;
    }
    let mut wanted = pattern[step..].split('/');
    let mut done = step;
    for step in pointer[step..].split('/') {
        let fits = wanted.next().is_some_and(|want| {
            let item = || record.value.pointer(&pointer[..done + step.len()]);
            want == "*" || want == step || want.starts_with('[') && has_member(want, item())
        });
        if !fits {
            return false;
        }
        done += step.len() + 1;
    }
    wanted.next().is_none()
}

/// Whether an item has the member that a step `[member=value]` asks for.
fn has_member(step: &str, item: Option<&serde_json::Value>) -> bool {
    let asked = step.strip_prefix('[').and_then(|step| step.strip_suffix(']')).and_then(|step| step.split_once('='));
    asked.is_some_and(|(member, value)| item.and_then(|item| item.get(member)?.as_str()) == Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pattern_leads_step_by_step() {
        let value = json!({"values": [{"fieldId": "a", "value": 1}, {"fieldId": "b", "value": 2}]});
        let record =
            Record { id: String::new(), record_type: RecordType::Text, container: None, fields: vec![], people: vec![], value };
        assert!(leads_to("/values/*/value", "/values/1/value", &record));
        assert!(!leads_to("/values/*", "/values/1/value", &record));
        assert!(!leads_to("/values/*/value", "/values/1", &record));
        assert!(leads_to("/values/[fieldId=b]/value", "/values/1/value", &record));
        assert!(!leads_to("/values/[fieldId=b]/value", "/values/0/value", &record));
        assert!(leads_to("", "", &record));
    }
}
