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
    /// Direct identifiers are replaced, quasi-identifiers stay except where they carry an account, a secret withholds its field.
    fn default() -> Self {
        let ours = |&entity: &Entity| !matches!(entity, Entity::Person | Entity::EmailAddress);
        Self(Entity::ALL.iter().map(|entity| Rule::new(proposed(*entity), ours(entity))).collect())
    }
}

fn proposed(entity: Entity) -> Operator {
    use crate::detect::Identifies;
    match (entity, entity.row().identifies) {
        (Entity::IssueKey | Entity::DateTime, _) => Operator::Keep,
        (_, Identifies::Secret) => Operator::Drop,
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
