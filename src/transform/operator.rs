//! TABLE [`Operator`]: what can be done with something that was found.

use crate::detect::Entity;
use crate::table::table;
use serde::{Deserialize, Serialize};

/// Whether a risk is still there after an operator, as the table of WP216 (Opinion 05/2014 on anonymisation techniques) answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remains {
    /// No.
    No,
    /// Maybe not.
    MaybeNot,
    /// Yes.
    Yes,
}

/// The three questions of WP216, section 2.2.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Risks {
    /// Can somebody still be singled out?
    pub singling_out: Remains,
    /// Can records about somebody still be linked?
    pub linkability: Remains,
    /// Can something still be inferred about somebody?
    pub inference: Remains,
}

/// The row of an operator.
#[derive(Debug)]
pub struct OperatorRow {
    /// The id of the contract, section 4.
    pub id: &'static str,
    /// What ISO/IEC 20889 calls the technique.
    pub technique: &'static str,
    /// What remains after it, for the thing it was applied to.
    pub risks: Risks,
}

const fn risks(singling_out: Remains, linkability: Remains, inference: Remains) -> Risks {
    Risks { singling_out, linkability, inference }
}

use Remains::{MaybeNot, No, Yes};

table! {
    /// What can be done with a finding.
    pub enum Operator: OperatorRow {
        /// Leave it as it is.
        Keep => OperatorRow { id: "keep", technique: "none", risks: risks(Yes, Yes, Yes) },
        /// Withhold the whole field that holds it.
        Drop => OperatorRow { id: "drop", technique: "local suppression", risks: risks(No, No, No) },
        /// Remove it and leave nothing.
        Redact => OperatorRow { id: "redact", technique: "local suppression", risks: risks(No, No, MaybeNot) },
        /// Put a label in its place. People are numbered within the record, so that a story stays readable.
        Replace => OperatorRow { id: "replace", technique: "local suppression", risks: risks(No, No, MaybeNot) },
        /// Cover letters and digits with `*`, all but the last few.
        Mask => OperatorRow { id: "mask", technique: "masking", risks: risks(MaybeNot, MaybeNot, MaybeNot) },
        /// A keyed hash, HMAC-SHA-256: equal originals get equal hashes under one key.
        Hash => OperatorRow { id: "hash", technique: "pseudonymization", risks: risks(Yes, Yes, MaybeNot) },
        /// A readable stand-in under a key: equal originals get equal stand-ins.
        Pseudonymize => OperatorRow { id: "pseudonymize", technique: "pseudonymization", risks: risks(Yes, Yes, MaybeNot) },
    }
}

/// An operator with its parameters, for one entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// The operator.
    pub operator: Operator,
    /// For `mask`: how many characters stay readable at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_last: Option<u8>,
    /// Whether this choice is ours. The vendor publishes none beyond names and e-mail addresses being removed.
    pub assumption: bool,
}

/// One rule for every entity: there is no entity without an operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operators([Rule; Entity::COUNT]);

impl Operators {
    /// The same operators with another rule for one entity.
    #[must_use]
    pub fn with(mut self, entity: Entity, rule: Rule) -> Self {
        self.0[entity as usize] = rule;
        self
    }

    /// The rule for an entity.
    pub fn of(&self, entity: Entity) -> Rule {
        self.0[entity as usize]
    }
}

impl Default for Operators {
    /// A secret, or what the law protects most, withholds its field; dates and issue keys stay; everything else is replaced.
    fn default() -> Self {
        let mut rules = [Rule { operator: Operator::Replace, keep_last: None, assumption: true }; Entity::COUNT];
        for &entity in Entity::ALL {
            rules[entity as usize].operator = proposed(entity);
            rules[entity as usize].assumption = !matches!(entity, Entity::Person | Entity::EmailAddress);
        }
        Self(rules)
    }
}

/// What happens to a kind unless the policy says otherwise. The vendor publishes that names and e-mail addresses are removed, and
/// nothing beyond; every other choice is ours, and the policy marks it so. Ours lean to the side of telling less: a label says
/// what stood there, so that the sentence stays a sentence, and nothing of what it was.
fn proposed(entity: Entity) -> Operator {
    use crate::detect::Identifies;
    match (entity, entity.row().identifies) {
        // The number of a piece of work: what others in the record refer to, and nothing about anybody outside its site.
        (Entity::IssueKey, _) => Operator::Keep,
        // Could be made coarser. A day or a time names nobody and a story falls apart without its order; only together with an
        // age or a place does it narrow down. A date of birth is another kind, and goes.
        (Entity::DateTime, _) => Operator::Keep,
        // Could be made coarser: years and places. Until then they go: an age above 89, a village or a postcode singles out.
        (Entity::Age | Entity::BirthDate | Entity::Location | Entity::Postcode | Entity::Coordinates, _) => Operator::Replace,
        // What the law protects most stays with all that stands around it: the sentence says the same without the word.
        (Entity::SpecialCategory, _) => Operator::Drop,
        // A stranger who has one of these gets in; its neighbors (host, user) are worth knowing to no one else either.
        (_, Identifies::Secret) => Operator::Drop,
        // They name the organization, its customers or its banks, which must not be told from what is learned.
        (Entity::Organization | Entity::TaxId | Entity::BankCode | Entity::Security | Entity::AtlassianSite, _) => {
            Operator::Replace
        }
        // They lead to one thing in somebody's systems: whoever has those or their logs finds the record again. A file's name
        // says what it is about, and files stay. What a browser says of itself is rare enough to tell people apart.
        (
            Entity::Uuid
            | Entity::HostName
            | Entity::Url
            | Entity::SmartLink
            | Entity::MessageId
            | Entity::MediaFile
            | Entity::UserAgent
            | Entity::AtlassianResourceId,
            _,
        ) => Operator::Replace,
        // One of few in an organization; with the project's subject it names its holder.
        (Entity::JobTitle, _) => Operator::Replace,
        // Nothing without the card, and nothing worth keeping of it.
        (Entity::CardExpiry, _) => Operator::Replace,
        (_, Identifies::Direct | Identifies::Quasi | Identifies::Sensitive) => Operator::Replace,
    }
}

impl Serialize for Operators {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Entity::ALL.iter().map(|&entity| (entity, self.of(entity))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Identifies;

    #[test]
    fn defaults_withhold_the_worst_and_are_ours_but_for_what_is_published() {
        let operators = Operators::default();
        for &entity in Entity::ALL {
            let Rule { operator, assumption, .. } = operators.of(entity);
            let worst = matches!(entity.row().identifies, Identifies::Secret | Identifies::Sensitive);
            assert_eq!(operator == Operator::Drop, worst, "{entity}");
            assert!(operator != Operator::Keep || entity.row().identifies == Identifies::Quasi, "{entity}");
            assert_eq!(assumption, !matches!(entity, Entity::Person | Entity::EmailAddress), "{entity}");
        }
    }
}
