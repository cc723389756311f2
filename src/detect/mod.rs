//! Floor 2. Find: what in a text identifies somebody, gives access, or describes a person.
//!
//! A [`Detector`] is the compiled set of [`recognizers`] rows. It is asked with a text and with what is known beforehand
//! ([`Hints`]: people from typed fields, what the document's structure says), and answers with [`Finding`]s that explain
//! themselves. [`resolve`](resolve::resolve) makes them [`Disjoint`].

pub mod check;
mod context;
mod entity;
pub mod name;
mod normalize;
mod recognizer;
pub mod recognizers;
mod resolve;

pub use entity::{Class, Entity, EntityRow, Identifies};
pub use name::People;
pub use recognizer::Recognizer;
pub use resolve::{Disjoint, resolve};

use crate::record::{Span, document::Known};
use serde::{Deserialize, Serialize};

/// How certain a finding is: 0 (not at all) to 100 (proven).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Score(u8);

impl Score {
    /// Shape alone, and a common one; counts only with context.
    pub const WEAK: Self = Self(30);
    /// Shape that is rare in ordinary text.
    pub const FAIR: Self = Self(55);
    /// Distinctive shape.
    pub const LIKELY: Self = Self(75);
    /// Shape and a check digit, or a prefix that its issuer reserves.
    pub const STRONG: Self = Self(90);
    /// A typed field of the record says so.
    pub const CERTAIN: Self = Self(100);

    /// The score, cut to 0..=100.
    pub fn new(value: i32) -> Self {
        Self(value.clamp(0, 100) as u8)
    }

    /// As a number, 0 to 100.
    pub fn value(self) -> u8 {
        self.0
    }

    /// Raised or lowered, within 0..=100.
    #[must_use]
    pub fn plus(self, points: i32) -> Self {
        Self::new(i32::from(self.0) + points)
    }
}

/// Something found in a text, with the reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Where, in bytes of the text.
    pub span: Span,
    /// What it is.
    pub entity: Entity,
    /// How certain it is, after context.
    pub score: Score,
    /// The id of the recognizer that found it.
    pub recognizer: &'static str,
    /// Why, step by step.
    pub evidence: Vec<Evidence>,
    /// Which of the known [`People`] it names, where it names one.
    pub person: Option<usize>,
}

/// One reason for a finding. `detail` is a parameter for the sentence, never a copy of the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// What kind of reason.
    pub kind: EvidenceKind,
    /// Its parameter: a score, the name of a check, a context word, a role.
    pub detail: String,
}

/// The kinds of reasons a finding can have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// The text has the recognizer's shape; the detail is the score for that alone.
    Pattern,
    /// A check digit or another offline proof passed; the detail names it.
    Check,
    /// A word nearby raised the score; the detail is the word from our own list.
    Context,
    /// A typed field of the record names this person or thing; the detail is its role.
    TypedField,
    /// The document's structure marks it (a mention, a user link); the detail says as what.
    Structure,
    /// A word that introduces a name stands before it; the detail is the trigger from our own list.
    Trigger,
    /// It lies in a range reserved for documentation; the detail names the standard.
    Reserved,
    /// It was matched after undoing an escape or a look-alike; the detail says which.
    Normalized,
    /// Another finding lost to this one where they overlapped; the detail is the loser's recognizer.
    Overlap,
}

/// What is known before the text is read.
#[derive(Clone, Copy, Debug)]
pub struct Hints<'a> {
    /// People whom typed fields name.
    pub people: &'a People,
    /// What the document's structure says, in order.
    pub known: &'a [Known],
}

/// The compiled recognizers. Making one costs microseconds: the automata are built at compile time.
#[derive(Debug)]
pub struct Detector {
    compiled: recognizer::Compiled,
}

impl Default for Detector {
    fn default() -> Self {
        Self { compiled: recognizer::Compiled::new() }
    }
}

impl Detector {
    /// Everything found in `text`, disjoint and in order, with a score of at least `threshold`.
    pub fn detect(&self, text: &str, hints: Hints<'_>, threshold: Score) -> Disjoint {
        let mut findings = self.compiled.find(text);
        findings.extend(name::structure(text, hints.known, hints.people));
        findings.extend(name::find(text, hints.people));
        context::adjust(text, &mut findings);
        findings.retain(|finding| finding.score >= threshold);
        resolve(findings)
    }
}
