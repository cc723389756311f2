//! [`Phrases`]: many texts at once, found in one pass, whatever the case of their letters.
//!
//! An automaton after Aho and Corasick over the folded text: its states lie breadth first, so that the children of a state are
//! neighbors and a state costs 17 bytes; ten thousand phrases of twenty bytes are made in milliseconds and take 3 MB.

use super::edge::joins;
use super::normalize::View;
use crate::order::distinct;
use crate::record::Span;
use std::borrow::Cow;

/// Phrases, compiled.
#[derive(Debug)]
pub(super) struct Phrases {
    /// How many bytes each phrase has, by its number.
    lengths: Vec<u32>,
    /// The byte that leads into a state. The states are numbered breadth first, 0 is the root.
    labels: Vec<u8>,
    /// Where a state's children begin; they end where those of the next state begin.
    children: Vec<u32>,
    /// The state of the longest suffix.
    fail: Vec<u32>,
    /// The number of the phrase that ends in a state, plus 1; 0 for none.
    phrase: Vec<u32>,
    /// The nearest state on the way of suffixes in which a phrase ends; 0 for none.
    shorter: Vec<u32>,
    root: [u32; 256],
}

impl Phrases {
    /// An automaton of folded phrases, sorted, distinct, none empty. They are numbered in this order.
    pub(super) fn new(phrases: &[String]) -> Self {
        let mut this = Self {
            lengths: phrases.iter().map(|phrase| number(phrase.len())).collect(),
            labels: vec![0],
            children: Vec::new(),
            fail: vec![0],
            phrase: vec![0],
            shorter: vec![0],
            root: [0; 256],
        };
        // For each state that is not yet expanded: its phrases and how deep it lies.
        let mut ranges = vec![(0, phrases.len(), 0)];
        let mut state = 0;
        while state < ranges.len() {
            let (start, end, depth) = ranges[state];
            this.children.push(number(this.labels.len()));
            let mut from = start + usize::from(state != 0 && phrases[start].len() == depth);
            while from < end {
                let byte = phrases[from].as_bytes()[depth];
                let to = from + phrases[from..end].partition_point(|phrase| phrase.as_bytes()[depth] == byte);
                let ends = phrases[from].len() == depth + 1;
                this.add(state, byte, if ends { number(from) + 1 } else { 0 });
                ranges.push((from, to, depth + 1));
                from = to;
            }
            state += 1;
        }
        this.children.push(number(this.labels.len()));
        this
    }

    fn add(&mut self, parent: usize, byte: u8, phrase: u32) {
        let child = number(self.labels.len());
        let fail = if parent == 0 { 0 } else { self.next(self.fail[parent], byte) };
        if parent == 0 {
            self.root[usize::from(byte)] = child;
        }
        let shorter = if self.phrase[fail as usize] != 0 { fail } else { self.shorter[fail as usize] };
        self.labels.push(byte);
        self.fail.push(fail);
        self.phrase.push(phrase);
        self.shorter.push(shorter);
    }

    fn next(&self, mut state: u32, byte: u8) -> u32 {
        while state != 0 {
            let range = self.children[state as usize] as usize..self.children[state as usize + 1] as usize;
            if let Ok(place) = self.labels[range.clone()].binary_search(&byte) {
                return number(range.start + place);
            }
            state = self.fail[state as usize];
        }
        self.root[usize::from(byte)]
    }

    /// Tells `found`, for every place in a text where phrases end, their numbers and where each stands, the longest first, until
    /// it takes one. They stand as whole words.
    pub(super) fn each(&self, text: &str, mut found: impl FnMut(usize, Span) -> bool) {
        let folded = Folded::new(text);
        let mut state = 0;
        for (at, &byte) in folded.text.as_bytes().iter().enumerate() {
            state = self.next(state, byte);
            let mut ending = if self.phrase[state as usize] != 0 { state } else { self.shorter[state as usize] };
            while ending != 0 {
                let phrase = self.phrase[ending as usize] as usize - 1;
                let range = folded.original(at + 1 - self.lengths[phrase] as usize)..folded.original(at + 1);
                let span = Span::new(text, range).filter(|&span| is_whole(text, span));
                if span.is_some_and(|span| found(phrase, span)) {
                    break;
                }
                ending = self.shorter[ending as usize];
            }
        }
    }
}

/// There are far fewer states than this: a policy is at most some megabytes.
fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// Whether no word goes on where the span begins or ends in one.
fn is_whole(text: &str, span: Span) -> bool {
    let (before, value, after) = (&text[..span.start()], &text[span.range()], &text[span.end()..]);
    let goes_on = |left: Option<char>, right: Option<char>| left.is_some_and(joins) && right.is_some_and(joins);
    !goes_on(before.chars().next_back(), value.chars().next()) && !goes_on(value.chars().next_back(), after.chars().next())
}

/// A phrase as it is looked for, and as it was meant where its case matters: with escapes undone, and as it is written where that
/// is another, because what surrounds a phrase decides whether it reads as an escape. None, where there is nothing to look for.
pub(super) fn forms(phrase: &str) -> Vec<(String, String)> {
    let view = View::new(phrase);
    let form = |text: &str| {
        let exact: String = text.trim().chars().map(spaced).collect();
        exact.chars().any(char::is_alphanumeric).then(|| (Folded::new(&exact).text.into_owned(), exact))
    };
    distinct(view.readings().filter_map(|reading| form(reading.text)).collect())
}

/// Whether a text is that of a phrase, letter for letter; white space is white space.
pub(super) fn is_exactly(text: &str, exact: &str) -> bool {
    text.chars().map(spaced).eq(exact.chars())
}

fn spaced(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// A text in lower case, with the way back.
struct Folded<'a> {
    text: Cow<'a, str>,
    /// Behind each character whose lower case has another length: where the folded text and the text go on.
    shifts: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    fn new(text: &'a str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let mut shifts = Vec::new();
        for (at, c) in text.char_indices() {
            let start = folded.len();
            match spaced(c) {
                'ς' => folded.push('σ'),
                'İ' => folded.push('i'),
                c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
                c => folded.extend(c.to_lowercase()),
            }
            if folded.len() - start != c.len_utf8() {
                shifts.push((folded.len(), at + c.len_utf8()));
            }
        }
        Self { text: Cow::Owned(folded), shifts }
    }

    fn original(&self, offset: usize) -> usize {
        let before = self.shifts.partition_point(|&(folded, _)| folded <= offset);
        self.shifts[..before].last().map_or(offset, |&(folded, original)| original + (offset - folded))
    }
}

/// Sorted, each once.
pub(super) fn keys<'a>(folded: impl Iterator<Item = &'a str>) -> Vec<String> {
    distinct(folded.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(phrases: &[&str], text: &'a str) -> Vec<&'a str> {
        let folded: Vec<_> = phrases.iter().flat_map(|phrase| forms(phrase)).map(|(key, _)| key).collect();
        let mut out = Vec::new();
        Phrases::new(&keys(folded.iter().map(String::as_str))).each(text, |_, span| {
            out.push(&text[span.range()]);
            true
        });
        out
    }

    #[test]
    fn phrases_are_found_as_whole_words_in_any_case() {
        let phrases = ["Project Falcon", "falcon", "con", "Ünal", "C++", "山田", "İzmir", "ΟΔΟΣ"];
        assert_eq!(found(&phrases, "the PROJECT\nFALCON, falcons, a Falcon"), ["PROJECT\nFALCON", "Falcon"]);
        assert_eq!(found(&phrases, "ÜNAL likes C++, not C+++x; 私は山田です"), ["ÜNAL", "C++", "C++", "山田"]);
        assert_eq!(found(&phrases, "in İZMİR: İzmir (οδος, οδοσ)"), ["İZMİR", "İzmir", "οδος", "οδοσ"]);
        assert!(found(&phrases, "conference falconry").is_empty());
    }

    #[test]
    fn of_phrases_that_end_alike_the_longest_that_stands_free_counts() {
        assert_eq!(found(&["a b c", "b c", "c", "xb c"], "a b c"), ["a b c"]);
        assert_eq!(found(&["a b c", "b c", "c"], "aa b c, c"), ["b c", "c"]);
    }

    #[test]
    fn many_phrases_are_as_good_as_one() {
        let many: Vec<String> = (0..10_000).map(|number| format!("name{number} of {}", number % 97)).collect();
        let phrases: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(found(&phrases, "xname7 of 7, NAME7 OF 7, name9999 of 8 name9999 of 99"), ["NAME7 OF 7", "name9999 of 8"]);
    }
}
