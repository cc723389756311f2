//! Initials alone, with their stops, of people who are known: `S. D.`, `S.D.`. Without stops two capital letters are anything.

use super::People;
use super::fold::{Style, fold};
use crate::detect::{
    Edge, Entity, Evidence, EvidenceKind, Finding, Score,
    edge::{Side, allows},
    normalize::View,
};
use crate::record::Span;

/// The initials of known people in a text, with spans in the original.
pub(super) fn find(view: &View<'_>, people: &People, findings: &mut Vec<Finding>) {
    let text = view.text();
    let mut done = 0;
    for (at, _) in text.match_indices('.') {
        let Some((start, letter)) = text[..at].char_indices().next_back().filter(|(start, c)| *start >= done && c.is_uppercase())
        else {
            continue;
        };
        let rest = &text[at + 1..];
        let behind = rest.strip_prefix(' ').unwrap_or(rest);
        let Some(second) = behind.chars().next().filter(|c| c.is_uppercase()) else { continue };
        let end = text.len() - behind.len() + second.len_utf8() + 1;
        // Without a stop behind it, `end` is no place in the text.
        let dotted = text.get(end - 1..end) == Some(".");
        let free = dotted && allows(Edge::Handle, Side::Before, text, start) && allows(Edge::Word, Side::After, text, end);
        let Some(person) = free.then(|| whose(people, letter, second)).flatten() else { continue };
        let Some(span) = Span::new(text, start..end).and_then(|span| view.original(span)) else { continue };
        done = end;
        let mut evidence = people.evidence(person);
        evidence.push(Evidence::new(EvidenceKind::Check, "initials"));
        let (entity, recognizer, person) = (Entity::Person, "known-person-initial", Some(person));
        findings.push(Finding { span, entity, score: Score::new(80), recognizer, evidence, person });
    }
}

/// The one person whose first and last name begin so.
fn whose(people: &People, first: char, last: char) -> Option<usize> {
    let folded = |letter: char| fold(letter.encode_utf8(&mut [0; 4]), Style::Bare).chars().next();
    let wanted = (folded(first), folded(last));
    let has = |person: &usize| {
        let parts = people.index.parts(*person);
        let ends = (parts.first().map(|part| part.initial), parts.last().map(|part| part.initial));
        parts.len() > 1 && ends == wanted && !people.people[*person].is_organization()
    };
    (0..people.people.len()).find(has)
}
