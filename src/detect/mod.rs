//! Floor 2. Find: what in a text identifies somebody, gives access, or describes a person.
//!
//! A [`Detector`] is the compiled set of [`recognizers`] rows. It is asked with a text and with what is known beforehand
//! ([`Hints`]: people from typed fields, what the document's structure says), and answers with [`Finding`]s that explain
//! themselves. [`resolve`](resolve::resolve) makes them [`Disjoint`].

pub mod check;
mod code;
mod context;
mod draft;
mod edge;
mod entity;
mod language;
mod machine;
pub mod name;
mod normalize;
mod pattern;
mod phrases;
mod probe;
mod program;
mod recognizer;
pub mod recognizers;
mod resolve;
mod scan;
mod score;
mod steps;
mod tuned;
mod tuning;
mod wake;

pub use draft::{Draft, Memo};
pub use entity::{Class, Entity, EntityRow, Identifies, Name, Word};
pub use language::Language;
pub(crate) use name::Acquainted;
pub use name::{ClassMisses, ExpectedMisses, Misses, Names, NotNames, People};
pub use pattern::{Fault, Pattern, Patterns};
pub use probe::{Missed, Test, TestRow};
pub use recognizer::{Anchor, Check, Edge, Edges, Failing, Lead, Recognizer};
pub(crate) use recognizer::{compiled, proving};
pub use resolve::{Disjoint, resolve};
pub use score::Score;
pub use tuning::{Allowed, CustomRecognizer, Denied, EntityTuning, NamedCheck, NamedCheckRow, Tuning};

use crate::record::{Span, document::Known};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::sync::Arc;

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

impl Finding {
    /// The id of what found it: ours, or that of the policy's own recognizer.
    pub fn id(&self) -> &str {
        self.said(EvidenceKind::Rule).unwrap_or(self.recognizer)
    }

    /// What it is called: as the policy says, else the entity's id.
    pub fn label(&self) -> &str {
        self.said(EvidenceKind::Label).unwrap_or(self.entity.id())
    }

    /// The detail of the first reason, or the second or third, of this kind: the policy's own reasons come first.
    fn said(&self, kind: EvidenceKind) -> Option<&str> {
        let by_policy = matches!(self.recognizer, tuned::CUSTOM | tuned::DENY_LIST);
        let reason = self.evidence.iter().take(3).find(|reason| by_policy && reason.kind == kind)?;
        Some(&reason.detail)
    }
}

/// One reason for a finding. `detail` is a parameter for the sentence, never a copy of the text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// What kind of reason.
    pub kind: EvidenceKind,
    /// Its parameter: a score, the name of a check, a context word, a role. Most are words of our own tables.
    pub detail: Cow<'static, str>,
    /// The score once this reason counts; for an overlap that of the loser.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub score: Option<Score>,
}

impl Evidence {
    /// A reason and its parameter.
    pub fn new(kind: EvidenceKind, detail: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, detail: detail.into(), score: None }
    }

    /// A reason that changes the score, and what it makes of it.
    pub fn scored(kind: EvidenceKind, detail: impl Into<Cow<'static, str>>, score: Score) -> Self {
        Self { score: Some(score), ..Self::new(kind, detail) }
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
    /// A check did not pass whose passing would have proven it; the shape counts for what it is. The detail names the check.
    Failed,
    /// A word nearby raised the score; the detail is the word from our own list.
    Context,
    /// A word nearby says that something else is meant; the detail is the word from our own list.
    Lowered,
    /// It is all that the text says.
    Alone,
    /// The policy says that texts come from the country whose form it is; the detail is the country.
    Locale,
    /// A rule of the policy found it; the detail is its id.
    Rule,
    /// The policy has a name for it; the detail is the name.
    Label,
    /// A typed field of the record names this person or thing; the detail is its role.
    TypedField,
    /// The document's structure marks it (a mention, a user link); the detail says as what.
    Structure,
    /// A word that introduces a name stands before it; the detail is the trigger from our own list.
    Trigger,
    /// It is the name of somebody whom the record names elsewhere.
    Elsewhere,
    /// A word of it is listed as a name; the detail says of what.
    Lexicon,
    /// The tagger takes it for a name; the detail is how likely, in percent.
    Tagger,
    /// It lies in a range reserved for documentation; the detail names the standard.
    Reserved,
    /// It was matched after undoing an escape or a look-alike; the detail says which.
    Normalized,
    /// Another finding lost to this one where they overlapped; the detail is the loser's recognizer.
    Overlap,
    /// Its score is too low for it to count; the detail is the least that would do.
    Below,
}

/// What is known before the text is read.
#[derive(Clone, Copy, Debug)]
pub struct Hints<'a> {
    /// People whom typed fields name.
    pub people: &'a People,
    /// What the document's structure says, in order.
    pub known: &'a [Known],
}

/// What stands in a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Detection {
    /// What was found.
    pub findings: Disjoint,
    /// What scored too little, with the threshold.
    below: Vec<(Finding, Score)>,
}

impl Detection {
    /// What would have been found if its score were not below the threshold: disjoint, and beside every finding. It answers
    /// "why not?", and changes nothing.
    pub fn candidates(&self) -> Disjoint {
        let mut least = [Score::default(); Entity::COUNT];
        for (finding, score) in &self.below {
            least[finding.entity as usize] = *score;
        }
        let beside = self.below.iter().filter(|(finding, _)| !self.findings.overlaps(finding.span));
        let mut candidates = resolve(beside.map(|(finding, _)| finding.clone()).collect());
        candidates.explain(|finding| {
            let least = least[finding.entity as usize].value();
            Evidence::new(EvidenceKind::Below, least.to_string())
        });
        candidates
    }
}

/// The compiled recognizers and what a policy changes about them. Making a detector costs microseconds; the recognizers are read
/// when the first text is searched, which takes milliseconds once.
#[derive(Clone, Debug)]
pub struct Detector {
    compiled: Arc<scan::Compiled>,
    names: Option<Arc<Names>>,
    tuned: tuned::Tuned,
}

impl Default for Detector {
    fn default() -> Self {
        Self { compiled: Arc::clone(&scan::COMPILED), names: None, tuned: tuned::Tuned::default() }
    }
}

impl Detector {
    /// The same detector under another tuning. What the two tunings share is shared by the detectors, and not compiled again.
    #[must_use]
    pub fn tuned(&self, tuning: &Arc<Tuning>) -> Self {
        Self { compiled: Arc::clone(&self.compiled), names: self.names.clone(), tuned: self.tuned.under(tuning) }
    }

    /// The same detector with a lexicon and a tagger for names.
    #[must_use]
    pub fn with_names(self, names: Option<Arc<Names>>) -> Self {
        Self { names, ..self }
    }

    /// The lexicon and the tagger that it has, if any.
    pub fn names(&self) -> Option<&Names> {
        self.names.as_deref()
    }

    /// How many parts of tunings were compiled to make it, and those that it was made from.
    pub fn built(&self) -> usize {
        self.tuned.built
    }

    /// Everything in `text` that scores at least `threshold`, or its kind's own, disjoint and in order; and what scores less.
    pub fn detect(&self, text: &str, hints: Hints<'_>, threshold: Score) -> Detection {
        let view = normalize::View::new(text);
        self.settle(&view, hints, self.searched(&view, hints), threshold)
    }

    /// What of all that was found counts.
    fn settle(&self, view: &normalize::View<'_>, hints: Hints<'_>, draft: Draft, threshold: Score) -> Detection {
        let text = view.original_text();
        let repeats = draft.repeats;
        let mut all = draft.into_findings();
        if repeats && !hints.people.is_complete() {
            self.propagate(view, hints.people, &mut all);
        }
        self.tuned.apply(view, &mut all);
        let (mut counting, mut below) = (Vec::with_capacity(all.len()), Vec::new());
        for finding in all {
            match self.tuned.threshold(finding.entity, threshold) {
                least if finding.score < least => below.push((finding, least)),
                _ => counting.push(finding),
            }
        }
        let mut findings = resolve::with(resolve(counting), self.tuned.denied(view), text);
        findings.drop_signs(text);
        Detection { findings, below }
    }

    /// Looks for further mentions of people whom the text itself names.
    fn propagate(&self, view: &normalize::View<'_>, people: &People, all: &mut Vec<Finding>) {
        let met = name::meet(view.original_text(), all, people);
        if met.is_empty() {
            return;
        }
        let met = People::with_names(met, self.names());
        let shifted = name::find(view, &met)
            .into_iter()
            .map(|found| Finding { person: found.person.map(|person| person + people.as_slice().len()), ..found });
        all.extend(shifted);
    }
}

/// Whether a policy can look for a text: it holds a letter or a digit.
pub(crate) fn is_phrase(text: &str) -> bool {
    !phrases::forms(text).is_empty()
}

/// Whether a recognizer of ours has this id.
pub(crate) fn is_recognizer(id: &str) -> bool {
    recognizers::by_id(id).is_some() || name::RECOGNIZERS.contains(&id)
}

/// Whether this id means something else than a recognizer of the policy.
pub(crate) fn is_reserved(id: &str) -> bool {
    is_recognizer(id) || [tuned::CUSTOM, tuned::DENY_LIST].contains(&id)
}
