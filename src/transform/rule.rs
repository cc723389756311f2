//! [`Rule`]: operators with their parameters, one after the other, and one rule for every entity.

use super::Operator;
use crate::detect::Entity;
use crate::table::table;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The row of a closed set of words.
#[derive(Debug)]
pub struct WordRow {
    /// The id.
    pub id: &'static str,
}

table! {
    /// Within what equal originals get equal stand-ins. It goes into the derivation of the key.
    pub enum Scope: WordRow {
        /// Within one record.
        Record => WordRow { id: "record" },
        /// Within the records of one product.
        Product => WordRow { id: "product" },
        /// Within all records of the organization.
        Organization => WordRow { id: "organization" },
        /// Within all records that are contributed in one week.
        Week => WordRow { id: "week" },
    }
}

table! {
    /// How exact a date stays, or which part of it.
    pub enum Grain: WordRow {
        /// Ten years.
        Decade => WordRow { id: "decade" },
        /// The year.
        Year => WordRow { id: "year" },
        /// The quarter.
        Quarter => WordRow { id: "quarter" },
        /// The month.
        Month => WordRow { id: "month" },
        /// The day of the week; for `time-part`.
        Weekday => WordRow { id: "weekday" },
        /// The hour; for `time-part`.
        Hour => WordRow { id: "hour" },
    }
}

table! {
    /// Which end of a value stays readable under a mask.
    pub enum Side: WordRow {
        /// The beginning.
        Start => WordRow { id: "start" },
        /// The end.
        End => WordRow { id: "end" },
    }
}

/// What an operator can be told. What it does not use is ignored; what is absent has the operator's own default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Parameters {
    /// `mask`: how many characters stay readable; 0 if absent, never more than half.
    pub keep_last: Option<u8>,
    /// `mask`: at which side; the end if absent.
    pub side: Option<Side>,
    /// `hash`, `pseudonymize`, `encrypt-fpe`, `surrogate`, `sample`, `shift`: the scope of the key; the organization if absent.
    pub scope: Option<Scope>,
    /// `generalize`, `time-part`: the grain of a date; the year if absent.
    pub grain: Option<Grain>,
    /// `bucket`, `round`: how wide an interval or a step is; 10 if absent, at least 1.
    pub width: Option<u32>,
    /// `clamp`: the least number that stays; none if absent.
    pub lowest: Option<u32>,
    /// `clamp`: the greatest number that stays; 89 if absent (45 CFR 164.514(b)(2)(i)(C)).
    pub highest: Option<u32>,
    /// `shift`: by at most how many days; 183 if absent, at least 1.
    pub days: Option<u32>,
    /// `sample`: how many of a hundred stay; 10 if absent.
    pub share: Option<u8>,
}

/// One operator with its parameters.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// The operator.
    pub operator: Operator,
    /// What it is told.
    pub parameters: Parameters,
}

impl Step {
    /// The members of its JSON object; parameters that are absent are left out.
    fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        let of = &self.parameters;
        map.serialize_entry("operator", &self.operator)?;
        let words = [("side", of.side.map(Side::id)), ("scope", of.scope.map(Scope::id)), ("grain", of.grain.map(Grain::id))];
        for (name, word) in words.into_iter().filter_map(|(name, word)| Some((name, word?))) {
            map.serialize_entry(name, word)?;
        }
        let numbers = [
            ("keepLast", of.keep_last.map(u32::from)),
            ("width", of.width),
            ("lowest", of.lowest),
            ("highest", of.highest),
            ("days", of.days),
            ("share", of.share.map(u32::from)),
        ];
        for (name, number) in numbers.into_iter().filter_map(|(name, number)| Some((name, number?))) {
            map.serialize_entry(name, &number)?;
        }
        Ok(())
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.write(&mut map)?;
        map.end()
    }
}

impl From<Operator> for Step {
    fn from(operator: Operator) -> Self {
        Self { operator, parameters: Parameters::default() }
    }
}

/// What is done with the findings of an entity: one operator, and perhaps others on what it leaves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The first operator.
    pub first: Step,
    /// What follows, in order.
    pub then: Vec<Step>,
    /// Whether this choice is ours. The vendor publishes none beyond names and e-mail addresses being removed.
    pub assumption: bool,
}

impl Rule {
    /// One operator without parameters.
    pub fn new(operator: Operator, assumption: bool) -> Self {
        Self { first: operator.into(), then: Vec::new(), assumption }
    }

    /// All steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        std::iter::once(&self.first).chain(&self.then)
    }

    /// The operator by which the rule is known: of those applied, the last.
    pub fn operator(&self) -> Operator {
        self.then.last().unwrap_or(&self.first).operator
    }

    /// Whether there is more to it than one operator: parameters, or further steps.
    pub fn is_told(&self) -> bool {
        !self.then.is_empty() || self.first.parameters != Parameters::default()
    }

    /// Whether one of the steps is this operator.
    pub fn has(&self, operator: Operator) -> bool {
        self.steps().any(|step| step.operator == operator)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.first.write(&mut map)?;
        if !self.then.is_empty() {
            map.serialize_entry("then", &self.then)?;
        }
        map.serialize_entry("assumption", &self.assumption)?;
        map.end()
    }
}

/// One rule for every entity: there is no entity without an operator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operators(Vec<Rule>);

impl Operators {
    /// The same operators with another rule for one entity.
    #[must_use]
    pub fn with(mut self, entity: Entity, rule: Rule) -> Self {
        self.0[entity as usize] = rule;
        self
    }

    /// The rule for an entity.
    pub fn of(&self, entity: Entity) -> &Rule {
        &self.0[entity as usize]
    }
}

impl Default for Operators {
    /// A secret, or what the law protects most, withholds its field; dates and issue keys stay; ages, places and dates of birth become
    /// coarser; everything else is replaced.
    fn default() -> Self {
        let ours = |&entity: &Entity| !matches!(entity, Entity::Person | Entity::EmailAddress);
        Self(Entity::ALL.iter().map(|entity| Rule::new(proposed(*entity), ours(entity))).collect())
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
        // A day or a time names nobody and a story falls apart without its order; only together with an
        // age or a place does it narrow down. A date of birth is another kind, and goes.
        (Entity::DateTime, _) => Operator::Keep,
        // An age above 89, a village or a whole postcode singles out; ten years or a region seldom do.
        (Entity::Age | Entity::BirthDate | Entity::Location | Entity::Postcode | Entity::Coordinates, _) => Operator::Generalize,
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
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(Entity::COUNT))?;
        for &entity in Entity::ALL {
            map.serialize_entry(&entity, self.of(entity))?;
        }
        map.end()
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
            let (operator, assumption) = (operators.of(entity).operator(), operators.of(entity).assumption);
            let worst = matches!(entity.row().identifies, Identifies::Secret | Identifies::Sensitive);
            assert_eq!(operator == Operator::Drop, worst, "{entity}");
            assert!(operator != Operator::Keep || entity.row().identifies == Identifies::Quasi, "{entity}");
            assert_eq!(assumption, !matches!(entity, Entity::Person | Entity::EmailAddress), "{entity}");
        }
    }
}
