//! [`Tweak`]: one change of the policy that the admin tries in this page. A policy is the host's or an imported one, and the tweaks on it.

use super::super::State;
use crate::detect::Entity;
use crate::transform::{Operator, Parameters, Step};
use serde_json::{Map, Value as Json, json};
use std::sync::Arc;

/// One change of the policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tweak {
    /// A kind of finding gets another operator.
    Operator {
        /// The kind.
        entity: Entity,
        /// The operator with its parameters.
        step: Step,
    },
    /// A text is never found.
    Allow {
        /// The text.
        text: String,
    },
    /// A text is always found.
    Deny {
        /// The text.
        text: String,
    },
    /// An entry that the engine proposed, at a member of the policy.
    Entry {
        /// `deny`, `allow`, `customRecognizers`, or another member.
        member: String,
        /// What is added there.
        entry: Json,
    },
}

impl Tweak {
    /// The kind whose operator it changes.
    pub fn entity(&self) -> Option<Entity> {
        match self {
            Self::Operator { entity, .. } => Some(*entity),
            Self::Allow { .. } | Self::Deny { .. } | Self::Entry { .. } => None,
        }
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
        Tweak::Operator { entity, step } => {
            let rule = serde_json::to_value(step).unwrap_or_default();
            merge(document, "operators", &json!({ entity.id(): rule }));
        }
        Tweak::Allow { text } => merge(document, "allow", &json!([{ "text": text }])),
        Tweak::Deny { text } => merge(document, "deny", &json!([{ "text": text }])),
        Tweak::Entry { member, entry } => merge(document, member, entry),
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

/// The page's policy with the tweaks but for those that change the operator of one kind.
pub(super) fn without(state: &State, entity: Entity) -> Option<Arc<str>> {
    let others: Vec<_> = state.explain.tweaks.iter().filter(|tweak| tweak.entity() != Some(entity)).cloned().collect();
    let base = state.explain.imported.as_ref().or(state.given.policy_json.as_ref());
    if others.is_empty() { base.cloned() } else { Some(tuned(base.map(|base| &**base), &others)) }
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
            Tweak::Operator { entity: Entity::Person, step },
            Tweak::Allow { text: "Northwind".to_owned() },
            Tweak::Allow { text: "Northwind".to_owned() },
            Tweak::Deny { text: "Tommo".to_owned() },
        ];
        let policy = tuned(Some(r#"{ "version": 1, "threshold": 70, "deny": [{ "text": "Falcon" }] }"#), &tweaks);
        let read = Policy::parse(&policy).unwrap();
        assert_eq!(read.operators.of(Entity::Person).operator(), Operator::Hash);
        assert_eq!((read.tuning.allow.len(), read.tuning.deny.len(), read.threshold.value()), (1, 2, 70));
        assert_eq!(Policy::parse(&tuned(None, &[])), Ok(Policy::default()));
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
