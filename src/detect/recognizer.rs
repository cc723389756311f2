//! The row type [`Recognizer`] and the closed sets its fields choose from.
//!
//! This file and the packs are also part of the build script, which compiles every pattern into an automaton; see `scan.rs`
//! for how they run.

use super::{Entity, Score};

/// One recognizer: a row that finds one entity and carries its own proof.
///
/// Patterns are regular expressions over bytes: no look-around, no `\b`, no Unicode classes except inside `(?u:…)`; of all
/// matches the longest one that satisfies the edges and the check counts.
#[derive(Clone, Copy, Debug)]
pub struct Recognizer {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// What it finds.
    pub entity: Entity,
    /// Score for the shape alone. One below the policy's threshold counts only with context.
    pub score: Score,
    /// What must stand right before the value without being part of the finding.
    pub lead: Lead,
    /// The shape of the value itself.
    pub pattern: &'static str,
    /// What may stand next to it: before the lead, where there is one, and after the value.
    pub edges: Edges,
    /// What in the text wakes it.
    pub anchor: Anchor,
    /// Proofs beyond the shape.
    pub checks: &'static [Check],
    /// Names the standard that reserves the value for documentation or private use, if one does.
    pub reserved: Option<fn(&str) -> Option<&'static str>>,
    /// Words nearby that raise the score, in lower case; for a [`Lead::Trigger`] the triggers themselves.
    pub context: &'static [&'static str],
    /// Words, in lower case, that mean something else when they stand right before.
    pub unless: &'static [&'static str],
    /// Texts in which it finds exactly what stands between `«` and `»`; at least two.
    pub finds: &'static [&'static str],
    /// Texts in which it finds nothing; at least one.
    pub skips: &'static [&'static str],
    /// Where the rule comes from: the standard and its clause, or whose documentation.
    pub source: &'static str,
}

impl Recognizer {
    /// The expression that is tried first: the lead where there is one, else the value.
    pub fn head(&self) -> &'static str {
        match self.lead {
            Lead::None => self.pattern,
            Lead::Form(lead) | Lead::Trigger(lead) => lead,
            Lead::Key(_) => KEY,
        }
    }
}

/// A pattern, as its row states it. The engine in the browser runs the automaton that the build made of it and leaves the text at
/// home, as it does a row's proof ([`proving`]): together they weigh about 13 KB compressed.
pub(crate) const fn compiled(pattern: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { pattern }
}

/// The texts that prove a row; the tests read them.
pub(crate) const fn proving(texts: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_arch = "wasm32") { &[] } else { texts }
}

/// What must stand right before a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lead {
    /// Nothing in particular.
    None,
    /// A form, as `password=`. Belongs to the shape.
    Form(&'static str),
    /// A word that introduces a name, as `cc`. The evidence names it.
    Trigger(&'static str),
    /// An assignment, `name = value`, whose name holds one of these words, in lower case. Belongs to the shape.
    Key(&'static [&'static str]),
}

impl Lead {
    /// A form; its text stays at home like a pattern's.
    pub(crate) const fn form(lead: &'static str) -> Self {
        Self::Form(compiled(lead))
    }

    /// A trigger; its text stays at home like a pattern's.
    pub(crate) const fn trigger(lead: &'static str) -> Self {
        Self::Trigger(compiled(lead))
    }
}

/// The lead of [`Lead::Key`]: a name, and what assigns a value to it in configuration files, code, headers and prose.
pub(crate) const KEY: &str = r#"[A-Za-z][A-Za-z0-9_.-]*(?:[ ][A-Za-z0-9_.-]+){0,2}["'\]]{0,3}[ \t]{0,4}(?::=|=>|[:=>])[ \t]{0,4}["'`\\]{0,4}(?i:bearer |basic |token )?"#;

/// What may stand next to a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edges {
    /// In front.
    pub before: Edge,
    /// Behind.
    pub after: Edge,
}

impl Edges {
    /// The same rule on both sides.
    pub const fn both(edge: Edge) -> Self {
        Self { before: edge, after: edge }
    }
}

/// What may stand on one side of a finding. Letters of scripts that write no spaces (Han, kana, Hangul, Thai …) count as
/// boundaries everywhere: `連絡先mia@example.org` holds an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Edge {
    /// Anything.
    Any,
    /// No letter and no digit.
    Word,
    /// No letter, digit, `_` or `-`: the value would be longer than it looks.
    Token,
    /// As [`Edge::Token`] but `-` may stand there, and no digit behind a `.`, `,`, `:`, `-` or `/`: the number would be part
    /// of a longer one. No `::` in front either.
    Number,
    /// No letter, digit or `_`, and no digit behind a `.`: one more part would make it a version. A port or a network may follow.
    Address,
    /// No letter, digit or `_`, and no further pair behind a `:` or `-`: in front two hexadecimal digits that stand alone, behind a
    /// letter, a digit or another `:`. The address would be part of a longer run, as a fingerprint is.
    Pair,
    /// The words that make the number before them an age, as `year old`, `y/o`, `años de edad`.
    Years,
    /// As [`Edge::Word`], and no `//`: that would make it the user part of a web address.
    Mailbox,
    /// An `@`, which makes what stands before it the user part of an address.
    UserPart,
    /// A quotation mark.
    Quote,
    /// As [`Edge::Token`], nor `(`, `/`, `@`, `=`, `\`, nor behind it a `.` or `:` with a letter: code, a path or a package.
    Handle,
}

/// What in the text wakes a recognizer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// The first two bytes. Letters and digits count as a beginning only where no ASCII letter or digit stands in front.
    Start,
    /// One of these bytes, rarer than the beginning; from there the beginning is looked for at most [`Anchor::BACK`] bytes
    /// back, over the bytes that the expression can read before it.
    Bytes(&'static [u8]),
}

impl Anchor {
    /// A digit: for what begins with letters that any word has, so that words do not wake it.
    pub(crate) const DIGITS: Self = Self::Bytes(b"0123456789");
    /// How far before its anchor a value or its lead can begin.
    pub const BACK: usize = 64;
}

/// Proof beyond the shape: pure, and deterministic.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// Its name in the evidence.
    pub id: &'static str,
    /// Whether the value passes.
    pub passes: fn(&str) -> bool,
    /// What it means when it does not.
    pub failing: Failing,
}

impl Check {
    /// A check without which there is no finding.
    pub const fn must(id: &'static str, passes: fn(&str) -> bool) -> Self {
        Self { id, passes, failing: Failing::Drops }
    }

    /// A check that proves the value; without it the shape still counts for what it is.
    pub const fn proves(id: &'static str, passes: fn(&str) -> bool) -> Self {
        Self { id, passes, failing: Failing::Keeps }
    }
}

/// What a failed check means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Failing {
    /// The value is not what it looks like.
    Drops,
    /// The value is only less certain.
    Keeps,
}
