//! From shares of labels to findings.

use super::feature::Reading;
use super::lexicon;
use super::model::{KINDS, LABELS, Model, Row};
use super::token::{Case, Token, hash};
use crate::detect::name::fold::{Style, fold};
use crate::detect::name::ordinary::{Weight, weigh};
use crate::detect::{Entity, Evidence, EvidenceKind, Finding, Score};
use crate::record::Span;

/// What begins the object of a sentence.
const OBJECTS: &[&str] =
    &["a", "all", "an", "any", "each", "every", "it", "our", "that", "the", "them", "these", "this", "those", "your"];

/// The kinds of names, in the order of their labels.
pub(super) const ENTITIES: [Entity; KINDS] =
    [Entity::Person, Entity::Location, Entity::Organization, Entity::Address, Entity::Username];

/// What finds each of them, as [`Finding::recognizer`] names it.
pub(super) const RECOGNIZERS: [&str; KINDS] =
    ["tagged-person", "tagged-location", "tagged-organization", "tagged-address", "tagged-username"];

/// A kind that is likely at a token.
#[derive(Clone, Copy, Debug)]
struct Likely {
    kind: usize,
    share: f32,
    least: f32,
    /// Whether a name begins here rather than goes on.
    begins: bool,
}

/// Collects findings from stretches.
pub(super) struct Spans<'a> {
    text: &'a str,
    reading: &'a Reading,
    model: &'a Model,
    found: &'a [Finding],
    /// From this share on that a token is no name, no kind can count.
    certain: f32,
    /// What was found so far.
    pub(super) findings: Vec<Finding>,
}

impl<'a> Spans<'a> {
    pub(super) fn new(text: &'a str, reading: &'a Reading, model: &'a Model, found: &'a [Finding]) -> Self {
        let least = model.least.iter().copied().fold(model.least_any, u8::min);
        // The shares of a token make one, but for what is lost in rounding.
        let certain = 1.001 - part(least);
        Self { text, reading, model, found, certain, findings: Vec::new() }
    }

    /// Reads the names off a stretch of tokens.
    pub(super) fn take(&mut self, from: usize, shares: &[Row<f32>]) {
        let mut open: Option<(usize, Likely)> = None;
        for (place, row) in shares.iter().enumerate() {
            let here = self.likely(row);
            open = match (open, here) {
                (Some((start, first)), Some(here)) if here.kind == first.kind && (!here.begins || self.goes_on(from + place)) => {
                    let share = first.share.max(here.share);
                    Some((start, Likely { share, ..first }))
                }
                (before, here) => {
                    if let Some((start, first)) = before {
                        self.close(from + start..from + place, first);
                    }
                    here.map(|here| (place, here))
                }
            };
        }
        if let Some((start, first)) = open {
            self.close(from + start..from + shares.len(), first);
        }
    }

    /// Whether the words of two names that stand side by side are words of one: people are set apart by some sign.
    fn goes_on(&self, at: usize) -> bool {
        let is_word = |token: &Token| !matches!(token.case, Case::Sign | Case::Other | Case::Digits);
        is_word(&self.reading.tokens[at]) && at.checked_sub(1).is_some_and(|before| is_word(&self.reading.tokens[before]))
    }

    fn likely(&self, row: &Row<f32>) -> Option<Likely> {
        if row[0] > self.certain {
            return None;
        }
        let share = |kind: usize| row[1 + 2 * kind] + row[2 + 2 * kind];
        let mut kind = 0;
        for other in 1..KINDS {
            if share(other) > share(kind) {
                kind = other;
            }
        }
        let any: f32 = row[1..LABELS].iter().sum();
        let least = part(self.model.least[kind]);
        let counts = share(kind) >= least || any >= part(self.model.least_any);
        let likely = Likely { kind, share: share(kind).max(least), least, begins: row[1 + 2 * kind] > row[2 + 2 * kind] };
        counts.then_some(likely)
    }

    /// Notes a name, without the signs around it.
    fn close(&mut self, range: std::ops::Range<usize>, likely: Likely) {
        let start = range.start;
        let tokens = &self.reading.tokens[range];
        let inside = |token: &Token| token.case != Case::Sign;
        let Some(first) = tokens.iter().position(inside) else { return };
        let last = tokens.iter().rposition(inside).unwrap_or(first);
        if likely.kind == 0 && first == last && (self.is_verb(start + first) || self.is_title(&tokens[first])) {
            return;
        }
        let mut end = tokens[last].end as usize;
        // `John Jr.`, `Acme Inc.`: a dot behind an abbreviation belongs to it.
        let initial =
            tokens[last].case == Case::Letter && tokens.get(last + 1).is_some_and(|token| token.word == u32::from(b'.'));
        end += usize::from(initial);
        let tokens = &tokens[first..=last];
        if tokens.iter().all(|token| token.case == Case::Digits) && likely.kind != 3 {
            return;
        }
        let Some(span) = Span::new(self.text, tokens[0].start as usize..end) else { return };
        self.found(span, likely, tokens);
    }

    /// Whether a word is how people are addressed, and no name.
    fn is_title(&self, token: &Token) -> bool {
        let word = self.text.get(token.start as usize..token.end as usize).unwrap_or("");
        matches!(word, "Dr" | "Dra" | "Frau" | "Herr" | "Mme" | "Mr" | "Mrs" | "Ms" | "Prof" | "Sr" | "Sra")
    }

    /// Whether a word begins a sentence and does something to a thing: `Bill the customer`, `Mark all of them`.
    fn is_verb(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens;
        let (token, next) = (&tokens[at], tokens.get(at + 1));
        let ends =
            |before: &Token| before.case == Case::Sign && matches!(before.word, 0x0a | 0x0d | 0x2e | 0x3a | 0x3f | 0x21 | 0x2a);
        let starts = at == 0 || ends(&tokens[at - 1]);
        let object = |next: &Token| next.case == Case::Lower && OBJECTS.iter().any(|word| hash(word.as_bytes()) == next.word);
        let word = || self.text.get(token.start as usize..token.end as usize).map(|word| fold(word, Style::Bare));
        starts && token.rule == 0 && next.is_some_and(object) && word().is_some_and(|word| weigh(&word) != Weight::Name)
    }

    fn found(&mut self, span: Span, likely: Likely, tokens: &[Token]) {
        let over = (likely.share - likely.least) / (1.0 - likely.least).max(0.01);
        let mut score = Score::new(50 + (45.0 * over) as i32);
        let entity = ENTITIES[likely.kind];
        let mut evidence = vec![Evidence::new(EvidenceKind::Tagger, ((likely.share * 100.0) as u32).to_string())];
        let classes = tokens.iter().fold(0, |classes, token| classes | token.lexicon);
        let listed = [(lexicon::GIVEN, "given-name"), (lexicon::SURNAME, "surname"), (lexicon::PLACE, "place")];
        evidence.extend(
            listed
                .into_iter()
                .filter(|(class, _)| classes & class != 0)
                .map(|(_, what)| Evidence::new(EvidenceKind::Lexicon, what)),
        );
        // What a rule found of the same name is a part of it.
        let rules = self.found.iter().filter(|rule| rule.span.overlaps(span));
        let (mut gaps, mut person) = (vec![span.range()], None);
        for rule in rules {
            if rule.entity == entity && span.contains(rule.span) {
                score = score.max(Score::new(i32::from(rule.score.value()) + 1));
                person = person.or(rule.person);
            } else if rule.entity != Entity::Url && rule.score >= Score::new(50) {
                gaps = gaps.into_iter().flat_map(|gap| without(gap, rule.span)).collect();
            }
        }
        for gap in gaps {
            let part = crate::detect::normalize::part(self.text, gap);
            let names = |part: &Span| self.text[part.range()].chars().any(char::is_alphanumeric);
            if let Some(span) = part.filter(names) {
                let recognizer = RECOGNIZERS[likely.kind];
                self.findings.push(Finding { span, entity, score, recognizer, evidence: evidence.clone(), person });
            }
        }
    }
}

/// A share of the model as a number.
fn part(least: u8) -> f32 {
    f32::from(least) / 256.0
}

/// What is left of a range beside a span.
fn without(range: std::ops::Range<usize>, span: Span) -> impl Iterator<Item = std::ops::Range<usize>> {
    let before = range.start..span.start().clamp(range.start, range.end);
    let behind = span.end().clamp(range.start, range.end)..range.end;
    [before, behind].into_iter().filter(|part| !part.is_empty())
}
