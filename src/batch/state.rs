//! [`State`]: what a batch remembers of its records. It can be written down and merged; parts merged in any order, from any split,
//! are the same bytes as one run. There is no noise in it.

use super::Options;
use super::fold::gram_hash;
use super::keep::{Keep, Unite, Who, hash};
use super::sketch::Sketch;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Which shape of a written state this is. A state of another version is refused.
pub(super) const VERSION: u64 = 2;

/// Combinations of values that are kept.
const MOST_CLASSES: usize = 1 << 14;
/// Contributors whose share in the groups is kept.
const MOST_UNITS: usize = 1 << 12;
/// Patterns of one kind that are kept.
const MOST_PATTERNS: usize = 1 << 11;
/// Groups of one contributor that are kept.
pub(super) const MOST_GROUPS: usize = 32;
/// People whose pseudonyms are followed.
const MOST_PEOPLE: usize = 1 << 10;
/// Occurrences of words and phrases that are kept as text.
const MOST_PHRASES: usize = 1 << 11;
/// Rows of three words that are kept, and of four.
const MOST_GRAMS: usize = 1 << 12;
/// The shortest rows of words that are kept one by one, and the longest.
pub(super) const GRAMS: std::ops::RangeInclusive<usize> = 3..=4;

/// Records that are alike on the values that are compared.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Class {
    /// How many of them leave.
    pub(super) leaving: u64,
    /// How many there are.
    pub(super) all: u64,
    /// Who contributed those that leave.
    pub(super) who: Who,
}

/// What a contributor did in one group.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Share {
    /// How many records.
    pub(super) records: u64,
    /// Of those with the smallest hashes: the hash, and the number that is summed up, where there is one.
    pub(super) rows: Vec<(u64, Option<i64>)>,
}

impl Share {
    /// As many records as can count for one contributor in one group.
    pub(super) const MOST: usize = 16;

    /// Adds a record.
    pub(super) fn add(&mut self, row: (u64, Option<i64>)) {
        self.records += 1;
        self.insert(row);
    }

    fn insert(&mut self, row: (u64, Option<i64>)) {
        let place = self.rows.partition_point(|other| *other < row);
        if place < Self::MOST {
            self.rows.insert(place, row);
            self.rows.truncate(Self::MOST);
        }
    }
}

/// A field as it was met.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Seen {
    /// What people call it; of several names the first in order.
    pub(super) label: String,
    /// How often it left.
    pub(super) contributed: u64,
    /// How often it stayed.
    pub(super) withheld: u64,
}

/// A text that recurs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Recurring {
    /// Who wrote it.
    pub(super) who: Who,
    /// How many records hold it.
    pub(super) records: u64,
}

/// Everything that is remembered.
#[derive(Clone, Debug)]
pub struct State {
    /// The digest of everything that must be the same for two states to be parts of one.
    pub(super) config: String,
    /// What is compared and counted.
    pub(super) options: Options,
    /// Plain counts by `kind name`, or by the kind alone.
    pub(super) counts: BTreeMap<String, u64>,
    /// Room in which such keys are put together.
    key: String,
    /// The fields, by the rule that covers them.
    pub(super) fields: BTreeMap<String, Seen>,
    /// Classes by their values: `field␟value` for each, joined by ␞.
    pub(super) classes: Keep<Class>,
    /// By contributor, then by contributor and group: which groups are kept differs from one contributor to the next.
    pub(super) units: Keep<Keep<Share>>,
    /// By kind, then text.
    pub(super) patterns: BTreeMap<String, Keep<Recurring>>,
    /// Who used which word or phrase.
    pub(super) sketch: Sketch,
    /// Words and phrases, by the hash of one of their occurrences.
    pub(super) phrases: BTreeMap<u64, String>,
    /// The largest of those hashes, once no more have room.
    last_phrase: u64,
    /// Rows of three words, then of four, and who used them.
    pub(super) grams: Vec<Keep<Recurring>>,
    /// People by the hash of who they are: how many records by `product␟week`.
    pub(super) people: Keep<BTreeMap<String, u64>>,
}

impl State {
    /// Nothing yet.
    pub(super) fn new(config: String, options: Options) -> Self {
        Self {
            config,
            options,
            counts: BTreeMap::new(),
            key: String::new(),
            fields: BTreeMap::new(),
            classes: Keep::new(MOST_CLASSES),
            units: Keep::new(MOST_UNITS),
            patterns: BTreeMap::new(),
            sketch: Sketch::new(),
            phrases: BTreeMap::new(),
            last_phrase: u64::MAX,
            grams: GRAMS.map(|_| Keep::new(MOST_GRAMS)).collect(),
            people: Keep::new(MOST_PEOPLE),
        }
    }

    /// Counts more of a kind under a name, which is empty where there is one of a kind.
    pub(super) fn count(&mut self, kind: &str, name: &str, more: u64) {
        self.key.clear();
        self.key.push_str(kind);
        if !name.is_empty() {
            self.key.push(' ');
            self.key.push_str(name);
        }
        match self.counts.get_mut(&self.key) {
            Some(count) => *count += more,
            None => drop(self.counts.insert(self.key.clone(), more)),
        }
    }

    /// The count of a kind that has no names.
    pub(super) fn counted(&self, kind: &str) -> u64 {
        self.counts.get(kind).copied().unwrap_or(0)
    }

    /// The counts of a kind by name.
    pub(super) fn counts_of(&self, kind: &str) -> Vec<(&str, u64)> {
        let named = self.counts.iter().filter_map(|(name, &count)| Some((name.strip_prefix(kind)?.strip_prefix(' ')?, count)));
        named.collect()
    }

    /// A recurring text of a kind.
    pub(super) fn pattern(&mut self, kind: &str, text: &str) -> Option<&mut Recurring> {
        if !self.patterns.contains_key(kind) {
            self.patterns.insert(kind.to_owned(), Keep::new(MOST_PATTERNS));
        }
        self.patterns.get_mut(kind)?.entry(text, Recurring::default)
    }

    /// Notes an occurrence of a word or phrase, if its hash is among the smallest.
    pub(super) fn phrase(&mut self, occurrence: u64, text: impl FnOnce() -> String) {
        if self.last_phrase < occurrence {
            return;
        }
        // Two phrases of one hash: the first in order stands.
        let text = text();
        let own = self.phrases.entry(occurrence).or_insert_with(|| text.clone());
        if text < *own {
            *own = text;
        }
        if self.phrases.len() > MOST_PHRASES {
            self.phrases.pop_last();
        }
        if let Some((&last, _)) = self.phrases.last_key_value().filter(|_| self.phrases.len() == MOST_PHRASES) {
            self.last_phrase = last;
        }
    }

    /// Adds another part.
    ///
    /// # Errors
    /// [`StateError::Config`]: it was made under other rules.
    pub fn merge(&mut self, other: Self) -> Result<(), StateError> {
        if self.config != other.config {
            return Err(StateError::Config);
        }
        self.counts.unite(other.counts);
        self.fields.unite(other.fields);
        self.classes.unite(other.classes);
        self.units.unite(other.units);
        self.patterns.unite(other.patterns);
        self.sketch.unite(other.sketch);
        self.people.unite(other.people);
        self.grams.iter_mut().zip(other.grams).for_each(|(own, other)| own.unite(other));
        other.phrases.into_iter().for_each(|(occurrence, text)| self.phrase(occurrence, || text));
        Ok(())
    }
}

impl Unite for Class {
    fn unite(&mut self, other: Self) {
        self.leaving += other.leaving;
        self.all += other.all;
        self.who.unite(other.who);
    }
}

impl Unite for Share {
    fn unite(&mut self, other: Self) {
        self.records += other.records;
        other.rows.into_iter().for_each(|row| self.insert(row));
    }
}

impl Unite for Seen {
    fn unite(&mut self, other: Self) {
        self.contributed += other.contributed;
        self.withheld += other.withheld;
        if other.label < self.label {
            self.label = other.label;
        }
    }
}

impl Unite for Recurring {
    fn unite(&mut self, other: Self) {
        self.who.unite(other.who);
        self.records += other.records;
    }
}

/// Why a written state cannot be used. Says nothing of what stands in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StateError {
    /// It is no state, or not all of one.
    Shape,
    /// It is of another version.
    Version,
    /// It was made under another policy, organization, setting or option.
    Config,
}

impl StateError {
    /// What is demanded.
    pub fn demand(self) -> &'static str {
        match self {
            Self::Shape => "must be a whole state, as `deid batch --partial` writes it",
            Self::Version => "must be a state of version 2",
            Self::Config => {
                "must have been made with the same policy, organization, settings, instant, key and options as the others"
            }
        }
    }
}

impl State {
    /// The state as JSON on one line.
    pub fn write(&self) -> String {
        let keep = |is_full: bool, entries: Map<String, Json>| json!({"full": is_full, "entries": entries});
        let who = |who: &Who| json!(who.as_slice());
        let classes = self.classes.iter().map(|(key, of)| (key.to_owned(), json!([of.leaving, of.all, who(&of.who)]))).collect();
        let shares = |shares: &Keep<Share>| {
            let one = |(group, share): (&str, &Share)| (group.to_owned(), json!([share.records, share.rows]));
            keep(shares.left_out(), shares.iter().map(one).collect())
        };
        let units = self.units.iter().map(|(key, of)| (key.to_owned(), shares(of))).collect();
        let recurring =
            |of: &Keep<Recurring>| of.iter().map(|(key, of)| (key.to_owned(), json!([of.records, who(&of.who)]))).collect();
        let patterns: Map<_, _> =
            self.patterns.iter().map(|(kind, of)| (kind.clone(), keep(of.left_out(), recurring(of)))).collect();
        let fields: Map<_, _> =
            self.fields.iter().map(|(id, of)| (id.clone(), json!([of.label, of.contributed, of.withheld]))).collect();
        let sketch: Vec<_> =
            self.sketch.maps().iter().enumerate().filter(|&(_, &map)| map != 0).map(|(place, map)| json!([place, map])).collect();
        let people = self.people.iter().map(|(key, of)| (key.to_owned(), json!(of))).collect();
        let grams: Vec<_> = self.grams.iter().map(|of| keep(of.left_out(), recurring(of))).collect();
        let state = json!({
            "batchState": VERSION, "config": self.config, "options": self.options, "counts": self.counts, "fields": fields,
            "classes": keep(self.classes.left_out(), classes), "units": keep(self.units.left_out(), units),
            "patterns": patterns, "sketch": sketch, "phrases": self.phrases.iter().collect::<Vec<_>>(),
            "people": keep(self.people.left_out(), people), "grams": grams,
        });
        state.to_string() + "\n"
    }

    /// Reads what [`State::write`] wrote.
    ///
    /// # Errors
    /// [`StateError`]: it is no state of this version.
    pub fn read(text: &str) -> Result<Self, StateError> {
        let json: Json = serde_json::from_str(text).map_err(|_| StateError::Shape)?;
        match json.get("batchState").map(Json::as_u64) {
            Some(Some(VERSION)) => read(&json).ok_or(StateError::Shape),
            Some(_) => Err(StateError::Version),
            None => Err(StateError::Shape),
        }
    }
}

fn read(json: &Json) -> Option<State> {
    let options = serde_json::from_value(json.get("options")?.clone()).ok()?;
    let mut state = State::new(json.get("config")?.as_str()?.to_owned(), options);
    state.counts = object(json.get("counts")?, Json::as_u64)?;
    state.fields = object(json.get("fields")?, |of| {
        Some(Seen { label: of[0].as_str()?.to_owned(), contributed: of[1].as_u64()?, withheld: of[2].as_u64()? })
    })?;
    state.classes = kept(json.get("classes")?, MOST_CLASSES, |of| {
        Some(Class { leaving: of[0].as_u64()?, all: of[1].as_u64()?, who: who(&of[2])? })
    })?;
    state.units = kept(json.get("units")?, MOST_UNITS, |of| kept(of, MOST_GROUPS, share))?;
    state.patterns = object(json.get("patterns")?, |of| {
        kept(of, MOST_PATTERNS, |of| Some(Recurring { records: of[0].as_u64()?, who: who(&of[1])? }))
    })?;
    let mut maps = vec![0; 2 * Sketch::COLUMNS];
    for map in json.get("sketch")?.as_array()? {
        *maps.get_mut(usize::try_from(map[0].as_u64()?).ok()?)? = map[1].as_u64()?;
    }
    state.sketch = Sketch::restore(maps);
    for phrase in json.get("phrases")?.as_array()? {
        state.phrase(phrase[0].as_u64()?, || phrase[1].as_str().unwrap_or_default().to_owned());
    }
    state.people = kept(json.get("people")?, MOST_PEOPLE, |of| object(of, Json::as_u64))?;
    for (place, keep) in state.grams.iter_mut().enumerate() {
        let of = json.get("grams")?.get(place)?;
        *keep = kept_by(gram_hash, of, MOST_GRAMS, |of| Some(Recurring { records: of[0].as_u64()?, who: who(&of[1])? }))?;
    }
    Some(state)
}

fn object<V>(json: &Json, value: impl Fn(&Json) -> Option<V>) -> Option<BTreeMap<String, V>> {
    json.as_object()?.iter().map(|(key, of)| Some((key.clone(), value(of)?))).collect()
}

fn kept<V: Unite>(json: &Json, most: usize, value: impl Fn(&Json) -> Option<V>) -> Option<Keep<V>> {
    kept_by(|key| hash(key.as_bytes()), json, most, value)
}

fn kept_by<V: Unite>(hash: fn(&str) -> u64, json: &Json, most: usize, value: impl Fn(&Json) -> Option<V>) -> Option<Keep<V>> {
    let entries = object(json.get("entries")?, value)?;
    (entries.len() <= most)
        .then(|| Keep::restore(most, json.get("full").and_then(Json::as_bool) == Some(true), (hash, entries.into_iter())))
}

fn who(json: &Json) -> Option<Who> {
    Some(Who::restore(json.as_array()?.iter().map(Json::as_u64).collect::<Option<_>>()?))
}

fn share(json: &Json) -> Option<Share> {
    let row = |row: &Json| Some((row[0].as_u64()?, row[1].as_i64()));
    Some(Share { records: json[0].as_u64()?, rows: json[1].as_array()?.iter().map(row).collect::<Option<_>>()? })
}
