//! Floor 2. Find: what in a text identifies somebody, gives access, or describes a person.
//!
//! A [`Detector`] is the compiled set of [`recognizers`] rows. It is asked with a text and with what is known beforehand
//! ([`Hints`]: people from typed fields, what the document's structure says), and answers with [`Finding`]s that explain
//! themselves. [`resolve`](resolve::resolve) makes them [`Disjoint`].

mod automaton;
pub mod check;
mod context;
mod edge;
mod entity;
pub mod name;
mod normalize;
mod recognizer;
pub mod recognizers;
mod resolve;
mod scan;
mod score;

pub use entity::{Class, Entity, EntityRow, Identifies, Name, Word};
pub use name::People;
pub use recognizer::{Anchor, Check, Edge, Edges, Failing, Lead, Recognizer};
pub(crate) use recognizer::{compiled, proving};
pub use resolve::{Disjoint, resolve};
pub use score::Score;

use crate::record::{Span, document::Known};
use serde::{Deserialize, Serialize};

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

impl Evidence {
    /// A reason and its parameter.
    pub fn new(kind: EvidenceKind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }
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
    /// A word nearby says that something else is meant; the detail is the word from our own list.
    Lowered,
    /// It is all that the text says.
    Alone,
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
    compiled: scan::Compiled,
}

impl Default for Detector {
    fn default() -> Self {
        Self { compiled: scan::Compiled::new() }
    }
}

impl Detector {
    /// Everything found in `text`, disjoint and in order, with a score of at least `threshold`.
    pub fn detect(&self, text: &str, hints: Hints<'_>, threshold: Score) -> Disjoint {
        let view = normalize::View::new(text);
        let mut findings = self.compiled.find(&view);
        findings.extend(name::structure(text, hints.known, hints.people));
        findings.extend(name::find(&view, hints.people));
        findings.retain(|finding| finding.score >= threshold);
        resolve(findings)
    }
}
