//! [`Rules`]: what the page says of the policy in force. The engine reads the policy itself, and refuses one that it cannot use.

use crate::detect::{Entity, Score};
use crate::policy::Error;
use crate::transform::{Operator, Operators};
use serde_json::Value as Json;

/// The part of a policy that is shown: the rest of it decides and is shown by what it decides.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rules {
    /// The version of the policy's shape.
    pub version: u64,
    /// Findings that score less are not acted on.
    pub threshold: Score,
    /// What happens to each kind of finding.
    pub operators: Operators,
}

impl Default for Rules {
    /// Ours. A test holds them to the default policy.
    fn default() -> Self {
        Self { version: 1, threshold: Score::new(50), operators: Operators::default() }
    }
}

impl Rules {
    /// The rules of a host's policy; what it leaves out is ours.
    ///
    /// # Errors
    /// The text is no JSON object. Anything else that is wrong in it is the engine's to say, with its place.
    pub fn read(policy: &str) -> Result<Self, Error> {
        let of: Json = serde_json::from_str(policy).unwrap_or_default();
        if !of.is_object() {
            return Err(Error { place: String::new(), demand: "a plain object".to_owned(), offset: None });
        }
        let mut rules = Self::default();
        rules.version = of.get("version").and_then(Json::as_u64).unwrap_or(rules.version);
        if let Some(threshold) = of.get("threshold").and_then(Json::as_i64) {
            rules.threshold = Score::new(threshold as i32);
        }
        for &entity in Entity::ALL {
            let named = of.get("operators").and_then(|operators| operators.get(entity.id()));
            if let Some(named) = named {
                rules = rules.with(entity, named);
            }
        }
        Ok(rules)
    }

    fn with(mut self, entity: Entity, named: &Json) -> Self {
        let mut rule = self.operators.of(entity).clone();
        let last = named.get("then").and_then(Json::as_array).and_then(|then| then.last()).unwrap_or(named);
        let operator = last.get("operator").and_then(Json::as_str).and_then(|id| id.parse::<Operator>().ok());
        if let Some(operator) = operator {
            (rule.first, rule.then) = (operator.into(), Vec::new());
        }
        rule.assumption = named.get("assumption").and_then(Json::as_bool).unwrap_or(rule.assumption);
        self.operators = self.operators.with(entity, rule);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn what_is_shown_is_what_the_policy_says() {
        let policy = Policy::default();
        let ours = Rules::default();
        assert_eq!((ours.threshold, &ours.operators), (policy.threshold, &policy.operators));
        let json = r#"{ "version": 1, "threshold": 80, "operators": { "PERSON": { "operator": "hash", "assumption": false } } }"#;
        let (rules, policy) = (Rules::read(json).unwrap(), Policy::parse(json).unwrap());
        assert_eq!((rules.threshold, &rules.operators), (policy.threshold, &policy.operators));
        assert!(Rules::read("[]").is_err());
    }
}
