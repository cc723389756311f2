//! [`Names`]: names in any text, by a lexicon and a small statistical tagger (a conditional random field over words, as in Lafferty,
//! McCallum and Pereira 2001). Both come from one file, which `scripts/train.sh` makes; without it nothing here finds anything.

mod bytes;
mod chain;
mod feature;
mod lexicon;
mod misses;
mod model;
mod nick;
mod span;
mod sums;
mod token;
#[cfg(feature = "train")]
pub mod train;
mod unspaced;

pub use misses::Misses;

use super::super::language::{Language, Stopwords};
use super::super::{Class, Disjoint, Entity, Finding, Score};
use super::{meet, title};
use crate::record::Span;
use bytes::Bytes;
use chain::Chain;
use feature::Reading;
use lexicon::Lexicon;
use misses::Table;
use model::Model;
use nick::Nicknames;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::sync::Mutex;
use sums::Kept;
use token::Whole;

/// The hash of a folded word, as the lexicon and the tagger know words.
pub(in crate::detect) fn hash_of(word: &str) -> u32 {
    token::hash(word.as_bytes())
}

/// What the names file begins with; the digit is its version.
const MAGIC: &[u8] = b"DCN1";

/// Why a names file cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotNames;

impl std::fmt::Display for NotNames {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the names file is not one of this version, or is not whole")
    }
}

impl std::error::Error for NotNames {}

/// The lexicon and the tagger, ready to be used.
#[derive(Debug)]
pub struct Names {
    lexicon: Lexicon,
    model: Model,
    chain: Chain,
    stopwords: Stopwords,
    nicknames: Nicknames,
    misses: Table,
    digest: String,
    /// What the words of earlier texts weigh.
    kept: Mutex<Kept>,
}

impl Names {
    /// Reads a names file.
    ///
    /// # Errors
    /// [`NotNames`]: it is another kind of file, of another version, or cut off.
    pub fn parse(file: &[u8]) -> Result<Self, NotNames> {
        let mut bytes = Bytes(file.strip_prefix(MAGIC).ok_or(NotNames)?);
        let lexicon = Lexicon::read(&mut bytes).ok_or(NotNames)?;
        let nicknames = Nicknames::read(&mut bytes).ok_or(NotNames)?;
        let model = Model::read(&mut bytes).ok_or(NotNames)?;
        let misses = Table::read(&mut bytes).ok_or(NotNames)?;
        let chain = Chain::new(&model);
        let (stopwords, kept) = (Stopwords::default(), Mutex::default());
        Ok(Self { lexicon, model, chain, stopwords, nicknames, misses, digest: digest(file), kept })
    }

    /// SHA-256 of the file, 16 hexadecimal digits of it.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// What else somebody with this given name is called; the name and the answers are folded.
    pub(super) fn nicknames(&self, name: &str) -> impl Iterator<Item = &str> {
        self.nicknames.of(name)
    }

    /// What is probably left in a text, beside these findings. A text without findings is not a clean one: see [`Misses`].
    pub fn expected_misses(&self, text: &str, found: &Disjoint) -> ExpectedMisses {
        let reading = self.read(text, found.as_slice());
        let is_sure = self.stopwords.are_sure(reading.language, reading.tokens.iter().map(|token| token.word));
        let language = if is_sure { reading.language } else { Language::Unknown };
        let tokens = reading.tokens.len();
        let count = |class: Class| found.iter().filter(|finding| finding.entity.row().class == class).count();
        let classes = self.misses.classes(language).map(|class| ClassMisses {
            class,
            found: count(class),
            misses: self.misses.of(language, class, tokens, count(class)),
        });
        ExpectedMisses { language: language.id(), tokens, classes: classes.collect() }
    }

    /// The names in a text, and whether a word of somebody's name stands elsewhere in it. `found` is what rules found: some of it is
    /// taken as a whole, the rest is a hint.
    pub(in crate::detect) fn find(&self, text: &str, found: &[Finding]) -> (Vec<Finding>, bool) {
        let reading = self.read(text, found);
        let scores = match self.kept.try_lock() {
            Ok(mut kept) => self.model.scores(&reading, &mut kept),
            // Another thread is at it, and nobody waits.
            Err(_) => self.model.scores(&reading, &mut Kept::short()),
        };
        let mut spans = span::Spans::new(text, &reading, &self.model, found);
        self.chain.shares(&scores, |from, shares| spans.take(from, shares));
        let mut findings = spans.findings;
        unspaced::find(text, &self.lexicon, &mut findings);
        let all = findings.iter().chain(found);
        let named = all.clone().filter(|finding| finding.entity == Entity::Person);
        let people: Vec<Span> = named.clone().map(|finding| finding.span).collect();
        // What stands inside web addresses is not read, so an account's name may stand in any of them.
        let repeats = all.clone().any(meet::is_placed) || !people.is_empty() && reading.repeats(named);
        findings.extend(title::find(text, &people));
        (findings, repeats)
    }

    fn read(&self, text: &str, found: &[Finding]) -> Reading {
        let (wholes, marks) = stretches(found);
        Reading::new(text, (&wholes, &marks), &self.lexicon, &self.stopwords)
    }
}

/// What is probably left in a text, by class. Empty where the language of the text was not measured: then nothing is known.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ExpectedMisses {
    /// The language that the text's small words speak (ISO 639-1; `und` for none that is known).
    pub language: &'static str,
    /// Words, numbers and signs in the text.
    pub tokens: usize,
    /// The classes that were measured in this language.
    pub classes: Vec<ClassMisses>,
}

/// What is probably left of one class.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct ClassMisses {
    /// The class.
    pub class: Class,
    /// How much of it was found.
    pub found: usize,
    /// What is probably left; none where too few comparable texts were measured.
    pub misses: Option<Misses>,
}

fn digest(file: &[u8]) -> String {
    Sha256::digest(file)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The classes of rules' findings, from 1; 0 is for none.
fn rule(class: Class) -> u8 {
    match class {
        Class::Person => feature::PERSON_RULE,
        Class::Username => 2,
        Class::Email => 3,
        Class::Url => 4,
        Class::Secret => 5,
        Class::Address => 6,
        Class::Location => 7,
        Class::Org => 8,
        Class::Date => 9,
        Class::Age => 10,
        Class::Phone => 11,
        Class::Ip => 12,
        Class::CreditCard | Class::Iban | Class::NationalId | Class::AccountId => 13,
        Class::Other => 14,
    }
}

/// What rules found, disjoint and in order: what is taken as a whole, and what is looked into.
fn stretches(found: &[Finding]) -> (Vec<Whole>, Vec<Whole>) {
    let (mut wholes, mut marks) = (Vec::new(), Vec::new());
    for finding in found.iter().filter(|finding| finding.score >= Score::new(40)) {
        let class = finding.entity.row().class;
        let to = if matches!(class, Class::Email | Class::Url | Class::Secret | Class::Ip) { &mut wholes } else { &mut marks };
        to.push(Whole { start: finding.span.start() as u32, end: finding.span.end() as u32, rule: rule(class) });
    }
    for list in [&mut wholes, &mut marks] {
        list.sort_unstable_by_key(|whole| (whole.start, u32::MAX - whole.end, whole.rule));
        let mut end = 0;
        list.retain(|whole| {
            let free = whole.start >= end;
            end = if free { whole.end } else { end };
            free
        });
    }
    (wholes, marks)
}
