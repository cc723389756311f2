//! [`Common`]: what recurs, and what is rare. A tenant cannot know what is common across customers: contributors of the records at hand
//! stand in for them, unless the host gave a [`Reference`].

use super::fold::{gram_hash, pair_hash, word_hash};
use super::sketch::{Reference, Sketch};
use super::state::{GRAMS, State};
use crate::record::Utf16;
use crate::risk::{K, Pattern, Patterns, words};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// How many patterns of a kind are listed.
const MOST_LISTED: usize = 40;

/// Who says what is common.
pub(super) struct Common<'a> {
    state: &'a State,
    sketch: &'a Sketch,
    /// What a phrase that nobody used may count for.
    pub(super) floor: u64,
    is_elsewhere: bool,
}

impl<'a> Common<'a> {
    pub(super) fn new(state: &'a State, reference: Option<&'a Reference>) -> Self {
        let sketch = reference.map_or(&state.sketch, Reference::sketch);
        Self { state, sketch, floor: sketch.floor(), is_elsewhere: reference.is_some() }
    }

    fn count(&self, phrase: u64) -> u64 {
        self.sketch.count(phrase, self.floor)
    }

    /// Whole values by kind.
    pub(super) fn patterns(&self, k: K) -> Json {
        let of = |(kind, keep): (&String, &super::keep::Keep<super::state::Recurring>)| {
            let who = |text: &str, local: u64| if self.is_elsewhere { self.count(gram_hash(text)) } else { local };
            let all = keep.iter().map(|(text, of)| Pattern {
                text: text.to_owned(),
                contributors: who(text, of.who.count()),
                records: of.records,
            });
            let mut found = Patterns::of(all, k);
            found.kept.truncate(MOST_LISTED);
            let label = self.state.fields.get(kind).map(|seen| &seen.label);
            json!({"kind": kind, "label": label, "kept": found.kept, "dropped": found.dropped, "missed": found.missed, "of": keep.estimate()})
        };
        self.state.patterns.iter().map(of).collect()
    }

    /// Words and two words in a row: of a sample of all that were written, those that enough contributors used.
    pub(super) fn phrases(&self, k: K) -> Json {
        let texts: BTreeSet<&String> = self.state.phrases.values().collect();
        let pattern = |text: &String| Pattern { text: text.clone(), contributors: self.count(gram_hash(text)), records: 0 };
        let mut found = Patterns::of(texts.into_iter().map(pattern), k);
        found.kept.truncate(MOST_LISTED);
        let kept = found.kept.iter().map(|pattern| json!({"text": pattern.text, "contributors": pattern.contributors}));
        json!({"kept": kept.collect::<Vec<_>>(), "dropped": found.dropped, "missed": found.missed, "floor": self.floor})
    }

    /// Three and four words in a row, by contributors of these records: of a sample of all different ones, where they are many.
    pub(super) fn grams(&self, k: K) -> Json {
        let of = |(words, keep): (usize, &super::keep::Keep<super::state::Recurring>)| {
            let pattern = |(text, of): (&str, &super::state::Recurring)| Pattern {
                text: text.to_owned(),
                contributors: of.who.count(),
                records: of.records,
            };
            let mut found = Patterns::of(keep.iter().map(pattern), k);
            found.kept.truncate(MOST_LISTED);
            json!({"words": words, "kept": found.kept, "dropped": found.dropped, "missed": found.missed, "of": keep.estimate()})
        };
        GRAMS.zip(&self.state.grams).map(of).collect()
    }
}

/// For each word of a de-identified text how many contributors used it: `[start, end, count]` in UTF-16 code units, where a word is
/// rarer together with the one before it, that pair's.
pub fn rarity(state: &State, reference: Option<&Reference>, text: &str) -> Vec<[u64; 3]> {
    let common = Common::new(state, reference);
    let mut units = Utf16::new(text);
    let mut before = None;
    let mut found = Vec::new();
    for (at, word) in words(text) {
        let own = word_hash(word);
        let mut count = common.count(own);
        if let Some(before) = before {
            let pair = common.count(pair_hash(before, own));
            count = if pair > 0 { count.min(pair) } else { count };
        }
        before = Some(own);
        found.push([units.at(at) as u64, units.at(at + word.len()) as u64, count]);
    }
    found
}
