//! [`Tweak`]: one change of the policy that the admin tries in this page. A policy is the host's or an imported one, and the tweaks on it.

use super::super::State;
use crate::detect::Entity;
use crate::record::RecordType;
use crate::transform::{Operator, Parameters, Step};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// How much gets another operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Every finding of the selected one's kind.
    Kind,
    /// All of its field.
    Field,
}

/// What gets another operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// Every finding of a kind.
    Entity(Entity),
    /// All of a field, whatever is found in it.
    Field {
        /// The type of its record.
        record_type: RecordType,
        /// Its path, with `*` for positions in lists: what holds for one comment holds for all.
        path: String,
        /// What people call it.
        label: String,
    },
}

/// One change of the policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tweak {
    /// A kind of finding, or a field, gets another operator.
    Operator {
        /// What gets it.
        target: Target,
        /// The operator with its parameters.
        step: Step,
        /// For a field, once the engine has said which rule knows it: the entry of the policy.
        rule: Option<Json>,
    },
    /// An entry at a member of the policy.
    Entry {
        /// `deny`, `allow`, `customRecognizers`, or another member.
        member: String,
        /// What is added there.
        entry: Json,
    },
    /// An entry at a member of the policy is left out.
    Without {
        /// Which member.
        member: String,
        /// The entry, as [`entries`] tells it.
        entry: Json,
    },
}

impl Tweak {
    /// One more entry, as [`entries`] tells it.
    pub fn listed(member: &str, entry: Json) -> Self {
        let entry = if member == CUSTOM_FIELDS { entry } else { json!([entry]) };
        Self::Entry { member: member.to_owned(), entry }
    }

    /// Whether it adds an entry at a member of the policy.
    pub fn is_at(&self, member: &str) -> bool {
        matches!(self, Self::Entry { member: at, .. } if at == member)
    }

    /// Whether it gives something another operator.
    pub(super) fn is_of(&self, of: &Target) -> bool {
        matches!(self, Self::Operator { target, .. } if target == of)
    }
}

/// The one member whose entries have names.
const CUSTOM_FIELDS: &str = "customFields";

/// The entries at a member of a policy: the items of a list; of an object each member as an object of its own.
pub fn entries(policy: Option<&str>, member: &str) -> Vec<Json> {
    let policy = policy.and_then(|policy| serde_json::from_str::<Json>(policy).ok()).unwrap_or_default();
    match policy.get(member) {
        Some(Json::Array(items)) => items.clone(),
        Some(Json::Object(members)) => members.iter().map(|(name, value)| json!({ name: value })).collect(),
        Some(_) | None => Vec::new(),
    }
}

/// A policy with changes laid over it, as JSON text. Of a policy that cannot be read only the changes are left.
pub fn tuned(policy: Option<&str>, tweaks: &[Tweak]) -> Arc<str> {
    let read = policy.and_then(|policy| serde_json::from_str::<Json>(policy).ok());
    let mut document = match read {
        Some(Json::Object(members)) => members,
        Some(_) | None => Map::from_iter([("version".to_owned(), json!(1))]),
    };
    for tweak in tweaks {
        lay(&mut document, tweak);
    }
    Arc::from(Json::Object(document).to_string())
}

fn lay(document: &mut Map<String, Json>, tweak: &Tweak) {
    match tweak {
        Tweak::Operator { target: Target::Entity(entity), step, .. } => {
            let rule = serde_json::to_value(step).unwrap_or_default();
            merge(document, "operators", &json!({ entity.id(): rule }));
        }
        Tweak::Operator { target: Target::Field { .. }, rule, .. } => {
            if let Some(rule) = rule {
                merge(document, "fieldOperators", &json!([rule]));
            }
        }
        Tweak::Entry { member, entry } => merge(document, member, entry),
        Tweak::Without { member, entry } => match document.get_mut(member) {
            Some(Json::Array(list)) => list.retain(|item| item != entry),
            Some(Json::Object(members)) => {
                let rest = std::mem::take(members).into_iter().filter(|(name, _)| entry.get(name).is_none());
                rest.for_each(|(name, value)| drop(members.insert(name, value)));
            }
            Some(_) | None => {}
        },
    }
}

/// Lists grow by what is added, objects by their members, anything else is replaced.
fn merge(document: &mut Map<String, Json>, member: &str, more: &Json) {
    match (document.get_mut(member), more) {
        (Some(Json::Array(list)), Json::Array(more)) => {
            list.extend(more.iter().filter(|item| !list.contains(item)).cloned().collect::<Vec<_>>())
        }
        (Some(Json::Object(members)), Json::Object(more)) => {
            for (name, value) in more {
                members.insert(name.clone(), value.clone());
            }
        }
        (Some(_) | None, more) => drop(document.insert(member.to_owned(), more.clone())),
    }
}

/// The page's policy with the tweaks but for those that give something another operator.
pub(super) fn without(state: &State, target: &Target) -> Option<Arc<str>> {
    let others: Vec<_> = state.explain.tweaks.iter().filter(|tweak| !tweak.is_of(target)).cloned().collect();
    laid(state, &others)
}

/// Host's or imported policy with changes laid over it; none where it is ours without any.
pub(super) fn laid(state: &State, tweaks: &[Tweak]) -> Option<Arc<str>> {
    let base = state.explain.imported.as_ref().or(state.given.policy_json.as_ref());
    if tweaks.is_empty() { base.cloned() } else { Some(tuned(base.map(|base| &**base), tweaks)) }
}

/// Which parameters an operator uses, by their names in a policy.
pub fn uses(operator: Operator) -> &'static [&'static str] {
    match operator {
        Operator::Keep | Operator::Drop | Operator::Redact | Operator::Replace | Operator::Suppress => &[],
        Operator::Mask => &["keepLast", "side"],
        Operator::Hash | Operator::Pseudonymize | Operator::EncryptFpe | Operator::Surrogate => &["scope"],
        Operator::Generalize | Operator::TimePart => &["grain"],
        Operator::Bucket | Operator::Round => &["width"],
        Operator::Clamp => &["highest"],
        Operator::Shift => &["days", "scope"],
        Operator::Sample => &["share", "scope"],
    }
}

/// A step with one parameter set; a word or number that it cannot have leaves it as it is.
pub(super) fn set(step: &Step, name: &str, value: &str) -> Step {
    let mut parameters: Parameters = step.parameters.clone();
    let number = value.parse::<u32>().ok();
    match name {
        "scope" => parameters.scope = value.parse().ok(),
        "grain" => parameters.grain = value.parse().ok(),
        "side" => parameters.side = value.parse().ok(),
        "keepLast" => parameters.keep_last = number.map(|number| number.min(255) as u8),
        "width" => parameters.width = number.map(|number| number.clamp(1, 1_000_000)),
        "highest" => parameters.highest = number.map(|number| number.min(1_000_000_000)),
        "days" => parameters.days = number.map(|number| number.clamp(1, 36_500)),
        "share" => parameters.share = number.map(|number| number.min(100) as u8),
        _ => {}
    }
    Step { operator: step.operator, parameters }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn tweaks_make_a_policy_that_the_engine_reads() {
        let step = set(&set(&Step::from(Operator::Hash), "scope", "week"), "days", "9");
        let tweaks = [
            Tweak::Operator { target: Target::Entity(Entity::Person), step, rule: None },
            Tweak::listed("allow", json!({ "text": "Northwind" })),
            Tweak::listed("allow", json!({ "text": "Northwind" })),
            Tweak::listed("deny", json!({ "text": "Tommo" })),
        ];
        let policy = tuned(Some(r#"{ "version": 1, "threshold": 70, "deny": [{ "text": "Falcon" }] }"#), &tweaks);
        let read = Policy::parse(&policy).unwrap();
        assert_eq!(read.operators.of(Entity::Person).operator(), Operator::Hash);
        assert_eq!((read.tuning.allow.len(), read.tuning.deny.len(), read.threshold.value()), (1, 2, 70));
        assert_eq!(Policy::parse(&tuned(None, &[])), Ok(Policy::default()));
        let without = |member: &str, entry| Tweak::Without { member: member.to_owned(), entry };
        let less = [without("deny", json!({ "text": "Tommo" })), without("customFields", json!({ "customfield_1": "sprint" }))];
        let policy = r#"{ "deny": [{ "text": "Tommo" }], "customFields": { "customfield_1": "sprint" } }"#;
        assert_eq!(Policy::parse(&tuned(Some(policy), &less)), Ok(Policy::default()));
        let listed = |member| entries(Some(policy), member);
        assert_eq!((listed("deny"), listed("allow")), (vec![json!({ "text": "Tommo" })], vec![]));
        assert_eq!(listed("customFields"), [json!({ "customfield_1": "sprint" })]);
    }

    #[test]
    fn every_parameter_that_is_offered_can_be_set() {
        for &operator in Operator::ALL {
            for name in uses(operator) {
                let value = match *name {
                    "scope" => "week",
                    "grain" => "month",
                    "side" => "start",
                    _ => "7",
                };
                let written = serde_json::to_value(set(&Step::from(operator), name, value)).unwrap();
                assert!(written.get(*name).is_some(), "{operator:?} {name}");
            }
        }
    }
}
