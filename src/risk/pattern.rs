//! Common patterns: what recurs is kept, what only few contributors wrote is not.

use super::class::K;
use crate::runs::Kind;
use serde::Serialize;
use std::collections::BTreeSet;

/// What words are made of, with the signs that may stand inside.
const WORDS: &Kind = &Kind::words(b"_'-", char::is_alphanumeric);

/// A text and how many distinct contributors wrote it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Pattern {
    /// The text, de-identified.
    pub text: String,
    /// How many wrote it; where the count is limited, at least this many.
    pub contributors: u64,
    /// How many records hold it.
    pub records: u64,
}

/// Patterns told apart by a threshold.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Patterns {
    /// At or above it, those of most contributors first.
    pub kept: Vec<Pattern>,
    /// Below it: how many patterns.
    pub dropped: usize,
    /// Below it: for each number of contributors from 1 how many patterns.
    pub missed: Vec<usize>,
}

impl Patterns {
    /// Keeps the patterns of at least k contributors.
    pub fn of(patterns: impl IntoIterator<Item = Pattern>, k: K) -> Self {
        let k = k.get() as u64;
        let mut found = Self { missed: vec![0; k as usize - 1], ..Self::default() };
        for pattern in patterns {
            if pattern.contributors >= k {
                found.kept.push(pattern);
            } else {
                found.dropped += 1;
                found.missed[pattern.contributors.max(1) as usize - 1] += 1;
            }
        }
        found.kept.sort_by(|one, other| other.contributors.cmp(&one.contributors).then_with(|| one.text.cmp(&other.text)));
        found
    }
}

/// The words of a text as they are compared: in lower case, without what stands around them. Labels that stand for something found
/// keep their form.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    WORDS.runs(text).filter_map(|(at, word)| {
        let is_bare = |sign: &u8| !matches!(sign, b'\'' | b'-' | b'_');
        let bytes = word.as_bytes();
        let start = bytes.iter().position(is_bare)?;
        let end = bytes.iter().rposition(is_bare)? + 1;
        Some((at + start, &word[start..end]))
    })
}

/// The n-grams of a text in lower case, each once. Those do not cross the end of a line or sentence.
pub fn grams(text: &str, n: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for sentence in text.split(['\n', '.', '!', '?', ';', ':', '|']) {
        let words: Vec<_> = words(sentence).map(|(_, word)| word.to_lowercase()).collect();
        found.extend(words.windows(n.max(1)).map(|gram| gram.join(" ")));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_too_few_wrote_is_dropped() {
        let pattern = |text: &str, contributors| Pattern { text: text.to_owned(), contributors, records: contributors };
        let found = Patterns::of(
            [pattern("done", 9), pattern("to do", 9), pattern("falcon", 1), pattern("x", 4)],
            K::try_new(5).unwrap(),
        );
        assert_eq!(found.kept.iter().map(|pattern| pattern.text.as_str()).collect::<Vec<_>>(), ["done", "to do"]);
        assert_eq!((found.dropped, found.missed), (2, vec![1, 0, 0, 1]));
    }

    #[test]
    fn grams_stay_within_a_sentence() {
        let found: Vec<_> = grams("The Crane's down. PERSON_1 saw the crane's…", 2).into_iter().collect();
        assert_eq!(found, ["crane's down", "person_1 saw", "saw the", "the crane's"]);
        assert_eq!(words("a, «b-c»").collect::<Vec<_>>(), [(0, "a"), (5, "b-c")]);
        assert!(grams("one", 2).is_empty());
    }
}
