//! Nearby words: they raise a score, name a trigger, or say that something else is meant.

use super::{
    Evidence, EvidenceKind, Score,
    edge::is_unspaced,
    recognizer::{Failing, Lead, Recognizer},
};
use crate::record::Span;

/// What one context word adds; further ones add nothing.
pub(super) const RAISE: i32 = 30;
/// What a word takes away that says the value is something else.
const LOWER: i32 = 50;
/// What it adds that a checked value is all that the text says.
const ALONE: i32 = 10;
/// How far before and after a finding its context reaches, in bytes.
const BEFORE: usize = 48;
const AFTER: usize = 24;

/// The row's score, lowered or raised by what stands around the value; the evidence says by what. `start` is where the lead begins.
/// A check that did not pass and leaves the shape for what it is stands in the evidence too.
pub(super) fn weighed(row: &Recognizer, text: &str, start: usize, span: Span, evidence: &mut Vec<Evidence>) -> Score {
    for check in row.checks.iter().filter(|check| check.failing == Failing::Keeps) {
        if !evidence.iter().any(|reason| reason.kind == EvidenceKind::Check && reason.detail == check.id) {
            evidence.push(Evidence::new(EvidenceKind::Failed, check.id));
        }
    }
    if let Some(word) = refutes(row, &text[..start]) {
        let score = row.score.plus(-LOWER);
        evidence.push(Evidence::scored(EvidenceKind::Lowered, word, score));
        return score;
    }
    if row.score < Score::FAIR && !row.checks.is_empty() && text.trim().len() == span.len() {
        let score = row.score.plus(ALONE);
        evidence.push(Evidence::scored(EvidenceKind::Alone, "", score));
        return score;
    }
    raised(row, text, span, evidence)
}

/// The row's score, raised by the nearest of its context words; the evidence names it.
fn raised(row: &Recognizer, text: &str, span: Span, evidence: &mut Vec<Evidence>) -> Score {
    if row.context.is_empty() || matches!(row.lead, Lead::Trigger(_)) {
        return row.score;
    }
    let Some(word) = nearby(text, span, |word| listed(row.context, word)) else { return row.score };
    let score = row.score.plus(RAISE);
    evidence.push(Evidence::scored(EvidenceKind::Context, word, score));
    score
}

/// The nearest word around a value that a list knows, those in front first.
pub(super) fn nearby<T>(text: &str, span: Span, listed: impl Fn(&str) -> Option<T>) -> Option<T> {
    let start = floor(text, span.start().saturating_sub(BEFORE));
    let end = floor(text, (span.end() + AFTER).min(text.len())).max(span.end());
    let in_front = words(&text[start..span.start()]).rev();
    let behind = words(&text[span.end()..end]);
    in_front.chain(behind).find_map(listed)
}

/// The word right before by which the value is something else.
fn refutes(row: &Recognizer, before: &str) -> Option<&'static str> {
    if row.unless.is_empty() {
        return None;
    }
    let near = &before[floor(before, before.len().saturating_sub(24))..];
    let near = near.rsplit('\n').next().unwrap_or(near);
    let word = words(near).next_back().filter(|word| distance(near, word) <= 3)?;
    listed(row.unless, word)
}

/// Which of these words the name of an assignment holds.
pub(super) fn key(words: &'static [&'static str], lead: &str) -> Option<&'static str> {
    let name = lead.to_ascii_lowercase();
    words.iter().copied().find(|word| name.contains(word))
}

/// Which of the row's triggers the lead holds.
pub(super) fn trigger(row: &Recognizer, lead: &str) -> &'static str {
    let lead = lead.to_lowercase();
    row.context.iter().copied().find(|word| lead.contains(word)).unwrap_or(row.id)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The word of a list that a word of the text is. Words of scripts that write no spaces stand anywhere in what is written together.
fn listed(list: &'static [&'static str], word: &str) -> Option<&'static str> {
    // No list holds a number, and where numbers are found, numbers stand around them.
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if word.is_ascii() {
        return list.iter().copied().find(|known| known.eq_ignore_ascii_case(word));
    }
    let lower = word.to_lowercase();
    let unspaced = lower.chars().any(is_unspaced);
    list.iter().copied().find(|known| *known == lower || unspaced && !known.is_ascii() && lower.contains(known))
}

/// How many bytes stand between the last word and the end.
fn distance(text: &str, word: &str) -> usize {
    text.len() - text.rfind(word).map_or(0, |at| at + word.len())
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::detect::recognizers;

    #[test]
    fn no_list_holds_a_number() {
        let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        for row in recognizers::all() {
            assert!(!row.context.iter().chain(row.unless).any(is_number), "{}", row.id);
        }
    }
}
