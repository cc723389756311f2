//! One record's part in a [`State`].

use super::Options;
use super::keep::{Keep, hash, mix};
use super::state::{GRAMS, MOST_GROUPS, Seen, Share, State};
use super::who::{Whose, whose};
use crate::derive::AttributeKind;
use crate::policy::{Attribute, DataKind, FieldRule, Lane, Product, Reason};
use crate::preview::{Leaving, LeavingField};
use crate::record::Record;
use crate::risk::words;
use crate::transform::PseudonymKey;
use serde_json::{Value as Json, json};
use std::borrow::Cow;
use std::sync::LazyLock;

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
pub(super) fn fold(state: &mut State, record: &Record, leaving: &Leaving<'_>, (options, key): (&Options, &PseudonymKey)) {
    let whose = whose(record, key, options.unit);
    let own = value_hash(&record.value);
    state.count("records", "", 1);
    state.count("type", record.record_type.id(), 1);
    for field in &leaving.fields {
        seen(state, field);
    }
    let leaves = leaving.fields.iter().any(|field| field.stays.is_none()) || !leaving.computed.is_empty();
    let values = values(record, leaving);
    for value in values.iter().filter(|value| value.number.is_some()) {
        state.count("number", value.column, 1);
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

fn seen(state: &mut State, field: &LeavingField<'_>) {
    let code = field.stays.as_ref().map(reason);
    if let Some(code) = code {
        state.count("reason", code, 1);
    }
    let Some(rule) = field.rule else { return state.count("unknown", "", 1) };
    let seen = match state.fields.get_mut(&*rule.field) {
        Some(seen) => seen,
        None => state.fields.entry(rule.field.to_string()).or_insert(Seen { label: field.label.to_owned(), ..Seen::default() }),
    };
    seen.contributed += u64::from(code.is_none());
    seen.withheld += u64::from(code.is_some());
    if field.label < seen.label.as_str() {
        field.label.clone_into(&mut seen.label);
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
struct Compared<'a> {
    column: &'a str,
    value: Cow<'a, str>,
    is_quasi: bool,
    number: Option<i64>,
}

/// The columns of what is computed, in the order of its kinds.
static COMPUTED: LazyLock<Vec<String>> =
    LazyLock::new(|| AttributeKind::ALL.iter().map(|kind| format!("derived:{}", plain(&json!(kind)))).collect());

/// What records can be compared by: their type, the short values that leave or could, and what was computed.
fn values<'a>(record: &Record, leaving: &'a Leaving<'_>) -> Vec<Compared<'a>> {
    let kind = Compared { column: RECORD_TYPE, value: record.record_type.id().into(), is_quasi: true, number: None };
    let mut values = vec![kind];
    for field in leaving.fields.iter().filter(|field| !field.value.is_null()) {
        let Some(rule) = field.rule else { continue };
        // A path of a list holds several values: the first stands for the record.
        if values.iter().all(|value| value.column != rule.field) {
            values.push(Compared {
                column: &rule.field,
                value: plain(&field.value),
                is_quasi: rule.attribute == Attribute::QuasiIdentifier,
                number: number(&field.value),
            });
        }
    }
    for (kind, value) in &leaving.computed {
        let column = &COMPUTED[*kind as usize];
        values.push(Compared { column, value: plain(value), is_quasi: false, number: number(value) });
    }
    values
}

/// A value as one line of text: what stands in it, without its braces and keys.
fn plain(value: &Json) -> Cow<'_, str> {
    let join = |items: Vec<Cow<'_, str>>| items.join(", ").into();
    let text: Cow<'_, str> = match value {
        Json::Null => "".into(),
        Json::String(text) => text.into(),
        Json::Bool(_) | Json::Number(_) => value.to_string().into(),
        Json::Array(items) => join(items.iter().map(plain).collect()),
        Json::Object(members) => join(members.values().map(plain).collect()),
    };
    let parted = [UNIT, RECORD, '\n'];
    if text.len() <= LONGEST_VALUE && !text.contains(parted) {
        return text;
    }
    text[..text.ceil_char_boundary(LONGEST_VALUE)].replace(parted, " ").into()
}

fn number(value: &Json) -> Option<i64> {
    let number = value.as_f64()?;
    (number.abs() < 1e15).then(|| libm::round(number) as i64)
}

fn classes(state: &mut State, values: &[Compared<'_>], (options, leaves, who): (&Options, bool, u64)) {
    let wanted = |value: &&Compared| options.compares(value.column, value.is_quasi);
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

fn groups(state: &mut State, values: &[Compared<'_>], (options, who, own): (&Options, u64, u64)) {
    let find = |column: &str| values.iter().find(|value| value.column == column);
    let group = find(&options.group).map_or("", |value| &*value.value);
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
fn patterns(state: &mut State, leaving: &Leaving<'_>, who: u64) {
    for field in leaving.fields.iter().filter(|field| field.stays.is_none()) {
        let is_pattern = |rule: &&FieldRule| rule.kind == DataKind::CommonPattern || rule.attribute == Attribute::QuasiIdentifier;
        let text = field.text.trim();
        if let Some(rule) = field.rule.filter(is_pattern).filter(|_| !text.is_empty() && text.len() <= LONGEST_PATTERN)
            && let Some(pattern) = state.pattern(&rule.field, &text.to_lowercase())
        {
            pattern.records += 1;
            pattern.who.add(who);
            state.sketch.add(gram_hash(text), who);
        }
    }
}

/// The hash of a word as it is compared.
pub(super) fn word_hash(word: &str) -> u64 {
    let mut room = [0; 32];
    match room.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(lower) => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            hash(lower)
        }
        None => hash(word.to_lowercase().as_bytes()),
    }
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
fn phrases(state: &mut State, leaving: &Leaving<'_>, (who, own): (u64, u64)) {
    let is_content = |field: &&LeavingField<'_>| field.rule.and_then(|rule| rule.kind.lane()) == Some(Lane::InAppData);
    for field in leaving.fields.iter().filter(is_content) {
        let text = field.text.as_str();
        // The rows that end with the word before: where each begins, and its hash; the shortest first.
        let mut rows = [(0, 0); *GRAMS.end()];
        let (mut count, mut end) = (0, 0);
        for (at, word) in words(text) {
            if text.as_bytes()[end..at].iter().any(|byte| matches!(byte, b'.' | b'!' | b'?' | b';' | b':' | b'|' | b'\n')) {
                count = 0;
            }
            end = at + word.len();
            let hashed = word_hash(word);
            count = rows.len().min(count + 1);
            for place in (1..count).rev() {
                let (start, before) = rows[place - 1];
                rows[place] = (start, pair_hash(before, hashed));
            }
            rows[0] = (at, hashed);
            for (place, &(start, row)) in rows[..count].iter().enumerate() {
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
    let mut all = match value {
        Json::Null => return 1,
        Json::Bool(is) => return 2 + u64::from(*is),
        Json::Number(number) => return hash(number.to_string().as_bytes()),
        Json::String(text) => return hash(text.as_bytes()),
        Json::Array(_) => 4_u64,
        Json::Object(_) => 5,
    };
    let mut add = |item: u64| all = mix(all.rotate_left(5) ^ item);
    match value {
        Json::Array(items) => items.iter().for_each(|item| add(value_hash(item))),
        Json::Object(members) => {
            members.iter().for_each(|(key, value)| add(pair_hash(hash(key.as_bytes()), value_hash(value))));
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
    }
    all
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
