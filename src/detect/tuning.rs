//! [`Tuning`]: what a policy changes about finding. It is data; [`Detector::tuned`](super::Detector::tuned) compiles it.

use super::{Entity, Pattern, Score, check};
use crate::table::table;
use serde::{Serialize, Serializer};

/// What a policy changes about finding (`www/schema/policy.json`). Its lists are sorted: their order says nothing.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tuning {
    /// Kinds that are switched off, or have a threshold of their own.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "by_entity")]
    pub entities: Vec<(Entity, EntityTuning)>,
    /// Recognizers that are switched off, by id.
    #[serde(rename = "recognizers", skip_serializing_if = "Vec::is_empty", serialize_with = "switched_off")]
    pub without: Vec<String>,
    /// Where the texts come from (ISO 3166-1 alpha-2): forms of these countries score 10 more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// What is never found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub allow: Vec<Allowed>,
    /// What is always found.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deny: Vec<Denied>,
    /// Recognizers of the policy's own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub custom_recognizers: Vec<CustomRecognizer>,
}

/// What a policy changes about one kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EntityTuning {
    /// Whether it is looked for at all.
    #[serde(skip_serializing_if = "Clone::clone")]
    pub enabled: bool,
    /// The least score that counts, instead of the policy's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<Score>,
}

/// What is never found: a finding that lies wholly inside is none.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum Allowed {
    /// A text, standing as whole words.
    Text {
        /// As it is written.
        text: String,
        /// Whether the case of its letters says nothing.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        ignore_case: bool,
    },
    /// Whatever an expression finds.
    Pattern {
        /// The expression.
        pattern: Pattern,
    },
}

/// What is always found, as whole words and in any case of its letters.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Denied {
    /// As it is written.
    pub text: String,
    /// What it is.
    pub entity: Entity,
    /// For [`Entity::Custom`]: what it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A recognizer of the policy's own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomRecognizer {
    /// Its id, kebab-case, not one of ours.
    pub id: String,
    /// What it finds.
    pub entity: Entity,
    /// For [`Entity::Custom`]: what that is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its shape.
    pub pattern: Pattern,
    /// Score for the shape alone.
    pub score: Score,
    /// Words nearby that raise the score by 30, in lower case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<String>,
    /// What else must hold of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<NamedCheck>,
}

impl Tuning {
    /// What it changes about one kind.
    pub(super) fn of(&self, entity: Entity) -> Option<EntityTuning> {
        self.entities.iter().find(|(of, _)| *of == entity).map(|&(_, tuning)| tuning)
    }
}

impl Denied {
    /// By this text lists are sorted, so that equal ones are written alike.
    pub(crate) fn order(&self) -> String {
        format!("{}\0{}\0{}", self.text, self.entity, self.label.as_deref().unwrap_or_default())
    }
}

impl Allowed {
    /// As for [`Denied`].
    pub(crate) fn order(&self) -> String {
        match self {
            Self::Text { text, ignore_case } => format!("{text}\0{ignore_case}"),
            Self::Pattern { pattern } => format!("\0{}", pattern.source()),
        }
    }
}

fn by_entity<S: Serializer>(entities: &[(Entity, EntityTuning)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entities.iter().copied())
}

fn switched_off<S: Serializer>(ids: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    let off = EntityTuning { enabled: false, threshold: None };
    serializer.collect_map(ids.iter().map(|id| (id, off)))
}

/// The row of a check that a policy can name.
#[derive(Debug)]
pub struct NamedCheckRow {
    /// Its name in the policy and in the evidence.
    pub id: &'static str,
    /// Whether a value passes.
    pub passes: fn(&str) -> bool,
}

table! {
    /// The checks that a policy can name.
    pub enum NamedCheck: NamedCheckRow {
        /// The Luhn sum over the digits (ISO/IEC 7812-1, annex B).
        Luhn => NamedCheckRow { id: "luhn", passes: check::luhn },
        /// MOD 97-10 over letters and digits (ISO/IEC 7064).
        Mod97 => NamedCheckRow { id: "mod97", passes: check::mod97 },
        /// MOD 11-10 over the digits (ISO/IEC 7064).
        Mod11And10 => NamedCheckRow { id: "mod11-10", passes: |value| check::sum::mod11_10(check::digits(value)) },
        /// Verhoeff's dihedral check over the digits.
        Verhoeff => NamedCheckRow { id: "verhoeff", passes: check::sum::verhoeff },
        /// An IBAN (ISO 13616-1).
        Iban => NamedCheckRow { id: "iban", passes: check::iban },
        /// A payment card (ISO/IEC 7812-1).
        PaymentCard => NamedCheckRow { id: "payment-card", passes: check::payment_card },
        /// At least one letter and one digit.
        Mixed => NamedCheckRow { id: "mixed", passes: check::mixed },
    }
}
