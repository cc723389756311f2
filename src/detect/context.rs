//! Nearby words: they raise a score, name a trigger, or say that something else is meant.

use super::{
    Evidence, EvidenceKind, Score,
    recognizer::{Lead, Recognizer},
};
use crate::record::Span;

/// What one context word adds; further ones add nothing.
const RAISE: i32 = 30;
/// How far before and after a finding its context reaches, in bytes.
const BEFORE: usize = 48;
const AFTER: usize = 16;

/// The row's score, raised by the nearest of its context words; the evidence names it.
pub(super) fn raised(row: &Recognizer, text: &str, span: Span, evidence: &mut Vec<Evidence>) -> Score {
    if row.context.is_empty() || matches!(row.lead, Lead::Trigger(_)) {
        return row.score;
    }
    let start = floor(text, span.start().saturating_sub(BEFORE));
    let end = floor(text, (span.end() + AFTER).min(text.len())).max(span.end());
    let in_front = words(&text[start..span.start()]).rev();
    let behind = words(&text[span.end()..end]);
    let Some(word) = in_front.chain(behind).find_map(|word| listed(row.context, word)) else { return row.score };
    evidence.push(Evidence::new(EvidenceKind::Context, word));
    row.score.plus(RAISE)
}

/// Whether the word right before means that the value is something else.
pub(super) fn is_refuted(row: &Recognizer, before: &str) -> bool {
    if row.unless.is_empty() {
        return false;
    }
    let near = &before[floor(before, before.len().saturating_sub(24))..];
    words(near).next_back().is_some_and(|word| listed(row.unless, word).is_some() && distance(near, word) <= 3)
}

/// Which of the row's triggers the lead holds.
pub(super) fn trigger(row: &Recognizer, lead: &str) -> &'static str {
    let lead = lead.to_lowercase();
    row.context.iter().copied().find(|word| lead.contains(word)).unwrap_or(row.id)
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn listed(list: &'static [&'static str], word: &str) -> Option<&'static str> {
    list.iter().copied().find(|known| known.eq_ignore_ascii_case(word))
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
