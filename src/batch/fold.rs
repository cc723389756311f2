//! One record's part in a [`State`].

use super::Options;
use super::keep::{Keep, hash, mix};
use super::state::{GRAMS, MOST_GROUPS, Seen, Share, State};
use super::who::{Whose, whose};
use crate::policy::{Attribute, DataKind, Lane, Product, Reason};
use crate::preview::{Leaving, LeavingField};
use crate::record::Record;
use crate::risk::words;
use crate::transform::PseudonymKey;
use serde_json::Value as Json;

/// What separates a field from its value, and a product from its week.
pub(super) const UNIT: char = '\u{1f}';
/// What separates the values of a class.
pub(super) const RECORD: char = '\u{1e}';

/// Bytes of a value that is compared; what is longer is cut.
const LONGEST_VALUE: usize = 120;
/// Bytes of a text that can be a pattern.
const LONGEST_PATTERN: usize = 120;

/// The name of the column that says what kind of record it is.
pub(super) const RECORD_TYPE: &str = "recordType";

/// Adds a record.
pub(super) fn fold(state: &mut State, record: &Record, leaving: &Leaving, (options, key): (&Options, &PseudonymKey)) {
    let whose = whose(record, key, options.unit);
    let own = value_hash(&record.value);
    state.count("records", "", 1);
    state.count("type", record.record_type.id(), 1);
    for field in &leaving.fields {
        seen(state, field);
    }
    let leaves = leaving.fields.iter().any(|field| field.stays.is_none()) || !leaving.attributes.is_empty();
    let values = values(record, leaving);
    for value in values.iter().filter(|value| value.number.is_some()) {
        state.count("number", &value.column, 1);
    }
    classes(state, &values, (options, leaves, whose.unit));
    if leaves {
        state.count("leaving", "", 1);
        groups(state, &values, (options, whose.unit, own));
        patterns(state, leaving, whose.unit);
        phrases(state, leaving, (whose.unit, own));
        follow(state, record, &whose);
    }
}

fn seen(state: &mut State, field: &LeavingField) {
    let code = field.stays.as_ref().map(reason);
    if let Some(code) = code {
        state.count("reason", code, 1);
    }
    let Some(rule) = &field.rule else { return state.count("unknown", "", 1) };
    if !state.fields.contains_key(&**rule) {
        state.fields.insert(rule.to_string(), Seen { label: field.label.clone(), ..Seen::default() });
    }
    if let Some(seen) = state.fields.get_mut(&**rule) {
        seen.contributed += u64::from(code.is_none());
        seen.withheld += u64::from(code.is_some());
        if field.label < seen.label {
            seen.label.clone_from(&field.label);
        }
    }
    for (entity, operator) in &field.found {
        state.count("entity", entity.id(), 1);
        state.count("operator", operator.id(), 1);
    }
}

/// The stable code of a reason.
fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::PlanLock { .. } => "plan-lock",
        Reason::OrgValue { .. } => "org-value",
        Reason::Exception { .. } => "exception",
        Reason::PlatformApp { .. } => "platform-app",
        Reason::NotCovered { .. } => "not-covered",
        Reason::ExcludedOrganization { .. } => "excluded-organization",
        Reason::NotInEffect { .. } => "not-in-effect",
        Reason::UnknownField => "unknown-field",
        Reason::UnknownFormat => "unknown-format",
        Reason::Attachment => "attachment",
        Reason::SecretFound { .. } => "secret-found",
        Reason::EntityDropped { .. } => "entity-dropped",
    }
}

/// A value that records can be compared by.
struct Compared {
    column: String,
    value: String,
    is_quasi: bool,
    number: Option<i64>,
}

/// What records can be compared by: their type, the short values that leave or could, and what was computed.
fn values(record: &Record, leaving: &Leaving) -> Vec<Compared> {
    let kind = Compared { column: RECORD_TYPE.to_owned(), value: record.record_type.to_string(), is_quasi: true, number: None };
    let mut values = vec![kind];
    for field in leaving.fields.iter().filter(|field| !field.value.is_null()) {
        let Some(rule) = &field.rule else { continue };
        let is_quasi = field.attribute == Some(Attribute::QuasiIdentifier);
        let could_leave = field.kind.is_some_and(|kind| kind.lane().is_some());
        let is_number = field.kind == Some(DataKind::ContentAttribute);
        // A path of a list holds several values: the first stands for the record.
        let is_first = values.iter().all(|value| value.column != *rule);
        if could_leave && is_first && (is_quasi || is_number) {
            values.push(Compared {
                column: rule.to_string(),
                value: plain(&field.value),
                is_quasi,
                number: number(&field.value),
            });
        }
    }
    for attribute in leaving.attributes.iter() {
        let Some(kind) = attribute.derived else { continue };
        let column = format!("derived:{}", plain(&serde_json::json!(kind)));
        values.push(Compared { column, value: plain(&attribute.value), is_quasi: false, number: number(&attribute.value) });
    }
    values
}

/// A value as one line of text: what stands in it, without its braces and keys.
fn plain(value: &Json) -> String {
    let text = match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        Json::Bool(_) | Json::Number(_) => value.to_string(),
        Json::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Json::Object(members) => members.values().map(plain).collect::<Vec<_>>().join(", "),
    };
    let end = text.char_indices().map(|(at, _)| at).find(|&at| at >= LONGEST_VALUE).unwrap_or(text.len());
    text[..end].replace([UNIT, RECORD, '\n'], " ")
}

fn number(value: &Json) -> Option<i64> {
    let number = value.as_f64()?;
    (number.abs() < 1e15).then(|| libm::round(number) as i64)
}

fn classes(state: &mut State, values: &[Compared], (options, leaves, who): (&Options, bool, u64)) {
    let wanted = |value: &&Compared| options.compares(&value.column, value.is_quasi);
    let mut parts: Vec<_> = values.iter().filter(wanted).map(|value| format!("{}{UNIT}{}", value.column, value.value)).collect();
    parts.sort_unstable();
    parts.truncate(Options::MOST_COLUMNS);
    let key = parts.join(&RECORD.to_string());
    if let Some(class) = state.classes.entry(&key, Default::default) {
        class.all += 1;
        if leaves {
            class.leaving += 1;
            class.who.add(who);
        }
    }
}

fn groups(state: &mut State, values: &[Compared], (options, who, own): (&Options, u64, u64)) {
    let find = |column: &str| values.iter().find(|value| value.column == column);
    let group = find(&options.group).map(|value| value.value.as_str()).unwrap_or_default();
    let row = (own, find(&options.value).and_then(|value| value.number));
    let unit = format!("{who:016x}");
    let key = format!("{unit}{group}");
    if let Some(shares) = state.units.entry(&unit, || Keep::new(MOST_GROUPS))
        && let Some(share) = shares.entry(&key, Share::default)
    {
        share.add(row);
    }
}

/// Short texts that could be common across customers: names of statuses and fields, queries, prompts.
fn patterns(state: &mut State, leaving: &Leaving, who: u64) {
    for field in leaving.fields.iter().filter(|field| field.stays.is_none()) {
        let is_pattern = field.kind == Some(DataKind::CommonPattern) || field.attribute == Some(Attribute::QuasiIdentifier);
        let text = field.text.trim();
        if let Some(rule) = field.rule.as_ref().filter(|_| is_pattern && !text.is_empty() && text.len() <= LONGEST_PATTERN)
            && let Some(pattern) = state.pattern(rule, &text.to_lowercase())
        {
            pattern.records += 1;
            pattern.who.add(who);
            state.sketch.add(gram_hash(text), who);
        }
    }
}

/// The hash of a word as it is compared.
pub(super) fn word_hash(word: &str) -> u64 {
    let is_lower = word.bytes().all(|byte| !byte.is_ascii_uppercase() && byte.is_ascii());
    if is_lower { hash(word.as_bytes()) } else { hash(word.to_lowercase().as_bytes()) }
}

/// The hash of words in a row, from that of those before and that of the last one.
pub(super) fn pair_hash(first: u64, second: u64) -> u64 {
    mix(first.rotate_left(17) ^ second)
}

/// The hash of all words of a text in a row.
pub(super) fn gram_hash(text: &str) -> u64 {
    words(text).map(|(_, word)| word_hash(word)).reduce(pair_hash).unwrap_or_default()
}

/// Words, and two, three and four words in a row, of the content that leaves. They do not cross the end of a line or sentence.
fn phrases(state: &mut State, leaving: &Leaving, (who, own): (u64, u64)) {
    for field in leaving.fields.iter().filter(|field| field.kind.and_then(DataKind::lane) == Some(Lane::InAppData)) {
        let text = field.text.as_str();
        // The rows that end with the word before: where each begins, and its hash; the shortest first.
        let mut rows: Vec<(usize, u64)> = Vec::with_capacity(*GRAMS.end());
        let mut end = 0;
        for (at, word) in words(text) {
            if text[end..at].bytes().any(|byte| b".!?;:|\n".contains(&byte)) {
                rows.clear();
            }
            end = at + word.len();
            let hashed = word_hash(word);
            rows.truncate(GRAMS.end() - 1);
            rows.iter_mut().for_each(|row| row.1 = pair_hash(row.1, hashed));
            rows.insert(0, (at, hashed));
            for (place, &(start, row)) in rows.iter().enumerate() {
                row_of_words(state, place + 1, (row, &text[start..end]), (who, own));
            }
        }
    }
}

/// Notes one row of so many words.
fn row_of_words(state: &mut State, count: usize, (row, text): (u64, &str), (who, own): (u64, u64)) {
    let written = || words(text).map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>().join(" ");
    if !GRAMS.contains(&count) {
        state.sketch.add(row, who);
        state.phrase(mix(own ^ row), written);
    } else if let Some(gram) = state.grams[count - GRAMS.start()].entry_at(row, written, Default::default) {
        gram.records += 1;
        gram.who.add(who);
    }
}

/// The hash of a value, whatever spaces it was written with.
fn value_hash(value: &Json) -> u64 {
    let all = |kind: u64, items: &mut dyn Iterator<Item = u64>| items.fold(kind, |all, item| mix(all.rotate_left(5) ^ item));
    match value {
        Json::Null => 1,
        Json::Bool(is) => 2 + u64::from(*is),
        Json::Number(number) => hash(number.to_string().as_bytes()),
        Json::String(text) => hash(text.as_bytes()),
        Json::Array(items) => all(4, &mut items.iter().map(value_hash)),
        Json::Object(members) => {
            all(5, &mut members.iter().map(|(key, value)| pair_hash(hash(key.as_bytes()), value_hash(value))))
        }
    }
}

/// Where the person of a record was met.
fn follow(state: &mut State, record: &Record, whose: &Whose) {
    let Some(person) = whose.person else { return };
    let product = Product::of(record.record_type).map_or("", Product::id);
    let place = format!("{product}{UNIT}{}", whose.week.unwrap_or_default());
    if let Some(places) = state.people.entry(&format!("{person:016x}"), Default::default) {
        *places.entry(place).or_default() += 1;
    }
}
