//! The metadata lane: attribute fields as they are, then what is computed from the record. Of what is computed no piece stands in any
//! text: numbers, ids of our own classes, and words of our own lists. What explains a class does not leave with it.

use super::{AttributeEvidence, AttributePreview, Passing, contributes_metadata, leaves_by};
use crate::derive::{self, AttributeKind, Sketch, Structure, TaskClass};
use crate::detect::Entity;
use crate::policy::{Case, DataKind, Decision, Instant, Lane};
use crate::record::Record;
use serde_json::{Value as Json, json};

/// How many records are compared with one another; more are a batch, which compares sketches as they come.
const COMPARED: usize = 64;
/// How many fields are named as sources.
const SOURCES: usize = 8;

/// Everything that leaves a record by the metadata lane.
pub(super) fn attributes(case: &Case, record: &Record, passing: &[Passing<'_>]) -> Vec<AttributePreview> {
    let stated = passing.iter().filter(|field| leaves_by(field, Lane::Metadata)).map(|field| AttributePreview {
        assumption: field.assumption(),
        ..AttributePreview::of(field, None, field.changed.value().clone())
    });
    let mut attributes: Vec<_> = stated.collect();
    if matches!(contributes_metadata(case, record), Decision::Contribute(..)) {
        let content: Vec<_> = passing.iter().filter(|field| lane(field) == Some(Lane::InAppData)).collect();
        attributes.extend(of_longest(&content));
        attributes.extend(task_class(&content));
        attributes.extend(times(case.now, passing));
        attributes.extend(patterns(passing));
    }
    attributes
}

impl AttributePreview {
    fn of(field: &Passing<'_>, derived: Option<AttributeKind>, value: Json) -> Self {
        Self {
            attribute: field.field.label.clone(),
            derived,
            value,
            from: field.field.path.to_string(),
            sources: Vec::new(),
            evidence: Vec::new(),
            assumption: derived.is_some_and(AttributeKind::is_assumed),
        }
    }
}

fn lane(field: &Passing<'_>) -> Option<Lane> {
    field.known.rule.and_then(|rule| rule.kind.lane())
}

/// The text that people read in a field.
fn visible<'a>(field: &Passing<'a>) -> &'a str {
    &field.searched.text.joined()[..field.searched.text.visible()]
}

/// Counts, readability and structure of the longest text.
fn of_longest(content: &[&Passing<'_>]) -> Vec<AttributePreview> {
    let Some(longest) = content.iter().max_by_key(|field| field.searched.text.visible()) else { return Vec::new() };
    let counts = derive::attributes(visible(longest)).into_iter().map(|(kind, value)| (kind, json!(value)));
    let parts = Structure::of(&longest.field.value, longest.field.format).attributes();
    let parts = parts.map(|(kind, count)| (kind, json!(count)));
    counts.chain(parts).map(|(kind, value)| AttributePreview::of(longest, Some(kind), value)).collect()
}

/// The class of the record's task, from all of its texts.
fn task_class(content: &[&Passing<'_>]) -> Option<AttributePreview> {
    let first = content.first()?;
    let text = content.iter().map(|field| visible(field)).collect::<Vec<_>>().join("\n");
    let verdict = TaskClass::of(&text)?;
    let evidence = verdict.evidence.iter().map(|&(word, weight)| AttributeEvidence { detail: word.to_owned(), weight });
    Some(AttributePreview {
        sources: content.iter().take(SOURCES).map(|field| field.field.path.to_string()).collect(),
        evidence: evidence.collect(),
        ..AttributePreview::of(first, Some(AttributeKind::TaskClass), json!(verdict.class))
    })
}

/// Members in which records state when they were made.
const MADE: &[&str] = &["created", "createdAt", "createdDate", "creationDate", "created_at", "CreatedDate"];
/// Members between which something lasts.
const LASTS: &[(&[&str], &[&str])] = &[
    (MADE, &["resolutiondate", "resolved", "closed_at", "merged_at", "currentStatusDate"]),
    (&["startDate", "start"], &["completeDate", "endDate", "targetDate", "stopTime"]),
];

/// Age and durations, from the record's own members; those of comments and other parts do not count.
fn times(now: Instant, passing: &[Passing<'_>]) -> Vec<AttributePreview> {
    let find = |names: &[&str]| {
        let own = |field: &&Passing<'_>| {
            let path = field.field.path.as_str();
            path.rsplit('/').next().is_some_and(|name| names.contains(&name)) && path.matches('/').count() <= 2
        };
        passing.iter().filter(own).find_map(|field| Some((field, instant(&field.field.value)?)))
    };
    let hours = |from: Instant, to: Instant| (to.unix_milliseconds() - from.unix_milliseconds()).div_euclid(3_600_000);
    let age = find(MADE).map(|(field, made)| AttributePreview::of(field, Some(AttributeKind::AgeHours), json!(hours(made, now))));
    let lasting = LASTS.iter().filter_map(|(from, to)| {
        let ((field, start), (other, end)) = (find(from)?, find(to)?);
        let sources = vec![field.field.path.to_string(), other.field.path.to_string()];
        let value = json!(hours(start, end));
        Some(AttributePreview { sources, ..AttributePreview::of(other, Some(AttributeKind::DurationHours), value) })
    });
    age.into_iter().chain(lasting).collect()
}

/// The instant that a member states: a text, the member `iso8601` of an object, or milliseconds.
fn instant(value: &Json) -> Option<Instant> {
    match value {
        Json::String(text) => Instant::parse(text).or_else(|| {
            // Jira writes the offset without a colon.
            let (rest, minutes) = text.split_at_checked(text.len().checked_sub(2)?)?;
            Instant::parse(&format!("{rest}:{minutes}"))
        }),
        Json::Object(members) => members.get("iso8601").or_else(|| members.get("epochMillis")).and_then(instant),
        Json::Number(number) => Instant::from_unix_milliseconds(number.as_i64()?),
        Json::Null | Json::Bool(_) | Json::Array(_) => None,
    }
}

/// Pattern candidates of queries, turns and settings, from their text as it leaves.
fn patterns(passing: &[Passing<'_>]) -> Vec<AttributePreview> {
    let is_pattern = |field: &&Passing<'_>| field.known.rule.is_some_and(|rule| rule.kind == DataKind::CommonPattern);
    let leaving = passing.iter().filter(is_pattern).filter(|field| leaves_by(field, Lane::Metadata));
    let pattern = |field: &Passing<'_>| {
        let text = &field.changed.text()[..field.after(field.searched.text.visible())];
        let pattern = derive::pattern(text, |label| label.parse::<Entity>().is_ok())?;
        Some(AttributePreview::of(field, Some(AttributeKind::Pattern), json!(pattern)))
    };
    leaving.filter_map(pattern).collect()
}

/// How alike each record is to the most alike of the others; none where there is nothing to compare.
pub(super) fn similarities(texts: &[String]) -> Vec<Option<(usize, u8)>> {
    if !(2..=COMPARED).contains(&texts.len()) {
        return vec![None; texts.len()];
    }
    let sketches: Vec<_> = texts.iter().map(|text| Sketch::of(text)).collect();
    let nearest = |at: usize| {
        let others = sketches.iter().enumerate().filter(|(other, _)| *other != at);
        let alike = others.filter_map(|(other, sketch)| Some((sketches[at].similarity(sketch)?, other)));
        // Of those that are equally alike, the first.
        alike.max_by_key(|(alike, other)| (*alike, usize::MAX - other)).map(|(alike, other)| (other, alike))
    };
    (0..sketches.len()).map(nearest).collect()
}
