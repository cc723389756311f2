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
    let stated = passing.iter().filter(|field| leaves_by(field, Lane::Metadata)).map(|field| {
        let value = Json::clone(field.changed.value());
        AttributePreview { assumption: field.assumption(), ..AttributePreview::of(field, None, value) }
    });
    stated.chain(computed(case, record, passing).into_iter().map(Computed::preview)).collect()
}

/// Something that is computed from a record.
pub(super) struct Computed<'a> {
    pub(super) kind: AttributeKind,
    pub(super) value: Json,
    /// The field that it is computed from, or the first of them.
    field: &'a Passing<'a>,
    /// All of them, where there are several.
    sources: Vec<&'a Passing<'a>>,
    evidence: Vec<(&'static str, i32)>,
}

/// What is computed from a record and leaves.
pub(super) fn computed<'a>(case: &Case, record: &Record, passing: &'a [Passing<'a>]) -> Vec<Computed<'a>> {
    let mut computed = Vec::new();
    if matches!(contributes_metadata(case, record), Decision::Contribute(..)) {
        let content: Vec<_> = passing.iter().filter(|field| lane(field) == Some(Lane::InAppData)).collect();
        of_longest(&content, &mut computed);
        computed.extend(task_class(&content));
        times(case.now, passing, &mut computed);
        patterns(passing, &mut computed);
    }
    computed
}

impl<'a> Computed<'a> {
    fn of(field: &'a Passing<'a>, kind: AttributeKind, value: Json) -> Self {
        Self { kind, value, field, sources: Vec::new(), evidence: Vec::new() }
    }

    fn preview(self) -> AttributePreview {
        let evidence = self.evidence.iter().map(|&(word, weight)| AttributeEvidence { detail: word.to_owned(), weight });
        AttributePreview {
            sources: self.sources.iter().map(|field| field.field.path.to_string()).collect(),
            evidence: evidence.collect(),
            ..AttributePreview::of(self.field, Some(self.kind), self.value)
        }
    }
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
fn of_longest<'a>(content: &[&'a Passing<'a>], computed: &mut Vec<Computed<'a>>) {
    let Some(&longest) = content.iter().max_by_key(|field| field.searched.text.visible()) else { return };
    for (kind, value) in derive::attributes(visible(longest)) {
        computed.push(Computed::of(longest, kind, json!(value)));
    }
    for (kind, count) in Structure::of(&longest.field.value, longest.field.format).attributes() {
        computed.push(Computed::of(longest, kind, json!(count)));
    }
}

/// The class of the record's task, from all of its texts.
fn task_class<'a>(content: &[&'a Passing<'a>]) -> Option<Computed<'a>> {
    let first = content.first()?;
    let text = content.iter().map(|field| visible(field)).collect::<Vec<_>>().join("\n");
    let verdict = TaskClass::of(&text)?;
    let sources = content.iter().take(SOURCES).copied().collect();
    let of_first = Computed::of(first, AttributeKind::TaskClass, json!(verdict.class));
    Some(Computed { sources, evidence: verdict.evidence, ..of_first })
}

/// Members in which records state when they were made.
const MADE: &[&str] = &["created", "createdAt", "createdDate", "creationDate", "created_at", "CreatedDate"];
/// Members between which something lasts.
const LASTS: &[(&[&str], &[&str])] = &[
    (MADE, &["resolutiondate", "resolved", "closed_at", "merged_at", "currentStatusDate"]),
    (&["startDate", "start"], &["completeDate", "endDate", "targetDate", "stopTime"]),
];

/// Age and durations, from the record's own members; those of comments and other parts do not count.
fn times<'a>(now: Instant, passing: &'a [Passing<'a>], computed: &mut Vec<Computed<'a>>) {
    let named = passing.iter().filter_map(|field| {
        let path = field.field.path.as_str();
        let (above, name) = path.rsplit_once('/')?;
        (above.bytes().filter(|&byte| byte == b'/').count() <= 1).then_some((name, field))
    });
    let own: Vec<_> = named.collect();
    let find = |names: &[&str]| {
        let mut found = own.iter().filter(|(name, _)| names.contains(name));
        found.find_map(|&(_, field)| Some((field, instant(&field.field.value)?)))
    };
    let hours = |from: Instant, to: Instant| (to.unix_milliseconds() - from.unix_milliseconds()).div_euclid(3_600_000);
    if let Some((field, made)) = find(MADE) {
        computed.push(Computed::of(field, AttributeKind::AgeHours, json!(hours(made, now))));
    }
    for (from, to) in LASTS {
        if let (Some((field, start)), Some((other, end))) = (find(from), find(to)) {
            let lasting = Computed::of(other, AttributeKind::DurationHours, json!(hours(start, end)));
            computed.push(Computed { sources: vec![field, other], ..lasting });
        }
    }
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
fn patterns<'a>(passing: &'a [Passing<'a>], computed: &mut Vec<Computed<'a>>) {
    let is_pattern = |field: &&Passing<'_>| field.known.rule.is_some_and(|rule| rule.kind == DataKind::CommonPattern);
    for field in passing.iter().filter(is_pattern).filter(|field| leaves_by(field, Lane::Metadata)) {
        let text = &field.changed.text()[..field.after(field.searched.text.visible())];
        if let Some(pattern) = derive::pattern(text, |label| label.parse::<Entity>().is_ok()) {
            computed.push(Computed::of(field, AttributeKind::Pattern, json!(pattern)));
        }
    }
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
