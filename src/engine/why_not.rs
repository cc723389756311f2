//! Why a stretch of text was not found: which recognizers come nearest, the test that each failed, and the smallest rules that would
//! find it, with what else they would find.

use super::Refusal;
use super::ask::{Asked, missing, refused};
use crate::detect::{Detector, Disjoint, Entity, Finding, Missed, Score, Test};
use crate::door::Error;
use crate::policy::Policy;
use crate::preview::Reading;
use crate::record::{Span, Utf16};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many recognizers are told at most.
const NEAREST: usize = 8;

/// The stretch that is asked about.
struct Place {
    reading: Arc<Reading>,
    record: usize,
    field: usize,
    span: Span,
}

impl Place {
    fn of(asked: &Asked<'_>) -> Result<Self, Refusal> {
        let question = &asked.question;
        let reading = asked.only()?;
        let path = question.path.as_deref().ok_or_else(|| missing("path"))?;
        let wrong =
            |place: &str, demand: &str| refused(Error { place: place.to_owned(), demand: demand.to_owned(), offset: None });
        let Some(record) = reading.records().get(question.record) else {
            return Err(wrong("/record", "is not one of the records"));
        };
        let field = record.fields.iter().position(|field| field.path.as_str() == path);
        let field = field.ok_or_else(|| wrong("/path", "is not the path of a field"))?;
        let (start, end) = (question.start.ok_or_else(|| missing("start"))?, question.end.ok_or_else(|| missing("end"))?);
        let text = reading.searched(question.record, field).map_or("", |(text, ..)| text.joined());
        let span = trimmed(text, start, end).ok_or_else(|| wrong("/end", "must lie behind start, with text between them"))?;
        Ok(Self { reading, record: question.record, field, span })
    }

    fn text(&self) -> &str {
        self.reading.searched(self.record, self.field).map_or("", |(text, ..)| text.joined())
    }

    fn asked(&self) -> &str {
        &self.text()[self.span.range()]
    }
}

/// The span between two UTF-16 offsets without the white space at its ends, and with all of the words that it cuts: rules find whole
/// words.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let byte = |wanted: usize| {
        let mut unit = 0;
        let mut at = |(byte, c): (usize, char)| {
            let here = unit;
            unit += c.len_utf16();
            (here == wanted).then_some(byte)
        };
        text.char_indices().find_map(&mut at).or_else(|| (unit == wanted).then_some(text.len()))
    };
    let (start, end) = (byte(start)?, byte(end)?);
    let inside = text.get(start..end)?;
    let from = start + inside.len() - inside.trim_start().len();
    let span = Span::new(text, from..from + inside.trim().len())?;
    let (before, behind) = (&text[..span.start()], &text[span.end()..]);
    let (first, last) =
        (text[span.start()..].starts_with(char::is_alphanumeric), text[..span.end()].ends_with(char::is_alphanumeric));
    let whole = |c: char| c.is_alphanumeric();
    let from = if first { before.trim_end_matches(whole).len() } else { span.start() };
    let to = if last { text.len() - behind.trim_start_matches(whole).len() } else { span.end() };
    Span::new(text, from..to)
}

pub(super) fn answer(asked: &Asked<'_>) -> Result<Json, Refusal> {
    let place = Place::of(asked)?;
    let Some((text, found, candidates)) = place.reading.searched(place.record, place.field) else { return Ok(Json::Null) };
    let mut units = Utf16::new(text.joined());
    let mut at = |span: Span| (units.at(span.start()), units.at(span.end()));
    let (start, end) = at(place.span);
    let here: Vec<_> = found.iter().filter(|finding| finding.span.overlaps(place.span)).collect();
    let told: Vec<_> = here
        .iter()
        .map(|finding| {
            let (start, end) = at(finding.span);
            let operator = asked.case.policy.operators.of(finding.entity).operator();
            json!({
                "entity": finding.entity, "recognizer": finding.id(), "operator": operator, "start": start, "end": end,
            })
        })
        .collect();
    let missed = missed(asked, &place, candidates);
    let entity = missed.first().map(|missed| missed.entity);
    let nearest = missed.iter().map(|missed| {
        let (start, end) = at(missed.span);
        json!({
            "recognizer": missed.recognizer, "entity": missed.entity, "score": missed.score, "needs": missed.needs,
            "test": missed.test.id(), "detail": missed.detail, "start": start, "end": end,
        })
    });
    let nearest: Vec<_> = nearest.collect();
    let whole = here.iter().any(|finding| finding.span.contains(place.span));
    let mut rules = if whole { Vec::new() } else { catching(asked, &place, entity, &missed) };
    rules.extend(sparing(asked, &place, &here));
    Ok(json!({"start": start, "end": end, "found": told, "nearest": nearest, "rules": rules}))
}

/// The recognizers that come nearest, the nearest first, each once.
fn missed(asked: &Asked<'_>, place: &Place, candidates: &Disjoint) -> Vec<Missed> {
    let least = |finding: &Finding| {
        let below = finding.evidence.last().and_then(|reason| reason.detail.parse().ok());
        below.map_or(asked.case.policy.threshold, Score::new)
    };
    let near = candidates.iter().filter(|finding| finding.span.overlaps(place.span));
    let mut missed: Vec<Missed> = near.map(|finding| Missed::below(finding, least(finding))).collect();
    missed.extend(switched(asked, place));
    missed.extend(asked.kept.detector.probe(place.text(), place.span));
    let mut seen = BTreeSet::new();
    missed.retain(|missed| seen.insert(missed.recognizer.clone()));
    missed.truncate(NEAREST);
    missed
}

/// What the policy itself keeps from being found.
fn switched(asked: &Asked<'_>, place: &Place) -> Vec<Missed> {
    let tuning = &asked.case.policy.tuning;
    let nothing = Detector::default().tuned(&Arc::default());
    let Some((text, ..)) = place.reading.searched(place.record, place.field) else { return Vec::new() };
    let found = place.reading.search_again(&nothing, asked.case.policy.threshold, text);
    let why = |finding: &Finding| {
        if tuning.entities.iter().any(|(entity, of)| *entity == finding.entity && !of.enabled) {
            (Test::SwitchedOff, finding.entity.id().to_owned())
        } else if tuning.without.iter().any(|id| id == finding.id()) {
            (Test::SwitchedOff, finding.id().to_owned())
        } else {
            (Test::Allowed, String::new())
        }
    };
    let near = found.iter().filter(|finding| finding.span.overlaps(place.span));
    near.map(|finding| {
        let (test, detail) = why(finding);
        Missed { test, detail, ..Missed::below(finding, finding.score) }
    })
    .collect()
}

/// The rules that would find it, the smallest first.
fn catching(asked: &Asked<'_>, place: &Place, entity: Option<Entity>, missed: &[Missed]) -> Vec<Json> {
    let text = place.asked();
    let kind = entity.unwrap_or_else(|| if is_name(text) { Entity::Person } else { Entity::Custom });
    let mut rules = Vec::new();
    let mut add = |kind: &str, member: &str, entry: Json| rules.extend(rule(asked, place, (kind, member), entry));
    if let Some(near) = missed.iter().find(|missed| missed.test == Test::Threshold) {
        let entry = json!({near.entity.id(): {"threshold": near.score}});
        add("threshold", "entities", entry);
    }
    if let Some(off) = missed.iter().find(|missed| missed.test == Test::SwitchedOff) {
        let member = if off.detail == off.entity.id() { "entities" } else { "recognizers" };
        add("switch-on", member, json!({off.detail.as_str(): {"enabled": true}}));
    }
    add("deny", "deny", json!({"text": text, "entity": kind}));
    if let Some(pattern) = pattern(text) {
        let id = format!("own-{}", kind.id().to_lowercase().replace('_', "-"));
        add("custom-recognizer", "customRecognizers", json!({"id": id, "entity": kind, "pattern": pattern}));
    }
    rules
}

/// The rules by which what was found would be left alone.
fn sparing(asked: &Asked<'_>, place: &Place, found: &[&Finding]) -> Vec<Json> {
    let Some(first) = found.first() else { return Vec::new() };
    let text = &place.text()[first.span.range()];
    rule(asked, place, ("allow", "allow"), json!({"text": text, "ignoreCase": true})).into_iter().collect()
}

/// A rule, as a policy that says nothing else, the policy in force with it, and what else it would change. None where no policy may have it.
fn rule(asked: &Asked<'_>, place: &Place, (kind, member): (&str, &str), entry: Json) -> Option<Json> {
    let mut policy: Map<String, Json> = match asked.request.policy.as_deref() {
        Some(json) => serde_json::from_str(json).ok()?,
        None => Map::new(),
    };
    let partial = if entry["text"].is_string() || entry["id"].is_string() { json!([entry]) } else { entry };
    match (policy.entry(member).or_insert_with(|| json!(null)), partial.clone()) {
        (Json::Array(items), Json::Array(added)) => items.extend(added),
        (Json::Object(members), Json::Object(added)) => members.extend(added),
        (slot, added) => *slot = added,
    }
    let policy = Json::Object(policy).to_string();
    let parsed = Policy::parse_with(&policy, &asked.engine.patterns).ok()?;
    let (findings, records, here) = hits(asked, place, &parsed);
    (here).then(|| {
        json!({
            "kind": kind, "entry": {member: partial}, "policy": policy, "hits": {"findings": findings, "records": records},
        })
    })
}

/// In how many other places of the inputs a policy finds otherwise, in which records, and whether it does in the place itself.
fn hits(asked: &Asked<'_>, place: &Place, policy: &Policy) -> (usize, Vec<String>, bool) {
    let detector = asked.kept.detector.tuned(&policy.tuning);
    let (looked, _) = asked.look(&asked.kept);
    let (mut count, mut ids, mut here) = (0, BTreeSet::new(), false);
    for of in &looked {
        for record in 0..of.reading.records().len() {
            for field in 0..of.reading.records()[record].fields.len() {
                let Some((text, before, _)) = of.reading.searched(record, field) else { continue };
                let after = of.reading.search_again(&detector, policy.threshold, text);
                let own = Arc::ptr_eq(&of.reading, &place.reading) && (record, field) == (place.record, place.field);
                for span in differing(before, &after) {
                    if own && span.overlaps(place.span) {
                        here = true;
                    } else {
                        count += 1;
                        ids.insert(of.id(record).to_owned());
                    }
                }
            }
        }
    }
    if !looked.iter().any(|of| Arc::ptr_eq(&of.reading, &place.reading)) {
        let Some((text, before, _)) = place.reading.searched(place.record, place.field) else {
            return (count, Vec::new(), false);
        };
        let after = place.reading.search_again(&detector, policy.threshold, text);
        here = differing(before, &after).iter().any(|span| span.overlaps(place.span));
    }
    (count, ids.into_iter().collect(), here)
}

/// Where one of two lists has a finding that the other has not.
fn differing(before: &Disjoint, after: &Disjoint) -> Vec<Span> {
    let only = |one: &Disjoint, other: &Disjoint| -> Vec<Span> {
        let has = |finding: &&Finding| other.iter().any(|of| of.span == finding.span && of.entity == finding.entity);
        one.iter().filter(|finding| !has(finding)).map(|finding| finding.span).collect()
    };
    let mut spans = only(after, before);
    let lost = only(before, after).into_iter().filter(|span| !spans.iter().any(|other| other.overlaps(*span)));
    let lost: Vec<_> = lost.collect();
    spans.extend(lost);
    spans
}

/// Whether a text looks like a name: words that begin with capital letters, and no digit.
fn is_name(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.all(|word| word.starts_with(char::is_uppercase)) && !text.contains(|c: char| c.is_ascii_digit())
}

/// The form of a text as an expression: digits and letters of its kinds, as many as there are, everything else as it stands. None for
/// texts without digits, whose form any word has.
fn pattern(text: &str) -> Option<String> {
    let class = |c: char| match c {
        '0'..='9' => Some("[0-9]"),
        'A'..='Z' => Some("[A-Z]"),
        'a'..='z' => Some("[a-z]"),
        _ => None,
    };
    if !text.contains(|c: char| c.is_ascii_digit()) || text.chars().count() > 64 {
        return None;
    }
    let edge = |c: Option<char>| if c.and_then(class).is_some() { r"\b" } else { "" };
    let mut pattern = edge(text.chars().next()).to_owned();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let Some(kind) = class(c) else {
            if c.is_ascii_punctuation() {
                pattern.push('\\');
            }
            pattern.push(c);
            continue;
        };
        let mut count = 1;
        while rest.peek().copied().and_then(class) == Some(kind) {
            rest.next();
            count += 1;
        }
        pattern += kind;
        if count > 1 {
            pattern += &format!("{{{count}}}");
        }
    }
    Some(pattern + edge(text.chars().last()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_becomes_an_expression() {
        assert_eq!(pattern("AB-1234.x"), Some(r"\b[A-Z]{2}\-[0-9]{4}\.[a-z]\b".to_owned()));
        assert_eq!(pattern("the barn"), None);
        assert!(is_name("Old Barn") && !is_name("the Barn") && !is_name("Gate 7"));
    }

    #[test]
    fn a_span_is_counted_in_utf_16_and_trimmed() {
        assert_eq!(trimmed("😀 a b ", 2, 7).map(Span::range), Some(5..8));
        assert_eq!(trimmed("the night desk", 5, 11).map(Span::range), Some(4..14));
        assert_eq!(trimmed("abc", 1, 9), None);
        assert_eq!(trimmed("a  b", 1, 3), None);
    }
}
